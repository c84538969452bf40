// The attribute ruler: patterns over tag, lower case, relation and white space give tokens their part of speech,
// morphology and some lemmas. All patterns are matched first; then the later rule wins.
#pragma once

#include "dragoman/result.h"
#include "language/hash_index.h"
#include "language/lexeme.h"
#include "language/parse.h"

#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace dragoman {

class AttributeRuler {
 public:
  /// The patterns of a model. An Error (kind setup) names what is not supported.
  static Result<AttributeRuler> load(const Model& model);

  struct Workspace {
    std::vector<std::uint64_t> matches;
  };

  /// Sets pos, morph and, where a rule gives them, lemma, tag and relation. `words` are those of the tokens.
  void run(Parse& parse, std::span<const WordType> words, Workspace& workspace) const;

 private:
  /// What one attribute of a token must be.
  struct Condition {
    enum class On : std::uint8_t { tag, lower, relation };
    On on = On::tag;
    bool negated = false;
    std::vector<std::string> values;
  };
  struct TokenPattern {
    std::vector<Condition> conditions;
    std::optional<bool> is_space;
  };
  struct Action {
    std::optional<Pos> pos;
    std::optional<std::string> morph, lemma, tag, relation;
  };
  struct Rule {
    std::vector<TokenPattern> pattern;
    std::uint32_t target = 0;  // token of the pattern that the action is for
    std::uint32_t action = 0;
  };

  static bool holds(const TokenPattern& pattern, const Token& token);
  void add_rule(Rule rule);

  std::vector<Action> actions_;
  std::vector<Rule> rules_;
  // Rules by what their first token must be: its lower case, else its tag; the others are tried at every token.
  HashIndex lower_index_;
  std::vector<std::vector<std::uint32_t>> by_lower_;
  std::unordered_map<std::string_view, std::vector<std::uint32_t>> by_tag_;
  std::vector<std::uint32_t> others_;
};

}  // namespace dragoman
