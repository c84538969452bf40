#include "meetings/agenda_words.h"

#include "meetings/details.h"
#include "who/names.h"

#include <algorithm>
#include <string_view>

namespace dragoman {

const std::string& AgendaWords::short_name(Index e) const {
  const auto [known, fresh] = short_names_.try_emplace(e);
  if (fresh) known->second = make_short_name(e);
  return known->second;
}

std::string AgendaWords::make_short_name(Index e) const {
  const Entity& entity = story_.record.entities[e];
  if (entity.type != EntityType::person || entity.anonymous) return entity.name;
  // The part of the name that the text itself uses: "Noh" of "Noh Jin-ho".
  for (const Mention& m : entity.mentions) {
    const std::string_view said = story_.text.view(story_.text.byte(m.span.begin), story_.text.byte(m.span.end));
    const bool one_word = said.find(' ') == std::string_view::npos && said.size() > 1;
    if (one_word && entity.name.starts_with(said) && entity.name.substr(said.size()).starts_with(' ') &&
        m.kind == MentionKind::name) {
      return std::string(said);
    }
  }
  return std::string(surname_of(entity.name));
}

// "Mori-Ivanov summit", "meeting of A, B and C"
std::string AgendaWords::meeting(const MeetingDraft& m) const {
  const std::string noun =
      !m.meeting.level.empty() && (m.meeting.level == "summit" || m.meeting.level == "phone call") ? m.meeting.level
      : m.noun.empty()                                                                             ? "meeting"
      : m.noun == "talk" || m.noun == "negotiation" || m.noun == "consultation" || m.noun == "discussion" ? m.noun + "s"
                                                                                                          : m.noun;
  const auto& all = m.meeting.participants;
  if (all.size() == 1) return short_name(all[0]) + " " + noun;
  if (all.size() == 2) return short_name(all[0]) + "-" + short_name(all[1]) + " " + noun;
  std::string names;
  for (std::size_t i = 0; i < all.size(); ++i) {
    names += (i == 0 ? "" : i + 1 == all.size() ? " and " : ", ") + short_name(all[i]);
  }
  return noun + " of " + names;
}

std::string AgendaWords::visit(const Visit& v) const {
  std::string names;
  for (const Index e : v.visitors) names += (names.empty() ? "" : ", ") + short_name(e);
  return names + " visit to " + plain_words(story_, core_phrase(parse_, v.destination));
}

Tokens AgendaWords::subjects(TokenIndex v) const {
  if (!is_passive(parse_, v)) return who_.actors(v);
  Tokens all = surface_subjects(parse_, v);
  const TokenIndex thing = all.size() == 1 ? comings_.subject(v) : kNoToken;
  if (thing != kNoToken) all = {thing};
  return all;
}

// "Kenya to lift its ban on ivory"
std::string AgendaWords::deed(TokenIndex v) const {
  std::string out;
  for (const TokenIndex subject : subjects(v)) {
    std::string name;
    const auto& entities = story_.entities_at(subject);
    for (const Index e : entities) name += (name.empty() ? "" : " and ") + short_name(e);
    if (name.empty()) name = plain_words(story_, core_phrase(parse_, subject));
    out += (out.empty() ? "" : " and ") + name;
  }
  if (out.empty() || parse_[v].lemma == "be") return {};
  out += is_passive(parse_, v) ? " to be " + std::string(parse_[v].lower) : " to " + std::string(parse_[v].lemma);
  if (const TokenIndex object = relative_object(v); object != kNoToken) {
    out += " " + plain_words(story_, core_phrase(parse_, object));
  }
  add_objects(v, out);
  // "to try to salvage the pact", "to ask parliament to approve the loan": what it is about stands below.
  for (const TokenIndex c : complements(parse_, v)) {
    if (c < v || !verb_form(parse_, c).infinitive) continue;
    if (const TokenIndex asked = child_of(parse_, c, Relation::nsubj); asked != kNoToken)
      out += " " + plain_words(story_, core_phrase(parse_, asked));
    out += " to " + std::string(parse_[c].lemma);
    add_objects(c, out);
    break;
  }
  return without_link(out);
}

// The particle, the object and the phrases after it that are no dates, until it is long enough.
void AgendaWords::add_objects(TokenIndex v, std::string& out) const {
  for (const TokenIndex c : parse_.children(v)) {
    const Token& child = parse_[c];
    if (c < v) continue;
    const bool kept = child.relation == Relation::prt || child.relation == Relation::dobj ||
                      child.relation == Relation::attr || child.relation == Relation::oprd ||
                      (child.relation == Relation::prep && out.size() < 60);
    if (!kept) continue;
    TokenSpan part = child.relation == Relation::prep ? subtree(parse_, c) : noun_phrase(parse_, c);
    if (child.relation == Relation::dobj) {
      for (const TokenIndex p : parse_.children(c)) {
        if (parse_[p].relation == Relation::prep && !has_time(story_, subtree(parse_, p)))
          part.end = std::max(part.end, parse_[p].right_edge + 1);
      }
    }
    if (has_time(story_, part) && child.relation == Relation::prep) {
      const TokenIndex object = child_of(parse_, c, Relation::pobj);
      if (object != kNoToken && object > c) part = {c, core_phrase(parse_, object).end};
    }
    // "the 2022 harbour fair": a year within the name of what is held is no date of its own.
    if (has_time(story_, part) && child.relation == Relation::dobj && story_.time_at[c] < 0) {
      part = core_phrase(parse_, c);
    } else if (has_time(story_, part)) {
      continue;
    }
    part = trimmed(parse_, part);
    part.end = end_of_list(part);
    if (part.size() > kLongestPhrase) part = {part.begin, part.begin + kLongestPhrase};
    out += " " + plain_words(story_, part);
  }
}

// "to run for" without its "for": what the preposition led to has a field of its own. "to last until" keeps its last
// word, which says what the day of the item is.
std::string AgendaWords::without_link(std::string what) {
  for (const std::string_view link : {" from", " by", " on", " with", " for", " in", " at"}) {
    if (what.ends_with(link)) what.resize(what.size() - link.size());
  }
  return what;
}

// "in areas including trade, culture and science": a long list ends after its first member.
TokenIndex AgendaWords::end_of_list(TokenSpan part) const {
  for (TokenIndex t = part.begin; t < part.end; ++t) {
    if (!is_nominal(parse_[t]) || parse_[t].relation == Relation::conj || coordinated(parse_, t).size() < 3) continue;
    for (TokenIndex comma = t + 1; comma < part.end; ++comma) {
      if (parse_[comma].text == ",") return comma;
    }
  }
  return part.end;
}

// "an exercise that the allies plan to begin": what the clause is said of.
TokenIndex AgendaWords::relative_object(TokenIndex v) const {
  const TokenIndex top = parse_[v].relation == Relation::xcomp ? parse_[v].head : v;
  if (parse_[top].relation != Relation::relcl || is_passive(parse_, v)) return kNoToken;
  for (const TokenIndex c : parse_.children(v)) {
    const bool inner = parse_[c].relation == Relation::dobj && !is_relative_pronoun(parse_[c]);
    if (inner || parse_[c].relation == Relation::attr || parse_[c].relation == Relation::ccomp) return kNoToken;
  }
  const TokenIndex subject = child_of(parse_, top, Relation::nsubj);
  if (subject == kNoToken || is_relative_pronoun(parse_[subject])) return kNoToken;
  const bool linked = std::any_of(parse_.children(v).begin(), parse_.children(v).end(), [&](TokenIndex c) {
    return parse_[c].relation == Relation::dobj && is_relative_pronoun(parse_[c]);
  });
  return linked ? parse_[top].head : kNoToken;
}

}  // namespace dragoman
