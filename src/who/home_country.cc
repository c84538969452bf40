#include "who/home_country.h"

#include "who/country_words.h"
#include "who/dateline.h"
#include "who/office_places.h"

#include <algorithm>
#include <map>

namespace dragoman {

namespace {

constexpr double kLeads = 0.5;        // share of all words for countries from which a story is at home somewhere
constexpr double kTimesSecond = 1.8;  // a story of two countries is at home in neither
constexpr double kDateline = 2.0, kSeat = 0.7, kTown = 0.7;
constexpr double kLeast = 2.0;   // of evidence in all: a story of a sentence or two has no home
constexpr double kBody = 0.5;    // for each mention of a body of the lexicon that is of one country
constexpr double kHolder = 0.5;  // for each mention of somebody whom the register knows as an office holder

}  // namespace

std::string find_home_country(const EntityBuilder& b) {
  std::map<std::string, double> weight;
  const TokenSpan dateline = dateline_tokens(b.story);
  each_country_word(b, [&](TokenSpan word, std::uint32_t known, const auto& seat) {
    weight[b.who.known[known].country] += dateline.contains(word.begin) ? kDateline : seat ? kSeat : 1.0;
    return true;
  });
  each_other_place(b, [&](TokenSpan place) {
    if (const std::string code = country_of_town(b, place); !code.empty()) weight[code] += kTown;
  });
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
    if (!names_country(b, m.span) && b.who.country_by_code.contains(e.country)) weight[e.country] += kBody;
  }
  weight.erase("");
  std::string home;
  double all = 0.0, most = 0.0, second = 0.0;
  for (const auto& [code, w] : weight) {
    all += w;
    if (w > most) {
      second = most, most = w, home = code;
    } else {
      second = std::max(second, w);
    }
  }
  const bool stands_out = most >= kLeast && most >= kTimesSecond * second && most >= kLeads * all;
  return stands_out ? home : std::string();
}

}  // namespace dragoman
