#include "reader/lexicon.h"

#include "articles/page_words.h"
#include "clauses/noun_arguments.h"
#include "clauses/signatures.h"
#include "clauses/slot_paths.h"
#include "confidence/weights.h"
#include "document/boilerplate.h"
#include "document/layout_words.h"
#include "events/frames.h"
#include "gazetteer/place_words.h"
#include "issues/words.h"
#include "lexicon/survey.h"
#include "meetings/words.h"
#include "occasions/days.h"
#include "petrarch/coding.h"
#include "petrarch/dictionary.h"
#include "positions/stances.h"
#include "statements/cues.h"
#include "text/sha256.h"
#include "when/rules.h"
#include "who/names.h"
#include "who/user_actors.h"

#include <fstream>
#include <future>
#include <initializer_list>
#include <iterator>
#include <optional>
#include <sstream>
#include <vector>

namespace dragoman {

namespace fs = std::filesystem;

namespace {

/// Digest over the names and bytes of the folder's .txt files, in order of name, and the bytes of a user's files.
Result<std::string> digest_of(const fs::path& folder, std::initializer_list<fs::path> users) {
  const auto files = lexicon_files(folder);
  if (!files) return files.error();
  Sha256 digest;
  for (const fs::path& file : *files) {
    std::ifstream in(file, std::ios::binary);
    if (!in) return Error{ErrorKind::setup, file.string(), "cannot be read; is the lexicon folder complete?"};
    std::ostringstream whole;
    whole << in.rdbuf();
    const std::string bytes = std::move(whole).str();
    digest.update(file.lexically_relative(folder).generic_string() + '\0' + std::to_string(bytes.size()) + '\0');
    digest.update(bytes);
  }
  for (const fs::path& file : users) {  // a user's own files; whether they can be read is for their readers to say
    if (file.empty()) continue;
    std::ifstream in(file, std::ios::binary);
    digest.update(std::string(1, '\0') + std::string(std::istreambuf_iterator<char>(in), {}));
  }
  return "sha256:" + digest.hex();
}

}  // namespace

Lexicon::Lexicon() = default;
Lexicon::~Lexicon() = default;
Lexicon::Lexicon(Lexicon&&) noexcept = default;
Lexicon& Lexicon::operator=(Lexicon&&) noexcept = default;

Result<Lexicon> Lexicon::load(const std::filesystem::path& folder, const std::filesystem::path& actors,
                              const std::filesystem::path& agents) {
  if (!std::filesystem::is_directory(folder)) {
    return Error{ErrorKind::setup, folder.string(), "is no folder; give the lexicon's folder with --lexicon"};
  }
  Lexicon lexicon;
  // The two that take longest are made beside the others, on threads of their own where the system gives them.
  auto digested = std::async([&] { return digest_of(folder, {actors, agents}); });
  auto names = std::async([&] { return WhoLexicon::load(folder / "who"); });
  std::optional<Error> failed;
  const auto take = [&]<class Part>(std::unique_ptr<const Part>& place, Result<Part> part) {
    if (part) {
      place = std::make_unique<const Part>(std::move(*part));
    } else if (!failed) {
      failed = part.error();
    }
  };
  take(lexicon.layout, LayoutWords::load(folder / "story"));
  take(lexicon.boilerplate, BoilerplatePatterns::load(folder / "story"));
  take(lexicon.user, UserActors::load(actors, agents));
  take(lexicon.cues, CueLexicon::load(folder / "statements"));
  take(lexicon.times, TimeLexicon::load(folder / "when"));
  take(lexicon.where, WhereLexicon::load(folder / "where"));
  take(lexicon.signatures, SignatureLexicon::load(folder / "clauses"));
  take(lexicon.nouns, NounLexicon::load(folder / "clauses"));
  take(lexicon.slots, SlotPaths::load(folder / "clauses"));
  take(lexicon.events, EventLexicon::load(folder / "events"));
  take(lexicon.issues, IssueLexicon::load(folder / "issues"));
  take(lexicon.stances, StanceLexicon::load(folder / "positions"));
  take(lexicon.meetings, MeetingLexicon::load(folder / "meetings"));
  take(lexicon.pages, PageWords::load(folder / "articles"));
  take(lexicon.crosswalk, CameoCrosswalk::load(folder / "petrarch"));
  take(lexicon.confidence, ConfidenceWeights::load(folder / "confidence"));
  take(lexicon.occasions, OccasionLexicon::load(folder / "occasions"));
  if (auto who = names.get()) {
    lexicon.who = std::make_unique<const WhoLexicon>(std::move(*who));
  } else {
    failed = who.error();
  }
  auto digest = digested.get();
  if (!digest) return digest.error();
  if (failed) return *failed;
  lexicon.digest = std::move(*digest);
  return lexicon;
}

Vocabularies Lexicon::vocabularies() const {
  return {boilerplate.get(), who.get(),       user.get(),       times.get(),     where.get(),     cues.get(),
          signatures.get(),  nouns.get(),     slots.get(),      events.get(),    issues.get(),    stances.get(),
          meetings.get(),    crosswalk.get(), confidence.get(), occasions.get(), dictionary.get()};
}

std::optional<Error> Lexicon::add_dictionary(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  const std::string bytes(std::istreambuf_iterator<char>(in), {});
  if (!in.is_open()) return Error{ErrorKind::usage, file.string(), "cannot be read"};
  auto read = PetrarchDictionary::parse(bytes, file.filename().string());
  if (!read) return read.error();
  dictionary = std::make_unique<const PetrarchDictionary>(std::move(*read));
  Sha256 both;
  both.update(digest);
  both.update(bytes);
  digest = "sha256:" + both.hex();
  return std::nullopt;
}

}  // namespace dragoman
