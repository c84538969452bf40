#include "events/arguments.h"

#include "events/token_lists.h"
#include "story/members.h"

#include <algorithm>
#include <optional>
#include <span>
#include <utility>

namespace dragoman {

namespace {

// Those who govern, make laws or stand for office; those who bear arms.
constexpr std::string_view kPoliticians[] = {"GOV", "LEG", "PTY", "ELI"};
constexpr std::string_view kParties[] = {"LEG", "PTY"};
constexpr std::string_view kMedia[] = {"MED"};
constexpr std::string_view kArmed[] = {"MIL", "COP", "REB", "UAF", "SEP", "INS"};

bool is_of(const Entity& entity, std::span<const std::string_view> sectors) {
  if (entity.type == EntityType::country) return false;
  const auto is_one = [&](std::string_view sector) {
    return std::find(sectors.begin(), sectors.end(), sector) != sectors.end();
  };
  if (entity.code.size() >= 3 && is_one(std::string_view(entity.code).substr(entity.code.size() - 3))) return true;
  return std::any_of(entity.roles.begin(), entity.roles.end(), [&](const Role& role) { return is_one(role.sector); });
}

// Politicians, parties and parliaments; no government, which does whatever a country does.
bool is_politician(const Entity& entity) {
  return entity.type == EntityType::organisation ? is_of(entity, kParties) : is_of(entity, kPoliticians);
}

}  // namespace

bool bears_arms(const Entity& entity) {
  return is_of(entity, kArmed);
}

Arguments::Arguments(const Story& story, const EventLexicon& lexicon)
    : story_(story),
      parse_(story.parse),
      lexicon_(lexicon),
      paths_(*story.lexicon.slots),
      nouns_(story.parse, *story.lexicon.nouns, [this](TokenIndex t) { return name_at(t); }),
      candidates_(story.record.entities.size()) {
  find_candidates();
}

// "Moser's campaign", "the Moser delegates", "voted at his rally": whose they are stands for office.
void Arguments::find_candidates() {
  for (TokenIndex t = 0; t < parse_.size(); ++t) {
    if (parse_[t].pos != Pos::noun || !lexicon_.candidacies.contains(parse_[t].lemma)) continue;
    Tokens owners = possessors(parse_, t);
    add_tokens(owners, premodifiers(parse_, t));
    if (t > 0 && parse_[t - 1].sentence == parse_[t].sentence) owners.push_back(t - 1);  // "the Moser campaign manager"
    for (const TokenIndex owner : owners) {
      for (const Index e : story_.entities_at(owner)) {
        if (story_.record.entities[e].type == EntityType::person) candidates_[e] = true;
      }
    }
  }
}

Predicate Arguments::predicate_at(TokenIndex t) const {
  const Token& token = parse_[t];
  if (token.pos == Pos::noun) return {t, PredicateKind::noun, support_of(t)};
  if (token.pos == Pos::adj && (token.relation == Relation::acomp || token.relation == Relation::conj)) {
    const TokenIndex copula = parse_[first_conjunct(parse_, t)].head;
    return {t, PredicateKind::adjective, is_verbal(parse_[copula]) ? copula : kNoToken};
  }
  return {t, PredicateKind::verb, kNoToken};
}

// The verb whose subject does what the noun says: "held talks", "a protest was lodged", "is in talks".
TokenIndex Arguments::support_of(TokenIndex n) const {
  const TokenIndex first = first_conjunct(parse_, n);
  const Token& noun = parse_[first];
  TokenIndex verb = noun.head;
  if (noun.relation == Relation::pobj) {
    verb = parse_[noun.head].head;
    if (parse_[noun.head].lower == "of" && parse_[verb].relation == Relation::attr) {  // "is the target of attacks"
      const TokenIndex copula = parse_[verb].head;
      return story_.lexicon.nouns->undergoes(parse_[copula].lemma, parse_[verb].lemma) ? copula : kNoToken;
    }
    if (parse_[noun.head].lower == "to" && parse_[verb].relation == Relation::acomp) {  // "is subject to raids"
      const TokenIndex copula = parse_[verb].head;
      const std::vector<NounWay>& ways = story_.lexicon.nouns->of(parse_[n].lemma).patient;
      const bool won = std::any_of(ways.begin(), ways.end(),  // "the sale is subject to approval"
                                   [](const NounWay& way) { return way.kind == NounWay::Kind::receiver; });
      return !won && story_.lexicon.nouns->undergoes(parse_[copula].lemma, parse_[verb].lemma) ? copula : kNoToken;
    }
    const Relation r = parse_[noun.head].relation;
    if (r != Relation::prep || !is_verbal(parse_[verb])) return kNoToken;
    // "in talks", "on strike", "on a visit": the verb adds nothing but a subject.
    const std::string key = std::string(parse_[verb].lemma) + " " + std::string(parse_[noun.head].lower);
    const bool suffered = parse_[noun.head].lower == "under" && story_.lexicon.nouns->undergoing.contains(key);
    return suffered || lexicon_.light_verbs.contains(key) ? verb : kNoToken;
  }
  if (noun.relation != Relation::dobj && noun.relation != Relation::nsubjpass) return kNoToken;
  if (!is_verbal(parse_[verb])) return kNoToken;
  const NounLexicon& nouns = *story_.lexicon.nouns;
  const bool suffered = noun.relation == Relation::dobj && (nouns.undergoing.contains(parse_[verb].lemma) ||
                                                            nouns.receives(parse_[verb].lemma, parse_[n].lemma));
  return suffered || lexicon_.light_verbs.contains(parse_[verb].lemma) ? verb : kNoToken;
}

// What stands around a predicate, looked for once however many frames have conditions on it.
class Arguments::Surroundings {
 public:
  Surroundings(const Arguments& arguments, const Predicate& p) : predicate(p), arguments_(arguments) {}

  /// The heads that fill a slot; valid until another slot is asked for.
  const Tokens& in(const Slot& slot) {
    const auto known =
        std::find_if(slots_.begin(), slots_.end(), [&](const auto& filled) { return *filled.first == slot; });
    if (known != slots_.end()) return known->second;
    return slots_.emplace_back(&slot, arguments_.fillers(slot, predicate)).second;
  }

  /// The verbs that stand below.
  const Tokens& below() {
    if (!below_) below_ = arguments_.below(predicate);
    return *below_;
  }

  const Predicate& predicate;
  /// Conditions on the doer hold where nobody is named who did it.
  bool unnamed_doer = false;

 private:
  const Arguments& arguments_;
  std::vector<std::pair<const Slot*, Tokens>> slots_;
  std::optional<Tokens> below_;
};

const EventFrame* Arguments::frame_of(const Predicate& p) const {
  const auto* frames = lexicon_.find(p.kind, parse_[p.token]);
  if (frames == nullptr) return nullptr;
  Surroundings around(*this, p);
  for (const bool unnamed_doer : {false, true}) {
    if (unnamed_doer && !is_done_by_unnamed(p)) break;
    around.unnamed_doer = unnamed_doer;
    for (const EventFrame& frame : *frames) {
      if (fits(frame, around)) return &frame;
    }
  }
  return nullptr;
}

bool Arguments::fits(const EventFrame& frame, Surroundings& around) const {
  const Predicate& p = around.predicate;
  if (around.unnamed_doer && !needs_no_name(frame)) return false;
  if (!frame.particle.empty()) {
    const TokenIndex particle = child_word(parse_, p.token, frame.particle);
    if (particle == kNoToken || particle < p.token) return false;
    const Relation r = parse_[particle].relation;
    const bool next_to_it =
        particle == p.token + 1 && (r == Relation::advmod || r == Relation::prep || r == Relation::npadvmod);
    if (r != Relation::prt && !next_to_it && !is_behind_object(particle, p.token)) return false;
    // "signed on Tuesday": when, and not what they signed on to.
    const TokenIndex day = r == Relation::prep ? child_of(parse_, particle, Relation::pobj) : kNoToken;
    if (day != kNoToken && (parse_[day].name == NameType::date || parse_[day].name == NameType::time)) return false;
  }
  if (!frame.modifier.empty()) {
    const bool hyphen = p.token > 1 && parse_[p.token - 1].text == "-";  // "cyber-attacks"
    const TokenIndex modifier = p.token == 0 ? kNoToken : hyphen ? p.token - 2 : p.token - 1;
    if (modifier == kNoToken || (parse_[modifier].lower != frame.modifier && parse_[modifier].lemma != frame.modifier))
      return false;
  }
  if (frame.voice != EventFrame::Voice::any &&
      (frame.voice == EventFrame::Voice::passive) != is_passive(parse_, p.token)) {
    return false;
  }
  if (frame.infinitive_below) {
    const Tokens& verbs = around.below();
    if (std::none_of(verbs.begin(), verbs.end(), [&](TokenIndex v) { return verb_form(parse_, v).infinitive; }))
      return false;
  }
  if (frame.future_below) {
    const Tokens& verbs = around.below();
    if (std::none_of(verbs.begin(), verbs.end(), [&](TokenIndex v) { return is_told_to_come(v); })) return false;
  }
  if (frame.several_needed && !is_several(p)) return false;
  return std::all_of(frame.conditions.begin(), frame.conditions.end(),
                     [&](const SlotCondition& c) { return holds(c, around); });
}

// "will leave", "would leave", "to leave".
bool Arguments::is_told_to_come(TokenIndex verb) const {
  const VerbForm form = verb_form(parse_, verb);
  const bool would = form.modal != kNoToken && parse_[form.modal].lemma == "would" && !form.perfect;
  return form.tense == Tense::future || form.infinitive || would;
}

// "brought the envoy home", "brushed the protest aside": the adverb that belongs to the verb, behind what it is done
// to.
bool Arguments::is_behind_object(TokenIndex adverb, TokenIndex verb) const {
  const bool out = parse_[adverb].relation == Relation::prep && parse_[adverb].lower == "out";  // "out of the country"
  if (parse_[adverb].relation != Relation::advmod && !out) return false;
  const TokenIndex object = child_of(parse_, verb, Relation::dobj);
  return object != kNoToken && object < adverb && subtree(parse_, object).end == adverb;
}

// "Turkey and Albania held manoeuvres", "the Turkish and Albanian navies": of more than one country.
bool Arguments::is_several(const Predicate& p) const {
  std::vector<Index> found;
  for (const TokenIndex head : fillers(Slot{}, p)) add_direct_party(found, head);
  const auto foreign = [&](Index e) {
    return story_.record.entities[e].sure_country() != story_.record.entities[found.front()].sure_country();
  };
  return std::any_of(found.begin(), found.end(), foreign);
}

// "joint drill", also in "joint naval drills"; "sit-in", which the tokenizer takes apart.
bool Arguments::is_pair(std::string_view word, TokenIndex head) const {
  const std::string_view last = parse_[head].lemma;
  if (word.size() <= last.size() || !word.ends_with(last)) return false;
  const std::size_t cut = word.size() - last.size() - 1;
  if (word.find_first_of(" -") != cut) return false;
  const std::string_view first = word.substr(0, cut);
  if (word[cut] == '-') return head > 1 && parse_[head - 1].text == "-" && parse_[head - 2].lower == first;
  for (const TokenIndex c : parse_.children(head)) {
    const Relation r = parse_[c].relation;
    const bool before = c + 1 == head || r == Relation::amod || r == Relation::compound;
    if (c < head && before && parse_[c].lower == first) return true;
  }
  return false;
}

bool Arguments::is_named(const SlotCondition& c, TokenIndex head) const {
  const auto is = [&](std::string_view lemma) {
    if (std::find(c.words.begin(), c.words.end(), lemma) != c.words.end()) return true;
    return std::any_of(c.classes.begin(), c.classes.end(),
                       [&](std::uint32_t k) { return lexicon_.classes[k].contains(lemma); });
  };
  const bool named = parse_[head].pos == Pos::propn || parse_[head].pos == Pos::noun;  // "Police" keeps its capital
  if (is(parse_[head].lemma) || (named && is(parse_[head].lower))) return true;
  if (parse_[head].pos == Pos::num && head > 0 && parse_[head - 1].pos == Pos::sym && is("money"))
    return true;  // "$5m"
  if (std::any_of(c.words.begin(), c.words.end(), [&](std::string_view word) { return is_pair(word, head); })) {
    return true;
  }
  if (!lexicon_.measures.contains(parse_[head].lemma) && parse_[head].pos != Pos::num) return false;
  const Tokens counted = obliques(parse_, head, "of");  // "a series of raids"
  return std::any_of(counted.begin(), counted.end(), [&](TokenIndex t) { return is(parse_[t].lemma); });
}

// "was chastised for its silence": whoever did it is not named, and is somebody who can act all the same.
bool Arguments::is_done_by_unnamed(const Predicate& p) const {
  return p.kind == PredicateKind::verb && is_passive(parse_, p.token) && agents(parse_, p.token).empty();
}

// Acts that only somebody with a will does: people are also hit by cars and armed with sticks, and are advised by
// nobody that matters.
bool Arguments::needs_no_name(const EventFrame& frame) {
  constexpr EventType kWilled[] = {EventType::accuse,   EventType::reject,  EventType::coerce,
                                   EventType::sanction, EventType::concede, EventType::retreat};
  return frame.type && std::find(std::begin(kWilled), std::end(kWilled), *frame.type) != std::end(kWilled);
}

bool Arguments::holds(const SlotCondition& c, Surroundings& around) const {
  const Predicate& p = around.predicate;
  if (c.slot.kind == Slot::Kind::complement) {
    const Tokens& verbs = around.below();
    if (c.any) return !verbs.empty();
    if (c.none) return verbs.empty();
    return std::any_of(verbs.begin(), verbs.end(), [&](TokenIndex v) {  // not "said that it had not failed"
      if (is_negated(parse_, v) && verb_form(parse_, v).tense != Tense::none) return false;
      if (is_named(c, v)) return true;
      const Tokens said = said_of_subject(v);  // "said that he was corrupt"
      return std::any_of(said.begin(), said.end(), [&](TokenIndex t) { return is_named(c, t); });
    });
  }
  const Tokens& in_slot = around.in(c.slot);
  if (c.any && in_slot.empty() && c.slot.kind == Slot::Kind::preposition) {  // "from entering"
    const TokenIndex preposition = child_word(parse_, p.token, c.slot.preposition);
    return preposition != kNoToken && parse_[preposition].relation == Relation::prep;
  }
  // "on Monday" says when, and not on what; "until Monday" means the day itself.
  if (c.any && c.slot.kind == Slot::Kind::preposition && c.slot.preposition != "until") {
    return std::any_of(in_slot.begin(), in_slot.end(), [&](TokenIndex t) {
      return parse_[t].name != NameType::date && parse_[t].name != NameType::time;
    });
  }
  if (c.any) return !in_slot.empty();
  if (c.none && in_slot.empty()) return true;
  const auto is_meant = [&](TokenIndex head) {
    if (c.place && story_.place_at[head] >= 0) return true;
    if (c.asks_for_kind() && is_of_kind(c, head)) return true;
    return is_named(c, head);
  };
  if (around.unnamed_doer && in_slot.empty() && c.actor && c.slot.kind == Slot::Kind::subject) return true;
  return std::any_of(in_slot.begin(), in_slot.end(), is_meant);
}

// Whether the head names one of the kind that the condition asks for: "#armed", "#state".
bool Arguments::is_of_kind(const SlotCondition& c, TokenIndex head) const {
  std::vector<Index> found;
  add_mention(found, head);
  for (const TokenIndex named : named_among({head})) add_mention(found, named);
  if (found.empty() && lexicon_.measures.contains(parse_[head].lemma)) {  // "a great number of Syrians"
    for (const TokenIndex counted : obliques(parse_, head, "of")) add_mention(found, counted);
  }
  const bool plural = parse_[head].tag == Tag::nns || parse_[head].tag == Tag::nnps;  // "two Iranians"
  return std::any_of(found.begin(), found.end(), [&](Index e) {
    const Entity& entity = story_.record.entities[e];
    const bool person = entity.type == EntityType::person, country = entity.type == EntityType::country;
    const bool people = person || entity.type == EntityType::group || (country && plural);
    return c.actor || (c.people && people) || (c.person && person) || (c.body && !country) ||
           (c.state && acts_for_state(entity)) ||
           (c.media && (entity.type == EntityType::media || is_of(entity, kMedia))) ||
           (c.politician && (is_politician(entity) || stands_for_office(e))) || (c.armed && bears_arms(entity));
  });
}

// "was corrupt", "is a liar and a thief", "is to blame".
Tokens Arguments::said_of_subject(TokenIndex verb) const {
  Tokens out;
  if (parse_[verb].lemma != "be") return out;
  for (const TokenIndex t : attributes(parse_, verb)) add_tokens(out, coordinated(parse_, t));
  for (const TokenIndex c : parse_.children(verb)) {
    if (parse_[c].relation == Relation::xcomp && verb_form(parse_, c).infinitive) out.push_back(c);
  }
  return out;
}

Tokens Arguments::named_by(const EventFrame& frame, const Predicate& p) const {
  Tokens out;
  for (const SlotCondition& c : frame.conditions) {
    const Slot::Kind kind = c.slot.kind;
    if (!c.names_words() || kind == Slot::Kind::complement || kind == Slot::Kind::clause ||
        kind == Slot::Kind::subject) {
      continue;
    }
    for (const TokenIndex head : fillers(c.slot, p)) {
      if (!is_named(c, head)) continue;
      out.push_back(head);
      if (lexicon_.measures.contains(parse_[head].lemma)) add_tokens(out, obliques(parse_, head, "of"));
    }
  }
  return out;
}

Tokens Arguments::below(const Predicate& p) const {
  Tokens out = complements(parse_, p.token);
  if (p.kind == PredicateKind::noun) {
    for (const TokenIndex c : parse_.children(p.token)) {
      if (parse_[c].relation == Relation::acl && verb_form(parse_, c).infinitive) out.push_back(c);
    }
    // The parser often hangs the infinitive of "made an offer to help" on the verb.
    if (p.support != kNoToken && out.empty()) out = complements(parse_, p.support);
  }
  if (p.kind == PredicateKind::adjective && out.empty() && p.support != kNoToken) {
    out = complements(parse_, p.support);
  }
  return out;
}

}  // namespace dragoman
