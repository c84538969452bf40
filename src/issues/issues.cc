#include "issues/issues.h"

#include "issues/phrase.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>

namespace dragoman {

namespace {

constexpr std::ptrdiff_t kSays = 1000;  // mentions that a label of two to five words weighs more than a bare noun
constexpr std::size_t kLookBack = 12;   // issues of one kind that a phrase may refer back to
constexpr std::uint32_t kNearby = 3;    // sentences over which "the matter" or "it" reaches back

class Issues {
 public:
  explicit Issues(Story& story)
      : story_(story), parse_(story.parse), lexicon_(*story.lexicon.issues), phrases_(story, lexicon_) {
    story_.issue_at.reset(parse_.size());
  }

  void run() {
    for (TokenIndex t = 0; t < parse_.size(); ++t) {
      if (story_.boilerplate[t] || story_.issue_at[t] >= 0) continue;
      const Token& token = parse_[t];
      if (is_verbal(token)) {
        verb(t);
      } else if (token.pos == Pos::adj) {
        adjective(t);
      } else if (token.pos == Pos::pron) {
        pronoun(t);
      } else if ((token.pos == Pos::noun || token.pos == Pos::propn) && !inside_phrase(t)) {
        noun(t);
      }
    }
    look_through();
    for (Node& node : nodes_) add(node);
    set_parents();
  }

 private:
  struct Node {
    std::uint32_t kind = 0;  // kin group or number of the head's lemma
    std::vector<std::string> words;
    std::vector<std::pair<std::string, int>> labels;  // with how often
    std::vector<Span> mentions;
    TokenIndex first = 0, last = 0;
    std::string head;             // lemma
    std::optional<Index> entity;  // of an actor that is talked about
  };

  // A modifier of another noun.
  bool inside_phrase(TokenIndex t) const {
    const Relation r = parse_[t].relation;
    if (!is_nominal(parse_[parse_[t].head])) return false;
    return r == Relation::compound || r == Relation::nmod || r == Relation::amod || r == Relation::npadvmod;
  }

  std::uint32_t kind_of(TokenIndex head) {
    const std::string lemma(parse_[head].lemma);
    const auto kin = lexicon_.kin.find(lemma);
    if (kin != lexicon_.kin.end()) return kin->second.group;
    constexpr std::uint32_t kOwnKinds = 1000;
    return kinds_.emplace(lemma, kOwnKinds + static_cast<std::uint32_t>(kinds_.size())).first->second;
  }

  void mark(TokenIndex head, TokenSpan span, std::size_t node) {
    Node& n = nodes_[node];
    n.last = head;
    n.mentions.push_back(story_.span(span));
    story_.issue_at.set(head, static_cast<std::int32_t>(node));
    last_ = static_cast<std::int32_t>(node);
    const Relation r = parse_[head].relation;
    if (r == Relation::nsubj || r == Relation::nsubjpass) subject_ = last_;
  }

  static void count(Node& node, const std::string& label) {
    for (auto& [text, times] : node.labels) {
      if (text == label) {
        ++times;
        return;
      }
    }
    node.labels.emplace_back(label, 1);
  }

  // ---- what is met in the text

  void noun(TokenIndex t) {
    const std::int32_t mention = story_.mention_at[t];
    if (mention >= 0 && !is_unnamed_group(t)) {
      actor(t, story_.mentions[static_cast<std::size_t>(mention)]);
      return;
    }
    const std::int32_t other = other_name(t);
    if (other >= 0) {
      mark(t, core_phrase(parse_, t), static_cast<std::size_t>(other));
      return;
    }
    const IssuePhrase phrase = phrases_.of(t);
    if (phrase.head != t) return;  // its matter is met by itself
    const std::size_t node = node_of(phrase);
    count(nodes_[node], phrase.label);
    mark(t, phrase.span, node);
  }

  // "the Gulf, an area …", "the gulf — an area …": the same by another word.
  std::int32_t other_name(TokenIndex t) const {
    const TokenSpan phrase = core_phrase(parse_, t);
    if (phrase.begin < 2 || (parse_[phrase.begin].lower != "a" && parse_[phrase.begin].lower != "an")) return -1;
    const Token& mark = parse_[phrase.begin - 1];
    const TokenIndex before = phrase.begin - 2;
    if (parse_[t].relation == Relation::appos && parse_[t].head == before) return story_.issue_at[before];
    const bool dash =
        mark.text == "_" || mark.text == "--" || mark.text == "\xE2\x80\x93" || mark.text == "\xE2\x80\x94";
    if (!dash || parse_[before].pos != Pos::propn) return -1;
    return story_.issue_at[before];
  }

  // "island nations", "migrants": called by what they are.
  bool is_unnamed_group(TokenIndex t) const {
    const auto& entities = story_.entities_at(t);
    if (entities.size() != 1 || parse_[t].pos != Pos::noun) return false;
    const Entity& e = story_.record.entities[entities.front()];
    return e.type == EntityType::group && e.anonymous;
  }

  // An actor can be the issue: "backs the government". Its pronouns are of its node too.
  void actor(TokenIndex t, const TokenMention& mention) {
    if (mention.head != t || mention.entities.size() != 1) return;
    const Index entity = mention.entities.front();
    const auto [at, is_new] = of_entity_.emplace(entity, nodes_.size());
    if (is_new) {
      nodes_.push_back({});
      nodes_.back().entity = entity;
      nodes_.back().first = t;
      nodes_.back().head = std::string(parse_[t].lemma);
      const Entity& e = story_.record.entities[entity];
      nodes_.back().labels.emplace_back(e.name, 1);
      if (e.type == EntityType::country) countries_.emplace(e.country, at->second);
    }
    const auto before = std::pair(last_, subject_);
    mark(t, mention.span, at->second);
    std::tie(last_, subject_) = before;  // "the matter" is no actor
  }

  // "it", "this": what was spoken of last, when who it is was left open.
  void pronoun(TokenIndex t) {
    const std::int32_t mention = story_.mention_at[t];
    if (mention >= 0 && story_.mentions[static_cast<std::size_t>(mention)].entities.size() == 1) {
      actor(t, story_.mentions[static_cast<std::size_t>(mention)]);
      return;
    }
    const Token& token = parse_[t];
    if (token.lower != "it" && token.lower != "this" && token.lower != "that" && token.lower != "them") return;
    if (token.relation == Relation::expl || token.relation == Relation::det || last_ < 0) return;
    if (is_near(nodes_[static_cast<std::size_t>(last_)], t)) {
      mark(t, {t, t + 1}, static_cast<std::size_t>(last_));
    }
  }

  bool is_near(const Node& node, TokenIndex t) const {
    return parse_[t].sentence - parse_[node.last].sentence <= kNearby;
  }

  // "would not join NATO", "would remain neutral".
  void verb(TokenIndex v) {
    const NounOfVerb* named = noun_of_verb(parse_, lexicon_, v);
    if (named == nullptr) return;
    const Tokens objects = patients(parse_, v);
    IssuePhrase phrase;
    std::string object;
    if (!objects.empty()) {
      if (parse_[objects.front()].pos == Pos::pron) return;
      phrase = phrases_.of(objects.front());
      const auto& entities = story_.entities_at(objects.front());
      object = !entities.empty() ? story_.record.entities[entities.front()].name : phrase.label;
      if (object.empty()) return;
      // "troop withdrawal"
      const Token& head = parse_[phrase.head == kNoToken ? objects.front() : phrase.head];
      if (!named->of && head.tag == Tag::nns && object.ends_with(head.text)) {
        object.replace(object.size() - head.text.size(), head.text.size(), head.lemma);
      }
    }
    phrase.head = v;
    phrase.label = object.empty() ? named->noun
                   : named->of    ? named->noun + " of " + object
                                  : object + " " + named->noun;
    phrase.span = {v, v + 1};
    named_by(phrase, named->noun, v);
  }

  void adjective(TokenIndex t) {
    const Relation r = parse_[t].relation;
    if (r != Relation::acomp && r != Relation::oprd) return;
    const auto named = lexicon_.noun_of_adjective.find(parse_[t].lemma);
    if (named == lexicon_.noun_of_adjective.end()) return;
    IssuePhrase phrase;
    phrase.head = t;
    phrase.label = named->second;
    phrase.span = {t, t + 1};
    named_by(phrase, named->second, t);
  }

  void named_by(IssuePhrase& phrase, const std::string& noun, TokenIndex t) {
    const auto [at, is_new] = by_label_.emplace(phrase.label, nodes_.size());
    if (is_new) {
      nodes_.push_back({});
      nodes_.back().first = t;
      nodes_.back().head = noun;
      nodes_.back().words = phrase.words;
      nodes_.back().labels.emplace_back(phrase.label, 1);
    }
    mark(t, phrase.span, at->second);
  }

  // ---- which issue it is

  std::size_t node_of(const IssuePhrase& phrase) {
    const std::uint32_t kind = kind_of(phrase.head);
    if (const auto same = by_label_.find(phrase.label); same != by_label_.end() && !is_bare_general(phrase)) {
      return same->second;
    }
    if (phrase.definite && is_bare_general(phrase)) {
      if (const auto referred = last_of_kind(kind, phrase.head)) return *referred;
      if (subject_ >= 0 && is_near(nodes_[static_cast<std::size_t>(subject_)], phrase.head)) {
        return static_cast<std::size_t>(subject_);
      }
      if (last_ >= 0 && is_near(nodes_[static_cast<std::size_t>(last_)], phrase.head)) {
        return static_cast<std::size_t>(last_);
      }
    }
    if (const auto before = earlier(phrase, kind)) {
      Node& node = nodes_[*before];
      for (const std::string& word : phrase.words) {
        const auto at = std::lower_bound(node.words.begin(), node.words.end(), word);
        if (at == node.words.end() || *at != word) node.words.insert(at, word);
      }
      by_label_.emplace(phrase.label, *before);
      return *before;
    }
    const std::size_t node = nodes_.size();
    nodes_.push_back({});
    nodes_.back().kind = kind;
    nodes_.back().words = phrase.words;
    nodes_.back().first = phrase.head;
    nodes_.back().head = std::string(parse_[phrase.head].lemma);
    of_kind_[kind].push_back(node);
    by_label_.emplace(phrase.label, node);
    return node;
  }

  bool is_bare_general(const IssuePhrase& phrase) const {
    const auto kin = lexicon_.kin.find(parse_[phrase.head].lemma);
    return kin != lexicon_.kin.end() && kin->second.general && phrase.words.empty();
  }

  std::optional<std::size_t> last_of_kind(std::uint32_t kind, TokenIndex t) const {
    const auto found = of_kind_.find(kind);
    if (found == of_kind_.end()) return std::nullopt;
    const std::size_t node = found->second.back();
    if (!is_near(nodes_[node], t)) return std::nullopt;
    return node;
  }

  static bool within(const std::vector<std::string>& few, const std::vector<std::string>& many) {
    return std::includes(many.begin(), many.end(), few.begin(), few.end());
  }

  // An issue named before that the phrase may speak of: of the same kind, and told apart by nothing.
  std::optional<std::size_t> earlier(const IssuePhrase& phrase, std::uint32_t kind) {
    const auto found = of_kind_.find(kind);
    if (found == of_kind_.end()) return std::nullopt;
    const std::vector<std::size_t>& nodes = found->second;
    const std::string head(parse_[phrase.head].lemma);
    for (std::size_t back = 0; back < std::min(kLookBack, nodes.size()); ++back) {
      const std::size_t i = nodes[nodes.size() - 1 - back];
      const Node& node = nodes_[i];
      const bool same_head = node.head == head;
      if (same_head && node.words == phrase.words) return i;
      if (!phrase.definite) continue;
      if (within(phrase.words, node.words) || (same_head && within(node.words, phrase.words))) return i;
      // "the quarrel about the peninsula", "the border row": told apart by words of one topic.
      const auto topic = topic_of_words(phrase.words);
      if (topic && topic == topic_of_words(node.words)) return i;
    }
    return std::nullopt;
  }

  // ---- the record

  void add(Node& node) {
    Issue issue;
    // The name most used; of two the one that says more without being long.
    const auto weight = [](const std::pair<std::string, int>& label) -> std::ptrdiff_t {
      const auto words = 1 + std::count(label.first.begin(), label.first.end(), ' ');
      return label.second + (words >= 2 && words <= 5 ? kSays : 0);
    };
    issue.label = std::max_element(node.labels.begin(), node.labels.end(), [&](const auto& a, const auto& b) {
                    return weight(a) < weight(b);
                  })->first;
    issue.mentions = std::move(node.mentions);
    story_.record.issues.push_back(std::move(issue));
  }

  // "the situation in the gulf": the noun that says nothing stands for what is behind it.
  void look_through() {
    for (TokenIndex t = 0; t < parse_.size(); ++t) {
      if (story_.issue_at[t] >= 0 || parse_[t].is_space || story_.mention_at[t] >= 0) continue;
      const Pos pos = parse_[t].pos;
      if (pos != Pos::noun && pos != Pos::num && pos != Pos::det && pos != Pos::pron) continue;
      const TokenIndex matter = phrases_.matter(t);
      if (matter != t) story_.issue_at.set(t, story_.issue_at[matter]);
    }
  }

  std::optional<std::uint32_t> topic_of_word(const std::string& word) const {
    const auto found = lexicon_.topic_of.find(word);
    return found == lexicon_.topic_of.end() ? std::nullopt : std::optional(found->second);
  }
  // "tear gas" is of another topic than "gas".
  std::optional<std::uint32_t> topic_of_compound(const Node& node) const {
    for (const std::string& word : node.words) {
      if (const auto topic = topic_of_word(word + " " + node.head)) return topic;
    }
    return std::nullopt;
  }
  std::optional<std::uint32_t> topic_of_words(const std::vector<std::string>& words) const {
    for (const std::string& word : words) {
      if (const auto topic = topic_of_word(word)) return topic;
    }
    return std::nullopt;
  }

  // Under another issue that its name holds, else under a topic.
  void set_parents() {
    std::unordered_map<std::uint32_t, Index> topics;
    const std::size_t own = nodes_.size();
    for (std::size_t i = 0; i < own; ++i) {
      const Node& node = nodes_[i];
      if (node.entity && set_country(i, *node.entity)) continue;
      auto topic = topic_of_compound(node);
      if (!topic) topic = topic_of_word(node.head);
      if (!topic) topic = topic_of_words(node.words);
      if (!topic) continue;
      const auto [at, is_new] = topics.emplace(*topic, static_cast<Index>(story_.record.issues.size()));
      if (is_new) {
        Issue issue;
        issue.label = lexicon_.topics[*topic].name;
        story_.record.issues.push_back(std::move(issue));
      }
      if (story_.record.issues[i].label != lexicon_.topics[*topic].name) story_.record.issues[i].parent = at->second;
    }
  }

  // "the Syrian government" stands under Syria.
  bool set_country(std::size_t node, Index entity) {
    const Entity& e = story_.record.entities[entity];
    if (e.type == EntityType::country) return true;
    if (const auto at = countries_.find(e.country); at != countries_.end()) {
      story_.record.issues[node].parent = static_cast<Index>(at->second);
      return true;
    }
    return false;
  }

  Story& story_;
  const Parse& parse_;
  const IssueLexicon& lexicon_;
  const IssuePhrases phrases_;
  std::vector<Node> nodes_;
  std::unordered_map<std::string, std::uint32_t> kinds_;
  std::unordered_map<std::uint32_t, std::vector<std::size_t>> of_kind_;
  std::unordered_map<std::string, std::size_t> by_label_;
  std::unordered_map<Index, std::size_t> of_entity_;
  std::unordered_map<std::string, std::size_t> countries_;  // by code
  std::int32_t last_ = -1;                                  // the node spoken of last
  std::int32_t subject_ = -1;                               // the last one that was a subject
};

}  // namespace

void find_issues(Story& story) {
  Issues(story).run();
}

TokenIndex antecedent_of(const Parse& parse, TokenIndex pronoun) {
  const TokenIndex first = antecedent(parse, clause_head(parse, pronoun));
  return first == kNoToken ? first : nearest_conjunct(parse, first, pronoun);
}

TokenIndex nearest_conjunct(const Parse& parse, TokenIndex first, TokenIndex before) {
  TokenIndex nearest = first;
  for (const TokenIndex member : coordinated(parse, first)) {
    if (member < before && !is_verbal(parse[member])) nearest = std::max(nearest, member);
  }
  return nearest;
}

std::optional<Index> issue_of(const Story& story, TokenIndex t) {
  const Parse& parse = story.parse;
  const auto at = [&](TokenIndex token) -> std::optional<Index> {
    const std::int32_t issue = story.issue_at[token];
    return issue < 0 ? std::nullopt : std::optional(static_cast<Index>(issue));
  };
  const auto at_or_none = [&](TokenIndex token) { return token == kNoToken ? std::nullopt : at(token); };
  if (is_relative_pronoun(parse[t])) {
    return at_or_none(antecedent_of(parse, t));
  }
  if (const auto own = at(t)) return own;
  if (is_nominal(parse[t])) return std::nullopt;
  const TokenIndex theme = theme_head(story, *story.lexicon.issues, t);
  if (theme == kNoToken || theme == t) return std::nullopt;
  if (is_relative_pronoun(parse[theme])) {
    return at_or_none(antecedent_of(parse, theme));
  }
  return at(theme);
}

}  // namespace dragoman
