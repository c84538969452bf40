#include "store/admission.h"

#include "store/key_runs.h"
#include "store/sketches.h"
#include "text/sha256.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <vector>

namespace dragoman {

Result<std::unique_ptr<Admission>> Admission::open(const std::filesystem::path& store, std::string generator,
                                                   bool recode) {
  auto database = Database::open(store, Database::Mode::read);
  if (!database) return database.error();
  return std::unique_ptr<Admission>(new Admission(std::move(*database), std::move(generator), recode));
}

Result<Admission::Decision> Admission::decide(const Document& document) {
  const std::lock_guard lock(mutex_);
  struct Known {
    std::string sha, generator;
    bool copy;
  };
  std::optional<Known> known;
  const auto last = std::find_if(pending_.rbegin(), pending_.rend(),
                                 [&](const Pending& p) { return p.uri == document.uri && !p.failed(); });
  if (last != pending_.rend()) {
    known = Known{last->sha, generator_, last->copy};
  } else {
    Query& find = database_->cached("SELECT sha, generator, copy_of FROM documents WHERE uri = ?");
    find.bind(1, document.uri);
    find.first([&](const Query& row) {
      known = Known{std::string(row.text(0)), std::string(row.text(1)), !row.is_null(2)};
    });
  }
  Decision decision;
  std::string sha = sha256_id(document.text);
  if (known && known->sha == sha && (!recode_ || known->copy || known->generator == generator_)) {
    decision.kind = Decision::Kind::known;
    return decision;
  }
  decision.sketch = NearCopies::sketch(document.text);
  // An original stays one: others may be copies of it.
  const bool is_original = known && !known->copy;
  const auto match = decision.sketch && !is_original ? near(*decision.sketch, document.uri) : Found{};
  if (database_->error()) return *database_->error();
  decision.number = next_++;
  Pending& pending = pending_.emplace_back();
  pending.number = decision.number;
  pending.uri = document.uri;
  pending.sha = std::move(sha);
  if (match.similarity > 0) {
    decision.kind = Decision::Kind::copy;
    pending.copy = true;
    pending.original = match.document;
    if (match.pending != nullptr) {
      pending.original = match.pending->id;
      pending.original_number = match.pending->number;
    }
  } else {
    pending.sketch = decision.sketch;
  }
  return decision;
}

// Candidates are those that share a band. Of equally similar ones the earliest is taken: the stored ones in the order
// of their ids, then those that wait in the order of their numbers.
Admission::Found Admission::near(const NearCopies::Sketch& mine, const std::string& uri) {
  std::vector<std::int64_t> stored;
  std::vector<const Pending*> waiting;
  database_->run("BEGIN");  // all of one moment
  KeyRuns::forget_all(*database_);
  for (std::size_t b = 0; b < NearCopies::kBands; ++b) {
    const std::uint32_t key = band_key(mine, b);
    const auto documents = documents_with(*database_, key, NearCopies::kMostTries);
    stored.insert(stored.end(), documents.begin(), documents.end());
    std::size_t tries = documents.size();
    for (const Pending& p : pending_) {
      if (tries == NearCopies::kMostTries) break;
      if (!p.sketch || p.failed() || band_key(*p.sketch, b) != key) continue;
      waiting.push_back(&p);
      ++tries;
    }
  }
  database_->run("COMMIT");
  std::sort(stored.begin(), stored.end());
  stored.erase(std::unique(stored.begin(), stored.end()), stored.end());
  Found best;
  const auto consider = [&](std::int64_t document, const Pending* pending, const NearCopies::Sketch& theirs) {
    const double similarity = NearCopies::similarity(mine, theirs);
    if (similarity >= NearCopies::kAlike && similarity > best.similarity) best = {document, pending, similarity};
  };
  const std::int64_t own = stored.empty() ? 0 : id_of(uri);
  Query& sketch = database_->cached("SELECT sketch FROM sketches WHERE document = ?");
  for (const std::int64_t document : stored) {
    if (document == own) continue;
    sketch.bind(1, document);
    sketch.first([&](const Query& row) {
      NearCopies::Sketch theirs{};
      if (row.blob(0).size() != sizeof theirs) return;
      std::memcpy(theirs.data(), row.blob(0).data(), sizeof theirs);
      consider(document, nullptr, theirs);
    });
  }
  std::sort(waiting.begin(), waiting.end(), [](const Pending* a, const Pending* b) { return a->number < b->number; });
  waiting.erase(std::unique(waiting.begin(), waiting.end()), waiting.end());
  for (const Pending* p : waiting) {
    if (p->uri != uri) consider(0, p, *p->sketch);
  }
  return best;
}

std::int64_t Admission::id_of(const std::string& uri) {
  Query& find = database_->cached("SELECT id FROM documents WHERE uri = ?");
  find.bind(1, uri);
  std::int64_t id = 0;
  find.first([&](const Query& row) { id = row.integer(0); });
  return id;
}

void Admission::stored(const Decision& decision, std::int64_t id) {
  const std::lock_guard lock(mutex_);
  for (Pending& p : pending_) {
    if (p.original_number == decision.number) p.original = id;
    if (p.number != decision.number) continue;
    p.done = true;
    p.id = id;
  }
}

std::int64_t Admission::original_of(const Decision& copy) const {
  const std::lock_guard lock(mutex_);
  const auto found =
      std::find_if(pending_.begin(), pending_.end(), [&](const Pending& p) { return p.number == copy.number; });
  return found == pending_.end() ? 0 : found->original;
}

void Admission::committed() {
  const std::lock_guard lock(mutex_);
  while (!pending_.empty() && pending_.front().done) pending_.pop_front();
}

}  // namespace dragoman
