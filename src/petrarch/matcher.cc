#include "petrarch/matcher.h"

#include <algorithm>

namespace dragoman {

namespace {

constexpr TokenIndex kReach = 40;  // tokens of a phrase that are looked at

bool is_word(const Token& token, std::string_view word) {
  if (word.ends_with('_')) return token.lower == word.substr(0, word.size() - 1);
  return token.lower == word || token.lemma == word;
}

class Matcher {
 public:
  Matcher(const Parse& parse, TokenIndex verb) : parse_(parse), verb_(verb) {}

  std::optional<PetrarchMatch> match(const PetrarchPattern& pattern) {
    found_ = {pattern.code, pattern.line, {}, {}, false};
    const Tokens subjects = agents(parse_, verb_);
    if (!nouns(pattern.before.nouns, subjects)) return std::nullopt;
    for (const PetrarchPreposition& p : pattern.before.prepositions) {
      const bool fits =
          std::any_of(subjects.begin(), subjects.end(), [&](TokenIndex s) { return phrase_of(p, s, false); });
      if (!fits && !phrase_of(p, verb_, true)) return std::nullopt;
    }
    if (!pattern.after.nouns.empty() && !nouns(pattern.after.nouns, after_verb())) return std::nullopt;
    for (const PetrarchPreposition& p : pattern.after.prepositions) {
      if (!after_verb_phrase(p)) return std::nullopt;
    }
    return found_;
  }

 private:
  /// Objects, predicates, particles and adverbs: what may stand after the verb without a preposition.
  Tokens after_verb() const {
    Tokens out = patients(parse_, verb_);
    const auto add = [&](const Tokens& more) { out.insert(out.end(), more.begin(), more.end()); };
    add(datives(parse_, verb_));
    add(attributes(parse_, verb_));
    for (const TokenIndex c : parse_.children(verb_)) {
      const Relation r = parse_[c].relation;
      if (r == Relation::prt || r == Relation::advmod || r == Relation::xcomp || r == Relation::ccomp ||
          (r == Relation::prep && parse_.children(c).empty())) {
        out.push_back(c);
      }
    }
    return out;
  }

  bool nouns(const std::vector<PetrarchElement>& elements, const Tokens& heads) {
    return std::all_of(elements.begin(), elements.end(), [&](const PetrarchElement& e) { return element(e, heads); });
  }

  bool element(const PetrarchElement& e, const Tokens& heads) {
    switch (e.kind) {
      case PetrarchElement::Kind::anything:
        return true;
      case PetrarchElement::Kind::source:
        found_.sources = nominal(heads);
        return !found_.sources.empty();
      case PetrarchElement::Kind::target:
        found_.targets = nominal(heads);
        return !found_.targets.empty();
      case PetrarchElement::Kind::both:
        found_.both = heads.size() > 1;
        found_.sources = heads;
        return found_.both;
      case PetrarchElement::Kind::words:
        break;
    }
    return std::any_of(heads.begin(), heads.end(), [&](TokenIndex head) { return heads_phrase(e, head); });
  }

  Tokens nominal(const Tokens& heads) const {
    Tokens out;
    std::copy_if(heads.begin(), heads.end(), std::back_inserter(out),
                 [&](TokenIndex t) { return is_nominal(parse_[t]); });
    return out;
  }

  /// One of the phrases has its last word here and the others before it in the same noun phrase.
  bool heads_phrase(const PetrarchElement& e, TokenIndex head) const {
    const TokenIndex begin = std::max(parse_[head].left_edge, head > kReach ? head - kReach : 0);
    return std::any_of(e.phrases.begin(), e.phrases.end(), [&](const std::vector<std::string>& words) {
      if (!is_word(parse_[head], words.back())) return false;
      return std::all_of(words.begin(), words.end() - 1, [&](const std::string& word) {
        for (TokenIndex t = begin; t < head; ++t) {
          if (is_word(parse_[t], word)) return true;
        }
        return false;
      });
    });
  }

  bool after_verb_phrase(const PetrarchPreposition& p) {
    if (phrase_of(p, verb_, false)) return true;
    for (const TokenIndex c : parse_.children(verb_)) {
      const Relation r = parse_[c].relation;
      const bool carries = r == Relation::dobj || r == Relation::attr || r == Relation::acomp || r == Relation::prt ||
                           r == Relation::advmod || r == Relation::nsubjpass;
      if (carries && phrase_of(p, c, false)) return true;
    }
    return false;
  }

  /// A prepositional phrase below `head`, before it or after it, that holds what the pattern asks for.
  bool phrase_of(const PetrarchPreposition& p, TokenIndex head, bool before) {
    for (const TokenIndex c : parse_.children(head)) {
      const Relation r = parse_[c].relation;
      if (r != Relation::prep && r != Relation::agent && r != Relation::dative && r != Relation::prt &&
          r != Relation::advmod)
        continue;
      if (parse_[c].lower != p.word || (before && c > head)) continue;
      if (holds_all(p, c)) return true;
    }
    return false;
  }

  bool holds_all(const PetrarchPreposition& p, TokenIndex preposition) {
    Tokens objects;
    for (const TokenIndex c : parse_.children(preposition)) {
      if (parse_[c].relation != Relation::pobj) continue;
      for (const TokenIndex t : coordinated(parse_, c)) objects.push_back(t);
    }
    const TokenIndex end = std::min(parse_[preposition].right_edge + 1, preposition + kReach);
    return std::all_of(p.elements.begin(), p.elements.end(), [&](const PetrarchElement& e) {
      if (e.kind != PetrarchElement::Kind::words) return element(e, objects);
      for (TokenIndex t = preposition + 1; t < end; ++t) {
        if (heads_phrase(e, t)) return true;
      }
      return false;
    });
  }

  const Parse& parse_;
  TokenIndex verb_;
  PetrarchMatch found_;
};

/// The words of a verb of several words stand beside it or hang on it.
bool has_words(const Parse& parse, TokenIndex verb, const PetrarchVerb& entry) {
  TokenIndex t = verb;
  for (auto word = entry.before.rbegin(); word != entry.before.rend(); ++word) {
    if (t == 0 || !is_word(parse[--t], *word)) return false;
  }
  t = verb + 1;
  for (const std::string& word : entry.after) {
    if (t < parse.size() && is_word(parse[t], word)) {
      ++t;
    } else if (child_word(parse, verb, word) == kNoToken) {
      return false;
    }
  }
  return true;
}

}  // namespace

std::optional<PetrarchMatch> match_verb(const PetrarchDictionary& dictionary, const Parse& parse, TokenIndex verb) {
  const auto entries = dictionary.verbs.find(std::string(parse[verb].lower));
  if (entries == dictionary.verbs.end()) return std::nullopt;
  const PetrarchVerb* best = nullptr;
  for (const PetrarchVerb& entry : entries->second) {
    if (!has_words(parse, verb, entry)) continue;
    if (best == nullptr || entry.before.size() + entry.after.size() > best->before.size() + best->after.size())
      best = &entry;
  }
  if (best == nullptr) return std::nullopt;
  Matcher matcher(parse, verb);
  for (const PetrarchPattern& pattern : dictionary.blocks[best->block]) {
    if (auto match = matcher.match(pattern)) return match;
  }
  return PetrarchMatch{best->code, best->line, {}, {}, false};
}

}  // namespace dragoman
