#include "who/named_owners.h"

#include "gazetteer/place_words.h"
#include "language/syntax.h"
#include "text/ascii.h"
#include "who/context.h"
#include "who/names.h"
#include "who/office_owner.h"
#include "who/office_places.h"

#include <algorithm>
#include <optional>
#include <string>
#include <unordered_map>

namespace dragoman {

namespace {

class NamedOwners {
 public:
  explicit NamedOwners(Story& story) : story_(story), parse_(story.parse), who_(*story.lexicon.who) {}

  void run() {
    const std::size_t people = story_.record.entities.size();
    for (Index e = 0; e < people; ++e) {
      if (entity(e).type == EntityType::organisation) bodies_.try_emplace(entity(e).name, e);
    }
    for (Index e = 0; e < people; ++e) {
      if (entity(e).type != EntityType::person) continue;
      for (std::size_t r = 0; r < entity(e).roles.size(); ++r) {
        if (!entity(e).roles[r].of) give_owner(e, r);
      }
    }
  }

 private:
  struct Words {
    TokenSpan span;
    std::int32_t place = -1;            // index in record.places
    const KnownPlace* state = nullptr;  // of one that is written short, "I-Vt."
  };

  Entity& entity(Index e) { return story_.record.entities[e]; }

  void give_owner(Index e, std::size_t r) {
    TokenSpan words;
    std::uint32_t value = 0;
    if (!title_of(entity(e).roles[r], words, value)) return;
    const Title& title = who_.titles[value];
    const Role& role = entity(e).roles[r];
    const bool sits = role.sector == "LEG" && title.local;  // for the place, in a body of the country
    Words owner = behind(words, title);
    if (owner.span.size() == 0) owner = before(words, role, title);
    if (owner.span.size() == 0) owner = behind_name(role, title);
    if (owner.span.size() == 0 && title.local) owner = constituency(role);
    if (owner.span.size() == 0) owner = behind_comma(words, e);
    if (owner.span.size() == 0) owner = opening(words, title);
    if (owner.span.size() == 0) owner = of_story(e, role, title);
    if (owner.span.size() == 0) return;
    if (title.local && !country_of(owner).empty()) take_country(e, r, country_of(owner));
    if (sits && owner.place < 0 && owner.state == nullptr) return;
    const bool may_be_in_a_body =
        title.of_body || title.serves || title.local || title.sector == "PTY" || title.name == "founder";
    if (owner.place < 0 && !may_be_in_a_body) return;
    const Index of = taken_for_person(owner.span.begin).size() > 0 ? as_body(owner.span.begin) : named(owner);
    entity(e).roles[r].of = of;
    if (entity(e).country.empty() && !entity(of).country.empty()) take_country(e, r, entity(of).country);
  }

  std::string country_of(const Words& owner) const {
    if (owner.state != nullptr) return owner.state->country;
    return owner.place >= 0 ? story_.record.places[static_cast<std::size_t>(owner.place)].country : std::string();
  }

  // The words of the title in what shows the role.
  bool title_of(const Role& role, TokenSpan& words, std::uint32_t& value) const {
    const TokenSpan sentence = parse_.sentences[role.evidence.sentence];
    for (TokenIndex t = sentence.begin; t < sentence.end; ++t) {
      const Span here = story_.span(t, t + 1);
      if (here.begin < role.evidence.span.begin || here.end > role.evidence.span.end) continue;
      const auto match = who_.title_phrases.longest(parse_, story_.text, t);
      if (!match || !role.title.ends_with(who_.titles[match->value].name)) continue;
      words = {t, match->end};
      value = match->value;
      return true;
    }
    return false;
  }

  // "of Voi", "for Ho Central", "of the Harvest Front".
  Words behind(TokenSpan title, const Title& known) const {
    const std::string_view link = parse_[title.end].lower;
    const bool lawmaker = known.local && known.sector == "LEG" && (link == "for" || link == "from");
    if (link != "of" && !lawmaker) return {};
    TokenIndex t = title.end + 1;
    if (parse_[t].lower == "the") t = behind_kind_of_place(t + 1);
    const TokenSpan name = name_beginning_at(t);
    const Words place = place_beginning_at(t);
    // Not "of Voi County's chamber", "of Voi farmers", nor the director of a town.
    const TokenIndex next = place.span.end;
    const bool ends = !is_nominal(parse_[next]) || begins_person(next);
    const bool whole = place.span.size() > 0 && ends && parse_[next].tag != Tag::pos;
    if (whole && (known.local || known.sector == "REL")) return place;
    if (place.span.size() > 0 && name.end <= place.span.end) return {};
    return is_name(name) ? Words{name} : Words{};
  }

  // "the mayor of Voi Ana Paz".
  bool begins_person(TokenIndex t) const {
    const auto& entities = story_.entities_at(t);
    return entities.size() == 1 && story_.record.entities[entities[0]].type == EntityType::person &&
           story_.mentions[static_cast<std::size_t>(story_.mention_at[t])].span.begin == t;
  }

  // Behind "border town of" of "the border town of Voi", which says what kind of place it is.
  TokenIndex behind_kind_of_place(TokenIndex begin) const {
    constexpr TokenIndex kLongest = 4;
    for (TokenIndex t = begin; t + 1 < parse_.size() && t < begin + kLongest; ++t) {
      const Token& token = parse_[t];
      if (token.lower == "of") {
        return t > begin && story_.lexicon.where->type(parse_[t - 1].text) != nullptr ? t + 1 : begin;
      }
      if (is_capitalised(token) || !(is_nominal(token) || token.pos == Pos::adj)) return begin;
    }
    return begin;
  }

  // "Rivers Aid Fund" of "Ana Paz, director, Rivers Aid Fund, said" and of "Ana Paz (former director, Rivers Aid
  // Fund)".
  Words behind_comma(TokenSpan title, Index e) const {
    if (parse_[title.end].text != "," || title.begin == 0) return {};
    TokenIndex before = title.begin - 1;
    while (before > 0 && who_.status_before.find(parse_[before].lower)) --before;
    const bool opens = parse_[before].text == "," || parse_[before].text == "(";
    if (!opens || before == 0) return {};
    const auto& beside = story_.entities_at(before - 1);
    if (std::find(beside.begin(), beside.end(), e) == beside.end()) return {};
    const TokenSpan taken = taken_for_person(title.end + 1);
    const TokenSpan name = taken.size() > 0 ? taken : name_beginning_at(title.end + 1);
    const bool closes = name.size() > 0 && parse_[name.end].pos == Pos::punct;
    if (!closes || story_.place_at[name.begin] >= 0) return {};
    // "(director, Rivers Aid)" holds no other person; "director, Luis Rojas," may.
    const bool bracketed = parse_[before].text == "(" && parse_[name.end].text == ")";
    if (taken.size() > 0 && !bracketed && who_.given_names.contains(parse_[name.begin].text)) return {};
    return is_name(name) ? Words{name} : Words{};
  }

  // What was read as the name of a person without an office.
  TokenSpan taken_for_person(TokenIndex t) const {
    const auto& there = story_.entities_at(t);
    if (there.size() != 1 || !story_.record.entities[there[0]].is_named_person()) return {};
    const bool employed = !story_.record.entities[there[0]].roles.empty();
    const TokenSpan span = story_.mentions[static_cast<std::size_t>(story_.mention_at[t])].span;
    return employed || span.begin != t ? TokenSpan{} : span;
  }

  // "Voi" of "Mayor Ana Paz of Voi".
  Words behind_name(const Role& role, const Title& known) const {
    if (!known.local && known.sector != "REL") return {};
    const TokenSpan sentence = parse_.sentences[role.evidence.sentence];
    for (TokenIndex t = sentence.begin + 1; t + 1 < sentence.end; ++t) {
      if (story_.span(t - 1, t).end == role.evidence.span.end && parse_[t].lower == "of")
        return place_beginning_at(t + 1);
    }
    return {};
  }

  // "Vt." of "Sen. Ana Paz (I-Vt.)", "Voi" of "Rep. Ana Paz, R-Voi,", "Ohio" of "Sen. Ana Paz (Ohio)" and of "Sen. Ana
  // Paz, Republican of Ohio".
  Words constituency(const Role& role) const {
    const TokenSpan sentence = parse_.sentences[role.evidence.sentence];
    TokenIndex t = sentence.begin + 1;
    while (t < sentence.end && story_.span(t - 1, t).end != role.evidence.span.end) ++t;
    const bool brackets = t < sentence.end && parse_[t].text == "(";
    if (t + 2 >= sentence.end || (!brackets && parse_[t].text != ",")) return {};
    const bool letters = story_.lexicon.where->parties.contains(parse_[t + 1].text) && parse_[t + 2].text == "-";
    const bool party = !brackets && is_capitalised(parse_[t + 1]) && parse_[t + 2].lower == "of";
    if (!brackets && !letters && !party) return {};
    TokenSpan place{letters || party ? t + 3 : t + 1, 0};
    constexpr TokenIndex kLongest = 5;
    for (place.end = place.begin; place.end < sentence.end && place.size() < kLongest; ++place.end) {
      const std::string_view mark = parse_[place.end].text;
      if (mark == ")" || mark == "," || mark == ";") break;
    }
    if (place.size() == 0) return {};
    const KnownPlace* state = state_called(*story_.lexicon.where, words_of(place));
    if (state != nullptr) return {place, -1, state};
    return letters || party ? place_beginning_at(place.begin) : Words{};
  }

  std::string words_of(TokenSpan span) const {
    return std::string(story_.text.view(parse_[span.begin].begin, parse_[span.end - 1].end));
  }

  // "Voi" of "Voi Mayor", "Voi's deputy mayor", "Voi's former mayor".
  Words before(TokenSpan title, const Role& role, const Title& known) const {
    const TokenIndex floor = parse_.sentences[parse_[title.begin].sentence].begin;
    TokenIndex end = title.begin;
    while (end > floor && is_part_of_office(end - 1, role)) --end;
    if (end == floor) return {};
    // "Voi Liberal MP"
    const bool party = story_.place_at[end - 1] < 0 && party_called(parse_[end - 1].text);
    if (known.local && known.sector == "LEG" && end > floor + 1 && party) --end;
    if (known.local && story_.place_at[end - 1] >= 0) {
      TokenIndex begin = end;
      while (begin > floor && story_.place_at[begin - 1] == story_.place_at[end - 1]) --begin;
      return {{begin, end}, story_.place_at[end - 1]};
    }
    for (const TokenIndex behind : {end, title.begin + 1}) {  // "campaign spokesman" is a title as well
      if (const Words body = phrase_before(behind, floor); body.span.size() > 0) return body;
    }
    const bool beside = end == title.begin || known.sector == "PTY";
    if (const Words party = party_before(end, floor); party.span.size() > 0 && beside && leads_a_party(known))
      return party;
    if (end != title.begin && !known.local) return {};
    TokenIndex begin = end;
    while (begin > floor && is_free_name_word(begin - 1) && parse_[begin - 1].space_after) --begin;
    while (begin < end && tells_of_rank(begin)) ++begin;  // "Retired Harbour Guard Captain"
    const bool whole = begin == floor || (parse_[begin - 1].pos != Pos::cconj && parse_[begin - 1].text != "&");
    return whole && is_name({begin, end}) ? Words{{begin, end}} : Words{};
  }

  // "Retired", "Senior", "Assistant"
  bool tells_of_rank(TokenIndex t) const {
    const std::string word(parse_[t].lower);
    return who_.status_before.find(word) || who_.ranks.contains(word) || who_.grades.contains(word);
  }

  // "Voi" of "In Voi, Mayor Ana Paz said".
  Words opening(TokenSpan title, const Title& known) const {
    const TokenIndex begin = parse_.sentences[parse_[title.begin].sentence].begin;
    if (!known.of_state && !known.of_town) return {};
    if (parse_[begin].lower != "in" || title.begin < begin + 3 || parse_[title.begin - 1].text != ",") return {};
    const Words place = place_beginning_at(begin + 1);
    return place.span.end == title.begin - 1 ? place : Words{};
  }

  // "Mayor Ana Paz" of a story that begins in Voi and speaks of no other town nearly as much.
  Words of_story(Index e, const Role& role, const Title& known) {
    if ((!known.of_state && !known.of_town) || role.status != RoleStatus::current) return {};
    const Words& place = known.of_state ? main_place(main_state_, true) : main_place(main_town_, false);
    const std::string& country = entity(e).country;
    return place.span.size() > 0 && (country.empty() || country == country_of(place)) ? place : Words{};
  }

  const Words& main_place(std::optional<Words>& known, bool states) {
    if (known) return *known;
    known.emplace();
    constexpr std::uint32_t kBeginning = 3;  // sentences
    const std::size_t times_second = states ? 3 : 2;
    std::size_t most = 1, second = 0;
    for (std::size_t p = 0; p < story_.record.places.size(); ++p) {
      const Place& place = story_.record.places[p];
      const bool is_state = state_called(*story_.lexicon.where, place.name) != nullptr;
      const bool is_country = who_.names.find(place.name).has_value();
      if (is_state != states || is_country || place.country.empty()) continue;
      const std::size_t times = place.mentions.size();
      if (times <= most) {
        second = std::max(second, times);
        continue;
      }
      second = most > 1 ? most : second;
      most = times;
      *known = words_of_place(static_cast<std::int32_t>(p));
    }
    const bool begins = known->span.size() > 0 && parse_[known->span.begin].sentence < kBeginning;
    if (!begins || most < times_second * second) *known = {};
    return *known;
  }

  // Where the place is first named.
  Words words_of_place(std::int32_t place) const {
    for (TokenIndex t = 0; t < parse_.size(); ++t) {
      if (story_.place_at[t] == place) return place_beginning_at(t);
    }
    return {};
  }

  // "Voi police" of "Voi police spokesman", "Rojas campaign" of "the Rojas campaign's spokesman": a noun for bodies
  // with the name before it.
  Words phrase_before(TokenIndex end, TokenIndex floor) const {
    const TokenIndex noun = end - 1;
    const auto found = who_.noun_phrases.find(parse_[noun].lower);
    const bool body = found && who_.nouns[*found].kind == ActorNoun::Kind::body && !is_capitalised(parse_[noun]);
    if (!body || noun == floor || !parse_[noun - 1].space_after || is_anothers(noun)) return {};
    TokenIndex begin = noun;
    const auto is_of_one = [&](TokenIndex t) {
      const bool place = story_.place_at[t] >= 0 && story_.place_at[t] == story_.place_at[noun - 1];
      return place || (story_.mention_at[t] >= 0 && story_.mention_at[t] == story_.mention_at[noun - 1]);
    };
    while (begin > floor && (is_free_name_word(begin - 1) || (is_proper(parse_[begin - 1]) && is_of_one(begin - 1))) &&
           parse_[begin - 1].space_after) {
      --begin;
    }
    return begin < noun ? Words{{begin, end}} : Words{};
  }

  // "Liberal" of "Liberal leader", "Conservative" of "Conservative parliamentary candidate".
  Words party_before(TokenIndex end, TokenIndex floor) const {
    const Token& word = parse_[end - 1];
    const bool adjective = word.tag == Tag::jj || is_proper(word);
    if (!adjective || !is_capitalised(word) || is_anothers(end - 1) || !word.space_after) return {};
    if (end - 1 > floor && parse_[end - 2].pos == Pos::propn && parse_[end - 2].space_after) return {};
    const bool joined = end > floor + 2 && parse_[end - 2].lower == "and";
    if (joined && party_called(parse_[end - 3].text)) return {};  // "the Liberal and Labour candidates"
    return party_called(word.text) ? Words{{end - 1, end}} : Words{};
  }

  // Of another mention than that of a title: "a Liberal strategist" is one, with its party.
  bool is_anothers(TokenIndex t) const {
    const std::int32_t at = story_.mention_at[t];
    return at >= 0 && story_.mentions[static_cast<std::size_t>(at)].kind != MentionKind::title;
  }

  // "Liberal Party" of "Liberal", where the lexicon has it: its index in who.known.
  std::optional<std::uint32_t> party_called(std::string_view adjective) const {
    return who_.names.find(std::string(adjective) + " Party");
  }

  static bool leads_a_party(const Title& title) {
    return title.sector == "PTY" || (title.of_body && !title.local && (title.leads || title.sector == "BUS"));
  }

  bool is_part_of_office(TokenIndex t, const Role& role) const {
    const Token& token = parse_[t];
    if (token.tag == Tag::pos || token.text == "-") return true;
    if (story_.place_at[t] >= 0 || is_anothers(t)) return false;
    return who_.status_before.find(token.lower).has_value() || role.title.starts_with(std::string(token.lower) + " ") ||
           (token.tag == Tag::jj && !is_capitalised(token));
  }

  // Several words; one that the recogniser takes for a name, and not "Republic", "City", "Commission".
  bool is_name(TokenSpan words) const {
    if (words.size() != 1) return words.size() > 1;
    const Token& word = parse_[words.begin];
    const Token& next = parse_[words.end];
    const bool alone = word.name_begin && (next.name == NameType::none || next.name_begin);
    const bool named =
        (alone && (word.name == NameType::org || word.name == NameType::norp)) || is_of_capitals(word.text, 3);
    const auto noun = who_.noun_phrases.find(word.lower);
    const bool common =
        (noun && (who_.nouns[*noun].kind == ActorNoun::Kind::body || who_.nouns[*noun].name == "country")) ||
        story_.lexicon.where->type(word.text) != nullptr;
    return named && !common;
  }

  Words place_beginning_at(TokenIndex t) const {
    const std::int32_t place = story_.place_at[t];
    if (place < 0) return {};
    TokenIndex end = t + 1;
    while (story_.place_at[end] == place) ++end;
    return {{t, end}, place};
  }

  bool is_free_name_word(TokenIndex t) const {
    const Token& token = parse_[t];
    return is_proper(token) && is_capitalised(token) && story_.mention_at[t] < 0 && token.name != NameType::date &&
           !who_.is_part(token.text, NamePart::Kind::honorific) && !who_.title_phrases.find(token.lower) &&
           !who_.peoples.find(token.text);
  }

  // Behind the country's name at `t` where a name goes on, "Ghana" of "Ghana Climate Network", or `t`.
  TokenIndex behind_country(TokenIndex t) const {
    const auto& entities = story_.entities_at(t);
    if (entities.size() != 1 || story_.record.entities[entities[0]].type != EntityType::country) return t;
    const TokenIndex end = story_.mentions[static_cast<std::size_t>(story_.mention_at[t])].span.end;
    const bool goes_on =
        (parse_[end - 1].relation == Relation::compound && parse_[end - 1].head >= end) || goes_on_as_body(parse_, end);
    return is_proper(parse_[t]) && goes_on && is_free_name_word(end) ? end : t;
  }

  // Behind "and Growers Network" of "Lakes Bakers and Growers Network", whose last word alone is a body's.
  TokenIndex behind_second_half(TokenSpan first) const {
    if (parse_[first.end].lower != "and" && parse_[first.end].text != "&") return first.end;
    const auto is_body = [&](TokenIndex t) { return who_.is_part(parse_[t].text, NamePart::Kind::body); };
    TokenIndex end = first.end + 1;
    while (is_free_name_word(end)) ++end;
    for (TokenIndex t = first.begin; t < first.end; ++t) {
      if (is_body(t)) return first.end;
    }
    return end > first.end + 2 && is_body(end - 1) ? end : first.end;
  }

  // "Bread for All": capitalised words, and a small one or two between them.
  TokenSpan name_beginning_at(TokenIndex begin) const {
    TokenIndex end = behind_country(begin);
    while (is_free_name_word(end)) ++end;
    if (end == begin) return {};
    if (const TokenIndex whole = behind_second_half({begin, end}); whole > end) return {begin, whole};
    const auto is_link = [&](TokenIndex t) { return parse_[t].pos == Pos::adp || parse_[t].lower == "the"; };
    TokenIndex t = end;
    while (is_link(t) && t - end < 2) ++t;
    if (t > end && end - begin < 3 && is_free_name_word(t) && story_.place_at[t] < 0) {
      for (end = t; is_free_name_word(end);) ++end;
    }
    return {begin, end};
  }

  void take_country(Index e, std::size_t r, const std::string& country) {
    Entity& person = entity(e);
    const std::string before = person.roles[r].country;
    person.roles[r].country = country;
    if (!person.country.empty() && person.country != before) return;
    constexpr std::size_t kSector = 3;
    const std::string sector = person.code.size() == kSector             ? person.code
                               : person.code.starts_with(person.country) ? person.code.substr(person.country.size())
                                                                         : std::string();
    if (person.code == person.country + sector || person.code == sector) person.code = country + sector;
    person.country = country;
    person.country_chance = 1;
  }

  // Makes a body of what was read as a person.
  Index as_body(TokenIndex t) {
    const Index body = story_.entities_at(t)[0];
    entity(body).type = EntityType::organisation;
    entity(body).confidence = 1;
    entity(body).why.clear();
    bodies_.try_emplace(entity(body).name, body);
    return body;
  }

  Index named(const Words& owner) {
    const bool is_place = owner.place >= 0;
    const Place* place = is_place ? &story_.record.places[static_cast<std::size_t>(owner.place)] : nullptr;
    Entity body;
    const KnownPlace* state = place ? state_called(*story_.lexicon.where, place->name) : owner.state;
    body.name = state ? state->name : words_of(owner.span);
    if (place && is_of_capitals(body.name, 2)) body.name = place->name;
    const auto party = place ? std::nullopt : party_called(body.name);
    if (party) body.name = who_.known[*party].name;
    body.country = owner.state || place ? country_of(owner) : party ? who_.known[*party].country : std::string();
    body.code = party ? who_.known[*party].code : body.country;
    body.type = EntityType::organisation;
    const Mention mention{story_.span(owner.span), MentionKind::name};
    auto& entities = story_.record.entities;
    const auto [known, is_new] = bodies_.try_emplace(body.name, static_cast<Index>(entities.size()));
    if (!is_new) {
      auto& mentions = entities[known->second].mentions;
      const auto at = std::lower_bound(mentions.begin(), mentions.end(), mention.span.begin,
                                       [](const Mention& m, std::uint32_t begin) { return m.span.begin < begin; });
      if (at == mentions.end() || at->span != mention.span) mentions.insert(at, mention);
      return known->second;
    }
    body.mentions.push_back(mention);
    entities.push_back(std::move(body));
    return known->second;
  }

  Story& story_;
  const Parse& parse_;
  const WhoLexicon& who_;
  std::unordered_map<std::string, Index> bodies_;  // organisations of the record, by name
  std::optional<Words> main_state_, main_town_;    // of which the story is, once asked for
};

}  // namespace

void find_named_owners(Story& story) {
  NamedOwners(story).run();
}

}  // namespace dragoman
