// Those who act under a common noun: "Egyptian officials", "the Syrian government", "a court in Nairobi", "dozens of
// soldiers", "the French president", and peoples as groups ("the Ukrainians"). A definite phrase is first asked what it
// refers back to; what refers to nothing is an entity of its own.
#include "language/syntax.h"
#include "text/ascii.h"
#include "who/backwards.h"
#include "who/body_references.h"
#include "who/context.h"
#include "who/descriptions.h"
#include "who/joint_titles.h"
#include "who/long_titles.h"
#include "who/noun_phrases.h"
#include "who/occupations.h"
#include "who/office_holders.h"
#include "who/phrases.h"
#include "who/role_status.h"
#include "who/roles.h"
#include "who/several.h"
#include "who/title_words.h"
#include "who/user_actors.h"

#include <algorithm>
#include <map>

namespace dragoman {

namespace {

class ByNoun {
 public:
  explicit ByNoun(EntityBuilder& b) : b_(b), parse_(b.parse), context_(b), nouns_(b), holders_(b, nouns_) {}

  void run() {
    for (TokenIndex t = 0; t < parse_.size(); ++t) {
      if (b_.story.boilerplate[t] || b_.story.mention_at[t] >= 0) continue;
      if (resolve_pronoun(b_, t)) {
        give_country(t);
        continue;
      }
      if (resolve_age(b_, t) || resolve_two(b_, t)) continue;
      if (!heads_a_phrase(t) || is_inside_a_title(t)) continue;
      if (people(t) || (!stands_by_its_name(t) && is_resolved_title(t)) || is_predicate(t)) continue;
      if (const UserActors::Agent* agent = users_agent(t)) {
        of_user(t, *agent);
      } else if (const auto noun = nouns_.noun_ending_at(t); noun && !is_longer_title(t)) {
        if (!measure(t)) common(t, *noun, t);
      } else {
        in_office(t);
      }
    }
    owners();
  }

 private:
  bool heads_a_phrase(TokenIndex t) const {
    const Token& token = parse_[t];
    return (is_nominal(token) || is_people_by_adjective(t)) && token.tag != Tag::prp &&
           token.relation != Relation::compound && token.relation != Relation::amod && token.relation != Relation::nmod;
  }

  // "the wounded": an adjective or participle behind "the" that the lexicon has for people taken together.
  bool is_people_by_adjective(TokenIndex t) const {
    const Token& token = parse_[t];
    if ((token.tag != Tag::jj && token.tag != Tag::vbn) || t == 0) return false;
    if (parse_[t - 1].lower != "the" || parse_[t - 1].head != t || !nouns_.acts(t)) return false;
    const auto noun = b_.who.noun_phrases.find(token.lower);
    return noun && b_.who.nouns[*noun].kind == ActorNoun::Kind::crowd;
  }

  // "staff" of "chief of staff".
  bool is_inside_a_title(TokenIndex t) const {
    constexpr TokenIndex kBack = 6;
    for (TokenIndex back = 1; back <= kBack && back <= t; ++back) {
      if (parse_[t - back].pos != Pos::noun && parse_[t - back].pos != Pos::propn) continue;
      const auto title = b_.who.title_phrases.longest(parse_, b_.story.text, t - back);
      if (title && title->end == t + 1 && is_under(parse_, t, t - back)) return true;
    }
    return false;
  }

  // "the militant group Orbit": whose name follows is none of those named before.
  bool stands_by_its_name(TokenIndex t) const {
    const Tokens names = appositions(parse_, t);
    return std::any_of(names.begin(), names.end(), [&](TokenIndex name) {
      const auto& entities = b_.story.entities_at(name);
      return name > t && span_at(name).begin == t + 1 && entities.size() == 1 &&
             b_.entity(entities[0]).type != EntityType::person && b_.entity(entities[0]).type != EntityType::country;
    });
  }

  bool is_resolved_title(TokenIndex t) {
    const bool resolved = resolve_title(b_, t, holders_);
    if (resolved) give_country(t);  // "the Kingdom's ambassador, Ana Paz"
    return resolved;
  }

  // "its information minister, Ana Paz": of the country that "its" stands for.
  void give_country(TokenIndex possessor) {
    if (parse_[possessor].relation != Relation::poss) return;
    const auto& owner = b_.story.entities_at(possessor);
    const auto& owned = b_.story.entities_at(parse_[possessor].head);
    if (owner.size() != 1 || owned.size() != 1) return;
    const std::string country = b_.entity(owner[0]).country;
    Entity& e = b_.entity(owned[0]);
    if (e.type == EntityType::person && b_.entity(owner[0]).type == EntityType::organisation) {
      for (Role& role : e.roles) {  // "Its spokeswoman, Ana Paz"
        if (!role.of) role.of = owner[0];
      }
      if (b_.notes[owned[0]].known_code.empty()) b_.notes[owned[0]].known_code = b_.notes[owner[0]].known_code;
    }
    if (e.type == EntityType::person && parse_[possessor].tag == Tag::prp_poss)
      give_superior(b_, possessor, owner[0], owned[0]);
    const bool of_state = e.type == EntityType::organisation && b_.notes[owned[0]].known_code.empty() &&
                          is_of_state(b_.notes[owned[0]].sector);  // "his Cabinet"
    const bool open = e.country.empty() || b_.notes[owned[0]].by_context;
    if (!open || country.empty()) return;
    if (e.type == EntityType::person ? e.roles.empty() : !of_state) return;
    if (b_.notes[owner[0]].by_context) {
      b_.give_country(owned[0], country);
    } else {
      b_.tell_country(owned[0], country);
    }
  }

  // The office stands behind the verb, whose subject or object is who holds it: "became", "was elected".
  static bool names_its_holder(const OfficeVerb& verb) {
    return verb.takes == OfficeVerb::Takes::complement || verb.takes == OfficeVerb::Takes::object;
  }

  // "He is a doctor", "she was named president", "welcomed as a friend" speak of him, her, whoever is welcomed.
  bool is_predicate(TokenIndex t) const {
    const Token& first = parse_[first_conjunct(parse_, t)];
    const Token& governor = parse_[first.head];
    if (first.relation == Relation::pobj && governor.lower == "as" && !nouns_.is_plural(t)) {
      const std::string_view before = first.head > 0 ? parse_[first.head - 1].lower : std::string_view();
      return before != "such" && before != "well";
    }
    if (first.relation != Relation::attr && first.relation != Relation::oprd && first.relation != Relation::acomp)
      return false;
    if (governor.lemma == "be") return child_of(parse_, first.head, Relation::expl) == kNoToken;
    const auto verb = b_.who.office_verbs.find(governor.lemma);
    return verb != b_.who.office_verbs.end() && names_its_holder(verb->second) && !nouns_.is_plural(t);
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
    e.name = nouns_.called(phrase);
    e.type = nouns_.is_plural(t) ? EntityType::group : EntityType::person;
    if (const auto noun = nouns_.noun_ending_at(t);
        noun && b_.who.nouns[*noun].kind == ActorNoun::Kind::body && !nouns_.is_plural(t)) {
      e.type = EntityType::organisation;
    }
    e.anonymous = e.type != EntityType::organisation;
    e.country = nouns_.owner_of(t, core_phrase(parse_, t)).country;
    EntityBuilder::Note note;
    note.is_body = e.type == EntityType::organisation;
    note.plural = nouns_.is_plural(t);
    note.head = parse_[t].lemma;
    note.agent = agent.before ? agent.code + "~" : "~" + agent.code;
    name_it(phrase, t, nouns_.is_plural(t), nouns_.called_up_to_noun(phrase), std::move(e), std::move(note));
  }

  // A new entity, or the one of the same words where that is a body or a plural. `name`: what it is called without what
  // follows the noun, so that "the members" are the members of the union that were last told of, and of a body without
  // its `field`, so that "the ministry" is the health ministry that was.
  void name_it(TokenSpan phrase, TokenIndex t, bool joins, const std::string& name, Entity e, EntityBuilder::Note note,
               const std::string& field = {}) {
    if (phrase.size() == 0 || !b_.is_free(phrase)) return;
    Index index = EntityBuilder::kNone;
    if (joins) {
      const bool in_full = e.type == EntityType::group && e.name != nouns_.called_up_to_noun(phrase);
      const std::string key = decapitalised(name) + "/" + e.country;
      const std::string whole = in_full          ? decapitalised(e.name) + "/" + e.country
                                : !field.empty() ? field + " " + key
                                                 : key;
      if (const auto known = seen_.find(whole); known != seen_.end()) index = known->second;
      if (index == EntityBuilder::kNone) index = b_.add(std::move(e), std::move(note));
      seen_[whole] = seen_[key] = index;
    } else {
      index = b_.add(std::move(e), std::move(note));
    }
    b_.mention(phrase, t, MentionKind::title, {index});
  }

  // "Protesters" at the beginning of a sentence.
  static std::string decapitalised(std::string words) {
    if (!words.empty()) words.front() = ascii_lower(words.front());
    return words;
  }

  // `head` is the token that rules meet: that of the noun, or of the measure before it.
  void common(TokenIndex t, std::uint32_t value, TokenIndex head) {
    const ActorNoun& noun = b_.who.nouns[value];
    if (noun.kind == ActorNoun::Kind::measure || nouns_.is_anybody(t)) return;
    if (joined_to_a_name(t, noun)) return;
    if (noun.kind == ActorNoun::Kind::people && is_a_state_of_affairs(t)) return;
    if (noun.or_state && !nouns_.is_plural(t) && !is_subject(parse_, first_conjunct(parse_, t))) return;
    TokenSpan phrase = head == t ? free_phrase(b_, t) : TokenSpan{core_phrase(parse_, head).begin, t + 1};
    const NounPhrases::Owner owner = nouns_.owner_of(t, core_phrase(parse_, t));
    if (noun.or_matter && !nouns_.is_plural(t) && !owner.found && child_of(parse_, t, Relation::det) == kNoToken)
      return;
    const bool body = noun.kind == ActorNoun::Kind::body;
    if (noun.name == "diplomat" && is_definite(parse_, t)) {
      if (const auto known = holders_.named_next({t, owner.country, false, true, {}})) {
        b_.give_country(*known, owner.country);
        b_.mention(phrase, t, MentionKind::title, {*known});
        return;
      }
    }
    if (noun.kind == ActorNoun::Kind::people && names_itself_later(t, noun, phrase, owner.country)) return;
    if (noun.name == "country" && !noun.plural) return;  // of which nothing is known
    if ((noun.sector == "UAF" || noun.or_matter) && nouns_.is_of_a_thing(t)) return;
    if (noun.must_act && !owner.found && !nouns_.acts(head)) return;
    if (noun.owned && (owner.country.empty() || !nouns_.acts(head))) return;
    // "Kenya's Uhuru Press news agency" is named already.
    for (const TokenIndex before : premodifiers(parse_, t)) {
      const auto& entities = b_.story.entities_at(before);
      if (!entities.empty() && b_.entity(entities[0]).type == EntityType::media) return;
    }
    const bool plural = head != t || noun.kind == ActorNoun::Kind::crowd ||
                        (body || parse_[t].tag == Tag::nnp ? noun.plural : nouns_.is_plural(t));
    const bool indefinite =
        nouns_.is_determined(t, "a") || nouns_.is_determined(t, "an") || nouns_.is_determined(t, "another");
    Entity e;
    e.name = nouns_.called(phrase);
    e.type = body && !plural ? EntityType::organisation : plural ? EntityType::group : EntityType::person;
    e.anonymous = !body || plural || indefinite;
    // "Norway and its neighbours": other states and their people.
    const Tokens owners = possessors(parse_, t);
    const bool of_people = std::any_of(owners.begin(), owners.end(), [&](TokenIndex o) {
      const auto& whose = b_.story.entities_at(o);
      return whose.empty() || b_.entity(whose[0]).type != EntityType::country;
    });
    const bool others = noun.or_state && plural && !of_people;
    if (noun.name != "country" && !others) e.country = owner.country;
    if (!owner.found && body && !noun.plural && !indefinite && head == t && is_of_state(noun.sector)) {
      e.country = context_.country_at(t, noun.sector);
    }
    if (!owner.found && e.country.empty() && is_of_state(noun.sector)) e.country = context_.host_at(t);
    if (!owner.found && e.country.empty() && body && is_of_state(noun.sector)) e.country = context_.of_its_own(t);
    EntityBuilder::Note note;
    note.by_context = !owner.found && !e.country.empty();
    note.is_body = body && !plural;
    note.plural = plural || nouns_.is_plural(t);
    note.head = parse_[t].lemma;
    note.sector = noun.sector;
    note.of_no_country = others;
    note.known_code = owner.country.empty() ? owner.code : std::string();
    const TokenIndex branch =
        body && noun.must_act && !plural && is_of_state(noun.sector) ? end_of_branch(t) : kNoToken;
    if (branch != kNoToken) {
      e.name = nouns_.called_up_to_noun(phrase) + " " + b_.words({t + 1, branch});
      e.country.clear();
      note.sector.clear();
      note.of_no_country = true;
      phrase.end = branch;
    }
    std::string key = body && !plural ? std::string(parse_[t].lower) : nouns_.called_up_to_noun(phrase);
    const bool of_country = is_of_state(noun.sector) && !owner.country.empty();  // "his government" is its government
    if (owner.holder != EntityBuilder::kNone && !of_country) key += "/" + std::to_string(owner.holder);
    const bool several = parse_[t].tag == Tag::nns || parse_[t].tag == Tag::nnps;  // "the authorities"
    const bool has_field = body && !plural && !several && t > 0 && parse_[t - 1].head == t &&
                           is_field_of_bodies(b_.who, parse_[t - 1].lower, parse_[t].lower);
    name_it(phrase, head, (body || plural) && !indefinite && head == t, key, std::move(e), std::move(note),
            has_field ? std::string(parse_[t - 1].lower) : std::string());
  }

  // "the Lomé office of Watch Without Walls": where a body that has a name of its own is at work, which is no
  // government's; its name is what stands behind "of", whatever the parser makes of it. Its end, or kNoToken.
  TokenIndex end_of_branch(TokenIndex t) const {
    const Token& noun = parse_[t];
    const TokenIndex of = t + 1;
    if (noun.text != noun.lower || t == 0 || parse_[t - 1].name != NameType::gpe || parse_[of].lower != "of")
      return kNoToken;
    const auto is_word = [&](TokenIndex at) {
      return is_capitalised(parse_[at]) && b_.story.mention_at[at] < 0 && parse_[at].sentence == noun.sentence &&
             b_.country_at(at) == EntityBuilder::kNone;
    };
    TokenIndex end = of + 1;
    while (end < parse_.size() && is_word(end)) ++end;
    const bool place = parse_[of + 1].name == NameType::gpe || parse_[of + 1].name == NameType::loc;
    return end - of > 2 && !place ? end : kNoToken;
  }

  // "A retired judge said … Ana Paz told reporters": the noun is the first mention of the name.
  bool names_itself_later(TokenIndex t, const ActorNoun& noun, TokenSpan phrase, const std::string& country) {
    if (noun.plural) return false;
    const std::string& of = noun.office ? country : std::string();
    const auto person = holders_.named_next({t, of, false, false, std::string(parse_[t].lemma)});
    if (!person || !b_.is_free(phrase)) return false;
    const auto words = nouns_.words_ending_at(t);
    add_occupation(b_, *person, noun, {words ? words->begin : t, t + 1}, phrase, of, std::nullopt);
    if (noun.office) b_.give_country(*person, of);
    if (b_.notes[*person].sector.empty()) b_.notes[*person].sector = noun.sector;
    return b_.mention(phrase, t, MentionKind::title, {*person});
  }

  // "in exile", "under guard": a bare singular behind a preposition is how things stand, and nobody.
  bool is_a_state_of_affairs(TokenIndex t) const {
    const std::string_view link = parse_[parse_[t].head].lower;
    return parse_[t].relation == Relation::pobj && nouns_.is_bare(t) && parse_[t].tag == Tag::nn &&
           (link == "in" || link == "into" || link == "under" || link == "on");
  }

  // "Ali Hassan, a farmer", "Chile, a close ally", "Orbit, a think tank", "the Orbit think tank": the noun is one more
  // mention of the name that it stands beside.
  bool joined_to_a_name(TokenIndex t, const ActorNoun& noun) {
    if (nouns_.is_plural(t) || noun.plural) {
      said_of_each(t, noun);
      return false;
    }
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
      // "Moscow's forces, the army": only what describes, not another name; "the militant group Orbit", side by side.
      const bool close = other > t && span_at(other).begin == t + 1;
      const bool describes = (parse_[t].relation == Relation::appos || close || noun.or_state) && !named.anonymous;
      if (noun.kind == ActorNoun::Kind::people ? person || describes
                                               : describes && !person && named.type != EntityType::country) {
        return join(t, noun, entities[0]);
      }
    }
    if (noun.kind == ActorNoun::Kind::people) {
      if (const auto named = named_by_joint_title(b_, nouns_, t)) return join(t, noun, *named);
      if (const auto named = person_of_joined(t)) return join(t, noun, *named);
    }
    return false;
  }

  // "Ana Paz and Luis Rojas, both officers of the Lakes Bank": what each of them is.
  void said_of_each(TokenIndex t, const ActorNoun& noun) {
    if (noun.kind != ActorNoun::Kind::people || !noun.office || parse_[t].relation != Relation::appos) return;
    const Tokens names = coordinated(parse_, first_conjunct(parse_, parse_[t].head));
    const auto is_named_person = [&](TokenIndex name) {
      const auto& entities = b_.story.entities_at(name);
      return name < t && entities.size() == 1 && b_.entity(entities[0]).is_named_person();
    };
    if (names.size() < 2 || !std::all_of(names.begin(), names.end(), is_named_person)) return;
    const NounPhrases::Owner owner = nouns_.owner_of(t, core_phrase(parse_, t));
    const auto words = nouns_.words_ending_at(t);
    for (const TokenIndex name : names) {
      const Index e = b_.story.entities_at(name)[0];
      add_occupation(b_, e, noun, {words ? words->begin : t, t + 1}, core_phrase(parse_, t), owner.country,
                     body_of(owner));
    }
  }

  // "Ana Paz" of "Ana Paz, head of the Lakes Union and a member of its board": whom the first of two descriptions
  // stands beside, if no comma parts the second from it.
  std::optional<Index> person_of_joined(TokenIndex t) const {
    if (parse_[t].relation != Relation::conj) return std::nullopt;
    const TokenIndex first = first_conjunct(parse_, t);
    const TokenIndex name = parse_[first].head;
    if (parse_[first].relation != Relation::appos || name > first) return std::nullopt;
    for (TokenIndex i = name; i < t; ++i) {
      if (parse_[i].text == ";" || parse_[i].pos == Pos::verb || (i > first && parse_[i].text == ","))
        return std::nullopt;
    }
    const auto& entities = b_.story.entities_at(name);
    const bool person = entities.size() == 1 && b_.entity(entities[0]).type == EntityType::person;
    return person ? std::optional(entities[0]) : std::nullopt;
  }

  // The words of the mention that the token belongs to; the token alone where there is none.
  TokenSpan span_at(TokenIndex t) const {
    const std::int32_t at = b_.story.mention_at[t];
    return at < 0 ? TokenSpan{t, t + 1} : b_.story.mentions[static_cast<std::size_t>(at)].span;
  }

  // Whether a noun of the lexicon stands from `begin` to `last`.
  bool ends_at(TokenIndex begin, TokenIndex last) const {
    const auto noun = b_.who.noun_phrases.longest(parse_, b_.story.text, begin);
    return noun && noun->end == last + 1;
  }

  bool join(TokenIndex t, const ActorNoun& noun, Index e) {
    const TokenSpan phrase = without_ministry(b_, free_phrase(b_, t), t);
    if (noun.kind == ActorNoun::Kind::people) {
      const NounPhrases::Owner owner = nouns_.owner_of(t, core_phrase(parse_, t));
      const auto words = nouns_.words_ending_at(t);
      const bool of_own = owner.country.empty() && !owner.found && is_of_state(noun.sector);  // "Ana Paz, an official,"
      add_occupation(b_, e, noun, {words ? words->begin : t, t + 1}, phrase,
                     of_own ? b_.entity(e).country : owner.country, body_of(owner));
      if (noun.office && b_.entity(e).country.empty() && !b_.entity(e).anonymous) b_.entity(e).country = owner.country;
    }
    b_.mention(phrase, t, MentionKind::title, {e});
    EntityBuilder::Note& note = b_.notes[e];
    if (note.sector.empty() && note.known_code.empty() && b_.entity(e).type != EntityType::country) {
      note.sector = noun.sector;
    }
    return true;
  }

  std::optional<Index> body_of(const NounPhrases::Owner& owner) const {
    const bool body = owner.holder != EntityBuilder::kNone && b_.entity(owner.holder).type == EntityType::organisation;
    return body ? std::optional(owner.holder) : std::nullopt;
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
      const auto noun = nouns_.noun_ending_at(object);
      if (!noun || !nouns_.is_plural(object)) continue;
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
      if (!match || match->end <= t || !is_title_here(b_, t - back, match->value)) continue;
      // "Chargé d'Affaires Nicole Hale", "Minister of Trade and Ports Ana Paz"
      if (is_followed_by_name(*match)) return;
      const Title& title = b_.who.titles[match->value];
      const NounPhrases::Owner owner = nouns_.owner_of(t, core_phrase(parse_, t));
      if (!owner.found && (!nouns_.acts(t) || nouns_.is_bare(t))) return;
      if (nouns_.is_anybody(t)) return;
      const TokenSpan phrase = free_phrase(b_, t);
      const RoleStatus status = role_status(b_, {t - back, match->end}, floor);
      if (const auto named = named_by_joint_title(b_, nouns_, t)) {
        Entity& e = b_.entity(*named);
        const std::string& country = owner.country.empty() ? title.country : owner.country;
        const bool known =
            std::any_of(e.roles.begin(), e.roles.end(), [&](const Role& r) { return r.title == title.name; });
        if (!known) e.roles.push_back({title.name, {}, country, title.sector, b_.story.evidence(phrase), status});
        b_.mention(phrase, t, MentionKind::title, {*named});
        return;
      }
      if (const auto known = holders_.same_office(t, title, owner.country)) {
        b_.mention(phrase, t, MentionKind::title, {*known});
        return;
      }
      const bool of_body =
          owner.holder != EntityBuilder::kNone && b_.entity(owner.holder).type == EntityType::organisation;
      if (const auto known = holders_.named_next({t, owner.country, of_body, false, title.name})) {
        Entity& named = b_.entity(*known);
        if (named.country.empty()) named.country = owner.country;
        const std::optional<Index> body = of_body ? std::optional(owner.holder) : std::nullopt;
        const bool told = std::any_of(named.roles.begin(), named.roles.end(),
                                      [&](const Role& role) { return is_titled(role, title.name); });
        if (!told)
          named.roles.push_back({title.name, body, owner.country, title.sector, b_.story.evidence(phrase), status});
        if (b_.notes[*known].sector.empty()) b_.notes[*known].sector = title.sector;
        b_.mention(phrase, t, MentionKind::title, {*known});
        return;
      }
      // "charge d'affaires" is one.
      const bool plural = nouns_.is_plural(t) && !title.name.ends_with(parse_[t].lower);
      Entity e;
      e.name = nouns_.called(phrase);
      e.type = plural ? EntityType::group : EntityType::person;
      e.anonymous = true;
      e.country = owner.country.empty() ? title.country : owner.country;
      if (!plural) {
        e.roles.push_back({title.name, {}, e.country, title.sector, b_.story.evidence(phrase), status});
      }
      EntityBuilder::Note note;
      note.plural = plural;
      note.head = parse_[t].lemma;
      note.sector = title.sector;
      name_it(phrase, t, plural, nouns_.called_up_to_noun(phrase), std::move(e), std::move(note));
      return;
    }
  }

  // A title of several words, or with what it is of, right before a name.
  bool is_followed_by_name(const PhraseTable::Match& title) const {
    constexpr TokenIndex kFar = 12;
    for (TokenIndex t = title.end; t < parse_.size() && t < title.end + kFar && parse_[t].text != ","; ++t) {
      const auto& entities = b_.story.entities_at(t);
      if (entities.empty() || b_.entity(entities[0]).type != EntityType::person) continue;
      const auto whole = long_title_before(b_, parse_.sentences[parse_[t].sentence].begin, t);
      return whole && whole->span.end == title.end && whole->span.size() + (t - title.end) > 1;
    }
    return false;
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
    const std::string name = e.name;
    name_it({t, t + 1}, t, true, name, std::move(e), std::move(note));
    return true;
  }

  // "Iranian nuclear sites", "British beef": the people's adjective of what is no actor names the country as owner.
  void owners() {
    for (TokenIndex t = 0; t < parse_.size(); ++t) {
      if (b_.story.boilerplate[t] || b_.story.mention_at[t] >= 0 || parse_[t].is_space) continue;
      // "South American farms" are of no country.
      if (const auto region = b_.who.regional.longest(parse_, b_.story.text, t); region && region->end > t + 1) {
        t = region->end - 1;
        continue;
      }
      const auto match = b_.who.peoples.longest(parse_, b_.story.text, t);
      if (!match || b_.who.known[match->value].code.empty()) continue;
      const TokenSpan span{t, match->end};
      const TokenIndex first = first_conjunct(parse_, span.end - 1);  // "Iranian and Iraqi sites"
      const Relation r = parse_[first].relation;
      if (r != Relation::amod && r != Relation::compound && r != Relation::nmod) continue;
      b_.mention(span, span.end - 1, MentionKind::possessive, {b_.known_entity(match->value)});
      t = span.end - 1;
    }
  }

  EntityBuilder& b_;
  const Parse& parse_;
  Context context_;
  NounPhrases nouns_;
  OfficeHolders holders_;
  std::map<std::string, Index> seen_;
};

}  // namespace

void find_by_noun(EntityBuilder& b) {
  ByNoun(b).run();
}

}  // namespace dragoman
