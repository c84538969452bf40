// What several rooms' schemas share: the closed sets of the codebooks that the record follows (CAMEO, PLOVER, ISO
// 3166-1), English prepositions, and the forms of values.
#pragma once

#include "lexicon/schema.h"

namespace dragoman {

/// The types of PLOVER's events.
inline constexpr std::string_view kEventTypes =
    "AGREE | CONSULT | SUPPORT | CONCEDE | COOPERATE | AID | RETREAT | REQUEST | ACCUSE | REJECT | THREATEN | PROTEST "
    "| "
    "SANCTION | MOBILIZE | COERCE | ASSAULT";

/// Their modes.
inline constexpr std::string_view kEventModes =
    "abduct | access | aerial | allege | arrest | assist | beat | boycott | ceasefire | censor | change | convict | "
    "crowd-control | curfew | cyber | demo | deport | destroy | disapprove | disarm | discontinue | expel | explosives "
    "| "
    "firearms | heavy-weapons | hunger | investigate | martial-law | meet | militia | misinformation | multilateral | "
    "obstruct | phone | police | primitive | relations | release | resign | restrict | riot | seize | sexual | strike "
    "| "
    "suicide-attack | targeted | third-party | torture | troops | unconventional | vandalize | violence | visit | "
    "weapons | withdraw | withhold | yield";

/// PLOVER's contexts.
inline constexpr std::string_view kContexts =
    "military | intelligence | executive | legislative | election | political_institutions | pro_democracy | "
    "pro_autocracy | economic | legal | reparations | human_rights | rights_freedoms | repression | lgbt | gender | "
    "inequality | religion_ethnicity | migration | asylum | trafficking | illegal_drugs | crime | corruption | "
    "terrorism "
    "| cyber | misinformation | technology | cbrn | territory | natural_resource | environment | disasters | health | "
    "human_security | peacekeeping | diplomatic";

/// What is known of an event: whether it has happened.
inline constexpr std::string_view kEventStatuses =
    "happened | ongoing | planned | requested | hoped | conditional | reported | denied";

/// The roles of CAMEO's actors.
inline constexpr std::string_view kSectors =
    "AGR | BUS | COP | CRM | CVL | EDU | ELI | ENV | GOV | HLH | HRI | IGO | INT | JUD | LAB | LEG | MED | MIL | MNC | "
    "NGM | NGO | OPP | PTY | REB | REF | REL | SET | SPY | UAF";

/// Prepositions behind which a word's complement may stand.
inline constexpr std::string_view kPrepositions =
    "aboard | about | above | across | after | against | ahead | along | alongside | amid | amidst | among | around "
    "| as | at | atop | before | behind | below | beneath | beside | besides | between | beyond | by | concerning | "
    "despite | down | during | except | excluding | following | for | from | in | including | inside | into | like | "
    "near | notwithstanding | of | off | on | onto | opposite | out | outside | over | past | per | regarding | "
    "round | since | than | through | throughout | till | to | toward | towards | under | underneath | unlike | "
    "until | up | upon | versus | via | with | within | without";

/// A list that several keys share, with its name for people.
struct SharedList {
  std::string_view name, words;
};
inline constexpr SharedList kSharedLists[] = {
    {"PLOVER's types", kEventTypes}, {"PLOVER's modes", kEventModes},       {"PLOVER's contexts", kContexts},
    {"statuses", kEventStatuses},    {"roles of CAMEO's actors", kSectors}, {"prepositions", kPrepositions},
};

extern const ValueForm kNumberForm;     // -0.4
extern const ValueForm kCountForm;      // 320
extern const ValueForm kDayForm;        // 2016-12-03
extern const ValueForm kPointForm;      // 31.42 34.36
extern const ValueForm kCountryForm;    // SWE
extern const ValueForm kHolderForm;     // SWE, or UNO: a country or a body that has office holders
extern const ValueForm kActorCodeForm;  // SWEGOV
extern const ValueForm kCameoForm;      // 0841

/// Latitude and longitude of "31.42 34.36"; false when it is no such pair.
bool read_point(std::string_view text, double& lat, double& lon);

}  // namespace dragoman
