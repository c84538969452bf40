#include "meetings/participants.h"

#include "who/names.h"

#include <algorithm>

namespace dragoman {

void Participants::add_one(std::vector<Index>& to, Index e) const {
  const Entity& entity = story_.record.entities[e];
  if (entity.type == EntityType::media || entity.code.ends_with("MED")) return;
  if (std::find(to.begin(), to.end(), e) == to.end()) to.push_back(e);
}

void Participants::add(std::vector<Index>& to, TokenIndex head) const {
  const auto add_at = [&](TokenIndex t) {
    for (const Index e : story_.entities_at(t)) add_one(to, e);
    return !story_.entities_at(t).empty();
  };
  const Tokens named = names_beside(head);
  if (!named.empty()) {
    for (const TokenIndex t : named) add_at(t);
    return;
  }
  if (const std::vector<Index> bodies = bodies_behind(head); !bodies.empty()) {
    for (const Index e : bodies) add_one(to, e);
    return;
  }
  if (add_at(head)) {
    for (const TokenIndex leader : leaders_of(head)) add_at(leader);
    return;
  }
  if (!story_.boilerplate[head]) return;
  // A bullet or byline taken for the subject: the names that hang on it.
  for (const TokenIndex c : parse_.children(head)) {
    if (!is_nominal(parse_[c]) || story_.boilerplate[c]) continue;
    for (const TokenIndex t : coordinated(parse_, c)) add_at(t);
  }
}

// "officials from the ministry and the bank", "envoys of the government and the rebels": the bodies, where several meet
// through them.
std::vector<Index> Participants::bodies_behind(TokenIndex head) const {
  std::vector<Index> out;
  const auto collective = [&](TokenIndex t) {
    const auto& who = story_.entities_at(t);
    return who.size() == 1 && is_collective(who[0]);
  };
  const auto& own = story_.entities_at(head);
  if (parse_[head].tag != Tag::nns || own.size() != 1 || !story_.record.entities[own[0]].anonymous ||
      !words_.partners.contains(parse_[head].lemma)) {
    return out;
  }
  for (const char* preposition : {"of", "from"}) {
    for (const TokenIndex body : obliques(parse_, head, preposition)) {
      if (collective(body)) add_one(out, story_.entities_at(body)[0]);
    }
  }
  const bool beside = std::any_of(parse_.children(head).begin(), parse_.children(head).end(),
                                  [&](TokenIndex c) { return parse_[c].relation == Relation::conj && collective(c); });
  if (out.size() + (beside ? 1 : 0) < 2) out.clear();
  return out;
}

// "a delegation led by the governor": the governor.
Tokens Participants::leaders_of(TokenIndex head) const {
  if (parse_[head].pos != Pos::noun) return {};
  for (const TokenIndex c : parse_.children(head)) {
    if (c < head || parse_[c].relation != Relation::acl || !words_.leads.contains(parse_[c].lemma)) continue;
    const TokenIndex by = child_of(parse_, c, Relation::agent);
    const TokenIndex leader = by == kNoToken ? kNoToken : child_of(parse_, by, Relation::pobj);
    if (leader != kNoToken) return coordinated(parse_, leader);
  }
  return {};
}

// Where a common noun is called by name beside it: the tokens of the names.
Tokens Participants::names_beside(TokenIndex head) const {
  const auto is_named = [&](TokenIndex t) {
    const auto& entities = story_.entities_at(t);
    return entities.size() == 1 && is_person(entities[0]) && !story_.record.entities[entities[0]].anonymous;
  };
  const bool known = is_named(head) && parse_[head].tag != Tag::nns;
  if (known && parse_[head].pos == Pos::propn) return {};
  // "the two presidents, A and B", "her counterpart, A, and B"
  Tokens out;
  for (const TokenIndex a : appositions(parse_, head)) {
    for (const TokenIndex t : coordinated(parse_, a)) {
      if (is_named(t)) out.push_back(t);
    }
    // "A of Zambia and B of Malawi": the parser joins B to the country.
    for (TokenIndex t = a + 1; parse_[head].tag == Tag::nns && out.size() == 1 && t <= parse_[a].right_edge; ++t) {
      if (parse_[t].relation == Relation::conj && is_named(t)) out.push_back(t);
    }
    if (out.size() > 1 || (!out.empty() && !known)) return out;
  }
  if (known) return {};
  // "High Commissioner to the Island States Ana Paz": the name ends the phrase that its title heads.
  const TokenIndex last = parse_[head].right_edge;
  if (last > head && last < head + 12 && parse_[last].relation == Relation::pobj && is_named(last) && is_title(head)) {
    return {last};
  }
  // "A and her counterpart, B, agreed": the apposition hangs on the first of the coordination.
  if (parse_[head].relation != Relation::conj) return out;
  for (const TokenIndex a : appositions(parse_, parse_[head].head)) {
    if (a > head && a <= head + 4 && is_named(a)) return {a};
  }
  return out;
}

void Participants::add(std::vector<Index>& to, const Tokens& heads) const {
  for (const TokenIndex head : closed_list(parse_, heads)) add(to, head);
}

Tokens Participants::actors(TokenIndex verb) const {
  if (const Tokens sent = those_sent(verb); !sent.empty()) return sent;
  Tokens out = agents(parse_, verb);
  const TokenIndex head = parse_[verb].head;
  if (out.empty() && parse_[verb].relation == Relation::xcomp && parse_[head].pos == Pos::adj &&
      is_verbal(parse_[parse_[head].head])) {
    out = surface_subjects(parse_, parse_[head].head);
  }
  return out;
}

// "sent his envoy to Lima to meet her": the envoy.
Tokens Participants::those_sent(TokenIndex verb) const {
  const Relation r = parse_[verb].relation;
  const TokenIndex above = parse_[verb].head;
  const bool below = r == Relation::xcomp || r == Relation::advcl || r == Relation::ccomp;
  if (!below || !words_.senders.contains(parse_[above].lemma) || !verb_form(parse_, verb).infinitive) return {};
  return patients(parse_, above);
}

void Participants::add_partners(std::vector<Index>& to, const Tokens& heads) {
  for (const TokenIndex head : closed_list(parse_, heads)) {
    const std::size_t before = to.size();
    add(to, head);
    // "Paz, three deputies and other officials": they stand beside him, and not for him.
    for (const TokenIndex others : parse_[head].pos == Pos::propn ? appositions(parse_, head) : Tokens{}) {
      if (parse_[others].tag == Tag::nns) add_partners(to, coordinated(parse_, others));
    }
    if (to.size() != before || !story_.entities_at(head).empty()) continue;
    if (const auto e = unnamed(head)) add_one(to, *e);
  }
}

void Participants::add_named_before(std::vector<Index>& to, TokenIndex noun) const {
  const TokenSpan phrase = core_phrase(parse_, noun);
  // Between two names: "Mori-Ivanov", not "Post-sponsored".
  const auto hyphen = [&](TokenIndex i) {
    const auto name = [&](TokenIndex t) { return parse_[t].pos == Pos::propn; };
    return i > phrase.begin && i + 1 < noun && is_hyphen(parse_[i]) && name(i - 1) && name(i + 1);
  };
  const auto beside_hyphen = [&](TokenIndex t) {
    return (t > phrase.begin && hyphen(t - 1)) || (t + 1 < noun && hyphen(t + 1));
  };
  const Tokens owners = possessors(parse_, noun);
  bool paired = false;
  for (TokenIndex t = phrase.begin; t < noun; ++t) paired |= beside_hyphen(t) && story_.mention_at[t] >= 0;
  for (TokenIndex t = phrase.begin; t < noun; ++t) {
    if (parse_[t].relation == Relation::poss || !is_under(parse_, t, noun)) continue;
    // "the league's ministers' meeting": of them, and not of the league
    if (std::any_of(owners.begin(), owners.end(), [&](TokenIndex o) { return is_under(parse_, t, o); })) continue;
    if (paired) {
      if (!beside_hyphen(t)) continue;
      if (const auto person = by_surname(parse_[t].text)) {
        add_one(to, *person);
        continue;
      }
    }
    const bool possessive = t + 1 < noun && parse_[t + 1].tag == Tag::pos;
    if (possessive || story_.mention_at[t] == story_.mention_at[noun]) continue;  // "the Lakes Conference"
    for (const Index e : story_.entities_at(t)) {
      // A country alone before the noun may be its topic or its place.
      if (paired || !is_country(e)) add_one(to, e);
    }
  }
}

bool Participants::is_title(TokenIndex t) const {
  for (TokenIndex begin = t >= 2 ? t - 2 : 0; begin <= t; ++begin) {
    const auto match = story_.lexicon.who->title_phrases.longest(parse_, story_.text, begin);
    if (match && match->end == t + 1) return true;
  }
  return false;
}

bool Participants::is_partner(Index e) const {
  return std::any_of(story_.mentions.begin(), story_.mentions.end(), [&](const TokenMention& m) {
    return m.entities.size() == 1 && m.entities[0] == e && parse_[m.head].pos == Pos::noun &&
           words_.partners.contains(parse_[m.head].lemma);
  });
}

std::optional<Index> Participants::by_surname(std::string_view name) const {
  if (name.size() < 2) return std::nullopt;
  for (Index e = 0; e < story_.record.entities.size(); ++e) {
    if (is_person(e) && surname_of(story_.record.entities[e].name) == name) return e;
  }
  return std::nullopt;
}

std::optional<Index> Participants::unnamed(TokenIndex noun) {
  const Token& head = parse_[noun];
  if (head.pos != Pos::noun || story_.mention_at[noun] >= 0 || !words_.partners.contains(head.lemma)) {
    return std::nullopt;
  }
  TokenSpan phrase = core_phrase(parse_, noun);
  const auto names = [&](TokenIndex t) {
    const Token& token = parse_[t];
    return token.tag != Tag::dt && token.tag != Tag::prp_poss && token.tag != Tag::pos && token.tag != Tag::cd &&
           token.tag != Tag::pdt;
  };
  while (phrase.begin < noun && (!names(phrase.begin) || parse_[phrase.begin].relation == Relation::poss))
    ++phrase.begin;
  if (phrase.end != noun + 1) phrase.end = noun + 1;
  Entity entity;
  const Span words = story_.span(phrase);
  entity.name = std::string(story_.text.view(story_.text.byte(words.begin), story_.text.byte(words.end)));
  std::replace_if(
      entity.name.begin(), entity.name.end(), [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
  const bool plural = head.tag == Tag::nns || head.tag == Tag::nnps;
  entity.type = plural || head.lemma == "team" || head.lemma == "delegation" ? EntityType::group : EntityType::person;
  entity.anonymous = true;
  for (TokenIndex t = phrase.begin; t < noun; ++t) {
    for (const Index e : story_.entities_at(t)) {
      entity.country = story_.record.entities[e].country;
      entity.country_chance = story_.record.entities[e].country_chance;
    }
  }
  entity.mentions.push_back({words, MentionKind::title});
  const auto index = static_cast<Index>(story_.record.entities.size());
  story_.record.entities.push_back(std::move(entity));
  const auto number = static_cast<std::int32_t>(story_.mentions.size());
  for (TokenIndex t = phrase.begin; t < phrase.end; ++t) {
    if (story_.mention_at[t] < 0) story_.mention_at.set(t, number);
  }
  story_.mentions.push_back({phrase, noun, MentionKind::title, {index}});
  return index;
}

}  // namespace dragoman
