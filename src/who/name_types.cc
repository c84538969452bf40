// What a name is the name of: what speaks for each reading is gathered over all mentions of the same words, then each
// mention is judged.
#include "language/syntax.h"
#include "text/ascii.h"
#include "who/context.h"
#include "who/long_titles.h"
#include "who/name_clues.h"

#include <algorithm>
#include <optional>
#include <unordered_map>
#include <unordered_set>

namespace dragoman {

namespace {

class Judge {
 public:
  Judge(const EntityBuilder& b, std::vector<NameCandidate>& names, std::vector<NameEvidence>* evidence)
      : b_(b), parse_(b.parse), names_(names), evidence_(evidence) {}

  void run() {
    around_.reserve(names_.size());
    for (const NameCandidate& name : names_) {
      around_.push_back(clues_around(b_, name));
      const auto [found, is_new] = by_words_.try_emplace(b_.words(name.span));
      if (is_new) found->second.within = clues_within(b_, found->first);
      Seen& seen = found->second;
      ++seen.count;
      for (std::size_t i = 0; i < kClueCount; ++i) seen.counts[i] += around_.back()[i] ? 1 : 0;
    }
    learn_parts();
    find_small_words();
    for (const NameCandidate& name : names_) {
      if (is_what_an_office_is_of(name) || is_said_to_be_a_body(name)) bodies_.insert(b_.words(name.span));
    }
    for (auto& [words, seen] : by_words_) relate(words, seen);
    for (std::size_t i = 0; i < names_.size(); ++i) {
      const auto ruled = by_rule(names_[i]);
      names_[i].verdict = ruled ? *ruled : by_clues(names_[i], around_[i]);
      if (evidence_ != nullptr) evidence_->push_back({amounts(names_[i], around_[i]), ruled.has_value()});
      names_[i].shared = by_words_.at(b_.words(names_[i].span)).has(Clue::surname_of_another);
    }
    abbreviate_things();
  }

 private:
  struct Seen {
    std::array<std::uint16_t, kClueCount> counts{};  // mentions that have it
    ClueSet within{};
    int count = 0;

    bool has(Clue e) const { return within[static_cast<std::size_t>(e)] || counts[static_cast<std::size_t>(e)] > 0; }
    bool mostly(Clue e) const { return 2 * counts[static_cast<std::size_t>(e)] >= count; }
  };

  // "the Common Ticket System (CTS) … CTS": the initials of a thing are no body either.
  void abbreviate_things() {
    std::unordered_set<std::string> short_names;
    for (std::size_t i = 0; i + 1 < names_.size(); ++i) {
      const NameCandidate &thing = names_[i], &initials = names_[i + 1];
      if (thing.verdict != NameOf::thing || !initials.bracketed || initials.span.begin != thing.span.end + 1) continue;
      if (!by_words_.at(b_.words(thing.span)).has(Clue::thing_word_last)) continue;
      if (begins_words_of(initials.span, thing.span)) short_names.insert(b_.words(initials.span));
    }
    if (short_names.empty()) return;
    for (NameCandidate& name : names_) {
      if (name.verdict == NameOf::body && short_names.contains(b_.words(name.span))) name.verdict = NameOf::thing;
    }
  }

  // Whether each letter of the initials stands at the beginning of a word of the name, in its order.
  bool begins_words_of(TokenSpan initials, TokenSpan name) const {
    TokenIndex t = name.begin;
    for (const char c : b_.words(initials)) {
      while (t < name.end && (parse_[t].text[0] | 0x20) != (c | 0x20)) ++t;
      if (t++ >= name.end) return false;
    }
    return true;
  }

  static bool looks_like_person(const Seen& seen) {
    return !seen.has(Clue::one_word) && !seen.has(Clue::body_word_last) && !seen.has(Clue::body_word_within) &&
           !seen.has(Clue::place_word_last) && !seen.has(Clue::thing_word_last) &&
           (seen.mostly(Clue::called_person_in_full) || seen.has(Clue::title_before) ||
            seen.has(Clue::given_name_first));
  }
  static bool looks_like_body(const Seen& seen) {
    return seen.has(Clue::body_word_last) || seen.has(Clue::body_word_within);
  }

  static std::string initials(const std::vector<std::string_view>& words) {
    std::string out;
    for (const std::string_view w : words) {
      if (is_ascii_upper(w[0])) out += w[0];
    }
    return out;
  }

  // Whoever has a full name is meant by its first and last words too, a body by its first words and its initials.
  void learn_parts() {
    for (const auto& [text, seen] : by_words_) {
      const auto all = split_at_blanks(text);
      if (all.size() < 2) continue;
      if (looks_like_person(seen)) {
        first_words_.emplace(all.front(), true);
        surnames_.emplace(all.back(), true);
      }
      if (!looks_like_body(seen)) continue;
      const NamePart* last = b_.who.part(all.back());
      if (last != nullptr && last->sector == "BUS") companies_.emplace(without_genitive(all.front()));
      for (std::size_t i = 0; i + 1 < all.size(); ++i) {
        const auto end = static_cast<std::size_t>(all[i].data() + all[i].size() - text.data());
        starts_of_bodies_.emplace(text.substr(0, end), true);
      }
      if (const std::string short_form = initials(all); short_form.size() >= 2) short_forms_.emplace(short_form, true);
    }
  }

  // "Paz" of "Paz's Bakery Co."
  static std::string without_genitive(std::string_view word) {
    for (const std::string_view ending : {"'s", "\u2019s"}) {
      if (word.ends_with(ending)) word.remove_suffix(ending.size());
    }
    return std::string(word);
  }

  // "Section", where the document has "section" too.
  void find_small_words() {
    for (const Token& t : parse_.tokens) {
      if (t.text == t.lower && !t.is_space && t.pos != Pos::punct) small_words_.emplace(t.text);
    }
  }

  bool is_small_elsewhere(std::string_view text) const {
    std::string small(text.substr(text.rfind(' ') + 1));  // the last word
    if (small.empty() || !is_ascii_upper(small[0])) return false;
    small[0] = ascii_lower(small[0]);
    return small_words_.contains(small);
  }

  void relate(const std::string& text, Seen& seen) const {
    const auto set = [&](Clue e, bool value) { seen.within[static_cast<std::size_t>(e)] = value; };
    set(Clue::small_elsewhere, is_small_elsewhere(text));
    if (seen.has(Clue::one_word)) {
      set(Clue::surname_of_another, surnames_.contains(text));
      set(Clue::first_word_of_person, first_words_.contains(text));
      set(Clue::short_form_of_body, short_forms_.contains(text));
    } else {
      const auto alone = by_words_.find(std::string(split_at_blanks(text).back()));
      set(Clue::surname_is_a_person,
          alone != by_words_.end() && (alone->second.has(Clue::title_before) || alone->second.has(Clue::speaks) ||
                                       alone->second.has(Clue::he_behind) || alone->second.has(Clue::called_person)));
    }
    set(Clue::first_words_of_body, starts_of_bodies_.contains(text));
  }

  // What the words alone decide.
  std::optional<NameOf> by_rule(const NameCandidate& name) {
    const std::string text = b_.words(name.span);
    if (b_.who.title_phrases.find(text) || is_portfolio(name) || text.starts_with("www") || is_date(name) ||
        is_honorific(name.span)) {
      return NameOf::nothing;
    }
    const Seen& seen = by_words_.at(text);
    const bool of_person = seen.has(Clue::surname_of_another) || seen.has(Clue::first_word_of_person);
    if (name.label != NameType::person && !of_person && is_common_word(name)) return NameOf::nothing;
    if (is_proper_body(name)) return NameOf::body;
    if (name.label == NameType::person && !of_person && !is_addressed(seen) && is_of_many(name)) return NameOf::nothing;
    if (!of_person && b_.who.things.contains(text)) return NameOf::thing;
    if (seen.has(Clue::thing_word_last)) return NameOf::thing;
    if (!of_person && is_what_a_thing_is_of(name)) return NameOf::thing;
    if (!seen.has(Clue::body_word_last) && !is_addressed(seen)) return by_first_word(name);
    return std::nullopt;
  }

  // "Angry Dockers", "Tall Kenyans": people in the plural.
  bool is_of_many(const NameCandidate& name) const {
    const Token& last = parse_[name.span.end - 1];
    if (last.tag != Tag::nns && last.tag != Tag::nnps) return false;
    if (b_.who.peoples.find(last.text)) return true;
    const auto noun = b_.who.noun_phrases.find(last.lower);
    return noun && b_.who.nouns[*noun].plural && b_.who.nouns[*noun].kind == ActorNoun::Kind::people;
  }

  // "Slavery" of "the Day against Slavery", "Youth" and "Students" of "the Festival of Youth and Students".
  bool is_what_a_thing_is_of(const NameCandidate& name) {
    const TokenIndex first = name.span.begin;
    if (name.span.size() != 1 || first < 2 || name.label == NameType::gpe || name.titled) return false;
    const bool goes_on = thing_end_ != 0 && first == thing_end_ + 1 &&
                         (parse_[first - 1].text == "," || parse_[first - 1].lower == "and");
    const std::string_view link = parse_[first - 1].lower;
    const Token& thing = parse_[first - 2];
    const bool begins = (link == "of" || link == "for" || link == "against" || link == "on") && is_capitalised(thing) &&
                        b_.who.is_part(thing.text, NamePart::Kind::thing) && !is_in_capitals(thing);
    if (!begins && !goes_on) return false;
    const bool somebody = b_.who.names.find(parse_[first].text) || b_.who.part(parse_[first].text) != nullptr;
    if (somebody || is_in_capitals(parse_[first])) return false;
    thing_end_ = name.span.end;
    return true;
  }

  // "Typhoon Ramon", "Lake Otieno".
  std::optional<NameOf> by_first_word(const NameCandidate& name) const {
    if (name.span.size() < 2 || !parse_[name.span.begin].space_after) return std::nullopt;
    const auto part = b_.who.first_parts.find(parse_[name.span.begin].text);
    if (part == b_.who.first_parts.end()) return std::nullopt;
    return part->second.kind == NamePart::Kind::place ? NameOf::place : NameOf::thing;
  }

  // A clue counts by the words themselves, and around a mention half for this one, half for up to two of all.
  static double amount(const Seen& seen, const ClueSet& around, std::size_t clue) {
    return (seen.within[clue] ? 1.0 : 0.0) + (around[clue] ? 0.5 : 0.0) + 0.5 * std::min<double>(seen.counts[clue], 2);
  }
  std::array<double, kClueCount> amounts(const NameCandidate& name, const ClueSet& around) const {
    const Seen& seen = by_words_.at(b_.words(name.span));
    std::array<double, kClueCount> out{};
    for (std::size_t clue = 0; clue < kClueCount; ++clue) out[clue] = amount(seen, around, clue);
    return out;
  }

  NameOf by_clues(const NameCandidate& name, const ClueSet& around) const {
    const std::string text = b_.words(name.span);
    const Seen& seen = by_words_.at(text);
    std::array<double, kReadingCount> points{};
    for (std::size_t clue = 0; clue < kClueCount; ++clue) {
      const double value = amount(seen, around, clue);
      if (value == 0) continue;
      for (std::size_t i = 0; i < kReadingCount; ++i) points[i] += value * b_.who.clues[clue][i];
    }
    const auto best = static_cast<std::size_t>(std::max_element(points.begin(), points.end()) - points.begin());
    const auto reading = static_cast<NameOf>(static_cast<std::size_t>(NameOf::person) + best);
    // "Nordan shares" of a report on the Nordan Shipping Co. and of no Mr Nordan.
    const bool alone = seen.has(Clue::one_word) && !seen.has(Clue::given_name_alone);
    if (reading == NameOf::person && alone && companies_.contains(text) && !is_addressed(seen)) return NameOf::body;
    // "the president of Lakeside Sangam" is in a body.
    if (reading == NameOf::person && bodies_.contains(text) && !is_addressed(seen)) return NameOf::body;
    const bool small = std::none_of(text.begin(), text.end(), [](char c) { return is_ascii_upper(c) || c < 0; });
    return small && reading == NameOf::person ? NameOf::thing : reading;  // "covid-19"
  }

  // Called Mr or by a title, or somebody's surname or first name.
  static bool is_addressed(const Seen& seen) {
    return seen.has(Clue::title_before) || seen.has(Clue::honorific_before) || seen.has(Clue::age_behind) ||
           seen.has(Clue::he_behind) || seen.has(Clue::surname_of_another) || seen.has(Clue::first_word_of_person);
  }

  // "Nordan Blue" of "the airline Nordan Blue" and of "Nordan Blue, an airline"; but a given name is a person's.
  bool is_said_to_be_a_body(const NameCandidate& name) const {
    const TokenIndex first = name.span.begin, last = name.span.end - 1;
    if (name.titled || by_words_.at(b_.words(name.span)).has(Clue::given_name_first)) return false;
    const bool beside = first > 0 && parse_[first - 1].space_after && is_noun_of_bodies_alone(first - 1);
    if (beside && !ends_long_title(first)) return true;
    const auto& children = parse_.children(last);
    return std::any_of(children.begin(), children.end(), [&](TokenIndex child) {
      const bool told = child_word(parse_, child, "a") != kNoToken || child_word(parse_, child, "an") != kNoToken ||
                        child_of(parse_, child, Relation::poss) != kNoToken;
      return parse_[child].relation == Relation::appos && core_phrase(parse_, child).begin == last + 2 && told &&
             is_noun_of_bodies_alone(child);
    });
  }

  // "the head of the union" of "the head of the union Nordan Blue", who is a person; not so behind a name and a comma.
  bool ends_long_title(TokenIndex end) const {
    const TokenIndex floor = parse_.sentences[parse_[end].sentence].begin;
    const auto title = long_title_before(b_, floor, end);
    if (!title) return false;
    TokenIndex begin = title->span.begin;
    while (begin > floor && (parse_[begin - 1].tag == Tag::dt || parse_[begin - 1].tag == Tag::jj)) --begin;
    return begin == floor || parse_[begin - 1].text != ",";
  }

  // "airline", "think tank"; not "producer", which people are as well, nor "ministry", which names stand before.
  bool is_noun_of_bodies_alone(TokenIndex t) const {
    constexpr TokenIndex kLongest = 4;
    if (parse_[t].tag != Tag::nn) return false;
    const TokenIndex floor = parse_.sentences[parse_[t].sentence].begin;
    const auto found = b_.who.noun_phrases.ending_at(parse_, b_.story.text, floor, t + 1, kLongest);
    if (!found) return false;
    const ActorNoun& noun = b_.who.nouns[found->value];
    const std::string_view word = parse_[t].lower;
    const bool agent = noun.sector != "MED" && (word.ends_with("er") || word.ends_with("or"));
    return noun.kind == ActorNoun::Kind::body && !noun.plural && !agent && !is_of_state(noun.sector);
  }

  // "Lakeside Sangam" of "the president of the Kenyan Lakeside Sangam" and of "Lakeside Sangam President Paz".
  bool is_what_an_office_is_of(const NameCandidate& name) const {
    if (name.label == NameType::gpe) return false;
    TokenIndex t = name.span.begin;
    const TokenIndex floor = parse_.sentences[parse_[t].sentence].begin;
    while (t > floor && (parse_[t - 1].lower == "the" || b_.country_at(t - 1) != EntityBuilder::kNone)) --t;
    const bool owns = name.span.end < parse_.size() && parse_[name.span.end].tag == Tag::pos;
    if (t > floor && parse_[t - 1].lower == "of" && !owns) {
      constexpr TokenIndex kLongest = 5;
      const auto title = b_.who.title_phrases.ending_at(parse_, b_.story.text, floor, t - 1, kLongest);
      if (title && is_in_a_body(title->value)) return true;
    }
    if (name.span.size() < 2) return false;
    const auto title = b_.who.title_phrases.longest(parse_, b_.story.text, name.span.end);
    return title && is_in_a_body(title->value) && title->end < parse_.size() &&
           parse_[title->end].name == NameType::person && parse_[name.span.end - 1].space_after;
  }

  // People have spokesmen, managers and advisers, too.
  bool is_in_a_body(std::uint32_t title) const {
    const Title& t = b_.who.titles[title];
    return t.of_body && !t.serves_people;
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

  bool is_date(const NameCandidate& name) const {
    const auto& times = b_.story.time_at;
    return name.span.begin < times.size() && times[name.span.begin] >= 0 && name.label != NameType::person;
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
    return !is_proper_body(name) && !name.bracketed;
  }

  // "the Senate", "the Cabinet" are names where no sentence begins.
  bool is_proper_body(const NameCandidate& name) const {
    const Token& t = parse_[name.span.begin];
    if (name.span.size() != 1 || t.text == t.lower || parse_.sentences[t.sentence].begin == name.span.begin)
      return false;
    const NamePart* part = b_.who.part(t.text);
    const auto noun = b_.who.noun_phrases.find(t.lower);
    if (noun) return b_.who.nouns[*noun].sector == "LEG" || t.lower == "cabinet";
    return part != nullptr && part->kind == NamePart::Kind::body && part->sector == "LEG";
  }

  const EntityBuilder& b_;
  const Parse& parse_;
  std::vector<NameCandidate>& names_;
  std::vector<NameEvidence>* evidence_;  // null: nobody asks for it
  std::vector<ClueSet> around_;
  std::unordered_map<std::string, Seen> by_words_;
  std::unordered_map<std::string, bool> first_words_, surnames_, starts_of_bodies_, short_forms_;
  std::unordered_set<std::string_view> small_words_;
  std::unordered_set<std::string> companies_;  // first words of names that a company's word ends
  std::unordered_set<std::string> bodies_;     // names that offices are in or that a noun says are bodies'
  TokenIndex portfolio_end_ = 0;               // of the last name that was an office's field
  TokenIndex thing_end_ = 0;                   // of the last name that said what a thing is of
};

}  // namespace

void judge_names(const EntityBuilder& b, std::vector<NameCandidate>& names, std::vector<NameEvidence>* evidence) {
  Judge(b, names, evidence).run();
}

}  // namespace dragoman
