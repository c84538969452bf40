#include "program/event_data_table.h"

#include "store/database.h"
#include "text/text.h"

#include <algorithm>

namespace dragoman {

Result<std::unique_ptr<EventDataTable>> EventDataTable::open(EventLayout layout, const FileChoice& files,
                                                             bool all_statuses) {
  const auto lexicon = find_lexicon(files);
  if (!lexicon) return lexicon.error();
  auto words = TableWords::load(*lexicon / "tables");
  if (!words) return words.error();
  std::unique_ptr<const Gazetteer> gazetteer;
  if (const auto path = find_gazetteer(files); !path.empty()) {
    auto opened = Gazetteer::open(path);
    if (!opened) return opened.error();
    gazetteer = std::move(*opened);
  }
  return std::unique_ptr<EventDataTable>(
      new EventDataTable(layout, std::move(*words), std::move(gazetteer), all_statuses));
}

Result<void> EventDataTable::append(std::string& out, Store& store, std::int64_t document,
                                    const std::optional<std::vector<std::int64_t>>& numbers) {
  Query& find = store.database().cached("SELECT text, generator FROM documents WHERE id = ?");
  find.bind(1, document);
  std::string bytes, read_by;
  const bool is_there = find.first([&](const Query& row) {
    bytes = row.text(0);
    read_by = row.text(1);
  });
  if (store.error()) return *store.error();
  if (!is_there) return {};
  const auto record = store.record(document);
  if (!record) return record.error();
  const auto text = Text::from_utf8(std::move(bytes));
  if (!text) return text.error();
  const Generator generator{read_by.substr(0, read_by.find(',')), "", ""};
  std::vector<Index> events;
  for (Index i = 0; i < record->events.size(); ++i) {
    if (!numbers || std::find(numbers->begin(), numbers->end(), i + 1) != numbers->end()) events.push_back(i);
  }
  left_out_ += data_.append(out, *record, generator, *text, all_statuses_, events);
  return {};
}

Result<void> EventDataTable::append(std::string& out, Store& store, const std::vector<Fact>& facts) {
  for (const Fact& fact : facts) {
    std::int64_t number = 0;
    Query& find = store.database().cached("SELECT number FROM events WHERE id = ?");
    find.bind(1, fact.id);
    find.first([&](const Query& row) { number = row.integer(0); });
    if (const auto added = append(out, store, fact.document, std::vector{number}); !added) return added;
  }
  return {};
}

}  // namespace dragoman
