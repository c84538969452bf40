#include "statements/cues.h"

#include "statements/schema.h"

namespace dragoman {

namespace {

Cue cue_of(const Stanza& stanza) {
  Cue cue;
  const std::string_view kind = stanza["kind"];
  cue.kind = kind == "stance" ? Cue::Kind::stance : kind == "thought" ? Cue::Kind::thought : Cue::Kind::speech;
  const std::pair<std::string_view, bool*> frames[] = {{"clause", &cue.clause},
                                                       {"quotation", &cue.quotation},
                                                       {"finite-clause", &cue.finite_clause},
                                                       {"infinitive", &cue.infinitive},
                                                       {"gerund", &cue.gerund},
                                                       {"object", &cue.object},
                                                       {"finite-object", &cue.finite_object},
                                                       {"predicate", &cue.predicate},
                                                       {"object-infinitive", &cue.object_infinitive},
                                                       {"hearer", &cue.hearer},
                                                       {"passive", &cue.passive}};
  for (const std::string_view takes : split_values(stanza["takes"])) {
    for (const auto& [name, flag] : frames) *flag |= takes == name;
  }
  cue.object |= cue.finite_object;
  cue.clause |= cue.finite_clause;
  for (const std::string_view with : split_values(stanza["with"])) cue.prepositions.emplace_back(with);
  for (const std::string_view verb : split_values(stanza["made-by"])) cue.made_by.emplace_back(verb);
  cue.act = stanza["act"];
  cue.predicate_act = stanza["predicate-act"].empty() ? stanza["act"] : stanza["predicate-act"];
  cue.by_people = stanza["by"] == "people";
  cue.by_documents = stanza["by"] == "documents";
  cue.blow = stanza["blow"] == "yes";
  cue.on_things = stanza["of"] == "things";
  cue.withholds = stanza["withholds"] == "yes";
  for (const std::string_view object : split_values(stanza["deed-of"])) cue.deeds_of.insert(object);
  cue.goes_on = stanza["goes-on"] == "yes";
  return cue;
}

struct WordList {
  std::string_view begins;  // the field that its stanzas begin with
  WordSet CueLexicon::*words;
};
constexpr WordList kWordLists[] = {{"adverb", &CueLexicon::adverbs},
                                   {"occasion", &CueLexicon::venues},
                                   {"medium", &CueLexicon::venue_words},
                                   {"perspective", &CueLexicon::perspectives},
                                   {"provision", &CueLexicon::provisions},
                                   {"answer", &CueLexicon::answers},
                                   {"concealment", &CueLexicon::concealments},
                                   {"setting", &CueLexicon::settings},
                                   {"apart", &CueLexicon::apart},
                                   {"undertaking", &CueLexicon::undertakings},
                                   {"withheld", &CueLexicon::withheld},
                                   {"answerer", &CueLexicon::answerers},
                                   {"asker", &CueLexicon::askers},
                                   {"cover", &CueLexicon::covers},
                                   {"abstention", &CueLexicon::abstentions},
                                   {"target", &CueLexicon::targets},
                                   {"deed", &CueLexicon::deeds},
                                   {"gloss", &CueLexicon::glosses},
                                   {"summary", &CueLexicon::summaries},
                                   {"retelling", &CueLexicon::retellings},
                                   {"wording", &CueLexicon::wordings},
                                   {"wish", &CueLexicon::wishes},
                                   {"telling", &CueLexicon::tellings},
                                   {"verdict", &CueLexicon::verdicts},
                                   {"message", &CueLexicon::messages},
                                   {"voice", &CueLexicon::voices},
                                   {"bench", &CueLexicon::benches},
                                   {"part", &CueLexicon::parts},
                                   {"receipt", &CueLexicon::receipts},
                                   {"drawing", &CueLexicon::drawings},
                                   {"survey", &CueLexicon::surveys},
                                   {"release", &CueLexicon::releases},
                                   {"paper", &CueLexicon::papers},
                                   {"topic", &CueLexicon::topics},
                                   {"frame", &CueLexicon::frames},
                                   {"objectless", &CueLexicon::objectless},
                                   {"tie", &CueLexicon::ties},
                                   {"chance", &CueLexicon::chances},
                                   {"vouching", &CueLexicon::vouching},
                                   {"vouched", &CueLexicon::vouched},
                                   {"avowing", &CueLexicon::avowing},
                                   {"avowed", &CueLexicon::avowed},
                                   {"inward", &CueLexicon::inward}};

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
    } else if (what == "phrase") {
      lexicon.phrases.add(word, 0);
    }
    for (const WordList& list : kWordLists) {
      if (what == list.begins) (lexicon.*list.words).emplace(word);
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
