// Who goes where: "visited Kenya", "his journey to Malta", "is in Chile for a visit".
#include "language/syntax.h"
#include "meetings/details.h"
#include "meetings/find.h"
#include "meetings/participants.h"
#include "meetings/standing.h"
#include "text/days.h"

#include <algorithm>
#include <charconv>

namespace dragoman {

namespace {

class Visits {
 public:
  explicit Visits(Story& story)
      : story_(story),
        parse_(story.parse),
        words_(*story.lexicon.meetings),
        who_(story, words_),
        details_(story, words_),
        standings_(story, words_) {}

  std::vector<Visit> run() {
    for (TokenIndex t = 0; t < parse_.size(); ++t) {
      if (story_.boilerplate[t]) continue;
      if (is_visiting(parse_[t]) && parse_[t].relation == Relation::pcomp) continue;
      if (is_verbal(parse_[t])) {
        const auto word = words_.visit_verbs.find(parse_[t].lemma);
        if (word != words_.visit_verbs.end()) verb(t, word->second);
      } else if (parse_[t].pos == Pos::adj && parse_[t].relation == Relation::acomp) {
        const auto word = words_.visit_adjectives.find(parse_[t].lemma);
        if (word != words_.visit_adjectives.end()) due(t, word->second);
      } else if (parse_[t].pos == Pos::noun) {
        const auto word = words_.visit_nouns.find(parse_[t].lemma);
        if (word != words_.visit_nouns.end()) noun(t, word->second);
      }
    }
    return std::move(found_);
  }

 private:
  // The first of the tokens that is a place or a country.
  TokenIndex destination(const Tokens& heads) const {
    for (const TokenIndex head : heads) {
      if (details_.place_at(head)) return head;
      for (const Index e : story_.entities_at(head)) {
        if (who_.is_country(e)) return head;
      }
    }
    return kNoToken;
  }

  // The same, behind one of the word's prepositions.
  TokenIndex linked_destination(TokenIndex head, const VisitWord& word) const {
    for (const std::string& preposition : word.prepositions) {
      if (const TokenIndex to = destination(obliques(parse_, head, preposition)); to != kNoToken) return to;
    }
    return kNoToken;
  }

  void verb(TokenIndex v, const VisitWord& word) {
    if (word.awaited) return awaited(v, word);
    Visit visit;
    who_.add(visit.visitors, agents(parse_, v));
    TokenIndex to = word.object ? destination(patients(parse_, v)) : kNoToken;
    if (to == kNoToken) to = linked_destination(v, word);
    visit.standing = standings_.of_verb(v);
    if (visit.standing == Standing::own) visit.standing = Standing::planned;  // "visits Japan next week"
    visit.date = details_.date({v});
    visit.span = clause_span(parse_, v);
    keep(std::move(visit), v, to);
  }

  // "is expected in Lima on Friday", also "… to sign the pact": whom they await there.
  void awaited(TokenIndex v, const VisitWord& word) {
    if (is_passive(parse_, v)) to_come(v, v, patients(parse_, v), linked_destination(v, word));
  }

  // "is due in Lima on Friday"
  void due(TokenIndex a, const VisitWord& word) {
    const TokenIndex copula = parse_[a].head;
    TokenIndex to = linked_destination(a, word);
    if (to == kNoToken) to = linked_destination(copula, word);
    to_come(copula, a, surface_subjects(parse_, copula), to);
  }

  // A person who is, says `verb`, to be somewhere; "is due to speak in Lima" tells only what for.
  void to_come(TokenIndex verb, TokenIndex word, const Tokens& who, TokenIndex to) {
    if (is_negated(parse_, verb) || verb_form(parse_, verb).tense != Tense::present || to == kNoToken || to < word)
      return;
    const Tokens below = complements(parse_, word);
    if (std::any_of(below.begin(), below.end(), [&](TokenIndex c) { return c < to; })) return;
    Visit visit;
    who_.add(visit.visitors, who);
    if (std::none_of(visit.visitors.begin(), visit.visitors.end(), [&](Index e) { return who_.is_person(e); })) return;
    visit.standing = Standing::planned;
    visit.date = details_.date({verb, word});
    visit.span = clause_span(parse_, verb);
    keep(std::move(visit), word, to);
  }

  void noun(TokenIndex n, const VisitWord& word) {
    Visit visit;
    who_.add(visit.visitors, possessors(parse_, n));
    TokenIndex to = linked_destination(n, word);
    const TokenIndex head = parse_[n].head;
    TokenIndex verb = kNoToken;
    if (parse_[n].relation == Relation::dobj && is_verbal(parse_[head])) verb = head;
    if (parse_[n].relation == Relation::pobj && is_verbal(parse_[parse_[head].head])) verb = parse_[head].head;
    visit.standing = standings_.of_noun(n);
    if (visit.visitors.empty()) who_.add(visit.visitors, obliques(parse_, n, "by"));
    if (visit.visitors.empty()) who_.add(visit.visitors, obliques(parse_, n, "of"));
    if (visit.visitors.empty() && verb != kNoToken) {
      who_.add(visit.visitors, agents(parse_, verb));
      // "is in Chile on a tour", "landed in Chile on a tour"
      if (to == kNoToken && parse_[head].lower == "on") {
        to = destination(obliques(parse_, verb, "in"));
        if (visit.standing == Standing::own) visit.standing = Standing::held;
      }
    }
    visit.date = details_.date({n, verb != kNoToken && parse_[n].relation == Relation::dobj ? verb : kNoToken});
    if (!visit.date && (parse_[n].relation == Relation::nsubj || parse_[n].relation == Relation::nsubjpass)) {
      visit.date = details_.date({head});
    }
    if (!visit.date) visit.date = days_before(n);
    visit.span = noun_phrase(parse_, n);
    for (const TokenIndex c : parse_.children(n)) {
      if (c > n && parse_[c].relation == Relation::prep)
        visit.span.end = std::max(visit.span.end, parse_[c].right_edge + 1);
    }
    visit.span = trimmed(parse_, visit.span);
    keep(std::move(visit), n, to);
  }

  // "left on Tuesday after a two-day visit": the two days that end on Tuesday.
  std::optional<DateValue> days_before(TokenIndex n) const {
    const TokenIndex preposition = parse_[n].head;
    if (parse_[n].relation != Relation::pobj || parse_[preposition].lower != "after") return std::nullopt;
    const auto end = details_.date({parse_[preposition].head});
    if (!end) return std::nullopt;
    const auto last = days_of(end->value);
    if (!last || last->days() != 1) return std::nullopt;
    for (TokenIndex t = core_phrase(parse_, n).begin; t < n; ++t) {
      if (story_.time_at[t] < 0) continue;
      const Time& time = story_.record.times[static_cast<std::size_t>(story_.time_at[t])];
      if (time.type != TimeType::duration || time.value.size() < 3 || time.value.back() != 'D') continue;
      int days = 0;
      const char* const digits_end = time.value.data() + time.value.size() - 1;
      const auto [at, error] = std::from_chars(time.value.data() + 1, digits_end, days);
      if (error != std::errc() || at != digits_end || days < 1 || days > 60) continue;
      const auto first = last->first - std::chrono::days(days - 1);
      return DateValue{days == 1 ? day_text(first) : day_text(first) + "/" + day_text(last->last), DateBasis::inferred};
    }
    return std::nullopt;
  }

  void keep(Visit visit, TokenIndex trigger, TokenIndex to) {
    if (to == kNoToken || visit.visitors.empty()) return;
    visit.trigger = trigger;
    visit.destination = to;
    visit.place = details_.place_at(to);
    if (visit.place) visit.country = story_.record.places[*visit.place].country;
    for (const Index e : story_.entities_at(to)) {
      if (visit.country.empty()) visit.country = story_.record.entities[e].country;
    }
    found_.push_back(std::move(visit));
  }

  Story& story_;
  const Parse& parse_;
  const MeetingLexicon& words_;
  Participants who_;
  Details details_;
  Standings standings_;
  std::vector<Visit> found_;
};

}  // namespace

std::vector<Visit> find_visits(Story& story) {
  return Visits(story).run();
}

}  // namespace dragoman
