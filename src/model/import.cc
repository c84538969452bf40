#include "model/import.h"

#include "model/import_network.h"
#include "model/import_tables.h"
#include "model/model.h"
#include "model/model_writer.h"
#include "model/msgpack_reader.h"
#include "model/package.h"
#include "model/string_id.h"
#include "text/sha256.h"

#include <nlohmann/json.hpp>

namespace dragoman {

namespace {

// The pipelines are named by language and name: "en_core_web_md".
void add_description(const PipelineFiles& files, ModelWriter& writer) {
  const auto meta = nlohmann::json::parse(files.at("meta.json"));
  const std::string language = meta.value("lang", "");
  if (language != "en") throw msgpack_reader::Malformed("its language is \"" + language + "\", expected \"en\"");
  writer.add_bytes("meta/name", language + "_" + meta.value("name", "unnamed"));
  writer.add_bytes("meta/version", meta.value("version", ""));
  writer.add_bytes("meta/license", meta.value("license", ""));
  writer.add_bytes("meta/made_for", "spaCy " + meta.value("spacy_version", ""));
  Sha256 digest;
  for (const auto& [name, content] : files) {
    digest.update(name);
    digest.update(content);
  }
  writer.add_bytes("meta/source_sha256", digest.hex());
}

}  // namespace

Result<void> import_model(const std::filesystem::path& from, const std::filesystem::path& to) {
  const auto files = read_pipeline(from);
  if (!files) return files.error();
  ModelWriter writer;
  std::string part = "meta.json";
  const auto step = [&](const std::string& file, const auto& add) {
    part = file;
    add();
  };
  try {
    step("meta.json", [&] { add_description(*files, writer); });
    step("tok2vec/model", [&] { add_token_vectors(files->at("tok2vec/model"), "tok2vec", writer); });
    step("ner/model", [&] { add_token_vectors(files->at("ner/model"), "ner/tok2vec", writer); });
    step("tagger/model", [&] { add_tagger(files->at("tagger/model"), files->at("tagger/cfg"), writer); });
    step("parser/model",
         [&] { add_transitions(files->at("parser/model"), files->at("parser/moves"), "parser", writer); });
    step("ner/model", [&] { add_transitions(files->at("ner/model"), files->at("ner/moves"), "ner", writer); });
    step("vocab/vectors", [&] { add_static_vectors(files->at("vocab/vectors"), files->at("vocab/key2row"), writer); });
    step("vocab/lookups.bin", [&] { add_norms(files->at("vocab/lookups.bin"), writer); });
    step("tokenizer", [&] { add_tokenizer(files->at("tokenizer"), writer); });
    step("attribute_ruler/patterns", [&] { add_ruler(files->at("attribute_ruler/patterns"), writer); });
    step("lemmatizer/lookups/lookups.bin", [&] { add_lemmas(files->at("lemmatizer/lookups/lookups.bin"), writer); });
  } catch (const std::exception& e) {
    return Error{ErrorKind::setup, from.string(),
                 "its file " + part + " is not as expected of a spaCy 3.8 English CNN pipeline: " + e.what()};
  }
  if (auto written = writer.write(to); !written) return written;
  const auto model = Model::open(to);
  if (!model) return model.error();
  return (*model)->verify();
}

}  // namespace dragoman
