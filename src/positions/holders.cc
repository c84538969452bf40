#include "positions/holders.h"

#include "issues/issues.h"
#include "who/names.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace dragoman {

namespace {

constexpr TokenIndex kLongestStatement = 1000;  // words of a statement that are looked at

/// Called by a common noun: "government".
bool is_common(const Entity& e) {
  return !e.name.empty() && e.name.front() >= 'a' && e.name.front() <= 'z';
}

/// Of the CAMEO code, "GOV" of "KENGOV" and, for whom no country is known, of "GOV"; empty for a country's own.
std::string_view sector_of(const Entity& e) {
  if (e.country.empty() && e.code.size() == 3) return e.code;
  return e.code.size() >= 6 ? std::string_view(e.code).substr(3, 3) : std::string_view();
}

bool is_official(const Entity& e) {
  const std::string_view sector = sector_of(e);
  return sector == "GOV" || sector == "MIL";
}

bool is_state_or_its_body(const Entity& e) {
  return e.type == EntityType::country || (e.type == EntityType::organisation && is_official(e));
}

}  // namespace

Holders::Holders(const Story& story)
    : story_(story), parse_(story.parse), inside_(parse_.size(), -1), cue_(parse_.size(), -1) {
  for (Index i = 0; i < story.record.entities.size(); ++i) {
    const Entity& e = story.record.entities[i];
    if (e.type == EntityType::country) countries_.emplace(e.country, i);
  }
  count_countries();
  for (const TokenMention& m : story.mentions) {
    if (m.entities.size() != 1) continue;
    const Index e = m.entities.front();
    if (story.record.entities[e].anonymous && is_apart(m.head)) apart_.insert(e);
    if (runs_campaign(m)) candidates_.insert(e);
  }
  const auto width = [&](std::size_t q) {
    std::uint32_t sum = 0;
    for (const TokenSpan s : story.statement_contents[q]) sum += s.size();
    return sum;
  };
  std::vector<std::size_t> order(story.statement_contents.size());
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return width(a) > width(b); });
  for (const std::size_t q : order) {
    if (story.record.statements[q].speakers.empty()) continue;  // "I must say that …" within what someone says
    for (const TokenSpan s : story.statement_contents[q]) {
      const TokenIndex end = std::min(s.end, s.begin + kLongestStatement);
      std::fill(inside_.begin() + s.begin, inside_.begin() + end, static_cast<std::int32_t>(q));
    }
    const TokenSpan cue = story.statement_cues[q];
    for (TokenIndex t = cue.begin; t < cue.end; ++t) cue_[t] = static_cast<std::int32_t>(q);
  }
}

bool Holders::is_we(TokenIndex head) const {
  const Token& t = parse_[head];
  return t.pos == Pos::pron && (t.lower == "we" || t.lower == "us" || t.lower == "our" || t.lower == "i" ||
                                t.lower == "my" || t.lower == "me");
}

std::optional<Index> Holders::statement_at(TokenIndex t) const {
  const std::int32_t q = cue_[t] >= 0 ? cue_[t] : inside_[t];
  return q < 0 ? std::nullopt : std::optional(static_cast<Index>(q));
}

std::optional<Index> Holders::statement_inside(TokenIndex t) const {
  return inside_[t] < 0 ? std::nullopt : std::optional(static_cast<Index>(inside_[t]));
}

std::optional<Index> Holders::country_at(TokenIndex t) const {
  const WhoLexicon& who = *story_.lexicon.who;
  const auto people = who.peoples.longest(parse_, story_.text, t);
  if (!people) return std::nullopt;
  const auto country = countries_.find(who.known[people->value].country);
  return country == countries_.end() ? std::nullopt : std::optional(country->second);
}

// What countries each sentence speaks of, by their names, people and places.
void Holders::count_countries() {
  named_.resize(parse_.sentences.size());
  for (TokenIndex t = 0; t < parse_.size(); ++t) {
    if (story_.boilerplate[t]) continue;
    std::vector<std::string_view>& here = named_[parse_[t].sentence];
    const auto add = [&](const std::string& country) {
      if (country.empty()) return;
      if (std::find(here.begin(), here.end(), country) == here.end()) here.push_back(country);
    };
    for (const Index e : story_.entities_at(t)) {
      const Entity& entity = story_.record.entities[e];
      if (entity.type != EntityType::media) add(entity.country);
      if (entity.type == EntityType::country && !entity.country.empty()) {
        ++times_[entity.country];
        ++times_in_all_;
      }
    }
    if (story_.place_at[t] >= 0) add(story_.record.places[static_cast<std::size_t>(story_.place_at[t])].country);
    if (parse_[t].name == NameType::norp) {
      if (const auto country = country_at(t)) add(story_.record.entities[*country].country);
    }
  }
}

// "The minister criticised his party's whip": the sentence names another person or body of the country by name.
bool Holders::names_compatriot(const Entity& holder, TokenIndex where) const {
  const TokenSpan sentence = parse_.sentences[parse_[where].sentence];
  for (TokenIndex t = sentence.begin; t < sentence.end; ++t) {
    for (const Index i : story_.entities_at(t)) {
      const Entity& other = story_.record.entities[i];
      const bool body = other.type == EntityType::person || other.type == EntityType::organisation;
      if (&other != &holder && body && !other.anonymous && !is_common(other) && other.country == holder.country &&
          !is_official(other)) {
        return true;
      }
    }
  }
  return false;
}

// The sentence speaks of another country, or the report does so throughout.
bool Holders::is_between_states(const Entity& holder, TokenIndex where) const {
  const std::string& country = holder.country;
  const auto& here = named_[parse_[where].sentence];
  if (std::any_of(here.begin(), here.end(), [&](std::string_view c) { return c != country; })) return true;
  if (names_compatriot(holder, where)) return false;
  const auto own = times_.find(country);
  const int others = times_in_all_ - (own == times_.end() ? 0 : own->second);
  constexpr int kOften = 4;
  return others >= kOften && 2 * others >= times_in_all_;
}

// Media tell, troops are sent, and "a man", "nations" or "the party" are nobody in particular.
bool Holders::can_hold(const Entity& e, TokenIndex head) const {
  if (e.type == EntityType::media || e.code.ends_with("MED")) return false;
  if (e.type == EntityType::group && e.code.ends_with("MIL")) return false;
  if (!e.anonymous && !is_common(e)) return true;
  // "the group", "the authorities": who that is stands elsewhere, if at all.
  const bool bare = e.name.find(' ') == std::string::npos;
  const bool body = e.type == EntityType::organisation || e.type == EntityType::group;
  const std::string_view sector = sector_of(e);
  const bool known = e.name != "ministry" && e.name != "department" && e.name != "agency" &&
                     (is_official(e) || sector == "LEG" || sector == "COP" || sector == "JUD" || sector == "OPP");
  const bool plural = parse_[head].tag == Tag::nns || parse_[head].tag == Tag::nnps ||
                      (e.type == EntityType::group && parse_[head].pos == Pos::pron);
  const bool owned = child_of(parse_, head, Relation::poss) != kNoToken;  // "his party"
  if (bare && body && !known && !plural && !owned) return false;
  return !e.sure_country().empty() || body || e.type == EntityType::group || e.code.ends_with("OPP") ||
         e.code.ends_with("REB");
}

// For whom somebody speaks by the offices that he has now, or by the noun that he or those are called by: "officials in
// Lima", but not "local officials", "allies" or, of nobody, "a spokesman".
SpeaksFor Holders::speaks_for(const Entity& person) const {
  const StanceLexicon& lexicon = *story_.lexicon.stances;
  SpeaksFor best = person.anonymous ? lexicon.called(person.name) : SpeaksFor::self;
  for (const Role& r : person.roles) {
    if (r.status == RoleStatus::former || r.status == RoleStatus::late) continue;
    const SpeaksFor whom = lexicon.speaks_for(r.title);
    // "a spokesman", whose the report does not know: not the state's.
    if (person.anonymous && whom == SpeaksFor::owner && person.name.find(' ') == std::string::npos) continue;
    best = std::max(best, whom);
  }
  return best;
}

// Between states their officials, ministries and forces speak for them; parliaments, parties and people, and all at
// home, for themselves.
Index Holders::actor_of(Index entity, TokenIndex where, int depth) const {
  constexpr int kDeep = 3;  // spokesmen of spokesmen
  if (depth > kDeep) return entity;
  const Entity& e = story_.record.entities[entity];
  if (e.type == EntityType::country || e.type == EntityType::media) return entity;
  // A spokesman speaks for those whose he is.
  for (const Role& r : e.roles) {
    if (!r.of || story_.lexicon.stances->speaks_for(r.title) != SpeaksFor::owner) continue;
    return story_.record.entities[*r.of].type == EntityType::person ? entity : actor_of(*r.of, where, depth + 1);
  }
  if (e.sure_country().empty()) return entity;
  // The president of a union is no official, whatever his code.
  const bool of_body = std::any_of(e.roles.begin(), e.roles.end(), [&](const Role& r) {
    if (!r.of || r.status == RoleStatus::former) return false;
    const Entity& body = story_.record.entities[*r.of];
    return body.type == EntityType::organisation && body.code.find("GOV") == std::string::npos &&
           body.code.find("MIL") == std::string::npos;
  });
  if (!is_official(e) || of_body) return entity;
  const bool through_spokesman = depth > 0;  // "the spokesman for the Kenyan foreign ministry"
  bool everywhere = through_spokesman;       // and not only between states
  const SpeaksFor whom = speaks_for(e);
  const bool anybody = e.type == EntityType::person || (e.type == EntityType::group && e.anonymous);
  const bool of_campaign = candidates_.contains(entity) || is_candidate(e);
  if (anybody && (whom == SpeaksFor::self || apart_.contains(entity) || of_campaign)) return entity;
  if (e.type == EntityType::person) {
    // "the president", "an official": nobody of whom one would ask what he himself thinks.
    everywhere = everywhere || e.anonymous || whom != SpeaksFor::state_between_states;
  } else if (is_common(e) && e.name.find(' ') == std::string::npos) {
    everywhere = true;  // "her government"
  }
  if (!everywhere && !is_between_states(e, where)) return entity;
  if (e.type == EntityType::person && is_campaigning(where)) return entity;
  const auto country = countries_.find(e.country);
  return country == countries_.end() ? entity : country->second;
}

// "the Paz campaign", "Paz's campaign", and not "Paz's campaign against the rebels": who is named stands for office.
bool Holders::runs_campaign(const TokenMention& mention) const {
  const Token& name = parse_[mention.head];
  const TokenIndex noun = name.head;
  const bool before = name.relation == Relation::poss || name.relation == Relation::compound;
  const bool person = story_.record.entities[mention.entities.front()].type == EntityType::person;
  return person && before && mention.kind == MentionKind::name && parse_[noun].lower == "campaign" &&
         story_.lexicon.stances->campaigns.contains(parse_[noun].lemma) &&
         child_of(parse_, noun, Relation::prep) == kNoToken;
}

// "Ann Paz, the party's nominee", whatever office she has held: for herself.
bool Holders::is_candidate(const Entity& person) const {
  return std::any_of(person.roles.begin(), person.roles.end(), [&](const Role& r) {
    const std::string_view title = r.title;
    const std::size_t blank = title.rfind(' ');
    return r.status == RoleStatus::current && story_.lexicon.stances->campaigns.contains(
                                                  blank == std::string_view::npos ? title : title.substr(blank + 1));
  });
}

// "As a candidate he had vowed", "in her campaign": for herself.
bool Holders::is_campaigning(TokenIndex where) const {
  const TokenSpan sentence = parse_.sentences[parse_[where].sentence];
  for (TokenIndex t = sentence.begin; t < sentence.end; ++t) {
    const TokenIndex preposition = parse_[t].relation == Relation::pobj ? parse_[t].head : kNoToken;
    if (preposition == kNoToken || !story_.lexicon.stances->campaigns.contains(parse_[t].lemma)) continue;
    const std::string_view link = parse_[preposition].lower;
    if (link == "as" || link == "in" || link == "during" || link == "on") return true;
  }
  return false;
}

// "The prosecutor's office", "officials of the union", "League officials": not the state.
bool Holders::is_apart(TokenIndex head) const {
  const WordSet& apart = story_.lexicon.stances->apart;
  for (const char* link : {"of", "in", "with", "for", "from", "at"}) {
    for (const TokenIndex behind : obliques(parse_, head, link)) {
      if (apart.contains(parse_[behind].lemma)) return true;
    }
  }
  for (const TokenIndex owner : possessors(parse_, head)) {
    if (apart.contains(parse_[owner].lemma)) return true;
  }
  for (const TokenIndex before : premodifiers(parse_, head)) {
    if (apart.contains(parse_[before].lemma)) return true;
  }
  return false;
}

/// The state that an official serves, else himself.
Index Holders::state_of(Index entity) const {
  const Entity& e = story_.record.entities[entity];
  const auto country = countries_.find(e.country);
  return !is_official(e) || country == countries_.end() ? entity : country->second;
}

// "her government", where the words are one mention: who was named last in the sentence.
std::vector<Index> Holders::person_before(TokenIndex t) const {
  const std::uint32_t sentence = parse_[t].sentence;
  if (parse_[t].pos != Pos::pron) return {};
  while (t-- > 0 && parse_[t].sentence == sentence) {
    const auto& named = story_.entities_at(t);
    if (named.size() == 1 && story_.record.entities[named.front()].type == EntityType::person) return named;
  }
  return {};
}

// "Chile says it is ready": "it" as the subject of what a body says is the body, "they" the group.
std::optional<Index> Holders::who_says_so(TokenIndex pronoun) const {
  const TokenIndex clause = parse_[pronoun].head;
  if (inside_[pronoun] < 0 || parse_[pronoun].relation != Relation::nsubj ||
      parse_[clause].relation != Relation::ccomp || cue_[parse_[clause].head] != inside_[pronoun]) {
    return std::nullopt;
  }
  const auto& speakers = story_.record.statements[static_cast<std::size_t>(inside_[pronoun])].speakers;
  if (speakers.size() != 1) return std::nullopt;
  const EntityType type = story_.record.entities[speakers[0]].type;
  const bool one = type == EntityType::country || type == EntityType::organisation;
  const bool fits = parse_[pronoun].lower == "it" ? one : type == EntityType::group;
  return fits ? std::optional(speakers[0]) : std::nullopt;
}

// "We are confident that sales will rise", in the mouth of one who holds no office of state: his own, and not the
// country's.
std::optional<Index> Holders::who_says_we(TokenIndex pronoun, TokenIndex where) const {
  if (!is_we(pronoun) || inside_[where] < 0) return std::nullopt;
  const auto& meant = story_.entities_at(pronoun);
  const auto& speakers = story_.record.statements[static_cast<std::size_t>(inside_[where])].speakers;
  if (meant.size() != 1 || speakers.size() != 1) return std::nullopt;
  const auto& entities = story_.record.entities;
  const bool country = entities[meant.front()].type == EntityType::country;
  const Entity& speaker = entities[speakers.front()];
  const bool own = speaker.type == EntityType::person && !speaker.roles.empty() && can_hold(speaker, pronoun) &&
                   sector_of(speaker) != "MIL" && speaks_for(speaker) == SpeaksFor::self &&
                   std::none_of(speaker.roles.begin(), speaker.roles.end(), [&](const Role& r) {
                     return r.of && r.status == RoleStatus::current && is_state_or_its_body(entities[*r.of]);
                   });
  return country && own ? std::optional(speakers.front()) : std::nullopt;
}

// "fighters from the Lakes Front, who", "Ann Paz, the head of the guild, which": the fighters, and the guild.
TokenIndex Holders::whom_it_fits(TokenIndex antecedent, std::string_view pronoun, TokenIndex relative) const {
  const auto are = [&](TokenIndex t, auto fits) {
    const auto& entities = story_.entities_at(t);
    return !entities.empty() &&
           std::all_of(entities.begin(), entities.end(), [&](Index e) { return fits(story_.record.entities[e].type); });
  };
  const auto person = [](EntityType type) { return type == EntityType::person; };
  const auto people = [](EntityType type) { return type == EntityType::person || type == EntityType::group; };
  const auto body = [](EntityType type) { return type == EntityType::organisation || type == EntityType::country; };
  if (pronoun == "who" && are(antecedent, body)) {
    TokenIndex at = antecedent;
    for (int climb = 0; climb < kMaxClimb && parse_[at].head != at; ++climb) {
      const Relation r = parse_[at].relation;
      if (r != Relation::pobj && r != Relation::prep && r != Relation::compound && r != Relation::nmod) break;
      at = parse_[at].head;
      if (is_nominal(parse_[at]) && are(at, people)) return at;
    }
  }
  if (pronoun != "which" || !are(antecedent, person)) return antecedent;
  for (TokenIndex t = relative; t-- > antecedent + 1;) {
    if (is_nominal(parse_[t]) && are(t, body)) return t;
  }
  return antecedent;
}

std::vector<Index> Holders::entities_of(TokenIndex head, TokenIndex where) const {
  if (is_relative_pronoun(parse_[head])) {
    const TokenIndex before = antecedent_of(parse_, head);
    if (before == kNoToken || is_relative_pronoun(parse_[before])) return {};
    // "in exile in Peru, who": not the country.
    std::vector<Index> found = entities_of(before, where);
    if (parse_[head].lower == "who") {
      if (parse_[before].name == NameType::gpe || parse_[before].name == NameType::loc) found.clear();
      std::erase_if(found, [&](Index e) { return story_.record.entities[e].type == EntityType::country; });
    }
    return found;
  }
  std::vector<Index> found = story_.entities_at(head);
  if (const auto self = who_says_we(head, where)) return {*self};
  const bool owned = !possessors(parse_, head).empty();
  const auto nowhere = [&](Index e) { return story_.record.entities[e].sure_country().empty(); };
  if (!found.empty() && !(owned && std::all_of(found.begin(), found.end(), nowhere))) return found;
  if (is_we(head)) {
    const std::int32_t q = inside_[where];
    return q < 0 ? found : story_.record.statements[static_cast<std::size_t>(q)].speakers;
  }
  if (found.empty() && (parse_[head].lower == "it" || parse_[head].lower == "they")) {
    if (const auto self = who_says_so(head)) return {*self};
  }
  // "her government", "the country's leaders": those of whom they are.
  const TokenSpan phrase = core_phrase(parse_, head);
  const auto noun = story_.lexicon.who->noun_phrases.longest(parse_, story_.text, head);
  const bool acts = (noun && story_.lexicon.who->nouns[noun->value].sector == "GOV") ||
                    parse_[head].lemma == "government" || parse_[head].lemma == "country";
  if (!acts) return found;
  const std::vector<Index> unplaced = std::exchange(found, {});
  for (const TokenIndex owner : possessors(parse_, head)) {
    if (owner == head || !phrase.contains(owner)) continue;
    const bool within = story_.mention_at[owner] >= 0 && story_.mention_at[owner] == story_.mention_at[head];
    for (const Index e : within ? person_before(owner) : entities_of(owner, where)) {
      const Index state = state_of(e);
      if (std::find(found.begin(), found.end(), state) == found.end()) found.push_back(state);
    }
  }
  for (const TokenIndex before : premodifiers(parse_, head)) {
    if (const auto country = country_at(before); country && found.empty()) found.push_back(*country);
  }
  return found.empty() ? unplaced : found;
}

std::vector<Held> Holders::speakers(Index statement, TokenIndex where) const {
  std::vector<Held> out;
  for (const Index e : story_.record.statements[statement].speakers) {
    if (!can_hold(story_.record.entities[e], where)) continue;
    out.push_back({actor_of(e, where), e, kNoToken});
  }
  return out;
}

// "The union's letter asked for talks", "they urged the mine to close": where the word of stance tells a statement, who
// makes it holds it.
std::vector<Index> Holders::holders_of(TokenIndex head, TokenIndex where) const {
  if (cue_[where] >= 0) {
    const auto& speakers = story_.record.statements[static_cast<std::size_t>(cue_[where])].speakers;
    const auto holds = [&](Index e) { return can_hold(story_.record.entities[e], head); };
    if (std::any_of(speakers.begin(), speakers.end(), holds)) return speakers;
  }
  return entities_of(head, where);
}

// "the ministers of Japan and Australia" speak for both.
std::vector<Held> Holders::states_behind(Index entity, TokenIndex head) const {
  std::vector<Held> out;
  const Entity& e = story_.record.entities[entity];
  if (!e.sure_country().empty() || e.type == EntityType::country || parse_[head].pos != Pos::noun) return out;
  for (const TokenIndex behind : obliques(parse_, head, "of")) {
    for (const Index state : story_.entities_at(behind)) {
      if (story_.record.entities[state].type == EntityType::country) out.push_back({state, entity, head});
    }
  }
  return out;
}

// "his government will act", said by the premier: he voices it.
std::optional<Index> Holders::speaker_of(Index state, Index body, TokenIndex where) const {
  if (inside_[where] < 0 || story_.record.entities[body].type == EntityType::person) return std::nullopt;
  const Statement& said = story_.record.statements[static_cast<std::size_t>(inside_[where])];
  if (said.speakers.size() != 1) return std::nullopt;
  const Index speaker = said.speakers.front();
  const bool person = story_.record.entities[speaker].type == EntityType::person;
  return person && state_of(speaker) == state ? std::optional(speaker) : std::nullopt;
}

std::vector<Held> Holders::of(const Tokens& heads, TokenIndex where) const {
  std::vector<Held> out;
  for (const TokenIndex head : heads) {
    for (const Index e : holders_of(head, where)) {
      const std::vector<Held> states = states_behind(e, head);
      if (!states.empty()) {
        out.insert(out.end(), states.begin(), states.end());
        continue;
      }
      if (!can_hold(story_.record.entities[e], head)) continue;
      Held held{is_apart(head) ? e : actor_of(e, where), std::nullopt, head};
      // "the government" is the state itself, and voices nothing beside it.
      const bool itself = held.actor != e && is_common(story_.record.entities[e]) &&
                          story_.record.entities[e].type == EntityType::organisation;
      if (const auto voice = speaker_of(held.actor, e, where)) {
        held.by = voice;
      } else if (!itself && (held.actor != e || story_.record.entities[e].type == EntityType::person)) {
        held.by = e;
      } else if (inside_[where] >= 0) {
        const Statement& said = story_.record.statements[static_cast<std::size_t>(inside_[where])];
        const Entity* speaker = said.speakers.size() == 1 ? &story_.record.entities[said.speakers.front()] : nullptr;
        const bool voices = speaker != nullptr && can_hold(*speaker, where) && speaker->type != EntityType::country;
        if (voices) held.by = said.speakers.front();
      }
      const bool twice = std::any_of(out.begin(), out.end(), [&](const Held& h) { return h.actor == held.actor; });
      if (!twice) out.push_back(held);
    }
  }
  return out;
}

bool Holders::is_self(TokenIndex head, Index statement) const {
  if (is_we(head)) return true;
  const auto own = speakers(statement, head);
  if (own.empty()) return false;
  // "it" in a person's mouth is something else.
  if (parse_[head].lower == "it" && own.front().by != std::nullopt &&
      story_.record.entities[*own.front().by].type == EntityType::person) {
    return false;
  }
  for (const Held& held : of({head}, head)) {
    // Another person of the same country is not who speaks.
    const bool person = held.by && story_.record.entities[*held.by].type == EntityType::person;
    const auto same = [&](const Held& h) { return h.by == held.by; };
    if (person && !story_.entities_at(head).empty() && story_.entities_at(head).front() == *held.by) {
      return std::any_of(own.begin(), own.end(), same);
    }
    const auto same_state = [&](const Held& h) { return state_of(h.actor) == state_of(held.actor); };
    if (std::any_of(own.begin(), own.end(), same_state)) return true;
  }
  return false;
}

}  // namespace dragoman
