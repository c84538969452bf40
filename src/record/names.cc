#include "record/names.h"

namespace dragoman {

std::string_view to_string(EntityType type) {
  switch (type) {
    case EntityType::person:
      return "person";
    case EntityType::organisation:
      return "organisation";
    case EntityType::country:
      return "country";
    case EntityType::media:
      return "media";
    case EntityType::group:
      return "group";
  }
  return {};
}

std::string_view to_string(MentionKind kind) {
  switch (kind) {
    case MentionKind::name:
      return "name";
    case MentionKind::title:
      return "title";
    case MentionKind::pronoun:
      return "pronoun";
    case MentionKind::metonym:
      return "metonym";
    case MentionKind::possessive:
      return "possessive";
  }
  return {};
}

std::string_view to_string(RoleStatus status) {
  switch (status) {
    case RoleStatus::current:
      return "current";
    case RoleStatus::former:
      return "former";
    case RoleStatus::acting:
      return "acting";
    case RoleStatus::elect:
      return "elect";
    case RoleStatus::designate:
      return "designate";
    case RoleStatus::outgoing:
      return "outgoing";
    case RoleStatus::honorary:
      return "honorary";
    case RoleStatus::late:
      return "late";
  }
  return {};
}

std::string_view to_string(EventType type) {
  switch (type) {
    case EventType::agree:
      return "AGREE";
    case EventType::consult:
      return "CONSULT";
    case EventType::support:
      return "SUPPORT";
    case EventType::concede:
      return "CONCEDE";
    case EventType::cooperate:
      return "COOPERATE";
    case EventType::aid:
      return "AID";
    case EventType::retreat:
      return "RETREAT";
    case EventType::request:
      return "REQUEST";
    case EventType::accuse:
      return "ACCUSE";
    case EventType::reject:
      return "REJECT";
    case EventType::threaten:
      return "THREATEN";
    case EventType::protest:
      return "PROTEST";
    case EventType::sanction:
      return "SANCTION";
    case EventType::mobilize:
      return "MOBILIZE";
    case EventType::coerce:
      return "COERCE";
    case EventType::assault:
      return "ASSAULT";
  }
  return {};
}

std::optional<EventType> event_type(std::string_view name) {
  for (std::size_t i = 0; i < kEventTypeCount; ++i) {
    const auto type = static_cast<EventType>(i);
    if (to_string(type) == name) return type;
  }
  return std::nullopt;
}

std::string_view to_string(EventStatus status) {
  switch (status) {
    case EventStatus::happened:
      return "happened";
    case EventStatus::ongoing:
      return "ongoing";
    case EventStatus::planned:
      return "planned";
    case EventStatus::requested:
      return "requested";
    case EventStatus::hoped:
      return "hoped";
    case EventStatus::conditional:
      return "conditional";
    case EventStatus::reported:
      return "reported";
    case EventStatus::denied:
      return "denied";
  }
  return {};
}

std::string_view to_string(StatementKind kind) {
  switch (kind) {
    case StatementKind::direct:
      return "direct";
    case StatementKind::indirect:
      return "indirect";
    case StatementKind::mixed:
      return "mixed";
  }
  return {};
}

std::string_view to_string(DateBasis basis) {
  switch (basis) {
    case DateBasis::text:
      return "text";
    case DateBasis::published:
      return "published";
    case DateBasis::inferred:
      return "inferred";
  }
  return {};
}

std::string_view to_string(PublishedBasis basis) {
  switch (basis) {
    case PublishedBasis::given:
      return "given";
    case PublishedBasis::metadata:
      return "metadata";
    case PublishedBasis::dateline:
      return "dateline";
    case PublishedBasis::inferred:
      return "inferred";
    case PublishedBasis::unknown:
      return "unknown";
  }
  return {};
}

std::string_view to_string(BoilerplateKind kind) {
  switch (kind) {
    case BoilerplateKind::byline:
      return "byline";
    case BoilerplateKind::dateline:
      return "dateline";
    case BoilerplateKind::headline:
      return "headline";
    case BoilerplateKind::subscription:
      return "subscription";
    case BoilerplateKind::navigation:
      return "navigation";
    case BoilerplateKind::caption:
      return "caption";
    case BoilerplateKind::other:
      return "other";
  }
  return {};
}

std::string_view to_string(TimeType type) {
  switch (type) {
    case TimeType::date:
      return "DATE";
    case TimeType::time:
      return "TIME";
    case TimeType::duration:
      return "DURATION";
    case TimeType::set:
      return "SET";
  }
  return {};
}

std::string_view to_string(MeetingStatus status) {
  switch (status) {
    case MeetingStatus::held:
      return "held";
    case MeetingStatus::planned:
      return "planned";
    case MeetingStatus::cancelled:
      return "cancelled";
  }
  return {};
}

std::string_view to_string(StanceTense tense) {
  switch (tense) {
    case StanceTense::present:
      return "present";
    case StanceTense::past:
      return "past";
    case StanceTense::perfect:
      return "perfect";
    case StanceTense::past_perfect:
      return "past perfect";
    case StanceTense::future:
      return "future";
    case StanceTense::conditional:
      return "conditional";
  }
  return {};
}

std::optional<StanceTense> stance_tense(std::string_view name) {
  for (auto tense = StanceTense::present; tense <= StanceTense::conditional;
       tense = static_cast<StanceTense>(static_cast<int>(tense) + 1)) {
    if (to_string(tense) == name) return tense;
  }
  return std::nullopt;
}

std::string office_with_status(std::string_view status, std::string_view title) {
  if (status.empty() || status == to_string(RoleStatus::current)) return std::string(title);
  std::string out;
  if (status == to_string(RoleStatus::elect) || status == to_string(RoleStatus::designate))
    return out.append(title).append("-").append(status);
  return out.append(status).append(" ").append(title);
}

}  // namespace dragoman
