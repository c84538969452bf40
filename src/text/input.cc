#include "text/input.h"

#include "text/dates.h"
#include "text/utf8.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

#include <nlohmann/json.hpp>

namespace dragoman {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

Error input_error(std::string where, std::string message) {
  return Error{ErrorKind::input, std::move(where), std::move(message)};
}

bool holds_lines(const fs::path& path) {
  return path.extension() == ".jsonl" || path.extension() == ".ndjson";
}

/// "\r\n" becomes "\n", as in any text file that is read as text.
void unify_line_ends(std::string& text) {
  std::size_t to = 0;
  for (std::size_t from = 0; from < text.size(); ++from) {
    if (text[from] == '\r' && from + 1 < text.size() && text[from + 1] == '\n') continue;
    text[to++] = text[from];
  }
  text.resize(to);
}

/// Drops UTF-8 that is cut off at the end, so that a message may quote the rest.
std::string in_quotes(std::string_view s) {
  constexpr std::size_t kMost = 40;
  const bool cut = s.size() > kMost;
  s = s.substr(0, kMost);
  return '"' + std::string(s.substr(0, first_invalid_utf8(s))) + (cut ? "…\"" : "\"");
}

}  // namespace

Error document_too_long(std::string where) {
  return input_error(std::move(where), "is longer than " + std::to_string(kMaxDocumentBytes >> 20U) +
                                           " MB; split it into one document a report");
}

std::optional<std::string> why_no_text(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
    return "is UTF-16; convert it first, for instance with iconv -f UTF-16 -t UTF-8";
  }
  if (bytes.find('\0') != std::string_view::npos) return "is binary (a NUL byte); give plain text or JSON Lines";
  if (const std::size_t bad = first_invalid_utf8(bytes); bad != bytes.size()) {
    const auto line = 1 + std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(bad), '\n');
    return "is not UTF-8: line " + std::to_string(line) + ", byte " + std::to_string(bad) +
           "; convert it first, for instance with iconv -f WINDOWS-1252 -t UTF-8";
  }
  if (bytes.empty()) return "is empty; expected the text of a report";
  if (bytes.find_first_not_of(" \t\r\n\f\v") == std::string_view::npos) {
    return "holds nothing but white space; expected the text of a report";
  }
  return std::nullopt;
}

DocumentSource::DocumentSource(std::vector<std::string> paths, InputOptions options) : options_(std::move(options)) {
  for (auto path = paths.rbegin(); path != paths.rend(); ++path) {
    paths_.push_back({*path, true});
    count(*path);
  }
}

void DocumentSource::count(const fs::path& path) {
  std::error_code code;
  if (fs::is_directory(path, code)) return;  // its files count when it is opened
  const auto size = fs::file_size(path, code);
  if (code) {
    countable_ = countable_ && path != "-";
  } else {
    bytes_ += size;
  }
}

double DocumentSource::fraction_read() const {
  return countable_ && bytes_ > 0 ? static_cast<double>(bytes_read_) / static_cast<double>(bytes_) : -1;
}

std::optional<Result<Document>> DocumentSource::next() {
  while (true) {
    if (file_ && lines_) {
      if (auto document = json_line()) return document;
      file_.reset();
    }
    if (paths_.empty()) return std::nullopt;
    const auto [path, named] = std::move(paths_.back());
    paths_.pop_back();
    if (auto error = open(path, named)) return *error;
    if (!file_ || lines_) continue;
    auto document = whole_file();
    file_.reset();
    return document;
  }
}

std::optional<Error> DocumentSource::open(const fs::path& path, bool named) {
  std::error_code code;
  const bool standard_input = named && path == "-";
  if (!standard_input && named && fs::is_directory(path, code)) return list_folder(path);
  name_ = path.string();
  file_.reset(standard_input ? stdin : std::fopen(path.c_str(), "rb"));
  if (!file_) {
    return input_error(name_, std::string("cannot be read: ") + std::strerror(errno));
  }
  line_ = 0;
  lines_ = options_.format == InputFormat::jsonl && (named || holds_lines(path));
  if (options_.format == InputFormat::by_ending) lines_ = !standard_input && holds_lines(path);
  return std::nullopt;
}

std::optional<Error> DocumentSource::list_folder(const fs::path& folder) {
  const auto failed = [&](const std::error_code& code) {
    return input_error(folder.string(), "cannot be read: " + code.message());
  };
  std::vector<fs::path> found;
  std::error_code code;
  fs::recursive_directory_iterator at(folder, code);
  if (code) return failed(code);
  std::optional<Error> error;
  for (const fs::recursive_directory_iterator end; at != end;) {
    const fs::path& path = at->path();
    const bool hidden = path.filename().string().starts_with('.');
    std::error_code ignored;
    if (hidden) {
      at.disable_recursion_pending();
    } else if (at->is_regular_file(ignored)) {
      const bool wanted = options_.format == InputFormat::text    ? path.extension() == ".txt"
                          : options_.format == InputFormat::jsonl ? holds_lines(path)
                                                                  : path.extension() == ".txt" || holds_lines(path);
      if (wanted) found.push_back(path);
    } else if (at->is_directory(ignored) && !fs::is_symlink(path, ignored)) {
      // A sub-folder that may not be entered is an error of its own; the walk goes on beside it.
      fs::directory_iterator probe(path, ignored);
      if (ignored) {
        at.disable_recursion_pending();
        error = input_error(path.string(), "cannot be read: " + ignored.message());
      }
    }
    at.increment(code);
    if (code) {
      error = failed(code);
      break;
    }
  }
  if (found.empty() && !error) {
    return input_error(folder.string(), "holds no .txt, .jsonl or .ndjson file; name the files themselves");
  }
  std::sort(found.begin(), found.end());
  for (auto path = found.rbegin(); path != found.rend(); ++path) {
    count(*path);
    paths_.push_back({std::move(*path), false});
  }
  return error;
}

Result<Document> DocumentSource::whole_file() {
  Document document;
  document.uri = name_;
  document.published = options_.published;
  std::array<char, 1U << 16U> buffer;
  while (const std::size_t n = std::fread(buffer.data(), 1, buffer.size(), file_.get())) {
    document.text.append(buffer.data(), n);
    bytes_read_ += n;
    if (document.text.size() > kMaxDocumentBytes) return document_too_long(name_);
  }
  if (std::ferror(file_.get()) != 0) return input_error(name_, std::string("cannot be read: ") + std::strerror(errno));
  if (document.text.starts_with(kByteOrderMark)) document.text.erase(0, kByteOrderMark.size());
  unify_line_ends(document.text);
  if (auto why = why_no_text(document.text)) return input_error(name_, *why);
  return document;
}

/// One line without its break; an over-long one is read over, kept nowhere, and reported. `end` at the end of the file.
Result<std::string> DocumentSource::read_line(bool& end) {
  // A character of the text may take six in JSON (\u00e9).
  constexpr std::size_t kMaxLine = kMaxDocumentBytes * 6;
  std::string line;
  bool long_line = false;
  std::uintmax_t length = 0;
  end = false;
  ++line_;
  while (true) {
    const int c = getc_unlocked(file_.get());
    ++length;
    if (c == EOF) {
      end = line.empty() && !long_line;
      break;
    }
    if (c == '\n') break;
    if (line.size() == kMaxLine) {
      long_line = true;
      line.clear();
      line.shrink_to_fit();
    }
    if (!long_line) line.push_back(static_cast<char>(c));
  }
  bytes_read_ += length;
  if (std::ferror(file_.get()) != 0) {
    std::clearerr(file_.get());
    end = line.empty();
    if (!end) return input_error(name_, std::string("cannot be read: ") + std::strerror(errno));
  }
  if (long_line) return document_too_long(name_ + ":" + std::to_string(line_));
  if (!line.empty() && line.back() == '\r') line.pop_back();
  return line;
}

std::optional<Result<Document>> DocumentSource::json_line() {
  while (true) {
    bool end = false;
    auto line = read_line(end);
    if (end) return std::nullopt;
    if (!line) return line.error();
    if (line_ == 1 && line->starts_with(kByteOrderMark)) line->erase(0, kByteOrderMark.size());
    if (line->find_first_not_of(" \t") == std::string::npos) continue;
    return from_json(*line, name_ + ":" + std::to_string(line_));
  }
}

Result<Document> DocumentSource::from_json(const std::string& line, const std::string& where) {
  const auto json = nlohmann::json::parse(line, nullptr, false);
  if (!json.is_object()) {
    return input_error(where, "found " + in_quotes(line) + ", expected a JSON object with the field \"text\"");
  }
  Document document;
  std::string id;
  document.published_is_metadata = true;
  const std::array<std::pair<const char*, std::string*>, 7> fields = {{{"text", &document.text},
                                                                       {"uri", &document.uri},
                                                                       {"id", &id},
                                                                       {"title", &document.title},
                                                                       {"published", &document.published},
                                                                       {"agency", &document.agency},
                                                                       {"language", &document.language}}};
  for (const auto& [name, to] : fields) {
    const auto field = json.find(name);
    if (field == json.end() || field->is_null()) continue;
    if (field->is_number_integer() && to == &id) {
      id = field->dump();
    } else if (field->is_string()) {
      *to = field->get<std::string>();
    } else {
      return input_error(where,
                         "the field \"" + std::string(name) + "\" is a " + field->type_name() + ", expected a string");
    }
  }
  if (document.uri.empty()) document.uri = id.empty() ? where : id;
  if (!json.contains("text")) return input_error(where, "has no field \"text\"; expected the text of the report there");
  if (document.text.size() > kMaxDocumentBytes) return document_too_long(where);
  if (auto why = why_no_text(document.text)) return input_error(where, "the field \"text\" " + *why);
  if (document.published.empty()) {
    document.published = options_.published;
    document.published_is_metadata = false;
  } else {
    std::string day = document.published.substr(0, 10);
    const bool rest = document.published.size() == 10 || document.published[10] == 'T' || document.published[10] == ' ';
    if (!is_calendar_day(day) || !rest) {
      return input_error(where,
                         "published is " + in_quotes(document.published) + ", expected a day such as 2016-12-03");
    }
    document.published = std::move(day);
  }
  return document;
}

}  // namespace dragoman
