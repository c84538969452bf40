// A user's own dictionaries of actors and agents, in the notation of PETRARCH and Phoenix. They go before the lexicon.
//
//   actors:  ANA_PAZ_  [CHLELI]            # the code when none of the dated ones holds
//            +ANITA_PAZ_
//            <tab>[CHLGOV 100311-140311]   # from, to, both included
//            <tab>[CHLOPP >140312]
//   agents:  FARMER [~AGR]                 # CHL + AGR
//            CHARITY {CHARITIES} [NGO~]    # NGO + CHL
//            POLICE {} [~COP]              # no plural of its own
//            !PERSON! = MAN, WOMAN
//
// Words are joined by "_" or blanks. Days are YYYYMMDD, or YYMMDD with 00 to 30 for 2000 to 2030. Everything after "#"
// or ";" and between "<!--" and "-->" is a comment. "[---]" is no code.
#pragma once

#include "dragoman/result.h"
#include "lexicon/phrases.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dragoman {

class UserActors {
 public:
  /// Either path may be empty. An Error (kind setup) names file and line, what was found and what was expected.
  static Result<UserActors> load(const std::filesystem::path& actors, const std::filesystem::path& agents);

  /// The code of an actor on a day (YYYY-MM-DD; empty: not known, which only undated codes fit).
  struct Dated {
    std::string code, from, to;  // empty: without a bound
  };
  struct Actor {
    std::vector<Dated> codes;  // the first that fits holds
    std::string code_on(std::string_view day) const;
  };
  struct Agent {
    std::string name, code;
    bool before = false;  // the code stands before that of the country
  };

  bool empty() const { return actors_.empty() && agents_.empty(); }
  /// The longest actor's name that begins at the token, which must have a capital.
  std::optional<PhraseTable::Match> longest(const Parse& parse, const Text& text, TokenIndex at) const;
  const Actor* find(std::string_view name) const;
  const std::vector<Agent>& agents() const { return agents_; }
  const Agent* agent(std::string_view name) const;

 private:
  Result<void> load_actors(const std::filesystem::path& path);
  Result<void> load_agents(const std::filesystem::path& path);

  std::vector<Actor> actors_;
  std::vector<Agent> agents_;
  PhraseTable names_{PhraseTable::Case::ignored};        // to actors_
  PhraseTable agent_names_{PhraseTable::Case::ignored};  // to agents_
};

}  // namespace dragoman
