#include "meetings/words.h"

#include "lexicon/stanza.h"

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

std::optional<Makes> makes_of(std::string_view word) {
  constexpr std::pair<std::string_view, Makes> kAll[] = {{"", Makes::own},
                                                         {"own", Makes::own},
                                                         {"held", Makes::held},
                                                         {"planned", Makes::planned},
                                                         {"cancelled", Makes::cancelled},
                                                         {"nothing", Makes::nothing}};
  for (const auto& [name, makes] : kAll) {
    if (name == word) return makes;
  }
  return std::nullopt;
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
  verb.level = stanza["level"];
  verb.needs = values(stanza, "needs");
  return verb;
}

VisitWord visit_of(const Stanza& stanza) {
  VisitWord word;
  for (std::string& to : values(stanza, "to")) {
    if (to == "object") {
      word.object = true;
    } else {
      word.prepositions.push_back(std::move(to));
    }
  }
  return word;
}

/// Reads the stanzas of a file, each of which must begin with one of the keys; `take` gives what is wrong, or nothing.
std::optional<Error> each(const std::filesystem::path& path, std::initializer_list<std::string_view> keys,
                          const std::function<std::optional<std::string>(std::string_view key, const Stanza&)>& take) {
  auto file = read_stanzas(path);
  if (!file) return file.error();
  for (const Stanza& stanza : (*file)->stanzas) {
    const Field& first = stanza.fields.front();
    bool known = false;
    for (const std::string_view key : keys) known |= key == first.key;
    if (!known || first.value.empty()) {
      std::string expected;
      for (const std::string_view key : keys)
        expected += (expected.empty() ? "\"" : " or \"") + std::string(key) + ":\"";
      return (*file)->error(stanza.line, "found \"" + std::string(first.key) + ":\", expected " + expected);
    }
    if (const auto wrong = take(first.key, stanza)) return (*file)->error(stanza.line, *wrong);
  }
  return std::nullopt;
}

}  // namespace

Rank MeetingLexicon::rank_of(std::string_view title) const {
  // The longest end of the title that is known: "deputy foreign minister" before "minister".
  for (std::string_view rest = title; !rest.empty();) {
    if (const auto found = ranks.find(std::string(rest)); found != ranks.end()) return found->second;
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
  using Wrong = std::optional<std::string>;
  const auto makes = [](const Stanza& stanza, Makes& to) -> Wrong {
    const auto found = makes_of(stanza["makes"]);
    if (!found)
      return "found \"makes: " + std::string(stanza["makes"]) + "\", expected own, held, planned, cancelled or nothing";
    to = *found;
    return std::nullopt;
  };
  const std::function<std::optional<Error>()> files[] = {
      [&] {
        return each(folder / "verbs.txt", {"verb"}, [&](std::string_view key, const Stanza& stanza) -> Wrong {
          out.verbs.emplace(stanza[key], verb_of(stanza));
          return std::nullopt;
        });
      },
      [&] {
        return each(folder / "nouns.txt", {"noun"}, [&](std::string_view key, const Stanza& stanza) -> Wrong {
          if (stanza["kind"] != "occasion" && stanza["kind"] != "process") {
            return "found \"kind: " + std::string(stanza["kind"]) + "\", expected occasion or process";
          }
          MeetingNoun noun;
          noun.occasion = stanza["kind"] == "occasion";
          noun.plural = stanza["plural"] == "only"  ? MeetingNoun::Plural::only
                        : stanza["plural"] == "one" ? MeetingNoun::Plural::one
                                                    : MeetingNoun::Plural::several;
          noun.looks_back = stanza["back"] == "yes";
          noun.level = stanza["level"];
          noun.unless = values(stanza, "unless");
          noun.links = values(stanza, "with");
          out.nouns.emplace(stanza[key], std::move(noun));
          return std::nullopt;
        });
      },
      [&] {
        return each(folder / "around.txt", {"verb", "word", "preposition"},
                    [&](std::string_view key, const Stanza& stanza) -> Wrong {
                      if (key == "verb") {
                        MeetingLightVerb light;
                        light.subject = stanza["subject"] == "yes";
                        light.lasts = stanza["lasts"] == "yes";
                        if (auto wrong = makes(stanza, light.makes)) return wrong;
                        out.light_verbs.emplace(stanza[key], light);
                      } else if (key == "word") {
                        MeetingModifier word{Makes::own, std::string(stanza["level"]), std::string(stanza["date"])};
                        if (auto wrong = makes(stanza, word.makes)) return wrong;
                        out.modifiers.emplace(stanza[key], word);
                        for (std::string& also : values(stanza, "also")) out.modifiers.emplace(std::move(also), word);
                      } else {
                        Makes made = Makes::own;
                        if (auto wrong = makes(stanza, made)) return wrong;
                        out.prepositions.emplace(stanza[key], made);
                      }
                      return std::nullopt;
                    });
      },
      [&] {
        return each(folder / "people.txt", {"title", "noun"}, [&](std::string_view key, const Stanza& stanza) -> Wrong {
          if (key == "noun") {
            out.partners.emplace(stanza[key]);
            for (std::string& also : values(stanza, "also")) out.partners.insert(std::move(also));
            return std::nullopt;
          }
          constexpr std::pair<std::string_view, Rank> kRanks[] = {
              {"head", Rank::head}, {"minister", Rank::minister}, {"official", Rank::official}};
          for (const auto& [name, rank] : kRanks) {
            if (stanza["rank"] != name) continue;
            out.ranks.emplace(stanza[key], rank);
            for (std::string& also : values(stanza, "also")) out.ranks.emplace(std::move(also), rank);
            return std::nullopt;
          }
          return "found \"rank: " + std::string(stanza["rank"]) + "\", expected head, minister or official";
        });
      },
      [&] {
        return each(folder / "visits.txt", {"verb", "noun"}, [&](std::string_view key, const Stanza& stanza) -> Wrong {
          if (stanza["to"].empty()) return "expected \"to:\" with object or prepositions";
          (key == "verb" ? out.visit_verbs : out.visit_nouns).emplace(stanza[key], visit_of(stanza));
          return std::nullopt;
        });
      },
      [&] {
        return each(folder / "agenda.txt", {"occasion", "governor"},
                    [&](std::string_view key, const Stanza& stanza) -> Wrong {
                      auto& place = key == "occasion" ? out.occasions : out.governors;
                      place.emplace(stanza[key]);
                      for (std::string& also : values(stanza, "also")) place.insert(std::move(also));
                      return std::nullopt;
                    });
      }};
  for (const auto& file : files) {
    if (auto error = file()) return *error;
  }
  return out;
}

}  // namespace dragoman
