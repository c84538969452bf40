// What `dragoman check` proves of a store.
#include "store/store.h"

#include <fmt/format.h>

namespace dragoman {

std::vector<std::string> Store::defects() {
  constexpr int kMost = 100;  // of each kind
  std::vector<std::string> found;
  const auto look = [&](const std::string& what, const std::string& sql) {
    auto query = database_->prepare(sql + fmt::format(" LIMIT {}", kMost));
    while (query.step()) {
      std::string row;
      for (int column = 0; column < query.columns(); ++column) {
        row += fmt::format("{}{} {}", column == 0 ? "" : ", ", query.column_name(column), query.text(column));
      }
      found.push_back(what + ": " + row);
    }
  };
  look("the file is damaged",
       "SELECT integrity_check AS finding FROM pragma_integrity_check WHERE integrity_check <> 'ok'");
  look("a reference leads nowhere", "SELECT \"table\", rowid, parent AS \"to\" FROM pragma_foreign_key_check");
  for (const char* table : {"events", "meetings", "statements", "positions", "agenda"}) {
    look(
        "evidence outside its text",
        fmt::format(
            "SELECT '{0}' AS list, f.id FROM {0} f JOIN documents d ON d.id = f.document WHERE f.begin < 0 OR f.end <= "
            "f.begin OR f.end > length(d.text)",
            table));
    look("a part in a fact that is none",
         fmt::format("SELECT list, fact FROM parts WHERE list = '{0}' AND fact NOT IN (SELECT id FROM {0})", table));
    look("a fact of a near copy",
         fmt::format(
             "SELECT '{0}' AS list, f.id FROM {0} f JOIN documents d ON d.id = f.document WHERE d.copy_of IS NOT NULL",
             table));
  }
  look("content that its document does not hold",
       "SELECT s.id AS statement FROM statements s JOIN documents d ON d.id = s.document WHERE instr(s.content, ' … ') "
       "= 0 AND instr(d.text, s.content) = 0");
  look("a mention outside its text",
       "SELECT e.id AS entity, e.name FROM entities e JOIN documents d ON d.id = e.document, json_each(e.mentions) m "
       "WHERE json_extract(m.value, '$[1]') > length(d.text) OR json_extract(m.value, '$[0]') >= json_extract(m.value, "
       "'$[1]')");
  look("an actor of whom no document speaks",
       "SELECT id AS actor, name FROM actors WHERE id NOT IN (SELECT actor FROM entities)");
  look("a copy of a copy",
       "SELECT c.uri FROM documents c JOIN documents o ON o.id = c.copy_of WHERE o.copy_of IS NOT NULL");
  if (database_->error()) found.push_back(database_->error()->to_string());
  // A read-only connection cannot run the index's own check; a search that must find something does.
  look("a text that the index does not know",
       "SELECT uri FROM documents d WHERE d.id NOT IN (SELECT rowid FROM documents_text)");
  return found;
}

}  // namespace dragoman
