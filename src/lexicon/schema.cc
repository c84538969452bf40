#include "lexicon/schema.h"

#include "lexicon/codebooks.h"
#include "lexicon/nearest.h"
#include "text/ascii.h"

#include <algorithm>
#include <deque>
#include <unordered_map>

namespace dragoman {

namespace {

constexpr KeySchema kCommonKeys[] = {
    {.key = "example", .says = "a sentence that shows the entry at work", .repeats = true},
    {.key = "expect", .says = "what must come of the example above it", .repeats = true},
    {.key = "published", .says = "the day on which the example above it is read", .form = &kDayForm, .repeats = true},
};

std::string in_quotes(std::string_view s) {
  return "\"" + std::string(s) + "\"";
}

/// "a | b | c" as "a, b or c".
std::string listed(std::string_view list) {
  const auto words = split_values(list);
  std::string out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    out += i == 0 ? "" : i + 1 == words.size() ? " or " : ", ";
    out += words[i];
  }
  return out;
}

std::string meant(std::string_view nearest, std::string_view ending = {}) {
  return nearest.empty() ? std::string() : "; is " + in_quotes(std::string(nearest) + std::string(ending)) + " meant?";
}

std::string joined(std::string_view a, std::string_view b) {
  return std::string(a) + (a.empty() || b.empty() ? "" : " | ") + std::string(b);
}

class Checker {
 public:
  Checker(const StanzaFile& file, const FileSchema& schema, std::span<const NamedWords> words, std::size_t most)
      : file_(file), schema_(schema), words_(words), most_(most), first_lines_(schema.entries.size()) {}

  std::vector<Error> run() {
    for (const Stanza& stanza : file_.stanzas) {
      if (faults_.size() >= most_) break;
      check(stanza);
    }
    std::stable_sort(faults_.begin(), faults_.end(), [](const Fault& a, const Fault& b) { return a.line < b.line; });
    std::vector<Error> errors;
    for (Fault& fault : faults_) {
      if (errors.size() < most_) errors.push_back(file_.error(fault.line, std::move(fault.message)));
    }
    return errors;
  }

 private:
  struct Fault {
    int line = 0;
    std::string message;
  };

  void fault(int line, std::string message) { faults_.push_back({line, std::move(message)}); }

  std::string_view set(std::string_view name) const {
    for (const NamedWords& words : words_) {
      if (words.name == name) return words.words;
    }
    return {};
  }

  void check(const Stanza& stanza) {
    const Field& first = stanza.fields.front();
    const auto entry = std::find_if(schema_.entries.begin(), schema_.entries.end(),
                                    [&](const EntrySchema& e) { return list_has(e.begins, first.key); });
    if (entry == schema_.entries.end()) {
      std::string all;
      for (const EntrySchema& e : schema_.entries) all = joined(all, e.begins);
      fault(first.line, "found " + in_quotes(std::string(first.key) + ":") + ", expected an entry that begins with " +
                            listed(all) + meant(nearest_word(first.key, all), ":"));
      return;
    }
    const std::size_t before = faults_.size();
    for (std::size_t i = 0; i < stanza.fields.size(); ++i) check(*entry, stanza, i);
    if (faults_.size() > before) return;  // what is misspelt may be what would be missed below
    check_needed(*entry, stanza);
    if (entry->unique) check_unique(*entry, stanza);
  }

  void check_needed(const EntrySchema& entry, const Stanza& stanza) {
    for (const KeySchema& key : entry.keys) {
      if (key.needed && !has(stanza, key.key)) lacks(stanza, key.key);
    }
    const auto needed = split_values(entry.any_needed);
    const bool met = std::any_of(needed.begin(), needed.end(), [&](auto key) { return has(stanza, key); });
    if (!needed.empty() && !met) lacks(stanza, entry.any_needed);
  }

  static bool has(const Stanza& stanza, std::string_view key) {
    return std::any_of(stanza.fields.begin(), stanza.fields.end(), [&](const Field& f) { return f.key == key; });
  }

  void lacks(const Stanza& stanza, std::string_view keys) {
    const Field& first = stanza.fields.front();
    fault(stanza.line, "found " + in_quotes(std::string(first.key) + ": " + std::string(first.value)) + " without " +
                           listed(keys) + ", expected " + listed(keys) + ": and a value below it");
  }

  const KeySchema* find(const EntrySchema& entry, std::string_view key) const {
    for (const auto& keys : {common_keys(), entry.keys}) {
      for (const KeySchema& known : keys) {
        if (known.keys_of.empty() ? known.key == key : list_has(set(known.keys_of), key)) return &known;
      }
    }
    return nullptr;
  }

  void check(const EntrySchema& entry, const Stanza& stanza, std::size_t i) {
    const Field& field = stanza.fields[i];
    const KeySchema* key = find(entry, field.key);
    if (key == nullptr) {
      std::string own, all;
      for (const KeySchema& known : entry.keys) {
        own = joined(own, known.key);
        all = joined(all, known.keys_of.empty() ? known.key : set(known.keys_of));
      }
      for (const KeySchema& known : common_keys()) all = joined(all, known.key);
      fault(field.line, "found " + in_quotes(std::string(field.key) + ":") + ", expected one of " + listed(own) +
                            ", or example, expect or published" + meant(nearest_word(field.key, all), ":"));
      return;
    }
    if (field.value.empty()) {
      fault(field.line, "found " + in_quotes(std::string(field.key) + ":") + " without a value" + expected(*key));
    }
    if (!key->repeats) check_once(stanza, i);
    if (!key->list) {
      check(*key, field, field.value);
    } else if (!key->one_of.empty() || key->form != nullptr) {
      for (const std::string_view value : split_values(field.value)) check(*key, field, value);
    }
  }

  void check_once(const Stanza& stanza, std::size_t i) {
    const Field& field = stanza.fields[i];
    const auto before = std::find_if(stanza.fields.begin(), stanza.fields.begin() + static_cast<std::ptrdiff_t>(i),
                                     [&](const Field& f) { return f.key == field.key; });
    if (before->line == field.line) return;
    fault(field.line, "found " + in_quotes(std::string(field.key) + ":") + " again, expected it once (line " +
                          std::to_string(before->line) + " has it)");
  }

  void check(const KeySchema& key, const Field& field, std::string_view value) {
    if (value.empty() || (key.signs && value[0] != '#' && value[0] != '@')) return;
    if (key.form != nullptr) {
      if (key.form->reads(value)) return;
      const std::string words = key.form->words == nullptr ? std::string() : key.form->words();
      wrong(key, field, value, words);
    } else if (!key.one_of.empty()) {
      if (list_has(key.one_of, value) || list_has(key.beside, value)) return;
      if (!list_has(set(key.set), value)) wrong(key, field, value, allowed(key));
    }
  }

  void wrong(const KeySchema& key, const Field& field, std::string_view value, std::string_view words) {
    fault(field.line, "found " + in_quotes(std::string(field.key) + ": " + std::string(value)) + expected(key) +
                          meant(nearest_word(value, words)));
  }

  std::string expected(const KeySchema& key) const {
    if (key.form != nullptr)
      return ", expected " + std::string(key.form->name) + " as in " + in_quotes(key.form->example);
    if (key.one_of.empty()) return ", expected " + std::string(key.says);
    return ", expected " + listed(allowed(key));
  }

  std::string allowed(const KeySchema& key) const { return joined(joined(key.one_of, key.beside), set(key.set)); }

  void check_unique(const EntrySchema& entry, const Stanza& stanza) {
    auto& lines = first_lines_[static_cast<std::size_t>(&entry - schema_.entries.data())];
    if (lines.empty()) lines.reserve(2 * file_.stanzas.size());
    const std::string_view with = stanza[entry.unique_with];
    for (const Field& field : stanza.fields) {
      if (&field != &stanza.fields.front() && field.key != "also") continue;
      for (std::string_view rest = field.value; !rest.empty();) {
        const std::size_t bar = std::min(rest.find('|'), rest.size());
        const std::string_view word = without_blanks(rest.substr(0, bar));
        rest.remove_prefix(std::min(bar + 1, rest.size()));
        if (word.empty()) continue;
        std::string_view key = word;
        if (!with.empty()) key = pairs_.emplace_back(std::string(word) + "|" + std::string(with));
        const auto [found, added] = lines.emplace(key, field.line);
        if (added) continue;
        fault(field.line, "found " + in_quotes(std::string(field.key) + ": " + std::string(word)) +
                              " again, expected it once (line " + std::to_string(found->second) + " has it)");
      }
    }
  }

  const StanzaFile& file_;
  const FileSchema& schema_;
  const std::span<const NamedWords> words_;
  const std::size_t most_;
  std::vector<std::unordered_map<std::string_view, int>> first_lines_;  // of words, by kind of entry
  std::deque<std::string> pairs_;                                       // words with what they are unique with
  std::vector<Fault> faults_;
};

}  // namespace

std::span<const KeySchema> common_keys() {
  return kCommonKeys;
}

const FileSchema* RoomSchema::file(std::string_view name) const {
  const auto found =
      std::find_if(files.begin(), files.end(), [&](const FileSchema& f) { return list_has(f.names, name); });
  return found == files.end() ? nullptr : &*found;
}

std::vector<Error> schema_faults(const StanzaFile& file, const FileSchema& schema, std::span<const NamedWords> words,
                                 std::size_t most) {
  return Checker(file, schema, words, most).run();
}

Result<std::unique_ptr<StanzaFile>> read_entries(const std::filesystem::path& path, const RoomSchema& room,
                                                 std::span<const NamedWords> words) {
  auto file = read_stanzas(path);
  if (!file) return file;
  const FileSchema* schema = room.file(path.filename().string());
  if (schema == nullptr) return Error{ErrorKind::setup, path.string(), "is no kind of file of this folder"};
  if (auto faults = schema_faults(**file, *schema, words, 1); !faults.empty()) return faults.front();
  return file;
}

}  // namespace dragoman
