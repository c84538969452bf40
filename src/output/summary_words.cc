#include "output/summary_words.h"

#include "output/plain.h"
#include "text/utf8.h"

#include <algorithm>
#include <array>

namespace dragoman {

namespace {

constexpr std::uint32_t kLongestLead = 200;  // characters of a sentence up to the end of the words that count

bool begins_small(std::string_view words) {
  return !words.empty() && words.front() >= 'a' && words.front() <= 'z';
}

/// Whether they go on from words before them.
bool begins_relative(std::string_view words) {
  constexpr std::array<std::string_view, 8> kRelative = {"who ",   "whom ", "whose ", "which ",
                                                         "where ", "when ", "that ",  "how "};
  return std::any_of(kRelative.begin(), kRelative.end(), [&](std::string_view w) { return words.starts_with(w); });
}

}  // namespace

std::string in_quotation_marks(std::string_view words) {
  std::string out = "“";
  bool open = false;
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(words, at);
    if (c == U'"' || c == U'“' || c == U'”') {
      open = c == U'“' || (c == U'"' && !open);
      out += open ? "‘" : "’";
    } else {
      out.append(words, begin, at - begin);
    }
  }
  return out + (open ? "’”" : "”");
}

std::string with_closed_quotes(std::string words) {
  const auto count = [&](std::string_view mark) {
    std::size_t n = 0;
    for (std::size_t at = words.find(mark); at != std::string::npos; at = words.find(mark, at + 1)) ++n;
    return n;
  };
  if (count("\"") % 2 == 1) words += "\"";
  if (count("“") > count("”")) words += "”";
  return words;
}

bool has_proper_name(const Entity& entity) {
  return !entity.anonymous && !entity.name.empty() && !begins_small(entity.name);
}

std::string SummaryWords::quoted(Span span) const {
  std::string words = plain_line(text_.view(text_.byte(span.begin), text_.byte(span.end)));
  if (std::count(words.begin(), words.end(), '(') > std::count(words.begin(), words.end(), ')')) words += ")";
  return words;
}

std::string SummaryWords::country(const std::string& code) const {
  const auto known = countries_.find(code);
  return known == countries_.end() ? code : known->second;
}

std::string SummaryWords::name(const Entity& e) const {
  std::string name = plain_line(e.name);
  if (e.type != EntityType::person || !e.anonymous || e.roles.size() != 1 || !e.roles[0].of) return name;
  const Entity& body = record_.entities[*e.roles[0].of];
  const std::string its_name = plain_line(body.name), last = its_name.substr(its_name.rfind(' ') + 1);
  const bool tells_it = body.type == EntityType::country || name.find(last) != std::string::npos;
  return tells_it ? name : name + " of " + its_name;
}

std::string SummaryWords::label(Index entity) const {
  const Entity& e = record_.entities[entity];
  const bool vague = begins_small(e.name) || bearers_.at(e.name) > 1;
  if (is_of_register(entity)) return plain_line(e.name) + " (by the register)";
  std::string called = name(e);
  const std::string of = vague && !e.country.empty() ? country(e.country) : "";
  return of.empty() || called.find(of) != std::string::npos ? called : called + " (" + of + ")";
}

/// Whether the report has none of the words of a person's name.
bool SummaryWords::lacks_its_name(const Entity& e) const {
  if (!e.is_named_person() || e.mentions.empty() || !has_proper_name(e)) return false;
  const std::string name = plain_line(e.name), surname = name.substr(name.rfind(' ') + 1);
  return std::none_of(e.mentions.begin(), e.mentions.end(), [&](const Mention& m) {
    return m.kind == MentionKind::name || quoted(m.span).find(surname) != std::string::npos;
  });
}

std::string SummaryWords::labels(const std::vector<Index>& entities) const {
  std::string out;
  for (std::size_t i = 0; i < entities.size(); ++i) {
    out += (i == 0 ? "" : i + 1 == entities.size() ? " and " : ", ") + label(entities[i]);
  }
  return out;
}

bool SummaryWords::names_one(const std::vector<Index>& actors, Span words) const {
  return std::any_of(actors.begin(), actors.end(), [&](Index a) {
    const auto& mentions = record_.entities[a].mentions;
    return std::any_of(mentions.begin(), mentions.end(),
                       [&](const Mention& m) { return overlap(m.span, words) && m.kind != MentionKind::possessive; });
  });
}

/// The words that name them in a stretch, all if they stand together, or else the last; empty where it names none.
std::string SummaryWords::named_before(const std::vector<Index>& actors, Span before) const {
  constexpr std::uint32_t kTogether = 60;  // characters
  Span last{0, 0}, all{before.end, 0};
  for (const Index a : actors) {
    for (const Mention& m : record_.entities[a].mentions) {
      const bool named = m.kind == MentionKind::name || m.kind == MentionKind::title || m.kind == MentionKind::metonym;
      if (!named || !lies_in(m.span, before)) continue;
      all = {std::min(all.begin, m.span.begin), std::max(all.end, m.span.end)};
      if (m.span.begin >= last.begin) last = m.span;
    }
  }
  return quoted(last.end == 0 || all.end - all.begin > kTogether ? last : all);
}

std::string SummaryWords::evidence(const Evidence& evidence, const std::vector<Index>& actors, bool first) const {
  std::string words = quoted(evidence.span);
  if (evidence.sentence >= record_.sentences.size()) return words;
  const Span sentence = record_.sentences[evidence.sentence];
  constexpr auto kFewWords = 4;
  if (std::count(words.begin(), words.end(), ' ') < kFewWords) {
    words = quoted(sentence);
    if (words.ends_with('.')) words.pop_back();
    return words;
  }
  constexpr std::uint32_t kArticle = 5;  // characters before a name: "the "
  const Span beginning{evidence.span.begin, std::min(evidence.span.begin + kArticle, evidence.span.end)};
  const bool goes_on = begins_relative(words);
  if (!begins_small(words) || !lies_in(evidence.span, sentence) ||
      (!goes_on && (actors.empty() || names_one(actors, first ? beginning : evidence.span)))) {
    return words;
  }
  if (evidence.span.end - sentence.begin <= kLongestLead) return quoted({sentence.begin, evidence.span.end});
  const std::string who = named_before(actors, {sentence.begin, evidence.span.begin});
  return who.empty() ? (goes_on ? "… " : "") + words : who + " … " + words;
}

}  // namespace dragoman
