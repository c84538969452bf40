#include "events/journeys.h"

#include "language/syntax.h"
#include "story/members.h"
#include "who/names.h"

#include <algorithm>

namespace dragoman {

bool Journeys::settle_hosts(const EventFrame& frame, const Predicate& p, const Event& e,
                            Participants& recipients) const {
  if (recipients.empty()) find_host(p, recipients);
  drop_own_country(e, recipients);
  if (!recipients.empty()) return true;
  if (is_at_home(frame, p, e)) return false;
  find_country_of_town(frame, p, e, recipients);
  return true;
}

// "left Ghana after a visit", "arrived in Ghana on a visit": the journey says where.
void Journeys::find_host(const Predicate& p, Participants& recipients) const {
  const TokenIndex preposition = parse_[p.token].head;
  if (p.kind != PredicateKind::noun || parse_[p.token].relation != Relation::pobj) return;
  const TokenIndex verb = parse_[preposition].head;
  if (!is_verbal(parse_[verb])) return;
  const std::string_view w = parse_[preposition].lower;
  std::vector<Index> hosts;
  const auto add_all = [&](const Tokens& heads) {
    for (const TokenIndex t : heads) arguments_.add_mention(hosts, t);
  };
  if (lexicon_.departures.contains(parse_[verb].lemma) && (w == "after" || w == "following")) {
    add_all(patients(parse_, verb));
  } else if (lexicon_.arrivals.contains(parse_[verb].lemma) && (w == "on" || w == "for")) {
    add_all(obliques(parse_, verb, "in"));
    if (hosts.empty()) add_all(obliques(parse_, verb, "to"));
  }
  recipients = participants_of(hosts);
}

// "The Kenyan minister arrived in Bamako": a guest of Mali's.
void Journeys::find_country_of_town(const EventFrame& frame, const Predicate& p, const Event& e,
                                    Participants& recipients) const {
  for (const Slot& slot : frame.recipients) {
    for (const TokenIndex t : arguments_.fillers(slot, p)) {
      if (story_.place_at[t] < 0) continue;
      const auto index = static_cast<Index>(story_.place_at[t]);
      const Place& town = story_.record.places[index];
      const bool seat = is_seat_of_government(story_, index);
      const bool abroad = std::all_of(e.actors.begin(), e.actors.end(), [&](Index a) {
        const std::string_view own = story_.record.entities[a].sure_country();
        const bool travels = story_.record.entities[a].type != EntityType::country;
        return travels && (!own.empty() || seat) && !town.country.empty() && own != town.country;
      });
      const bool known = seat || named_country(story_.record.entities, town.country);
      if (e.actors.empty() || !abroad || !known) continue;
      recipients.push_back(Participant::of_place(index));
      return;
    }
  }
}

bool is_seat_of_government(const Story& story, Index place) {
  const WhoLexicon& who = *story.lexicon.who;
  const Place& town = story.record.places[place];
  const auto seat = who.seats.find(town.name);
  return seat && who.known[*seat].country == town.country;
}

// "the bombing in Atlanta": where it was, and nobody who was meant.
void Journeys::drop_scene(TokenIndex noun, Participants& recipients) const {
  for (const std::string_view preposition : {"in", "at"}) {
    for (const TokenIndex t : obliques(parse_, noun, preposition)) {
      if (story_.mention_at[t] >= 0 || story_.place_at[t] < 0) continue;
      std::erase(recipients, Participant::of_place(static_cast<Index>(story_.place_at[t])));
    }
  }
}

// "toured northern Kenya", the Kenyan minister: nobody is a guest in his own country.
void Journeys::drop_own_country(const Event& e, Participants& recipients) const {
  std::erase_if(recipients, [&](const Participant& r) {
    if (!r.entity()) return false;
    const Entity& host = story_.record.entities[*r.entity()];
    return host.type == EntityType::country && std::any_of(e.actors.begin(), e.actors.end(), [&](Index a) {
             return !host.country.empty() && story_.record.entities[a].sure_country() == host.country;
           });
  });
}

// "arrived in Kumasi", the president of Ghana: a journey at home is nobody's visit.
bool Journeys::is_at_home(const EventFrame& frame, const Predicate& p, const Event& e) const {
  if (e.actors.size() != 1 || story_.record.entities[e.actors[0]].sure_country().empty()) return false;
  if (p.kind == PredicateKind::verb && own_subject(parse_, p.token) == kNoToken) return false;
  bool home = false;
  for (const Slot& slot : frame.recipients) {
    for (const TokenIndex t : arguments_.fillers(slot, p)) {
      if (story_.place_at[t] < 0) continue;
      const Place& place = story_.record.places[static_cast<std::size_t>(story_.place_at[t])];
      if (place.country != story_.record.entities[e.actors[0]].sure_country()) return false;
      home = true;
    }
  }
  return home;
}

}  // namespace dragoman
