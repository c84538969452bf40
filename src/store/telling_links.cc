#include "store/telling_links.h"

#include "store/compiled_fields.h"
#include "store/telling_words.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <vector>

#include <fmt/format.h>

namespace dragoman {

namespace {

constexpr double kManyWords = 8, kManyBesideNames = 3;  // sums of weights beyond which more says no more
constexpr double kTenDays = 10, kManyRare = 4;
constexpr std::int32_t kDaysOfAMonth = 31;
constexpr double kRare = .8;  // weight of a word

constexpr std::array<std::string_view, kLinkClues> kNames = {
    "always",
    "words alike",
    "words contained",
    "words shared",
    "words beside names",
    "clause words",
    "rare words",
    "same lemma",
    "same actors",
    "actors of one country",
    "actors differ",
    "actors unnamed",
    "actors beside",
    "nobody acts",
    "actors in one",
    "same recipients",
    "recipients of one country",
    "recipients differ",
    "recipients unnamed",
    "actor named",
    "recipient named",
    "days between",
    "neither dated",
    "both dated",
    "planned and done",
    "both open",
    "same mode",
    "same issue",
    "number in common",
    "place differs",
    "same place",
    "same day and parties",
};

struct ListModel {
  std::array<double, kLinkClues> weights{};
  double threshold = std::numeric_limits<double>::infinity();  // without weights nothing is linked
  double least_words = 0;
};

struct Models {
  ListModel events;  // and meetings, which are compared as events are
  ListModel statements;
};

double number(std::string_view text) {
  double value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

const Models& models() {
  static const Models kModels = [] {
    Models models;
    std::string_view clue, of;
    each_field(link_weights_text(), [&](std::string_view key, std::string_view value) {
      if (key == "list" || key == "of") of = value;
      ListModel& model = of == to_string(TellingList::statements) ? models.statements : models.events;
      if (key == "threshold") model.threshold = number(value);
      if (key == "least") model.least_words = number(value);
      if (key == "clue") clue = value;
      if (key != "weight") return;
      const auto* found = std::find(kNames.begin(), kNames.end(), clue);
      if (found != kNames.end()) model.weights[static_cast<std::size_t>(found - kNames.begin())] = number(value);
    });
    return models;
  }();
  return kModels;
}

const ListModel& model_of(TellingList list) {
  return list == TellingList::statements ? models().statements : models().events;
}

// ---- who takes part

enum class Agreement : std::uint8_t { unknown, same, one_country, unnamed, differ };

bool is_named(const TellingParty& party) {
  return party.kind != TellingParty::Kind::unnamed;
}

/// True where all countries of those who take part are known on both sides, and none is on both.
bool countries_differ(const std::vector<TellingParty>& a, const std::vector<TellingParty>& b) {
  const auto known = [](const TellingParty& party) { return party.country != 0; };
  if (!std::all_of(a.begin(), a.end(), known) || !std::all_of(b.begin(), b.end(), known)) return false;
  return std::none_of(a.begin(), a.end(), [&](const TellingParty& x) {
    return std::any_of(b.begin(), b.end(), [&](const TellingParty& y) { return x.country == y.country; });
  });
}

/// True where both may be one by their names, countries and first names.
bool may_be_one(const TellingParty& x, const TellingParty& y) {
  const auto agrees = [](std::uint16_t a, std::uint16_t b) { return a == 0 || b == 0 || a == b; };
  return x.name == y.name && agrees(x.country, y.country) && agrees(x.given, y.given);
}

/// True where each has somebody by name whom the other has not.
bool each_has_another(const std::vector<TellingParty>& a, const std::vector<TellingParty>& b) {
  const auto has_another = [](const std::vector<TellingParty>& of, const std::vector<TellingParty>& others) {
    return std::any_of(of.begin(), of.end(), [&](const TellingParty& x) {
      return is_named(x) &&
             std::none_of(others.begin(), others.end(), [&](const TellingParty& y) { return may_be_one(x, y); });
    });
  };
  return has_another(a, b) && has_another(b, a);
}

/// How those of one side of both tellings agree. A country is one with who acts for it.
Agreement agreement(const std::vector<TellingParty>& a, const std::vector<TellingParty>& b) {
  if (a.empty() || b.empty()) return Agreement::unknown;
  bool country = false;
  for (const TellingParty& x : a) {
    for (const TellingParty& y : b) {
      if (is_named(x) && is_named(y) && may_be_one(x, y)) return Agreement::same;
      const bool is_country = x.kind == TellingParty::Kind::country || y.kind == TellingParty::Kind::country;
      country |= is_country && x.country != 0 && x.country == y.country;
    }
  }
  if (country) return Agreement::one_country;
  if (countries_differ(a, b)) return Agreement::differ;
  const bool both = std::any_of(a.begin(), a.end(), is_named) && std::any_of(b.begin(), b.end(), is_named);
  return both ? Agreement::differ : Agreement::unnamed;
}

/// All are people and bodies by name, and the same on both sides.
bool are_same_by_name(const std::vector<TellingParty>& a, const std::vector<TellingParty>& b) {
  const auto are_of = [](const std::vector<TellingParty>& some, const std::vector<TellingParty>& others) {
    return std::all_of(some.begin(), some.end(), [&](const TellingParty& x) {
      return x.kind == TellingParty::Kind::named &&
             std::any_of(others.begin(), others.end(), [&](const TellingParty& y) { return may_be_one(x, y); });
    });
  };
  return are_of(a, b) && are_of(b, a);
}

bool are_countries(const std::vector<TellingParty>& parties) {
  return !parties.empty() && std::all_of(parties.begin(), parties.end(), [](const TellingParty& party) {
    return party.kind == TellingParty::Kind::country;
  });
}

/// True where a country of `a` is none of `b`.
bool has_another_country(const std::vector<TellingParty>& a, const std::vector<TellingParty>& b) {
  return std::any_of(a.begin(), a.end(), [&](const TellingParty& x) {
    return std::none_of(b.begin(), b.end(), [&](const TellingParty& y) { return x.name == y.name; });
  });
}

/// Countries do it in both tellings, and not the same ones, or to others: each side has one that the other has not.
bool countries_exclude(const Telling& a, const Telling& b) {
  if (!are_countries(a.actors) || !are_countries(b.actors)) return false;
  if (has_another_country(a.actors, b.actors) && has_another_country(b.actors, a.actors)) return true;
  return are_countries(a.recipients) && are_countries(b.recipients) &&
         agreement(a.recipients, b.recipients) != Agreement::same;
}

/// Nobody acts, and it is done to people by name who are others in each: two arrests.
bool victims_exclude(const Telling& a, const Telling& b) {
  const auto is_person = [](const TellingParty& party) { return is_named(party) && party.given != 0; };
  const auto are_people = [&](const std::vector<TellingParty>& parties) {
    return !parties.empty() && std::all_of(parties.begin(), parties.end(), is_person);
  };
  return a.actors.empty() && b.actors.empty() && are_people(a.recipients) && are_people(b.recipients) &&
         agreement(a.recipients, b.recipients) != Agreement::same;
}

bool names_one(const Telling& telling, const std::vector<TellingParty>& parties) {
  return std::any_of(parties.begin(), parties.end(), [&](const TellingParty& party) {
    return party.kind == TellingParty::Kind::named &&
           std::any_of(telling.words.begin(), telling.words.end(),
                       [&](const TellingWord& word) { return word.stem == party.word; });
  });
}

// ---- words

struct Sums {
  double squares_a = 0, squares_b = 0, squares_both = 0;
  double shared = 0, beside_names = 0, clause = 0, rare = 0;
  bool number = false;
};

Sums word_sums(const Telling& a, const Telling& b) {
  Sums sums;
  for (const TellingWord& word : a.words) sums.squares_a += word.weight * word.weight;
  for (const TellingWord& word : b.words) sums.squares_b += word.weight * word.weight;
  auto x = a.words.begin(), y = b.words.begin();
  while (x != a.words.end() && y != b.words.end()) {
    if (x->stem != y->stem) {
      x->stem < y->stem ? ++x : ++y;
      continue;
    }
    const double weight = std::max(x->weight, y->weight);
    sums.squares_both += x->weight * y->weight;
    sums.shared += weight;
    if (!x->of_a_name && !y->of_a_name) {
      sums.beside_names += weight;
      if (x->in_clause && y->in_clause) sums.clause += weight;
      if (std::min(x->weight, y->weight) >= kRare) sums.rare += 1;
    }
    sums.number |= x->is_number && y->is_number;
    ++x;
    ++y;
  }
  return sums;
}

// ---- days

bool days_agree(const Telling& a, const Telling& b) {
  const auto day_a = a.day(), day_b = b.day();
  if (!day_a || !day_b || std::abs(*day_a - *day_b) > kMostDaysBetween) return false;
  if (a.dated && b.dated) {
    // "Last week" is also said of a day of this one.
    constexpr std::int32_t kDay = 1, kOfAWeek = 3;
    const auto is_day = [](const Telling& t) { return t.dated->first == t.dated->second; };
    const std::int32_t slack = is_day(a) && is_day(b) ? kDay : kOfAWeek;
    return a.dated->first <= b.dated->second + slack && b.dated->first <= a.dated->second + slack;
  }
  // What has happened by the day of a report is no later than that.
  const auto later = [](const Telling& dated, const Telling& other) {
    return dated.dated && !other.dated && other.status == Telling::Status::done && other.published &&
           dated.dated->first > *other.published;
  };
  return !later(a, b) && !later(b, a);
}

/// What is still to come: planned, asked for, hoped for or under a condition.
bool is_open(Telling::Status status) {
  return status != Telling::Status::done && status != Telling::Status::denied;
}

/// Whether one event can have both statuses: what one report calls planned, a later one calls done; and what one calls
/// a plan, another may call a hope.
bool status_agrees(const Telling& a, const Telling& b) {
  using Status = Telling::Status;
  const auto changes = [](Status s) { return s == Status::done || s == Status::planned; };
  return a.status == b.status || (changes(a.status) && changes(b.status)) || (is_open(a.status) && is_open(b.status));
}

}  // namespace

std::string_view to_string(LinkClue clue) {
  return kNames[static_cast<std::size_t>(clue)];
}

std::optional<LinkClues> link_clues(const Telling& a, const Telling& b) {
  if (a.type != b.type || !status_agrees(a, b) || !days_agree(a, b) || countries_exclude(a, b) || victims_exclude(a, b))
    return std::nullopt;
  LinkClues clues{};
  const auto set = [&](LinkClue clue, double value) { clues[static_cast<std::size_t>(clue)] = value; };
  set(LinkClue::always, 1);
  const Sums words = word_sums(a, b);
  if (words.squares_both > 0) {
    set(LinkClue::words_alike, words.squares_both / std::sqrt(words.squares_a * words.squares_b));
    set(LinkClue::words_contained, std::min(1.0, words.squares_both / std::min(words.squares_a, words.squares_b)));
  }
  set(LinkClue::words_shared, std::min(1.0, words.shared / kManyWords));
  set(LinkClue::words_beside_names, std::min(1.0, words.beside_names / kManyBesideNames));
  set(LinkClue::clause_words, std::min(1.0, words.clause / kManyBesideNames));
  set(LinkClue::rare_words, std::min(1.0, words.rare / kManyRare));
  set(LinkClue::number_in_common, words.number ? 1 : 0);
  set(LinkClue::same_lemma, a.lemma == b.lemma ? 1 : 0);
  set(LinkClue::same_mode, a.mode != 0 && a.mode == b.mode ? 1 : 0);
  const bool both_open = is_open(a.status) && is_open(b.status);
  set(LinkClue::planned_and_done, a.status != b.status && !both_open ? 1 : 0);
  set(LinkClue::both_open, a.status != b.status && both_open ? 1 : 0);

  const Agreement actors = agreement(a.actors, b.actors), recipients = agreement(a.recipients, b.recipients);
  set(LinkClue::same_actors, actors == Agreement::same ? 1 : 0);
  set(LinkClue::actors_of_one_country, actors == Agreement::one_country ? 1 : 0);
  set(LinkClue::actors_differ, actors == Agreement::differ ? 1 : 0);
  set(LinkClue::actors_unnamed, actors == Agreement::unnamed ? 1 : 0);
  set(LinkClue::actors_beside, each_has_another(a.actors, b.actors) ? 1 : 0);
  set(LinkClue::nobody_acts, a.actors.empty() && b.actors.empty() ? 1 : 0);
  set(LinkClue::actors_in_one, a.actors.empty() != b.actors.empty() ? 1 : 0);
  set(LinkClue::same_recipients, recipients == Agreement::same ? 1 : 0);
  set(LinkClue::recipients_of_one_country, recipients == Agreement::one_country ? 1 : 0);
  set(LinkClue::recipients_differ, recipients == Agreement::differ ? 1 : 0);
  set(LinkClue::recipients_unnamed, recipients == Agreement::unnamed ? 1 : 0);
  const auto is_unsaid = [](Agreement x) {
    return x == Agreement::unknown || x == Agreement::unnamed || x == Agreement::differ;
  };
  set(LinkClue::actor_named, is_unsaid(actors) && (names_one(a, b.actors) || names_one(b, a.actors)) ? 1 : 0);
  set(LinkClue::recipient_named,
      is_unsaid(recipients) && (names_one(a, b.recipients) || names_one(b, a.recipients)) ? 1 : 0);

  // A year or a season is no day.
  const auto is_dated = [](const Telling& t) { return t.dated && t.dated->second - t.dated->first <= kDaysOfAMonth; };
  const bool both_dated = is_dated(a) && is_dated(b);
  if (!both_dated) set(LinkClue::days_between, static_cast<double>(std::abs(*a.day() - *b.day())) / kTenDays);
  set(LinkClue::neither_dated, !is_dated(a) && !is_dated(b) ? 1 : 0);
  set(LinkClue::both_dated, both_dated ? 1 : 0);
  const bool issue = std::any_of(a.issue.begin(), a.issue.end(), [&](std::uint32_t word) {
    return std::binary_search(b.issue.begin(), b.issue.end(), word);
  });
  set(LinkClue::same_issue, issue ? 1 : 0);
  const bool places = a.place != 0 && b.place != 0 && a.place != b.place;
  const bool countries = a.place_country != 0 && b.place_country != 0 && a.place_country != b.place_country;
  set(LinkClue::same_place, a.place != 0 && a.place == b.place ? 1 : 0);
  const bool one_day = both_dated && a.dated == b.dated && a.dated->first == a.dated->second;
  const bool parties = a.actors.size() + a.recipients.size() > 1 && b.actors.size() + b.recipients.size() > 1 &&
                       are_same_by_name(a.actors, b.actors) && are_same_by_name(a.recipients, b.recipients);
  set(LinkClue::same_day_and_parties, one_day && parties ? 1 : 0);
  set(LinkClue::place_differs, places && countries ? 1 : 0);
  return clues;
}

double link_score(const LinkClues& clues, TellingList list) {
  const ListModel& model = model_of(list);
  double score = 0;
  for (std::size_t i = 0; i < kLinkClues; ++i) score += clues[i] * model.weights[i];
  constexpr double kPlaces = 10'000;
  return std::round(score * kPlaces) / kPlaces;
}

double link_threshold(TellingList list) {
  return model_of(list).threshold;
}

bool words_agree(const LinkClues& clues, TellingList list) {
  const auto of = [&](LinkClue clue) { return clues[static_cast<std::size_t>(clue)]; };
  if (of(LinkClue::same_day_and_parties) > 0) return true;
  // Two tellings with one day that both texts tell need less agreement in words.
  const double least = model_of(list).least_words / (of(LinkClue::both_dated) > 0 ? 2 : 1);
  return of(LinkClue::words_beside_names) * kManyBesideNames >= least;
}

std::string link_parts(const LinkClues& clues, TellingList list) {
  const ListModel& model = model_of(list);
  std::vector<std::pair<double, std::size_t>> parts;
  for (std::size_t i = 0; i < kLinkClues; ++i) {
    const double part = clues[i] * model.weights[i];
    if (std::abs(part) >= .005) parts.emplace_back(-part, i);
  }
  std::sort(parts.begin(), parts.end());
  std::string out;
  for (const auto& [part, clue] : parts)
    out += fmt::format("{}{} {:.2f}", out.empty() ? "" : ", ", kNames[clue], -part);
  return out;
}

}  // namespace dragoman
