#include "who/entities.h"

#include "who/affiliations.h"
#include "who/builder.h"
#include "who/context.h"
#include "who/coreference.h"
#include "who/counterparts.h"
#include "who/countries_of_bodies.h"
#include "who/homes.h"
#include "who/known_leaders.h"
#include "who/owner_phrases.h"
#include "who/predicate_offices.h"
#include "who/registered_people.h"
#include "who/roles.h"

#include <algorithm>

namespace dragoman {

namespace {

// Mentions in text order, entities in the order of their first mention; entities that were never mentioned go.
void settle(EntityBuilder& b) {
  Story& story = b.story;
  story.sort_mentions();

  auto& entities = story.record.entities;
  constexpr Index kUnused = 0xFFFFFFFFU;
  std::vector<Index> renamed(entities.size(), kUnused);
  std::vector<Entity> kept;
  const auto keep = [&](Index e) {
    if (renamed[e] != kUnused) return;
    renamed[e] = static_cast<Index>(kept.size());
    kept.push_back(std::move(entities[e]));
  };
  for (const TokenMention& mention : story.mentions) {
    for (const Index e : mention.entities) keep(e);
  }
  for (Entity& e : kept) {
    for (Role& role : e.roles) {
      if (role.of && renamed[*role.of] == kUnused) role.of.reset();
      if (role.of) role.of = renamed[*role.of];
    }
  }
  for (TokenMention& mention : story.mentions) {
    for (Index& e : mention.entities) {
      e = renamed[e];
      kept[e].mentions.push_back({story.span(mention.span), mention.kind});
    }
  }
  entities = std::move(kept);
}

}  // namespace

void find_unsettled_entities(EntityBuilder& builder, const std::function<void(Story&)>& when_named) {
  find_named(builder);
  find_offices(builder);
  find_known_leaders(builder);
  find_contexts(builder);
  if (when_named) when_named(builder.story);
  end_registered_offices(builder);
  find_by_noun(builder);
  find_offices_of_pronouns(builder);
  find_counterparts_of_pronouns(builder);
  link_owners(builder);
  find_owner_phrases(builder);
  find_affiliations(builder);
  give_countries_of_bodies(builder);
  join_coreferent(builder);
  find_homes(builder);
  give_countries_of_bearers(builder);
}

void find_entities(Story& story, const std::function<void(Story&)>& when_named) {
  EntityBuilder builder(story);
  find_unsettled_entities(builder, when_named);
  set_codes(builder);
  settle(builder);
}

}  // namespace dragoman
