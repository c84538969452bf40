// What refers back: "the Russian minister", "the official", "the two leaders", "both countries", and pronouns. A
// mention that nothing fits well stays unresolved.
#include "language/syntax.h"
#include "who/builder.h"

#include <algorithm>

namespace dragoman {

namespace {

// What a plural noun can stand for.
enum class Kind { none, leaders, offices, countries };

class References {
 public:
  explicit References(EntityBuilder& b) : b_(b), parse_(b.parse) {}

  bool title(TokenIndex t) {
    const Token& token = parse_[t];
    if (token.tag == Tag::nns) return plural(t);
    return (token.tag == Tag::nn || token.tag == Tag::nnp) && singular(t);
  }

  void pronouns() {
    for (TokenIndex t = 0; t < parse_.size(); ++t) {
      if (b_.story.boilerplate[t] || b_.story.mention_at[t] >= 0) continue;
      const Token& token = parse_[t];
      if (token.tag != Tag::prp && token.tag != Tag::prp_poss) continue;
      const MentionKind kind = token.tag == Tag::prp ? MentionKind::pronoun : MentionKind::possessive;
      const std::string_view w = token.lower;
      std::vector<Index> found;
      if (w == "he" || w == "him" || w == "his" || w == "himself") {
        found = person(t, Gender::male);
      } else if (w == "she" || w == "her" || w == "herself") {
        found = person(t, Gender::female);
      } else if (w == "they" || w == "them" || w == "their" || w == "themselves") {
        found = several(t);
      } else if (w == "it" || w == "its" || w == "itself") {
        found = thing(t);
      } else {
        continue;
      }
      b_.mention({t, t + 1}, t, kind, std::move(found));
    }
  }

 private:
  // The mention that begins before `t` most closely, going back; f returns true to stop.
  template <class F>
  void backwards(TokenIndex t, std::uint32_t sentences, const F& f) const {
    const std::uint32_t here = parse_[t].sentence;
    constexpr TokenIndex kFar = 2000;  // however long a sentence is
    for (TokenIndex i = t; i-- > 0 && t - i < kFar;) {
      if (parse_[i].sentence + sentences < here) break;
      const std::int32_t at = b_.story.mention_at[i];
      if (at < 0) continue;
      const TokenMention& m = b_.story.mentions[static_cast<std::size_t>(at)];
      if (m.span.begin == i && f(m)) return;
    }
  }

  bool is_subject(TokenIndex t) const {
    const Relation r = parse_[t].relation;
    return r == Relation::nsubj || r == Relation::nsubjpass;
  }

  // Within a quotation "he" is seldom who speaks; outside, the subject of the sentence is the first to think of.
  std::vector<Index> person(TokenIndex t, Gender gender) {
    double best_score = 0;
    Index best = EntityBuilder::kNone;
    const std::uint32_t here = parse_[t].sentence;
    backwards(t, 4, [&](const TokenMention& m) {
      if (m.entities.size() != 1) return false;
      const Index e = m.entities[0];
      if (b_.entity(e).type != EntityType::person) return false;
      if (b_.notes[e].gender != Gender::unknown && b_.notes[e].gender != gender) return false;
      if (shares_clause(t, m.head)) return false;
      const std::uint32_t distance = here - parse_[m.head].sentence;
      double score = 10.0 - 2.0 * distance - 0.01 * (t - m.head);
      if (is_subject(m.head)) score += distance == 0 ? 2.0 : 1.6;
      if (m.kind == MentionKind::possessive || parse_[m.head].relation == Relation::poss) score -= 0.6;
      if (parse_[m.head].relation == Relation::pobj) score -= 0.5;
      if (b_.notes[e].gender == gender) score += 1.0;
      if (score > best_score) {
        best_score = score;
        best = e;
      }
      return false;
    });
    if (best == EntityBuilder::kNone) return {};
    if (b_.notes[best].gender == Gender::unknown) b_.notes[best].gender = gender;
    return {best};
  }

  // "Abe met him": object and subject of one verb are not the same.
  bool shares_clause(TokenIndex pronoun, TokenIndex other) const {
    const Token& p = parse_[pronoun];
    if (p.tag == Tag::prp_poss || p.lower.ends_with("self")) return false;
    return p.relation != Relation::nsubj && parse_[other].head == p.head && is_subject(other);
  }

  std::vector<Index> several(TokenIndex t) {
    std::vector<Index> best;
    double best_score = 0;
    const std::uint32_t here = parse_[t].sentence;
    backwards(t, 3, [&](const TokenMention& m) {
      std::vector<Index> members = m.entities;
      if (members.size() < 2) members = coordination(m);
      const bool group = members.size() == 1 && (b_.notes[members[0]].plural || b_.notes[members[0]].is_body);
      if (members.size() < 2 && !group) return false;
      const std::uint32_t distance = here - parse_[m.head].sentence;
      double score = 10.0 - 2.0 * distance - 0.01 * (t - m.head);
      if (is_subject(m.head)) score += 2.0;
      if (members.size() > 1) score += 1.0;
      if (group && !b_.notes[members[0]].plural) score -= 3.0;
      if (score > best_score) {
        best_score = score;
        best = members;
      }
      return false;
    });
    return best;
  }

  // All entities of the coordination that a mention begins: "Yeltsin and Kuchma".
  std::vector<Index> coordination(const TokenMention& m) const {
    std::vector<Index> members;
    for (const TokenIndex t : coordinated(parse_, m.head)) {
      for (const Index e : b_.story.entities_at(t)) {
        if (std::find(members.begin(), members.end(), e) == members.end()) members.push_back(e);
      }
    }
    return members;
  }

  std::vector<Index> thing(TokenIndex t) {
    double best_score = 6.5;
    Index best = EntityBuilder::kNone;
    const std::uint32_t here = parse_[t].sentence;
    const Token& token = parse_[t];
    // "It is easy to …", "it said that": the first stands for nothing.
    if (token.relation == Relation::expl) return {};
    if (token.tag == Tag::prp && is_subject(t) && parse_[token.head].lemma == "be") return {};
    backwards(t, 1, [&](const TokenMention& m) {
      if (m.entities.size() != 1) return false;
      const Index e = m.entities[0];
      const EntityType type = b_.entity(e).type;
      if (type == EntityType::person || b_.notes[e].plural) return false;
      if (shares_clause(t, m.head)) return false;
      const std::uint32_t distance = here - parse_[m.head].sentence;
      double score = 8.0 - 2.0 * distance - 0.02 * (t - m.head);
      if (is_subject(m.head)) score += 2.0;
      if (parse_[m.head].relation == Relation::pobj || parse_[m.head].relation == Relation::poss) score -= 1.0;
      if (score > best_score) {
        best_score = score;
        best = e;
      }
      return false;
    });
    return best == EntityBuilder::kNone ? std::vector<Index>{} : std::vector<Index>{best};
  }

  TokenSpan phrase_of(TokenIndex t) const {
    TokenSpan phrase = core_phrase(parse_, t);
    for (TokenIndex i = t; i-- > phrase.begin;) {
      if (b_.story.mention_at[i] >= 0 || parse_[i].tag == Tag::pos) {
        phrase.begin = i + 1;
        break;
      }
    }
    return phrase;
  }

  std::string country_of(TokenIndex t) const {
    for (const TokenIndex m : premodifiers(parse_, t)) {
      const std::uint32_t country = b_.country_at(m);
      if (country != EntityBuilder::kNone) return b_.who.known[country].country;
    }
    for (const TokenIndex p : possessors(parse_, t)) {
      const auto& entities = b_.story.entities_at(p);
      if (entities.size() == 1) return b_.entity(entities[0]).country;
    }
    return {};
  }

  bool is_definite(TokenIndex t) const {
    for (const TokenIndex child : parse_.children(t)) {
      const std::string_view w = parse_[child].lower;
      if (w == "the" || w == "this" || w == "that" || w == "both" || w == "these" || w == "those") return true;
      if (parse_[child].relation == Relation::poss) return true;
    }
    return false;
  }

  // "the Russian minister", "the president", "the official", "the ministry".
  bool singular(TokenIndex t) {
    if (!is_definite(t) || parse_[t].relation == Relation::compound || parse_[t].relation == Relation::appos)
      return false;
    const TokenSpan phrase = phrase_of(t);
    const auto title = b_.who.title_phrases.longest(parse_, b_.story.text, title_start(t));
    const std::string country = country_of(t);
    Index best = EntityBuilder::kNone;
    if (title && title->end == t + 1) {
      const std::string& name = b_.who.titles[title->value].name;
      backwards(t, 100, [&](const TokenMention& m) {
        if (m.entities.size() != 1) return false;
        const Index e = m.entities[0];
        if (b_.entity(e).type != EntityType::person || !holds(e, name)) return false;
        if (!country.empty() && b_.entity(e).country != country) return false;
        best = e;
        return true;
      });
    }
    if (best == EntityBuilder::kNone) {
      backwards(t, 12, [&](const TokenMention& m) {
        if (m.entities.size() != 1 || b_.notes[m.entities[0]].head != parse_[t].lemma) return false;
        if (!country.empty() && b_.entity(m.entities[0]).country != country) return false;
        best = m.entities[0];
        return true;
      });
    }
    if (best == EntityBuilder::kNone) best = body(t, country);
    return best != EntityBuilder::kNone && b_.mention(phrase, t, MentionKind::title, {best});
  }

  // The first word of a title of two or three words that ends at `t`.
  TokenIndex title_start(TokenIndex t) const {
    for (TokenIndex back = 3; back > 0; --back) {
      if (t < back) continue;
      const auto match = b_.who.title_phrases.longest(parse_, b_.story.text, t - back);
      if (match && match->end == t + 1) return t - back;
    }
    return t;
  }

  // A minister is also any kind of minister, a leader whoever leads.
  bool holds(Index e, const std::string& name) const {
    for (const Role& role : b_.entity(e).roles) {
      if (role.title == name) return true;
      if (name == "minister" && role.title.ends_with("minister")) return true;
      if (name == "president" && role.title == "president-elect") return true;
      if (name == "leader" &&
          (role.title == "president" || role.title == "prime minister" || role.title == "chancellor" ||
           role.title == "king" || role.title == "supreme leader" || role.title == "leader")) {
        return true;
      }
      if (name == "envoy" && role.title.find("envoy") != std::string::npos) return true;
    }
    return false;
  }

  // "the ministry", "the agency", "the council": the body of that kind that was named last.
  Index body(TokenIndex t, const std::string& country) const {
    Index best = EntityBuilder::kNone;
    const std::string_view noun = parse_[t].lower;
    if (parse_[t].tag != Tag::nn || noun.size() < 4) return best;
    backwards(t, 6, [&](const TokenMention& m) {
      if (m.entities.size() != 1 || m.kind != MentionKind::name) return false;
      const Entity& e = b_.entity(m.entities[0]);
      if (e.type != EntityType::organisation && e.type != EntityType::media && e.type != EntityType::group)
        return false;
      if (!country.empty() && e.country != country) return false;
      const std::string_view last = parse_[m.head].lower;
      const bool same = last == noun || (e.type == EntityType::media && (noun == "agency" || noun == "newspaper"));
      if (same) best = m.entities[0];
      return same;
    });
    return best;
  }

  Kind kind_of(std::string_view lemma) const {
    if (lemma == "leader" || lemma == "president" || lemma == "minister" || lemma == "premier" || lemma == "man" ||
        lemma == "counterpart" || lemma == "diplomat" || lemma == "statesman") {
      return lemma == "leader" || lemma == "man" || lemma == "statesman" ? Kind::leaders : Kind::offices;
    }
    if (lemma == "country" || lemma == "nation" || lemma == "side" || lemma == "neighbor" || lemma == "neighbour" ||
        lemma == "state" || lemma == "government" || lemma == "ally" || lemma == "party" || lemma == "rival" ||
        lemma == "power" || lemma == "capital" || lemma == "foe" || lemma == "adversary") {
      return Kind::countries;
    }
    return Kind::none;
  }

  // "the two leaders", "the ministers", "both countries".
  bool plural(TokenIndex t) {
    const Kind kind = kind_of(parse_[t].lemma);
    if (kind == Kind::none || parse_[t].relation == Relation::compound) return false;
    std::size_t count = 0;
    bool definite = is_definite(t), both = false;
    for (const TokenIndex child : parse_.children(t)) {
      const std::string_view w = parse_[child].lower;
      if (w == "two" || w == "both") count = 2;
      if (w == "three") count = 3;
      if (w == "four") count = 4;
      both = both || w == "both";
    }
    if (!definite && !both) return false;
    if (kind == Kind::countries && count == 0) return false;  // "the countries" are any
    const std::vector<Index> members = kind == Kind::countries ? countries(t, count) : people(t, kind, count);
    if (members.empty() && count == 0) return false;
    return b_.mention(phrase_of(t), t, MentionKind::title, members);
  }

  // People in office, from the last who were named together backwards. Leaders are heads of state and government where
  // there are such.
  std::vector<Index> people(TokenIndex t, Kind kind, std::size_t count) const {
    const std::string lemma(parse_[t].lemma);
    const auto title = b_.who.title_phrases.find(lemma);
    const std::string name = title ? b_.who.titles[*title].name : lemma;
    std::vector<Index> members;
    backwards(t, 30, [&](const TokenMention& m) {
      std::vector<Index> here = m.entities.size() > 1 ? m.entities : coordination(m);
      std::vector<Index> fit;
      for (const Index e : here) {
        if (b_.entity(e).type == EntityType::person && holds(e, kind == Kind::leaders ? "leader" : name))
          fit.push_back(e);
      }
      for (const Index e : fit) {
        if (std::find(members.begin(), members.end(), e) == members.end()) members.push_back(e);
      }
      return members.size() >= std::max<std::size_t>(count, 2);
    });
    const std::size_t wanted = count == 0 ? 2 : count;
    if (members.size() < wanted) return {};
    members.resize(wanted);
    std::sort(members.begin(), members.end());
    return members;
  }

  // Countries named, or those of the people named; the nearest different ones.
  std::vector<Index> countries(TokenIndex t, std::size_t count) {
    std::vector<std::string> codes;
    backwards(t, 8, [&](const TokenMention& m) {
      for (const Index e : m.entities) {
        const std::string& code = b_.entity(e).country;
        if (code.empty() || b_.entity(e).anonymous || !b_.who.country_by_code.contains(code)) continue;
        if (std::find(codes.begin(), codes.end(), code) == codes.end()) codes.push_back(code);
      }
      return codes.size() >= count;
    });
    if (codes.size() < count) return {};
    codes.resize(count);
    std::sort(codes.begin(), codes.end());
    std::vector<Index> members;
    for (const std::string& code : codes) members.push_back(b_.country_entity(code));
    return members;
  }

  EntityBuilder& b_;
  const Parse& parse_;
};

}  // namespace

bool resolve_title(EntityBuilder& b, TokenIndex t) {
  return References(b).title(t);
}

void resolve_pronouns(EntityBuilder& b) {
  References(b).pronouns();
}

void set_codes(EntityBuilder& b) {
  for (Index i = 0; i < b.story.record.entities.size(); ++i) {
    Entity& e = b.entity(i);
    const EntityBuilder::Note& note = b.notes[i];
    if (e.type == EntityType::country) {
      e.code = e.country;
    } else if (!note.known_code.empty()) {
      // A sector alone is that of the body's country, where it has one.
      e.code = note.known_code.size() == 3 && !note.known_code.starts_with("IGO") ? e.country + note.known_code
                                                                                  : note.known_code;
    } else {
      e.code = e.country + note.sector;
    }
  }
}

}  // namespace dragoman
