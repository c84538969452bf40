#include "document/published.h"

#include "language/syntax.h"
#include "text/calendar.h"
#include "when/rules.h"
#include "when/tense.h"
#include "who/names.h"
#include "who/role_status.h"

#include <algorithm>
#include <set>

namespace dragoman {

namespace {

struct Stretch {
  Day first, last;
};
using Stretches = std::vector<Stretch>;

Stretches common(const Stretches& a, const Stretches& b) {
  Stretches both;
  for (const Stretch& x : a) {
    for (const Stretch& y : b) {
      const Stretch s{std::max(x.first, y.first), std::min(x.last, y.last)};
      // One day alone is a handover: of predecessor and successor, not of two in office.
      if (s.first < s.last) both.push_back(s);
    }
  }
  std::sort(both.begin(), both.end(), [](const Stretch& x, const Stretch& y) { return x.first < y.first; });
  return both;
}

class Bounds {
 public:
  explicit Bounds(Story& story)
      : story_(story),
        parse_(story.parse),
        words_(story.lexicon.times->words),
        possible_{{*make_day(kFirstYear, 1, 1), *make_day(kLastYear, 12, 31)}} {}

  void run() {
    years();
    offices();
    weekdays();
    month_ahead();
    const Stretch whole{possible_.front().first, possible_.back().last};
    auto& published = story_.record.document.published;
    // A weekday falls on the same day again after eleven years (twelve around 1900) at most: so near the ends nothing
    // is bounded.
    constexpr int kAgain = 13;
    if (year_of(whole.first) > kFirstYear + kAgain) published.earliest = day_value(whole.first);
    if (year_of(whole.last) < kLastYear - kAgain) published.latest = day_value(whole.last);
    if (!published.earliest.empty() || !published.latest.empty()) published.basis = PublishedBasis::inferred;
  }

 private:
  static constexpr int kFirstYear = 1800, kLastYear = 2199;

  void allow(const Stretches& stretches) {
    Stretches both = common(possible_, stretches);
    if (!both.empty()) possible_ = std::move(both);
  }

  /// Years and days that the text says have been, or will be: "was founded in 1994", "will be held on May 3, 2031".
  void years() {
    Day earliest = possible_.front().first, latest = possible_.back().last;
    for (std::size_t i = 0; i < story_.record.times.size(); ++i) {
      const Time& time = story_.record.times[i];
      if (time.type != TimeType::date || time.value.size() < 4) continue;
      const auto year = to_number(time.value.substr(0, 4));
      if (!year || *year < kFirstYear || *year > kLastYear) continue;
      const TokenIndex clause = dated_clause(story_.time_spans[i]);
      if (clause == kNoToken) continue;
      const VerbForm form = verb_form(parse_, clause);
      const auto day = parse_day(time.value);
      if (form.tense == Tense::past && form.modal == kNoToken) {
        earliest = std::max(earliest, day ? *day : *make_day(*year, 1, 1));
      } else if (form.tense == Tense::future) {
        latest = std::min(latest, day ? *day : *make_day(*year, 12, 31));
      }
    }
    if (earliest < latest) allow({{earliest, latest}});
  }

  /// The finite verb that an expression dates, when it hangs on it as an adverbial; else kNoToken.
  TokenIndex dated_clause(TokenSpan span) const {
    TokenIndex head = span.begin;
    while (head + 1 < span.end && span.contains(parse_[head].head) && parse_[head].head != head)
      head = parse_[head].head;
    TokenIndex above = parse_[head].head;
    if (parse_[head].relation == Relation::pobj) {
      const bool in_time = parse_[above].lower == "in" || parse_[above].lower == "on" || parse_[above].lower == "since";
      if (!in_time) return kNoToken;
      above = parse_[above].head;
    } else if (parse_[head].relation != Relation::npadvmod) {
      return kNoToken;
    }
    return is_verbal(parse_[above]) ? above : kNoToken;
  }

  /// Those who are named with an office are in it. A text may give the title to one who held it before, hardly to one
  /// who will: who came to office last is asked first, and whoever contradicts him is left out.
  void offices() {
    const std::vector<bool> out = not_in_office();
    std::vector<std::size_t> times_mentioned(story_.record.entities.size(), 0);
    for (const TokenMention& mention : story_.mentions) {
      for (const Index e : mention.entities) ++times_mentioned[e];
    }
    std::vector<Stretches> held;
    bool in_passing = false;
    for (Index e = 0; e < story_.record.entities.size(); ++e) {
      const Entity& entity = story_.record.entities[e];
      if (entity.type != EntityType::person || out[e]) continue;
      for (const Role& role : entity.roles) {
        Stretches t = terms(entity, role);
        if (t.empty()) continue;
        held.push_back(std::move(t));
        constexpr std::size_t kFew = 3;
        in_passing = times_mentioned[e] < kFew;
      }
    }
    // One alone, named in passing, may well have left office since; he had it before.
    if (held.size() == 1 && in_passing) held = {{{held[0].front().first, *make_day(kLastYear, 12, 31)}}};
    std::stable_sort(held.begin(), held.end(),
                     [](const Stretches& a, const Stretches& b) { return a.back().first > b.back().first; });
    for (const Stretches& stretches : held) allow(stretches);
  }

  /// Entities that are somewhere called former, late or elect, or stand for election.
  std::vector<bool> not_in_office() const {
    const KindSet kind = words_.kind("not-in-office");
    std::vector<bool> out(story_.record.entities.size(), false);
    for (const TokenMention& mention : story_.mentions) {
      if (mention.entities.size() != 1) continue;
      // Back over the title: "the retired Chief Justice of Malawi Ana …".
      constexpr TokenIndex kLongestTitle = 8;
      TokenIndex begin = mention.span.begin;
      for (TokenIndex n = 0; n < kLongestTitle && begin > 0; ++n, --begin) {
        const Token& before = parse_[begin - 1];
        const bool of_a_title = before.pos == Pos::noun || before.pos == Pos::propn || before.pos == Pos::adj ||
                                before.lower == "of" || before.lower == "-" || before.lower == "'s";
        if (!of_a_title || before.sentence != parse_[mention.head].sentence) break;
      }
      for (TokenIndex t = begin; t < mention.span.end; ++t) {
        if (words_.is(parse_[t].lower, kind)) out[mention.entities[0]] = true;
      }
    }
    for (Index e = 0; e < story_.record.entities.size(); ++e) {
      for (const Role& role : story_.record.entities[e].roles) out[e] = out[e] || !is_in_office(role.status);
    }
    return out;
  }

  Stretches terms(const Entity& person, const Role& role) const {
    Stretches terms;
    const WhoLexicon& who = *story_.lexicon.who;
    const auto found = who.holders_by_surname.find(person_key(surname_of(person.name)));
    if (found == who.holders_by_surname.end()) return terms;
    const std::string key = person_key(person.name);
    for (const std::uint32_t h : found->second) {
      const Holder& holder = who.holders[h];
      // The United Nations and countries that are no more are nobody's country.
      const bool same_country = holder.country == person.country || !who.country_by_code.contains(holder.country);
      if (holder.key != key || holder.office != role.title || !same_country) continue;
      const auto from = parse_day(holder.from), to = parse_day(holder.to);
      terms.push_back({from ? *from : *make_day(kFirstYear, 1, 1), to ? *to : *make_day(kLastYear, 12, 31)});
    }
    std::sort(terms.begin(), terms.end(), [](const Stretch& a, const Stretch& b) { return a.first < b.first; });
    return terms;
  }

  /// "on Friday, Oct. 23": the report is of the half year around an October 23 that is a Friday.
  void weekdays() {
    const KindSet full = words_.kind("weekday"), abbreviated = words_.kind("short-weekday");
    for (std::size_t i = 0; i < story_.record.times.size(); ++i) {
      const std::string& value = story_.record.times[i].value;
      const auto [month, day] = month_and_day(value);
      if (day == 0) continue;
      const TimeWord* word = words_.find(parse_[story_.time_spans[i].begin].lower);
      if (word == nullptr) continue;
      for (const TimeSense& sense : word->senses) {
        if (sense.kind != full && sense.kind != abbreviated) continue;
        Stretches near;
        for (int year = year_of(possible_.front().first) - 1; year <= year_of(possible_.back().last) + 1; ++year) {
          const auto there = make_day(year, month, day);
          constexpr std::chrono::days kHalfAYear{183};
          if (there && weekday_of(*there) == sense.number) near.push_back({*there - kHalfAYear, *there + kHalfAYear});
        }
        allow(near);
      }
    }
  }

  /// "XXXX-12-15/XXXX-12-16" as (12, 15); (0, 0) when it is no day without a year.
  static std::pair<int, int> month_and_day(std::string_view value) {
    if (value.size() < 10 || !value.starts_with("XXXX-") || value[7] != '-') return {0, 0};
    const auto month = to_number(value.substr(5, 2)), day = to_number(value.substr(8, 2));
    return month && day ? std::pair(*month, *day) : std::pair(0, 0);
  }

  /// What is announced for "later this month" and, of the same ones, for "Dec. 15": then it is December.
  void month_ahead() {
    constexpr std::size_t kMost = 8;                 // announcements looked at
    std::vector<std::pair<TokenIndex, int>> months;  // with how many months ahead
    std::vector<std::pair<TokenIndex, std::pair<int, int>>> days;
    for (std::size_t i = 0; i < story_.record.times.size(); ++i) {
      const TokenSpan span = story_.time_spans[i];
      const std::string& value = story_.record.times[i].value;
      if (value == "XXXX-XX" && months.size() < kMost) {
        const int ahead = months_ahead(span);
        if (ahead >= 0) months.emplace_back(span.begin, ahead);
      } else if (month_and_day(value).second > 0 && days.size() < kMost &&
                 direction(parse_, words_, span.begin) == Direction::future) {
        days.emplace_back(span.begin, month_and_day(value));
      }
    }
    for (const auto& [announced, ahead] : months) {
      for (const auto& [dated, day] : days) {
        if (!same_ones(announced, dated)) continue;
        const int now = (day.first - 1 - ahead + 12) % 12 + 1;
        Stretches before;
        for (int year = year_of(possible_.front().first); year <= year_of(possible_.back().last) + 1; ++year) {
          const auto there = make_day(year, day.first, day.second);
          const auto begin = make_day(now > day.first ? year - 1 : year, now, 1);
          if (there && begin) before.push_back({*begin, std::min(*there, *begin + std::chrono::days(30))});
        }
        allow(before);
      }
    }
  }

  /// 0 for "later this month", 1 for "next month", -1 for what is not to come.
  int months_ahead(TokenSpan span) const {
    for (TokenIndex t = span.begin; t < span.end; ++t) {
      const TimeWord* word = words_.find(parse_[t].lower);
      if (word == nullptr) continue;
      for (const TimeSense& sense : word->senses) {
        if (sense.kind == words_.kind("shift") && (sense.number > 0 || parse_[span.begin].lower == "later")) {
          return sense.number;
        }
      }
    }
    return -1;
  }

  /// Two at least of those named in the sentence of `a` are named in that of `b`.
  bool same_ones(TokenIndex a, TokenIndex b) const {
    const auto named = [&](TokenIndex at) {
      std::set<Index> entities;
      for (const TokenMention& mention : story_.mentions) {
        if (parse_[mention.head].sentence == parse_[at].sentence) {
          entities.insert(mention.entities.begin(), mention.entities.end());
        }
      }
      return entities;
    };
    const std::set<Index> here = named(a), there = named(b);
    return std::count_if(here.begin(), here.end(), [&](Index e) { return there.contains(e); }) >= 2;
  }

  Story& story_;
  const Parse& parse_;
  const TimeWords& words_;
  Stretches possible_;  // in order, never empty
};

}  // namespace

void infer_published(Story& story) {
  Published& published = story.record.document.published;
  if (published.basis != PublishedBasis::unknown && published.basis != PublishedBasis::inferred) return;
  published = Published();  // the second look starts afresh
  Bounds(story).run();
}

}  // namespace dragoman
