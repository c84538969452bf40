// Offices: titles before a name ("Russian Foreign Minister Oleg Ivanov"), behind it ("Ivanov, the foreign minister"),
// shared ("Presidents A of X and B of Y"), and what the register of holders adds.
#include "language/syntax.h"
#include "who/apposed_titles.h"
#include "who/builder.h"
#include "who/context.h"
#include "who/counterparts.h"
#include "who/long_titles.h"
#include "who/nationality.h"
#include "who/occupations.h"
#include "who/office_owner.h"
#include "who/office_phrases.h"
#include "who/office_places.h"
#include "who/phrases.h"
#include "who/plural_offices.h"
#include "who/predicate_offices.h"
#include "who/registered_people.h"
#include "who/roles.h"
#include "who/title_words.h"

#include <algorithm>
#include <set>
#include <string>

namespace dragoman {

namespace {

class Offices {
 public:
  explicit Offices(EntityBuilder& b) : b_(b), parse_(b.parse) {}

  void run() {
    for (std::size_t m = 0; m < b_.story.mentions.size(); ++m) {
      const TokenMention mention = b_.story.mentions[m];
      if (mention.entities.size() != 1 || b_.entity(mention.entities[0]).type != EntityType::person) continue;
      before(mention);
      behind(mention);
      among_others(mention);
      country_of_name(mention);
      country_of_people(mention);
      gender(mention);
    }
    find_counterparts(b_);
    find_predicated_offices(b_);
    find_predecessors(b_);
    find_registered(b_);
    give_countries_of_superiors(b_);
  }

 private:
  // `span` is the title alone.
  void add(Index e, std::uint32_t title, TokenSpan span, TokenSpan evidence, std::string country,
           std::optional<Index> of) {
    OfficeWords office;
    office.title = title;
    office.span = span;
    office.evidence = evidence;
    office.country = std::move(country);
    office.of = of;
    add_role(b_, e, std::move(office));
  }

  void before(const TokenMention& mention) {
    TokenIndex end = before_status(mention.span.begin);
    const TokenIndex floor = end == mention.span.begin ? parse_.sentences[parse_[mention.head].sentence].begin
                                                       : parse_.sentences[parse_[end].sentence].begin;
    TokenSpan span;
    std::uint32_t title = 0;
    std::string country;
    std::optional<Index> of;
    // Several titles may stand in a row: "Coordinator for the Lake Basin Professor Ana Paz".
    bool any = false;
    while (end > floor && title_ending_at(b_, end, floor, span, title)) {
      if (!any) {
        country = country_before(b_, span.begin, floor, of);
        if (country.empty()) country = country_behind(b_, mention.head, of);
        if (country.empty() && !of) country = body_named_before(b_, span.begin, of);
        if (const auto& own = b_.story.entities_at(span.begin); !of && own.size() == 1) of = own[0];  // "UN envoy"
      }
      if (any && country.empty() && !of) country = country_before(b_, span.begin, floor, of);
      if (country.empty() && !of) country = country_of_joined(span, title, floor, of);
      any = true;
      end = in_full(b_, span).begin;
      const bool alike = span.end < mention.span.begin && b_.words(span) == "fellow";  // "fellow astronaut A"
      if (b_.who.titles[title].name == "counterpart" || alike) continue;
      add(mention.entities[0], title, span, {span.begin, mention.span.end}, country, of);
      gender_of_title(mention.entities[0], span);
      share(mention, title, span);
      second_portfolio(mention, span, floor, country);
    }
    with_complement(mention, floor, end, country);
    const TokenIndex begin = any ? end : described(mention, floor);
    if (begin != kNoToken) joined(mention, floor, begin);
  }

  // Where the brackets of "Colonel (retd) Ana Paz" open, behind which the parser may have begun a sentence; `name`
  // where there are none.
  TokenIndex before_status(TokenIndex name) const {
    if (name < 4 || parse_[name - 1].text != ")" || parse_[name - 3].text != "(") return name;
    return b_.who.status_behind.find(parse_[name - 2].lower) ? name - 3 : name;
  }

  // "British diplomat Sir Peter Hale", "Kenyan runner A": what he is and whose.
  // Where the noun begins, or kNoToken.
  TokenIndex described(const TokenMention& mention, TokenIndex floor) {
    TokenIndex end = mention.span.begin;
    // "Officer Ana Paz", whose honorific says what she is.
    const auto is_calling = [&](TokenIndex t) {
      TokenSpan span;
      std::uint32_t title = 0;
      const auto noun = b_.who.noun_phrases.find(parse_[t].lower);
      return noun && b_.who.nouns[*noun].office && !b_.who.nouns[*noun].plural && b_.story.mention_at[t] < 0 &&
             !title_ending_at(b_, t + 1, floor, span, title);
    };
    while (end > floor && is_honorific(b_, end - 1) && !is_calling(end - 1)) --end;
    constexpr TokenIndex kLongest = 3;
    described_together(mention, floor, end);
    for (TokenIndex back = 1; back <= kLongest && end >= floor + back; ++back) {
      const auto noun = b_.who.noun_phrases.longest(parse_, b_.story.text, end - back);
      const bool singular = is_small_noun(end - 1) || (is_honorific(b_, end - 1) && is_calling(end - 1));
      if (!noun || noun->end != end || !singular) continue;
      const ActorNoun& known = b_.who.nouns[noun->value];
      if (known.kind != ActorNoun::Kind::people || known.plural) continue;
      const Index e = mention.entities[0];
      std::optional<Index> of;
      const std::string country = country_before(b_, end - back, floor, of);
      add_occupation(b_, e, known, {end - back, end}, {end - back, mention.span.end}, country, of);
      // A "Twitter user" need not be of the country of the firm.
      const bool of_firm = of && b_.entity(*of).type != EntityType::country &&
                           b_.entity(*of).type != EntityType::person && !is_of_state(b_.notes[*of].sector);
      if (b_.entity(e).country.empty() && !of_firm) b_.entity(e).country = country;
      if (b_.notes[e].sector.empty()) b_.notes[e].sector = known.sector;
      b_.mention({end - back, end}, end - 1, MentionKind::title, mention.entities);
      return end - back;
    }
    // "Hungarian beekeeper A": whatever the noun is, the adjective says whose he is.
    TokenIndex at = end;
    while (at > floor && end - at < kLongest && parse_[at - 1].tag == Tag::nn) --at;
    TokenIndex behind = at;
    if (at == end || at == floor || b_.country_at(at - 1, &behind) == EntityBuilder::kNone || behind != at)
      return kNoToken;
    const std::uint32_t country = b_.country_at(at - 1);
    const bool adjective = b_.who.peoples.find(parse_[at - 1].text).has_value();
    if (adjective && b_.entity(mention.entities[0]).country.empty()) {
      b_.entity(mention.entities[0]).country = b_.who.known[country].country;
    }
    return kNoToken;
  }

  // By the tag; "bricklayer Ana Paz", "Bricklayer Ana Paz left", where the parser takes it for a part of the name.
  bool is_small_noun(TokenIndex t) const {
    const Token& token = parse_[t];
    const bool small = token.text == token.lower || t == parse_.sentences[token.sentence].begin;
    // "Voi High School junior Ana Paz", where the parser takes the noun for an adjective
    const bool behind_name = token.tag == Tag::jj && token.relation == Relation::amod && t > 0 &&
                             parse_[t - 1].pos == Pos::propn && parse_[t - 1].space_after;
    return token.tag == Tag::nn || (token.tag == Tag::nnp && small) || behind_name;
  }

  // "teachers A and B", "Harbour Police Officers A and B": what each of several is.
  void described_together(const TokenMention& first, TokenIndex floor, TokenIndex end) {
    const auto plural = b_.who.noun_phrases.ending_at(parse_, b_.story.text, floor, end, 3);
    if (!plural || !b_.who.nouns[plural->value].plural) return;
    const ActorNoun& noun = b_.who.one_of(plural->value);
    const TokenSpan words{plural->begin, end};
    if (noun.kind != ActorNoun::Kind::people || !noun.office || b_.story.mention_at[end - 1] >= 0) return;
    const Tokens others = listed_behind(first);
    if (others.empty()) return;
    std::optional<Index> of;
    const std::string country = country_before(b_, words.begin, floor, of);
    Tokens all{first.head};
    all.insert(all.end(), others.begin(), others.end());
    for (const TokenIndex name : all) {
      const Index e = b_.story.entities_at(name)[0];
      add_occupation(b_, e, noun, words, {words.begin, name + 1}, country, of);
      if (b_.entity(e).country.empty()) b_.entity(e).country = country;
      if (b_.notes[e].sector.empty()) b_.notes[e].sector = noun.sector;
    }
  }

  // "Deputy Prime Minister and Reform Party leader A": a title before the "and" that no article parts from him.
  void joined(const TokenMention& mention, TokenIndex floor, TokenIndex end) {
    constexpr TokenIndex kFurthest = 6;
    TokenIndex link = end;
    for (TokenIndex step = 0; step < kFurthest && link > floor; ++step) {
      const Token& token = parse_[link - 1];
      if (token.lower == "and") break;
      const bool of_title = token.pos == Pos::propn || token.pos == Pos::adj || token.pos == Pos::noun ||
                            token.pos == Pos::punct || b_.who.status_before.find(token.lower);
      if (!of_title) return;
      --link;
    }
    TokenSpan span;
    std::uint32_t title = 0;
    if (link <= floor || parse_[link - 1].lower != "and") return;
    if (!title_ending_at(b_, link - 1, floor, span, title)) return joined_occupation(mention, floor, link - 1);
    const bool small = parse_[span.begin].text == parse_[span.begin].lower;
    // "and", or "between", may join two people: "finance minister and council member A".
    const Token& before = parse_[span.begin == floor ? floor : span.begin - 1];
    const bool opens = span.begin == floor || before.text == "," || before.text == ";" ||
                       (before.pos == Pos::adp && before.lower != "between") || is_verbal(before);
    if (b_.who.titles[title].name == "counterpart" || (small && !opens)) return;
    if (span.begin > floor && parse_[span.begin - 1].tag == Tag::dt) return;
    std::optional<Index> of;
    const std::string country = country_before(b_, span.begin, floor, of);
    add(mention.entities[0], title, span, {span.begin, mention.span.end}, country, of);
  }

  // "sculptor" of "the sculptor and now mayor Ana Paz": what stands before the "and" that ends there, where it opens
  // the phrase.
  void joined_occupation(const TokenMention& mention, TokenIndex floor, TokenIndex end) {
    const auto words = b_.who.noun_phrases.ending_at(parse_, b_.story.text, floor, end, 3);
    if (!words || b_.story.mention_at[end - 1] >= 0 || !is_small_noun(end - 1)) return;
    const ActorNoun& noun = b_.who.nouns[words->value];
    if (noun.kind != ActorNoun::Kind::people || !noun.office || noun.plural) return;
    TokenIndex begin = words->begin;
    const auto describes = [&](TokenIndex t) {
      const Token& token = parse_[t];
      return token.pos == Pos::propn || token.pos == Pos::adj || token.tag == Tag::nn || token.text == "-";
    };
    while (begin > floor && describes(begin - 1)) --begin;
    // "a nurse and bishop Ana Paz" may be two, and so may what stands behind another name or "and".
    const Token& before = parse_[begin == floor ? floor : begin - 1];
    const bool indefinite = before.lower == "a" || before.lower == "an";
    const bool opens = begin == floor || before.text == "," || before.text == ";" || before.lower == "the" ||
                       (before.pos == Pos::adp && before.lower != "between") || is_verbal(before);
    if (indefinite || !opens) return;
    std::optional<Index> of;
    const std::string country = country_before(b_, words->begin, floor, of);
    add_occupation(b_, mention.entities[0], noun, {words->begin, end}, {words->begin, mention.span.end}, country, of);
  }

  // "Kenyan Commissioner for the Lake Basin" further to the left, "the Minister of Education, Dr" before the name.
  void with_complement(const TokenMention& mention, TokenIndex floor, TokenIndex end, std::string country) {
    const TokenIndex behind_honorifics = end;
    while (end > floor && is_honorific(b_, end - 1)) --end;
    const auto title = long_title_before(b_, floor, end);
    if (!title || b_.who.titles[title->title].name == "counterpart") return;
    if (parse_[title->span.end - 1].tag == Tag::nns) return;  // "the presidents of Chile and Peru, A and B"
    // "a spokesman for Kenyan President A": that he is A's is said by the country before A's own title.
    const bool own_title = behind_honorifics < mention.span.begin && end > title->span.end;
    if (own_title && (b_.country_at(end - 1) != EntityBuilder::kNone || parse_[end - 1].tag == Tag::pos)) return;
    // The next of a list: "Minister of Trade A, Senator B".
    const bool articled = title->span.begin > floor && parse_[title->span.begin - 1].tag == Tag::dt;
    if (parse_[end - 1].text == "," && !articled && (own_title || is_behind_a_person(title->span.begin))) return;
    std::optional<Index> of = title->of;
    std::optional<Index> owner;
    std::string own = title->country;
    if (own.empty()) own = country_before(b_, title->span.begin, floor, owner);
    if (own.empty()) own = std::move(country);
    add(mention.entities[0], title->title, title->span, {title->span.begin, mention.span.end}, own, of ? of : owner);
    gender_of_title(mention.entities[0], title->span);
    b_.mention(title->span, title->span.end - 1, MentionKind::title, mention.entities);
  }

  // "A, Minister of Trade of Chile, B, Minister of Trade of Peru": what stands behind a name and a comma is that
  // name's.
  bool is_behind_a_person(TokenIndex begin) const {
    if (begin < 2 || parse_[begin - 1].text != ",") return false;
    const auto& entities = b_.story.entities_at(begin - 2);
    return entities.size() == 1 && b_.entity(entities[0]).type == EntityType::person;
  }

  // "Foreign" of "Foreign and Defence Minister A".
  void second_portfolio(const TokenMention& mention, TokenSpan title, TokenIndex floor, const std::string& country) {
    constexpr std::string_view kMinister = "minister";
    if (parse_[title.end - 1].lower != kMinister || title.size() < 2) return;
    if (title.begin < floor + 2 || (parse_[title.begin - 1].lower != "and" && parse_[title.begin - 1].text != "&"))
      return;
    constexpr TokenIndex kLongest = 3;
    const TokenIndex end = title.begin - 1;
    std::string field;
    std::optional<std::uint32_t> office;
    TokenSpan words;
    for (TokenIndex t = end; t > floor && end - t < kLongest;) {
      --t;
      if (!is_capitalised(parse_[t])) break;
      field = std::string(parse_[t].lower) + " " + field;
      if (const auto longer = b_.who.title_phrases.find(field + std::string(kMinister))) {
        office = longer;
        words = {t, end};
      }
    }
    if (office) add(mention.entities[0], *office, words, {words.begin, mention.span.end}, country, std::nullopt);
  }

  bool is_plural_title(TokenSpan span, std::uint32_t title) const {
    const bool point = parse_[span.end - 1].text == "." && span.size() > 1;  // "Sens" + "."
    std::string_view last = parse_[span.end - (point ? 2 : 1)].lower;
    if (last.ends_with(".")) last.remove_suffix(1);
    return last.ends_with("s") && !b_.who.titles[title].name.ends_with("s");
  }

  // "Presidents A of X and B of Y": a plural title is that of the coordinated names too.
  void share(const TokenMention& mention, std::uint32_t title, TokenSpan span) {
    if (!is_plural_title(span, title)) return;
    Tokens others = coordinated(parse_, mention.head);
    for (const TokenIndex other : listed_behind(mention)) {
      if (std::find(others.begin(), others.end(), other) == others.end()) others.push_back(other);
    }
    for (const TokenIndex other : others) {
      if (other == mention.head || has_title_before(other)) continue;
      const auto& entities = b_.story.entities_at(other);
      if (entities.size() != 1 || b_.entity(entities[0]).type != EntityType::person) continue;
      std::optional<Index> of;
      const std::string country = country_behind(b_, other, of);
      add(entities[0], title, span, {span.begin, other + 1}, country, of);
    }
  }

  // "Senators A, B and Ohio Governor C": C has a title of his own.
  bool has_title_before(TokenIndex head) const {
    if (b_.story.mention_at[head] < 0) return false;
    const TokenIndex begin = b_.story.mentions[static_cast<std::size_t>(b_.story.mention_at[head])].span.begin;
    TokenSpan span;
    std::uint32_t title = 0;
    return title_ending_at(b_, begin, parse_.sentences[parse_[head].sentence].begin, span, title) &&
           !is_plural_title(span, title);
  }

  // The heads of the names of a list behind its first one, where what stands between is its commas and "and" and,
  // behind a name, brackets or "of" with a place: "A (D-Ohio), B (R-Utah) and C", "A of Ohio and B of Utah".
  Tokens listed_behind(const TokenMention& first) const {
    Tokens heads;
    TokenIndex t = first.span.end;
    while (true) {
      t = behind_brackets(t);
      if (t + 1 < parse_.size() && parse_[t].lower == "of" && parse_[t + 1].pos == Pos::propn) {
        for (++t; t < parse_.size() && parse_[t].pos == Pos::propn;) ++t;
      }
      const TokenIndex separator = t;
      if (t < parse_.size() && parse_[t].text == ",") ++t;
      if (t < parse_.size() && (parse_[t].lower == "and" || parse_[t].text == "&")) ++t;
      if (t == separator || t >= parse_.size() || b_.story.mention_at[t] < 0) return heads;
      const TokenMention& m = b_.story.mentions[static_cast<std::size_t>(b_.story.mention_at[t])];
      const bool name = m.kind == MentionKind::name && m.span.begin == t && m.entities.size() == 1;
      if (!name || b_.entity(m.entities[0]).type != EntityType::person) return heads;
      heads.push_back(m.head);
      t = m.span.end;
    }
  }

  // Behind the brackets that open at `t`, or `t`.
  TokenIndex behind_brackets(TokenIndex t) const {
    constexpr TokenIndex kLongest = 8;
    if (t >= parse_.size() || parse_[t].text != "(") return t;
    for (TokenIndex close = t + 1; close < parse_.size() && close - t <= kLongest; ++close) {
      if (parse_[close].text == ")") return close + 1;
    }
    return t;
  }

  // "Ivanov, the foreign minister of Russia," and "the Russian foreign minister, Ivanov".
  void behind(const TokenMention& mention) {
    const TokenIndex floor = parse_.sentences[parse_[mention.head].sentence].begin;
    bool any = false;
    for (const TokenIndex beside : phrases_beside(b_, mention)) {
      const TokenIndex noun = one_of_several(parse_, beside);
      if (noun != beside) {
        any = one_of(mention, noun, floor) || any;
        continue;
      }
      const bool plural = parse_[noun].tag == Tag::nns || parse_[noun].tag == Tag::nnps;
      if (b_.story.mention_at[noun] >= 0) {
        title_before_body(mention, noun);
        continue;
      }
      TokenSpan span;
      std::uint32_t title = 0;
      if (!title_at(b_, noun, floor, span, title)) {
        if (!plural) any = occupation_beside(mention, noun, floor) || any;
        continue;
      }
      if (b_.who.titles[title].name == "counterpart" || is_of_the_next(span, mention)) continue;
      if (!plural && is_beside_another(noun, mention)) continue;
      std::optional<Index> of;
      std::string country = country_before(b_, span.begin, floor, of);
      if (country.empty()) country = country_behind(b_, noun, of);
      if (country.empty() && !of && noun > mention.span.end) country = owner_behind_comma(noun, of);
      if (country.empty() && !of) country = country_of_joined(span, title, floor, of);
      if (plural) country = country_of_one(b_, noun, mention.head, std::move(country), of);
      if (!plural && noun < mention.span.begin) first_of_two(mention, in_full(b_, span).begin, floor, country, of);
      any = any || noun > mention.span.end;
      add(mention.entities[0], title, span, core_phrase(parse_, noun), country, of);
      if (!plural) mention_title(b_, noun, mention.entities);
      if (plural && noun > mention.span.end) {
        share_behind(mention, title, span, noun, country, of);
        share_with_joined(mention, title, span, noun, country, of);
      }
      if (noun < mention.span.begin && is_plural_title(span, title))
        share_list(mention, title, span, noun, country, of);
    }
    if (!any) apposed(mention);
  }

  // "Another runner in the final, Ana Paz,": the noun that a phrase parts from the name. What stands right beside it is
  // read later. Whether it tells what somebody is.
  bool occupation_beside(const TokenMention& mention, TokenIndex noun, TokenIndex floor) {
    const auto words = b_.who.noun_phrases.ending_at(parse_, b_.story.text, floor, noun + 1, 3);
    if (!words || b_.story.mention_at[noun] >= 0) return false;
    const ActorNoun& known = b_.who.nouns[words->value];
    if (known.kind != ActorNoun::Kind::people || !known.office || known.plural) return false;
    const Tokens right_beside = appositions(parse_, mention.head);
    const bool direct = parse_[mention.head].head == noun ||
                        std::find(right_beside.begin(), right_beside.end(), noun) != right_beside.end();
    if (direct || noun > mention.span.begin) return true;
    // "sold it to a rider in the final, Ana Paz said"
    if (mention.span.end >= parse_.size() || parse_[mention.span.end].text != ",") return false;
    std::optional<Index> of;
    const std::string country = country_before(b_, words->begin, floor, of);
    add_occupation(b_, mention.entities[0], known, {words->begin, noun + 1}, core_phrase(parse_, noun), country, of);
    return true;
  }

  // "A, one of the union's lawyers,": what several are, as said of one of them.
  bool one_of(const TokenMention& mention, TokenIndex noun, TokenIndex floor) {
    TokenSpan span;
    std::uint32_t title = 0;
    std::optional<Index> of;
    if (title_at(b_, noun, floor, span, title)) {
      if (b_.who.titles[title].name == "counterpart") return false;
      std::string country = country_before(b_, span.begin, floor, of);
      if (country.empty()) country = country_behind(b_, noun, of);
      add(mention.entities[0], title, span, core_phrase(parse_, noun), std::move(country), of);
      return true;
    }
    const auto plural = occupation_ending_at(noun, floor);
    if (!plural) return false;
    const std::string country = country_before(b_, plural->begin, floor, of);
    add_occupation(b_, mention.entities[0], b_.who.one_of(plural->value), {plural->begin, noun + 1},
                   core_phrase(parse_, noun), country, of);
    return true;
  }

  // The plural there of a noun that tells what people are; its singular stands before it in the lexicon.
  std::optional<PhraseTable::Ending> occupation_ending_at(TokenIndex noun, TokenIndex floor) const {
    const auto plural = b_.who.noun_phrases.ending_at(parse_, b_.story.text, floor, noun + 1, 3);
    if (!plural || !b_.who.nouns[plural->value].plural) return std::nullopt;
    const ActorNoun& one = b_.who.one_of(plural->value);
    return one.kind == ActorNoun::Kind::people && one.office ? plural : std::nullopt;
  }

  // "reporters" of "reporters such as A", "reporters like A", "reporters, including A": what those are of whom some are
  // named. kNoToken where there is none.
  TokenIndex group_of(const TokenMention& mention) const {
    const Token& name = parse_[mention.head];
    if (name.relation != Relation::pobj || name.head >= mention.span.begin) return kNoToken;
    const TokenIndex link = name.head;
    const std::string_view word = parse_[link].lower;
    const bool such = word == "as" && link > 0 && parse_[link - 1].lower == "such";
    if (!such && word != "like" && word != "including") return kNoToken;
    // "volunteers and reporters such as A": what the last of them are.
    TokenIndex noun = parse_[link].head;
    for (const TokenIndex one : coordinated(parse_, noun)) {
      if (one < link) noun = std::max(noun, one);
    }
    return noun < link && parse_[noun].tag == Tag::nns ? noun : kNoToken;
  }

  // Leaders may lead anything, and members be of anything.
  bool tells_what_each_is(std::uint32_t title) const {
    const Title& known = b_.who.titles[title];
    const bool of_anything = known.of_bodies_alone || known.name == "leader" || known.name == "counterpart";
    return !of_anything;
  }

  void among_others(const TokenMention& mention) {
    const TokenIndex noun = group_of(mention);
    if (noun == kNoToken || mention.kind != MentionKind::name) return;
    const TokenIndex floor = parse_.sentences[parse_[noun].sentence].begin;
    Tokens all = coordinated(parse_, mention.head);
    for (const TokenIndex other : listed_behind(mention)) {
      if (std::find(all.begin(), all.end(), other) == all.end()) all.push_back(other);
    }
    TokenSpan span;
    std::uint32_t title = 0;
    const bool titled = title_at(b_, noun, floor, span, title);
    const auto occupation = titled ? std::nullopt : occupation_ending_at(noun, floor);
    if (!titled && !occupation) return;
    if (titled && !tells_what_each_is(title)) return;
    std::optional<Index> of;
    std::string country = country_before(b_, titled ? span.begin : occupation->begin, floor, of);
    const TokenSpan phrase = core_phrase(parse_, noun);
    const bool with_hyphen = std::any_of(parse_.tokens.begin() + phrase.begin, parse_.tokens.begin() + noun,
                                         [](const Token& token) { return token.text == "-"; });
    if (with_hyphen) country.clear();  // "pro-Chilean politicians"
    for (const TokenIndex name : all) {
      const auto& entities = b_.story.entities_at(name);
      if (entities.size() != 1 || !b_.entity(entities[0]).is_named_person()) continue;
      if (titled && !has_title_before(name)) add(entities[0], title, span, core_phrase(parse_, noun), country, of);
      if (occupation)
        add_occupation(b_, entities[0], b_.who.one_of(occupation->value), {occupation->begin, noun + 1},
                       core_phrase(parse_, noun), country, of);
    }
  }

  // "prime minister" of "Peru's prime minister and finance minister, Ana Paz,", where the parser takes it for a part of
  // the office behind "and"; whose the two are stands before it.
  void first_of_two(const TokenMention& mention, TokenIndex second, TokenIndex floor, std::string& country,
                    std::optional<Index>& of) {
    TokenSpan span;
    std::uint32_t title = 0;
    if (second <= floor + 1 || parse_[second - 1].lower != "and") return;
    if (!title_ending_at(b_, second - 1, floor, span, title) || b_.story.mention_at[span.end - 1] >= 0) return;
    if (parse_[span.end - 1].relation != Relation::nmod || parse_[span.end - 1].tag == Tag::nns) return;
    std::optional<Index> owner;
    std::string own = country_before(b_, span.begin, floor, owner);
    if (country.empty() && !of) {
      country = own;
      of = owner;
    }
    add(mention.entities[0], title, span, {span.begin, mention.span.end}, std::move(own), owner);
  }

  // "Luis Rojas, a spokesman for Mrs. Paz,", where the parser saw no apposition.
  void apposed(const TokenMention& mention) {
    if (mention.kind != MentionKind::name) return;
    const std::vector<ApposedTitle> titles = titles_apposed(b_, mention);
    if (const auto noun = titles.empty() ? occupation_apposed(b_, mention) : std::nullopt) {
      std::optional<Index> of;
      std::string country = country_before(b_, noun->span.begin, noun->floor, of);
      if (country.empty() && !of) of = owner_of_apposed(b_, *noun);
      if (of) country = b_.entity(*of).country;
      add_occupation(b_, mention.entities[0], b_.who.nouns[noun->title], noun->span, {noun->floor, noun->end}, country,
                     of);
      return;
    }
    for (const ApposedTitle& found : titles) {
      if (b_.who.titles[found.title].name == "counterpart" || is_of_the_next(found.span, mention)) return;
      if (b_.story.mention_at[found.span.begin] >= 0 || b_.story.mention_at[found.span.end - 1] >= 0) return;
      std::optional<Index> of;
      std::string country = country_before(b_, found.span.begin, found.floor, of);
      if (country.empty() && !of) of = owner_of_apposed(b_, found);
      if (of) country = b_.entity(*of).country;
      add(mention.entities[0], found.title, found.span, {found.span.begin, found.end}, country, of);
      mention_title(b_, found.span.end - 1, mention.entities);
    }
  }

  // "A, chief executive and co-founder of Lakes Capital", "Lakes Union founder and president A": what one of two titles
  // of bodies that "and" joins is of the other is of too, where nothing else is said of it.
  std::string country_of_joined(TokenSpan span, std::uint32_t title, TokenIndex floor, std::optional<Index>& of) const {
    const auto is_in_bodies = [&](std::uint32_t t) {
      return b_.who.titles[t].of_body || b_.who.titles[t].leads || b_.who.titles[t].sector == "BUS";
    };
    if (!is_in_bodies(title)) return {};
    std::string country;
    if (span.end + 1 < parse_.size() && parse_[span.end].lower == "and") {
      const auto other = b_.who.title_phrases.longest(parse_, b_.story.text, span.end + 1);
      if (other && is_in_bodies(other->value)) country = country_behind(b_, other->end - 1, of);
    } else if (span.begin > floor + 1 && parse_[span.begin - 1].lower == "and") {
      TokenSpan other;
      std::uint32_t before = 0;
      if (title_ending_at(b_, span.begin - 1, floor, other, before) && is_in_bodies(before))
        country = country_before(b_, other.begin, floor, of);
    }
    if (of && b_.entity(*of).type == EntityType::person) of.reset(), country.clear();
    return country;
  }

  // The one body that a mention's words name there, if it is named.
  std::optional<Index> body_at(TokenIndex t) const {
    const auto& entities = b_.story.entities_at(t);
    if (entities.size() != 1 || b_.entity(entities[0]).type != EntityType::organisation) return std::nullopt;
    const TokenMention& m = b_.story.mentions[static_cast<std::size_t>(b_.story.mention_at[t])];
    return m.kind == MentionKind::name ? std::optional(entities[0]) : std::nullopt;
  }

  // "A, Director, Campaign for Rivers,", "A (director, Campaign for Rivers)", "A (trade minister, Peru)": the body
  // between the next two commas behind a title without an article, or what the brackets end with. Its country.
  std::string owner_behind_comma(TokenIndex noun, std::optional<Index>& of) const {
    const TokenIndex begin = noun + 2;
    if (begin >= parse_.size() || parse_[noun + 1].text != "," || child_of(parse_, noun, Relation::det) != kNoToken)
      return {};
    const auto& there = b_.story.entities_at(begin);
    if (there.size() != 1) return {};
    const TokenIndex end = b_.story.mentions[static_cast<std::size_t>(b_.story.mention_at[begin])].span.end;
    if (end >= parse_.size()) return {};
    const bool brackets = parse_[end].text == ")";
    const std::string_view next = parse_[end].text;
    const bool closed =
        brackets || next == "," || next == "." || next == "(" || next == ":" || next == ";" || is_verbal(parse_[end]);
    const bool state = brackets && b_.entity(there[0]).type == EntityType::country;
    if (!closed || !(state || body_at(begin))) return {};
    of = there[0];
    return b_.entity(there[0]).country;
  }

  // "A, Executive Director Lakes Foundation,": the parser sees but the body behind the name.
  void title_before_body(const TokenMention& mention, TokenIndex noun) {
    const auto body = body_at(noun);
    const TokenIndex floor = mention.span.end + 1;
    if (!body || noun < floor) return;
    const TokenIndex begin = b_.story.mentions[static_cast<std::size_t>(b_.story.mention_at[noun])].span.begin;
    TokenSpan span;
    std::uint32_t title = 0;
    if (begin <= floor || !title_ending_at(b_, begin, floor, span, title)) return;
    TokenIndex first = in_full(b_, span).begin;
    if (first > floor && parse_[first - 1].tag == Tag::dt) --first;
    if (first == floor && parse_[floor - 1].text == ",")
      add(mention.entities[0], title, span, {span.begin, noun + 1}, b_.entity(*body).country, body);
  }

  // "Six harbour MPs -- A, B and C -- left": of which the parser may see the first alone.
  void share_list(const TokenMention& first, std::uint32_t title, TokenSpan span, TokenIndex noun,
                  const std::string& country, std::optional<Index> of) {
    for (const TokenIndex other : listed_behind(first)) {
      std::optional<Index> body = of;
      std::string own = country_of_one(b_, noun, other, country, body);
      add(b_.story.entities_at(other)[0], title, span, core_phrase(parse_, noun), std::move(own), body);
    }
  }

  // "A, B and C, all members of parliament": what is said behind the last is said of all.
  void share_behind(const TokenMention& first, std::uint32_t title, TokenSpan span, TokenIndex noun,
                    const std::string& country, std::optional<Index> of) {
    if (child_word(parse_, noun, "all") == kNoToken && child_word(parse_, noun, "both") == kNoToken) return;
    for (const TokenMention& m : b_.story.mentions) {
      if (m.kind != MentionKind::name || m.span.begin < first.span.end || m.span.end > noun) continue;
      if (m.entities.size() != 1 || b_.entity(m.entities[0]).type != EntityType::person) continue;
      add(m.entities[0], title, span, core_phrase(parse_, noun), country, of);
    }
  }

  // "A and B, ministers of Chile and Peru": what stands behind names that "and" joins is said of each, whichever the
  // parser hangs it on.
  void share_with_joined(const TokenMention& one, std::uint32_t title, TokenSpan span, TokenIndex noun,
                         const std::string& country, std::optional<Index> of) {
    const auto is_person = [&](TokenIndex t) {
      const auto& entities = b_.story.entities_at(t);
      return entities.size() == 1 && b_.entity(entities[0]).type == EntityType::person;
    };
    const Tokens names = coordinated(parse_, first_conjunct(parse_, one.head));
    if (!std::all_of(names.begin(), names.end(), is_person)) return;
    for (const TokenIndex name : names) {
      if (name == one.head || name > noun) continue;
      std::optional<Index> body = of;
      std::string own = country_of_one(b_, noun, name, country, body);
      add(b_.story.entities_at(name)[0], title, span, core_phrase(parse_, noun), std::move(own), body);
    }
  }

  // "Ambassador A, Deputy Minister of Trade B and C": the title is B's.
  bool is_of_the_next(TokenSpan title, const TokenMention& mention) const {
    if (title.begin < mention.span.end) return false;
    if (title.end < parse_.size() && parse_[title.end].lower == "and" && leads_to_a_titled_name(title.end + 1)) {
      return true;
    }
    // "Ana Paz, and the deputy director, Luis Rojas,"
    if (title.end < parse_.size() && parse_[title.end].text == "," && title.begin > 1 &&
        parse_[title.begin - 1].lower == "the" && parse_[title.begin - 2].lower == "and") {
      TokenIndex name = title.end + 1;
      while (is_honorific(b_, name)) ++name;
      const auto& entities = b_.story.entities_at(name);
      if (entities.size() == 1 && b_.entity(entities[0]).type == EntityType::person) return true;
    }
    constexpr TokenIndex kFar = 14;
    for (TokenIndex t = title.end; t < parse_.size() && t - title.end < kFar; ++t) {
      const auto& entities = b_.story.entities_at(t);
      const bool person = entities.size() == 1 && b_.entity(entities[0]).type == EntityType::person;
      if (person) {
        TokenIndex name = t;
        while (name > title.end && is_honorific(b_, name - 1) && !b_.who.title_phrases.find(parse_[name - 1].lower))
          --name;  // "a spokesman for Mrs. Paz"
        const auto own = name == title.end ? std::nullopt : long_title_before(b_, title.begin, name);
        return name == title.end || (own && own->span.begin == title.begin && parse_[name - 1].text != ",");
      }
      if (parse_[t].text == "," || is_verbal(parse_[t])) return false;
    }
    return false;
  }

  // "Ana Paz and Luis Rojas, the union's treasurer,": it is he who is the treasurer, whomever the parser joins it to.
  bool is_beside_another(TokenIndex noun, const TokenMention& mention) const {
    const TokenIndex begin = core_phrase(parse_, noun).begin;
    if (noun < mention.span.end || begin < mention.span.end + 2 || parse_[begin - 1].text != ",") return false;
    const auto& entities = b_.story.entities_at(begin - 2);
    return entities.size() == 1 && entities != mention.entities && b_.entity(entities[0]).type == EntityType::person &&
           !b_.entity(entities[0]).anonymous;
  }

  // "council member B" behind "finance minister and": a title and a name, and nothing between.
  bool leads_to_a_titled_name(TokenIndex begin) const {
    constexpr TokenIndex kFar = 7;
    for (TokenIndex t = begin; t < parse_.size() && t < begin + kFar; ++t) {
      const auto& entities = b_.story.entities_at(t);
      if (entities.size() == 1 && b_.entity(entities[0]).type == EntityType::person) {
        if (t == begin) return false;
        const Token& last = parse_[t - 1];
        return b_.who.title_phrases.find(last.lower) || b_.who.noun_phrases.find(last.lower);
      }
      const Token& token = parse_[t];
      const bool part = token.pos == Pos::noun || token.pos == Pos::propn || token.pos == Pos::adj || token.text == "-";
      if (!part) return false;
    }
    return false;
  }

  // The country's code in the brackets that open there: "(BOL)"; glued to what a slash parts: "(BOL)/Ana".
  std::string code_in_brackets(TokenIndex open) const {
    if (open + 2 >= parse_.size() || parse_[open].text != "(") return {};
    const std::string_view word = parse_[open + 1].text;
    const std::string code(word.substr(0, word.find(")/")));
    const bool closed = code.size() < word.size() || parse_[open + 2].text == ")";
    return closed && b_.who.country_by_code.contains(code) ? code : std::string();
  }

  // "Luis Rojas (Bolivia)"; "Luis Rojas (BOL)" of a list of several countries, since "(PAN)" alone may be a party.
  std::string country_in_brackets(TokenIndex open) {
    if (open + 2 >= parse_.size() || parse_[open].text != "(") return {};
    TokenIndex end = open + 2;
    const std::uint32_t country = b_.country_at(open + 1, &end);
    if (country != EntityBuilder::kNone && end < parse_.size() && parse_[end].text == ")")
      return b_.who.known[country].country;
    if (!codes_) {
      codes_.emplace();
      for (TokenIndex t = 0; t < parse_.size(); ++t) codes_->insert(code_in_brackets(t));
      codes_->erase("");
    }
    constexpr std::size_t kList = 3;
    return codes_->size() >= kList ? code_in_brackets(open) : std::string();
  }

  // "Ohio" of "Ana Paz (D-Ohio)" and of "Senator Ana Paz of Ohio".
  std::string seat_of_name(Index person, TokenIndex behind_name) const {
    const auto& roles = b_.entity(person).roles;
    const bool sits = std::any_of(roles.begin(), roles.end(), [](const Role& r) { return r.sector == "LEG"; });
    if (!sits) return {};
    std::string state = state_of_constituency(b_, behind_name);
    if (!state.empty() || behind_name + 1 >= parse_.size() || parse_[behind_name].lower != "of") return state;
    return state_of_office(b_, {behind_name - 1, behind_name});
  }

  // "Bolivia's Luis Rojas", "Ana Paz of Chile".
  void country_of_name(const TokenMention& mention) {
    const Index e = mention.entities[0];
    if (mention.kind != MentionKind::name) return;
    if (b_.notes[e].seat.empty()) b_.notes[e].seat = seat_of_name(e, mention.span.end);
    if (!b_.entity(e).country.empty()) return;
    const TokenIndex begin = mention.span.begin;
    if (begin > 1 && parse_[begin - 1].tag == Tag::pos) {
      const TokenIndex owner = begin - 2;
      const auto& entities = b_.story.entities_at(owner);
      const bool state = entities.size() == 1 && b_.entity(entities[0]).type == EntityType::country;
      if (state) return b_.give_country(e, b_.entity(entities[0]).country);
    }
    if (const std::string country = country_in_brackets(mention.span.end); !country.empty())
      return b_.give_country(e, country);
    if (const std::string country = country_of_constituency(b_, mention.span.end); !country.empty()) {
      return b_.give_country(e, country);
    }
    const TokenIndex of = mention.span.end;
    if (of + 1 >= parse_.size() || parse_[of].lower != "of" || parse_[of].head != mention.head) return;
    TokenIndex end = of + 1;
    const std::uint32_t country = b_.country_at(of + 1, &end);
    if (country == EntityBuilder::kNone || b_.who.peoples.longest(parse_, b_.story.text, of + 1)) return;
    // "Ana Paz of Georgia", which is a state as well
    if (const std::string state = country_of_state(b_, {of + 1, end}); !state.empty()) {
      const bool in_state = b_.home_country() == state;
      if (in_state || b_.home_country() == b_.who.known[country].country) b_.give_country(e, b_.home_country());
      return;
    }
    b_.give_country(e, b_.who.known[country].country);
  }

  void country_of_people(const TokenMention& mention) {
    const Index e = mention.entities[0];
    if (mention.kind != MentionKind::name || b_.entity(e).anonymous || !b_.entity(e).country.empty()) return;
    const std::string country = nationality(b_, mention, phrases_beside(b_, mention));
    if (!country.empty()) b_.give_country(e, country);
  }

  void gender_of_title(Index e, TokenSpan span) {
    const std::string_view last = parse_[span.end - 1].lower;
    if (last.ends_with("woman") || last == "queen" || last == "princess" || last == "first lady") {
      b_.notes[e].gender = Gender::female;
    } else if (last.ends_with("man") || last == "king" || last == "prince" || last == "emir" || last == "pope") {
      b_.notes[e].gender = Gender::male;
    }
  }

  // "Mr. Putin", "Mrs. Clinton".
  void gender(const TokenMention& mention) {
    if (mention.span.begin == 0) return;
    const std::string_view word = parse_[mention.span.begin - 1].lower;
    if (word == "mr." || word == "mr") b_.notes[mention.entities[0]].gender = Gender::male;
    if (word == "mrs." || word == "ms." || word == "mrs" || word == "ms") {
      b_.notes[mention.entities[0]].gender = Gender::female;
    }
  }

  EntityBuilder& b_;
  const Parse& parse_;
  std::optional<std::set<std::string>> codes_;  // of countries in brackets, once asked for
};

}  // namespace

void find_offices(EntityBuilder& b) {
  Offices(b).run();
}

}  // namespace dragoman
