#include "articles/language.h"
#include "clauses/attached_clauses.h"
#include "clauses/for_clauses.h"
#include "clauses/headline_lists.h"
#include "clauses/headline_passives.h"
#include "clauses/headline_plans.h"
#include "clauses/second_speakers.h"
#include "clauses/told_clauses.h"
#include "confidence/weights.h"
#include "document/layout_words.h"
#include "events/frames.h"
#include "language/hyphenated_words.h"
#include "language/lemma_repair.h"
#include "language/list_marks.h"
#include "language/lost_subjects.h"
#include "language/parted_clauses.h"
#include "petrarch/dictionary.h"
#include "reader/capitals.h"
#include "reader/core.h"
#include "reader/rooms.h"
#include "reader/set_aside.h"
#include "record/record_json.h"
#include "record/spans.h"
#include "statements/cues.h"
#include "story/story.h"
#include "text/limits.h"
#include "text/readable_text.h"
#include "text/sentence_breaks.h"
#include "text/sha256.h"
#include "text/utf8.h"
#include "who/names.h"
#include "who/office_lists.h"

#include <algorithm>
#include <array>
#include <future>
#include <optional>

namespace dragoman {

Result<std::unique_ptr<const ReaderCore>> ReaderCore::open(const ReaderFiles& files) {
  std::unique_ptr<ReaderCore> core(new ReaderCore);
  core->explain_ = files.explain;
  // The model is opened beside the lexicon, on a thread of its own where the system gives one.
  auto opened = std::async([&] { return Engine::open(files.model); });
  auto lexicon = Lexicon::load(files.lexicon, files.actors, files.agents);
  if (!lexicon) return lexicon.error();
  core->lexicon_ = std::move(*lexicon);
  if (files.keep_doubtful) {
    ConfidenceWeights all = *core->lexicon_.confidence;
    all.keep_doubtful();
    core->lexicon_.confidence = std::make_unique<const ConfidenceWeights>(std::move(all));
  }
  if (!files.verbs.empty()) {
    if (auto error = core->lexicon_.add_dictionary(files.verbs)) return *error;
    const PetrarchDictionary& dictionary = *core->lexicon_.dictionary;
    for (const Error& fault : dictionary.faults)
      core->notes_.push_back(fault.to_string() + "; the pattern is left out");
    if (const auto& lines = dictionary.transformations; !lines.empty()) {
      core->notes_.push_back(dictionary.name + ":" + std::to_string(lines.front()) + ": " +
                             std::to_string(lines.size()) + " verb transformations (~) are left out");
    }
  }
  auto engine = opened.get();
  if (!engine) return engine.error();
  core->engine_ = std::move(*engine);
  if (!files.gazetteer.empty()) {
    auto gazetteer = Gazetteer::open(files.gazetteer);
    if (!gazetteer) return gazetteer.error();
    core->gazetteer_ = std::move(*gazetteer);
  }
  core->generator_ = {DRAGOMAN_VERSION, core->engine_->model_name(), core->lexicon_.digest};
  return std::unique_ptr<const ReaderCore>(std::move(core));
}

namespace {

void forget_reasons(Record& record) {
  const auto clear = [](auto& list) {
    for (auto& item : list) item.why.clear();
  };
  clear(record.events);
  clear(record.statements);
  clear(record.positions);
  clear(record.meetings);
  clear(record.agenda);
  clear(record.entities);
}

/// The text without signs for the eye alone and with small letters where it is in capitals; nothing where it has
/// neither or cannot be read at all.
std::optional<ReadableText> readable_form(const std::string& text, const CaseKnowledge& knowledge) {
  if (text.size() > kMaxDocumentBytes || why_no_text(text)) return std::nullopt;
  const WhoLexicon& who = *knowledge.lexicon.who;
  const auto is_country = [&](std::string_view words) {
    const auto known = who.names.find(words);
    return (known && who.known[*known].type == EntityType::country) || who.peoples.find(words);
  };
  auto readable = readable_text(text, knowledge.lexicon.layout->short_forms, is_country);
  auto restored = with_case_restored(readable ? readable->text : text, knowledge);
  if (!restored) return readable;
  if (!readable) {
    readable.emplace();
    readable->length = static_cast<std::uint32_t>(code_point_count(*restored));
  }
  readable->text = std::move(*restored);
  return readable;
}

/// A name of somebody, or a noun for people, bodies or offices.
bool names_somebody(const Token& noun, const WhoLexicon& who) {
  const bool name = noun.name == NameType::person || noun.name == NameType::org || noun.name == NameType::norp ||
                    noun.name == NameType::gpe;
  return name || who.title_phrases.find(noun.lower) || who.noun_phrases.find(noun.lower);
}

/// With the full stops of its short forms: "parents of Capt. Ana Paz".
std::string with_full_stops(std::string_view words, const ShortForms& short_forms) {
  std::string out;
  while (!words.empty()) {
    const std::size_t blank = std::min(words.find(' '), words.size());
    const bool stops = blank < words.size() && short_forms.words.contains(words.substr(0, blank));
    out += words.substr(0, blank);
    if (stops) out += '.';
    if (blank < words.size()) out += ' ';
    words.remove_prefix(std::min(blank + 1, words.size()));
  }
  return out;
}

/// Names and labels in the letters of the text as given: "the minister's aide" that the text writes with a curly
/// apostrophe, "parents of Capt Ana Paz" that it writes with a full stop.
void write_as_given(Record& record, std::string_view given, const ShortForms& short_forms) {
  constexpr std::string_view kCurly = "\xE2\x80\x99";
  const bool has_curly = given.find(kCurly) != std::string_view::npos;
  const auto write = [&](std::string& words) {
    const bool quoted = has_curly && words.find('\'') != std::string::npos;
    std::string stopped = with_full_stops(words, short_forms);
    if ((!quoted && stopped == words) || given.find(words) != std::string_view::npos) return;
    for (std::string& form : std::array<std::string, 2>{words, std::move(stopped)}) {
      std::string curly;
      for (const char c : form) curly += c == '\'' && has_curly ? kCurly : std::string_view(&c, 1);
      for (std::string* each : {&form, &curly}) {
        if (given.find(*each) == std::string_view::npos) continue;
        words = std::move(*each);
        return;
      }
    }
  };
  for (Entity& entity : record.entities) write(entity.name);
  for (Place& place : record.places) write(place.name);
  for (Issue& issue : record.issues) write(issue.label);
  for (AgendaItem& item : record.agenda) write(item.what);
}

/// What was found in the readable text as places of the text as given.
void put_back(Reading& reading, Text given, const ReadableText& readable, const ShortForms& short_forms) {
  for_each_span(reading.record, [&](Span& span) {
    span = {readable.begin_of(span.begin), std::max(readable.begin_of(span.begin), readable.end_of(span.end))};
  });
  for (Token& token : reading.parse.tokens) {
    const Text& read = *reading.text;
    token.begin = given.byte(readable.begin_of(read.code_point(token.begin)));
    token.end = std::max(token.begin, given.byte(readable.end_of(read.code_point(token.end))));
  }
  write_as_given(reading.record, given.view(), short_forms);
  reading.record.document.id = sha256_id(given.view());
  reading.record.document.length = given.length();
  reading.readable = std::move(reading.text);
  reading.text = std::make_unique<const Text>(std::move(given));
}

/// What `read()` gives; where it fails inside, an Error, and the workspace is made anew, since it may be half written.
template <class Read>
auto read_or_set_aside(const Document& document, Engine::Workspace& workspace, const Read& read) {
  bool ended = false;
  auto result = set_aside_on_failure(document.uri, [&] {
    auto whole = read();
    ended = true;
    return whole;
  });
  if (!ended) workspace = Engine::Workspace();
  return result;
}

}  // namespace

std::optional<Error> ReaderCore::read_story(const Document& document, Engine::Workspace& workspace, Depth depth,
                                            Reading& reading, std::optional<Story>& story) const {
  if (document.text.size() > kMaxDocumentBytes) return document_too_long(document.uri);
  if (auto why = why_no_text(document.text)) return Error{ErrorKind::input, document.uri, *why};
  auto text = Text::from_utf8(document.text);
  if (!text) return text.error();
  reading.text = std::make_unique<const Text>(std::move(*text));
  auto language = Reader::language(document);
  if (!language) return language.error();
  // The language layer alone shows the sentences that the model finds.
  const auto breaks = depth == Depth::record ? sentence_breaks(reading.text->view(), lexicon_.layout->leads_on)
                                             : std::vector<std::uint32_t>();
  const auto parts = breaks_at_headings(reading.text->view(), breaks);
  reading.parse = engine_->parse(*reading.text, workspace, nullptr, breaks, parts);
  join_list_marks(reading.parse, breaks);
  story.emplace(document, *reading.text, reading.parse, lexicon_.vocabularies(), gazetteer_.get());
  if (depth == Depth::language) {
    describe_document(*story);
    story->record.document.language = std::move(*language);
    return std::nullopt;
  }
  begin_story(*story);
  const std::size_t sentences = reading.parse.sentences.size();
  part_from_datelines(*story, reading.parse, workspace);
  mend_headline_lists(reading.parse, *reading.text, [&](const Text& t) { return engine_->parse(t, workspace); });
  mend_lemmas(reading.parse);
  mend_hyphenated_words(reading.parse);
  mend_coordination(reading.parse);
  mend_lost_subjects(reading.parse);
  mend_parted_clauses(reading.parse);
  mend_second_speakers(reading.parse, [&](const Token& verb) {
    const Cue* cue = lexicon_.cues->verb(verb.lemma);
    return cue != nullptr && cue->quotes();
  });
  mend_for_clauses(reading.parse, *lexicon_.signatures);
  mend_told_clauses(
      reading.parse,
      [&](const Token& verb, bool with_object) {
        const Cue* cue = lexicon_.cues->verb(verb.lemma);
        return cue != nullptr && cue->kind == Cue::Kind::speech && (!with_object || cue->hearer);
      },
      [&](const Token& noun) { return lexicon_.cues->messages.contains(noun.lemma); });
  mend_headline_plans(reading.parse, [&](const Token& noun) { return names_somebody(noun, *lexicon_.who); });
  mend_headline_passives(reading.parse, [&](const Token& verb, bool to_act) {
    return to_act ? lexicon_.events->is_told_to(verb) : lexicon_.events->is_done_to(verb);
  });
  mend_attached_clauses(reading.parse,
                        [&](const Token& verb, const Token& noun) { return lexicon_.events->takes(verb, noun); });
  mend_office_lists(reading.parse, *reading.text, *lexicon_.who);
  cut_long_sentences(reading.parse, kLongestSentence);
  if (reading.parse.sentences.size() != sentences) {  // what was laid down is of others
    story.emplace(document, *reading.text, reading.parse, lexicon_.vocabularies(), gazetteer_.get());
    begin_story(*story);
  }
  story->record.document.language = std::move(*language);
  read_rooms(*story, reading.parse);
  return std::nullopt;
}

void ReaderCore::release_now_and_then() const {
  constexpr std::uint32_t kDocuments = 128;
  if (++read_ % kDocuments != 0) return;
  engine_->release();
  if (gazetteer_) gazetteer_->release();
}

Result<Reading> ReaderCore::read(const Document& document, Engine::Workspace& workspace, Depth depth) const {
  return read_or_set_aside(document, workspace, [&]() -> Result<Reading> {
    // The language layer alone shows what the model makes of the very bytes.
    const auto readable =
        depth == Depth::record ? readable_form(document.text, {*engine_, lexicon_, gazetteer_.get()}) : std::nullopt;
    Document clean;
    if (readable) {
      clean = document;
      clean.text = readable->text;
    }
    Reading reading;
    std::optional<Story> story;
    if (auto error = read_story(readable ? clean : document, workspace, depth, reading, story)) return *error;
    reading.record = std::move(story->record);
    release_now_and_then();
    if (!explain_) forget_reasons(reading.record);
    if (readable) {
      auto given = Text::from_utf8(document.text);
      if (!given) return given.error();
      put_back(reading, std::move(*given), *readable, lexicon_.layout->short_forms);
    }
    return reading;
  });
}

Result<Coverage> ReaderCore::coverage(const Document& document, Engine::Workspace& workspace) const {
  return read_or_set_aside(document, workspace, [&]() -> Result<Coverage> {
    Reading reading;
    std::optional<Story> story;
    if (auto error = read_story(document, workspace, Depth::record, reading, story)) return *error;
    Coverage coverage;
    coverage.count(*story);
    return coverage;
  });
}

void ReaderCore::part_from_datelines(const Story& story, Parse& parse, Engine::Workspace& workspace) const {
  RestReplacement replacement(parse, story.text);
  for (const TokenSpan sentence : parse.sentences) {
    if (!story.boilerplate[sentence.begin]) continue;
    TokenIndex begin = sentence.begin;
    while (begin < sentence.end && (story.boilerplate[begin] || parse[begin].is_space)) ++begin;
    constexpr TokenIndex kShortest = 3;
    if (begin + kShortest > sentence.end) continue;
    const auto rest = Text::from_utf8(std::string(story.text.view(parse[begin].begin, parse[sentence.end - 1].end)));
    if (rest) replacement.replace(begin, engine_->parse(*rest, workspace));
  }
  replacement.finish();
}

struct Reader::Workspace::Memory {
  Engine::Workspace engine;
};

Reader::Workspace::Workspace() : memory_(std::make_unique<Memory>()) {}
Reader::Workspace::Workspace(Workspace&&) noexcept = default;
Reader::Workspace& Reader::Workspace::operator=(Workspace&&) noexcept = default;
Reader::Workspace::~Workspace() = default;

Reader::Reader(std::unique_ptr<const ReaderCore> core) : core_(std::move(core)) {}
Reader::Reader(Reader&&) noexcept = default;
Reader& Reader::operator=(Reader&&) noexcept = default;
Reader::~Reader() = default;

Result<Reader> Reader::open(const ReaderFiles& files) {
  auto core = ReaderCore::open(files);
  if (!core) return core.error();
  return Reader(std::move(*core));
}

Result<std::string> Reader::language(const Document& document) {
  const Language found = language_of(document.text);
  if (is_read(found)) return found.code.empty() ? document.language : found.code;
  return Error{ErrorKind::foreign, document.uri, "is in " + found.name + " and set aside; only English is read"};
}

Result<Record> Reader::read(const Document& document, Workspace& workspace) const {
  auto reading = core_->read(document, workspace.memory_->engine);
  if (!reading) return reading.error();
  return std::move(reading->record);
}

Result<Record> Reader::read(const Document& document) const {
  Workspace workspace;
  return read(document, workspace);
}

const Generator& Reader::generator() const {
  return core_->generator();
}

std::string to_json(const Record& record, const Document& document, const Generator& generator, int indent) {
  std::string out;
  if (auto text = Text::from_utf8(document.text)) append_record_json(out, record, *text, generator, indent);
  return out;
}

std::string_view quote(const Document& document, Span span) {
  const std::string_view text = document.text;
  std::size_t at = 0, begin = text.size();
  for (std::uint32_t n = 0; at < text.size() && n < span.end; ++n) {
    if (n == span.begin) begin = at;
    next_code_point(text, at);
  }
  return begin < at ? text.substr(begin, at - begin) : std::string_view();
}

}  // namespace dragoman
