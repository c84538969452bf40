// Definite phrases that refer back: "the Russian minister", "the official", "the ministry", "the two leaders", "both
// countries". What nothing fits well refers to nobody.
#include "language/syntax.h"
#include "who/backwards.h"

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

 private:
  TokenSpan phrase_of(TokenIndex t) const {
    TokenSpan phrase = core_phrase(parse_, t);
    for (TokenIndex i = t; i-- > phrase.begin;) {
      if (b_.story.mention_at[i] >= 0 || parse_[i].tag == Tag::pos || parse_[i].tag == Tag::prp_poss) {
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

  // "the Russian minister", "the president", "the official", "the ministry", "the country".
  bool singular(TokenIndex t) {
    if (!is_definite(t) || parse_[t].relation == Relation::compound || parse_[t].relation == Relation::appos)
      return false;
    const TokenSpan phrase = phrase_of(t);
    const std::string country = country_of(t);
    Index best = EntityBuilder::kNone;
    if (const auto title = title_ending_at(t)) {
      best = in_office(t, *title, country);
      if (best == EntityBuilder::kNone && is_former(t)) best = once_in_office(t, *title, country);
    }
    if (best == EntityBuilder::kNone && !is_owned_by_pronoun(t)) {
      best = called(t);
      if (best == EntityBuilder::kNone) best = same_noun(t, country);
      if (best == EntityBuilder::kNone) best = body(t, country);
      if (best == EntityBuilder::kNone) best = described(t, country);
      if (best == EntityBuilder::kNone) best = the_country(t);
    }
    return best != EntityBuilder::kNone && b_.mention(phrase, t, MentionKind::title, {best});
  }

  // "his army" is the army of whom "his" stands for, not the one named before.
  bool is_owned_by_pronoun(TokenIndex t) const {
    const TokenIndex owner = child_of(parse_, t, Relation::poss);
    return owner != kNoToken && parse_[owner].tag == Tag::prp_poss;
  }

  std::optional<std::uint32_t> title_ending_at(TokenIndex t) const {
    const auto title = b_.who.title_phrases.longest(parse_, b_.story.text, title_start(t));
    return title && title->end == t + 1 ? std::optional(title->value) : std::nullopt;
  }

  // Said of someone known rather than of who bears the office now.
  bool is_former(TokenIndex t) const {
    for (const TokenIndex child : parse_.children(t)) {
      const std::string_view w = parse_[child].lower;
      if (w == "former" || w == "late" || (w == "old" && child < t)) return true;  // "the 82-year-old chairman"
    }
    return false;
  }

  // Whoever was last named with that office; else whoever held it then, by the register.
  Index in_office(TokenIndex t, std::uint32_t title, const std::string& country) {
    const std::string& name = b_.who.titles[title].name;
    Index best = EntityBuilder::kNone;
    TokenIndex near = t;
    backwards(b_, t, 100, [&](const TokenMention& m) {
      if (best != EntityBuilder::kNone && parse_[m.head].sentence != parse_[near].sentence) return true;
      if (m.entities.size() != 1) return false;
      const Index e = m.entities[0];
      if (b_.entity(e).type != EntityType::person || !holds(e, name)) return false;
      if (!country.empty() && b_.entity(e).country != country) return false;
      // "Lavrov said so after talks with his counterpart Moncada": the sentence is about its subject.
      const bool subject = is_subject(parse_, m.head);
      if (best == EntityBuilder::kNone || subject) best = e;
      near = m.head;
      return subject || !is_subject(parse_, t);
    });
    if (best == EntityBuilder::kNone && !country.empty() && !is_former(t)) best = of_register(t, name, country);
    return best;
  }

  // "The former governor of Texas" as subject: whom the sentence before was about, if it was one person by name.
  Index once_in_office(TokenIndex t, std::uint32_t title, const std::string& country) {
    if (!is_subject(parse_, t)) return EntityBuilder::kNone;
    Index best = EntityBuilder::kNone;
    bool several = false;
    backwards(b_, t, 2, [&](const TokenMention& m) {
      if (m.entities.size() != 1 || !is_subject(parse_, m.head)) return false;
      const Entity& e = b_.entity(m.entities[0]);
      if (e.type != EntityType::person || e.anonymous) return false;
      if (!country.empty() && !e.country.empty() && e.country != country) return false;
      several = several || (best != EntityBuilder::kNone && best != m.entities[0]);
      if (best == EntityBuilder::kNone) best = m.entities[0];
      return false;
    });
    if (several || best == EntityBuilder::kNone) return EntityBuilder::kNone;
    const Title& office = b_.who.titles[title];
    Entity& e = b_.entity(best);
    e.roles.push_back({office.name, {}, country, office.sector, b_.story.evidence(phrase_of(t))});
    if (b_.notes[best].sector.empty()) b_.notes[best].sector = office.sector;
    return best;
  }

  // The one who held the office all through the days that the document can be from.
  Index of_register(TokenIndex t, const std::string& office, const std::string& country) {
    const Published& published = b_.story.record.document.published;
    if (published.earliest.empty() || published.latest.empty()) return EntityBuilder::kNone;
    const Holder* holder = nullptr;
    for (const Holder& h : b_.who.holders) {
      if (h.office != office || h.country != country) continue;
      if (h.from > published.earliest || (!h.to.empty() && h.to < published.latest)) continue;
      if (holder != nullptr && surname_of(holder->name) != surname_of(h.name)) return EntityBuilder::kNone;
      if (holder == nullptr) holder = &h;
    }
    if (holder == nullptr) return EntityBuilder::kNone;
    Entity e;
    e.name = holder->name;
    e.country = country;
    e.roles.push_back({office, {}, country, "GOV", b_.story.evidence(phrase_of(t))});
    EntityBuilder::Note note;
    note.sector = "GOV";
    return b_.add(std::move(e), std::move(note));
  }

  // "a Swiss banker … the banker".
  Index same_noun(TokenIndex t, const std::string& country) const {
    Index best = EntityBuilder::kNone;
    if (child_word(parse_, t, "other") != kNoToken) return best;
    backwards(b_, t, 12, [&](const TokenMention& m) {
      if (m.entities.size() != 1 || b_.notes[m.entities[0]].head != parse_[t].lemma) return false;
      if (b_.notes[m.entities[0]].plural) return false;
      if (!country.empty() && b_.entity(m.entities[0]).country != country) return false;
      best = m.entities[0];
      return true;
    });
    return best;
  }

  // "the diplomat" of an ambassador, "the lawmaker" of a senator: someone named just before whose office is of that
  // kind, if there is but one.
  Index described(TokenIndex t, const std::string& country) const {
    const auto noun = b_.who.noun_phrases.find(parse_[t].lower);
    if (!noun || b_.who.nouns[*noun].kind != ActorNoun::Kind::people || b_.who.nouns[*noun].plural)
      return EntityBuilder::kNone;
    const std::string& sector = b_.who.nouns[*noun].sector;
    Index best = EntityBuilder::kNone;
    bool several = false;
    backwards(b_, t, 2, [&](const TokenMention& m) {
      if (m.entities.size() != 1) return false;
      const Index e = m.entities[0];
      if (b_.entity(e).type != EntityType::person || b_.entity(e).anonymous) return false;
      if (sector.empty() || sector == "CVL" || b_.notes[e].sector != sector) return false;
      if (!country.empty() && b_.entity(e).country != country) return false;
      several = several || (best != EntityBuilder::kNone && best != e);
      if (best == EntityBuilder::kNone) best = e;
      return false;
    });
    return several ? EntityBuilder::kNone : best;
  }

  // "the country", "the island nation": the last one that was spoken of.
  Index the_country(TokenIndex t) const {
    const std::string_view lemma = parse_[t].lemma;
    if ((lemma != "country" && lemma != "nation") || child_word(parse_, t, "other") != kNoToken)
      return EntityBuilder::kNone;
    Index best = EntityBuilder::kNone;
    double most = 0;
    backwards(b_, t, 2, [&](const TokenMention& m) {
      if (m.entities.size() != 1 || b_.entity(m.entities[0]).type != EntityType::country) return false;
      const std::uint32_t distance = parse_[t].sentence - parse_[m.head].sentence;
      const double score = 10.0 - 2.0 * distance - 0.02 * (t - m.head) + (is_subject(parse_, m.head) ? 2.0 : 0.0);
      if (score > most) most = score, best = m.entities[0];
      return false;
    });
    return best;
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

  // "the Hankyoreh newspaper" is none that has another name.
  bool has_name_before(TokenIndex t) const {
    const Tokens before = premodifiers(parse_, t);
    return std::any_of(before.begin(), before.end(), [&](TokenIndex b) { return parse_[b].pos == Pos::propn; });
  }

  // "the Volta news agency", "the Asahi newspaper": the body that it is called by.
  Index called(TokenIndex t) const {
    const auto known = b_.who.noun_phrases.find(parse_[t].lower);
    if (!known || b_.who.nouns[*known].kind != ActorNoun::Kind::body) return EntityBuilder::kNone;
    for (const TokenIndex before : premodifiers(parse_, t)) {
      const auto& named = b_.story.entities_at(before);
      if (parse_[before].pos != Pos::propn || named.size() != 1) continue;
      const EntityType type = b_.entity(named[0]).type;
      if (type == EntityType::media || type == EntityType::organisation) return named[0];
    }
    return EntityBuilder::kNone;
  }

  // "the ministry", "the agency", "the council": the body of that kind that was named last. "The company" and "the
  // group" are also bodies whose name does not say what they are.
  Index body(TokenIndex t, const std::string& country) const {
    Index best = EntityBuilder::kNone;
    const auto known = b_.who.noun_phrases.find(parse_[t].lower);
    if (!known || b_.who.nouns[*known].kind != ActorNoun::Kind::body || b_.who.nouns[*known].plural) return best;
    const std::string& sector = b_.who.nouns[*known].sector;
    const std::string_view noun = parse_[t].lower;
    backwards(b_, t, 6, [&](const TokenMention& m) {
      if (m.entities.size() != 1 || m.kind != MentionKind::name) return false;
      const Index e = m.entities[0];
      const EntityType type = b_.entity(e).type;
      if (type != EntityType::organisation && type != EntityType::media && type != EntityType::group) return false;
      if (!country.empty() && b_.entity(e).country != country) return false;
      const bool same =
          names_itself(b_.entity(e).name, noun) || (type == EntityType::media && !has_name_before(t) &&
                                                    (noun == "agency" || noun == "newspaper" || noun == "daily"));
      const bool near = parse_[t].sentence - parse_[m.head].sentence <= 2;
      const bool open =
          near && (sector == "BUS" || sector == "CVL" || sector == "PTY" || sector == "REB") &&
          (b_.notes[e].sector == sector || (b_.notes[e].sector.empty() && b_.notes[e].known_code.empty()));
      const bool union_of_states =
          near && (noun == "alliance" || noun == "bloc" || noun == "organization" || noun == "organisation") &&
          b_.notes[e].known_code.starts_with("IGO");
      if (same || open || union_of_states) best = e;
      return best != EntityBuilder::kNone;
    });
    return best;
  }

  // "Ministry of Health" is a ministry, "Lakeside University" a university.
  static bool names_itself(std::string_view name, std::string_view noun) {
    for (std::size_t at = 0; at + noun.size() <= name.size(); ++at) {
      const bool begins = at == 0 || name[at - 1] == ' ';
      const bool ends = at + noun.size() == name.size() || name[at + noun.size()] == ' ';
      if (!begins || !ends) continue;
      if (std::equal(noun.begin(), noun.end(), name.begin() + static_cast<std::ptrdiff_t>(at),
                     [](char x, char y) { return x == y || (y >= 'A' && y <= 'Z' && x == y + ('a' - 'A')); })) {
        return true;
      }
    }
    return false;
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
    backwards(b_, t, 30, [&](const TokenMention& m) {
      std::vector<Index> here = m.entities.size() > 1 ? m.entities : coordinated_entities(b_, m);
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

  // "Hamas and Israel", just before and as many as are asked for.
  std::vector<Index> named_together(TokenIndex t, std::size_t count) const {
    std::vector<Index> members;
    backwards(b_, t, 2, [&](const TokenMention& m) {
      if (m.entities.size() != 1 || b_.entity(m.entities[0]).type == EntityType::person) return false;
      members = coordinated_entities(b_, m);
      return members.size() == count;
    });
    if (members.size() != count) members.clear();
    std::sort(members.begin(), members.end());
    return members;
  }

  // Countries named, or those of the people named; the nearest different ones.
  std::vector<Index> countries(TokenIndex t, std::size_t count) {
    if (parse_[t].lemma != "country" && parse_[t].lemma != "nation") {
      if (auto sides = named_together(t, count); !sides.empty()) return sides;
    }
    std::vector<std::string> codes;
    backwards(b_, t, 8, [&](const TokenMention& m) {
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

}  // namespace dragoman
