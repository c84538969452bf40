#include "who/coreference.h"

#include "who/coreference_candidates.h"
#include "who/description_candidates.h"
#include "who/own_bodies.h"

#include <algorithm>
#include <numeric>
#include <set>
#include <utility>
#include <vector>

namespace dragoman {

namespace {

class Joining {
 public:
  explicit Joining(EntityBuilder& b) : b_(b), of_(b.story.record.entities.size()), members_(of_.size()) {
    std::iota(of_.begin(), of_.end(), Index{0});
    for (Index i = 0; i < of_.size(); ++i) members_[i] = {i};
  }

  void run() {
    for (const auto& [body, own] : find_own_bodies(b_)) join(of_[body], of_[own]);
    auto cases = coreference_cases_of(b_);
    for (const CoreferenceCase& c : cases) {
      for (const Index other : c.apart) apart_.emplace(std::min(c.entity, other), std::max(c.entity, other));
    }
    for (const CoreferenceCase& c : cases) {
      const auto best = std::max_element(c.candidates.begin(), c.candidates.end(),
                                         [](const auto& x, const auto& y) { return x.chance < y.chance; });
      if (best->entity != EntityBuilder::kNone && best->chance >= b_.who.coreference.least[0])
        join(of_[best->entity], of_[c.entity]);
    }
    if (b_.coreference_cases != nullptr) *b_.coreference_cases = std::move(cases);
    rename();
  }

 private:
  // Whether the lexicon or their words tell two of the members apart.
  bool are_apart(Index x, Index y) const {
    if (!b_.notes[x].known_code.empty() && !b_.notes[y].known_code.empty()) return true;
    for (const Index i : members_[x]) {
      for (const Index k : members_[y]) {
        if (apart_.contains({std::min(i, k), std::max(i, k)})) return true;
      }
    }
    return false;
  }

  // Whom the lexicon knows stays, or else who has a name, or else the earlier one.
  void join(Index x, Index y) {
    if (x == y || are_apart(x, y)) return;
    const bool x_known = !b_.notes[x].known_code.empty(), y_known = !b_.notes[y].known_code.empty();
    if (y_known || (!x_known && has_no_name(b_, x) && !has_no_name(b_, y))) std::swap(x, y);
    Entity& stays = b_.entity(x);
    const Entity& goes = b_.entity(y);
    EntityBuilder::Note& note = b_.notes[x];
    if (stays.country.empty() || (note.by_context && !b_.notes[y].by_context && !goes.country.empty())) {
      stays.country = goes.country;
      note.by_context = b_.notes[y].by_context;
    }
    if (note.sector.empty()) note.sector = b_.notes[y].sector;
    if (note.agent.empty()) note.agent = b_.notes[y].agent;
    for (const Index i : members_[y]) {
      of_[i] = x;
      members_[x].push_back(i);
    }
    members_[y].clear();
    any_ = true;
  }

  void rename() {
    if (!any_) return;
    for (TokenMention& m : b_.story.mentions) {
      std::vector<Index> renamed;
      for (const Index e : m.entities) {
        if (std::find(renamed.begin(), renamed.end(), of_[e]) == renamed.end()) renamed.push_back(of_[e]);
      }
      m.entities = std::move(renamed);
    }
    for (Entity& e : b_.story.record.entities) {
      for (Role& role : e.roles) {
        if (role.of) role.of = of_[*role.of];
      }
    }
  }

  EntityBuilder& b_;
  std::vector<Index> of_;                    // by entity: which it has become
  std::vector<std::vector<Index>> members_;  // by entity: all that have become it
  std::set<std::pair<Index, Index>> apart_;  // the lesser first
  bool any_ = false;
};

}  // namespace

void join_coreferent(EntityBuilder& b) {
  Joining(b).run();
}

}  // namespace dragoman
