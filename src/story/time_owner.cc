#include "story/time_owner.h"

#include "language/syntax.h"

#include <algorithm>

namespace dragoman {

namespace {

constexpr std::size_t kDayLength = 10;  // "2016-12-03"

bool is_inside_phrase(Relation r) {
  return r == Relation::compound || r == Relation::nummod || r == Relation::amod || r == Relation::nmod ||
         r == Relation::poss;
}

// The noun whose phrase the time stands in, in front of it; none for a time that stands alone.
TokenIndex noun_around(const Story& story, TokenIndex t) {
  const Parse& parse = story.parse;
  const std::int32_t time = story.time_at[t];
  for (int step = 0; step < kMaxClimb && story.time_at[t] == time; ++step) {
    if (!is_inside_phrase(parse[t].relation) && story.time_at[parse[t].head] != time) return kNoToken;
    if (parse[t].head == t) return kNoToken;
    t = parse[t].head;
  }
  for (int step = 0; step < kMaxClimb && is_inside_phrase(parse[t].relation); ++step) t = parse[t].head;
  return is_nominal(parse[t]) && story.time_at[t] < 0 ? t : kNoToken;
}

// "the attack of 12 August": the noun that the time belongs to, behind it; none for "the morning of 12 August".
TokenIndex noun_before_of(const Story& story, TokenIndex t) {
  const Parse& parse = story.parse;
  const std::int32_t time = story.time_at[t];
  for (int step = 0; step < kMaxClimb && story.time_at[parse[t].head] == time && parse[t].head != t; ++step)
    t = parse[t].head;
  const TokenIndex of = parse[t].head;
  if (parse[t].relation != Relation::pobj || parse[of].lower != "of") return kNoToken;
  const TokenIndex noun = parse[of].head;
  return is_nominal(parse[noun]) && story.time_at[noun] < 0 ? noun : kNoToken;
}

// "at the summit", "during the talks", "on the second day of the talks"; "in the raid" where its day is known or it is
// told for the first time.
bool is_occasion(const Story& story, const Token& preposition, TokenIndex noun, TokenIndex t) {
  const std::string_view p = preposition.lower;
  if (p == "at" || p == "during") return true;
  if (p == "on") return !is_nominal(story.parse[preposition.head]);  // "remarks on the 1971 war" are of another time
  if (p != "in") return false;
  const auto& time = story.record.times[static_cast<std::size_t>(story.time_at[t])];
  return time.value.size() >= kDayLength || time.value.find("-WXX-") != std::string::npos ||
         child_word(story.parse, noun, "a") != kNoToken || child_word(story.parse, noun, "an") != kNoToken;
}

}  // namespace

const Time* date_at(const Story& story, TokenIndex t) {
  if (story.time_at[t] < 0) return nullptr;
  const Time& time = story.record.times[static_cast<std::size_t>(story.time_at[t])];
  const bool dates = time.type == TimeType::date || time.type == TimeType::time;
  return dates && !time.value.empty() && !time.value.ends_with("_REF") ? &time : nullptr;
}

const Time* time_beside(const Story& story, TokenIndex verb) {
  const Parse& parse = story.parse;
  for (const TokenIndex child : parse.children(verb)) {
    const Token& c = parse[child];
    const bool link = c.relation == Relation::prep && (c.lower == "in" || c.lower == "on" || c.lower == "at");
    const bool when = c.relation == Relation::npadvmod || c.relation == Relation::advmod;
    const TokenIndex at = link ? child_of(parse, child, Relation::pobj) : when ? child : kNoToken;
    if (at == kNoToken || is_anothers_time(story, at, {verb})) continue;
    if (const Time* time = date_at(story, at)) return time;
  }
  return nullptr;
}

bool is_anothers_time(const Story& story, TokenIndex t, std::initializer_list<TokenIndex> acts) {
  const Parse& parse = story.parse;
  const auto is_act = [&](TokenIndex noun) { return std::find(acts.begin(), acts.end(), noun) != acts.end(); };
  TokenIndex noun = noun_around(story, t);
  if (noun == kNoToken) noun = noun_before_of(story, t);
  for (int step = 0; step < kMaxClimb && noun != kNoToken; ++step) {
    if (is_act(noun) || is_act(first_conjunct(parse, noun))) return false;
    const Relation r = parse[noun].relation;
    if (r == Relation::nsubj || r == Relation::nsubjpass || r == Relation::npadvmod) return false;
    if (r != Relation::pobj) return true;
    const Token& preposition = parse[parse[noun].head];
    if (is_occasion(story, preposition, noun, t)) return false;
    // "on the sidelines of Tuesday's summit", but "in the wake of Tuesday's raid"
    if (preposition.lower != "of" || !is_nominal(parse[preposition.head])) return true;
    noun = preposition.head;
    if (parse[parse[noun].head].lower == "in") return true;
  }
  return false;
}

}  // namespace dragoman
