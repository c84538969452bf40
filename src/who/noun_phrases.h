// What is asked of the phrase of a common noun that may be an actor: "Egyptian officials", "a court in Nairobi".
#pragma once

#include "who/builder.h"

#include <optional>
#include <string>
#include <string_view>

namespace dragoman {

class NounPhrases {
 public:
  explicit NounPhrases(const EntityBuilder& b) : b_(b), parse_(b.parse) {}

  struct Owner {
    std::string country, code;
    bool found = false;                   // some country or body, with a code or not
    Index holder = EntityBuilder::kNone;  // the body or person whose it is
  };

  /// The noun of the lexicon that ends at `t`, the longest: with where it begins, or alone.
  std::optional<PhraseTable::Ending> words_ending_at(TokenIndex t) const;
  std::optional<std::uint32_t> noun_ending_at(TokenIndex t) const;
  /// Whose: a people's adjective, a possessor, "of X", "in X", the place of a "where" clause.
  Owner owner_of(TokenIndex head, TokenSpan phrase) const;
  /// By the tag, or "MPs" where it is taken for a name.
  bool is_plural(TokenIndex t) const;
  bool is_determined(TokenIndex head, std::string_view word) const;
  /// "energy sources", "sources of water": what comes from them is no news.
  bool is_of_a_thing(TokenIndex t) const;
  /// "no official", "every citizen": nobody, or everybody, but not one.
  bool is_anybody(TokenIndex t) const;
  /// What the people or body of the phrase are called by the words up to its noun: "members", "Taliban fighters".
  std::string called_up_to_noun(TokenSpan phrase) const { return name_of(with_names(phrase)); }
  /// The same with what stands right behind the noun and tells them from others of their kind: "members of the Dockers'
  /// Union", "officials from Oslo".
  std::string called(TokenSpan phrase) const;
  /// "murderers to justice", "in office of mayor": a small singular that nothing points out.
  bool is_bare(TokenIndex t) const;
  /// Does, undergoes or is given something, or is the object of "by", "with", "against", "according to".
  bool acts(TokenIndex t) const;

 private:
  /// Without the words that only count or point: "the", "several", "37".
  std::string name_of(TokenSpan phrase) const;
  /// With the names right before it, which are mentions of their own: "Taliban fighters", "Ana Paz's campaign".
  TokenSpan with_names(TokenSpan phrase) const;
  TokenIndex where_of(TokenIndex head) const;

  const EntityBuilder& b_;
  const Parse& parse_;
};

}  // namespace dragoman
