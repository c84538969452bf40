#include "articles/csv.h"

#include "articles/html_page.h"
#include "articles/reader.h"
#include "text/limits.h"

#include <algorithm>
#include <array>

namespace dragoman {

namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

}  // namespace

// The separator that the header holds most of.
void CsvRecords::find_separator(std::string_view header) {
  separator_ = ',';
  for (const char candidate : {';', '\t', '|'}) {
    if (std::count(header.begin(), header.end(), candidate) > std::count(header.begin(), header.end(), separator_)) {
      separator_ = candidate;
    }
  }
}

CsvRecords::Outcome CsvRecords::next(std::vector<std::string>& fields) {
  fields.clear();
  if (separator_ == '\0') {
    std::string header;
    bool too_long = false;
    if (!bytes_.line(header, kMaxDocumentBytes, too_long)) return bytes_.error() ? Outcome::unreadable : Outcome::end;
    if (header.starts_with(kByteOrderMark)) header.erase(0, kByteOrderMark.size());
    // A first line "sep=;" tells spreadsheets the separator.
    if (header.starts_with("sep=") && header.size() >= 5) {
      separator_ = header[4];
      ++line_;
    } else {
      find_separator(header);
      bytes_.unread(header + "\n");
    }
  }
  std::string field;
  std::size_t size = 0;
  bool quoted = false, long_record = false;
  begin_ = line_;
  const auto put = [&](char c) {
    long_record = long_record || ++size > kMaxDocumentBytes;
    if (!long_record) field.push_back(c);
  };
  while (true) {
    const int c = bytes_.get();
    if (c < 0) {
      if (bytes_.error()) return Outcome::unreadable;
      if (quoted) return Outcome::open_quote;
      if (fields.empty() && field.empty()) return Outcome::end;
      break;
    }
    line_ += c == '\n';
    if (quoted) {
      if (c != '"') {
        put(static_cast<char>(c));
      } else if (bytes_.peek() == '"') {
        put(static_cast<char>(bytes_.get()));
      } else {
        quoted = false;
      }
    } else if (c == '"' && field.empty()) {
      quoted = true;
      quote_ = line_;
    } else if (c == separator_) {
      fields.push_back(std::move(field));
      field.clear();
    } else if (c == '\n') {
      if (!field.empty() && field.back() == '\r') field.pop_back();
      if (!fields.empty() || !field.empty()) break;
      begin_ = line_;
    } else {
      put(static_cast<char>(c));
    }
  }
  fields.push_back(std::move(field));
  return long_record ? Outcome::too_long : Outcome::record;
}

namespace {

constexpr std::array<std::pair<const char*, FieldRole>, 8> kFields = {{{"text", FieldRole::text},
                                                                       {"title", FieldRole::title},
                                                                       {"published", FieldRole::published},
                                                                       {"uri", FieldRole::uri},
                                                                       {"link", FieldRole::link},
                                                                       {"agency", FieldRole::agency},
                                                                       {"byline", FieldRole::byline},
                                                                       {"language", FieldRole::language}}};

class Csv : public DocumentReader {
 public:
  explicit Csv(ReaderInput input) : input_(std::move(input)), records_(input_.bytes) {}

  std::optional<Result<Document>> next() override {
    if (done_) return std::nullopt;
    if (!header_read_) {
      header_read_ = true;
      if (auto error = header()) {
        done_ = true;
        return *error;
      }
    }
    std::vector<std::string> fields;
    const CsvRecords::Outcome outcome = records_.next(fields);
    const std::string where = input_.name + ":" + std::to_string(records_.line());
    done_ = outcome != CsvRecords::Outcome::record && outcome != CsvRecords::Outcome::too_long;
    switch (outcome) {
      case CsvRecords::Outcome::end:
        if (records_read_ == 0) return input_error(input_.name, "holds a header alone; expected a report a record");
        return std::nullopt;
      case CsvRecords::Outcome::too_long:
        return document_too_long(where);
      case CsvRecords::Outcome::open_quote:
        return input_error(input_.name + ":" + std::to_string(records_.quote_line()),
                           "a quotation mark opens a field here and none closes it; what follows was not read");
      case CsvRecords::Outcome::unreadable:
        return *records_.bytes().error();
      case CsvRecords::Outcome::record:
        break;
    }
    ++records_read_;
    if (fields.size() != width_) {
      return input_error(where, "has " + std::to_string(fields.size()) + " fields, expected " + std::to_string(width_) +
                                    " as in the header");
    }
    return document(fields, where);
  }

 private:
  /// The header is the first record that names a column for the text: what an export is may stand above it.
  std::optional<Error> header() {
    constexpr int kMostRecordsAbove = 10;
    std::optional<Error> first;
    std::vector<std::string> names;
    for (int i = 0; i <= kMostRecordsAbove && records_.next(names) == CsvRecords::Outcome::record; ++i) {
      columns_.clear();
      const auto error = columns_of(names);
      if (!error) return std::nullopt;
      if (!first) first = error;
    }
    if (first) return first;
    return input_error(input_.name, "holds no header; expected the names of the columns in the first line");
  }

  std::optional<Error> columns_of(const std::vector<std::string>& names) {
    width_ = names.size();
    for (const auto& [field, role] : kFields) {
      const auto chosen = input_.options.columns.find(field);
      if (chosen != input_.options.columns.end()) {
        const auto at = std::find(names.begin(), names.end(), chosen->second);
        if (at == names.end()) {
          return input_error(input_.name + ":1",
                             "has no column " + in_quotes(chosen->second) + "; the header names " + listed(names));
        }
        columns_[field] = static_cast<std::size_t>(at - names.begin());
        continue;
      }
      for (const std::string& name : input_.words.fields.names("columns", role)) {
        const auto at =
            std::find_if(names.begin(), names.end(), [&](const std::string& n) { return FieldWords::key(n) == name; });
        if (at != names.end() && columns_.emplace(field, at - names.begin()).second) break;
      }
    }
    if (columns_.contains("text")) return std::nullopt;
    return input_error(
        input_.name + ":1",
        "has no column for the text; name one with --column text=NAME, the header names " + listed(names));
  }

  static std::string listed(const std::vector<std::string>& names) {
    std::string all;
    for (const std::string& name : names) all += (all.empty() ? "" : ", ") + in_quotes(name);
    return all;
  }

  Result<Document> document(std::vector<std::string>& fields, const std::string& where) const {
    const auto take = [&](const char* field) {
      const auto at = columns_.find(field);
      return at == columns_.end() ? std::string() : std::move(fields[at->second]);
    };
    Document document;
    document.text = plain(take("text"));
    unify_line_ends(document.text);
    document.title = take("title");
    document.uri = take("uri");
    document.link = take("link");
    document.agency = take("agency");
    document.language = take("language");
    document.byline = take("byline");
    document.published = take("published");
    if (document.uri.empty()) document.uri = document.link.empty() ? where : document.link;
    if (auto why = why_no_text(document.text)) return input_error(where, "the text " + *why);
    return document;
  }

  // A text that holds paragraphs as HTML is read as such.
  static std::string plain(std::string text) {
    if (text.find("<p>") == std::string::npos && text.find("<p ") == std::string::npos) return text;
    return text_of_fragment(text).value_or(std::move(text));
  }

  ReaderInput input_;
  CsvRecords records_;
  std::map<std::string, std::size_t> columns_;
  std::size_t width_ = 0, records_read_ = 0;
  bool header_read_ = false, done_ = false;
};

}  // namespace

std::unique_ptr<DocumentReader> read_csv(ReaderInput input) {
  return std::make_unique<Csv>(std::move(input));
}

}  // namespace dragoman
