#include "meetings/comings.h"

#include <algorithm>

namespace dragoman {

namespace {

constexpr TokenIndex kNear = 12;  // tokens from a noun to its clause

}  // namespace

// "takes effect", "comes into force": the verb with the noun that it needs.
const ComingVerb* Comings::entry(TokenIndex verb) const {
  const auto found = words_.comings.find(parse_[verb].lemma);
  if (found == words_.comings.end()) return nullptr;
  for (const ComingVerb& word : found->second) {
    if (word.noun.empty()) return &word;
    for (const TokenIndex c : parse_.children(verb)) {
      if (c < verb) continue;
      const TokenIndex object = parse_[c].relation == Relation::prep ? child_of(parse_, c, Relation::pobj) : c;
      if (object != kNoToken && parse_[object].lemma == word.noun) return &word;
    }
  }
  return nullptr;
}

// The one thing or body that the verb is said of; nothing for "it", "they" and "there".
TokenIndex Comings::subject(TokenIndex verb) const {
  const Tokens all = surface_subjects(parse_, verb);
  if (all.empty() || (parse_[all[0]].pos != Pos::noun && parse_[all[0]].pos != Pos::propn)) return kNoToken;
  if (all[0] > verb) return all[0];
  const TokenIndex clause = parse_[verb].relation == Relation::xcomp ? parse_[verb].head : verb;
  const Relation r = parse_[clause].relation;
  // A clause far behind its noun is likelier said of something nearer.
  if ((r == Relation::acl || r == Relation::relcl) && clause - all[0] > kNear) return kNoToken;
  return thing_above(all[0], clause);
}

// "the tariffs on steel, which take effect", "the congress of the union, to be held": the noun that it is said of,
// where the parser took the name or the singular right before the clause.
TokenIndex Comings::thing_above(TokenIndex noun, TokenIndex verb) const {
  const Relation r = parse_[verb].relation;
  const TokenIndex preposition = parse_[noun].head;
  if ((r != Relation::relcl && r != Relation::acl) || parse_[noun].relation != Relation::pobj) return noun;
  const TokenIndex above = parse_[preposition].head;
  if (parse_[preposition].relation != Relation::prep || parse_[above].pos != Pos::noun) return noun;
  const bool disagrees = parse_[verb].tag == Tag::vbp && parse_[noun].tag == Tag::nn && parse_[above].tag == Tag::nns;
  return disagrees || !story_.entities_at(noun).empty() ? above : noun;
}

// "ban on imported cars", "Okoye's term" of "Okoye, whose term ends".
std::string Comings::phrase(TokenIndex noun) const {
  TokenSpan span = core_phrase(parse_, noun);
  std::string owner;
  if (const TokenIndex whose = child_of(parse_, noun, Relation::poss);
      whose != kNoToken && parse_[whose].tag == Tag::wp_poss) {
    const TokenIndex who = antecedent(parse_, clause_head(parse_, noun));
    if (who == kNoToken) return {};
    owner = plain_words(story_, core_phrase(parse_, who)) + "'s ";
    span.begin = whose + 1;
  }
  while (span.begin < noun && (parse_[span.begin].tag == Tag::dt || parse_[span.begin].tag == Tag::prp_poss))
    ++span.begin;
  for (const TokenIndex c : parse_.children(noun)) {
    if (c < noun || parse_[c].relation != Relation::prep || c != span.end) continue;
    const TokenSpan behind = subtree(parse_, c);
    const bool clause = std::any_of(
        parse_.tokens.begin() + behind.begin, parse_.tokens.begin() + behind.end,
        [](const Token& t) { return (t.pos == Pos::verb && t.relation != Relation::amod) || t.text == ","; });
    if (behind.begin != c || has_time(story_, behind) || clause || behind.end - span.begin > kLongestPhrase) break;
    span.end = behind.end;
  }
  return owner + plain_words(story_, span);
}

// "to take effect", "to be signed", "to pay the fine".
std::string Comings::deed(TokenIndex verb) const {
  std::string out =
      is_passive(parse_, verb) ? "to be " + std::string(parse_[verb].lower) : "to " + std::string(parse_[verb].lemma);
  const ComingVerb* const word = entry(verb);
  for (const TokenIndex c : parse_.children(verb)) {
    if (c < verb) continue;
    const Relation r = parse_[c].relation;
    const TokenIndex object = r == Relation::prep ? child_of(parse_, c, Relation::pobj) : c;
    const bool needed = word != nullptr && object != kNoToken && parse_[object].lemma == word->noun;
    if (r != Relation::dobj && r != Relation::prt && !needed) continue;
    if (r == Relation::prep) {
      out += " " + std::string(parse_[c].lower) + " " + plain_words(story_, core_phrase(parse_, object));
    } else {
      out += " " + (r == Relation::prt ? std::string(parse_[c].lower) : phrase(c));
    }
  }
  return out;
}

std::optional<DateValue> Comings::date_behind(TokenIndex verb, std::string_view preposition) const {
  for (const TokenIndex object : obliques(parse_, verb, preposition, true)) {
    if (story_.time_at[object] < 0) continue;
    const Time& time = story_.record.times[static_cast<std::size_t>(story_.time_at[object])];
    if (time.type == TimeType::date || time.type == TimeType::time)
      return DateValue{day_part(time.value), DateBasis::text};
  }
  return std::nullopt;
}

std::optional<Coming> Comings::change(TokenIndex verb) const {
  const ComingVerb* const word = entry(verb);
  // "the year ending in June"
  const bool bare = parse_[verb].tag == Tag::vbg && child_of(parse_, verb, Relation::aux) == kNoToken;
  if (word == nullptr || bare || is_passive(parse_, verb)) return std::nullopt;
  const Standing standing = standings_.of_verb(verb);
  if (standing != Standing::planned && standing != Standing::own) return std::nullopt;
  const TokenIndex who = subject(verb);
  // What somebody does is told with all that he does it to.
  if (who == kNoToken || story_.time_at[who] >= 0 ||
      (word->noun.empty() && !word->until && !story_.entities_at(who).empty()))
    return std::nullopt;
  auto date = word->until ? date_behind(verb, "until") : details_.date({verb});
  const std::string name = date ? phrase(who) : std::string();
  if (name.empty()) return std::nullopt;
  Coming out{name + " " + deed(verb) + (word->until ? " until" : ""),
             *date,
             clause_span(parse_, verb),
             {},
             details_.place({verb})};
  who_.add(out.participants, who);
  out.timetable = standing == Standing::own;
  return out;
}

// "Results are expected on Tuesday."
std::optional<Coming> Comings::expected(TokenIndex verb) const {
  if (!is_passive(parse_, verb) || !words_.governors.contains(parse_[verb].lemma)) return std::nullopt;
  const VerbForm form = verb_form(parse_, verb);
  const TokenIndex what = subject(verb);
  if (form.tense != Tense::present || form.perfect || form.modal != kNoToken || what == kNoToken ||
      is_negated(parse_, verb) || !complements(parse_, verb).empty() || parse_[what].pos != Pos::noun) {
    return std::nullopt;
  }
  const auto date = details_.date({verb});
  if (!date) return std::nullopt;
  Coming out{phrase(what), *date, clause_span(parse_, verb), {}, details_.place({verb})};
  out.timetable = true;
  return out;
}

// "has until Friday to pay", "gave the firm until Friday to pay".
std::optional<Coming> Comings::term(TokenIndex verb) const {
  const auto word = words_.terms.find(parse_[verb].lemma);
  if (word == words_.terms.end() || is_negated(parse_, verb)) return std::nullopt;
  const auto date = date_behind(verb, "until");
  if (!date) return std::nullopt;
  TokenIndex task = kNoToken;
  for (const TokenIndex c : parse_.children(verb)) {
    if (c > verb && is_verbal(parse_[c]) && verb_form(parse_, c).infinitive) task = c;
  }
  const Tokens granted = patients(parse_, verb), others = datives(parse_, verb);
  const TokenIndex who = !word->second      ? subject(verb)
                         : !others.empty()  ? others[0]
                         : !granted.empty() ? granted[0]
                                            : kNoToken;
  if (task == kNoToken || who == kNoToken || parse_[who].pos == Pos::pron) return std::nullopt;
  Coming out{phrase(who) + " " + deed(task), *date, clause_span(parse_, verb), {}, std::nullopt};
  who_.add(out.participants, who);
  out.timetable = true;
  return out;
}

// "called a strike for Monday", "an election was called for May 3", "put off the vote until June".
std::optional<Coming> Comings::fixed(TokenIndex verb) const {
  if (!words_.fixings.contains(parse_[verb].lemma)) return std::nullopt;
  if (standings_.of_verb(verb) != Standing::held && standings_.of_verb(verb) != Standing::own) return std::nullopt;
  const Tokens all = patients(parse_, verb);
  if (all.size() != 1 || parse_[all[0]].pos != Pos::noun) return std::nullopt;
  for (const char* preposition : {"for", "until", "to"}) {
    const auto date = date_behind(verb, preposition);
    if (!date) continue;
    Coming out{phrase(all[0]), *date, clause_span(parse_, verb), {}, std::nullopt};
    if (!is_passive(parse_, verb)) who_.add(out.participants, who_.actors(verb));
    out.timetable = true;
    return out;
  }
  return std::nullopt;
}

// "the accord, to be signed in Lima on June 21,"
std::optional<Coming> Comings::to_be_done(TokenIndex verb) const {
  const VerbForm form = verb_form(parse_, verb);
  const Relation r = parse_[verb].relation;
  if (!form.infinitive || !form.passive || form.perfect || (r != Relation::acl && r != Relation::relcl))
    return std::nullopt;
  const TokenIndex what = thing_above(parse_[verb].head, verb);
  if (parse_[what].pos != Pos::noun || what > verb || !story_.entities_at(what).empty()) return std::nullopt;
  const auto date = details_.date({verb});
  if (!date) return std::nullopt;
  Coming out{phrase(what) + " " + deed(verb),
             *date,
             trimmed(parse_, {core_phrase(parse_, what).begin, parse_[verb].right_edge + 1}),
             {},
             details_.place({verb})};
  out.timetable = true;
  return out;
}

std::optional<Coming> Comings::of(TokenIndex verb) const {
  using Reading = std::optional<Coming> (Comings::*)(TokenIndex) const;
  constexpr Reading kReadings[] = {&Comings::change, &Comings::expected, &Comings::term, &Comings::fixed,
                                   &Comings::to_be_done};
  for (const Reading reading : kReadings) {
    if (auto found = (this->*reading)(verb)) return found;
  }
  return std::nullopt;
}

}  // namespace dragoman
