#include "store/compaction.h"

#include "record/names.h"
#include "record/record_reader.h"
#include "store/digest.h"
#include "store/keys.h"
#include "store/packed.h"
#include "store/spans.h"
#include "store/writer.h"
#include "text/text.h"

#include <algorithm>
#include <optional>
#include <vector>

#include <fmt/format.h>

namespace dragoman {

namespace {

std::string packed_json_mentions(Database& db, std::string_view json) {
  Query& query = db.cached(
      "SELECT m.value ->> 0, m.value ->> 1, m.value ->> 2 FROM json_each(iif(json_valid(?1), ?1, '[]')) m ORDER BY "
      "m.key");
  query.bind(1, json);
  std::vector<Mention> mentions;
  while (query.step()) {
    Mention& m = mentions.emplace_back();
    m.span = {static_cast<std::uint32_t>(query.integer(0)), static_cast<std::uint32_t>(query.integer(1))};
    for (const MentionKind kind :
         {MentionKind::title, MentionKind::pronoun, MentionKind::metonym, MentionKind::possessive}) {
      if (to_string(kind) == query.text(2)) m.kind = kind;
    }
  }
  return packed_mentions(mentions);
}

void compact_mentions(Database& db) {
  Query& set = db.cached("UPDATE entities SET mentions = ? WHERE id = ?");
  Query entities = db.prepare("SELECT id, mentions FROM entities");
  while (entities.step()) {
    set.bind_blob(1, packed_json_mentions(db, entities.blob(1)));
    set.bind(2, entities.integer(0));
    set.run();
  }
}

/// Where the parts of a statement's words stand, sought one behind the other from where its evidence begins, else from
/// the beginning; nothing for what is not there.
std::vector<Span> found_spans(const Text& text, std::string_view content, std::uint32_t from) {
  constexpr std::string_view kBetween = " … ";
  const std::string_view all = text.view();
  std::vector<Span> spans;
  std::size_t at = text.byte(std::min(from, text.length()));
  while (true) {
    const std::size_t end = std::min(content.find(kBetween), content.size());
    const std::string_view words = content.substr(0, end);
    std::size_t found = all.find(words, at);
    if (found == std::string_view::npos) found = all.find(words);
    if (found != std::string_view::npos && !words.empty()) {
      at = found + words.size();
      spans.push_back(
          {text.code_point(static_cast<std::uint32_t>(found)), text.code_point(static_cast<std::uint32_t>(at))});
    }
    if (end == content.size()) return spans;
    content.remove_prefix(end + kBetween.size());
  }
}

void compact_contents(Database& db, std::int64_t document, const Text& text, const Record* record) {
  Query& find = db.cached("SELECT id, number, content, begin FROM statements WHERE document = ?");
  Query& set = db.cached("UPDATE statements SET content = ? WHERE id = ?");
  find.bind(1, document);
  while (find.step()) {
    const auto number = static_cast<std::size_t>(find.integer(1));
    const bool kept = record != nullptr && number >= 1 && number <= record->statements.size();
    set.bind_blob(1, packed_spans(kept ? record->statements[number - 1].content
                                       : found_spans(text, find.blob(2), static_cast<std::uint32_t>(find.integer(3)))));
    set.bind(2, find.integer(0));
    set.run();
  }
}

/// A document's record, and what was said in it.
void compact_document(Database& db, std::int64_t document) {
  std::string bytes;
  std::optional<std::string> json;
  Query& find =
      db.cached("SELECT d.text, r.json FROM documents d LEFT JOIN records r ON r.document = d.id WHERE d.id = ?");
  find.bind(1, document);
  find.first([&](const Query& row) {
    bytes = row.text(0);
    if (row.is_null(1)) return;
    if (auto kept = unpacked(row.blob(1), bytes)) json = std::move(*kept);
  });
  if (json) {
    Query& set = db.cached("UPDATE records SET json = ? WHERE document = ?");
    set.bind_blob(1, packed(*json, bytes));
    set.bind(2, document);
    set.run();
  }
  std::optional<Result<KeptRecord>> record;
  if (json) record = record_from_json(*json);
  const auto text = Text::from_utf8(std::move(bytes));
  if (text) compact_contents(db, document, *text, record && *record ? &(*record)->record : nullptr);
}

void compact_keys(Database& db) {
  Query& set = db.cached("UPDATE actors SET key = ? WHERE id = ?");
  Query actors = db.prepare("SELECT id, key, digest FROM actors WHERE key >= 'document ' AND key < 'document!'");
  while (actors.step()) {
    const std::int64_t actor = actors.integer(0);
    const bool sound = !actors.is_null(2) && actors.integer(2) == actor_digest(db, actor);
    set.bind(1, compact_key(std::string(actors.text(1))));
    set.bind(2, actor);
    set.run();
    if (sound) write_actor_digest(db, actor);
  }
}

}  // namespace

std::string compact_key(const std::string& key) {
  constexpr std::string_view kDocument = "document ", kEntity = " entity ";
  const std::size_t entity = key.find(kEntity);
  if (!key.starts_with(kDocument) || entity == std::string::npos) return key;
  return fmt::format("d{} e{}", key.substr(kDocument.size(), entity - kDocument.size()),
                     key.substr(entity + kEntity.size()));
}

void compact_rows(Database& database) {
  compact_mentions(database);
  for (const std::int64_t document : database.prepare("SELECT id FROM documents").integers())
    compact_document(database, document);
  compact_keys(database);
  database.run("UPDATE parts SET country = (SELECT e.country FROM entities e WHERE e.id = parts.entity)");
}

}  // namespace dragoman
