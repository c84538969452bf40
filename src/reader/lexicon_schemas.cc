#include "reader/lexicon_schemas.h"

#include "articles/schema.h"
#include "clauses/schema.h"
#include "confidence/schema.h"
#include "document/schema.h"
#include "events/schema.h"
#include "gazetteer/place_schema.h"
#include "issues/schema.h"
#include "lexicon/nearest.h"
#include "lexicon/survey.h"
#include "meetings/schema.h"
#include "occasions/schema.h"
#include "petrarch/schema.h"
#include "positions/schema.h"
#include "reader/links_schema.h"
#include "statements/schema.h"
#include "tables/schema.h"
#include "when/schema.h"
#include "who/schema.h"

#include <algorithm>
#include <iterator>

namespace dragoman {

std::span<const RoomSchema* const> lexicon_schemas() {
  static constexpr const RoomSchema* kAll[] = {
      &kArticlesSchema, &kClausesSchema,   &kConfidenceSchema, &kEventsSchema,    &kIssuesSchema,     &kLinksSchema,
      &kMeetingsSchema, &kOccasionsSchema, &kPetrarchSchema,   &kPositionsSchema, &kStatementsSchema, &kStorySchema,
      &kTablesSchema,   &kWhenSchema,      &kWhereSchema,      &kWhoSchema};
  return kAll;
}

Result<std::vector<Error>> lexicon_faults(const std::filesystem::path& folder) {
  constexpr std::size_t kMostOfFile = 100;
  const auto files = lexicon_files(folder);
  if (!files) return files.error();
  std::vector<Error> all;
  for (const std::filesystem::path& path : *files) {
    const std::string name = path.lexically_relative(folder).generic_string();
    std::string known;
    const FileSchema* schema = nullptr;
    std::vector<NamedWords> words;
    for (const RoomSchema* room : lexicon_schemas()) {
      for (const FileSchema& file : room->files) {
        for (const std::string_view each : split_values(file.names)) {
          const std::string candidate = std::string(room->folder) + "/" + std::string(each);
          known += (known.empty() ? "" : " | ") + candidate;
          if (candidate != name) continue;
          schema = &file;
          if (room->words != nullptr) words = room->words(path.parent_path());
        }
      }
    }
    if (schema == nullptr) {
      const std::string_view nearest = nearest_word(name, known);
      all.push_back({ErrorKind::setup, path.string(),
                     "is a file that nothing reads" +
                         (nearest.empty() ? std::string() : "; is \"" + std::string(nearest) + "\" meant?")});
      continue;
    }
    const auto file = read_stanzas(path);
    if (!file) return file.error();
    auto faults = schema_faults(**file, *schema, words, kMostOfFile);
    std::move(faults.begin(), faults.end(), std::back_inserter(all));
  }
  return all;
}

}  // namespace dragoman
