#include "who/plural_offices.h"

#include "language/syntax.h"

#include <algorithm>
#include <vector>

namespace dragoman {

namespace {

// "of Chile and Peru", "the Chilean and Peruvian …".
std::vector<std::string> countries_of(const EntityBuilder& b, TokenIndex noun) {
  std::vector<std::string> countries;
  for (const TokenIndex owner : obliques(b.parse, noun, "of")) {
    const std::uint32_t country = b.country_at(core_phrase(b.parse, owner).begin);
    if (country != EntityBuilder::kNone) countries.push_back(b.who.known[country].country);
  }
  if (!countries.empty()) return countries;
  for (TokenIndex t = core_phrase(b.parse, noun).begin; t < noun; ++t) {
    TokenIndex end = t + 1;
    const std::uint32_t country = b.country_at(t, &end);
    if (country == EntityBuilder::kNone) continue;
    countries.push_back(b.who.known[country].country);
    t = end - 1;
  }
  return countries;
}

}  // namespace

std::string country_of_one(const EntityBuilder& b, TokenIndex noun, TokenIndex name, std::string country,
                           std::optional<Index>& of) {
  const std::vector<std::string> countries = countries_of(b, noun);
  if (countries.size() < 2) return country;
  of.reset();
  const Tokens names = coordinated(b.parse, first_conjunct(b.parse, name));
  const auto place = std::find(names.begin(), names.end(), name);
  if (names.size() != countries.size() || place == names.end()) return {};
  return countries[static_cast<std::size_t>(place - names.begin())];
}

}  // namespace dragoman
