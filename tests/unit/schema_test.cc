// Every kind of entry of the lexicon, broken in every way that its schema forbids, is refused with its line.
#include "who/schema.h"

#include "articles/page_words.h"
#include "articles/schema.h"
#include "document/boilerplate.h"
#include "document/layout_words.h"
#include "events/frames.h"
#include "gazetteer/place_words.h"
#include "issues/words.h"
#include "lexicon/codebooks.h"
#include "lexicon/nearest.h"
#include "meetings/words.h"
#include "petrarch/coding.h"
#include "positions/stances.h"
#include "reader/lexicon_schemas.h"
#include "reader/links_schema.h"
#include "record/names.h"
#include "statements/cues.h"
#include "support/folder.h"
#include "tables/table_words.h"
#include "when/rules.h"
#include "who/names.h"
#include "who/register.h"

#include <algorithm>
#include <fstream>
#include <set>

#include <catch2/catch.hpp>

using namespace dragoman;
namespace fs = std::filesystem;

namespace {

using Lines = std::vector<std::string>;

template <class Part>
std::optional<Error> load_with(const fs::path& folder) {
  const auto part = Part::load(folder);
  return part ? std::nullopt : std::optional(part.error());
}

std::optional<Error> load_story(const fs::path& folder) {
  const auto broken = load_with<BoilerplatePatterns>(folder);
  return broken ? broken : load_with<LayoutWords>(folder);
}

/// Files that the build puts into the program or the library, where no room loads them.
std::optional<Error> read_built_in(const fs::path& folder, std::initializer_list<const char*> files,
                                   const RoomSchema& room) {
  for (const char* file : files) {
    if (const auto read = read_entries(folder / file, room); !read) return read.error();
  }
  return std::nullopt;
}

/// The room's files, and the words of days.
std::optional<Error> load_articles(const fs::path& folder) {
  const auto error = load_with<PageWords>(folder);
  return error ? error : read_built_in(folder, {"days.txt"}, kArticlesSchema);
}

/// The room's files, and those that the store compares names by.
std::optional<Error> load_who(const fs::path& folder) {
  const auto error = load_with<WhoLexicon>(folder);
  return error ? error : read_built_in(folder, {"short_names.txt", "common_surnames.txt"}, kWhoSchema);
}

std::optional<Error> load_links(const fs::path& folder) {
  return read_built_in(folder, {"weights.txt", "common_words.txt"}, kLinksSchema);
}

const std::pair<std::string_view, std::optional<Error> (*)(const fs::path&)> kLoaders[] = {
    {"articles", load_articles},
    {"events", load_with<EventLexicon>},
    {"issues", load_with<IssueLexicon>},
    {"links", load_links},
    {"meetings", load_with<MeetingLexicon>},
    {"petrarch", load_with<CameoCrosswalk>},
    {"positions", load_with<StanceLexicon>},
    {"statements", load_with<CueLexicon>},
    {"story", load_story},
    {"tables", load_with<TableWords>},
    {"when", load_with<TimeLexicon>},
    {"where", load_with<WhereLexicon>},
    {"who", load_who}};

Lines lines_of(const fs::path& path) {
  std::ifstream in(path);
  Lines lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

void write(const fs::path& path, const Lines& lines) {
  std::ofstream out(path);
  for (const std::string& line : lines) out << line << "\n";
}

bool goes_on(const Lines& lines, std::size_t line) {
  return line < lines.size() && !lines[line].empty() && (lines[line][0] == ' ' || lines[line][0] == '\t');
}

/// The line behind a field, which stands on the 1-based line `first`, as an index.
std::size_t end_of(const Lines& lines, int first) {
  std::size_t end = static_cast<std::size_t>(first);
  while (goes_on(lines, end)) ++end;
  return end;
}

/// A broken copy of a file, and what loading has to say of it.
struct Broken {
  std::string how;
  Lines lines;
  int line = 0;
  std::vector<std::string> says;
};

std::string longer(std::string_view word) {
  return word.front() + std::string(word);
}

std::string first_of(std::string_view list) {
  return std::string(split_values(list).front());
}

/// Breaks one entry in all ways that concern one of its keys.
class Breaker {
 public:
  Breaker(Lines lines, const EntrySchema& entry, const KeySchema& key, std::string name)
      : lines_(std::move(lines)), entry_(entry), key_(key), name_(std::move(name)) {}

  std::vector<Broken> all(const Stanza& stanza, const Field& field) {
    const bool begins = &field == &stanza.fields.front();
    misspelt_key(field);
    no_value(field);
    if (key_.form != nullptr) bad_value(field, "?" + std::string(key_.form->example), {key_.form->name});
    if (key_.signs) bad_value(field, "#actr", {"#actor", "meant?"});
    if (!key_.one_of.empty() && !key_.signs) {
      const std::string right = first_of(key_.one_of);
      bad_value(field, longer(right), {right, right.size() > 1 ? "meant?" : "expected"});
    }
    if (!key_.repeats) twice(field);
    if (key_.needed || begins || list_has(entry_.any_needed, key_.key)) left_out(stanza, begins);
    if (begins && entry_.unique) copied(stanza);
    return std::move(broken_);
  }

 private:
  void add(std::string how, Lines lines, int line, std::vector<std::string> says) {
    broken_.push_back({std::move(how), std::move(lines), line, std::move(says)});
  }

  void misspelt_key(const Field& field) {
    Lines lines = lines_;
    std::string& line = lines[static_cast<std::size_t>(field.line) - 1];
    line = longer(name_) + line.substr(name_.size());
    add("a misspelt key", lines, field.line, {"found \"" + longer(name_) + ":\"", "is \"" + name_ + ":\" meant?"});
  }

  void no_value(const Field& field) {
    Lines lines = lines_;
    replace(lines, field, name_ + ":");
    add("no value", lines, field.line, {"found \"" + name_ + ":\" without a value"});
  }

  void bad_value(const Field& field, const std::string& value, std::vector<std::string_view> says) {
    Lines lines = lines_;
    replace(lines, field, name_ + ": " + value);
    std::vector<std::string> wanted = {"found \"" + name_ + ": " + value + "\"", "expected"};
    wanted.insert(wanted.end(), says.begin(), says.end());
    add("a value that is none", lines, field.line, wanted);
  }

  void twice(const Field& field) {
    Lines lines = lines_;
    const auto begin = lines_.begin() + field.line - 1;
    const std::size_t end = end_of(lines_, field.line);
    lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(end), begin,
                 lines_.begin() + static_cast<std::ptrdiff_t>(end));
    add("a key twice", lines, static_cast<int>(end) + 1,
        {"found \"" + name_ + ":\" again", std::to_string(field.line)});
  }

  void left_out(const Stanza& stanza, bool begins) {
    Lines lines = lines_;
    const std::string_view gone = list_has(entry_.any_needed, key_.key) ? entry_.any_needed : key_.key;
    for (auto field = stanza.fields.rbegin(); field != stanza.fields.rend(); ++field) {
      if (!list_has(gone, field->key)) continue;
      lines.erase(lines.begin() + field->line - 1,
                  lines.begin() + static_cast<std::ptrdiff_t>(end_of(lines, field->line)));
    }
    add("a needed key left out", lines, stanza.line,
        {begins ? "expected an entry that begins with" : "without", first_of(gone)});
  }

  void copied(const Stanza& stanza) {
    Lines lines = lines_;
    lines.emplace_back();
    const int line = static_cast<int>(lines.size()) + 1;
    const std::size_t end = end_of(lines_, stanza.fields.back().line);
    for (std::size_t i = static_cast<std::size_t>(stanza.line) - 1; i < end; ++i) lines.push_back(lines_[i]);
    add("an entry twice", lines, line, {"again, expected it once (line " + std::to_string(stanza.line) + " has it)"});
  }

  static void replace(Lines& lines, const Field& field, std::string with) {
    lines[static_cast<std::size_t>(field.line) - 1] = std::move(with);
    lines.erase(lines.begin() + field.line, lines.begin() + static_cast<std::ptrdiff_t>(end_of(lines, field.line)));
  }

  const Lines lines_;
  const EntrySchema& entry_;
  const KeySchema& key_;
  const std::string name_;  // of the key
  std::vector<Broken> broken_;
};

/// Some value that the key may have.
std::string value_for(const KeySchema& key) {
  if (key.form != nullptr) return std::string(key.form->example);
  return key.one_of.empty() ? "word" : first_of(key.one_of);
}

/// The key's own name in an entry that it may stand in: for the prepositions of frames, one of them.
std::string name_of(const KeySchema& key, std::span<const NamedWords> words) {
  if (key.keys_of.empty()) return std::string(key.key);
  for (const NamedWords& list : words) {
    if (list.name == key.keys_of) return first_of(list.words);
  }
  return {};
}

/// A copy of a room's folder. Of long files it has the first entries, and one more for each key.
class RoomCopy {
 public:
  explicit RoomCopy(const RoomSchema& room) {
    const fs::path from = fs::path(DRAGOMAN_SOURCE_DIR) / "lexicon" / room.folder;
    for (const FileSchema& schema : room.files) {
      for (const std::string_view file : split_values(schema.names)) shorten(from / file, *this / file);
    }
  }
  fs::path operator/(std::string_view name) const { return fs::path(folder_.string()) / name; }
  fs::path folder() const { return folder_.string(); }

 private:
  static void shorten(const fs::path& from, const fs::path& to) {
    constexpr std::size_t kMost = 100;
    const auto file = read_stanzas(from);
    REQUIRE(file);
    const Lines all = lines_of(from);
    std::set<std::string, std::less<>> seen;
    Lines kept;
    for (std::size_t i = 0; i < (*file)->stanzas.size(); ++i) {
      const Stanza& stanza = (*file)->stanzas[i];
      bool is_new = false;
      for (const Field& field : stanza.fields) is_new |= seen.emplace(field.key).second;
      if (!is_new && i >= kMost) continue;
      const std::size_t end = end_of(all, stanza.fields.back().line);
      for (std::size_t line = static_cast<std::size_t>(stanza.line) - 1; line < end; ++line) kept.push_back(all[line]);
      kept.emplace_back();
    }
    write(to, kept);
  }

  Folder folder_{"schema"};
};

/// The first field of the file with the key, in an entry of the kind; where none has it, the entry gets it.
std::vector<Broken> break_key(const fs::path& path, const EntrySchema& entry, const KeySchema& key,
                              const std::string& name) {
  for (const bool add : {false, true}) {
    const Lines lines = lines_of(path);
    const auto file = read_stanzas(path);
    REQUIRE(file);
    for (const Stanza& stanza : (*file)->stanzas) {
      if (!list_has(entry.begins, stanza.fields.front().key)) continue;
      const auto field =
          std::find_if(stanza.fields.begin(), stanza.fields.end(), [&](const Field& f) { return f.key == name; });
      if (field != stanza.fields.end()) return Breaker(lines, entry, key, name).all(stanza, *field);
      if (!add) continue;
      Lines longer_file = lines;
      longer_file.insert(longer_file.begin() + static_cast<std::ptrdiff_t>(end_of(lines, stanza.fields.front().line)),
                         name + ": " + value_for(key));
      write(path, longer_file);
      break;
    }
    if (!add) continue;
    const auto now = read_stanzas(path);
    REQUIRE(now);
    for (const Stanza& stanza : (*now)->stanzas) {
      for (const Field& field : stanza.fields) {
        if (field.key == name && list_has(entry.begins, stanza.fields.front().key)) {
          return Breaker(lines_of(path), entry, key, name).all(stanza, field);
        }
      }
    }
  }
  return {};
}

}  // namespace

TEST_CASE("every kind of entry, broken in every way, is refused with file and line", "[schema]") {
  std::size_t broken_entries = 0;
  for (const auto& [folder, load] : kLoaders) {
    const auto all = lexicon_schemas();
    const auto room =
        std::find_if(all.begin(), all.end(), [name = folder](const auto* r) { return r->folder == name; });
    REQUIRE(room != all.end());
    const RoomCopy copy(**room);
    INFO(folder);
    if (const auto error = load(copy.folder())) FAIL(error->to_string());
    const std::vector<NamedWords> words =
        (*room)->words == nullptr ? std::vector<NamedWords>() : (*room)->words(copy.folder());
    for (const FileSchema& schema : (*room)->files) {
      const fs::path path = copy / split_values(schema.names).front();
      const Lines whole = lines_of(path);
      for (const EntrySchema& entry : schema.entries) {
        for (const KeySchema& key : entry.keys) {
          const std::string name = name_of(key, words);
          const std::vector<Broken> breaks = break_key(path, entry, key, name);
          INFO(path.filename().string() << ", " << entry.begins << ", " << name);
          CHECK(breaks.size() >= 2);
          for (const Broken& broken : breaks) {
            ++broken_entries;
            write(path, broken.lines);
            const auto error = load(copy.folder());
            INFO(broken.how);
            if (!error) {
              FAIL_CHECK("was loaded");
              continue;
            }
            INFO(error->to_string());
            CHECK(error->where == path.string() + ":" + std::to_string(broken.line));
            for (const std::string& said : broken.says) {
              INFO(said);
              CHECK(error->message.find(said) != std::string::npos);
            }
          }
          write(path, whole);
        }
      }
    }
  }
  CHECK(broken_entries > 900);
}

TEST_CASE("a cue stands in one of the files of cues", "[schema]") {
  const auto all = lexicon_schemas();
  const auto room = std::find_if(all.begin(), all.end(), [](const auto* r) { return r->folder == "statements"; });
  const RoomCopy copy(**room);
  Lines lines = lines_of(copy / "thought.txt");
  const Lines copied = {"cue: say", "kind: thought", "takes: clause", "act: state"};
  lines.insert(lines.end(), copied.begin(), copied.end());
  write(copy / "thought.txt", lines);
  const auto error = load_with<CueLexicon>(copy.folder());
  REQUIRE(error);
  CHECK(error->where == (copy / "thought.txt").string() + ":" + std::to_string(lines.size() - copied.size() + 1));
  CHECK(error->message.find("found \"cue: say\" again") != std::string::npos);
}

TEST_CASE("a value may begin on the line below its key", "[schema]") {
  const Folder folder("schema");
  const auto file =
      read_stanzas(folder.add("titles.txt", "title: vizier\nalso:\n  grand vizier |\n  viziers\nsector:\n"));
  REQUIRE(file);
  REQUIRE((*file)->stanzas.size() == 1);
  const Stanza& stanza = (*file)->stanzas.front();
  CHECK(split_values(stanza["also"]) == std::vector<std::string_view>{"grand vizier", "viziers"});
  CHECK(stanza.fields.back().value.empty());
}

TEST_CASE("the terms of holders are told in days that follow each other", "[schema]") {
  CHECK(is_term("1999-10-12..2001-06 Ana Lopez | A. Lopez"));
  CHECK(is_term("2007 Ana Lopez"));
  CHECK_FALSE(is_term("2007"));
  CHECK_FALSE(is_term("2007-02-30 Ana Lopez"));
  CHECK_FALSE(is_term("2007..2006 Ana Lopez"));
  CHECK_FALSE(is_term("Ana Lopez"));
}

TEST_CASE("the project's lexicon is as its schemas have it", "[schema]") {
  const auto faults = lexicon_faults(fs::path(DRAGOMAN_SOURCE_DIR) / "lexicon");
  REQUIRE(faults);
  for (const Error& fault : *faults) FAIL_CHECK(fault.to_string());
}

TEST_CASE("all faults of a folder are named, and files that nothing reads", "[schema]") {
  const Folder folder("schema");
  folder.add("who/titles.txt", "title: vizier\nsektor: LEG\nsector: GOVV\nexample: The vizier left.\n");
  folder.add("who/titels.txt", "title: vizier\n");
  const auto faults = lexicon_faults(folder.string());
  REQUIRE(faults);
  REQUIRE(faults->size() == 3);
  CHECK((*faults)[0].to_string().find("is a file that nothing reads; is \"who/titles.txt\" meant?") !=
        std::string::npos);
  CHECK((*faults)[1].where.ends_with("titles.txt:2"));
  CHECK((*faults)[2].where.ends_with("titles.txt:3"));
}

TEST_CASE("the lexicon and the record have the same types of events", "[schema]") {
  const auto words = split_values(kEventTypes);
  CHECK(words.size() == kEventTypeCount);
  for (const std::string_view word : words) {
    CAPTURE(word);
    const auto type = event_type(word);
    REQUIRE(type);
    CHECK(to_string(*type) == word);
  }
  CHECK(!event_type("SHOUT"));
  CHECK(!event_type(""));
}

TEST_CASE("the nearest word is the one that was meant", "[schema]") {
  CHECK(edit_distance("bodyy", "body") == 1);
  CHECK(edit_distance("pasive", "passive") == 1);
  CHECK(edit_distance("palce", "place") == 1);
  CHECK(edit_distance("gov", "GOV") == 0);
  CHECK(edit_distance("", "abc") == 3);
  CHECK(nearest_word("sektor", "also | sector | country") == "sector");
  CHECK(nearest_word("leg", "LEG | REB") == "LEG");
  CHECK(nearest_word("ja", "yes | no").empty());
  CHECK(nearest_word("example", "").empty());
  CHECK(list_has("a | b c | d", "b c"));
  CHECK_FALSE(list_has("a | b c | d", "b"));
}
