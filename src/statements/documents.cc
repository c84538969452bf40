#include "statements/documents.h"

#include <string>
#include <unordered_map>

namespace dragoman {

namespace {

// The document that a cue's own words name: "said in a statement", "tweeted".
TokenIndex document_of(const Page& page, const StatementDraft& draft) {
  const Parse& parse = page.parse;
  for (const TokenIndex child : parse.children(draft.cue)) {
    if (parse[child].relation != Relation::prep || page.cues.apart.contains(parse[child].lower)) continue;
    for (const TokenIndex object : parse.children(child)) {
      if (parse[object].relation == Relation::pobj && page.cues.venues.contains(parse[object].lemma)) {
        return object;
      }
    }
  }
  return kNoToken;
}

bool is_document(const Page& page, TokenIndex t) {
  return page.parse[t].pos == Pos::noun && page.cues.venues.contains(page.parse[t].lemma);
}

bool is_definite(const Page& page, TokenIndex t) {
  const Parse& parse = page.parse;
  const TokenIndex det = child_of(parse, t, Relation::det);
  return det != kNoToken && (parse[det].lower == "the" || parse[det].lower == "this");
}

}  // namespace

void find_documents_owners(const Page& page, std::vector<StatementDraft>& drafts) {
  struct Document {
    std::vector<Index> owners;
    TokenIndex at = 0;
  };
  constexpr TokenIndex kFar = 250;
  std::unordered_map<std::string, Document> last;
  for (StatementDraft& draft : drafts) {
    if (draft.cue == kNoToken) continue;
    const bool speaks = draft.speaker != kNoToken && is_document(page, draft.speaker);
    const TokenIndex document = speaks ? draft.speaker : document_of(page, draft);
    if (document == kNoToken) continue;
    Document& known = last[std::string(page.parse[document].lemma)];
    if (!draft.speakers.empty()) {
      known = {draft.speakers, draft.cue};
    } else if (speaks && is_definite(page, draft.speaker) && known.at < draft.cue && draft.cue < known.at + kFar) {
      draft.speakers = known.owners;
    }
  }
}

}  // namespace dragoman
