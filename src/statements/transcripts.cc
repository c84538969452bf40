#include "statements/transcripts.h"

#include "statements/speakers.h"

#include <optional>
#include <string>

namespace dragoman {

namespace {

constexpr TokenIndex kHead = 10;  // words of the speaker's name and office

class Transcript {
 public:
  Transcript(Page& page, std::vector<StatementDraft>& drafts) : page_(page), parse_(page.parse), drafts_(drafts) {}

  void run() {
    for (TokenIndex begin = 0; begin < parse_.size();) {
      TokenIndex end = begin;
      while (end < parse_.size() && !breaks_paragraph(parse_[end])) ++end;
      if (begin < end) line({begin, end});
      begin = end + 1;
    }
    if (heads_ < 2) {
      for (StatementDraft& draft : headed_) draft.content.resize(1);
    }
    for (StatementDraft& draft : headed_) {
      for (const TokenSpan s : draft.content) page_.hear(s);
      if (!asks(draft.content.front())) page_.keep(std::move(draft), drafts_);
    }
  }

 private:
  void line(TokenSpan words) {
    while (words.size() > 0 && parse_[words.begin].is_space) ++words.begin;
    if (words.size() == 0 || page_.story.boilerplate[words.begin]) return;
    const TokenIndex mark = colon(words);
    if (mark == kNoToken) {
      if (speaks_ && in_first_person(words)) headed_.back().content.push_back(words);
      return;
    }
    const TokenSpan said{mark + 1, words.end};
    StatementDraft draft;
    if (!find_head({words.begin, mark}, draft)) {
      // Whoever asks: "Q:", the name of the paper.
      if (!asks(said)) return;
      page_.hear(said);
      speaks_ = false;
      return;
    }
    draft.cue = mark;
    draft.cue_span = {mark, mark + 1};
    draft.act = "state";
    draft.content = {said};
    ++heads_;
    speaks_ = !asks(said);
    headed_.push_back(std::move(draft));
  }

  // The colon behind the head of a line of words, or kNoToken.
  TokenIndex colon(TokenSpan words) const {
    for (TokenIndex t = words.begin; t < words.end && t <= words.begin + kHead; ++t) {
      // "GEN. PAZ:": the stop of a short title.
      const bool title = parse_[t].text == "." && t > words.begin && parse_[t - 1].text.size() < 5;
      if (parse_[t].text == ":" && t > words.begin) return is_said({t + 1, words.end}) ? t : kNoToken;
      if (is_verbal(parse_[t]) || (page_.ends_sentence(t) && !title) || page_.in_quotation(t)) return kNoToken;
    }
    return kNoToken;
  }

  bool is_said(TokenSpan words) const {
    if (words.size() == 0 || page_.in_quotation(words.begin)) return false;
    for (TokenIndex t = words.begin; t < words.end; ++t) {
      if (is_verbal(parse_[t])) return true;
    }
    return false;
  }

  bool asks(TokenSpan words) const {
    const TokenSpan left = page_.stripped(words);
    return left.size() > 0 && parse_[left.end - 1].text == "?";
  }

  bool in_first_person(TokenSpan words) const {
    for (TokenIndex t = words.begin; t < words.end; ++t) {
      if (page_.in_quotation(t)) return false;
      const std::string_view w = parse_[t].lower;
      if (w == "i" || w == "we" || w == "our" || w == "my" || w == "us") return true;
    }
    return false;
  }

  bool find_head(TokenSpan words, StatementDraft& draft) {
    for (TokenIndex s = words.begin; s < words.end; ++s) {
      const std::int32_t m = page_.story.mention_at[s];
      if (m < 0) continue;
      const TokenMention& mention = page_.story.mentions[static_cast<std::size_t>(m)];
      if (mention.entities.size() != 1) continue;
      if (page_.story.record.entities[mention.entities.front()].type != EntityType::person) continue;
      set_speaker(page_, mention.head, draft);
      return true;
    }
    const TokenIndex last = words.end - 1;
    const std::string label(parse_[last].lower);
    std::optional<Index> who;
    if (words.size() == 1 && page_.cues.answerers.contains(label)) {
      if (!introduced_) introduced_ = person_before(words.begin);
      who = introduced_;
    } else {
      who = page_.person_called(label);  // "SERRAJ:" is he
    }
    if (!who) return false;
    draft.speaker = last;
    draft.speakers = {*who};
    return true;
  }

  // Whom the report names last before the first answer, an office holder if there is one.
  std::optional<Index> person_before(TokenIndex t) const {
    std::optional<Index> found;
    bool office = false;
    for (const TokenMention& m : page_.story.mentions) {
      if (m.span.begin >= t) break;
      if (m.kind != MentionKind::name || m.entities.size() != 1) continue;
      const Entity& e = page_.story.record.entities[m.entities.front()];
      if (e.type != EntityType::person || (office && e.roles.empty())) continue;
      found = m.entities.front();
      office = !e.roles.empty();
    }
    return found;
  }

  Page& page_;
  const Parse& parse_;
  std::vector<StatementDraft>& drafts_;
  std::vector<StatementDraft> headed_;
  std::optional<Index> introduced_;
  int heads_ = 0;
  bool speaks_ = false;  // the line above is a speaker's
};

}  // namespace

void find_headed_lines(Page& page, std::vector<StatementDraft>& drafts) {
  Transcript(page, drafts).run();
}

}  // namespace dragoman
