#include "who/owner_phrases.h"

#include "language/syntax.h"
#include "text/ascii.h"
#include "who/body_references.h"
#include "who/names.h"
#include "who/phrases.h"
#include "who/roles.h"
#include "who/title_words.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace dragoman {

namespace {

class OwnerPhrases {
 public:
  explicit OwnerPhrases(EntityBuilder& b) : b_(b), parse_(b.parse) {}

  void run() {
    for (const TokenMention& m : b_.story.mentions) {
      if (m.entities.size() != 1 || !is_body(m.entities[0])) continue;
      by_noun_[std::string(parse_[m.head].lower)].emplace_back(m.span.begin, m.entities[0]);
    }
    for (auto& [noun, told] : by_noun_) std::sort(told.begin(), told.end());
    for (const TokenMention& m : b_.story.mentions) {
      const bool named = m.kind == MentionKind::name && m.entities.size() == 1 && !b_.entity(m.entities[0]).anonymous;
      if (named && is_body(m.entities[0])) named_bodies_.emplace_back(m.span.begin, m.entities[0]);
    }
    std::sort(named_bodies_.begin(), named_bodies_.end());
    find_fighters();
    const std::size_t people = b_.story.record.entities.size();
    for (Index e = 0; e < people; ++e) {
      if (b_.entity(e).type != EntityType::person || b_.entity(e).anonymous) continue;
      const auto title_words = b_.notes[e].title_words;  // a copy: new bodies move the notes
      for (const auto& [role, words] : title_words) {
        if (!b_.entity(e).roles[role].of) give_owner(e, role, words);
      }
    }
  }

 private:
  // What an office may be of, by its title: of anything named or told of by a common noun, of bodies by name alone, or
  // of a country and nothing else.
  enum class Owners : std::uint8_t { any, named, none };

  void give_owner(Index e, std::size_t r, TokenSpan words) {
    const Title* title = title_of(words);
    const Owners owners = title == nullptr ? Owners::any : owners_of(*title);
    if (owners == Owners::none) return;
    std::optional<Index> of = behind(words, owners);
    if (!of && owners == Owners::any) of = before(words, title == nullptr);
    if (!of && title != nullptr && (title->of_body || title->leads)) of = before_joined(words);
    if (!of && title != nullptr && leads_or_speaks(*title)) of = fighters_before(words);
    if (!of) of = ministry_before(words, b_.entity(e).roles[r].country);
    if (!of && title != nullptr && b_.entity(e).roles[r].country.empty()) of = body_spoken_of(e, *title, words);
    if (!of || *of == e) return;
    Role& role = b_.entity(e).roles[r];
    const std::string& body = b_.entity(*of).name;
    const auto told = std::search(role.title.begin(), role.title.end(), body.begin(), body.end(), is_same_letter);
    if (told != role.title.end()) return;  // "police commissioner of Police"
    set_owner(b_, e, role, *of);
  }

  // The lexicon's title of these words; null where they are an occupation.
  const Title* title_of(TokenSpan words) const {
    const auto title = b_.who.title_phrases.longest(parse_, b_.story.text, words.begin);
    return title && title->end == words.end ? &b_.who.titles[title->value] : nullptr;
  }

  static Owners owners_of(const Title& title) {
    if (title.abroad || title.first_name || title.name == "candidate") return Owners::none;
    return title.sector == "GOV" && !title.of_body ? Owners::named : Owners::any;
  }

  static bool is_same_letter(char x, char y) { return ascii_lower(x) == ascii_lower(y); }

  static bool is_link(std::string_view word) {
    return word == "of" || word == "at" || word == "for" || word == "with" || word == "in" || word == "from" ||
           word == "to";
  }

  // "for Balkan affairs at the Lakes Institute": the first phrase behind the title that is a body or somebody.
  std::optional<Index> behind(TokenSpan words, Owners owners) {
    constexpr int kLinks = 3;
    TokenIndex t = words.end;
    if (parse_[t].text == "," && owners == Owners::any) return body_between_commas(t + 1);
    for (int link = 0; link < kLinks && is_link(parse_[t].lower); ++link) {
      const TokenSpan chunk = chunk_at(t + 1);
      if (chunk.size() == 0) return std::nullopt;
      if (const auto of = body_in(chunk, parse_[t].lower, owners)) return of;
      t = chunk.end;
      if (parse_[t].lower == "and") {  // "for Trade and Investment at …"
        const TokenSpan other = chunk_at(t + 1);
        if (other.size() > 0 && is_link(parse_[other.end].lower)) t = other.end;
      }
    }
    return std::nullopt;
  }

  // From the article to the last noun: "the town's board", "Lakes University".
  TokenSpan chunk_at(TokenIndex begin) const {
    const std::uint32_t sentence = parse_[begin].sentence;
    TokenIndex t = begin, end = begin;
    for (; t < parse_.size() && parse_[t].sentence == sentence; ++t) {
      const std::int32_t at = b_.story.mention_at[t];
      if (at >= 0) {
        const TokenMention& m = b_.story.mentions[static_cast<std::size_t>(at)];
        if (is_person(m) ? end > begin : m.span.begin != t) break;
        t = m.span.end - 1;
        end = t + 1;
        if (is_person(m) && parse_[end].tag != Tag::pos) break;
        continue;
      }
      const Token& token = parse_[t];
      const bool noun = is_nominal(token) && token.pos != Pos::pron;
      const bool inside = token.tag == Tag::dt || token.pos == Pos::adj || token.tag == Tag::prp_poss ||
                          token.tag == Tag::cd || token.tag == Tag::pos || token.text == "-" || token.text == "&" ||
                          (token.tag == Tag::vbn && token.relation == Relation::amod);
      if (token.tag == Tag::dt && t > begin) break;
      if (!noun && !inside) break;
      if (noun) end = t + 1;
      if (noun && !token.space_after && parse_[t + 1].pos == Pos::punct && parse_[t + 1].text != "-") break;
    }
    return {begin, end};
  }

  bool is_person(const TokenMention& m) const {
    return m.entities.size() == 1 && b_.entity(m.entities[0]).type == EntityType::person;
  }

  bool is_body(Index e) const {
    const Entity& entity = b_.entity(e);
    return entity.type == EntityType::organisation || entity.type == EntityType::media ||
           (entity.type == EntityType::group && !entity.anonymous);
  }

  std::optional<Index> body_at(TokenIndex t) const {
    const auto& entities = b_.story.entities_at(t);
    return entities.size() == 1 && is_body(entities[0]) ? std::optional(entities[0]) : std::nullopt;
  }

  std::optional<Index> body_in(TokenSpan chunk, std::string_view link, Owners owners) {
    const TokenIndex last = chunk.end - 1;
    if (owners == Owners::any && link != "to" && is_told_by_noun(last)) {
      if (const auto name = name_behind(chunk.end, true)) return name;
    }
    if (const auto body = body_at(last)) {
      const bool of_state = b_.entity(*body).type == EntityType::organisation && (link == "of" || link == "at");
      return link == "to" || (owners == Owners::named && !of_state) ? std::nullopt : body;
    }
    if (const auto& who = b_.story.entities_at(last); who.size() == 1) {
      // "attorney for Ana Paz", "a spokesman for the minister"
      const bool serves = b_.entity(who[0]).type == EntityType::person && (link == "for" || link == "to");
      return serves && owners == Owners::any ? std::optional(who[0]) : std::nullopt;
    }
    if (link == "to" || owners == Owners::named) return std::nullopt;
    if (const auto name = name_behind(chunk.end, noun_of_one_body(last) != nullptr)) return name;
    const bool called = parse_[chunk.end].tag == Tag::vbn;
    for (TokenIndex t = last; !called && t-- > chunk.begin;) {  // "the Lakes Institute's science department"
      if (const auto owner = body_at(t)) return owner;
      if (b_.story.mention_at[t] >= 0) break;
    }
    if (noun_of_one_body(last) != nullptr && is_pointed_out(chunk)) return body_by_noun(chunk);
    if (!may_be_new(chunk, link)) return std::nullopt;
    const TokenSpan words{without_article(chunk), chunk.end};
    const TokenSpan longer = name_beginning_at(words.begin);
    return name_it(longer.end > words.end ? longer : words);
  }

  bool is_told_by_noun(TokenIndex t) const {
    const std::int32_t at = b_.story.mention_at[t];
    return at >= 0 && b_.story.mentions[static_cast<std::size_t>(at)].kind == MentionKind::title;
  }

  // "the charity Bread for Lakes", "a group called Friends of the Bay".
  std::optional<Index> name_behind(TokenIndex t, bool told_kind) {
    const std::string_view w = parse_[t].lower;
    const bool called = (w == "called" || w == "named") && parse_[t].tag == Tag::vbn;
    if (called) ++t;
    const std::int32_t at = b_.story.mention_at[t];
    if (at >= 0) {
      const TokenMention& m = b_.story.mentions[static_cast<std::size_t>(at)];
      return m.span.begin == t && m.kind == MentionKind::name ? body_at(t) : std::nullopt;
    }
    if (!called && !told_kind) return std::nullopt;
    const TokenSpan name = name_beginning_at(t);
    return name.size() > 0 ? std::optional(name_it(name)) : std::nullopt;
  }

  bool is_free_name_word(TokenIndex t) const {
    const Token& token = parse_[t];
    return token.pos == Pos::propn && is_capitalised(token) && b_.story.mention_at[t] < 0;
  }

  // "Bread for the Lakes": capitalised words, and a small one or two between them.
  TokenSpan name_beginning_at(TokenIndex begin) const {
    TokenIndex end = begin;
    while (is_free_name_word(end) || (end > begin && parse_[end].text == "-" && is_free_name_word(end + 1))) ++end;
    if (end == begin) return {};
    TokenIndex t = end;
    while (t - end < 2 && (parse_[t].pos == Pos::adp || parse_[t].lower == "the")) ++t;
    if (t == end || !is_capitalised(parse_[t]) || !is_nominal(parse_[t])) return {begin, end};
    while (is_nominal(parse_[t]) && is_capitalised(parse_[t])) ++t;
    return b_.is_free({begin, t}) ? TokenSpan{begin, t} : TokenSpan{begin, end};
  }

  // "A, Director, Campaign for Rivers,"
  std::optional<Index> body_between_commas(TokenIndex begin) {
    TokenSpan chunk = chunk_at(begin);
    if (chunk.size() == 0 || parse_[begin].tag == Tag::dt || parse_[chunk.end].text != ",") return std::nullopt;
    const auto body = body_at(chunk.end - 1);
    if (body && !is_told_by_noun(chunk.end - 1)) return body;
    return is_name_of_body(chunk) ? std::optional(name_it(chunk)) : std::nullopt;
  }

  const ActorNoun* noun_of_one_body(TokenIndex t) const {
    const ActorNoun* noun = body_noun(b_, t);
    return noun != nullptr && !noun->plural ? noun : nullptr;
  }

  // "the hospital", "its board", "Voi Hospital"; "media" and "management" are fields.
  bool is_pointed_out(TokenSpan chunk) const {
    for (TokenIndex t = chunk.begin; t + 1 < chunk.end; ++t) {
      const Tag tag = parse_[t].tag;
      if (tag == Tag::dt || tag == Tag::prp_poss || tag == Tag::pos || is_capitalised(parse_[t])) return true;
    }
    return is_capitalised(parse_[chunk.end - 1]);
  }

  TokenIndex without_article(TokenSpan chunk) const {
    TokenIndex begin = chunk.begin;
    while (begin + 1 < chunk.end && (parse_[begin].tag == Tag::dt || parse_[begin].tag == Tag::prp_poss)) ++begin;
    return begin;
  }

  // "the town's board of harbours", "a think tank in Voi"; "the hospital" is one that the story has named.
  std::optional<Index> body_by_noun(TokenSpan chunk) {
    if (const auto named = body_of_kind(b_, chunk.end - 1, {})) return named->body;
    TokenSpan name{without_article(chunk), chunk.end};
    if (parse_[name.end].lower == "of" || parse_[name.end].lower == "at") {
      const TokenSpan behind = chunk_at(name.end + 1);
      if (behind.size() == 0) return name_it(name);
      if (const auto whole = body_at(behind.end - 1)) return whole;  // "the Voi office of Harbour Works"
      if (is_nominal(parse_[behind.begin]) && b_.is_free(behind)) name.end = behind.end;
    }
    return name_it(name);
  }

  bool is_capital_name(TokenSpan words) const {
    for (TokenIndex t = words.begin; t < words.end; ++t) {
      const Token& token = parse_[t];
      if (b_.country_at(t) != EntityBuilder::kNone && words.size() == 1) return false;
      if (is_nominal(token) && !is_capitalised(token)) return false;
      if (b_.who.is_part(token.text, NamePart::Kind::honorific)) return false;
    }
    return is_capitalised(parse_[words.begin]) && is_capitalised(parse_[words.end - 1]);
  }

  // The recogniser, or one of its words, takes it for a body's.
  bool is_name_of_body(TokenSpan words) const {
    if (!is_capital_name(words)) return false;
    bool org = true, part = false;
    for (TokenIndex t = words.begin; t < words.end; ++t) {
      org = org && parse_[t].name == NameType::org;
      part = part || b_.who.is_part(parse_[t].text, NamePart::Kind::body);
    }
    return (org || (part && words.size() > 1)) && b_.is_free(words);
  }

  // What is worked at is a body, if it is no place; of other names the words must show it.
  bool may_be_new(TokenSpan chunk, std::string_view link) const {
    const TokenSpan name{without_article(chunk), chunk.end};
    if (link == "in" || link == "from" || !b_.is_free(name)) return false;
    if (is_name_of_body(name)) return true;
    bool place = false;
    for (TokenIndex t = name.begin; t < name.end; ++t) {
      place = place || parse_[t].name == NameType::gpe || parse_[t].name == NameType::loc;
    }
    const bool clinic = is_capitalised(parse_[name.begin]) && parse_[name.begin].pos == Pos::propn &&
                        parse_[name.end - 1].tag == Tag::nn;  // "Nakuru dispensary"
    return link == "at" && name.size() > 1 && (clinic || (!place && is_capital_name(name)));
  }

  // "the commission's chairman", "ministry spokesman", "Border Guard tunnel expert".
  std::optional<Index> before(TokenSpan words, bool occupation) {
    const TokenIndex floor = parse_.sentences[parse_[words.begin].sentence].begin;
    TokenIndex end = in_full(b_, words).begin;
    if (end > floor && parse_[end - 1].tag == Tag::pos) --end;
    if (end == floor) return std::nullopt;
    const TokenIndex t = end - 1;
    if (const auto body = body_at(t)) return body;
    if (b_.story.mention_at[t] >= 0 || !parse_[t].space_after) return std::nullopt;
    TokenIndex begin = end;
    while (begin > floor && b_.story.mention_at[begin - 1] < 0 && parse_[begin - 1].space_after &&
           parse_[begin - 1].name != NameType::date &&  // "on Monday Harbour Board spokesman A"
           (is_nominal(parse_[begin - 1]) || parse_[begin - 1].pos == Pos::adj)) {
      --begin;
    }
    const TokenSpan name{begin, end};
    const bool compound = parse_[t].tag == Tag::nn || parse_[t].tag == Tag::nnp;
    if (const ActorNoun* noun = noun_of_one_body(t); noun != nullptr && compound) {
      if (name.size() == 1) return told_before(t, occupation || noun->sector == "GOV" || noun->or_matter);
      return is_capitalised(parse_[begin]) && parse_[begin].pos == Pos::propn ? std::optional(name_it(name))
                                                                              : std::nullopt;
    }
    const bool acronym = name.size() == 1 && is_in_capitals(parse_[t]);
    return (name.size() > 1 || acronym) && is_name_of_body(name) ? std::optional(name_it(name)) : std::nullopt;
  }

  // "Harbour Steel fell. Ana Paz, chairman and chief executive, said …", "spokesman Luis Rojas said": an office in some
  // body, of which no word says whose it is, is of the one body that the story has named in that sentence or the two
  // before.
  std::optional<Index> body_spoken_of(Index e, const Title& title, TokenSpan words) const {
    const bool in_bodies = (title.of_body || title.of_bodies_alone || title.leads) && !title.local;
    if (!in_bodies || !(is_bare_behind(e, words) || is_bare_before(e, title, words))) return std::nullopt;
    constexpr std::uint32_t kNear = 2;
    const std::uint32_t sentence = parse_[words.begin].sentence;
    const TokenIndex from = parse_.sentences[sentence < kNear ? 0 : sentence - kNear].begin;
    auto next = std::lower_bound(named_bodies_.begin(), named_bodies_.end(), std::pair<TokenIndex, Index>{from, 0});
    std::optional<Index> found;
    bool told_of = false;
    for (; next != named_bodies_.end() && next->first < words.begin; ++next) {
      if (found && *found != next->second) return std::nullopt;
      found = next->second;
      // "Speaking to the Lakes Herald, chairman Ana Paz", "after talks with the Harbour Union": of whom it is not told.
      const std::int32_t at = b_.story.mention_at[next->first];
      const Relation r = at < 0 ? Relation::dep : parse_[b_.story.mentions[static_cast<std::size_t>(at)].head].relation;
      told_of = told_of || r == Relation::nsubj || r == Relation::nsubjpass || r == Relation::poss;
    }
    return told_of ? found : std::nullopt;
  }

  // The words of the title that "and" joins to one that begins at `t`; empty where there is none.
  TokenSpan joined_before(TokenIndex t, TokenIndex floor) const {
    TokenSpan other;
    std::uint32_t title = 0;
    const bool joined =
        t > floor + 1 && parse_[t - 1].lower == "and" && title_ending_at(b_, t - 1, floor, other, title);
    return joined ? in_full(b_, other) : TokenSpan{};
  }

  // "the firm's" of "the firm's chairman and chief executive".
  std::optional<Index> before_joined(TokenSpan words) {
    const TokenIndex floor = parse_.sentences[parse_[words.begin].sentence].begin;
    const TokenSpan other = joined_before(in_full(b_, words).begin, floor);
    return other.size() > 0 && parse_[other.end - 1].tag != Tag::nns ? before(other, false) : std::nullopt;
  }

  // "Ana Paz, chairman and chief executive, said".
  bool is_bare_behind(Index e, TokenSpan words) const {
    const TokenIndex floor = parse_.sentences[parse_[words.begin].sentence].begin;
    TokenIndex begin = in_full(b_, words).begin, end = words.end;
    for (TokenSpan other = joined_before(begin, floor); other.size() > 0; other = joined_before(begin, floor)) {
      begin = other.begin;
    }
    while (begin > floor && b_.who.status_before.find(parse_[begin - 1].lower)) --begin;
    while (parse_[end].lower == "and") {
      const auto other = b_.who.title_phrases.longest(parse_, b_.story.text, end + 1);
      if (!other) return false;
      end = other->end;
    }
    const auto is_comma = [&](TokenIndex t) { return parse_[t].text == ","; };
    const bool closes = parse_[end].text == "." || (is_comma(end) && goes_on_behind(end + 1));
    if (begin < floor + 2 || !is_comma(begin - 1) || !closes) return false;
    return b_.story.entities_at(begin - 2) == std::vector<Index>{e};
  }

  // "said" of "chairman, said": no field ("vice president, finance, said") and no further person.
  bool goes_on_behind(TokenIndex t) const {
    const Token& token = parse_[t];
    return is_verbal(token) || token.pos == Pos::aux || token.pos == Pos::adv || token.pos == Pos::pron;
  }

  // "spokesman Luis Rojas", "Chairman Ana Paz", of which nothing else is said.
  bool is_bare_before(Index e, const Title& title, TokenSpan words) const {
    const bool leads = title.leads && title.sector != "GOV" && (title.sector != "LEG" || title.of_bodies_alone);
    if (!leads && title.name != "spokesman") return false;
    if (b_.story.entities_at(words.end) != std::vector<Index>{e}) return false;
    const TokenIndex floor = parse_.sentences[parse_[words.begin].sentence].begin;
    TokenIndex begin = in_full(b_, words).begin;
    if (begin != words.begin || b_.who.given_names.contains(parse_[begin].text)) return false;  // "Dean Lund"
    while (begin > floor && b_.who.status_before.find(parse_[begin - 1].lower)) --begin;
    if (begin == floor) return true;
    const Token& before = parse_[begin - 1];
    return is_verbal(before) || before.pos == Pos::adp || before.pos == Pos::sconj || before.text == ",";
  }

  static bool leads_or_speaks(const Title& title) {
    return title.of_body || title.sector == "REB" || title.sector == "MIL";
  }

  // "rebel" of "a rebel spokesman", in the title or before it; not of "an anti-rebel unit's commander".
  bool names_fighters(TokenSpan words) const {
    const TokenIndex floor = parse_.sentences[parse_[words.begin].sentence].begin;
    TokenIndex t = in_full(b_, words).begin;
    if (t > floor) --t;
    for (; t + 1 < words.end; ++t) {
      const auto noun = b_.who.noun_phrases.find(parse_[t].lower);
      const bool compound = t > floor && parse_[t - 1].text == "-";
      if (noun && b_.who.nouns[*noun].sector == "REB" && !compound) return true;
    }
    return false;
  }

  // "a rebel spokesman": of the armed group that the story names, where it names one, else of the rebels of whom it has
  // spoken last.
  std::optional<Index> fighters_before(TokenSpan words) const {
    if (!names_fighters(words) || named_fighters_.size() > 1) return std::nullopt;
    if (!named_fighters_.empty()) return *named_fighters_.begin();
    const auto next =
        std::lower_bound(told_fighters_.begin(), told_fighters_.end(), std::pair<TokenIndex, Index>{words.begin, 0});
    return next == told_fighters_.begin() ? std::nullopt : std::optional(std::prev(next)->second);
  }

  void find_fighters() {
    for (const TokenMention& m : b_.story.mentions) {
      if (m.entities.size() != 1 || b_.notes[m.entities[0]].sector != "REB") continue;
      const Index group = m.entities[0];
      if (b_.entity(group).type == EntityType::person) continue;
      if (b_.entity(group).anonymous) {
        told_fighters_.emplace_back(m.span.begin, group);
      } else {
        named_fighters_.insert(group);
      }
    }
    std::sort(told_fighters_.begin(), told_fighters_.end());
  }

  // "foreign ministry" of "a Kenyan foreign ministry official": a body of the office's country that several small words
  // of the lexicon tell; the one that the story has called so.
  std::optional<Index> ministry_before(TokenSpan words, const std::string& country) {
    constexpr TokenIndex kLongest = 3;
    const TokenIndex floor = parse_.sentences[parse_[words.begin].sentence].begin;
    const auto noun = b_.who.noun_phrases.ending_at(parse_, b_.story.text, floor, words.begin, kLongest);
    if (!noun || words.begin - noun->begin < 2 || is_capitalised(parse_[words.begin - 1])) return std::nullopt;
    const ActorNoun& known = b_.who.nouns[noun->value];
    if (known.kind != ActorNoun::Kind::body || known.plural || !b_.is_free({noun->begin, words.begin}))
      return std::nullopt;
    const std::string phrase = ascii_lower(b_.words({noun->begin, words.begin}));
    for (Index i = 0; i < b_.story.record.entities.size(); ++i) {
      const Entity& body = b_.entity(i);
      const bool same = body.type == EntityType::organisation && ascii_lower(body.name).ends_with(phrase);
      if (same && (body.country == country || body.country.empty() || country.empty())) return i;
    }
    const Index body = name_it({noun->begin, words.begin});
    b_.entity(body).country = country;
    return body;
  }

  // The body of that noun that the story spoke of last, by name or by the noun itself; else a new one, if it is not to
  // be `known`: "cabinet spokesman" is a country's, and a "company lawyer" may be any company's.
  std::optional<Index> told_before(TokenIndex t, bool known) {
    if (const auto named = body_of_kind(b_, t, {})) return named->body;
    if (const auto told = by_noun_.find(std::string(parse_[t].lower)); told != by_noun_.end()) {
      const auto next = std::lower_bound(told->second.begin(), told->second.end(), std::pair<TokenIndex, Index>{t, 0});
      if (next != told->second.begin()) return std::prev(next)->second;
    }
    return known ? std::nullopt : std::optional(name_it({t, t + 1}));
  }

  Index name_it(TokenSpan words) {
    const std::string name = b_.words(words);
    const auto [known, is_new] = named_.try_emplace(name, 0);
    if (is_new) {
      Entity body;
      body.name = name;
      body.type = EntityType::organisation;
      EntityBuilder::Note note;
      note.is_body = true;
      if (const ActorNoun* noun = noun_of_one_body(words.end - 1)) note.sector = noun->sector;
      known->second = b_.add(std::move(body), std::move(note));
    }
    b_.mention(words, words.end - 1, MentionKind::name, {known->second});
    return known->second;
  }

  EntityBuilder& b_;
  const Parse& parse_;
  std::map<std::string, Index> named_;                       // the new ones
  std::vector<std::pair<TokenIndex, Index>> named_bodies_;   // where bodies are named
  std::set<Index> named_fighters_;                           // armed groups
  std::vector<std::pair<TokenIndex, Index>> told_fighters_;  // where armed groups without a name are spoken of
  // Where bodies are spoken of, by the noun at the head of the words.
  std::map<std::string, std::vector<std::pair<TokenIndex, Index>>> by_noun_;
};

}  // namespace

void find_owner_phrases(EntityBuilder& b) {
  OwnerPhrases(b).run();
}

}  // namespace dragoman
