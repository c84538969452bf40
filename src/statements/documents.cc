#include "statements/documents.h"

#include "statements/speakers.h"

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
  return page.parse[t].pos == Pos::noun && page.cues.is_of_somebody(page.parse[t].lemma);
}

// "the Tatra poll" names whose it is, known or not; "the poll" is the one before.
bool is_definite(const Page& page, TokenIndex t) {
  const Parse& parse = page.parse;
  for (const TokenIndex before : premodifiers(parse, t)) {
    if (parse[before].pos == Pos::propn) return false;
  }
  const TokenIndex det = child_of(parse, t, Relation::det);
  return det != kNoToken && (parse[det].lower == "the" || parse[det].lower == "this");
}

// Whose the last document of each name is, from the words that name it and from what is said in it.
class Documents {
 public:
  explicit Documents(const Page& page) : page_(page) {}

  void name(TokenIndex noun, const std::vector<Index>& owners, TokenIndex at) {
    last_[std::string(page_.parse[noun].lemma)] = {owners, at};
    newest_ = {owners, at};
  }

  // "the letter": the last letter; "the document": the last of whatever name.
  std::vector<Index> owners(TokenIndex noun, TokenIndex at) const {
    constexpr TokenIndex kFar = 250;
    const auto found = last_.find(std::string(page_.parse[noun].lemma));
    const bool general = page_.cues.papers.contains(page_.parse[noun].lemma);
    if (found == last_.end() && !general) return {};
    const Document& known = found != last_.end() ? found->second : newest_;
    return known.at < at && at < known.at + kFar ? known.owners : std::vector<Index>{};
  }

 private:
  struct Document {
    std::vector<Index> owners;
    TokenIndex at = 0;
  };
  const Page& page_;
  std::unordered_map<std::string, Document> last_;
  Document newest_;
};

}  // namespace

void find_documents_owners(const Page& page, std::vector<StatementDraft>& drafts) {
  Documents documents(page);
  TokenIndex read = 0;
  for (StatementDraft& draft : drafts) {
    if (draft.cue == kNoToken) continue;
    for (; read < draft.cue; ++read) {
      if (page.story.boilerplate[read]) continue;
      const std::vector<Index> owners = document_owners(page, read);
      if (!owners.empty()) documents.name(read, owners, read);
    }
    const bool speaks = draft.speaker != kNoToken && is_document(page, draft.speaker);
    const TokenIndex document = speaks ? draft.speaker : document_of(page, draft);
    if (document == kNoToken) continue;
    if (!draft.speakers.empty()) {
      documents.name(document, draft.speakers, draft.cue);
    } else if (speaks && is_definite(page, draft.speaker)) {
      draft.speakers = documents.owners(document, draft.cue);
    }
  }
}

}  // namespace dragoman
