#include "meetings/words.h"

#include "meetings/schema.h"

#include <functional>
#include <optional>
#include <utility>

namespace dragoman {

namespace {

using Makes = MeetingLightVerb::Makes;

std::vector<std::string> values(const Stanza& stanza, std::string_view key) {
  std::vector<std::string> out;
  for (const std::string_view value : split_values(stanza[key])) {
    if (!value.empty()) out.emplace_back(value);
  }
  return out;
}

Makes makes_of(std::string_view word) {
  constexpr std::pair<std::string_view, Makes> kAll[] = {
      {"held", Makes::held}, {"planned", Makes::planned}, {"cancelled", Makes::cancelled}, {"nothing", Makes::nothing}};
  for (const auto& [name, makes] : kAll) {
    if (name == word) return makes;
  }
  return Makes::own;
}

Rank rank_from(std::string_view word) {
  return word == "head" ? Rank::head : word == "minister" ? Rank::minister : Rank::official;
}

MeetingVerb verb_of(const Stanza& stanza) {
  MeetingVerb verb;
  for (std::string& with : values(stanza, "with")) {
    if (with == "object") {
      verb.object = true;
    } else {
      verb.prepositions.push_back(std::move(with));
    }
  }
  verb.bodies = stanza["bodies"] == "yes";
  verb.alone = stanza["alone"] == "yes";
  verb.weak = stanza["weak"] == "yes";
  verb.bare = stanza["bare"] == "yes";
  verb.settled = stanza["settled"] == "yes";
  verb.people = stanza["people"] == "yes";
  verb.ranked = stanza["ranked"] == "yes";
  verb.two_sided = stanza["two-sided"] == "yes";
  verb.to_come = stanza["to come"] == "yes";
  verb.level = stanza["level"];
  verb.needs = values(stanza, "needs");
  verb.only_to = values(stanza, "only to");
  return verb;
}

MeetingNoun noun_of(const Stanza& stanza) {
  MeetingNoun noun;
  noun.occasion = stanza["kind"] == "occasion";
  noun.plural = stanza["plural"] == "only"  ? MeetingNoun::Plural::only
                : stanza["plural"] == "one" ? MeetingNoun::Plural::one
                                            : MeetingNoun::Plural::several;
  noun.looks_back = stanza["back"] == "yes";
  noun.level = stanza["level"];
  noun.unless = values(stanza, "unless");
  noun.links = values(stanza, "with");
  noun.persons = stanza["persons"] == "yes";
  return noun;
}

VisitWord visit_of(const Stanza& stanza) {
  VisitWord word;
  word.awaited = stanza["awaited"] == "yes";
  for (std::string& to : values(stanza, "to")) {
    if (to == "object") {
      word.object = true;
    } else {
      word.prepositions.push_back(std::move(to));
    }
  }
  return word;
}

void add_verb(std::string_view key, const Stanza& stanza, MeetingLexicon& out) {
  out.verbs[std::string(stanza[key])].push_back(verb_of(stanza));
}

void add_noun(std::string_view key, const Stanza& stanza, MeetingLexicon& out) {
  out.nouns.emplace(stanza[key], noun_of(stanza));
}

void add_around(std::string_view key, const Stanza& stanza, MeetingLexicon& out) {
  const Makes makes = makes_of(stanza["makes"]);
  if (key == "verb") {
    out.light_verbs.emplace(stanza[key], MeetingLightVerb{makes, stanza["subject"] == "yes", stanza["lasts"] == "yes",
                                                          stanza["comes"] == "yes", values(stanza, "with"),
                                                          std::string(stanza["particle"]), values(stanza, "without")});
  } else if (key == "word") {
    const MeetingModifier word{makes, std::string(stanza["level"]), std::string(stanza["date"])};
    out.modifiers.emplace(stanza[key], word);
    for (std::string& also : values(stanza, "also")) out.modifiers.emplace(std::move(also), word);
  } else if (key == "margin") {
    out.margins.emplace(stanza[key]);
    for (std::string& also : values(stanza, "also")) out.margins.insert(std::move(also));
  } else {
    out.prepositions.emplace(stanza[key], makes);
  }
}

void add_people(std::string_view key, const Stanza& stanza, MeetingLexicon& out) {
  std::vector<std::string> words = values(stanza, "also");
  words.emplace_back(stanza[key]);
  for (std::string& word : words) {
    if (key == "noun") {
      out.partners.insert(std::move(word));
    } else if (key == "stranger") {
      out.strangers.insert(std::move(word));
    } else if (key == "rival") {
      out.rivals.insert(std::move(word));
    } else if (key == "leads") {
      out.leads.insert(std::move(word));
    } else if (key == "sends") {
      out.senders.insert(std::move(word));
    } else {
      out.ranks.emplace(std::move(word), rank_from(stanza["rank"]));
    }
  }
}

void add_visit(std::string_view key, const Stanza& stanza, MeetingLexicon& out) {
  (key == "verb"        ? out.visit_verbs
   : key == "adjective" ? out.visit_adjectives
                        : out.visit_nouns)
      .emplace(stanza[key], visit_of(stanza));
}

void add_agenda(std::string_view key, const Stanza& stanza, MeetingLexicon& out) {
  std::vector<std::string> words = values(stanza, "also");
  words.emplace_back(stanza[key]);
  for (const std::string& word : words) {
    // "come into force": the verb and the last word.
    const std::size_t first = word.find(' '), last = word.rfind(' ');
    const std::string noun = last == std::string::npos ? "" : word.substr(last + 1);
    if (key == "coming") out.comings[word.substr(0, first)].push_back({noun, stanza["until"] == "yes"});
    if (key == "term") out.terms[word] = stanza["of"] == "object";
    if (key == "fixing") out.fixings.insert(word);
  }
  if (key == "coming" || key == "term" || key == "fixing") return;
  auto& place = key == "occasion"  ? out.occasions
                : key == "bare"    ? out.bare
                : key == "unfixed" ? out.unfixed
                : key == "bygone"  ? out.bygone
                                   : out.governors;
  for (std::string& word : words) place.insert(std::move(word));
}

struct MeetingFile {
  const char* name;
  void (*add)(std::string_view key, const Stanza& stanza,
              MeetingLexicon& out);  // by the key that the entry begins with
};
constexpr MeetingFile kMeetingFiles[] = {{"verbs.txt", add_verb},    {"nouns.txt", add_noun},
                                         {"around.txt", add_around}, {"people.txt", add_people},
                                         {"visits.txt", add_visit},  {"agenda.txt", add_agenda}};

}  // namespace

Rank MeetingLexicon::rank_of(std::string_view title) const {
  for (const std::string_view of : {"minister of ", "minister for "}) {  // "minister for coastal heritage"
    if (const std::size_t at = title.find(of); at != std::string_view::npos && !ranks.contains(title)) {
      title = title.substr(0, at + std::string_view("minister").size());
    }
  }
  // The longest end of the title that is known: "deputy foreign minister" before "minister".
  for (std::string_view rest = title; !rest.empty();) {
    if (const auto found = ranks.find(rest); found != ranks.end()) return found->second;
    const std::size_t blank = rest.find(' ');
    if (blank == std::string_view::npos) break;
    // What stands before may lower it.
    if (const auto first = ranks.find(std::string(rest.substr(0, blank)) + " -"); first != ranks.end()) {
      return first->second;
    }
    rest.remove_prefix(blank + 1);
  }
  return Rank::none;
}

Result<MeetingLexicon> MeetingLexicon::load(const std::filesystem::path& folder) {
  MeetingLexicon out;
  for (const MeetingFile& file : kMeetingFiles) {
    const auto entries = read_entries(folder / file.name, kMeetingsSchema);
    if (!entries) return entries.error();
    for (const Stanza& stanza : (*entries)->stanzas) file.add(stanza.fields.front().key, stanza, out);
  }
  return out;
}

}  // namespace dragoman
