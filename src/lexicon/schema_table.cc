#include "lexicon/schema_table.h"

#include "lexicon/codebooks.h"

#include <algorithm>

namespace dragoman {

namespace {

/// "a | b" as "`a`, `b`".
std::string in_code(std::string_view list) {
  std::string out;
  for (const std::string_view word : split_values(list)) {
    out.append(out.empty() ? "`" : ", `").append(word).append("`");
  }
  return out;
}

/// The name of a shared list, or the words of any other.
std::string words_of(std::string_view list) {
  for (const SharedList& shared : kSharedLists) {
    if (shared.words == list) return std::string(shared.name);
  }
  return in_code(list);
}

/// "|" within a cell would end it.
std::string cell(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '|') out += '\\';
    out += c;
  }
  return out;
}

std::string values(const KeySchema& key) {
  std::vector<std::string> parts;
  if (key.form != nullptr) {
    parts.push_back(std::string(key.form->name) + ": `" + std::string(key.form->example) + "`");
  } else if (key.one_of.empty() || key.signs) {
    parts.emplace_back("text");
  }
  if (!key.one_of.empty()) parts.push_back(words_of(key.one_of));
  if (!key.beside.empty()) parts.push_back(words_of(key.beside));
  if (!key.set.empty()) parts.push_back("a " + std::string(key.set));
  std::string out = key.list ? "list: " : "";
  for (std::size_t i = 0; i < parts.size(); ++i) out += (i > 0 ? ", " : "") + parts[i];
  return out;
}

std::string row(const KeySchema& key, bool begins) {
  const std::string name =
      key.keys_of.empty() ? "`" + std::string(key.key) + ":`" : "a " + std::string(key.keys_of) + " and `:`";
  std::string how = begins ? "**begins**" : key.needed ? "needed" : "";
  if (key.repeats) how += how.empty() ? "repeats" : ", repeats";
  return "| " + name + " | " + how + " | " + cell(key.says) + " | " + cell(values(key)) + " |\n";
}

constexpr std::string_view kHead = "| key | | meaning | values |\n|---|---|---|---|\n";

std::string rows(const EntrySchema& entry) {
  std::string out;
  const auto begins = split_values(entry.begins);
  for (const KeySchema& key : entry.keys) {
    out += row(key, std::find(begins.begin(), begins.end(), key.key) != begins.end());
  }
  return out;
}

std::string notes(const EntrySchema& entry) {
  std::string out;
  const auto begins = split_values(entry.begins);
  if (begins.size() > 1) out += "An entry begins with one of " + in_code(entry.begins) + ".\n";
  if (!entry.any_needed.empty()) out += "It needs one of " + in_code(entry.any_needed) + ".\n";
  return out;
}

/// "`verb`, `noun` with the same `kind`": whose words may stand only once.
std::string unique(const FileSchema& file) {
  std::string out;
  for (const EntrySchema& entry : file.entries) {
    if (!entry.unique) continue;
    out += (out.empty() ? "" : ", ") + in_code(entry.begins);
    if (!entry.unique_with.empty()) out += " with the same " + in_code(entry.unique_with);
  }
  return out.empty() ? out : "Each word once: " + out + ".\n";
}

}  // namespace

std::string schema_tables(std::span<const RoomSchema* const> rooms) {
  std::string out = "Every entry may have:\n\n" + std::string(kHead);
  for (const KeySchema& key : common_keys()) out += row(key, false);
  out += "\nLists that several keys share:\n";
  for (const SharedList& shared : kSharedLists) {
    out += "\n- " + std::string(shared.name) + ": " + in_code(shared.words);
  }
  out += "\n";
  for (const RoomSchema* room : rooms) {
    out += "\n### " + std::string(room->folder) + "/\n";
    for (const FileSchema& file : room->files) {
      out += "\n" + in_code(file.names) + ": " + std::string(file.says) + "\n\n" + std::string(kHead);
      std::string below;
      for (const EntrySchema& entry : file.entries) {
        out += rows(entry);
        below += notes(entry);
      }
      below += unique(file);
      if (!below.empty()) out += "\n" + below;
    }
  }
  return out;
}

}  // namespace dragoman
