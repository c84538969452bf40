#include "statements/chains.h"

#include "language/paragraphs.h"
#include "statements/speakers.h"

#include <algorithm>

namespace dragoman {

namespace {

std::uint32_t width(const StatementDraft& draft) {
  std::uint32_t sum = 0;
  for (const TokenSpan s : draft.content) sum += s.size();
  return sum;
}

bool has(const std::vector<Index>& list, Index e) {
  return std::find(list.begin(), list.end(), e) != list.end();
}

// The nearest medium before, in this paragraph or the one before.
bool medium_before(const Page& page, TokenIndex from, std::vector<Index>& chain) {
  constexpr TokenIndex kFar = 150;
  int breaks = 0;
  for (TokenIndex t = from; t-- > 0 && from - t < kFar;) {
    if (breaks_paragraph(page.parse[t]) && ++breaks > 2) return false;
    for (const Index e : page.story.entities_at(t)) {
      if (page.story.record.entities[e].type != EntityType::media) continue;
      add_unique(chain, e);
      return true;
    }
  }
  return false;
}

// "was cited as saying by the agency", or by the medium that was named last.
void quoted_by(const Page& page, StatementDraft& draft) {
  const Parse& parse = page.parse;
  const TokenIndex quote = draft.cue == kNoToken ? kNoToken : quoting_verb(parse, draft.cue);
  if (quote == kNoToken) return;
  const std::size_t known = draft.chain.size();
  for (const TokenIndex at : {quote, draft.cue}) {
    Tokens by = at == quote || is_passive(parse, at) ? agents(parse, at) : Tokens{};
    const Tokens oblique = obliques(parse, at, "by");
    by.insert(by.end(), oblique.begin(), oblique.end());
    for (const TokenIndex source : by) {
      for (const Index e : page.story.entities_at(source)) {
        if (!has(draft.speakers, e)) add_unique(draft.chain, e);
      }
    }
  }
  if (draft.chain.size() > known || !is_passive(parse, quote)) return;
  const TokenSpan sentence = page.sentence_of(quote);
  for (TokenIndex t = quote; t < sentence.end; ++t) {
    for (const Index e : page.story.entities_at(t)) {
      if (page.story.record.entities[e].type == EntityType::media) {
        add_unique(draft.chain, e);
        return;
      }
    }
  }
  medium_before(page, quote, draft.chain);
}

// "In an open letter, published by the mayor, the bishops warned …": the mayor passed it on; "in a report by Radio
// Tatra": the medium did.
void released_by(const Page& page, TokenIndex verb, StatementDraft& draft) {
  const Parse& parse = page.parse;
  const auto pass_on = [&](const Tokens& agents, bool media_only) {
    for (const TokenIndex agent : agents) {
      for (const Index e : page.story.entities_at(agent)) {
        const bool medium = page.story.record.entities[e].type == EntityType::media;
        if ((medium || !media_only) && !has(draft.speakers, e)) add_unique(draft.chain, e);
      }
    }
  };
  for (const TokenIndex child : parse.children(verb)) {
    if (parse[child].relation != Relation::prep || parse[child].lower != "in") continue;
    for (const TokenIndex object : parse.children(child)) {
      if (!page.cues.venues.contains(parse[object].lemma)) continue;
      pass_on(obliques(parse, object, "by"), true);
      for (const TokenIndex release : parse.children(object)) {
        if (parse[release].relation == Relation::acl && parse[release].tag == Tag::vbn)
          pass_on(agents(parse, release), !page.cues.releases.contains(parse[release].lemma));
      }
    }
  }
}

}  // namespace

void set_chains(const Page& page, std::vector<StatementDraft>& drafts) {
  constexpr std::size_t kNear = 40;  // statements before and behind in the text
  constexpr std::size_t kLongest = 4;
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    StatementDraft& draft = drafts[i];
    std::vector<const StatementDraft*> around;
    for (std::size_t j = i < kNear ? 0 : i - kNear; j < std::min(drafts.size(), i + kNear); ++j) {
      const StatementDraft& other = drafts[j];
      if (j == i || other.cue == draft.cue || other.speakers.size() != 1) continue;
      if (page.cues.answers.contains(other.act)) continue;  // "a charge that Peru denies": Peru passes nothing on
      const bool holds =
          std::any_of(other.content.begin(), other.content.end(), [&](TokenSpan s) { return s.contains(draft.cue); });
      if (holds) around.push_back(&other);
    }
    std::stable_sort(around.begin(), around.end(),
                     [](const StatementDraft* a, const StatementDraft* b) { return width(*a) > width(*b); });
    for (const StatementDraft* other : around) {
      if (draft.chain.size() < kLongest) add_unique(draft.chain, other->speakers.front());
    }
    if (draft.cue != kNoToken && is_verbal(page.parse[draft.cue])) {
      released_by(page, draft.cue, draft);
      // "In a statement carried by the agency, Oman asked for calm and said …"
      const TokenIndex first = first_conjunct(page.parse, draft.cue);
      if (first != draft.cue && draft.chain.empty()) released_by(page, first, draft);
    }
    quoted_by(page, draft);
    // "Ivanov said he told Tanaka that …" keeps Ivanov as the one who passed it on; who merely goes on does not.
    const bool told = !draft.addressees.empty();
    if (!told && draft.speakers.size() == 1) std::erase(draft.chain, draft.speakers.front());
  }
}

}  // namespace dragoman
