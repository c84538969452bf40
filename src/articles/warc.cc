// WARC: the pages among its responses, and the plain texts of WET files.
#include "articles/archive.h"
#include "articles/page_article.h"
#include "articles/reader.h"
#include "text/ascii.h"
#include "text/limits.h"

#include <algorithm>
#include <charconv>

namespace dragoman {

namespace {

constexpr std::size_t kMaxHeaderLine = std::size_t{64} << 10U;
constexpr std::size_t kMaxHeaders = 1000;
constexpr std::size_t kMaxRecordBytes = std::size_t{32} << 20U;

using Headers = std::map<std::string, std::string>;

void add_header(Headers& headers, std::string_view line) {
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos) return;
  std::string_view value = line.substr(colon + 1);
  while (!value.empty() && (value.front() == ' ' || value.front() == '\t')) value.remove_prefix(1);
  while (!value.empty() && (value.back() == '\r' || value.back() == ' ')) value.remove_suffix(1);
  headers.emplace(ascii_lower(line.substr(0, colon)), std::string(value));
}

/// Body of a message in chunks (RFC 9112, 7.1); the input itself where it is not in chunks after all.
std::string joined(std::string body) {
  std::string out;
  std::string_view rest = body;
  while (true) {
    std::size_t size = 0;
    const auto [end, code] = std::from_chars(rest.data(), rest.data() + rest.size(), size, 16);
    if (code != std::errc()) return body;
    const std::size_t line = rest.find('\n', static_cast<std::size_t>(end - rest.data()));
    if (size == 0 || line == std::string_view::npos) return out;
    rest.remove_prefix(line + 1);
    if (size > rest.size()) return out.append(rest);
    out.append(rest.substr(0, size));
    rest.remove_prefix(std::min(size + 2, rest.size()));
  }
}

class Warc : public DocumentReader {
 public:
  explicit Warc(ReaderInput input) : input_(std::move(input)), bytes_(input_.bytes) {}

  std::optional<Result<Document>> next() override {
    while (!done_) {
      Headers headers;
      if (auto error = header(headers)) return *error;
      if (done_) break;
      auto body = content(headers);
      if (!body) return body.error();
      if (auto document = read(headers, std::move(*body))) return document;
    }
    if (bytes_.error() && !told_) {
      told_ = true;
      return *bytes_.error();
    }
    return std::nullopt;
  }

 private:
  std::string where() const { return input_.name + ", record " + std::to_string(number_); }

  /// Reads on to the next record and its headers.
  std::optional<Error> header(Headers& headers) {
    std::string line, found;
    bool too_long = false;
    std::size_t passed = 0;
    while (true) {
      if (!bytes_.line(line, kMaxHeaderLine, too_long)) {
        done_ = true;
        return passed == 0 ? std::nullopt
                           : std::optional(input_error(
                                 where(), "found " + in_quotes(found) +
                                              " behind it, expected the next record (WARC/1.0) or the end"));
      }
      if (line.starts_with("WARC/1.")) break;
      if (line.empty() || line == "\r") continue;
      if (passed++ == 0) found = line;
    }
    if (passed > 0) {  // the record is read, and what stood before it reported
      bytes_.unread(line + "\n");
      return input_error(where(), "found " + in_quotes(found) +
                                      " behind it, expected the next record (WARC/1.0); is its Content-Length wrong?");
    }
    ++number_;
    for (std::size_t n = 0; n < kMaxHeaders && bytes_.line(line, kMaxHeaderLine, too_long); ++n) {
      if (line.empty() || line == "\r") return std::nullopt;
      add_header(headers, line);
    }
    return input_error(where(), "has headers without an end");
  }

  /// As many bytes as the record says that it has; what is too long to be a page is passed over and left empty.
  Result<std::string> content(const Headers& headers) {
    const auto field = headers.find("content-length");
    std::uint64_t length = 0;
    const std::string text = field == headers.end() ? "" : field->second;
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), length);
    if (text.empty() || code != std::errc() || end != text.data() + text.size()) {
      return input_error(where(), "has the Content-Length " + in_quotes(text) + ", expected a number of bytes");
    }
    std::string body;
    for (std::uint64_t n = 0; n < length; ++n) {
      const int c = bytes_.get();
      if (c < 0) {
        resume(body);
        return input_error(where(), "ends after " + std::to_string(n) + " bytes; its Content-Length is " + text);
      }
      if (body.size() <= kMaxRecordBytes) body.push_back(static_cast<char>(c));
    }
    if (bytes_.peek() >= 0 && bytes_.peek() != '\r' && bytes_.peek() != '\n' && resume(body)) {
      return input_error(where(), "runs into the next record; its Content-Length, " + text + ", is wrong");
    }
    if (body.size() > kMaxRecordBytes) body.clear();
    return body;
  }

  /// Puts back the records that a false length made part of `body`; false when there are none.
  bool resume(const std::string& body) {
    const std::size_t next = body.find("\r\n\r\nWARC/1.");
    if (next == std::string::npos) return false;
    bytes_.unread(body.substr(next));
    return true;
  }

  std::optional<Result<Document>> read(const Headers& record, std::string body) const {
    const auto get = [](const Headers& headers, const char* name) {
      const auto field = headers.find(name);
      return field == headers.end() ? std::string() : field->second;
    };
    const std::string kind = get(record, "warc-type");
    std::string type = get(record, "content-type");
    std::string name = get(record, "warc-target-uri");
    if (name.starts_with('<') && name.ends_with('>')) name = name.substr(1, name.size() - 2);
    if (body.empty() || (kind != "response" && kind != "resource" && kind != "conversion")) return std::nullopt;
    if (kind == "response") {
      if (!type.starts_with("application/http") && !type.starts_with("message/http")) return std::nullopt;
      Headers http;
      bool ok = false;
      body = http_body(body, http, ok);
      if (!ok) return std::nullopt;  // a redirection, an error page
      type = get(http, "content-type");
      if (ascii_lower(get(http, "transfer-encoding")) == "chunked") body = joined(std::move(body));
      const std::string coding = ascii_lower(get(http, "content-encoding"));
      if (!coding.empty() && coding != "identity") {
        auto plain = decompressed(body, kMaxRecordBytes, where());
        if (plain) body = std::move(*plain);
      }
    }
    type = ascii_lower(type);
    if (kind == "conversion" || type.starts_with("text/plain")) return plain_text(std::move(body), name);
    if (!type.starts_with("text/html") && !type.starts_with("application/xhtml")) return std::nullopt;
    const std::size_t charset = type.find("charset=");
    auto article = article_of_page(body, input_.words,
                                   charset == std::string::npos ? "" : std::string_view(type).substr(charset + 8));
    if (!article) return input_error(where() + " (" + name + ")", article.error().message);
    return document_of(std::move(*article), name);
  }

  Result<Document> plain_text(std::string body, const std::string& name) const {
    unify_line_ends(body);
    if (auto why = why_no_text(body)) return input_error(where() + " (" + name + ")", *why);
    if (body.size() > kMaxDocumentBytes) return document_too_long(where());
    Document document;
    document.uri = name;
    document.link = name;
    document.text = std::move(body);
    return document;
  }

  static std::string http_body(const std::string& message, Headers& headers, bool& ok) {
    std::size_t at = message.find('\n');
    const std::string_view status = std::string_view(message).substr(0, at);
    ok = at != std::string::npos && status.find(" 200") != std::string_view::npos;
    while (at != std::string::npos) {
      const std::size_t begin = at + 1;
      at = message.find('\n', begin);
      const std::string_view line = std::string_view(message).substr(begin, at == std::string::npos ? at : at - begin);
      if (line.empty() || line == "\r") break;
      add_header(headers, line);
    }
    return at == std::string::npos ? std::string() : message.substr(at + 1);
  }

  ReaderInput input_;
  BufferedBytes bytes_;
  std::size_t number_ = 0;
  bool done_ = false, told_ = false;
};

}  // namespace

std::unique_ptr<DocumentReader> read_warc(ReaderInput input) {
  return std::make_unique<Warc>(std::move(input));
}

}  // namespace dragoman
