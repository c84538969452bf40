#include "program/articles_command.h"

#include "articles/language.h"
#include "articles/near_copies.h"
#include "articles/source.h"
#include "program/files.h"
#include "program/terminal.h"
#include "text/dates.h"

#include <algorithm>
#include <memory>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace dragoman {

namespace {

struct ArticlesOptions {
  std::vector<std::string> paths;
  std::string format;
  InputFlags input;
  FileChoice files;
};

std::size_t words_in(std::string_view text) {
  std::size_t words = 0;
  bool inside = false;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    words += inside && blank;
    inside = !blank;
  }
  return words + inside;
}

std::string json_line(const Document& d, const std::string& note) {
  nlohmann::ordered_json json;
  json["uri"] = d.uri;
  for (const auto& [key, value] :
       {std::pair{"title", &d.title}, std::pair{"published", &d.published}, std::pair{"agency", &d.agency},
        std::pair{"language", &d.language}, std::pair{"link", &d.link}, std::pair{"note", &note}}) {
    if (!value->empty()) json[key] = *value;
  }
  json["text"] = d.text;
  return json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

std::string table_row(const Document& d, const std::string& note) {
  const auto cell = [](std::string_view text) {
    std::string out;
    for (const char c : text) out.push_back(static_cast<unsigned char>(c) < 0x20U ? ' ' : c);
    return out;
  };
  return fmt::format("{:<10}  {:<3}  {:>6}  {}  {}{}\n", d.published.empty() ? "-" : d.published,
                     d.language.empty() ? "-" : d.language, words_in(d.text), cell(d.uri),
                     d.title.empty() ? "" : "\"" + cell(d.title) + "\"", note.empty() ? "" : "  [" + note + "]");
}

int show_articles(const ArticlesOptions& o) {
  auto options = o.input.options();
  if (!options) return cannot_run(options.error());
  if (o.paths.empty()) return cannot_run({ErrorKind::usage, "", "name files, folders or archives to look into"});
  const auto lexicon = find_lexicon(o.files);
  if (!lexicon) return cannot_run(lexicon.error());
  const auto words = PageWords::load(*lexicon / "articles");
  if (!words) return cannot_run(words.error());
  const bool table = o.format.empty() ? is_terminal(stdout) : o.format == "table";
  DocumentSource source(o.paths, std::move(*options), *words);
  NearCopies copies;
  std::vector<std::string> names;  // of the texts in `copies`
  Progress progress;
  std::size_t good = 0, foreign = 0, repeated = 0, failed = 0;
  while (auto document = source.next()) {
    if (!*document) {
      ++failed;
      progress.clear();
      fmt::print(stderr, "dragoman: {}\n", document->error().to_string());
      continue;
    }
    Document& d = **document;
    const Language language = language_of(d.text);
    if (!language.code.empty()) d.language = language.code;
    std::string note;
    if (!language.code.empty() && language.code != "en") {
      note = "in " + language.name + ", set aside";
      ++foreign;
    } else if (const auto copy = copies.find_or_add(d.text)) {
      note = "near copy of " + names[copy->text];
      ++repeated;
    } else {
      names.push_back(d.uri);
    }
    good += note.empty();
    if (print_result(table ? table_row(d, note) : json_line(d, note)) != kAllDone) return kCannotRun;
    progress.show(good + foreign + repeated, source.fraction_read());
  }
  progress.clear();
  if (table || foreign + repeated + failed > 0) {
    fmt::print(stderr, "{} reports, {} near copies, {} not in English, {} that cannot be read\n", good, repeated,
               foreign, failed);
  }
  return failed == 0 ? kAllDone : kSomeFailed;
}

}  // namespace

std::vector<Flag> InputFlags::flags() {
  return {{"--input-format",
           "FORMAT",
           "What the named files hold; auto goes by the ending of their names",
           &format,
           {"auto", "text", "jsonl", "html", "csv", "feed", "warc"}},
          {"--published", "DATE", "Day on which documents without a date of their own were published, as 2016-12-03",
           &published},
          {"--column", "FIELD=NAME",
           "The column of a CSV file that holds a field: text, title, published, uri, link, agency or language; may be "
           "given several times",
           &columns}};
}

Result<InputOptions> InputFlags::options() const {
  const auto usage = [](std::string message) { return Error{ErrorKind::usage, "", std::move(message)}; };
  static const std::map<std::string, InputFormat> kFormats = {
      {"auto", InputFormat::by_ending}, {"text", InputFormat::text}, {"jsonl", InputFormat::jsonl},
      {"html", InputFormat::html},      {"csv", InputFormat::csv},   {"feed", InputFormat::feed},
      {"warc", InputFormat::warc}};
  InputOptions options;
  options.format = kFormats.at(format);
  options.published = published;
  if (!published.empty() && !is_calendar_day(published)) {
    return usage("--published is \"" + published + "\", expected a day such as 2016-12-03");
  }
  static const std::vector<std::string> kFields = {"text", "title", "published", "uri", "link", "agency", "language"};
  for (const std::string& column : columns) {
    const std::size_t sign = column.find('=');
    const std::string field = column.substr(0, sign);
    if (sign == std::string::npos || sign + 1 == column.size() ||
        std::find(kFields.begin(), kFields.end(), field) == kFields.end()) {
      return usage("--column is \"" + column +
                   "\", expected FIELD=NAME with the field text, title, published, uri, link, agency or language");
    }
    options.columns[field] = column.substr(sign + 1);
  }
  return options;
}

Command articles_command() {
  auto o = std::make_shared<ArticlesOptions>();
  Command command;
  command.name = "articles";
  command.summary = "Show what would be read: the reports in files, pages, feeds and archives";
  command.description =
      "Each PATH is a file, a folder of files, an archive (zip, tar, gz, bz2, xz, zst) or - for standard input. By the "
      "ending of their names, files are plain text (.txt), pages (.html), JSON Lines (.jsonl, .ndjson), CSV with a "
      "header (.csv, .tsv), feeds (.rss, .atom, .xml) or crawls (.warc).\n\n"
      "Of a page the report is taken, without navigation, captions and comments, and its title, date, publisher, "
      "language and link. A report that is not in English, and a near copy of one before it, is shown with a note.\n\n"
      "Exit codes: 0 all could be read, 1 some could not, 2 nothing was done.";
  command.flags = {{"PATH", "", "Files, folders and archives to look into", &o->paths},
                   {"--format",
                    "FORMAT",
                    "table (the default on a terminal) or jsonl, one report a line, which `dragoman read` takes again",
                    &o->format,
                    {"table", "jsonl"}}};
  for (Flag& flag : o->input.flags()) command.flags.push_back(std::move(flag));
  command.flags.push_back({"--lexicon", "DIR", "Folder of the lexicon", &o->files.lexicon});
  command.run = [o] { return show_articles(*o); };
  return command;
}

}  // namespace dragoman
