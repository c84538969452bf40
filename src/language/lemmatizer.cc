#include "language/lemmatizer.h"

#include "model/model.h"
#include "text/utf8.h"

#include <algorithm>

#include <utf8proc.h>

namespace dragoman {

namespace {

bool has_feature(std::string_view morph, std::string_view feature) {
  for (std::size_t at = morph.find(feature); at != std::string_view::npos; at = morph.find(feature, at + 1)) {
    const std::size_t end = at + feature.size();
    if ((at == 0 || morph[at - 1] == '|') && (end == morph.size() || morph[end] == '|')) return true;
  }
  return false;
}

// Whether the form is uninflected already.
bool is_base_form(const Token& token) {
  const std::string_view morph = token.morph;
  if (token.pos == Pos::noun && has_feature(morph, "Number=Sing")) return true;
  if (has_feature(morph, "VerbForm=Inf") || has_feature(morph, "VerbForm=None")) return true;
  if (has_feature(morph, "Degree=Pos")) return true;
  return token.pos == Pos::verb && has_feature(morph, "VerbForm=Fin") && has_feature(morph, "Tense=Pres") &&
         morph.find("Number=") == std::string_view::npos;
}

bool is_all_letters(std::string_view word) {
  for (std::size_t i = 0; i < word.size();) {
    const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(next_code_point(word, i)));
    if (category < UTF8PROC_CATEGORY_LU || category > UTF8PROC_CATEGORY_LO) return false;
  }
  return !word.empty();
}

std::string lower_name(Pos pos) {
  std::string name(to_string(pos));
  for (char& c : name) c = static_cast<char>(c | 0x20);
  return name;
}

}  // namespace

Result<Lemmatizer> Lemmatizer::load(const Model& model) {
  Lemmatizer lemmatizer;
  for (std::size_t p = 1; p < kPosCount; ++p) {
    const std::string prefix = "lemma/" + lower_name(static_cast<Pos>(p));
    Table& table = lemmatizer.tables_[p];
    if (model.has(prefix + "/index")) {
      const auto index = model.integers(prefix + "/index");
      if (!index) return index.error();
      table.index = *index;
      table.present = true;
    }
    if (model.has(prefix + "/exception_keys")) {
      const auto keys = model.integers(prefix + "/exception_keys");
      if (!keys) return keys.error();
      auto forms = model.strings(prefix + "/exceptions");
      if (!forms) return forms.error();
      if (forms->size() != keys->size())
        return Error{ErrorKind::setup, "", "the lemma tables of the model are damaged"};
      table.exception_keys = *keys;
      table.exceptions = std::move(*forms);
      table.present = true;
    }
    if (model.has(prefix + "/rules")) {
      auto rules = model.strings(prefix + "/rules");
      if (!rules) return rules.error();
      if (rules->size() % 2 != 0) return Error{ErrorKind::setup, "", "the lemma rules of the model are damaged"};
      table.rules = std::move(*rules);
      table.present = true;
    }
  }
  return lemmatizer;
}

bool Lemmatizer::Table::knows(std::string_view form) const {
  return std::binary_search(index.begin(), index.end(), string_id(form));
}

bool Lemmatizer::is_word(std::string_view word, Pos pos) const {
  const Table& table = tables_[static_cast<std::size_t>(pos)];
  if (table.knows(word)) return true;
  if (std::binary_search(table.exception_keys.begin(), table.exception_keys.end(), string_id(word))) return true;
  for (std::size_t i = 0; i + 1 < table.rules.size(); i += 2) {
    if (word.size() <= table.rules[i].size() || !word.ends_with(table.rules[i])) continue;
    if (table.knows(std::string(word.substr(0, word.size() - table.rules[i].size())) + std::string(table.rules[i + 1])))
      return true;
  }
  return false;
}

std::string Lemmatizer::lemma_of(const Token& token) const {
  std::string lower(token.lower);
  if (token.pos == Pos::none || token.pos == Pos::space || is_base_form(token)) return lower;
  const Table& table = tables_[static_cast<std::size_t>(token.pos)];
  if (!table.present) return token.pos == Pos::propn ? std::string(token.text) : lower;
  std::vector<std::string> forms, unknown;
  for (std::size_t i = 0; i < table.rules.size(); i += 2) {
    if (!token.lower.ends_with(table.rules[i])) continue;
    std::string form = lower.substr(0, lower.size() - table.rules[i].size()) + std::string(table.rules[i + 1]);
    if (form.empty()) continue;
    if (table.knows(form)) {
      forms.insert(forms.begin(), std::move(form));
    } else {
      (is_all_letters(form) ? unknown : forms).push_back(std::move(form));
    }
  }
  const std::uint64_t id = string_id(lower);
  const auto found = std::lower_bound(table.exception_keys.begin(), table.exception_keys.end(), id);
  if (found != table.exception_keys.end() && *found == id) {
    std::string_view rest = table.exceptions[static_cast<std::size_t>(found - table.exception_keys.begin())];
    while (true) {
      const std::size_t end = std::min(rest.find('\n'), rest.size());
      const std::string form(rest.substr(0, end));
      if (std::find(forms.begin(), forms.end(), form) == forms.end()) forms.insert(forms.begin(), form);
      if (end == rest.size()) break;
      rest.remove_prefix(end + 1);
    }
  }
  if (!forms.empty()) return forms.front();
  return unknown.empty() ? std::string(token.text) : unknown.front();
}

void Lemmatizer::run(Parse& parse, std::span<const WordType> words, Workspace& workspace) const {
  constexpr std::size_t kMaxKept = 50'000;
  if (workspace.index.size() > kMaxKept) {
    workspace.index.clear();
    workspace.lemmas.clear();
  }
  for (TokenIndex t = 0; t < parse.size(); ++t) {
    Token& token = parse.tokens[t];
    if (token.lemma.data() != nullptr) continue;
    // The morphology counts only by whether the form is a base form.
    const std::uint64_t kind = static_cast<std::uint64_t>(token.pos) * 2 + (is_base_form(token) ? 1 : 0);
    const std::uint64_t key = words[t].lexeme->orth ^ ((kind + 1) * 0x9E3779B97F4A7C15ULL);
    std::uint32_t found = workspace.index.find(key);
    if (found == HashIndex::kNone) {
      found = static_cast<std::uint32_t>(workspace.lemmas.size());
      workspace.index.insert(key, found);
      workspace.lemmas.push_back(lemma_of(token));
    }
    const std::string& lemma = workspace.lemmas[found];
    if (lemma == token.lower) {
      token.lemma = token.lower;
    } else if (lemma == token.text) {
      token.lemma = token.text;
    } else {
      auto* copy = static_cast<char*>(parse.storage->allocate(lemma.size(), 1));
      std::copy_n(lemma.data(), lemma.size(), copy);
      token.lemma = {copy, lemma.size()};
    }
  }
}

}  // namespace dragoman
