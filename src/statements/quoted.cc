#include "statements/quoted.h"

#include "language/paragraphs.h"
#include "statements/addressees.h"
#include "statements/sourced.h"
#include "statements/speakers.h"

#include <algorithm>
#include <optional>

namespace dragoman {

namespace {

constexpr TokenIndex kReach = 45;    // words between a quotation and its cue, a long speaker's phrase among them
constexpr TokenIndex kFurther = 90;  // words after which a quotation no longer goes on with the last speaker

class Quoted {
 public:
  Quoted(const Page& page, std::vector<StatementDraft>& drafts, std::vector<bool>& cue_used)
      : page_(page), parse_(page.parse), drafts_(drafts), cue_used_(cue_used) {}

  void run() {
    for (std::size_t q = 0; q < page_.quotations.size();) {
      // One that was left open and opens again in the next paragraph is one quotation.
      std::size_t end = q + 1;
      while (end < page_.quotations.size() && goes_on(end - 1, end)) ++end;
      if (stands_alone(q)) {
        attach(q, end);
      }
      q = end;
    }
  }

 private:
  const Quotation& at(std::size_t q) const { return page_.quotations[q]; }

  bool goes_on(std::size_t from, std::size_t to) const {
    if (at(from).closed) return false;
    TokenIndex t = at(from).outside.end;
    while (t < at(to).outside.begin && parse_[t].is_space) ++t;
    return t == at(to).outside.begin;
  }

  bool stands_alone(std::size_t q) const {
    const TokenSpan inside = at(q).inside;
    if (page_.story.boilerplate[inside.begin]) return false;
    const auto begin = parse_.tokens.begin();
    const bool verbal =
        std::any_of(begin + inside.begin, begin + inside.end, [](const Token& t) { return is_verbal(t); });
    const Token& last = parse_[inside.end - 1];
    const bool marked = last.text == "," || last.text == "." || last.text == "!" || last.text == "?";
    const TokenIndex behind = at(q).outside.end < parse_.size() ? at(q).outside.end : kNoToken;
    const bool comma = behind != kNoToken && parse_[behind].text == ",";
    if (!(verbal && inside.size() >= 3) && !((marked || comma) && inside.size() >= 2)) return false;
    const TokenIndex before = page_.word_before(at(q).outside.begin);
    if (before == kNoToken || page_.ends_sentence(before)) return true;
    const Token& b = parse_[before];
    if (b.text == "(" && (last.text == "," || comma)) return true;
    if (b.text == ":" || page_.in_quotation(before) || b.text == "\xE2\x80\x94" || b.text == "--") return true;
    const Token& first = parse_[inside.begin];
    const bool capital = first.lower != first.text;
    if (b.text == ",") return capital || continues_sentence(q);
    if (b.pos == Pos::cconj) return !capital && continues_sentence(q) && is_joined(before);
    const Cue* cue = page_.cues.verb(b.lemma);
    return capital && cue != nullptr && cue->quotes() && is_verbal(b);
  }

  // “…,” he said, “and …”: it begins within the sentence of the cue of the one before.
  bool continues_sentence(std::size_t q) const { return last_ && !between_sentences(last_end_, at(q).outside.begin); }

  // “…,” she said in a letter, and “…”: a conjunction behind the last cue's comma, with no second verb between.
  bool is_joined(TokenIndex conjunction) const {
    const TokenIndex comma = conjunction - 1;
    if (conjunction == 0 || parse_[comma].text != "," || drafts_[*last_].cue < last_end_) return false;
    for (TokenIndex t = drafts_[*last_].cue + 1; t < comma; ++t) {
      if (is_verbal(parse_[t])) return false;
    }
    return true;
  }

  bool between_sentences(TokenIndex from, TokenIndex to) const {
    if (to > from + kReach) return true;
    for (TokenIndex t = from; t < to; ++t) {
      if (page_.ends_sentence(t)) return true;
    }
    return false;
  }

  void attach(std::size_t q, std::size_t end) {
    std::vector<TokenSpan> content;
    for (std::size_t i = q; i < end; ++i) content.push_back(at(i).inside);
    const TokenIndex outer_begin = at(q).outside.begin, outer_end = at(end - 1).outside.end;
    const bool in_sentence = last_ && continues_sentence(q);
    StatementDraft draft;
    if (in_sentence && parse_[at(q).inside.begin].lower == parse_[at(q).inside.begin].text) {
      // Interrupted by its cue.
      for (const TokenSpan s : content) drafts_[*last_].content.push_back(s);
      last_end_ = outer_end;
      return;
    }
    const bool introduced = is_introduced(outer_begin) && cue_before(outer_begin, draft);
    if (!introduced) draft = {};
    if (introduced || source_behind(outer_end, draft) || name_behind(outer_end, draft) ||
        cue_behind(outer_end, draft) || cue_before(outer_begin, draft)) {
      content.back().end = std::max(content.back().end, end_of_clause(outer_end, draft));
      draft.content = std::move(content);
      cue_used_[draft.cue] = true;
      put(std::move(draft), outer_end);
      return;
    }
    const bool ends = page_.ends_sentence(at(end - 1).inside.end - 1);  // a heading does not
    if (ends && told_above(outer_begin, draft)) {
      draft.content = std::move(content);
      put(std::move(draft), outer_end);
      return;
    }
    draft = {};
    const bool goes_on = last_ && outer_begin <= std::max(last_end_, drafts_[*last_].cue) + kFurther &&
                         (in_sentence || follows(outer_begin));
    if (!goes_on && ends && shown_above(q, draft)) {
      draft.content = std::move(content);
      put(std::move(draft), outer_end);
      return;
    }
    if (!goes_on) return;
    // It goes on after its cue, or with the speaker of the paragraph before.
    if (in_sentence) {
      for (const TokenSpan s : content) drafts_[*last_].content.push_back(s);
      last_end_ = outer_end;
      return;
    }
    draft = drafts_[*last_];
    draft.content = std::move(content);
    put(std::move(draft), outer_end);
  }

  // The minister said, “…,” adding that it was late: the verb right before the quotation brings it.
  bool is_introduced(TokenIndex begin) const {
    const TokenIndex mark = page_.word_before(begin);
    if (mark == kNoToken || mark == 0 || (parse_[mark].text != "," && parse_[mark].text != ":")) return false;
    const TokenIndex verb = mark - 1;
    return quoting(verb) != nullptr && parse_[verb].tag == Tag::vbd && own_subject(parse_, verb) != kNoToken &&
           own_subject(parse_, verb) < verb;
  }

  // “Nobody may fish” in the bay, said the mayor: the sentence goes on behind the marks.
  TokenIndex end_of_clause(TokenIndex from, const StatementDraft& draft) const {
    if (draft.cue == kNoToken || draft.cue <= from || from >= parse_.size() || from < 2) return 0;
    if (parse_[from].pos == Pos::punct || parse_[from].is_space || parse_[from - 2].pos == Pos::punct) return 0;
    TokenIndex first = draft.cue;
    if (draft.speaker != kNoToken && draft.speaker >= from) first = std::min(first, parse_[draft.speaker].left_edge);
    if (first <= from + 1 || parse_[first - 1].text != ",") return 0;
    for (TokenIndex t = from; t < first; ++t) {
      if (page_.in_quotation(t) || page_.ends_sentence(t)) return 0;
    }
    return first - 1;
  }

  // The sentence that ends right before the quotation, in its own words: in the same paragraph or at the end of the one
  // before.
  std::optional<TokenSpan> sentence_above(TokenIndex begin) const {
    TokenIndex end = begin;
    int breaks = 0;
    while (end > 0 && parse_[end - 1].is_space) breaks += breaks_paragraph(parse_[--end]) ? 1 : 0;
    if (end == 0 || breaks > 1 || parse_[end - 1].text != "." || page_.in_quotation(end - 1)) return std::nullopt;
    if (page_.story.boilerplate[end - 1]) return std::nullopt;
    return page_.sentence_of(end - 1);
  }

  // "The minister said that the road would open. “…”", "The mayor welcomed the plan. “…”", "According to the clerk, …":
  // the words of whoever is told to have spoken or judged in the sentence above.
  bool told_above(TokenIndex begin, StatementDraft& draft) const {
    const auto above = sentence_above(begin);
    if (!above || (last_ && above->contains(drafts_[*last_].cue))) return false;  // it goes on with that one
    for (TokenIndex t = above->begin; t < above->end; ++t) {
      if (parse_[t].relation == Relation::root) {
        const Cue* cue =
            parse_[t].pos == Pos::verb && !page_.in_quotation(t) ? page_.cues.verb(parse_[t].lemma) : nullptr;
        if (cue == nullptr || is_negated(parse_, t) || verb_form(parse_, t).modal != kNoToken) break;
        if (cue->quotation && !cue->clause && does_something(t)) break;
        if (!find_speaker(page_, t, *cue, draft)) break;
        if (draft.speakers.empty()) break;
        set_cue(t, *cue, draft);
        draft.act = cue->quotes() ? cue->act : "state";
        return true;
      }
    }
    draft = {};
    for (TokenIndex t = above->begin; t < above->end; ++t) {
      if (!page_.in_quotation(t) && source_of_phrase(page_, t, draft)) return !draft.speakers.empty();
    }
    return false;
  }

  // "The mayor was blunt. “…”", "She shook her head. “…”": of whom the sentence above tells, in the same paragraph.
  bool shown_above(std::size_t q, StatementDraft& draft) const {
    constexpr TokenIndex kWords = 5;
    const TokenIndex begin = at(q).outside.begin;
    const auto above = sentence_above(begin);
    if (!above || page_.word_before(begin) == kNoToken || at(q).inside.size() < kWords) return false;
    for (TokenIndex t = above->begin; t < above->end; ++t) {
      if (parse_[t].relation != Relation::root || !is_verbal(parse_[t]) || is_passive(parse_, t)) continue;
      const Tokens subjects = surface_subjects(parse_, t);
      if (subjects.size() != 1 || page_.story.entities_at(subjects.front()).size() != 1) return false;
      const Index who = page_.story.entities_at(subjects.front()).front();
      if (page_.story.record.entities[who].type != EntityType::person) return false;
      set_speaker(page_, subjects.front(), draft);
      draft.cue = begin;
      draft.cue_span = {begin, begin + 1};
      draft.act = "state";
      return true;
    }
    return false;
  }

  // Right behind the sentence of the last cue, or at the head of the next paragraph.
  bool follows(TokenIndex begin) const {
    const TokenIndex before = page_.word_before(begin);
    if (before != kNoToken && !page_.ends_sentence(before) && !page_.in_quotation(before)) return false;
    int sentences = 0, paragraphs = 0;
    for (TokenIndex t = std::max(last_end_, drafts_[*last_].cue == kNoToken ? 0 : drafts_[*last_].cue); t < begin;
         ++t) {
      if (breaks_paragraph(parse_[t])) {
        ++paragraphs;
      } else if (page_.ends_sentence(t)) {
        ++sentences;
      }
    }
    return sentences <= 1 && paragraphs <= 1;
  }

  void put(StatementDraft draft, TokenIndex end) {
    drafts_.push_back(std::move(draft));
    last_ = drafts_.size() - 1;
    last_end_ = end;
  }

  bool is_letter(TokenIndex t) const { return parse_[t].pos != Pos::punct && !parse_[t].is_space; }

  // "She continued to weep", "the growers have begun a strike": with its own complement, and not "he went on to say",
  // such a verb brings no words.
  bool does_something(TokenIndex verb) const {
    const TokenIndex subject = child_of(parse_, verb, Relation::nsubj);
    if (subject == kNoToken || subject > verb) return false;
    for (const TokenIndex child : parse_.children(verb)) {
      const Token& c = parse_[child];
      if (child < verb || page_.in_quotation(child)) continue;
      const Cue* saying = page_.cues.verb(c.lemma);
      if (c.relation == Relation::xcomp && is_verbal(c) && (saying == nullptr || !saying->clause)) return true;
      if (c.relation == Relation::dobj && c.pos == Pos::noun) return true;
    }
    return false;
  }

  const Cue* quoting(TokenIndex t) const {
    if (parse_[t].pos != Pos::verb || page_.in_quotation(t)) return nullptr;
    const Cue* cue = page_.cues.verb(parse_[t].lemma);
    return cue != nullptr && cue->quotes() && !(cue->quotation && !cue->clause && does_something(t)) ? cue : nullptr;
  }

  // “…,” said the minister; “…,” the minister, who had come from Oslo, said.
  bool cue_behind(TokenIndex from, StatementDraft& draft) const {
    // What ended with a full stop is followed by a new sentence, with its own statement.
    TokenIndex last = from;
    while (last > 0 && (parse_[last - 1].is_space || page_.in_quotation(last - 1)) && !is_letter(last - 1) &&
           parse_[last - 1].text != "." && parse_[last - 1].text != "?" && parse_[last - 1].text != "!" &&
           parse_[last - 1].text != ",") {
      --last;
    }
    const std::string_view end = last > 0 ? parse_[last - 1].text : std::string_view{};
    const bool ended = end == "." || end == "?" || end == "!";
    const TokenIndex reach = end == "." ? 4 : ended ? 12 : kReach;
    // “…,” in one line, "she said" in the next.
    while (end == "," && from < parse_.size() && parse_[from].is_space) ++from;
    const TokenIndex stop = std::min<TokenIndex>(from + reach, parse_.size());
    for (TokenIndex t = from; t < stop; ++t) {
      if (page_.ends_sentence(t) || page_.in_quotation(t)) return false;
      if (t == from && parse_[t].lower == "and") return false;
      if (ended && parse_[t].text == ",") return false;
      const Cue* cue = quoting(t);
      if (cue == nullptr) continue;
      const Relation r = parse_[t].relation;
      if (t > from + 2 && (r == Relation::relcl || r == Relation::acl || r == Relation::amod)) continue;
      // "… .” Asked if Togo would go, she said": she was asked, and what stands before it is not what.
      if (ended && r == Relation::advcl && parse_[t].tag == Tag::vbn) return false;
      // "… .” Reid said both were wrong": it has its own clause.
      for (const TokenIndex child : parse_.children(t)) {
        const Relation told = parse_[child].relation;
        if (end == "." && child > t && (told == Relation::ccomp || told == Relation::xcomp)) return false;
      }
      return take(t, *cue, from, draft);
    }
    return false;
  }

  // "He said:", with the quotation in a paragraph of its own.
  TokenIndex colon_above(TokenIndex begin) const {
    while (begin > 0 && parse_[begin - 1].is_space) --begin;
    return begin > 0 && parse_[begin - 1].text == ":" ? begin - 1 : kNoToken;
  }

  // The minister told reporters: “…”; adding, “…”. Nearest to the quotation.
  bool cue_before(TokenIndex begin, StatementDraft& draft) const {
    TokenIndex first = page_.word_before(begin);
    if (first == kNoToken) first = colon_above(begin);
    if (first == kNoToken || page_.ends_sentence(first)) return false;
    TokenIndex clause = kNoToken;
    for (TokenIndex t = first + 1; t-- > 0 && begin - t < kReach;) {
      if (page_.ends_sentence(t) || page_.in_quotation(t)) break;
      clause = t;
      const Cue* cue = quoting(t);
      if (cue == nullptr) continue;
      const Relation r = parse_[t].relation;
      if (r == Relation::relcl && begin > t + 8) continue;
      if (find_speaker(page_, t, *cue, draft)) {
        set_cue(t, *cue, draft);
        return true;
      }
      // “…”, X was quoted by the agency as saying: nobody's here.
      break;
    }
    return parse_[first].text == ":" && clause != kNoToken && colon(first, clause, draft);
  }

  // “…,” according to the ministry.
  bool source_behind(TokenIndex from, StatementDraft& draft) const {
    while (from < parse_.size() && (parse_[from].is_space || parse_[from].text == ",")) {
      if (breaks_paragraph(parse_[from])) return false;
      ++from;
    }
    // “….” According to the ministry, …: of what follows.
    if (from >= parse_.size() || page_.in_quotation(from) || parse_[from].text != parse_[from].lower) return false;
    return source_of_phrase(page_, from, draft);
  }

  // “…” — Ana Paz, a miller: whose words they are, at the end of the paragraph.
  bool name_behind(TokenIndex from, StatementDraft& draft) const {
    constexpr TokenIndex kLong = 16;
    TokenIndex mark = from;
    while (mark < parse_.size() && parse_[mark].is_space && !breaks_paragraph(parse_[mark])) ++mark;
    if (mark >= parse_.size() || !is_dash(parse_[mark].text)) return false;
    TokenIndex end = mark + 1;
    while (end < parse_.size() && !breaks_paragraph(parse_[end])) {
      if (is_verbal(parse_[end]) || end - mark > kLong) return false;
      ++end;
    }
    for (TokenIndex t = mark + 1; t < end; ++t) {
      if (parse_[t].pos != Pos::propn || parse_[t].relation == Relation::compound) continue;
      if (is_medium(t)) return false;  // the agency of the whole report
      set_speaker(page_, t, draft);
      draft.cue = mark;
      draft.cue_span = {mark, mark + 1};
      draft.act = "state";
      return true;
    }
    return false;
  }

  bool is_medium(TokenIndex t) const {
    const auto& who = page_.story.entities_at(t);
    return std::any_of(who.begin(), who.end(),
                       [&](Index e) { return page_.story.record.entities[e].type == EntityType::media; });
  }

  static bool is_dash(std::string_view mark) {
    return mark == "\xE2\x80\x94" || mark == "\xE2\x80\x95" || mark == "\xE2\x80\x93" || mark == "--" || mark == "-";
  }

  // The minister: “…”; the minister shook his head: “…”
  bool colon(TokenIndex mark, TokenIndex clause, StatementDraft& draft) const {
    TokenIndex speaker = kNoToken;
    for (TokenIndex t = clause; t < mark && speaker == kNoToken; ++t) {
      const Token& w = parse_[t];
      if (w.relation != Relation::nsubj && !(w.relation == Relation::root && is_nominal(w))) continue;
      for (const Index e : page_.story.entities_at(t)) {
        if (page_.story.record.entities[e].type == EntityType::person) speaker = t;
      }
    }
    for (TokenIndex t = clause; t < mark && speaker == kNoToken && page_.word_before(clause) == kNoToken; ++t) {
      const std::int32_t m = page_.story.mention_at[t];
      if (m >= 0) speaker = page_.story.mentions[static_cast<std::size_t>(m)].head;
    }
    if (speaker == kNoToken) return false;
    set_speaker(page_, speaker, draft);
    draft.cue = mark;
    draft.cue_span = {mark, mark + 1};
    draft.act = "state";
    return true;
  }

  void set_cue(TokenIndex t, const Cue& cue, StatementDraft& draft) const {
    draft.cue = t;
    draft.cue_span = {t, t + 1};
    draft.act = cue.act;
    find_addressees(page_, t, cue, draft);
  }

  // The speaker by the grammar; where the parse went astray, the name right behind the cue or right before it.
  bool take(TokenIndex verb, const Cue& cue, TokenIndex from, StatementDraft& draft) const {
    TokenIndex subject = child_of(parse_, verb, Relation::nsubj);
    if (subject == kNoToken || subject < from) subject = child_of(parse_, verb, Relation::nsubjpass);
    if (subject != kNoToken && subject >= from) {
      if (!find_speaker(page_, verb, cue, draft)) return false;
    } else if (parse_[verb].relation == Relation::pcomp && find_speaker(page_, verb, cue, draft) &&
               draft.speaker >= from) {
      // "X was quoted as saying".
    } else {
      draft = {};
      TokenIndex near = kNoToken;
      for (TokenIndex t = verb; t-- > from && near == kNoToken;) {
        if (page_.story.mention_at[t] >= 0 || parse_[t].pos == Pos::noun) near = t;
      }
      for (TokenIndex t = verb + 1; t < std::min<TokenIndex>(verb + 12, parse_.size()) && near == kNoToken; ++t) {
        if (page_.ends_sentence(t) || parse_[t].text == ",") break;
        const std::int32_t m = page_.story.mention_at[t];
        if (m >= 0) {
          near = page_.story.mentions[static_cast<std::size_t>(m)].head;
        } else if (is_nominal(parse_[t]) && parse_[t].relation != Relation::compound) {
          near = t;
        }
      }
      if (near == kNoToken) return false;
      set_speaker(page_, near, draft);
    }
    set_cue(verb, cue, draft);
    return true;
  }

  const Page& page_;
  const Parse& parse_;
  std::vector<StatementDraft>& drafts_;
  std::vector<bool>& cue_used_;
  std::optional<std::size_t> last_;  // the draft of the last quotation
  TokenIndex last_end_ = 0;          // behind its closing mark
};

}  // namespace

void find_quoted(const Page& page, std::vector<StatementDraft>& drafts, std::vector<bool>& cue_used) {
  Quoted(page, drafts, cue_used).run();
}

}  // namespace dragoman
