#include "output/stance_words.h"

#include "text/ascii.h"
#include "text/utf8.h"

#include <algorithm>
#include <array>
#include <optional>

namespace dragoman {

namespace {

/// The verb of many: "denies" is "deny", "stresses" is "stress", "calls" is "call".
std::string plural_of(std::string verb) {
  if (verb == "does") return "do";
  if (verb.ends_with("ies")) return verb.substr(0, verb.size() - 3) + "y";
  for (const std::string_view ending : {"sses", "shes", "ches", "oes"}) {
    if (verb.ends_with(ending)) return verb.substr(0, verb.size() - 2);
  }
  verb.pop_back();
  return verb;
}

/// Small letters, straight apostrophes and no quotation marks: as the labels of issues are compared with a report.
std::string compared(std::string_view words) {
  std::string out;
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(words, at);
    if (c == U'"' || c == U'“' || c == U'”' || c == U'«' || c == U'»') continue;
    if (c == U'’' || c == U'‘') {
      out.push_back('\'');
    } else {
      out.append(words, begin, at - begin);
    }
  }
  return ascii_lower(out);
}

/// Takes the last word off the end of words, if it is one of those given.
template <std::size_t N>
std::string take_last(std::string& words, const std::array<std::string_view, N>& any) {
  for (const std::string_view word : any) {
    const std::string ending = std::string(word) + " ";
    if (words != ending && !words.ends_with(" " + ending)) continue;
    words.resize(words.size() - ending.size());
    return ending;
  }
  return {};
}

/// What stands before the label of an issue in a report.
struct BeforeIssue {
  std::string preposition, article;  // each with a blank behind it, or empty
};

/// Where a word or several begin; npos where they do not stand there.
std::size_t find_words(const std::string& all, const std::string& words) {
  std::size_t at = words.empty() ? std::string::npos : all.find(words);
  while (at != std::string::npos && at > 0 && all[at - 1] != ' ') at = all.find(words, at + 1);
  return at;
}

/// A label leaves out what stands between commas or in brackets in a report, or goes on in other words; its first two
/// words, the first or the last stand there then.
std::optional<BeforeIssue> before_issue(const std::string& issue, std::string_view words) {
  const std::string all = compared(words), label = compared(issue);
  std::size_t at = find_words(all, label);
  if (const std::size_t first = label.find(' '); at == std::string::npos && first != std::string::npos) {
    at = find_words(all, label.substr(0, label.find(' ', first + 1)));
    if (at == std::string::npos) at = find_words(all, label.substr(0, first));
    if (at == std::string::npos) at = find_words(all, label.substr(label.rfind(' ') + 1));
  }
  if (at == std::string::npos) return std::nullopt;
  std::string before = all.substr(0, at);
  BeforeIssue out;
  out.article = take_last(before, std::array<std::string_view, 3>{"the", "a", "an"});
  // "the government", told as "Yemen's government"
  const std::string first = label.substr(0, label.find(' '));
  if (!all.substr(at).starts_with(first) && (first.ends_with("'s") || first.ends_with("\u2019s"))) out.article.clear();
  out.preposition = take_last(
      before, std::array<std::string_view, 10>{"about", "over", "to", "for", "in", "of", "on", "at", "with", "by"});
  return out;
}

}  // namespace

std::string stance_in_words(std::string_view stance, bool many) {
  const std::size_t blank = stance.find(' ');
  const std::string first(stance.substr(0, blank));
  const std::string_view rest = blank == std::string_view::npos ? std::string_view() : stance.substr(blank);
  if (first.ends_with("s")) return (many ? plural_of(first) : first) + std::string(rest);
  // "ratified" is a deed; other words are adjectives.
  if (first == "ratified" || first.empty()) return std::string(stance);
  return (many ? "are " : "is ") + std::string(stance);
}

std::string stance_on_issue(std::string_view stance, bool many, const std::string& issue, std::string_view words) {
  constexpr std::string_view kCalls = "calls it ";
  constexpr std::size_t kShort = 60;  // characters that may stand between "calls" and what it is called
  const std::string predicate = stance_in_words(stance, many);
  for (const std::string_view clause : {"to ", "that ", "not to ", "whether "}) {
    if (issue.starts_with(clause)) return predicate + " " + issue;
  }
  const std::optional<BeforeIssue> before = before_issue(issue, words);
  if (before && stance.starts_with(kCalls) && issue.size() <= kShort) {
    return (many ? "call " : "calls ") + before->article + issue + " " + std::string(stance.substr(kCalls.size()));
  }
  // Verbs have their preposition in the stance ("calls for"); adjectives and nouns take that of the report.
  const bool bare = stance.ends_with(" need") || stance.ends_with(" importance") ||
                    !stance_in_words(stance, false).starts_with(stance);
  const bool is_name = !issue.empty() && is_ascii_upper(issue.front());
  if (!before && is_name && !bare && stance.find(" it ") == std::string_view::npos) return predicate + " " + issue;
  if (!before || stance.find(" it ") != std::string_view::npos || (bare && before->preposition.empty())) {
    return predicate + ": " + issue;
  }
  return predicate + " " + (bare ? before->preposition : "") + before->article + issue;
}

}  // namespace dragoman
