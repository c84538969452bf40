#include "issues/issues.h"
#include "issues/phrase.h"
#include "language/syntax.h"

#include <algorithm>
#include <numeric>

namespace dragoman {

namespace {

constexpr std::size_t kRead = 60;        // mentions of issues that are read in one statement
constexpr std::size_t kOfStatement = 3;  // issues that one statement is said to be about

bool is_actor(const Story& story, TokenIndex t) {
  return !story.entities_at(t).empty();
}

/// Token whose words begin at the code point.
TokenIndex token_at(const Story& story, std::uint32_t begin) {
  const std::size_t byte = story.text.byte(begin);
  const auto& tokens = story.parse.tokens;
  const auto found =
      std::lower_bound(tokens.begin(), tokens.end(), byte, [](const Token& t, std::size_t at) { return t.end <= at; });
  return static_cast<TokenIndex>(found - tokens.begin());
}

class Links {
 public:
  explicit Links(Story& story) : story_(story), parse_(story.parse) {}

  void run() {
    for (Event& event : story_.record.events) {
      const TokenIndex trigger = token_at(story_, event.trigger.span.begin);
      if (trigger < parse_.size()) event.issue = of_event(trigger);
    }
    for (TokenIndex t = 0; t < parse_.size(); ++t) {
      if (story_.issue_at[t] >= 0 && !is_actor(story_, t)) spoken_of_.push_back(t);
    }
    for (std::size_t q = 0; q < story_.statement_contents.size(); ++q) of_statement(q);
    drop_unused();
  }

 private:
  // What an event is about: what stands behind "on", "about" or "over", what was agreed or asked, what was signed.
  std::optional<Index> of_event(TokenIndex t) const {
    if (is_verbal(parse_[t])) return of_verb(t);
    for (const char* preposition :
         {"on", "about", "over", "regarding", "concerning", "toward", "for", "of", "against"}) {
      for (const TokenIndex object : obliques(parse_, t, preposition)) {
        if (is_actor(story_, object)) continue;
        if (const auto issue = issue_of(story_, object)) return issue;
      }
      for (const TokenIndex child : parse_.children(t)) {
        if (parse_[child].relation != Relation::prep || parse_[child].lower != preposition) continue;
        const TokenIndex gerund = child_of(parse_, child, Relation::pcomp);
        if (gerund == kNoToken) continue;
        if (const auto issue = issue_of(story_, gerund)) return issue;
      }
    }
    for (const TokenIndex child : parse_.children(t)) {
      if (parse_[child].relation != Relation::acl && parse_[child].relation != Relation::relcl) continue;
      if (child < t || !verb_form(parse_, child).infinitive) continue;
      if (const auto issue = issue_of(story_, child)) return issue;
    }
    // "lodged a protest, saying the deployment …": the verb that it stands under tells more.
    const TokenIndex head = parse_[t].head;
    if (head != t && is_verbal(parse_[head]) && parse_[t].relation == Relation::dobj) {
      for (const TokenIndex child : parse_.children(head)) {
        const Token& c = parse_[child];
        if (c.relation == Relation::prep && (c.lower == "on" || c.lower == "about" || c.lower == "over")) {
          if (const auto issue = issue_of(story_, child)) return issue;
        }
        if (c.relation == Relation::advcl) {
          for (const TokenIndex said : parse_.children(child)) {
            if (parse_[said].relation != Relation::ccomp) continue;
            if (const auto issue = subject_or_theme(said)) return issue;
          }
        }
      }
    }
    // "talks … focused on trade"
    if (parse_[t].relation == Relation::nsubj && is_verbal(parse_[head])) {
      for (const char* preposition : {"on", "about"}) {
        for (const TokenIndex object : obliques(parse_, head, preposition)) {
          if (const auto issue = issue_of(story_, object)) return issue;
        }
      }
    }
    const auto own = issue_of(story_, t);
    return own;
  }

  std::optional<Index> subject_or_theme(TokenIndex clause) const {
    for (const TokenIndex child : parse_.children(clause)) {
      if (parse_[child].relation != Relation::nsubj || is_actor(story_, child)) continue;
      if (const auto issue = issue_of(story_, child)) return issue;
    }
    return issue_of(story_, clause);
  }

  std::optional<Index> of_verb(TokenIndex v) const {
    for (const char* preposition : {"on", "about", "over"}) {
      for (const TokenIndex object : obliques(parse_, v, preposition, true)) {
        const bool day = story_.time_at[object] >= 0;
        if (day || is_actor(story_, object)) continue;
        if (const auto issue = issue_of(story_, object)) return issue;
      }
    }
    for (const TokenIndex object : patients(parse_, v)) {
      if (is_actor(story_, object)) continue;
      if (const auto issue = issue_of(story_, object)) return issue;
    }
    const TokenIndex theme = theme_head(story_, *story_.lexicon.issues, v);
    if (theme != kNoToken && theme != v && !is_actor(story_, theme)) {
      if (const auto issue = issue_of(story_, theme)) return issue;
    }
    // "met … to advance the talks"
    for (const TokenIndex child : parse_.children(v)) {
      if (parse_[child].relation != Relation::advcl || !verb_form(parse_, child).infinitive) continue;
      if (const auto issue = issue_of(story_, child)) return issue;
    }
    const std::int32_t own = story_.issue_at[v];
    return own < 0 ? std::nullopt : std::optional(static_cast<Index>(own));
  }

  // What a statement is about: the issues of its words, those that the report speaks of more than once first.
  void of_statement(std::size_t q) {
    std::vector<std::pair<std::size_t, Index>> found;  // mentions, issue
    std::size_t read = 0;
    for (const TokenSpan span : story_.statement_contents[q]) {
      auto at = std::lower_bound(spoken_of_.begin(), spoken_of_.end(), span.begin);
      for (; at != spoken_of_.end() && *at < span.end && read < kRead; ++at, ++read) {
        const auto i = static_cast<Index>(story_.issue_at[*at]);
        const bool twice = std::any_of(found.begin(), found.end(), [&](const auto& f) { return f.second == i; });
        if (!twice) found.emplace_back(story_.record.issues[i].mentions.size(), i);
      }
    }
    std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    for (std::size_t i = 0; i < std::min(kOfStatement, found.size()); ++i) {
      story_.record.statements[q].issues.push_back(found[i].second);
    }
  }

  void drop_unused() {
    std::vector<Issue>& all = story_.record.issues;
    std::vector<bool> used(all.size(), false);
    const auto use = [&](const std::optional<Index>& issue) {
      std::optional<Index> at = issue;
      while (at && !used[*at]) {
        used[*at] = true;
        at = all[*at].parent;
      }
    };
    for (const Event& e : story_.record.events) use(e.issue);
    for (const Position& p : story_.record.positions) use(p.issue);
    for (const Statement& s : story_.record.statements) {
      for (const Index i : s.issues) use(i);
    }
    std::vector<Index> now(all.size(), 0);
    std::vector<Issue> kept;
    for (Index i = 0; i < all.size(); ++i) {
      now[i] = static_cast<Index>(kept.size());
      if (used[i]) kept.push_back(std::move(all[i]));
    }
    const auto move = [&](std::optional<Index>& issue) {
      if (issue) issue = now[*issue];
    };
    for (Issue& issue : kept) move(issue.parent);
    for (Event& e : story_.record.events) move(e.issue);
    for (Position& p : story_.record.positions) move(p.issue);
    for (Statement& s : story_.record.statements) {
      for (Index& i : s.issues) i = now[i];
    }
    for (TokenIndex t = 0; t < story_.issue_at.size(); ++t) {
      const std::int32_t at = story_.issue_at[t];
      if (at < 0) continue;
      const std::size_t old = static_cast<std::size_t>(at);
      story_.issue_at.set(t, used[old] ? static_cast<std::int32_t>(now[old]) : -1);
    }
    all = std::move(kept);
  }

  Story& story_;
  const Parse& parse_;
  Tokens spoken_of_;  // tokens that name an issue which is no actor
};

}  // namespace

void link_issues(Story& story) {
  Links(story).run();
}

}  // namespace dragoman
