#include "when/conditions.h"

namespace dragoman {

namespace {

bool price(const Parse& parse, TokenSpan at) {
  if (at.begin == 0) return false;
  const Token& before = parse[at.begin - 1];
  return before.tag == Tag::dollar || before.text == "#" || parse[at.begin].name == NameType::money ||
         parse[at.begin].name == NameType::percent;
}

bool count(const Parse& parse, TokenSpan at) {
  const Token& t = parse[at.begin];
  if (t.name == NameType::date) return false;
  if (t.name != NameType::none && t.name != NameType::event && t.name != NameType::cardinal) return true;
  if (t.tag != Tag::cd) return true;
  const bool counts_next = t.relation == Relation::nummod && t.head == at.end && parse[t.head].tag == Tag::nns;
  return counts_next || t.relation == Relation::quantmod || (at.end < parse.size() && parse[at.end].text == "%");
}

bool rate(const Parse& parse, TokenSpan at) {
  if (at.begin == 0) return false;
  const Token& before = parse[at.begin - 1];
  if (before.sentence != parse[at.begin].sentence) return false;
  const bool of_something = before.pos == Pos::noun || before.pos == Pos::num || before.pos == Pos::sym ||
                            before.pos == Pos::propn || before.lower == "times" || before.lower == "once" ||
                            before.lower == "twice";
  return of_something && (before.lower != "half" && before.name != NameType::date);
}

bool adjective(const Parse& parse, TokenSpan at) {
  const Token& t = parse[at.begin];
  return t.pos != Pos::adv && t.pos != Pos::sconj;
}

bool verb(const Parse& parse, TokenSpan at) {
  return parse[at.end - 1].pos == Pos::verb;
}

bool title(const Parse& parse, TokenSpan at) {
  const NameType name = parse[at.begin].name;
  return name == NameType::org || name == NameType::work_of_art || name == NameType::person || name == NameType::fac;
}

}  // namespace

TimeCondition time_condition(std::string_view name) {
  if (name == "price") return price;
  if (name == "count") return count;
  if (name == "rate") return rate;
  if (name == "adjective") return adjective;
  if (name == "verb") return verb;
  if (name == "title") return title;
  return nullptr;
}

}  // namespace dragoman
