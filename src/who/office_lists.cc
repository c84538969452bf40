#include "who/office_lists.h"

#include "language/hang.h"
#include "language/syntax.h"

#include <algorithm>
#include <optional>
#include <vector>

namespace dragoman {

namespace {

// What stands between two commas.
struct Segment {
  TokenSpan span;
  TokenIndex office = kNoToken;  // head of an office behind which no name stands
  bool begins_with_office = false;
  TokenIndex name = kNoToken;  // head of a name that it begins with, behind honorifics
  bool is_name = false;        // and that is all of it
  bool joined = false;         // "and" stands before it
  bool ends_in_name = false;
};

class Lists {
 public:
  Lists(Parse& parse, const Text& text, const WhoLexicon& who) : parse_(parse), text_(text), who_(who) {}

  void run() {
    for (const TokenSpan sentence : parse_.sentences) find_in(sentence);
    if (changed_) link(parse_);
  }

 private:
  void find_in(TokenSpan sentence) {
    std::vector<TokenSpan> spans = between_commas(sentence);
    if (spans.size() < 4) return;  // two offices, two names
    std::vector<Segment> segments;
    for (const TokenSpan span : spans) segments.push_back(segment(span));
    for (std::size_t i = 0; i + 3 < segments.size();) {
      const std::size_t pairs = i > 0 && segments[i - 1].ends_in_name ? 0 : pairs_from(segments, i);
      if (pairs > 1) mend(segments, i, pairs);
      i += pairs > 1 ? 2 * pairs : 1;
    }
  }

  std::vector<TokenSpan> between_commas(TokenSpan sentence) const {
    std::vector<TokenSpan> out;
    TokenIndex begin = sentence.begin;
    for (TokenIndex t = sentence.begin; t < sentence.end; ++t) {
      if (parse_[t].text != "," && parse_[t].text != ";") continue;
      out.push_back({begin, t});
      begin = t + 1;
    }
    out.push_back({begin, sentence.end});
    return out;
  }

  bool is_in_name(TokenIndex t) const {
    const Token& token = parse_[t];
    const bool other = token.name == NameType::gpe || token.name == NameType::loc || token.name == NameType::norp ||
                       token.name == NameType::date;
    return !other && (token.pos == Pos::propn || token.text == "-" || token.name == NameType::person);
  }

  bool is_honorific(TokenIndex t) const {
    return who_.is_part(parse_[t].text, NamePart::Kind::honorific) || parse_[t].text == ".";
  }

  Segment segment(TokenSpan span) const {
    Segment out{span};
    TokenIndex begin = span.begin;
    out.joined = begin < span.end && parse_[begin].pos == Pos::cconj;
    if (out.joined) ++begin;
    if (const auto office = office_in({begin, span.end})) {
      out.office = *office;
      out.begins_with_office = is_beginning({begin, *office});
      return out;
    }
    while (begin < span.end && is_honorific(begin)) ++begin;
    TokenIndex end = begin;
    while (end < span.end && is_in_name(end)) ++end;
    constexpr TokenIndex kLongest = 6;
    if (end > begin && end - begin <= kLongest) {
      out.name = head_of({begin, end});
      out.is_name = end == span.end;
    }
    out.ends_in_name = span.end > span.begin && parse_[span.end - 1].name == NameType::person;
    return out;
  }

  // The last office that is named there, where no name of a person stands.
  std::optional<TokenIndex> office_in(TokenSpan span) const {
    std::optional<TokenIndex> found;
    for (TokenIndex t = span.begin; t < span.end; ++t) {
      if (parse_[t].name == NameType::person && parse_[t].pos == Pos::propn && !is_title(t)) return std::nullopt;
      const auto title = who_.title_phrases.longest(parse_, text_, t);
      if (!title && parse_[t].lemma != "counterpart") continue;
      const TokenSpan words{t, title ? title->end : t + 1};
      if (words.end > span.end || !ends_phrase(words.end, span.end)) continue;
      if (!found || !is_under(parse_, t, *found)) found = head_of(words);
      t = words.end - 1;
    }
    return found;
  }

  // Whether nothing but "of the Ports Agency" or "to Mali" stands behind an office: "experts wrote" is of no list.
  bool ends_phrase(TokenIndex at, TokenIndex end) const {
    if (at < end && parse_[at].pos != Pos::adp && parse_[at].text != "(") return false;
    for (; at < end; ++at) {
      if (is_verbal(parse_[at]) && parse_[at].pos != Pos::propn) return false;
    }
    return true;
  }

  // Whether what stands there before an office belongs to it: "the Danish", and not "gave it to the".
  bool is_beginning(TokenSpan span) const {
    for (TokenIndex t = span.begin; t < span.end; ++t) {
      if (parse_[t].pos == Pos::adp || (is_verbal(parse_[t]) && parse_[t].pos != Pos::propn)) return false;
    }
    return true;
  }

  bool is_title(TokenIndex t) const { return who_.title_phrases.longest(parse_, text_, t).has_value(); }

  // The word of a span that hangs on nothing within it.
  TokenIndex head_of(TokenSpan span) const {
    for (TokenIndex t = span.begin; t < span.end; ++t) {
      if (!span.contains(parse_[t].head) || parse_[t].head == t) return t;
    }
    return span.end - 1;
  }

  std::size_t pairs_from(const std::vector<Segment>& segments, std::size_t first) const {
    std::size_t pairs = 0;
    for (std::size_t i = first; i + 1 < segments.size(); i += 2) {
      const Segment& name = segments[i + 1];
      if (segments[i].office == kNoToken || name.name == kNoToken) break;
      if (name.joined) break;  // "the head of the Ports Agency, and Karl Moser": two of them
      if (i > first && !segments[i].begins_with_office) break;
      ++pairs;
      if (!name.is_name) break;  // the last one, behind which the sentence goes on
    }
    return pairs;
  }

  void mend(const std::vector<Segment>& segments, std::size_t first, std::size_t pairs) {
    std::vector<Token>& tokens = parse_.tokens;
    const std::vector<Token> before(tokens.begin() + segments[first].span.begin,
                                    tokens.begin() + segments[first + 2 * pairs - 1].span.end);
    const TokenIndex leader = segments[first].office;
    const TokenIndex leading = segments[first + 1].name;
    if (parse_[leader].head == leading) {  // the parser took the office for a part of the name
      tokens[leader].head = tokens[leading].head == leading ? leader : tokens[leading].head;
      tokens[leader].relation = tokens[leading].relation;
      tokens[leader].relation_label = tokens[leading].relation_label;
    }
    for (std::size_t i = 0; i < pairs; ++i) {
      const Segment& office = segments[first + 2 * i];
      hang(tokens[segments[first + 2 * i + 1].name], office.office, Relation::appos, "appos");
      if (i > 0) hang(tokens[office.office], leader, Relation::conj, "conj");
    }
    if (goes_round(segments[first].span.begin, segments[first + 2 * pairs - 1].span.end)) {
      std::copy(before.begin(), before.end(), tokens.begin() + segments[first].span.begin);
      return;
    }
    changed_ = true;
  }

  // Whether a word of the span would be above itself.
  bool goes_round(TokenIndex begin, TokenIndex end) const {
    const TokenIndex most = parse_.sentences[parse_[begin].sentence].size();
    for (TokenIndex t = begin; t < end; ++t) {
      TokenIndex at = t;
      for (TokenIndex steps = 0; parse_[at].head != at; at = parse_[at].head) {
        if (++steps > most) return true;
      }
    }
    return false;
  }

  Parse& parse_;
  const Text& text_;
  const WhoLexicon& who_;
  bool changed_ = false;
};

}  // namespace

void mend_office_lists(Parse& parse, const Text& text, const WhoLexicon& who) {
  Lists(parse, text, who).run();
}

}  // namespace dragoman
