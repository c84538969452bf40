#include "where/mentions.h"

#include "where/surroundings.h"
#include "who/dateline.h"
#include "who/names.h"

#include <algorithm>
#include <unordered_map>

namespace dragoman {

namespace {

constexpr TokenIndex kLongestName = 5;  // words

bool is_of_another_kind(NameType type) {
  return type == NameType::person || type == NameType::org || type == NameType::norp || type == NameType::product ||
         type == NameType::event || type == NameType::work_of_art || type == NameType::law;
}

class Finder : private Surroundings {
 public:
  Finder(const Story& story, CandidateFinder& candidates)
      : Surroundings(story, candidates), taken_(parse_.size(), false), judged_at_(parse_.size(), -1) {
    for (std::size_t i = 0; i < story.place_names.size(); ++i) {
      judged_at_[story.place_names[i].begin] = static_cast<std::int32_t>(i);
    }
  }

  std::vector<PlaceMention> run() {
    dateline();
    for (TokenIndex t = 0; t < parse_.size(); ++t) typed_list(t);
    for (TokenIndex t = 0; t < parse_.size(); ++t) {
      const bool found =
          is_open(t) ? known(t) || (!is_time(t) && (constituency(t) || county(t) || typed(t) || introduced(t) ||
                                                    heads(t) || recognised(t) || judged(t) || body(t) || located(t)))
                     : is_open_type(t) && known(t);
      if (found) t = found_.back().span.end - 1;
    }
    repeated();
    listed_beside();
    in_order();
    behind_commas();
    for (std::size_t i = 0; i + 1 < found_.size(); ++i) {
      if (names_its_container(i)) {
        found_[i].inside = static_cast<std::int32_t>(i + 1);
        const Token& outer = parse_[found_[i + 1].span.end - 1];
        found_[i].is_apposed = outer.relation == Relation::appos && found_[i].span.contains(outer.head);
      }
      found_[i].in_list = is_followed_in_list(i);
    }
    for (PlaceMention& place : found_) {
      if (place.listed && !is_country_name(place.span.begin)) widen(place);
    }
    return std::move(found_);
  }

 private:
  /// Which part of it, or what kind of place, is in the name though the gazetteer knows it without: "South Auckland",
  /// "the City of Iqaluit".
  void widen(PlaceMention& place) {
    TokenSpan& span = place.span;
    if (span.begin == 0 || !is_capital(parse_[span.begin])) return;
    const TokenIndex before = span.begin - 1;
    const auto is_part = [&](TokenIndex t) {
      return is_open(t) && mention(t) == nullptr && parse_[t].sentence == parse_[span.begin].sentence &&
             parse_[t].space_after;
    };
    TokenIndex begin = span.begin;
    if (is_part(before) && where_.directions.contains(parse_[before].text) &&
        (span.contains(parse_[before].head) || parse_[before].head == parse_[span.begin].head)) {
      begin = before;
    } else if (before > 0 && parse_[before].lower == "of" && is_part(before - 1) &&
               story_.lexicon.who->is_part(parse_[before - 1].text, NamePart::Kind::place) &&
               parse_[before].head == before - 1) {
      begin = before - 1;
    }
    for (TokenIndex t = begin; t < span.begin; ++t) taken_[t] = true;
    span.begin = begin;
  }

  bool is_open(TokenIndex t) const { return !taken_[t] && !story_.boilerplate[t] && is_capital(parse_[t]); }
  /// "gulf" before "of Aden".
  bool is_open_type(TokenIndex t) const {
    return !taken_[t] && !story_.boilerplate[t] && t + 1 < parse_.size() && parse_[t + 1].text == "of" &&
           where_.type(parse_[t].text) != nullptr;
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
    mention.has_article = span.size() == 1 && follows_the(span);
    mention.listed = listed;
    found_.push_back(std::move(mention));
    return true;
  }

  /// "Gori, Georgia": right behind a place that is no country.
  bool follows_a_place(TokenIndex t) const {
    return t >= 2 && parse_[t - 1].text == "," && parse_[t].relation != Relation::nsubj && !found_.empty() &&
           found_.back().span.end == t - 1 && found_.back().listed && !is_country_name(found_.back().span.begin);
  }

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
    if (t > 0 && parse_[t - 1].tag == Tag::cd && parse_[t].text.ends_with('.')) return false;  // "200 B.C."
    const NameSpan* name = name_of(t);
    // A longer name that the gazetteer has as a whole is another place: "Kansas City".
    if (name != nullptr && name->span.end > end && name->span.begin <= t && is_place_name(name->type) &&
        (where_.types.contains(parse_[name->span.end - 1].text) ||
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
    if (type->small == PlaceType::Small::part && !where_.names.find(words(name))) return add({t, end + 1}, true);
    if (!add(name, true)) return false;
    if (type->is_area) name_as_area(found_.back(), head.text);
    return true;
  }
  /// "Narok" before "county" is asked for as "Narok County", if anything is so named.
  void name_as_area(PlaceMention& mention, std::string_view type) {
    std::string full = mention.name + ' ' + std::string(type);
    full[mention.name.size() + 1] = static_cast<char>(type[0] - 'a' + 'A');
    if (!candidates_.of(full).empty()) mention.name = std::move(full);
  }

  // "Barrow, Jackson and Madison counties".
  void typed_list(TokenIndex noun) {
    const PlaceType* type = parse_[noun].tag == Tag::nns ? where_.type(parse_[noun].lemma) : nullptr;
    if (type == nullptr || !type->is_area || story_.boilerplate[noun]) return;
    std::vector<TokenSpan> names;
    for (TokenIndex end = noun; end > 0;) {
      TokenIndex begin = end;
      while (begin > 0 && is_name(parse_[begin - 1]) && is_capital(parse_[begin - 1]) && !taken_[begin - 1]) --begin;
      if (begin == end || is_common({begin, end})) break;
      names.push_back({begin, end});
      end = begin;
      while (end > 0 && (parse_[end - 1].text == "," || parse_[end - 1].tag == Tag::cc)) --end;
      if (end == begin) break;
    }
    if (names.size() < 2) return;
    for (const TokenSpan name : names) {
      if (add(name, true)) name_as_area(found_.back(), parse_[noun].lemma);
    }
  }

  // "Muscat: The minister …", "BEIRUT: …", "Srinagar- The …" at the head of a report or a paragraph.
  bool heads(TokenIndex t) {
    if (!is_name(parse_[t])) return false;
    if (t > 0 && !parse_[t - 1].is_space && parse_[t - 1].text != ".") return false;
    TokenIndex end = t + 1;
    while (end < parse_.size() && end < t + kLongestName && is_name(parse_[end]) && parse_[end - 1].space_after) ++end;
    if (end == parse_.size()) return false;
    const std::string_view mark = parse_[end].text;
    if (mark != ":" && mark != "-" && mark != "--" && !mark.starts_with("\xE2\x80\x93") &&
        !mark.starts_with("\xE2\x80\x94")) {
      return false;
    }
    if (mark == "-" && !parse_[end].space_after) return false;
    const TokenSpan span{t, end};
    const std::string name = words(span);
    const bool capitals = std::none_of(name.begin(), name.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    return !is_person(span) && !is_inside_a_name(span) && candidates_.is_town(name, capitals ? kCity : kLargeCity) &&
           add(span, true);
  }

  // "D-N.Y.", "R-Moorpark" behind a member of a parliament.
  bool constituency(TokenIndex t) {
    if (t < 3 || parse_[t - 1].text != "-" || parse_[t - 1].space_after || parse_[t - 2].space_after ||
        parse_[t - 3].text != "," || !where_.parties.contains(parse_[t - 2].text)) {
      return false;
    }
    TokenIndex end = t + 1;
    while (end < parse_.size() && end < t + kLongestName && is_name(parse_[end]) && parse_[end - 1].space_after) ++end;
    return !candidates_.of(words({t, end})).empty() && add({t, end}, true);
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
    if (span.size() == 0 || is_common(span) || is_known_body(span)) return false;
    if (parse_[t].tag == Tag::dt && !candidates_.is_town(words(span), kTown)) return false;  // not "The Hague"
    if (acts(span, locative(span))) return add(span, true, false);
    if (is_person(span) || is_inside_a_name(span) || votes(span) < 0) return false;
    // What the gazetteer does not know, or what is written like a body's initials, is what the entities say it is.
    if (is_other_entity(t) && (is_acronym(span) || candidates_.of(words(span)).empty() ||
                               (story_.lexicon.who->names.find(words(span)) && locative(span) != Locative::sure))) {
      return false;
    }
    if (span.size() > 1 && candidates_.of(words(span)).empty()) {
      if (where_.directions.contains(parse_[t].text) && !is_common({t + 1, span.end}) &&
          !candidates_.of(words({t + 1, span.end})).empty()) {
        return add({t + 1, span.end}, true);
      }
      const auto introduction = where_.introductions.longest(parse_, story_.text, t);
      if (introduction && introduction->end < span.end && !is_common({introduction->end, span.end})) {
        return add({introduction->end, span.end}, true);
      }
      for (TokenIndex end = span.end - 1; end > t; --end) {
        if (!where_.bodies.longest(parse_, story_.text, end) || candidates_.of(words({t, end})).empty()) continue;
        return add({t, end}, true);
      }
    }
    return !is_unheard_of(span) && add(span, true);
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

  // What the recogniser calls something else, but its words and its neighbours a place.
  bool judged(TokenIndex t) {
    if (judged_at_[t] < 0) return false;
    const TokenSpan span = story_.place_names[static_cast<std::size_t>(judged_at_[t])];
    if (mention(t) != nullptr || is_common(span) || goes_on_a_name(t)) return false;
    const bool is_known = !candidates_.of(words(span)).empty();
    if (is_numbered(span) || is_doubtful(span, is_known)) return false;
    return add(span, span.size() > 1 || is_known || locative(span) != Locative::no);
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
    if (!is_name(parse_[t]) || goes_on_a_name(t) || (t > 0 && parse_[t - 1].text == "-")) return false;
    TokenIndex end = t + 1;
    while (end < parse_.size() && end < t + kLongestName && is_name(parse_[end]) && parse_[end - 1].space_after) ++end;
    const TokenSpan span{t, end};
    if (is_person(span) || is_inside_a_name(span) || is_common(span) || is_acronym(span) || is_known_body(span))
      return false;
    const Locative around = locative(span);
    const NameSpan* name = name_of(t);
    const bool other = is_other_entity(t) || (name != nullptr && is_of_another_kind(name->type));
    // "Cape Town" taken for a person: no full name of one is that of a great city, as a rule.
    if (other && span.size() > 1 && !is_metonym(t) && candidates_.is_town(words(span), kGreatCity))
      return add(span, true);
    if (acts(span, around) || around == Locative::no || votes(span) < -1 || follows_an_article(span)) return false;
    // The less sure the words, the greater the town must be that is taken for a person or a body.
    const std::uint32_t inhabitants = !other                       ? kLargerTown
                                      : around == Locative::sure   ? kCity
                                      : around == Locative::people ? kLargeCity
                                                                   : kMetropolis;
    if (names_natives(span) ? candidates_.is_town(words(span), kTown) : candidates_.is_town(words(span), inhabitants)) {
      return add(span, false);
    }
    if (around != Locative::sure || story_.lexicon.who->names.find(words(span)) ||
        !candidates_.is_town(words(span), kTown) || !add(span, false))
      return false;
    found_.back().is_weak = true;
    return true;
  }

  // "Kitui" in "Kilifi, Wajir, Kitui and Lamu": what stands in a list with places and is known as one.
  void listed_beside() {
    bool found = true;
    for (int pass = 0; pass < 3 && found; ++pass) {
      found = false;
      for (TokenIndex t = 0; t < parse_.size(); ++t) {
        if (!is_open(t) || !is_name(parse_[t]) || is_time(t) || goes_on_a_name(t)) continue;
        TokenIndex end = t + 1;
        while (end < parse_.size() && end < t + kLongestName && is_name(parse_[end]) && parse_[end - 1].space_after)
          ++end;
        const TokenSpan span{t, end};
        if (!is_beside_places(span) || is_person(span) || is_known_body(span) || is_inside_a_name(span) ||
            is_common(span) || is_acronym(span) || !candidates_.is_town(words(span), kTown, false) ||
            !add(span, false)) {
          continue;
        }
        found_.back().is_weak = !candidates_.is_town(words(span), kGreatCity);
        found = true;
      }
    }
  }
  /// Parted from places on both sides by commas or "and", from one at the end of the list.
  bool is_beside_places(TokenSpan span) const {
    const auto is_comma = [&](TokenIndex t) { return parse_[t].text == ","; };
    TokenIndex before = span.begin, after = span.end;
    const bool follows_and = before > 0 && parse_[before - 1].tag == Tag::cc;
    if (follows_and) --before;
    if (before > 0 && is_comma(before - 1)) --before;
    const bool is_after = before < span.begin && before > 0 && taken_[before - 1];
    if (after < parse_.size() && is_comma(after)) ++after;
    const bool precedes_and = after < parse_.size() && parse_[after].tag == Tag::cc;
    if (precedes_and) ++after;
    const bool is_before = after > span.end && after < parse_.size() && taken_[after];
    const bool is_conjunct = parse_[span.end - 1].relation == Relation::conj;
    return (is_after && is_before) || (is_after && follows_and && is_conjunct) ||
           (is_before && !is_after && is_listed(span));
  }
  /// The first of a list: its second depends on it.
  bool is_listed(TokenSpan span) const {
    for (TokenIndex t = span.end; t < parse_.size() && t < span.end + kLongestName; ++t) {
      if (taken_[t] && parse_[t].relation == Relation::conj && parse_[t].head == span.end - 1) return true;
    }
    return false;
  }

  // The same words as a place found elsewhere, where nothing says that they are something else.
  void repeated() {
    struct Known {
      std::string name;
      TokenIndex size = 0;
      bool is_weak = false;
    };
    std::unordered_map<std::string_view, std::vector<Known>> by_first;
    for (const PlaceMention& mention : found_) {
      if (!mention.listed) continue;
      auto& names = by_first[parse_[mention.span.begin].text];
      const std::string name = words(mention.span);
      const auto same = std::find_if(names.begin(), names.end(), [&](const Known& k) { return k.name == name; });
      if (same == names.end()) {
        names.push_back({name, mention.span.size(), mention.is_weak});
      } else {
        same->is_weak = same->is_weak && mention.is_weak;
      }
    }
    for (TokenIndex t = 0; t < parse_.size(); ++t) {
      if (!is_open(t) || is_time(t) || is_metonym(t) || goes_on_a_name(t)) continue;
      const auto names = by_first.find(parse_[t].text);
      if (names == by_first.end()) continue;
      for (const auto& [name, size, is_weak] : names->second) {
        const TokenSpan span{t, std::min(t + size, parse_.size())};
        if (words(span) != name || is_person(span) || is_inside_a_name(span) || is_numbered(span)) continue;
        if (span.end < parse_.size() && is_name(parse_[span.end]) && parse_[span.end - 1].space_after &&
            mention(span.end) != nullptr) {
          continue;
        }
        if (mention(t) != nullptr && (!is_other_entity(t) || votes(span) < 0 || is_acronym(span))) continue;
        if (!add(span, false)) continue;
        found_.back().is_weak = is_weak;
        break;
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
    const TokenSpan zone = dateline_tokens(story_);
    TokenIndex t = zone.begin;
    const TokenIndex last = std::min<TokenIndex>(t + 3 * kLongestName, parse_.size());
    while (zone.size() > 0 && t < last && story_.boilerplate[t]) {
      const TokenIndex begin = t;
      while (t < last && story_.boilerplate[t] && (is_capital(parse_[t]) || is_sign_within(t))) ++t;
      if (t == begin || (t < last && parse_[t].tag == Tag::cd)) break;  // "Jun" before "15"
      TokenSpan span{begin, t};
      while (span.size() > 1 && ends_outside(parse_[span.end - 1])) --span.end;
      name_in_dateline(span);
      if (t >= last || (parse_[t].text != "," && parse_[t].text != "/")) break;
      ++t;
    }
  }
  /// "PORT-AU-PRINCE", "ST. LOUIS"
  bool is_sign_within(TokenIndex t) const {
    if (t == 0 || t + 1 >= parse_.size() || parse_[t - 1].space_after || !is_capital(parse_[t + 1])) return false;
    constexpr std::size_t kSaint = 2;
    return (parse_[t].text == "-" && !parse_[t].space_after) ||
           (parse_[t].text == "." && parse_[t - 1].text.size() == kSaint);
  }
  void name_in_dateline(TokenSpan span) {
    std::string name = words(span);
    if (const auto there = where_.dateline_names.find(name); there != where_.dateline_names.end()) {
      name = where_.places[there->second].name;
    } else if (span.size() > 1 || parse_[span.begin].text.size() > 3) {
      name = in_small_letters(name);  // the lexicon knows "Washington"
    }
    if (!candidates_.of(name).empty() && add(span, true)) found_.back().name = std::move(name);
  }
  /// "MEXICO CITY" as "Mexico City".
  static std::string in_small_letters(std::string_view name) {
    std::string out;
    for (const char c : name) {
      const bool first = out.empty() || out.back() == ' ' || out.back() == '-';
      out.push_back(!first && c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
    }
    return out;
  }

  std::vector<bool> taken_;
  std::vector<std::int32_t> judged_at_;
  std::vector<PlaceMention> found_;
};

}  // namespace

std::vector<PlaceMention> find_place_mentions(const Story& story, CandidateFinder& finder) {
  return Finder(story, finder).run();
}

}  // namespace dragoman
