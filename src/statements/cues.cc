#include "statements/cues.h"

#include "lexicon/stanza.h"

namespace dragoman {

namespace {

Result<Cue> read_cue(const StanzaFile& file, const Stanza& stanza) {
  Cue cue;
  const std::string_view kind = stanza["kind"];
  if (kind == "stance") {
    cue.kind = Cue::Kind::stance;
  } else if (kind == "thought") {
    cue.kind = Cue::Kind::thought;
  } else if (kind != "speech") {
    return file.error(stanza.line, "found the kind \"" + std::string(kind) + "\", expected speech, stance or thought");
  }
  const std::pair<std::string_view, bool*> frames[] = {
      {"clause", &cue.clause},         {"quotation", &cue.quotation},
      {"infinitive", &cue.infinitive}, {"gerund", &cue.gerund},
      {"object", &cue.object},         {"finite-object", &cue.finite_object},
      {"predicate", &cue.predicate},   {"object-infinitive", &cue.object_infinitive},
      {"hearer", &cue.hearer},         {"passive", &cue.passive}};
  for (const std::string_view takes : split_values(stanza["takes"])) {
    bool known = false;
    for (const auto& [name, flag] : frames) {
      if (takes != name) continue;
      *flag = true;
      known = true;
    }
    if (!known) return file.error(stanza.line, "found \"" + std::string(takes) + "\" among what the cue takes");
  }
  cue.object |= cue.finite_object;
  for (const std::string_view with : split_values(stanza["with"])) cue.prepositions.emplace_back(with);
  if (stanza["takes"].empty() && cue.prepositions.empty()) {
    return file.error(stanza.line, "expected \"takes:\" or \"with:\"");
  }
  cue.act = stanza["act"];
  if (cue.act.empty()) return file.error(stanza.line, "expected \"act:\"");
  cue.predicate_act = stanza["predicate-act"].empty() ? stanza["act"] : stanza["predicate-act"];
  cue.by_people = stanza["by"] == "people";
  cue.blow = stanza["blow"] == "yes";
  cue.on_things = stanza["of"] == "things";
  cue.withholds = stanza["withholds"] == "yes";
  cue.goes_on = stanza["goes-on"] == "yes";
  return cue;
}

// Stanzas of nouns.txt and phrases.txt: the field that a stanza begins with says what its word is.
std::optional<Error> read_word(const StanzaFile& file, const Stanza& stanza, CueLexicon& lexicon) {
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
    } else if (what == "release") {
      lexicon.releases.emplace(word);
    } else {
      return file.error(
          stanza.line,
          "found \"" + std::string(what) +
              "\", expected noun, adverb, phrase, perspective, occasion, medium, provision, answer, concealment, "
              "setting, apart, undertaking, answerer, withheld, cover, abstention, target or release");
    }
  }
  return std::nullopt;
}

}  // namespace

Result<CueLexicon> CueLexicon::load(const std::filesystem::path& folder) {
  CueLexicon lexicon;
  for (const char* name : {"speech.txt", "stance.txt", "thought.txt"}) {
    auto file = read_stanzas(folder / name);
    if (!file) return file.error();
    for (const Stanza& stanza : (*file)->stanzas) {
      if (stanza["cue"].empty()) return (*file)->error(stanza.line, "expected \"cue:\"");
      auto cue = read_cue(**file, stanza);
      if (!cue) return cue.error();
      for (const std::string_view also : split_values(stanza["also"])) lexicon.verbs.emplace(also, *cue);
      lexicon.verbs.emplace(stanza["cue"], std::move(*cue));
    }
  }
  for (const char* name : {"nouns.txt", "phrases.txt"}) {
    auto file = read_stanzas(folder / name);
    if (!file) return file.error();
    for (const Stanza& stanza : (*file)->stanzas) {
      if (auto error = read_word(**file, stanza, lexicon)) return *error;
    }
  }
  return lexicon;
}

}  // namespace dragoman
