#include "articles/json_fields.h"
#include "articles/reader.h"
#include "text/limits.h"

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
    return document_of_json(json, where, input_.words.fields);
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
