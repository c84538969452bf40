#include "who/bodies.h"

#include "gazetteer/fold.h"
#include "language/syntax.h"
#include "text/ascii.h"

#include <algorithm>

namespace dragoman {

namespace {

/// Two to six capitals.
bool is_acronym(std::string_view text) {
  return is_of_capitals(text, 2, 6);
}

}  // namespace

Index BodiesByName::add(TokenSpan name, bool bracketed) {
  const std::string text = b_.words(name);
  if (const auto known = by_name_.find(text); known != by_name_.end()) return known->second;
  const std::string plain = gazetteer_key(text);  // "Frente Río" without its accent
  const bool marked = text.find(' ') != std::string::npos;
  if (const auto known = by_plain_name_.find(plain); marked && known != by_plain_name_.end()) {
    return by_name_.emplace(text, known->second).first->second;
  }
  if (bracketed) {
    const auto longer = before_bracket(name.begin);
    // The initials may be those of the name in its own language: "Forest Council (CNF)".
    if (longer && (spells_out(*longer, text) || (name.size() == 1 && is_acronym(text)))) {
      by_name_.emplace(text, *longer);
      return *longer;
    }
  }
  const Index index = make(name);
  by_name_.emplace(text, index);
  if (marked) by_plain_name_.emplace(plain, index);
  add_acronym(text, index);
  without_form(name, index);
  return index;
}

Index BodiesByName::add_of(TokenSpan name, const std::string& country) {
  const std::string key = b_.words(name) + "/" + country;
  if (const auto known = by_name_.find(key); known != by_name_.end()) return known->second;
  const Index index = make(name);
  b_.entity(index).country = country;
  by_name_.emplace(key, index);
  return index;
}

std::optional<Index> BodiesByName::find(const std::string& name) const {
  const auto found = by_name_.find(name);
  return found == by_name_.end() ? std::nullopt : std::optional(found->second);
}

std::optional<Index> BodiesByName::spelled_out(TokenIndex initials) {
  const std::string text(parse_[initials].text);
  if (const auto known = spelled_out_.find(text); known != spelled_out_.end()) return known->second;
  if (initials < 2 || parse_[initials - 1].text != "(") return std::nullopt;
  const auto longer = before_bracket(initials);
  if (!longer || b_.entity(*longer).type != EntityType::organisation || !spells_out(*longer, text)) return std::nullopt;
  return spelled_out_.emplace(text, *longer).first->second;
}

Index BodiesByName::make(TokenSpan name) {
  Entity e;
  e.name = b_.words(name);
  e.type = EntityType::organisation;
  EntityBuilder::Note note;
  note.is_body = true;
  describe(name, e, note);
  return b_.add(std::move(e), std::move(note));
}

// Country and sector from the name's own words and from its possessor: "Russian Foreign Ministry".
void BodiesByName::describe(TokenSpan span, Entity& e, EntityBuilder::Note& note) const {
  for (TokenIndex t = span.begin; t < span.end && e.country.empty(); ++t) {
    const std::uint32_t country = b_.country_at(t);
    if (country != EntityBuilder::kNone) e.country = b_.who.known[country].country;
  }
  TokenIndex head = span.end - 1;  // "Ministry" of "Ministry of External Affairs"
  for (TokenIndex t = span.begin; t < span.end; ++t) {
    if (!span.contains(parse_[t].head)) head = t;
  }
  // "Qatar's foreign ministry spokesman", "the Qatari foreign ministry spokesman": what stands before belongs to him.
  const TokenIndex outer = parse_[head].relation == Relation::compound ? parse_[head].head : head;
  const TokenIndex before = span.begin > 0 ? parse_[span.begin - 1].head : kNoToken;
  if (e.country.empty() && before != kNoToken && (span.contains(before) || before == outer)) {
    TokenIndex end = 0;  // "Australian" before "Republican Movement"
    const std::uint32_t country = b_.country_at(span.begin - 1, &end);
    if (country != EntityBuilder::kNone && end == span.begin) e.country = b_.who.known[country].country;
  }
  if (e.country.empty()) {
    Tokens owners = possessors(parse_, head);
    if (owners.empty() && outer != head) {
      owners = possessors(parse_, outer);
      std::erase_if(owners, [&](TokenIndex owner) { return owner >= span.begin; });
    }
    for (const TokenIndex owner : owners) {
      // "the Kenyan Fisheries Ministry's Coastal Bureau"
      for (TokenIndex t = core_phrase(parse_, owner).begin; t <= owner && e.country.empty(); ++t) {
        const std::uint32_t country = b_.country_at(t);
        if (country != EntityBuilder::kNone) e.country = b_.who.known[country].country;
      }
    }
  }
  for (TokenIndex t = span.begin; t < span.end; ++t) {
    const NamePart* part = b_.who.part(parse_[t].text);
    if (part != nullptr && part->kind == NamePart::Kind::body) note.sector = part->sector;
    const auto noun = b_.who.noun_phrases.longest(parse_, b_.story.text, t);
    if (noun && b_.who.nouns[noun->value].kind == ActorNoun::Kind::body) note.sector = b_.who.nouns[noun->value].sector;
  }
}

// "Lakeside Ferries" of "Lakeside Ferries Co."
void BodiesByName::without_form(TokenSpan name, Index index) {
  const NamePart* part = b_.who.part(parse_[name.end - 1].text);
  if (name.size() < 3 || part == nullptr || part->kind != NamePart::Kind::body || part->sector != "BUS") return;
  by_name_.emplace(b_.words({name.begin, name.end - 1}), index);
}

// "Inland Fisheries Board (IFB)": later mentions by initials.
void BodiesByName::add_acronym(const std::string& text, Index index) {
  std::string initials;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (is_ascii_upper(text[i]) && (i == 0 || text[i - 1] == ' ')) initials += text[i];
  }
  if (initials.size() >= 3) by_name_.emplace(initials, index);
}

std::optional<Index> BodiesByName::before_bracket(TokenIndex bracketed) const {
  if (bracketed < 2) return std::nullopt;
  const auto& entities = b_.story.entities_at(bracketed - 2);
  if (entities.size() != 1 || b_.entity(entities[0]).type == EntityType::person) return std::nullopt;
  return entities[0];
}

bool BodiesByName::spells_out(Index body, std::string_view initials) const {
  const std::string_view name = b_.entity(body).name;
  std::size_t at = 0;
  for (const char c : initials) {
    while (at < name.size() && (name[at] | 0x20) != (c | 0x20)) ++at;
    if (at++ == name.size()) return false;
  }
  return true;
}

}  // namespace dragoman
