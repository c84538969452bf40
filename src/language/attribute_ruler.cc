#include "language/attribute_ruler.h"

#include "model/model.h"

#include <algorithm>
#include <cctype>

#include <nlohmann/json.hpp>

namespace dragoman {

namespace {

using nlohmann::json;

// The words that a regular expression of the patterns can stand for. They are of the kind "^n'?t$" and "^n[ou]thin'$":
// letters with an optional one or a choice; anything else is an error.
std::optional<std::vector<std::string>> expand(std::string_view expression) {
  if (expression.size() < 2 || expression.front() != '^' || expression.back() != '$') return std::nullopt;
  expression = expression.substr(1, expression.size() - 2);
  constexpr std::string_view kSpecial = "\\.*+{}()|^$";
  std::vector<std::string> words{""};
  for (std::size_t i = 0; i < expression.size(); ++i) {
    std::vector<std::string> choices;
    if (expression[i] == '[') {
      const std::size_t end = expression.find(']', i);
      if (end == std::string_view::npos) return std::nullopt;
      for (const char c : expression.substr(i + 1, end - i - 1)) {
        if (c == '-' || c == '\\') return std::nullopt;
        choices.emplace_back(1, c);
      }
      i = end;
    } else if (kSpecial.find(expression[i]) != std::string_view::npos) {
      return std::nullopt;
    } else {
      choices.emplace_back(1, expression[i]);
    }
    if (i + 1 < expression.size() && expression[i + 1] == '?') {
      choices.emplace_back();
      ++i;
    }
    std::vector<std::string> longer;
    for (const auto& word : words) {
      for (const auto& choice : choices) longer.push_back(word + choice);
    }
    words = std::move(longer);
  }
  return words;
}

Error unsupported(const std::string& what) {
  return Error{ErrorKind::setup, "",
               "the attribute ruler of the model has " + what +
                   ", which is not supported; use one of spaCy's English CNN pipelines"};
}

}  // namespace

Result<AttributeRuler> AttributeRuler::load(const Model& model) try {
  const auto bytes = model.bytes("ruler/patterns");
  if (!bytes) return bytes.error();
  const auto patterns = json::parse(*bytes, nullptr, false);
  if (!patterns.is_array()) return unsupported("patterns that cannot be read");
  AttributeRuler ruler;
  for (const auto& entry : patterns) {
    Action action;
    for (const auto& [key, value] : entry.at("attrs").items()) {
      auto text = value.get<std::string>();
      if (key == "POS") {
        for (char& c : text) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
        action.pos = pos_from(text);
      } else if (key == "MORPH") {
        action.morph = text == "_" ? "" : text;
      } else if (key == "LEMMA") {
        action.lemma = text;
      } else if (key == "TAG") {
        action.tag = text;
      } else if (key == "DEP") {
        action.relation = text;
      } else {
        return unsupported("an attribute " + key);
      }
    }
    ruler.actions_.push_back(std::move(action));
    for (const auto& tokens : entry.at("patterns")) {
      Rule rule;
      rule.action = static_cast<std::uint32_t>(ruler.actions_.size() - 1);
      const auto index = entry.value("index", 0);
      if (index < 0 || static_cast<std::size_t>(index) >= tokens.size()) return unsupported("a negative index");
      rule.target = static_cast<std::uint32_t>(index);
      for (const auto& token : tokens) {
        TokenPattern pattern;
        for (const auto& [key, value] : token.items()) {
          if (key == "IS_SPACE") {
            pattern.is_space = value.get<bool>();
            continue;
          }
          Condition condition;
          if (key == "LOWER") {
            condition.on = Condition::On::lower;
          } else if (key == "DEP") {
            condition.on = Condition::On::relation;
          } else if (key != "TAG") {
            return unsupported("a condition on " + key);
          }
          if (value.is_string()) {
            condition.values.push_back(value.get<std::string>());
          } else if (value.contains("REGEX")) {
            const auto words = expand(value.at("REGEX").get<std::string>());
            if (!words) return unsupported("the regular expression " + value.at("REGEX").dump());
            condition.values = *words;
          } else {
            condition.negated = value.contains("NOT_IN");
            if (!condition.negated && !value.contains("IN")) return unsupported("the condition " + value.dump());
            condition.values = value.at(condition.negated ? "NOT_IN" : "IN").get<std::vector<std::string>>();
          }
          pattern.conditions.push_back(std::move(condition));
        }
        rule.pattern.push_back(std::move(pattern));
      }
      ruler.add_rule(std::move(rule));
    }
  }
  return ruler;
} catch (const json::exception& e) {
  return unsupported(std::string("patterns of another form (") + e.what() + ")");
}

void AttributeRuler::add_rule(Rule rule) {
  const auto number = static_cast<std::uint32_t>(rules_.size());
  rules_.push_back(std::move(rule));
  const auto& conditions = rules_.back().pattern.front().conditions;
  const auto positive = [&](Condition::On on) {
    const auto it = std::find_if(conditions.begin(), conditions.end(),
                                 [on](const Condition& c) { return c.on == on && !c.negated; });
    return it == conditions.end() ? nullptr : &*it;
  };
  if (const Condition* lower = positive(Condition::On::lower)) {
    for (const std::string& word : lower->values) {
      const std::uint64_t id = string_id(word);
      std::uint32_t list = lower_index_.find(id);
      if (list == HashIndex::kNone) {
        list = static_cast<std::uint32_t>(by_lower_.size());
        lower_index_.insert(id, list);
        by_lower_.emplace_back();
      }
      by_lower_[list].push_back(number);
    }
  } else if (const Condition* tag = positive(Condition::On::tag)) {
    for (const std::string& label : tag->values) by_tag_[label].push_back(number);
  } else {
    others_.push_back(number);
  }
}

bool AttributeRuler::holds(const TokenPattern& pattern, const Token& token) {
  if (pattern.is_space && *pattern.is_space != token.is_space) return false;
  return std::all_of(pattern.conditions.begin(), pattern.conditions.end(), [&](const Condition& condition) {
    const std::string_view actual = condition.on == Condition::On::tag     ? token.tag_label
                                    : condition.on == Condition::On::lower ? token.lower
                                                                           : token.relation_label;
    const bool found = std::find(condition.values.begin(), condition.values.end(), actual) != condition.values.end();
    return found != condition.negated;
  });
}

void AttributeRuler::run(Parse& parse, std::span<const WordType> words, Workspace& workspace) const {
  auto& matches = workspace.matches;
  matches.clear();
  constexpr unsigned kRuleBits = 16;
  const auto try_rules = [&](TokenIndex t, const std::vector<std::uint32_t>& candidates) {
    for (const std::uint32_t number : candidates) {
      const Rule& rule = rules_[number];
      if (rule.pattern.size() > parse.size() - t) continue;
      bool all = true;
      for (std::uint32_t i = 0; all && i < rule.pattern.size(); ++i) all = holds(rule.pattern[i], parse.tokens[t + i]);
      if (all) matches.push_back((std::uint64_t{t + rule.target} << kRuleBits) | number);
    }
  };
  for (TokenIndex t = 0; t < parse.size(); ++t) {
    if (const auto it = by_tag_.find(parse.tokens[t].tag_label); it != by_tag_.end()) try_rules(t, it->second);
    const std::uint32_t list = lower_index_.find(words[t].lexeme->lower);
    if (list != HashIndex::kNone) try_rules(t, by_lower_[list]);
    try_rules(t, others_);
  }
  std::sort(matches.begin(), matches.end());
  for (const std::uint64_t match : matches) {
    Token& token = parse.tokens[match >> kRuleBits];
    const Action& action = actions_[rules_[match & ((1U << kRuleBits) - 1)].action];
    if (action.pos) token.pos = *action.pos;
    if (action.morph) token.morph = *action.morph;
    if (action.lemma) token.lemma = *action.lemma;
    if (action.tag) {
      token.tag_label = *action.tag;
      token.tag = tag_from(*action.tag);
    }
    if (action.relation) {
      token.relation_label = *action.relation;
      token.relation = relation_from(*action.relation);
    }
  }
}

}  // namespace dragoman
