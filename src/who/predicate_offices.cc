#include "who/predicate_offices.h"

#include "language/syntax.h"
#include "who/context.h"
#include "who/office_owner.h"
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

  void add(TokenIndex noun, const OfficeVerb& office, bool past) {
    if (parse_[noun].tag != Tag::nn && parse_[noun].tag != Tag::nnp) return;
    for (const TokenIndex one : coordinated(parse_, noun)) found_.push_back({one, kNoToken, &office, past});
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

std::vector<PredicatedOffice> predicated_offices(const EntityBuilder& b, TokenIndex name) {
  const Parse& parse = b.parse;
  std::vector<PredicatedOffice> found;
  Predicates predicates(b, found);
  for (const TokenIndex child : relative_clauses(parse, name)) {
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
  }
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

void find_for(EntityBuilder& b, bool pronouns) {
  for (std::size_t m = 0; m < b.story.mentions.size(); ++m) {
    const TokenMention mention = b.story.mentions[m];  // a copy: more may be added
    const bool resolved = mention.kind == MentionKind::pronoun || mention.kind == MentionKind::title;
    if (mention.entities.size() != 1 || resolved != pronouns) continue;
    const Entity& e = b.entity(mention.entities[0]);
    if (e.type != EntityType::person || e.anonymous) continue;
    for (const PredicatedOffice& p : predicated_offices(b, mention.head)) {
      OfficeWords office;
      if (!read_office(b, p, office)) continue;
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
