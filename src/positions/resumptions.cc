#include "positions/resumptions.h"

#include "issues/issues.h"
#include "statements/cues.h"

#include <algorithm>

namespace dragoman {

namespace {

constexpr std::uint32_t kToldBack = 2;  // sentences before in which a verb of the noun's own is looked for
constexpr std::uint32_t kSaidBack = 1;  // and what was said or done

bool is_resuming_pronoun(const Token& t) {
  return t.lower == "it" || t.lower == "this" || t.lower == "that" || t.lower == "which";
}

}  // namespace

std::optional<Matter> Resumptions::resolved(const Matter& matter, std::string& stance, TokenIndex where,
                                            const std::vector<Held>& held) const {
  const Resumption* how = resumption(matter, stance);
  if (how == nullptr && is_open_pronoun(matter)) return antecedent(matter);
  if (how == nullptr || !is_bare(matter.head, where)) return matter;
  if (!is_resuming_pronoun(parse_[matter.head]) && !is_definite(matter.head, where)) return matter;
  auto found = told_before(*how, matter.head, where, held);
  if (!found && how->said) found = said_before(matter.head, where, held, how->of_holder);
  if (!found && how->done) found = done_before(matter.head, where, held);
  if (!found && parse_[matter.head].lower == "which") return noun_before(matter.head);
  if (!found) return how->empty && !is_named_in_full(matter) ? std::nullopt : std::optional(matter);
  if (how->denied_by.contains(stance)) stance = "denies";
  // "asked Benin to leave. Benin refused the request": to leave.
  if (found->who == kNoToken) return found;
  const auto& named = b_.story.entities_at(found->who);
  if (named.size() == 1 && (named[0] == held.front().actor || named[0] == held.front().by)) found->who = kNoToken;
  return found;
}

// "the ruling", which is "the fisheries ruling" that the report spoke of.
bool Resumptions::is_named_in_full(const Matter& matter) const {
  const auto issue = b_.issue_below(matter);
  return issue && b_.story.record.issues[*issue].label.find(' ') != std::string::npos;
}

const Resumption* Resumptions::resumption(const Matter& matter, const std::string& stance) const {
  if (matter.kind != Matter::Kind::phrase || matter.who != kNoToken) return nullptr;
  const Token& head = parse_[matter.head];
  const bool pronoun = is_resuming_pronoun(head);
  if (!pronoun && head.pos != Pos::noun) return nullptr;
  const auto& entries = pronoun ? lexicon_.resuming_pronoun : lexicon_.resuming;
  const auto found = entries.find(pronoun ? std::string_view(stance) : head.lemma);
  return found == entries.end() ? nullptr : &lexicon_.resumptions[found->second];
}

// "it", "them" of which nobody is known to be meant.
bool Resumptions::is_open_pronoun(const Matter& matter) const {
  const std::string_view word = parse_[matter.head].lower;
  return matter.kind == Matter::Kind::phrase && matter.who == kNoToken && (word == "it" || word == "them") &&
         b_.story.entities_at(matter.head).empty();
}

// What the sentence spoke of last; else the subject or object of the sentence before, which a pronoun takes up before
// anything deeper: "The union tabled a draft with cuts. Peru rejects it". In number it is as the pronoun.
std::optional<Matter> Resumptions::antecedent(const Matter& pronoun) const {
  const std::int32_t issue = b_.story.issue_at[pronoun.head];
  const std::uint32_t sentence = parse_[pronoun.head].sentence;
  TokenIndex last = pronoun.head;
  while (issue >= 0 && last > 0 && b_.story.issue_at[--last] != issue) continue;
  if (issue >= 0 && parse_[last].sentence == sentence) return pronoun;
  if (const TokenIndex main = arguments_.said_of_before(pronoun.head); main != kNoToken)
    return Matter{main, Matter::Kind::phrase};
  return issue < 0 || arguments_.agrees(last, pronoun.head) ? std::optional(pronoun) : std::nullopt;
}

// "the plan, which Peru denies": the noun that a clause is about, where it is no one who acts.
std::optional<Matter> Resumptions::noun_before(TokenIndex which) const {
  const TokenIndex noun = antecedent_of(parse_, which);
  if (noun == kNoToken || !b_.story.entities_at(noun).empty()) return std::nullopt;
  return Matter{noun, Matter::Kind::phrase};
}

// Nothing beside it tells what it is: "the charge", "all those charges", "a charge that Togo denies".
bool Resumptions::is_bare(TokenIndex noun, TokenIndex where) const {
  const auto& children = parse_.children(noun);
  return std::all_of(children.begin(), children.end(), [&](TokenIndex c) {
    const Token& token = parse_[c];
    const Relation r = token.relation;
    const bool tells_stance = c > noun && token.left_edge <= where && where <= token.right_edge;
    return r == Relation::det || r == Relation::predet || r == Relation::punct || tells_stance;
  });
}

// "the charge", "those charges"; ", a charge that it denies" and ", charges that it denies" too.
bool Resumptions::is_definite(TokenIndex noun, TokenIndex where) const {
  const TokenIndex det = child_of(parse_, noun, Relation::det);
  const bool apart = noun < where && parse_[noun].sentence == parse_[where].sentence;
  if (det == kNoToken) return apart && parse_[noun].tag == Tag::nns && parse_[noun - 1].tag == Tag::comma;
  const std::string_view word = parse_[det].lower;
  if (parse_[det - 1].lower == "such") return true;
  if (word == "a" || word == "an") return apart && parse_[det - 1].tag == Tag::comma;
  return word == "the" || word == "both" || word == "this" || word == "that" || word == "these" || word == "those";
}

TokenIndex Resumptions::begin_of(TokenIndex word, std::uint32_t sentences_back) const {
  const std::uint32_t own = parse_[word].sentence;
  return parse_.sentences[own - std::min(own, sentences_back)].begin;
}

// "says that the judge dismissed the claims": the stance is told there, and it takes up none of it. "Made tea, a move
// that Peru disliked" takes it up.
bool Resumptions::holds_stance(TokenIndex verb, TokenIndex word, TokenIndex where) const {
  const bool apart = word < where && parse_[word].sentence == parse_[where].sentence;
  return !apart && parse_[verb].left_edge <= where && where <= parse_[verb].right_edge;
}

bool Resumptions::is_of_others(TokenIndex verb, const std::vector<Held>& held) const {
  const std::vector<Held> who = b_.holders.of(agents(parse_, verb), verb);
  return std::none_of(who.begin(), who.end(), [&](const Held& h) {
    return std::any_of(held.begin(), held.end(), [&](const Held& own) { return own.actor == h.actor; });
  });
}

bool Resumptions::has_words(const Matter& matter, TokenIndex where, const std::vector<Held>& held) const {
  return !Wording(b_.story, where, held.front().actor).of(matter).text.empty();
}

// "accused it of arming rebels", "proposed a patrol", "ruled that the port must close".
std::optional<Matter> Resumptions::told_before(const Resumption& how, TokenIndex word, TokenIndex where,
                                               const std::vector<Held>& held) const {
  for (TokenIndex t = word; t-- > begin_of(word, kToldBack);) {
    if (t == where || !is_verbal(parse_[t]) || !how.from.contains(parse_[t].lemma) || b_.story.boilerplate[t]) continue;
    if (b_.is_denied(t) || holds_stance(t, word, where) || !is_of_others(t, held)) continue;
    if (const auto matter = content(t); matter && has_words(*matter, where, held)) return matter;
  }
  return std::nullopt;
}

std::optional<Matter> Resumptions::content(TokenIndex verb) const {
  if (const auto* all = lexicon_.of(lexicon_.verbs, parse_[verb].lemma)) {
    for (const Stance& stance : *all) {
      if (!stance.particle.empty() && child_word(parse_, verb, stance.particle) == kNoToken) continue;
      auto matter = arguments_.of(verb, stance);
      if (!matter) continue;
      // "accused Sudan of arming rebels": the arming of rebels, whoever is accused of it.
      if (matter->link != kNoToken) matter->who = matter->link = kNoToken;
      return matter;
    }
  }
  return clause_behind(verb);
}

std::optional<Matter> Resumptions::clause_behind(TokenIndex verb) const {
  for (const TokenIndex child : parse_.children(verb)) {
    const Relation r = parse_[child].relation;
    if (child < verb || (r != Relation::ccomp && r != Relation::xcomp) || !is_verbal(parse_[child])) continue;
    if (verb_form(parse_, child).infinitive) {
      return Matter{child, Matter::Kind::infinitive, own_subject(parse_, child)};
    }
    if (r == Relation::ccomp && own_subject(parse_, child) != kNoToken) return Matter{child, Matter::Kind::clause};
  }
  return std::nullopt;
}

// "“Sudan arms the rebels,” he said."
std::optional<Matter> Resumptions::clause_in_front(TokenIndex verb) const {
  const TokenIndex clause = child_of(parse_, verb, Relation::ccomp);
  if (clause == kNoToken || clause > verb || !is_verbal(parse_[clause])) return std::nullopt;
  // "“I will wait,” he said": what one says of oneself is no charge.
  const TokenIndex subject = own_subject(parse_, clause);
  if (subject == kNoToken || b_.holders.is_we(subject)) return std::nullopt;
  return Matter{clause, Matter::Kind::clause};
}

// "Growers say that imports rose. Chile dismisses those figures."
std::optional<Matter> Resumptions::said_before(TokenIndex word, TokenIndex where, const std::vector<Held>& held,
                                               bool of_holder) const {
  for (TokenIndex t = word; t-- > begin_of(word, kSaidBack);) {
    if (t == where || !is_verbal(parse_[t]) || b_.story.boilerplate[t]) continue;
    const Cue* cue = b_.story.lexicon.cues->verb(parse_[t].lemma);
    if (cue == nullptr || cue->kind != Cue::Kind::speech || !cue->clause || b_.is_denied(t)) continue;
    const Tokens who = agents(parse_, t);
    const bool known = !b_.holders.of(who, t).empty() ||
                       (who.size() == 1 && parse_[who.front()].pos == Pos::noun);  // "shoemakers say"
    if (!known || holds_stance(t, word, where) || !is_of_others(t, held)) continue;
    auto matter = clause_behind(t);
    if (!matter) matter = clause_in_front(t);
    if (matter && of_holder && !names_holder(matter->head, held)) continue;
    if (matter && matter->kind == Matter::Kind::clause && has_words(*matter, where, held)) return matter;
  }
  return std::nullopt;
}

// "that Sudan had armed the rebels", which Sudan denies: it or somebody of it stands in the clause.
bool Resumptions::names_holder(TokenIndex clause, const std::vector<Held>& held) const {
  const auto& entities = b_.story.record.entities;
  const std::string& country = entities[held.front().actor].country;
  for (TokenIndex t = parse_[clause].left_edge; t <= parse_[clause].right_edge; ++t) {
    for (const Index e : b_.story.entities_at(t)) {
      if (e == held.front().actor || e == held.front().by) return true;
      if (!country.empty() && entities[e].country == country) return true;
    }
  }
  return false;
}

// "Kenya closed the border. Uganda condemned the move."
std::optional<Matter> Resumptions::done_before(TokenIndex word, TokenIndex where, const std::vector<Held>& held) const {
  for (TokenIndex t = word; t-- > begin_of(word, kSaidBack);) {
    if (t == where || parse_[t].relation != Relation::root || b_.story.boilerplate[t]) continue;
    // The sentence itself, "the port, a move that Peru welcomed"; else the one before.
    const bool done = parse_[t].sentence == parse_[word].sentence || acts_.is_done(t);
    if (!is_verbal(parse_[t]) || !done || b_.is_denied(t)) return std::nullopt;
    const std::vector<Held> who = b_.holders.of(agents(parse_, t), t);
    const bool says = child_of(parse_, t, Relation::ccomp) != kNoToken;
    if (who.empty() || says || child_of(parse_, t, Relation::dobj) == kNoToken || !is_of_others(t, held))
      return std::nullopt;
    const Matter matter{t, Matter::Kind::clause};
    return has_words(matter, where, held) ? std::optional(matter) : std::nullopt;
  }
  return std::nullopt;
}

}  // namespace dragoman
