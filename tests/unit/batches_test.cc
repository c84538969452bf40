#include "program/batches.h"

#include "program/adding.h"
#include "support/folder.h"
#include "text/sha256.h"

#include <thread>

#include <catch2/catch.hpp>

using namespace dragoman;

TEST_CASE("a batch ends when it is full, or when others have waited for long", "[store]") {
  auto store = Store::open(":memory:", Store::Mode::create);
  REQUIRE(store);
  Batches large(**store, std::chrono::hours(1));
  for (int i = 1; i < 256; ++i) {
    REQUIRE_FALSE(large.begin());
    REQUIRE_FALSE(large.end());
    REQUIRE_FALSE(large.pass());
    CHECK_FALSE(large.are_closed());
  }
  CHECK_FALSE(large.end());
  CHECK(large.are_closed());
  CHECK_FALSE(large.pass());  // there is none
  CHECK_FALSE(large.begin());
  CHECK_FALSE(large.end());
  CHECK_FALSE(large.finish({}));

  Batches quick(**store, std::chrono::milliseconds(0));
  REQUIRE_FALSE(quick.begin());
  REQUIRE_FALSE(quick.end());
  CHECK(quick.are_closed());
  CHECK_FALSE(quick.finish({}));
}

TEST_CASE("a run of known documents behind a new one keeps no others waiting", "[store]") {
  constexpr std::chrono::milliseconds kLongest(200);
  const Folder folder("adding");
  auto store = Store::open(folder / "store.db", Store::Mode::create);
  REQUIRE(store);
  auto admission = Admission::open(folder / "store.db", "", false);
  REQUIRE(admission);
  const Generator generator;
  Adding adding(**store, **admission, generator, kLongest);
  Incoming item;
  item.document.uri = "report";
  item.document.text = "Omar Sy came.";
  item.decision = *(*admission)->decide(item.document);
  item.reading.emplace();
  item.reading->record.document.id = sha256_id(item.document.text);
  adding.take(item);
  std::this_thread::sleep_for(kLongest);
  Incoming known;
  known.kind = Incoming::Kind::known;
  adding.take(known);
  auto other = Store::open(folder / "store.db", Store::Mode::read);
  REQUIRE(other);
  CHECK((*other)->count_documents() == 1);  // it is committed
  CHECK((*admission)->decide(item.document)->kind == Admission::Decision::Kind::known);
  CHECK(adding.counts().known == 1);
  CHECK_FALSE(adding.finish());
}

TEST_CASE("a near copy of what could not be read is set aside, also as the first of a batch", "[store]") {
  const Folder folder("adding-copy");
  auto store = Store::open(folder / "store.db", Store::Mode::create);
  REQUIRE(store);
  auto admission = Admission::open(folder / "store.db", "", false);
  REQUIRE(admission);
  const Generator generator;
  Adding adding(**store, **admission, generator, std::chrono::milliseconds(0));
  Incoming broken, copy;
  for (int i = 0; i < 100; ++i) broken.document.text += "word" + std::to_string(i) + " ";
  copy.document.text = broken.document.text;
  broken.document.uri = broken.name = "broken";
  copy.document.uri = "copy";
  broken.kind = Incoming::Kind::failed;
  broken.decision = *(*admission)->decide(broken.document);
  copy.decision = *(*admission)->decide(copy.document);
  REQUIRE(copy.decision.kind == Admission::Decision::Kind::copy);
  copy.kind = Incoming::Kind::copy;
  for (Incoming* item : {&broken, &copy}) adding.take(*item);
  CHECK_FALSE(adding.is_broken());
  CHECK(adding.counts().failed == 2);
  CHECK_FALSE(adding.finish());
}
