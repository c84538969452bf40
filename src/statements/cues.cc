#include "statements/cues.h"

#include "statements/schema.h"

namespace dragoman {

namespace {

Cue cue_of(const Stanza& stanza) {
  Cue cue;
  const std::string_view kind = stanza["kind"];
  cue.kind = kind == "stance" ? Cue::Kind::stance : kind == "thought" ? Cue::Kind::thought : Cue::Kind::speech;
  const std::pair<std::string_view, bool*> frames[] = {
      {"clause", &cue.clause},         {"quotation", &cue.quotation},
      {"infinitive", &cue.infinitive}, {"gerund", &cue.gerund},
      {"object", &cue.object},         {"finite-object", &cue.finite_object},
      {"predicate", &cue.predicate},   {"object-infinitive", &cue.object_infinitive},
      {"hearer", &cue.hearer},         {"passive", &cue.passive}};
  for (const std::string_view takes : split_values(stanza["takes"])) {
    for (const auto& [name, flag] : frames) *flag |= takes == name;
  }
  cue.object |= cue.finite_object;
  for (const std::string_view with : split_values(stanza["with"])) cue.prepositions.emplace_back(with);
  cue.act = stanza["act"];
  cue.predicate_act = stanza["predicate-act"].empty() ? stanza["act"] : stanza["predicate-act"];
  cue.by_people = stanza["by"] == "people";
  cue.blow = stanza["blow"] == "yes";
  cue.on_things = stanza["of"] == "things";
  cue.withholds = stanza["withholds"] == "yes";
  cue.goes_on = stanza["goes-on"] == "yes";
  return cue;
}

// Stanzas of nouns.txt and phrases.txt: the field that a stanza begins with says what its word is.
void read_word(const Stanza& stanza, CueLexicon& lexicon) {
  const std::string_view what = stanza.fields.front().key;
  std::vector<std::string_view> words = split_values(stanza["also"]);
  words.push_back(stanza.fields.front().value);
  for (const std::string_view word : words) {
    if (what == "noun") {
      CueNoun noun{std::string(stanza["act"]), {}};
      for (const std::string_view with : split_values(stanza["with"])) noun.prepositions.emplace_back(with);
      lexicon.nouns.emplace(word, std::move(noun));
    } else if (what == "adverb") {
      lexicon.adverbs.emplace(word);
    } else if (what == "phrase") {
      lexicon.phrases.add(word, 0);
    } else if (what == "occasion") {
      lexicon.venues.emplace(word);
    } else if (what == "medium") {
      lexicon.venue_words.emplace(word);
    } else if (what == "perspective") {
      lexicon.perspectives.emplace(word);
    } else if (what == "provision") {
      lexicon.provisions.emplace(word);
    } else if (what == "answer") {
      lexicon.answers.emplace(word);
    } else if (what == "concealment") {
      lexicon.concealments.emplace(word);
    } else if (what == "setting") {
      lexicon.settings.emplace(word);
    } else if (what == "apart") {
      lexicon.apart.emplace(word);
    } else if (what == "undertaking") {
      lexicon.undertakings.emplace(word);
    } else if (what == "withheld") {
      lexicon.withheld.emplace(word);
    } else if (what == "answerer") {
      lexicon.answerers.emplace(word);
    } else if (what == "cover") {
      lexicon.covers.emplace(word);
    } else if (what == "abstention") {
      lexicon.abstentions.emplace(word);
    } else if (what == "target") {
      lexicon.targets.emplace(word);
    } else if (what == "deed") {
      lexicon.deeds.emplace(word);
    } else if (what == "gloss") {
      lexicon.glosses.emplace(word);
    } else if (what == "wish") {
      lexicon.wishes.emplace(word);
    } else if (what == "telling") {
      lexicon.tellings.emplace(word);
    } else if (what == "voice") {
      lexicon.voices.emplace(word);
    } else if (what == "release") {
      lexicon.releases.emplace(word);
    }
  }
}

}  // namespace

Result<CueLexicon> CueLexicon::load(const std::filesystem::path& folder) {
  CueLexicon lexicon;
  for (const char* name : {"speech.txt", "stance.txt", "thought.txt"}) {
    auto file = read_entries(folder / name, kStatementsSchema);
    if (!file) return file.error();
    for (const Stanza& stanza : (*file)->stanzas) {
      const Cue cue = cue_of(stanza);
      std::vector<std::string_view> lemmas = split_values(stanza["also"]);
      lemmas.push_back(stanza["cue"]);
      for (const std::string_view lemma : lemmas) {
        if (lexicon.verbs.emplace(lemma, cue).second) continue;
        return (*file)->error(stanza.line, "found \"cue: " + std::string(lemma) +
                                               "\" again, expected it once in speech.txt, stance.txt and thought.txt");
      }
    }
  }
  for (const char* name : {"nouns.txt", "phrases.txt"}) {
    auto file = read_entries(folder / name, kStatementsSchema);
    if (!file) return file.error();
    for (const Stanza& stanza : (*file)->stanzas) read_word(stanza, lexicon);
  }
  return lexicon;
}

}  // namespace dragoman
