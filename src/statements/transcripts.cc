#include "statements/transcripts.h"

#include "language/paragraphs.h"
#include "statements/speakers.h"

#include <algorithm>
#include <compare>
#include <optional>
#include <string>
#include <unordered_map>

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
      TokenSpan words{begin, end};
      begin = end + 1;
      while (words.size() > 0 && parse_[words.begin].is_space) ++words.begin;
      if (words.size() == 0 || page_.story.boilerplate[words.begin]) continue;
      if (questions_from_ == kNoToken && asks(words)) questions_from_ = words.begin;
      paragraphs_.push_back(words);
    }
    for (const TokenSpan words : paragraphs_) line(words);
    if (headed_.empty()) interview_without_heads();
    if (headed_.size() < 2 && !interviewee_) {
      for (StatementDraft& draft : headed_) draft.content.resize(1);
    }
    for (StatementDraft& draft : headed_) {
      for (const TokenSpan s : draft.content) page_.hear(s);
      if (!asks(draft.content.front())) page_.keep(std::move(draft), drafts_);
    }
  }

 private:
  void line(TokenSpan words) {
    const TokenIndex mark = colon(words);
    if (mark == kNoToken) {
      if (speaks_ && goes_on(words)) {
        headed_.back().content.push_back(words);
      } else if (interviewee_) {
        speaks_ = false;  // what follows a note of the report or a question is nobody's until the next head
      }
      return;
    }
    const TokenSpan said{mark + 1, words.end};
    StatementDraft draft;
    const bool question = mark == words.begin + 1 && is_among(page_.cues.askers, parse_[words.begin].lower);
    if (question || !find_head({words.begin, mark}, draft)) {
      // Whoever asks: "Q:", the name of the paper.
      if (!question && !asks(said)) return;
      page_.hear(said);
      speaks_ = false;
      return;
    }
    draft.cue = mark;
    draft.cue_span = {mark, mark + 1};
    add_answer(std::move(draft), said);
    speaks_ = !asks(said);
  }

  void add_answer(StatementDraft draft, TokenSpan said) {
    draft.act = "state";
    draft.content = {said};
    headed_.push_back(std::move(draft));
  }

  // Of an answer all paragraphs are the speaker's, of another line those in the first person.
  bool goes_on(TokenSpan words) const {
    return interviewee_ ? !asks(words) && !names(words, *interviewee_) : in_first_person(words);
  }

  bool names(TokenSpan words, Index who) const {
    for (TokenIndex t = words.begin; t < words.end; ++t) {
      const std::int32_t at = page_.story.mention_at[t];
      if (at < 0) continue;
      const TokenMention& m = page_.story.mentions[static_cast<std::size_t>(at)];
      if (m.kind == MentionKind::name && m.entities.size() == 1 && m.entities.front() == who) return true;
    }
    return false;
  }

  // Questions as paragraphs of their own, each answered in the first person: an interview whose lines have no heads.
  void interview_without_heads() {
    constexpr std::size_t kLeastQuestions = 4;
    std::size_t questions = 0, answered = 0;
    for (std::size_t i = 0; i + 1 < paragraphs_.size(); ++i) {
      if (!asks(paragraphs_[i]) || page_.in_quotation(paragraphs_[i].begin)) continue;
      ++questions;
      answered += in_first_person(paragraphs_[i + 1]);
    }
    if (answered < kLeastQuestions || 3 * answered < 2 * questions) return;
    interviewee_ = introduced();
    if (!interviewee_) return;
    bool first = false;
    for (const TokenSpan words : paragraphs_) {
      if (asks(words)) {
        page_.hear(words);
        first = true;
        speaks_ = true;
      } else if (speaks_ && !names(words, *interviewee_)) {
        if (first) {
          StatementDraft draft;
          draft.speakers = {*interviewee_};
          add_answer(std::move(draft), words);
        } else {
          headed_.back().content.push_back(words);
        }
        first = false;
      } else {
        speaks_ = false;
      }
    }
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
    std::string label(parse_[last].lower);
    std::optional<Index> who;
    if (words.size() == 1 && is_among(page_.cues.answerers, label)) {
      if (questions_from_ == kNoToken) questions_from_ = words.begin;
      if (!interviewee_) interviewee_ = last_named();
      if (!interviewee_) interviewee_ = introduced();
      who = interviewee_;
    } else {
      who = page_.person_called(label);  // "SERRAJ:" is he
    }
    if (!who) return false;
    draft.speaker = last;
    draft.speakers = {*who};
    return true;
  }

  // "a", "a2": whether a line's head is one of these, with or without a number.
  static bool is_among(const WordSet& heads, std::string_view label) {
    while (label.size() > 1 && label.back() >= '0' && label.back() <= '9') label.remove_suffix(1);
    return heads.contains(label);
  }

  // "Spokesperson Ana Paz: Good morning.": who opened a briefing under a name of his own answers what is asked there.
  std::optional<Index> last_named() const {
    if (headed_.empty() || headed_.back().speakers.size() != 1) return std::nullopt;
    return headed_.back().speakers.front();
  }

  // Whom the report introduces before the first question: of the people named there who says most, else who is spoken
  // of most; of several an office holder, else who comes first.
  std::optional<Index> introduced() const {
    const std::vector<Entity>& entities = page_.story.record.entities;
    struct Weight {
      int said = 0, spoken_of = 0;
      bool office = false;
      auto operator<=>(const Weight&) const = default;
    };
    std::unordered_map<Index, Weight> weights;
    std::vector<Index> people;
    for (const TokenMention& m : page_.story.mentions) {
      if (m.span.begin >= questions_from_) break;
      if (m.entities.size() != 1 || entities[m.entities.front()].type != EntityType::person) continue;
      const Index who = m.entities.front();
      if (entities[who].anonymous) continue;
      if (!weights.contains(who)) people.push_back(who);
      ++weights[who].spoken_of;
      weights[who].office = !entities[who].roles.empty();
    }
    for (const StatementDraft& draft : drafts_) {
      if (draft.cue >= questions_from_ || draft.speakers.size() != 1) continue;
      const auto speaker = weights.find(draft.speakers.front());
      if (speaker != weights.end()) ++speaker->second.said;
    }
    const auto most =
        std::max_element(people.begin(), people.end(), [&](Index a, Index b) { return weights[a] < weights[b]; });
    return most == people.end() ? std::nullopt : std::optional(*most);
  }

  Page& page_;
  const Parse& parse_;
  std::vector<StatementDraft>& drafts_;
  std::vector<StatementDraft> headed_;
  std::vector<TokenSpan> paragraphs_;
  TokenIndex questions_from_ = kNoToken;  // the first question, else the first answer
  std::optional<Index> interviewee_;
  bool speaks_ = false;  // the line above is a speaker's
};

}  // namespace

void find_headed_lines(Page& page, std::vector<StatementDraft>& drafts) {
  Transcript(page, drafts).run();
}

}  // namespace dragoman
