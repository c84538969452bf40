// Builds in which a phrase hangs elsewhere than its verb or noun says, by the grammar or by a slip of the parser.
#include "events/arguments.h"
#include "events/token_lists.h"

#include <algorithm>

namespace dragoman {

// "was granted asylum", "was handed a fine": what was given stays the object, and the subject is whom it was given.
Tokens Arguments::retained_object(TokenIndex verb) const {
  if (!is_verbal(parse_[verb]) || !is_passive(parse_, verb)) return {};
  const TokenIndex object = child_of(parse_, verb, Relation::dobj);
  if (object == kNoToken || object < verb || parse_[object].pos != Pos::noun) return {};
  const auto* frames = lexicon_.find(PredicateKind::verb, parse_[verb]);
  const auto gives = [](const EventFrame& frame) {
    return std::any_of(frame.recipients.begin(), frame.recipients.end(),
                       [](const Slot& slot) { return slot.kind == Slot::Kind::dative; });
  };
  const bool given = frames != nullptr && std::any_of(frames->begin(), frames->end(), gives);
  return given ? coordinated(parse_, object) : Tokens{};
}

// "handed a colonel a fine": the parser takes whom it was given to for an object of its own.
Tokens Arguments::first_of_two_objects(TokenIndex verb) const {
  Tokens objects;
  for (const TokenIndex c : parse_.children(verb)) {
    if (parse_[c].relation == Relation::dobj) objects.push_back(c);
  }
  return objects.size() == 2 && objects[0] > verb && is_verbal(parse_[verb]) ? coordinated(parse_, objects[0])
                                                                             : Tokens{};
}

// "handed in their weapons", "voted down the treaty": the parser takes the particle for a preposition.
Tokens Arguments::behind_particle(TokenIndex verb) const {
  const TokenIndex particle = verb + 1;
  if (!is_verbal(parse_[verb]) || particle >= parse_.size() || parse_[particle].head != verb) return {};
  const Relation r = parse_[particle].relation;
  if (r != Relation::prt && r != Relation::prep) return {};
  if (child_of(parse_, verb, Relation::dobj) != kNoToken || is_passive(parse_, verb)) return {};
  const auto* frames = lexicon_.find(PredicateKind::verb, parse_[verb]);
  const auto names_it = [&](const EventFrame& frame) { return frame.particle == parse_[particle].lower; };
  if (frames == nullptr || std::none_of(frames->begin(), frames->end(), names_it)) return {};
  const TokenIndex object = child_of(parse_, particle, Relation::pobj);
  return object == kNoToken ? Tokens{} : coordinated(parse_, object);
}

// "denounced what it called a plot by Mali", "railed against what he says is a plot": what it is called stands for it.
Tokens Arguments::what_is_called(std::string_view preposition, TokenIndex verb) const {
  Tokens out;
  const auto add_named = [&](TokenIndex clause) {
    for (const TokenIndex t : attributes(parse_, clause)) add_tokens(out, {t});
    const TokenIndex what = child_of(parse_, clause, Relation::dobj);
    for (const TokenIndex t :
         parse_.children(clause)) {  // "what it termed a plot", of which the parser makes two objects
      if (what < clause && t > clause && parse_[t].relation == Relation::dobj) add_tokens(out, {t});
    }
    if (out.empty()) add_tokens(out, obliques(parse_, clause, "as"));  // "described as"
    std::erase_if(out, [&](TokenIndex t) { return parse_[t].pos != Pos::noun && parse_[t].pos != Pos::propn; });
  };
  const auto add_of = [&](TokenIndex governor, Relation relation) {
    for (const TokenIndex c : parse_.children(governor)) {
      if (c < governor || parse_[c].relation != relation || parse_[parse_[c].left_edge].lower != "what") continue;
      add_named(c);
      if (!out.empty()) return;
      for (const TokenIndex inner : complements(parse_, c)) add_named(inner);  // "what they say is"
    }
  };
  if (preposition.empty()) add_of(verb, Relation::ccomp);
  for (const TokenIndex c : parse_.children(verb)) {
    if (!preposition.empty() && parse_[c].lower == preposition) add_of(c, Relation::pcomp);
  }
  return out;
}

// "pulled its troops out of Mali", "walked out of the talks": from there.
Tokens Arguments::behind_out_of(TokenIndex verb) const {
  const TokenIndex out = child_word(parse_, verb, "out");
  if (out == kNoToken || out < verb) return {};
  Tokens left = obliques(parse_, out, "of");
  return !left.empty() || out + 1 >= parse_.size() || parse_[out + 1].lower != "of" ? left
                                                                                    : obliques(parse_, verb, "of");
}

// "lifted the sanctions imposed on Togo by the union": on whom they were.
Tokens Arguments::of_imposed(TokenIndex verb, std::string_view preposition) const {
  Tokens out;
  if (preposition != "on" && preposition != "against") return out;
  for (const TokenIndex object : patients(parse_, verb)) {
    for (const TokenIndex c : parse_.children(object)) {
      if (c > object && parse_[c].relation == Relation::acl && is_passive(parse_, c)) {
        add_tokens(out, obliques(parse_, c, preposition));
      }
    }
  }
  return out;
}

// "were freed early in the day by soldiers", "were held in Lima by rebels": the parser hangs the doers on the time or
// the place.
Tokens Arguments::doers_behind_adjunct(TokenIndex verb) const {
  Tokens out;
  if (!is_passive(parse_, verb)) return out;
  const auto adjunct = [&](TokenIndex t) {
    const bool time = story_.time_at[t] >= 0 || parse_[t].name == NameType::date || parse_[t].name == NameType::time;
    const bool manner = parse_[t].relation == Relation::pobj && parse_[parse_[t].head].lower == "with" &&
                        story_.mention_at[t] < 0;  // "received with honours by the king"
    return time || manner || story_.place_at[t] >= 0;
  };
  const TokenIndex last = std::min<TokenIndex>(parse_[verb].right_edge + 1, parse_.size());
  for (TokenIndex t = verb + 1; t < last && out.empty(); ++t) {
    if (parse_[t].lower != "by" || parse_[t].relation != Relation::prep || !adjunct(parse_[t].head)) continue;
    for (const TokenIndex doer : obliques(parse_, parse_[t].head, "by")) {
      if (story_.mention_at[doer] >= 0) out.push_back(doer);
    }
  }
  return out;
}

// "was accused of taking bribes by the police", "was urged to leave the country by Togo": the parser hangs the doers on
// the last word before them.
Tokens Arguments::doers_behind_complement(TokenIndex verb) const {
  Tokens out;
  if (!is_passive(parse_, verb)) return out;
  const TokenIndex last = std::min<TokenIndex>(parse_[verb].right_edge + 1, parse_.size());
  for (TokenIndex t = verb + 1; t < last && out.empty(); ++t) {
    if (parse_[t].lower != "by" || parse_[t].relation != Relation::prep || !takes_no_doer(parse_[t].head, t)) continue;
    if (!is_in_complement(parse_[t].head, verb)) continue;
    for (const TokenIndex doer : obliques(parse_, parse_[t].head, "by")) {
      if (doer > t && !story_.entities_at(doer).empty()) out.push_back(doer);
    }
  }
  return out;
}

// Whether it stands in an infinitive, a gerund or a phrase of the verb's, without a clause or a passive between.
bool Arguments::is_in_complement(TokenIndex t, TokenIndex verb) const {
  constexpr int kDepth = 6;
  for (int i = 0; i < kDepth && t != verb; ++i, t = parse_[t].head) {
    const Relation r = parse_[t].relation;
    const bool phrase = r == Relation::pobj || r == Relation::prep || r == Relation::dobj || r == Relation::pcomp ||
                        r == Relation::xcomp;
    if (!phrase || (is_verbal(parse_[t]) && is_passive(parse_, t))) return false;
  }
  return t == verb;
}

// Whether "by" behind it cannot tell who does or made it: of "to leave", "the country", "her silence", and not of
// "stand by", "the raid", "a report".
bool Arguments::takes_no_doer(TokenIndex head, TokenIndex by) const {
  const Token& word = parse_[head];
  if (is_verbal(word)) return by != head + 1;
  if (word.pos != Pos::noun && word.pos != Pos::propn) return false;
  for (const TokenIndex owner : possessors(parse_, head)) {
    if (parse_[owner].pos == Pos::pron) return true;
  }
  for (const WordSet* made : {&lexicon_.violence, &lexicon_.utterances, &lexicon_.documents, &lexicon_.messages,
                              &lexicon_.authored, &lexicon_.rulings, &lexicon_.suits, &lexicon_.deeds}) {
    if (made->contains(word.lemma)) return false;
  }
  return lexicon_.find(PredicateKind::noun, word) == nullptr;
}

// "raids on villages that killed ten": the clause is of the deed, and not of what it hit.
TokenIndex Arguments::deed_above(TokenIndex verb) const {
  const TokenIndex clause = clause_lead(parse_, verb);
  if (parse_[clause].relation != Relation::relcl || is_passive(parse_, verb)) return kNoToken;
  if (!lexicon_.harms.contains(parse_[verb].lemma) && parse_[verb].lemma != "leave") return kNoToken;
  const bool person = child_word(parse_, clause, "who") != kNoToken;
  const TokenIndex head = parse_[clause].head;
  if (person || lexicon_.violence.contains(parse_[head].lemma)) return kNoToken;
  for (const TokenIndex noun : nouns_above(parse_, head, 6, {Relation::pobj, Relation::prep, Relation::conj})) {
    if (lexicon_.violence.contains(parse_[noun].lemma)) return noun;
  }
  return kNoToken;
}

// "called Okoye 'very weak'", "called Okoye a 'bully'": what stands in quotation marks is what somebody is called.
bool Arguments::is_called_something(TokenIndex name) const {
  TokenIndex t = name + 1;
  if (parse_[t].tag == Tag::comma || parse_[t].pos == Pos::det) ++t;
  return parse_[name].pos == Pos::propn && parse_[t].tag == Tag::open_quote;
}

// "found him guilty", "held Iran responsible", "let free four men": the parser makes a clause of the adjective, or
// hangs it on the noun, as it does with a noun.
Tokens Arguments::predicated(TokenIndex verb) const {
  Tokens out = attributes(parse_, verb);
  std::erase_if(out, [&](TokenIndex t) { return is_called_something(t); });
  TokenIndex object = kNoToken;
  for (const TokenIndex c : parse_.children(verb)) {
    if (c < verb) continue;
    if (parse_[c].relation == Relation::ccomp) out.push_back(c);
    if (parse_[c].relation != Relation::dobj) continue;
    if (object != kNoToken) out.push_back(c);  // "branded the law an outrage"
    object = c;
    const TokenIndex last = coordinated(parse_, c).back();  // "found A, B and C guilty"
    for (const TokenIndex a : parse_.children(last)) {
      if (last != c && parse_[a].relation == Relation::amod && a > last) out.push_back(a);
    }
    for (const TokenIndex a : parse_.children(c)) {
      if (parse_[a].relation == Relation::amod && (a > c || a == verb + 1)) out.push_back(a);
      // "called the envoy a liar"
      const bool next_to_it = parse_[a].relation == Relation::appos && parse_[a].left_edge == c + 1;
      if (next_to_it && (parse_[c + 1].lower == "a" || parse_[c + 1].lower == "an")) out.push_back(a);
    }
  }
  return out;
}

// A byline or bullet that the parser took for the subject: what hangs on it is what is meant.
Tokens Arguments::behind_boilerplate(const Tokens& heads) const {
  Tokens out;
  for (const TokenIndex head : heads) {
    if (!story_.boilerplate[head]) {
      out.push_back(head);
      continue;
    }
    for (const TokenIndex c : parse_.children(head)) {
      if (!story_.boilerplate[c] && is_nominal(parse_[c])) add_tokens(out, coordinated(parse_, c));
    }
  }
  return out;
}

// "Russia's reported deployment", where the parser takes the participle for a verb.
Tokens Arguments::owner_by_participle(TokenIndex noun) const {
  const TokenIndex verb = parse_[noun].head;
  if (parse_[noun].relation != Relation::dobj || noun != verb + 1) return {};
  for (const TokenIndex c : parse_.children(verb)) {
    if (parse_[c].relation == Relation::nsubj && child_of(parse_, c, Relation::case_) != kNoToken) return {c};
  }
  return {};
}

// "the boycott launched by Togo", "the boycott that Togo launched": the doers of the verb that lends itself to the
// noun. The parser may hang the verb on the target: "the crackdown on traders ordered by Togo".
Tokens Arguments::doers_in_clause(TokenIndex noun) const {
  Tokens hosts{noun};
  for (const TokenIndex link : parse_.children(noun)) {
    const bool behind = link > noun && parse_[link].relation == Relation::prep;
    if (const TokenIndex target = behind ? child_of(parse_, link, Relation::pobj) : kNoToken; target != kNoToken)
      hosts.push_back(target);
  }
  for (const TokenIndex host : hosts) {
    for (const TokenIndex c : parse_.children(host)) {
      const Relation r = parse_[c].relation;
      if (c < host || (r != Relation::acl && r != Relation::relcl)) continue;
      if (!lexicon_.light_verbs.contains(parse_[c].lemma)) continue;
      const Tokens done = patients(parse_, c);
      if (!is_passive(parse_, c) && std::find(done.begin(), done.end(), host) == done.end()) continue;
      if (Tokens doers = agents(parse_, c); !doers.empty()) return doers;
    }
  }
  return {};
}

// "condemned Togo's raids on Benin", where the parser gives Benin to the verb; of a verb whose own entries look behind
// that preposition it is the verb's: "blamed the raids on Benin".
std::vector<Tokens> Arguments::patients_right_behind(TokenIndex noun) const {
  const TokenIndex verb = parse_[noun].head, link = parse_[noun].right_edge + 1;
  if (parse_[noun].relation != Relation::dobj || verb > noun || !is_verbal(parse_[verb])) return {};
  if (link >= parse_.size() || parse_[link].head != verb || parse_[link].relation != Relation::prep) return {};
  constexpr std::string_view kLeading[] = {"on", "upon", "against", "into"};
  const std::string_view word = parse_[link].lower;
  if (std::find(std::begin(kLeading), std::end(kLeading), word) == std::end(kLeading)) return {};
  const auto* frames = lexicon_.find(PredicateKind::verb, parse_[verb]);
  const auto is_it = [&](const Slot& slot) { return slot.kind == Slot::Kind::preposition && slot.preposition == word; };
  const auto looks_there = [&](const EventFrame& frame) {
    return std::any_of(frame.recipients.begin(), frame.recipients.end(), is_it) ||
           std::any_of(frame.conditions.begin(), frame.conditions.end(),
                       [&](const SlotCondition& c) { return is_it(c.slot); });
  };
  if (frames != nullptr && std::any_of(frames->begin(), frames->end(), looks_there)) return {};
  const TokenIndex target = child_of(parse_, link, Relation::pobj);
  const bool named = target != kNoToken && (story_.mention_at[target] >= 0 || story_.place_at[target] >= 0);
  return named ? nouns_.patients_beside(noun, verb) : std::vector<Tokens>{};
}

// "concern about Paz running the port", "a ban on pilgrims entering", "an inquiry into whether Paz lied": whoever does
// what stands behind the preposition.
Tokens Arguments::doers_behind(TokenIndex governor, std::string_view preposition) const {
  Tokens out;
  constexpr std::string_view kAimed[] = {"on", "about", "over", "against", "into"};
  if (std::find(std::begin(kAimed), std::end(kAimed), preposition) == std::end(kAimed)) return out;
  Tokens hosts{governor};
  if (is_verbal(parse_[governor])) add_tokens(hosts, patients(parse_, governor));
  for (const TokenIndex host : hosts) {
    for (const TokenIndex c : parse_.children(host)) {
      if (parse_[c].lower != preposition || c < governor) continue;
      const TokenIndex deed = child_of(parse_, c, Relation::pcomp);
      if (deed == kNoToken || lexicon_.hardship.contains(parse_[deed].lemma)) continue;
      const std::string_view first = parse_[parse_[deed].left_edge].lower;
      if (parse_[deed].tag != Tag::vbg && first != "whether" && first != "how" && first != "why") continue;
      if (first == "how" && parse_[deed].lemma == "be") continue;  // "how sick they are"
      const TokenIndex doer = child_of(parse_, deed, Relation::nsubj);
      if (doer != kNoToken && doer > c && doer < deed) add_tokens(out, coordinated(parse_, doer));
    }
  }
  return out;
}

// "called Paz a liar", where the parser makes a clause of whoever is called so.
Tokens Arguments::before_its_name(TokenIndex verb) const {
  const TokenIndex name = child_of(parse_, verb, Relation::oprd), called = child_of(parse_, verb, Relation::xcomp);
  if (name == kNoToken || called == kNoToken || called > name || called < verb) return {};
  return parse_[called].pos == Pos::propn ? Tokens{called} : Tokens{};
}

// "a crackdown targeting traders", "an inquiry focused on Togo": whom the participle behind a deed says that it is for.
Tokens Arguments::targeted_by(TokenIndex noun) const {
  Tokens out;
  for (const TokenIndex c : parse_.children(noun)) {
    if (c < noun || parse_[c].relation != Relation::acl || !lexicon_.targeting.contains(parse_[c].lemma)) continue;
    if (parse_[c].tag == Tag::vbg) add_tokens(out, patients(parse_, c));
    for (const std::string_view preposition : {"at", "on", "against"}) {
      if (out.empty()) out = obliques(parse_, c, preposition);
    }
  }
  return out;
}

// A phrase that the parser hung on a noun further down: "filed a suit in a Paris court against the prince".
void Arguments::far(TokenIndex head, std::string_view preposition, int depth, Tokens& out) const {
  if (depth == 0) return;
  for (const TokenIndex c : parse_.children(head)) {
    if (!out.empty()) return;
    const Relation r = parse_[c].relation;
    // "signed a deal worth two million with", "a contract valued at two million with"
    const TokenIndex next = c + 1;
    const bool sum = next < parse_.size() && (parse_[next].pos == Pos::sym || parse_[next].pos == Pos::num);
    const bool totals = r == Relation::acl && (parse_[c].tag == Tag::vbn || sum);  // "grants totalling $2,000 to"
    const bool measured = r == Relation::amod || totals;
    const bool linked = r == Relation::dobj || r == Relation::prep || r == Relation::pobj || r == Relation::conj;
    if (c < head || (!linked && !measured)) continue;
    if (r == Relation::conj && is_verbal(parse_[c])) continue;
    if (r == Relation::prep && parse_[c].lower == "according") continue;  // who says so takes no part
    out = obliques(parse_, c, preposition);
    if (out.empty()) far(c, preposition, depth - 1, out);
  }
}

}  // namespace dragoman
