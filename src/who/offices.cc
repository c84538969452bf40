// Offices: titles before a name ("Russian Foreign Minister Oleg Ivanov"), behind it ("Ivanov, the foreign minister"),
// shared ("Presidents A of X and B of Y"), and what the register of holders adds.
#include "language/syntax.h"
#include "who/builder.h"
#include "who/long_titles.h"
#include "who/occupations.h"
#include "who/office_owner.h"
#include "who/office_phrases.h"
#include "who/phrases.h"
#include "who/predicate_offices.h"
#include "who/registered_people.h"
#include "who/roles.h"

#include <algorithm>
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
      gender(mention);
    }
    counterparts();
    for (std::size_t m = 0; m < b_.story.mentions.size(); ++m) {
      const TokenMention& mention = b_.story.mentions[m];
      if (mention.entities.size() != 1 || b_.entity(mention.entities[0]).type != EntityType::person) continue;
      predicated(mention.entities[0], mention.head);
    }
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

  // The title that ends right before token `end`, as far to the left as one reaches.
  bool title_ending_at(TokenIndex end, TokenIndex floor, TokenSpan& span, std::uint32_t& title) const {
    constexpr TokenIndex kLongest = 9;
    const auto found = b_.who.title_phrases.ending_at(parse_, b_.story.text, floor, end, kLongest);
    if (!found) return false;
    span = {found->begin, end};
    title = found->value;
    if (is_half_of_a_word(b_, span.begin)) return false;
    // "Deputy Minister" + "of Trade" is no "Minister of Trade".
    for (TokenIndex back = 1; back <= 3 && span.begin >= floor + back; ++back) {
      const auto wider = b_.who.title_phrases.longest(parse_, b_.story.text, span.begin - back);
      if (wider && wider->end > span.begin) return false;
    }
    return true;
  }

  // The title whose noun is at `noun`: "foreign minister", "Minister of Foreign Affairs".
  bool title_at(TokenIndex noun, TokenIndex floor, TokenSpan& span, std::uint32_t& title) const {
    if (title_ending_at(noun + 1, floor, span, title)) return true;
    constexpr TokenIndex kBack = 3;
    for (TokenIndex back = kBack + 1; back-- > 0;) {
      if (noun < floor + back) continue;
      const auto match = b_.who.title_phrases.longest(parse_, b_.story.text, noun - back);
      if (!match || match->end <= noun || is_half_of_a_word(b_, noun - back)) continue;
      span = {noun - back, match->end};
      title = match->value;
      return true;
    }
    return false;
  }

  void before(const TokenMention& mention) {
    const TokenIndex floor = parse_.sentences[parse_[mention.head].sentence].begin;
    TokenIndex end = mention.span.begin;
    TokenSpan span;
    std::uint32_t title = 0;
    std::string country;
    std::optional<Index> of;
    // Several titles may stand in a row: "Coordinator for the Lake Basin Professor Ana Paz".
    bool any = false;
    while (end > floor && title_ending_at(end, floor, span, title)) {
      if (!any) {
        country = country_before(b_, span.begin, floor, of);
        if (country.empty()) country = country_behind(b_, mention.head, of);
        if (country.empty() && !of) country = body_named_before(b_, span.begin, of);
        if (const auto& own = b_.story.entities_at(span.begin); !of && own.size() == 1) of = own[0];  // "UN envoy"
      }
      if (any && country.empty() && !of) country = country_before(b_, span.begin, floor, of);
      any = true;
      end = span.begin;
      const bool alike = span.end < mention.span.begin && b_.words(span) == "fellow";  // "fellow astronaut A"
      if (b_.who.titles[title].name == "counterpart" || alike) continue;
      add(mention.entities[0], title, span, {span.begin, mention.span.end}, country, of);
      gender_of_title(mention.entities[0], span);
      share(mention, title, span);
    }
    with_complement(mention, floor, end, country);
    if (any) {
      joined(mention, floor, end);
    } else {
      described(mention, floor);
    }
  }

  // "British diplomat Sir Peter Hale", "Kenyan runner A": what he is and whose.
  void described(const TokenMention& mention, TokenIndex floor) {
    TokenIndex end = mention.span.begin;
    while (end > floor && is_honorific(b_, end - 1)) --end;
    constexpr TokenIndex kLongest = 3;
    for (TokenIndex back = 1; back <= kLongest && end >= floor + back; ++back) {
      const auto noun = b_.who.noun_phrases.longest(parse_, b_.story.text, end - back);
      if (!noun || noun->end != end || parse_[end - 1].tag != Tag::nn) continue;
      const ActorNoun& known = b_.who.nouns[noun->value];
      if (known.kind != ActorNoun::Kind::people || known.plural) continue;
      const Index e = mention.entities[0];
      std::optional<Index> of;
      const std::string country = country_before(b_, end - back, floor, of);
      add_occupation(b_, e, known, {end - back, end}, {end - back, mention.span.end}, country, of);
      if (b_.entity(e).country.empty()) b_.entity(e).country = country;
      if (b_.notes[e].sector.empty()) b_.notes[e].sector = known.sector;
      b_.mention({end - back, end}, end - 1, MentionKind::title, mention.entities);
      return;
    }
    // "Hungarian beekeeper A": whatever the noun is, the adjective says whose he is.
    TokenIndex at = end;
    while (at > floor && end - at < kLongest && parse_[at - 1].tag == Tag::nn) --at;
    TokenIndex behind = at;
    if (at == end || at == floor || b_.country_at(at - 1, &behind) == EntityBuilder::kNone || behind != at) return;
    const std::uint32_t country = b_.country_at(at - 1);
    const bool adjective = b_.who.peoples.find(parse_[at - 1].text).has_value();
    if (adjective && b_.entity(mention.entities[0]).country.empty()) {
      b_.entity(mention.entities[0]).country = b_.who.known[country].country;
    }
  }

  // "Deputy Prime Minister and Reform Party leader A": a title before the "and" that no article parts from him.
  void joined(const TokenMention& mention, TokenIndex floor, TokenIndex end) {
    constexpr TokenIndex kFurthest = 6;
    TokenIndex link = end;
    for (TokenIndex step = 0; step < kFurthest && link > floor; ++step) {
      const Token& token = parse_[link - 1];
      if (token.lower == "and") break;
      if (token.pos != Pos::propn && token.pos != Pos::adj && token.pos != Pos::noun && token.pos != Pos::punct) return;
      --link;
    }
    TokenSpan span;
    std::uint32_t title = 0;
    if (link <= floor || parse_[link - 1].lower != "and" || !title_ending_at(link - 1, floor, span, title)) return;
    if (b_.who.titles[title].name == "counterpart" || parse_[span.begin].text == parse_[span.begin].lower) return;
    if (span.begin > floor && parse_[span.begin - 1].tag == Tag::dt) return;
    std::optional<Index> of;
    const std::string country = country_before(b_, span.begin, floor, of);
    add(mention.entities[0], title, span, {span.begin, mention.span.end}, country, of);
  }

  // "Kenyan Commissioner for the Lake Basin" further to the left, "the Minister of Education, Dr" before the name.
  void with_complement(const TokenMention& mention, TokenIndex floor, TokenIndex end, std::string country) {
    while (end > floor && is_honorific(b_, end - 1)) --end;
    const auto title = long_title_before(b_, floor, end);
    if (!title || b_.who.titles[title->title].name == "counterpart") return;
    // "a spokesman for Kenyan President A": that he is A's is said by the country before A's own title.
    const bool own_title = end < mention.span.begin && end > title->span.end;
    if (own_title && (b_.country_at(end - 1) != EntityBuilder::kNone || parse_[end - 1].tag == Tag::pos)) return;
    std::optional<Index> of = title->of;
    std::optional<Index> owner;
    std::string own = title->country;
    if (own.empty()) own = country_before(b_, title->span.begin, floor, owner);
    if (own.empty()) own = std::move(country);
    add(mention.entities[0], title->title, title->span, {title->span.begin, mention.span.end}, own, of ? of : owner);
    gender_of_title(mention.entities[0], title->span);
    b_.mention(title->span, title->span.end - 1, MentionKind::title, mention.entities);
  }

  // "Presidents A of X and B of Y": a plural title is that of the coordinated names too.
  void share(const TokenMention& mention, std::uint32_t title, TokenSpan span) {
    const Token& last = parse_[span.end - 1];
    if (!last.lower.ends_with("s") || b_.who.titles[title].name.ends_with("s")) return;
    for (const TokenIndex other : coordinated(parse_, mention.head)) {
      if (other == mention.head) continue;
      const auto& entities = b_.story.entities_at(other);
      if (entities.size() != 1 || b_.entity(entities[0]).type != EntityType::person) continue;
      std::optional<Index> of;
      const std::string country = country_behind(b_, other, of);
      add(entities[0], title, span, {span.begin, other + 1}, country, of);
    }
  }

  // "Ivanov, the foreign minister of Russia," and "the Russian foreign minister, Ivanov".
  void behind(const TokenMention& mention) {
    const TokenIndex floor = parse_.sentences[parse_[mention.head].sentence].begin;
    for (const TokenIndex noun : phrases_beside(b_, mention)) {
      if (b_.story.mention_at[noun] >= 0) continue;
      TokenSpan span;
      std::uint32_t title = 0;
      if (!title_at(noun, floor, span, title)) continue;
      if (b_.who.titles[title].name == "counterpart" || is_of_the_next(span, mention)) continue;
      std::optional<Index> of;
      std::string country = country_before(b_, span.begin, floor, of);
      if (country.empty()) country = country_behind(b_, noun, of);
      add(mention.entities[0], title, span, core_phrase(parse_, noun), country, of);
      mention_phrase(noun, mention.entities);
    }
  }

  // "Paz is the mayor", "Paz, who chairs the council".
  void predicated(Index person, TokenIndex name) {
    const TokenIndex floor = parse_.sentences[parse_[name].sentence].begin;
    for (const PredicatedOffice& p : predicated_offices(b_, name)) {
      OfficeWords office;
      if (p.owner != kNoToken) {
        const auto title = b_.who.title_phrases.find(p.verb->title);
        if (!title) continue;
        office.title = *title;
        office.span = {p.noun, p.noun + 1};
        office.evidence = {p.noun, p.owner + 1};
        office.owner = p.owner;
        if (const auto& body = b_.story.entities_at(p.owner); body.size() == 1) office.of = body[0];
        if (office.of) office.country = b_.entity(*office.of).country;
      } else {
        if (b_.story.mention_at[p.noun] >= 0 || !title_at(p.noun, floor, office.span, office.title)) continue;
        if (b_.who.titles[office.title].name == "counterpart") continue;
        office.evidence = core_phrase(parse_, p.noun);
        office.country = country_before(b_, office.span.begin, floor, office.of);
        if (office.country.empty()) office.country = country_behind(b_, p.noun, office.of);
      }
      if (p.past) office.status = RoleStatus::former;
      add_role(b_, person, std::move(office));
    }
  }

  // "Ambassador A, Deputy Minister of Trade B and C": the title is B's.
  bool is_of_the_next(TokenSpan title, const TokenMention& mention) const {
    if (title.begin < mention.span.end) return false;
    constexpr TokenIndex kFar = 14;
    for (TokenIndex t = title.end; t < parse_.size() && t - title.end < kFar; ++t) {
      const auto& entities = b_.story.entities_at(t);
      const bool person = entities.size() == 1 && b_.entity(entities[0]).type == EntityType::person;
      if (person) {
        const auto own = t == title.end ? std::nullopt : long_title_before(b_, title.begin, t);
        return t == title.end || (own && own->span.begin == title.begin && parse_[t - 1].text != ",");
      }
      if (parse_[t].text == "," || is_verbal(parse_[t])) return false;
    }
    return false;
  }

  // The title's phrase is one more mention, after what other mention stands in it: "Russia's foreign minister".
  void mention_phrase(TokenIndex noun, const std::vector<Index>& entities) {
    TokenSpan phrase = core_phrase(parse_, noun);
    for (TokenIndex t = noun; t-- > phrase.begin;) {
      if (b_.story.mention_at[t] < 0 && parse_[t].tag != Tag::pos && parse_[t].tag != Tag::prp_poss) continue;
      phrase.begin = t + 1;
      break;
    }
    b_.mention(phrase, noun, MentionKind::title, entities);
  }

  // "her Japanese counterpart, Kenji Tanaka": the office of the one whose counterpart it is.
  void counterparts() {
    for (TokenIndex t = 0; t < parse_.size(); ++t) {
      if (parse_[t].lemma != "counterpart" || b_.story.boilerplate[t]) continue;
      const TokenIndex floor = parse_.sentences[parse_[t].sentence].begin;
      std::optional<Index> of;
      const std::string country = country_before(b_, t, floor, of);
      Tokens named = appositions(parse_, t);
      if (parse_[t].relation == Relation::compound || parse_[t].relation == Relation::appos) {
        named.push_back(parse_[t].head);
      }
      const TokenIndex next = t + 1 < parse_.size() && parse_[t + 1].text == "," ? t + 2 : t + 1;
      if (next < parse_.size() && b_.story.mention_at[next] >= 0) {
        named.push_back(b_.story.mentions[static_cast<std::size_t>(b_.story.mention_at[next])].head);
      }
      for (const TokenIndex name : named) {
        const auto entities = b_.story.entities_at(name);
        if (entities.size() != 1 || b_.entity(entities[0]).type != EntityType::person) continue;
        const std::string office = office_before(t, entities[0]);
        const auto title = b_.who.title_phrases.find(office);
        if (title && b_.entity(entities[0]).roles.empty()) {
          add(entities[0], *title, {t, t + 1}, {t, t + 1}, country, of);
        }
        b_.give_country(entities[0], country);
        mention_phrase(t, entities);
        break;
      }
    }
  }

  // That of the first office holder before it in the sentence, else of the last one in the sentence before.
  std::string office_before(TokenIndex t, Index but) const {
    const auto office_at = [&](TokenIndex s) -> const Role* {
      const auto& entities = b_.story.entities_at(s);
      return entities.size() == 1 && entities[0] != but && !b_.entity(entities[0]).roles.empty()
                 ? &b_.entity(entities[0]).roles.front()
                 : nullptr;
    };
    const std::uint32_t sentence = parse_[t].sentence;
    const TokenIndex floor = parse_.sentences[sentence].begin;
    for (TokenIndex s = floor; s < t; ++s) {
      if (const Role* role = office_at(s)) return role->title;
    }
    if (sentence == 0) return {};
    for (TokenIndex s = floor; s-- > parse_.sentences[sentence - 1].begin;) {
      if (const Role* role = office_at(s)) return role->title;
    }
    return {};
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
};

}  // namespace

void find_offices(EntityBuilder& b) {
  Offices(b).run();
}

}  // namespace dragoman
