#include "clauses/slot_paths.h"

#include "clauses/schema.h"
#include "lexicon/stanza.h"

#include <utility>

namespace dragoman {

namespace {

constexpr std::string_view kPrepositionSlots = "prepositions";  // stands for those that have no entry

constexpr std::pair<std::string_view, SlotPath> kPaths[] = {
    {"deed above", SlotPath::deed_above},
    {"subject", SlotPath::subject},
    {"by behind adjunct", SlotPath::by_behind_adjunct},
    {"by on gift", SlotPath::by_on_gift},
    {"gift", SlotPath::gift},
    {"behind particle", SlotPath::behind_particle},
    {"object", SlotPath::object},
    {"called", SlotPath::called},
    {"receiver", SlotPath::receiver},
    {"dative", SlotPath::dative},
    {"first object", SlotPath::first_object},
    {"phrase", SlotPath::phrase},
    {"imposed", SlotPath::imposed},
    {"patient phrase", SlotPath::patient_phrase},
    {"particle", SlotPath::particle},
    {"support", SlotPath::support},
    {"out of", SlotPath::out_of},
    {"in front of", SlotPath::in_front_of},
    {"joined object", SlotPath::joined_object},
    {"counted object", SlotPath::counted_object},
    {"far", SlotPath::far},
};

}  // namespace

std::optional<SlotPath> slot_path(std::string_view words) {
  for (const auto& [name, path] : kPaths) {
    if (name == words) return path;
  }
  return std::nullopt;
}

const std::vector<SlotPath>& SlotPaths::of(std::string_view slot) const {
  const auto found = slots.find(slot);
  return found == slots.end() ? prepositions : found->second;
}

Result<SlotPaths> SlotPaths::load(const std::filesystem::path& folder) {
  const auto file = read_entries(folder / "slots.txt", kClausesSchema);
  if (!file) return file.error();
  SlotPaths out;
  for (const Stanza& stanza : (*file)->stanzas) {
    std::vector<SlotPath> paths;
    for (const std::string_view words : split_values(stanza["path"])) {
      if (const auto path = slot_path(words)) paths.push_back(*path);
    }
    for (const std::string_view slot : split_values(stanza["slot"])) {
      if (slot == kPrepositionSlots) {
        out.prepositions = paths;
      } else {
        out.slots.insert_or_assign(std::string(slot), paths);
      }
    }
  }
  return out;
}

}  // namespace dragoman
