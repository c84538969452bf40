#include "store/happenings.h"

#include "store/store.h"

#include <algorithm>
#include <map>
#include <random>
#include <string>

#include <catch2/catch.hpp>
#include <fmt/format.h>

using namespace dragoman;

namespace {

constexpr int kDocuments = 90, kEvents = 4;

/// Events of one document, made up of few words, so that many are alike and each word has more than are looked through.
std::vector<Telling> made_up(int document) {
  constexpr std::uint32_t kWords = 14, kWordsOfOne = 6;
  std::mt19937 chance(static_cast<unsigned>(document));
  std::vector<Telling> tellings;
  for (int i = 0; i < kEvents; ++i) {
    Telling t;
    t.type = 7;
    t.lemma = chance() % 2;
    t.published = 17'000 + static_cast<std::int32_t>(chance() % 70);
    t.actors.push_back({static_cast<std::uint32_t>(chance() % 3 + 1), 0, 0, TellingParty::Kind::named});
    std::map<std::uint32_t, TellingWord> words;
    while (words.size() < kWordsOfOne) {
      const std::uint32_t stem = chance() % kWords + 1;
      words[stem] = {stem, 1.0, true, false, false};
    }
    for (const auto& [stem, word] : words) t.words.push_back(word);
    tellings.push_back(std::move(t));
  }
  return tellings;
}

class Corpus {
 public:
  Corpus() : db_(std::move(*Database::open(":memory:", Database::Mode::create))) {
    db_->run("PRAGMA foreign_keys = OFF");  // there are no documents
    db_->run(std::string(store_schema()));
  }

  void add(int document) {
    std::vector<std::int64_t> rows;
    const auto tellings = made_up(document);
    std::vector<std::string> content;
    for (int i = 0; i < kEvents; ++i) content.push_back(std::to_string(i));
    const OwnHappenings own = own_happenings(TellingList::events, fmt::format("report {}", document), content);
    for (int i = 0; i < kEvents; ++i) {
      Query& add = db_->cached(
          "INSERT INTO events(document, number, type, quad, goldstein, score, status, lemma, begin, end, happening) "
          "VALUES (?, ?, iif(?1 % 3 = 0, 'AGREE', 'AID'), 1, 0, 0, 'happened', '', 0, 1, ?)");
      add.bind(1, std::int64_t{document} + 1);
      add.bind(2, std::int64_t{i});
      add.bind(3, own.numbers[static_cast<std::size_t>(i)]);
      add.run();
      rows.push_back(db_->last_id());
    }
    write_tellings(*db_, document + 1, TellingList::events, tellings, rows, own);
    SumChanges sums;
    sums.added(document + 1);
    link_tellings(*db_, document + 1, {}, sums);
    sums.apply(*db_);
  }

  void remove(int document) {
    SumChanges sums;
    sums.before_removal(*db_, document + 1);
    const auto around = remove_tellings(*db_, document + 1);
    Query& remove = db_->cached("DELETE FROM events WHERE document = ?");
    remove.bind(1, std::int64_t{document} + 1);
    remove.run();
    link_tellings(*db_, document + 1, around, sums);
    sums.apply(*db_);
  }

  void link_all() { link_all_tellings(*db_); }
  std::vector<std::string> wrong() { return wrong_links(*db_); }
  /// What the kept sums and counting anew do not agree in.
  std::vector<std::string> wrongly_counted() { return wrong_sums(*db_); }
  std::int64_t all() { return sum_of_all(*db_, FactList::events); }

  /// What each event is one with.
  std::map<std::pair<std::int64_t, std::int64_t>, std::int64_t> happenings() {
    std::map<std::pair<std::int64_t, std::int64_t>, std::int64_t> found;
    Query query = db_->prepare("SELECT document, number, happening FROM events");
    while (query.step()) found[{query.integer(0), query.integer(1)}] = query.integer(2);
    CHECK_FALSE(db_->error());
    return found;
  }

 private:
  std::unique_ptr<Database> db_;
};

}  // namespace

TEST_CASE("what is one follows from the tellings and not from the order of adding", "[store]") {
  std::vector<int> order(kDocuments);
  for (int i = 0; i < kDocuments; ++i) order[static_cast<std::size_t>(i)] = i;
  Corpus first;
  for (const int document : order) first.add(document);
  const auto happenings = first.happenings();
  std::map<std::int64_t, int> sizes;
  for (const auto& [event, happening] : happenings) ++sizes[happening];
  CHECK(sizes.size() > 20);
  CHECK(sizes.size() < happenings.size() * 3 / 4);
  CHECK(first.wrong().empty());
  CHECK(first.wrongly_counted() == std::vector<std::string>());
  CHECK(first.all() == static_cast<std::int64_t>(sizes.size()));

  std::reverse(order.begin(), order.end());
  Corpus second;
  for (const int document : order) second.add(document);
  CHECK(second.happenings() == happenings);

  std::shuffle(order.begin(), order.end(), std::mt19937(5));
  Corpus third;
  for (const int document : order) third.add(document);
  for (const int document : {3, 70, 41}) {  // replaced by the same
    third.remove(document);
    third.add(document);
  }
  CHECK(third.happenings() == happenings);
  CHECK(third.wrongly_counted() == std::vector<std::string>());
  third.link_all();
  CHECK(third.happenings() == happenings);
}

TEST_CASE("what is removed leaves what would be without it", "[store]") {
  Corpus all, half;
  for (int i = 0; i < kDocuments; ++i) all.add(i);
  for (int i = kDocuments - 1; i >= 0; i -= 2) half.add(i);
  for (int i = 0; i < kDocuments; i += 2) all.remove(i);
  CHECK(all.wrong().empty());
  CHECK(all.wrongly_counted() == std::vector<std::string>());
  CHECK(all.happenings() == half.happenings());
}
