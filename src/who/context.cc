#include "who/context.h"

#include "language/paragraphs.h"
#include "language/syntax.h"
#include "text/ascii.h"
#include "who/backwards.h"
#include "who/dateline.h"
#include "who/office_places.h"

#include <algorithm>
#include <map>
#include <utility>

namespace dragoman {

bool is_of_state(std::string_view sector) {
  return sector == "GOV" || sector == "MIL" || sector == "LEG" || sector == "COP" || sector == "SPY";
}

Context::Context(const EntityBuilder& b)
    : b_(b), subjects_(b.parse.sentences.size()), objects_(b.parse.sentences.size(), kNoToken) {
  const Parse& parse = b.parse;
  constexpr std::size_t kMost = 4;
  std::vector<bool> quoted(parse.size(), false);
  for (const Quotation& quotation : b.quotations) {
    for (TokenIndex t = quotation.inside.begin; t < quotation.inside.end; ++t) quoted[t] = true;
  }
  for (TokenIndex t = 0; t < parse.size(); ++t) {
    const Token& token = parse[t];
    paragraph_.push_back((paragraph_.empty() ? 0 : paragraph_.back()) + (breaks_paragraph(token) ? 1 : 0));
    if (b.story.boilerplate[t] || quoted[t]) continue;
    const Token& verb = parse[token.head];
    const bool leads =
        verb.head == token.head ||
        ((verb.relation == Relation::ccomp || verb.relation == Relation::conj) && parse[verb.head].head == verb.head);
    if (!leads) continue;
    if (is_subject(parse, t) && subjects_[token.sentence].size() < kMost) subjects_[token.sentence].push_back(t);
    if (token.relation == Relation::dobj) objects_[token.sentence] = t;
  }
  find_dateline();
}

// "ISLAMABAD, Pakistan (AP)": a country by name, else a seat of government.
void Context::find_dateline() {
  const Parse& parse = b_.parse;
  const TokenSpan dateline = dateline_tokens(b_.story);
  TokenIndex t = dateline.begin;
  for (; t < dateline.end; ++t) {
    if (const std::uint32_t country = b_.country_at(t); country != EntityBuilder::kNone) {
      dateline_ = b_.who.known[country].country;
      break;
    }
    for (TokenIndex end = std::min<TokenIndex>(t + 3, parse.size()); end > t && dateline_.empty(); --end) {
      std::string place = b_.words({t, end});
      for (std::size_t i = 1; i < place.size(); ++i) {  // "SAN JOSE"
        const bool inside = place[i - 1] != ' ' && place[i - 1] != '-' && place[i - 1] != '.';
        if (inside) place[i] = ascii_lower(place[i]);
      }
      if (const auto seat = b_.who.seats.find(place)) dateline_ = b_.who.known[*seat].country;
    }
  }
  if (dateline_.empty()) dateline_ = town_of_dateline(dateline);
  t = 0;
  while (t < parse.size() && (b_.story.boilerplate[t] || parse[t].is_space)) ++t;
  if (t < parse.size()) first_ = parse[t].sentence;
}

// "MUMBAI (Reuters)", "Surat -": of the town whose name it begins with as a whole.
std::string Context::town_of_dateline(TokenSpan dateline) const {
  constexpr TokenIndex kLongest = 3;
  TokenIndex end = dateline.begin;
  while (end < dateline.end && end < dateline.begin + kLongest && is_capitalised(b_.parse[end])) ++end;
  return end > dateline.begin ? country_of_city(b_, {dateline.begin, end}) : std::string();
}

std::string Context::country_of(TokenIndex subject, bool military) const {
  const auto& entities = b_.story.entities_at(subject);
  if (entities.size() != 1) return {};
  const Entity& e = b_.entity(entities[0]);
  const std::string& sector = b_.notes[entities[0]].sector;
  if (e.type == EntityType::country) return e.country;
  if (e.type == EntityType::media || e.country.empty()) return {};
  if (sector == "MIL" || sector == "COP") return military ? e.country : std::string();
  if (e.type == EntityType::person && is_abroad(e)) return {};
  return is_of_state(sector) || b_.notes[entities[0]].known_code.find("GOV") != std::string::npos ? e.country
                                                                                                  : std::string();
}

bool Context::is_abroad(const Entity& person) const {
  return std::any_of(person.roles.begin(), person.roles.end(), [&](const Role& role) {
    const auto title = b_.who.title_phrases.find(role.title);
    return title && b_.who.titles[*title].abroad;
  });
}

std::string Context::leading_country(std::uint32_t sentence, TokenIndex before, bool military) const {
  std::string country;
  for (const TokenIndex subject : subjects_[sentence]) {
    if (subject >= before) continue;
    for (const TokenIndex each : coordinated(b_.parse, subject)) {  // "Norway and Chile signed": of neither
      const std::string own = country_of(each, military);
      if (own.empty()) continue;
      if (!country.empty() && own != country) return {};
      country = own;
    }
  }
  return country;
}

// A sentence whose own subject is somebody else.
bool Context::is_of_others(std::uint32_t sentence) const {
  return std::any_of(subjects_[sentence].begin(), subjects_[sentence].end(), [&](TokenIndex subject) {
    const Token& verb = b_.parse[b_.parse[subject].head];
    const Token& token = b_.parse[subject];
    return verb.relation != Relation::ccomp && (!b_.story.entities_at(subject).empty() || token.tag == Tag::prp);
  });
}

// "Crown Prince A has left Norway", "B is expected to visit Oslo" of a report from there.
bool Context::is_guest(TokenIndex t, const std::string& home, bool by_journey) const {
  if (!is_subject(b_.parse, t)) return false;
  const auto travels = [&](TokenIndex verb) {
    for (const std::string_view lemma : {"visit", "leave", "arrive", "travel", "fly", "tour", "come"}) {
      if (b_.parse[verb].lemma == lemma) return true;
    }
    return false;
  };
  const auto is_there = [&](TokenIndex place, bool seats) {
    const auto seat = b_.who.seats.longest(b_.parse, b_.story.text, place);
    if (seats && seat && b_.who.known[seat->value].country == home) return true;
    const auto& entities = b_.story.entities_at(place);
    return entities.size() == 1 && b_.entity(entities[0]).type == EntityType::country &&
           b_.entity(entities[0]).country == home;
  };
  Tokens verbs = complements(b_.parse, b_.parse[t].head);
  verbs.push_back(b_.parse[t].head);
  for (const TokenIndex verb : verbs) {
    if (!is_verbal(b_.parse[verb])) continue;
    const bool seats = travels(verb);
    if (by_journey && !seats) continue;
    Tokens places = patients(b_.parse, verb);
    for (const std::string_view preposition : {"in", "to", "from", "for"}) {
      const Tokens more = obliques(b_.parse, verb, preposition);
      places.insert(places.end(), more.begin(), more.end());
    }
    if (std::any_of(places.begin(), places.end(), [&](TokenIndex p) { return is_there(p, seats); })) return true;
  }
  return false;
}

bool Context::is_led_by_home(std::uint32_t sentence) const {
  return !dateline_.empty() && std::any_of(subjects_[sentence].begin(), subjects_[sentence].end(), [&](TokenIndex s) {
    return b_.parse[b_.parse[s].head].relation != Relation::ccomp && country_of(s, false) == dateline_;
  });
}

std::string Context::country_at(TokenIndex t, std::string_view sector, bool by_name) const {
  const std::string country = leading_at(t, sector, by_name);
  return !country.empty() && is_guest(t, country) ? std::string() : country;
}

std::string Context::opening_seat(TokenIndex t) const {
  const TokenIndex begin = b_.parse.sentences[b_.parse[t].sentence].begin;
  if (b_.parse[begin].lower != "in" || begin + 2 >= t) return {};
  // "In Voi, Kenya, a police spokesman said"
  constexpr TokenIndex kFar = 6;
  for (TokenIndex at = begin + 1; at < t && at <= begin + kFar; ++at) {
    TokenIndex end = at + 1;
    const std::uint32_t country = b_.country_at(at, &end);
    if (country != EntityBuilder::kNone && end < t && b_.parse[end].text == ",") return b_.who.known[country].country;
    if (b_.parse[at].text != "," && !is_capitalised(b_.parse[at])) break;
  }
  const auto seat = b_.who.seats.longest(b_.parse, b_.story.text, begin + 1);
  const bool opens = seat && seat->end < t && b_.parse[seat->end].text == ",";
  return opens ? b_.who.known[seat->value].country : std::string();
}

std::string Context::leading_at(TokenIndex t, std::string_view sector, bool by_name) const {
  // What acts, and those whom one's own speak to: "told parliament".
  const Token& token = b_.parse[t];
  const TokenIndex first = first_conjunct(b_.parse, t);
  if (!is_subject(b_.parse, first) && token.relation != Relation::compound && token.relation != Relation::poss &&
      (token.relation != Relation::dobj || sector != "LEG") && b_.parse[b_.parse[first].head].lower != "to") {
    return {};
  }
  const std::uint32_t sentence = b_.parse[t].sentence;
  const bool home = dateline_.empty();
  if (std::string own = leading_country(sentence, t, true); !own.empty()) {
    // "The Kenyan ministry said Minister A would …", "Paz told parliament".
    const bool inside = (by_name || sector == "LEG") && is_inside(t);
    return home || own == dateline_ || inside ? own : std::string();
  }
  if (sentence == first_) return dateline_;
  const bool forces = sector == "MIL" || sector == "COP";
  constexpr std::uint32_t kBack = 2;
  for (std::uint32_t s = sentence; s > first_ && sentence - s < kBack;) {
    --s;
    std::string before = leading_country(s, static_cast<TokenIndex>(b_.parse.size()), false);
    if (before.empty()) {
      if (is_led_by_home(s)) return dateline_;  // "The United States was right, New Zealand said."
      if (is_of_others(s)) return {};
      continue;
    }
    if (before == dateline_) return before;
    // "Paz arrived in Oslo": those named next in a report from there are her hosts.
    if (!home && is_guest(subjects_[s].back(), dateline_)) return dateline_;
    // Who is elsewhere is followed within a paragraph, unless it did something to another country.
    const bool new_paragraph = paragraph_[subjects_[s].back()] != paragraph_[t];
    const TokenIndex object = objects_[s];
    const bool done_to = object != kNoToken && !country_of(object, true).empty() && country_of(object, true) != before;
    return !new_paragraph && !done_to && !(forces && !home) ? before : std::string();
  }
  return {};
}

// "The Nepalese opposition criticised the government": parties, courts and assemblies have to do with their own.
std::string Context::of_its_own(TokenIndex t) const {
  const Token& token = b_.parse[first_conjunct(b_.parse, t)];
  if (token.relation != Relation::dobj && token.relation != Relation::dative && token.relation != Relation::pobj)
    return {};
  TokenIndex verb = token.head;
  if (token.relation == Relation::pobj) verb = b_.parse[verb].head;
  if (!is_verbal(b_.parse[verb])) return {};
  std::string country;
  for (const TokenIndex subject : agents(b_.parse, verb)) {
    const auto& entities = b_.story.entities_at(subject);
    if (subject >= t || entities.size() != 1) return {};
    const std::string& sector = b_.notes[entities[0]].sector;
    if (sector != "OPP" && sector != "PTY" && sector != "JUD" && sector != "LEG" && sector != "LAB") return {};
    country = b_.entity(entities[0]).country;
  }
  return country;
}

std::string Context::host_at(TokenIndex t) const {
  const Parse& parse = b_.parse;
  const TokenIndex first = first_conjunct(parse, t);
  if (dateline_.empty() || (parse[first].relation != Relation::pobj && parse[first].relation != Relation::dobj))
    return {};
  TokenIndex verb = parse[first].head;
  if (parse[first].relation == Relation::pobj) {
    const std::string_view preposition = parse[verb].lower;
    verb = parse[verb].head;
    if (preposition == "at") return dateline_;
    if (preposition != "with") return {};
  } else if (parse[verb].lemma != "meet") {
    return {};
  }
  const Tokens subjects = agents(parse, verb);
  const bool foreign = !subjects.empty() && std::all_of(subjects.begin(), subjects.end(), [&](TokenIndex subject) {
    const auto& entities = b_.story.entities_at(subject);
    return entities.size() == 1 && !b_.entity(entities[0]).country.empty() &&
           b_.entity(entities[0]).country != dateline_;
  });
  return foreign ? dateline_ : std::string();
}

// Under the verb of the sentence's own subject.
bool Context::is_inside(TokenIndex t) const {
  const auto& subjects = subjects_[b_.parse[t].sentence];
  return !subjects.empty() && subjects[0] < t && is_under(b_.parse, t, b_.parse[subjects[0]].head);
}

namespace {

class Contexts {
 public:
  explicit Contexts(EntityBuilder& b) : b_(b), context_(b) {}

  void run() {
    std::vector<std::size_t> order(b_.story.mentions.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::sort(order.begin(), order.end(), [&](std::size_t x, std::size_t y) {
      return b_.story.mentions[x].span.begin < b_.story.mentions[y].span.begin;
    });
    for (const Entity& e : b_.story.record.entities) open_.push_back(e.country.empty());
    for (const std::size_t i : order) {
      TokenMention& m = b_.story.mentions[i];
      if (m.entities.size() != 1 || m.entities[0] >= open_.size() || !open_[m.entities[0]]) continue;
      if (owned(m)) continue;
      if (is_ministry(m.entities[0])) {
        ministry(m);
      } else {
        person(m);
      }
    }
    for (Entity& e : b_.story.record.entities) {
      for (Role& role : e.roles) move_of(role);
    }
  }

 private:
  // A body of the state whose name any country's could bear: "Foreign Ministry".
  bool is_ministry(Index index) const {
    const Entity& e = b_.entity(index);
    const EntityBuilder::Note& note = b_.notes[index];
    if (e.type != EntityType::organisation || !note.known_code.empty() || !is_of_state(note.sector)) return false;
    const auto known = b_.who.names.find(e.name);
    return e.name.starts_with("Ministry of ") || b_.who.noun_phrases.find(e.name) ||
           (known && b_.who.known[*known].elsewhere);
  }

  // "The South's Unification Ministry", whose possessor is a country by more than its name.
  bool owned(const TokenMention& m) {
    Entity& body = b_.entity(m.entities[0]);
    if (body.type != EntityType::organisation || !b_.notes[m.entities[0]].known_code.empty()) return false;
    for (const TokenIndex owner : possessors(b_.parse, outer_head(m.span))) {
      const auto& entities = b_.story.entities_at(owner);
      if (entities.size() != 1 || b_.entity(entities[0]).type != EntityType::country) continue;
      body.country = b_.entity(entities[0]).country;
      return true;
    }
    return false;
  }

  // "Ministry" of "Ministry of Foreign Affairs".
  TokenIndex outer_head(TokenSpan span) const {
    for (TokenIndex t = span.begin; t < span.end; ++t) {
      if (!span.contains(b_.parse[t].head)) return t;
    }
    return span.end - 1;
  }

  void ministry(TokenMention& m) {
    const Index original = m.entities[0];
    std::string country = context_.opening_seat(m.head);
    if (country.empty()) country = context_.country_at(m.head, b_.notes[original].sector);
    if (country.empty()) country = context_.host_at(outer_head(m.span));
    places_.push_back({b_.story.span(m.span).begin, original, original});
    if (country.empty()) return;
    auto [known, is_new] = of_country_.try_emplace({original, country}, original);
    if (is_new && !b_.entity(original).country.empty()) {
      Entity other = b_.entity(original);
      other.country = country;
      known->second = b_.add(std::move(other), b_.notes[original]);
    }
    b_.entity(known->second).country = country;
    b_.entity(known->second).country_chance = kByContext;
    if (known->second == original) return;
    m.entities[0] = known->second;
    places_.back().to = known->second;
  }

  // "Foreign Ministry spokesman A" is of the ministry that his title names.
  void move_of(Role& role) {
    if (!role.of) return;
    const auto behind = std::upper_bound(places_.begin(), places_.end(), role.evidence.span.end,
                                         [](std::size_t end, const Place& p) { return end < p.begin; });
    for (auto at = behind; at != places_.begin();) {
      --at;
      if (at->from != *role.of) continue;
      role.of = at->to;
      return;
    }
  }

  void person(const TokenMention& m) {
    Entity& e = b_.entity(m.entities[0]);
    if (e.type != EntityType::person || e.anonymous || !e.country.empty() || context_.is_abroad(e)) return;
    std::string country;
    for (Role& role : e.roles) {
      if (!is_of_state(role.sector)) return;
      move_of(role);
      if (!role.of) {
        if (role.title.ends_with("spokesman")) country = context_.opening_seat(m.head);  // others may be guests there
        if (country.empty()) country = context_.country_at(m.head, role.sector, true);
        if (country.empty()) country = context_.host_at(m.head);
      } else if (is_of_state(b_.notes[*role.of].sector)) {
        country = b_.entity(*role.of).country;
      }
      if (!country.empty()) break;
    }
    if (country.empty()) return;
    e.country = country;
    b_.notes[m.entities[0]].by_context = true;
    for (Role& role : e.roles) {
      if (!is_of_state(role.sector)) continue;
      const auto title = b_.who.title_phrases.find(role.title);
      const bool of_no_country = title && b_.who.titles[*title].of_bodies_alone;
      if (role.country.empty() && !of_no_country) role.country = country;
      // "MP A, chair of the House Foreign Affairs Committee": the committee of that country.
      if (role.of && open_[*role.of] && is_of_state(b_.notes[*role.of].sector) && b_.entity(*role.of).country.empty()) {
        b_.entity(*role.of).country = country;
        b_.entity(*role.of).country_chance = kByContext;
      }
    }
  }

  EntityBuilder& b_;
  Context context_;
  std::vector<bool> open_;  // entities that came without a country
  std::map<std::pair<Index, std::string>, Index> of_country_;
  struct Place {
    std::size_t begin = 0;
    Index from = 0, to = 0;
  };
  std::vector<Place> places_;  // of all ministries, in text order: which they were taken for, which they are
};

}  // namespace

void find_contexts(EntityBuilder& b) {
  Contexts(b).run();
}

}  // namespace dragoman
