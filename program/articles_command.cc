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

std::string json_line(const Document& d, const std::string& note) {
  nlohmann::ordered_json json;
  const Moment moment = moment_of(d.published);
  json["uri"] = d.uri;
  for (const auto& [key, value] :
       {std::pair{"title", &d.title}, std::pair{"published", &moment.day}, std::pair{"time", &moment.time},
        std::pair{"agency", &d.agency}, std::pair{"byline", &d.byline}, std::pair{"language", &d.language},
        std::pair{"link", &d.link}, std::pair{"note", &note}}) {
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
  return fmt::format("{:<10}  {:<3}  {:>6}  {}  {}{}\n", d.published.empty() ? "-" : moment_of(d.published).day,
                     d.language.empty() ? "-" : d.language, count_words(d.text), cell(d.uri),
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
  std::size_t good = 0, foreign = 0, repeated = 0, failed = 0, aside = 0, undated = 0;
  while (auto document = source.next()) {
    if (!*document) {
      (document->error().kind == ErrorKind::aside ? aside : failed) += 1;
      progress.complain(document->error().to_string());
      continue;
    }
    Document& d = **document;
    for (const std::string& said : d.notes) progress.complain(d.uri + ": " + said);
    undated += d.published.empty();
    const Language language = language_of(d.text);
    if (!language.code.empty()) d.language = language.code;
    std::string note;
    if (!is_read(language)) {
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
  if (table || foreign + repeated + failed + aside > 0) {
    tell("{} reports, {} near copies, {} not in English, {} that cannot be read{}\n", good, repeated, foreign, failed,
         by_kind(aside, source.not_read()));
  }
  if (table && undated > 0) {
    tell("{} bring no day of their own, unless their text tells it; {}\n", undated, kHowToDate);
  }
  return failed == 0 ? kAllDone : kSomeFailed;
}

}  // namespace

namespace {

const std::map<std::string, InputFormat>& formats() {
  static const std::map<std::string, InputFormat> kFormats = {
      {"auto", InputFormat::by_content}, {"text", InputFormat::text},         {"jsonl", InputFormat::jsonl},
      {"json", InputFormat::json},       {"html", InputFormat::html},         {"csv", InputFormat::csv},
      {"feed", InputFormat::feed},       {"news", InputFormat::news},         {"warc", InputFormat::warc},
      {"mail", InputFormat::mail},       {"markdown", InputFormat::markdown}, {"rtf", InputFormat::rtf},
      {"pdf", InputFormat::pdf},         {"office", InputFormat::office},     {"nexis", InputFormat::nexis},
      {"factiva", InputFormat::factiva}, {"proquest", InputFormat::proquest}, {"ebsco", InputFormat::ebsco},
      {"gale", InputFormat::gale},       {"newsbank", InputFormat::newsbank}, {"bbc", InputFormat::monitoring}};
  return kFormats;
}

}  // namespace

std::size_t count_words(std::string_view text) {
  std::size_t words = 0;
  bool inside = false;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    words += inside && blank;
    inside = !blank;
  }
  return words + inside;
}

std::string by_kind(std::size_t aside, const std::map<std::string, std::size_t>& not_read) {
  std::string out = aside > 0 ? fmt::format(", {} set aside", aside) : "";
  const char* before = "; not read, by kind: ";
  for (const auto& [kind, count] : not_read) {
    out += fmt::format("{}{} {}", before, count, kind);
    before = ", ";
  }
  return out;
}

std::vector<Flag> InputFlags::flags() {
  std::vector<std::string> names = {"auto"};
  for (const auto& [name, value] : formats()) {
    if (name != "auto") names.push_back(name);
  }
  return {
      {"--input-format", "FORMAT",
       "What the named files hold; auto looks into them. news is NITF and NewsML, office DOCX, ODT, XLSX and ODS, "
       "nexis, factiva, proquest, ebsco, gale, newsbank and bbc (BBC Monitoring) are exports of these services",
       &format, std::move(names)},
      {"--published", "DATE", "Day on which documents without a date of their own were published, as 2016-12-03",
       &published},
      {"--date-order",
       "ORDER",
       "How to read 12/03/2019 where no other day of the file shows it: dmy is 12 March, mdy December 3, ymd is for "
       "years of two digits that stand first",
       &date_order,
       {"dmy", "mdy", "ymd"}},
      {"--date-from",
       "WHERE",
       "Where else to look for the day of a document that brings none: filename takes that of its file's name, such "
       "as 2015-02-21-lima.txt",
       &date_from,
       {"filename"}},
      {"--column", "FIELD=NAME",
       "The column of a CSV file that holds a field: text, title, published, uri, link, agency, byline or language; "
       "may be given several times",
       &columns}};
}

Result<InputOptions> InputFlags::options() const {
  const auto usage = [](std::string message) { return Error{ErrorKind::usage, "", std::move(message)}; };
  InputOptions options;
  options.format = formats().at(format);
  options.date_order = date_order == "dmy"   ? DateOrder::day_first
                       : date_order == "mdy" ? DateOrder::month_first
                       : date_order == "ymd" ? DateOrder::year_first
                                             : DateOrder::unknown;
  options.date_from_filename = date_from == "filename";
  options.published = published;
  if (!published.empty() && !is_calendar_day(published)) {
    return usage("--published is \"" + published + "\", expected a day such as 2016-12-03");
  }
  static const std::vector<std::string> kFields = {"text", "title",  "published", "uri",
                                                   "link", "agency", "byline",    "language"};
  for (const std::string& column : columns) {
    const std::size_t sign = column.find('=');
    const std::string field = column.substr(0, sign);
    if (sign == std::string::npos || sign + 1 == column.size() ||
        std::find(kFields.begin(), kFields.end(), field) == kFields.end()) {
      return usage("--column is \"" + column +
                   "\", expected FIELD=NAME with the field text, title, published, uri, link, agency, byline or "
                   "language");
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
      "Each PATH is a file, a folder of files, an archive (zip, tar, gz, bz2, xz, zst) or - for standard input. What a "
      "file holds is told by what is in it, whatever its name: plain text, pages, JSON, CSV with a header, feeds, NITF "
      "and "
      "NewsML, mail and mailboxes, Markdown, RTF, DOCX, ODT, XLSX, PDF with a text layer, crawls, and exports of "
      "LexisNexis, Nexis Uni, Factiva, ProQuest, EBSCO, Gale and NewsBank, of which each story is a report. What is "
      "none of these is "
      "named on standard error, and counted by kind.\n\n"
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
