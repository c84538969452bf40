#include "program/read_command.h"

#include "articles/source.h"
#include "output/calendar.h"
#include "output/conllu.h"
#include "output/event_table.h"
#include "output/summary.h"
#include "positions/stances.h"
#include "program/articles_command.h"
#include "program/event_data_flags.h"
#include "program/files.h"
#include "program/ordered.h"
#include "program/terminal.h"
#include "query/names.h"
#include "reader/core.h"
#include "reader/set_aside.h"
#include "record/record_json.h"

#include <cerrno>
#include <cstring>
#include <memory>

#include <fmt/format.h>

namespace dragoman {

namespace {

struct ReadOptions {
  std::vector<std::string> paths;
  std::string format, output;
  InputFlags input;
  FileChoice files;
  bool raw = false, all_statuses = false;
  int jobs = 0;
};

/// Where the results go. A reader that has gone away (a closed pipe) is no error: the work just ends.
class Sink {
 public:
  /// False when the file cannot be opened; errno says why.
  bool open(const std::string& path) {
    if (!path.empty() && path != "-") file_ = std::fopen(path.c_str(), "wb");
    return file_ != nullptr;
  }
  bool write(std::string_view bytes) {
    if (failed_) return false;
    failed_ = std::fwrite(bytes.data(), 1, bytes.size(), file_) != bytes.size();
    if (failed_) errno_ = errno;
    return !failed_;
  }
  /// Flushes and closes; nothing when all was written or the pipe was closed, else the reason.
  std::string close() {
    const bool flushed = std::fflush(file_) == 0;
    if (!flushed && !failed_) errno_ = errno;
    failed_ = failed_ || !flushed;
    if (file_ != stdout && std::fclose(file_) != 0 && !failed_) failed_ = true, errno_ = errno;
    return !failed_ || errno_ == EPIPE ? "" : std::strerror(errno_);
  }

 private:
  std::FILE* file_ = stdout;
  bool failed_ = false;
  int errno_ = 0;
};

struct Outcome {
  std::string bytes;
  bool failed = false;
  std::string message;  // why it was not read
  std::vector<std::string> notes;
  std::size_t left_out = 0;  // events that have no place in the table
};

/// An Error about the options as a whole, or nothing.
std::optional<Error> check(ReadOptions& o) {
  const auto usage = [](std::string message) { return Error{ErrorKind::usage, "", std::move(message)}; };
  if (o.format.empty()) {
    o.format = o.raw ? "conllu" : o.output.empty() && is_terminal(stdout) ? "summary" : "jsonl";
  }
  if (o.raw && o.format != "conllu") {
    return usage("--raw is the language layer alone, which only --format conllu can show; found --format " + o.format);
  }
  if (o.raw && !o.files.verbs.empty()) return usage("--raw codes no events, so that --verbs has nothing to do");
  if (o.files.explain && o.format != "json" && o.format != "jsonl") {
    return usage("--explain says how items were found, which --format json and jsonl can show; found --format " +
                 o.format);
  }
  if (auto error = check_all_statuses(o.all_statuses, o.format)) return error;
  const auto threads = threads_for(o.jobs);
  if (!threads) return threads.error();
  o.jobs = *threads;
  if (o.paths.empty()) {
    if (is_terminal(stdin)) return usage("name files or folders to read, or give a text on standard input");
    o.paths = {"-"};
  }
  return std::nullopt;
}

EventTable event_table(const std::string& format) {
  return format == "cameo" ? EventTable::cameo : EventTable::plover;
}

/// What stands before all documents in a format, and after.
std::string opening(const std::string& format, const std::optional<EventData>& event_data) {
  if (event_data) return event_data->header();
  if (format == "plover" || format == "cameo") return event_table_header(event_table(format));
  return format == "ics" ? calendar_begin() : "";
}
std::string closing(const std::string& format) {
  return format == "ics" ? calendar_end() : "";
}

/// Turns one document into what is printed of it.
class Printer {
 public:
  Printer(const ReaderCore& reader, const ReadOptions& options, const std::optional<EventData>& event_data,
          std::map<std::string, std::string, std::less<>> countries)
      : reader_(reader),
        event_data_(event_data),
        all_statuses_(options.all_statuses),
        format_(options.format),
        depth_(options.raw ? ReaderCore::Depth::language : ReaderCore::Depth::record),
        style_{terminal_width(stdout), options.output.empty() && wants_colour(stdout), std::move(countries),
               reader.stances().envisaged} {}

  Outcome print(const Result<Document>& document, Engine::Workspace& workspace) const {
    if (!document) return {{}, is_fault(document.error()), document.error().to_string(), {}};
    auto outcome = set_aside_on_failure(document->uri, [&] { return print_read(*document, workspace); });
    if (!outcome) return {{}, is_fault(outcome.error()), outcome.error().to_string(), {}};
    return std::move(*outcome);
  }

 private:
  Result<Outcome> print_read(const Document& document, Engine::Workspace& workspace) const {
    Outcome out;
    for (const std::string& note : document.notes) out.notes.push_back(document.uri + ": " + note);
    auto reading = reader_.read(document, workspace, depth_);
    if (!reading) return reading.error();
    if (format_ == "conllu") {
      append_conllu(out.bytes, reading->parse, *reading->text, reading->record);
    } else if (format_ == "plover" || format_ == "cameo") {
      append_event_table(out.bytes, event_table(format_), reading->record, *reading->text);
    } else if (event_data_) {
      out.left_out =
          event_data_->append(out.bytes, reading->record, reader_.generator(), *reading->text, all_statuses_);
    } else if (format_ == "ics") {
      append_calendar(out.bytes, reading->record, *reading->text);
    } else if (format_ == "summary") {
      append_summary(out.bytes, reading->record, *reading->text, style_);
    } else {
      reading->parse = Parse();  // before the record is written, which takes about eight times the bytes of the text
      append_record_json(out.bytes, reading->record, *reading->text, reader_.generator(), format_ == "json" ? 2 : 0);
      out.bytes.push_back('\n');
    }
    return out;
  }

  const ReaderCore& reader_;
  const std::optional<EventData>& event_data_;  // of --format polecat and icews alone
  bool all_statuses_;
  std::string format_;
  ReaderCore::Depth depth_;
  SummaryStyle style_;
};

/// Keeps the reader until the process ends, and takes it not down then: to give back the lexicon's many pieces of
/// memory one by one takes a tenth of the time that a short report needs.
const ReaderCore& kept_to_the_end(std::unique_ptr<const ReaderCore> reader) {
  static const ReaderCore* kept = nullptr;
  kept = reader.release();
  return *kept;
}

/// Says what the reader lacks.
void tell_of_reader(const ReaderCore& reader, bool raw) {
  if (reader.gazetteer() == nullptr && !raw) {
    tell(
        "dragoman: found no gazetteer, so that only the lexicon's places are known; "
        "`dragoman gazetteer import` makes one\n");
  }
  for (const std::string& note : reader.notes()) tell("dragoman: {}\n", note);
}

/// The names of countries for a summary; none for other formats.
Result<std::map<std::string, std::string, std::less<>>> countries_for(std::string_view format,
                                                                      const std::filesystem::path& lexicon) {
  if (format != "summary") return std::map<std::string, std::string, std::less<>>();
  return countries_by_code(lexicon);
}

int read_all(ReadOptions o) {
  if (auto error = check(o)) return cannot_run(*error);
  auto input = o.input.options();
  if (!input) return cannot_run(input.error());
  const auto files = find_files(o.files);
  if (!files) return cannot_run(files.error());
  auto opened = ReaderCore::open(*files);
  if (!opened) return cannot_run(opened.error());
  const ReaderCore& reader = kept_to_the_end(std::move(*opened));
  tell_of_reader(reader, o.raw);
  Sink sink;
  if (!sink.open(o.output)) {
    return cannot_run({ErrorKind::output, o.output, std::string("cannot be written: ") + std::strerror(errno)});
  }
  DocumentSource source(o.paths, std::move(*input), reader.pages());
  std::optional<TableWords> words;
  std::optional<EventData> event_data;
  if (const auto layout = event_layout(o.format)) {
    auto read = TableWords::load(files->lexicon / "tables");
    if (!read) return cannot_run(read.error());
    words = std::move(*read);
    event_data.emplace(*layout, *words, reader.gazetteer());
  }
  auto countries = countries_for(o.format, files->lexicon);
  if (!countries) return cannot_run(countries.error());
  const Printer printer(reader, o, event_data, std::move(*countries));
  Progress progress;
  std::size_t done = 0, failed = 0, left_out = 0;
  sink.write(opening(o.format, event_data));
  work_in_order(
      o.jobs, [&] { return source.next(); },
      [&] {
        return [&printer, workspace = std::make_unique<Engine::Workspace>()](const Result<Document>& document) {
          return printer.print(document, *workspace);
        };
      },
      [&](Outcome&& outcome) {
        ++done;
        for (const std::string& note : outcome.notes) progress.complain(note);
        if (!outcome.message.empty()) {
          failed += outcome.failed ? 1 : 0;
          progress.complain(outcome.message);
          return true;
        }
        left_out += outcome.left_out;
        const bool go_on = sink.write(outcome.bytes);
        progress.show(done, source.fraction_read());
        return go_on;
      });
  progress.clear();
  tell_left_out(left_out);
  sink.write(closing(o.format));
  if (const std::string why = sink.close(); !why.empty()) {
    return cannot_run(
        {ErrorKind::output, o.output.empty() ? "standard output" : o.output, "cannot be written: " + why});
  }
  return failed == 0 ? kAllDone : kSomeFailed;
}

}  // namespace

Command read_command() {
  auto o = std::make_shared<ReadOptions>();
  Command command;
  command.name = "read";
  command.summary = "Read reports and print what they say";
  command.description =
      "Each PATH is a file, a folder of files, an archive, or - for standard input, which is read when no PATH is "
      "given. What files hold is told by what is in them, as `dragoman articles` shows.\n\n"
      "A document that is not in English is set aside, and said so on standard error.\n\n"
      "A document that cannot be read is reported on standard error and the others go on. Exit codes: 0 all documents "
      "were read, 1 some could not be, 2 nothing was done because of the options, the model or the lexicon.\n\n"
      "The same documents, model and lexicon give the same bytes, in the order of the documents, whatever --jobs says.";
  command.flags = {
      {"PATH", "", "Files and folders to read", &o->paths},
      {"--format",
       "FORMAT",
       "What to print: summary for people (the default on a terminal), json indented, jsonl one record a line (the "
       "default otherwise), conllu tokens and their parse, plover, cameo, polecat and icews tables of events "
       "(docs/tables.md), "
       "ics a calendar",
       &o->format,
       {"summary", "json", "jsonl", "conllu", "plover", "cameo", "polecat", "icews", "ics"}},
      all_statuses_flag(o->all_statuses),
      {"-o,--output", "FILE", "Write there and not to standard output", &o->output},
      {"--verbs", "FILE",
       "A verb dictionary of your own in the notation of PETRARCH 2; its events stand beside the others and name their "
       "entry",
       &o->files.verbs},
      {"--doubtful", "", "Print also what is too doubtful to be stated, with its confidence", &o->files.keep_doubtful},
      {"--explain", "", "Say of each item how it was found: \"why\" in the records of json and jsonl",
       &o->files.explain},
      {"--raw", "", "Print the language layer alone as CoNLL-U, as the model has it", &o->raw},
      {"-j,--jobs", "N", "Threads; 0, the default, stands for one a core", &o->jobs},
  };
  for (Flag& flag : o->input.flags()) command.flags.push_back(std::move(flag));
  command.flags.push_back(
      {"--actors", "FILE", "Your own dictionary of actors, in the notation of PETRARCH and Phoenix", &o->files.actors});
  command.flags.push_back(
      {"--agents", "FILE", "Your own dictionary of agents, in the same notation", &o->files.agents});
  for (Flag& flag : file_flags(o->files)) command.flags.push_back(std::move(flag));
  command.run = [o] { return read_all(*o); };
  return command;
}

}  // namespace dragoman
