// Questions that the rules ask of a parse: who is the subject, what the object, is it passive, negated, in the past.
//
// All answers are heads of phrases as token indices, with coordination spread out: for "Russia and China vetoed it and
// were criticised by France", agents(vetoed) = {Russia, China}, patients(criticised) = {Russia, China} and
// agents(criticised) = {France}. Relations are those of the ClearNLP scheme. Every function is linear in the children
// it looks at; climbs are cut off at kMaxClimb, so that no parse, however odd, costs more.
#pragma once

#include "language/parse.h"
#include "text/ascii.h"

#include <string_view>
#include <vector>

namespace dragoman {

using Tokens = std::vector<TokenIndex>;
inline constexpr int kMaxClimb = 12;

// ---- words

inline bool is_verbal(const Token& t) {
  return t.pos == Pos::verb || t.pos == Pos::aux;
}
/// Begins with a capital of ASCII, or with a character beyond Latin-1's signs: what that is is not asked.
inline bool is_capitalised(const Token& t) {
  return !t.text.empty() && (is_ascii_upper(t.text[0]) || static_cast<unsigned char>(t.text[0]) >= 0xC3U);
}
/// Whether it is written like "UNICEF", by its second letter.
/// A sign that the model takes for one, or a straight double one.
inline bool is_quotation_mark(const Token& t) {
  return t.tag == Tag::open_quote || t.tag == Tag::close_quote || t.text == "\"";
}
inline bool is_in_capitals(const Token& t) {
  return t.text.size() > 1 && is_ascii_upper(t.text[1]);
}
inline bool is_proper(const Token& t) {
  return t.tag == Tag::nnp || t.tag == Tag::nnps;
}
inline bool is_nominal(const Token& t) {
  return t.pos == Pos::noun || t.pos == Pos::propn || t.pos == Pos::pron || t.pos == Pos::num;
}
/// The sign between names that stand together: "the Malian-Chadian pact", with a hyphen or a short dash.
inline bool is_hyphen(const Token& t) {
  return t.text == "-" || t.text == "–";
}
/// who, which, that, whom, whose … as pronouns of a relative clause.
inline bool is_relative_pronoun(const Token& t) {
  return t.tag == Tag::wdt || t.tag == Tag::wp || t.tag == Tag::wp_poss;
}
/// "visiting" before a guest's title: "met with visiting President Lula".
inline bool is_visiting(const Token& t) {
  return t.lower == "visiting" && t.tag == Tag::vbg;
}
/// First child with the relation, or kNoToken.
TokenIndex child_of(const Parse& parse, TokenIndex head, Relation relation);
/// The subject that stands in the verb's own clause, active or else passive, or kNoToken; see surface_subjects() for
/// one that is understood.
inline TokenIndex own_subject(const Parse& parse, TokenIndex verb) {
  const TokenIndex active = child_of(parse, verb, Relation::nsubj);
  return active != kNoToken ? active : child_of(parse, verb, Relation::nsubjpass);
}
/// First child with the lower-case form, or kNoToken.
TokenIndex child_word(const Parse& parse, TokenIndex head, std::string_view lower);
/// True when `t` is `ancestor` or stands below it.
bool is_under(const Parse& parse, TokenIndex t, TokenIndex ancestor);

// ---- coordination and apposition

/// `t` and all that is coordinated below it, in text order: "A, B and C" from A gives A B C.
Tokens coordinated(const Parse& parse, TokenIndex t);
/// A coordination without what follows the member that "and" has closed it with: "A and B, spokesman C said" is of A
/// and B.
Tokens closed_list(const Parse& parse, const Tokens& heads);
/// The first member of the coordination that `t` stands in (itself when it is the first).
TokenIndex first_conjunct(const Parse& parse, TokenIndex t);
/// Heads of phrases in apposition to `t`.
Tokens appositions(const Parse& parse, TokenIndex t);

// ---- clauses

/// The finite verb that one really stands beside where the parser joined it to an infinitive, gerund or participle:
/// "welcomed the move to talk and called for calm", "accused it of firing and summoned its envoy"; kNoToken when there
/// is no such slip.
TokenIndex finite_partner(const Parse& parse, TokenIndex verb);
/// What a participle or relative clause says something of: "the islands that are held" → islands; kNoToken when `verb`
/// (or the verb that it is coordinated with) heads no such clause.
TokenIndex antecedent(const Parse& parse, TokenIndex verb);
/// The verb whose clause relation `verb` shares: itself, or the first of the verbs that it is coordinated with.
TokenIndex clause_lead(const Parse& parse, TokenIndex verb);
/// The verb (or other head) of the smallest clause that `t` stands in; the root of the sentence at the most.
TokenIndex clause_head(const Parse& parse, TokenIndex t);
/// The smallest head of a clause above the clause of `clause`, or kNoToken at the sentence's root.
TokenIndex parent_clause(const Parse& parse, TokenIndex clause);
/// The words of the clause from its subject to its last complement, without the relative, adverbial and coordinated
/// clauses at its ends.
TokenSpan clause_span(const Parse& parse, TokenIndex clause);

// ---- verbs

/// Passive by auxiliary ("was urged", "got hit"), by sharing one ("were caught and deported") or as a past participle
/// that modifies ("islands held by Russia").
bool is_passive(const Parse& parse, TokenIndex verb);
/// The subject as the grammar has it, found also where it is understood: coordinated verbs, control ("agreed to
/// continue"; "urged Russia to play" → Russia), participles ("…, saying"), relative clauses (the antecedent), gerunds
/// after a preposition ("accused Iran of arming" → Iran). Empty when it is open.
Tokens surface_subjects(const Parse& parse, TokenIndex verb);
/// Who does it: the subject of an active verb, the "by" phrase of a passive one.
Tokens agents(const Parse& parse, TokenIndex verb);
/// Whom or what it is done to: the object of an active verb, the subject of a passive one.
Tokens patients(const Parse& parse, TokenIndex verb);
/// The one that it is given or told to: "told Tanaka that", "gave Egypt aid".
Tokens datives(const Parse& parse, TokenIndex verb);
/// Attribute or object predicate: "is a threat" → threat, "called it a farce" → farce.
Tokens attributes(const Parse& parse, TokenIndex verb);
/// The nouns and names that a preposition links to a verb or noun: obliques(held, "with") in "held talks with Putin and
/// Ivanov". With `through_object` also those that hang on the verb's object, where the parser often puts them.
Tokens obliques(const Parse& parse, TokenIndex head, std::string_view preposition, bool through_object = false);
/// The infinitive, gerund or clause that completes the verb ("agreed to continue", "said that …"): heads.
Tokens complements(const Parse& parse, TokenIndex verb);

enum class Tense { none, past, present, future };

/// Form of the verb and its auxiliaries.
struct VerbForm {
  Tense tense = Tense::none;  // none: an infinitive or a participle without an auxiliary
  bool perfect = false, progressive = false, passive = false;
  bool infinitive = false;      // with "to"
  bool participle = false;      // -ing or -ed form without an auxiliary
  bool imperative = false;      // bare form at the head of a sentence without a subject
  TokenIndex modal = kNoToken;  // would, may, should … (not will and shall: those are the future)
};
VerbForm verb_form(const Parse& parse, TokenIndex verb);
/// Not, never, no longer, at no time; "no" on the subject or object; "without" before a gerund.
bool is_negated(const Parse& parse, TokenIndex verb);

/// Whether its clause begins with "if", "whether" or "unless": what is only supposed.
bool is_supposed(const Parse& parse, TokenIndex verb);

// ---- nouns

/// Whether the token ends an age, "the 57-year-old".
bool is_age(const Parse& parse, TokenIndex t);

/// The noun's possessors: "Russia's deployment", "their talks".
Tokens possessors(const Parse& parse, TokenIndex noun);
/// Nouns and adjectives before the noun: "Chinese navy", "U.S.-Africa summit".
Tokens premodifiers(const Parse& parse, TokenIndex noun);
/// The phrase without what follows its head except "of" phrases: "the third meeting of the ministers".
TokenSpan noun_phrase(const Parse& parse, TokenIndex noun);
/// From the first modifier to the head itself.
TokenSpan core_phrase(const Parse& parse, TokenIndex noun);
/// All that hangs on the token, trimmed of punctuation and white space at both ends.
TokenSpan subtree(const Parse& parse, TokenIndex t);
TokenSpan trimmed(const Parse& parse, TokenSpan span);

}  // namespace dragoman
