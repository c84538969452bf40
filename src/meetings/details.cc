#include "meetings/details.h"

#include "story/time_owner.h"

#include <algorithm>

namespace dragoman {

namespace {

constexpr TokenIndex kReach = 60;  // tokens within which a time may hang on its verb or noun

}  // namespace

std::string day_part(const std::string& value) {
  const std::size_t time = value.ends_with("_REF") ? std::string::npos : value.find('T');
  return value.substr(0, time);
}

std::string plain_words(const Story& story, TokenSpan span) {
  std::string out;
  for (TokenIndex t = span.begin; t < span.end; ++t) {
    const Token& token = story.parse[t];
    if (token.is_space) {
      if (!out.empty() && out.back() != ' ') out += ' ';
      continue;
    }
    out += token.text;
    if (token.space_after && t + 1 < span.end) out += ' ';
  }
  while (out.ends_with(' ')) out.pop_back();
  return out;
}

Details::Details(const Story& story, const MeetingLexicon& words)
    : story_(story), parse_(story.parse), words_(words), called_counterpart_(story.record.entities.size(), false) {
  for (const TokenMention& m : story.mentions) {
    if (m.entities.size() != 1) continue;
    for (TokenIndex t = m.span.begin > 3 ? m.span.begin - 3 : 0; t < m.span.begin; ++t) {
      if (parse_[t].lemma == "counterpart" && parse_[t].sentence == parse_[m.head].sentence) {
        called_counterpart_[m.entities[0]] = true;
      }
    }
  }
}

bool Details::hangs_on(TokenIndex t, TokenIndex head) const {
  for (int step = 0; step < 5; ++step) {
    if (t == head) return step > 0;
    const Relation r = parse_[t].relation;
    const bool inside = r == Relation::pobj || r == Relation::npadvmod || r == Relation::compound ||
                        r == Relation::nummod || r == Relation::amod || r == Relation::prep || r == Relation::advmod ||
                        r == Relation::conj || r == Relation::appos || r == Relation::nmod || r == Relation::poss ||
                        r == Relation::attr;
    if (!inside || parse_[t].head == t) return false;
    // "met Paz, and a summit will be held on Friday": the day of whoever has a subject of its own.
    if (r == Relation::conj && is_verbal(parse_[t]) && own_subject(parse_, t) != kNoToken) return false;
    t = parse_[t].head;
  }
  return t == head;
}

// "their first meeting since the accord of 1996": another day.
bool Details::is_since(TokenIndex t, TokenIndex head) const {
  for (int step = 0; step < 6 && t != head && parse_[t].head != t; ++step, t = parse_[t].head) {
    if (parse_[t].lower == "since" || parse_[t].lower == "until") return true;
  }
  return false;
}

// "will meet before Easter", "by Friday".
bool Details::is_bound(TokenIndex t) const {
  if (parse_[t].relation != Relation::pobj) return false;
  const std::string_view word = parse_[parse_[t].head].lower;
  return word == "before" || word == "by";
}

// "hosted Ana Paz in Lima Thursday", where the parser hangs the day on the name or place before it.
bool Details::hangs_on_name(TokenIndex t, TokenIndex head) const {
  const bool adverbial = parse_[t].relation == Relation::npadvmod;
  const bool linked = parse_[t].relation == Relation::pobj && parse_[parse_[t].head].lower == "on";
  if (t < head || (!adverbial && !linked)) return false;
  TokenIndex above = parse_[adverbial ? t : parse_[t].head].head;
  if (above >= t || (story_.mention_at[above] < 0 && story_.place_at[above] < 0)) return false;
  constexpr int kDeep = 6;
  for (int step = 0; step < kDeep && above > head; ++step, above = parse_[above].head) {
    const Relation r = parse_[above].relation;
    const bool phrase = r == Relation::pobj || r == Relation::prep || r == Relation::dobj || r == Relation::appos ||
                        r == Relation::conj || r == Relation::compound || r == Relation::nmod;
    if (!phrase || is_verbal(parse_[above])) return false;
  }
  return above == head;
}

// "landed on Monday and met", "spoke in Lima on Monday, where he met": the day of the deed before it.
std::optional<DateValue> Details::shared_date(TokenIndex verb) const {
  const TokenIndex lead = parse_[verb].relation == Relation::conj ? parse_[verb].head : kNoToken;
  const auto tense = [&](TokenIndex v) { return verb_form(parse_, v).tense; };
  const bool joined = lead != kNoToken && lead < verb && is_verbal(parse_[lead]) && tense(lead) == tense(verb) &&
                      own_subject(parse_, verb) == kNoToken;
  TokenIndex above = joined ? lead : kNoToken;
  const Relation r = parse_[verb].relation;
  if ((r == Relation::relcl || r == Relation::advcl) && child_word(parse_, verb, "where") != kNoToken) {
    const TokenIndex clause = clause_head(parse_, parse_[verb].head);
    if (is_verbal(parse_[clause]) && tense(clause) == tense(verb)) above = clause;
  }
  if (above == kNoToken) return std::nullopt;
  auto found = day({above});
  if (found) found->basis = DateBasis::inferred;
  return found;
}

// "this month" of "the ministers' second session this month" says how it is counted, not when it was.
bool Details::counts_in_a_row(TokenIndex t, TokenIndex noun) const {
  return t > noun && t <= noun + 4 && !ordinal(noun).empty();
}

std::optional<DateValue> Details::date(std::initializer_list<TokenIndex> heads) const {
  return date(heads, true);
}

std::optional<DateValue> Details::day(std::initializer_list<TokenIndex> heads) const {
  return date(heads, false);
}

std::optional<DateValue> Details::date(std::initializer_list<TokenIndex> heads, bool bounds_too) const {
  for (const TokenIndex head : heads) {
    if (head == kNoToken) continue;
    const TokenIndex begin = std::max(parse_[head].left_edge, head > kReach ? head - kReach : 0);
    const TokenIndex end = std::min(parse_[head].right_edge + 1, head + kReach);
    std::optional<DateValue> found;
    std::int32_t last = -1;
    for (TokenIndex t = begin; t < end; ++t) {
      const std::int32_t at = story_.time_at[t];
      if (at < 0 || at == last) continue;
      last = at;
      const Time& time = story_.record.times[static_cast<std::size_t>(at)];
      if ((time.type != TimeType::date && time.type != TimeType::time) || time.value == "PRESENT_REF") continue;
      if (is_nominal(parse_[head]) && counts_in_a_row(t, head)) continue;
      // The expression's own head: the token of it that hangs outside it.
      TokenIndex own = t;
      for (TokenIndex i = t; i < end && story_.time_at[i] == at; ++i) {
        if (parse_[i].head < t || story_.time_at[parse_[i].head] != at) own = i;
      }
      // "President A on Monday met B": the parser hangs the day on the name.
      const bool before_verb =
          is_verbal(parse_[head]) && head > t && story_.time_at[head - 1] == at && clause_head(parse_, t) == head;
      if (!hangs_on(own, head) && !before_verb && !(is_verbal(parse_[head]) && hangs_on_name(own, head))) continue;
      if (is_since(own, head) || (!bounds_too && is_bound(own)) || is_anothers_time(story_, own, heads)) continue;
      const std::string value = day_part(time.value);
      // "on Friday in May": the most precise; "yesterday" of nobody knows when is no day.
      if (value.empty() || value == "XXXX-XX-XX" || (found && value.size() <= found->value.size())) continue;
      found = DateValue{value, DateBasis::text};
    }
    if (found) return found;
  }
  return std::nullopt;
}

std::optional<Index> Details::place_at(TokenIndex t) const {
  if (story_.place_at[t] >= 0) return static_cast<Index>(story_.place_at[t]);
  return std::nullopt;
}

std::optional<Index> Details::place(std::initializer_list<TokenIndex> heads) const {
  for (const TokenIndex head : heads) {
    if (head == kNoToken) continue;
    for (const char* preposition : {"in", "at", "near", "outside", "on"}) {
      for (const TokenIndex object : obliques(parse_, head, preposition, true)) {
        if (const auto place = place_at(object)) return place;
      }
    }
    // "on the sidelines of a conference in Quito"
    for (const TokenIndex beside : obliques(parse_, head, "on")) {
      if (!words_.margins.contains(parse_[beside].lemma)) continue;
      for (const TokenIndex other : obliques(parse_, beside, "of")) {
        if (const auto place = this->place({other})) return place;
      }
    }
    // "to Quito, where his audience with the mayor was about …"
    const TokenIndex clause = clause_head(parse_, head);
    const TokenIndex where =
        parse_[clause].relation == Relation::relcl ? child_word(parse_, clause, "where") : kNoToken;
    if (where != kNoToken) {
      if (const auto place = place_at(parse_[clause].head)) return place;
    }
  }
  return std::nullopt;
}

// "in as many months", "in a decade".
bool Details::counts_months(TokenIndex t) const {
  if (t >= parse_.size() || parse_[t].lower == "as") return t < parse_.size();
  const std::int32_t at = story_.time_at[t];
  return at >= 0 && story_.record.times[static_cast<std::size_t>(at)].type == TimeType::duration;
}

std::string Details::ordinal(TokenIndex noun) const {
  const TokenSpan phrase = core_phrase(parse_, noun);
  TokenIndex number = kNoToken;
  for (TokenIndex t = phrase.begin; t < noun; ++t) {
    const bool counted =
        parse_[t].name == NameType::ordinal || parse_[t].lower == "first" || parse_[t].lower == "second";
    if (counted && parse_[t].head == noun) number = t;
  }
  if (number == kNoToken) return {};
  // Counted from when: "this year", "since 2019", "in as many months".
  std::string out(parse_[number].lower);
  const TokenIndex last = std::min(parse_.sentences[parse_[noun].sentence].end, noun + 16);
  for (TokenIndex t = noun + 1; t < last && !is_verbal(parse_[t]); ++t) {
    const Token& token = parse_[t];
    TokenIndex end = t;
    if (t == noun + 1 && story_.time_at[t] >= 0 && token.lower == "this") {
      while (end < last && story_.time_at[end] == story_.time_at[t]) ++end;
    } else if (token.lower == "since" || (token.lower == "in" && t == noun + 1 && counts_months(t + 1))) {
      const TokenSpan tail = subtree(parse_, t);
      if (tail.begin == t && tail.size() <= 6) end = tail.end;
    }
    if (end > t) return out + " " + plain_words(story_, {t, end});
  }
  return out;
}

Rank Details::rank(Index e) const {
  Rank best = Rank::none;
  for (const Role& role : story_.record.entities[e].roles) best = std::max(best, words_.rank_of(role.title));
  return best;
}

std::string Details::level_by_rank(const std::vector<Index>& participants) const {
  if (participants.size() < 2) return {};
  Rank lowest = Rank::head, highest = Rank::none;
  bool counterpart = false;
  for (const Index e : participants) {
    if (story_.record.entities[e].type != EntityType::person) return {};
    const Rank r = rank(e);
    if (r == Rank::none) {
      if (!called_counterpart_[e]) return {};
      counterpart = true;
      continue;
    }
    lowest = std::min(lowest, r);
    highest = std::max(highest, r);
  }
  if (highest == Rank::none || (counterpart && participants.size() > 2) || lowest != highest) return {};
  return highest == Rank::head ? "summit" : highest == Rank::minister ? "ministerial" : "working-level";
}

bool has_time(const Story& story, TokenSpan span) {
  for (TokenIndex t = span.begin; t < span.end; ++t) {
    if (story.time_at[t] >= 0) return true;
  }
  return false;
}

}  // namespace dragoman
