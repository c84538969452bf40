// What the files of the factuality reader share: how statuses go together, and the links that they ask signatures for.
#pragma once

#include "clauses/signatures.h"
#include "dragoman/record.h"

namespace dragoman {

/// Of two that both hold, the one that is farther from having happened.
EventStatus farther(EventStatus a, EventStatus b);

inline bool is_fact(EventStatus status) {
  return status == EventStatus::happened || status == EventStatus::ongoing;
}

inline constexpr Link kInfinitive{Link::Kind::infinitive, {}};
inline constexpr Link kGerund{Link::Kind::gerund, {}};
inline constexpr Link kParticiple{Link::Kind::participle, {}};
inline constexpr Link kClause{Link::Kind::clause, {}};
inline constexpr Link kObject{Link::Kind::object, {}};
inline constexpr Link kSubject{Link::Kind::subject, {}};

}  // namespace dragoman
