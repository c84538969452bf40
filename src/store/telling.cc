#include "store/telling.h"

#include "record/names.h"
#include "store/keys.h"
#include "store/person_names.h"
#include "store/telling_words.h"
#include "text/days.h"
#include "who/names.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace dragoman {

namespace {

constexpr double kLevels = 31;          // of a word's weight, as it is kept
constexpr std::uint32_t kWindow = 200;  // code points of the sentence before and behind the word that carries it

std::uint32_t hash_of(std::string_view text) {
  if (text.empty()) return 0;
  std::uint32_t hash = 0x811C9DC5U;  // FNV-1a
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x01000193U;
  hash ^= hash >> 15U;
  return hash == 0 ? 1 : hash;
}

std::uint32_t stem_hash(std::string_view stem) {
  return hash_of(stem) & 0xFFFFFFU;
}

/// 0 of nothing alone.
std::uint16_t short_hash(std::string_view text) {
  const std::uint32_t hash = hash_of(text);
  return static_cast<std::uint16_t>(hash == 0 ? 0 : (hash & 0xFFFFU) | 1U);
}

std::int32_t day_number(std::chrono::sys_days day) {
  return static_cast<std::int32_t>(day.time_since_epoch().count());
}

Telling::Status status_of(EventStatus status) {
  switch (status) {
    case EventStatus::planned:
      return Telling::Status::planned;
    case EventStatus::requested:
      return Telling::Status::requested;
    case EventStatus::hoped:
      return Telling::Status::hoped;
    case EventStatus::conditional:
      return Telling::Status::conditional;
    case EventStatus::denied:
      return Telling::Status::denied;
    default:
      return Telling::Status::done;
  }
}

class Tellings {
 public:
  Tellings(const Record& record, const Text& text) : record_(record), text_(text) {
    if (const auto days = days_of(record.document.published.value)) published_ = day_number(days->first);
  }

  std::vector<Telling> events() {
    std::vector<Telling> out;
    for (const Event& e : record_.events) {
      Telling& t = out.emplace_back();
      t.type = hash_of(to_string(e.type));
      t.mode = hash_of(e.mode);
      t.lemma = hash_of(e.trigger.lemma);
      t.status = status_of(e.status);
      date(t, e.date);
      place(t, e.place);
      parties(t.actors, e.actors);
      parties(t.recipients, e.recipients);
      if (e.issue) issue(t, *e.issue);
      names_.clear();
      for (const auto* side : {&e.actors, &e.recipients}) name_words(*side);
      add_names(words_at(e.trigger.span));
      words(t, e.evidence, e.trigger.span);
    }
    return out;
  }

  std::vector<Telling> meetings() {
    std::vector<Telling> out;
    for (const Meeting& m : record_.meetings) {
      Telling& t = out.emplace_back();
      t.type = hash_of("meeting");
      t.mode = hash_of(m.level);
      if (m.status == MeetingStatus::planned) t.status = Telling::Status::planned;
      if (m.status == MeetingStatus::cancelled) t.status = Telling::Status::denied;
      date(t, m.date);
      place(t, m.place);
      parties(t.actors, m.participants);
      names_.clear();
      name_words(m.participants);
      words(t, m.evidence, m.evidence.span);
    }
    return out;
  }

  std::vector<Telling> statements() {
    std::vector<Telling> out;
    for (const Statement& s : record_.statements) {
      Telling& t = out.emplace_back();
      t.type = hash_of("statement");
      t.mode = hash_of(s.act);
      if (s.cue) t.lemma = hash_of(s.cue->lemma);
      t.status = status_of(s.status);
      date(t, s.date);
      place(t, s.place);
      parties(t.actors, s.speakers);
      parties(t.recipients, s.addressees);
      names_.clear();
      std::map<std::uint32_t, TellingWord> found;
      for (const Span span : s.content) add_words(found, span, true);
      for (const auto& [stem, word] : found) t.words.push_back(word);
    }
    return out;
  }

 private:
  std::string_view words_at(Span span) const { return text_.view(text_.byte(span.begin), text_.byte(span.end)); }

  void date(Telling& t, const std::optional<DateValue>& date) const {
    t.published = published_;
    if (!date || date->basis != DateBasis::text) return;
    if (const auto days = days_of(date->value)) t.dated = std::pair(day_number(days->first), day_number(days->last));
  }

  void place(Telling& t, const std::optional<Index>& place) const {
    if (!place) return;
    t.place = hash_of(search_form(record_.places[*place].name));
    t.place_country = short_hash(record_.places[*place].country);
  }

  void issue(Telling& t, Index issue) const {
    for (const StemmedWord& word : stemmed_words(record_.issues[issue].label)) t.issue.push_back(stem_hash(word.stem));
    std::sort(t.issue.begin(), t.issue.end());
    t.issue.erase(std::unique(t.issue.begin(), t.issue.end()), t.issue.end());
  }

  void parties(std::vector<TellingParty>& out, const std::vector<Index>& entities) const {
    for (const Index i : entities) {
      const Entity& e = record_.entities[i];
      TellingParty& party = out.emplace_back();
      party.country = short_hash(e.country);
      std::string name = search_form(e.name);
      if (e.type == EntityType::country) {
        party.kind = TellingParty::Kind::country;
        name = e.country.empty() ? name : e.country;
        if (e.country.empty()) party.country = short_hash(name);
      } else if (e.type == EntityType::person) {
        name = search_form(surname_of(e.name));
        party.given = short_hash(first_letter_class(person_name(e.name)));
      } else {
        name = body_family(e.name);
      }
      if (e.anonymous) party.kind = TellingParty::Kind::unnamed;
      party.name = hash_of(name);
      const std::size_t blank = name.rfind(' ');
      party.word = stem_hash(stem_of(blank == std::string::npos ? name : name.substr(blank + 1)));
    }
    const auto by_name = [](const TellingParty& a, const TellingParty& b) {
      return std::tie(a.name, a.kind, a.country, a.given) < std::tie(b.name, b.kind, b.country, b.given);
    };
    std::sort(out.begin(), out.end(), by_name);
  }

  void add_names(std::string_view words) {
    for (const StemmedWord& word : stemmed_words(words)) names_.insert(stem_hash(word.stem));
  }

  /// The words by which those who take part are called in the report.
  void name_words(const std::vector<Index>& entities) {
    for (const Index i : entities) {
      const Entity& e = record_.entities[i];
      add_names(e.name);
      if (e.type != EntityType::country) continue;
      for (const Mention& m : e.mentions) add_names(words_at(m.span));
    }
  }

  void add_words(std::map<std::uint32_t, TellingWord>& found, Span span, bool in_clause) const {
    for (const StemmedWord& word : stemmed_words(words_at(span))) {
      const std::uint32_t stem = stem_hash(word.stem);
      TellingWord& w = found[stem];
      w.stem = stem;
      w.weight = std::max(w.weight, std::round(word.weight * kLevels) / kLevels);
      w.in_clause |= in_clause;
      w.of_a_name = names_.contains(stem);
      w.is_number = word.is_number;
    }
  }

  /// Those of the sentence around the word that carries it, and of the evidence.
  void words(Telling& t, const Evidence& evidence, Span around) const {
    Span window = evidence.span;
    if (evidence.sentence < record_.sentences.size()) {
      const Span sentence = record_.sentences[evidence.sentence];
      window.begin = std::max(sentence.begin, around.begin - std::min(around.begin, kWindow));
      window.end = std::min(sentence.end, around.end + kWindow);
      if (window.end <= window.begin) window = evidence.span;
    }
    std::map<std::uint32_t, TellingWord> found;
    add_words(found, window, false);
    add_words(found, evidence.span, true);
    for (const auto& [stem, word] : found) t.words.push_back(word);
  }

  const Record& record_;
  const Text& text_;
  std::optional<std::int32_t> published_;
  std::set<std::uint32_t> names_;
};

// ---- bytes

class Bytes {
 public:
  template <class T>
  void put(T value) {
    auto bits = static_cast<std::uint64_t>(value);
    for (std::size_t i = 0; i < sizeof value; ++i, bits >>= 8U) out.push_back(static_cast<char>(bits & 0xFFU));
  }
  std::string out;
};

class Reading {
 public:
  explicit Reading(std::string_view bytes) : bytes_(bytes) {}
  template <class T>
  T get() {
    std::uint64_t bits = 0;
    if (bytes_.size() < sizeof(T)) {
      failed_ = true;
      return T{};
    }
    for (std::size_t i = 0; i < sizeof(T); ++i)
      bits |= static_cast<std::uint64_t>(static_cast<unsigned char>(bytes_[i])) << (8 * i);
    bytes_.remove_prefix(sizeof(T));
    return static_cast<T>(bits);
  }
  bool whole() const { return !failed_ && bytes_.empty(); }
  bool failed() const { return failed_; }
  std::size_t left() const { return bytes_.size(); }

 private:
  std::string_view bytes_;
  bool failed_ = false;
};

constexpr std::uint8_t kDated = 1, kPublished = 2;

}  // namespace

std::string_view to_string(TellingList list) {
  constexpr std::string_view kNames[] = {"events", "meetings", "statements"};
  return kNames[static_cast<std::size_t>(list)];
}

std::optional<std::int32_t> Telling::day() const {
  if (!dated) return published;
  return published ? std::clamp(*published, dated->first, dated->second) : dated->second;
}

std::vector<std::uint32_t> Telling::sought_by() const {
  constexpr std::size_t kMost = 10;
  std::vector<const TellingWord*> rarest;
  rarest.reserve(words.size());
  for (const TellingWord& word : words) rarest.push_back(&word);
  std::sort(rarest.begin(), rarest.end(), [](const TellingWord* a, const TellingWord* b) {
    return a->weight != b->weight ? a->weight > b->weight : a->stem < b->stem;
  });
  if (rarest.size() > kMost) rarest.resize(kMost);
  std::vector<std::uint32_t> out;
  out.reserve(rarest.size());
  for (const TellingWord* word : rarest) out.push_back(word->stem);
  return out;
}

std::vector<Telling> tellings_of(const Record& record, const Text& text, TellingList list) {
  Tellings tellings(record, text);
  switch (list) {
    case TellingList::events:
      return tellings.events();
    case TellingList::meetings:
      return tellings.meetings();
    default:
      return tellings.statements();
  }
}

std::string packed_telling(const Telling& t) {
  Bytes b;
  for (const std::uint32_t value : {t.type, t.mode, t.lemma, t.place}) b.put(value);
  b.put(t.place_country);
  b.put(static_cast<std::uint8_t>(t.status));
  b.put(static_cast<std::uint8_t>((t.dated ? kDated : 0U) | (t.published ? kPublished : 0U)));
  if (t.dated) {
    b.put(t.dated->first);
    b.put(t.dated->second);
  }
  if (t.published) b.put(*t.published);
  for (const auto* side : {&t.actors, &t.recipients}) {
    b.put(static_cast<std::uint16_t>(side->size()));
    for (const TellingParty& party : *side) {
      b.put(party.name);
      b.put(party.word);
      b.put(party.country);
      b.put(party.given);
      b.put(static_cast<std::uint8_t>(party.kind));
    }
  }
  b.put(static_cast<std::uint16_t>(t.issue.size()));
  for (const std::uint32_t word : t.issue) b.put(word);
  for (const TellingWord& word : t.words) {
    const auto level = static_cast<std::uint32_t>(std::lround(word.weight * kLevels));
    b.put(word.stem << 8U | level << 3U | std::uint32_t{word.in_clause} | std::uint32_t{word.of_a_name} << 1U |
          std::uint32_t{word.is_number} << 2U);
  }
  return b.out;
}

std::optional<Telling> unpacked_telling(std::string_view bytes) {
  Reading r(bytes);
  Telling t;
  for (std::uint32_t* value : {&t.type, &t.mode, &t.lemma, &t.place}) *value = r.get<std::uint32_t>();
  t.place_country = r.get<std::uint16_t>();
  t.status = static_cast<Telling::Status>(r.get<std::uint8_t>());
  const auto has = r.get<std::uint8_t>();
  if ((has & kDated) != 0) {
    const auto first = r.get<std::int32_t>();
    t.dated = std::pair(first, r.get<std::int32_t>());
  }
  if ((has & kPublished) != 0) t.published = r.get<std::int32_t>();
  for (auto* side : {&t.actors, &t.recipients}) {
    auto n = r.get<std::uint16_t>();
    for (side->reserve(n); n > 0 && !r.failed(); --n) {
      TellingParty& party = side->emplace_back();
      party.name = r.get<std::uint32_t>();
      party.word = r.get<std::uint32_t>();
      party.country = r.get<std::uint16_t>();
      party.given = r.get<std::uint16_t>();
      party.kind = static_cast<TellingParty::Kind>(r.get<std::uint8_t>());
    }
  }
  for (auto n = r.get<std::uint16_t>(); n > 0 && !r.failed(); --n) t.issue.push_back(r.get<std::uint32_t>());
  t.words.reserve(r.left() / sizeof(std::uint32_t));
  while (!r.failed() && !r.whole()) {
    const auto bits = r.get<std::uint32_t>();
    t.words.push_back({bits >> 8U, static_cast<double>(bits >> 3U & 0x1FU) / kLevels, (bits & 1U) != 0,
                       (bits & 2U) != 0, (bits & 4U) != 0});
  }
  if (!r.whole()) return std::nullopt;
  return t;
}

}  // namespace dragoman
