#include "events/frames.h"

#include "lexicon/stanza.h"

#include <algorithm>
#include <charconv>
#include <memory>

namespace dragoman {

namespace {

std::optional<double> number(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

EventFrame frame_of(const Stanza& stanza) {
  EventFrame frame;
  frame.type = stanza["type"];
  frame.mode = stanza["mode"];
  frame.cameo = stanza["cameo"];
  for (const auto context : split_values(stanza["context"])) frame.contexts.emplace_back(context);
  for (const auto part : split_values(stanza["recipient"])) {
    if (part == "object") {
      frame.object_is_recipient = true;
    } else if (part != "none") {
      frame.recipient_prepositions.emplace_back(part);
    }
  }
  for (const auto part : split_values(stanza["with"])) {
    if (part == "object") {
      frame.object_takes_part = true;
    } else {
      frame.partner_prepositions.emplace_back(part);
    }
  }
  frame.object_is_place = stanza["place"] == "object";
  return frame;
}

}  // namespace

double EventLexicon::goldstein_of(std::string_view cameo) const {
  for (const auto& [code, value] : goldstein) {
    if (cameo.starts_with(code)) return value;
  }
  return 0;
}

Result<EventLexicon> EventLexicon::load(const std::filesystem::path& folder) {
  EventLexicon lexicon;
  auto scales = read_stanzas(folder / "scales.txt");
  if (!scales) return scales.error();
  for (const Stanza& stanza : (*scales)->stanzas) {
    const auto value = number(stanza[stanza["goldstein"].empty() ? "score" : "goldstein"]);
    if (!value) return (*scales)->error(stanza.line, "expected a number as score");
    if (!stanza["type"].empty()) {
      const auto quad = number(stanza["quad"]);
      if (!quad) return (*scales)->error(stanza.line, "expected a quad class from 1 to 4");
      lexicon.types[std::string(stanza["type"])] = {static_cast<int>(*quad), *value};
    } else if (!stanza["mode"].empty()) {
      lexicon.modes[std::string(stanza["of"]) + " " + std::string(stanza["mode"])] = *value;
    } else {
      lexicon.goldstein.emplace_back(stanza["cameo"], *value);
    }
  }
  std::stable_sort(lexicon.goldstein.begin(), lexicon.goldstein.end(),
                   [](const auto& a, const auto& b) { return a.first.size() > b.first.size(); });
  const std::pair<const char*, std::unordered_map<std::string, EventFrame>*> frames[] = {{"verb", &lexicon.verbs},
                                                                                         {"noun", &lexicon.nouns}};
  for (const auto& [key, place] : frames) {
    auto file = read_stanzas(folder / (std::string(key) + "s.txt"));
    if (!file) return file.error();
    for (const Stanza& stanza : (*file)->stanzas) {
      if (stanza[key].empty()) return (*file)->error(stanza.line, std::string("expected \"") + key + ":\"");
      if (!lexicon.types.contains(std::string(stanza["type"]))) {
        return (*file)->error(stanza.line,
                              "found the type \"" + std::string(stanza["type"]) + "\", expected one of PLOVER's 16");
      }
      place->emplace(stanza[key], frame_of(stanza));
    }
  }
  auto lights = read_stanzas(folder / "light_verbs.txt");
  if (!lights) return lights.error();
  for (const Stanza& stanza : (*lights)->stanzas) lexicon.light_verbs.emplace(stanza["verb"]);
  auto governors = read_stanzas(folder / "governors.txt");
  if (!governors) return governors.error();
  const std::unordered_map<std::string_view, std::optional<EventStatus>> makes = {
      {"planned", EventStatus::planned},
      {"hoped", EventStatus::hoped},
      {"requested", EventStatus::requested},
      {"denied", EventStatus::denied},
      {"reported", EventStatus::reported},
      {"conditional", EventStatus::conditional},
      {"own", std::nullopt}};
  for (const Stanza& stanza : (*governors)->stanzas) {
    const auto found = makes.find(stanza["makes"]);
    if (stanza["word"].empty() || found == makes.end()) {
      return (*governors)->error(stanza.line, "expected \"word:\" and \"makes:\" with a status or \"own\"");
    }
    lexicon.governors.emplace(stanza["word"], found->second);
  }
  return lexicon;
}

}  // namespace dragoman
