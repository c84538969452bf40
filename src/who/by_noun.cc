// Those who act under a common noun: "Egyptian officials", "the Syrian government", "a court in Nairobi", "dozens of
// soldiers", "the French president", and peoples as groups ("the Ukrainians"). A definite phrase is first asked what it
// refers back to; what refers to nothing is an entity of its own.
#include "language/syntax.h"
#include "lexicon/lexicon.h"
#include "who/backwards.h"
#include "who/context.h"
#include "who/phrases.h"
#include "who/user_actors.h"

#include <algorithm>
#include <map>
#include <unordered_map>

namespace dragoman {

namespace {

class ByNoun {
 public:
  explicit ByNoun(EntityBuilder& b) : b_(b), parse_(b.parse), context_(b) {}

  void run() {
    for (const TokenMention& m : b_.story.mentions) {
      if (m.entities.size() != 1) continue;
      auto& first = first_at_.try_emplace(m.entities[0], m.span.begin).first->second;
      first = std::min(first, m.span.begin);
    }
    for (TokenIndex t = 0; t < parse_.size(); ++t) {
      if (b_.story.boilerplate[t] || b_.story.mention_at[t] >= 0) continue;
      if (resolve_pronoun(b_, t)) {
        give_country(t);
        continue;
      }
      if (!heads_a_phrase(t) || is_inside_a_title(t)) continue;
      if (people(t) || resolve_title(b_, t) || is_predicate(t)) continue;
      if (const UserActors::Agent* agent = users_agent(t)) {
        of_user(t, *agent);
      } else if (const auto noun = noun_ending_at(t); noun && !is_longer_title(t)) {
        if (!measure(t)) common(t, *noun, t);
      } else {
        in_office(t);
      }
    }
    owners();
  }

 private:
  struct Owner {
    std::string country, code;
    bool found = false;  // some country or body, with a code or not
  };

  bool heads_a_phrase(TokenIndex t) const {
    const Token& token = parse_[t];
    return is_nominal(token) && token.tag != Tag::prp && token.relation != Relation::compound &&
           token.relation != Relation::amod && token.relation != Relation::nmod;
  }

  // "staff" of "chief of staff".
  bool is_inside_a_title(TokenIndex t) const {
    constexpr TokenIndex kBack = 3;
    for (TokenIndex back = 1; back <= kBack && back <= t; ++back) {
      if (parse_[t - back].pos != Pos::noun && parse_[t - back].pos != Pos::propn) continue;
      const auto title = b_.who.title_phrases.longest(parse_, b_.story.text, t - back);
      if (title && title->end == t + 1 && is_under(parse_, t, t - back)) return true;
    }
    return false;
  }

  // "its information minister, Ana Paz": of the country that "its" stands for.
  void give_country(TokenIndex pronoun) {
    if (parse_[pronoun].tag != Tag::prp_poss) return;
    const auto& owner = b_.story.entities_at(pronoun);
    const auto& owned = b_.story.entities_at(parse_[pronoun].head);
    if (owner.size() != 1 || owned.size() != 1) return;
    const std::string country = b_.entity(owner[0]).country;
    Entity& e = b_.entity(owned[0]);
    const bool of_state = e.type == EntityType::organisation && b_.notes[owned[0]].known_code.empty() &&
                          is_of_state(b_.notes[owned[0]].sector);  // "his Cabinet"
    if (!e.country.empty() || (e.type == EntityType::person ? e.roles.empty() : !of_state)) return;
    e.country = country;
    for (Role& role : e.roles) {
      if (role.country.empty()) role.country = country;
    }
  }

  // "He is a doctor", "she became president", "welcomed as a friend" speak of him, her, whoever is welcomed.
  bool is_predicate(TokenIndex t) const {
    const TokenIndex at = first_conjunct(parse_, t);
    const Token& first = parse_[at];
    if (first.relation == Relation::pobj && parse_[first.head].lower == "as" && !is_plural(t)) {
      const std::string_view before = first.head > 0 ? parse_[first.head - 1].lower : std::string_view();
      return before != "such" && before != "well";
    }
    if ((first.relation == Relation::attr || first.relation == Relation::oprd) && !is_plural(t)) {
      const std::string_view verb = parse_[first.head].lemma;
      if (verb == "become" || verb == "remain") return true;
    }
    return (first.relation == Relation::attr || first.relation == Relation::oprd) && parse_[first.head].lemma == "be" &&
           child_of(parse_, first.head, Relation::expl) == kNoToken;
  }

  // The noun of the lexicon that ends at `t`, the longest.
  std::optional<std::uint32_t> noun_ending_at(TokenIndex t) const {
    const TokenIndex floor = parse_.sentences[parse_[t].sentence].begin;
    for (TokenIndex back = 5; back-- > 0;) {  // "law enforcement official", "state-run media"
      if (t < floor + back) continue;
      const auto match = b_.who.noun_phrases.longest(parse_, b_.story.text, t - back);
      if (match && match->end == t + 1) return match->value;
    }
    return std::nullopt;
  }

  // "secretary-general" is no general.
  bool is_longer_title(TokenIndex t) const {
    const TokenIndex floor = parse_.sentences[parse_[t].sentence].begin;
    for (TokenIndex back = 4; back > 0; --back) {
      if (t < floor + back) continue;
      const auto noun = b_.who.noun_phrases.longest(parse_, b_.story.text, t - back);
      if (noun && noun->end == t + 1) return false;
      const auto title = b_.who.title_phrases.longest(parse_, b_.story.text, t - back);
      if (title && title->end == t + 1) return true;
    }
    return false;
  }

  // The longest agent of a user's own dictionary that ends at `t`.
  const UserActors::Agent* users_agent(TokenIndex t) const {
    const UserActors& user = *b_.story.lexicon.user;
    if (user.agents().empty()) return nullptr;
    const TokenIndex floor = parse_.sentences[parse_[t].sentence].begin;
    for (TokenIndex back = 5; back-- > 0;) {
      if (t < floor + back) continue;
      if (const auto* agent = user.agent(b_.words({t - back, t + 1}))) return agent;
    }
    return nullptr;
  }

  void of_user(TokenIndex t, const UserActors::Agent& agent) {
    const TokenSpan phrase = free_phrase(b_, t);
    Entity e;
    e.name = name_of(phrase);
    e.type = is_plural(t) ? EntityType::group : EntityType::person;
    if (const auto noun = noun_ending_at(t);
        noun && b_.who.nouns[*noun].kind == ActorNoun::Kind::body && !is_plural(t)) {
      e.type = EntityType::organisation;
    }
    e.anonymous = e.type != EntityType::organisation;
    e.country = owner_of(t, core_phrase(parse_, t)).country;
    EntityBuilder::Note note;
    note.is_body = e.type == EntityType::organisation;
    note.plural = is_plural(t);
    note.head = parse_[t].lemma;
    note.agent = agent.before ? agent.code + "~" : "~" + agent.code;
    std::string key = e.name;
    name_it(phrase, t, is_plural(t), std::move(key), std::move(e), std::move(note));
  }

  // "a visit to Peru, where she met officials": what stands before the "where" of the clause, or kNoToken.
  TokenIndex where_of(TokenIndex head) const {
    const TokenIndex clause = clause_head(parse_, head);
    if (parse_[clause].relation != Relation::relcl) return kNoToken;
    TokenIndex where = child_word(parse_, clause, "where");
    if (where == kNoToken || where > head) return kNoToken;
    while (where > 0 && (parse_[where - 1].pos == Pos::punct || parse_[where - 1].is_space)) --where;
    return where == 0 ? kNoToken : where - 1;
  }

  // Whose: a people's adjective, a possessor, "of X", "in X", the place of a "where" clause.
  Owner owner_of(TokenIndex head, TokenSpan phrase) const {
    Owner owner;
    for (TokenIndex t = phrase.begin; t < head; ++t) {
      if (parse_[t].tag == Tag::dt || parse_[t].is_space) continue;
      const std::uint32_t country = b_.country_at(t);
      if (country != EntityBuilder::kNone) return {b_.who.known[country].country, {}, true};
      const auto seat = b_.who.seats.longest(parse_, b_.story.text, t);
      if (seat) return {b_.who.known[seat->value].country, {}, true};
    }
    const auto from = [&](TokenIndex token) {
      if (owner.found || token == kNoToken) return;
      const auto& entities = b_.story.entities_at(token);
      if (entities.size() == 1) {
        const Entity& e = b_.entity(entities[0]);
        const bool person = e.type == EntityType::person;
        if (!e.country.empty() || !person) owner = {e.country, b_.notes[entities[0]].known_code, true};
      } else if (const auto seat = b_.who.seats.longest(parse_, b_.story.text, token)) {
        owner = {b_.who.known[seat->value].country, {}, true};
      }
    };
    for (const TokenIndex token : possessors(parse_, head)) {
      // "France, whose soldiers …"
      from(parse_[token].tag == Tag::wp_poss ? antecedent(parse_, clause_head(parse_, token)) : token);
    }
    for (TokenIndex t = phrase.begin; t < head; ++t) from(t);  // "NATO troops", "Taliban fighters"
    const auto noun = noun_ending_at(head);
    const bool abroad = noun && b_.who.nouns[*noun].abroad;
    for (const std::string_view preposition : {"of", "from", "in"}) {
      if (abroad && preposition == "in") continue;
      for (const TokenIndex token : obliques(parse_, head, preposition)) from(token);
    }
    if (!abroad) from(where_of(head));
    return owner;
  }

  // By the tag, or "MPs" where it is taken for a name.
  bool is_plural(TokenIndex t) const {
    const Token& token = parse_[t];
    if (token.tag == Tag::nns || token.tag == Tag::nnps) return true;
    if (!token.lower.ends_with("s") || token.text == token.lower) return false;
    const auto here = b_.who.title_phrases.find(token.lower);
    const auto one = b_.who.title_phrases.find(token.lower.substr(0, token.lower.size() - 1));
    return here && one && *here == *one;
  }

  bool is_determined(TokenIndex head, std::string_view word) const {
    return child_word(parse_, head, word) != kNoToken;
  }

  // "energy sources", "sources of water": what comes from them is no news.
  bool is_of_a_thing(TokenIndex t) const {
    const auto is_thing = [&](TokenIndex word) {
      return parse_[word].tag == Tag::nn && !noun_ending_at(word) && b_.story.mention_at[word] < 0 &&
             !b_.who.title_phrases.find(parse_[word].lower);
    };
    const Tokens of = obliques(parse_, t, "of");
    return std::any_of(of.begin(), of.end(), is_thing) || (t > 0 && parse_[t - 1].head == t && is_thing(t - 1));
  }

  // "no official", "every citizen": nobody, or everybody, but not one.
  bool is_anybody(TokenIndex t) const {
    for (const std::string_view word : {"no", "neither", "every", "each", "any", "either"}) {
      if (is_determined(t, word)) return !is_plural(t) || word == "no";
    }
    return false;
  }

  // A new entity, or the one of the same words where that is a body or a plural.
  void name_it(TokenSpan phrase, TokenIndex t, bool joins, std::string key, Entity e, EntityBuilder::Note note) {
    if (phrase.size() == 0 || !b_.is_free(phrase)) return;
    Index index = EntityBuilder::kNone;
    if (joins) {
      key += "/" + e.country;
      if (const auto known = seen_.find(key); known != seen_.end()) index = known->second;
    }
    if (index == EntityBuilder::kNone) {
      index = b_.add(std::move(e), std::move(note));
      if (joins) seen_.emplace(std::move(key), index);
    }
    b_.mention(phrase, t, MentionKind::title, {index});
  }

  // Without the words that only count or point: "the", "several", "37".
  std::string name_of(TokenSpan phrase) const {
    const auto is_quantity = [](std::string_view w) {
      return w == "many" || w == "some" || w == "several" || w == "most" || w == "more" || w == "few" || w == "other";
    };
    for (TokenIndex t = phrase.begin; t + 1 < phrase.end; ++t) {  // "at least two"
      const Token& token = parse_[t];
      if (token.relation == Relation::nummod && token.head + 1 == phrase.end && token.left_edge <= phrase.begin) {
        phrase.begin = t + 1;
        break;
      }
    }
    while (phrase.size() > 1) {
      const Token& token = parse_[phrase.begin];
      if (!token.space_after && phrase.begin + 1 < phrase.end) break;  // "82-year-old"
      if (token.tag != Tag::dt && token.tag != Tag::prp_poss && token.tag != Tag::cd && token.tag != Tag::pdt &&
          !token.is_space && !is_quantity(token.lower)) {
        break;
      }
      ++phrase.begin;
    }
    return b_.words(phrase);
  }

  // `head` is the token that rules meet: that of the noun, or of the measure before it.
  void common(TokenIndex t, std::uint32_t value, TokenIndex head) {
    const ActorNoun& noun = b_.who.nouns[value];
    if (noun.kind == ActorNoun::Kind::measure || is_anybody(t)) return;
    if (joined_to_a_name(t, noun)) return;
    if (noun.or_state && !is_plural(t) && !is_subject(parse_, first_conjunct(parse_, t))) return;
    TokenSpan phrase = head == t ? free_phrase(b_, t) : TokenSpan{core_phrase(parse_, head).begin, t + 1};
    const Owner owner = owner_of(t, core_phrase(parse_, t));
    if (noun.or_matter && !is_plural(t) && !owner.found && child_of(parse_, t, Relation::det) == kNoToken) return;
    const bool body = noun.kind == ActorNoun::Kind::body;
    if (noun.name == "diplomat" && is_definite(parse_, t)) {
      if (const auto known = named_next(t, owner.country, true)) {
        if (b_.entity(*known).country.empty()) b_.entity(*known).country = owner.country;
        for (Role& role : b_.entity(*known).roles) {
          if (role.country.empty()) role.country = owner.country;
        }
        b_.mention(phrase, t, MentionKind::title, {*known});
        return;
      }
    }
    if (noun.name == "country" && !noun.plural) return;  // of which nothing is known
    if (noun.sector == "UAF" && is_of_a_thing(t)) return;
    if (noun.must_act && !owner.found && !acts(head)) return;
    // "Russia's ITAR-Tass news agency" is named already.
    for (const TokenIndex before : premodifiers(parse_, t)) {
      const auto& entities = b_.story.entities_at(before);
      if (!entities.empty() && b_.entity(entities[0]).type == EntityType::media) return;
    }
    const bool plural = head != t || noun.kind == ActorNoun::Kind::crowd ||
                        (body || parse_[t].tag == Tag::nnp ? noun.plural : is_plural(t));
    const bool indefinite = is_determined(t, "a") || is_determined(t, "an") || is_determined(t, "another");
    Entity e;
    e.name = name_of(phrase);
    e.type = body && !plural ? EntityType::organisation : plural ? EntityType::group : EntityType::person;
    e.anonymous = !body || plural || indefinite;
    if (noun.name != "country") e.country = owner.country;
    if (!owner.found && body && !noun.plural && !indefinite && head == t && is_of_state(noun.sector)) {
      e.country = context_.country_at(t, noun.sector);
    }
    if (!owner.found && e.country.empty() && is_of_state(noun.sector)) e.country = context_.host_at(t);
    EntityBuilder::Note note;
    note.is_body = body && !plural;
    note.plural = plural || is_plural(t);
    note.head = parse_[t].lemma;
    note.sector = noun.sector;
    note.known_code = owner.country.empty() ? owner.code : std::string();
    std::string key = body && !plural ? std::string(parse_[t].lower) : e.name;
    name_it(phrase, head, (body || plural) && !indefinite && head == t, std::move(key), std::move(e), std::move(note));
  }

  // "Ali Hassan, a farmer", "Chile, a close ally", "Orbit, a think tank", "the Orbit think tank": the noun is one more
  // mention of the name that it stands beside.
  bool joined_to_a_name(TokenIndex t, const ActorNoun& noun) {
    if (is_plural(t) || noun.plural) return false;
    if (noun.kind == ActorNoun::Kind::body) {
      for (TokenIndex begin = t; begin > 0 && begin + 2 > t; --begin) {  // "newspaper", "think tank"
        const auto entities = b_.story.entities_at(begin - 1);
        if (parse_[begin - 1].relation == Relation::compound && entities.size() == 1 && ends_at(begin, t) &&
            is_called(entities[0], noun)) {
          return join(t, noun, entities[0]);
        }
      }
    }
    Tokens beside = appositions(parse_, t);
    if (parse_[t].relation == Relation::appos) beside.push_back(parse_[t].head);
    for (const TokenIndex other : beside) {
      const auto entities = b_.story.entities_at(other);
      if (entities.size() != 1) continue;
      const Entity& named = b_.entity(entities[0]);
      const bool person = named.type == EntityType::person;
      // "Moscow's forces, the army": only what describes, not another name.
      const bool describes = (parse_[t].relation == Relation::appos || noun.or_state) && !named.anonymous;
      if (noun.kind == ActorNoun::Kind::people ? person || describes
                                               : describes && !person && named.type != EntityType::country) {
        return join(t, noun, entities[0]);
      }
    }
    return false;
  }

  // Whether a noun of the lexicon stands from `begin` to `last`.
  bool ends_at(TokenIndex begin, TokenIndex last) const {
    const auto noun = b_.who.noun_phrases.longest(parse_, b_.story.text, begin);
    return noun && noun->end == last + 1;
  }

  bool join(TokenIndex t, const ActorNoun& noun, Index e) {
    b_.mention(free_phrase(b_, t), t, MentionKind::title, {e});
    EntityBuilder::Note& note = b_.notes[e];
    if (note.sector.empty() && note.known_code.empty() && b_.entity(e).type != EntityType::country) {
      note.sector = noun.sector;
    }
    return true;
  }

  // A body of whose kind nothing else is known, or the same: "the Orbit newspaper", but "the Orbit union".
  bool is_called(Index e, const ActorNoun& noun) const {
    const EntityType type = b_.entity(e).type;
    if (type != EntityType::organisation && type != EntityType::media && type != EntityType::group) return false;
    const EntityBuilder::Note& note = b_.notes[e];
    return noun.sector != "GOV" && noun.sector != "MIL" && noun.sector != "LAB" && note.known_code.empty() &&
           (note.sector.empty() || note.sector == noun.sector);
  }

  // "dozens of Kenyan soldiers", "a group of lawmakers": the measure heads the phrase of the people.
  bool measure(TokenIndex t) {
    if (!b_.who.measures.find(parse_[t].lower)) return false;
    for (const TokenIndex object : obliques(parse_, t, "of")) {
      if (object <= t || b_.story.mention_at[object] >= 0) continue;
      const auto noun = noun_ending_at(object);
      if (!noun || !is_plural(object)) continue;
      common(object, *noun, t);
      return b_.story.mention_at[t] >= 0;
    }
    return false;
  }

  // "the French president", "a Tennessee judge", "three generals": an office without a name.
  void in_office(TokenIndex t) {
    const TokenIndex floor = parse_.sentences[parse_[t].sentence].begin;
    for (TokenIndex back = 5; back-- > 0;) {
      if (t < floor + back) continue;
      const auto match = b_.who.title_phrases.longest(parse_, b_.story.text, t - back);
      if (!match || match->end <= t) continue;
      if (match->end > t + 1 && is_person_at(match->end)) return;  // "Chargé d'Affaires Nicole Hale"
      const Title& title = b_.who.titles[match->value];
      const Owner owner = owner_of(t, core_phrase(parse_, t));
      if (!owner.found && (!acts(t) || is_bare(t))) return;
      if (is_anybody(t)) return;
      const TokenSpan phrase = free_phrase(b_, t);
      if (const auto known = same_office(t, title, owner.country)) {
        b_.mention(phrase, t, MentionKind::title, {*known});
        return;
      }
      if (const auto known = named_next(t, owner.country, false); known && is_definite(parse_, t)) {
        Entity& named = b_.entity(*known);
        named.country = owner.country;
        named.roles.push_back({title.name, {}, owner.country, title.sector, b_.story.evidence(phrase)});
        if (b_.notes[*known].sector.empty()) b_.notes[*known].sector = title.sector;
        b_.mention(phrase, t, MentionKind::title, {*known});
        return;
      }
      Entity e;
      e.name = name_of(phrase);
      e.type = is_plural(t) ? EntityType::group : EntityType::person;
      e.anonymous = true;
      e.country = owner.country.empty() ? title.country : owner.country;
      if (!is_plural(t)) e.roles.push_back({title.name, {}, e.country, title.sector, b_.story.evidence(phrase)});
      EntityBuilder::Note note;
      note.plural = is_plural(t);
      note.head = parse_[t].lemma;
      note.sector = title.sector;
      std::string key = e.name;
      name_it(phrase, t, is_plural(t), std::move(key), std::move(e), std::move(note));
      return;
    }
  }

  bool is_person_at(TokenIndex t) const {
    if (t >= parse_.size()) return false;
    const auto& entities = b_.story.entities_at(t);
    return !entities.empty() && b_.entity(entities[0]).type == EntityType::person;
  }

  // "murderers to justice", "in office of mayor": a small singular that nothing points out.
  bool is_bare(TokenIndex t) const {
    return !is_plural(t) && parse_[t].text == parse_[t].lower && core_phrase(parse_, t).size() == 1;
  }

  // "Iraq's foreign minister told …" of a report that names him elsewhere: the one person with that office of that
  // country, or with that office and no country yet. "Crown Prince said": the one with that office.
  std::optional<Index> same_office(TokenIndex t, const Title& title, const std::string& country) {
    if (is_plural(t) || is_determined(t, "a") || is_determined(t, "an")) return std::nullopt;
    if (country.empty() && parse_[t].text == parse_[t].lower && !is_definite(parse_, t)) return std::nullopt;
    if (child_word(parse_, t, "former") != kNoToken || child_word(parse_, t, "new") != kNoToken) return std::nullopt;
    std::optional<Index> found;
    for (Index e = 0; e < b_.story.record.entities.size(); ++e) {
      const Entity& person = b_.entity(e);
      if (person.type != EntityType::person || person.anonymous) continue;
      if (!country.empty() && !person.country.empty() && person.country != country) continue;
      const bool same = std::any_of(person.roles.begin(), person.roles.end(), [&](const Role& role) {
        const bool former = is_former(role);
        return role.title == title.name && !former &&
               (country.empty() || role.country.empty() || role.country == country);
      });
      if (!same) continue;
      if (found) return std::nullopt;
      found = e;
    }
    if (found && !country.empty()) {
      Entity& person = b_.entity(*found);
      person.country = country;
      for (Role& role : person.roles) {
        if (role.country.empty() && role.title == title.name) role.country = country;
      }
    }
    return found;
  }

  bool is_former(const Role& role) const {
    const Span span = role.evidence.span;
    const std::string_view words = b_.story.text.view().substr(span.begin, span.end - span.begin);
    return words.find("ormer ") != std::string_view::npos;
  }

  // "Kenya's foreign minister has called for calm. Ana Paz said …": who is first named, as a subject, right after an
  // office at the head of a report that is nobody's yet; for "the top Kenyan diplomat", the first ambassador.
  std::optional<Index> named_next(TokenIndex t, const std::string& country, bool diplomat) const {
    constexpr std::uint32_t kLead = 2, kNear = 3;
    constexpr TokenIndex kFar = 120;
    const std::uint32_t sentence = parse_[t].sentence;
    const bool subject = parse_[first_conjunct(parse_, t)].relation == Relation::nsubj;
    if (country.empty() || is_plural(t) || sentence > kLead || (!subject && !diplomat)) return std::nullopt;
    TokenIndex next = parse_.sentences[sentence].end;
    for (const TokenIndex end = std::min<TokenIndex>(parse_.size(), next + kFar);
         next < end && parse_[next].sentence <= sentence + kNear; ++next) {
      const std::int32_t at = b_.story.mention_at[next];
      if (at < 0) continue;
      const TokenMention& m = b_.story.mentions[static_cast<std::size_t>(at)];
      if (m.entities.size() != 1 || b_.entity(m.entities[0]).type != EntityType::person) continue;
      const Entity& e = b_.entity(m.entities[0]);
      if (!is_first(m) || !is_subject(parse_, m.head) || (!e.country.empty() && e.country != country)) {
        return std::nullopt;
      }
      if (diplomat) {
        const auto title = e.roles.empty() ? std::nullopt : b_.who.title_phrases.find(e.roles.front().title);
        return title && b_.who.titles[*title].abroad ? std::optional(m.entities[0]) : std::nullopt;
      }
      const bool bare = e.roles.empty() && appositions(parse_, m.head).empty() && e.name.find(' ') != std::string::npos;
      return bare ? std::optional(m.entities[0]) : std::nullopt;
    }
    return std::nullopt;
  }

  bool is_first(const TokenMention& m) const {
    const auto first = first_at_.find(m.entities[0]);
    return first != first_at_.end() && first->second == m.span.begin;
  }

  // Does, undergoes or is given something, or is the object of "by", "with", "against", "according to".
  bool acts(TokenIndex t) const {
    const Token& token = parse_[first_conjunct(parse_, t)];
    const Token& head = parse_[token.head];
    switch (token.relation) {
      case Relation::nsubj:
        return head.lemma != "be";
      case Relation::nsubjpass:
      case Relation::agent:
      case Relation::dobj:
      case Relation::dative:
        return true;
      case Relation::pobj:
        return head.lower == "by" || head.lower == "with" || head.lower == "against" || head.lower == "between" ||
               (head.lower == "to" && token.head > 0 && parse_[token.head - 1].lower == "according");
      default:
        return false;
    }
  }

  // "Ukrainians", "the Palestinians": a people.
  bool people(TokenIndex t) {
    if (parse_[t].tag != Tag::nnps && parse_[t].tag != Tag::nns) return false;
    TokenIndex end = 0;
    const std::uint32_t country = b_.country_at(t, &end);
    if (country == EntityBuilder::kNone || end != t + 1 || b_.who.names.longest(parse_, b_.story.text, t)) return false;
    Entity e;
    e.name = std::string(parse_[t].text);
    e.type = EntityType::group;
    e.country = b_.who.known[country].country;
    EntityBuilder::Note note;
    note.plural = true;
    note.sector = "CVL";
    std::string key = e.name;
    name_it({t, t + 1}, t, true, std::move(key), std::move(e), std::move(note));
    return true;
  }

  // "Iranian nuclear sites", "British beef": the people's adjective of what is no actor names the country as owner.
  void owners() {
    for (TokenIndex t = 0; t < parse_.size(); ++t) {
      if (b_.story.boilerplate[t] || b_.story.mention_at[t] >= 0 || parse_[t].is_space) continue;
      const auto match = b_.who.peoples.longest(parse_, b_.story.text, t);
      if (!match || b_.who.known[match->value].code.empty()) continue;
      const TokenSpan span{t, match->end};
      const Relation r = parse_[span.end - 1].relation;
      if (r != Relation::amod && r != Relation::compound && r != Relation::nmod) continue;
      b_.mention(span, span.end - 1, MentionKind::possessive, {b_.known_entity(match->value)});
      t = span.end - 1;
    }
  }

  EntityBuilder& b_;
  const Parse& parse_;
  Context context_;
  std::map<std::string, Index> seen_;
  std::unordered_map<Index, TokenIndex> first_at_;  // of what has a name: where it is first mentioned
};

}  // namespace

void find_by_noun(EntityBuilder& b) {
  ByNoun(b).run();
}

}  // namespace dragoman
