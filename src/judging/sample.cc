#include "judging/sample.h"

#include "store/database.h"

#include <algorithm>
#include <random>
#include <tuple>

#include <fmt/format.h>

namespace dragoman {

namespace {

/// A number that looks random and follows from seed and row.
std::uint64_t mixed(std::uint64_t seed, std::uint64_t row) {
  std::uint64_t x = seed * 0x9E3779B97F4A7C15U + row;  // SplitMix64
  x = (x ^ (x >> 30U)) * 0xBF58476D1CE4E5B9U;
  x = (x ^ (x >> 27U)) * 0x94D049BB133111EBU;
  return x ^ (x >> 31U);
}

std::string rows_of(std::string_view list) {
  if (list == "persons") {
    return "SELECT e.id, e.document, e.number, '', '' FROM entities e WHERE e.type = 'person' AND e.anonymous = 0";
  }
  const std::string_view type = list == "events"       ? "type"
                                : list == "meetings"   ? "coalesce(level, '')"
                                : list == "statements" ? "kind"
                                : list == "positions"  ? "stance"
                                                       : "''";
  return fmt::format("SELECT id, document, number, {}, coalesce(substr(first_day, 1, 7), '') FROM {}", type, list);
}

void draw(Database& database, const std::string& list, std::size_t wanted, std::uint64_t seed,
          std::vector<Drawn>& out) {
  using Row =
      std::tuple<std::string, std::string, std::uint64_t, std::int64_t, int>;  // type, month, chance, document, number
  std::vector<Row> rows;
  auto query = database.prepare(rows_of(list));
  while (query.step()) {
    rows.emplace_back(query.text(3), query.text(4), mixed(seed, static_cast<std::uint64_t>(query.integer(0))),
                      query.integer(1), static_cast<int>(query.integer(2)));
  }
  std::sort(rows.begin(), rows.end());
  wanted = std::min(wanted, rows.size());
  const double distance = wanted == 0 ? 0 : static_cast<double>(rows.size()) / static_cast<double>(wanted);
  constexpr double kParts = 4294967296.0;
  const double first = static_cast<double>(mixed(seed, 0) >> 32U) / kParts * distance;
  for (std::size_t i = 0; i < wanted; ++i) {
    const auto at = std::min(rows.size() - 1, static_cast<std::size_t>(first + static_cast<double>(i) * distance));
    const auto& [type, month, chance, document, number] = rows[at];
    out.push_back({list, document, number, month});
  }
}

}  // namespace

std::vector<Drawn> draw_sample(Database& database, const SampleOptions& options) {
  std::vector<std::string> lists = options.lists;
  if (lists.empty()) {
    for (const std::string_view list : judged_lists()) lists.emplace_back(list);
  }
  // What a short list does not fill goes to those that are longer.
  std::vector<std::pair<std::int64_t, std::string>> order;
  for (const std::string& list : lists) {
    std::int64_t rows = 0;
    database.prepare("SELECT count(*) FROM (" + rows_of(list) + ")").first([&](const Query& row) {
      rows = row.integer(0);
    });
    order.emplace_back(rows, list);
  }
  std::sort(order.begin(), order.end());
  std::vector<Drawn> out;
  std::int64_t left = options.size;
  for (std::size_t i = 0; i < order.size(); ++i) {
    const auto lists_left = static_cast<std::int64_t>(order.size() - i);
    const std::int64_t share = std::min(order[i].first, (left + lists_left - 1) / lists_left);
    draw(database, order[i].second, static_cast<std::size_t>(share), options.seed, out);
    left -= share;
  }
  std::vector<std::pair<std::uint64_t, std::size_t>> shuffled;
  for (std::size_t i = 0; i < out.size(); ++i) shuffled.emplace_back(mixed(options.seed + 1, i), i);
  std::sort(shuffled.begin(), shuffled.end());
  std::vector<Drawn> mixed_up;
  mixed_up.reserve(out.size());
  for (const auto& [chance, i] : shuffled) mixed_up.push_back(std::move(out[i]));
  return mixed_up;
}

namespace {

std::string key_of_sha(std::string_view sha) {
  constexpr std::size_t kDigits = 16;
  return std::string(sha.substr(sha.find(':') + 1, kDigits));
}

}  // namespace

std::optional<DrawnItem> load_item(Store& store, const Drawn& drawn) {
  DrawnItem out;
  std::string bytes;
  Query& query = store.database().cached("SELECT sha, title, uri, agency, published, text FROM documents WHERE id = ?");
  query.bind(1, drawn.document);
  query.first([&](const Query& row) {
    out.document = key_of_sha(row.text(0));
    out.title = row.text(1);
    out.uri = row.text(2);
    out.agency = row.text(3);
    out.published = row.text(4);
    bytes = row.text(5);
  });
  out.month = drawn.month;
  const auto record = store.record(drawn.document);
  const auto text = Text::from_utf8(std::move(bytes));
  if (!record || !text) return std::nullopt;
  for (JudgedItem& item : judged_items(*record, *text)) {
    if (item.list != drawn.list || static_cast<int>(item.number) != drawn.number) continue;
    out.item = std::move(item);
    return out;
  }
  return std::nullopt;
}

std::unordered_map<std::string, std::int64_t> documents_by_key(Database& database) {
  std::unordered_map<std::string, std::int64_t> out;
  auto query = database.prepare("SELECT id, sha FROM documents WHERE copy_of IS NULL");
  while (query.step()) out.emplace(key_of_sha(query.text(1)), query.integer(0));
  return out;
}

std::vector<std::string> keys_of_document(Store& store, std::int64_t document) {
  std::vector<std::string> out;
  Query& query = store.database().cached("SELECT text FROM documents WHERE id = ?");
  query.bind(1, document);
  std::string bytes;
  query.first([&](const Query& row) { bytes = row.text(0); });
  const auto record = store.record(document);
  const auto text = Text::from_utf8(std::move(bytes));
  if (!record || !text) return out;
  for (JudgedItem& item : judged_items(*record, *text)) out.push_back(std::move(item.key));
  return out;
}

}  // namespace dragoman
