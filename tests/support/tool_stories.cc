#include "support/tool_stories.h"

#include "articles/source.h"
#include "program/files.h"
#include "reader/core.h"
#include "reader/lexicon.h"

namespace dragoman {

Result<std::unique_ptr<const Gazetteer>> open_gazetteer(const ReaderFiles& files) {
  if (files.gazetteer.empty()) return std::unique_ptr<const Gazetteer>();
  return Gazetteer::open(files.gazetteer);
}

int run_on_stories(int argc, char** argv, const std::function<void(Story&, Parse&)>& use) {
  if (argc != 2) {
    const std::string name = std::filesystem::path(argv[0]).filename();
    return cannot_run({ErrorKind::usage, "", "usage: " + name + " DOCS.jsonl"});
  }
  const auto files = find_files({});
  if (!files) return cannot_run(files.error());
  const auto core = ReaderCore::open(*files);
  if (!core) return cannot_run(core.error());
  const auto lexicon = Lexicon::load(files->lexicon);
  if (!lexicon) return cannot_run(lexicon.error());
  const auto gazetteer = open_gazetteer(*files);
  if (!gazetteer) return cannot_run(gazetteer.error());
  Engine::Workspace workspace;
  DocumentSource source({argv[1]}, {InputFormat::jsonl, "", {}}, *lexicon->pages);
  while (auto document = source.next()) {
    if (!*document) return cannot_run(document->error());
    auto reading = (*core)->read(**document, workspace);
    if (!reading) return cannot_run(reading.error());
    Story story(**document, *reading->text, reading->parse, lexicon->vocabularies(), gazetteer->get());
    use(story, reading->parse);
  }
  return 0;
}

}  // namespace dragoman
