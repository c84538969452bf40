#include "issues/phrase.h"

#include <algorithm>
#include <cctype>

namespace dragoman {

namespace {

constexpr int kDeep = 4;  // nouns and clauses that are looked through, one after the other

bool is_name(const Token& t) {
  return t.pos == Pos::propn || t.name == NameType::norp || t.name == NameType::gpe || t.name == NameType::loc;
}

/// "'s", "’d": the rest of another word.
bool is_clitic(const Token& t) {
  return t.text.starts_with('\'') || t.text.starts_with("’") || t.text.starts_with("‘");
}

/// Two letters or digits at least.
bool is_word(const Token& t) {
  const auto counts = [](char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || (c & 0x80) != 0; };
  return !is_clitic(t) && std::count_if(t.text.begin(), t.text.end(), counts) >= 2;
}

/// A piece of a word that a hyphen parts: "ex" of "ex-minister".
bool is_piece(const Parse& parse, TokenIndex t) {
  return t + 1 < parse.size() && parse[t + 1].text == "-" && !parse[t].space_after;
}

}  // namespace

bool IssuePhrases::is_plain(TokenIndex t) const {
  const Token& token = parse_[t];
  if (token.tag == Tag::jjr || token.tag == Tag::jjs || token.name == NameType::ordinal) return true;
  if (story_.time_at[t] >= 0) return true;
  if (t > 1 && parse_[t - 1].text == "-" && parse_[t - 2].lower == "non") return false;  // "non-constructive"
  if (token.pos == Pos::propn && token.name != NameType::none) return false;             // "New Harbour"
  return lexicon_.plain.contains(token.lemma) || lexicon_.plain.contains(token.lower);
}

TokenIndex IssuePhrases::matter(TokenIndex noun) const {
  for (int deep = 0; deep < kDeep; ++deep) {
    const std::string lemma(parse_[noun].lemma);
    const auto light = lexicon_.light.find(lemma);
    const Pos pos = parse_[noun].pos;
    const bool number = pos == Pos::num || pos == Pos::det || pos == Pos::pron;
    if (light == lexicon_.light.end() && !number) return noun;
    // "the human rights situation": a modifier says what it is about.
    for (const TokenIndex before : premodifiers(parse_, noun)) {
      if (!is_plain(before)) return noun;
    }
    TokenIndex next = kNoToken;
    for (const TokenIndex child : parse_.children(noun)) {
      const Token& c = parse_[child];
      if (child < noun) continue;
      // "moves to expand it", "the notion that it expands"
      if ((c.relation == Relation::acl || c.relation == Relation::relcl) &&
          (verb_form(parse_, child).infinitive || child_of(parse_, child, Relation::mark) != kNoToken)) {
        next = theme_head(story_, lexicon_, child);
        if (next != kNoToken && !story_.entities_at(next).empty()) next = kNoToken;
        break;
      }
      if (c.relation != Relation::prep) continue;
      const bool leads = number ? c.lower == "of"
                                : std::find(light->second.begin(), light->second.end(), c.lower) != light->second.end();
      if (!leads) continue;
      for (const TokenIndex object : parse_.children(child)) {
        if (parse_[object].relation == Relation::pobj) next = object;
        if (parse_[object].relation == Relation::pcomp) next = theme_head(story_, lexicon_, object);
      }
      if (next != kNoToken) break;
    }
    if (next == kNoToken || next == noun) return noun;
    noun = next;
    if (!is_nominal(parse_[noun])) return noun;
  }
  return noun;
}

void IssuePhrases::append(std::string& label, TokenIndex t, TokenIndex& last) const {
  const Token& token = parse_[t];
  const bool joined = !label.empty() && t > 0 && last == t - 1 && !parse_[t - 1].space_after;
  const bool hyphen = last != kNoToken && last + 2 == t && parse_[t - 1].text == "-" && !parse_[t - 1].space_after;
  if (hyphen) label += '-';
  last = t;
  if (!label.empty() && !joined && !hyphen) label += ' ';
  label += is_name(token) || token.lower == token.text                                   ? token.text
           : token.name != NameType::none || t != parse_.sentences[token.sentence].begin ? token.text
                                                                                         : token.lower;
}

// "NATO's" for "the alliance's": whose it is by name.
std::string IssuePhrases::owner(TokenIndex possessor) const {
  if (parse_[possessor].pos == Pos::pron) return {};
  const auto& entities = story_.entities_at(possessor);
  if (entities.size() == 1) {
    const std::string& name = story_.record.entities[entities.front()].name;
    return !name.empty() && (name.front() < 'a' || name.front() > 'z') ? name + "'s" : std::string();
  }
  if (is_name(parse_[possessor])) return std::string(parse_[possessor].text) + "'s";
  return {};
}

void IssuePhrases::add_modifiers(TokenIndex noun, IssuePhrase& phrase, bool& classified, TokenIndex& last) const {
  for (const TokenIndex child : parse_.children(noun)) {
    if (child >= noun) break;
    const Token& c = parse_[child];
    if (c.relation == Relation::poss) {
      const std::string whose = owner(child);
      if (whose.empty()) continue;
      if (!phrase.label.empty()) phrase.label += ' ';
      phrase.label += whose;
      continue;
    }
    if (c.relation != Relation::amod && c.relation != Relation::compound && c.relation != Relation::nmod) continue;
    // "a free and open Pacific" is the Pacific.
    if (c.relation == Relation::amod && parse_[noun].pos == Pos::propn && !is_name(c)) continue;
    if (is_plain(child) || is_agents_participle(child)) continue;
    // A modifier with its own modifiers: "rules-based", "anti-ship", "territorial and treaty".
    const bool hyphened = child_word(parse_, child, "-") != kNoToken;
    for (TokenIndex t = c.left_edge; t <= c.right_edge && t < noun; ++t) {
      const Token& part = parse_[t];
      // "no-fly" keeps its "no".
      if (part.is_space || (part.relation == Relation::det && !hyphened) || part.tag == Tag::open_quote ||
          part.tag == Tag::close_quote || part.tag == Tag::comma ||
          (phrase.label.empty() && (is_clitic(part) || part.text == "-"))) {
        continue;
      }
      if (t != child && !hyphened && ((part.relation == Relation::advmod && part.pos == Pos::adv) || is_plain(t))) {
        continue;
      }
      append(phrase.label, t, last);
      if (part.pos == Pos::noun || part.pos == Pos::propn || part.pos == Pos::adj || part.pos == Pos::verb) {
        phrase.words.emplace_back(part.lemma);
      }
    }
    classified |= c.name != NameType::norp && c.name != NameType::gpe;
  }
}

// A noun that is no issue by itself and has nothing behind it either: "a role", "the right".
bool IssuePhrases::says_nothing(TokenIndex noun) const {
  const std::string lemma(parse_[noun].lemma);
  if (lexicon_.empty.contains(lemma)) return true;
  return lexicon_.light.contains(lemma) && !lexicon_.kin.contains(lemma) && complement(noun, false) == kNoToken;
}

// "Japanese-controlled": tells who does it.
bool IssuePhrases::is_agents_participle(TokenIndex t) const {
  if (parse_[t].tag != Tag::vbn || parse_[t].left_edge == t) return false;
  const Token& first = parse_[parse_[t].left_edge];
  return first.name == NameType::norp || first.name == NameType::gpe;
}

// What stands behind the head and belongs to the name of the issue.
TokenIndex IssuePhrases::complement(TokenIndex noun, bool classified) const {
  for (const TokenIndex child : parse_.children(noun)) {
    const Token& c = parse_[child];
    if (child < noun || c.relation != Relation::prep) continue;
    const bool of = c.lower == "of";
    const bool in = c.lower == "in" || c.lower == "with" || c.lower == "to" || c.lower == "against";
    const bool over = c.lower == "on" || c.lower == "over" || c.lower == "between" || c.lower == "for" ||
                      c.lower == "into" || c.lower == "toward";
    if (!of && !in && !over) continue;
    for (const TokenIndex object : parse_.children(child)) {
      if (parse_[object].relation != Relation::pobj || parse_[object].pos == Pos::pron) continue;
      if (story_.time_at[object] >= 0) continue;
      const bool named = is_name(parse_[object]);
      if (classified && !named) continue;
      // "the humanitarian situation in Mali", but "the trade agreement in Nairobi" is a trade agreement.
      if (classified && c.lower == "in" && !lexicon_.light.contains(parse_[noun].lemma)) continue;
      if (in && !of && !named && !(c.lower == "against")) continue;
      return child;
    }
  }
  return kNoToken;
}

// "Union of Dock Workers": what belongs to the name of which the parser hangs a part on that word. The token behind it.
TokenIndex IssuePhrases::append_rest_of_name(IssuePhrase& phrase, TokenIndex noun, TokenIndex& last) const {
  TokenIndex t = noun + 1;
  for (; parse_[noun].name != NameType::none && t < parse_.size(); ++t) {
    const Token& token = parse_[t];
    if (token.name != parse_[noun].name || token.name_begin || token.relation == Relation::case_) break;
    append(phrase.label, t, last);
    if (token.pos == Pos::noun || token.pos == Pos::propn) phrase.words.emplace_back(token.lemma);
  }
  return t;
}

IssuePhrase IssuePhrases::of(TokenIndex noun) const {
  IssuePhrase phrase;
  const TokenIndex head = matter(noun);
  const Token& h = parse_[head];
  if (!is_nominal(h) || h.pos == Pos::pron || h.pos == Pos::num || is_piece(parse_, head)) return phrase;
  if (story_.time_at[head] >= 0) return phrase;
  if (h.name == NameType::date || h.name == NameType::time || h.name == NameType::money ||
      h.name == NameType::percent || h.name == NameType::ordinal || h.name == NameType::cardinal ||
      h.name == NameType::quantity) {
    return phrase;
  }
  phrase.head = head;
  phrase.span = core_phrase(parse_, head);
  bool classified = false;
  TokenIndex last = kNoToken;
  add_modifiers(head, phrase, classified, last);
  if (phrase.label.empty() && (says_nothing(head) || !is_word(h))) return {};
  append(phrase.label, head, last);
  const TokenIndex behind_head = append_rest_of_name(phrase, head, last);
  phrase.span.end = std::max(phrase.span.end, behind_head);
  for (const TokenIndex child : parse_.children(head)) {
    const Token& c = parse_[child];
    phrase.definite |= c.relation == Relation::poss ||
                       (c.relation == Relation::det && (c.lower == "the" || c.lower == "this" || c.lower == "that" ||
                                                        c.lower == "these" || c.lower == "those"));
    phrase.definite |= c.lower == "such" || c.lower == "said";
    // "sovereignty and borders": two heads, one issue.
    if (child > head && c.relation == Relation::conj && child <= head + 2 && c.pos == Pos::noun &&
        parse_[head + 1].lower == "and" && parse_[child].right_edge == child) {
      phrase.label += " and " + std::string(c.text);
      phrase.words.emplace_back(c.lemma);
    }
  }
  if (const TokenIndex preposition = complement(head, classified);
      preposition != kNoToken && preposition >= behind_head) {
    for (const TokenIndex object : parse_.children(preposition)) {
      if (parse_[object].relation != Relation::pobj) continue;
      IssuePhrase behind;
      bool unused = false;
      TokenIndex end = kNoToken;
      add_modifiers(object, behind, unused, end);
      append(behind.label, object, end);
      const TokenIndex behind_name = append_rest_of_name(behind, object, end);
      phrase.label += " " + std::string(parse_[preposition].lower) + " " + behind.label;
      phrase.words.insert(phrase.words.end(), behind.words.begin(), behind.words.end());
      phrase.words.emplace_back(parse_[object].lemma);
      phrase.span.end = std::max(phrase.span.end, behind_name);
      if (parse_[preposition].lower == "between") {
        for (const TokenIndex other : parse_.children(object)) {
          if (parse_[other].relation != Relation::conj) continue;
          phrase.label += " and ";
          std::string more;
          TokenIndex none = kNoToken;
          append(more, other, none);
          phrase.label += more;
          phrase.span.end = std::max(phrase.span.end, other + 1);
        }
      }
      break;
    }
  }
  std::sort(phrase.words.begin(), phrase.words.end());
  phrase.words.erase(std::unique(phrase.words.begin(), phrase.words.end()), phrase.words.end());
  return phrase;
}

const NounOfVerb* noun_of_verb(const Parse& parse, const IssueLexicon& lexicon, TokenIndex verb) {
  const auto found = lexicon.noun_of_verb.find(parse[verb].lemma);
  if (found == lexicon.noun_of_verb.end() || parse[verb].relation == Relation::amod) return nullptr;
  return child_of(parse, verb, Relation::ccomp) != kNoToken ? nullptr : &found->second;
}

namespace {

class Themes {
 public:
  Themes(const Story& story, const IssueLexicon& lexicon) : story_(story), parse_(story.parse), lexicon_(lexicon) {}

  TokenIndex of(TokenIndex t, int depth) const {
    if (depth > kDeep) return kNoToken;
    const Token& token = parse_[t];
    if (!is_verbal(token)) return is_nominal(token) ? t : below(t, depth);
    return verb(t, depth);
  }

 private:
  bool is_actor(TokenIndex t) const {
    return !story_.entities_at(t).empty() || parse_[t].pos == Pos::pron || parse_[t].lower == "other";
  }
  // Somebody rather than something.
  bool is_party(TokenIndex t) const {
    const auto& entities = story_.entities_at(t);
    if (entities.empty()) return is_actor(t);
    const EntityType type = story_.record.entities[entities.front()].type;
    return type == EntityType::person || type == EntityType::country;
  }
  bool says_nothing(TokenIndex t) const {
    return lexicon_.empty.contains(parse_[t].lemma) && premodifiers(parse_, t).empty();
  }

  // An adjective or a preposition: what stands behind it.
  TokenIndex below(TokenIndex t, int depth) const {
    for (const TokenIndex child : parse_.children(t)) {
      const Relation r = parse_[child].relation;
      if (r == Relation::pobj) return child;
      if (r == Relation::prep || r == Relation::xcomp || r == Relation::pcomp || r == Relation::ccomp) {
        const TokenIndex found = of(child, depth + 1);
        if (found != kNoToken) return found;
      }
    }
    return kNoToken;
  }

  TokenIndex verb(TokenIndex v, int depth) const {
    const bool named = noun_of_verb(parse_, lexicon_, v) != nullptr;
    TokenIndex object = kNoToken, oblique = kNoToken, clause = kNoToken, state = kNoToken;
    for (const TokenIndex child : parse_.children(v)) {
      const Token& c = parse_[child];
      switch (c.relation) {
        case Relation::dobj:
          if (object == kNoToken) object = child;
          break;
        case Relation::prep:
          if ((oblique == kNoToken || is_actor(oblique)) && child > v && is_topical(c.lower)) {
            const TokenIndex behind = oblique_of(child, depth);
            if (behind != kNoToken) oblique = behind;
          }
          break;
        case Relation::xcomp:
        case Relation::ccomp:
          if (child > v && clause == kNoToken) clause = child;
          break;
        case Relation::attr:
        case Relation::acomp:
        case Relation::oprd:
          state = child;
          break;
        default:
          break;
      }
    }
    if (named) return v;
    // "an office should be opened in the north": the office.
    if (is_passive(parse_, v)) {
      const Tokens subjects = surface_subjects(parse_, v);
      if (!subjects.empty() && !is_actor(subjects.front()) && !says_nothing(subjects.front())) return subjects.front();
    }
    if (state != kNoToken && lexicon_.noun_of_adjective.contains(parse_[state].lemma)) return state;
    if (clause != kNoToken && (object == kNoToken || is_actor(object))) {
      const TokenIndex found = of(clause, depth + 1);
      if (found != kNoToken) return found;
    }
    const bool about = oblique != kNoToken && !is_actor(oblique);
    if (object != kNoToken && !says_nothing(object) && !(is_party(object) && about)) return object;
    if (oblique != kNoToken) return oblique;
    for (const TokenIndex child : parse_.children(v)) {
      if (parse_[child].relation == Relation::nsubj && !is_actor(child) && !says_nothing(child)) return child;
    }
    if (state != kNoToken && !is_nominal(parse_[state])) return below(state, depth);
    return object;
  }

  // What stands behind it may be what the verb is about.
  static bool is_topical(std::string_view preposition) {
    for (const std::string_view p :
         {"on", "over", "about", "against", "to", "toward", "towards", "of", "into", "for", "in", "by", "with"}) {
      if (preposition == p) return true;
    }
    return false;
  }

  TokenIndex oblique_of(TokenIndex preposition, int depth) const {
    for (const TokenIndex child : parse_.children(preposition)) {
      const Relation r = parse_[child].relation;
      if (r == Relation::pobj) {
        const bool time = story_.time_at[child] >= 0;
        const std::string_view p = parse_[preposition].lower;
        const NameType name = parse_[child].name;
        const bool where = (p == "in" && is_name(parse_[child])) ||
                           ((p == "to" || p == "into") && (name == NameType::gpe || name == NameType::loc));
        return time || where || says_nothing(child) || parse_[child].pos == Pos::pron ? kNoToken : child;
      }
      if (r == Relation::pcomp) return of(child, depth + 1);
    }
    return kNoToken;
  }

  const Story& story_;
  const Parse& parse_;
  const IssueLexicon& lexicon_;
};

}  // namespace

TokenIndex theme_head(const Story& story, const IssueLexicon& lexicon, TokenIndex verb) {
  return Themes(story, lexicon).of(verb, 0);
}

}  // namespace dragoman
