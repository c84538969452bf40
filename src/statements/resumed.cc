#include "statements/resumed.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace dragoman {

namespace {

constexpr std::size_t kNearBefore = 12;  // statements before one among which the last speaker is looked for

class Resumed {
 public:
  Resumed(const Page& page, const std::vector<StatementDraft>& drafts)
      : page_(page),
        parse_(page.parse),
        drafts_(drafts),
        told_(page.parse.size(), false),
        more_she_(page.story.record.entities.size(), 0) {
    count_pronouns();
    for (const StatementDraft& draft : drafts) {
      for (const TokenSpan s : draft.content) std::fill(told_.begin() + s.begin, told_.begin() + s.end, true);
    }
  }

  /// Who spoke last before the draft, where its pronoun may stand for them; none when the coreference is to decide.
  std::vector<Index> speakers(std::size_t i) const {
    const StatementDraft& draft = drafts_[i];
    if (!is_pronoun(draft)) return {};
    const TokenIndex begin = begin_of(draft);
    const StatementDraft* last = nullptr;
    for (std::size_t j = i < kNearBefore ? 0 : i - kNearBefore; j < i; ++j) {
      const StatementDraft& other = drafts_[j];
      if (other.cue == kNoToken || other.cue >= begin || end_of(other) > begin || !leads(other)) continue;
      if (last == nullptr || other.cue > last->cue) last = &other;
    }
    const TokenIndex since = last == nullptr ? 0 : std::max(end_of(*last), last->cue + 1);
    if (last == nullptr || !is_near(since, begin)) return told_of(since, begin, draft);
    if (last->speakers.empty() || last->speaker == draft.speaker) return {};
    if (begins_another(since, draft.speaker, last->speakers)) return told_of(since, begin, draft);
    if (!fit(last->speakers, parse_[draft.speaker].lower)) return {};
    return last->speakers;
  }

 private:
  bool is_pronoun(const StatementDraft& draft) const {
    if (draft.cue == kNoToken || draft.speaker == kNoToken || page_.in_quotation(draft.speaker)) return false;
    const Token& word = parse_[draft.speaker];
    if (word.lower != "he" && word.lower != "she" && word.lower != "it" && word.lower != "they") return false;
    const Cue* cue = page_.cues.verb(parse_[draft.cue].lemma);
    // What another is told to have said is not of whoever speaks: "Paz said he had denied it".
    // Whoever replies has been spoken to: the next turn is another's.
    return cue != nullptr && cue->kind == Cue::Kind::speech && cue->act != "reply" && !told_[draft.cue];
  }

  /// Whether a statement is the speaker's turn: his own words, not those that another passes on.
  bool leads(const StatementDraft& draft) const {
    const Cue* cue = page_.cues.verb(parse_[draft.cue].lemma);
    if (cue != nullptr && (cue->kind != Cue::Kind::speech || is_passive(parse_, draft.cue))) return false;
    return !told_[draft.cue];
  }

  // "Ana Paz weaves nets. “They last for years,” she says.": of whom the sentence right before tells, by name, where
  // nobody has spoken since it began.
  std::vector<Index> told_of(TokenIndex since, TokenIndex begin, const StatementDraft& draft) const {
    TokenIndex end = begin;
    if (const std::int32_t q = page_.quotation_at[begin]; q >= 0)
      end = page_.quotations[static_cast<std::size_t>(q)].outside.begin;
    while (end > since && parse_[end - 1].is_space) --end;
    if (end == 0 || parse_[end - 1].text != "." || page_.in_quotation(end - 1)) return {};
    const TokenSpan above = page_.sentence_of(end - 1);
    if (above.begin < since || parse_[draft.speaker].sentence == parse_[end - 1].sentence) return {};
    std::vector<Index> who;
    for (TokenIndex t = above.begin; t < above.end; ++t) {
      if (parse_[t].relation != Relation::nsubj || page_.in_quotation(t)) continue;
      const auto& named = page_.story.entities_at(t);
      const std::int32_t m = page_.story.mention_at[t];
      const bool by_name = m >= 0 && page_.story.mentions[static_cast<std::size_t>(m)].kind == MentionKind::name;
      const Relation clause = parse_[parse_[t].head].relation;
      if (clause == Relation::root && by_name && named.size() == 1) who = named;
      // "Ana Paz wept, but Otto Berg laughed."
      if (clause == Relation::conj && !named.empty() && named != who && is_person(named.front())) return {};
    }
    const bool spoken_to = !who.empty() && std::find(draft.addressees.begin(), draft.addressees.end(), who.front()) !=
                                               draft.addressees.end();
    const bool speaks = !who.empty() && is_person(who.front()) && fit(who, parse_[draft.speaker].lower) && !spoken_to;
    return speaks ? who : std::vector<Index>{};
  }

  static TokenIndex begin_of(const StatementDraft& draft) {
    return std::min({draft.content.front().begin, draft.cue, draft.speaker});
  }
  static TokenIndex end_of(const StatementDraft& draft) { return draft.content.back().end; }

  // In the same sentence, or from one to the next.
  bool is_near(TokenIndex from, TokenIndex to) const {
    const TokenIndex last = from > 0 ? from - 1 : 0;
    return parse_[to].sentence <= parse_[last].sentence + 1U || only_space_between(from, to);
  }
  bool only_space_between(TokenIndex from, TokenIndex to) const {
    for (TokenIndex t = from; t < to; ++t) {
      if (!parse_[t].is_space && parse_[t].pos != Pos::punct) return false;
    }
    return true;
  }

  bool is_person(Index e) const { return page_.story.record.entities[e].type == EntityType::person; }

  // "Paz said it was over. Ruiz took the floor, and he said …": a subject by name since then, or whoever is named in
  // his own sentence; a person where one spoke, a body or a group where one did.
  bool begins_another(TokenIndex from, TokenIndex to, const std::vector<Index>& who) const {
    for (TokenIndex t = from; t < to; ++t) {
      const bool subject = parse_[t].relation == Relation::nsubj || parse_[t].relation == Relation::nsubjpass;
      if (!subject && parse_[t].sentence != parse_[to].sentence) continue;
      if (page_.in_quotation(t) || parse_[t].pos == Pos::pron || told_[t]) continue;
      const auto& named = page_.story.entities_at(t);
      if (named.empty() || named == who) continue;
      if (who.size() > 1 || is_person(named.front()) == is_person(who.front())) return true;
    }
    return false;
  }

  // A body said it, a group or several said that they did; what a medium tells may be another's word.
  bool fit(const std::vector<Index>& who, std::string_view pronoun) const {
    const Index first = who.front();
    if (pronoun == "they" && who.size() > 1) return true;
    if (who.size() != 1) return false;
    if (page_.story.record.entities[first].type == EntityType::media && pronoun != "it") return false;
    if (pronoun == "they") return !is_person(first);
    if (pronoun == "it") return !is_person(first) && page_.story.record.entities[first].type != EntityType::group;
    return is_person(first) && fits(first, pronoun);
  }

  // By the pronouns that stand for him elsewhere.
  bool fits(Index who, std::string_view pronoun) const {
    const int more_she = more_she_[who];
    return pronoun == "she" ? more_she >= 0 : more_she <= 0;
  }

  void count_pronouns() {
    for (const TokenMention& m : page_.story.mentions) {
      if (m.kind != MentionKind::pronoun || m.entities.size() != 1) continue;
      const std::string_view word = parse_[m.head].lower;
      if (word == "he" || word == "his" || word == "him") --more_she_[m.entities.front()];
      if (word == "she" || word == "her") ++more_she_[m.entities.front()];
    }
  }

  const Page& page_;
  const Parse& parse_;
  const std::vector<StatementDraft>& drafts_;
  std::vector<bool> told_;     // per token: within the content of a statement
  std::vector<int> more_she_;  // by entity: "she" and "her" that stand for it, less "he", "his" and "him"
};

}  // namespace

void find_resumed_speakers(const Page& page, std::vector<StatementDraft>& drafts) {
  std::unordered_map<TokenIndex, std::vector<Index>> known;  // "he said …, adding …" is one "he"
  const Resumed resumed(page, drafts);
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    const TokenIndex pronoun = drafts[i].speaker;
    if (pronoun == kNoToken) continue;
    if (const auto found = known.find(pronoun); found != known.end()) {
      drafts[i].speakers = found->second;
    } else if (std::vector<Index> who = resumed.speakers(i); !who.empty()) {
      drafts[i].speakers = who;
      known.emplace(pronoun, std::move(who));
    }
  }
}

}  // namespace dragoman
