#include "output/stance_words.h"

#include "output/plain.h"
#include "text/ascii.h"
#include "text/utf8.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace dragoman {

namespace {

/// The verb without the ending of one: "denies" is "deny", "stresses" is "stress", "calls" is "call".
std::string base_of(std::string verb) {
  if (verb.ends_with("ies")) return verb.substr(0, verb.size() - 3) + "y";
  for (const std::string_view ending : {"sses", "shes", "ches", "oes"}) {
    if (verb.ends_with(ending)) return verb.substr(0, verb.size() - 2);
  }
  verb.pop_back();
  return verb;
}

bool is_vowel(char c) {
  return std::string_view("aeiou").find(c) != std::string_view::npos;
}

/// Whether its last letter is doubled before an ending: "ban", "plan", "admit", and not "fear", "want", "advise". Of
/// several syllables those with these roots bear the stress on the last.
bool doubles_last(std::string_view base) {
  constexpr std::array<std::string_view, 6> kStressed = {"mit", "efer", "pel", "cur", "gret", "trol"};
  for (const std::string_view root : kStressed) {
    if (base.ends_with(root)) return base != "limit" && base != "vomit";
  }
  if (base.size() < 3 || is_vowel(base.back()) || base.ends_with('w') || base.ends_with('x') || base.ends_with('y'))
    return false;
  const std::string_view before = base.substr(0, base.size() - 1);
  return is_vowel(before.back()) && std::count_if(base.begin(), base.end(), is_vowel) == 1;
}

/// The past, which is the participle as well of all verbs that are names of stances.
std::string past_of(const std::string& base) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 2> kOwn = {
      {{"seek", "sought"}, {"hold", "held"}}};
  for (const auto& [verb, past] : kOwn) {
    if (base == verb) return std::string(past);
  }
  if (base.ends_with('e')) return base + "d";
  if (base.ends_with('y') && !is_vowel(base[base.size() - 2])) return base.substr(0, base.size() - 1) + "ied";
  return base + (doubles_last(base) ? base.substr(base.size() - 1) : "") + "ed";
}

StanceTense tense_of(StanceForm form) {
  return form.tense.value_or(StanceTense::present);
}

/// The auxiliary before a participle, with a blank behind it: "has "; empty where a tense has none.
std::string before_participle(StanceForm form) {
  if (tense_of(form) == StanceTense::perfect) return form.many ? "have " : "has ";
  return tense_of(form) == StanceTense::past_perfect ? "had " : "";
}

std::string form_of_verb(const std::string& verb, StanceForm form) {
  const std::string base = base_of(verb);
  switch (tense_of(form)) {
    case StanceTense::present:
      return form.many ? base : verb;
    case StanceTense::future:
      return "will " + base;
    case StanceTense::conditional:
      return "would " + base;
    default:
      return before_participle(form) + past_of(base);
  }
}

/// "does not support" in its tense, from "support".
std::string denied_in_words(const std::string& words, StanceForm form) {
  switch (tense_of(form)) {
    case StanceTense::present:
      return (form.many ? "do not " : "does not ") + words;
    case StanceTense::past:
      return "did not " + words;
    case StanceTense::future:
      return "will not " + words;
    case StanceTense::conditional:
      return "would not " + words;
    default:
      const std::size_t blank = words.find(' ');
      return before_participle(form) + "not " + past_of(words.substr(0, blank)) +
             (blank == std::string::npos ? "" : words.substr(blank));
  }
}

/// "is " before an adjective, in its tense.
std::string form_of_be(StanceForm form) {
  switch (tense_of(form)) {
    case StanceTense::present:
      return form.many ? "are " : "is ";
    case StanceTense::past:
      return form.many ? "were " : "was ";
    case StanceTense::future:
      return "will be ";
    case StanceTense::conditional:
      return "would be ";
    default:
      return before_participle(form) + "been ";
  }
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

std::string stance_in_words(std::string_view stance, StanceForm form) {
  const std::size_t blank = stance.find(' ');
  const std::string first(stance.substr(0, blank));
  const std::string rest(blank == std::string_view::npos ? std::string_view() : stance.substr(blank));
  if (first.empty()) return std::string(stance);
  // "ratified" is a deed, whose name is in the past; other words that are no verbs are adjectives.
  if (first == "ratified") return before_participle(form) + std::string(stance);
  if (!first.ends_with("s")) return form_of_be(form) + std::string(stance);
  constexpr std::string_view kDoesNot = "does not ";
  if (stance.starts_with(kDoesNot)) return denied_in_words(std::string(stance.substr(kDoesNot.size())), form);
  return form_of_verb(first, form) + rest;
}

std::string stance_in_list(std::string_view stance, std::optional<StanceTense> tense) {
  if (!tense || tense == StanceTense::present) return std::string(stance);
  return stance_in_words(stance, {.tense = tense});
}

std::string condition_in_words(std::string_view words) {
  std::string out = plain_line(words);
  if (!out.empty()) out.front() = ascii_lower(out.front());
  return out;
}

std::string stance_on_issue(std::string_view stance, StanceForm form, const std::string& issue,
                            std::string_view words) {
  constexpr std::string_view kCalls = "calls it ";
  constexpr std::size_t kShort = 60;  // characters that may stand between "calls" and what it is called
  const std::string predicate = stance_in_words(stance, form);
  for (const std::string_view clause : {"to ", "that ", "not to ", "whether "}) {
    if (issue.starts_with(clause)) return predicate + " " + issue;
  }
  const std::optional<BeforeIssue> before = before_issue(issue, words);
  if (before && stance.starts_with(kCalls) && issue.size() <= kShort) {
    return stance_in_words("calls", form) + " " + before->article + issue + " " +
           std::string(stance.substr(kCalls.size()));
  }
  // Verbs have their preposition in the stance ("calls for"); adjectives and nouns take that of the report.
  const bool bare =
      stance.ends_with(" need") || stance.ends_with(" importance") || !stance_in_words(stance, {}).starts_with(stance);
  const bool is_name = !issue.empty() && is_ascii_upper(issue.front());
  if (!before && is_name && !bare && stance.find(" it ") == std::string_view::npos) return predicate + " " + issue;
  if (!before || stance.find(" it ") != std::string_view::npos || (bare && before->preposition.empty())) {
    return predicate + ": " + issue;
  }
  return predicate + " " + (bare ? before->preposition : "") + before->article + issue;
}

}  // namespace dragoman
