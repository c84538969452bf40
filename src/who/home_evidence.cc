#include "who/home_evidence.h"

#include "who/country_words.h"
#include "who/dateline.h"
#include "who/office_places.h"

#include <algorithm>

namespace dragoman {

HomeEvidence::HomeEvidence(const EntityBuilder& builder, const std::vector<bool>& open)
    : b(builder), context(builder), home(builder.home_country()), mentions(builder.story.record.entities.size()) {
  for (std::size_t i = 0; i < b.story.mentions.size(); ++i) {
    for (const Index e : b.story.mentions[i].entities) mentions[e].push_back(i);
  }
  find_words();
  find_places_in_names(open);
  find_actors(open);
  list_actors();
  for (Index i = 0; i < open.size(); ++i) {
    const Entity& e = b.entity(i);
    if (b.notes[i].by_context && !e.country.empty()) number_of(e.country);
  }
  std::stable_sort(words.begin(), words.end(),
                   [](const Word& x, const Word& y) { return x.span.begin < y.span.begin; });
  for (const Country& c : countries) {
    all += c.weight, most = std::max(most, c.weight);
    begin = std::min(begin, c.begin);
  }
  find_people(open);
}

std::vector<HomeEvidence::Word>::const_iterator HomeEvidence::first_behind(TokenIndex t) const {
  return std::lower_bound(words.begin(), words.end(), t,
                          [](const Word& w, TokenIndex begin) { return w.span.begin < begin; });
}

std::uint32_t HomeEvidence::number_of(const std::string& code) {
  const auto [at, is_new] = numbers.emplace(code, static_cast<std::uint32_t>(countries.size()));
  if (is_new) countries.push_back({code});
  return at->second;
}

void HomeEvidence::add_word(TokenSpan span, const std::string& code, double weight, bool named, bool place, bool town) {
  if (code.empty()) return;  // of lands that are no more
  const std::uint32_t number = number_of(code);
  Country& country = countries[number];
  country.weight += weight;
  country.named = country.named || named;
  country.beyond_towns = country.beyond_towns || !town;
  country.places += place ? 1 : 0;
  places += place ? 1 : 0;
  country.begin = std::min(country.begin, span.begin);
  constexpr std::uint32_t kLead = 2;  // sentences
  country.in_lead = country.in_lead || b.parse[span.begin].sentence < kLead;
  words.push_back({span, number, place, is_of_side(span)});
}

// "Chile" of "Jon Chile"
bool HomeEvidence::is_in_persons_name(TokenIndex t) const {
  const std::int32_t at = b.story.mention_at[t];
  if (at < 0) return false;
  const TokenMention& m = b.story.mentions[static_cast<std::size_t>(at)];
  return m.kind == MentionKind::name && m.entities.size() == 1 && b.entity(m.entities[0]).is_named_person();
}

// "Kenyan" of "the Kenyan side", "Kenya's delegation"; but whoever signs "for the Kenyan side" is named before it.
bool HomeEvidence::is_of_side(TokenSpan word) const {
  const TokenIndex before = word.begin > 0 && b.parse[word.begin - 1].lower == "the" ? word.begin - 1 : word.begin;
  if (before > 0 && b.parse[before - 1].lower == "for") return false;
  TokenIndex t = word.end;
  if (t < b.parse.size() && b.parse[t].tag == Tag::pos) ++t;
  if (t >= b.parse.size() || b.parse[t].tag != Tag::nn) return false;
  const auto noun = b.who.collectives.find(b.parse[t].lemma);
  return noun != b.who.collectives.end() && noun->second.has_members;
}

// "Lima" of "Lima, Ohio": no seat of government.
bool HomeEvidence::is_in_another_state(const PhraseTable::Match& seat) const {
  if (seat.end + 1 >= b.parse.size() || b.parse[seat.end].text != ",") return false;
  const auto& places = b.story.place_names;
  const auto state = std::lower_bound(places.begin(), places.end(), seat.end + 1,
                                      [](TokenSpan place, TokenIndex begin) { return place.begin < begin; });
  if (state == places.end() || state->begin != seat.end + 1) return false;
  const std::string country = country_of_state(b, *state);
  return !country.empty() && country != b.who.known[seat.value].country;
}

// Names of countries, words for their people, seats of government, towns and states.
void HomeEvidence::find_words() {
  constexpr double kDateline = 2.0, kPlace = 0.7;
  const TokenSpan in_dateline = dateline_tokens(b.story);
  each_country_word(b, [&](TokenSpan word, std::uint32_t known, const auto& seat) {
    if (is_in_persons_name(word.begin) || (seat && is_in_another_state(*seat))) return false;
    const bool filed = in_dateline.contains(word.begin);
    add_word(word, b.who.known[known].country, filed ? kDateline : seat ? kPlace : 1.0, true, seat.has_value());
    return true;
  });
  each_other_place(
      b, [&](TokenSpan place) { add_word(place, likely_country_of_place(b, place), kPlace, true, true, true); });
  const std::string& filed_in = context.dateline();  // which may be a town in capitals
  if (!filed_in.empty() && !numbers.contains(filed_in)) add_word(in_dateline, filed_in, kDateline, true, true);
}

// People, bodies and groups by name that are of a country, where their names have no word for it.
void HomeEvidence::find_actors(const std::vector<bool>& open) {
  constexpr double kActor = 0.5;
  for (const TokenMention& m : b.story.mentions) {
    if (m.kind != MentionKind::name || m.entities.size() != 1 || open[m.entities[0]]) continue;
    const Entity& e = b.entity(m.entities[0]);
    if (e.country.empty() || e.type == EntityType::country || e.anonymous) continue;
    if (!b.who.country_by_code.contains(e.country)) continue;
    // "Congress" may be any country's.
    const auto known = b.who.names.find(b.words(m.span));
    if (known && (b.who.known[*known].elsewhere || b.who.noun_phrases.find(b.parse[m.head].lower))) continue;
    if (!names_country(b, m.span)) add_word(m.span, e.country, kActor, false);
  }
}

// "Ohio" of "the Ohio Labour Council", "Surat" of "Surat High Court": of bodies whose country is to be weighed.
void HomeEvidence::find_places_in_names(const std::vector<bool>& open) {
  constexpr double kInName = 0.7;
  constexpr TokenIndex kLongest = 3;
  for (const TokenMention& m : b.story.mentions) {
    if (m.kind != MentionKind::name || m.entities.size() != 1 || !open[m.entities[0]]) continue;
    if (b.entity(m.entities[0]).type != EntityType::organisation || names_country(b, m.span)) continue;
    const TokenIndex end = std::min(m.span.begin + kLongest, m.span.end - 1);
    for (TokenIndex to = end; to > m.span.begin; --to) {
      const std::string country = country_of_city(b, {m.span.begin, to});
      if (country.empty() || b.who.noun_phrases.find(b.parse[m.span.begin].lower)) continue;
      add_word({m.span.begin, to}, country, kInName, true, true, true);
      break;
    }
  }
}

// People by name, and bodies that a state has.
void HomeEvidence::list_actors() {
  for (const TokenMention& m : b.story.mentions) {
    if (m.entities.size() != 1 || (m.kind != MentionKind::name && m.kind != MentionKind::title)) continue;
    const Entity& e = b.entity(m.entities[0]);
    const bool of_state = e.type == EntityType::organisation && is_of_state(b.notes[m.entities[0]].sector);
    if (e.is_named_person() || of_state) actors.push_back({m.span.begin, m.entities[0]});
  }
  std::stable_sort(actors.begin(), actors.end(), [](const Actor& x, const Actor& y) { return x.begin < y.begin; });
}

void HomeEvidence::find_people(const std::vector<bool>& open) {
  for (Index i = 0; i < b.story.record.entities.size(); ++i) {
    const Entity& e = b.entity(i);
    if (!open[i] && !e.country.empty() && !b.notes[i].head.empty()) of_noun[b.notes[i].head].insert(e.country);
    if (!e.is_named_person()) continue;
    for (const Role& role : e.roles) {
      if (role.of) officials.emplace(*role.of, i);
    }
    if (open[i] || e.country.empty()) continue;
    surnames[std::string(surname_of(e.name))].insert(e.country);
    for (const Role& role : e.roles) offices[role.title].insert(e.country);
    ++people[e.country];
  }
}

}  // namespace dragoman
