#include "who/predicate_offices.h"

#include "language/syntax.h"
#include "who/context.h"
#include "who/noun_phrases.h"
#include "who/occupations.h"
#include "who/office_owner.h"
#include "who/office_phrases.h"
#include "who/phrases.h"
#include "who/roles.h"
#include "who/title_words.h"

#include <algorithm>
#include <vector>

namespace dragoman {

namespace {

struct PredicatedOffice {
  TokenIndex noun = 0;          // "minister"; the verb, where it names the office itself: "chairs"
  TokenIndex owner = kNoToken;  // "council" of "chairs the council"
  const OfficeVerb* verb = nullptr;
  bool past = false;            // "was the minister", "served as mayor"
  TokenIndex giver = kNoToken;  // "board" of "The board named her president", "joined the board as chair"
};

bool is_singular(const Token& noun) {
  return noun.tag == Tag::nn || noun.tag == Tag::nnp;
}

// "If Paz is president", "whether he was minister".
bool is_open(const Parse& parse, TokenIndex verb) {
  for (const TokenIndex child : parse.children(verb)) {
    if (parse[child].relation != Relation::mark) continue;
    const std::string_view w = parse[child].lower;
    if (w == "if" || w == "whether" || w == "unless" || w == "until" || w == "once") return true;
  }
  return false;
}

bool is_told(const Parse& parse, TokenIndex verb) {
  const Relation relation = parse[clause_lead(parse, verb)].relation;
  return relation == Relation::ccomp || relation == Relation::xcomp;
}

class Predicates {
 public:
  Predicates(const EntityBuilder& b, std::vector<PredicatedOffice>& found) : b_(b), parse_(b.parse), found_(found) {}

  void of(TokenIndex verb) {
    const auto known = b_.who.office_verbs.find(parse_[verb].lemma);
    if (known == b_.who.office_verbs.end() || is_negated(parse_, verb) || is_open(parse_, verb)) return;
    const VerbForm form = verb_form(parse_, verb);
    if (form.modal != kNoToken || form.infinitive || form.tense == Tense::future || form.tense == Tense::none) return;
    const OfficeVerb& office = known->second;
    switch (office.takes) {
      case OfficeVerb::Takes::complement: {
        const bool past = office.past_ends && form.tense == Tense::past;  // "was", "had been", not "has been"
        for (const TokenIndex noun : attributes(parse_, verb)) add(noun, office, past);
        break;
      }
      case OfficeVerb::Takes::as:
        // "Paz is acting prime minister", as the parser reads it; not "is following the prime minister".
        if (parse_[verb].tag == Tag::vbg && b_.who.status_before.find(parse_[verb].lower)) {
          const TokenIndex noun = child_of(parse_, verb, Relation::dobj);
          if (noun != kNoToken && core_phrase(parse_, noun).begin == verb + 1)
            add(noun, office, office.past_ends && form.tense == Tense::past);
        }
        if (!form.passive) {
          const std::size_t before = found_.size();
          behind_as(verb, office, office.ends || (office.past_ends && form.tense == Tense::past && !form.perfect));
          const TokenIndex joined = child_of(parse_, verb, Relation::dobj);
          for (std::size_t i = before; i < found_.size() && joined != kNoToken; ++i) found_[i].giver = joined;
        }
        break;
      case OfficeVerb::Takes::object:
        if (!form.passive) break;
        for (const TokenIndex noun : attributes(parse_, verb)) add(noun, office, office.ends);
        behind_as(verb, office, office.ends);
        break;
      case OfficeVerb::Takes::body:
        if (form.passive || (form.tense == Tense::past && !form.perfect && !office.stays)) break;
        for (const TokenIndex object : parse_.children(verb)) {
          if (parse_[object].relation == Relation::dobj && is_body(object))
            found_.push_back({verb, object, &office, false});
        }
        break;
    }
  }

  // "the judiciary, then headed by Paz": a body's participle of a verb that takes bodies.
  void of_agent(TokenIndex verb) {
    const auto known = b_.who.office_verbs.find(parse_[verb].lemma);
    if (known == b_.who.office_verbs.end() || known->second.takes != OfficeVerb::Takes::body) return;
    const TokenIndex body = headed_by_agent(verb);
    if (body == kNoToken || body > verb || is_negated(parse_, verb) || !is_body(body)) return;
    // "would join a government led by Paz": of one that is not known yet.
    if (child_word(parse_, body, "a") != kNoToken || child_word(parse_, body, "an") != kNoToken) return;
    found_.push_back({verb, body, &known->second, child_word(parse_, verb, "then") != kNoToken});
  }

  // "The king named Paz envoy", "dismissed her as minister": what is said of the verb's object.
  void of_object(TokenIndex verb, TokenIndex object) {
    const auto known = b_.who.office_verbs.find(parse_[verb].lemma);
    if (known == b_.who.office_verbs.end() || known->second.takes != OfficeVerb::Takes::object) return;
    if (is_negated(parse_, verb) || is_open(parse_, verb)) return;
    const VerbForm form = verb_form(parse_, verb);
    if (form.modal != kNoToken || form.infinitive || form.passive) return;
    if (form.tense != Tense::past && !form.perfect && form.tense != Tense::present) return;
    const OfficeVerb& office = known->second;
    const std::size_t before = found_.size();
    for (const TokenIndex noun : attributes(parse_, verb)) {
      if (noun > object) add(noun, office, office.ends);
    }
    behind_as(verb, office, office.ends);
    const TokenIndex giver = own_subject(parse_, verb);
    for (std::size_t i = before; i < found_.size() && giver != kNoToken; ++i) found_[i].giver = giver;
  }

  // "Paz's resignation as mayor", "the departure of Paz as mayor": a noun made of such a verb, whose it is.
  // `behind` is where an "as" may stand that the parser has hung elsewhere.
  void of_noun(TokenIndex noun, TokenIndex behind) {
    const auto known = b_.who.office_verbs.find(parse_[noun].lemma);
    if (known == b_.who.office_verbs.end() || known->second.takes != OfficeVerb::Takes::as) return;
    if (parse_[noun].pos != Pos::noun) return;
    const std::size_t before = found_.size();
    behind_as(noun, known->second, known->second.ends);
    if (found_.size() == before) title_behind_as(behind, known->second);
  }

  // "As a senator, Paz voted for the law": what the clause of its subject opens with.
  void fronted_as(TokenIndex subject) {
    const TokenIndex verb = parse_[subject].head;
    const TokenIndex begin = parse_.sentences[parse_[subject].sentence].begin;
    if (parse_[begin].lower != "as" || parse_[begin].head != verb || !is_verbal(parse_[verb])) return;
    const VerbForm form = verb_form(parse_, verb);
    if (form.modal != kNoToken || form.infinitive || form.tense == Tense::future || is_open(parse_, verb)) return;
    for (const TokenIndex noun : parse_.children(begin)) {
      if (parse_[noun].relation != Relation::pobj || noun > subject || !is_singular(parse_[noun])) continue;
      // "As leader of the union Paz must go": what is parted from the clause by a comma.
      if (parse_[parse_[noun].right_edge + 1].text != ",") continue;
      for (const TokenIndex one : coordinated(parse_, noun)) found_.push_back({one, kNoToken, nullptr, false});
    }
  }

 private:
  // The body of "the mission headed by", "the mission was headed by", "the mission, which is headed by".
  TokenIndex headed_by_agent(TokenIndex verb) const {
    if (parse_[verb].relation == Relation::acl) return parse_[verb].head;
    const VerbForm form = verb_form(parse_, verb);
    const TokenIndex subject = own_subject(parse_, verb);
    if (!form.passive || form.modal != kNoToken || form.tense == Tense::future || is_open(parse_, verb))
      return kNoToken;
    if (subject == kNoToken || parse_[subject].relation != Relation::nsubjpass) return kNoToken;
    const bool relative = parse_[verb].relation == Relation::relcl && is_relative_pronoun(parse_[subject]);
    return relative ? parse_[verb].head : subject;
  }

  void behind_as(TokenIndex verb, const OfficeVerb& office, bool past) {
    for (const TokenIndex noun : obliques(parse_, verb, "as", true)) add(noun, office, past);
  }

  // "as the finance minister", word by word.
  void title_behind_as(TokenIndex as, const OfficeVerb& office) {
    constexpr TokenIndex kFar = 5;
    if (as + 1 >= parse_.size() || parse_[as].lower != "as") return;
    for (TokenIndex t = as + 1; t < parse_.size() && t < as + kFar; ++t) {
      const auto title = b_.who.title_phrases.longest(parse_, b_.story.text, t);
      if (title) return add(title->end - 1, office, office.ends);
      const Token& token = parse_[t];
      if (token.pos != Pos::det && token.pos != Pos::adj && token.pos != Pos::propn && token.tag != Tag::pos) return;
    }
  }

  void add(TokenIndex noun, const OfficeVerb& office, bool past) {
    const TokenIndex of_several = one_of_several(parse_, noun);
    if (of_several != noun) {
      found_.push_back({of_several, kNoToken, &office, false});  // "was one of the mayors who signed"
    } else if (is_singular(parse_[noun])) {
      for (const TokenIndex one : coordinated(parse_, noun)) found_.push_back({one, kNoToken, &office, past});
    }
  }

  // "the election commission", "Inland Fishers Union"; not "the charge", "a raid", nor "hundreds of protesters".
  bool is_body(TokenIndex object) const {
    // "has run a fair campaign", "leads her team": a word that has another sense.
    const ActorNoun* known = body_noun(b_, object);
    const TokenIndex article = child_of(parse_, object, Relation::det);
    const TokenIndex owner = child_of(parse_, object, Relation::poss);
    const bool indefinite = article != kNoToken && parse_[article].lower != "the";
    const bool own = owner != kNoToken && parse_[owner].tag == Tag::prp_poss;
    if (known != nullptr && known->must_act && (indefinite || own)) return false;
    const auto& entities = b_.story.entities_at(object);
    if (entities.size() == 1) {
      const EntityType type = b_.entity(entities[0]).type;
      const bool crowd = type == EntityType::group && b_.entity(entities[0]).anonymous;
      return !crowd && (type == EntityType::organisation || type == EntityType::group || type == EntityType::media);
    }
    if (!entities.empty()) return false;
    const ActorNoun* noun = body_noun(b_, object);
    return noun != nullptr && !noun->plural;
  }

  const EntityBuilder& b_;
  const Parse& parse_;
  std::vector<PredicatedOffice>& found_;
};

// "minister" of "A former trade minister, Paz said": the noun of the phrase with which the sentence of its subject
// opens.
TokenIndex fronted(const Parse& parse, TokenIndex subject) {
  const Token& token = parse[subject];
  if (token.relation != Relation::nsubj && token.relation != Relation::nsubjpass) return kNoToken;
  const TokenIndex begin = parse.sentences[token.sentence].begin;
  const TokenIndex left = token.left_edge;
  const bool indefinite = parse[begin].lower == "a" || parse[begin].lower == "an";
  if (!indefinite || subject < begin + 3) return kNoToken;
  TokenIndex comma = subject;
  while (comma > begin && parse[comma].text != ",") --comma;
  const TokenIndex noun = parse[begin].head;
  const bool opens = comma > begin && noun > begin && noun < comma && parse[noun].tag == Tag::nn;
  // "An ambassador, he says, must listen", "A minister, she said, must answer": of whom is spoken of.
  const Relation relation = parse[noun].relation;
  const bool of_another = relation == Relation::poss || relation == Relation::compound ||
                          (relation == Relation::nsubj && parse[noun].head != token.head) ||
                          parse[token.head].head != token.head;
  if (of_another) return kNoToken;
  if (!opens || (left != begin && left <= comma && left != comma + 1)) return kNoToken;
  for (TokenIndex t = begin; t < comma; ++t) {
    if (parse[t].text == "," || is_verbal(parse[t])) return kNoToken;
  }
  return noun;
}

// "Paz, who is …": its relative clauses; of "A, B and C, who was the mayor" the clause is C's, wherever the parser has
// hung it.
Tokens relative_clauses(const Parse& parse, TokenIndex name) {
  const auto is_singular = [&](TokenIndex verb) {
    const TokenIndex aux = child_of(parse, verb, Relation::aux);
    const Token& finite = parse[aux == kNoToken ? verb : aux];
    return finite.tag == Tag::vbz || finite.lower == "was";
  };
  const TokenIndex first = parse[name].relation == Relation::conj ? first_conjunct(parse, name) : name;
  const Tokens all = coordinated(parse, first);
  Tokens clauses;
  for (const TokenIndex one : all) {
    for (const TokenIndex child : parse.children(one)) {
      if (parse[child].relation != Relation::relcl || child < one) continue;
      TokenIndex last = one;
      if (is_singular(child)) {
        for (const TokenIndex other : all) {
          if (other > last && other < parse[child].left_edge) last = other;
        }
      }
      if (last == name) clauses.push_back(child);
    }
  }
  return clauses;
}

// "singer" of "Paz, a singer who works as a guide", "strategist" of "Paz is a strategist who serves as adviser": what
// is said of the noun is said of the name.
Tokens described_as(const Parse& parse, TokenIndex name) {
  Tokens nouns;
  for (const TokenIndex noun : appositions(parse, name)) {
    if (noun > name && is_singular(parse[noun])) nouns.push_back(noun);
  }
  const Token& token = parse[name];
  if (token.relation == Relation::nsubj && parse[token.head].lemma == "be" && !is_negated(parse, token.head)) {
    for (const TokenIndex noun : attributes(parse, token.head)) {
      if (noun > name && is_singular(parse[noun]) && !is_told(parse, token.head)) nouns.push_back(noun);
    }
  }
  return nouns;
}

std::vector<PredicatedOffice> predicated_offices(const EntityBuilder& b, TokenIndex name) {
  const Parse& parse = b.parse;
  std::vector<PredicatedOffice> found;
  Predicates predicates(b, found);
  Tokens clauses = relative_clauses(parse, name);
  for (const TokenIndex noun : described_as(parse, name)) {
    const Tokens more = relative_clauses(parse, noun);
    clauses.insert(clauses.end(), more.begin(), more.end());
  }
  for (const TokenIndex child : clauses) {
    for (const TokenIndex verb : coordinated(parse, child)) {
      const TokenIndex subject = own_subject(parse, verb);
      const bool who = subject != kNoToken ? parse[subject].lower == "who" : verb != child;
      if (who) predicates.of(verb);
    }
  }
  if (const TokenIndex noun = fronted(parse, name); noun != kNoToken) {
    found.push_back({noun, kNoToken, nullptr, false});
  }
  const Token& token = parse[name];
  if (token.relation == Relation::nsubj || token.relation == Relation::nsubjpass) {
    if (is_verbal(parse[token.head]) && !is_told(parse, token.head)) predicates.of(token.head);
    predicates.fronted_as(name);
  }
  if (token.relation == Relation::poss) predicates.of_noun(token.head, token.head + 1);
  if (token.relation == Relation::pobj && parse[token.head].lower == "of")
    predicates.of_noun(parse[token.head].head, name + 1);
  if (token.relation == Relation::dobj && is_verbal(parse[token.head])) predicates.of_object(token.head, name);
  const Token& first = parse[token.relation == Relation::conj ? first_conjunct(parse, name) : name];
  if (first.relation == Relation::pobj && parse[first.head].relation == Relation::agent)
    predicates.of_agent(parse[first.head].head);
  return found;
}

// What the words say of title and owner; false where the noun is no title, or is mentioned as somebody already.
bool read_office(const EntityBuilder& b, const PredicatedOffice& p, OfficeWords& office) {
  if (p.owner != kNoToken) {
    const auto title = b.who.title_phrases.find(p.verb->title);
    if (!title) return false;
    office.title = *title;
    office.span = {p.noun, p.noun + 1};
    office.evidence = {std::min(p.noun, p.owner), std::max(p.noun, p.owner) + 1};
    office.owner = p.owner;
    if (const auto& body = b.story.entities_at(p.owner); body.size() == 1) office.of = body[0];
    if (office.of) office.country = b.entity(*office.of).country;
    return true;
  }
  const TokenIndex floor = b.parse.sentences[b.parse[p.noun].sentence].begin;
  if (b.story.mention_at[p.noun] >= 0 || !title_at(b, p.noun, floor, office.span, office.title)) return false;
  if (b.who.titles[office.title].name == "counterpart") return false;
  office.evidence = core_phrase(b.parse, p.noun);
  office.country = country_before(b, office.span.begin, floor, office.of);
  if (office.country.empty()) office.country = country_behind(b, p.noun, office.of);
  if (!office.of && office.country.empty() && b.who.titles[office.title].of_bodies_alone && p.giver != kNoToken &&
      owner_of_office(b, office.span) == kNoToken) {
    const auto& giver = b.story.entities_at(p.giver);
    const bool is_body = giver.size() == 1 && b.entity(giver[0]).type == EntityType::organisation;
    // "The Senate confirmed her as managing director": of something else.
    if (is_body && !is_of_state(b.notes[giver[0]].sector)) office.of = giver[0];
  }
  // "She was the leader in the first round": of nothing.
  const std::string& title = b.who.titles[office.title].name;
  const bool vague = title == "leader" || title == "head" || title == "candidate";
  return !vague || office.of || !office.country.empty() || owner_of_office(b, office.span) != kNoToken;
}

bool is_title(const EntityBuilder& b, TokenIndex noun) {
  TokenSpan span;
  std::uint32_t title = 0;
  return title_at(b, noun, b.parse.sentences[b.parse[noun].sentence].begin, span, title);
}

// "He is a great player", "she was an opponent of the plan", "he is the winner of the debate": what somebody thinks of
// them, or how they stand to something.
bool judges(const EntityBuilder& b, TokenIndex noun, const ActorNoun& known) {
  if (known.sector == "OPP") return true;
  if (known.sector != "CVL") return false;
  for (const TokenIndex child : b.parse.children(noun)) {
    const Token& token = b.parse[child];
    if (token.relation == Relation::prep && (token.lower == "of" || token.lower == "for")) return true;
    if (token.relation == Relation::amod && !b.who.peoples.find(token.text) && !b.who.status_before.find(token.lower))
      return true;
  }
  return false;
}

// "Paz is a bricklayer", "works as a nurse": what somebody is by a noun that is no title.
void read_occupation(EntityBuilder& b, const PredicatedOffice& p, Index person) {
  if (p.owner != kNoToken || b.story.mention_at[p.noun] >= 0) return;
  const TokenIndex floor = b.parse.sentences[b.parse[p.noun].sentence].begin;
  const auto words = b.who.noun_phrases.ending_at(b.parse, b.story.text, floor, p.noun + 1, 3);
  if (!words) return;
  const ActorNoun& found = b.who.nouns[words->value];
  const ActorNoun& noun = found.plural ? b.who.one_of(words->value) : found;  // "one of the nurses"
  const NounPhrases nouns(b);
  if (noun.kind != ActorNoun::Kind::people || !noun.office || nouns.is_anybody(p.noun)) return;
  const bool complement = p.verb != nullptr && p.verb->takes == OfficeVerb::Takes::complement;
  if (complement && (nouns.is_bare(p.noun) || judges(b, p.noun, noun))) return;
  const NounPhrases::Owner owner = nouns.owner_of(p.noun, core_phrase(b.parse, p.noun));
  const bool of_body = owner.holder != EntityBuilder::kNone && b.entity(owner.holder).type == EntityType::organisation;
  const std::size_t before = b.entity(person).roles.size();
  add_occupation(b, person, noun, {words->begin, p.noun + 1}, core_phrase(b.parse, p.noun), owner.country,
                 of_body ? std::optional(owner.holder) : std::nullopt);
  std::vector<Role>& roles = b.entity(person).roles;
  if (roles.size() > before && p.past && roles.back().status == RoleStatus::current)
    roles.back().status = RoleStatus::former;
}

void find_for(EntityBuilder& b, bool pronouns) {
  for (std::size_t m = 0; m < b.story.mentions.size(); ++m) {
    const TokenMention mention = b.story.mentions[m];  // a copy: more may be added
    const bool resolved = mention.kind == MentionKind::pronoun || mention.kind == MentionKind::title;
    if (mention.entities.size() != 1 || resolved != pronouns) continue;
    const Entity& e = b.entity(mention.entities[0]);
    if (e.type != EntityType::person || e.anonymous) continue;
    for (const PredicatedOffice& p : predicated_offices(b, mention.head)) {
      OfficeWords office;
      if (!read_office(b, p, office)) {
        if (!is_title(b, p.noun)) read_occupation(b, p, mention.entities[0]);
        continue;
      }
      if (p.past) office.status = RoleStatus::former;
      add_role(b, mention.entities[0], std::move(office));
      const bool acted = p.owner == kNoToken && b.parse[p.noun].relation == Relation::dobj;  // "is acting mayor"
      if (acted && b.parse[b.parse[p.noun].head].tag == Tag::vbg) mention_title(b, p.noun, mention.entities);
    }
  }
}

}  // namespace

void find_predicated_offices(EntityBuilder& b) {
  find_for(b, false);
}

void find_offices_of_pronouns(EntityBuilder& b) {
  find_for(b, true);
}

}  // namespace dragoman
