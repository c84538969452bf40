#include "positions/builder.h"

#include "clauses/factuality.h"
#include "issues/issues.h"
#include "issues/phrase.h"
#include "positions/clues.h"
#include "positions/resumptions.h"

#include <algorithm>

#include <fmt/format.h>

namespace dragoman {

namespace {

constexpr TokenIndex kLongestEvidence = 60;  // tokens

}  // namespace

PositionBuilder::PositionBuilder(Story& s)
    : story(s),
      parse(s.parse),
      lexicon(*s.lexicon.stances),
      holders(s),
      telling(s, holders, lexicon),
      taken(s.parse.size(), false),
      actors_(s.record.issues.size(), false) {
  own_issue_.assign(s.record.entities.size(), -1);
  for (TokenIndex t = 0; t < parse.size(); ++t) {
    if (story.issue_at[t] < 0 || story.entities_at(t).empty()) continue;
    if (story.entities_at(t).size() == 1) own_issue_[story.entities_at(t).front()] = story.issue_at[t];
    const EntityType type = story.record.entities[story.entities_at(t).front()].type;
    if (type == EntityType::person || type == EntityType::country || type == EntityType::group)
      actors_[static_cast<std::size_t>(story.issue_at[t])] = true;
  }
}

std::optional<Index> PositionBuilder::issue_of_act(TokenIndex verb) const {
  const TokenIndex theme = theme_head(story, *story.lexicon.issues, verb);
  // "descends on Europe" tells where.
  if (theme != kNoToken && parse[theme].relation == Relation::pobj &&
      (parse[theme].name == NameType::gpe || parse[theme].name == NameType::loc)) {
    return std::nullopt;
  }
  const auto issue = issue_of(story, verb);
  return issue && is_actor(*issue) ? std::nullopt : issue;
}

std::optional<Index> PositionBuilder::issue_below(const Matter& matter) const {
  switch (matter.kind) {
    case Matter::Kind::phrase: {
      // "considers the hill its own": the hill.
      const bool called = matter.who != kNoToken && (matter.link == kNoToken || parse[matter.link].lower == "as");
      return issue_of(story, called ? matter.who : matter.head);
    }
    case Matter::Kind::gerund:
      return issue_of(story, matter.head);
    case Matter::Kind::infinitive:
    case Matter::Kind::promise:
      return issue_of_act(matter.head);
    default:
      return issue_of_clause(matter.head);
  }
}

// The node of the noun where it says all, else one of its own below that.
std::optional<Index> PositionBuilder::issue_in_words(const Matter& matter, std::optional<Index> below, TokenIndex where,
                                                     Index holder) {
  const Token& head = parse[matter.head];
  // "rejected it", "the ban, which it rejected": what was spoken of.
  if (matter.kind == Matter::Kind::phrase && matter.who == kNoToken &&
      (head.pos == Pos::pron || is_relative_pronoun(head))) {
    return head.lower == "this" || head.lower == "that" ? std::nullopt : below;
  }
  const std::string name = below ? story.record.issues[*below].label : std::string();
  const Wording wording(story, where, holder);
  // "the effort", which is the rescue effort that was spoken of.
  if (wording.is_shell(matter) && premodifiers(parse, matter.head).empty() && name.find(' ') != std::string::npos)
    return below;
  auto [words, span] = wording.of(matter);
  if (words.empty()) return std::nullopt;
  // "believes that time is short", where the parser takes "that" for an article.
  if (matter.kind == Matter::Kind::clause && !words.starts_with("that ")) words = "that " + words;
  // "the pact" is the fisheries pact that was spoken of.
  const bool word = matter.kind == Matter::Kind::phrase && words.find(' ') == std::string::npos;
  if (words == name || (word && name.find(' ') != std::string::npos)) return below;
  // "Mr. Ode" is he who is named so.
  const std::int32_t mention = story.mention_at[matter.head];
  if (below && matter.who == kNoToken && matter.kind == Matter::Kind::phrase && mention >= 0) {
    const TokenSpan whole = story.mentions[static_cast<std::size_t>(mention)].span;
    if (whole.begin <= span.begin && span.end <= whole.end) return below;
  }
  const auto [at, is_new] = in_words_.emplace(words, static_cast<Index>(story.record.issues.size()));
  if (is_new) story.record.issues.push_back({std::move(words), below, {}});
  story.record.issues[at->second].mentions.push_back(story.span(span));
  return at->second;
}

// "riders to slow down and keep left" tells "riders to keep left" too, and "a small tax" is "a small tax" that another
// sentence spoke of.
bool PositionBuilder::is_part_of_told(const Position& p, const Matter& matter) {
  const std::string& words = story.record.issues[*p.issue].label;
  WordsTold& told = words_told_[fmt::format("{} {}", p.actor, p.stance)];
  std::string part = words;
  const std::size_t to = words.starts_with("to ") ? 0 : words.find(" to ");
  if (matter.kind != Matter::Kind::phrase && to != std::string::npos) part = words.substr(words.find("to ", to) + 3);
  const bool several = part.find(' ') != std::string::npos;
  // "the gate to be opened and lit" tells "the gate to be lit".
  const bool passive = part.starts_with("be ") && told.ends.contains(part.substr(3));
  const bool is_end = matter.kind != Matter::Kind::phrase && (passive || (several && told.ends.contains(part)));
  if (!told.whole.insert(words).second) return true;
  for (std::size_t blank = words.find(' '); blank != std::string::npos; blank = words.find(' ', blank + 1))
    told.ends.insert(words.substr(blank + 1));
  return is_end;
}

// The same stance of the same holder on the same thing, here or earlier.
bool PositionBuilder::was_told(const Position& p, const Matter& matter) {
  const auto parent = is_made_here(*p.issue) ? story.record.issues[*p.issue].parent : std::nullopt;
  const Index noun = parent.value_or(*p.issue);
  const auto key = [&](Index issue) { return fmt::format("{} {} {}", p.actor, issue, p.stance); };
  const bool phrase = matter.kind == Matter::Kind::phrase && matter.who == kNoToken;
  // Under its noun too: "the raid" after "the raid on the port".
  const bool again =
      told_.contains(key(*p.issue)) || (phrase && told_.contains(key(noun))) || is_part_of_told(p, matter);
  told_.insert(key(*p.issue));
  told_.insert(key(noun));
  return again;
}

// "sent an envoy to revive the talks": from who does it.
TokenSpan PositionBuilder::with_doer(TokenSpan evidence, TokenIndex where) const {
  TokenIndex clause = clause_head(parse, where);
  for (int i = 0; i < kMaxClimb && is_verbal(parse[clause]); ++i) {
    if (!verb_form(parse, clause).infinitive || own_subject(parse, clause) != kNoToken) break;
    const TokenIndex above = parent_clause(parse, clause);
    if (above == kNoToken || above == clause || parse[above].sentence != parse[where].sentence) break;
    clause = above;
    const TokenSpan span = clause_span(parse, clause);
    const TokenSpan whole{std::min(evidence.begin, span.begin), std::max(evidence.end, span.end)};
    if (whole.size() > kLongestEvidence) break;
    evidence = whole;
  }
  return evidence;
}

// "voiced his keenness to work with Peru": the clause, and what the stance is taken on.
TokenSpan PositionBuilder::with_matter(TokenSpan evidence, const Matter& matter, TokenIndex where,
                                       const Held& held) const {
  const Worded told = Wording(story, where, held.by ? *held.by : held.actor).of(matter);
  if (told.text.empty() || parse[told.span.begin].sentence != parse[evidence.begin].sentence ||
      parse[told.span.end - 1].sentence != parse[evidence.begin].sentence) {
    return evidence;
  }
  const TokenSpan whole{std::min(evidence.begin, told.span.begin), std::max(evidence.end, told.span.end)};
  return whole.size() > kLongestEvidence ? evidence : whole;
}

// "endorsed his re-election": the parser takes the part before the hyphen for the object.
TokenIndex PositionBuilder::end_of_compound(TokenIndex noun) const {
  const auto touches = [&](TokenIndex t) {
    return !parse[t].space_after && parse[t + 1].sentence == parse[t].sentence;
  };
  while (noun + 2 < parse.size() && touches(noun) && parse[noun + 1].text == "-" && touches(noun + 1) &&
         is_nominal(parse[noun + 2]))
    noun += 2;
  return noun;
}

void PositionBuilder::add(const std::vector<Held>& held, std::string stance, std::optional<Matter> matter,
                          TokenIndex where, TokenSpan evidence, const ToldBy& by) {
  if (!matter || stance.empty() || held.empty()) return;
  matter = Resumptions(*this).resolved(*matter, stance, where, held);
  if (!matter) return;
  if (matter->kind == Matter::Kind::phrase) matter->head = end_of_compound(matter->head);
  if (!evidence.contains(where)) evidence = {where, where + 1};
  evidence = with_doer(with_matter(evidence, *matter, where, held.front()), where);
  const auto below = issue_below(*matter);
  const auto is_own = [&](Index e) { return below && own_issue_[e] == static_cast<std::int32_t>(*below); };
  const bool alone = matter->kind == Matter::Kind::phrase && matter->who == kNoToken;
  std::optional<Index> issue;
  for (const Held& h : held) {
    if (alone && (is_own(h.actor) || (h.by && is_own(*h.by)))) continue;  // nobody takes a stance on himself
    if (!issue) issue = issue_in_words(*matter, below, where, h.by ? *h.by : h.actor);
    if (!issue) return;
    Position p;
    p.actor = h.actor;
    if (h.by != h.actor) p.by = h.by;
    p.issue = issue;
    p.stance = stance;
    p.statement = holders.statement_at(where);
    p.evidence = story.evidence(evidence);
    telling.tell(p, by, *matter, story.record.issues[*issue].label);
    constexpr std::string_view kWords[] = {"verb", "noun", "adjective", "participle", "judgement"};
    p.why.push_back("found by: " + std::string(kWords[static_cast<std::size_t>(by.word)]));
    constexpr std::string_view kKinds[] = {"phrase", "infinitive", "gerund", "clause", "demand", "promise"};
    p.why.push_back("issue is a: " + std::string(kKinds[static_cast<std::size_t>(matter->kind)]));
    for (std::string& clue : clues_of_position(story, where, *matter, h)) p.why.push_back(std::move(clue));
    if (p.statement) {
      const auto& speakers = story.record.statements[*p.statement].speakers;
      const auto speaks = [&](Index e) { return std::find(speakers.begin(), speakers.end(), e) != speakers.end(); };
      if (!speaks(h.actor) && !(h.by && speaks(*h.by))) p.why.emplace_back("told by another");
    }
    if (!was_told(p, *matter)) story.record.positions.push_back(std::move(p));
  }
}

void PositionBuilder::take(TokenIndex from) {
  TokenIndex at = from;
  for (int deep = 0; deep < kMaxClimb && at != kNoToken; ++deep) {
    for (const TokenIndex t : coordinated(parse, at)) taken[t] = true;
    TokenIndex next = kNoToken;
    for (const TokenIndex child : parse.children(at)) {
      const Relation r = parse[child].relation;
      if (r == Relation::xcomp || r == Relation::ccomp || r == Relation::pcomp) next = child;
      if (r == Relation::prep && child_of(parse, child, Relation::pcomp) != kNoToken) {
        next = child_of(parse, child, Relation::pcomp);
      }
    }
    at = next;
  }
}

std::optional<std::string> PositionBuilder::judged(TokenIndex predicate) const {
  const Token& word = parse[predicate];
  if (word.lemma == "one") return std::nullopt;  // "the question is a legal one" sorts it
  if (word.pos == Pos::adj || word.pos == Pos::verb) {
    if (!lexicon.judged_adjectives.contains(word.lower)) return std::nullopt;
    return std::string(word.lower);
  }
  std::string called;
  if (lexicon.judged_nouns.contains(word.lemma)) called = word.lemma;
  for (const TokenIndex before : premodifiers(parse, predicate)) {
    const std::string modifier(parse[before].lower);
    if (called.empty() && lexicon.judged_adjectives.contains(modifier))
      called = modifier + " " + std::string(word.lemma);
  }
  if (called.empty()) return std::nullopt;
  const bool vowel = std::string_view("aeio").find(called.front()) != std::string_view::npos;
  return (vowel ? "an " : "a ") + called;
}

bool PositionBuilder::is_denied(TokenIndex verb) const {
  // "no matter what it costs, we will do it"
  const TokenIndex regardless = child_word(parse, verb, "matter");
  const bool no_matter =
      regardless != kNoToken && regardless < verb && child_of(parse, verb, Relation::neg) == kNoToken;
  if (!no_matter && is_negated(parse, verb)) return true;
  // "is never going to back it"
  const Token& v = parse[verb];
  if (v.relation == Relation::xcomp && parse[v.head].lower == "going" && is_negated(parse, v.head)) return true;
  for (const TokenIndex at : {verb, first_conjunct(parse, verb)}) {
    if (child_word(parse, at, "neither") != kNoToken || child_word(parse, at, "nor") != kNoToken) return true;
  }
  // "neither Kenya nor Peru backs it"
  const TokenIndex subject = own_subject(parse, first_conjunct(parse, verb));
  return subject != kNoToken && child_word(parse, subject, "neither") != kNoToken;
}

bool PositionBuilder::is_of_few(TokenIndex subject) const {
  const Token& s = parse[subject];
  if (s.lower == "nobody" || s.lower == "none" || s.lower == "few" || s.lower == "fewer") return true;
  const TokenIndex first = s.left_edge;
  const auto excludes = [&](TokenIndex t) { return parse[t].lower == "not" && parse[t + 1].lower != "only"; };
  const bool before = first > parse.sentences[s.sentence].begin && excludes(first - 1);
  if (before || excludes(first)) return true;
  if (const TokenIndex neg = child_of(parse, subject, Relation::neg); neg != kNoToken && excludes(neg)) return true;
  const TokenIndex det = child_of(parse, subject, Relation::det);
  if (s.lower == "one" && det != kNoToken && parse[det].lower == "no") return true;
  const Tokens words = premodifiers(parse, subject);
  return std::any_of(words.begin(), words.end(), [&](TokenIndex t) {
    const bool a_few = child_word(parse, subject, "a") != kNoToken || (t > 0 && parse[t - 1].lower == "a");
    return lexicon.lessened.contains(parse[t].lower) && !a_few;
  });
}

bool PositionBuilder::is_of_none(TokenIndex subject) const {
  const TokenIndex det = child_of(parse, subject, Relation::det);
  return is_of_few(subject) || (det != kNoToken && parse[det].lower == "no");
}

bool PositionBuilder::is_question(TokenIndex at) const {
  const TokenSpan sentence = parse.sentences[parse[at].sentence];
  for (TokenIndex t = sentence.end; t-- > sentence.begin;) {
    if (parse[t].is_space || parse[t].tag == Tag::close_quote) continue;
    return parse[t].text == "?";
  }
  return false;
}

bool PositionBuilder::is_given_up(TokenIndex verb) const {
  const Token& v = parse[verb];
  if (v.relation == Relation::xcomp && parse[v.head].lower == "used" && verb_form(parse, verb).infinitive) return true;
  const VerbForm form = verb_form(parse, verb);
  if (form.tense != Tense::past) return false;
  // "had opposed it until Friday", "did not back it until Friday"; "rejects talks until they leave" goes on.
  const bool over = form.perfect || is_denied(verb);
  for (const TokenIndex child : parse.children(verb)) {
    const Token& c = parse[child];
    // "once opposed it", and not "once again"
    const bool again = parse[child + 1].lower == "again" || parse[child + 1].lower == "more";
    if (c.relation == Relation::advmod && !again && lexicon.former.contains(c.lower)) return true;
    if (c.relation == Relation::advmod && c.lower == "first" && parse[child - 1].lower == "at") return true;
    if (over && child > verb && ends_then(child)) return true;
  }
  return false;
}

bool PositionBuilder::ends_then(TokenIndex phrase) const {
  const Token& p = parse[phrase];
  if (p.relation == Relation::prep) return p.lower == "until" || p.lower == "till";
  const bool until = child_word(parse, phrase, "until") != kNoToken || child_word(parse, phrase, "till") != kNoToken;
  return p.relation == Relation::advcl && until && verb_form(parse, phrase).tense == Tense::past;
}

bool PositionBuilder::is_open(TokenIndex verb) const {
  if (is_question(verb) || is_given_up(verb)) return true;
  // "will either accept or reject it"
  for (const TokenIndex child : parse.children(verb)) {
    if (child < verb && parse[child].lower == "either" && child_word(parse, verb, "or") != kNoToken) return true;
  }
  const VerbForm form = verb_form(parse, verb);
  if (form.modal != kNoToken) {
    const std::string_view modal = parse[form.modal].lower;
    // "would be praising it by now"; but "said it would be seeking talks"
    if (modal == "would" && form.progressive && parse[verb].relation == Relation::root) return true;
    if (modal != "would" && !(is_denied(verb) && (modal == "can" || modal == "could"))) return true;
  }
  // "might try to argue that", "could come to back it"
  for (TokenIndex below = verb; verb_form(parse, below).infinitive && parse[below].relation == Relation::xcomp;) {
    below = parse[below].head;
    const TokenIndex modal = verb_form(parse, below).modal;
    if (modal == kNoToken) continue;
    const std::string_view word = parse[modal].lower;
    if (word == "may" || word == "might" || word == "could" || word == "can") return true;
    break;
  }
  TokenIndex at = verb;
  for (int climb = 0; climb < kMaxClimb; ++climb) {
    if (is_supposed(parse, at)) return true;
    // "as long as they support it"
    const TokenIndex first = parse[at].left_edge;
    if (parse[at].relation == Relation::advcl && parse[first].lower == "as" && first < at &&
        parse[first + 1].lower == "long")
      return true;
    // "until they support it", "before they approve it", not "until they approved it"
    const bool until = parse[first].lower == "until" || parse[first].lower == "till" || parse[first].lower == "before";
    const Tag tag = parse[at].tag;
    if (parse[at].relation == Relation::advcl && until && (tag == Tag::vbz || tag == Tag::vbp)) return true;
    for (const TokenIndex child : parse.children(at)) {
      const Token& c = parse[child];
      if (c.relation == Relation::advmod && at == verb && lexicon.perhaps.contains(c.lower)) return true;
    }
    if (parse[at].relation == Relation::ccomp && is_to_be_shown(parse[at].head)) return true;
    // "the perception that Peru wants it"
    const Relation r = parse[at].relation;
    const TokenIndex above = parse[at].head;
    const bool done_to_it = r == Relation::acl && parse[at].tag == Tag::vbn;    // "an allegation rejected by Peru"
    const bool able = r == Relation::relcl && verb_form(parse, at).infinitive;  // "room to walk away from it"
    const bool clause = (r == Relation::acl && !done_to_it) || r == Relation::ccomp || able;
    if (clause && !is_verbal(parse[above]) && lexicon.open.contains(parse[above].lemma)) return true;
    if (above == at) break;
    at = above;
  }
  // "denied that Peru backs it", "asked it to back them"; what nouns do is in `open`.
  const Factuality read = FactualityReader(parse, *story.lexicon.signatures).of(verb);
  if (read.purpose || read.governor == kNoToken || read.governor == verb) return false;
  if (!is_verbal(parse[read.governor]) || parse[read.governor].lemma == "be") return false;
  const bool finite = form.tense != Tense::none;
  return read.unsaid || read.status == EventStatus::denied ||
         (finite && (read.status == EventStatus::requested || read.status == EventStatus::conditional));
}

// "needs to show that it is willing", "must prove that it accepts it": it has not.
bool PositionBuilder::is_to_be_shown(TokenIndex verb) const {
  if (!is_verbal(parse[verb]) || !lexicon.showing.contains(parse[verb].lemma)) return false;
  const VerbForm form = verb_form(parse, verb);
  if (form.modal != kNoToken) return lexicon.duties.contains(parse[form.modal].lower);
  const TokenIndex above = parse[verb].head;
  return form.infinitive && parse[verb].relation == Relation::xcomp && lexicon.duties.contains(parse[above].lemma);
}

std::optional<Index> PositionBuilder::issue_of_clause(TokenIndex verb) const {
  // "there are no problems any more"
  if (const TokenIndex what = child_of(parse, verb, Relation::attr);
      what != kNoToken && child_of(parse, verb, Relation::expl) != kNoToken) {
    return issue_of(story, what);
  }
  for (const TokenIndex child : parse.children(verb)) {
    const Relation r = parse[child].relation;
    if (r != Relation::nsubj && r != Relation::nsubjpass) continue;
    if (!story.entities_at(child).empty()) continue;
    if (parse[child].pos == Pos::pron && !is_relative_pronoun(parse[child])) continue;
    if (const auto issue = issue_of(story, child)) return issue;
  }
  return issue_of(story, verb);
}

}  // namespace dragoman
