#include "story/retract.h"

#include "record/entity_numbers.h"

#include <algorithm>

namespace dragoman {

namespace {

constexpr Index kGone = 0xFFFFFFFFU;

// Which entities lose their last name.
std::vector<bool> nameless(const Story& story, const std::vector<bool>& gone) {
  std::vector<bool> touched(story.record.entities.size(), false), named(touched);
  for (std::size_t m = 0; m < story.mentions.size(); ++m) {
    const TokenMention& mention = story.mentions[m];
    for (const Index e : mention.entities) {
      touched[e] = touched[e] || gone[m];
      named[e] = named[e] || (!gone[m] && mention.kind != MentionKind::pronoun && mention.kind != MentionKind::title);
    }
  }
  for (std::size_t e = 0; e < touched.size(); ++e) touched[e] = touched[e] && !named[e];
  return touched;
}

// The record also has mentions that the story has not ("Kenyan" of "the Kenyan minister" is one of Kenya): those stay.
void forget_in_record(Story& story, const std::vector<bool>& gone) {
  for (std::size_t m = 0; m < gone.size(); ++m) {
    if (!gone[m]) continue;
    const Span span = story.span(story.mentions[m].span);
    for (const Index e : story.mentions[m].entities) {
      std::erase_if(story.record.entities[e].mentions, [&](const Mention& mention) { return mention.span == span; });
    }
  }
}

}  // namespace

void retract_mentions(Story& story, const std::vector<bool>& gone) {
  if (std::find(gone.begin(), gone.end(), true) == gone.end()) return;
  forget_in_record(story, gone);
  const std::vector<bool> drop = nameless(story, gone);
  std::vector<Entity> kept;
  std::vector<Index> renamed(drop.size(), kGone);
  for (std::size_t e = 0; e < drop.size(); ++e) {
    if (drop[e]) continue;
    renamed[e] = static_cast<Index>(kept.size());
    kept.push_back(std::move(story.record.entities[e]));
  }
  for (Entity& e : kept) {
    for (Role& role : e.roles) {
      if (role.of && renamed[*role.of] == kGone) role.of.reset();
    }
  }
  story.record.entities = std::move(kept);
  for_each_entity_number(story.record, [&](Index& e) { e = renamed[e]; });
  story.mention_at.reset(story.mention_at.size());
  std::vector<TokenMention> mentions;
  for (std::size_t m = 0; m < gone.size(); ++m) {
    if (gone[m]) continue;
    TokenMention mention = std::move(story.mentions[m]);
    for (Index& e : mention.entities) e = renamed[e];
    mention.entities.erase(std::remove(mention.entities.begin(), mention.entities.end(), kGone),
                           mention.entities.end());
    for (TokenIndex t = mention.span.begin; t < mention.span.end; ++t) {
      story.mention_at.set(t, static_cast<std::int32_t>(mentions.size()));
    }
    mentions.push_back(std::move(mention));
  }
  story.mentions = std::move(mentions);
}

}  // namespace dragoman
