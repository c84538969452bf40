#include "statements/speaker_names.h"

namespace dragoman {

bool is_person(const Page& page, TokenIndex t) {
  const auto& named = page.story.entities_at(t);
  return !named.empty() && page.story.record.entities[named.front()].type == EntityType::person;
}

// "Harbour Union (HU) spokeswoman Ana Paz said": the parser may take the body at the head of the phrase for its head.
TokenIndex named_behind(const Page& page, TokenIndex head, TokenIndex verb) {
  const Parse& parse = page.parse;
  // "the envoy at the league Ana Paz said": the office that the name stands behind.
  const bool office = is_person(page, head) && parse[head].pos == Pos::noun &&
                      page.story.record.entities[page.story.entities_at(head).front()].anonymous;
  if (!office && (!is_capitalised(parse[head]) || parse[head].pos == Pos::pron || is_person(page, head)))
    return kNoToken;
  TokenIndex found = kNoToken;
  for (TokenIndex t = head + 1; t < verb; ++t) {
    if (parse[t].text == "(") {
      while (t < verb && parse[t].text != ")") ++t;
      continue;
    }
    if (parse[t].text == "," || parse[t].pos == Pos::cconj || is_verbal(parse[t]) || is_relative_pronoun(parse[t]))
      break;
    const std::int32_t at = page.story.mention_at[t];
    if (at < 0 || !is_person(page, t)) continue;
    const TokenMention& mention = page.story.mentions[static_cast<std::size_t>(at)];
    if (mention.kind == MentionKind::name && mention.span.begin > head) found = mention.head;
  }
  if (found == kNoToken) return found;
  const TokenIndex before = page.story.mentions[static_cast<std::size_t>(page.story.mention_at[found])].span.begin - 1;
  // "Lawyers for Ms. Paz said", "Aides to Sen. Paz": no title of hers.
  const bool courtesy = parse[before].text.ends_with('.') && before > head + 1 && parse[before - 1].pos == Pos::adp;
  if (courtesy) return kNoToken;
  // "the envoy of the writer Ana Paz said": hers.
  TokenIndex link = before;
  while (office && link > head && parse[link].pos != Pos::adp) --link;
  // "the member of parliament Ana Paz said", "the leader of the opposition in the senate Ana Paz said"
  const bool seat = page.cues.benches.contains(parse[before].lower);
  const bool others = parse[link].lower == "of" || link + 1 >= before;
  if (office && (link == head || (others && !seat) || !is_nominal(parse[before]) || is_person(page, before)))
    return kNoToken;
  // "the Bank of Ana Paz": no title.
  return before == head || is_nominal(parse[before]) || parse[before].text == ")" ? found : kNoToken;
}

bool is_named_person(const Page& page, TokenIndex t) {
  return is_person(page, t) && !page.story.record.entities[page.story.entities_at(t).front()].anonymous;
}

bool is_office(const Page& page, TokenIndex head) {
  const auto& named = page.story.entities_at(head);
  const std::int32_t at = page.story.mention_at[head];
  if (at < 0 || named.size() != 1 || page.story.mentions[static_cast<std::size_t>(at)].kind != MentionKind::title)
    return false;
  const Token& h = page.parse[head];
  return page.story.record.entities[named.front()].type == EntityType::person && h.tag != Tag::nns &&
         child_of(page.parse, head, Relation::det) == kNoToken && possessors(page.parse, head).empty();
}

void drop_own_offices(const Page& page, TokenIndex verb, Tokens& heads) {
  const Parse& parse = page.parse;
  if (heads.size() != 2 || heads.back() > verb) return;
  const TokenIndex first = heads.front(), second = heads.back();
  const bool name = parse[second].pos == Pos::propn && !page.story.entities_at(second).empty();
  if (parse[second].relation == Relation::nsubj && parse[second].left_edge == first + 1 && name) {
    heads = {second};
    return;
  }
  if (parse[second].relation != Relation::conj || !is_office(page, second)) return;
  if (is_named_person(page, first)) {
    heads = {first};
    return;
  }
  if (!is_office(page, first)) return;
  for (TokenIndex t = verb; t-- > second + 1;) {
    const std::int32_t at = page.story.mention_at[t];
    if (at < 0) continue;
    const TokenMention& mention = page.story.mentions[static_cast<std::size_t>(at)];
    if (mention.kind == MentionKind::name && is_person(page, t)) heads = {mention.head};
    return;
  }
}

TokenIndex named_beside(const Page& page, TokenIndex head) {
  const auto is_common = [&](TokenIndex t) {
    const auto& who = page.story.entities_at(t);
    return who.size() == 1 && page.story.record.entities[who.front()].type == EntityType::organisation &&
           page.parse[t].pos == Pos::noun;
  };
  if (!is_common(head)) return head;
  for (const TokenIndex name : appositions(page.parse, head)) {
    const auto& who = page.story.entities_at(name);
    if (name < head || page.parse[name].pos != Pos::propn || who.size() != 1) continue;
    if (page.story.record.entities[who.front()].type == EntityType::organisation) return name;
  }
  return head;
}

Tokens partners(const Parse& parse, TokenIndex head) {
  TokenIndex along = head + 1;
  if (along < parse.size() && parse[along].text == ",") ++along;
  const TokenIndex with = along + 1;
  if (with >= parse.size() || (parse[along].lower != "along" && parse[along].lower != "together")) return {};
  const TokenIndex partner = parse[with].lower == "with" ? child_of(parse, with, Relation::pobj) : kNoToken;
  return partner == kNoToken ? Tokens{} : coordinated(parse, partner);
}

}  // namespace dragoman
