#include "program/adding.h"

#include "program/articles_command.h"

namespace dragoman {

namespace {

/// How the store calls the reason for which something is not stored.
std::string why_aside(Incoming::Kind kind) {
  return kind == Incoming::Kind::aside ? "foreign" : kind == Incoming::Kind::no_report ? "no_report" : "unreadable";
}

}  // namespace

void Adding::take(Incoming& item) {
  if (item.broken) broken_ = item.broken;
  if (item.kind == Incoming::Kind::failed && item.decision.number != 0) admission_.stored(item.decision, 0);
  if (item.kind == Incoming::Kind::read || item.kind == Incoming::Kind::copy) put(item);
  if (!item.name.empty()) note_aside(item);
  if (item.kind == Incoming::Kind::known) pass();
  count(item);
}

bool Adding::begin() {
  if (!broken_) broken_ = batches_.begin();
  return !broken_;
}

void Adding::end() {
  broken_ = batches_.end();
  note_committed();
}

/// What is passed over keeps nobody waiting either.
void Adding::pass() {
  if (broken_) return;
  broken_ = batches_.pass();
  note_committed();
}

void Adding::note_committed() {
  if (!broken_ && batches_.are_closed()) admission_.committed();
}

void Adding::note_aside(const Incoming& item) {
  if (!begin()) return;
  store_.set_aside({item.name, why_aside(item.kind), item.message});
  end();
}

void Adding::put(Incoming& item) {
  const bool copy = item.kind == Incoming::Kind::copy;
  const std::int64_t original = copy ? admission_.original_of(item.decision) : 0;
  if (copy && original == 0) {
    item.kind = Incoming::Kind::failed;
    item.name = item.document.uri;
    item.message = item.document.uri + ": is a near copy of a document that cannot be read";
    admission_.stored(item.decision, 0);
    return;
  }
  if (!begin()) return;
  const auto id = copy ? store_.put_copy(item.document, original, generator_)
                       : store_.put(item.document, item.reading->record, generator_);
  if (!id) {
    broken_ = id.error();
    return;
  }
  admission_.stored(item.decision, *id);
  end();
}

void Adding::count(const Incoming& item) {
  const bool read = item.kind == Incoming::Kind::read;
  ++counts_.seen;
  counts_.no_reports += item.kind == Incoming::Kind::no_report;
  counts_.undated += read && item.reading->record.document.published.value.empty();
  counts_.known += item.kind == Incoming::Kind::known;
  counts_.aside += item.kind == Incoming::Kind::aside;
  counts_.failed += item.kind == Incoming::Kind::failed;
  counts_.added += read;
  counts_.copies += item.kind == Incoming::Kind::copy;
  if (read) counts_.words += count_words(item.document.text);
}

}  // namespace dragoman
