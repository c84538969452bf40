#include "who/told_apart.h"

#include "language/syntax.h"
#include "who/backwards.h"

#include <algorithm>

namespace dragoman {

namespace {

// "members of", "officials from". Behind "in", "at" and "to" only of a subject, as in "police in Lomé arrested": in
// "met officials in Lomé" the phrase may as well say where they were met. Nor do phrases that the verb asks for tell
// anybody apart: "drove rebels from the hills", "accused the mayor of fraud".
bool tells_apart(const Story& story, TokenIndex link, TokenIndex noun) {
  const Parse& parse = story.parse;
  if (parse[link].relation != Relation::prep || parse[link].head < noun || parse[link].head >= link) return false;
  const TokenIndex object = child_of(parse, link, Relation::pobj);
  if (object == kNoToken || object < link || (parse[object].pos != Pos::noun && parse[object].pos != Pos::propn))
    return false;
  const std::string_view word = parse[link].lower;
  const TokenSpan named = core_phrase(parse, object);
  const bool subject = is_subject(parse, first_conjunct(parse, noun));
  if (word == "of") {
    const TokenIndex before = named.begin;  // "accuse the cabinet of broken promises", "deprived villages of rice"
    const bool pointed_at = parse[before].tag == Tag::dt || parse[before].tag == Tag::prp_poss;
    const bool of_object = parse[first_conjunct(parse, noun)].relation == Relation::dobj;
    const bool known = parse[object].pos == Pos::propn || story.mention_at[object] >= 0;
    return subject || pointed_at || known || (!of_object && (named.size() > 1 || parse[object].tag != Tag::nn));
  }
  if (word == "from") return subject || !story.entities_at(object).empty();
  if (!subject || (word != "in" && word != "at" && word != "to")) return false;
  for (TokenIndex t = named.begin; t < named.end; ++t) {
    if (parse[t].pos == Pos::propn) return true;
  }
  return false;
}

// The nouns behind the preposition, as far as they are one list: of "the head of the union and members of its board"
// the parser may make one.
Tokens listed_behind(const Story& story, TokenIndex link) {
  const Parse& parse = story.parse;
  const TokenIndex first = child_of(parse, link, Relation::pobj);
  Tokens out{first};
  if (child_of(parse, first, Relation::cc) == kNoToken && coordinated(parse, first).size() < 3) return out;
  for (const TokenIndex object : coordinated(parse, first)) {
    if (object == first) continue;
    const bool noun = parse[object].pos == Pos::noun || parse[object].pos == Pos::propn;
    const bool alone = story.mention_at[object] < 0 && child_of(parse, object, Relation::prep) != kNoToken;
    if (!noun || alone) break;
    out.push_back(object);
  }
  return out;
}

// The end of what the preposition links, names whole; the preposition itself where it is of what "his" stands for.
TokenIndex end_behind(const Story& story, TokenIndex link) {
  const Parse& parse = story.parse;
  TokenIndex end = link;
  for (const TokenIndex object : listed_behind(story, link)) {
    const std::int32_t at = story.mention_at[object];
    end = std::max(end, object + 1);
    if (at >= 0) end = std::max(end, story.mentions[static_cast<std::size_t>(at)].span.end);
  }
  for (TokenIndex t = link; t < end; ++t) {
    const Token& token = parse[t];
    if (token.pos == Pos::pron || token.tag == Tag::prp_poss || token.pos == Pos::verb || token.is_space ||
        token.tag == Tag::open_quote)
      return link;
  }
  return end;
}

}  // namespace

TokenIndex end_of_description(const Story& story, TokenIndex noun) {
  constexpr TokenIndex kLongest = 10;
  TokenIndex end = noun + 1;
  while (end < story.parse.size() && tells_apart(story, end, noun)) {
    const TokenIndex next = end_behind(story, end);
    if (next == end || next - noun > kLongest) break;
    end = next;
  }
  return end;
}

}  // namespace dragoman
