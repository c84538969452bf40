#include "statements/quotations.h"

#include "language/paragraphs.h"

#include <string_view>

namespace dragoman {

namespace {

enum class Mark { none, open, close, either };

// What a token is as a mark of the double style; single marks are too often apostrophes to trust alone.
Mark mark_of(const Token& t) {
  const std::string_view s = t.text;
  if (s == "\xE2\x80\x9C" || s == "``" || s == "\xC2\xAB" || s == "\xE2\x80\x9E" || s == "\xE2\x80\x98\xE2\x80\x98")
    return Mark::open;
  if (s == "\xE2\x80\x9D" || s == "\xC2\xBB" || s == "\xE2\x80\x99\xE2\x80\x99") return Mark::close;
  if (s == "\"" || s == "''") return Mark::either;
  return Mark::none;
}

// Two single marks side by side are one double mark: the tokenizer parts them.
Mark mark_of_two(const Parse& parse, TokenIndex t) {
  const std::string_view s = parse[t].text;
  if (t + 1 >= parse.size() || parse[t].space_after || parse[t + 1].text != s) return Mark::none;
  if (s == "`" || s == "\xE2\x80\x98") return Mark::open;
  if (s == "\xE2\x80\x99") return Mark::close;
  return s == "'" ? Mark::either : Mark::none;
}

bool has_blank_before(const Parse& parse, TokenIndex t) {
  return t == 0 || parse[t - 1].space_after || parse[t - 1].is_space;
}

bool opens(const Parse& parse, TokenIndex t) {
  return has_blank_before(parse, t) && !parse[t].space_after;
}

bool closes(const Parse& parse, TokenIndex t) {
  return !has_blank_before(parse, t) && (parse[t].space_after || t + 1 == parse.size() || parse[t + 1].is_space);
}

// Where a quotation in single marks closes that opens at `t`, or kNoToken: ‘The road is open,’ she said. Only a mark
// behind a comma, full stop, ! or ? closes one, so that no apostrophe does.
TokenIndex single_end(const Parse& parse, TokenIndex t) {
  const bool curly = parse[t].text == "\xE2\x80\x98";
  if (!curly && !(parse[t].text == "'" && parse[t].tag == Tag::open_quote)) return kNoToken;
  if (!opens(parse, t)) return kNoToken;
  constexpr TokenIndex kLongest = 300;
  for (TokenIndex end = t + 2; end < parse.size() && end - t < kLongest && !breaks_paragraph(parse[end]); ++end) {
    if (parse[end].text != (curly ? "\xE2\x80\x99" : "'") || parse[end].tag == Tag::pos) continue;
    const std::string_view before = parse[end - 1].text;
    if (before == "," || before == "." || before == "!" || before == "?") return end;
  }
  return kNoToken;
}

}  // namespace

std::vector<Quotation> find_quotations(const Parse& parse) {
  std::vector<Quotation> found;
  constexpr TokenIndex kLongest = 1200;
  bool open = false;
  Quotation current;
  const auto finish = [&](TokenIndex inside_end, TokenIndex outside_end, bool closed) {
    current.inside.end = inside_end;
    current.outside.end = outside_end;
    current.closed = closed;
    while (current.inside.size() > 0 && parse[current.inside.end - 1].is_space) --current.inside.end;
    while (current.inside.size() > 0 && parse[current.inside.begin].is_space) ++current.inside.begin;
    if (current.inside.size() > 0) found.push_back(current);
    open = false;
  };
  for (TokenIndex t = 0; t < parse.size(); ++t) {
    if (const TokenIndex end = open ? kNoToken : single_end(parse, t); end != kNoToken) {
      current = {{t + 1, end}, {t, end + 1}, true};
      finish(end, end + 1, true);
      t = end;
      continue;
    }
    Mark mark = mark_of_two(parse, t);
    const TokenIndex width = mark == Mark::none ? 1 : 2;
    if (mark == Mark::none) mark = mark_of(parse[t]);
    if (mark == Mark::either) {
      mark = open ? (opens(parse, t) && breaks_paragraph(parse[t == 0 ? 0 : t - 1]) ? Mark::open : Mark::close)
                  : Mark::open;
    }
    // ”The road is open,“ she said: the two marks in each other's place.
    if (mark == Mark::close && !open && opens(parse, t)) mark = Mark::open;
    if (mark == Mark::open && open && closes(parse, t)) mark = Mark::close;
    if (mark == Mark::open) {
      // Left open before: either the quotation goes on in a new paragraph, or its end was never written.
      if (open) finish(t, t, false);
      current = {{t + width, t + width}, {t, t}, true};
      open = true;
    } else if (mark == Mark::close && open) {
      finish(t, t + width, true);
    } else if (open && (t - current.inside.begin > kLongest || breaks_paragraph(parse[t]))) {
      // Behind a paragraph's end it goes on only if the next one opens again.
      finish(t, t, false);
    }
    t += width - 1;
  }
  if (open) finish(parse.size(), parse.size(), false);
  return found;
}

}  // namespace dragoman
