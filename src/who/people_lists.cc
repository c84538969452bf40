#include "who/people_lists.h"

#include "language/hang.h"
#include "language/syntax.h"

#include <algorithm>
#include <optional>
#include <vector>

namespace dragoman {

namespace {

constexpr TokenIndex kLongestOffice = 25;  // tokens between two names

// One of the list, with the office that stands before the name.
struct Member {
  TokenSpan span;
  TokenIndex top = 0;  // the word of the span on which the others hang
  Index entity = 0;
  bool joined = false;  // a conjunction stands before it
};

class PeopleLists {
 public:
  PeopleLists(const Story& story, Parse& parse) : story_(story), parse_(parse) {}

  void run() {
    std::vector<Member> list;
    for (std::size_t i = 0; i < story_.mentions.size(); ++i) {
      if (!is_name_of_person(story_.mentions[i])) continue;
      const std::optional<Member> next = list.empty() ? std::nullopt : behind(list.back(), story_.mentions[i]);
      if (!next) {
        mend(list);
        list.assign(1, first(story_.mentions[i]));
      } else {
        list.push_back(*next);
      }
    }
    mend(list);
    if (changed_) link(parse_);
  }

 private:
  bool is_name_of_person(const TokenMention& m) const {
    return m.kind == MentionKind::name && m.entities.size() == 1 && parse_[m.head].pos == Pos::propn &&
           story_.record.entities[m.entities.front()].type == EntityType::person;
  }

  // "Ambassador of Peru Carla Mendes": with the office, if one stands right before the name.
  Member first(const TokenMention& name) const {
    const Index e = name.entities.front();
    TokenIndex begin = name.span.begin;
    const TokenIndex floor =
        std::max(parse_.sentences[parse_[begin].sentence].begin, begin - std::min(begin, kLongestOffice));
    for (TokenIndex t = begin; t-- > floor && is_in_office(t);) {
      if (names_office_of(t, e)) begin = t;
    }
    Member leader = member({begin, name.span.end}, e);
    const TokenIndex above = parse_[leader.top].head;  // "his colleague, Ana Paz, …"
    if (parse_[leader.top].relation == Relation::appos && above < begin && begin - above <= 2 &&
        is_title_of(above, e)) {
      leader.span.begin = leader.top = above;
    }
    return leader;
  }

  Member member(TokenSpan span, Index e) const {
    TokenIndex top = span.end - 1;
    for (TokenIndex steps = 0; span.contains(parse_[top].head) && parse_[top].head != top && steps < span.size();
         ++steps)
      top = parse_[top].head;
    return {span, top, e, false};
  }

  bool is_title_of(TokenIndex t, Index e) const {
    const std::int32_t m = story_.mention_at[t];
    if (m < 0) return false;
    const TokenMention& mention = story_.mentions[static_cast<std::size_t>(m)];
    return mention.kind == MentionKind::title && mention.entities.size() == 1 && mention.entities.front() == e;
  }

  // A word of the office: "Chief" of "Chief of Staff Omar Sy".
  bool names_office_of(TokenIndex t, Index e) const {
    if (is_title_of(t, e)) return true;
    if (parse_[t].pos != Pos::noun && parse_[t].pos != Pos::propn) return false;
    const std::vector<Role>& roles = story_.record.entities[e].roles;
    return std::any_of(roles.begin(), roles.end(), [&](const Role& role) {
      const std::size_t at = role.title.find(parse_[t].lower), end = at + parse_[t].lower.size();
      return at != std::string::npos && (at == 0 || role.title[at - 1] == ' ') &&
             (end == role.title.size() || role.title[end] == ' ');
    });
  }

  // Words of "the deputy head of the Ports Agency in Lima".
  bool is_in_office(TokenIndex t) const {
    const Token& w = parse_[t];
    if (w.text == "," || w.text == ";" || is_quotation_mark(w)) return false;
    return w.pos == Pos::propn || w.pos == Pos::noun || w.pos == Pos::adj || w.pos == Pos::det || w.pos == Pos::adp ||
           w.text == "-" || w.text == "." || w.text == "&" || w.pos == Pos::cconj;
  }

  // Behind "," or ";", "and", ", and", "as well as"; at the token itself where none of them stands there.
  TokenIndex behind_link(TokenIndex t, TokenIndex end, bool& joined) const {
    if (t < end && (parse_[t].text == "," || parse_[t].text == ";")) ++t;
    if (t < end && parse_[t].pos == Pos::cconj && parse_[t].lower != "but") {
      joined = true;
      return t + 1;
    }
    if (t + 2 < end && parse_[t].lower == "as" && parse_[t + 1].lower == "well" && parse_[t + 2].lower == "as") {
      joined = true;
      return t + 3;
    }
    return t;
  }

  // The person as the next of the list that the member ends so far.
  std::optional<Member> behind(const Member& last, const TokenMention& name) const {
    const Index e = name.entities.front();
    TokenIndex t = last.span.end;
    const TokenIndex end = name.span.begin;
    if (e == last.entity || end < t || end - t > 2 * kLongestOffice) return std::nullopt;
    if (parse_[end].sentence != parse_[last.top].sentence) return std::nullopt;
    t = behind_brackets(t, end);
    t = behind_own_office(t, end, last.entity);
    bool joined = false;
    const TokenIndex begin = behind_link(t, end, joined);
    if (begin == t || !is_office_of({begin, end}, e) || is_owner(name.span.end)) return std::nullopt;
    Member next = member({begin, name.span.end}, e);
    next.joined = joined;
    return next;
  }

  // "Ana Paz (Labour), …"
  TokenIndex behind_brackets(TokenIndex t, TokenIndex end) const {
    if (t >= end || parse_[t].text != "(") return t;
    while (t < end && parse_[t].text != ")") ++t;
    return std::min(t + 1, end);
  }

  // "Ana Paz, head of the Ports Agency, …": behind the office of the name before it.
  TokenIndex behind_own_office(TokenIndex begin, TokenIndex end, Index e) const {
    if (begin >= end || parse_[begin].text != ",") return begin;
    bool title = false;
    TokenIndex t = begin + 1;
    for (; t < end && is_in_office(t); ++t) title = title || names_office_of(t, e);
    return title && t < end && (parse_[t].text == "," || parse_[t].text == ";") ? t : begin;
  }

  // Whether the words before a name are nothing, or the office of who bears it: not "the wife of minister".
  bool is_office_of(TokenSpan words, Index e) const {
    bool title = false, phrase = false, article = false;
    for (TokenIndex t = words.begin; t < words.end; ++t) {
      if (!is_in_office(t)) return false;
      title = title || names_office_of(t, e);
      phrase = phrase || parse_[t].pos == Pos::adp;
      article = article || parse_[t].pos == Pos::det;
      if (phrase && !title) return false;
    }
    return title || !article;
  }

  bool is_owner(TokenIndex behind) const {
    return behind < parse_.size() && (parse_[behind].relation == Relation::case_ || is_hyphen(parse_[behind]));
  }

  void mend(const std::vector<Member>& list) {
    const bool joined = std::any_of(list.begin(), list.end(), [](const Member& m) { return m.joined; });
    if (list.size() < 2 || (list.size() == 2 && !joined)) return;
    const TokenSpan whole{list.front().span.begin, list.back().span.end};
    const Member* outer = nullptr;  // what the list hangs on the sentence by
    for (const Member& m : list) {
      const Token& top = parse_[m.top];
      if (whole.contains(top.head) && top.head != m.top) continue;
      if (outer != nullptr && (top.head != parse_[outer->top].head || top.head == m.top)) return;
      if (outer == nullptr) outer = &m;
    }
    if (outer == nullptr || is_coordinated(list)) return;
    std::vector<Token>& tokens = parse_.tokens;
    const std::vector<Token> before(tokens.begin() + whole.begin, tokens.begin() + whole.end);
    const TokenIndex leader = list.front().top;
    if (outer != &list.front()) {
      const Token above = tokens[outer->top];
      hang(tokens[leader], above.head == outer->top ? leader : above.head, above.relation, above.relation_label);
    }
    for (std::size_t i = 1; i < list.size(); ++i) {
      gather(list[i]);
      hang(tokens[list[i].top], leader, Relation::conj, "conj");
    }
    if (goes_round(whole)) {
      std::copy(before.begin(), before.end(), tokens.begin() + whole.begin);
      return;
    }
    changed_ = true;
  }

  // "Sen." of "and Sen. Karl Moser", which the parser lists beside the name.
  void gather(const Member& m) {
    for (TokenIndex t = m.span.begin; t < m.span.end; ++t) {
      Token& word = parse_.tokens[t];
      if (t == m.top || m.span.contains(word.head) || (word.pos != Pos::noun && word.pos != Pos::propn)) continue;
      hang(word, m.top, Relation::compound, "compound");
    }
  }

  bool is_coordinated(const std::vector<Member>& list) const {
    const Tokens known = coordinated(parse_, list.front().top);
    return std::all_of(list.begin(), list.end(),
                       [&](const Member& m) { return std::find(known.begin(), known.end(), m.top) != known.end(); });
  }

  // Whether a word of the span would be above itself.
  bool goes_round(TokenSpan span) const {
    const TokenIndex most = parse_.sentences[parse_[span.begin].sentence].size();
    for (TokenIndex t = span.begin; t < span.end; ++t) {
      TokenIndex at = t;
      for (TokenIndex steps = 0; parse_[at].head != at; at = parse_[at].head) {
        if (++steps > most) return true;
      }
    }
    return false;
  }

  const Story& story_;
  Parse& parse_;
  bool changed_ = false;
};

}  // namespace

void mend_people_lists(const Story& story, Parse& parse) {
  PeopleLists(story, parse).run();
}

}  // namespace dragoman
