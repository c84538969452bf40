#include "who/bare_names.h"

#include "record/entity_numbers.h"
#include "story/retract.h"
#include "text/ascii.h"
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
  for (const std::string_view word : split_at_blanks(entity.name)) {
    if (who.given_names.contains(std::string(word))) return false;
  }
  return std::all_of(entity.mentions.begin(), entity.mentions.end(),
                     [](const Mention& m) { return m.kind == MentionKind::name; }) &&
         !who.holders_by_surname.contains(person_key(entity.name));
}

bool has_title(const Story& story, TokenIndex begin) {
  const auto& who = *story.lexicon.who;
  return begin > 0 && (who.is_part(story.parse[begin - 1].text, NamePart::Kind::honorific) ||
                       who.title_phrases.find(story.parse[begin - 1].lower));
}

/// What tells that a name is somebody's: an honorific or a title before it, "who" or an age behind it, the recogniser.
/// One word must also be a subject, since what it is told to do is the only other thing that is known of it.
bool is_told_of(const Story& story, TokenSpan span, TokenIndex head) {
  const Parse& parse = story.parse;
  if (has_title(story, span.begin)) return true;
  if (span.size() == 1 && parse[head].relation != Relation::nsubj) return false;
  const TokenIndex behind = parse[span.end].text == "," ? span.end + 1 : span.end;
  if (parse[behind].lower == "who" || (behind > span.end && parse[behind].tag == Tag::cd)) return true;
  for (TokenIndex t = span.begin; t < span.end; ++t) {
    if (parse[t].name != NameType::person) return false;
  }
  return true;
}

}  // namespace

void drop_bare_names(Story& story) {
  const std::size_t count = story.record.entities.size();
  std::vector<bool> bare(count);
  for (std::size_t e = 0; e < count; ++e) bare[e] = is_bare(story, story.record.entities[e]);
  for_each_entity_number(story.record, [&](Index& e) { bare[e] = false; });
  for (const TokenMention& mention : story.mentions) {
    if (!is_told_of(story, mention.span, mention.head)) continue;
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
