#include "who/name_clues.h"

#include "gazetteer/fold.h"
#include "gazetteer/gazetteer.h"
#include "gazetteer/place_words.h"
#include "language/syntax.h"
#include "statements/cues.h"
#include "text/ascii.h"
#include "who/context.h"
#include "who/long_titles.h"
#include "who/occupations.h"

#include <algorithm>

namespace dragoman {

namespace {

void set(ClueSet& to, Clue clue, bool value = true) {
  if (value) to[static_cast<std::size_t>(clue)] = true;
}

bool is_town_or_land(NameType type) {
  return type == NameType::gpe || type == NameType::loc;
}

// The neighbours of one mention.
class Around {
 public:
  Around(const EntityBuilder& b, const NameCandidate& name)
      : b_(b),
        parse_(b.parse),
        where_(*b.story.lexicon.where),
        name_(name),
        first_(name.span.begin),
        last_(name.span.end - 1),
        head_(parse_[last_]) {}

  ClueSet run() {
    called();
    before();
    behind();
    role();
    apposition();
    anaphora();
    return out_;
  }

 private:
  void called() {
    switch (name_.label) {
      case NameType::person:
        return set(out_, name_.span.size() > 1 ? Clue::called_person_in_full : Clue::called_person);
      case NameType::org:
        return set(out_, Clue::called_body);
      case NameType::gpe:
        return set(out_, Clue::called_town);
      case NameType::loc:
        return set(out_, Clue::called_landscape);
      case NameType::fac:
        return set(out_, Clue::called_building);
      case NameType::norp:
        return set(out_, Clue::called_people);
      case NameType::none:
        return;
      default:
        return set(out_, Clue::called_thing);
    }
  }

  // ---- nouns

  bool is_common_noun(TokenIndex t) const { return parse_[t].tag == Tag::nn || parse_[t].tag == Tag::nns; }

  const ActorNoun* noun(TokenIndex t) const {
    if (!is_common_noun(t)) return nullptr;
    const auto found = b_.who.noun_phrases.find(parse_[t].lower);
    return found ? &b_.who.nouns[*found] : nullptr;
  }
  // "a founding member", "the club's captain", "a farmer".
  bool is_of_people(TokenIndex t) const {
    if (parse_[t].tag != Tag::nn) return false;
    if (b_.who.title_phrases.find(parse_[t].lower)) return true;
    const ActorNoun* known = noun(t);
    return known != nullptr && known->kind == ActorNoun::Kind::people;
  }
  bool is_of_body(TokenIndex t) const {
    const ActorNoun* known = noun(t);
    return known != nullptr && known->kind == ActorNoun::Kind::body;
  }
  bool is_of_government(TokenIndex t) const { return is_of_body(t) && is_of_state(noun(t)->sector); }
  // "province", "river".
  bool is_of_place(TokenIndex t) const {
    if (!is_common_noun(t) || is_of_body(t)) return false;
    const std::string word = with_capital(parse_[t].tag == Tag::nns ? parse_[t].lemma : parse_[t].lower);
    return b_.who.is_part(word, NamePart::Kind::place) || where_.types.contains(word);
  }

  // "film", "frigate", "typhoon".
  bool is_of_thing(TokenIndex t) const {
    const NamePart* part = b_.who.part(with_capital(parse_[t].lower));
    return parse_[t].tag == Tag::nn && part != nullptr &&
           (part->kind == NamePart::Kind::called || part->kind == NamePart::Kind::thing);
  }

  // As the parts of names are kept; empty where it is no word of small letters.
  static std::string with_capital(std::string_view small) {
    std::string word(small);
    if (word.empty() || word[0] < 'a' || word[0] > 'z') return {};
    word[0] = static_cast<char>(word[0] - 'a' + 'A');
    return word;
  }

  bool titled() const {
    if (first_ == 0) return false;
    if (parse_[first_ - 1].sentence != parse_[first_].sentence) return false;
    constexpr TokenIndex kLongest = 3;
    const auto title = b_.who.title_phrases.ending_at(parse_, b_.story.text, 0, first_, kLongest);
    return title && !is_half_of_a_word(b_, title->begin);  // not "the nine-member Harbour Panel"
  }

  // "ambassador to Kenya …", "President of Chile …"
  bool follows_title_of_a_country() const {
    if (first_ == 0 ||
        (parse_[first_ - 1].name != NameType::gpe && b_.country_at(first_ - 1) == EntityBuilder::kNone)) {
      return false;
    }
    const auto title = long_title_before(b_, parse_.sentences[parse_[first_].sentence].begin, first_);
    return title && title->span.end < first_;
  }

  void before() {
    set(out_, Clue::title_before, name_.titled || titled() || follows_title_of_a_country());
    set(out_, Clue::in_brackets, name_.bracketed);
    set(out_, Clue::first_in_sentence, parse_.sentences[parse_[first_].sentence].begin == first_);
    set(out_, Clue::plural, head_.tag == Tag::nnps || head_.tag == Tag::nns);
    if (first_ == 0) return;
    const TokenIndex t = first_ - 1;
    set(out_, Clue::in_quotation_marks,
        is_quotation_mark(parse_[t]) && name_.span.end < parse_.size() && is_quotation_mark(parse_[name_.span.end]));
    const TokenIndex honorific = parse_[t].text == "." && t > 0 ? t - 1 : t;
    set(out_, Clue::honorific_before, b_.who.is_part(parse_[honorific].text, NamePart::Kind::honorific));
    const Token& word = parse_[t];
    set(out_, Clue::noun_of_people_before, is_of_people(t) || (word.text == "," && t > 0 && is_of_people(t - 1)));
    set(out_, Clue::noun_of_body_before, word.head == last_ && is_of_body(t));
    set(out_, Clue::noun_of_place_before,
        (word.head == last_ && is_of_place(t)) || where_.introductions.longest(parse_, b_.story.text, t) ||
            (t > 0 && word.lower == "of" &&
             (is_of_place(t - 1) || where_.introductions.longest(parse_, b_.story.text, t - 1))));
    set(out_, Clue::noun_of_thing_before, is_of_thing(t) && (word.head == last_ || head_.head == t));
    set(out_, Clue::article_before, word.lower == "the" && word.head == last_);
    std::string direction(word.lower);
    if (!direction.empty() && word.text == word.lower) {
      direction[0] = static_cast<char>(direction[0] - 'a' + 'A');
      set(out_, Clue::direction_before, where_.directions.contains(direction));
    }
    set(out_, Clue::place_and_comma_before, word.text == "," && t > 0 && is_town_or_land(parse_[t - 1].name));
  }

  void behind() {
    const TokenIndex t = name_.span.end;
    if (t + 1 >= parse_.size()) return;
    const Token& word = parse_[t];
    set(out_, Clue::number_behind, word.tag == Tag::cd && parse_[last_].space_after);
    const Token& next = parse_[t + 1];
    set(out_, Clue::place_behind_comma, word.text == "," && is_town_or_land(next.name));
    set(out_, Clue::based_behind, word.text == "-" && next.lower == "based");
    set(out_, Clue::short_form_behind,
        word.text == "(" && t + 2 < parse_.size() && parse_[t + 2].text == ")" && is_capitals(next.text));
    // "the South China sea", "the Norfolk islands"
    set(out_, Clue::noun_of_place_behind, parse_[last_].space_after && is_of_place(t));
    if (head_.relation != Relation::compound || head_.head <= last_) return;
    const TokenIndex noun = head_.head;
    if (where_.dwellers.contains(parse_[noun].text)) return set(out_, Clue::noun_of_dweller_behind);
    if (is_of_people(noun)) return set(out_, Clue::noun_of_people_behind);
    if (is_of_government(noun)) return set(out_, Clue::noun_of_government_behind);
    if (is_of_body(noun)) {
      return set(out_, this->noun(noun)->sector == "MED" ? Clue::noun_of_medium_behind : Clue::noun_of_body_behind);
    }
    if (is_of_place(noun)) return set(out_, Clue::noun_of_place_behind);
    set(out_, Clue::noun_behind);
  }

  static bool is_capitals(std::string_view text) {
    return text.size() >= 2 && std::count_if(text.begin(), text.end(), is_ascii_upper) >= 2;
  }

  void role() {
    const Token& governor = parse_[head_.head];
    const bool verb = is_verbal(governor);
    const Cue* cue = verb ? b_.story.lexicon.cues->verb(governor.lemma) : nullptr;
    switch (head_.relation) {
      case Relation::nsubj:
        if (cue != nullptr && cue->kind == Cue::Kind::speech)
          set(out_, Clue::speaks);
        else
          set(out_, Clue::acts);
        if (governor.lemma == "be") attribute(head_.head);
        break;
      case Relation::nsubjpass:
        set(out_, Clue::undergoes);
        break;
      case Relation::dobj:
      case Relation::dative:
        set(out_, Clue::is_told, cue != nullptr && cue->hearer);
        set(out_, Clue::is_visited, where_.verbs.contains(governor.lemma));
        break;
      case Relation::poss:
        if (is_of_body(head_.head))
          set(out_, Clue::owns_a_body);
        else
          set(out_, Clue::owns);
        break;
      case Relation::pobj:
        if (governor.lower == "to" && parse_[governor.head].lower == "according")
          set(out_, Clue::behind_according_to);
        else
          preposition(governor.lower);
        break;
      case Relation::conj:
        beside(governor.name);
        break;
      default:
        break;
    }
    for (const TokenIndex child : parse_.children(last_)) {
      if (parse_[child].relation == Relation::conj) beside(parse_[child].name);
    }
  }

  void attribute(TokenIndex verb) {
    for (const TokenIndex what : attributes(parse_, verb)) is_what(what);
  }

  void is_what(TokenIndex noun) {
    set(out_, Clue::is_a_person, is_of_people(noun));
    set(out_, Clue::is_a_body, is_of_body(noun));
    set(out_, Clue::is_a_place, is_of_place(noun));
  }

  void beside(NameType type) {
    set(out_, Clue::beside_a_person, type == NameType::person);
    set(out_, Clue::beside_a_body, type == NameType::org);
    set(out_, Clue::beside_a_place, is_town_or_land(type));
  }

  void preposition(std::string_view word) {
    if (out_[static_cast<std::size_t>(Clue::title_before)]) return;  // "ambassador to Kenya Ana Paz"
    if (word == "in") return set(out_, Clue::behind_in);
    if (word == "at") return set(out_, Clue::behind_at);
    if (word == "from") return set(out_, Clue::behind_from);
    if (word == "to") return set(out_, Clue::behind_to);
    if (word == "of") return set(out_, Clue::behind_of);
    if (word == "by") return set(out_, Clue::behind_by);
    if (word == "with") return set(out_, Clue::behind_with);
    if (word == "for") return set(out_, Clue::behind_for);
    const auto found = where_.prepositions.find(word);
    set(out_, Clue::behind_a_preposition_of_place,
        found != where_.prepositions.end() && found->second >= Locative::people);
  }

  void apposition() {
    for (const TokenIndex child : parse_.children(last_)) {
      const Token& c = parse_[child];
      if (c.relation == Relation::relcl) {
        set(out_, Clue::who_behind, child_word(parse_, child, "who") != kNoToken);
        set(out_, Clue::where_behind, child_word(parse_, child, "where") != kNoToken);
      }
      if (c.relation != Relation::appos || child < last_) continue;
      set(out_, Clue::age_behind, c.tag == Tag::cd);
      is_what(child);
    }
    if (head_.relation == Relation::appos) is_what(head_.head);
  }

  // "he" and "his", "it" and "its" soon after.
  void anaphora() {
    constexpr TokenIndex kReach = 14;
    const TokenIndex end = std::min<TokenIndex>(parse_.size(), name_.span.end + kReach);
    for (TokenIndex t = name_.span.end; t < end; ++t) {
      const std::string_view w = parse_[t].lower;
      if (parse_[t].name_begin) return;
      if (w == "he" || w == "she" || w == "his" || w == "her" || w == "him") return set(out_, Clue::he_behind);
      if (w == "its" || w == "itself") return set(out_, Clue::its_behind);
    }
  }

  const EntityBuilder& b_;
  const Parse& parse_;
  const WhereLexicon& where_;
  const NameCandidate& name_;
  TokenIndex first_, last_;
  const Token& head_;
  ClueSet out_{};
};

// Towns and lands by the gazetteer and the lexicon.
void look_up(const EntityBuilder& b, const std::string& words, ClueSet& out) {
  set(out, Clue::known_region, b.story.lexicon.where->names.find(words).has_value());
  if (b.story.gazetteer == nullptr) return;
  constexpr std::uint32_t kTown = 5000, kCity = 50000, kGreatCity = 500000;
  bool first_name = false, other_name = false;
  std::uint32_t inhabitants = 0;
  for (const GazetteerPosting posting : b.story.gazetteer->find(gazetteer_key(words))) {
    (posting.other_name() ? other_name : first_name) = true;
    if (!posting.other_name()) {
      inhabitants = std::max(inhabitants, b.story.gazetteer->place(posting.row()).population);
    }
  }
  if (first_name) {
    set(out, inhabitants >= kGreatCity ? Clue::great_city
             : inhabitants >= kCity    ? Clue::city
             : inhabitants >= kTown    ? Clue::town
                                       : Clue::village);
  } else {
    set(out, Clue::other_name_of_town, other_name);
  }
}

void letters(std::string_view text, bool single, ClueSet& out) {
  std::size_t upper = 0, lower = 0, within = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    upper += is_ascii_upper(c) ? 1 : 0;
    lower += c >= 'a' && c <= 'z' ? 1 : 0;
    within += is_ascii_upper(c) && i > 0 && text[i - 1] >= 'a' && text[i - 1] <= 'z' ? 1 : 0;
    if (c >= '0' && c <= '9') set(out, Clue::digit_within);
    if (c == '&') set(out, Clue::ampersand_within);
    if (c == '-' && i + 1 < text.size() && text[i + 1] >= 'a' && text[i + 1] <= 'z') {
      set(out, Clue::hyphened_given_name);
    }
  }
  const bool scottish = text.starts_with("Mc") || text.starts_with("Mac");
  if (upper >= 2 && lower == 0)
    set(out, single ? Clue::capitals_alone : Clue::capitals_throughout);
  else if (!scottish && ((single && upper >= 2 && text.find_first_of("-.'") == std::string_view::npos) || within > 0))
    set(out, Clue::capitals_within);
}

// "Council of …", "Day against …", "Diario del …": what comes before the word says what the name is of.
bool is_behind_the_head(std::string_view word) {
  constexpr std::string_view kWords = " of for on and against del de di da do des della ";
  return kWords.find(" " + std::string(word) + " ") != std::string_view::npos;
}

}  // namespace

ClueSet clues_around(const EntityBuilder& b, const NameCandidate& name) {
  return Around(b, name).run();
}

ClueSet clues_within(const EntityBuilder& b, const std::string& words) {
  ClueSet out{};
  set(out, Clue::always);
  const auto all = split_at_blanks(words);
  if (all.empty()) return out;
  set(out, all.size() == 1   ? Clue::one_word
           : all.size() == 2 ? Clue::two_words
           : all.size() == 3 ? Clue::three_words
                             : Clue::many_words);
  letters(words, all.size() == 1, out);
  look_up(b, words, out);
  bool body = false;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const bool small = all[i][0] >= 'a' && all[i][0] <= 'z';
    const NamePart* part = b.who.part(all[i]);
    if (part != nullptr && part->kind == NamePart::Kind::particle) {
      set(out, Clue::particle_within, all.size() > 1);
      continue;
    }
    set(out, Clue::small_word_within, small);
    if (part == nullptr || (all.size() == 1 && part->kind != NamePart::Kind::thing)) continue;
    const bool heads = i + 1 == all.size() || is_behind_the_head(all[i + 1]);
    if (part->kind == NamePart::Kind::body) {
      set(out, heads ? Clue::body_word_last : Clue::body_word_within);
      body = true;
    }
    if (part->kind == NamePart::Kind::place && i == 0 && !body) set(out, Clue::place_word_first);
    if (!heads || body) continue;
    set(out, Clue::place_word_last, part->kind == NamePart::Kind::place);
    set(out, Clue::thing_word_last, part->kind == NamePart::Kind::thing);
  }
  const bool given = b.who.given_names.contains(all.front());
  if (given && !body) set(out, all.size() == 1 ? Clue::given_name_alone : Clue::given_name_first);
  set(out, Clue::surname_of_register, !body && b.who.holders_by_surname.contains(person_key(all.back())));
  set(out, Clue::country_first, all.size() > 1 && (b.who.peoples.find(all.front()) || b.who.names.find(all.front())));
  set(out, Clue::common_noun, all.size() == 1 && b.who.noun_phrases.find(words).has_value());
  return out;
}

}  // namespace dragoman
