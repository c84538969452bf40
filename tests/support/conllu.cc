#include "support/conllu.h"

#include <charconv>

namespace dragoman {

namespace {

std::string_view take(std::string_view& rest, char separator) {
  const std::size_t at = std::min(rest.find(separator), rest.size());
  const std::string_view part = rest.substr(0, at);
  rest.remove_prefix(std::min(at + 1, rest.size()));
  return part;
}

bool number(std::string_view s, std::uint32_t& out) {
  const auto [end, error] = std::from_chars(s.data(), s.data() + s.size(), out);
  return error == std::errc() && end == s.data() + s.size();
}

std::string_view keep(std::pmr::monotonic_buffer_resource& storage, std::string_view s) {
  char* bytes = static_cast<char*>(storage.allocate(s.size() + 1, 1));
  s.copy(bytes, s.size());
  bytes[s.size()] = '\0';
  return {bytes, s.size()};
}

}  // namespace

std::vector<std::pair<std::string, std::string_view>> split_conllu(std::string_view file) {
  constexpr std::string_view kNew = "# newdoc";
  std::vector<std::pair<std::string, std::string_view>> out;
  std::size_t at = file.find(kNew);
  if (at == std::string_view::npos) return {{"", file}};
  while (at != std::string_view::npos) {
    const std::size_t next = file.find(kNew, at + kNew.size());
    const std::string_view part = file.substr(at, next == std::string_view::npos ? next : next - at);
    const std::string_view first = part.substr(0, part.find('\n'));
    const std::size_t equals = first.find("= ");
    out.emplace_back(equals == std::string_view::npos ? "" : std::string(first.substr(equals + 2)), part);
    at = next;
  }
  return out;
}

Result<Parse> parse_from_conllu(std::string_view lines, const Text& text) {
  Parse parse;
  parse.storage = std::make_unique<std::pmr::monotonic_buffer_resource>();
  std::vector<std::string_view> relations;
  TokenIndex sentence = 0;
  int line_number = 0;
  const auto close = [&] {
    if (sentence < parse.size()) parse.sentences.push_back({sentence, parse.size()});
    sentence = parse.size();
  };
  while (!lines.empty()) {
    std::string_view line = take(lines, '\n');
    ++line_number;
    if (line.empty()) close();
    if (line.empty() || line.front() == '#') continue;
    std::string_view column[10];
    for (std::string_view& c : column) c = take(line, '\t');
    std::uint32_t head = 0, begin = 0, end = 0;
    const std::size_t range = column[9].find("TokenRange=");
    std::string_view rest = range == std::string_view::npos ? "" : column[9].substr(range + 11);
    rest = rest.substr(0, rest.find('|'));
    const std::string_view from = take(rest, ':');
    if (!number(column[6], head) || !number(from, begin) || !number(rest, end) || end > text.length()) {
      return Error{ErrorKind::input, "line " + std::to_string(line_number),
                   "expected ten columns with a head and TokenRange=begin:end within the text"};
    }
    const TokenIndex me = parse.size();
    Token& t = parse.tokens.emplace_back();
    t.begin = text.byte(begin);
    t.end = text.byte(end);
    t.text = text.view(t.begin, t.end);
    std::string lower(t.text);
    for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    t.lower = keep(*parse.storage, lower);
    t.start = word_start(t.text);
    t.lemma = keep(*parse.storage, column[2]);
    t.pos = pos_from(column[3]);
    t.tag_label = keep(*parse.storage, column[4]).data();
    t.tag = tag_from(column[4]);
    if (column[5] != "_") t.morph = keep(*parse.storage, column[5]).data();
    t.head = head == 0 ? me : sentence + head - 1;
    t.relation_label = keep(*parse.storage, column[7]).data();
    t.relation = head == 0 ? Relation::root : relation_from(column[7]);
    t.is_space = t.tag == Tag::sp;
    t.space_after = t.end < text.size() && text.view()[t.end] == ' ';
    if (const std::size_t ner = column[9].find("NER="); ner != std::string_view::npos) {
      std::string_view label = column[9].substr(ner + 4);
      label = label.substr(0, label.find('|'));
      t.name_begin = label.starts_with("B-");
      label.remove_prefix(std::min<std::size_t>(2, label.size()));
      t.name = name_type_from(label);
      if (t.name_begin || parse.names.empty() || parse.names.back().span.end != me) {
        parse.names.push_back({{me, me + 1}, t.name, keep(*parse.storage, label)});
      } else {
        parse.names.back().span.end = me + 1;
      }
    }
  }
  close();
  for (const Token& t : parse.tokens) {
    if (t.head >= parse.size()) return Error{ErrorKind::input, "", "a head lies outside its document"};
  }
  link(parse);
  return parse;
}

}  // namespace dragoman
