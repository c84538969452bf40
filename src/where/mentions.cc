#include "where/mentions.h"

#include "language/syntax.h"
#include "lexicon/lexicon.h"
#include "who/names.h"
#include "who/seats.h"

#include <algorithm>
#include <unordered_map>

namespace dragoman {

namespace {

// Inhabitants that a town must have to be seen where the recogniser does not see it: by how much the words around say
// that this is a place.
constexpr std::uint32_t kTown = 500;
constexpr std::uint32_t kLargerTown = 3000;
constexpr std::uint32_t kCity = 20000;
constexpr std::uint32_t kLargeCity = 100000;
constexpr std::uint32_t kGreatCity = 300000;
constexpr std::uint32_t kMetropolis = 1000000;
constexpr TokenIndex kLongestName = 5;  // words

bool is_name(const Token& t) {
  return t.tag == Tag::nnp || t.tag == Tag::nnps;
}

bool is_capital(const Token& t) {
  return !t.text.empty() && ((t.text[0] >= 'A' && t.text[0] <= 'Z') || static_cast<unsigned char>(t.text[0]) >= 0xC3U);
}

bool is_place_name(NameType type) {
  return type == NameType::gpe || type == NameType::loc;
}

bool is_of_another_kind(NameType type) {
  return type == NameType::person || type == NameType::org || type == NameType::norp || type == NameType::product ||
         type == NameType::event || type == NameType::work_of_art || type == NameType::law;
}

class Finder {
 public:
  Finder(const Story& story, CandidateFinder& candidates)
      : story_(story),
        parse_(story.parse),
        where_(*story.lexicon.where),
        candidates_(candidates),
        taken_(parse_.size(), false),
        name_at_(parse_.size(), -1) {
    for (std::size_t i = 0; i < parse_.names.size(); ++i) {
      const TokenSpan span = parse_.names[i].span;
      for (TokenIndex t = span.begin; t < span.end; ++t) name_at_[t] = static_cast<std::int32_t>(i);
      count_votes(parse_.names[i]);
    }
  }

  std::vector<PlaceMention> run() {
    dateline();
    for (TokenIndex t = 0; t < parse_.size(); ++t) {
      const bool found = is_open(t) ? known(t) || (!is_time(t) && (county(t) || typed(t) || introduced(t) ||
                                                                   recognised(t) || body(t) || located(t)))
                                    : is_open_type(t) && known(t);
      if (found) t = found_.back().span.end - 1;
    }
    repeated();
    in_order();
    behind_commas();
    for (std::size_t i = 0; i + 1 < found_.size(); ++i) {
      if (names_its_container(i)) found_[i].inside = static_cast<std::int32_t>(i + 1);
      found_[i].in_list = is_followed_in_list(i);
    }
    return std::move(found_);
  }

 private:
  bool is_open(TokenIndex t) const { return !taken_[t] && !story_.boilerplate[t] && is_capital(parse_[t]); }
  /// "gulf" before "of Aden".
  bool is_open_type(TokenIndex t) const {
    return !taken_[t] && !story_.boilerplate[t] && t + 1 < parse_.size() && parse_[t + 1].text == "of" &&
           where_.type(parse_[t].text) != nullptr;
  }
  bool is_time(TokenIndex t) const { return story_.time_at[t] >= 0; }
  std::string words(TokenSpan span) const {
    return std::string(story_.text.view(parse_[span.begin].begin, parse_[span.end - 1].end));
  }
  void in_order() {
    std::sort(found_.begin(), found_.end(),
              [](const PlaceMention& a, const PlaceMention& b) { return a.span.begin < b.span.begin; });
  }

  bool add(TokenSpan span, bool certain, bool listed = true) {
    for (TokenIndex t = span.begin; t < span.end; ++t) {
      if (taken_[t]) return false;
    }
    for (TokenIndex t = span.begin; t < span.end; ++t) taken_[t] = true;
    PlaceMention mention;
    mention.span = span;
    mention.name = words(span);
    mention.certain = certain;
    mention.listed = listed;
    found_.push_back(std::move(mention));
    return true;
  }

  // ---- what the recogniser says in other places

  /// A name that is a place here and a person there: each time counts, the last word of a full name twice, and so does
  /// standing where only places stand.
  void count_votes(const NameSpan& name) {
    if (is_place_name(name.type)) votes_[words(name.span)] += 1;
    if (name.type == NameType::person || name.type == NameType::org) {
      if (locative(name.span) == Locative::sure) votes_[words(name.span)] += 2;
    }
    if (name.type != NameType::person) return;
    if (name.span.size() > 1) votes_[words({name.span.end - 1, name.span.end})] -= 2;
    votes_[words(name.span)] -= 1;
  }
  /// A city that everybody knows speaks for itself.
  int votes(TokenSpan span) {
    const auto found = votes_.find(words(span));
    if (found == votes_.end()) return 0;
    constexpr int kKnownCity = 6;
    return found->second < 0 && candidates_.is_town(found->first, kGreatCity) ? found->second + kKnownCity
                                                                              : found->second;
  }
  bool is_common(TokenSpan span) const { return where_.common.contains(words(span)); }
  /// "UN", "TxDOT": letters that stand for a body.
  bool is_acronym(TokenSpan span) const {
    constexpr std::size_t kLongest = 6;
    const std::string_view text = parse_[span.begin].text;
    return span.size() == 1 && text.size() <= kLongest &&
           std::count_if(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; }) >= 2 &&
           text.find('-') == std::string_view::npos;
  }

  // ---- what the entities say

  /// The entity mention that covers a token, if it is resolved.
  const TokenMention* mention(TokenIndex t) const {
    const std::int32_t m = story_.mention_at[t];
    return m < 0 || story_.mentions[static_cast<std::size_t>(m)].entities.empty()
               ? nullptr
               : &story_.mentions[static_cast<std::size_t>(m)];
  }
  const Entity& entity(const TokenMention& m) const { return story_.record.entities[m.entities.front()]; }
  /// A seat that stands for its government, unless the words around say that something is there: "over Jakarta".
  bool acts(TokenSpan span, Locative around) const {
    return is_metonym(span.begin) && (around < Locative::people || seat_speaks(story_, span.end - 1)) &&
           mention(span.begin)->span.end >= span.end;
  }
  bool is_metonym(TokenIndex t) const {
    const TokenMention* m = mention(t);
    return m != nullptr && m->kind == MentionKind::metonym;
  }
  /// Part of the name of a body or a person that goes on beyond the span.
  bool is_inside_a_name(TokenSpan span) const {
    const TokenMention* m = mention(span.begin);
    return m != nullptr && m->kind == MentionKind::name && entity(*m).type != EntityType::country &&
           (m->span.begin < span.begin || m->span.end > span.end);
  }
  /// A body, medium or group, or a person: not a country.
  bool is_other_entity(TokenIndex t) const {
    const TokenMention* m = mention(t);
    return m != nullptr && entity(*m).type != EntityType::country && m->kind == MentionKind::name;
  }
  /// A body that only the recogniser knows, and that does nothing: "Crimea was annexed".
  bool is_idle_body(TokenSpan span) const {
    const TokenMention* m = mention(span.begin);
    return m != nullptr && m->span == span && entity(*m).type == EntityType::organisation &&
           parse_[m->head].relation != Relation::nsubj && !story_.lexicon.who->names.find(words(span));
  }
  /// A person that the document names by more than these words, or gives an office.
  bool is_person(TokenSpan span) const {
    const TokenMention* m = mention(span.begin);
    if (m == nullptr || entity(*m).type != EntityType::person || m->kind != MentionKind::name) return false;
    return m->span != span || entity(*m).name != words(span) || !entity(*m).roles.empty();
  }

  // ---- what the words around say

  Locative locative(TokenSpan span) const {
    if (is_introduced(span.begin) || names_dwellers(span) || is_explained(span)) return Locative::sure;
    TokenIndex t = span.end - 1;
    for (int i = 0; i < kMaxClimb; ++i) {
      const Token& token = parse_[t];
      if (token.head == t) return Locative::no;
      if (token.relation == Relation::pobj) {
        const auto found = where_.prepositions.find(std::string(parse_[token.head].lower));
        return found == where_.prepositions.end() ? Locative::no : found->second;
      }
      if (token.relation == Relation::dobj && where_.verbs.contains(std::string(parse_[token.head].lemma))) {
        return Locative::people;
      }
      if (token.relation != Relation::conj && token.relation != Relation::appos && !span.contains(token.head)) {
        return Locative::no;
      }
      t = token.head;
    }
    return Locative::no;
  }

  /// "a Dover woman": the noun right behind.
  bool names_dwellers(TokenSpan span) const {
    if (span.end >= parse_.size() || !parse_[span.end - 1].space_after) return false;
    const Token& next = parse_[span.end];
    return where_.dwellers.contains(std::string(next.text)) &&
           (parse_[span.end - 1].head == span.end || parse_[parse_[span.end - 1].head].head == span.end ||
            parse_[span.end - 1].head == next.head);
  }

  /// "Malengo, a village in the hills": what stands beside it says that it is a place.
  bool is_explained(TokenSpan span) const {
    constexpr TokenIndex kFarthest = 6;
    if (span.end + 1 >= parse_.size() || parse_[span.end].text != ",") return false;
    for (TokenIndex t = span.end + 1; t < parse_.size() && t < span.end + kFarthest; ++t) {
      const Token& noun = parse_[t];
      if (noun.relation == Relation::appos && span.contains(noun.head)) {
        return (noun.tag == Tag::nn || noun.tag == Tag::nns) && where_.type(noun.text) != nullptr;
      }
    }
    return false;
  }
  /// "the town of" in front.
  bool is_introduced(TokenIndex t) const {
    if (t > 0 && where_.introductions.longest(parse_, story_.text, t - 1)) return true;
    return t > 1 && parse_[t - 1].lower == "of" && where_.introductions.longest(parse_, story_.text, t - 2);
  }

  const NameSpan* name_of(TokenIndex t) const {
    return name_at_[t] < 0 ? nullptr : &parse_.names[static_cast<std::size_t>(name_at_[t])];
  }

  /// "Gori, Georgia": right behind a place that is no country.
  bool follows_a_place(TokenIndex t) const {
    return t >= 2 && parse_[t - 1].text == "," && !found_.empty() && found_.back().span.end == t - 1 &&
           found_.back().listed && !is_country_name(found_.back().span.begin);
  }
  bool is_country_name(TokenIndex t) const {
    const TokenMention* m = mention(t);
    return m != nullptr && entity(*m).type == EntityType::country;
  }
  /// "the Summit", "his Excellency": no town takes an article.
  bool follows_an_article(TokenSpan span) const {
    if (span.begin == 0 || names_dwellers(span)) return false;
    const Tag before = parse_[span.begin - 1].tag;
    return before == Tag::dt || before == Tag::prp_poss || before == Tag::pos;
  }

  /// "Anbar" behind "Al-", and the hyphen between them.
  bool is_part_of_name(TokenIndex t) const {
    if (parse_[t].text == "-") return !parse_[t - 1].space_after && !parse_[t].space_after;
    return is_name(parse_[t]) && (parse_[t - 1].space_after || parse_[t - 1].text == "-");
  }
  bool goes_on_a_name(TokenIndex t) const { return t > 0 && is_name(parse_[t - 1]) && parse_[t - 1].space_after; }

  // ---- the ways to a place

  // Countries, states, regions, seas of the lexicon.
  bool known(TokenIndex t) {
    const auto match = where_.names.longest(parse_, story_.text, t);
    const WhoLexicon& who = *story_.lexicon.who;
    const auto country = who.names.longest(parse_, story_.text, t);
    const bool is_country = country && who.known[country->value].type == EntityType::country;
    const TokenIndex end = std::max(match ? match->end : 0, is_country ? country->end : 0);
    if (end == 0) return false;
    const TokenSpan span{t, end};
    if (is_inside_a_name(span) || is_time(span.end - 1)) return false;
    const NameSpan* name = name_of(t);
    // A longer name that the gazetteer has as a whole is another place: "Kansas City".
    if (name != nullptr && name->span.end > end && name->span.begin <= t && is_place_name(name->type) &&
        (where_.types.contains(std::string(parse_[name->span.end - 1].text)) ||
         candidates_.is_town(words({t, name->span.end}), 0, false))) {
      return false;
    }
    const Locative around = locative(span);
    if (is_country && country->end == end) {
      // The name of a country is a place where something is located there.
      return add(span, true, !is_metonym(t) && (around >= Locative::people || follows_a_place(t)));
    }
    if (acts(span, around)) return add(span, true, false);
    if (is_person(span)) return false;
    if (span.size() == 1) {
      const bool person_or_body = (mention(t) != nullptr && !is_idle_body(span)) ||
                                  (name != nullptr && name->type != NameType::org && is_of_another_kind(name->type));
      const bool article = t > 0 && parse_[t - 1].lower == "the";
      if (person_or_body && around == Locative::no && !article) return false;
      if (!is_name(parse_[t]) && (name == nullptr || !is_place_name(name->type))) return false;
    }
    return add(span, true);
  }

  // "Harlan County", whatever the recogniser makes of it.
  bool county(TokenIndex t) {
    if (parse_[t].tag == Tag::dt) return false;
    for (TokenIndex end = t + 1; end < parse_.size() && end < t + kLongestName && is_capital(parse_[end]); ++end) {
      const PlaceType* type = where_.type(parse_[end].text);
      if (type == nullptr || (type->small == PlaceType::Small::beside && !type->is_area)) continue;
      const TokenSpan span{t, end + 1};
      if (is_person({t, t + 1})) continue;
      // Where the gazetteer has it without its type, it must end here: no "Lansing State Journal".
      const bool ends = !goes_on_a_name(t) && (span.end == parse_.size() || !is_name(parse_[span.end]));
      if (candidates_.is_town(words(span), 0) || (ends && !candidates_.of(words(span)).empty())) return add(span, true);
    }
    return false;
  }

  // "Narok county", "the Oti river": a name before a type in small letters.
  bool typed(TokenIndex t) {
    constexpr TokenIndex kMost = 3;
    if (goes_on_a_name(t)) return false;
    TokenIndex end = t;
    while (end < parse_.size() && end < t + kMost && is_name(parse_[end]) && is_capital(parse_[end]) &&
           parse_[end].space_after && !is_time(end)) {
      ++end;
    }
    if (end == t || end == parse_.size() || parse_[end - 1].head != end) return false;
    const Token& head = parse_[end];
    const PlaceType* type = head.tag == Tag::nn || head.tag == Tag::nns ? where_.type(head.text) : nullptr;
    if (type == nullptr) return false;
    const TokenSpan name{t, end};
    const NameSpan* recognised = name_of(t);
    if (is_person(name) || is_common(name) || is_acronym(name) || is_inside_a_name({t, end + 1}) || is_metonym(t) ||
        is_country_name(t) ||
        (recognised != nullptr && recognised->type == NameType::norp && candidates_.of(words(name)).empty())) {
      return false;
    }
    // "Pacific island states" are no island.
    const bool is_part = type->small == PlaceType::Small::part && !where_.names.find(words(name));
    return add({t, is_part ? end + 1 : end}, true);
  }

  // "the town of Malengo", "Malengo, a village in the hills", though nothing else knows it.
  bool introduced(TokenIndex t) {
    if (!is_name(parse_[t]) || goes_on_a_name(t)) return false;
    TokenIndex end = t + 1;
    while (end < parse_.size() && end < t + kLongestName && is_part_of_name(end)) ++end;
    const TokenSpan span{t, end};
    if (!is_introduced(t) && !is_explained(span)) return false;
    if (span.size() > 1 && is_other_entity(t) && candidates_.of(words(span)).empty()) return false;
    return !is_person(span) && !is_inside_a_name(span) && !is_common(span) && !is_metonym(t) && !is_country_name(t) &&
           add(span, true);
  }

  // What the recogniser calls a place. Of "Dallas, Texas" as one name the first; of "Northeast Georgia", where no such
  // place is known, the last.
  bool recognised(TokenIndex t) {
    const NameSpan* name = name_of(t);
    if (name == nullptr || !is_place_name(name->type)) return false;
    TokenSpan span{t, t};
    while (span.end < name->span.end && parse_[span.end].text != ",") ++span.end;
    while (span.size() > 0 && (ends_outside(parse_[span.end - 1]) || ends_beside(span))) --span.end;
    if (span.size() == 0 || is_common(span)) return false;
    if (parse_[t].tag == Tag::dt && !candidates_.is_town(words(span), kTown)) return false;  // not "The Hague"
    if (acts(span, locative(span))) return add(span, true, false);
    if (is_person(span) || is_inside_a_name(span) || votes(span) < 0) return false;
    // What the gazetteer does not know, or what is written like a body's initials, is what the entities say it is.
    if (is_other_entity(t) && (is_acronym(span) || candidates_.of(words(span)).empty())) return false;
    if (span.size() > 1 && candidates_.of(words(span)).empty()) {
      if (where_.directions.contains(std::string(parse_[t].text)) &&
          !candidates_.of(words({t + 1, span.end})).empty()) {
        return add({t + 1, span.end}, true);
      }
      const auto introduction = where_.introductions.longest(parse_, story_.text, t);
      if (introduction && introduction->end < span.end) return add({introduction->end, span.end}, true);
      for (TokenIndex end = span.end - 1; end > t; --end) {
        if (!where_.bodies.longest(parse_, story_.text, end) || candidates_.of(words({t, end})).empty()) continue;
        return add({t, end}, true);
      }
    }
    return add(span, true);
  }

  /// "province" behind a name that it is no part of.
  bool ends_beside(TokenSpan span) const {
    const Token& last = parse_[span.end - 1];
    if (span.size() < 2 || is_capital(last)) return false;
    const PlaceType* type = where_.type(last.text);
    return type != nullptr &&
           (type->small == PlaceType::Small::beside ||
            (!where_.names.find(words(span)) && where_.names.find(words({span.begin, span.end - 1}))));
  }
  static bool ends_outside(const Token& t) {
    const bool letters = std::any_of(t.text.begin(), t.text.end(), [](char c) {
      return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0xC3U;
    });
    return t.is_space || t.tag == Tag::pos || (!letters && t.text != ".") || t.text.starts_with("\xE2\x80");
  }

  // "Dover Police", "Cottonport Fire Station": the town in front.
  bool body(TokenIndex t) {
    if (goes_on_a_name(t)) return false;
    for (TokenIndex end = t + 1; end < parse_.size() && end < t + kLongestName; ++end) {
      if (!is_name(parse_[end - 1])) return false;
      const TokenSpan span{t, end};
      if (!where_.bodies.longest(parse_, story_.text, end) || is_person(span)) continue;
      if (is_common(span)) return false;
      if (candidates_.is_town(words(span), kTown)) return add(span, false);
    }
    return false;
  }

  // What the gazetteer knows, where the words around say that it is a place.
  bool located(TokenIndex t) {
    if (!is_name(parse_[t]) || goes_on_a_name(t)) return false;
    TokenIndex end = t + 1;
    while (end < parse_.size() && end < t + kLongestName && is_name(parse_[end]) && parse_[end - 1].space_after) ++end;
    const TokenSpan span{t, end};
    if (is_person(span) || is_inside_a_name(span) || is_common(span) || is_acronym(span)) return false;
    const Locative around = locative(span);
    const NameSpan* name = name_of(t);
    const bool other = is_other_entity(t) || (name != nullptr && is_of_another_kind(name->type));
    // "Cape Town" taken for a person: no full name of one is that of a great city, as a rule.
    if (other && span.size() > 1 && candidates_.is_town(words(span), kGreatCity)) return add(span, true);
    if (acts(span, around) || around == Locative::no || votes(span) < -1 || follows_an_article(span)) return false;
    // The less sure the words, the greater the town must be that is taken for a person or a body.
    constexpr int kOften = 3;
    const bool is_often_sure = votes(span) >= kOften && !story_.lexicon.who->names.find(words(span));
    const std::uint32_t inhabitants = !other || is_often_sure      ? kLargerTown
                                      : around == Locative::sure   ? kCity
                                      : around == Locative::people ? kLargeCity
                                                                   : kMetropolis;
    return candidates_.is_town(words(span), inhabitants) && add(span, false);
  }

  // The same words as a place found elsewhere, where nothing says that they are something else.
  void repeated() {
    std::unordered_map<std::string_view, std::vector<std::pair<std::string, TokenIndex>>> by_first;
    for (const PlaceMention& mention : found_) {
      if (!mention.listed) continue;
      auto& names = by_first[parse_[mention.span.begin].text];
      const auto name = std::pair(mention.name, mention.span.size());
      if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
    }
    for (TokenIndex t = 0; t < parse_.size(); ++t) {
      if (!is_open(t) || is_time(t) || is_metonym(t) || goes_on_a_name(t)) continue;
      const auto names = by_first.find(parse_[t].text);
      if (names == by_first.end()) continue;
      for (const auto& [name, size] : names->second) {
        const TokenSpan span{t, std::min(t + size, parse_.size())};
        if (words(span) != name || is_person(span) || is_inside_a_name(span)) continue;
        if (span.end < parse_.size() && is_name(parse_[span.end]) && parse_[span.end - 1].space_after &&
            mention(span.end) != nullptr) {
          continue;
        }
        if (mention(t) != nullptr && (!is_other_entity(t) || votes(span) < 0 || is_acronym(span))) continue;
        if (add(span, false)) break;
      }
    }
  }

  // "DE" behind "Dover,".
  void behind_commas() {
    std::vector<PlaceMention> states;
    for (const PlaceMention& mention : found_) {
      const TokenIndex t = mention.span.end;
      if (t + 1 >= parse_.size() || parse_[t].text != "," || taken_[t + 1]) continue;
      const auto match = where_.after_comma.longest(parse_, story_.text, t + 1);
      if (!match) continue;
      PlaceMention state;
      state.span = {t + 1, match->end};
      state.name = words(state.span);
      state.abbreviation = true;
      states.push_back(std::move(state));
    }
    found_.insert(found_.end(), states.begin(), states.end());
    in_order();
  }

  bool names_its_container(std::size_t i) const {
    const TokenIndex end = found_[i].span.end, begin = found_[i + 1].span.begin;
    return begin == end + 1 && (parse_[end].text == "," || parse_[end].text == "(");
  }

  bool is_followed_in_list(std::size_t i) const {
    const TokenIndex end = found_[i].span.end, begin = found_[i + 1].span.begin;
    if (begin <= end || begin > end + 2) return false;
    for (TokenIndex t = end; t < begin; ++t) {
      if (parse_[t].text != "," && parse_[t].tag != Tag::cc) return false;
    }
    return true;
  }

  // "MOSCOW (AP)_", "BAGHDAD, Iraq (AP) --": the names before agency and date.
  void dateline() {
    for (const Boilerplate& zone : story_.record.document.boilerplate) {
      if (zone.why != "dateline") continue;
      TokenIndex t = 0;
      while (t < parse_.size() && story_.text.code_point(parse_[t].begin) < zone.span.begin) ++t;
      const TokenIndex last = std::min<TokenIndex>(t + 2 * kLongestName, parse_.size());
      while (t < last && story_.boilerplate[t]) {
        const TokenIndex begin = t;
        while (t < last && story_.boilerplate[t] && is_capital(parse_[t])) ++t;
        if (t == begin) break;
        TokenSpan span{begin, t};
        while (span.size() > 1 && ends_outside(parse_[span.end - 1])) --span.end;
        if (!candidates_.of(words(span)).empty()) add(span, true);
        if (t >= last || parse_[t].text != ",") break;
        ++t;
      }
      return;
    }
  }

  const Story& story_;
  const Parse& parse_;
  const WhereLexicon& where_;
  CandidateFinder& candidates_;
  std::vector<bool> taken_;
  std::vector<std::int32_t> name_at_;
  std::unordered_map<std::string, int> votes_;
  std::vector<PlaceMention> found_;
};

}  // namespace

std::vector<PlaceMention> find_place_mentions(const Story& story, CandidateFinder& finder) {
  return Finder(story, finder).run();
}

}  // namespace dragoman
