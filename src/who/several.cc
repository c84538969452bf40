// Plural phrases that refer back to as many as they say: "the two leaders", "the ministers", "both countries", "the two
// sides". Countries are those that the story is most about, without the one that asks or urges them.
#include "who/several.h"

#include "language/syntax.h"
#include "story/members.h"
#include "who/backwards.h"
#include "who/body_references.h"
#include "who/joined.h"
#include "who/phrases.h"

#include <algorithm>

namespace dragoman {

namespace {

using Kind = Collective::Kind;

class Several {
 public:
  explicit Several(EntityBuilder& b) : b_(b), parse_(b.parse) {}

  bool find(TokenIndex t) {
    const auto known = b_.who.collectives.find(parse_[t].lemma);
    if (known == b_.who.collectives.end() || parse_[t].relation == Relation::compound) return false;
    const Collective& collective = known->second;
    if (!collective.of.empty()) {
      const Tokens owners = obliques(parse_, t, "of");
      const auto is_known = [&](TokenIndex o) {
        return std::find(collective.of.begin(), collective.of.end(), parse_[o].lower) != collective.of.end();
      };
      if (std::none_of(owners.begin(), owners.end(), is_known)) return false;
    }
    std::size_t count = 0;
    bool both = false;
    for (const TokenIndex child : parse_.children(t)) {
      const std::string_view w = parse_[child].lower;
      if (w == "two" || w == "both") count = 2;
      if (w == "three") count = 3;
      if (w == "four") count = 4;
      both = both || w == "both";
    }
    if (!both && !is_definite(parse_, t)) return false;
    if (collective.kind == Kind::people) return people(t, count);
    const bool people = collective.kind == Kind::leaders || collective.kind == Kind::offices;
    if (!people && count == 0) return false;  // "the countries" are any
    if (people && collective.of.empty() && !obliques(parse_, t, "of").empty())
      return false;  // "the presidents of Kenya and Tanzania"
    std::vector<Index> members;
    if (people) {
      members = in_office(t, collective, count);
      const bool any_office = collective.kind == Kind::leaders || !b_.who.title_phrases.find(collective.name);
      if (members.empty() && count == 2 && any_office) members = who_met(t);
    } else {
      members = collective.kind == Kind::countries ? countries_together(t, count) : named_together(t, count);
      if (members.empty() && collective.kind != Kind::countries) members = spoken_of_together(t, count);
      if (members.empty() && collective.kind != Kind::parties && !has_rivals_within(t, collective))
        members = countries(t, count);
    }
    if (members.empty() && (count == 0 || collective.kind == Kind::parties)) return false;
    std::sort(members.begin(), members.end());
    TokenSpan phrase = free_phrase(b_, t);
    if (!collective.of.empty()) phrase.end = noun_phrase(parse_, t).end;
    return b_.mention(phrase, t, MentionKind::title, members);
  }

  // "the two", "the pair": people who were named together, countries or bodies that were.
  bool find_two(TokenIndex t) {
    const std::string_view w = parse_[t].lower;
    if ((w != "two" && w != "pair" && w != "duo") || t == 0 || parse_[t - 1].lower != "the") return false;
    const Relation r = parse_[t].relation;
    const bool stands = is_subject(parse_, t) || r == Relation::dobj || r == Relation::dative || r == Relation::pobj;
    if (!stands || core_phrase(parse_, t).size() != 2 || !obliques(parse_, t, "of").empty()) return false;
    std::vector<Index> members = people_together(t, 2);
    if (members.empty()) members = countries_together(t, 2);
    if (members.empty() && w == "two") members = named_together(t, 2);
    if (members.empty()) return false;
    std::sort(members.begin(), members.end());
    return b_.mention({t - 1, t + 1}, t, MentionKind::title, members);
  }

 private:
  // "the two men", "both candidates", "the brothers"
  bool people(TokenIndex t, std::size_t count) {
    const TokenSpan phrase = core_phrase(parse_, t);
    const std::string_view first = parse_[phrase.begin].lower;
    if (!obliques(parse_, t, "of").empty() || (first != "the" && first != "both" && first != "these")) return false;
    if (count == 0 && (phrase.size() != 2 || !is_bare_description(parse_, t) || has_spoken_of_some(t))) return false;
    std::vector<Index> members = people_together(t, count);
    if (members.empty() && count == 2) members = who_met(t);
    if (members.empty()) return false;
    std::sort(members.begin(), members.end());
    return b_.mention(free_phrase(b_, t), t, MentionKind::title, members);
  }

  // "Three suspects were held. … the suspects": nameless ones of that noun.
  bool has_spoken_of_some(TokenIndex t) const {
    const auto& all = b_.story.record.entities;
    for (Index e = 0; e < all.size(); ++e) {
      if (all[e].type == EntityType::group && b_.notes[e].head == parse_[t].lemma) return true;
    }
    return false;
  }

  bool is_of_other_gender(Index person, TokenIndex noun) const {
    const Gender gender = b_.notes[person].gender;
    const std::string_view lemma = parse_[noun].lemma;
    const bool women = lemma.ends_with("woman") || lemma == "sister";
    const bool men = !women && (lemma.ends_with("man") || lemma == "brother");
    return (women && gender == Gender::male) || (men && gender == Gender::female);
  }

  // "two men": they are meant by "the two", and "men" by "the two men"; "officials" are as many as they may be.
  bool is_unnamed_pair(const TokenMention& m, Index e, TokenIndex t) const {
    if (b_.entity(e).type != EntityType::group || !b_.entity(e).anonymous) return false;
    bool pair = b_.notes[e].head == parse_[t].lemma;
    for (TokenIndex w = m.span.begin; w < m.span.end; ++w) pair |= parse_[w].lower == "two";
    return pair;
  }

  // People whom one of the last sentences names together; else, of two, the only two whom the last sentences name.
  std::vector<Index> people_together(TokenIndex t, std::size_t count) const {
    constexpr std::uint32_t kNear = 3, kOnly = 2;
    const std::vector<Index> others = outside(t);
    const auto fits = [&](Index e) {
      return b_.entity(e).is_named_person() && !is_of_other_gender(e, t) && !holds(others, e);
    };
    std::vector<Index> members, named;
    bool open = false;
    backwards(b_, t, kNear, [&](const TokenMention& m) {
      if (m.entities.empty()) return false;
      members = together_at(b_, m);
      const std::size_t listed = coordinated(parse_, m.head).size();
      const bool all = m.entities.size() > 1 || listed == 1 || members.size() == listed;
      const bool as_many = count == 0 ? members.size() > 1 && all : members.size() == count;
      if (as_many && std::all_of(members.begin(), members.end(), fits)) return true;
      members.clear();
      if (parse_[t].sentence - parse_[m.head].sentence > kOnly) return false;
      for (const Index e : m.entities) {
        if (is_unnamed_pair(m, e, t)) open = true;
        if (b_.entity(e).type == EntityType::person && !holds(others, e) && !holds(named, e)) named.push_back(e);
      }
      return false;
    });
    const bool plain = core_phrase(parse_, t).size() <= 3;  // "the two men", and not "the two tall men"
    if (!members.empty() || count != 2 || !plain || open || named.size() != 2) return members;
    return std::all_of(named.begin(), named.end(), fits) ? named : members;
  }

  // People in office, from the last who were named together backwards. Leaders are heads of state and government where
  // there are such.
  std::vector<Index> in_office(TokenIndex t, const Collective& collective, std::size_t count) const {
    const auto title = b_.who.title_phrases.find(collective.name);
    const std::string office = collective.kind == Kind::leaders ? "leader"
                               : title                          ? b_.who.titles[*title].name
                                                                : collective.name;
    std::vector<Index> members = colleagues(t, office, count);
    if (!members.empty()) return members;
    const std::size_t wanted = count == 0 ? 2 : count;
    constexpr std::uint32_t kFar = 30;
    backwards(b_, t, kFar, [&](const TokenMention& m) {
      std::vector<Index> here = listed_at(b_, m);
      for (const Index e : here) {
        if (is_in(e, office) && !holds(members, e)) members.push_back(e);
      }
      return members.size() > wanted || (count != 0 && members.size() == wanted);
    });
    // "The leaders" are two where no third is spoken of.
    return members.size() == wanted ? members : std::vector<Index>{};
  }

  bool is_in(Index e, const std::string& office) const {
    return b_.entity(e).type == EntityType::person && holds_office(b_, b_.entity(e), office);
  }

  // Those of that office whom one of the last sentences speaks of together: "the president met her Chilean
  // counterpart", whose office is not said again.
  std::vector<Index> colleagues(TokenIndex t, const std::string& office, std::size_t count) const {
    constexpr std::uint32_t kNear = 6;
    std::vector<Index> members;
    backwards(b_, t, kNear, [&](const TokenMention& m) {
      members = together_at(b_, m);
      const auto fits = [&](Index e) {
        return is_in(e, office) ||
               (count == 2 && b_.entity(e).type == EntityType::person && b_.entity(e).roles.empty());
      };
      const bool as_many = count == 0 ? members.size() > 1 : members.size() == count;
      if (as_many && std::all_of(members.begin(), members.end(), fits) &&
          std::any_of(members.begin(), members.end(), [&](Index e) { return is_in(e, office); }) &&
          (count != 0 || !speaks_of_more(parse_[m.head].sentence, office, members)))
        return true;
      members.clear();
      return false;
    });
    return members;
  }

  // "Ortiz of Peru, Holm of Chad and Tan": the parser may not list all of them.
  bool speaks_of_more(std::uint32_t sentence, const std::string& office, const std::vector<Index>& members) const {
    const TokenSpan words = parse_.sentences[sentence];
    for (TokenIndex t = words.begin; t < words.end; ++t) {
      for (const Index e : b_.story.entities_at(t)) {
        if (is_in(e, office) && !holds(members, e)) return true;
      }
    }
    return false;
  }

  bool are_of_two_countries(const std::vector<Index>& two) const {
    const std::string &x = b_.entity(two[0]).country, &y = b_.entity(two[1]).country;
    return !x.empty() && !y.empty() && x != y;
  }

  // A prime minister and a visiting deputy, two envoys: whoever of two countries' governments was named just before, if
  // they are two and no more.
  std::vector<Index> who_met(TokenIndex t) const {
    const std::vector<Index> others = outside(t);
    const auto serves_state = [&](Index e) {
      const Entity& entity = b_.entity(e);
      return entity.type == EntityType::person && !entity.country.empty() && b_.notes[e].sector == "GOV" &&
             !holds(others, e);
    };
    std::vector<Index> members, joined;
    backwards(b_, t, 5, [&](const TokenMention& m) {
      joined = together_at(b_, m);
      if (joined.size() == 2 && are_of_two_countries(joined) && std::all_of(joined.begin(), joined.end(), serves_state))
        return true;
      joined.clear();
      if (m.entities.size() != 1) return false;
      const Index e = m.entities[0];
      if (serves_state(e) && !b_.entity(e).anonymous && !holds(members, e)) members.push_back(e);
      return false;
    });
    if (!joined.empty()) return joined;
    return members.size() == 2 && are_of_two_countries(members) ? members : std::vector<Index>{};
  }

  // "Hamas and Israel", just before and as many as are asked for.
  std::vector<Index> named_together(TokenIndex t, std::size_t count) const {
    std::vector<Index> members;
    backwards(b_, t, 2, [&](const TokenMention& m) {
      if (m.entities.size() != 1 || b_.entity(m.entities[0]).type == EntityType::person) return false;
      members = coordinated_entities(b_, m);
      return members.size() == count;
    });
    if (members.size() != count) members.clear();
    return members;
  }

  // "Both sides … the two sides": as many as the story has spoken of as one before.
  std::vector<Index> spoken_of_together(TokenIndex t, std::size_t count) const {
    constexpr std::uint32_t kFar = 12;
    const std::vector<Index> others = outside(t);
    std::vector<Index> members;
    backwards(b_, t, kFar, [&](const TokenMention& m) {
      if (m.entities.size() != count || m.kind != MentionKind::title) return false;
      const auto fits = [&](Index e) { return b_.entity(e).type != EntityType::person && !holds(others, e); };
      if (!std::all_of(m.entities.begin(), m.entities.end(), fits)) return false;
      members = m.entities;
      return true;
    });
    return members;
  }

  // "Rebels shelled the port. … Both sides", "the ruling party … both parties": sides of one country, of whom the story
  // has just spoken, and no two countries.
  bool has_rivals_within(TokenIndex t, const Collective& collective) const {
    if (collective.kind != Kind::sides) return false;
    constexpr std::uint32_t kFar = 12;
    const bool parties = parse_[t].lemma == "party";
    bool found = false;
    backwards(b_, t, kFar, [&](const TokenMention& m) {
      found = std::any_of(m.entities.begin(), m.entities.end(), [&](Index e) {
        const std::string_view sector = b_.notes[e].sector;
        return sector == "REB" || sector == "UAF" || sector == "SEP" || sector == "INS" || (parties && sector == "PTY");
      });
      return found;
    });
    return found;
  }

  // "Iran's and Iraq's worries about the cooperation of the two countries": countries that are named together, alone,
  // right before.
  std::vector<Index> countries_together(TokenIndex t, std::size_t count) const {
    std::vector<Index> members;
    const std::vector<Index> others = outside(t);
    backwards(b_, t, 1, [&](const TokenMention& m) {
      if (m.entities.size() != 1 || b_.entity(m.entities[0]).type != EntityType::country) return false;
      members = coordinated_entities(b_, m);
      if (members.size() == count && std::none_of(members.begin(), members.end(), [&](Index e) {
            return b_.entity(e).type != EntityType::country || holds(others, e);
          }))
        return true;
      members.clear();
      return false;
    });
    return members;
  }

  // Who does something to them: "Kenya urged both countries to …", "she telephoned the two leaders".
  std::vector<Index> outside(TokenIndex t) const {
    std::vector<Index> out;
    const Token& token = parse_[t];
    TokenIndex verb = token.head;
    if (is_subject(parse_, t)) {
      if (!verb_form(parse_, verb).infinitive) return out;
      verb = parent_clause(parse_, verb);
    } else if (token.relation == Relation::pobj) {
      verb = parse_[verb].head;  // "called on both countries"; but not "a row between them"
    } else if (token.relation != Relation::dobj && token.relation != Relation::dative) {
      return out;
    }
    if (verb == kNoToken || !is_verbal(parse_[verb])) return out;
    for (const TokenIndex subject : surface_subjects(parse_, verb)) {
      if (subject >= t) continue;
      for (const Index e : b_.story.entities_at(subject)) out.push_back(e);
    }
    return out;
  }

  // "Ethiopia and Sudan agreed …": the first countries that act together, as many as are asked for.
  std::vector<Index> first_pair(TokenIndex before, std::size_t count) const {
    constexpr TokenIndex kBeginning = 4000;  // tokens: a report says early whom it is about
    for (TokenIndex i = 0; i < std::min(before, kBeginning); ++i) {
      const std::int32_t at = b_.story.mention_at[i];
      if (at < 0 || b_.story.mentions[static_cast<std::size_t>(at)].span.begin != i) continue;
      const TokenMention& m = b_.story.mentions[static_cast<std::size_t>(at)];
      if (m.kind != MentionKind::name || !is_subject(parse_, m.head)) continue;
      const std::vector<Index> members = coordinated_entities(b_, m);
      const auto is_country = [&](Index e) { return b_.entity(e).type == EntityType::country; };
      if (members.size() == count && std::all_of(members.begin(), members.end(), is_country)) return members;
    }
    return {};
  }

  struct Weight {
    std::string country;
    double points = 0;
  };

  // What counts is how often a country and its people were spoken of, as subjects most, and how long ago; the last
  // must stand out from those that come after it.
  std::vector<Index> countries(TokenIndex t, std::size_t count) {
    std::vector<std::string> without;
    for (const Index e : outside(t)) without.push_back(b_.entity(e).country);
    std::vector<Weight> weights;
    const auto add = [&](const std::string& country, TokenIndex at, double points) {
      if (country.empty() || !b_.who.country_by_code.contains(country)) return;
      if (std::find(without.begin(), without.end(), country) != without.end()) return;
      constexpr double kFading = 0.15;  // by sentence
      points /= 1.0 + kFading * (parse_[t].sentence - parse_[at].sentence);
      const auto known =
          std::find_if(weights.begin(), weights.end(), [&](const Weight& w) { return w.country == country; });
      if (known == weights.end()) {
        weights.push_back({country, points});
      } else {
        known->points += points;
      }
    };
    constexpr std::uint32_t kSentences = 12;
    constexpr TokenIndex kFar = 600;
    for (TokenIndex i = t; i-- > 0 && t - i < kFar && parse_[i].sentence + kSentences >= parse_[t].sentence;) {
      const std::int32_t at = b_.story.mention_at[i];
      if (at < 0) {
        if (parse_[i].name == NameType::none || b_.story.boilerplate[i]) continue;
        const std::uint32_t country = b_.country_at(i);  // "a Somali boat"
        if (country != EntityBuilder::kNone) add(b_.who.known[country].country, i, 1.0);
        continue;
      }
      const TokenMention& m = b_.story.mentions[static_cast<std::size_t>(at)];
      if (m.span.begin != i) continue;
      // "Egypt and Greece": the second counts as the first does.
      const TokenIndex first = first_conjunct(parse_, m.head);
      const bool pair = m.entities.size() == count || (count > 1 && coordinated(parse_, first).size() == count);
      for (const Index e : m.entities) {
        add(b_.entity(e).country, i, (is_subject(parse_, first) ? 1.5 : 1.0) + (pair ? 1.5 : 0.0));
      }
      // Those who met: their countries count as if they were named side by side.
      const std::vector<Index> met = count == 2 && !pair ? joined_by_clause(b_, m) : std::vector<Index>{};
      if (!met.empty() && are_of_two_countries(met)) {
        for (const Index e : met) add(b_.entity(e).country, i, 1.5);
      }
    }
    // Whom the report began with as a pair it is about.
    constexpr double kFirstPair = 4.0;
    for (const Index e : first_pair(t, count)) add(b_.entity(e).country, t, kFirstPair);
    if (weights.size() < count) return {};
    std::stable_sort(weights.begin(), weights.end(),
                     [](const Weight& x, const Weight& y) { return x.points > y.points; });
    // Where a third is spoken of nearly as much, the pair that the report is about.
    constexpr double kApart = 0.7, kAlike = 0.9;
    if (weights.size() > count && weights[count].points > kApart * weights[count - 1].points) {
      std::vector<Index> pair = first_pair(t, count);
      if (!pair.empty() || weights[count].points > kAlike * weights[count - 1].points) return pair;
    }
    std::vector<Index> members;
    for (std::size_t i = 0; i < count; ++i) members.push_back(b_.country_entity(weights[i].country));
    return members;
  }

  EntityBuilder& b_;
  const Parse& parse_;
};

}  // namespace

bool resolve_several(EntityBuilder& b, TokenIndex t) {
  return Several(b).find(t);
}

bool resolve_two(EntityBuilder& b, TokenIndex t) {
  return Several(b).find_two(t);
}

}  // namespace dragoman
