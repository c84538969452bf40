#include "document/zones.h"

#include "document/boilerplate.h"
#include "document/marks.h"
#include "text/ascii.h"

#include <algorithm>

namespace dragoman {

namespace {

// Lower case, runs of white space as one blank, curly apostrophes and quotes as straight ones.
std::string small_letters(std::string_view s) {
  std::string out;
  out.reserve(s.size());
  for (std::size_t i = 0; i < s.size(); ++i) {
    const char c = s[i];
    const std::string_view sign = static_cast<unsigned char>(c) < 0x80U ? std::string_view() : s.substr(i, 3);
    if (c == ' ' || c == '\n' || c == '\t' || c == '\r' || sign.starts_with("\xC2\xA0")) {
      i += sign.empty() ? 0 : 1;
      if (!out.empty() && out.back() != ' ') out += ' ';
    } else if (sign == "\xE2\x80\x98" || sign == "\xE2\x80\x99") {
      out += '\'';
      i += 2;
    } else if (sign == "\xE2\x80\x9C" || sign == "\xE2\x80\x9D") {
      out += '"';
      i += 2;
    } else {
      out += ascii_lower(c);
    }
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

// Holds every unit of the kind against the patterns. `next` gives the end of the unit that begins at a byte.
template <class Next>
void hold_units(Marks& marks, const BoilerplatePatterns& patterns, bool line, const Next& next) {
  constexpr std::size_t kLongestUnit = 400;
  const std::string_view all = marks.text();
  for (std::size_t at = skip_blank(all, 0); at < all.size();) {
    const std::size_t end = next(at);
    if (end - at <= kLongestUnit && !marks.is_marked(at)) {
      if (const BoilerplatePattern* met = patterns.find(small_letters(all.substr(at, end - at)), line)) {
        marks.mark(at, met->rest ? all.size() : end, met->why);
      }
    }
    at = skip_blank(all, std::max(end, at + 1));
  }
}

}  // namespace

void find_notices(Marks& marks, const BoilerplatePatterns& patterns) {
  const std::string_view all = marks.text();
  const auto line_end = [&](std::size_t at) { return std::min(all.find('\n', at), all.size()); };
  hold_units(marks, patterns, true, line_end);
  // A sentence ends where the parser says, and with its line.
  const auto& sentences = marks.parse().sentences;
  std::size_t sentence = 0;
  hold_units(marks, patterns, false, [&](std::size_t at) {
    const auto end_of = [&](std::size_t i) { return marks.parse()[sentences[i].end - 1].end; };
    while (sentence + 1 < sentences.size() && end_of(sentence) <= at) ++sentence;
    const std::size_t end = sentence < sentences.size() && end_of(sentence) > at ? end_of(sentence) : all.size();
    return std::min(end, line_end(at));
  });
}

void find_headline(Marks& marks, std::string_view title) {
  const std::string_view all = marks.text();
  const std::size_t begin = skip_blank(all, 0), end = std::min(all.find('\n', begin), all.size());
  if (end >= all.size() || marks.is_marked(begin)) return;
  const std::string line = small_letters(all.substr(begin, end - begin));
  if (!line.empty() && line == small_letters(title)) marks.mark(begin, end, BoilerplateKind::headline);
}

void find_zones(Story& story) {
  Marks marks(story);
  find_bylines(marks);
  find_datelines(marks);
  find_headline(marks, story.document.title);
  find_signature(marks);
  find_notices(marks, *story.lexicon.boilerplate);
  marks.finish();
}

}  // namespace dragoman
