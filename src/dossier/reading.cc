#include "dossier/reading.h"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

namespace dragoman::web {

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
      "SELECT p.role, a.key, a.name, a.type, p.country, (SELECT r.title FROM roles r WHERE r.entity = p.entity LIMIT "
      "1) "
      "FROM parts p JOIN actors x ON x.id = p.actor JOIN actors a ON a.id = coalesce(x.one, x.id) WHERE p.list = ? AND "
      "p.fact = ? ORDER BY p.role, p.number LIMIT 200");
  parts.bind(1, table_of(list));
  parts.bind(2, id);
  while (parts.step()) {
    line.roles[std::string(parts.text(0))].push_back({std::string(parts.text(1)), std::string(parts.text(2)),
                                                      std::string(parts.text(3)), std::string(parts.text(4)),
                                                      std::string(parts.text(5))});
  }
  line.confidence = line.fact.confidence.value_or(1);
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

}  // namespace dragoman::web
