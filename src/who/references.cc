// Definite phrases that refer back to one: "the Russian minister", "the official", "the ministry", "the country". What
// nothing fits well refers to nobody.
#include "language/paragraphs.h"
#include "language/syntax.h"
#include "who/backwards.h"
#include "who/body_references.h"
#include "who/counterparts.h"
#include "who/description_candidates.h"
#include "who/descriptions.h"
#include "who/occupations.h"
#include "who/office_holders.h"
#include "who/other_holders.h"
#include "who/phrases.h"
#include "who/register_terms.h"
#include "who/role_status.h"
#include "who/roles.h"
#include "who/title_words.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

namespace dragoman {

namespace {

class References {
 public:
  References(EntityBuilder& b, OfficeHolders& holders) : b_(b), parse_(b.parse), holders_(holders) {}

  // "hundreds of Kenyan dockers … the dockers": the one group of that noun of which the story has just spoken.
  bool group(TokenIndex t) const {
    const TokenSpan phrase = core_phrase(parse_, t);
    const std::string_view lemma = parse_[t].lemma;
    if (phrase.size() != 2 || parse_[phrase.begin].lower != "the" || parse_[t].relation == Relation::compound ||
        lemma == "people" || !obliques(parse_, t, "of").empty() ||
        (t + 1 < parse_.size() && parse_[t + 1].pos == Pos::adp)) {
      return false;
    }
    constexpr std::uint32_t kNear = 8;
    Index best = EntityBuilder::kNone;
    bool several = false;
    backwards(b_, t, kNear, [&](const TokenMention& m) {
      if (m.entities.size() != 1 || m.kind == MentionKind::pronoun) return false;
      const Index e = m.entities[0];
      if (b_.entity(e).type != EntityType::group || !b_.notes[e].plural || b_.notes[e].head != lemma) return false;
      several = several || (best != EntityBuilder::kNone && best != e);
      best = e;
      return several;
    });
    if (several) return false;
    if (best == EntityBuilder::kNone) best = its_fighters(t);
    return best != EntityBuilder::kNone && b_.mention(phrase, t, MentionKind::title, {best});
  }

  bool title(TokenIndex t) { return (parse_[t].tag == Tag::nn || parse_[t].tag == Tag::nnp) && singular(t); }

 private:
  /// Whom the rules take a phrase for; `once`: as whoever held the office before, in that country.
  struct Found {
    ByRule rule;
    bool once = false;
    std::string country = {};
  };

  // "the rebels", "the guerrillas": the one armed group that the story has named, where it has spoken of no others.
  Index its_fighters(TokenIndex t) const {
    const auto noun = b_.who.noun_phrases.find(parse_[t].lower);
    if (!noun || b_.who.nouns[*noun].sector != "REB" || b_.who.nouns[*noun].kind != ActorNoun::Kind::people)
      return EntityBuilder::kNone;
    Index best = EntityBuilder::kNone;
    for (const TokenMention& m : b_.story.mentions) {
      if (m.span.begin >= t || m.entities.size() != 1 || b_.story.boilerplate[m.span.begin]) continue;
      const Index e = m.entities[0];
      if (b_.notes[e].sector != "REB" || b_.entity(e).type == EntityType::person || e == best) continue;
      if (best != EntityBuilder::kNone || m.kind != MentionKind::name) return EntityBuilder::kNone;
      best = e;
    }
    return best;
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
    for (const TokenIndex place : obliques(parse_, t, "in")) {  // "the ministry in Oslo"
      const auto seat = b_.who.seats.longest(parse_, b_.story.text, place);
      if (seat) return b_.who.known[seat->value].country;
    }
    return {};
  }

  // "the Russian minister", "the president", "the official", "the ministry", "the country".
  bool singular(TokenIndex t) {
    const bool once = is_behind_ex(t);
    if ((!is_definite(parse_, t) && !once) || parse_[t].relation == Relation::compound ||
        parse_[t].relation == Relation::appos || is_to_come(parse_, t))
      return false;
    const TokenSpan phrase = once ? TokenSpan{t - 3, t + 1} : free_phrase(b_, t);
    const std::string country = country_of(t);
    find_regions(phrase);
    const auto title = title_ending_at(t);
    Found found = by_rules(t, title, country);
    if (found.rule.entity != EntityBuilder::kNone && is_other_holder(b_, found.rule.entity, t, office_name(title)))
      found = {};
    const Index seated = title ? only_one_for_state(t, *title) : EntityBuilder::kNone;
    if (seated != EntityBuilder::kNone) found = {{seated, DescriptionClue::by_rule_of_office}, false, country};
    const auto describes = seated == EntityBuilder::kNone ? described(t, title, country) : std::nullopt;
    double chance = 1;
    const Index best = describes ? likeliest(*describes, found.rule, chance) : found.rule.entity;
    if (best == EntityBuilder::kNone || is_done_to_oneself(t, best)) return false;
    add_what_it_tells(best, t, title, country, found, describes ? std::optional(chance) : std::nullopt);
    if (!b_.mention(phrase, t, MentionKind::title, {best})) return false;
    b_.story.mentions.back().chance = chance;
    return true;
  }

  // "The Ohio senator": whoever the story has named before as the one from there, if nobody else is.
  Index only_one_for_state(TokenIndex t, std::uint32_t title) const {
    const std::string state = state_told(b_, t);
    if (state.empty()) return EntityBuilder::kNone;
    const std::string& office = b_.who.titles[title].name;
    Index only = EntityBuilder::kNone;
    for (const TokenMention& m : b_.story.mentions) {
      if (m.span.begin >= t || m.entities.size() != 1 || b_.notes[m.entities[0]].seat != state) continue;
      const Index e = m.entities[0];
      if (e == only || !holds_office(b_, b_.entity(e), office, Term::any)) continue;
      if (only != EntityBuilder::kNone) return EntityBuilder::kNone;
      only = e;
    }
    return only;
  }

  // The phrase as one that is decided by weighing; nothing for words for countries and crowds, and beside a name.
  std::optional<DescribedPhrase> described(TokenIndex t, std::optional<std::uint32_t> title,
                                           const std::string& country) const {
    const auto noun = b_.who.noun_phrases.find(parse_[t].lower);
    DescribedPhrase out;
    out.noun = t;
    out.country = country;
    out.may_be_of = [this](const std::string& of) { return is_in_regions(of); };
    if (title) {
      out.title = &b_.who.titles[*title];
      out.office = office_in_full(t, *title);
      if (out.office.empty()) out.office = out.title->name;
    }
    if (noun) out.of = &b_.who.nouns[*noun];
    const bool of_people = title || (noun && out.of->kind == ActorNoun::Kind::people);
    const bool of_body = !title && noun && out.of->kind == ActorNoun::Kind::body;
    if ((!of_people && !of_body) || (noun && (out.of->plural || out.of->name == "country"))) return std::nullopt;
    if (stands_beside_name(t)) return std::nullopt;
    out.form = of_people ? DescribedForm::person : DescribedForm::body;
    return out;
  }

  bool stands_beside_name(TokenIndex t) const {
    const Tokens beside = appositions(parse_, t);
    return std::any_of(beside.begin(), beside.end(),
                       [&](TokenIndex name) { return !b_.story.entities_at(name).empty(); });
  }

  // The likeliest of all who compete, and its `chance`. Where nobody is likely enough: who has no name but is what the
  // rules found, else nobody.
  Index likeliest(const DescribedPhrase& phrase, const ByRule& rule, double& likely) const {
    DescriptionCase found = candidates_of(b_, phrase, rule);
    const bool open = is_one_of_many(parse_, phrase.noun) || is_yet_to_be(parse_, phrase.noun);
    double chance = b_.who.descriptions.least[static_cast<std::size_t>(phrase.form)];
    Index best = EntityBuilder::kNone;
    for (const DescriptionCandidate& c : found.candidates) {
      if (c.entity == EntityBuilder::kNone || c.chance < chance ||
          is_other_holder(b_, c.entity, phrase.noun, phrase.office))
        continue;
      chance = c.chance;
      best = c.entity;
    }
    if (b_.description_cases != nullptr) b_.description_cases->push_back(std::move(found));
    if (best != EntityBuilder::kNone && (!open || best == rule.entity)) {
      likely = chance;
      return best;
    }
    return rule.entity != EntityBuilder::kNone && has_no_name(b_, rule.entity) ? rule.entity : EntityBuilder::kNone;
  }

  // Whom the rules take the phrase for, and by which of them.
  Found by_rules(TokenIndex t, std::optional<std::uint32_t> title, const std::string& country) {
    using Of = DescriptionClue;
    if (title) {
      Found held = by_office(t, *title, country);
      if (held.rule.entity != EntityBuilder::kNone) return held;
    }
    if (parse_[t].lemma == "counterpart") {
      if (const Index best = counterpart(t); best != EntityBuilder::kNone) return {{best, Of::by_other_rule}};
    }
    if (is_owned(t)) return {{own_country(t), Of::by_other_rule}};
    if (const Index best = called(t); best != EntityBuilder::kNone) return {{best, Of::by_other_rule}};
    if (const ByRule body = same_noun_or_body(t, country); body.entity != EntityBuilder::kNone) return {body};
    const Index best = whom_it_describes(b_, {t, country, [&](const std::string& of) { return is_in_regions(of); }});
    if (best != EntityBuilder::kNone) return {{best, Of::by_rule_of_description}};
    return {{the_country(t), Of::by_other_rule}};
  }

  // Whoever bears the office that the title names, or once did.
  Found by_office(TokenIndex t, std::uint32_t title, const std::string& country) {
    using Of = DescriptionClue;
    const std::size_t before = b_.story.record.entities.size();
    const std::string longer = office_in_full(t, title);
    Index best = longer.empty() ? in_office(t, title, country) : in_longer_office(t, longer, country);
    if (best == EntityBuilder::kNone && longer.empty()) best = head_of_body(t, title);
    if (best != EntityBuilder::kNone)
      return {{best, best < before ? Of::by_rule_of_office : Of::by_rule_of_register}, false, country};
    if (!is_former(t)) return {};
    const std::string of = country_of_office(title, country);
    best = once_by_register(t, title, of);
    if (best != EntityBuilder::kNone) return {{best, Of::by_rule_of_past_office}, true, of};
    return {{once_in_office(t, country), Of::by_rule_of_past_office}, true, country};
  }

  // What the phrase says of whom it stands for: an office that is over, or one that nothing has told before. `weighed`:
  // the chance that it stands for that person, where that was weighed; who very likely is "the president" is told to
  // be.
  void add_what_it_tells(Index best, TokenIndex t, std::optional<std::uint32_t> title, const std::string& country,
                         const Found& found, std::optional<double> weighed) {
    constexpr double kSure = 0.65;
    const bool by_rule = best == found.rule.entity;
    if (weighed && !country.empty() && b_.entity(best).is_named_person()) b_.give_country(best, country);
    if (by_rule && title && found.rule.by == DescriptionClue::by_rule_of_office && status_at(t) == RoleStatus::former)
      end_office(best, *title, country);
    if (by_rule && found.once) {
      add_told_office(best, t, found.country);
    } else if (counterpart_begin(b_, t) != kNoToken) {
      return;  // it is no office, whoever is meant
    } else if ((weighed || found.rule.by == DescriptionClue::by_rule_of_description) &&
               (says_office(t) ||
                (weighed.value_or(0) > kSure && (title ? may_bear(best, t, *title, country) : says_occupation(t))))) {
      add_told_office(best, t, country);
    }
  }

  // "his Ugandan counterpart": who bears the office of whoever "his" stands for in the country that is named.
  Index counterpart(TokenIndex t) {
    std::string country;
    for (const TokenIndex before : premodifiers(parse_, t)) {
      const std::uint32_t named = b_.country_at(before);
      if (named != EntityBuilder::kNone) country = b_.who.known[named].country;
    }
    for (const std::string_view from : {"from", "in"}) {
      for (const TokenIndex place : obliques(parse_, t, from)) {
        const std::uint32_t named = b_.country_at(place);
        if (named != EntityBuilder::kNone) country = b_.who.known[named].country;
      }
    }
    const auto& owner = b_.story.entities_at(child_of(parse_, t, Relation::poss));
    if (country.empty() || owner.size() != 1 || b_.entity(owner[0]).country == country) return EntityBuilder::kNone;
    for (const Role& role : b_.entity(owner[0]).roles) {
      const auto title = b_.who.title_phrases.find(role.title);
      if (!title || !is_in_office(role.status) || role.sector != "GOV") continue;
      return in_office(t, *title, country);
    }
    return EntityBuilder::kNone;
  }

  std::string office_name(std::optional<std::uint32_t> title) const {
    return title ? b_.who.titles[*title].name : std::string();
  }

  // "the ex-president", whose article the parser hangs on "ex".
  bool is_behind_ex(TokenIndex t) const {
    if (t < 3 || parse_[t - 1].text != "-" || parse_[t - 1].space_after || parse_[t - 2].space_after) return false;
    return parse_[t - 2].lower == "ex" && parse_[t - 3].lower == "the" && b_.is_free({t - 3, t});
  }

  // "Paz told the envoy", "Paz met the president": whoever does it is not whom it is done to.
  bool is_done_to_oneself(TokenIndex t, Index e) const {
    TokenIndex at = first_conjunct(parse_, t);
    const Relation relation = parse_[at].relation;
    if (relation != Relation::dobj && relation != Relation::dative && relation != Relation::pobj) return false;
    if (relation == Relation::pobj) at = parse_[at].head;
    if (!is_verbal(parse_[parse_[at].head]) || parse_[at].lower == "as") return false;
    for (const TokenIndex subject : agents(parse_, parse_[at].head)) {
      const auto& entities = b_.story.entities_at(subject);
      if (subject != t && entities.size() == 1 && entities[0] == e) return true;
    }
    return false;
  }

  // "Senate" of "the Senate president": the body whose president is meant.
  Index body_before(TokenIndex t) const {
    for (const TokenIndex before : premodifiers(parse_, t)) {
      const auto& entities = b_.story.entities_at(before);
      if (entities.size() == 1 && b_.entity(entities[0]).type == EntityType::organisation) return entities[0];
    }
    return EntityBuilder::kNone;
  }

  // "the South American leader", "the Pacific island nation": the parts of the world that the phrase names.
  void find_regions(TokenSpan phrase) {
    regions_.clear();
    for (TokenIndex t = phrase.begin; t < phrase.end; ++t) {
      const auto region = b_.who.regional.longest(parse_, b_.story.text, t);
      if (!region) continue;
      regions_.push_back(region->value);
      t = region->end - 1;
    }
  }

  bool is_in_regions(const std::string& country) const {
    return std::all_of(regions_.begin(), regions_.end(),
                       [&](std::uint32_t r) { return b_.who.regions[r].contains(country); });
  }

  // "his army", "Ana Paz's campaign": that of whom "his" stands for or who is named, not the one spoken of before. What
  // a country has is found by the country.
  bool is_owned(TokenIndex t) const {
    const TokenIndex owner = child_of(parse_, t, Relation::poss);
    if (owner == kNoToken) return false;
    if (parse_[owner].tag == Tag::prp_poss) return true;
    const auto& owners = b_.story.entities_at(owner);
    return owners.size() == 1 && b_.entity(owners[0]).type != EntityType::country;
  }

  // "her country" is that of whom "her" stands for.
  Index own_country(TokenIndex t) const {
    const std::string_view lemma = parse_[t].lemma;
    if (lemma != "country" && lemma != "nation" && lemma != "homeland") return EntityBuilder::kNone;
    const auto& owner = b_.story.entities_at(child_of(parse_, t, Relation::poss));
    if (owner.size() != 1 || !b_.who.country_by_code.contains(b_.entity(owner[0]).country)) return EntityBuilder::kNone;
    return b_.country_entity(b_.entity(owner[0]).country);
  }

  // The words of the title whose noun is at `t`; "the Minister of Education" ends behind it.
  TokenSpan title_at_end(TokenIndex t) const {
    const auto title = b_.who.title_phrases.longest(parse_, b_.story.text, title_start(t));
    return {title_start(t), title ? title->end : t + 1};
  }

  std::optional<std::uint32_t> title_ending_at(TokenIndex t) const {
    const auto title = b_.who.title_phrases.longest(parse_, b_.story.text, title_start(t));
    return title && title->end > t ? std::optional(title->value) : std::nullopt;
  }

  // "The former trade minister" of whoever was told of as the minister, and was it as the register knows: no more.
  void end_office(Index person, std::uint32_t title, const std::string& country) {
    const std::string& earliest = b_.story.record.document.published.earliest;
    if (earliest.empty() || !held_once(b_, person, title, country, earliest)) return;
    for (Role& role : b_.entity(person).roles) {
      if (role.title == b_.who.titles[title].name && role.status == RoleStatus::current)
        role.status = RoleStatus::former;
    }
  }

  RoleStatus status_at(TokenIndex t) const {
    return role_status(b_, {title_start(t), t + 1}, parse_.sentences[parse_[t].sentence].begin);
  }

  // Said of someone known rather than of who bears the office now.
  bool is_former(TokenIndex t) const {
    for (const TokenIndex child : parse_.children(t)) {
      const std::string_view w = parse_[child].lower;
      if (w == "old" && child < t) return true;  // "the 82-year-old chairman"
    }
    return !is_in_office(status_at(t));
  }

  // "deputy managing director" of "the deputy managing director": what ranks make of the title; empty where no rank
  // stands before it.
  std::string office_in_full(TokenIndex t, std::uint32_t title) const {
    const TokenIndex start = title_start(t);
    std::string words;
    bool ranked = false;
    for (TokenIndex w = in_full(b_, {start, t + 1}).begin; w < start; ++w) {
      if (parse_[w].text == "-") continue;
      ranked = ranked || b_.who.ranks.contains(parse_[w].lower);
      words += std::string(parse_[w].lower) + " ";
    }
    return ranked ? words + b_.who.titles[title].name : std::string();
  }

  // Whoever was last named with that very office.
  Index in_longer_office(TokenIndex t, const std::string& office, const std::string& country) const {
    Index best = EntityBuilder::kNone;
    backwards(b_, t, 100, [&](const TokenMention& m) {
      if (m.entities.size() != 1) return false;
      const Entity& e = b_.entity(m.entities[0]);
      if (e.type != EntityType::person || (!country.empty() && !e.country.empty() && e.country != country))
        return false;
      const bool holds =
          std::any_of(e.roles.begin(), e.roles.end(), [&](const Role& role) { return role.title == office; });
      if (holds) best = m.entities[0];
      return holds;
    });
    return best;
  }

  // Whoever was last named with that office; else whoever held it then, by the register.
  Index in_office(TokenIndex t, std::uint32_t title, const std::string& country) {
    const std::string& name = b_.who.titles[title].name;
    Index best = EntityBuilder::kNone;
    TokenIndex near = t;
    const bool past = is_former(t);
    const Index body = body_before(t);
    backwards(b_, t, 100, [&](const TokenMention& m) {
      if (best != EntityBuilder::kNone && parse_[m.head].sentence != parse_[near].sentence) return true;
      if (m.entities.size() != 1) return false;
      const Index e = m.entities[0];
      if (b_.entity(e).type != EntityType::person ||
          !holds_office(b_, b_.entity(e), name, past ? Term::any : Term::now)) {
        return false;
      }
      if (!country.empty() && b_.entity(e).country != country) return false;
      if (!is_in_regions(b_.entity(e).country)) return false;
      if (body != EntityBuilder::kNone && !is_within(e, name, body)) return false;
      if (body == EntityBuilder::kNone && country.empty() && is_of_a_body(e, name)) return false;
      if (!past && !bears_now(b_.entity(e), name) && is_borne_by_another(e, name)) return false;
      // "Petrov said so after talks with his counterpart Rojas": the sentence is about its subject.
      const bool subject = is_subject(parse_, m.head);
      if (best == EntityBuilder::kNone || subject) best = e;
      near = m.head;
      if (past && holds_office(b_, b_.entity(best), name, Term::past)) return true;
      return subject || !is_subject(parse_, t);
    });
    if (best != EntityBuilder::kNone && country.empty()) best = main_holder(t, name, best, near);
    if (best == EntityBuilder::kNone && !country.empty() && !past && body == EntityBuilder::kNone)
      best = of_story(t, b_.who.titles[title], country);
    if (best == EntityBuilder::kNone && !country.empty() && !past && body == EntityBuilder::kNone)
      best = of_register(t, name, country);
    return best;
  }

  // "the NFA chief" of the authority's director general: the one person who leads the body, by whatever title.
  Index head_of_body(TokenIndex t, std::uint32_t title) const {
    const std::string& name = b_.who.titles[title].name;
    if (name != "head" && name != "leader" && name != "boss") return EntityBuilder::kNone;
    const Index body = body_before(t);
    if (body == EntityBuilder::kNone) return body;
    Index best = EntityBuilder::kNone;
    const auto& all = b_.story.record.entities;
    for (Index e = 0; e < all.size(); ++e) {
      if (all[e].type != EntityType::person || all[e].anonymous) continue;
      const bool leads = std::any_of(all[e].roles.begin(), all[e].roles.end(), [&](const Role& role) {
        const auto known = b_.who.title_phrases.find(role.title);
        if (!known || !b_.who.titles[*known].leads || !is_in_office(role.status)) return false;
        return role.of ? *role.of == body : role.sector == "IGO" && b_.notes[body].known_code == "IGOUNO";
      });
      if (!leads) continue;
      if (best != EntityBuilder::kNone) return EntityBuilder::kNone;
      best = e;
    }
    return best;
  }

  // Holds the very office, and is not only to hold it.
  static bool bears_now(const Entity& e, const std::string& office) {
    return std::any_of(e.roles.begin(), e.roles.end(),
                       [&](const Role& role) { return role.title == office && is_in_office(role.status); });
  }

  // "The prime minister" is not the incoming one, where the story names another of that country, or of none, who is.
  bool is_borne_by_another(Index person, const std::string& office) const {
    const Entity& next = b_.entity(person);
    const bool to_come = std::any_of(next.roles.begin(), next.roles.end(), [&](const Role& role) {
      return role.title == office && (role.status == RoleStatus::designate || role.status == RoleStatus::elect);
    });
    const auto& all = b_.story.record.entities;
    return to_come && std::any_of(all.begin(), all.end(), [&](const Entity& other) {
             const bool same = other.country == next.country || other.country.empty() || next.country.empty();
             return &other != &next && same && !other.anonymous && bears_now(other, office);
           });
  }

  // Whether the office is one in that body, or of nothing that is known.
  bool is_within(Index person, const std::string& office, Index body) const {
    const auto& roles = b_.entity(person).roles;
    return std::any_of(roles.begin(), roles.end(), [&](const Role& role) {
      if (role.title != office) return false;
      return role.of ? *role.of == body : role.country.empty();
    });
  }

  // "Separately, the spokesperson said": in a new paragraph rather whoever of that office the report quotes all along
  // than the one whom the last paragraph named in passing.
  Index main_holder(TokenIndex t, const std::string& office, Index last, TokenIndex near) const {
    if (std::none_of(parse_.tokens.begin() + near, parse_.tokens.begin() + t, breaks_paragraph)) return last;
    std::map<Index, int> named;
    for (const TokenMention& m : b_.story.mentions) {
      if (m.span.begin >= t || m.kind != MentionKind::name || m.entities.size() != 1) continue;
      if (holds_office(b_, b_.entity(m.entities[0]), office)) ++named[m.entities[0]];
    }
    constexpr int kOften = 3;
    for (const auto& [person, count] : named) {
      if (count >= kOften && named[last] == 1) return person;
    }
    return last;
  }

  bool bears(const Entity& e, const std::string& office, bool of_body) const {
    return std::any_of(e.roles.begin(), e.roles.end(), [&](const Role& role) {
      return role.title == office && of_body == (role.of && b_.entity(*role.of).type == EntityType::organisation);
    });
  }

  bool holds_in_a_body(Index person, const std::string& office) const {
    return bears(b_.entity(person), office, true) && !bears(b_.entity(person), office, false);
  }

  // "The president" by itself is not the president of an assembly, where there is another.
  bool is_of_a_body(Index person, const std::string& office) const {
    if (!holds_in_a_body(person, office)) return false;
    const auto& all = b_.story.record.entities;
    return std::any_of(all.begin(), all.end(),
                       [&](const Entity& e) { return !e.anonymous && bears(e, office, false); });
  }

  // The country that a title names, else that of an office that one country alone has, else the story's.
  std::string country_of_office(std::uint32_t title, const std::string& country) const {
    const Title& office = b_.who.titles[title];
    return !country.empty() ? country : office.country.empty() ? b_.home_country() : office.country;
  }

  // "The former secretary of state": whoever of those named before held that office once, as the register knows, and
  // does not hold it now.
  Index once_by_register(TokenIndex t, std::uint32_t title, const std::string& country) const {
    Index best = EntityBuilder::kNone;
    backwards(b_, t, 100, [&](const TokenMention& m) {
      if (m.entities.size() != 1 || b_.entity(m.entities[0]).type != EntityType::person) return false;
      if (b_.entity(m.entities[0]).anonymous) return false;
      const bool held = held_once(b_, m.entities[0], title, country, b_.story.record.document.published.latest);
      if (held) best = m.entities[0];
      return held;
    });
    return best;
  }

  // "The former governor of Texas" as subject: whom the sentence before was about, if it was one person by name.
  Index once_in_office(TokenIndex t, const std::string& country) const {
    if (!is_subject(parse_, t)) return EntityBuilder::kNone;
    Index best = EntityBuilder::kNone;
    bool several = false;
    backwards(b_, t, 2, [&](const TokenMention& m) {
      if (m.entities.size() != 1 || !is_subject(parse_, m.head)) return false;
      const TokenIndex verb = parse_[m.head].head;
      if (parse_[verb].head != verb) return false;  // of the sentence itself, not of a clause in it
      const Entity& e = b_.entity(m.entities[0]);
      if (e.type != EntityType::person || e.anonymous) return false;
      if (!country.empty() && !e.country.empty() && e.country != country) return false;
      several = several || (best != EntityBuilder::kNone && best != m.entities[0]);
      if (best == EntityBuilder::kNone) best = m.entities[0];
      return false;
    });
    return several ? EntityBuilder::kNone : best;
  }

  // Whether the description gives whom it refers to an office or a country: "the Frenchman", "the 44-year-old leader".
  bool says_office(TokenIndex t) const {
    const auto title = title_ending_at(t);
    return tells_age(parse_, t) || b_.who.peoples.find(parse_[t].text) || (title && b_.who.titles[*title].told);
  }

  // Whether a country's office rather than one in some body, where nothing is said of either.
  bool is_national(const Title& title, const std::string& country) const {
    return !title.of_body || b_.who.holders_by_office.contains(office_key(country, title.name));
  }

  // Not who is no holder of the office by the register, nor whose superior is meant: "the envoy of the chairman". A
  // head is one of something.
  bool may_bear(Index person, TokenIndex t, std::uint32_t title, const std::string& country) const {
    if (parse_[t].relation == Relation::pobj) {
      const auto& above = b_.story.entities_at(parse_[parse_[t].head].head);
      if (std::find(above.begin(), above.end(), person) != above.end()) return false;
    }
    const Title& office = b_.who.titles[title];
    const bool of_nothing = body_before(t) == EntityBuilder::kNone && owner_of_office(b_, title_at_end(t)) == kNoToken;
    if (office.of_bodies_alone && of_nothing) return false;
    const std::string& own = b_.entity(person).country;
    const Holder* holder = holder_then(b_, office.name, country.empty() && is_national(office, own) ? own : country);
    return holder == nullptr || surname_of(holder->name) == surname_of(b_.entity(person).name) ||
           !is_in_office(status_at(t));
  }

  // "The 44-year-old economist", "the former governor": what the phrase says of whom it refers to.
  void add_told_office(Index person, TokenIndex t, const std::string& country) {
    const auto people = b_.who.peoples.find(parse_[t].text);
    if (people && b_.entity(person).country.empty()) b_.give_country(person, b_.who.known[*people].country);
    const auto title = title_ending_at(t);
    if (!title) return add_told_occupation(person, t, country);
    const Title& known = b_.who.titles[*title];
    const Entity& e = b_.entity(person);
    if (e.type != EntityType::person || e.anonymous || holds_office(b_, e, known.name, Term::any)) return;
    OfficeWords office;
    office.title = *title;
    office.span = title_at_end(t);
    office.evidence = free_phrase(b_, t);
    office.country = country;
    const Index body = body_before(t);
    if (body != EntityBuilder::kNone) office.of = body;
    if (office.country.empty() && !office.of && is_national(known, e.country)) office.country = e.country;
    add_role(b_, person, std::move(office));
  }

  // "The retired neurosurgeon": what somebody is by a noun that is no title.
  void add_told_occupation(Index person, TokenIndex t, const std::string& country) {
    const TokenIndex floor = parse_.sentences[parse_[t].sentence].begin;
    const auto words = b_.who.noun_phrases.ending_at(parse_, b_.story.text, floor, t + 1, 3);
    if (!words || b_.who.nouns[words->value].kind != ActorNoun::Kind::people) return;
    const Index body = body_before(t);
    add_occupation(b_, person, b_.who.nouns[words->value], {words->begin, t + 1}, free_phrase(b_, t), country,
                   body == EntityBuilder::kNone ? std::nullopt : std::optional(body));
  }

  // Whether the phrase is what a report calls people by: "the retired neurosurgeon"; "the driver" may be anybody.
  bool says_occupation(TokenIndex t) const {
    if (core_phrase(parse_, t).size() <= 2) return false;
    const TokenIndex floor = parse_.sentences[parse_[t].sentence].begin;
    const auto words = b_.who.noun_phrases.ending_at(parse_, b_.story.text, floor, t + 1, 3);
    return words && b_.who.nouns[words->value].office && !b_.who.nouns[words->value].plural;
  }

  // The one whom the report names later with that office of that country, or goes on to name.
  Index of_story(TokenIndex t, const Title& title, const std::string& country) {
    // What the register has nothing on is asked for where all offices are; "its president, Ana Paz" is named there.
    if (!b_.who.holders_by_office.contains(office_key(country, title.name)) || !appositions(parse_, t).empty())
      return EntityBuilder::kNone;
    const auto later = holders_.same_office(t, title, country);
    if (later && !holds_in_a_body(*later, title.name)) return *later;
    const auto next = holders_.named_next({t, country, false, false, title.name});
    if (!next) return EntityBuilder::kNone;
    add_told_office(*next, t, country);
    b_.tell_country(*next, country);
    return *next;
  }

  // The person who held the office then, by the register.
  Index of_register(TokenIndex t, const std::string& office, const std::string& country) {
    const Holder* holder = holder_then(b_, office, country);
    if (holder == nullptr) return EntityBuilder::kNone;
    const Role role{office, {}, country, "GOV", b_.story.evidence(free_phrase(b_, t)), status_at(t)};
    for (const std::uint32_t h : b_.who.holders_by_office.at(office_key(country, office))) {
      if (b_.who.holders[h].term != holder->term) continue;
      const auto known = b_.registered.find(h);
      if (known == b_.registered.end()) continue;
      if (!holds_office(b_, b_.entity(known->second), office)) b_.entity(known->second).roles.push_back(role);
      return known->second;
    }
    Entity e;
    e.name = holder->name;
    e.country = country;
    e.roles.push_back(role);
    EntityBuilder::Note note;
    note.sector = "GOV";
    const Index index = b_.add(std::move(e), std::move(note));
    b_.registered.emplace(static_cast<std::uint32_t>(holder - b_.who.holders.data()), index);
    return index;
  }

  // "A court fined Paz. … The Supreme Court … the court": whichever was named last.
  ByRule same_noun_or_body(TokenIndex t, const std::string& country) const {
    using Of = DescriptionClue;
    const auto [by_noun, at] = same_noun(t, country);
    const std::optional<NamedBody> by_name = body_of_kind(b_, t, country);
    const bool nearer = by_name && by_name->says_kind && by_name->at > at && is_bare_description(parse_, t);
    if (by_noun != EntityBuilder::kNone && !nearer) return {by_noun, Of::by_rule_of_noun};
    if (!by_name) return {};
    return {by_name->body, by_name->says_kind ? Of::by_rule_of_kind : Of::by_open_rule};
  }

  // "a Swiss banker … the banker", and where that was.
  std::pair<Index, TokenIndex> same_noun(TokenIndex t, const std::string& country) const {
    std::pair<Index, TokenIndex> last{EntityBuilder::kNone, 0};
    if (child_word(parse_, t, "other") != kNoToken || !regions_.empty()) return last;
    backwards(b_, t, 12, [&](const TokenMention& m) {
      if (m.entities.size() != 1 || b_.notes[m.entities[0]].head != parse_[t].lemma) return false;
      if (b_.notes[m.entities[0]].plural || is_named_otherwise(b_, t, m.entities[0])) return false;
      if (!country.empty() && b_.entity(m.entities[0]).country != country) return false;
      last = {m.entities[0], m.head};
      return true;
    });
    return last;
  }

  // "the country", "the island nation", "the Gulf state", "the kingdom": the last one that was spoken of, else the one
  // that the story is at home in.
  Index the_country(TokenIndex t) const {
    const std::string_view lemma = parse_[t].lemma;
    const auto region = b_.who.regional.longest(parse_, b_.story.text, t);
    const bool by_form = region && region->end == t + 1;  // "the sultanate"
    const bool of_part = lemma == "state" && !regions_.empty();
    if ((lemma != "country" && lemma != "nation" && !by_form && !of_part) ||
        child_word(parse_, t, "other") != kNoToken || !obliques(parse_, t, "of").empty())
      return EntityBuilder::kNone;
    constexpr std::uint32_t kNear = 2, kFar = 20;
    Index best = EntityBuilder::kNone;
    double most = 0;
    backwards(b_, t, by_form ? kFar : kNear, [&](const TokenMention& m) {
      if (m.entities.size() != 1 || b_.entity(m.entities[0]).type != EntityType::country) return false;
      if (!is_in_regions(b_.entity(m.entities[0]).country)) return false;
      // With a part of the world named, one of several may be meant.
      const bool paired = coordinated_entities(b_, m).size() > 1 || parse_[m.head].relation == Relation::conj;
      if (regions_.empty() && paired) return false;
      const std::uint32_t distance = parse_[t].sentence - parse_[m.head].sentence;
      const double score = 50.0 - 2.0 * distance - 0.02 * (t - m.head) + (is_subject(parse_, m.head) ? 2.0 : 0.0);
      if (score > most) most = score, best = m.entities[0];
      return false;
    });
    if (best == EntityBuilder::kNone && by_form) best = of_people_before(t, kFar);
    if (best != EntityBuilder::kNone || is_where(t)) return best;
    const std::string& home = b_.home_country();
    return home.empty() || !is_in_regions(home) ? EntityBuilder::kNone : b_.country_entity(home);
  }

  // "the Omani minister … the Sultanate": a country that only the adjectives before titles have named so far.
  Index of_people_before(TokenIndex t, std::uint32_t sentences) const {
    for (TokenIndex before = t; before-- > 0 && parse_[before].sentence + sentences >= parse_[t].sentence;) {
      const std::uint32_t country = b_.country_at(before);
      if (country == EntityBuilder::kNone) continue;
      const std::string& code = b_.who.known[country].country;
      if (!code.empty() && is_in_regions(code)) return b_.country_entity(code);
    }
    return EntityBuilder::kNone;
  }

  // "roads across the country": where something is, and no party to it.
  bool is_where(TokenIndex t) const {
    if (parse_[t].relation != Relation::pobj) return false;
    const std::string_view w = parse_[parse_[t].head].lower;
    return w != "by" && w != "with" && w != "against" && w != "to" && w != "from" && w != "of";
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

  // "the Volta news agency", "the Asahi newspaper": the body that it is called by.
  Index called(TokenIndex t) const {
    if (body_noun(b_, t) == nullptr) return EntityBuilder::kNone;
    for (const TokenIndex before : premodifiers(parse_, t)) {
      const auto& named = b_.story.entities_at(before);
      if (parse_[before].pos != Pos::propn || named.size() != 1) continue;
      const EntityType type = b_.entity(named[0]).type;
      if (type == EntityType::media || type == EntityType::organisation) return named[0];
    }
    return EntityBuilder::kNone;
  }

  EntityBuilder& b_;
  const Parse& parse_;
  OfficeHolders& holders_;
  std::vector<std::uint32_t> regions_;  // of the phrase at hand
};

}  // namespace

bool resolve_title(EntityBuilder& b, TokenIndex t, OfficeHolders& holders) {
  if (b.parse[t].tag == Tag::nns) return resolve_several(b, t) || References(b, holders).group(t);
  return References(b, holders).title(t);
}

}  // namespace dragoman
