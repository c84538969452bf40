#include "clauses/headline_passives.h"

#include "language/paragraphs.h"
#include "language/syntax.h"

namespace dragoman {

namespace {

constexpr std::size_t kHeadlines = 2;  // a title and the line below it

// Nothing stands behind it that it could be done to, or that it could say.
bool has_nothing_behind(const Parse& parse, TokenIndex verb) {
  for (const TokenIndex c : parse.children(verb)) {
    const Relation r = parse[c].relation;
    if (r == Relation::aux || r == Relation::auxpass || r == Relation::dobj || r == Relation::dative ||
        r == Relation::ccomp || r == Relation::acomp || r == Relation::attr || r == Relation::prt)
      return false;
  }
  return true;
}

// "urged to free", where the parser may take "to" for a preposition.
bool has_infinitive_behind(const Parse& parse, TokenIndex verb) {
  if (parse[verb + 1].lower != "to") return false;
  const Token& to = parse[verb + 1];
  return to.tag == Tag::to || (to.head == verb && parse[verb + 2].tag == Tag::jj);
}

// "Man arrested after crash": outside headlines one person has an article. The capital may make a name of the noun.
bool is_bare(const Parse& parse, TokenIndex subject) {
  const Token& noun = parse[subject];
  const bool one = noun.tag == Tag::nn || (noun.tag == Tag::nnp && noun.name == NameType::none);
  return one && noun.left_edge == subject && parse.children(subject).empty();
}

bool closes(const Token& sign) {
  return sign.text == ")" || sign.text == "]" || is_quotation_mark(sign);
}

}  // namespace

bool is_headline(const Parse& parse, std::size_t s) {
  if (s >= kHeadlines || s >= parse.sentences.size()) return false;
  const TokenSpan sentence = parse.sentences[s];
  TokenIndex last = sentence.end;
  while (last > sentence.begin && parse[last - 1].is_space) --last;
  if (last == sentence.begin) return false;
  TokenIndex end = last;  // before a closing quotation mark or bracket
  while (end > sentence.begin + 1 && closes(parse[end - 1])) --end;
  const bool stop = parse[end - 1].pos == Pos::punct;
  if (last >= parse.size()) return !stop;
  if (!breaks_paragraph(parse[last])) return false;
  if (!stop) return true;
  if (s > 0 || parse[last - 1].text != ".") return false;
  for (TokenIndex t = sentence.begin; t < last; ++t) {
    if (parse[t].relation == Relation::det || parse[t].name == NameType::date) return false;
  }
  return true;
}

void mend_headline_passives(Parse& parse, const std::function<bool(const Token&, bool to_act)>& takes_object) {
  bool changed = false;
  for (std::size_t s = 0; s < parse.sentences.size() && s < kHeadlines; ++s) {
    const TokenSpan sentence = parse.sentences[s];
    const bool headline = is_headline(parse, s);
    for (TokenIndex verb = sentence.begin; verb < sentence.end; ++verb) {
      Token& token = parse.tokens[verb];
      if (token.relation != Relation::root || (token.tag != Tag::vbd && token.tag != Tag::vbn)) continue;
      const TokenIndex subject = child_of(parse, verb, Relation::nsubj);
      if (subject == kNoToken || subject > verb || parse[subject].pos == Pos::pron) continue;
      if (!headline && (s > 0 || !is_bare(parse, subject))) continue;
      if (!has_nothing_behind(parse, verb) || !takes_object(token, has_infinitive_behind(parse, verb))) continue;
      token.tag = Tag::vbn;
      parse.tokens[subject].relation = Relation::nsubjpass;
      parse.tokens[subject].relation_label = "nsubjpass";
      changed = true;
    }
  }
  if (changed) link(parse);
}

}  // namespace dragoman
