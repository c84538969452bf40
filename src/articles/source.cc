#include "articles/source.h"

#include "articles/charset.h"
#include "articles/clean.h"
#include "articles/windows_text.h"
#include "text/dates.h"
#include "text/limits.h"

#include <algorithm>
#include <exception>
#include <utility>

namespace dragoman {

namespace fs = std::filesystem;

namespace {

bool is_hidden(const fs::path& path) {
  return std::any_of(path.begin(), path.end(), [](const fs::path& part) {
    const std::string name = part.string();
    return (name.starts_with('.') && name != "." && name != "..") || name == "__MACOSX";
  });
}

/// Text that may be UTF-16, which is read as UTF-8.
bool is_text(InputFormat format) {
  switch (format) {
    case InputFormat::text:
    case InputFormat::jsonl:
    case InputFormat::csv:
    case InputFormat::markdown:
    case InputFormat::json:
    case InputFormat::nexis:
    case InputFormat::factiva:
    case InputFormat::proquest:
    case InputFormat::ebsco:
    case InputFormat::gale:
    case InputFormat::newsbank:
    case InputFormat::monitoring:
      return true;
    default:
      return false;
  }
}

/// Text that Windows and Excel save without Unicode. Exports and documents tell their charset or try it by themselves.
bool may_be_windows_text(InputFormat format) {
  return format == InputFormat::text || format == InputFormat::csv || format == InputFormat::markdown;
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

void DocumentSource::refuse(Error error, const std::string& kind) {
  ++not_read_[kind];
  refused_.push_back(std::move(error));
}

void DocumentSource::set_aside(const std::string& where, const std::string& kind, const std::string& why, bool named) {
  const bool vowel = std::string_view("AEIOaeio").find(kind.front()) != std::string_view::npos;
  const bool is_mass = kind.starts_with("text") || kind.starts_with("XML") || kind == "sound" || kind == "video";
  const std::string article = is_mass ? "" : vowel ? "an " : "a ";
  refuse(Error{named ? ErrorKind::input : ErrorKind::aside, where,
               "is " + article + kind + ", which is not read" + (why.empty() ? "" : "; " + why)},
         kind);
}

std::optional<Result<Document>> DocumentSource::next() {
  try {
    return next_document();
  } catch (const std::exception& fault) {  // for want of memory, above all: the files behind go on
    const std::string name = archive_ ? archive_name_ : file_name_;
    reader_.reset();
    head_.reset();
    converted_.reset();
    archive_.reset();
    ++not_read_[kind_.empty() ? "unreadable file" : kind_];
    return input_error(name, std::string("what is left of it cannot be read (") + fault.what() + ") and is set aside");
  }
}

std::optional<Result<Document>> DocumentSource::next_document() {
  while (true) {
    if (!refused_.empty()) {
      Error error = std::move(refused_.front());
      refused_.pop_front();
      return error;
    }
    if (!ready_.empty()) {
      Result<Document> document = std::move(ready_.front());
      ready_.pop_front();
      if (document) {
        if (cleans_) {
          clean_characters(document->text);
          clean_characters(document->title);
          if (const auto why = why_no_text(document->text)) {  // there was nothing else in it
            ++not_read_[kind_];
            return input_error(document->uri, *why);
          }
        }
        // Where a source is an address, it is that of the report.
        if (document->agency.starts_with("http")) {
          if (document->link.empty()) document->link = document->agency;
          document->agency.clear();
        }
        set_day(*document);
        if (std::exchange(from_windows_, false)) {
          document->notes.emplace_back(
              "is no UTF-8 and is read as Windows-1252; convert it with iconv where that is wrong");
        }
      } else {
        ++not_read_[kind_];
      }
      return document;
    }
    if (reader_) {
      if (auto document = reader_->next()) {
        ready_.push_back(std::move(*document));
        look_ahead();
        continue;
      }
      reader_.reset();
      head_.reset();
      converted_.reset();
    }
    if (archive_) {
      open_member();
      continue;
    }
    file_.reset();
    if (paths_.empty()) return std::nullopt;
    const Path path = std::move(paths_.back());
    paths_.pop_back();
    open(path);
  }
}

void DocumentSource::look_ahead() {
  constexpr std::size_t kMostDocuments = 5000, kMostBytes = std::size_t{64} << 20U;
  const auto order_of = [&](const Result<Document>& document, bool& ambiguous) {
    if (!document) return DateOrder::unknown;
    const WrittenDay day = written_day(document->published);
    ambiguous = day.ambiguous;
    return day.shows;
  };
  bool ambiguous = false;
  if (shown_ == DateOrder::unknown) shown_ = order_of(ready_.back(), ambiguous);
  if (!ambiguous) return;
  std::size_t bytes = 0;
  while (shown_ == DateOrder::unknown && ready_.size() < kMostDocuments && bytes < kMostBytes) {
    auto document = reader_->next();
    if (!document) return;
    if (*document) bytes += (*document)->text.size();
    shown_ = order_of(*document, ambiguous);
    ready_.push_back(std::move(*document));
  }
}

void DocumentSource::set_day(Document& document) const {
  const std::string found = std::move(document.published);
  document.published.clear();
  if (found.find_first_not_of(" \t\r\n") != std::string::npos) {
    const WrittenDay day = written_day(found, shown_ != DateOrder::unknown ? shown_ : options_.date_order);
    document.published = to_string(Moment{day.day, day.day.empty() ? "" : day.time});
    document.published_is_metadata = !day.day.empty();
    if (day.ambiguous) {
      document.notes.push_back(
          "its day is " + in_quotes(found) +
          ", which may be two days, and is not used; say with --date-order dmy or mdy which it is");
    } else if (day.day.empty()) {
      document.notes.push_back("its day is " + in_quotes(found) +
                               ", which is none that is known, and is not used; give it as 2016-12-03");
    }
  }
  if (document.published.empty() && options_.date_from_filename) {
    document.published = written_day(fs::path(file_name_).filename().string(), options_.date_order).day;
  }
  if (document.published.empty()) document.published = options_.published;
}

void DocumentSource::open(const Path& path) {
  std::error_code code;
  const std::string name = path.path.string();
  file_name_ = name;
  const bool standard_input = path.named && name == "-";
  if (!standard_input && path.named && fs::is_directory(path.path, code)) return list_folder(path.path);
  auto file = FileBytes::open(name, &bytes_read_);
  if (!file) return refuse(file.error(), "missing or locked file");
  file_ = std::move(*file);
  open_bytes(std::make_unique<HeadBytes>(*file_, kHeadBytes), name, path.named);
}

void DocumentSource::open_bytes(std::unique_ptr<HeadBytes> bytes, const std::string& name, bool named) {
  Kind kind = kind_of(bytes->head(), name);
  const bool chosen = options_.format != InputFormat::by_content;
  if (chosen && named) {
    kind = {options_.format, "file", ""};
  } else if (chosen && kind.format != options_.format) {
    return set_aside(name, kind.name, "--input-format names another kind");
  }
  if (kind.is_text && named) kind.format = InputFormat::text;
  if (kind.format == InputFormat::archive) {
    if (archive_) return set_aside(name, "archive within an archive", "unpack it first", named);
    if (name == "-") return set_aside(name, kind.name, "give it as a file", named);
    file_.reset();
    bytes.reset();
    auto archive = Archive::open(name);
    if (!archive) return refuse(archive.error(), kind.name);
    archive_ = std::move(*archive);
    archive_name_ = name;
    archive_counted_ = 0;
    return;
  }
  if (kind.format == InputFormat::by_content) return set_aside(name, kind.name, kind.why, named);
  head_ = std::move(bytes);
  Bytes* from = head_.get();
  const std::string_view charset = wide_charset(head_->head());
  if (is_text(kind.format) && !charset.empty()) {
    constexpr std::size_t kMostBytes = std::size_t{256} << 20U;
    const auto all = read_all(*from, kMostBytes, name);
    if (!all) return refuse(all.error(), kind.name);
    converted_ = std::make_unique<MemoryBytes>(to_utf8(*all, charset));
    from = converted_.get();
  } else if (may_be_windows_text(kind.format) && is_windows_1252(head_->head(), head_->head().size() == kHeadBytes)) {
    converted_ = std::make_unique<Windows1252Bytes>(*from);
    from = converted_.get();
    from_windows_ = true;
  }
  kind_ = kind.name;
  file_name_ = name;
  shown_ = DateOrder::unknown;
  // Whoever gives texts themselves, plain or in JSON or CSV, counts on their offsets.
  cleans_ = kind.format != InputFormat::text && kind.format != InputFormat::jsonl && kind.format != InputFormat::json &&
            kind.format != InputFormat::csv;
  reader_ = read_format(kind.format, ReaderInput{*from, name, options_, words_});
}

void DocumentSource::open_member() {
  const auto member = archive_->next();
  bytes_read_ += archive_->bytes_read() - archive_counted_;
  archive_counted_ = archive_->bytes_read();
  if (!member) {
    archive_.reset();
    return;
  }
  if (!*member) return refuse(member->error(), "archive");
  const std::string name = archive_name_ + "/" + **member;
  if (is_hidden(**member)) return set_aside(name, "hidden file", "");
  open_bytes(std::make_unique<HeadBytes>(archive_->bytes(), kHeadBytes), name, false);
}

void DocumentSource::list_folder(const fs::path& folder) {
  std::vector<fs::path> found;
  std::error_code code;
  fs::recursive_directory_iterator at(folder, code);
  const auto failed = [&](const fs::path& path, const std::error_code& why) {
    refuse(input_error(path.string(), "cannot be read: " + why.message()), "folder");
  };
  if (code) return failed(folder, code);
  bool any = false;
  for (const fs::recursive_directory_iterator end; at != end;) {
    const fs::path& path = at->path();
    std::error_code ignored;
    any = true;
    if (is_hidden(path.filename())) {
      const bool is_folder = at->is_directory(ignored);
      if (is_folder) at.disable_recursion_pending();
      set_aside(path.string(), is_folder ? "hidden folder" : "hidden file", "");
    } else if (at->is_regular_file(ignored)) {
      found.push_back(path);
    } else if (at->is_directory(ignored) && !fs::is_symlink(path, ignored)) {
      // A sub-folder that may not be entered is an error of its own; the walk goes on beside it.
      fs::directory_iterator probe(path, ignored);
      if (ignored) {
        at.disable_recursion_pending();
        failed(path, ignored);
      }
    }
    at.increment(code);
    if (code) {
      failed(folder, code);
      break;
    }
  }
  if (!any) refuse(input_error(folder.string(), "holds no files; name a folder that does, or files"), "empty folder");
  std::sort(found.begin(), found.end());
  for (auto path = found.rbegin(); path != found.rend(); ++path) {
    count(*path);
    paths_.push_back({std::move(*path), false});
  }
}

}  // namespace dragoman
