#include "who/no_names.h"

#include "language/syntax.h"

#include <algorithm>
#include <string>

namespace dragoman {

namespace {

constexpr std::string_view kCurlyPossessive = "\xE2\x80\x99s";

bool is_possessive_mark(const Token& t) {
  return t.tag == Tag::pos || t.lower == "'s" || t.lower == kCurlyPossessive;
}

// "Peace and Security Council", "Russia's Security Council": an international body's name of several words that is the
// end of a longer one, or that has an owner of its own, is another body's.
bool is_another_bodys(const EntityBuilder& b, TokenSpan span, const KnownName& known) {
  if (span.size() < 2 || !known.code.starts_with("IGO")) return false;
  const Parse& parse = b.parse;
  const TokenIndex begin = span.begin;
  if (begin >= 2 && (parse[begin - 1].lower == "and" || parse[begin - 1].text == "&")) {
    const Token& first = parse[begin - 2];
    const bool named = b.who.names.longest(parse, b.story.text, begin - 2) || first.name == NameType::person ||
                       b.country_at(begin - 2) != EntityBuilder::kNone;
    if (first.tag == Tag::nnp && first.space_after && !named) return true;
  }
  const TokenIndex owner = child_of(parse, span.end - 1, Relation::poss);
  if (owner == kNoToken || owner >= begin) return false;
  const auto body = b.who.names.longest(parse, b.story.text, owner);
  return parse[owner].tag == Tag::prp_poss || b.country_at(owner) != EntityBuilder::kNone ||
         (body && b.who.known[body->value].code != known.code.substr(0, b.who.known[body->value].code.size()));
}

}  // namespace

std::vector<KnownPhrase> find_known_phrases(const EntityBuilder& b) {
  std::vector<KnownPhrase> known_at(b.parse.size());
  for (TokenIndex t = 0; t < b.parse.size(); ++t) {
    if (b.story.boilerplate[t] || b.parse[t].is_space) continue;
    const auto match = b.who.names.longest(b.parse, b.story.text, t);
    if (match && !is_another_bodys(b, {t, match->end}, b.who.known[match->value])) {
      known_at[t] = {{t, match->end}, match->value, true};
      t = match->end - 1;
    }
  }
  return known_at;
}

bool is_inside_a_title(const EntityBuilder& b, TokenSpan span) {
  constexpr TokenIndex kLongest = 6;
  for (TokenIndex back = 0; back <= kLongest && back <= span.begin; ++back) {
    const auto title = b.who.title_phrases.longest(b.parse, b.story.text, span.begin - back);
    if (title && title->end >= span.end && title->end - (span.begin - back) > span.size()) return true;
  }
  return false;
}

bool is_inside_a_thing(const Parse& parse, TokenSpan span) {
  if (span.end >= parse.size()) return false;
  const Token& next = parse[span.end];
  const Token& last = parse[span.end - 1];
  return next.tag == Tag::nnp && last.space_after && last.head == span.end && last.relation == Relation::compound &&
         next.name != NameType::person;
}

NoNames::NoNames(const EntityBuilder& b, const std::vector<KnownPhrase>& known_at)
    : b_(b), parse_(b.parse), known_at_(known_at) {
  for (const NameSpan& name : parse_.names) names_by_end_.emplace(parse_[name.span.end - 1].text, name.span);
}

bool NoNames::has(const NameCandidate& n) const {
  if (n.verdict != NameOf::person && n.verdict != NameOf::body) return true;
  if (is_inside_a_title(b_, n.span)) return true;
  const TokenIndex begin = n.span.begin;
  const bool owned = parse_[begin].tag == Tag::prp_poss || (begin > 0 && parse_[begin - 1].tag == Tag::prp_poss);
  if (owned && b_.who.is_part(parse_[n.span.end - 1].text, NamePart::Kind::honorific)) return true;  // "Royal Highness"
  if (known_at_[n.span.begin].found && known_at_[n.span.begin].span == n.span) return true;
  if (is_part_of_known(n.span) || b_.who.peoples.find(b_.words(n.span))) return true;
  if (n.verdict == NameOf::body && (is_portfolio(n.span) || is_office_of_country(n.span))) return true;
  if (n.verdict == NameOf::body) return known_inside(n.span) || b_.who.seats.find(b_.words(n.span));
  const Token& first = parse_[n.span.begin];
  if (n.span.size() == 1 && first.text.size() == 1) return true;  // "Q: …"
  if (n.span.size() == 1 && first.tag != Tag::nnp && first.tag != Tag::nnps && !n.shared) return true;
  // "Boko Haram Islamists"
  const KnownPhrase& front = known_at_[n.span.begin];
  if (front.found && front.span.size() > 1 && front.span.end < n.span.end &&
      b_.who.known[front.value].type != EntityType::country)
    return true;
  if (is_place_named_after_somebody(n.span) || is_nickname(n.span) || is_what_a_thing_is_called(n.span)) return true;
  // "the Mori-Ivanov summit": its surnames are joined later.
  return is_inside_a_thing(parse_, n.span) || is_pair(n.span);
}

// "Local Administration" of "Local Administration Minister".
bool NoNames::is_portfolio(TokenSpan span) const {
  if (span.end >= parse_.size() || !parse_[span.end - 1].space_after) return false;
  return parse_[span.end].lower == "minister";
}

// "Mermaid" of "the “Mermaid” of the lakes": what stands between quotation marks by itself, behind an article or
// a noun.
bool NoNames::is_nickname(TokenSpan span) const {
  if (span.begin < 2 || span.end >= parse_.size()) return false;
  const auto is_quote = [](std::string_view w) {
    return w == "\"" || w == "''" || w == "``" || w == "\xE2\x80\x9C" || w == "\xE2\x80\x9D";
  };
  const Token& before = parse_[span.begin - 2];
  const bool named = before.tag == Tag::dt || before.tag == Tag::nn || before.tag == Tag::vbg ||
                     before.tag == Tag::jj || before.tag == Tag::prp_poss;
  return is_quote(parse_[span.begin - 1].text) && is_quote(parse_[span.end].text) && named &&
         !is_inside_a_thing(parse_, span);
}

// "Rentex" of "an explosive called Rentex": the noun that is called so is none for people.
bool NoNames::is_what_a_thing_is_called(TokenSpan span) const {
  const Token& last = parse_[span.end - 1];
  if (last.relation != Relation::oprd) return false;
  const Token& verb = parse_[last.head];
  if ((verb.lemma != "call" && verb.lemma != "dub") || verb.relation != Relation::acl) return false;
  const Token& noun = parse_[verb.head];
  const auto known = b_.who.noun_phrases.find(noun.lemma);
  const bool people = known && b_.who.nouns[*known].kind != ActorNoun::Kind::body;
  return noun.tag == Tag::nn && !people && !b_.who.title_phrases.find(noun.lemma);
}

// "the Ana Paz airport", "Luis Rojas square": a place's word behind it, though it is written small.
bool NoNames::names_kind_of_place(TokenSpan span) const {
  const TokenIndex last = span.end - 1;
  if (span.end >= parse_.size() || parse_[last].relation != Relation::compound || parse_[last].head != span.end)
    return false;
  std::string word(parse_[span.end].lower);
  if (word.empty() || parse_[span.end].pos != Pos::noun) return false;
  if (word.front() >= 'a' && word.front() <= 'z') word.front() = static_cast<char>(word.front() - 'a' + 'A');
  return b_.who.is_part(word, NamePart::Kind::place);
}

// "the General Petrov Dam", "President Otieno Avenue", but "Senator Frank Church".
bool NoNames::is_place_named_after_somebody(TokenSpan span) const {
  if (names_kind_of_place(span)) return true;
  const NamePart* last = b_.who.part(parse_[span.end - 1].text);
  const bool place = last != nullptr && last->kind == NamePart::Kind::place;
  const bool other = last != nullptr && (last->kind == NamePart::Kind::body || last->kind == NamePart::Kind::thing);
  if (span.size() < 2 || !(place || other)) return false;
  constexpr TokenIndex kLongest = 3;
  const auto title = b_.who.title_phrases.ending_at(parse_, b_.story.text, 0, span.begin, kLongest);
  if (!title) return false;
  const bool pointed_at = title->begin > 0 && parse_[title->begin - 1].lower == "the";
  return pointed_at || (place && !b_.who.given_names.contains(parse_[span.begin].text));
}

// "Kenyan Minister" of "Kenyan Minister of Fisheries": a country and the beginning of a title.
bool NoNames::is_office_of_country(TokenSpan span) const {
  TokenIndex title = span.begin;
  if (b_.country_at(span.begin, &title) == EntityBuilder::kNone || title <= span.begin || title >= span.end)
    return false;
  const auto office = b_.who.title_phrases.longest(parse_, b_.story.text, title);
  return office && office->end >= span.end;
}

// "Melinda Gates Foundation" of a lexicon's longer name that begins before it.
bool NoNames::is_part_of_known(TokenSpan span) const {
  const KnownPhrase& here = known_at_[span.begin];
  if (here.found && here.span.end > span.end && b_.who.known[here.value].type != EntityType::country) return true;
  constexpr TokenIndex kLongest = 10;
  for (TokenIndex t = span.begin; t-- > 0 && span.begin - t <= kLongest;) {
    if (known_at_[t].found && known_at_[t].span.end >= span.end) return true;
  }
  return false;
}

// Two surnames with a hyphen, each known by itself from elsewhere in the document.
bool NoNames::is_pair(TokenSpan span) const {
  if (span.size() != 3 || parse_[span.begin + 1].text != "-") return false;
  const auto stands_alone = [&](std::string_view surname) {
    const auto [first, last] = names_by_end_.equal_range(surname);
    return std::any_of(first, last, [&](const auto& other) {
      return !(other.second.begin <= span.begin && span.end <= other.second.end);
    });
  };
  return stands_alone(parse_[span.begin].text) && stands_alone(parse_[span.end - 1].text);
}

// A phrase of the lexicon that should be read in place of the longer name around it. Most are not: "Bank of Japan".
bool NoNames::known_inside(TokenSpan span) const {
  for (TokenIndex t = span.begin; t < span.end; ++t) {
    const KnownPhrase& known = known_at_[t];
    if (!known.found) continue;
    if (known.span.end >= span.end && known.span.begin <= span.begin) return true;
    const EntityType type = b_.who.known[known.value].type;
    // "Indian National Congress" and "Khaleej Times" are longer than the "Congress" and "Times" of the lexicon.
    const bool longer = t > span.begin && parse_[t - 1].relation == Relation::compound &&
                        !is_possessive_mark(parse_[t - 1]) && b_.country_at(t - 1) == EntityBuilder::kNone;
    // "Ministry of Labour" is no party.
    const bool field = t > span.begin + 1 && (parse_[t - 1].lower == "of" || parse_[t - 1].lower == "for") &&
                       b_.who.is_part(parse_[t - 2].text, NamePart::Kind::body);
    if (type != EntityType::country && known.span.end == span.end && !longer && !field) return true;
    // "Russia's …": the possessor is named by itself, the rest by what follows.
    if (known.span.end < span.end && is_possessive_mark(parse_[known.span.end])) return true;
  }
  return false;
}

}  // namespace dragoman
