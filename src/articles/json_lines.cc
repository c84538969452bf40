#include "articles/reader.h"
#include "text/limits.h"

#include <array>

#include <nlohmann/json.hpp>

namespace dragoman {

namespace {

class JsonLines : public DocumentReader {
 public:
  explicit JsonLines(ReaderInput input) : input_(std::move(input)), bytes_(input_.bytes) {}

  std::optional<Result<Document>> next() override {
    // A character of the text may take six in JSON (\u00e9).
    constexpr std::size_t kMaxLine = kMaxDocumentBytes * 6;
    constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
    std::string line;
    bool too_long = false;
    while (bytes_.line(line, kMaxLine, too_long)) {
      const std::string where = input_.name + ":" + std::to_string(++number_);
      if (bytes_.error()) break;
      if (too_long) return document_too_long(where);
      if (number_ == 1 && line.starts_with(kByteOrderMark)) line.erase(0, kByteOrderMark.size());
      if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
      return document(line, where);
    }
    if (bytes_.error() && !told_) {
      told_ = true;
      return *bytes_.error();
    }
    return std::nullopt;
  }

 private:
  Result<Document> document(const std::string& line, const std::string& where) const {
    const auto json = nlohmann::json::parse(line, nullptr, false);
    if (!json.is_object()) {
      return input_error(where, "found " + in_quotes(line) + ", expected a JSON object with the field \"text\"");
    }
    Document document;
    std::string id, published;
    const std::array<std::pair<const char*, std::string*>, 8> fields = {{{"text", &document.text},
                                                                         {"uri", &document.uri},
                                                                         {"id", &id},
                                                                         {"title", &document.title},
                                                                         {"published", &published},
                                                                         {"agency", &document.agency},
                                                                         {"language", &document.language},
                                                                         {"link", &document.link}}};
    for (const auto& [name, to] : fields) {
      const auto field = json.find(name);
      if (field == json.end() || field->is_null()) continue;
      if (field->is_number_integer() && to == &id) {
        id = field->dump();
      } else if (field->is_string()) {
        *to = field->get<std::string>();
      } else {
        return input_error(
            where, "the field \"" + std::string(name) + "\" is a " + field->type_name() + ", expected a string");
      }
    }
    if (document.uri.empty()) document.uri = id.empty() ? where : id;
    if (!json.contains("text")) {
      return input_error(where, "has no field \"text\"; expected the text of the report there");
    }
    if (document.text.size() > kMaxDocumentBytes) return document_too_long(where);
    if (auto why = why_no_text(document.text)) return input_error(where, "the field \"text\" " + *why);
    if (auto error = set_published(document, published, input_.options, where)) return *error;
    return document;
  }

  ReaderInput input_;
  BufferedBytes bytes_;
  std::size_t number_ = 0;
  bool told_ = false;
};

}  // namespace

std::unique_ptr<DocumentReader> read_json_lines(ReaderInput input) {
  return std::make_unique<JsonLines>(std::move(input));
}

}  // namespace dragoman
