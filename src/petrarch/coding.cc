#include "petrarch/coding.h"

#include "clauses/factuality.h"
#include "events/draft.h"
#include "language/syntax.h"
#include "petrarch/matcher.h"
#include "petrarch/schema.h"
#include "record/names.h"

#include <algorithm>

namespace dragoman {

namespace {

/// Prepositions that link whom a verb is done to, where a pattern does not say.
constexpr std::string_view kTargetLinks[] = {"with", "to", "against", "on", "from", "for", "of", "over"};

void add_entities(std::vector<Index>& to, const Story& story, const Tokens& heads) {
  for (const TokenIndex head : heads) {
    for (const Index e : story.entities_at(head)) {
      if (std::find(to.begin(), to.end(), e) == to.end()) to.push_back(e);
    }
  }
}

class Coding {
 public:
  explicit Coding(Story& story)
      : story_(story),
        parse_(story.parse),
        dictionary_(*story.lexicon.dictionary),
        crosswalk_(*story.lexicon.crosswalk),
        events_(*story.lexicon.events) {}

  void run() {
    for (TokenIndex t = 0; t < parse_.size(); ++t) {
      const Token& token = parse_[t];
      const bool verb = is_verbal(token) && token.relation != Relation::aux && token.relation != Relation::auxpass &&
                        token.relation != Relation::amod;
      if (!verb || story_.boilerplate[t] || story_.mention_at[t] >= 0) continue;
      if (const auto match = match_verb(dictionary_, parse_, t)) code(t, *match);
    }
    set_sources(story_, drafts_);
    set_time_and_place(story_, drafts_);
    set_contexts(story_, events_, drafts_);
    for (EventDraft& d : merged(story_, events_, std::move(drafts_)))
      story_.record.events.push_back(std::move(d.event));
  }

 private:
  void code(TokenIndex v, const PetrarchMatch& match) {
    if (match.code.none()) return;
    std::vector<Index> sources, targets;
    add_entities(sources, story_, match.sources.empty() ? agents(parse_, v) : match.sources);
    if (!match.both) add_entities(targets, story_, match.targets.empty() ? targets_of(v) : match.targets);
    std::erase_if(targets, [&](Index e) { return std::find(sources.begin(), sources.end(), e) != sources.end(); });
    // The same both ways is one act of all.
    if (match.both || match.code.forth == match.code.back) {
      sources.insert(sources.end(), targets.begin(), targets.end());
      add(v, match, match.code.forth, std::move(sources), {});
      return;
    }
    add(v, match, match.code.forth, sources, targets);
    if (!targets.empty()) add(v, match, match.code.back, targets, sources);
  }

  Tokens targets_of(TokenIndex v) const {
    const auto named = [&](const Tokens& heads) {
      return std::any_of(heads.begin(), heads.end(), [&](TokenIndex t) { return !story_.entities_at(t).empty(); });
    };
    for (const Tokens& heads : {datives(parse_, v), patients(parse_, v)}) {
      if (named(heads)) return heads;
    }
    for (const std::string_view link : kTargetLinks) {
      if (Tokens heads = obliques(parse_, v, link, true); named(heads)) return heads;
    }
    return {};
  }

  void add(TokenIndex v, const PetrarchMatch& match, const std::string& cameo, std::vector<Index> actors,
           std::vector<Index> recipients) {
    // As PETRARCH does: no event without both sides.
    if (cameo.empty() || actors.empty() || (recipients.empty() && actors.size() < 2)) return;
    const CameoCrosswalk::Entry* entry = crosswalk_.find(cameo);
    if (entry == nullptr) return;
    EventDraft d;
    Event& e = d.event;
    e.type = entry->type;
    e.mode = entry->mode;
    e.cameo = cameo;
    events_.rate(e);
    e.actors = std::move(actors);
    e.recipients = std::move(recipients);
    e.status = FactualityReader(parse_, *story_.lexicon.signatures).of(v).status;
    e.trigger = {story_.span(v, v + 1), std::string(parse_[v].lemma)};
    e.dictionary = dictionary_.name + ":" + std::to_string(match.line);
    d.trigger = v;
    d.clause = v;
    d.span = clause_span(parse_, v);
    if (!d.span.contains(v)) d.span = {v, v + 1};
    e.evidence = story_.evidence(d.span);
    drafts_.push_back(std::move(d));
  }

  Story& story_;
  const Parse& parse_;
  const PetrarchDictionary& dictionary_;
  const CameoCrosswalk& crosswalk_;
  const EventLexicon& events_;
  EventDrafts drafts_;
};

}  // namespace

const CameoCrosswalk::Entry* CameoCrosswalk::find(std::string_view cameo) const {
  const auto found =
      std::find_if(entries.begin(), entries.end(), [&](const Entry& e) { return cameo.starts_with(e.cameo); });
  return found == entries.end() ? nullptr : &*found;
}

Result<CameoCrosswalk> CameoCrosswalk::load(const std::filesystem::path& folder) {
  auto file = read_entries(folder / "crosswalk.txt", kPetrarchSchema);
  if (!file) return file.error();
  CameoCrosswalk out;
  for (const Stanza& stanza : (*file)->stanzas) {
    out.entries.push_back({std::string(stanza["code"]), *event_type(stanza["type"]), std::string(stanza["mode"])});
  }
  std::stable_sort(out.entries.begin(), out.entries.end(),
                   [](const Entry& a, const Entry& b) { return a.cameo.size() > b.cameo.size(); });
  return out;
}

void find_dictionary_events(Story& story) {
  if (story.lexicon.dictionary) Coding(story).run();
}

}  // namespace dragoman
