// Times the reading of documents, pass by pass, as scripts/bench.sh asks for it: dragoman_bench DOCS.jsonl
//
// Each line of standard input, "raw" (the language layer) or "record" (all of it, to the last byte of JSON), starts one
// pass over all documents with a new workspace. A pass is answered by a line of JSON: the seconds that it took and
// where they went. Model and lexicon are loaded, and the documents are read, before the first pass.
#include "articles/source.h"
#include "document/zones.h"
#include "language/engine.h"
#include "language/kernel_class.h"
#include "program/files.h"
#include "program/kernel_choice.h"
#include "reader/lexicon.h"
#include "reader/rooms.h"
#include "record/record_json.h"
#include "support/tool_stories.h"

#include <chrono>
#include <cstdio>
#include <iostream>

#include <nlohmann/json.hpp>

using namespace dragoman;

namespace {

nlohmann::ordered_json pass(const Engine& engine, const Lexicon& lexicon, const Gazetteer* gazetteer,
                            const std::vector<Document>& documents, bool whole) {
  const auto begin = std::chrono::steady_clock::now();
  Engine::Workspace workspace;
  Stopwatch watch;
  std::size_t tokens = 0;
  std::string out;
  for (const Document& document : documents) {
    const auto text = Text::from_utf8(document.text);
    Parse parse = engine.parse(*text, workspace, &watch);
    tokens += parse.size();
    if (!whole) continue;
    cut_long_sentences(parse, kLongestSentence);
    Story story(document, *text, parse, lexicon.vocabularies(), gazetteer);
    describe_document(story);
    watch.lap("document");
    find_zones(story);
    watch.lap("zones");
    for (const Room& room : rooms()) {
      room.read(story);
      if (room.mend != nullptr) room.mend(story, parse);
      watch.lap(room.name);
    }
    out.clear();
    append_record_json(out, story.record, *text,
                       {.version = "", .model = engine.model_name(), .lexicon = lexicon.digest}, 0);
    watch.lap("JSON");
  }
  nlohmann::ordered_json result;
  result["seconds"] = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  result["tokens"] = tokens;
  for (const Stopwatch::Stage& stage : watch.stages()) result["stages"][std::string(stage.name)] = stage.seconds;
  return result;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return cannot_run({ErrorKind::usage, "", "usage: dragoman_bench DOCS.jsonl"});
  if (const auto limited = limit_kernels_as_asked(); !limited) return cannot_run(limited.error());
  const auto files = find_files({});
  if (!files) return cannot_run(files.error());
  const auto engine = Engine::open(files->model);
  if (!engine) return cannot_run(engine.error());
  const auto lexicon = Lexicon::load(files->lexicon);
  if (!lexicon) return cannot_run(lexicon.error());
  const auto gazetteer = open_gazetteer(*files);
  if (!gazetteer) return cannot_run(gazetteer.error());
  std::vector<Document> documents;
  DocumentSource source({argv[1]}, {InputFormat::jsonl, "", {}}, *lexicon->pages);
  while (auto document = source.next()) {
    if (!*document) return cannot_run(document->error());
    documents.push_back(std::move(**document));
  }
  std::cout << nlohmann::ordered_json{{"model", (*engine)->model_name()}, {"kernels", kernel_name(kernel_class())}}
            << std::endl;
  for (std::string line; std::getline(std::cin, line);) {
    std::cout << pass(**engine, *lexicon, gazetteer->get(), documents, line == "record") << std::endl;
  }
}
