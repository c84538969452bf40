#include "who/builder.h"

#include "who/home_country.h"

#include <algorithm>

namespace dragoman {

EntityBuilder::EntityBuilder(Story& s)
    : story(s), parse(s.parse), who(*s.lexicon.who), quotations(find_quotations(s.parse)) {
  story.mention_at.reset(parse.size());
  for (TokenIndex t = 0; t < parse.size(); ++t) countries_.push_back(find_country(t));
}

Index EntityBuilder::add(Entity entity, Note note) {
  story.record.entities.push_back(std::move(entity));
  notes.push_back(std::move(note));
  return static_cast<Index>(story.record.entities.size() - 1);
}

bool EntityBuilder::is_free(TokenSpan span) const {
  for (TokenIndex t = span.begin; t < span.end; ++t) {
    if (story.mention_at[t] >= 0 || story.boilerplate[t]) return false;
  }
  return true;
}

bool EntityBuilder::mention(TokenSpan span, TokenIndex head, MentionKind kind, std::vector<Index> members) {
  if (span.size() == 0 || !is_free(span)) return false;
  const auto number = static_cast<std::int32_t>(story.mentions.size());
  story.mention_at.fill(span, number);
  story.mentions.push_back({span, head, kind, std::move(members)});
  return true;
}

Index EntityBuilder::known_entity(std::uint32_t known) {
  const auto found = of_known_.find(known);
  if (found != of_known_.end()) return found->second;
  const KnownName& k = who.known[known];
  Entity e;
  e.name = k.name;
  e.type = k.type;
  e.country = k.country;
  Note note;
  note.is_body = true;
  note.plural = k.type == EntityType::group;
  if (k.type == EntityType::media) note.sector = "MED";
  if (k.type != EntityType::country) note.known_code = k.code;
  const Index index = add(std::move(e), std::move(note));
  of_known_.emplace(known, index);
  return index;
}

void EntityBuilder::give_country(Index i, const std::string& country) {
  Entity& e = entity(i);
  if (e.country.empty()) e.country = country;
  const auto& inside = notes[i].offices_in_bodies;
  for (Role& role : e.roles) {
    const auto is_it = [&](const auto& office) { return office.first == role.title; };
    const auto title = who.title_phrases.find(role.title);
    const bool of_no_country = title && who.titles[*title].of_bodies_alone;
    if (role.country.empty() && !of_no_country && std::none_of(inside.begin(), inside.end(), is_it))
      role.country = country;
  }
}

void EntityBuilder::tell_country(Index i, const std::string& country) {
  if (country.empty()) return;
  if (notes[i].by_context) {
    Entity& e = entity(i);
    for (Role& role : e.roles) {
      if (role.country == e.country) role.country.clear();
    }
    e.country.clear();
    notes[i].by_context = false;
  }
  give_country(i, country);
}

Index EntityBuilder::country_entity(const std::string& code) {
  return known_entity(who.country_by_code.at(code));
}

EntityBuilder::CountryWord EntityBuilder::find_country(TokenIndex t) const {
  // "South American" is of more than one country.
  const auto region = t > 0 ? who.regional.longest(parse, story.text, t - 1) : std::nullopt;
  const auto people = region && region->end > t ? std::nullopt : who.peoples.longest(parse, story.text, t);
  const auto name = who.names.longest(parse, story.text, t);
  const bool name_is_country = name && who.known[name->value].type == EntityType::country;
  const auto best = people && (!name_is_country || people->end >= name->end) ? people
                    : name_is_country                                        ? name
                                                                             : std::nullopt;
  return best ? CountryWord{best->value, best->end} : CountryWord();
}

std::uint32_t EntityBuilder::country_at(TokenIndex t, TokenIndex* end) const {
  if (t >= countries_.size() || countries_[t].known == kNone) return kNone;
  if (end != nullptr) *end = countries_[t].end;
  return countries_[t].known;
}

const std::set<std::string>& EntityBuilder::countries_named() const {
  if (countries_named_) return *countries_named_;
  std::set<std::string>& countries = countries_named_.emplace();
  for (TokenIndex t = 0; t < parse.size(); ++t) {
    const std::uint32_t here = country_at(t);
    const auto seat = here == kNone ? who.seats.longest(parse, story.text, t) : std::nullopt;
    if (here == kNone && !seat) continue;
    countries.insert(who.known[seat ? seat->value : here].country);
  }
  countries.erase("");  // of lands that are no more
  return countries;
}

const std::string& EntityBuilder::home_country() const {
  if (!home_) home_ = find_home_country(*this);
  return *home_;
}

std::string EntityBuilder::words(TokenSpan span) const {
  std::string out;
  for (TokenIndex t = span.begin; t < span.end; ++t) {
    const Token& token = parse[t];
    if (token.is_space) {
      if (!out.empty() && out.back() != ' ') out += ' ';
      continue;
    }
    out += token.text;
    if (t + 1 < span.end && token.space_after) out += ' ';
  }
  return out;
}

}  // namespace dragoman
