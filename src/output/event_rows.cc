#include "output/event_rows.h"

#include "record/names.h"

#include <algorithm>
#include <iterator>

namespace dragoman {

namespace {

/// What an act of cooperation to come is coded as.
struct Intent {
  EventType type;
  std::string_view cameo;
};
constexpr Intent kIntents[] = {
    {EventType::consult, "036"}, {EventType::support, "032"}, {EventType::cooperate, "031"}, {EventType::aid, "033"}};
constexpr double kAgreeScore = 2.5;       // PLOVER's of AGREE
constexpr double kIntentGoldstein = 4.0;  // of CAMEO 03

/// True for what those who are named did to each other.
bool is_mutual(const Event& e) {
  if (e.actors.size() < 2 || !e.recipients.empty()) return false;
  return e.type == EventType::consult || e.type == EventType::agree || e.type == EventType::cooperate ||
         e.type == EventType::assault || e.cameo.starts_with("057");
}

std::vector<std::optional<Index>> one_or_more(const std::vector<Index>& list) {
  if (list.empty()) return {std::nullopt};
  return {list.begin(), list.end()};
}

}  // namespace

std::vector<EventPair> event_pairs(const Event& e) {
  std::vector<EventPair> out;
  if (is_mutual(e)) {
    for (const Index a : e.actors) {
      for (const Index b : e.actors) {
        if (a != b) out.push_back({a, b});
      }
    }
    return out;
  }
  for (const auto& a : one_or_more(e.actors)) {
    for (const auto& b : one_or_more(e.recipients)) out.push_back({a, b});
  }
  return out;
}

EventCodes event_codes(const Event& e) {
  if (e.status == EventStatus::planned) {
    const auto* intent =
        std::find_if(std::begin(kIntents), std::end(kIntents), [&](const Intent& i) { return i.type == e.type; });
    if (intent != std::end(kIntents))
      return {to_string(EventType::agree), "", intent->cameo, 1, kIntentGoldstein, kAgreeScore};
  }
  return {to_string(e.type), e.mode, e.cameo, e.quad, e.goldstein, e.score};
}

std::string sector_of(const Entity& entity) {
  for (const Role& role : entity.roles) {
    if (!role.sector.empty()) return role.sector;
  }
  // The code is the country's and the role's.
  if (!entity.country.empty() && entity.code.starts_with(entity.country))
    return entity.code.substr(entity.country.size());
  return {};
}

std::string document_digits(const Record& record) {
  constexpr std::size_t kDigits = 12;
  const std::string& id = record.document.id;
  const std::size_t colon = id.find(':');
  return id.substr(colon == std::string::npos ? 0 : colon + 1, kDigits);
}

}  // namespace dragoman
