#include "positions/wording.h"

#include "positions/stances.h"
#include "statements/cues.h"

#include <algorithm>
#include <array>

namespace dragoman {

namespace {

constexpr std::size_t kLongestMatter = 40;  // words that are still read as one matter
constexpr std::size_t kLeast = 4;           // words that stay when a long matter is cut

constexpr std::array<std::string_view, 14> kAsides = {"as",       "while",  "when",   "after",    "because",
                                                      "although", "though", "since",  "once",     "where",
                                                      "whereas",  "before", "during", "including"};

constexpr std::array<std::string_view, 6> kOccasions = {"when", "because", "once", "where", "before", "after"};

bool is_one_of(std::string_view word, const auto& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_article(const Token& t) {
  return t.lower == "the" || t.lower == "a" || t.lower == "an" || t.lower == "this" || t.lower == "these" ||
         t.lower == "those" || (t.lower == "that" && t.relation == Relation::det);
}

// Also one that the model takes for something else.
bool is_any_quotation_mark(const Token& t) {
  return is_quotation_mark(t) || t.text == "“" || t.text == "”" || t.text == "``" || t.text == "''";
}

bool is_dash(const Token& t) {
  return t.text == "—" || t.text == "–" || t.text == "--" || t.text == "---";
}

bool is_argument(Relation r) {
  return r == Relation::dobj || r == Relation::pobj || r == Relation::prep || r == Relation::agent ||
         r == Relation::nsubj || r == Relation::nsubjpass || r == Relation::pcomp || r == Relation::xcomp ||
         r == Relation::ccomp;
}

bool is_bare_pronoun(const Token& t) {
  return t.pos == Pos::pron || (t.pos == Pos::det && (t.lower == "this" || t.lower == "that"));
}

}  // namespace

// "the gulf - an area that it claims": a dash, as some wires have it.
bool Wording::is_dash_at(TokenIndex t) const {
  const bool stroke = parse_[t].text == "-" || parse_[t].text == "_";
  return is_dash(parse_[t]) || (stroke && t > 0 && parse_[t].space_after && parse_[t - 1].space_after);
}

// Something completes the verb before the "and" that joins the other: in "to open the port and free the pilots", and
// not in "to hunt down and punish the raiders" or "to appeal and, if need be, go to court".
bool Wording::has_complement(TokenIndex verb, TokenIndex other) const {
  for (const TokenIndex child : parse_.children(verb)) {
    if (child <= verb) continue;
    const Relation r = parse_[child].relation;
    if (child >= other || r == Relation::cc) break;
    // "to look for and find the pilots": what they share stands behind the second.
    if (r == Relation::prep && parse_.children(child).empty()) continue;
    if (r != Relation::punct && r != Relation::advmod && r != Relation::preconj && r != Relation::prt) return true;
  }
  return false;
}

// What the form of the second verb joins with the stance and not with the clause: "officials hold that it is legal and
// have asked for it", "insists that it must stay, and has hired guards", "demanding that he go and saying why".
bool Wording::is_of_holder(TokenIndex head, TokenIndex other, bool comma) const {
  const auto finite = [&](TokenIndex verb) {
    for (const TokenIndex child : parse_.children(verb)) {
      const Token& c = parse_[child];
      const bool aux = c.relation == Relation::aux || c.relation == Relation::auxpass;
      if (child < verb && aux && (c.tag == Tag::vbz || c.tag == Tag::vbp)) return child;
    }
    return verb;
  };
  const TokenIndex first = finite(head), second = finite(other), held = finite(stance_);
  const TokenIndex subject = own_subject(parse_, head);
  const bool plain = subject != kNoToken && parse_[subject].lower != "i" && parse_[subject].lower != "you";
  const Tag a = parse_[first].tag, b = parse_[second].tag;
  const bool differ = plain && ((a == Tag::vbz && b == Tag::vbp) || (a == Tag::vbp && b == Tag::vbz));
  const auto perfect = [&](TokenIndex t, TokenIndex verb) { return t != verb && parse_[t].lemma == "have"; };
  const bool present = parse_[held].tag == Tag::vbz || parse_[held].tag == Tag::vbp;
  if (present && differ && b == parse_[held].tag) return true;
  if (present && comma && perfect(second, other) && !perfect(first, head)) return true;
  if (perfect(held, stance_) && perfect(second, other) && !perfect(first, head)) return true;
  return parse_[stance_].tag == Tag::vbg && b == Tag::vbg && second == other && a != Tag::vbg &&
         child_of(parse_, other, Relation::aux) == kNoToken;
}

// "denied the charge and the network said that": the network, which the parser joins to the charge, opens a clause.
bool Wording::opens_clause(TokenIndex noun) const {
  TokenIndex verb = parse_[noun].right_edge + 1;
  if (noun < stance_ || verb >= parse_.size() || parse_[verb].sentence != parse_[noun].sentence) return false;
  const auto is_before_verb = [&](TokenIndex t) {
    return parse_[t].relation == Relation::advmod || parse_[t].relation == Relation::aux;
  };
  while (verb + 1 < parse_.size() && is_before_verb(verb)) ++verb;
  const Token& v = parse_[verb];
  if (!is_verbal(v) || verb_form(parse_, verb).tense == Tense::none) return false;
  const auto lacks = [&](TokenIndex t, Relation r) { return child_of(parse_, t, r) == kNoToken; };
  return (v.relation == Relation::conj || v.relation == Relation::ccomp) && lacks(verb, Relation::nsubj) &&
         lacks(verb, Relation::nsubjpass) && lacks(v.head, Relation::cc);
}

// "argued that it was open, and produced a map", "denied that ships had left and accused the patrol": what the holder
// did besides, though the parser hangs it below.
bool Wording::is_act_besides(TokenIndex head, TokenIndex other) const {
  const auto has_auxiliary = [&](TokenIndex v) {
    return child_of(parse_, v, Relation::aux) != kNoToken || child_of(parse_, v, Relation::auxpass) != kNoToken;
  };
  const TokenIndex link = child_of(parse_, head, Relation::cc);
  if (link == kNoToken || link > other || parse_[head].relation == Relation::conj) return false;
  const bool comma = parse_[link - 1].tag == Tag::comma;
  if (own_subject(parse_, other) == kNoToken && is_of_holder(head, other, comma)) return true;
  if (has_auxiliary(other)) return false;
  if (parse_[other].tag != Tag::vbd || parse_[stance_].tag != Tag::vbd) return false;
  const bool speaks = story_.lexicon.cues->verb(parse_[other].lemma) != nullptr;
  return comma || (has_auxiliary(head) && speaks);
}

// "backed the levy saying it was fair": in what words, but for "the letter saying that it was fair".
bool Wording::is_saying(TokenIndex head, TokenIndex participle) const {
  const CueLexicon& cues = *story_.lexicon.cues;
  const Token& noun = parse_[head];
  if (parse_[participle].tag != Tag::vbg || child_of(parse_, participle, Relation::ccomp) == kNoToken) return false;
  const Cue* cue = cues.verb(parse_[participle].lemma);
  const bool document = cues.messages.contains(noun.lemma) || cues.papers.contains(noun.lemma);
  const bool somebody = !story_.entities_at(head).empty();  // "the clerk alleging that"
  return cue != nullptr && cue->kind == Cue::Kind::speech && cue->clause && !document && !somebody;
}

// "with the premier calling it absurd", "with trucks arriving on Monday": what went on beside it.
bool Wording::has_circumstance(TokenIndex with) const {
  const TokenIndex act = child_of(parse_, with, Relation::pcomp), noun = child_of(parse_, with, Relation::pobj);
  if (act != kNoToken) return own_subject(parse_, act) != kNoToken;
  return noun != kNoToken && std::any_of(parse_.children(noun).begin(), parse_.children(noun).end(), [&](TokenIndex c) {
           return c > noun && parse_[c].relation == Relation::acl && parse_[c].tag == Tag::vbg;
         });
}

// ", a decision upheld by its court": a noun that takes up the clause before it.
bool Wording::takes_up_clause(TokenIndex head, TokenIndex noun) const {
  const TokenIndex det = child_of(parse_, noun, Relation::det);
  return is_verbal(parse_[head]) && noun > head && det != kNoToken &&
         (parse_[det].lower == "a" || parse_[det].lower == "an") &&
         story_.lexicon.stances->resuming.contains(parse_[noun].lemma);
}

// "the bill ahead of the vote", "to pay after selling the mine", "interest in a loan in a letter of last week": when
// the stance was taken, at what moment, in which words.
bool Wording::is_occasion(TokenIndex preposition) const {
  const Token& p = parse_[preposition];
  if (p.relation != Relation::prep || preposition <= stance_) return false;
  if (p.lower == "ahead" || p.lower == "amid" ||
      (p.lower == "after" && child_of(parse_, preposition, Relation::pcomp) != kNoToken))
    return true;
  const TokenIndex object = child_of(parse_, preposition, Relation::pobj);
  if (object == kNoToken || (p.lower != "during" && p.lower != "in")) return false;
  const CueLexicon& cues = *story_.lexicon.cues;
  if (!(p.lower == "in" ? cues.messages : cues.venues).contains(parse_[object].lemma)) return false;
  const TokenIndex det = child_of(parse_, object, Relation::det), owner = child_of(parse_, object, Relation::poss);
  if (owner != kNoToken) return parse_[owner].tag == Tag::prp_poss;
  return det == kNoToken ? parse_[object].tag == Tag::nns : parse_[det].lower == "a" || parse_[det].lower == "an";
}

// What stands beside the matter: relative clauses and appositions behind a comma, what the reporter adds, reasons.
bool Wording::is_aside(TokenIndex head, TokenIndex child, Matter::Kind kind) const {
  const Token& c = parse_[child];
  const TokenIndex first = c.left_edge;
  // "the ban, which it backs"; of "shut the port, a move which it backs" all before the move stays.
  if (first <= stance_ && stance_ <= c.right_edge) {
    // "followed the talks with concern"; but the rebels stay of "arming the rebels, which it denies"
    const bool own = child == stance_ || (parse_[stance_].head == child && parse_[stance_].relation != Relation::relcl);
    // "a truce and a vote, both of which it rejects"
    const bool member = c.relation == Relation::conj && is_nominal(c) && child < stance_;
    return !member && (own || !is_argument(c.relation));
  }
  // "to send ships and to close the port": told apart, wherever the parser hangs it.
  if (first > head && parse_[first].tag == Tag::to && parse_[first - 1].lower == "and") return true;
  TokenIndex before = first;  // "the “levy,” which": behind the quotation mark
  while (before > head + 1 && is_any_quotation_mark(parse_[before - 1])) --before;
  const bool comma = before > 0 && (parse_[before - 1].tag == Tag::comma || is_dash_at(before - 1));
  if (comma && takes_up_clause(head, child)) return true;
  switch (c.relation) {
    case Relation::relcl:
      // "the claim of Ode's brother, Jan, that she left" tells which claim.
      return comma && (parse_[first].lower != "that" || parse_[first].relation != Relation::mark);
    case Relation::appos:
      return comma;
    case Relation::acl:
      return comma || is_saying(head, child);
    case Relation::parataxis:
    case Relation::intj:
      return true;
    case Relation::xcomp:  // "to shut the port saying that"; but "to stop saying that"
      return child_of(parse_, head, Relation::dobj) != kNoToken && is_saying(head, child);
    case Relation::conj:
      // "a toll (which it rejects) and a road": the road stands behind the stance.
      if (kind == Matter::Kind::phrase && head < stance_ && stance_ < first) return true;
      // What else is done is told apart; "will build and open the port" is one.
      if (!is_verbal(parse_[head]))
        return (is_verbal(c) && verb_form(parse_, child).infinitive) || (is_nominal(c) && opens_clause(child));
      if (kind == Matter::Kind::clause && is_act_besides(head, child)) return true;
      // "believes that the dam is old and may break": all of it is believed.
      if (kind == Matter::Kind::clause && own_subject(parse_, child) == kNoToken) return false;
      return (is_verbal(c) || c.pos == Pos::adj) && has_complement(head, child);
    case Relation::advcl: {
      // "to wait as long as it takes", "to sign only when it is paid": on what terms.
      const bool measured = parse_[first].lower == "as" && first > stance_ + 2 && parse_[first - 2].lower == "as";
      const bool terms = parse_[first].lower == "only" || measured;
      if (terms) return false;
      // "believes that it works best when nobody looks": part of what is believed.
      const bool part =
          kind == Matter::Kind::clause && !comma && child > head && own_subject(parse_, child) != kNoToken;
      for (const TokenIndex below : parse_.children(child)) {
        if (below >= child || !is_one_of(parse_[below].lower, kAsides)) continue;
        if (!part || !is_one_of(parse_[below].lower, kOccasions)) return true;
      }
      return (comma && c.tag == Tag::vbg) || is_saying(head, child);
    }
    case Relation::prep:
      // ", with the premier calling it absurd"
      if (comma && c.lower == "with" && has_circumstance(child)) return true;
      return (comma && is_one_of(c.lower, kAsides)) || is_occasion(child) ||
             (c.lower == "according" && child_word(parse_, child, "to") != kNoToken && comma);
    default:
      return false;
  }
}

// Marks in `out` what is left out below the head.
void Wording::cut(TokenIndex head, std::vector<bool>& out, TokenIndex begin, Matter::Kind kind) const {
  std::vector<TokenIndex> open{head};
  while (!open.empty()) {
    const TokenIndex at = open.back();
    open.pop_back();
    for (const TokenIndex child : parse_.children(at)) {
      if (is_aside(at, child, kind)) {
        for (TokenIndex t = parse_[child].left_edge; t <= parse_[child].right_edge; ++t) out[t - begin] = true;
        // "and", before what is left out.
        for (TokenIndex t = parse_[child].left_edge; t-- > begin + 1;) {
          if (parse_[t].relation != Relation::cc && parse_[t].tag != Tag::comma) break;
          out[t - begin] = true;
        }
      } else {
        open.push_back(child);
      }
    }
  }
  // Quotation marks, letters in brackets ("(GDF)"), what stands between dashes or behind one.
  const auto at = [&](std::size_t i) -> const Token& { return parse_[begin + static_cast<TokenIndex>(i)]; };
  for (std::size_t i = 0; i < out.size(); ++i) {
    const Token& t = at(i);
    if (is_any_quotation_mark(t) || t.is_space) out[i] = true;
    if (t.text == "(" || t.text == "[") {
      std::size_t end = i;
      while (end + 1 < out.size() && at(end).text != ")" && at(end).text != "]") ++end;
      // "called for never allowing (a raid)": what the verb acts on; the rest explains.
      bool object = false;
      for (std::size_t k = i; k <= end; ++k) {
        const bool outside =
            at(k).head < begin + static_cast<TokenIndex>(i) || at(k).head > begin + static_cast<TokenIndex>(end);
        object |= outside && (at(k).relation == Relation::dobj || at(k).relation == Relation::pobj);
      }
      for (std::size_t k = i; k <= end; ++k) out[k] = out[k] || !object || k == i || k == end;
    }
    const bool dash = is_dash_at(begin + static_cast<TokenIndex>(i));
    if ((!dash && t.text != ":" && t.text != ";") || begin + static_cast<TokenIndex>(i) <= head) continue;
    std::size_t end = i + 1;
    while (end < out.size() && !(dash && is_dash_at(begin + static_cast<TokenIndex>(end)))) ++end;
    std::fill(out.begin() + static_cast<std::ptrdiff_t>(i),
              out.begin() + static_cast<std::ptrdiff_t>(std::min(end + 1, out.size())), true);
    i = end;
  }
}

// "its re-election": what stands before the hyphens, which the parser tears off.
TokenIndex Wording::begin_of_compound(TokenIndex noun) const {
  TokenIndex first = noun;
  const auto touches = [&](TokenIndex t) {
    return !parse_[t].space_after && parse_[t].sentence == parse_[noun].sentence;
  };
  while (first > 1 && parse_[first - 1].text == "-" && touches(first - 1) && touches(first - 2)) first -= 2;
  return std::min(parse_[first].left_edge, parse_[noun].left_edge);
}

// "the readiness of Serbia to sign", "a call by Serbia for a truce", "the killing on Monday of two men": what completes
// the noun, which the parser hangs on the verb of stance; none where it has all of its own.
TokenIndex Wording::torn_complement(TokenIndex noun) const {
  const StanceLexicon& lexicon = *story_.lexicon.stances;
  if (parse_[noun].relation != Relation::dobj || parse_[noun].head != stance_) return kNoToken;
  const auto* stances = lexicon.of(lexicon.nouns, parse_[noun].lemma);
  const auto is_taken = [&](const auto& takes) {
    return stances != nullptr && std::any_of(stances->begin(), stances->end(), takes);
  };
  // "the offer to mediate", and not "the report to".
  const auto act = lexicon.resuming.find(parse_[noun].lemma);
  const bool infinitives = (act != lexicon.resuming.end() && !lexicon.resumptions[act->second].said) ||
                           is_taken([](const Stance& s) { return s.infinitive; });
  for (const TokenIndex child : parse_.children(stance_)) {
    const Token& c = parse_[child];
    if (c.left_edge != parse_[noun].right_edge + 1) continue;
    if (verb_form(parse_, child).infinitive) return infinitives ? child : kNoToken;
    if (c.relation != Relation::prep || parse_[noun].right_edge == noun) continue;
    if (is_taken([&](const Stance& s) { return is_one_of(c.lower, s.prepositions); }) || c.lower == "of") return child;
  }
  return kNoToken;
}

Tokens Wording::phrase(TokenIndex noun) const {
  const TokenIndex torn = torn_complement(noun);
  const TokenIndex begin = begin_of_compound(noun);
  const TokenIndex end = std::max(parse_[noun].right_edge, torn == kNoToken ? noun : parse_[torn].right_edge) + 1;
  std::vector<bool> out(end - begin, false);
  cut(noun, out, begin, Matter::Kind::phrase);
  if (torn != kNoToken) cut(torn, out, begin, Matter::Kind::infinitive);
  Tokens words;
  for (TokenIndex t = begin; t < end; ++t) {
    if (!out[t - begin]) words.push_back(t);
  }
  return words;
}

Tokens Wording::clause(TokenIndex verb, Matter::Kind kind) const {
  const bool subject = kind == Matter::Kind::clause || kind == Matter::Kind::demand;
  const TokenIndex begin = parse_[verb].left_edge, end = parse_[verb].right_edge + 1;
  std::vector<bool> out(end - begin, false);
  cut(verb, out, begin, kind);
  TokenIndex first = begin;
  if (!subject) {
    // From "to", "not to" or the gerund itself; "angry at what is going on" from "what".
    first = kind == Matter::Kind::gerund && parse_[begin].tag == Tag::wp ? begin : verb;
    for (const TokenIndex child : parse_.children(verb)) {
      const Token& c = parse_[child];
      if (child > verb) break;
      const bool part = c.relation == Relation::aux || c.relation == Relation::auxpass || c.relation == Relation::neg ||
                        (c.relation == Relation::advmod && c.right_edge + 1 == verb);
      // "will never return it": refuses to return it.
      const bool will = kind == Matter::Kind::promise && (c.relation != Relation::advmod || c.lower == "never");
      if (part && !will) first = std::min(first, c.relation == Relation::advmod ? c.left_edge : child);
    }
  }
  // "in the end the port must close": the port to close.
  TokenIndex lead = first;
  if (kind == Matter::Kind::demand) {
    for (const TokenIndex child : parse_.children(verb)) {
      const Relation r = parse_[child].relation;
      if (r == Relation::nsubj || r == Relation::nsubjpass || r == Relation::csubj) lead = parse_[child].left_edge;
    }
  }
  Tokens words;
  for (TokenIndex t = first; t < end; ++t) {
    if (out[t - begin]) continue;
    if (subject && t < verb && parse_[t].relation == Relation::mark &&
        (parse_[t].head == verb || (t == first && parse_[t].lower == "that")))
      continue;
    if (t < lead) continue;
    words.push_back(t);
  }
  return words;
}

// Without what hangs on its end, where it is too long.
void Wording::shorten(Tokens& words, TokenIndex head) const {
  while (words.size() > kLongestMatter) {
    std::size_t at = 0;
    for (std::size_t i = words.size(); i-- > kLeast;) {
      const TokenIndex t = words[i];
      // Does a phrase or clause that hangs on the end begin here?
      for (TokenIndex up = t;; up = parse_[up].head) {
        const Token& u = parse_[up];
        if (u.left_edge != t || up == head || u.head == up) break;
        const bool hangs = u.relation == Relation::prep || u.relation == Relation::relcl ||
                           u.relation == Relation::advcl || u.relation == Relation::acl ||
                           u.relation == Relation::agent || u.relation == Relation::conj ||
                           u.relation == Relation::npadvmod;
        if (hangs && u.right_edge >= words.back()) at = i;
      }
      if (at != 0) break;
    }
    if (at == 0) return words.clear();
    words.resize(at);
    trim(words);
  }
}

void Wording::trim(Tokens& words) const {
  const auto loose = [&](TokenIndex t) {
    const Token& token = parse_[t];
    return token.is_space || token.pos == Pos::punct || token.relation == Relation::cc || token.tag == Tag::comma;
  };
  const auto open = [&](TokenIndex t) { return parse_[t].relation == Relation::prep && parse_[t].pos == Pos::adp; };
  // "…, as well": what followed is cut off.
  const auto as_well = [&] {
    const std::size_t n = words.size();
    return n > 2 && parse_[words[n - 1]].lower == "well" && parse_[words[n - 2]].lower == "as" &&
           words[n - 1] + 1 < parse_.size() && parse_[words[n - 1] + 1].lower == "as";
  };
  while (as_well()) words.resize(words.size() - 2);
  // "to take the fort and re-": the rest of the word hangs elsewhere.
  if (words.size() > 2 && parse_[words.back()].text == "-" && !parse_[words.back()].space_after &&
      !parse_[words[words.size() - 2]].space_after)
    words.resize(words.size() - 2);
  while (!words.empty() && (loose(words.back()) || open(words.back()))) words.pop_back();
  while (!words.empty() && loose(words.front())) words.erase(words.begin());
}

Tokens Wording::words_of(const Matter& matter) const {
  const bool phrase_alone = matter.kind == Matter::Kind::phrase;
  Tokens words = phrase_alone ? phrase(matter.head) : clause(matter.head, matter.kind);
  trim(words);
  shorten(words, matter.head);
  const auto without_article = [&](Tokens& all) {
    while (!all.empty() && is_article(parse_[all.front()])) all.erase(all.begin());
  };
  if (matter.kind != Matter::Kind::clause && matter.link == kNoToken) without_article(words);
  // "the pact that it tried to stop": to stop the pact.
  if (matter.gap != kNoToken && !words.empty()) {
    Tokens what = phrase(matter.gap);
    trim(what);
    shorten(what, matter.gap);
    if (what.empty() || words.size() > kLeast) return {};
    words.insert(words.end(), what.begin(), what.end());
  }
  if (words.empty() || matter.who == kNoToken) return words;
  if (std::find(words.begin(), words.end(), matter.who) != words.end()) return words;
  Tokens whole = phrase(matter.who);
  without_article(whole);
  // What hangs on the object after it is the matter itself.
  std::erase_if(whole,
                [&](TokenIndex t) { return (t >= words.front() && matter.who < words.front()) || t == matter.link; });
  trim(whole);
  if (matter.link != kNoToken) whole.push_back(matter.link);
  whole.insert(whole.end(), words.begin(), words.end());
  return whole;
}

// "Peru must sign", "has to sign" and "needs to sign" are "Peru to sign", and "talks are needed to sign" is "talks to
// sign". In "the port should have a say" it is not the word of duty.
bool Wording::is_duty(TokenIndex verb, TokenIndex t) const {
  const Token& token = parse_[t];
  const bool word = parse_[verb].lemma == "need" || parse_[verb].lemma == "have" || parse_[verb].lemma == "ought";
  const bool own = word && verb_form(parse_, verb).modal == kNoToken;
  if (t == verb) return own;
  if (token.head != verb || t > verb) return false;
  if (token.relation == Relation::auxpass) return own;
  if (token.relation == Relation::aux) return own || token.tag == Tag::md;
  return token.relation == Relation::neg && parse_[t - 1].tag == Tag::md;
}

/// The name of whom a pronoun stands for, where that is one.
std::string Wording::named(TokenIndex token) const {
  const auto& entities = story_.entities_at(token);
  if (entities.size() != 1 || story_.record.entities[entities.front()].anonymous) return {};
  return story_.record.entities[entities.front()].name;
}

// "his deal": whose it is by name, where he has one and is not who speaks of it; "our deal" is theirs who do.
std::string Wording::owner(TokenIndex pronoun) const {
  const std::string_view word = parse_[pronoun].lower;
  const std::string name = named(pronoun);
  const auto& entities = story_.entities_at(pronoun);
  if (!name.empty() && entities.front() != holder_) return name + (name.back() == 's' ? "'" : "'s");
  return word == "our" || word == "my" || word == "your" ? std::string() : std::string(word);
}

// "it is wrong to pay", "it is a pity that he went"
bool Wording::has_clause(TokenIndex verb) const {
  const auto below = [&](TokenIndex head) {
    const auto& children = parse_.children(head);
    return std::any_of(children.begin(), children.end(), [&](TokenIndex child) {
      const Relation r = parse_[child].relation;
      return child > verb && (r == Relation::xcomp || r == Relation::ccomp || r == Relation::relcl ||
                              r == Relation::advcl || r == Relation::acl || r == Relation::prep);
    });
  };
  if (below(verb)) return true;
  const auto& children = parse_.children(verb);
  return std::any_of(children.begin(), children.end(), [&](TokenIndex child) { return child > verb && below(child); });
}

// "that notion", "such a move", "a similar effort": what it is, another sentence tells.
bool Wording::is_shell(const Matter& matter) const {
  const Token& head = parse_[matter.head];
  const StanceLexicon& lexicon = *story_.lexicon.stances;
  const auto is_vague = [&](TokenIndex c) { return c < matter.head && lexicon.vague.contains(parse_[c].lower); };
  const auto& below = parse_.children(matter.head);
  const bool untold = lexicon.untold.contains(head.lemma) || std::any_of(below.begin(), below.end(), is_vague);
  if (matter.kind != Matter::Kind::phrase || matter.who != kNoToken || head.pos != Pos::noun || !untold) return false;
  return std::all_of(parse_.children(matter.head).begin(), parse_.children(matter.head).end(), [&](TokenIndex c) {
    const Relation r = parse_[c].relation;
    const bool reported = c > matter.head && r == Relation::relcl &&
                          parse_[parse_[c].left_edge - 1].tag == Tag::comma;  // "the move, which"
    return r == Relation::det || r == Relation::predet || r == Relation::punct || r == Relation::nummod || reported ||
           is_vague(c) || parse_[c].lower == "such" || parse_[c].lower == "same";
  });
}

// "to do something", "accepting any", "no way around that", "had done so": what it is, is not said there.
bool Wording::is_untold(const Matter& matter, const Tokens& words) const {
  constexpr std::size_t kTellsMore = 8;  // words that say enough beside a pronoun
  const Token& last = parse_[words.back()];
  const bool object = last.relation == Relation::dobj || last.relation == Relation::pobj;
  if (is_shell(matter)) return true;
  const bool vague = last.lower == "any" || last.lower == "something" || last.lower == "anything";
  if (object && vague) return true;
  if (last.lower == "so" && parse_[last.head].lemma == "do" && words.size() < kTellsMore) return true;
  const TokenIndex act_on = child_of(parse_, matter.head, Relation::dobj);
  if (matter.kind == Matter::Kind::infinitive && act_on != kNoToken && parse_[matter.head].lemma == "do" &&
      parse_[act_on].lower == "something" && child_of(parse_, act_on, Relation::prep) == kNoToken &&
      child_of(parse_, matter.head, Relation::prep) == kNoToken)
    return true;
  const bool it = last.lower == "it" || last.lower == "this" || last.lower == "that";
  return it && last.relation == Relation::pobj && words.size() < kTellsMore && named(words.back()).empty();
}

// "that the fisheries pact, signed in May": the verb of the clause hangs elsewhere.
bool Wording::is_without_verb(const Matter& matter, const Tokens& words) const {
  // "that the photo shows it", where the verb is tagged as a noun.
  const bool tagged = !is_verbal(parse_[matter.head]) && child_of(parse_, matter.head, Relation::nsubj) != kNoToken;
  return matter.kind == Matter::Kind::clause && !tagged && std::none_of(words.begin(), words.end(), [&](TokenIndex t) {
           const Tag tag = parse_[t].tag;
           return tag == Tag::vbd || tag == Tag::vbz || tag == Tag::vbp || tag == Tag::md || tag == Tag::vb;
         });
}

// The word as it stands in the matter; empty for one that is left out. `known` becomes false for an "it" of which
// nobody knows what it is.
std::string Wording::word_for(const Matter& matter, TokenIndex t, bool& known) const {
  const Token& token = parse_[t];
  if (matter.kind == Matter::Kind::demand && is_duty(matter.head, t)) {
    if (token.tag != Tag::md || token.lower == "ought") return {};
    const bool denied = t + 1 < parse_.size() && parse_[t + 1].relation == Relation::neg;
    return denied ? "not to" : "to";
  }
  if (token.pos == Pos::pron && t == matter.who) {
    // "sees these as a reminder": of what, is not said.
    const bool as = matter.link != kNoToken && parse_[matter.link].lower == "as";
    const std::string name = named(t);
    known &= !as || !name.empty();
    // "accused him of hiding it" is not "of hiding it".
    return name.empty() && matter.link != kNoToken ? std::string(token.text) : name;
  }
  // "argues that it is very difficult": what, is not said here; "that it is wrong to pay" is.
  if (matter.kind == Matter::Kind::clause && token.relation == Relation::nsubj && token.head == matter.head &&
      is_bare_pronoun(token) && named(t).empty() && parse_[matter.head].lemma == "be") {
    const bool it = token.lower == "it", that = token.lower == "this" || token.lower == "that";
    known &= !that && !(it && !has_clause(matter.head));
  }
  // "is at work and should report": of what is asked, "to report".
  if (matter.kind == Matter::Kind::infinitive && token.tag == Tag::md && token.head == matter.head) return {};
  if (matter.kind == Matter::Kind::infinitive && token.lower == "n't" && token.head == matter.head) return "not";
  const bool object = token.relation == Relation::dobj && token.head == matter.head;
  // "is open to amending it": something else than the holder, whoever is taken for it.
  if (object && token.lower == "it" && matter.who == kNoToken && matter.kind != Matter::Kind::clause) {
    const auto& meant = story_.entities_at(t);
    known &= meant.empty() || meant.front() != holder_;
  }
  if (object && is_bare_pronoun(token) && !is_relative_pronoun(token)) {
    std::string name = named(t);
    const bool third = token.lower == "it" || token.lower == "them" || token.lower == "this" || token.lower == "that" ||
                       token.lower == "these" || token.lower == "those";
    known &= !name.empty() || !third;
    // "them" is no single body.
    const bool several = token.lower == "them" || token.lower == "these" || token.lower == "those";
    if (several && !name.empty()) {
      const EntityType type = story_.record.entities[story_.entities_at(t).front()].type;
      known &= type != EntityType::organisation && type != EntityType::country;
    }
    if (third) return name;
  }
  const TokenIndex begin = parse_.sentences[token.sentence].begin;
  // "warned: “It will not happen”" is "that it will not happen".
  const bool quoted =
      t > begin && is_any_quotation_mark(parse_[t - 1]) && (token.pos == Pos::pron || token.pos == Pos::det);
  const bool first_of_sentence = t == begin || quoted || (t == begin + 1 && is_any_quotation_mark(parse_[begin]));
  const bool name = token.pos == Pos::propn || token.name != NameType::none || token.lower == "i";
  const bool owner = t + 1 < parse_.size() && parse_[t + 1].tag == Tag::pos;  // "Paz's": a name, whatever it was tagged
  return std::string(first_of_sentence && !name && !owner ? token.lower : token.text);
}

// "should be opened and lit": the second is "to be lit".
bool Wording::is_bare_passive(TokenIndex verb) const {
  return parse_[verb].tag == Tag::vbn && parse_[verb].relation == Relation::conj &&
         child_of(parse_, verb, Relation::auxpass) == kNoToken && child_of(parse_, verb, Relation::aux) == kNoToken &&
         child_of(parse_, first_conjunct(parse_, verb), Relation::auxpass) != kNoToken;
}

Worded Wording::of(const Matter& matter) const {
  const Tokens words = words_of(matter);
  const bool content = std::any_of(words.begin(), words.end(), [&](TokenIndex t) {
    const Pos pos = parse_[t].pos;
    if (parse_[t].text == "_") return false;
    return pos == Pos::noun || pos == Pos::propn || pos == Pos::verb || pos == Pos::adj;
  });
  if (!content || is_untold(matter, words) || is_without_verb(matter, words)) return {};
  // "to open the port and free the pilots": the second is "to free the pilots".
  const bool infinitive = matter.kind == Matter::Kind::infinitive || matter.kind == Matter::Kind::promise;
  std::string out;
  bool marked = !infinitive;
  for (const TokenIndex child : parse_.children(matter.head))
    marked |= child < matter.head && parse_[child].tag == Tag::to;
  if (matter.kind == Matter::Kind::promise) marked = false;
  TokenIndex last = kNoToken;
  bool known = true;
  for (const TokenIndex t : words) {
    const Token& token = parse_[t];
    const bool own = t == matter.head || (token.head == matter.head && t < matter.head && matter.who != t);
    if (!marked && own && infinitive) {
      out += out.empty() ? "to" : " to";
      if (t == matter.head && is_bare_passive(t)) out += " be";
      marked = true;
      last = kNoToken;
    }
    const bool owned = t == words.front() && token.relation == Relation::poss && token.pos == Pos::pron;
    const std::string word = owned && matter.kind == Matter::Kind::phrase ? owner(t) : word_for(matter, t, known);
    if (word.empty()) continue;
    const bool joined = (last != kNoToken && last + 1 == t && !parse_[last].space_after) || token.tag == Tag::pos ||
                        token.tag == Tag::comma;
    if (!out.empty() && !joined) out += ' ';
    out += word;
    last = t;
  }
  if (!known) return {};
  const auto [first, end] = std::minmax_element(words.begin(), words.end());
  return {out, {*first, *end + 1}};
}

}  // namespace dragoman
