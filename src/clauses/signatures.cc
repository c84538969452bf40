#include "clauses/signatures.h"

#include "clauses/schema.h"
#include "language/syntax.h"
#include "lexicon/stanza.h"
#include "record/names.h"

#include <algorithm>
#include <memory>
#include <optional>

namespace dragoman {

namespace {

constexpr std::string_view kParts[] = {"verb", "noun", "adjective"};

std::optional<EventStatus> status_from(std::string_view word) {
  for (int i = 0; i <= static_cast<int>(EventStatus::denied); ++i) {
    if (to_string(static_cast<EventStatus>(i)) == word) return static_cast<EventStatus>(i);
  }
  return std::nullopt;
}

Effect effect_from(char letter) {
  return letter == '+' ? Effect::holds : letter == '-' ? Effect::fails : letter == 'o' ? Effect::open : Effect::silent;
}

std::optional<Link::Kind> link_from(std::string_view word) {
  static constexpr std::pair<std::string_view, Link::Kind> kWords[] = {
      {"infinitive", Link::Kind::infinitive}, {"gerund", Link::Kind::gerund},   {"clause", Link::Kind::clause},
      {"object", Link::Kind::object},         {"subject", Link::Kind::subject}, {"participle", Link::Kind::participle},
  };
  for (const auto& [name, kind] : kWords) {
    if (name == word) return kind;
  }
  return std::nullopt;
}

// What an entry speaks of that does not say so: for a verb its complements and object, for a noun and an adjective
// their complements and the usual prepositions. Whoever is "barred for" a deed has done it.
void set_default_links(Signature& signature, bool verb) {
  signature.kinds = {Link::Kind::infinitive, Link::Kind::gerund, Link::Kind::clause};
  if (verb) signature.kinds.push_back(Link::Kind::object);
  for (const char* preposition : {"of", "for", "to", "from", "in", "on", "about"}) {
    const std::string_view p = preposition;
    if (verb && (p == "about" || (p == "for" && signature.affirmed == Effect::fails))) continue;
    signature.prepositions.emplace_back(preposition);
  }
}

std::optional<Error> read_signatures(const std::filesystem::path& path, SignatureLexicon& lexicon) {
  auto file = read_entries(path, kClausesSchema);
  if (!file) return file.error();
  for (const Stanza& stanza : (*file)->stanzas) {
    Signature signature;
    const std::string_view letters = stanza["signature"];
    const Effect affirmed = effect_from(letters.front()), denied = effect_from(letters.back());
    signature.affirmed = affirmed;
    signature.denied = denied;
    if (affirmed == Effect::open || denied == Effect::open) {
      const auto status = status_from(stanza["open"]);
      if (!status) return (*file)->error(stanza.line, "has a signature with o, and no open: with the status of that");
      signature.open = *status;
    }
    signature.presupposed = stanza["presupposes"] == "yes";
    signature.passive_only = stanza["voice"] == "passive";
    signature.said = stanza["said"] == "yes";
    const std::string_view takes = stanza["takes"];
    if (!takes.empty()) {
      for (const std::string_view word : split_values(takes)) {
        if (const auto kind = link_from(word)) {
          signature.kinds.push_back(*kind);
        } else {
          signature.prepositions.emplace_back(word);
        }
      }
    }
    for (std::size_t part = 0; part < std::size(kParts); ++part) {
      for (const std::string_view lemma : split_values(stanza[kParts[part]])) {
        if (lemma.empty()) continue;
        Signature own = signature;
        if (takes.empty()) set_default_links(own, part == 0);
        lexicon.governors[part][std::string(lemma)].push_back(std::move(own));
      }
    }
  }
  // Those that ask for the passive come first.
  for (auto& table : lexicon.governors) {
    for (auto& [lemma, all] : table) {
      std::stable_sort(all.begin(), all.end(),
                       [](const Signature& a, const Signature& b) { return a.passive_only > b.passive_only; });
    }
  }
  return std::nullopt;
}

std::optional<Error> read_explaining(const std::filesystem::path& path, WordSet& words) {
  auto file = read_entries(path, kClausesSchema);
  if (!file) return file.error();
  for (const Stanza& stanza : (*file)->stanzas) {
    for (const std::string_view word : split_values(stanza["explains"])) words.emplace(word);
  }
  return std::nullopt;
}

// Stanzas of `key: a | b` with `makes: status`.
std::optional<Error> read_statuses(const std::filesystem::path& path,
                                   std::initializer_list<std::pair<std::string_view, ByWord<EventStatus>*>> tables) {
  auto file = read_entries(path, kClausesSchema);
  if (!file) return file.error();
  for (const Stanza& stanza : (*file)->stanzas) {
    const auto status = status_from(stanza["makes"]);
    for (const auto& [key, table] : tables) {
      for (const std::string_view word : split_values(stanza[key])) {
        if (!word.empty()) table->insert_or_assign(std::string(word), status.value_or(EventStatus::happened));
      }
    }
  }
  return std::nullopt;
}

}  // namespace

bool Signature::takes(const Link& link) const {
  if (link.kind == Link::Kind::preposition) {
    return std::find(prepositions.begin(), prepositions.end(), link.preposition) != prepositions.end();
  }
  return std::find(kinds.begin(), kinds.end(), link.kind) != kinds.end();
}

const Signature* SignatureLexicon::find(const Parse& parse, TokenIndex t, const Link& link) const {
  const Token& token = parse[t];
  const std::size_t part = is_verbal(token) ? 0 : token.pos == Pos::adj ? 2 : 1;
  auto found = governors[part].end();
  if (const TokenIndex particle = part == 0 ? child_of(parse, t, Relation::prt) : kNoToken; particle != kNoToken)
    found = governors[part].find(std::string(token.lemma) + ' ' + std::string(parse[particle].lower));
  if (found == governors[part].end()) found = governors[part].find(token.lemma);
  if (found == governors[part].end()) return nullptr;
  for (const Signature& signature : found->second) {
    if (!signature.takes(link)) continue;
    if (signature.passive_only && !is_passive(parse, t)) continue;
    return &signature;
  }
  return nullptr;
}

Result<SignatureLexicon> SignatureLexicon::load(const std::filesystem::path& folder) {
  SignatureLexicon lexicon;
  if (auto error = read_signatures(folder / "signatures.txt", lexicon)) return *error;
  if (auto error = read_statuses(folder / "modifiers.txt", {{"word", &lexicon.modifiers}})) return *error;
  if (auto error = read_statuses(folder / "connectives.txt", {{"purpose", &lexicon.purposes},
                                                              {"expressed", &lexicon.expressed},
                                                              {"attempt", &lexicon.attempts},
                                                              {"attempted", &lexicon.attempted},
                                                              {"subordinator", &lexicon.subordinators},
                                                              {"wish", &lexicon.wishes},
                                                              {"performative", &lexicon.performatives},
                                                              {"avowal", &lexicon.avowals},
                                                              {"preposition", &lexicon.prepositions}})) {
    return *error;
  }
  if (auto error = read_explaining(folder / "connectives.txt", lexicon.explains)) return *error;
  return lexicon;
}

}  // namespace dragoman
