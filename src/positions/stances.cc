#include "positions/stances.h"

#include "positions/schema.h"
#include "text/ascii.h"

#include <algorithm>
#include <array>

namespace dragoman {

namespace {

constexpr std::array<std::string_view, 8> kBehindNoun = {"of", "in", "at", "from", "for", "with", "to", "on"};

Stance stance_of(const Stanza& stanza) {
  Stance stance;
  stance.name = stanza["stance"];
  stance.negated = stanza["negated"];
  stance.deed = stanza["deed"] == "yes";
  stance.holder = stanza["of"] == "holder";
  stance.told = stanza["of"] == "clause";
  stance.modal = stanza["modal"];
  stance.going_on = stanza["ongoing"] == "yes";
  stance.single = stanza["number"] == "one";
  const std::pair<const char*, std::vector<std::string>*> lists[] = {
      {"without", &stance.without}, {"only", &stance.only}, {"carrier", &stance.carriers}};
  for (const auto& [key, list] : lists) {
    for (const std::string_view word : split_values(stanza[key])) list->emplace_back(word);
  }
  for (const std::string_view takes : split_values(stanza["takes"])) {
    if (takes == "object") {
      stance.object = true;
    } else if (takes == "object-thing") {
      stance.object = stance.things = true;
    } else if (takes == "object-land") {
      stance.object = stance.land = true;
    } else if (takes == "object-claim") {
      stance.object = stance.claim = true;
    } else if (takes == "object-as") {
      stance.object = stance.as = true;
    } else if (takes == "object-judged") {
      stance.object = stance.as = stance.judging = true;
    } else if (takes == "object-participle") {
      stance.participle = true;
    } else if (takes == "purpose") {
      stance.object = stance.purpose = true;
    } else if (takes == "infinitive") {
      stance.infinitive = true;
    } else if (takes == "gerund") {
      stance.gerund = true;
    } else if (takes == "clause") {
      stance.clause = true;
    } else if (takes == "on-infinitive") {
      stance.object_infinitive = true;
      stance.asked_behind = {"on", "upon"};
    } else if (takes == "to-infinitive" || takes == "with-infinitive") {
      stance.object_infinitive = true;
      stance.asked_behind.emplace_back(takes.substr(0, takes.find('-')));
    } else if (takes == "object-infinitive") {
      stance.object_infinitive = true;
    } else {
      stance.prepositions.emplace_back(takes);
    }
  }
  return stance;
}

}  // namespace

Result<StanceLexicon> StanceLexicon::load(const std::filesystem::path& folder) {
  StanceLexicon lexicon;
  const std::pair<const char*, Stances*> kinds[] = {
      {"verb", &lexicon.verbs}, {"noun", &lexicon.nouns}, {"adjective", &lexicon.adjectives}};
  for (const auto& [key, place] : kinds) {
    auto file = read_entries(folder / (std::string(key) + "s.txt"), kPositionsSchema);
    if (!file) return file.error();
    for (const Stanza& stanza : (*file)->stanzas) {
      for (const std::string_view form : split_values(stanza[key])) {
        const std::size_t blank = form.find(' ');
        Stance stance = stance_of(stanza);
        if (stance.name == "none") stance.name.clear();
        if (blank != std::string_view::npos) stance.particle = form.substr(blank + 1);
        (*place)[std::string(form.substr(0, blank))].push_back(std::move(stance));
      }
    }
  }
  auto carriers = read_entries(folder / "carriers.txt", kPositionsSchema);
  if (!carriers) return carriers.error();
  for (const Stanza& stanza : (*carriers)->stanzas) {
    for (const std::string_view word : split_values(stanza["open"])) lexicon.open.emplace(word);
    for (const std::string_view word : split_values(stanza["circumstance"])) lexicon.circumstances.emplace(word);
    for (const std::string_view word : split_values(stanza["showing"])) lexicon.showing.emplace(word);
    for (const std::string_view word : split_values(stanza["untold"])) lexicon.untold.emplace(word);
    for (const std::string_view word : split_values(stanza["vague"])) lexicon.vague.emplace(word);
    for (const std::string_view word : split_values(stanza["perhaps"])) lexicon.perhaps.emplace(word);
    for (const std::string_view word : split_values(stanza["former"])) lexicon.former.emplace(word);
    for (const std::string_view word : split_values(stanza["lasting"])) lexicon.lasting.emplace(word);
    for (const std::string_view word : split_values(stanza["envisaged"])) lexicon.envisaged.emplace(word);
    for (const std::string_view word : split_values(stanza["lessened"])) lexicon.lessened.emplace(word);
    for (const std::string_view word : split_values(stanza["watching"])) lexicon.watching.emplace(word);
    for (const std::string_view word : split_values(stanza["meeting"])) lexicon.meeting.emplace(word);
    for (const std::string_view word : split_values(stanza["standing"])) lexicon.standing.emplace(word);
    for (const std::string_view word : split_values(stanza["plea"])) lexicon.pleas.emplace(word);
    for (const std::string_view verb : split_values(stanza["carrier"])) {
      lexicon.carriers.emplace(verb, stanza["against"] == "yes");
    }
  }
  auto judgements = read_entries(folder / "judgements.txt", kPositionsSchema);
  if (!judgements) return judgements.error();
  for (const Stanza& stanza : (*judgements)->stanzas) {
    for (const std::string_view word : split_values(stanza["noun"])) lexicon.judged_nouns.emplace(word);
    for (const std::string_view word : split_values(stanza["adjective"])) lexicon.judged_adjectives.emplace(word);
    for (const std::string_view word : split_values(stanza["verb"]))
      lexicon.judging_verbs.emplace(word, stanza["with"]);
    for (const std::string_view word : split_values(stanza["duty"])) lexicon.duties.emplace(word, stanza["stance"]);
    for (const std::string_view word : split_values(stanza["needed"])) lexicon.needed.emplace(word);
    for (const std::string_view word : split_values(stanza["aside"])) lexicon.asides.emplace(word);
    for (const std::string_view word : split_values(stanza["observer"])) lexicon.observers.emplace(word);
    for (const std::string_view word : split_values(stanza["state"])) lexicon.states.emplace(word);
  }
  auto resumptions = read_entries(folder / "resumptions.txt", kPositionsSchema);
  if (!resumptions) return resumptions.error();
  for (const Stanza& stanza : (*resumptions)->stanzas) {
    const std::size_t at = lexicon.resumptions.size();
    lexicon.resumptions.push_back({{},
                                   !stanza["said"].empty(),
                                   stanza["said"] == "of them",
                                   stanza["done"] == "yes",
                                   stanza["empty"] == "yes",
                                   {}});
    for (const std::string_view word : split_values(stanza["from"])) lexicon.resumptions.back().from.emplace(word);
    for (const std::string_view stance : split_values(stanza["denies"]))
      if (!stance.empty()) lexicon.resumptions.back().denied_by.emplace(stance);
    for (const std::string_view word : split_values(stanza["resumes"])) lexicon.resuming.emplace(word, at);
    for (const std::string_view word : split_values(stanza["pronoun"])) lexicon.resuming_pronoun.emplace(word, at);
  }
  auto offices = read_entries(folder / "offices.txt", kPositionsSchema);
  if (!offices) return offices.error();
  for (const Stanza& stanza : (*offices)->stanzas) {
    for (const std::string_view word : split_values(stanza["campaign"])) lexicon.campaigns.emplace(word);
    for (const std::string_view word : split_values(stanza["apart"])) lexicon.apart.emplace(word);
    const std::string_view speaks = stanza["speaks"];
    const SpeaksFor whom = speaks == "between states" ? SpeaksFor::state_between_states
                           : speaks == "always"       ? SpeaksFor::state
                                                      : SpeaksFor::owner;
    for (const std::string_view title : split_values(stanza["office"])) lexicon.offices.emplace(title, whom);
  }
  return lexicon;
}

SpeaksFor StanceLexicon::speaks_for(std::string_view title) const {
  bool of_another = false;  // "executive vice president", "union president"
  while (true) {
    const auto found = offices.find(title);
    if (found != offices.end())
      return of_another && found->second != SpeaksFor::owner ? SpeaksFor::self : found->second;
    const std::size_t blank = title.find(' ');
    if (blank == std::string_view::npos) return SpeaksFor::self;
    of_another |= apart.contains(title.substr(0, blank));
    title.remove_prefix(blank + 1);
  }
}

SpeaksFor StanceLexicon::called(std::string_view name) const {
  // Up to what stands behind the noun: "in the ministry".
  std::string noun;
  std::size_t words = 0;
  for (const std::string_view word : split_values(name, ' ')) {
    const std::string lower = ascii_lower(word);
    if (apart.contains(lower)) return SpeaksFor::self;
    if (words > 0 && std::find(kBehindNoun.begin(), kBehindNoun.end(), lower) != kBehindNoun.end()) break;
    noun += (noun.empty() ? "" : " ") + lower;
    ++words;
  }
  SpeaksFor whom = speaks_for(noun);
  if (whom == SpeaksFor::self && noun.ends_with("s")) whom = speaks_for(noun.substr(0, noun.size() - 1));
  return whom == SpeaksFor::owner && words == 1 ? SpeaksFor::self : whom;
}

}  // namespace dragoman
