// Names: people, bodies, media and countries, and the seats that stand for governments.
#include "language/syntax.h"
#include "who/builder.h"

#include <algorithm>
#include <unordered_map>

namespace dragoman {

namespace {

constexpr std::string_view kCurlyS = "\xE2\x80\x99s";

bool is_possessive_mark(const Token& t) {
  return t.tag == Tag::pos || t.lower == "'s" || t.lower == kCurlyS;
}

// A recogniser's span without determiners, possessive marks and quotation marks at its ends.
TokenSpan trim_name(const Parse& parse, TokenSpan span) {
  const auto outside = [&](const Token& t) {
    return t.is_space || t.pos == Pos::punct || is_possessive_mark(t) || t.tag == Tag::dt;
  };
  while (span.size() > 0 && outside(parse[span.begin])) ++span.begin;
  while (span.size() > 0 && outside(parse[span.end - 1]) && parse[span.end - 1].text != ".") --span.end;
  return span;
}

// A name that goes on as the name of a thing: "the Shinzo Abe Plan", "the Ford Foundation".
bool is_inside_a_thing(const Parse& parse, TokenSpan span) {
  if (span.end >= parse.size()) return false;
  const Token& next = parse[span.end];
  const Token& last = parse[span.end - 1];
  return next.tag == Tag::nnp && last.space_after && last.head == span.end && last.relation == Relation::compound &&
         next.name != NameType::person;
}

// Prepositions before a place where something happens or goes.
bool is_locative(std::string_view preposition) {
  constexpr std::string_view kPlaces =
      " in at to from near outside around across into inside through via towards toward ";
  return kPlaces.find(" " + std::string(preposition) + " ") != std::string_view::npos;
}

// Whether a seat of government stands for the government, by its role: it acts, owns an act, or is dealt with.
bool acts(const Parse& parse, TokenIndex t) {
  const Token& token = parse[t];
  const Token& head = parse[token.head];
  switch (token.relation) {
    case Relation::nsubj:
    case Relation::nsubjpass:
    case Relation::agent:
    case Relation::dobj:
    case Relation::dative:
      return is_verbal(head);
    case Relation::poss:
      return head.tag == Tag::nn || head.tag == Tag::nns || head.tag == Tag::jj || head.tag == Tag::cd;
    case Relation::pobj:
      return !is_locative(head.lower) && head.lower != "of" && head.lower != "on" && head.lower != "for";
    case Relation::conj:
      return token.head != t && acts(parse, token.head);
    case Relation::compound:
      return false;
    default:
      return false;
  }
}

class Names {
 public:
  explicit Names(EntityBuilder& b) : b_(b), parse_(b.parse) {}

  void run() {
    collect_lexicon();
    collect_people();
    collect_bodies();
    collect_known();
    join_surnames();
  }

 private:
  // Longest phrases of the lexicon at every token, before what the recogniser says is weighed against them.
  void collect_lexicon() {
    known_at_.assign(parse_.size(), {});
    for (TokenIndex t = 0; t < parse_.size(); ++t) {
      if (b_.story.boilerplate[t] || parse_[t].is_space) continue;
      if (const auto match = b_.who.names.longest(parse_, b_.story.text, t)) {
        known_at_[t] = {{t, match->end}, match->value, true};
        t = match->end - 1;
      }
    }
  }

  bool is_person_name(const NameSpan& name) const { return name.type == NameType::person; }

  void collect_people() {
    // Full names first, so that surnames alone find theirs.
    std::vector<TokenSpan> single;
    for (const NameSpan& name : parse_.names) {
      if (!is_person_name(name)) continue;
      TokenSpan span = strip_titles(trim_name(parse_, name.span));
      if (span.size() == 0 || !b_.is_free(span)) continue;
      if (known_at_[span.begin].found && known_at_[span.begin].span == span) continue;
      if (parse_[span.end - 1].tag != Tag::nnp && parse_[span.end - 1].tag != Tag::nnps && span.size() == 1) continue;
      if (is_inside_a_thing(parse_, span)) continue;
      if (is_pair(span)) continue;  // "the Abe-Putin summit": its surnames are joined later
      if (count_words(span) == 1) {
        single.push_back(span);
      } else {
        add_person(span);
      }
    }
    for (const TokenSpan span : single) {
      if (b_.is_free(span)) add_person(span);
    }
  }

  // Two surnames with a hyphen, each known by itself from elsewhere in the document.
  bool is_pair(TokenSpan span) const {
    if (span.size() != 3 || parse_[span.begin + 1].text != "-") return false;
    const auto stands_alone = [&](std::string_view surname) {
      return std::any_of(parse_.names.begin(), parse_.names.end(), [&](const NameSpan& other) {
        return !(other.span.begin <= span.begin && span.end <= other.span.end) &&
               parse_[other.span.end - 1].text == surname;
      });
    };
    return stands_alone(parse_[span.begin].text) && stands_alone(parse_[span.end - 1].text);
  }

  // A known full name with a word behind it that is no part of it: "the so-called Shinzo Abe Plan".
  bool extends_a_name(const std::string& name) const {
    const std::size_t blank = name.rfind(' ');
    if (blank == std::string::npos) return false;
    const auto known = people_.find(name.substr(0, blank));
    return known != people_.end() && name.substr(0, blank).find(' ') != std::string::npos;
  }

  std::size_t count_words(TokenSpan span) const {
    std::size_t n = 1;
    for (TokenIndex t = span.begin; t + 1 < span.end; ++t) n += parse_[t].space_after || parse_[t].is_space ? 1 : 0;
    return n;
  }

  // "Foreign Minister Fumio Kishida" as one span of the recogniser: the title goes.
  TokenSpan strip_titles(TokenSpan span) const {
    while (span.size() > 1) {
      const auto title = b_.who.title_phrases.longest(parse_, b_.story.text, span.begin);
      TokenIndex country_end = span.begin;
      if (title && title->end < span.end) {
        span.begin = title->end;
      } else if (b_.country_at(span.begin, &country_end) != EntityBuilder::kNone && country_end < span.end) {
        span.begin = country_end;
      } else {
        break;
      }
      span = trim_name(parse_, span);
    }
    return span;
  }

  void add_person(TokenSpan span) {
    const std::string name = b_.words(span);
    if (extends_a_name(name)) return;
    const std::string surname(surname_of(name));
    const bool full = count_words(span) > 1;
    Index index = EntityBuilder::kNone;
    if (const auto exact = people_.find(name); exact != people_.end()) {
      index = exact->second;
    } else if (!full) {
      if (const auto known = by_surname_.find(surname); known != by_surname_.end()) index = known->second;
    } else if (const auto known = by_surname_.find(surname); known != by_surname_.end()) {
      // The same surname with another first name is another person, unless only the surname was known, or one is an
      // initial or a part of the other.
      const std::string& other = b_.entity(known->second).name;
      if (other == surname || other.find(name) != std::string::npos || name.find(other) != std::string::npos) {
        index = known->second;
        if (name.size() > other.size()) b_.entity(index).name = name;
      }
    }
    if (index == EntityBuilder::kNone) {
      Entity e;
      e.name = name;
      e.type = EntityType::person;
      index = b_.add(std::move(e), {});
      by_surname_.emplace(surname, index);
    }
    people_.emplace(name, index);
    b_.mention(span, span.end - 1, MentionKind::name, {index});
  }

  // Bodies that the recogniser names and the lexicon does not.
  void collect_bodies() {
    for (const NameSpan& name : parse_.names) {
      if (name.type != NameType::org) continue;
      TokenSpan span = trim_name(parse_, name.span);
      // A medium or a body of the lexicon at the end is the name proper: "Russia's ITAR-Tass news agency".
      if (span.size() == 0 || !b_.is_free(span)) continue;
      if (known_inside(span) || b_.who.seats.find(b_.words(span))) continue;
      const bool proper = std::any_of(parse_.tokens.begin() + span.begin, parse_.tokens.begin() + span.end,
                                      [](const Token& t) { return t.tag == Tag::nnp || t.tag == Tag::nnps; });
      if (!proper) continue;
      const std::string text = b_.words(span);
      if (const auto person = by_surname_.find(text); person != by_surname_.end()) {
        b_.mention(span, span.end - 1, MentionKind::name, {person->second});
        continue;
      }
      Index index = EntityBuilder::kNone;
      if (const auto known = bodies_.find(text); known != bodies_.end()) {
        index = known->second;
      } else {
        Entity e;
        e.name = text;
        e.type = EntityType::organisation;
        EntityBuilder::Note note;
        note.is_body = true;
        describe_body(span, e, note);
        index = b_.add(std::move(e), std::move(note));
        bodies_.emplace(text, index);
        add_acronym(text, index);
      }
      b_.mention(span, span.end - 1, MentionKind::name, {index});
    }
  }

  // Country and sector from the name's own words and from its possessor: "Russian Foreign Ministry".
  void describe_body(TokenSpan span, Entity& e, EntityBuilder::Note& note) const {
    for (TokenIndex t = span.begin; t < span.end && e.country.empty(); ++t) {
      const std::uint32_t country = b_.country_at(t);
      if (country != EntityBuilder::kNone) e.country = b_.who.known[country].country;
    }
    if (e.country.empty()) {
      for (const TokenIndex owner : possessors(parse_, span.end - 1)) {
        const std::uint32_t country = b_.country_at(owner);
        if (country != EntityBuilder::kNone) e.country = b_.who.known[country].country;
      }
    }
    for (TokenIndex t = span.begin; t < span.end; ++t) {
      const auto noun = b_.who.noun_phrases.longest(parse_, b_.story.text, t);
      if (noun && b_.who.nouns[noun->value].kind == ActorNoun::Kind::body)
        note.sector = b_.who.nouns[noun->value].sector;
    }
  }

  // "Grand Ethiopian Renaissance Dam (GERD)": later mentions by initials.
  void add_acronym(const std::string& text, Index index) {
    std::string initials;
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (text[i] >= 'A' && text[i] <= 'Z' && (i == 0 || text[i - 1] == ' ')) initials += text[i];
    }
    if (initials.size() >= 3) bodies_.emplace(initials, index);
  }

  // A phrase of the lexicon that should be read in place of the longer name around it. Most are not: "Bank of Japan".
  bool known_inside(TokenSpan span) const {
    for (TokenIndex t = span.begin; t < span.end; ++t) {
      const Known& known = known_at_[t];
      if (!known.found) continue;
      if (known.span.end >= span.end && known.span.begin <= span.begin) return true;
      const EntityType type = b_.who.known[known.value].type;
      if (type != EntityType::country && known.span.end == span.end) return true;
      // "Russia's …": the possessor is named by itself, the rest by what follows.
      if (known.span.end < span.end && is_possessive_mark(parse_[known.span.end])) return true;
    }
    return false;
  }

  void collect_known() {
    for (TokenIndex t = 0; t < parse_.size(); ++t) {
      const Known& known = known_at_[t];
      if (!known.found) {
        seat(t);
        continue;
      }
      const KnownName& name = b_.who.known[known.value];
      if (!b_.is_free(known.span)) continue;
      const TokenIndex last = known.span.end - 1;
      if (name.type == EntityType::country && parse_[last].relation == Relation::compound &&
          parse_[parse_[last].head].tag == Tag::nnp && parse_[parse_[last].head].name == NameType::person) {
        continue;  // "Russia President Putin" gives the office its country, see find_offices
      }
      if (!looks_like_a_name(known)) continue;
      b_.mention(known.span, last, MentionKind::name, {b_.known_entity(known.value)});
    }
  }

  struct Known {
    TokenSpan span;
    std::uint32_t value = 0;
    bool found = false;
  };

  // "Time", "Labour", "Commonwealth" and other names that are words too must be tagged as names.
  bool looks_like_a_name(const Known& known) const {
    if (known.span.size() > 1 || b_.who.known[known.value].type == EntityType::country) return true;
    const Token& t = parse_[known.span.begin];
    return t.tag == Tag::nnp || t.tag == Tag::nnps;
  }

  void seat(TokenIndex t) {
    if (b_.story.boilerplate[t] || b_.story.mention_at[t] >= 0) return;
    const auto match = b_.who.seats.longest(parse_, b_.story.text, t);
    if (!match) return;
    const TokenSpan span{t, match->end};
    if (!b_.is_free(span)) return;
    const TokenIndex last = match->end - 1;
    // A palace stands for its government unless something happens there; a town only where it acts.
    const bool town = parse_[last].name == NameType::gpe;
    const bool located = parse_[last].relation == Relation::pobj && is_locative(parse_[parse_[last].head].lower);
    if (town ? acts(parse_, last) : !located) {
      b_.mention(span, last, MentionKind::metonym, {b_.known_entity(match->value)});
    }
  }

  // Surnames that the recogniser missed or took for something else.
  void join_surnames() {
    for (TokenIndex t = 0; t < parse_.size(); ++t) {
      const Token& token = parse_[t];
      if (b_.story.mention_at[t] >= 0 || (token.tag != Tag::nnp && token.tag != Tag::nnps)) continue;
      const auto found = by_surname_.find(std::string(token.text));
      if (found == by_surname_.end()) continue;
      const bool pair = (t > 0 && parse_[t - 1].text == "-") || (t + 1 < parse_.size() && parse_[t + 1].text == "-");
      if (!pair && is_inside_a_thing(parse_, {t, t + 1})) continue;
      if (t > 0 && parse_[t - 1].tag == Tag::nnp && parse_[t - 1].head == t && parse_[t - 1].space_after &&
          b_.story.mention_at[t - 1] < 0 && parse_[t - 1].name == NameType::person) {
        continue;  // another first name
      }
      b_.mention({t, t + 1}, t, MentionKind::name, {found->second});
    }
  }

  EntityBuilder& b_;
  const Parse& parse_;
  std::vector<Known> known_at_;
  std::unordered_map<std::string, Index> people_, by_surname_, bodies_;
};

}  // namespace

void find_named(EntityBuilder& b) {
  Names(b).run();
}

}  // namespace dragoman
