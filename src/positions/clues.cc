#include "positions/clues.h"

#include <string_view>

namespace dragoman {

namespace {

// The clause that the word of stance stands in, by what it is to the rest of the sentence.
std::string_view kind_of_clause(const Parse& parse, TokenIndex where) {
  const TokenIndex lead = clause_lead(parse, clause_head(parse, where));
  const bool infinitive = verb_form(parse, lead).infinitive;
  switch (parse[lead].relation) {
    case Relation::root:
    case Relation::parataxis:
      return "main";
    case Relation::ccomp:
      return infinitive ? "below a verb" : "reported";
    case Relation::relcl:
      return "relative";
    case Relation::acl:
    case Relation::amod:
      return "behind a noun";
    case Relation::advcl:
      return infinitive ? "purpose" : parse[lead].tag == Tag::vbg ? "participle" : "beside another";
    case Relation::xcomp:
    case Relation::pcomp:
      return "below a verb";
    default:
      return "other";
  }
}

// The word that stands for the holder.
std::string holder_word(const Story& story, TokenIndex word) {
  if (word == kNoToken) return "the statement";
  const Token& t = story.parse[word];
  if (is_relative_pronoun(t)) return "a relative";
  if (t.pos == Pos::pron) return std::string(t.lower);
  if (t.pos == Pos::propn || t.name != NameType::none) return "a name";
  return "a noun";
}

std::string_view matter_word(const Story& story, const Matter& matter) {
  const Token& head = story.parse[matter.head];
  if (is_relative_pronoun(head) || head.pos == Pos::pron) return "a pronoun";
  if (!story.entities_at(matter.head).empty()) return "a party";
  return head.pos == Pos::propn ? "a name" : "a thing";
}

// Which word stands before the holder: "the", "a" or another, or none before a plural ("riders") or a singular.
std::string_view definiteness(const Parse& parse, TokenIndex word) {
  const TokenIndex det = child_of(parse, word, Relation::det);
  if (det != kNoToken) return parse[det].lower == "the" ? "definite" : "indefinite";
  return parse[word].tag == Tag::nns ? "bare plural" : "bare";
}

std::string_view tense_of(const VerbForm& form) {
  switch (form.tense) {
    case Tense::past:
      return "past";
    case Tense::present:
      return "present";
    case Tense::future:
      return "future";
    default:
      return "none";
  }
}

}  // namespace

std::vector<std::string> clues_of_position(const Story& story, TokenIndex where, const Matter& matter,
                                           const Held& held) {
  const Parse& parse = story.parse;
  const TokenIndex clause = clause_head(parse, where);
  std::vector<std::string> why;
  why.push_back("clause: " + std::string(kind_of_clause(parse, where)));
  why.push_back("holder by: " + holder_word(story, held.word));
  if (matter.kind == Matter::Kind::phrase) why.push_back("issue by: " + std::string(matter_word(story, matter)));
  if (held.word != kNoToken) {
    const TokenIndex head = parse[held.word].head;
    const bool beside = head == where || head == clause_lead(parse, clause);
    why.emplace_back(beside ? "holder: beside its word" : "holder: in another clause");
    why.push_back("holder: " + std::string(definiteness(parse, held.word)));
    const std::int32_t at = story.mention_at[held.word];
    const std::string_view sure = at < 0 ? "" : sureness(story.mentions[static_cast<std::size_t>(at)]);
    if (!sure.empty()) why.push_back("holder meant: " + std::string(sure));
  }
  const VerbForm form = verb_form(parse, clause);
  why.push_back("tense: " + std::string(tense_of(form)));
  if (form.progressive) why.emplace_back("tense: going on");
  if (form.modal != kNoToken) why.emplace_back("tense: modal");
  if (form.passive) why.emplace_back("tense: passive");
  return why;
}

}  // namespace dragoman
