// What a name is the name of: evidence is summed over all mentions of the same words, then each mention is judged.
#include "language/syntax.h"
#include "lexicon/lexicon.h"
#include "statements/cues.h"
#include "who/long_titles.h"
#include "who/name_spans.h"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace dragoman {

namespace {

/// Points for each reading, by NameOf.
using Points = std::array<double, 5>;

double& of(Points& p, NameOf reading) {
  return p[static_cast<std::size_t>(reading)];
}

class Judge {
 public:
  Judge(const EntityBuilder& b, std::vector<NameCandidate>& names) : b_(b), parse_(b.parse), names_(names) {}

  void run() {
    for (const NameCandidate& name : names_) {
      Seen& seen = by_words_[words(name)];
      ++seen.count;
      label(seen.labels, name);
      surroundings(seen.points, name);
      anaphora(seen.points, name);
    }
    for (auto& [words, seen] : by_words_) {
      constexpr double kLimit = 3.0, kLabels = 1.3;  // many mentions say no more than a few; the recogniser on the mean
      for (std::size_t i = 0; i < seen.points.size(); ++i) {
        seen.points[i] = std::min(seen.points[i], kLimit) + kLabels * seen.labels[i] / seen.count;
      }
      spelling(seen.points, words);
    }
    share_surnames();
    for (const NameCandidate& name : names_) learn_parts(name);
    for (NameCandidate& name : names_) name.verdict = verdict(name);
  }

 private:
  struct Seen {
    Points points{}, labels{};
    int count = 0;
  };

  // "he" and "his", "it" and "its" soon after.
  void anaphora(Points& p, const NameCandidate& name) const {
    constexpr TokenIndex kReach = 14;
    const TokenIndex end = std::min<TokenIndex>(parse_.size(), name.span.end + kReach);
    for (TokenIndex t = name.span.end; t < end; ++t) {
      const std::string_view w = parse_[t].lower;
      if (parse_[t].name_begin) return;
      if (w == "he" || w == "she" || w == "his" || w == "her" || w == "him") {
        of(p, NameOf::person) += 0.4;
        return;
      }
      if (w == "its" || w == "itself") {
        of(p, NameOf::body) += 0.4;
        return;
      }
    }
  }

  bool is_body_noun(TokenIndex t) const {
    const auto noun = parse_[t].tag == Tag::nn || parse_[t].tag == Tag::nns ? b_.who.noun_phrases.find(parse_[t].lower)
                                                                            : std::nullopt;
    return noun && b_.who.nouns[*noun].kind == ActorNoun::Kind::body;
  }

  std::string words(const NameCandidate& name) const { return b_.words(name.span); }

  static void label(Points& p, const NameCandidate& name) {
    switch (name.label) {
      case NameType::person:
        of(p, NameOf::person) += 1.2;
        break;
      case NameType::org:
        of(p, NameOf::body) += 1.0;
        break;
      case NameType::gpe:
      case NameType::loc:
      case NameType::fac:
        of(p, NameOf::place) += 1.2;
        break;
      case NameType::none:
        break;
      default:
        of(p, NameOf::thing) += 1.0;
    }
  }

  // Titles before, verbs of saying, "who", an age or a function behind, prepositions of place, an article.
  void surroundings(Points& p, const NameCandidate& name) const {
    const TokenIndex first = name.span.begin, last = name.span.end - 1;
    const Token& head = parse_[last];
    if (name.titled || titled(first)) of(p, NameOf::person) += 2.5;
    if (follows_title_of_a_country(first)) of(p, NameOf::person) += 2.0;
    if (name.bracketed) of(p, NameOf::body) += 1.5;
    const Token& governor = parse_[head.head];
    if (head.relation == Relation::nsubj && is_verbal(governor)) {
      const Cue* cue = b_.story.lexicon.cues->verb(governor.lemma);
      if (cue != nullptr && cue->kind == Cue::Kind::speech) {
        of(p, NameOf::person) += 0.9;
        of(p, NameOf::body) += 0.4;
      } else {
        of(p, NameOf::person) += 0.3;
      }
    }
    if (head.relation == Relation::pobj) {
      if (governor.lower == "in") of(p, NameOf::place) += 0.8;
      if (governor.lower == "at") of(p, NameOf::body) += 0.4, of(p, NameOf::place) += 0.3, of(p, NameOf::person) -= 0.5;
    }
    const bool article = first > 0 && parse_[first - 1].lower == "the" && parse_[first - 1].head == last;
    if (article) of(p, NameOf::body) += 0.7, of(p, NameOf::person) -= 1.5;
    for (const TokenIndex child : parse_.children(last)) {
      const Token& c = parse_[child];
      if (c.relation == Relation::relcl && child_word(parse_, child, "who") != kNoToken) of(p, NameOf::person) += 1.5;
      if (c.relation != Relation::appos || child < last) continue;
      if (c.tag == Tag::cd) of(p, NameOf::person) += 1.2;  // "…, 34, said"
      if (is_function(child)) of(p, NameOf::person) += 1.5;
      if (is_body_noun(child)) of(p, NameOf::body) += 1.5;
    }
    if (head.relation == Relation::appos && is_body_noun(head.head)) of(p, NameOf::body) += 2.0;
    if (head.relation == Relation::compound && head.head > last) owned_by_body(p, head.head);
    if (before_small_place(last)) of(p, NameOf::place) += 3.0;
    if (head.relation == Relation::nsubj && governor.lemma == "be") {
      for (const TokenIndex what : attributes(parse_, head.head)) {
        if (is_function(what)) of(p, NameOf::person) += 1.5;
        if (is_body_noun(what)) of(p, NameOf::body) += 1.5;
      }
    }
    if (first > 0 && parse_[first - 1].head == last && is_body_noun(first - 1)) of(p, NameOf::body) += 2.0;
    if (head.relation == Relation::dobj || head.relation == Relation::dative) {
      const Cue* cue = b_.story.lexicon.cues->verb(governor.lemma);
      if (cue != nullptr && cue->hearer) of(p, NameOf::body) += 0.5, of(p, NameOf::person) += 0.5;
    }
    if (head.relation == Relation::appos && is_function(head.head)) of(p, NameOf::person) += 1.2;
    if (first > 1 && parse_[first - 1].text == "," && is_function(first - 2)) of(p, NameOf::person) += 1.0;
    if (head.relation == Relation::conj && parse_[head.head].name == NameType::person) of(p, NameOf::person) += 0.5;
  }

  // "the Hirak movement", "Motagua leader Ana Paz"; but "the Trump administration", "the Mori cabinet".
  void owned_by_body(Points& p, TokenIndex noun) const {
    if (is_function(noun) && b_.who.title_phrases.find(parse_[noun].lower)) of(p, NameOf::body) += 1.2;
    if (!is_body_noun(noun)) return;
    const ActorNoun& known = b_.who.nouns[*b_.who.noun_phrases.find(parse_[noun].lower)];
    if (known.sector != "GOV") of(p, NameOf::body) += 1.4;
  }

  // "ambassador to Kenya …", "President of Chile …"
  bool follows_title_of_a_country(TokenIndex first) const {
    if (first == 0 || (parse_[first - 1].name != NameType::gpe && b_.country_at(first - 1) == EntityBuilder::kNone)) {
      return false;
    }
    const auto title = long_title_before(b_, parse_.sentences[parse_[first].sentence].begin, first);
    return title && title->span.end < first;
  }

  // "the South China sea", "the Norfolk islands"
  bool before_small_place(TokenIndex last) const {
    if (last + 1 >= parse_.size() || !parse_[last].space_after) return false;
    const Token& next = parse_[last + 1];
    if (next.text != next.lower || (next.tag != Tag::nn && next.tag != Tag::nns)) return false;
    std::string word(next.text);
    word[0] = static_cast<char>(word[0] - 'a' + 'A');
    return b_.who.is_part(word, NamePart::Kind::place);
  }

  bool titled(TokenIndex first) const {
    if (first == 0) return false;
    const TokenIndex before = first - 1;
    if (parse_[before].sentence != parse_[first].sentence) return false;
    for (TokenIndex back = 3; back-- > 0;) {
      if (before < back) continue;
      const auto title = b_.who.title_phrases.longest(parse_, b_.story.text, before - back);
      if (title && title->end == first) return true;
    }
    return false;
  }

  // "a founding member", "the club's captain", "a farmer".
  bool is_function(TokenIndex t) const {
    if (parse_[t].tag != Tag::nn) return false;
    if (b_.who.title_phrases.find(parse_[t].lower)) return true;
    const auto noun = b_.who.noun_phrases.find(parse_[t].lower);
    return noun && b_.who.nouns[*noun].kind == ActorNoun::Kind::people;
  }

  static std::vector<std::string_view> split_words(std::string_view text) {
    std::vector<std::string_view> out;
    while (!text.empty()) {
      const std::size_t blank = text.find(' ');
      if (blank > 0) out.push_back(text.substr(0, blank));
      if (blank == std::string_view::npos) break;
      text.remove_prefix(blank + 1);
    }
    return out;
  }

  // Given names, words of bodies, places and things, capitals within.
  void spelling(Points& p, const std::string& text) const {
    const auto all = split_words(text);
    if (all.empty()) return;
    const bool given = b_.who.given_names.contains(std::string(all.front()));
    bool body = false;
    for (std::size_t i = 0; i < all.size(); ++i) {
      const NamePart* part = b_.who.part(all[i]);
      if (part == nullptr || (all.size() == 1 && part->kind != NamePart::Kind::thing)) continue;
      const bool heads =
          i + 1 == all.size() || all[i + 1] == "of" || all[i + 1] == "for" || all[i + 1] == "on" || all[i + 1] == "and";
      if (part->kind == NamePart::Kind::body) {
        of(p, NameOf::body) += heads ? 4.0 : 1.5;
        body = true;
      }
      if (!heads || body) continue;
      if (part->kind == NamePart::Kind::place) of(p, NameOf::place) += 4.0;
      if (part->kind == NamePart::Kind::thing) of(p, NameOf::thing) += 6.0;
    }
    if (!body && (all.size() == 2 || all.size() == 3)) of(p, NameOf::person) += 0.3;
    if (given && !body) of(p, NameOf::person) += all.size() == 1 ? 0.9 : 2.2;
    if (all.size() == 1) {
      if (b_.who.holders_by_surname.contains(person_key(text))) of(p, NameOf::person) += 0.9;
      std::size_t capitals = 0;
      for (const char c : text) capitals += c >= 'A' && c <= 'Z' ? 1 : 0;
      if (capitals >= 2 && text.find('-') == std::string::npos && text.find('.') == std::string::npos &&
          !text.starts_with("Mc") && !text.starts_with("Mac") && text.find('\'') == std::string::npos) {
        of(p, NameOf::body) += 1.0;
      }
    }
  }

  NameOf best(const Points& p) const {
    NameOf out = NameOf::nothing;
    double most = 0.8;
    for (const NameOf reading : {NameOf::body, NameOf::person, NameOf::place, NameOf::thing}) {
      const double points = p[static_cast<std::size_t>(reading)];
      if (points > most) {
        most = points;
        out = reading;
      }
    }
    return out;
  }

  // What is said of a surname alone is said of the full name: "Nengola leads a team" of "Taleni Nengola".
  void share_surnames() {
    for (auto& [text, seen] : by_words_) {
      const auto all = split_words(text);
      if (all.size() < 2 || all.size() > 4 || has_body_word(all)) continue;
      const auto alone = by_words_.find(std::string(all.back()));
      if (alone == by_words_.end()) continue;
      of(seen.points, NameOf::person) += std::max(0.0, of(alone->second.points, NameOf::person) - 0.3) * 0.6;
    }
  }

  bool has_body_word(const std::vector<std::string_view>& words) const {
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view w) { return b_.who.is_part(w, NamePart::Kind::body); });
  }

  // Whoever has a full name is meant by its first and last words too.
  void learn_parts(const NameCandidate& name) {
    const std::string text = words(name);
    const Points& p = by_words_.at(text).points;
    const auto all = split_words(text);
    if (best(p) != NameOf::person || all.size() < 2) return;
    ++surnames_[std::string(all.back())];
    ++first_names_[std::string(all.front())];
  }

  NameOf verdict(const NameCandidate& name) {
    const std::string text = words(name);
    Points p = by_words_.at(text).points;
    if (b_.who.title_phrases.find(text) || is_portfolio(name) || text.starts_with("www")) return NameOf::nothing;
    if (text.find(' ') == std::string::npos) {
      if (surnames_.contains(text))
        of(p, NameOf::person) += 2.5;
      else if (first_names_.contains(text))
        of(p, NameOf::person) += 1.5;
      if (name.label != NameType::person && is_common_word(name)) return NameOf::nothing;
    }
    const NameOf reading = best(p);
    if (is_honorific(name.span)) return NameOf::nothing;
    const bool small = std::none_of(text.begin(), text.end(), [](char c) { return (c >= 'A' && c <= 'Z') || c < 0; });
    if (small && reading == NameOf::person) return NameOf::nothing;  // "covid-19"
    // What the recogniser did not see needs more than its neighbours.
    if (name.label == NameType::none) {
      if (reading == NameOf::person && p[static_cast<std::size_t>(reading)] < 1.8) return NameOf::nothing;
      if (reading == NameOf::body && p[static_cast<std::size_t>(reading)] < 1.4) return NameOf::nothing;
    }
    return reading;
  }

  // "HH", "Mr": nobody's name by itself.
  bool is_honorific(TokenSpan span) const {
    return std::all_of(parse_.tokens.begin() + span.begin, parse_.tokens.begin() + span.end, [&](const Token& t) {
      return b_.who.is_part(t.text, NamePart::Kind::honorific) || t.pos == Pos::punct;
    });
  }

  // "the Minister of Finance", "the minister for Higher Education": what an office is about is no body.
  bool is_portfolio(const NameCandidate& name) {
    const TokenIndex first = name.span.begin;
    // "… of Trade, Industry and Mining"
    if (first > 0 && portfolio_end_ != 0 && first == portfolio_end_ + 1 && name.label != NameType::person &&
        (parse_[first - 1].text == "," || parse_[first - 1].lower == "and")) {
      portfolio_end_ = name.span.end;
      return true;
    }
    if (first < 2 || (parse_[first - 1].lower != "of" && parse_[first - 1].lower != "for")) return false;
    const auto title = b_.who.title_phrases.find(parse_[first - 2].lower);
    if (!title || name.label == NameType::gpe || b_.who.is_part(parse_[first].text, NamePart::Kind::body)) return false;
    const std::string& office = b_.who.titles[*title].name;
    if (!office.ends_with("minister") && !office.ends_with("commissioner") && !office.ends_with("secretary"))
      return false;
    portfolio_end_ = name.span.end;
    return true;
  }

  // A single common noun with a capital: "State", "Nitrogen", "the University".
  bool is_common_word(const NameCandidate& name) const {
    const Token& t = parse_[name.span.begin];
    if (name.span.size() != 1) return false;
    if (t.text == t.lower) return true;
    const NamePart* part = b_.who.part(t.text);
    const auto noun = b_.who.noun_phrases.find(t.lower);
    if (part != nullptr && (part->kind == NamePart::Kind::place || part->kind == NamePart::Kind::thing)) return true;
    if (part == nullptr && !noun) return false;
    if (part != nullptr && part->kind != NamePart::Kind::body && !noun) return false;
    // "the Senate", "the Cabinet" are names where no sentence begins.
    const std::string& sector = noun ? b_.who.nouns[*noun].sector : part->sector;
    const bool proper =
        (sector == "LEG" || t.lower == "cabinet") && parse_.sentences[t.sentence].begin != name.span.begin;
    return !proper && !name.bracketed;
  }

  const EntityBuilder& b_;
  const Parse& parse_;
  std::vector<NameCandidate>& names_;
  std::unordered_map<std::string, Seen> by_words_;
  std::unordered_map<std::string, int> surnames_, first_names_;
  TokenIndex portfolio_end_ = 0;  // of the last name that was an office's field
};

}  // namespace

void judge_names(const EntityBuilder& b, std::vector<NameCandidate>& names) {
  Judge(b, names).run();
}

}  // namespace dragoman
