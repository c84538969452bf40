// Who may be meant by a pronoun, with the clues for each, and who is the likeliest.
#pragma once

#include "who/antecedent_clue.h"
#include "who/pronoun_syntax.h"

#include <functional>
#include <vector>

namespace dragoman {

/// One candidate. Without entities it stands for nobody whom the record lists: a noun, or, where `noun` is kNoToken,
/// nothing that was said.
struct Antecedent {
  std::vector<Index> entities;
  TokenIndex noun = kNoToken;  // head of its nearest mention
  AntecedentClues clues{};
  double chance = 0;
};

/// Everything that competes for one pronoun; "nothing that was said" is the last.
struct PronounCase {
  TokenIndex pronoun = 0;
  PronounForm form = PronounForm::person;
  std::vector<Antecedent> candidates;
};

/// Goes back from a pronoun and gathers who may be meant.
class AntecedentSearch {
 public:
  AntecedentSearch(const EntityBuilder& b, const PronounSyntax& syntax, TokenIndex pronoun, PronounForm form);

  /// Who may be meant by a mention: one, or several together; none of them where it is no candidate.
  using Offers = std::vector<std::vector<Index>>;
  /// Asks `offers` for each mention of the `sentences` before the pronoun, from the nearest on; with `nouns`, those
  /// that it says may be meant compete as well.
  void run(std::uint32_t sentences, const std::function<Offers(const TokenMention&)>& offers,
           const std::function<bool(TokenIndex)>& nouns);
  /// The subject that stands behind the pronoun competes as well: "In his speech, Ortiz said".
  void add_behind(const std::vector<Index>& entities, TokenIndex head);

  /// All that was found, with the chance of each.
  PronounCase result();

 private:
  Antecedent& candidate(const std::vector<Index>& entities, TokenIndex noun);
  void add(const std::vector<Index>& entities, TokenIndex head, const TokenMention* mention);
  void add_place(Antecedent& c, TokenIndex head, const TokenMention* mention);
  void add_relation(Antecedent& c, TokenIndex head, const TokenMention* mention);
  void add_kind(Antecedent& c);
  void add_frequency();
  void add_nobody();
  bool opens_paragraph(std::uint32_t sentence) const;

  const EntityBuilder& b_;
  const Parse& parse_;
  const PronounSyntax& syntax_;
  const TokenIndex pronoun_;
  const PronounForm form_;
  const TokenIndex own_subject_;
  const bool quoted_, as_subject_, as_possessor_, as_object_;
  std::uint32_t paragraphs_ = 0;  // that were gone back
  bool subject_seen_ = false, speaker_seen_ = false, same_form_seen_ = false;
  std::vector<char> outside_;  // by candidate: some mention is outside of quotations
  std::vector<Antecedent> found_;
};

}  // namespace dragoman
