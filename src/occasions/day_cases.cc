#include "language/paragraphs.h"
#include "language/syntax.h"
#include "occasions/days.h"
#include "story/members.h"
#include "text/days.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string_view>
#include <unordered_map>

namespace dragoman {

namespace {

using Who = std::vector<Index>;

// What the record tells: an event or a statement, at its trigger or cue.
struct Told {
  DayForm form = DayForm::event;
  Index item = 0;
  TokenIndex token = 0;
  std::uint32_t sentence = 0;
  const Who* who = nullptr;     // actors or speakers
  const Who* others = nullptr;  // recipients or addressees
  EventStatus status = EventStatus::happened;
  std::string_view day;         // by the words of its own clause; empty where they name none
  std::int32_t speech_of = -1;  // of statements: the dated one that its speaker goes on from
};

// Words that name a day, or a longer time.
struct Naming {
  Index time = 0;
  TokenIndex token = 0;  // the first of them
  TokenIndex head = 0;   // by which they hang on the rest: "week" of "last week"
  std::uint32_t sentence = 0;
  std::string_view day;
};

// "2016-12-03" of "2016-12-03TMO"; nothing where the value says no more than past, present or future, or "some day".
std::string_view day_in(std::string_view value) {
  const std::string_view day = value.substr(0, value.find('T'));
  const bool has_figure = std::any_of(day.begin(), day.end(), [](char c) { return c >= '0' && c <= '9'; });
  return has_figure && day.find('_') == std::string_view::npos ? day : std::string_view();
}

bool is_weekday(std::string_view day) {
  return day.starts_with("XXXX-W");
}

class Cases {
 public:
  explicit Cases(const Story& story)
      : story_(story), parse_(story.parse), record_(story.record), lexicon_(*story.lexicon.occasions) {
    published_ = days_of(record_.document.published.value);
    for (TokenIndex t = 0; t < parse_.size(); ++t) {
      if (breaks_paragraph(parse_[t])) paragraphs_.push_back(t);
    }
    find_namings();
    find_told();
  }

  std::vector<DayCase> run() {
    std::vector<DayCase> cases;
    for (std::size_t i = 0; i < told_.size(); ++i) {
      if (is_open(told_[i])) cases.push_back(case_of(i));
    }
    return cases;
  }

 private:
  // How many expressions before and behind a fact compete, beside those of the lead; how many things told on a day are
  // looked at; the sentences of the lead.
  static constexpr std::size_t kBefore = 14, kBehind = 4, kOfLead = 3, kTold = 16;
  static constexpr std::uint32_t kLead = 3;
  static constexpr std::size_t kAround = 60;  // things told on either side of a fact

  void find_namings() {
    for (Index i = 0; i < record_.times.size(); ++i) {
      const Time& time = record_.times[i];
      if (time.type != TimeType::date && time.type != TimeType::time) continue;
      const std::string_view day = day_in(time.value);
      if (day.empty()) continue;
      const TokenIndex token = story_.time_spans[i].begin;
      if (story_.boilerplate[token]) continue;  // a dateline tells when the report was written
      TokenIndex head = token;
      while (parse_[head].head != head && story_.time_spans[i].contains(parse_[head].head)) head = parse_[head].head;
      namings_.push_back({i, token, head, parse_[token].sentence, day});
    }
    std::stable_sort(namings_.begin(), namings_.end(),
                     [](const Naming& a, const Naming& b) { return a.token < b.token; });
  }

  TokenIndex token_at(std::uint32_t code_point) const {
    const std::uint32_t byte = story_.text.byte(code_point);
    const auto behind = std::upper_bound(parse_.tokens.begin(), parse_.tokens.end(), byte,
                                         [](std::uint32_t at, const Token& token) { return at < token.begin; });
    return behind == parse_.tokens.begin() ? 0 : static_cast<TokenIndex>(behind - parse_.tokens.begin() - 1);
  }

  static std::string_view day_of(const std::optional<DateValue>& date) {
    return date && date->basis == DateBasis::text ? std::string_view(date->value) : std::string_view();
  }

  void find_told() {
    for (Index i = 0; i < record_.events.size(); ++i) {
      const Event& e = record_.events[i];
      const TokenIndex token = token_at(e.trigger.span.begin);
      told_.push_back(
          {DayForm::event, i, token, parse_[token].sentence, &e.actors, &e.recipients, e.status, day_of(e.date)});
    }
    for (Index i = 0; i < record_.statements.size(); ++i) {
      const Statement& s = record_.statements[i];
      const TokenSpan cue = story_.statement_cues[i];
      const TokenIndex token = cue.size() > 0 ? cue.begin : token_at(s.evidence.span.begin);
      told_.push_back(
          {DayForm::statement, i, token, parse_[token].sentence, &s.speakers, &s.addressees, s.status, day_of(s.date)});
    }
    std::stable_sort(told_.begin(), told_.end(), [](const Told& a, const Told& b) { return a.token < b.token; });
    std::int32_t last = -1;  // the statement before
    for (std::size_t i = 0; i < told_.size(); ++i) {
      Told& t = told_[i];
      if (!t.day.empty()) on_day_[t.day].push_back(i);
      if (t.form != DayForm::statement) continue;
      if (!t.day.empty()) {
        t.speech_of = static_cast<std::int32_t>(i);
      } else if (last >= 0 && share(*told_[static_cast<std::size_t>(last)].who, *t.who)) {
        t.speech_of = told_[static_cast<std::size_t>(last)].speech_of;
      }
      last = static_cast<std::int32_t>(i);
    }
  }

  const Event* event_of(const Told& t) const { return t.form == DayForm::event ? &record_.events[t.item] : nullptr; }

  // What has taken place and has no day, and whose clause tells no other time.
  bool is_open(const Told& t) const {
    const auto& date = t.form == DayForm::event ? record_.events[t.item].date : record_.statements[t.item].date;
    return !date && t.status != EventStatus::planned && t.status != EventStatus::requested &&
           t.status != EventStatus::hoped && t.status != EventStatus::conditional && t.status != EventStatus::denied &&
           !is_before_occasion(t) && !has_other_time(t);
  }

  // "had called": what was over when the occasion began.
  bool is_before_occasion(const Told& t) const {
    const VerbForm form = verb_form(parse_, is_verbal(parse_[t.token]) ? t.token : clause_head(parse_, t.token));
    return form.perfect && form.tense == Tense::past;
  }

  DayCase case_of(std::size_t at) const {
    const Told& fact = told_[at];
    DayCase out{fact.form, fact.item, {}};
    const auto behind = std::lower_bound(namings_.begin(), namings_.end(), fact.token,
                                         [](const Naming& n, TokenIndex t) { return n.token < t; });
    const auto first_behind = static_cast<std::size_t>(behind - namings_.begin());
    const std::size_t begin = first_behind - std::min(first_behind, kBefore);
    const std::size_t end = std::min(namings_.size(), first_behind + kBehind);
    std::vector<std::size_t> reach;
    for (std::size_t i = 0; i < std::min(begin, kOfLead); ++i) {
      if (namings_[i].sentence < kLead && competes(namings_[i], fact)) reach.push_back(i);
    }
    for (std::size_t i = begin; i < end; ++i) {
      if (competes(namings_[i], fact)) reach.push_back(i);
    }
    std::vector<std::vector<std::size_t>> namings;  // by candidate
    for (const std::size_t i : reach) {
      const auto known = std::find_if(out.candidates.begin(), out.candidates.end(),
                                      [&](const DayCandidate& c) { return c.day == namings_[i].day; });
      const auto place = static_cast<std::size_t>(known - out.candidates.begin());
      if (known == out.candidates.end()) {
        out.candidates.push_back({std::string(namings_[i].day), {}});
        namings.emplace_back();
      }
      out.candidates[place].times.push_back(namings_[i].time);
      namings[place].push_back(i);
    }
    std::size_t most = 0;
    for (const auto& of_day : namings) most = std::max(most, of_day.size());
    for (std::size_t c = 0; c < out.candidates.size(); ++c) {
      DayCandidate& candidate = out.candidates[c];
      look_at_words(candidate, namings[c], fact, first_behind);
      look_at_day(candidate, at);
      set_clue(candidate, DayClue::only_one, out.candidates.size() == 1);
      set_clue(candidate, DayClue::most_named, namings[c].size() == most && most > 1);
    }
    look_at_last(out, at);
    out.candidates.push_back(none_of_them(at, out.candidates.size(), first_behind));
    const DayClues of_fact = out.candidates.back().clues;
    const auto form = static_cast<std::size_t>(fact.form);
    set_chances(out.candidates, lexicon_.days.clues[form], [&](const DayCandidate& c) {
      double sum = 0;
      for (const DayPair& pair : lexicon_.pairs) {
        const bool both = clue_of(c.clues, pair.first) != 0 &&
                          (clue_of(c.clues, pair.second) != 0 || clue_of(of_fact, pair.second) != 0);
        sum += both ? pair.weights[form] : 0;
      }
      return sum;
    });
    return out;
  }

  // Not what the fact's own sentence has, of which the rules for events have taken nothing, and those for statements no
  // month or year: "condemned the raid of 12 May"; but "in May she said".
  bool competes(const Naming& n, const Told& fact) const {
    const auto days = days_of(n.day);
    if (published_ && days && days->first > published_->last) return false;  // it is yet to come
    return n.sentence != fact.sentence || (fact.form == DayForm::statement && !is_of_noun(n));
  }

  // "Monday's raid", "the raid of 12 May".
  bool is_of_noun(const Naming& n) const {
    TokenIndex above = parse_[n.head].head;
    if (parse_[above].relation == Relation::prep) above = parse_[above].head;
    return parse_[above].pos == Pos::noun || parse_[above].pos == Pos::propn;
  }

  // How far from the fact the nearest words for the day stand, and what they hang on.
  void look_at_words(DayCandidate& c, const std::vector<std::size_t>& namings, const Told& fact,
                     std::size_t first_behind) const {
    const auto apart = [&](std::size_t n) {
      const std::uint32_t s = namings_[n].sentence;
      return s > fact.sentence ? s - fact.sentence + 1 : fact.sentence - s;  // what stands behind is a step farther
    };
    const std::size_t nearest = *std::min_element(namings.begin(), namings.end(),
                                                  [&](std::size_t a, std::size_t b) { return apart(a) < apart(b); });
    const Naming& n = namings_[nearest];
    if (n.sentence > fact.sentence) {
      const std::uint32_t far = n.sentence - fact.sentence;
      set_clue(c, far == 1 ? DayClue::sentence_behind : far <= 3 ? DayClue::up_to_three_behind : DayClue::far_behind);
    } else {
      const std::uint32_t far = fact.sentence - n.sentence;
      set_clue(c, far == 0    ? DayClue::same_sentence
                  : far == 1  ? DayClue::sentence_before
                  : far == 2  ? DayClue::two_before
                  : far <= 5  ? DayClue::up_to_five_before
                  : far <= 10 ? DayClue::up_to_ten_before
                              : DayClue::far_before);
    }
    const std::size_t from = nearest < first_behind ? nearest + 1 : first_behind;
    const std::size_t to = nearest < first_behind ? first_behind : nearest;
    std::size_t others = 0;
    constexpr std::size_t kMost = 3;
    for (std::size_t i = from; i < to && others < kMost; ++i) others += namings_[i].day != c.day ? 1 : 0;
    set_clue(c, nearest < first_behind ? DayClue::last_named : DayClue::next_named, others == 0);
    clue_of(c.clues, DayClue::others_between) = static_cast<float>(others);
    set_clue(c, DayClue::in_lead,
             std::any_of(namings.begin(), namings.end(), [&](std::size_t i) { return namings_[i].sentence < kLead; }));
    set_clue(c, DayClue::opens_story, fact.sentence == 0 && n.sentence > 0 && n.sentence <= 3);
    set_clue(c, DayClue::of_noun, is_of_noun(n));
    set_clue(c, DayClue::in_speech, is_in_speech(n.token, nullptr));
    set_clue(c, DayClue::same_paragraph, paragraph_of(n.token) == paragraph_of(fact.token));
    const TokenIndex of_words = clause_head(parse_, n.head), own = clause_head(parse_, fact.token);
    set_clue(c, DayClue::own_clause, of_words == own);
    set_clue(c, DayClue::clause_above, of_words != own && of_words == parent_clause(parse_, own));
    const VerbForm form = verb_form(parse_, of_words);
    set_clue(c, DayClue::of_past_perfect, form.perfect && form.tense == Tense::past);
    set_clue(c, DayClue::of_main_clause, parent_clause(parse_, of_words) == kNoToken);
    set_clue(c, DayClue::weekday, is_weekday(c.day));
    set_clue(c, DayClue::coarse, c.day.size() < 10);
    const auto days = days_of(c.day);
    if (!published_ || !days) return;
    set_clue(c, DayClue::published, days->within(*published_) && days->days() == 1);
    const auto before = (published_->first - days->last).count();
    set_clue(c, DayClue::eve, days->days() == 1 && before == 1);
    set_clue(c, DayClue::last_days, before > 1 && before <= 7);
    set_clue(c, DayClue::older, before > 7);
  }

  // What else the story tells of that day.
  void look_at_day(DayCandidate& c, std::size_t at) const {
    const Told& fact = told_[at];
    const auto found = on_day_.find(std::string_view(c.day));
    if (found == on_day_.end()) return;
    const std::vector<std::size_t>& all = found->second;
    const auto here = static_cast<std::size_t>(std::lower_bound(all.begin(), all.end(), at) - all.begin());
    const std::size_t begin = here - std::min(here, kTold), end = std::min(all.size(), here + kTold);
    const Event* own = event_of(fact);
    for (std::size_t i = begin; i < end; ++i) {
      const Told& other = told_[all[i]];
      const bool by_same = share(*fact.who, *other.who), to_same = share(*fact.who, *other.others);
      const Event* event = event_of(other);
      if (event == nullptr) {
        set_clue(c, by_same ? DayClue::told_by_same : DayClue::told_by_other);
      } else {
        set_clue(c, by_same ? DayClue::done_by_same : DayClue::done_by_other);
        set_clue(c, DayClue::done_to_same, to_same);
        set_clue(c, DayClue::met_then, event->type == EventType::consult && (by_same || to_same));
        set_clue(c, DayClue::same_type, own != nullptr && own->type == event->type);
        set_clue(c, DayClue::same_deed, own != nullptr && own->type == event->type && by_same);
      }
      const bool with_others = share(*fact.others, *other.who) || share(*fact.others, *other.others);
      set_clue(c, DayClue::of_both, (by_same || to_same) && with_others);
    }
    if (fact.speech_of >= 0 && told_[static_cast<std::size_t>(fact.speech_of)].day == c.day)
      set_clue(c, DayClue::speech_goes_on);
  }

  // The last thing before the fact, and the next behind it, that whoever speaks or acts said or did on a named day.
  void look_at_last(DayCase& out, std::size_t at) const {
    const Told& fact = told_[at];
    const auto is_theirs = [&](const Told& other) { return !other.day.empty() && share(*fact.who, *other.who); };
    const auto mark = [&](const Told& other, DayClue clue) {
      for (DayCandidate& c : out.candidates) set_clue(c, clue, c.day == other.day);
    };
    for (std::size_t i = at, steps = 0; i-- > 0 && steps < kAround; ++steps) {
      if (!is_theirs(told_[i])) continue;
      mark(told_[i], DayClue::last_of_same);
      break;
    }
    for (std::size_t i = at + 1; i < told_.size() && i < at + kAround; ++i) {
      if (!is_theirs(told_[i])) continue;
      mark(told_[i], DayClue::next_of_same);
      break;
    }
  }

  // A time in the fact's own clause that is none of the days: "in recent years", "for months", "three days after".
  bool has_other_time(const Told& fact) const {
    const TokenSpan sentence = parse_.sentences[fact.sentence];
    const TokenIndex own = clause_head(parse_, fact.token);
    for (TokenIndex t = sentence.begin; t < sentence.end; ++t) {
      const std::int32_t time = story_.time_at[t];
      if (time < 0 || clause_head(parse_, t) != own) continue;
      const Time& found = record_.times[static_cast<std::size_t>(time)];
      const bool open_day = found.value == "PRESENT_REF" || found.value.starts_with("XXXX-XX-XX");  // "now", "today"
      if (!open_day && day_in(found.value).empty()) return true;
    }
    return false;
  }

  bool is_apart(TokenIndex verb) const {
    const TokenIndex above = parent_clause(parse_, verb);
    const bool goes_with_it = above != kNoToken && verb_form(parse_, verb).tense == Tense::none;
    return has_adverb_apart(verb) || (goes_with_it && has_adverb_apart(above));
  }

  bool has_adverb_apart(TokenIndex verb) const {
    return std::any_of(parse_.children(verb).begin(), parse_.children(verb).end(), [&](TokenIndex c) {
      return parse_[c].relation == Relation::advmod && lexicon_.apart.contains(parse_[c].lower);
    });
  }

  DayCandidate none_of_them(std::size_t at, std::size_t days, std::size_t first_behind) const {
    const Told& fact = told_[at];
    DayCandidate none;
    set_clue(none, DayClue::none);
    const bool noun = !is_verbal(parse_[fact.token]);
    const TokenIndex clause = clause_head(parse_, fact.token);
    const VerbForm form = verb_form(parse_, noun ? clause : fact.token);
    set_clue(none, DayClue::none_noun, noun && fact.form == DayForm::event);
    set_clue(none, DayClue::none_perfect, form.perfect && form.tense == Tense::present);
    set_clue(none, DayClue::none_present, !form.perfect && form.tense == Tense::present);
    set_clue(none, DayClue::none_not_finite, form.tense == Tense::none);
    const Relation r = parse_[clause_lead(parse_, clause)].relation;
    const bool relative = r == Relation::relcl || r == Relation::acl;
    set_clue(none, DayClue::none_relative, relative);
    set_clue(none, DayClue::none_subordinate, !relative && parent_clause(parse_, clause) != kNoToken);
    set_clue(none, DayClue::none_apart, is_apart(clause) || is_apart(fact.token));
    set_clue(none, DayClue::none_in_speech, is_in_speech(fact.token, &fact));
    set_clue(none, DayClue::none_to_media,
             fact.form == DayForm::statement && std::any_of(fact.others->begin(), fact.others->end(), [&](Index e) {
               return record_.entities[e].type == EntityType::media;
             }));
    set_clue(none, DayClue::none_without_actor, fact.who->empty());
    set_clue(none, DayClue::none_unnamed_actor,
             !fact.who->empty() && std::all_of(fact.who->begin(), fact.who->end(),
                                               [&](Index e) { return record_.entities[e].anonymous; }));
    if (const Event* event = event_of(fact)) {
      set_clue(none, DayClue::none_material, event->quad == 2 || event->quad == 4);
      set_clue(none, DayClue::none_meeting, event->type == EventType::consult);
    } else {
      set_clue(none, DayClue::none_quoted, record_.statements[fact.item].kind != StatementKind::indirect);
    }
    set_clue(none, DayClue::none_going_on, fact.status == EventStatus::ongoing);
    set_clue(none, DayClue::none_named_before, first_behind == 0);
    clue_of(none.clues, DayClue::none_days) = static_cast<float>(std::min<std::size_t>(days, 8));
    set_clue(none, DayClue::none_far, first_behind > 0 && fact.sentence - namings_[first_behind - 1].sentence > 5);
    const bool dated = std::any_of(told_.begin() + static_cast<std::ptrdiff_t>(at - std::min(at, kAround)),
                                   told_.begin() + static_cast<std::ptrdiff_t>(std::min(told_.size(), at + kAround)),
                                   [&](const Told& t) { return !t.day.empty() && share(*t.who, *fact.who); });
    set_clue(none, DayClue::none_dated_same, !dated);
    return none;
  }

  // Whether a token stands in what somebody in the story says, other than by `fact` itself.
  bool is_in_speech(TokenIndex token, const Told* fact) const {
    const auto near =
        std::lower_bound(told_.begin(), told_.end(), token, [](const Told& t, TokenIndex at) { return t.token < at; });
    const auto at = static_cast<std::size_t>(near - told_.begin());
    constexpr std::size_t kNear = 8;
    for (std::size_t i = at - std::min(at, kNear); i < std::min(told_.size(), at + kNear); ++i) {
      if (told_[i].form != DayForm::statement || &told_[i] == fact) continue;
      const auto& content = story_.statement_contents[told_[i].item];
      if (std::any_of(content.begin(), content.end(), [&](TokenSpan s) { return s.contains(token); })) return true;
    }
    return false;
  }

  std::size_t paragraph_of(TokenIndex token) const {
    return static_cast<std::size_t>(std::upper_bound(paragraphs_.begin(), paragraphs_.end(), token) -
                                    paragraphs_.begin());
  }

  const Story& story_;
  const Parse& parse_;
  const Record& record_;
  const OccasionLexicon& lexicon_;
  std::optional<DayRange> published_;
  std::vector<TokenIndex> paragraphs_;                                     // where they end
  std::vector<Naming> namings_;                                            // in text order
  std::vector<Told> told_;                                                 // in text order
  std::unordered_map<std::string_view, std::vector<std::size_t>> on_day_;  // what is told of each day by its own words
};

}  // namespace

std::vector<DayCase> day_cases(const Story& story) {
  return Cases(story).run();
}

}  // namespace dragoman
