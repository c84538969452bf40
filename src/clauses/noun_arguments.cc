#include "clauses/noun_arguments.h"

#include "clauses/schema.h"
#include "lexicon/codebooks.h"
#include "lexicon/nearest.h"
#include "lexicon/stanza.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace dragoman {

namespace {

using Kind = NounWay::Kind;

constexpr std::string_view kOthers = "others";  // stands in the table for the nouns that have no entry
constexpr std::string_view kBeside = " beside ";

std::optional<NounWay> plain_way(std::string_view word) {
  static constexpr std::pair<std::string_view, Kind> kWords[] = {
      {"owner", Kind::owner},   {"state owner", Kind::state_owner},     {"other owner", Kind::other_owner},
      {"before", Kind::before}, {"people before", Kind::people_before}, {"person before", Kind::person_before},
      {"verb", Kind::verb},     {"receiver", Kind::receiver},
  };
  for (const auto& [name, kind] : kWords) {
    if (name == word) return NounWay{kind, {}, {}};
  }
  if (!list_has(kPrepositions, word)) return std::nullopt;
  return NounWay{Kind::preposition, std::string(word), {}};
}

std::vector<NounWay> ways_from(std::string_view value) {
  std::vector<NounWay> out;
  for (const std::string_view words : split_values(value)) {
    if (auto way = noun_way(words)) out.push_back(std::move(*way));
  }
  return out;
}

// Says of a deed whom it is done to, and of people nothing: "on the village", not "of the north", "in the hills".
bool leads_to_target(std::string_view preposition) {
  constexpr std::string_view kLeading[] = {"on", "upon", "against", "into", "to"};
  return std::find(std::begin(kLeading), std::end(kLeading), preposition) != std::end(kLeading);
}

}  // namespace

std::optional<NounWay> noun_way(std::string_view words) {
  const std::size_t at = words.find(kBeside);
  auto way = plain_way(words.substr(0, at));
  if (!way || at == std::string_view::npos) return way;
  const auto other = plain_way(words.substr(at + kBeside.size()));
  if (!other || other->kind != Kind::preposition) return std::nullopt;
  way->beside = other->preposition;
  return way;
}

const NounArguments& NounLexicon::of(std::string_view lemma) const {
  const auto found = nouns.find(lemma);
  return found == nouns.end() ? others : found->second;
}

bool NounLexicon::undergoes(std::string_view verb, std::string_view word) const {
  return undergoing.contains(std::string(verb) + " " + std::string(word));
}

bool NounLexicon::receives(std::string_view verb, std::string_view noun) const {
  const std::vector<NounWay>& ways = of(noun).patient;
  return receiving.contains(verb) &&
         std::any_of(ways.begin(), ways.end(), [](const NounWay& way) { return way.kind == Kind::receiver; });
}

Result<NounLexicon> NounLexicon::load(const std::filesystem::path& folder) {
  const auto file = read_entries(folder / "nouns.txt", kClausesSchema);
  if (!file) return file.error();
  NounLexicon lexicon;
  for (const Stanza& stanza : (*file)->stanzas) {
    for (const std::string_view verb : split_values(stanza["undergone"])) {
      if (!verb.empty()) lexicon.undergoing.emplace(verb);
    }
    for (const std::string_view verb : split_values(stanza["received"])) {
      if (!verb.empty()) lexicon.receiving.emplace(verb);
    }
    const NounArguments arguments{ways_from(stanza["agent"]), ways_from(stanza["patient"])};
    for (const std::string_view lemma : split_values(stanza["noun"])) {
      if (lemma.empty()) continue;
      if (lemma == kOthers) {
        lexicon.others = arguments;
      } else {
        lexicon.nouns.insert_or_assign(std::string(lemma), arguments);
      }
    }
  }
  return lexicon;
}

// "faced an inquiry", "came under attack", "was the target of an attack"
bool NounArgumentReader::undergoes(TokenIndex noun, TokenIndex support) const {
  const std::string_view verb = parse_[support].lemma;
  if (lexicon_.undergoing.contains(verb)) return true;
  if (lexicon_.receives(verb, parse_[noun].lemma)) {
    // "has the backing of Niger", and not "has praise for Niger"
    return verb != "have" || !obliques(parse_, noun, "of").empty() || !obliques(parse_, noun, "from").empty();
  }
  if (const TokenIndex what = child_of(parse_, support, Relation::attr); what != kNoToken) {
    return lexicon_.undergoes(verb, parse_[what].lemma);
  }
  if (const TokenIndex what = child_of(parse_, support, Relation::acomp); what != kNoToken) {  // "is subject to raids"
    return lexicon_.undergoes(verb, parse_[what].lemma);
  }
  return child_word(parse_, support, "under") != kNoToken && lexicon_.undergoes(verb, "under");
}

std::vector<Tokens> NounArgumentReader::agents(TokenIndex noun, TokenIndex support) const {
  const bool suffered = support != kNoToken && undergoes(noun, support);
  const std::vector<NounWay>& ways = lexicon_.of(parse_[noun].lemma).agent;
  std::vector<Tokens> out = fill(ways, noun, suffered ? kNoToken : support);
  if (!suffered || !out.empty()) return out;
  // "drew much praise on Monday from Niger", where the parser gives Niger to the verb.
  for (const NounWay& way : ways) {
    if (way.kind != Kind::preposition || way.preposition != "from") continue;
    if (Tokens heads = obliques(parse_, support, "from"); !heads.empty()) out.push_back(std::move(heads));
  }
  return out;
}

std::vector<Tokens> NounArgumentReader::patients(TokenIndex noun, TokenIndex support) const {
  const bool suffered = support != kNoToken && undergoes(noun, support);
  return fill(lexicon_.of(parse_[noun].lemma).patient, noun, suffered ? support : kNoToken);
}

std::vector<Tokens> NounArgumentReader::patients_beside(TokenIndex noun, TokenIndex support) const {
  std::vector<Tokens> out;
  for (const NounWay& way : lexicon_.of(parse_[noun].lemma).patient) {
    const bool of_place = way.preposition == "in" || way.preposition == "at";
    if (way.kind != Kind::preposition || !way.beside.empty() || of_place) continue;
    Tokens heads = obliques(parse_, support, way.preposition);
    std::erase(heads, noun);
    if (!heads.empty()) out.push_back(std::move(heads));
  }
  return out;
}

std::vector<Tokens> NounArgumentReader::fill(const std::vector<NounWay>& ways, TokenIndex noun,
                                             TokenIndex support) const {
  std::vector<Tokens> out;
  for (const NounWay& way : ways) {
    const bool by = way.beside == "by";
    if (!way.beside.empty() && (by ? doers_behind(noun) : obliques(parse_, noun, way.beside)).empty()) continue;
    Tokens heads = along(way, noun, support);
    if (!heads.empty()) out.push_back(std::move(heads));
  }
  return out;
}

Tokens NounArgumentReader::along(const NounWay& way, TokenIndex noun, TokenIndex support) const {
  switch (way.kind) {
    case Kind::owner:
    case Kind::state_owner:
    case Kind::other_owner:
      return owners(noun, way.kind);
    case Kind::verb:
    case Kind::receiver:
      return support == kNoToken ? Tokens{} : dragoman::agents(parse_, support);
    case Kind::preposition: {
      if (way.preposition == "by") return doers_behind(noun);
      Tokens heads = obliques(parse_, noun, way.preposition);
      if (heads.empty() && leads_to_target(way.preposition)) {
        // "the raid by rebels on the village", where the parser gives the village to the rebels.
        for (const TokenIndex doer : obliques(parse_, noun, "by")) {
          if (heads.empty()) heads = obliques(parse_, doer, way.preposition);
        }
      }
      return heads;
    }
    case Kind::before:
    case Kind::people_before:
    case Kind::person_before:
      return before(noun, way.kind);
  }
  return {};
}

// "the raid by rebels", "the bombing of the embassy by rebels", where the parser gives the rebels to the embassy,
// "condemned the raid on Mali by rebels", where it gives them to the verb, "his arrest at the hands of rebels".
Tokens NounArgumentReader::doers_behind(TokenIndex noun) const {
  Tokens heads = obliques(parse_, noun, "by");
  for (const TokenIndex link : parse_.children(noun)) {
    if (!heads.empty()) return heads;
    if (link < noun || parse_[link].relation != Relation::prep) continue;
    const bool target = leads_to_target(parse_[link].lower) || parse_[link].lower == "of";
    for (const TokenIndex linked : obliques(parse_, noun, parse_[link].lower)) {
      const bool hands = parse_[link].lower == "at" && parse_[linked].lemma == "hand";
      if (!heads.empty() || (!hands && !target && parse_[linked].pos != Pos::propn)) continue;
      heads = obliques(parse_, linked, hands ? "of" : "by");
      // "a raid on a camp by the Syrian border", "in Lima by Monday": where or when it was.
      std::erase_if(heads, [&](TokenIndex doer) { return name_at_(doer) == NounName::nobody; });
    }
  }
  if (!heads.empty()) return heads;
  const TokenIndex verb = parse_[noun].head, by = parse_[noun].right_edge + 1;
  const bool object = parse_[noun].relation == Relation::dobj && verb < noun && !is_passive(parse_, verb);
  if (!object || by >= parse_.size() || parse_[by].lower != "by" || parse_[by].head != verb) return {};
  const TokenIndex doer = child_of(parse_, by, Relation::pobj);
  if (doer == kNoToken || name_at_(doer) == NounName::nobody) return {};
  return coordinated(parse_, doer);
}

Tokens NounArgumentReader::owners(TokenIndex noun, Kind kind) const {
  Tokens out = possessors(parse_, noun);
  if (kind == Kind::owner) return out;
  std::erase_if(out, [&](TokenIndex t) {
    const NounName name = name_at_(t);
    return (name == NounName::country || name == NounName::people) != (kind == Kind::state_owner);
  });
  return out;
}

Tokens NounArgumentReader::before(TokenIndex noun, Kind kind) const {
  Tokens all;
  for (const TokenIndex t : premodifiers(parse_, noun)) {
    for (const TokenIndex inner : premodifiers(parse_, t)) {  // "Malian-Chadian talks"
      if (is_hyphen(parse_[inner + 1])) all.push_back(inner);
    }
    for (const TokenIndex each : coordinated(parse_, t)) {  // "Malian and Chadian raids"
      if (each < noun) all.push_back(each);
    }
  }
  Tokens out;
  for (const TokenIndex t : all) {
    const NounName name = name_at_(t);
    if (name == NounName::nobody) continue;
    if (kind == Kind::people_before && name == NounName::country) continue;
    if (kind == Kind::person_before && name != NounName::person) continue;
    out.push_back(t);
  }
  return out;
}

}  // namespace dragoman
