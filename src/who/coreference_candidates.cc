#include "who/coreference_candidates.h"

#include "gazetteer/fold.h"
#include "language/syntax.h"
#include "lexicon/nearest.h"
#include "text/ascii.h"
#include "who/backwards.h"
#include "who/body_references.h"
#include "who/description_candidates.h"
#include "who/descriptions.h"
#include "who/phrases.h"
#include "who/pronoun_syntax.h"

#include <algorithm>
#include <cctype>
#include <set>
#include <string>
#include <string_view>

namespace dragoman {

namespace coreference {

namespace {

using Of = CoreferenceClue;

/// A body or group as the story has it.
struct Actor {
  Index entity = 0;
  TokenIndex first = 0, head = 0;  // where its first mention that is no pronoun begins, and that mention's head
  std::vector<const TokenMention*> mentions;
  std::set<std::string> words;   // of its name and its other mentions, in small letters, without articles and the like
  std::set<std::string> proper;  // those of them that are written as names, without countries
  std::string noun;              // the last of its name, or the noun that it is known by
  std::string name;              // plain
  std::string letters;           // of a name in capitals alone, in small letters: "ec"
  std::string initials;          // of its name, "of" and the like left out
  std::string count;             // "six", "hundreds"; empty where it is not counted
  std::optional<Index> owner;    // whose it is: "its council", "Tarn's council"
  bool named = false, plural = false;
};

bool is_small_word(std::string_view word) {
  return word == "the" || word == "of" || word == "and" || word == "for" || word == "in" || word == "a" ||
         word == "an" || word == "on" || word == "to" || word == "at" || word == "by" || word == "with" ||
         word == "de" || word == "la" || word == "del" || word == "s" || word == "'s" || word == "’s";
}

// "ministries" and "ministry", "officials" and "official".
std::string singular(std::string word) {
  if (word.size() > 4 && word.ends_with("ies")) return word.substr(0, word.size() - 3) + "y";
  if (word.size() > 3 && word.ends_with("s") && !word.ends_with("ss")) word.pop_back();
  return word;
}

// In small letters without accents, hyphens as blanks.
std::string plain(std::string_view text) {
  std::string out = gazetteer_key(text);
  std::replace(out.begin(), out.end(), '-', ' ');
  return out;
}

void add_words(std::set<std::string>& words, std::string_view text) {
  const std::string all = plain(text);
  for (std::string_view word : split_at_blanks(all)) {
    while (!word.empty() && std::ispunct(static_cast<unsigned char>(word.front()))) word.remove_prefix(1);
    while (!word.empty() && std::ispunct(static_cast<unsigned char>(word.back()))) word.remove_suffix(1);
    for (const std::string_view own : {"'s", "’s"}) {
      if (word.ends_with(own)) word.remove_suffix(own.size());
    }
    if (!word.empty() && !is_small_word(word)) words.insert(singular(std::string(word)));
  }
}

bool starts_with_words(std::string_view name, std::string_view first) {
  return name.size() > first.size() && name.starts_with(first) && name[first.size()] == ' ';
}

// "ec" of "EC", "E.C."; empty for other names.
std::string letters_of_acronym(std::string_view name) {
  std::string letters;
  for (const char c : name) {
    if (c == '.') continue;
    if (c < 'A' || c > 'Z') return {};
    letters += static_cast<char>(c - 'A' + 'a');
  }
  return letters.size() < 2 ? std::string() : letters;
}

class Actors {
 public:
  explicit Actors(const EntityBuilder& b) : b_(b), parse_(b.parse) {
    std::vector<std::vector<const TokenMention*>> mentions(b.story.record.entities.size());
    for (const TokenMention& m : b.story.mentions) {
      if (m.entities.size() != 1 || m.kind == MentionKind::pronoun || m.kind == MentionKind::possessive) continue;
      const EntityType type = b.entity(m.entities[0]).type;
      if (type == EntityType::organisation || type == EntityType::group || type == EntityType::media)
        mentions[m.entities[0]].push_back(&m);
    }
    for (Index i = 0; i < mentions.size(); ++i) {
      if (mentions[i].empty()) continue;
      std::sort(mentions[i].begin(), mentions[i].end(),
                [](const auto* x, const auto* y) { return x->span.begin < y->span.begin; });
      all.push_back(actor(i, std::move(mentions[i])));
    }
    std::sort(all.begin(), all.end(), [](const Actor& x, const Actor& y) { return x.first < y.first; });
  }

  std::vector<Actor> all;  // in the order of their first mentions

 private:
  Actor actor(Index i, std::vector<const TokenMention*> mentions) const {
    Actor a;
    a.entity = i;
    a.first = mentions[0]->span.begin;
    a.head = mentions[0]->head;
    a.mentions = std::move(mentions);
    const Entity& e = b_.entity(i);
    a.named = !has_no_name(b_, i);
    a.plural = b_.notes[i].plural || parse_[a.head].tag == Tag::nns;
    a.name = plain(e.name);
    add_words(a.words, e.name);
    for (const TokenMention* m : a.mentions) {
      for (TokenIndex t = m->span.begin; t < m->span.end; ++t) add_word(a, t);
    }
    a.noun = b_.notes[i].head.empty() ? noun_of_name(a.name) : singular(b_.notes[i].head);
    for (const std::string_view word : split_at_blanks(e.name)) {
      if (!is_small_word(word)) a.initials += ascii_lower(word[0]);
    }
    a.letters = letters_of_acronym(e.name);
    const TokenIndex number = child_of(parse_, a.head, Relation::nummod);
    if (number != kNoToken) a.count = parse_[number].lower;
    if (a.count.empty() && parse_[a.head].relation == Relation::pobj && parse_[parse_[a.head].head].lower == "of") {
      const Token& of = parse_[parse_[parse_[a.head].head].head];
      if (of.tag == Tag::nns && (of.lower.ends_with("ds") || of.lower == "dozens" || of.lower == "scores"))
        a.count = of.lower;  // "hundreds of protesters"
    }
    for (const TokenIndex owner : possessors(parse_, a.head)) {
      const auto& entities = b_.story.entities_at(owner);
      if (entities.size() == 1 && entities[0] != i) a.owner = entities[0];
    }
    return a;
  }

  void add_word(Actor& a, TokenIndex t) const {
    const Token& token = parse_[t];
    if (token.pos != Pos::noun && token.pos != Pos::propn && token.pos != Pos::adj) return;
    if (b_.country_at(t) != EntityBuilder::kNone) return;
    add_words(a.words, token.text);
    if (token.pos == Pos::propn && is_capitalised(token)) add_words(a.proper, token.text);
  }

  // "commission" of "Election Commission", "ministry" of "Ministry of Health".
  static std::string noun_of_name(std::string_view name) {
    std::string_view last;
    for (const std::string_view word : split_at_blanks(name)) {
      if (!last.empty() && is_small_word(word) && word != "and") break;
      if (!is_small_word(word)) last = word;
    }
    return singular(std::string(last));
  }

  const EntityBuilder& b_;
  const Parse& parse_;
};

std::size_t shared(const std::set<std::string>& x, const std::set<std::string>& y) {
  return static_cast<std::size_t>(std::count_if(x.begin(), x.end(), [&](const auto& w) { return y.contains(w); }));
}

bool is_alike(std::string_view x, std::string_view y) {
  constexpr std::size_t kShortest = 4, kPerChange = 5, kLongest = 60;
  const std::size_t longer = std::max(x.size(), y.size()), shorter = std::min(x.size(), y.size());
  if (shorter < kShortest || longer > kLongest || x.front() != y.front() || x == y) return false;
  const std::size_t changes = longer / kPerChange;
  return longer - shorter <= changes && edit_distance(x, y) <= changes;
}

/// How the phrase is built that first speaks of somebody.
struct PhraseForm {
  bool definite = false, indefinite = false, owned = false, other = false, told_which = false, modified = false,
       bare = false;
};

PhraseForm form_of_phrase(const Parse& parse, TokenIndex head) {
  PhraseForm form;
  for (const TokenIndex child : parse.children(head)) {
    const Token& token = parse[child];
    const std::string_view w = token.lower;
    const Relation r = token.relation;
    form.definite = form.definite || w == "the" || w == "this" || w == "that" || w == "these" || w == "those";
    form.indefinite = form.indefinite || w == "a" || w == "an";
    form.owned = form.owned || r == Relation::poss;
    form.other =
        form.other || w == "other" || w == "another" || w == "some" || w == "several" || w == "more" || w == "many";
    const bool clause = r == Relation::relcl || r == Relation::acl;
    form.told_which = form.told_which || (child > head && (clause || r == Relation::prep));
    form.modified = form.modified || (child < head && (r == Relation::amod || r == Relation::compound));
  }
  form.bare = !form.definite && !form.indefinite && !form.owned;
  return form;
}

class Search {
 public:
  Search(const EntityBuilder& b, const std::vector<Actor>& actors, std::size_t at)
      : b_(b),
        parse_(b.parse),
        syntax_(b),
        actors_(actors),
        at_(at),
        later_(actors[at]),
        form_(form_of_phrase(b.parse, later_.head)) {}

  std::optional<CoreferenceCase> run() {
    constexpr std::size_t kBack = 120;  // of the actors right before it, so that time grows with the text
    if (is_one_of_many(parse_, later_.head)) return std::nullopt;  // "the second ministry"
    for (std::size_t i = at_; i-- > 0 && at_ - i <= kBack;) {
      const Actor& a = actors_[i];
      const std::size_t both = shared(a.words, later_.words);
      if (!may_be(a, both)) continue;
      if (is_told_apart(a, both)) {
        apart_.push_back(a.entity);
      } else {
        add(a, both);
      }
    }
    if (found_.empty()) return std::nullopt;
    add_standing();
    add_nobody();
    CoreferenceCase out{later_.entity, later_.first, {}, std::move(apart_)};
    set_chances(found_, b_.who.coreference.clues[0]);
    out.candidates = std::move(found_);
    return out;
  }

 private:
  // `both`: how many words they share.
  bool may_be(const Actor& a, std::size_t both) const {
    const auto& known = b_.notes[a.entity].known_code;
    if (!known.empty() && !b_.notes[later_.entity].known_code.empty()) return false;  // the lexicon tells them apart
    if (both > 0 || is_acronym(a) || calls(a) || is_alike(a.name, later_.name)) return true;
    const std::string& role = b_.notes[a.entity].sector;
    return !role.empty() && role == b_.notes[later_.entity].sector && !(a.named && later_.named);
  }

  // Two of two countries or owners; "the Ostby police" and "the Tarn police"; "a lower court" and "the Tarn court";
  // "the council" beside "Tarn Council Tower"; two ministries.
  bool is_told_apart(const Actor& a, std::size_t both) const {
    const std::string& country = b_.entity(later_.entity).country;
    const std::string& other = b_.entity(a.entity).country;
    const bool must_have_one = a.named && !later_.named;  // "the Chilean council" is none by name that is of no country
    if (!country.empty() && country != other && (must_have_one || !other.empty())) return true;
    if (a.owner && later_.owner && a.owner != later_.owner) return true;
    if (is_acronym(a)) return false;
    if (a.noun == later_.noun && are_of_two_fields(a)) return true;
    const bool each = both < a.words.size() && both < later_.words.size();
    if (each && both > 0 && (lacks(a, later_) || lacks(later_, a))) return true;
    if (lacks(a, later_) && lacks(later_, a)) return true;
    return !later_.named && a.named && a.words.contains(later_.noun) && a.noun != later_.noun && !calls(a);
  }

  // "the health ministry" and "the foreign ministry".
  bool are_of_two_fields(const Actor& a) const {
    const auto is_field = [&](const std::string& w) { return w != a.noun && is_field_of_bodies(b_.who, w, a.noun); };
    const auto shared = [&](const std::string& w) { return a.words.contains(w); };
    return std::any_of(a.words.begin(), a.words.end(), is_field) &&
           std::any_of(later_.words.begin(), later_.words.end(), is_field) &&
           std::none_of(later_.words.begin(), later_.words.end(),
                        [&](const std::string& w) { return is_field(w) && shared(w); });
  }

  // Whether it has a proper name that the other has in no spelling.
  static bool lacks(const Actor& has, const Actor& other) {
    return std::any_of(has.proper.begin(), has.proper.end(), [&](const std::string& w) {
      return !other.words.contains(w) &&
             std::none_of(other.words.begin(), other.words.end(), [&](const std::string& v) { return is_alike(v, w); });
    });
  }

  bool is_acronym(const Actor& a) const {
    return (!a.letters.empty() && a.letters == later_.initials) ||
           (!later_.letters.empty() && later_.letters == a.initials);
  }

  bool calls(const Actor& a) const {
    return is_of_kind(b_, later_.noun, b_.entity(a.entity)) || is_of_kind(b_, a.noun, b_.entity(later_.entity));
  }

  void add(const Actor& a, std::size_t both) {
    CoreferenceCandidate c;
    c.entity = a.entity;
    c.first = a.first;
    add_words(c, a, both);
    add_kind(c, a);
    add_place(c, a);
    found_.push_back(c);
  }

  void add_words(CoreferenceCandidate& c, const Actor& a, std::size_t both) const {
    const std::size_t own = later_.words.size() - both, other = a.words.size() - both;
    set_clue(c, Of::same_noun, a.noun == later_.noun);
    set_clue(c, Of::same_words, own == 0 && other == 0);
    set_clue(c, Of::within, both > 0 && own == 0 && other > 0);
    set_clue(c, Of::contains, both > 0 && other == 0 && own > 0);
    set_clue(c, Of::both_own, both > 0 && own > 0 && other > 0);
    const std::size_t all = both + own + other;
    if (all > 0) clue_of(c.clues, Of::words_shared) = static_cast<float>(both) / static_cast<float>(all);
    constexpr std::size_t kMost = 3;
    clue_of(c.clues, Of::words_own) = static_cast<float>(std::min(own, kMost));
    clue_of(c.clues, Of::words_other) = static_cast<float>(std::min(other, kMost));
    set_clue(c, Of::acronym, is_acronym(a));
    set_clue(c, Of::starts, starts_with_words(a.name, later_.name) || starts_with_words(later_.name, a.name));
    const bool again = a.noun == later_.noun && !later_.named;
    set_clue(c, Of::noun_again_bare, again && form_.bare && !form_.modified);
    set_clue(c, Of::noun_again_definite, again && form_.definite);
    set_clue(c, Of::noun_again_owned, again && form_.owned);
    set_clue(c, Of::noun_again_other, again && form_.other);
    set_clue(c, Of::noun_again_counted, again && !later_.count.empty());
    set_clue(c, Of::alike, is_alike(a.name, later_.name));
    set_clue(c, Of::of_kind, calls(a));
    set_clue(c, Of::bare_of_noun, later_.words.size() == 1 && a.noun == later_.noun);
  }

  void add_kind(CoreferenceCandidate& c, const Actor& a) const {
    const Entity& x = b_.entity(a.entity);
    const Entity& y = b_.entity(later_.entity);
    set_clue(c, Of::both_named, a.named && later_.named);
    set_clue(c, Of::named_before, a.named && !later_.named);
    set_clue(c, Of::named_later, !a.named && later_.named);
    set_clue(c, Of::same_type, x.type == y.type);
    const bool x_known = !x.country.empty() && !b_.notes[a.entity].by_context;
    const bool y_known = !y.country.empty() && !b_.notes[later_.entity].by_context;
    set_clue(c, Of::same_country, x_known && y_known && x.country == y.country);
    set_clue(c, Of::country_of_one, x_known != y_known);
    const std::string& role = b_.notes[a.entity].sector;
    const std::string& own = b_.notes[later_.entity].sector;
    set_clue(c, Of::same_role, !role.empty() && role == own);
    set_clue(c, Of::other_role, !role.empty() && !own.empty() && role != own);
    set_clue(c, Of::other_number, a.plural != later_.plural);
    set_clue(c, Of::other_count, !a.count.empty() && !later_.count.empty() && a.count != later_.count);
    set_clue(c, Of::media, x.type == EntityType::media);
    set_clue(c, Of::known, !b_.notes[a.entity].known_code.empty());
    set_clue(c, Of::same_owner, a.owner && a.owner == later_.owner);
  }

  void add_place(CoreferenceCandidate& c, const Actor& a) const {
    const auto behind = first_mention(a, later_.first);
    const TokenMention* nearest = behind == a.mentions.begin() ? a.mentions[0] : *std::prev(behind);
    const std::uint32_t distance =
        parse_[later_.head].sentence - std::min(parse_[later_.head].sentence, parse_[nearest->head].sentence);
    set_clue(c, Of::here, distance == 0);
    set_clue(c, Of::sentence_before, distance == 1);
    set_clue(c, Of::near, distance == 2 || distance == 3);
    constexpr std::uint32_t kFar = 8;
    set_clue(c, Of::far, distance > kFar);
    constexpr std::size_t kMostTimes = 6;
    clue_of(c.clues, Of::times) = static_cast<float>(std::min(a.mentions.size() - 1, kMostTimes));
    set_clue(c, Of::in_lead, is_in_lead(b_, {a.entity}, later_.first));
    set_clue(c, Of::both_subjects,
             is_subject(parse_, first_conjunct(parse_, nearest->head)) &&
                 is_subject(parse_, first_conjunct(parse_, later_.head)));
    in_one_sentence(a, [&](const TokenMention& m, const TokenMention& own) {
      set_clue(c, Of::governs, syntax_.governs(first_conjunct(parse_, m.head), own.head));
      set_clue(c, Of::nested, is_under(parse_, m.head, own.head) || is_under(parse_, own.head, m.head));
    });
  }

  // The first that begins at the token or behind it.
  static std::vector<const TokenMention*>::const_iterator first_mention(const Actor& a, TokenIndex t) {
    return std::lower_bound(a.mentions.begin(), a.mentions.end(), t,
                            [](const TokenMention* m, TokenIndex begin) { return m->span.begin < begin; });
  }

  // Calls f(mention of the earlier one, mention of the later one) for those that share a sentence, as far as both have
  // been spoken of a few times.
  template <class F>
  void in_one_sentence(const Actor& a, const F& f) const {
    constexpr std::size_t kMost = 12;
    for (std::size_t i = 0; i < std::min(kMost, later_.mentions.size()); ++i) {
      const TokenMention& own = *later_.mentions[i];
      const TokenSpan sentence = parse_.sentences[parse_[own.head].sentence];
      for (auto m = first_mention(a, sentence.begin); m != a.mentions.end() && (*m)->span.begin < sentence.end; ++m)
        f(**m, own);
    }
  }

  // Among all that compete, the nearest first.
  void add_standing() {
    const auto has = [](const CoreferenceCandidate& c, Of of) { return clue_of(c.clues, of) > 0; };
    std::size_t of_noun = 0, of_words = 0;
    float most = 0;
    for (CoreferenceCandidate& c : found_) {
      if (has(c, Of::same_noun) && ++of_noun == 1) set_clue(c, Of::last_of_noun);
      of_words += has(c, Of::words_shared) ? 1 : 0;
      most = std::max(most, clue_of(c.clues, Of::times));
    }
    for (CoreferenceCandidate& c : found_) {
      set_clue(c, Of::only_of_noun, has(c, Of::same_noun) && of_noun == 1);
      set_clue(c, Of::only_in_words, has(c, Of::words_shared) && of_words == 1);
      set_clue(c, Of::most_often, clue_of(c.clues, Of::times) == most);
    }
    of_noun_ = of_noun > 0;
    of_words_ = of_words > 0;
  }

  void add_nobody() {
    CoreferenceCandidate nobody;
    set_clue(nobody, Of::nobody);
    set_clue(nobody, Of::nobody_named, later_.named);
    set_clue(nobody, Of::nobody_definite, form_.definite);
    set_clue(nobody, Of::nobody_indefinite, form_.indefinite);
    set_clue(nobody, Of::nobody_owned, form_.owned);
    set_clue(nobody, Of::nobody_bare, form_.bare && !later_.named);
    set_clue(nobody, Of::nobody_counted, !later_.count.empty());
    set_clue(nobody, Of::nobody_other, form_.other);
    set_clue(nobody, Of::nobody_told_which, form_.told_which);
    set_clue(nobody, Of::nobody_modified, form_.modified);
    set_clue(nobody, Of::nobody_plural, later_.plural);
    set_clue(nobody, Of::nobody_group, b_.entity(later_.entity).type == EntityType::group);
    set_clue(nobody, Of::nobody_quoted, syntax_.is_quoted(later_.head));
    set_clue(nobody, Of::nobody_once, later_.mentions.size() == 1);
    set_clue(nobody, Of::nobody_of_noun, !of_noun_);
    set_clue(nobody, Of::nobody_of_words, !of_words_);
    constexpr std::size_t kMost = 6;
    clue_of(nobody.clues, Of::nobody_candidates) = static_cast<float>(std::min(found_.size(), kMost));
    found_.push_back(nobody);
  }

  const EntityBuilder& b_;
  const Parse& parse_;
  const PronounSyntax syntax_;
  const std::vector<Actor>& actors_;
  const std::size_t at_;
  const Actor& later_;
  const PhraseForm form_;
  bool of_noun_ = false, of_words_ = false;
  std::vector<CoreferenceCandidate> found_;  // the nearest first
  std::vector<Index> apart_;
};

}  // namespace

}  // namespace coreference

std::vector<CoreferenceCase> coreference_cases_of(const EntityBuilder& b) {
  const coreference::Actors actors(b);
  std::vector<CoreferenceCase> cases;
  for (std::size_t i = 1; i < actors.all.size(); ++i) {
    if (auto found = coreference::Search(b, actors.all, i).run()) cases.push_back(std::move(*found));
  }
  return cases;
}

}  // namespace dragoman
