// Names: people, bodies, media and countries, and the seats that stand for governments.
#include "language/syntax.h"
#include "text/ascii.h"
#include "who/backwards.h"
#include "who/bearers.h"
#include "who/bodies.h"
#include "who/builder.h"
#include "who/name_aliases.h"
#include "who/name_spans.h"
#include "who/no_names.h"
#include "who/people.h"
#include "who/seats.h"
#include "who/user_actors.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>

namespace dragoman {

namespace {

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
    default:
      return false;
  }
}

class Names {
 public:
  explicit Names(EntityBuilder& b)
      : b_(b), parse_(b.parse), known_at_(find_known_phrases(b)), no_names_(b, known_at_), bodies_(b) {}

  void run() {
    names_ = find_name_candidates(b_);
    judge_names(b_, names_);
    part_seats_from_people();
    is_place_.assign(parse_.size(), false);
    for (const NameCandidate& n : names_) {
      const KnownPhrase& known = known_at_[n.span.begin];
      const bool known_body = known.found && b_.who.known[known.value].type != EntityType::country;
      if (n.verdict != NameOf::place || known_body) continue;
      b_.story.place_names.push_back(n.span);
      for (TokenIndex t = n.span.begin; t < n.span.end; ++t) is_place_[t] = true;
    }
    take_users_names();
    names_.erase(std::remove_if(names_.begin(), names_.end(), [&](const NameCandidate& n) { return no_names_.has(n); }),
                 names_.end());
    aliases_ = find_aliases(b_, names_);
    share_surnames();
    make_people();
    mention_names();
    collect_known();
    join_surnames();
    join_short_names();
    join_acronyms();
  }

 private:
  // "Santiago", which the recogniser takes for a person, in a report of Chile: its seat of government, unless somebody
  // has that name.
  void part_seats_from_people() {
    std::set<std::string_view> in_names;
    for (const NameCandidate& n : names_) {
      if (n.verdict != NameOf::person || n.span.size() == 1) continue;
      for (TokenIndex t = n.span.begin; t < n.span.end; ++t) in_names.insert(parse_[t].text);
    }
    for (NameCandidate& n : names_) {
      if (n.verdict == NameOf::place || n.titled || n.bracketed || in_names.contains(parse_[n.span.begin].text))
        continue;
      const auto seat = b_.who.seats.longest(parse_, b_.story.text, n.span.begin);
      if (seat && seat->end == n.span.end && b_.countries_named().contains(b_.who.known[seat->value].country))
        n.verdict = NameOf::place;
    }
  }

  // Names of a user's own dictionary hold as they stand there, whatever was found around them.
  void take_users_names() {
    const UserActors& user = *b_.story.lexicon.user;
    if (user.empty()) return;
    std::vector<NameCandidate> own;
    for (TokenIndex t = 0; t < parse_.size(); ++t) {
      if (b_.story.boilerplate[t] || parse_[t].is_space) continue;
      const auto match = user.longest(parse_, b_.story.text, t);
      if (!match || (known_at_[t].found && known_at_[t].span.end >= match->end)) continue;
      NameCandidate name;
      name.span = {t, match->end};
      name.verdict = NameOf::body;
      for (const NameCandidate& other : names_) {
        if (other.span.begin < match->end && t < other.span.end && other.verdict == NameOf::person) {
          const TokenSpan span = name.span;
          name = other;
          name.span = span;
          if (other.span.begin <= t && match->end <= other.span.end) name.span = other.span;
        }
      }
      own.push_back(name);
      t = match->end - 1;
    }
    const auto taken = [&](const NameCandidate& n) {
      return std::any_of(own.begin(), own.end(), [&](const NameCandidate& o) {
        return o.span.begin < n.span.end && n.span.begin < o.span.end;
      });
    };
    names_.erase(std::remove_if(names_.begin(), names_.end(), taken), names_.end());
    names_.insert(names_.end(), own.begin(), own.end());
    std::sort(names_.begin(), names_.end(),
              [](const NameCandidate& x, const NameCandidate& y) { return x.span.begin < y.span.begin; });
  }

  // Long names make the people; a later shorter one is asked whose it is.
  void make_people() {
    std::vector<const NameCandidate*> people;
    for (const NameCandidate& n : names_) {
      if (n.verdict == NameOf::person && !aliases_.contains(b_.words(n.span))) people.push_back(&n);
    }
    std::stable_sort(people.begin(), people.end(), [&](const NameCandidate* x, const NameCandidate* y) {
      return count_words(x->span) > count_words(y->span);
    });
    for (const NameCandidate* n : people) {
      const std::string text = words_of(*n);
      const Index index =
          is_called_by_first_name(n->span) ? people_.add_ruler(b_, text, n->gender) : people_.add(b_, text, n->gender);
      if (n->gender != Gender::unknown) b_.notes[index].gender = n->gender;
      if (const auto title = title_right_before(b_, n->span); title && n->span.size() > 1) {
        titles_.emplace(index, *title);
      }
    }
  }

  // "President Paz", "Senator Paz": of several with that surname the one whose full name stands behind that title too,
  // or who by the register has held the office.
  std::optional<Index> bearer_of_title(const NameCandidate& n, const std::string& name) const {
    const std::vector<Index>& bearers = people_.bearers(name);
    if (bearers.size() < 2) return std::nullopt;
    const auto title = title_right_before(b_, n.span);
    if (!title) return std::nullopt;
    std::optional<Index> found;
    for (const Index person : bearers) {
      const std::string& full_name = b_.entity(person).name;
      const auto [first, last] = titles_.equal_range(person);
      const bool titled = std::any_of(first, last, [&](const auto& own) { return own.second == *title; });
      if (!titled && !has_held(b_.who, full_name, b_.who.titles[*title].name)) continue;
      if (found) return std::nullopt;
      found = person;
    }
    return found;
  }

  // "Luis and Ana Paz", "Luis R. and Ana Paz": the first has the surname of the second, unless the report calls another
  // so, or anybody by it as a surname.
  void share_surnames() {
    std::map<std::string, std::set<std::string>, std::less<>> surnames_of;  // by first word
    std::set<std::string, std::less<>> surnames;
    const auto last_word = [](const std::string& name) { return name.substr(name.rfind(' ') + 1); };
    const auto first_word = [](const std::string& name) { return name.substr(0, name.find(' ')); };
    for (const NameCandidate& n : names_) {
      if (n.verdict != NameOf::person || n.span.size() == 1) continue;
      const std::string name = words_of(n);
      if (is_given_with_initials(n.span)) continue;
      surnames_of[first_word(name)].insert(last_word(name));
      surnames.insert(last_word(name));
    }
    for (std::size_t i = 0; i + 1 < names_.size(); ++i) {
      const NameCandidate& first = names_[i];
      const NameCandidate& second = names_[i + 1];
      if (first.verdict != NameOf::person || second.verdict != NameOf::person) continue;
      const std::string_view link = parse_[first.span.end].lower;
      if (second.span.begin != first.span.end + 1 || (link != "and" && link != "&")) continue;
      if (second.span.size() < 2 || is_given_with_initials(second.span) || !is_given_with_initials(first.span))
        continue;
      if (!b_.who.given_names.contains(parse_[second.span.begin].text)) continue;
      const std::string given = first_word(b_.words(first.span)), surname = last_word(words_of(second));
      const auto known = surnames_of.find(given);
      const bool of_another = known != surnames_of.end() && !known->second.contains(surname);
      const bool titled = first.titled || title_right_before(b_, first.span) || is_called_by_first_name(first.span);
      if (of_another || titled || surnames.contains(given)) continue;
      shared_[first.span.begin] = surname;
    }
  }

  // "Luis", "Luis R."
  bool is_given_with_initials(TokenSpan span) const {
    if (!b_.who.given_names.contains(parse_[span.begin].text)) return false;
    return std::all_of(parse_.tokens.begin() + span.begin + 1, parse_.tokens.begin() + span.end, [](const Token& t) {
      return (t.text.size() == 1 && is_ascii_upper(t.text[0])) || t.text == "." ||
             (t.text.size() == 2 && t.text[1] == '.');
    });
  }

  // Without signs that the tokens have with the name: "-Ana Paz", "Paz‘s".
  static std::string without_signs(std::string name) {
    while (name.size() > 1 && name.front() == '-') name.erase(0, 1);
    constexpr std::string_view kReversed = "\u2018s";
    if (name.size() > kReversed.size() && name.ends_with(kReversed)) name.resize(name.size() - kReversed.size());
    return name;
  }

  // Without letters behind it: "Ana Paz" of "Ana Paz QC", which for the parser may all hang on "QC".
  std::string words_of(const NameCandidate& n) const {
    TokenSpan span = n.span;
    while (n.verdict == NameOf::person && span.size() > 1 &&
           (b_.who.is_part(parse_[span.end - 1].text, NamePart::Kind::behind) || parse_[span.end - 1].text == ",")) {
      --span.end;
    }
    if (n.verdict != NameOf::person) return b_.words(span);
    const auto surname = shared_.find(span.begin);
    return without_signs(b_.words(span)) + (surname == shared_.end() ? std::string() : " " + surname->second);
  }

  // "King Hussein", "Pope John": one word behind a title of the lexicon that goes with first names.
  bool is_called_by_first_name(TokenSpan span) const {
    if (count_words(span) > 1) return false;
    for (TokenIndex back = 1; back <= 2 && back <= span.begin; ++back) {
      const auto title = b_.who.title_phrases.longest(parse_, b_.story.text, span.begin - back);
      if (title && title->end == span.begin && b_.who.titles[title->value].first_name) return true;
    }
    return false;
  }

  std::size_t count_words(TokenSpan span) const {
    std::size_t n = 1;
    for (TokenIndex t = span.begin; t + 1 < span.end; ++t) n += parse_[t].space_after || parse_[t].is_space ? 1 : 0;
    return n;
  }

  // Tells `people_` whom the story itself, outside quotations, calls by one word: "Timo ran to the car".
  void count_first_names() {
    auto quotation = b_.quotations.begin();
    for (const NameCandidate& n : names_) {
      while (quotation != b_.quotations.end() && quotation->outside.end <= n.span.begin) ++quotation;
      const bool quoted = quotation != b_.quotations.end() && quotation->outside.contains(n.span.begin);
      if (n.verdict == NameOf::person && n.span.size() == 1 && !quoted) people_.called(words_of(n));
    }
  }

  void mention_names() {
    count_first_names();
    for (const NameCandidate& n : names_) {
      const std::string text = words_of(n);
      Index index = 0;
      if (n.verdict == NameOf::person) {
        if (extends_a_name(text)) continue;
        const auto alias = aliases_.find(text);
        const std::string& name = alias == aliases_.end() ? text : alias->second;
        auto found = is_called_by_first_name(n.span) ? people_.find_ruler(name) : std::nullopt;
        if (!found) found = bearer_of_title(n, name);
        if (!found && people_.bearers(name).size() > 1) found = people_.find(b_, name, gender_told(b_, n));
        if (!found) found = people_.find(b_, name, n.gender);
        if (!found) found = people_.find(b_, name, Gender::unknown);
        if (!found) continue;
        index = *found;
        people_.seen(name, index, parse_[n.span.begin].sentence, is_subject(parse_, n.span.end - 1));
      } else {
        if (!has_proper_noun(n.span)) continue;
        index = bodies_.add(n.span, n.bracketed);
      }
      // All names of one actor of the user's are that actor's.
      if (const UserActors::Actor* actor = b_.story.lexicon.user->find(text)) {
        index = of_users_.emplace(actor, index).first->second;
      }
      b_.mention(n.span, n.span.end - 1, MentionKind::name, {index});
    }
  }

  bool has_proper_noun(TokenSpan span) const {
    return std::any_of(parse_.tokens.begin() + span.begin, parse_.tokens.begin() + span.end, is_proper);
  }

  // A known full name with a word behind it that is no part of it: "the so-called Kenji Mori Plan".
  bool extends_a_name(const std::string& name) const {
    const std::size_t blank = name.rfind(' ');
    if (blank == std::string::npos || name.find(' ') == blank) return false;
    const auto part = b_.who.part(name.substr(blank + 1));
    return part != nullptr && part->kind != NamePart::Kind::particle && part->kind != NamePart::Kind::honorific &&
           part->kind != NamePart::Kind::before && part->kind != NamePart::Kind::called;  // "Douglas J. Storm"
  }

  // "Czech" of "the Czech Senate", where the lexicon knows a "Senate" of its own: where that begins, and whose it is.
  std::optional<std::pair<TokenIndex, std::uint32_t>> country_before(const KnownPhrase& known) const {
    const KnownName& name = b_.who.known[known.value];
    if (name.type != EntityType::organisation) return std::nullopt;
    constexpr TokenIndex kLongest = 3;
    const TokenIndex begin = known.span.begin;
    for (TokenIndex back = 1; back <= kLongest && back <= begin; ++back) {
      TokenIndex end = 0;
      const std::uint32_t country = b_.country_at(begin - back, &end);
      if (country == EntityBuilder::kNone || end != begin || !parse_[begin - 1].space_after) continue;
      if (!b_.is_free({begin - back, begin}) || !known.span.contains(parse_[begin - 1].head)) return std::nullopt;
      return std::pair(begin - back, country);
    }
    return std::nullopt;
  }

  // "US" of "the US Federal Reserve" is part of that.
  bool is_owner_of_next(TokenSpan country) const {
    if (country.end >= parse_.size() || !known_at_[country.end].found) return false;
    const auto before = country_before(known_at_[country.end]);
    return before && before->first == country.begin;
  }

  void collect_known() {
    for (TokenIndex t = 0; t < parse_.size(); ++t) {
      const KnownPhrase& known = known_at_[t];
      if (!known.found) {
        if (!half_of_a_land(t)) seat(t);
        continue;
      }
      const KnownName& name = b_.who.known[known.value];
      if (!b_.is_free(known.span)) continue;
      const TokenIndex last = known.span.end - 1;
      if (name.type == EntityType::country && parse_[last].relation == Relation::compound &&
          parse_[parse_[last].head].tag == Tag::nnp && parse_[parse_[last].head].name == NameType::person) {
        continue;  // "Russia President Putin" gives the office its country, see find_offices
      }
      if (name.type == EntityType::country && is_owner_of_next(known.span)) continue;
      if (!looks_like_a_name(known)) continue;
      const bool of_all = name.type == EntityType::country || name.code.starts_with("IGO");  // "UN Secretary-General"
      if (!of_all && is_inside_a_title(b_, known.span)) continue;                            // "Labour Minister"
      if (const auto country = country_before(known)) {                                      // "the Czech Senate"
        const TokenSpan whole{country->first, known.span.end};
        const bool same = name.country == b_.who.known[country->second].country;
        b_.mention(whole, last, MentionKind::name, {same ? b_.known_entity(known.value) : bodies_.add(whole, false)});
        continue;
      }
      if (part_of_party(known)) continue;
      const bool may_be_short = name.type != EntityType::country && known.span.size() == 1;
      if (const auto spelled = may_be_short ? bodies_.spelled_out(last) : std::nullopt) {
        b_.mention(known.span, last, MentionKind::name, {*spelled});
        continue;
      }
      const std::string owner = name.type == EntityType::organisation ? owner_of(known.span) : std::string();
      const bool of_another =
          owner.empty() ? name.elsewhere && is_elsewhere(name.country) : !name.country.empty() && owner != name.country;
      b_.mention(known.span, last, MentionKind::name,
                 {of_another ? bodies_.add_of(known.span, owner) : b_.known_entity(known.value)});
    }
  }

  // "some Democrats", "House Republicans", "Democrats in Ohio", "Republicans who voted for it": a group of its own, and
  // not their party; "two Democrats, Ana Paz and Al Roe": they.
  bool part_of_party(const KnownPhrase& known) {
    const KnownName& name = b_.who.known[known.value];
    const TokenIndex last = known.span.end - 1;
    const bool plural = parse_[last].tag == Tag::nnps || parse_[last].tag == Tag::nns;
    if (!name.code.ends_with("PTY") || !plural || parse_[last].text.back() != 's') return false;
    TokenSpan called = core_phrase(parse_, last);
    if (called.begin > known.span.begin) return false;  // "the Union of Young Communists"
    called.end = known.span.end;
    while (called.begin < known.span.begin && !narrows(called.begin)) ++called.begin;
    if (called.begin == known.span.begin) called.end = end_of_place(last);
    const TokenIndex who = child_of(parse_, last, Relation::relcl);
    const bool described = who != kNoToken && parse_[who].left_edge == last + 1 && parse_[last + 1].lower == "who";
    if (called.size() == known.span.size() && !described) return false;
    for (TokenIndex t = called.begin; t < known.span.begin; ++t) {
      if (parse_[t].tag == Tag::nns || parse_[t].tag == Tag::nnps) return false;  // "the people Republicans trust"
    }
    std::vector<Index> members;
    for (const TokenIndex named : appositions(parse_, last)) {
      for (const TokenIndex each : coordinated(parse_, named)) {
        for (const Index e : b_.story.entities_at(each)) members.push_back(e);
      }
    }
    if (!members.empty()) return b_.mention(known.span, last, MentionKind::title, members);
    Entity e;
    e.name = b_.words(called);
    if (called.begin < known.span.begin && parse_[called.begin].tag != Tag::nnp)
      e.name[0] = ascii_lower(e.name[0]);  // "Some Democrats"
    e.type = EntityType::group;
    e.anonymous = true;
    e.country = name.country;
    EntityBuilder::Note note;
    note.plural = true;
    note.known_code = name.code;
    const auto [at, is_new] = parts_.emplace(e.name, 0);
    if (is_new) at->second = b_.add(std::move(e), std::move(note));
    b_.mention(known.span, last, MentionKind::name, {at->second});
    return true;
  }

  // A word before a party's members by which not all of them are meant.
  bool narrows(TokenIndex t) const {
    const Token& w = parse_[t];
    constexpr std::string_view kAll[] = {"the",   "both", "all", "our", "these", "those",  "its",
                                         "their", "his",  "her", "no",  "any",   "either", "neither"};
    if (w.relation == Relation::poss || w.tag == Tag::pos || w.tag == Tag::prp_poss || w.tag == Tag::pdt) return false;
    if (std::find(std::begin(kAll), std::end(kAll), w.lower) != std::end(kAll)) return false;
    return w.tag == Tag::dt || w.tag == Tag::jj || w.tag == Tag::jjr || w.tag == Tag::jjs || w.tag == Tag::cd ||
           w.tag == Tag::nn || w.tag == Tag::nnp || w.tag == Tag::vbg || w.tag == Tag::vbn;
  }

  // "Democrats in Ohio", "Republicans from the South"
  TokenIndex end_of_place(TokenIndex party) const {
    constexpr TokenIndex kLong = 5;
    for (const TokenIndex link : parse_.children(party)) {
      const Token& w = parse_[link];
      const TokenIndex place = child_of(parse_, link, Relation::pobj);
      if (link != party + 1 || place == kNoToken || (w.lower != "in" && w.lower != "from" && w.lower != "on")) continue;
      if (parse_[place].tag == Tag::nnp && w.right_edge < link + kLong) return w.right_edge + 1;
    }
    return party + 1;
  }

  // "the North" of a report that names North Korea, "both Koreas" of one that names the two.
  bool half_of_a_land(TokenIndex t) {
    const std::string_view word = parse_[t].text;
    const bool several = word == "Koreas";
    if ((!several && word != "North" && word != "South") || t == 0 || !b_.is_free({t, t + 1})) return false;
    const std::string_view before = parse_[t - 1].lower;
    if (parse_[t].relation == Relation::compound ||
        (before != "the" && !(several && (before == "both" || before == "two")))) {
      return false;
    }
    std::vector<Index> members;
    for (const std::string_view half : {"North", "South"}) {
      if (!several && half != word) continue;
      const auto country = b_.who.names.find(std::string(half) + " Korea");
      if (country && is_named(*country)) members.push_back(b_.known_entity(*country));
    }
    if (members.size() != (several ? 2U : 1U)) return false;
    return b_.mention({t, t + 1}, t, several ? MentionKind::title : MentionKind::name, members);
  }

  bool is_named(std::uint32_t known) const {
    return std::any_of(known_at_.begin(), known_at_.end(),
                       [&](const KnownPhrase& k) { return k.found && k.value == known; });
  }

  // Whether the report names other countries and not this one.
  bool is_elsewhere(const std::string& country) const {
    const std::set<std::string>& named = b_.countries_named();
    return !named.empty() && !named.contains(country);
  }

  // "Paraguay's Senate"
  std::string owner_of(TokenSpan span) const {
    for (const TokenIndex owner : possessors(parse_, span.end - 1)) {
      if (owner >= span.begin) continue;
      const std::uint32_t country = b_.country_at(core_phrase(parse_, owner).begin);
      if (country != EntityBuilder::kNone) return b_.who.known[country].country;
    }
    return {};
  }

  // "Time", "Labour", "Commonwealth" and other names that are words too must be tagged or written as names.
  bool looks_like_a_name(const KnownPhrase& known) const {
    if (known.span.size() > 1 || b_.who.known[known.value].type == EntityType::country) return true;
    const Token& t = parse_[known.span.begin];
    // "Liberation" of "the Liberation War" is no newspaper.
    if (b_.who.known[known.value].type == EntityType::media && is_inside_a_thing(parse_, known.span)) return false;
    const bool first = parse_.sentences[t.sentence].begin == known.span.begin;
    return is_proper(t) || has_inner_capital(t.text) || (!first && t.text != t.lower);
  }

  void seat(TokenIndex t) {
    if (b_.story.boilerplate[t] || b_.story.mention_at[t] >= 0) return;
    const auto match = b_.who.seats.longest(parse_, b_.story.text, t);
    if (!match) return;
    const TokenSpan span{t, match->end};
    if (!b_.is_free(span) || is_inside_a_thing(parse_, span)) return;  // "the Vienna Convention"
    const TokenIndex last = match->end - 1;
    // A palace stands for its government unless something happens there; a town only where it acts.
    const bool town = parse_[last].name == NameType::gpe;
    const bool located = parse_[last].relation == Relation::pobj && is_locative(parse_[parse_[last].head].lower);
    if (town ? acts(parse_, last) || seat_speaks(b_.story, last) : !located) {
      b_.mention(span, last, MentionKind::metonym, {b_.known_entity(match->value)});
    }
  }

  // Tagged as a name, or written as one where no sentence begins and no day is named: "the likes of You"; at a
  // sentence's head a bare noun in the singular that is a subject or an owner: "Miller has said".
  bool may_be_surname(TokenIndex t) const {
    const Token& token = parse_[t];
    if (is_proper(token)) return true;
    const auto& times = b_.story.time_at;
    const bool written = token.text != token.lower && token.pos != Pos::punct && (t >= times.size() || times[t] < 0);
    if (parse_.sentences[token.sentence].begin != t) return written;
    const bool acts =
        token.relation == Relation::nsubj || token.relation == Relation::nsubjpass || token.relation == Relation::poss;
    return written && acts && token.tag == Tag::nn;
  }

  // "NLA … the National Lakes Authority": initials that come first, or of a body of the lexicon, where one body alone
  // has them.
  void join_acronyms() {
    std::unordered_map<std::string, Index> spelled;
    const auto& entities = b_.story.record.entities;
    for (Index e = 0; e < entities.size(); ++e) {
      if (entities[e].type != EntityType::organisation && entities[e].type != EntityType::group) continue;
      const std::string initials = initials_of(entities[e].name);
      if (initials.size() < 3) continue;
      const auto [found, is_new] = spelled.emplace(initials, e);
      if (!is_new) found->second = EntityBuilder::kNone;
    }
    if (spelled.empty()) return;
    for (TokenMention& m : b_.story.mentions) {
      if (m.kind != MentionKind::name || m.entities.size() != 1) continue;
      const Index e = m.entities[0];
      if (entities[e].type != EntityType::organisation || !b_.notes[e].known_code.empty()) continue;
      const auto found = spelled.find(entities[e].name);
      if (found != spelled.end() && found->second != EntityBuilder::kNone) m.entities[0] = found->second;
    }
  }

  // Of all words with capitals, halves of words too: "NAM" of "Non-Aligned Movement".
  static std::string initials_of(const std::string& name) {
    std::string initials;
    if (name.find(' ') == std::string::npos) return initials;
    for (std::size_t i = 0; i < name.size(); ++i) {
      const bool begins = i == 0 || name[i - 1] == ' ' || name[i - 1] == '-';
      if (begins && is_ascii_upper(name[i])) initials += name[i];
    }
    return initials;
  }

  // Surnames that the recogniser missed or took for something else.
  void join_surnames() {
    for (TokenIndex t = 0; t < parse_.size(); ++t) {
      const Token& token = parse_[t];
      if (b_.story.mention_at[t] >= 0 || is_place_[t] || !may_be_surname(t)) continue;
      const auto found = people_.find_surname(std::string(token.text));
      if (!found) continue;
      const bool pair = (t > 0 && parse_[t - 1].text == "-") || (t + 1 < parse_.size() && parse_[t + 1].text == "-");
      if (!pair && is_inside_a_thing(parse_, {t, t + 1})) continue;
      if (t > 0 && parse_[t - 1].tag == Tag::nnp && parse_[t - 1].head == t && parse_[t - 1].space_after &&
          b_.story.mention_at[t - 1] < 0 && parse_[t - 1].name == NameType::person) {
        continue;  // another first name
      }
      b_.mention({t, t + 1}, t, MentionKind::name, {*found});
    }
  }

  // A body's name of one word where the tagger saw no name: "BoG" of "Bank of Ghana (BoG)".
  void join_short_names() {
    for (TokenIndex t = 0; t < parse_.size(); ++t) {
      const Token& token = parse_[t];
      if (b_.story.mention_at[t] >= 0 || !has_inner_capital(token.text)) continue;
      const auto known = bodies_.find(std::string(token.text));
      if (!known || b_.entity(*known).type == EntityType::person) continue;
      if (t > 0 && !parse_[t - 1].space_after && parse_[t - 1].pos != Pos::punct) continue;
      b_.mention({t, t + 1}, t, MentionKind::name, {*known});
    }
  }

  static bool has_inner_capital(std::string_view text) {
    return text.size() >= 2 && is_ascii_upper(text[0]) && std::any_of(text.begin() + 1, text.end(), is_ascii_upper);
  }

  EntityBuilder& b_;
  const Parse& parse_;
  const std::vector<KnownPhrase> known_at_;  // by token
  const NoNames no_names_;
  std::vector<NameCandidate> names_;
  std::map<TokenIndex, std::string> shared_;  // surnames that stand behind another first name, by where a name begins
  std::vector<bool> is_place_;                // per token: of a name that is read as a place's
  std::unordered_map<std::string, std::string> aliases_;  // to the name that each is another one for
  PeopleByName people_;
  BodiesByName bodies_;
  std::unordered_map<const UserActors::Actor*, Index> of_users_;
  std::unordered_multimap<Index, std::uint32_t> titles_;  // right before full names, of each person
  std::unordered_map<std::string, Index> parts_;          // of parties, by what they are called
};

}  // namespace

void find_named(EntityBuilder& b) {
  Names(b).run();
}

}  // namespace dragoman
