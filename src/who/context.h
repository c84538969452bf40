// Whose "the Foreign Ministry", "the army" and "Prime Minister A" are where the words do not say it: those of the
// country that the story is just about, if that is plain.
#pragma once

#include "who/builder.h"

#include <string>
#include <string_view>
#include <vector>

namespace dragoman {

/// The chance that a country is right which the sentences around give: about 9 in 10 of those that readers have judged.
inline constexpr double kByContext = 0.9;

class Context {
 public:
  explicit Context(const EntityBuilder& b);

  /// The country of an office or body of that CAMEO role that is spoken of at `t`: that of the sentence's own subject
  /// or of the one just before, held against the dateline. Empty where it is open. `by_name` says that it is somebody
  /// with a name.
  std::string country_at(TokenIndex t, std::string_view sector, bool by_name = false) const;

  /// "In Beijing, a ministry spokesman said", "In Voi, Kenya, …": the country that opens the sentence before `t`, by
  /// its name or its seat of government.
  std::string opening_seat(TokenIndex t) const;

  /// The dateline's country for a body where something happens ("at the Foreign Ministry") and for those with whom
  /// somebody from elsewhere meets; else empty.
  std::string host_at(TokenIndex t) const;

  /// The country of a party, court or assembly whose deed is done to the government, army or police at `t`.
  std::string of_its_own(TokenIndex t) const;

  /// The country where the report was filed; empty where it has no dateline or that says none.
  const std::string& dateline() const { return dateline_; }

  /// Whether somebody's office is one borne abroad: an ambassador is of another country than the story is about.
  bool is_abroad(const Entity& person) const;

  /// Whether the subject at `t` comes to that country, leaves it or has to do with something there: no official of it.
  /// `by_journey`: comes to it or leaves it.
  bool is_guest(TokenIndex t, const std::string& home, bool by_journey = false) const;

 private:
  std::string country_of(TokenIndex subject, bool military) const;
  std::string leading_country(std::uint32_t sentence, TokenIndex before, bool military) const;
  bool is_of_others(std::uint32_t sentence) const;
  std::string leading_at(TokenIndex t, std::string_view sector, bool by_name) const;
  bool is_led_by_home(std::uint32_t sentence) const;
  bool is_inside(TokenIndex t) const;
  void find_dateline();
  std::string town_of_dateline(TokenSpan dateline) const;

  const EntityBuilder& b_;
  std::vector<std::vector<TokenIndex>> subjects_;  // of each sentence's main clause and of what it reports
  std::vector<TokenIndex> objects_;                // of the same clauses: one that has a country, or kNoToken
  std::vector<std::uint32_t> paragraph_;           // by token
  std::string dateline_;
  std::uint32_t first_ = 0;  // sentence of the report
};

/// Whether a role is one that a state gives: of government, army, parliament, police.
bool is_of_state(std::string_view sector);

/// Gives countries to people in office and to ministries by name that have none; "the Foreign Ministry" of two
/// countries is two.
void find_contexts(EntityBuilder& b);

}  // namespace dragoman
