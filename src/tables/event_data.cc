#include "tables/event_data.h"

#include "output/event_rows.h"
#include "output/plain.h"

#include <algorithm>
#include <cstdint>
#include <numeric>

#include <fmt/format.h>

namespace dragoman {

namespace {

constexpr std::string_view kPolecat =
    "Event ID\tEvent Date\tEvent Type\tEvent Mode\tIntensity\tQuad Code\tContexts\tActor Name\tActor Country\tActor "
    "COW\tPrimary Actor Sector\tActor Sectors\tActor Title\tActor Name Raw\tWikipedia Actor ID\tRecipient "
    "Name\tRecipient Country\tRecipient COW\tPrimary Recipient Sector\tRecipient Sectors\tRecipient Title\tRecipient "
    "Name Raw\tWikipedia Recipient ID\tPlacename\tCity\tDistrict\tProvince\tCountry\tLatitude\tLongitude\tGeoNames "
    "ID\tRaw Placename\tFeature Type\tSource\tPublication Date\tStory People\tStory Organizations\tStory "
    "Locations\tLanguage\tVersion\n";
constexpr std::string_view kIcews =
    "Event ID\tEvent Date\tSource Name\tSource Sectors\tSource Country\tEvent Text\tCAMEO Code\tIntensity\tTarget "
    "Name\tTarget Sectors\tTarget Country\tStory ID\tSentence Number\tPublisher\tCity\tDistrict\tProvince\tCountry\t"
    "Latitude\tLongitude\n";
constexpr std::string_view kQuads[] = {"VERBAL COOPERATION", "MATERIAL COOPERATION", "VERBAL CONFLICT",
                                       "MATERIAL CONFLICT"};

bool has_happened(EventStatus status) {
  switch (status) {
    case EventStatus::happened:
    case EventStatus::ongoing:
    case EventStatus::planned:
    case EventStatus::reported:
      return true;
    case EventStatus::requested:
    case EventStatus::hoped:
    case EventStatus::conditional:
    case EventStatus::denied:
      break;
  }
  return false;
}

void add_to(std::string& list, std::string_view one) {
  if (one.empty()) return;
  if (!list.empty()) list += "; ";
  list += one;
}

/// Where an event took place, level by level.
struct Setting {
  std::string_view name, city, district, province, country, feature;
  std::string raw, lat, lon, geonames_id;
};

class Row {
 public:
  Row(std::string& out, std::string_view absent) : out_(out), absent_(absent) {}
  void cell(std::string_view value) {
    if (!first_) out_.push_back('\t');
    first_ = false;
    std::string plain = plain_line(value);
    std::replace(plain.begin(), plain.end(), '"', '\'');  // where many programs think that a value in quotes begins
    out_ += plain.empty() ? absent_ : std::string_view(plain);
  }
  void end() { out_.push_back('\n'); }

 private:
  std::string& out_;
  std::string_view absent_;
  bool first_ = true;
};

/// The rows of one document.
class Report {
 public:
  Report(const Record& record, const Generator& generator, const Text& text, const TableWords& words,
         const Gazetteer* gazetteer, const PlaceRows& rows)
      : record_(record),
        generator_(generator),
        text_(text),
        words_(words),
        gazetteer_(gazetteer),
        rows_(rows),
        digits_(document_digits(record)) {
    for (const Entity& e : record.entities) {
      if (e.anonymous) continue;
      if (e.type == EntityType::person) add_to(people_, plain_line(e.name));
      if (e.type == EntityType::organisation || e.type == EntityType::media) add_to(bodies_, plain_line(e.name));
    }
    for (const Place& p : record.places) add_to(places_, plain_line(p.name));
  }

  void polecat(std::string& out, Index number) const {
    const Event& e = record_.events[number];
    const EventCodes codes = event_codes(e);
    const std::string day = day_of(e);
    const Setting where = setting(e.place);
    std::string contexts;
    for (const std::string& c : e.contexts) add_to(contexts, c);
    int pair_number = 0;
    for (const EventPair& pair : event_pairs(e)) {
      Row row(out, "None");
      row.cell(row_id(number, ++pair_number));
      row.cell(day);
      row.cell(codes.type);
      row.cell(codes.mode);
      row.cell(fmt::format("{:.1f}", codes.score));
      row.cell(codes.quad >= 1 && codes.quad <= 4 ? kQuads[codes.quad - 1] : "");
      row.cell(contexts);
      polecat_side(row, pair.actor, day);
      polecat_side(row, pair.recipient, day);
      for (const std::string_view cell : {where.name, where.city, where.district, where.province, where.country})
        row.cell(cell);
      for (const std::string* cell : {&where.lat, &where.lon, &where.geonames_id, &where.raw}) row.cell(*cell);
      row.cell(where.feature);
      row.cell(record_.document.agency);
      row.cell(record_.document.published.value);
      row.cell(people_);
      row.cell(bodies_);
      row.cell(places_);
      row.cell(record_.document.language);
      row.cell(generator_.version);
      row.end();
    }
  }

  void icews(std::string& out, Index number) const {
    const Event& e = record_.events[number];
    const EventCodes codes = event_codes(e);
    const Setting where = setting(e.place);
    int pair_number = 0;
    for (const EventPair& pair : event_pairs(e)) {
      Row row(out, "");
      row.cell(std::to_string(number_of(row_id(number, ++pair_number))));
      row.cell(day_of(e));
      icews_side(row, pair.actor);
      row.cell(words_.cameo(codes.cameo));
      row.cell(codes.cameo);
      row.cell(fmt::format("{:.1f}", codes.goldstein));
      icews_side(row, pair.recipient);
      row.cell(std::to_string(number_of(digits_)));
      row.cell(std::to_string(e.evidence.sentence + 1));
      row.cell(record_.document.agency);
      row.cell(where.city);
      row.cell(where.district);
      row.cell(where.province);
      row.cell(words_.country(where.country));
      row.cell(where.lat);
      row.cell(where.lon);
      row.end();
    }
  }

 private:
  std::string day_of(const Event& e) const {
    const auto days = e.date ? days_of(e.date->value) : std::nullopt;
    return days ? day_text(days->first) : record_.document.published.value;
  }

  /// "0fbd735646a5-v3-2": the second pair of the third event of a document.
  std::string row_id(Index number, int pair) const { return fmt::format("{}-v{}-{}", digits_, number + 1, pair); }

  /// A number below 2^53 for an id (FNV-1a), for programs that take ids for numbers.
  static std::uint64_t number_of(std::string_view id) {
    std::uint64_t hash = 14695981039346656037U;
    for (const char c : id) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211U;
    return hash >> 11U;
  }

  std::string words_of(Span span) const {
    return std::string(text_.view(text_.byte(span.begin), text_.byte(span.end)));
  }

  void polecat_side(Row& row, const std::optional<Index>& who, std::string_view day) const {
    static const Entity kNobody;
    const Entity& e = who ? record_.entities[*who] : kNobody;
    std::string sectors, titles;
    for (const Role& role : e.roles) {
      if (sectors.find(role.sector) == std::string::npos) add_to(sectors, role.sector);
      add_to(titles, role.title);
    }
    const std::string sector = sector_of(e);
    row.cell(e.name);
    row.cell(e.country);
    row.cell(words_.cow(e.country, day));
    row.cell(sector);
    row.cell(sectors.empty() ? sector : sectors);
    row.cell(titles);
    row.cell(e.mentions.empty() ? "" : words_of(e.mentions.front().span));
    row.cell("");  // Wikipedia is not asked
  }

  void icews_side(Row& row, const std::optional<Index>& who) const {
    static const Entity kNobody;
    const Entity& e = who ? record_.entities[*who] : kNobody;
    row.cell(e.name);
    row.cell(words_.sector(sector_of(e)));
    row.cell(words_.country(e.country));
  }

  Setting setting(const std::optional<Index>& place) const {
    Setting out;
    if (!place) return out;
    const Place& p = record_.places[*place];
    out.name = p.name;
    out.country = p.country;
    if (!p.mentions.empty()) out.raw = words_of(p.mentions.front());
    if (p.lat) out.lat = fmt::format("{}", *p.lat);
    if (p.lon) out.lon = fmt::format("{}", *p.lon);
    if (p.geonames_id) out.geonames_id = std::to_string(*p.geonames_id);
    const auto number = static_cast<std::uint32_t>(p.geonames_id.value_or(0));
    const auto row = std::lower_bound(rows_.begin(), rows_.end(), std::pair{number, std::uint32_t{0}});
    if (!p.geonames_id || row == rows_.end() || row->first != number) {
      if (words_.country(p.country) == p.name) out.feature = "PCLI";
      return out;
    }
    const auto around = [&](PlaceKind kind) {
      const std::uint32_t at = gazetteer_->around(row->second, kind);
      return at == Gazetteer::kNone ? std::string_view() : gazetteer_->place(at).name;
    };
    out.district = around(PlaceKind::county);
    out.province = around(PlaceKind::state);
    switch (gazetteer_->place(row->second).kind) {
      case PlaceKind::town:
        out.city = p.name;
        out.feature = "PPL";
        break;
      case PlaceKind::county:
        out.district = p.name;
        out.feature = "ADM2";
        break;
      case PlaceKind::state:
        out.province = p.name;
        out.feature = "ADM1";
        break;
      case PlaceKind::other:
        break;
    }
    return out;
  }

  const Record& record_;
  const Generator& generator_;
  const Text& text_;
  const TableWords& words_;
  const Gazetteer* gazetteer_;
  const PlaceRows& rows_;
  std::string digits_, people_, bodies_, places_;
};

}  // namespace

EventData::EventData(EventLayout layout, const TableWords& words, const Gazetteer* gazetteer)
    : layout_(layout), words_(words), gazetteer_(gazetteer) {
  if (gazetteer == nullptr) return;
  const auto count = static_cast<std::uint32_t>(gazetteer->place_count());
  rows_.reserve(count);
  for (std::uint32_t row = 0; row < count; ++row) rows_.emplace_back(gazetteer->place(row).geonames_id, row);
  std::sort(rows_.begin(), rows_.end());
}

std::string EventData::header() const {
  return std::string(layout_ == EventLayout::polecat ? kPolecat : kIcews);
}

std::size_t EventData::append(std::string& out, const Record& record, const Generator& generator, const Text& text,
                              bool all_statuses) const {
  std::vector<Index> events(record.events.size());
  std::iota(events.begin(), events.end(), Index{0});
  return append(out, record, generator, text, all_statuses, events);
}

std::size_t EventData::append(std::string& out, const Record& record, const Generator& generator, const Text& text,
                              bool all_statuses, const std::vector<Index>& events) const {
  const Report report(record, generator, text, words_, gazetteer_, rows_);
  std::size_t left_out = 0;
  for (const Index i : events) {
    if (!all_statuses && !has_happened(record.events[i].status)) {
      ++left_out;
    } else if (layout_ == EventLayout::polecat) {
      report.polecat(out, i);
    } else {
      report.icews(out, i);
    }
  }
  return left_out;
}

}  // namespace dragoman
