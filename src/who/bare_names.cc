#include "who/bare_names.h"

#include "record/entity_numbers.h"
#include "story/retract.h"
#include "who/names.h"

#include <algorithm>
#include <string>
#include <vector>

namespace dragoman {

namespace {

bool is_bare(const Story& story, const Entity& entity) {
  if (entity.type != EntityType::person || entity.anonymous || !entity.roles.empty() || !entity.country.empty())
    return false;
  const WhoLexicon& who = *story.lexicon.who;
  return std::all_of(entity.mentions.begin(), entity.mentions.end(),
                     [](const Mention& m) { return m.kind == MentionKind::name; }) &&
         !who.given_names.contains(entity.name) && !who.holders_by_surname.contains(person_key(entity.name));
}

/// A name of one word, without an honorific before it.
bool is_a_word(const Story& story, TokenSpan span) {
  if (span.size() != 1) return false;
  const auto& who = *story.lexicon.who;
  return span.begin == 0 || (!who.is_part(story.parse[span.begin - 1].text, NamePart::Kind::honorific) &&
                             !who.title_phrases.find(story.parse[span.begin - 1].lower));
}

}  // namespace

void drop_bare_names(Story& story) {
  const std::size_t count = story.record.entities.size();
  std::vector<bool> bare(count);
  for (std::size_t e = 0; e < count; ++e) bare[e] = is_bare(story, story.record.entities[e]);
  for_each_entity_number(story.record, [&](Index& e) { bare[e] = false; });
  for (const TokenMention& mention : story.mentions) {
    if (is_a_word(story, mention.span) && story.parse[mention.head].relation != Relation::nsubj) continue;
    for (const Index e : mention.entities) bare[e] = false;
  }
  std::vector<bool> gone(story.mentions.size());
  for (std::size_t m = 0; m < gone.size(); ++m) {
    const std::vector<Index>& entities = story.mentions[m].entities;
    gone[m] = entities.size() == 1 && bare[entities.front()];
  }
  retract_mentions(story, gone);
}

}  // namespace dragoman
