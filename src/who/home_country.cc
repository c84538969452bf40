#include "who/home_country.h"

#include "language/syntax.h"
#include "who/context.h"
#include "who/dateline.h"
#include "who/office_places.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace dragoman {

namespace {

constexpr double kLeads = 0.5;        // share of a country that offices of state are taken to be of
constexpr double kAlone = 0.75;       // … and everybody else
constexpr double kTimesSecond = 1.8;  // a story of two countries is at home in neither
constexpr double kDateline = 2.0, kSeat = 0.7, kTown = 0.7;
constexpr double kLeast = 2.0;   // of evidence in all: a story of a sentence or two has no home
constexpr double kBody = 0.5;    // for each mention of a body of the lexicon that is of one country
constexpr double kHolder = 0.5;  // for each mention of somebody whom the register knows as an office holder

class Givers {
 public:
  explicit Givers(EntityBuilder& b) : b_(b), parse_(b.parse), home_(find_home_country(b)) {}

  void run() {
    find_phrases();
    by_place();
    for (Index i = 0; i < b_.story.record.entities.size(); ++i) {
      by_body(i);
      const bool open = b_.entity(i).country.empty() || (b_.notes[i].by_place && b_.entity(i).country == home_.code);
      if (!open || home_.code.empty()) continue;
      if (is_at_home(i)) b_.give_country(i, home_.code);
    }
  }

 private:
  // Where each entity is first spoken of, and who comes or goes: "Prime Minister A is expected to visit Ankara".
  void find_phrases() {
    if (home_.code.empty()) return;
    context_.emplace(b_);
    for (const TokenMention& m : b_.story.mentions) {
      if (m.entities.size() != 1) continue;
      phrase_.try_emplace(m.entities[0], m.span);
      if (context_->is_guest(m.head, home_.code)) guests_.insert(m.entities[0]);
    }
  }

  // "Senator Ana Paz of Ohio", "Luis Rojas, the mayor of Voi": in which country the place is that an office is of.
  void by_place() {
    std::map<TokenIndex, TokenSpan> places;
    for (const TokenSpan place : b_.story.place_names) places.emplace(place.begin, place);
    const auto place_of = [&](TokenIndex of) {
      if (parse_[of].lower != "of") return std::string();
      TokenIndex end = of + 2;
      const std::uint32_t country = b_.country_at(of + 1, &end);
      // "of Peru" is of no town of that name, "of Georgia" may be of the state.
      if (country != EntityBuilder::kNone && country_of_state(b_, {of + 1, end}).empty())
        return b_.who.known[country].country;
      const auto place = places.find(of + 1);
      return place == places.end() ? std::string() : country_of_town(b_, place->second);
    };
    for (const TokenMention& m : b_.story.mentions) {
      if (m.entities.size() != 1 || (m.kind != MentionKind::name && m.kind != MentionKind::title)) continue;
      const Entity& e = b_.entity(m.entities[0]);
      const bool open = e.is_named_person() && e.country.empty() && !e.roles.empty();
      if (!open ||
          !std::all_of(e.roles.begin(), e.roles.end(), [](const Role& r) { return is_of_state(r.sector) && !r.of; }))
        continue;
      if (const std::string country = place_of(m.span.end); !country.empty()) b_.give_country(m.entities[0], country);
    }
  }

  // Who holds an office in a body that has a country is of it.
  void by_body(Index i) {
    const Entity& e = b_.entity(i);
    if (e.type != EntityType::person || !e.country.empty()) return;
    for (const Role& role : e.roles) {
      if (!role.of || b_.entity(*role.of).type == EntityType::media) continue;
      const std::string country = b_.entity(*role.of).country;
      if (country.empty() || !b_.who.country_by_code.contains(country)) continue;
      b_.give_country(i, country);
      return;
    }
  }

  static bool is_public(std::string_view sector) {
    return is_of_state(sector) || sector == "JUD" || sector == "PTY" || sector == "OPP" || sector == "LAB";
  }

  static bool is_of_the_people(std::string_view sector) {
    return sector == "CVL" || sector == "EDU" || sector == "BUS" || sector == "HLH" || sector == "AGR" ||
           sector == "SET";
  }

  static bool is_international(std::string_view code) {
    return code.starts_with("IGO") || code.starts_with("NGO") || code.starts_with("MNC") || code.starts_with("NGM");
  }

  bool is_at_home(Index i) const {
    const Entity& e = b_.entity(i);
    const EntityBuilder::Note& note = b_.notes[i];
    if (e.type == EntityType::country || e.type == EntityType::media || !note.known_code.empty()) return false;
    std::string_view sector = note.sector;
    if (e.is_named_person()) {
      if (e.roles.empty()) return false;
      if (context_->is_abroad(e) || guests_.contains(i)) return false;
      bool elsewhere = false, of_state = false;
      for (const Role& role : e.roles) {
        if (role.of && (is_international(b_.notes[*role.of].known_code) || !b_.entity(*role.of).country.empty()))
          return false;
        elsewhere = elsewhere || (role.of && !is_public(role.sector));  // "dean of Lakeside College"
        of_state = of_state || is_public(role.sector);
        if (is_public(role.sector)) sector = role.sector;
      }
      if (elsewhere && !of_state) return false;
    } else if (e.anonymous || note.plural || is_body_abroad(note)) {
      if (!is_of_here(i)) return false;
    }
    const double least = is_public(sector) ? kLeads : is_of_the_people(sector) ? kAlone : 2.0;
    return home_.share >= least;
  }

  // "The embassy" is whose it is said to be, and seldom that of the country that the story is at home in.
  bool is_body_abroad(const EntityBuilder::Note& note) const {
    const auto noun = b_.who.noun_phrases.find(note.head);
    return noun && b_.who.nouns[*noun].kind == ActorNoun::Kind::body && b_.who.nouns[*noun].abroad;
  }

  // Not "foreign officials", "the ministers", "European lawmakers", "diplomats".
  bool is_of_here(Index i) const {
    const auto found = phrase_.find(i);
    if (found == phrase_.end()) return false;
    const auto noun = b_.who.noun_phrases.find(b_.notes[i].head);
    if (noun && (b_.who.nouns[*noun].abroad || b_.who.nouns[*noun].or_state)) return false;
    if (noun && b_.who.nouns[*noun].name == "man") return false;  // "women", "a person": of anywhere
    const bool plural = b_.entity(i).type == EntityType::group;
    if (plural && !noun && b_.who.title_phrases.find(b_.notes[i].head)) return false;  // "presidents", "ministers"
    for (TokenIndex t = found->second.begin; t < found->second.end; ++t) {
      const std::string_view w = parse_[t].lower;
      for (const std::string_view abroad :
           {"foreign", "international", "world", "global", "visiting", "other", "western"}) {
        if (w == abroad) return false;
      }
      if (b_.who.regional.longest(parse_, b_.story.text, t)) return false;
    }
    return true;
  }

  EntityBuilder& b_;
  const Parse& parse_;
  const HomeCountry home_;
  std::optional<Context> context_;  // where the story has a home
  std::map<Index, TokenSpan> phrase_;
  std::set<Index> guests_;
};

}  // namespace

HomeCountry find_home_country(const EntityBuilder& b) {
  std::map<std::string, double> weight;
  const Parse& parse = b.parse;
  const TokenSpan dateline = dateline_tokens(b.story);
  for (TokenIndex t = 0; t < parse.size(); ++t) {
    TokenIndex end = t + 1;
    const std::uint32_t country = b.country_at(t, &end);
    const auto seat = country == EntityBuilder::kNone ? b.who.seats.longest(parse, b.story.text, t) : std::nullopt;
    if (country == EntityBuilder::kNone && !seat) continue;
    const std::string& code = b.who.known[seat ? seat->value : country].country;
    if (seat) end = seat->end;
    weight[code] += dateline.contains(t) ? kDateline : seat ? kSeat : 1.0;
    t = std::max(end, t + 1) - 1;
  }
  for (const TokenSpan place : b.story.place_names) {
    if (b.who.seats.find(b.words(place)) || b.country_at(place.begin) != EntityBuilder::kNone) continue;
    if (const std::string code = country_of_town(b, place); !code.empty()) weight[code] += kTown;
  }
  std::map<Index, std::string> holders;
  for (const auto& [holder, person] : b.registered) holders[person] = b.who.holders[holder].country;
  for (const TokenMention& m : b.story.mentions) {
    if (m.kind != MentionKind::name || m.entities.size() != 1) continue;
    const auto holder = holders.find(m.entities[0]);
    if (holder != holders.end() && b.who.country_by_code.contains(holder->second)) weight[holder->second] += kHolder;
  }
  // The bodies of the lexicon whose names do not say whose they are: "the Knesset", "the FBI".
  for (const TokenMention& m : b.story.mentions) {
    if (m.kind != MentionKind::name || m.entities.size() != 1) continue;
    const Entity& e = b.entity(m.entities[0]);
    if (e.type != EntityType::organisation || b.notes[m.entities[0]].known_code.empty()) continue;
    // "Congress" may be any country's.
    const auto known = b.who.names.find(b.words(m.span));
    if ((known && b.who.known[*known].elsewhere) || b.who.noun_phrases.find(b.parse[m.head].lower)) continue;
    bool says = false;
    for (TokenIndex t = m.span.begin; t < m.span.end; ++t) says = says || b.country_at(t) != EntityBuilder::kNone;
    if (!says && b.who.country_by_code.contains(e.country)) weight[e.country] += kBody;
  }
  weight.erase("");
  HomeCountry home;
  double all = 0.0, most = 0.0, second = 0.0;
  for (const auto& [code, w] : weight) {
    all += w;
    if (w > most) {
      second = most, most = w, home.code = code;
    } else {
      second = std::max(second, w);
    }
  }
  if (most < kLeast || most < kTimesSecond * second) return {};
  home.share = most / all;
  if (home.share < kLeads) home.code.clear();
  return home;
}

void give_home_country(EntityBuilder& b) {
  Givers(b).run();
}

}  // namespace dragoman
