#include "who/descriptions.h"

#include "language/syntax.h"
#include "statements/cues.h"
#include "who/backwards.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace dragoman {

namespace {

// "said Paz; the economist left": a clause beside that of the subject before, not one that it tells of.
bool is_beside(const Parse& parse, TokenIndex subject, TokenIndex earlier) {
  const TokenIndex verb = parse[subject].head, before = parse[earlier].head;
  const Relation relation = parse[verb].relation;
  return verb != before && parse[verb].head == before &&
         (relation == Relation::conj || relation == Relation::parataxis || relation == Relation::advcl);
}

// "the diplomat": who was just named, or spoken of, as somebody's envoy.
Index envoy_before(const EntityBuilder& b, const Description& d) {
  Index best = EntityBuilder::kNone;
  backwards(b, d.noun, 2, [&](const TokenMention& m) {
    if (m.entities.size() != 1 || b.entity(m.entities[0]).type != EntityType::person) return false;
    const Entity& e = b.entity(m.entities[0]);
    const bool envoy = std::any_of(e.roles.begin(), e.roles.end(), [&](const Role& role) {
      const auto title = b.who.title_phrases.find(role.title);
      return title && b.who.titles[*title].abroad;
    });
    // "the Swedish-Italian diplomat" of a body's envoy whose country nothing has told yet
    if (envoy && (d.country.empty() || e.country == d.country || e.country.empty())) best = m.entities[0];
    return best != EntityBuilder::kNone;
  });
  return best;
}

// "the lawmaker" of a senator: someone named just before whose office is of that kind, if there is but one.
Index of_sector_before(const EntityBuilder& b, const Description& d, const std::string& sector) {
  if (sector.empty() || sector == "CVL") return EntityBuilder::kNone;
  Index best = EntityBuilder::kNone;
  bool several = false;
  backwards(b, d.noun, 2, [&](const TokenMention& m) {
    if (m.entities.size() != 1) return false;
    const Index e = m.entities[0];
    const bool just_before = is_subject(b.parse, m.head) && b.parse[m.head].sentence + 1 == b.parse[d.noun].sentence;
    if (b.entity(e).type != EntityType::person || (b.entity(e).anonymous && !just_before)) return false;
    if (b.notes[e].sector != sector) return false;
    if (!d.country.empty() && b.entity(e).country != d.country) return false;
    if (!d.may_be_of(b.entity(e).country)) return false;
    several = several || (best != EntityBuilder::kNone && best != e);
    if (best == EntityBuilder::kNone) best = e;
    return b.entity(e).anonymous;
  });
  return several ? EntityBuilder::kNone : best;
}

bool is_quoted(const EntityBuilder& b, TokenIndex t) {
  return std::any_of(b.quotations.begin(), b.quotations.end(),
                     [&](const Quotation& q) { return q.outside.contains(t); });
}

// Whether the sentence of `t` or the one before names another person who may be meant as well.
bool is_open(const EntityBuilder& b, TokenIndex t, Index person) {
  bool other = false;
  backwards(b, t, 1, [&](const TokenMention& m) {
    for (const Index e : m.entities) {
      other = other || (e != person && b.entity(e).is_named_person());
    }
    return other;
  });
  return other;
}

// "Paz said the port was full. … “It will be years,” the broker added.": whoever has spoken by name in the sentence
// before or, where nobody has, in the one before that, if nobody else has there, and if what the description calls him
// is no other office than his.
Index speaker_who_goes_on(const EntityBuilder& b, const Description& d, const std::string& sector) {
  const bool bare =
      b.parse[b.parse[d.noun].head].tag == Tag::vb && verb_form(b.parse, b.parse[d.noun].head).modal == kNoToken;
  if (!speaks(b, d.noun) || bare) return EntityBuilder::kNone;  // "heard the senator speak"
  Index best = EntityBuilder::kNone;
  bool several = false;
  std::uint32_t sentence = 0;
  backwards(b, d.noun, 2, [&](const TokenMention& m) {
    if (m.entities.size() != 1 || !speaks(b, m.head) || is_quoted(b, m.head) != is_quoted(b, d.noun)) return false;
    if (best != EntityBuilder::kNone && b.parse[m.head].sentence != sentence) return true;
    const Index e = m.entities[0];
    several = several || (best != EntityBuilder::kNone && best != e);
    best = e;
    sentence = b.parse[m.head].sentence;
    return several;
  });
  if (several || best == EntityBuilder::kNone || tells_or_does(b, best, d.noun)) return EntityBuilder::kNone;
  const Entity& e = b.entity(best);
  const bool fits = e.type == EntityType::person && !e.anonymous &&
                    (d.country.empty() || e.country.empty() || e.country == d.country) &&
                    may_be_one(b.notes[best].sector, sector) && !is_of_other_gender(b, best, b.parse[d.noun].lower);
  return fits ? best : EntityBuilder::kNone;
}

// "the Frenchman", "the Brazilian"
bool is_of_a_people(const EntityBuilder& b, TokenIndex t) {
  const Token& token = b.parse[t];
  return (token.tag == Tag::nn || token.tag == Tag::nnp) && b.who.peoples.find(token.text).has_value() && t > 0 &&
         b.parse[t - 1].lower == "the" && is_subject(b.parse, t);
}

// "opposition leader" of "the opposition leader": the longest title that ends in the noun.
std::optional<std::uint32_t> title_of(const EntityBuilder& b, TokenIndex noun) {
  constexpr TokenIndex kLongest = 4;
  const TokenIndex floor = b.parse.sentences[b.parse[noun].sentence].begin;
  const auto title = b.who.title_phrases.ending_at(b.parse, b.story.text, floor, noun + 1, kLongest);
  return title ? std::optional(title->value) : std::nullopt;
}

// CAMEO's role of the word before a description: that of rebels of "the rebel commander"; empty where there is none.
std::string field_before(const EntityBuilder& b, TokenIndex noun) {
  for (const TokenIndex before : premodifiers(b.parse, noun)) {
    const auto known = b.who.noun_phrases.find(b.parse[before].lower);
    if (known && b.who.nouns[*known].kind == ActorNoun::Kind::people && b.parse[before].relation == Relation::compound)
      return b.who.nouns[*known].sector;
  }
  return {};
}

// Whether what is known of somebody speaks of another field: no government's envoy is "the rebel commander".
bool is_of_other_field(const EntityBuilder& b, Index person, const std::string& field) {
  if (field.empty() || b.notes[person].sector.empty() || b.notes[person].sector == field) return false;
  const auto& roles = b.entity(person).roles;
  return std::none_of(roles.begin(), roles.end(), [&](const Role& role) {
    const auto known = b.who.noun_phrases.find(role.title.substr(0, role.title.find(' ')));
    return role.sector == field || (known && b.who.nouns[*known].sector == field);
  });
}

// "the other lawmaker", "the lawyer for the union": one of several, or somebody's.
bool is_part_of_many(const Parse& parse, TokenIndex noun) {
  const auto children = parse.children(noun);
  return is_one_of_many(parse, noun) || std::any_of(children.begin(), children.end(), [&](TokenIndex child) {
           return parse[child].relation == Relation::prep || parse[child].relation == Relation::relcl;
         });
}

// How often the story has named each person before `t`.
std::map<Index, int> times_named(const EntityBuilder& b, TokenIndex t) {
  std::map<Index, int> times;
  for (const TokenMention& m : b.story.mentions) {
    if (m.span.begin >= t || m.kind != MentionKind::name || m.entities.size() != 1) continue;
    if (b.entity(m.entities[0]).type == EntityType::person) ++times[m.entities[0]];
  }
  return times;
}

// "the billionaire", "the author": the person by name whom the last sentences are about and who stands out from all
// others, if the story is about him or her as well. Subjects count most, and what was said last.
Index whom_all_is_about(const EntityBuilder& b, const Description& d, const std::string& sector) {
  const Token& noun = b.parse[d.noun];
  const bool quoted = is_quoted(b, d.noun);
  const bool as = noun.relation == Relation::pobj && b.parse[noun.head].lower == "as";
  if (noun.relation == Relation::attr || as || quoted || is_yet_to_be(b.parse, d.noun)) return EntityBuilder::kNone;
  constexpr std::uint32_t kSentences = 3;
  constexpr double kFading = 0.6, kOther = 0.5, kTimesSecond = 2.0;
  std::map<Index, double> weights;
  backwards(b, d.noun, kSentences, [&](const TokenMention& m) {
    if (m.entities.size() != 1 || is_quoted(b, m.head)) return false;
    const Entity& e = b.entity(m.entities[0]);
    if (e.type != EntityType::person) return false;
    const double near = std::pow(kFading, b.parse[d.noun].sentence - b.parse[m.head].sentence);
    weights[m.entities[0]] += near * (is_subject(b.parse, m.head) ? 1.0 : kOther);
    return false;
  });
  Index best = EntityBuilder::kNone;
  double most = 0.0, second = 0.0;
  for (const auto& [person, weight] : weights) {
    const Entity& e = b.entity(person);
    const bool other_country = !d.country.empty() && !e.country.empty() && e.country != d.country;
    if (other_country || is_of_other_gender(b, person, noun.lower) || tells_or_does(b, person, d.noun)) continue;
    if (weight > most) {
      second = most, most = weight, best = person;
    } else {
      second = std::max(second, weight);
    }
  }
  if (best == EntityBuilder::kNone || b.entity(best).anonymous) return EntityBuilder::kNone;
  const std::string& known = b.notes[best].sector;  // a writer is not "the tycoon"
  const bool fits = known.empty() || sector.empty() || known == sector || known == "PTY" || sector == "PTY";
  if (!fits && !is_subject(b.parse, d.noun)) return EntityBuilder::kNone;
  std::map<Index, int> times = times_named(b, d.noun);
  const int here = times[best];
  const bool passing = std::any_of(times.begin(), times.end(), [&](const auto& t) { return t.second > 2 * here; });
  return passing || most < kTimesSecond * second ? EntityBuilder::kNone : best;
}

}  // namespace

bool may_be_one(const std::string& x, const std::string& y) {
  const auto is_politics = [](const std::string& of) {
    return of == "GOV" || of == "LEG" || of == "PTY" || of == "OPP" || of == "ELI";
  };
  return x.empty() || y.empty() || x == y || (is_politics(x) && is_politics(y) && (x != "GOV" || y == "LEG"));
}

bool is_of_other_gender(const EntityBuilder& b, Index person, std::string_view noun) {
  const Gender gender = b.notes[person].gender;
  const Gender told = b.who.gender_of(noun);
  const bool woman = told == Gender::female || noun.ends_with("woman");
  const bool man = told == Gender::male || (noun.ends_with("man") && !woman);
  return (gender == Gender::male && woman) || (gender == Gender::female && man);
}

bool speaks(const EntityBuilder& b, TokenIndex t) {
  if (!is_subject(b.parse, t)) return false;
  const Cue* cue = b.story.lexicon.cues->verb(b.parse[b.parse[t].head].lemma);
  return cue != nullptr && cue->kind != Cue::Kind::thought;
}

bool tells_or_does(const EntityBuilder& b, Index person, TokenIndex t) {
  TokenIndex at = t;
  for (TokenIndex verb = b.parse[at].head; verb != at; at = verb, verb = b.parse[at].head) {
    for (const TokenIndex subject : surface_subjects(b.parse, verb)) {
      if (subject == t || first_conjunct(b.parse, subject) == t) continue;
      const auto& entities = b.story.entities_at(subject);
      if (std::find(entities.begin(), entities.end(), person) != entities.end()) return true;
    }
  }
  return false;
}

bool is_one_of_many(const Parse& parse, TokenIndex noun) {
  const auto children = parse.children(noun);
  return std::any_of(children.begin(), children.end(), [&](TokenIndex child) {
    const std::string_view w = parse[child].lower;
    return w == "other" || w == "second" || w == "third" || w == "last" || w == "next" || w == "same";
  });
}

bool is_yet_to_be(const Parse& parse, TokenIndex t) {
  if (!is_subject(parse, t)) return false;
  for (const TokenIndex child : parse.children(parse[t].head)) {
    const std::string_view w = parse[child].lower;
    if (parse[child].relation == Relation::aux && (w == "would" || w == "will" || w == "should" || w == "must"))
      return true;
  }
  return false;
}

bool holds_another_party_office(const EntityBuilder& b, Index person, const std::string& title) {
  const auto& roles = b.entity(person).roles;
  return std::any_of(roles.begin(), roles.end(), [](const Role& role) { return role.sector == "PTY"; }) &&
         std::none_of(roles.begin(), roles.end(), [&](const Role& role) { return role.title.ends_with(title); });
}

bool tells_age(const Parse& parse, TokenIndex noun) {
  for (const TokenIndex child : parse.children(noun)) {
    if (child < noun && parse[child].lower == "old" && child > 0 && parse[child - 1].text == "-") return true;
  }
  return false;
}

Index whom_it_tells_of(const EntityBuilder& b, TokenIndex noun, const std::string& country) {
  if (!is_subject(b.parse, noun)) return EntityBuilder::kNone;
  Index best = EntityBuilder::kNone;
  bool several = false;
  backwards(b, noun, 1, [&](const TokenMention& m) {
    if (m.entities.size() != 1 || !is_subject(b.parse, m.head)) return false;
    if (b.parse[m.head].sentence == b.parse[noun].sentence && !is_beside(b.parse, noun, m.head)) return false;
    if (is_quoted(b, m.head) && !is_quoted(b, noun)) return false;
    const Entity& e = b.entity(m.entities[0]);
    if (e.type != EntityType::person || e.anonymous) return false;
    if (!country.empty() && !e.country.empty() && e.country != country) return false;
    if (is_of_other_gender(b, m.entities[0], b.parse[noun].lower)) return false;
    several = several || (best != EntityBuilder::kNone && best != m.entities[0]);
    best = m.entities[0];
    return false;
  });
  return several ? EntityBuilder::kNone : best;
}

namespace {

Index whom_all_tells_of(const EntityBuilder& b, const Description& d) {
  const TokenIndex t = d.noun;
  if (is_of_a_people(b, t)) {
    const std::uint32_t country = b.country_at(t);
    if (country == EntityBuilder::kNone) return country;
    const std::string& code = b.who.known[country].country;
    const Index person = whom_it_tells_of(b, t, code);
    const bool sure = person != EntityBuilder::kNone && (b.entity(person).country == code || !is_open(b, t, person));
    return sure ? person : EntityBuilder::kNone;
  }
  const auto noun = b.who.noun_phrases.find(b.parse[t].lower);
  const auto title = title_of(b, t);
  const bool of_people = noun && b.who.nouns[*noun].kind == ActorNoun::Kind::people && !b.who.nouns[*noun].plural;
  if (!of_people && !title) return EntityBuilder::kNone;
  Index best = EntityBuilder::kNone;
  if (of_people && b.who.nouns[*noun].abroad) best = envoy_before(b, d);
  const bool told = (of_people && b.who.nouns[*noun].told) || (title && b.who.titles[*title].told);
  const bool runs = title && b.who.titles[*title].sector == "PTY";
  if (best == EntityBuilder::kNone && ((told && !(runs && is_yet_to_be(b.parse, t))) || tells_age(b.parse, t)))
    best = whom_it_tells_of(b, t, d.country);
  const std::string& sector = title ? b.who.titles[*title].sector : b.who.nouns[*noun].sector;
  if (best == EntityBuilder::kNone && told && !is_part_of_many(b.parse, t)) best = whom_all_is_about(b, d, sector);
  if (best != EntityBuilder::kNone && runs && holds_another_party_office(b, best, b.who.titles[*title].name))
    best = EntityBuilder::kNone;
  // "The candidate" of a party's chairman is somebody else.
  const bool in_sector = of_people && b.who.nouns[*noun].sector != "PTY";
  if (best == EntityBuilder::kNone && in_sector) best = of_sector_before(b, d, b.who.nouns[*noun].sector);
  const bool leader = title && b.who.titles[*title].name == "leader";
  const bool of_state = title && sector == "GOV" && !(leader && d.country.empty());
  if (best == EntityBuilder::kNone && !is_part_of_many(b.parse, t) && !(of_state && is_yet_to_be(b.parse, t))) {
    best = speaker_who_goes_on(b, d, sector);
    // An office of state does not go to somebody of whom the story tells another.
    if (best != EntityBuilder::kNone && of_state && !b.entity(best).roles.empty()) best = EntityBuilder::kNone;
  }
  return best;
}

// Whoever was last named of that field.
Index of_field_before(const EntityBuilder& b, const Description& d, const std::string& field) {
  Index best = EntityBuilder::kNone;
  const auto noun = b.who.noun_phrases.find(b.parse[d.noun].lower);
  const bool of_people = noun && b.who.nouns[*noun].kind == ActorNoun::Kind::people;
  if ((!of_people && !title_of(b, d.noun)) || is_part_of_many(b.parse, d.noun)) return best;
  constexpr std::uint32_t kNear = 3;
  backwards(b, d.noun, kNear, [&](const TokenMention& m) {
    if (m.entities.size() != 1) return false;
    const Index e = m.entities[0];
    const bool fits = b.entity(e).type == EntityType::person && !b.entity(e).anonymous && !b.notes[e].sector.empty() &&
                      !is_of_other_field(b, e, field) &&
                      (d.country.empty() || b.entity(e).country.empty() || b.entity(e).country == d.country);
    if (fits) best = e;
    return fits;
  });
  return best;
}

}  // namespace

Index whom_it_describes(const EntityBuilder& b, const Description& d) {
  const std::string field = field_before(b, d.noun);
  if (field.empty()) return whom_all_tells_of(b, d);
  const Index best = of_field_before(b, d, field);
  if (best != EntityBuilder::kNone) return best;
  const Index other = whom_all_tells_of(b, d);
  return other != EntityBuilder::kNone && is_of_other_field(b, other, field) ? EntityBuilder::kNone : other;
}

bool resolve_age(EntityBuilder& b, TokenIndex t) {
  const Parse& parse = b.parse;
  if (!is_age(parse, t)) return false;
  const TokenIndex begin = parse[t].left_edge;
  if (parse[begin].lower != "the" || !b.is_free({begin, t + 1})) return false;
  const Index person = whom_it_tells_of(b, t, {});
  return person != EntityBuilder::kNone && b.mention({begin, t + 1}, t, MentionKind::title, {person});
}

}  // namespace dragoman
