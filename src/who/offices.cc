// Offices: titles before a name ("Russian Foreign Minister Oleg Ivanov"), behind it ("Ivanov, the foreign minister"),
// shared ("Presidents A of X and B of Y"), and what the register of holders adds.
#include "language/syntax.h"
#include "who/builder.h"
#include "who/long_titles.h"
#include "who/occupations.h"
#include "who/role_status.h"
#include "who/user_actors.h"

#include <algorithm>
#include <map>
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
    for (Index e = 0; e < b_.story.record.entities.size(); ++e) consult_register(e);
    for (Entity& e : b_.story.record.entities) of_person(e);
  }

 private:
  // "President Clinton's special envoy, William Hart", where the register alone knows the president's country.
  void of_person(Entity& e) {
    for (Role& role : e.roles) {
      if (!role.of || !role.country.empty() || b_.entity(*role.of).type != EntityType::person) continue;
      role.country = b_.entity(*role.of).country;
      if (e.country.empty()) e.country = role.country;
    }
  }

  bool has_role(Index e, const std::string& title) const {
    const auto& roles = b_.entity(e).roles;
    return std::any_of(roles.begin(), roles.end(), [&](const Role& r) { return r.title == title; });
  }

  bool has_portfolio(Index e) const {
    const auto& roles = b_.entity(e).roles;
    return std::any_of(roles.begin(), roles.end(), [](const Role& r) { return r.title.ends_with(" minister"); });
  }

  // `span` is the title alone.
  void add_role(Index e, std::uint32_t title, TokenSpan span, TokenSpan evidence, std::string country,
                std::optional<Index> of) {
    const Title& t = b_.who.titles[title];
    if (country.empty()) country = t.country;
    if (t.name == "minister" && has_portfolio(e)) return;  // "Minister Hale" of the education minister
    if (has_role(e, t.name)) {
      for (Role& role : b_.entity(e).roles) {
        if (role.title == t.name && role.country.empty()) role.country = country;
      }
    } else {
      Role role;
      role.title = t.name;
      role.sector = t.sector;
      role.country = country;
      role.of = of;
      role.evidence = b_.story.evidence(evidence);
      role.status = role_status(b_, span, parse_.sentences[parse_[span.begin].sentence].begin);
      b_.entity(e).roles.push_back(std::move(role));
    }
    if (b_.entity(e).country.empty()) b_.entity(e).country = country;
    if (b_.notes[e].sector.empty()) b_.notes[e].sector = t.sector;
    if (const auto* agent = b_.story.lexicon.user->agent(t.name); agent != nullptr && b_.notes[e].agent.empty()) {
      b_.notes[e].agent = agent->before ? agent->code + "~" : "~" + agent->code;
    }
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

  // A bracket or a quotation mark behind what it encloses.
  bool is_closing(TokenIndex t) const {
    const std::string_view w = parse_[t].text;
    return w == ")" || w == "\"" || w == "\xE2\x80\x9D" || w == "\xE2\x80\x99" || w == "''";
  }

  // Country or body before a title: "Russian …", "Japan's …", "the U.N. …".
  std::string country_before(TokenIndex begin, TokenIndex floor, std::optional<Index>& of) const {
    TokenIndex t = begin;
    constexpr int kFurthest = 6;
    for (int step = 0; step < kFurthest && t > floor; ++step) {
      --t;
      const Token& token = parse_[t];
      const std::int32_t at = b_.story.mention_at[t];
      if (is_closing(t) && t > floor && b_.story.mention_at[t - 1] >= 0) continue;  // "National Coast Agency (NCA) …"
      if (token.pos == Pos::punct || token.pos == Pos::adp || token.pos == Pos::cconj || is_verbal(token)) break;
      if (at >= 0) {
        const auto& entities = b_.story.mentions[static_cast<std::size_t>(at)].entities;
        if (entities.size() == 1) {  // a body, or a person: "the president's spokesman Ivan Petrov"
          of = entities[0];
          return b_.entity(entities[0]).country;
        }
      }
      // A people's adjective of two words ends here as well: "Bosnian Serb".
      std::string people;
      for (TokenIndex first = t + 1; first-- > floor && t - first < 3;) {
        TokenIndex end = 0;
        const std::uint32_t country = b_.country_at(first, &end);
        if (country != EntityBuilder::kNone && end == t + 1) people = b_.who.known[country].country;
        if (first == 0) break;
      }
      if (!people.empty()) return people;
    }
    return {};
  }

  // "ministry spokesman Ali Saad" behind "India's Ministry of Trade said …": the last body of that kind by name.
  std::string body_named_before(TokenIndex begin, std::optional<Index>& of) const {
    if (begin == 0 || (parse_[begin - 1].tag != Tag::nn && parse_[begin - 1].tag != Tag::nnp)) return {};
    const std::string_view kind = parse_[begin - 1].lower;
    const auto noun = b_.who.noun_phrases.find(kind);
    if (!noun || b_.who.nouns[*noun].kind != ActorNoun::Kind::body) return {};
    constexpr std::uint32_t kNear = 2;
    const TokenMention* last = nullptr;
    for (const TokenMention& m : b_.story.mentions) {
      if (m.span.begin >= begin || m.entities.size() != 1 || (last != nullptr && m.span.begin < last->span.begin))
        continue;
      if (parse_[m.head].sentence + kNear < parse_[begin].sentence) continue;
      const auto has_kind = [&](const Token& t) { return t.lower == kind; };
      const bool same = b_.entity(m.entities[0]).type == EntityType::organisation &&
                        std::any_of(parse_.tokens.begin() + m.span.begin, parse_.tokens.begin() + m.span.end, has_kind);
      if (same) last = &m;
    }
    if (last == nullptr) return {};
    of = last->entities[0];
    return b_.entity(*of).country;
  }

  // "of Ukraine" behind a title or a name; "for the Kenyan ministry", whose country is the office's, but not "for
  // Yemen", which an envoy deals with.
  std::string country_of(TokenIndex head, std::optional<Index>& of) const {
    for (const TokenIndex child : parse_.children(head)) {
      const bool for_body = parse_[child].lower == "for";
      const bool to_person = parse_[child].lower == "to";  // "an aide to President Paz"
      if (parse_[child].relation != Relation::prep || (parse_[child].lower != "of" && !for_body && !to_person))
        continue;
      for (const TokenIndex object : parse_.children(child)) {
        if (parse_[object].relation != Relation::pobj) continue;
        const auto& entities = b_.story.entities_at(object);
        if (to_person && (entities.size() != 1 || b_.entity(entities[0]).type != EntityType::person)) continue;
        if (entities.size() == 1 && !(for_body && b_.entity(entities[0]).type == EntityType::country)) {
          of = entities[0];
          return b_.entity(entities[0]).country;
        }
        // A ministry that is nobody yet, "the Danish parliament's lower chamber".
        for (TokenIndex t = core_phrase(parse_, object).begin; !to_person && entities.empty() && t < object; ++t) {
          const std::uint32_t country = b_.country_at(t);
          if (country != EntityBuilder::kNone) return b_.who.known[country].country;
        }
      }
    }
    return {};
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
        country = country_before(span.begin, floor, of);
        if (country.empty()) country = country_of(mention.head, of);
        if (country.empty() && !of) country = body_named_before(span.begin, of);
        if (const auto& own = b_.story.entities_at(span.begin); !of && own.size() == 1) of = own[0];  // "UN envoy"
      }
      if (any && country.empty() && !of) country = country_before(span.begin, floor, of);
      any = true;
      end = span.begin;
      const bool alike = span.end < mention.span.begin && b_.words(span) == "fellow";  // "fellow astronaut A"
      if (b_.who.titles[title].name == "counterpart" || alike) continue;
      add_role(mention.entities[0], title, span, {span.begin, mention.span.end}, country, of);
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
    while (end > floor && is_honorific(end - 1)) --end;
    constexpr TokenIndex kLongest = 3;
    for (TokenIndex back = 1; back <= kLongest && end >= floor + back; ++back) {
      const auto noun = b_.who.noun_phrases.longest(parse_, b_.story.text, end - back);
      if (!noun || noun->end != end || parse_[end - 1].tag != Tag::nn) continue;
      const ActorNoun& known = b_.who.nouns[noun->value];
      if (known.kind != ActorNoun::Kind::people || known.plural) continue;
      const Index e = mention.entities[0];
      std::optional<Index> of;
      const std::string country = country_before(end - back, floor, of);
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
    const std::string country = country_before(span.begin, floor, of);
    add_role(mention.entities[0], title, span, {span.begin, mention.span.end}, country, of);
  }

  // "Kenyan Commissioner for the Lake Basin" further to the left, "the Minister of Education, Dr" before the name.
  void with_complement(const TokenMention& mention, TokenIndex floor, TokenIndex end, std::string country) {
    while (end > floor && is_honorific(end - 1)) --end;
    const auto title = long_title_before(b_, floor, end);
    if (!title || b_.who.titles[title->title].name == "counterpart") return;
    // "a spokesman for Kenyan President A": that he is A's is said by the country before A's own title.
    const bool own_title = end < mention.span.begin && end > title->span.end;
    if (own_title && (b_.country_at(end - 1) != EntityBuilder::kNone || parse_[end - 1].tag == Tag::pos)) return;
    std::optional<Index> of = title->of;
    std::optional<Index> owner;
    std::string own = title->country;
    if (own.empty()) own = country_before(title->span.begin, floor, owner);
    if (own.empty()) own = std::move(country);
    add_role(mention.entities[0], title->title, title->span, {title->span.begin, mention.span.end}, own,
             of ? of : owner);
    gender_of_title(mention.entities[0], title->span);
    b_.mention(title->span, title->span.end - 1, MentionKind::title, mention.entities);
  }

  // "Mr.", or the point behind "Mr".
  bool is_honorific(TokenIndex t) const {
    return b_.who.is_part(parse_[t].text, NamePart::Kind::honorific) ||
           (parse_[t].text == "." && t > 0 && b_.who.is_part(parse_[t - 1].text, NamePart::Kind::honorific));
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
      const std::string country = country_of(other, of);
      add_role(entities[0], title, span, {span.begin, other + 1}, country, of);
    }
  }

  // "Regarding the candidate, Paz said …"
  bool opens_the_sentence(TokenIndex noun, TokenIndex name) const {
    return parse_[noun].relation == Relation::pobj && is_subject_of(name, parse_[parse_[noun].head].head);
  }

  bool is_subject_of(TokenIndex name, TokenIndex verb) const {
    return is_verbal(parse_[verb]) && verb > name && parse_[name].head == verb;
  }

  // "the head of the mission for the coast, Ana Paz,": of a name behind a name in such a phrase it is the noun that the
  // phrase hangs on that says what she is.
  TokenIndex described_by(TokenIndex before) const {
    TokenIndex at = before;
    while (parse_[at].relation == Relation::pobj && parse_[parse_[at].head].relation == Relation::prep &&
           parse_[parse_[at].head].head < at && parse_[at].pos == Pos::propn) {
      at = parse_[parse_[at].head].head;
    }
    // "the adviser to the president, Ana Paz", "the head of diplomacy for the north, Ana Paz".
    if (parse_[at].tag == Tag::nn && parse_[at].relation == Relation::pobj) {
      const TokenIndex above = parse_[parse_[at].head].head;
      if (b_.who.title_phrases.find(parse_[above].lower) && parse_[above].tag == Tag::nn) at = above;
    }
    return parse_[at].tag == Tag::nn || parse_[at].tag == Tag::nnp ? at : before;
  }

  // "Ivanov, the foreign minister of Russia," and "the Russian foreign minister, Ivanov".
  void behind(const TokenMention& mention) {
    Tokens phrases = appositions(parse_, mention.head);
    const Token& head = parse_[mention.head];
    if (head.relation == Relation::appos) phrases.push_back(described_by(head.head));
    // "the executive director, Ana Paz, said", where the parser saw no apposition.
    TokenIndex begin = mention.span.begin;
    const TokenIndex end = mention.span.end;
    while (begin > 0 &&
           (is_honorific(begin - 1) || (parse_[begin - 1].tag == Tag::prp_poss && begin < mention.span.begin))) {
      --begin;  // "the President, His Excellency Luis Rojas"
    }
    const bool is_open = phrases.empty() || begin < mention.span.begin;
    if (is_open && begin > 1 && parse_[begin - 1].text == "," && end < parse_.size() &&
        (parse_[end].text == "," || parse_[end].text == "." || is_verbal(parse_[end])) &&
        child_of(parse_, begin - 2, Relation::det) != kNoToken && !opens_the_sentence(begin - 2, mention.head)) {
      phrases.push_back(begin - 2);
    } else if (is_open && begin > 1 && parse_[begin - 1].text == "," && end < parse_.size() &&
               parse_[end].text == ",") {
      const TokenIndex noun = described_by(begin - 2);
      if (noun != begin - 2 && child_word(parse_, noun, "the") != kNoToken) phrases.push_back(noun);
    }
    for (std::size_t i = phrases.size(); i-- > 0;) {  // "A, deputy premier and minister of transport,"
      for (const TokenIndex more : coordinated(parse_, phrases[i])) {
        if (more > phrases[i] && more > mention.span.end) phrases.push_back(more);
      }
    }
    for (const TokenIndex noun : phrases) {
      if (b_.story.mention_at[noun] >= 0 || is_parted(mention.span, noun)) continue;
      const TokenIndex floor = parse_.sentences[head.sentence].begin;
      TokenSpan span;
      std::uint32_t title = 0;
      if (!title_at(noun, floor, span, title)) continue;
      if (b_.who.titles[title].name == "counterpart" || is_of_the_next(span, mention)) continue;
      std::optional<Index> of;
      std::string country = country_before(span.begin, floor, of);
      if (country.empty()) country = country_of(noun, of);
      add_role(mention.entities[0], title, span, core_phrase(parse_, noun), country, of);
      mention_phrase(noun, mention.entities);
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

  // By a semicolon: the next of a list.
  bool is_parted(TokenSpan name, TokenIndex noun) const {
    const TokenIndex begin = std::min(name.end, noun), end = std::max(name.begin, noun);
    return std::any_of(parse_.tokens.begin() + begin, parse_.tokens.begin() + end,
                       [](const Token& t) { return t.text == ";"; });
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
      const std::string country = country_before(t, floor, of);
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
          add_role(entities[0], *title, {t, t + 1}, {t, t + 1}, country, of);
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

  // Of the countries whose holders bear that surname and office, "King Abdullah", the one that the report speaks of
  // most; empty where there is but one.
  std::string most_named(const std::vector<std::uint32_t>& holders, Index person) const {
    std::map<std::string, int> named;
    for (const std::uint32_t h : holders) {
      if (has_role(person, b_.who.holders[h].office)) named.emplace(b_.who.holders[h].country, 0);
    }
    if (named.size() < 2) return {};
    for (const TokenMention& m : b_.story.mentions) {
      for (const Index e : m.entities) {
        const auto country = named.find(b_.entity(e).country);
        if (country != named.end()) ++country->second;
      }
    }
    const auto most =
        std::max_element(named.begin(), named.end(), [](const auto& x, const auto& y) { return x.second < y.second; });
    return most->second > 0 ? most->first : std::string();
  }

  // Full name, country and office from the register, where name and office agree with it and the date allows it.
  void consult_register(Index index) {
    Entity& e = b_.entity(index);
    if (e.type != EntityType::person) return;
    const std::string surname(surname_of(e.name));
    const std::string key = person_key(e.name), surname_key = person_key(surname);
    const auto found = b_.who.holders_by_surname.find(surname_key);
    if (found == b_.who.holders_by_surname.end()) return;
    const std::string& latest = b_.story.record.document.published.latest;
    const std::string& earliest = b_.story.record.document.published.earliest;
    const Holder* match = nullptr;
    const std::string home = key == surname_key ? most_named(found->second, index) : std::string();
    for (const std::uint32_t h : found->second) {
      const Holder& holder = b_.who.holders[h];
      const bool same_name = holder.key == key;
      const bool same_office = has_role(index, holder.office);
      if (!same_name && !(key == surname_key && same_office)) continue;
      if (!e.country.empty() && holder.country != e.country) continue;
      if (!home.empty() && holder.country != home) continue;
      const bool in_time =
          (latest.empty() || holder.from <= latest) && (earliest.empty() || holder.to.empty() || holder.to >= earliest);
      if (same_name && same_office && in_time) {
        match = &holder;
        break;
      }
      if (in_time && (match == nullptr || same_office)) match = &holder;
      if (same_name && match == nullptr) match = &holder;
    }
    if (match == nullptr) return;
    b_.registered.emplace(static_cast<std::uint32_t>(match - b_.who.holders.data()), index);
    if (b_.who.country_by_code.contains(match->country)) {
      if (e.country.empty()) e.country = match->country;
      for (Role& role : e.roles) {
        if (role.country.empty() && !role.of && role.sector == "GOV") role.country = match->country;
        if (role.title != match->office) continue;
        if (role.country.empty()) role.country = match->country;
        const bool over = !match->to.empty() && !earliest.empty() && match->to < earliest;
        if (over && role.country == match->country && is_in_office(role.status)) role.status = RoleStatus::former;
      }
    }
    if (key == surname_key) e.name = match->name;
    if (b_.notes[index].sector.empty()) {
      b_.notes[index].sector = !match->of_body ? "GOV" : match->country == "UNO" ? "UNO" : "IGO";
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
