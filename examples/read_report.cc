// Reads one report and prints its events: who did what to whom, and the words that say so.
//
// usage: read_report MODEL LEXICON REPORT.txt [YYYY-MM-DD]
#include <fstream>
#include <iostream>
#include <iterator>

#include <dragoman/names.h>
#include <dragoman/reader.h>

namespace {

std::string names(const dragoman::Record& record, const std::vector<dragoman::Index>& entities) {
  std::string out;
  for (const dragoman::Index i : entities) out += (out.empty() ? "" : ", ") + record.entities[i].name;
  return out.empty() ? "-" : out;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 4) {
    std::cerr << "usage: read_report MODEL LEXICON REPORT.txt [YYYY-MM-DD]\n";
    return 2;
  }
  const auto reader = dragoman::Reader::open({.model = argv[1], .lexicon = argv[2]});
  if (!reader) {
    std::cerr << reader.error().to_string() << '\n';
    return 2;
  }
  dragoman::Document report;
  report.uri = argv[3];
  std::ifstream file(argv[3], std::ios::binary);
  report.text.assign(std::istreambuf_iterator<char>(file), {});
  if (argc > 4) report.published = argv[4];

  const auto record = reader->read(report);
  if (!record) {
    std::cerr << record.error().to_string() << '\n';
    return 1;
  }
  std::cout << record->sentences.size() << " sentences, " << record->entities.size() << " actors, "
            << record->events.size() << " events\n";
  for (const dragoman::Event& event : record->events) {
    std::cout << to_string(event.type) << "  " << names(*record, event.actors) << " -> " << names(*record, event.recipients)
              << "\n  " << dragoman::quote(report, event.evidence.span) << '\n';
  }
}
