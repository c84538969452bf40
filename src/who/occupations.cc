#include "who/occupations.h"

#include "language/syntax.h"
#include "who/context.h"
#include "who/role_status.h"
#include "who/title_words.h"

#include <algorithm>

namespace dragoman {

namespace {

// "fisherman" of "fishermen A and B", "officer" of "Police Officers A and B".
std::string singular_of(const EntityBuilder& b, TokenIndex noun) {
  std::string word(b.parse[noun].lower);
  const auto known = b.who.noun_phrases.find(word);
  if (!known || !b.who.nouns[*known].plural) return word;
  if (b.parse[noun].tag == Tag::nns) return std::string(b.parse[noun].lemma);
  const auto ends_as = [&](std::string_view ending, std::string_view singular) {
    if (!word.ends_with(ending)) return false;
    word.replace(word.size() - ending.size(), ending.size(), singular);
    return true;
  };
  ends_as("men", "man") || ends_as("ies", "y") || ends_as("ches", "ch") || ends_as("sses", "ss") ||
      ends_as("wives", "wife") || ends_as("s", "");
  return word;
}

}  // namespace

void add_occupation(EntityBuilder& b, Index person, const ActorNoun& noun, TokenSpan words, TokenSpan evidence,
                    const std::string& country, std::optional<Index> of) {
  if (!noun.office) return;
  Entity& e = b.entity(person);
  if (e.type != EntityType::person || e.anonymous) return;
  words = in_full(b, words);
  const bool shared = words.begin > 1 && b.parse[words.begin - 1].text == "-" &&
                      b.parse[words.begin - 2].lower == "co" && !b.parse[words.begin - 2].space_after;
  if (shared) words.begin -= 2;  // "co-driver"
  Role role;
  for (TokenIndex t = words.begin; t < words.end; ++t) {
    if (t > words.begin && b.parse[t - 1].space_after) role.title += " ";
    const Token& word = b.parse[t];
    if (t + 1 == words.end) {
      role.title += singular_of(b, t);
    } else {
      // "TV personality", "Nobel laureate"; not "Chief Inspector" of a name's title
      const bool opens = t == b.parse.sentences[word.sentence].begin;
      const bool proper =
          is_in_capitals(word) || (is_capitalised(word) && !opens && !is_capitalised(b.parse[words.end - 1]));
      role.title += proper ? word.text : word.lower;
    }
  }
  // Of a minister "the official" says no more; a novelist may be a painter.
  const bool says_no_more = is_of_state(noun.sector) || noun.sector == "PTY";
  const auto is_elsewhere = [&](const Role& known) {
    return known.of && b.entity(*known.of).type == EntityType::organisation && !is_of_state(b.notes[*known.of].sector);
  };
  const auto same = [&](const Role& known) {
    return known.title == role.title || (says_no_more && known.sector == noun.sector && !is_elsewhere(known));
  };
  if (std::any_of(e.roles.begin(), e.roles.end(), same)) return;
  role.sector = noun.sector;
  role.country = country;
  if (of != person) role.of = of;
  role.evidence = b.story.evidence(evidence);
  role.status = role_status(b, words, b.parse.sentences[b.parse[words.begin].sentence].begin);
  b.notes[person].title_words.emplace_back(e.roles.size(), words);
  e.roles.push_back(std::move(role));
}

bool is_half_of_a_word(const EntityBuilder& b, TokenIndex t) {
  if (t < 2) return false;
  const Token& hyphen = b.parse[t - 1];
  const Token& first = b.parse[t - 2];
  if (hyphen.text != "-" || hyphen.space_after || first.space_after) return false;
  const auto is_small = [](const Token& token) { return token.text == token.lower; };
  if (is_small(first) != is_small(b.parse[t])) return false;  // "list-MP Ana Paz"
  return first.lower != "co" && !b.who.status_before.longest(b.parse, b.story.text, t - 2);
}

}  // namespace dragoman
