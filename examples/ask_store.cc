// Reads reports into a store and asks it: what a country has to do with, and who somebody is.
//
// usage: ask_store MODEL LEXICON STORE COUNTRY REPORT.txt...
#include <fstream>
#include <iostream>
#include <iterator>

#include <dragoman/query.h>
#include <dragoman/reader.h>
#include <dragoman/store.h>

namespace {

/// Says what is wrong and gives the exit code.
int complain(const dragoman::Error& error) {
  std::cerr << error.to_string() << '\n';
  return 2;
}

/// Adds a report, or nothing at all.
dragoman::Result<void> add(dragoman::Store& store, const dragoman::Reader& reader, const std::string& path) {
  dragoman::Document report;
  report.uri = path;
  std::ifstream file(path, std::ios::binary);
  report.text.assign(std::istreambuf_iterator<char>(file), {});
  const auto record = reader.read(report);
  if (!record) return record.error();
  if (const auto error = store.begin()) return *error;
  const auto id = store.put(report, *record, reader.generator());
  if (!id) {
    store.roll_back();
    return id.error();
  }
  if (const auto error = store.commit()) return *error;
  return {};
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 6) {
    std::cerr << "usage: ask_store MODEL LEXICON STORE COUNTRY REPORT.txt...\n";
    return 2;
  }
  const auto reader = dragoman::Reader::open({.model = argv[1], .lexicon = argv[2]});
  if (!reader) return complain(reader.error());
  const auto store = dragoman::Store::open(argv[3], dragoman::Store::Mode::create);
  if (!store) return complain(store.error());
  for (int i = 5; i < argc; ++i) {
    if (const auto added = add(**store, *reader, argv[i]); !added) return complain(added.error());
  }

  auto query = dragoman::StoreQuery::open(**store, argv[2]);
  if (!query) return complain(query.error());
  const auto found = query->facts(dragoman::View::timeline, {.countries = {argv[4]}, .limit = 10});
  if (!found) return complain(found.error());
  std::cout << (*store)->count_documents() << " documents, " << found->facts.size() << " facts of " << argv[4] << '\n';
  for (const dragoman::Fact& fact : found->facts) {
    std::cout << fact.label() << "  " << fact.first_day << "  " << fact.type << "  " << fact.evidence << '\n';
  }
  const auto persons = query->persons(argv[4]);
  if (!persons) return complain(persons.error());
  const auto page = query->dossier(persons->front(), 5);
  if (!page) return complain(page.error());
  for (const dragoman::Counterpart& with : page->counterparts) std::cout << "with " << with.name << '\n';
}
