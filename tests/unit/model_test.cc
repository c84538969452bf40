// Model files: what is whole opens, what is not is refused with a reason.
#include "model/model.h"

#include "language/engine.h"
#include "model/model_writer.h"
#include "support/tiny_model.h"

#include <fstream>
#include <iterator>
#include <sstream>

#include <catch2/catch.hpp>
#include <unistd.h>

using namespace dragoman;
namespace fs = std::filesystem;

namespace {

/// A file for one test, gone when the test is.
class Scratch {
 public:
  explicit Scratch(const std::string& name)
      : path_(fs::temp_directory_path() / ("dragoman-" + std::to_string(getpid()) + "-" + name)) {}
  ~Scratch() {
    std::error_code code;
    fs::remove(path_, code);
  }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  const fs::path& path() const { return path_; }

  std::string read() const {
    std::ifstream in(path_, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  void write(std::string_view bytes) const {
    std::ofstream(path_, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  }

 private:
  fs::path path_;
};

std::string error_of(const fs::path& path) {
  const auto engine = Engine::open(path);
  return engine ? "" : engine.error().to_string();
}

}  // namespace

TEST_CASE("a whole model file opens and reads", "[model]") {
  const Scratch file("whole");
  REQUIRE(write_tiny_model(file.path()));
  const auto engine = Engine::open(file.path());
  if (!engine) FAIL(engine.error().to_string());
  CHECK((*engine)->model_name() == "en_tiny 3.8.0");
  const auto text = Text::from_utf8("Canada's envoy didn't meet (them).");
  Engine::Workspace workspace;
  const Parse parse = (*engine)->parse(*text, workspace);
  std::vector<std::string> tokens;
  for (const Token& token : parse.tokens) tokens.emplace_back(token.text);
  CHECK(tokens == std::vector<std::string>{"Canada", "'s", "envoy", "did", "n't", "meet", "(", "them", ")", "."});
}

TEST_CASE("a model file cut short is refused, wherever it is cut", "[model]") {
  const Scratch file("cut");
  REQUIRE(write_tiny_model(file.path()));
  const std::string whole = file.read();
  for (std::size_t size = 0; size < whole.size(); size += 997) {
    file.write(std::string_view(whole).substr(0, size));
    INFO(size);
    CHECK(error_of(file.path()).find("; import the model anew") != std::string::npos);
  }
}

TEST_CASE("a model file with one byte changed is refused, whichever it is", "[model]") {
  const Scratch file("changed");
  REQUIRE(write_tiny_model(file.path()));
  const std::string whole = file.read();
  std::size_t unnoticed = 0;
  for (std::size_t at = 0; at < whole.size(); at += 101) {
    std::string changed = whole;
    changed[at] = static_cast<char>(changed[at] ^ 0x10);
    file.write(changed);
    const auto model = Model::open(file.path());
    if (model && (*model)->verify()) {
      // Only padding between the parts may differ.
      INFO(at);
      CHECK(whole[at] == 0);
      ++unnoticed;
    }
  }
  CHECK(unnoticed < 20);
}

TEST_CASE("files that are no model say what they are", "[model]") {
  const Scratch file("foreign");
  file.write(std::string(5000, 'x'));
  CHECK(error_of(file.path()).find("does not begin with DRAGOMDL") != std::string::npos);
  file.write("");
  CHECK(error_of(file.path()).find("found 0 bytes, expected a language model") != std::string::npos);
  CHECK(error_of("/no/such/file").find("cannot open the language model") != std::string::npos);
  REQUIRE(write_tiny_model(file.path()));
  std::string later = file.read();
  later[8] = 9;
  file.write(later);
  CHECK(error_of(file.path()).find("found version 9 of the model format, expected version 1") != std::string::npos);
}

TEST_CASE("a model that lacks a part names it", "[model]") {
  const Scratch file("partial");
  ModelWriter writer;
  writer.add_bytes("meta/name", "en_none");
  REQUIRE(writer.write(file.path()));
  CHECK(error_of(file.path()).find("the model has no part \"norm/keys\"") != std::string::npos);
}

TEST_CASE("the worked example of docs/model-format.md is what is written", "[model]") {
  const Scratch file("example");
  ModelWriter writer;
  const float bias[] = {0.5F, -1.0F};
  const std::size_t shape[] = {2};
  writer.add_tensor("tagger/b", shape, {reinterpret_cast<const char*>(bias), sizeof bias});
  writer.add_strings("labels/tagger", std::vector<std::string>{"NN", "VB"});
  REQUIRE(writer.write(file.path()));
  // The page shows the bytes as `hexdump -C` does: offset, sixteen bytes, "*" for lines like the one before.
  std::ifstream page(DRAGOMAN_SOURCE_DIR "/docs/model-format.md");
  std::string shown, line, sixteen;
  while (std::getline(page, line)) {
    if (!line.starts_with("    0000") || line.size() < 12) continue;
    const std::size_t offset = std::stoul(line.substr(4, 8), nullptr, 16);
    while (shown.size() < offset) shown += sixteen;
    sixteen.clear();
    std::istringstream bytes(line.substr(12, line.find('|') - 12));
    for (int byte = 0; bytes >> std::hex >> byte;) sixteen.push_back(static_cast<char>(byte));
    shown += sixteen;
  }
  CHECK(shown == file.read());
}
