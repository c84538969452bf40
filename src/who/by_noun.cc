// Those who act under a common noun: "Egyptian officials", "the Syrian government", "a well-placed source", and peoples
// as groups ("the Ukrainians").
#include "language/syntax.h"
#include "who/builder.h"

#include <algorithm>
#include <map>

namespace dragoman {

namespace {

class ByNoun {
 public:
  explicit ByNoun(EntityBuilder& b) : b_(b), parse_(b.parse) {}

  void run() {
    for (TokenIndex t = 0; t < parse_.size(); ++t) {
      if (b_.story.boilerplate[t] || b_.story.mention_at[t] >= 0) continue;
      if (parse_[t].tag == Tag::nnps || parse_[t].tag == Tag::nnp) people(t);
      common(t);
    }
  }

 private:
  // The noun phrase of the lexicon that ends at `t`, if `t` heads a phrase.
  const ActorNoun* noun_ending_at(TokenIndex t) const {
    if (!is_nominal(parse_[t]) || parse_[t].relation == Relation::compound || parse_[t].relation == Relation::amod)
      return nullptr;
    for (TokenIndex back = 2; back-- > 0;) {  // two words first
      if (t < back) continue;
      const auto match = b_.who.noun_phrases.longest(parse_, b_.story.text, t - back);
      if (match && match->end == t + 1) return &b_.who.nouns[match->value];
    }
    return nullptr;
  }

  struct Owner {
    std::string country;
    bool found = false;  // some country, with a code or not
    bool personal = false;
    Index person = 0;
  };

  // Whose: a people's adjective, a possessor, "of X", "in X".
  Owner owner_of(TokenIndex head, TokenSpan phrase) const {
    Owner owner;
    for (TokenIndex t = phrase.begin; t < head; ++t) {
      const std::uint32_t country = b_.country_at(t);
      if (country != EntityBuilder::kNone) return {b_.who.known[country].country, true, false, 0};
      const auto seat = b_.who.seats.longest(parse_, b_.story.text, t);
      if (seat) return {b_.who.known[seat->value].country, true, false, 0};
    }
    const auto from = [&](TokenIndex token) {
      const auto& entities = b_.story.entities_at(token);
      if (entities.size() != 1 || b_.entity(entities[0]).country.empty()) return;
      const bool person = b_.entity(entities[0]).type == EntityType::person;
      owner = {b_.entity(entities[0]).country, true, person, entities[0]};
    };
    for (const TokenIndex token : possessors(parse_, head)) from(token);
    if (!owner.found) {
      for (const TokenIndex token : obliques(parse_, head, "of")) from(token);
    }
    return owner;
  }

  void common(TokenIndex t) {
    const ActorNoun* noun = noun_ending_at(t);
    if (noun == nullptr) return;
    TokenSpan phrase = core_phrase(parse_, t);
    while (phrase.begin < t && (b_.story.mention_at[phrase.begin] >= 0 || parse_[phrase.begin].tag == Tag::pos)) {
      ++phrase.begin;  // a possessor is a mention of its own
    }
    const Owner owner = owner_of(t, core_phrase(parse_, t));
    const bool plural = parse_[t].tag == Tag::nns || parse_[t].tag == Tag::nnps;
    const bool definite = parse_[phrase.begin].lower == "the" || parse_[phrase.begin].tag == Tag::prp_poss;
    // "Russia's ITAR-Tass news agency" is named already.
    for (const TokenIndex before : premodifiers(parse_, t)) {
      const auto& entities = b_.story.entities_at(before);
      if (!entities.empty() && b_.entity(entities[0]).type == EntityType::media) return;
    }
    if (noun->is_body && !owner.found && !is_name_like(t)) return;  // whose it is must be said
    if (!noun->is_body && !owner.found && !speaks(t) && noun->name != "source") return;
    if (!noun->is_body && !owner.found && definite) return;  // left to what it refers back to
    TokenSpan named = phrase;
    const auto is_quantity = [](std::string_view w) {
      return w == "many" || w == "some" || w == "several" || w == "most" || w == "more" || w == "few" || w == "other";
    };
    while (named.begin < t && (parse_[named.begin].tag == Tag::dt || parse_[named.begin].tag == Tag::prp_poss ||
                               parse_[named.begin].tag == Tag::cd || is_quantity(parse_[named.begin].lower))) {
      ++named.begin;
    }
    std::string name = b_.words(named);
    const std::string key = (noun->is_body ? noun->name : name) + "/" + owner.country;
    Index index = EntityBuilder::kNone;
    if (noun->is_body || plural || definite) {
      if (const auto known = seen_.find(key); known != seen_.end()) index = known->second;
    }
    if (index == EntityBuilder::kNone) {
      Entity e;
      e.name = std::move(name);
      e.type = noun->is_body ? EntityType::organisation : plural ? EntityType::group : EntityType::person;
      e.anonymous = !noun->is_body;
      e.country = owner.country;
      EntityBuilder::Note note;
      note.is_body = noun->is_body;
      note.plural = plural;
      note.head = parse_[t].lemma;
      note.sector = noun->sector;
      index = b_.add(std::move(e), std::move(note));
      seen_.emplace(key, index);
    }
    b_.mention(phrase, t, MentionKind::title, {index});
  }

  // "Parliament", "Foreign Ministry": capitals make a body's noun a name.
  bool is_name_like(TokenIndex t) const { return parse_[t].tag == Tag::nnp; }

  // Subject or agent of something said or done, or the object of "according to".
  bool speaks(TokenIndex t) const {
    const Token& token = parse_[t];
    if (token.relation == Relation::nsubj || token.relation == Relation::agent) return true;
    if (token.relation != Relation::pobj) return false;
    const Token& preposition = parse_[token.head];
    return preposition.lower == "by" ||
           (preposition.lower == "to" && token.head > 0 && parse_[token.head - 1].lower == "according");
  }

  // "Ukrainians", "the Palestinians": a people.
  void people(TokenIndex t) {
    if (parse_[t].tag != Tag::nnps || parse_[t].relation == Relation::compound || parse_[t].relation == Relation::amod)
      return;
    TokenIndex end = 0;
    const std::uint32_t country = b_.country_at(t, &end);
    if (country == EntityBuilder::kNone || end != t + 1 || b_.who.names.longest(parse_, b_.story.text, t)) return;
    const std::string key = std::string(parse_[t].text);
    Index index = EntityBuilder::kNone;
    if (const auto known = seen_.find(key); known != seen_.end()) {
      index = known->second;
    } else {
      Entity e;
      e.name = key;
      e.type = EntityType::group;
      e.country = b_.who.known[country].country;
      EntityBuilder::Note note;
      note.plural = true;
      note.sector = "CVL";
      index = b_.add(std::move(e), std::move(note));
      seen_.emplace(key, index);
    }
    b_.mention({t, t + 1}, t, MentionKind::name, {index});
  }

  EntityBuilder& b_;
  const Parse& parse_;
  std::map<std::string, Index> seen_;
};

}  // namespace

void find_by_noun(EntityBuilder& b) {
  ByNoun(b).run();
}

}  // namespace dragoman
