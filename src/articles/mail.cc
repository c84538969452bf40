// Mail: one message, or a mailbox of many, through GMime. The body is the document, and so is each text attached.
#include "articles/charset.h"
#include "articles/forwarded.h"
#include "articles/fragment.h"
#include "articles/head_bytes.h"
#include "articles/lines.h"
#include "articles/page_article.h"
#include "articles/reader.h"
#include "text/ascii.h"
#include "text/dates.h"
#include "text/lazy_library.h"
#include "text/limits.h"
#include "text/written_day.h"

#include <algorithm>
#include <deque>
#include <filesystem>

#include <gmime/gmime.h>

namespace dragoman {

extern const LazyLibrary kGmimeLibrary;

namespace {

constexpr std::size_t kMaxMailBytes = std::size_t{1} << 30U;
constexpr int kMostMailParts = 2000;
constexpr int kMostDepth = 50;

struct Unref {
  template <class T>
  void operator()(T* object) const {
    g_object_unref(object);
  }
};
template <class T>
using Owned = std::unique_ptr<T, Unref>;

std::string from(const char* text) {
  return text == nullptr ? "" : to_utf8(text);
}

/// The bytes of a part, decoded.
std::string content_of(GMimePart* part) {
  GMimeDataWrapper* content = g_mime_part_get_content(part);
  if (content == nullptr) return {};
  const Owned<GMimeStream> memory(g_mime_stream_mem_new());
  g_mime_data_wrapper_write_to_stream(content, memory.get());
  const GByteArray* bytes = g_mime_stream_mem_get_byte_array(reinterpret_cast<GMimeStreamMem*>(memory.get()));
  return {reinterpret_cast<const char*>(bytes->data), bytes->len};
}

/// Text with "format=flowed": a blank at the end of a line says that the next one goes on with it.
std::string joined_flowed(const std::string& text, bool without_blank) {
  std::string out;
  const std::vector<std::string_view> lines = lines_of(text);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::string_view line = lines[i];
    const bool last = i + 1 == lines.size() || trimmed(lines[i + 1]).empty();  // of its paragraph
    const bool goes_on = !last && line.ends_with(' ') && line != "-- " && !trimmed(line).empty();
    std::string_view kept = line;
    while (kept.ends_with(' ') && (!goes_on || without_blank)) kept.remove_suffix(1);
    out += kept;
    if (!goes_on) out += '\n';
  }
  return out;
}

/// A part of text as UTF-8; HTML without its marks.
std::string text_of(GMimePart* part, const PageWords& words) {
  GMimeContentType* type = g_mime_object_get_content_type(reinterpret_cast<GMimeObject*>(part));
  const char* charset = g_mime_content_type_get_parameter(type, "charset");
  std::string text = to_utf8(content_of(part), charset == nullptr ? "" : charset);
  unify_line_ends(text);
  if (g_mime_content_type_is_type(type, "text", "html") != 0)
    return report_in_fragment(text, words, true).value_or(std::string());
  const char* format = g_mime_content_type_get_parameter(type, "format");
  const char* drops = g_mime_content_type_get_parameter(type, "delsp");
  const bool flowed = format != nullptr && ascii_lower(format) == "flowed";
  return flowed ? joined_flowed(text, drops != nullptr && ascii_lower(drops) == "yes") : text;
}

/// Without the writer's signature, and without the marks of quoted lines.
std::string without_signature(const std::string& text) {
  std::string out;
  for (std::string_view line : lines_of(text)) {
    if (line == "-- " || line == "--") break;
    while (line.starts_with("> ") || line.starts_with(">")) line.remove_prefix(line.starts_with("> ") ? 2 : 1);
    out.append(line) += '\n';
  }
  return std::string(trimmed(out));
}

/// A line of a mail that says nothing: a rule, an address alone.
bool is_empty_line(std::string_view line) {
  line = trimmed(line);
  if (line.empty()) return false;
  if (line.starts_with('<') || line.starts_with('[')) line.remove_prefix(1);
  if (line.starts_with("http://") || line.starts_with("https://")) return line.find(' ') == std::string_view::npos;
  constexpr std::size_t kShortestRule = 5;
  return line.size() >= kShortestRule && line.find_first_not_of("-_=*~# ") == std::string_view::npos;
}

/// Without addresses on lines of their own, and what services write around: how to leave the list, where to see it in a
/// browser.
std::string without_service_lines(const std::string& text, const PageWords& words) {
  std::string out;
  const std::vector<std::string_view> lines = lines_of(text);
  for (std::size_t i = 0; i < lines.size();) {
    std::size_t end = i;
    while (end < lines.size() && !trimmed(lines[end]).empty()) ++end;
    std::string paragraph, kept;
    for (std::size_t k = i; k < end; ++k) {
      if (is_empty_line(lines[k])) continue;
      paragraph.append(paragraph.empty() ? "" : " ").append(trimmed(lines[k]));
      kept.append(lines[k]) += '\n';
    }
    if (!words.is_no_report(paragraph)) out += kept;
    for (i = end; i < lines.size() && trimmed(lines[i]).empty(); ++i) out += '\n';
  }
  return std::string(trimmed(out));
}

struct Attachment {
  std::string name, bytes;
};

/// What a message holds.
class Message {
 public:
  explicit Message(const PageWords& words) : words_(words) {}

  std::string plain, html;
  std::string page_bytes;  // the HTML as it came
  std::vector<Attachment> attachments;

  void add(GMimeObject* object, int depth) {
    if (object == nullptr || depth > kMostDepth || ++parts_ > kMostMailParts) return;
    if (GMIME_IS_MULTIPART(object)) {
      auto* multipart = reinterpret_cast<GMimeMultipart*>(object);
      const int count = g_mime_multipart_get_count(multipart);
      for (int i = 0; i < count; ++i) add(g_mime_multipart_get_part(multipart, i), depth + 1);
      return;
    }
    if (GMIME_IS_MESSAGE_PART(object)) {
      GMimeMessage* message = g_mime_message_part_get_message(reinterpret_cast<GMimeMessagePart*>(object));
      char* bytes =
          message == nullptr ? nullptr : g_mime_object_to_string(reinterpret_cast<GMimeObject*>(message), nullptr);
      if (bytes != nullptr) attachments.push_back({"forwarded.eml", bytes});
      g_free(bytes);
      return;
    }
    if (!GMIME_IS_PART(object)) return;
    auto* part = reinterpret_cast<GMimePart*>(object);
    GMimeContentType* type = g_mime_object_get_content_type(object);
    const char* name = g_mime_part_get_filename(part);
    const bool text = g_mime_content_type_is_type(type, "text", "*") != 0;
    const bool plain_text = g_mime_content_type_is_type(type, "text", "plain") != 0;
    const bool page = g_mime_content_type_is_type(type, "text", "html") != 0;
    if (text && name == nullptr && !g_mime_part_is_attachment(part) && (plain_text || page)) {
      std::string& to = plain_text ? plain : html;
      if (page) page_bytes += content_of(part);
      add_paragraph(to, text_of(part, words_));
      return;
    }
    attachments.push_back({name == nullptr ? "attachment" : from(name), content_of(part)});
  }

 private:
  const PageWords& words_;
  int parts_ = 0;
};

class Mail : public DocumentReader {
 public:
  explicit Mail(ReaderInput input) : input_(std::move(input)) {}

  std::optional<Result<Document>> next() override {
    while (true) {
      if (!ready_.empty()) {
        Result<Document> document = std::move(ready_.front());
        ready_.pop_front();
        return document;
      }
      if (!opened_) {
        open();
      } else if (!read_message()) {
        return std::nullopt;
      }
    }
  }

 private:
  void open() {
    opened_ = true;
    if (const auto loaded = load(kGmimeLibrary); !loaded) return void(ready_.emplace_back(loaded.error()));
    static const bool initialised = (g_mime_init(), true);
    static_cast<void>(initialised);
    auto bytes = read_all(input_.bytes, kMaxMailBytes, input_.name);
    if (!bytes) return void(ready_.emplace_back(bytes.error()));
    bytes_ = std::move(*bytes);
    mailbox_ = bytes_.starts_with("From ");
    const Owned<GMimeStream> stream(g_mime_stream_mem_new_with_buffer(bytes_.data(), bytes_.size()));
    parser_.reset(g_mime_parser_new_with_stream(stream.get()));
    g_mime_parser_set_format(parser_.get(), mailbox_ ? GMIME_FORMAT_MBOX : GMIME_FORMAT_MESSAGE);
  }

  /// Reads the next message; false at the end.
  bool read_message() {
    if (!parser_ || (number_ > 0 && (!mailbox_ || g_mime_parser_eos(parser_.get())))) return false;
    ++number_;
    const std::string name = mailbox_ ? input_.name + "#" + std::to_string(number_) : input_.name;
    const Owned<GMimeMessage> message(g_mime_parser_construct_message(parser_.get(), nullptr));
    if (!message) {
      parser_.reset();
      ready_.emplace_back(input_error(name, "is no message: its header cannot be read"));
      return true;
    }
    if (is_saved_page(message.get())) return read_page_of(message.get(), name);
    Message parts(input_.words);
    parts.add(g_mime_message_get_mime_part(message.get()), 0);
    Document document;
    document.uri = name;
    MailText mail = innermost_message({from(g_mime_message_get_subject(message.get())), sent(message.get()),
                                       without_signature(trimmed(parts.plain).empty() ? parts.html : parts.plain)},
                                      input_.words);
    document.title = std::move(mail.title);
    document.published = std::move(mail.published);
    document.text = unwrapped(without_service_lines(mail.text, input_.words));
    if (auto why = why_no_text(document.text)) {
      if (parts.attachments.empty()) ready_.emplace_back(input_error(name, "the message " + *why));
    } else if (document.text.size() > kMaxDocumentBytes) {
      ready_.emplace_back(document_too_long(name));
    } else {
      ready_.emplace_back(document);
    }
    for (Attachment& attachment : parts.attachments) attach(std::move(attachment), name, document.published);
    return true;
  }

  /// A page that a browser saved as one file has the form of a mail.
  static bool is_saved_page(GMimeMessage* message) {
    auto* object = reinterpret_cast<GMimeObject*>(message);
    const std::string sender = ascii_lower(from(g_mime_object_get_header(object, "From")).substr(0, 12));
    return g_mime_object_get_header(object, "Snapshot-Content-Location") != nullptr || sender.find("saved by") < 2;
  }

  bool read_page_of(GMimeMessage* message, const std::string& name) {
    Message parts(input_.words);
    parts.add(g_mime_message_get_mime_part(message), 0);
    auto articles = articles_of_page(parts.page_bytes, input_.words);
    if (!articles) {
      ready_.emplace_back(input_error(name, articles.error().message));
      return true;
    }
    for (std::size_t i = 0; i < articles->size(); ++i) {
      ready_.emplace_back(document_of(std::move((*articles)[i]), i == 0 ? name : name + "#" + std::to_string(i + 1)));
    }
    return true;
  }

  /// When it was sent, by the sender's own calendar and clock. GMime reads the day, which has many forms in old mail;
  /// it gives midnight to what tells no time, so that the time is taken from what stands there.
  static std::string sent(GMimeMessage* message) {
    const std::string written = from(g_mime_object_get_header(reinterpret_cast<GMimeObject*>(message), "Date"));
    GDateTime* date = g_mime_message_get_date(message);
    if (date == nullptr) return written;
    int year = 0, month = 0, day = 0;
    g_date_time_get_ymd(date, &year, &month, &day);
    char out[40];
    g_snprintf(out, sizeof out, "%04d-%02d-%02d", year, month, day);
    return to_string(Moment{out, written_day(written).time});
  }

  void attach(Attachment attachment, const std::string& message, const std::string& published) {
    const std::string name = message + "/" + attachment.name;
    const Kind kind = kind_of(std::string_view(attachment.bytes).substr(0, kHeadBytes), attachment.name);
    const bool readable = kind.format != InputFormat::by_content && kind.format != InputFormat::archive &&
                          kind.format != InputFormat::warc && kind.format != InputFormat::mbox;
    constexpr int kMostNested = 5;  // messages that are attached to messages
    if (!readable || depth_ >= kMostNested) {
      ready_.emplace_back(Error{ErrorKind::aside, name, "is attached to a message and not read: " + kind.name});
      return;
    }
    MemoryBytes bytes(std::move(attachment.bytes));
    ReaderInput input{bytes, name, input_.options, input_.words};
    std::unique_ptr<DocumentReader> reader;
    if (kind.format == InputFormat::mail) {
      auto mail = std::make_unique<Mail>(std::move(input));
      mail->depth_ = depth_ + 1;
      reader = std::move(mail);
    } else {
      reader = read_format(kind.format, std::move(input));
    }
    while (auto document = reader->next()) {
      if (*document && (*document)->published.empty()) (*document)->published = published;
      ready_.push_back(std::move(*document));
    }
  }

  ReaderInput input_;
  std::string bytes_;
  Owned<GMimeParser> parser_;
  std::deque<Result<Document>> ready_;
  std::size_t number_ = 0;
  int depth_ = 0;  // of messages that this one is attached to
  bool opened_ = false, mailbox_ = false;
};

}  // namespace

std::unique_ptr<DocumentReader> read_mail(ReaderInput input) {
  return std::make_unique<Mail>(std::move(input));
}

}  // namespace dragoman
