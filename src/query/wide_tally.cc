#include "query/wide_tally.h"

#include "query/fact_sql.h"
#include "query/value_counts.h"
#include "store/countable.h"
#include "store/shared_happenings.h"

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <span>
#include <unordered_map>
#include <unordered_set>

#include <fmt/format.h>

namespace dragoman {

namespace {

using Text = CountableFacts::Text;
using Spans = unsigned;  // a bit for each

bool is_one_of(std::string_view value, const std::vector<std::string>& values) {
  return std::find(values.begin(), values.end(), value) != values.end();
}

/// What has to hold of facts, of which the questions of all spans ask the same but for the days.
class WideConditions {
 public:
  WideConditions(Database& db, FactList list, std::span<const Question> questions)
      : of_events_(list == FactList::events), questions_(questions), one_(questions.front()) {
    for (const Party& party : one_.actors) parties_.push_back(who(party));
    for (const std::string& code : one_.countries) parties_.push_back({code, {}, 0});
    if (one_.agencies.empty()) return;
    documents_.emplace();
    Query query = db.prepare("SELECT id FROM documents WHERE agency = ?");
    for (const std::string& agency : one_.agencies) {
      query.bind(1, agency);
      while (query.step()) documents_->insert(query.integer(0));
    }
  }

  bool lets_through(std::int64_t document) const { return !documents_ || documents_->contains(document); }

  /// What follows is of these facts; false where none of them can answer.
  bool begin(const CountableFacts& facts) {
    facts_ = &facts;
    for (Who& who : parties_) {
      if (who.country.empty()) continue;
      const auto found = std::find(facts.texts.begin() + 1, facts.texts.end(), who.country);
      if (found == facts.texts.end()) return false;
      who.text = static_cast<Text>(found - facts.texts.begin());
    }
    spans_.clear();
    for (const auto& kind : facts.kinds) spans_.push_back(spans_of(kind));
    return std::any_of(spans_.begin(), spans_.end(), [](Spans spans) { return spans != 0; });
  }

  Spans spans_of_kind(std::size_t kind) const { return spans_[kind]; }

  /// The spans in which a fact with these parts answers.
  Spans spans_of(const CountableFacts::Fact& fact, std::span<const CountableFacts::Part> parts) const {
    if (spans_[fact.kind] == 0 || (one_.min_confidence > 0 && !(fact.confidence >= one_.min_confidence))) return 0;
    const auto takes_part = [&](const Who& who) {
      return std::any_of(parts.begin(), parts.end(), [&](const CountableFacts::Part& part) {
        return who.country.empty() ? who.actors.contains(part.actor) : part.country == who.text;
      });
    };
    return std::all_of(parties_.begin(), parties_.end(), takes_part) ? spans_[fact.kind] : 0;
  }

 private:
  struct Who {
    std::string country;
    std::unordered_set<std::int64_t> actors;
    Text text = 0;  // the country's, in the facts at hand
  };
  static Who who(const Party& party) { return {party.country, {party.actors.begin(), party.actors.end()}, 0}; }

  Spans spans_of(const CountableFacts::Kind& kind) const {
    const auto in = [&](Text text, const std::vector<std::string>& values) {
      return values.empty() || (text != 0 && is_one_of(facts_->texts[text], values));
    };
    if (!in(kind.type, one_.types) || !in(kind.status, one_.statuses)) return 0;
    if (one_.quad != 0 && !(of_events_ && kind.quad == one_.quad)) return 0;
    Spans spans = 0;
    for (std::size_t i = 0; i < questions_.size(); ++i) {
      const Question& question = questions_[i];
      const std::string_view day = facts_->texts[kind.first_day];
      const bool holds = kind.first_day == 0
                             ? question.since.empty() && question.until.empty()
                             : day >= question.since && (question.until.empty() || day <= question.until);
      if (holds) spans |= 1U << i;
    }
    return spans;
  }

  bool of_events_;
  std::span<const Question> questions_;
  const Question& one_;
  std::vector<Who> parties_;
  std::optional<std::unordered_set<std::int64_t>> documents_;  // the only ones
  const CountableFacts* facts_ = nullptr;
  std::vector<Spans> spans_;  // by kind
};

/// The values of facts, as numbers.
class WideValues {
 public:
  WideValues(Database& database, FactList list, By by) : db_(database), list_(list), by_(by) {
    if (by == By::agency) {
      Query query = db_.prepare("SELECT id, agency FROM documents WHERE agency IS NOT NULL ORDER BY agency");
      while (query.step()) agency_of_.emplace(query.integer(0), texts_.of(query.text(1)));
    } else if (by == By::actor) {
      Query query = db_.prepare("SELECT id, one FROM actors WHERE one IS NOT NULL");
      while (query.step()) one_.set(query.integer(0), query.integer(1));
    }
  }

  void begin(std::int64_t document, const CountableFacts& facts, const WideConditions& conditions) {
    facts_ = &facts;
    of_kind_.assign(facts.kinds.size(), kNone);
    if (by_ == By::agency) {
      const auto found = agency_of_.find(document);
      std::fill(of_kind_.begin(), of_kind_.end(), found == agency_of_.end() ? kNone : found->second);
    } else if (by_ == By::pair) {
      countries_.assign(facts.texts.size(), kNone);
    } else if (by_ != By::actor && by_ != By::issue) {
      for (std::size_t i = 0; i < of_kind_.size(); ++i) {
        if (conditions.spans_of_kind(i) != 0) of_kind_[i] = number_of(facts.kinds[i]);
      }
    }
  }

  /// Calls `use` with each value of a fact; one may come several times.
  template <class Use>
  void each(const CountableFacts::Fact& fact, std::span<const CountableFacts::Part> parts,
            std::span<const std::int64_t> labels, Use use) {
    if (by_ == By::issue) {
      for (const std::int64_t label : labels) use(ids_.of(label));
    } else if (by_ == By::actor) {
      for (const auto& part : parts) {
        const std::int64_t one = one_.of(part.actor);
        use(ids_.of(one == kNone ? part.actor : one));
      }
    } else if (by_ == By::pair) {
      pairs(parts, use);
    } else {
      use(of_kind_[fact.kind]);
    }
  }

  /// Nothing for a number that no row has.
  std::optional<std::string> text_of(Number value) {
    if (by_ != By::actor && by_ != By::issue) return texts_.text(value);
    Query& query = db_.cached(by_ == By::actor ? "SELECT id FROM actors WHERE id = ?"
                                               : "SELECT folded FROM issue_labels WHERE id = ?");
    query.bind(1, ids_.id(value));
    std::optional<std::string> text;
    query.first([&](const Query& row) { text = row.text(0); });
    return text;
  }

 private:
  Number number_of(const CountableFacts::Kind& kind) {
    if (by_ == By::type || by_ == By::place) {
      const Text text = by_ == By::type ? kind.type : kind.place;
      return text == 0 ? kNone : texts_.of(facts_->texts[text]);
    }
    constexpr std::size_t kMonth = 7, kYear = 4;  // of a day: 2016-12
    const std::size_t length = by_ == By::month ? kMonth : kYear;
    const std::string_view first = facts_->texts[kind.first_day].substr(0, length);
    const bool known =
        kind.first_day != 0 && kind.last_day != 0 && first == facts_->texts[kind.last_day].substr(0, length);
    return known ? texts_.of(first) : kNone;
  }

  /// The countries of one side and of the other; in events without a recipient those of all actors.
  template <class Use>
  void pairs(std::span<const CountableFacts::Part> parts, Use use) {
    const bool has_sides = list_ == FactList::events || list_ == FactList::statements;
    const bool other_is_missing = list_ == FactList::events &&
                                  std::none_of(parts.begin(), parts.end(), [](const auto& part) { return part.other; });
    for (const auto& a : parts) {
      if (a.country == 0 || a.other) continue;
      for (const auto& b : parts) {
        if (b.country == 0 || b.country == a.country || (has_sides && !other_is_missing && !b.other)) continue;
        use(pair_of(country_of(a.country), country_of(b.country)));
      }
    }
  }
  Number country_of(Text text) {
    Number& country = countries_[text];
    if (country == kNone) country = names_.of(facts_->texts[text]);
    return country;
  }
  Number pair_of(Number x, Number y) {
    constexpr unsigned kHalf = 32;
    const auto key = static_cast<std::uint64_t>(std::min(x, y)) << kHalf | static_cast<std::uint64_t>(std::max(x, y));
    const auto [known, is_new] = pairs_.emplace(key, kNone);
    if (is_new) {
      const std::string &a = names_.text(x), &b = names_.text(y);
      known->second = texts_.of(a < b ? a + "/" + b : b + "/" + a);
    }
    return known->second;
  }

  Database& db_;
  FactList list_;
  By by_;
  Numbered texts_, names_;  // values; countries
  IdNumbers ids_;           // of actors or labels
  NumberOfId one_;          // by actor: who stands for it
  std::unordered_map<std::int64_t, Number> agency_of_;
  std::unordered_map<std::uint64_t, Number> pairs_;
  const CountableFacts* facts_ = nullptr;
  std::vector<Number> of_kind_, countries_;  // countries by text
};

/// Counts one document after the other.
class WideCount {
 public:
  WideCount(Database& database, FactList list, By by, std::span<const Question> questions)
      : db_(database), list_(list), conditions_(database, list, questions), values_(database, list, by) {
    if (told_once(list) || questions.front().separate) return;
    std::int64_t last = 0;
    Number number = kNone;
    each_shared_fact(db_, list, [&](std::int64_t fact, std::int64_t happening) {
      if (number == kNone || happening != last) ++number;
      last = happening;
      happening_of_.set(fact, number);
    });
  }

  void run() {
    Query query = db_.prepare("SELECT document, facts FROM countable WHERE list = ?");
    query.bind(1, static_cast<std::int64_t>(list_));
    CountableFacts facts;
    while (query.step()) {
      const std::int64_t document = query.integer(0);
      if (!conditions_.lets_through(document) || !unpack_countable(query.blob(1), facts) || !conditions_.begin(facts))
        continue;
      values_.begin(document, facts, conditions_);
      count(facts);
    }
    for (std::size_t i = 0; i < all_.size(); ++i) {
      counts_[i].end();
      std::sort(shared_[i].begin(), shared_[i].end());
      all_[i] += std::unique(shared_[i].begin(), shared_[i].end()) - shared_[i].begin();
    }
  }

  /// The values whose facts rank highest.
  template <class Rank>
  WideTally tally(std::int64_t most, Rank rank) {
    const Number end = std::max(counts_[0].size(), counts_[1].size());
    std::vector<std::pair<Number, OfSpans>> found;
    for (Number value = 0; value < end; ++value) {
      const OfSpans facts = {counts_[0].happenings(value), counts_[1].happenings(value)};
      if (facts != OfSpans{}) found.emplace_back(value, facts);
    }
    std::int64_t least = 0;
    if (static_cast<std::int64_t>(found.size()) > most) {
      std::vector<std::int64_t> ranks;
      ranks.reserve(found.size());
      for (const auto& [value, facts] : found) ranks.push_back(rank(facts));
      std::nth_element(ranks.begin(), ranks.begin() + most - 1, ranks.end(), std::greater<>());
      least = ranks[static_cast<std::size_t>(most - 1)];
    }
    WideTally out;
    out.all = all_;
    for (const auto& [value, facts] : found) {
      if (rank(facts) < least) continue;
      if (auto text = values_.text_of(value)) out.facts.emplace_back(std::move(*text), facts);
    }
    return out;
  }

 private:
  void count(const CountableFacts& facts) {
    std::uint32_t label = 0, part = 0;
    for (const CountableFacts::Fact& fact : facts.facts) {
      const std::span parts(facts.parts.data() + part, fact.parts_end - part);
      const std::span labels(facts.labels.data() + label, fact.labels_end - label);
      part = fact.parts_end;
      label = fact.labels_end;
      const Spans spans = conditions_.spans_of(fact, parts);
      if (spans == 0) continue;
      const Number shared = happening_of_.of(fact.id);
      const FactToCount found = shared == kNone ? FactToCount{++number_, 0, true} : FactToCount{0, shared, false};
      for (std::size_t i = 0; i < all_.size(); ++i) {
        if ((spans >> i & 1U) != 0) found.is_alone ? void(++all_[i]) : shared_[i].push_back(found.happening);
      }
      values_.each(fact, parts, labels, [&](Number value) {
        for (std::size_t i = 0; value != kNone && i < counts_.size(); ++i) {
          if ((spans >> i & 1U) != 0) counts_[i].see(value, found);
        }
      });
    }
  }

  Database& db_;
  FactList list_;
  WideConditions conditions_;
  WideValues values_;
  NumberOfId happening_of_;  // of facts that are not alone
  std::int64_t number_ = 0;
  std::array<ValueCounts, 2> counts_;
  std::array<std::vector<std::int64_t>, 2> shared_;  // happenings, with repetitions
  OfSpans all_{};
};

}  // namespace

bool is_wide(Database& database, FactList list, const Question& q) {
  const auto is_packed = [&](const std::string& type) {  // of events the type alone, no mode and no code
    return list != FactList::events || type.find_first_of("abcdefghijklmnopqrstuvwxyz0123456789") == std::string::npos;
  };
  const bool tells = !q.between && q.issues.empty() && q.topics.empty() && q.places.empty() &&
                     q.place_countries.empty() && q.sources.empty() && q.min_reports < 2 && q.below_reports == 0 &&
                     std::all_of(q.types.begin(), q.types.end(), is_packed);
  return tells && asks_for_many(database, list, q);
}

WideTally tally_wide(Database& database, FactList list, By by, const Question& question, std::int64_t most) {
  WideCount count(database, list, by, std::span(&question, 1));
  count.run();
  return count.tally(most, [](const OfSpans& facts) { return facts[0]; });
}

WideTally compare_wide(Database& database, FactList list, By by, const Question& before, const Question& after,
                       std::int64_t most) {
  const std::array questions = {before, after};
  WideCount count(database, list, by, questions);
  count.run();
  return count.tally(most, [](const OfSpans& facts) { return std::abs(facts[1] - facts[0]); });
}

}  // namespace dragoman
