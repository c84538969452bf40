// Reads news that has been damaged by words and sentences, with the real model, and checks every record.
//
//   dragoman_mutate SENTENCES SEED KEEP PATH...
//
// PATHs are texts or folders of texts (others are passed over). Stretches of a few sentences are taken out of them, and
// words and sentences dropped, doubled, swapped, replaced by names of places, people and bodies, joined without a full
// stop, put into capitals and stripped of their marks. The same SENTENCES, SEED and PATHs give the same documents. The
// document that is being read stands in the file KEEP, so that it is there after whatever ends the program.
//
// Exit codes: 0 all were read, 1 a record with a defect, a document that failed inside or took far too long, 77 no model.
#include "output/calendar.h"
#include "output/event_table.h"
#include "output/summary.h"
#include "program/files.h"
#include "reader/core.h"
#include "record/defects.h"
#include "record/record_json.h"
#include "text/limits.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <iterator>
#include <random>

#include <fcntl.h>
#include <unistd.h>

using namespace dragoman;

namespace {

namespace fs = std::filesystem;
using Words = std::vector<std::string>;
using Report = std::vector<Words>;  // by sentence

constexpr std::array kNames = {
    "Scotland",
    "Gaza",
    "Brussels",
    "Tibet",
    "Kashmir",
    "Olzen Arabia",
    "Varnland",
    "Lake Orun",
    "Port Selim",
    "Kenya",
    "Norway",
    "Iran",
    "Lima",
    "Kigali",
    "the Strait of Hormuz",
    "Anna Novak",
    "Tomás Arrieta",
    "Li Wen",
    "Mr. Okoro",
    "President Halvorsen",
    "the minister",
    "his deputy",
    "they",
    "both countries",
    "the two leaders",
    "the NATO",
    "Petrox Ltd.",
    "the Orun Treaty",
    "Novak Brigade",
    "the Varnish Foreign Ministry",
    "the Free Press",
    "UN",
    "talks",
    "the attack",
    "Friday",
    "June 3",
    "2015",
    "next month",
    "which",
    "Peru-Chile",
};

class Mutator {
 public:
  Mutator(std::vector<Report> reports, std::uint64_t seed) : reports_(std::move(reports)), random_(seed) {}

  /// A document of a few damaged sentences; adds their number.
  std::string next(std::size_t& sentences) {
    const Report& report = reports_[below(reports_.size())];
    const std::size_t size = 1 + below(12);
    const std::size_t first = below(report.size());
    Report part(report.begin() + static_cast<std::ptrdiff_t>(first),
                report.begin() + static_cast<std::ptrdiff_t>(std::min(first + size, report.size())));
    for (std::size_t changes = below(3); changes > 0; --changes) change_sentences(part);
    sentences += part.size();
    std::string out;
    for (Words& sentence : part) {
      for (std::size_t changes = below(6); changes > 0 && !sentence.empty(); --changes) change_words(sentence);
      for (const std::string& word : sentence) out += word + " ";
      if (below(4) == 0) out += below(2) == 0 ? "\n" : "\n\n";
    }
    return out;
  }

  std::size_t below(std::size_t n) { return static_cast<std::size_t>(random_() % n); }

 private:
  void change_sentences(Report& part) {
    const std::size_t at = below(part.size());
    const auto here = part.begin() + static_cast<std::ptrdiff_t>(at);
    switch (below(4)) {
      case 0:
        if (part.size() > 1) part.erase(here);
        break;
      case 1: {
        const Words again = *here;
        part.insert(here, again);
        break;
      }
      case 2:
        std::swap(part[at], part[below(part.size())]);
        break;
      default:  // joined without a full stop
        if (at + 1 < part.size() && !part[at].empty()) {
          strip(part[at].back());
          part[at].insert(part[at].end(), part[at + 1].begin(), part[at + 1].end());
          part.erase(here + 1);
        }
    }
  }

  void change_words(Words& words) {
    const std::size_t at = below(words.size());
    const auto here = words.begin() + static_cast<std::ptrdiff_t>(at);
    switch (below(8)) {
      case 0:
        words.erase(here);
        break;
      case 1: {
        const std::string again = words[at];
        words.insert(here, again);
        break;
      }
      case 2:
        if (at + 1 < words.size()) std::swap(words[at], words[at + 1]);
        break;
      case 3:
        words[at] = kNames[below(kNames.size())];
        break;
      case 4:  // a name for a name
        for (std::string& word : words) {
          if (word[0] >= 'A' && word[0] <= 'Z' && below(2) == 0) word = kNames[below(kNames.size())];
        }
        break;
      case 5:
        for (std::string& word : words) capitalise(word);
        break;
      case 6:
        for (std::string& word : words) strip(word);
        std::erase(words, "");
        break;
      default:
        words.resize(at + 1);
    }
  }

  static void capitalise(std::string& word) {
    std::transform(word.begin(), word.end(), word.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
  }
  static void strip(std::string& word) {
    std::erase_if(word, [](char c) { return std::strchr(".,;:!?\"'()-", c) != nullptr && c != '\0'; });
  }

  std::vector<Report> reports_;
  std::mt19937_64 random_;
};

/// Words by sentence, roughly: a sentence ends behind a mark at the end of a word.
Report sentences_of(const std::string& text) {
  Report report(1);
  std::string word;
  const auto end_word = [&] {
    if (word.empty()) return;
    const bool last = word.ends_with('.') || word.ends_with('?') || word.ends_with('!') || word.ends_with(".\"");
    report.back().push_back(std::move(word));
    word.clear();
    if (last) report.emplace_back();
  };
  for (const char c : text) {
    if (c == ' ' || c == '\n' || c == '\t' || c == '\r') {
      end_word();
    } else {
      word.push_back(c);
    }
  }
  end_word();
  std::erase_if(report, [](const Words& words) { return words.empty(); });
  return report;
}

std::vector<Report> reports_in(const std::vector<std::string>& paths) {
  std::vector<fs::path> files;
  for (const std::string& path : paths) {
    if (!fs::is_directory(path)) {
      if (fs::exists(path)) files.emplace_back(path);
      continue;
    }
    for (const auto& entry : fs::recursive_directory_iterator(path)) {
      if (entry.path().extension() == ".txt") files.push_back(entry.path());
    }
  }
  std::sort(files.begin(), files.end());
  std::vector<Report> reports;
  for (const fs::path& file : files) {
    std::ifstream in(file, std::ios::binary);
    Report report = sentences_of(std::string(std::istreambuf_iterator<char>(in), {}));
    if (!report.empty()) reports.push_back(std::move(report));
  }
  return reports;
}

/// A file that always holds the document that is being read.
class Kept {
 public:
  explicit Kept(const char* path) : file_(open(path, O_RDWR | O_CREAT | O_TRUNC, 0644)) {}
  ~Kept() { close(file_); }
  Kept(const Kept&) = delete;
  Kept& operator=(const Kept&) = delete;
  bool put(std::string_view text) const {
    return ftruncate(file_, 0) == 0 && pwrite(file_, text.data(), text.size(), 0) == static_cast<ssize_t>(text.size());
  }

 private:
  int file_;
};

/// What is wrong with the reading of a document, or nothing.
std::string fault_of(const ReaderCore& reader, const Document& document, Engine::Workspace& workspace) {
  constexpr double kMostSeconds = 20;
  const auto begin = std::chrono::steady_clock::now();
  const auto reading = reader.read(document, workspace);
  if (!reading && reading.error().kind == ErrorKind::foreign) return "";
  if (!reading) return why_no_text(document.text) ? "" : reading.error().to_string();
  const auto defects = record_defects(reading->record);
  if (!defects.empty()) return defects.front();
  std::string out;
  append_record_json(out, reading->record, *reading->text, reader.generator(), 0);
  append_event_table(out, EventTable::plover, reading->record, *reading->text);
  append_calendar(out, reading->record, *reading->text);
  append_summary(out, reading->record, *reading->text, {100, false});
  const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  return seconds > kMostSeconds ? "took " + std::to_string(seconds) + " seconds" : "";
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 5) return cannot_run({ErrorKind::usage, "", "usage: dragoman_mutate SENTENCES SEED KEEP PATH..."});
  const std::size_t wanted = std::strtoull(argv[1], nullptr, 10);
  const Kept kept(argv[3]);
  const auto files = find_files({});
  if (!files) {
    std::printf("skipped: %s\n", files.error().to_string().c_str());
    return 77;
  }
  const auto reader = ReaderCore::open(*files);
  if (!reader) return cannot_run(reader.error());
  auto reports = reports_in({argv + 4, argv + argc});
  if (reports.empty()) return cannot_run({ErrorKind::usage, argv[4], "no texts were found there"});
  Mutator mutator(std::move(reports), std::strtoull(argv[2], nullptr, 10));
  constexpr std::array kDays = {"2016-01-01", "", "2019-05-10"};
  Engine::Workspace workspace;
  std::size_t sentences = 0, documents = 0, faults = 0;
  while (sentences < wanted) {
    Document document;
    document.uri = "mutated " + std::to_string(++documents);
    document.text = mutator.next(sentences);
    document.published = kDays[mutator.below(kDays.size())];
    if (!kept.put(document.text)) return cannot_run({ErrorKind::output, argv[3], "cannot be written"});
    if (const std::string fault = fault_of(**reader, document, workspace); !fault.empty()) {
      ++faults;
      std::printf("%s, published \"%s\": %s\n%s\n", document.uri.c_str(), document.published.c_str(), fault.c_str(),
                  document.text.c_str());
    }
  }
  std::printf("%zu sentences in %zu documents, %zu faults\n", sentences, documents, faults);
  return faults == 0 ? 0 : 1;
}
