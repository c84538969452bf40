#include "dossier/reading.h"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

namespace dragoman {

namespace {

/// The confidence of every fact, list by list, found in a record's JSON without reading the rest of it: keys stand in
/// no string, since quotation marks are escaped there.
std::array<std::vector<float>, 5> confidences_in(std::string_view json) {
  constexpr std::string_view kConfidence = "\"confidence\":";
  std::array<std::vector<float>, 5> out;
  std::vector<float>* list = nullptr;
  for (std::size_t at = json.find('"'); at != std::string_view::npos; at = json.find('"', at + 1)) {
    const std::string_view here = json.substr(at);
    if (list != nullptr && here.starts_with(kConfidence)) {
      std::string_view digits = here.substr(kConfidence.size(), 24);
      digits.remove_prefix(std::min(digits.find_first_not_of(' '), digits.size()));
      float value = 1;
      std::from_chars(digits.data(), digits.data() + digits.size(), value);
      list->push_back(value);
      continue;
    }
    for (const FactList one : kFactLists) {
      const std::string_view name = table_of(one);
      if (!here.substr(1).starts_with(name) || !here.substr(1 + name.size()).starts_with("\":")) continue;
      list = &out[static_cast<std::size_t>(one)];
      break;
    }
  }
  return out;
}

}  // namespace

const Reading::Confidences& Reading::confidences(std::int64_t document) {
  constexpr std::size_t kMost = 20'000;
  const auto found = confidences_.find(document);
  if (found != confidences_.end()) return found->second;
  if (confidences_.size() >= kMost) confidences_.clear();
  Confidences& kept = confidences_[document];
  if (const auto json = store_->record_json(document)) kept = confidences_in(*json);
  return kept;
}

double Reading::confidence(FactList list, std::int64_t document, int number) {
  const std::vector<float>& all = confidences(document)[static_cast<std::size_t>(list)];
  return number >= 1 && number <= static_cast<int>(all.size()) ? all[static_cast<std::size_t>(number - 1)] : 1;
}

double Reading::confidence(FactList list, std::int64_t fact) {
  Query& query = db().cached(fmt::format("SELECT document, number FROM {} WHERE id = ?", table_of(list)));
  query.bind(1, fact);
  std::int64_t document = 0, number = 0;
  query.first([&](const Query& row) {
    document = row.integer(0);
    number = row.integer(1);
  });
  return confidence(list, document, static_cast<int>(number));
}

std::optional<Line> Reading::line(FactList list, std::int64_t id) {
  auto fact = load_fact(db(), list, id);
  if (!fact) return std::nullopt;
  return line(std::move(*fact));
}

Line Reading::line(Fact fact) {
  Line line;
  line.fact = std::move(fact);
  const FactList list = line.fact.list;
  const std::int64_t id = line.fact.id;
  Query& number = db().cached(fmt::format("SELECT number FROM {} WHERE id = ?", table_of(list)));
  number.bind(1, id);
  number.first([&](const Query& row) { line.number = static_cast<int>(row.integer(0)); });
  Query& parts = db().cached(
      "SELECT p.role, a.key, a.name, a.type, n.country, (SELECT r.title FROM roles r WHERE r.entity = n.id LIMIT 1) "
      "FROM "
      "parts p JOIN actors a ON a.id = p.actor JOIN entities n ON n.id = p.entity WHERE p.list = ? AND p.fact = ? "
      "ORDER "
      "BY p.role, p.number LIMIT 200");
  parts.bind(1, table_of(list));
  parts.bind(2, id);
  while (parts.step()) {
    line.roles[std::string(parts.text(0))].push_back({std::string(parts.text(1)), std::string(parts.text(2)),
                                                      std::string(parts.text(3)), std::string(parts.text(4)),
                                                      std::string(parts.text(5))});
  }
  line.confidence = confidence(list, line.fact.document, line.number);
  return line;
}

std::vector<Line> Reading::lines(FactList list, const std::vector<std::int64_t>& ids) {
  std::vector<Line> out;
  for (const std::int64_t id : ids) {
    if (auto one = line(list, id)) out.push_back(std::move(*one));
  }
  return out;
}

std::string Reading::name_of(std::string_view key) {
  Query& query = db().cached("SELECT name FROM actors WHERE key = ?");
  query.bind(1, key);
  std::string name;
  query.first([&](const Query& row) { name = row.text(0); });
  return name;
}

std::string Reading::country_name(std::string_view code) {
  const auto known = countries_.find(code);
  if (known != countries_.end()) return known->second;
  const std::string name = name_of("country " + std::string(code));
  return name.empty() ? std::string(code) : name;
}

void Reading::refresh() {
  std::int64_t version = 0;
  db().cached("PRAGMA data_version").first([&](const Query& row) { version = row.integer(0); });
  if (version != data_version_) confidences_.clear();
  data_version_ = version;
}

std::string document_key(std::string_view sha) {
  constexpr std::size_t kDigits = 16;
  return std::string(sha.substr(sha.find(':') + 1, kDigits));
}

std::string key_segment(std::string_view key) {
  std::string out(key);
  std::replace(out.begin(), out.end(), ' ', '_');
  return out;
}

std::string key_of(std::string_view segment) {
  std::string out(segment);
  std::replace(out.begin(), out.end(), '_', ' ');
  return out;
}

std::string happening_segment(std::int64_t happening) {
  return fmt::format("{:016x}", static_cast<std::uint64_t>(happening));
}

std::optional<std::int64_t> happening_of_segment(std::string_view segment) {
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(segment.data(), segment.data() + segment.size(), number, 16);
  if (segment.size() != 16 || error != std::errc() || end != segment.data() + segment.size()) return std::nullopt;
  return static_cast<std::int64_t>(number);
}

Address words_of(const Line& line) {
  return address({"document", document_key(line.fact.sha)}, {{"show", line.mark()}});
}

Address address_of(const Line& line) {
  switch (line.fact.list) {
    case FactList::events:
      return address({"event", happening_segment(line.fact.happening)});
    case FactList::meetings:
      return address({"meeting", happening_segment(line.fact.happening)});
    case FactList::agenda:
      return address({"agenda", happening_segment(line.fact.happening)});
    default:
      return words_of(line);
  }
}

Address address_of(const Bearer& bearer) {
  return address({"who", key_segment(bearer.key)});
}

}  // namespace dragoman
