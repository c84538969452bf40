#include "articles/source.h"

#include <algorithm>

namespace dragoman {

namespace fs = std::filesystem;

namespace {

/// What a file of that name holds; nothing where the ending is not known.
std::optional<InputFormat> format_of(const fs::path& path) {
  static const std::map<std::string, InputFormat> kFormats = {
      {".txt", InputFormat::text},  {".jsonl", InputFormat::jsonl}, {".ndjson", InputFormat::jsonl},
      {".html", InputFormat::html}, {".htm", InputFormat::html},    {".xhtml", InputFormat::html},
      {".csv", InputFormat::csv},   {".tsv", InputFormat::csv},     {".rss", InputFormat::feed},
      {".atom", InputFormat::feed}, {".xml", InputFormat::feed},    {".rdf", InputFormat::feed},
      {".warc", InputFormat::warc},
  };
  const auto found = kFormats.find(path.extension().string());
  return found == kFormats.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace

DocumentSource::DocumentSource(std::vector<std::string> paths, InputOptions options, const PageWords& words)
    : options_(std::move(options)), words_(words) {
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
    if (reader_) {
      if (auto document = reader_->next()) return document;
      reader_.reset();
    }
    if (archive_) {
      if (auto error = open_member()) return *error;
      continue;
    }
    file_.reset();
    if (paths_.empty()) return std::nullopt;
    const Path path = std::move(paths_.back());
    paths_.pop_back();
    if (auto error = open(path)) return *error;
  }
}

std::unique_ptr<DocumentReader> DocumentSource::reader_for(InputFormat format, Bytes& bytes, std::string name) const {
  ReaderInput input{bytes, std::move(name), options_, words_};
  switch (format) {
    case InputFormat::jsonl:
      return read_json_lines(std::move(input));
    case InputFormat::html:
      return read_page(std::move(input));
    case InputFormat::csv:
      return read_csv(std::move(input));
    case InputFormat::feed:
      return read_feed(std::move(input));
    case InputFormat::warc:
      return read_warc(std::move(input));
    default:
      return read_text(std::move(input));
  }
}

std::optional<Error> DocumentSource::open(const Path& path) {
  std::error_code code;
  const std::string name = path.path.string();
  const bool standard_input = path.named && name == "-";
  if (!standard_input && path.named && fs::is_directory(path.path, code)) return list_folder(path.path);
  const bool by_ending = options_.format == InputFormat::by_ending || !path.named;
  if (by_ending && !standard_input && is_archive(name)) {
    auto archive = Archive::open(name);
    if (!archive) return archive.error();
    archive_ = std::move(*archive);
    archive_name_ = name;
    archive_counted_ = 0;
    return std::nullopt;
  }
  auto file = FileBytes::open(name, &bytes_read_);
  if (!file) return file.error();
  file_ = std::move(*file);
  const InputFormat format =
      by_ending ? (standard_input ? InputFormat::text : format_of(path.path).value_or(InputFormat::text))
                : options_.format;
  reader_ = reader_for(format, *file_, name);
  return std::nullopt;
}

std::optional<Error> DocumentSource::open_member() {
  const auto member = archive_->next();
  bytes_read_ += archive_->bytes_read() - archive_counted_;
  archive_counted_ = archive_->bytes_read();
  if (!member) {
    archive_.reset();
    return std::nullopt;
  }
  if (!*member) return member->error();
  const fs::path path = **member;
  const bool hidden = std::any_of(path.begin(), path.end(), [](const fs::path& part) {
    const std::string name = part.string();
    return name.starts_with('.') && name != "." && name != "..";
  });
  if (const auto format = format_of(path); format && !hidden) {
    reader_ = reader_for(*format, archive_->bytes(), archive_name_ + "/" + path.string());
  }
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
      const auto format = format_of(path);
      const bool wanted =
          options_.format == InputFormat::by_ending ? format || is_archive(path.string()) : format == options_.format;
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
    return input_error(folder.string(),
                       "holds no file that ends in .txt, .html, .jsonl, .csv, .rss, .warc or the like; name the files "
                       "themselves");
  }
  std::sort(found.begin(), found.end());
  for (auto path = found.rbegin(); path != found.rend(); ++path) {
    count(*path);
    paths_.push_back({std::move(*path), false});
  }
  return error;
}

}  // namespace dragoman
