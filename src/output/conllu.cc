#include "output/conllu.h"

#include <algorithm>
#include <charconv>

namespace dragoman {

namespace {

void append_number(std::string& out, std::uint64_t n) {
  char digits[24];
  out.append(digits, std::to_chars(digits, digits + sizeof digits, n).ptr);
}

/// A comment's value stands on one line.
void append_on_one_line(std::string& out, std::string_view s) {
  for (const char c : s) out.push_back(static_cast<unsigned char>(c) < 0x20U ? ' ' : c);
}

std::string_view or_blank(std::string_view s) {
  return s.empty() ? "_" : s;
}

/// The token that `t` hangs on, white space stepped over; `t` itself at the root.
TokenIndex head_of(const Parse& parse, TokenIndex t) {
  TokenIndex head = parse[t].head;
  for (std::uint32_t step = 0; parse[head].is_space && step < parse.size(); ++step) {
    if (parse[head].head == head) return t;
    head = parse[head].head;
  }
  return head;
}

/// Per token the entity of the shortest mention that covers it, or -1.
std::vector<std::int64_t> entities_of_tokens(const Parse& parse, const Text& text, const Record& record) {
  struct Covered {
    TokenIndex begin;
    TokenIndex end;
    Index entity;
  };
  std::vector<Covered> mentions;
  const auto first_at = [&](std::uint32_t byte) {
    return static_cast<TokenIndex>(std::lower_bound(parse.tokens.begin(), parse.tokens.end(), byte,
                                                    [](const Token& t, std::uint32_t at) { return t.begin < at; }) -
                                   parse.tokens.begin());
  };
  for (Index e = 0; e < record.entities.size(); ++e) {
    for (const Mention& m : record.entities[e].mentions) {
      mentions.push_back({first_at(text.byte(m.span.begin)), first_at(text.byte(m.span.end)), e});
    }
  }
  std::stable_sort(mentions.begin(), mentions.end(),
                   [](const Covered& a, const Covered& b) { return a.end - a.begin > b.end - b.begin; });
  std::vector<std::int64_t> out(parse.size(), -1);
  for (const Covered& m : mentions) {
    for (TokenIndex t = m.begin; t < m.end; ++t) out[t] = m.entity;
  }
  return out;
}

}  // namespace

void append_conllu(std::string& out, const Parse& parse, const Text& text, const Record& record) {
  out += "# newdoc id = ";
  append_on_one_line(out, record.document.uri);
  out.push_back('\n');
  const std::vector<std::int64_t> entities = entities_of_tokens(parse, text, record);
  std::vector<std::uint32_t> numbers(parse.size(), 0);  // of the token in its sentence
  std::vector<std::string_view> labels(parse.size());
  for (const NameSpan& name : parse.names) {
    for (TokenIndex t = name.span.begin; t < name.span.end; ++t) labels[t] = name.label;
  }
  for (std::uint32_t s = 0; s < parse.sentences.size(); ++s) {
    const TokenSpan sentence = parse.sentences[s];
    std::uint32_t count = 0;
    TokenIndex last = sentence.begin;
    for (TokenIndex t = sentence.begin; t < sentence.end; ++t) {
      if (parse[t].is_space) continue;
      numbers[t] = ++count;
      last = t;
    }
    if (count == 0) continue;
    out += "# sent_id = s";
    append_number(out, s + 1);
    out += "\n# text = ";
    append_on_one_line(out, text.view(parse[sentence.begin].begin, parse[last].end));
    out.push_back('\n');
    for (TokenIndex t = sentence.begin; t < sentence.end; ++t) {
      const Token& token = parse[t];
      if (token.is_space) continue;
      const TokenIndex head = head_of(parse, t);
      append_number(out, numbers[t]);
      for (const std::string_view column : {token.text, or_blank(token.lemma), or_blank(to_string(token.pos)),
                                            or_blank(token.tag_label), or_blank(token.morph)}) {
        out.push_back('\t');
        out += column;
      }
      out.push_back('\t');
      append_number(out, head == t ? 0 : numbers[head]);
      out.push_back('\t');
      out += or_blank(token.relation_label);
      out += "\t_\tTokenRange=";
      append_number(out, text.code_point(token.begin));
      out.push_back(':');
      append_number(out, text.code_point(token.end));
      if (!token.space_after) out += "|SpaceAfter=No";
      if (token.name != NameType::none) {
        out += token.name_begin ? "|NER=B-" : "|NER=I-";
        out += labels[t];
      }
      if (entities[t] >= 0) {
        out += "|Entity=e";
        append_number(out, static_cast<std::uint64_t>(entities[t]) + 1);
      }
      out.push_back('\n');
    }
    out.push_back('\n');
  }
}

}  // namespace dragoman
