#include "events/told_before.h"

#include "events/assertion.h"
#include "events/doers.h"
#include "language/syntax.h"
#include "story/members.h"

#include <algorithm>

namespace dragoman {

namespace {

constexpr std::uint32_t kSentencesBack = 3;  // how far a noun reaches back to a deed that it tells again

}  // namespace

// "asked Benin for help and urged it to": a pronoun behind the second verb is whoever the first was done to.
Participants ToldBefore::same_again(const EventFrame& frame, const Predicate& p,
                                    const std::vector<Index>& actors) const {
  if (p.kind != PredicateKind::verb || parse_[p.token].relation != Relation::conj) return {};
  const Tokens objects = patients(parse_, p.token);
  const bool object = std::find(frame.recipients.begin(), frame.recipients.end(), Slot{Slot::Kind::object, {}}) !=
                      frame.recipients.end();
  if (!object || objects.size() != 1) return {};
  const std::string_view pronoun = parse_[objects[0]].lower;
  if (pronoun != "it" && pronoun != "them") return {};
  for (std::size_t i = drafts_.size(); i-- > 0 && parse_[drafts_[i].trigger].sentence == parse_[p.token].sentence;) {
    const EventDraft& before = drafts_[i];
    if (before.event.actors != actors) continue;
    if (before.recipients.empty()) {  // "sent a complaint to the court and asked it to"
      std::vector<Index> addressed;
      for (const TokenIndex t : obliques(parse_, before.trigger, "to", true)) arguments_.add_mention(addressed, t);
      if (addressed.size() == 1) return participants_of(addressed);
      continue;
    }
    if (pronoun == "it" && before.recipients.size() > 1) return {};
    return before.recipients;
  }
  return {};
}

// "the invasion" after "invaded" or an invasion, "the raids" after any attack, "the move" right after what was done.
bool ToldBefore::tells_again(TokenIndex noun, const EventDraft& before) const {
  const Event& e = before.event;
  if (e.trigger.lemma == parse_[noun].lemma) return true;
  const std::uint32_t sentences = parse_[noun].sentence - parse_[before.trigger].sentence;
  const TokenIndex begin = parse_[noun].left_edge;  // "…, a move that it criticised"
  const bool described = sentences == 0 && begin > before.trigger && parse_[begin - 1].text == ",";
  if (e.actors.empty() || sentences > kSentencesBack || (!described && !is_bare(noun))) return false;
  if (lexicon_.violence.contains(parse_[noun].lemma)) return e.type == EventType::assault;
  if (lexicon_.charges.contains(parse_[noun].lemma)) return e.type == EventType::accuse;  // "denied the charge"
  const bool done = e.type == EventType::sanction || e.type == EventType::coerce || e.type == EventType::retreat ||
                    e.type == EventType::mobilize || e.type == EventType::concede || e.type == EventType::assault;
  return (described || (done && sentences <= 1)) && lexicon_.deeds.contains(parse_[noun].lemma);
}

// "turned down the request", "hailed the ruling": whoever asked last, the court that was last told of.
void ToldBefore::asker_or_court(const EventFrame& frame, const Predicate& p, Participants& recipients) const {
  const auto is_by_court = [&](const Event& e) {
    return std::all_of(e.actors.begin(), e.actors.end(),
                       [&](Index a) { return story_.record.entities[a].code.ends_with("JUD"); });
  };
  for (const Slot& slot : frame.recipients) {
    for (const TokenIndex noun : arguments_.fillers(slot, p)) {
      const bool asked = lexicon_.asking.contains(parse_[noun].lemma) ||
                         (frame.type == EventType::reject && lexicon_.proposals.contains(parse_[noun].lemma));
      const bool ruled = lexicon_.rulings.contains(parse_[noun].lemma);
      if ((!asked && !ruled) || !is_definite_noun(parse_, noun) || !is_bare(noun)) continue;
      for (std::size_t i = drafts_.size(), steps = 0; i-- > 0 && steps < kDraftsBack; ++steps) {
        const EventDraft& before = drafts_[i];
        if (parse_[noun].sentence - parse_[before.trigger].sentence > kSentencesBack) return;
        if (before.event.actors.empty() ||
            !(asked ? before.event.type == EventType::request : is_by_court(before.event)))
          continue;
        recipients = participants_of(before.event.actors);
        return;
      }
    }
  }
}

// "Mali asked for a loan, but the bank refused": whoever asked right before, where nothing says what is refused.
Participants ToldBefore::refused_asker(const EventFrame& frame, const Predicate& p, const Event& e) const {
  if (frame.type != EventType::reject || frame.cameo != "120" || p.kind != PredicateKind::verb) return {};
  if (!arguments_.below(p).empty() || !arguments_.fillers(Slot{Slot::Kind::object, {}}, p).empty()) return {};
  for (const TokenIndex c : parse_.children(p.token)) {
    if (parse_[c].relation == Relation::prep && c > p.token) return {};
  }
  for (std::size_t i = drafts_.size(), steps = 0; i-- > 0 && steps < kDraftsBack; ++steps) {
    const EventDraft& before = drafts_[i];
    if (parse_[p.token].sentence - parse_[before.trigger].sentence > 1) break;
    if (before.event.type != EventType::request || before.event.actors.empty() || share(before.event.actors, e.actors))
      continue;
    const bool asked = std::any_of(before.recipients.begin(), before.recipients.end(),
                                   [&](const Participant& r) { return r.entity() && holds(e.actors, *r.entity()); });
    return asked || before.recipients.empty() ? participants_of(before.event.actors) : Participants{};
  }
  return {};
}

// "Chad accuses Niger of helping the rebels, a charge it denies": it is whoever is accused, not the accuser.
void ToldBefore::turn_round(const Predicate& p, Event& e, Participants& recipients) const {
  const TokenIndex charge = antecedent(parse_, p.token);
  const TokenIndex subject = child_of(parse_, p.token, Relation::nsubj);
  if (charge == kNoToken || subject == kNoToken || parse_[subject].tag != Tag::prp) return;
  if (!lexicon_.charges.contains(parse_[charge].lemma)) return;
  for (std::size_t i = drafts_.size(); i-- > 0 && parse_[drafts_[i].trigger].sentence == parse_[p.token].sentence;) {
    const Event& before = drafts_[i].event;
    if (before.type != EventType::accuse || before.actors.empty()) continue;
    std::vector<Index> accused;
    for (const Participant& r : drafts_[i].recipients) {
      if (r.entity()) accused.push_back(*r.entity());
    }
    if (accused.empty() || (e.actors != before.actors && e.actors != accused)) return;
    e.actors = accused;
    recipients = participants_of(before.actors);
    return;
  }
}

// "recalled its ambassador", "expelled two diplomats in response": an answer to what was done to one.
bool ToldBefore::is_answer(const Predicate& p, const Event& e) const {
  if (e.type == EventType::sanction && e.mode == "withdraw") return true;
  if (e.type != EventType::sanction && e.type != EventType::coerce && e.type != EventType::mobilize) return false;
  const Tokens nouns = obliques(parse_, p.token, "in", true);
  return std::any_of(nouns.begin(), nouns.end(), [&](TokenIndex t) {
    return lexicon_.answers.contains(parse_[t].lemma) && obliques(parse_, t, "to").empty();
  });
}

// Envoys are withdrawn from countries: those of who is listed, where the story has them.
std::vector<Index> ToldBefore::countries_of(const std::vector<Index>& who) const {
  std::vector<Index> out;
  for (const Index w : who) {
    const Index of = named_country(story_.record.entities, story_.record.entities[w].country).value_or(w);
    if (!holds(out, of)) out.push_back(of);
  }
  return out;
}

// Whoever did something to the actors right before.
Participants ToldBefore::who_began(const Predicate& p, const Event& e) const {
  const auto is_own = [&](const Participant& r) {
    if (!r.entity()) return false;
    const Entity& hit = story_.record.entities[*r.entity()];
    return std::any_of(e.actors.begin(), e.actors.end(), [&](Index a) {
      return a == *r.entity() ||
             (!hit.sure_country().empty() && story_.record.entities[a].sure_country() == hit.sure_country());
    });
  };
  for (std::size_t i = drafts_.size(); i-- > 0;) {
    const EventDraft& before = drafts_[i];
    if (parse_[p.token].sentence - parse_[before.trigger].sentence > 1) break;
    if (before.event.actors.empty() || before.event.actors == e.actors) continue;
    if (std::any_of(before.recipients.begin(), before.recipients.end(), is_own))
      return participants_of(e.mode == "withdraw" ? countries_of(before.event.actors) : before.event.actors);
  }
  return {};
}

// Nothing beside the noun says whose deed it is, or what it was.
bool ToldBefore::is_bare(TokenIndex noun) const {
  return std::all_of(parse_.children(noun).begin(), parse_.children(noun).end(), [&](TokenIndex c) {
    const Relation r = parse_[c].relation;
    if (r == Relation::compound || r == Relation::nmod || r == Relation::nummod) {  // "the two-day strike"
      const TokenSpan measure = subtree(parse_, c);
      for (TokenIndex t = measure.begin; t < measure.end; ++t) {
        if (parse_[t].pos == Pos::num) return true;
      }
    }
    return r == Relation::det || r == Relation::punct || r == Relation::amod || r == Relation::advmod;
  });
}

// "denounced the invasion": it is held against those who invade.
void ToldBefore::deed_of_object(const EventFrame& frame, const Predicate& p, Participants& recipients) const {
  for (const Slot& slot : frame.recipients) {
    for (const TokenIndex head : arguments_.fillers(slot, p)) {
      // "Chad shut the border, a move criticised by Mali"
      const bool beside = lexicon_.deeds.contains(parse_[head].lemma) && antecedent(parse_, p.token) == head;
      if (parse_[head].pos != Pos::noun || (!beside && !is_definite_noun(parse_, head))) continue;
      for (std::size_t i = drafts_.size(), steps = 0; i-- > 0 && steps < kDraftsBack; ++steps) {
        if (!tells_again(head, drafts_[i])) continue;
        recipients = participants_of(drafts_[i].event.actors);
        return;
      }
    }
  }
}

}  // namespace dragoman
