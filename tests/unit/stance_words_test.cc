// The past of every stance that the lexicon has.
#include "output/stance_words.h"

#include "positions/stances.h"

#include <map>
#include <set>
#include <string>

#include <catch2/catch.hpp>

using namespace dragoman;

namespace {

/// The verbs of stances with their past, which is the participle too.
const std::map<std::string, std::string> kPasts = {{"accept", "accepted"},
                                                   {"accepts", "accepted"},
                                                   {"accuses", "accused"},
                                                   {"advises", "advised"},
                                                   {"advocates", "advocated"},
                                                   {"approves", "approved"},
                                                   {"argues", "argued"},
                                                   {"asks", "asked"},
                                                   {"asserts", "asserted"},
                                                   {"bans", "banned"},
                                                   {"believe", "believed"},
                                                   {"believes", "believed"},
                                                   {"blames", "blamed"},
                                                   {"blocks", "blocked"},
                                                   {"boycotts", "boycotted"},
                                                   {"calls", "called"},
                                                   {"campaigns", "campaigned"},
                                                   {"claim", "claimed"},
                                                   {"claims", "claimed"},
                                                   {"condemns", "condemned"},
                                                   {"considers", "considered"},
                                                   {"controls", "controlled"},
                                                   {"criticises", "criticised"},
                                                   {"declines", "declined"},
                                                   {"defends", "defended"},
                                                   {"delays", "delayed"},
                                                   {"demands", "demanded"},
                                                   {"denies", "denied"},
                                                   {"denounces", "denounced"},
                                                   {"dislikes", "disliked"},
                                                   {"dismisses", "dismissed"},
                                                   {"disputes", "disputed"},
                                                   {"doubts", "doubted"},
                                                   {"encourages", "encouraged"},
                                                   {"endorse", "endorsed"},
                                                   {"endorses", "endorsed"},
                                                   {"favours", "favoured"},
                                                   {"fears", "feared"},
                                                   {"holds", "held"},
                                                   {"hopes", "hoped"},
                                                   {"insists", "insisted"},
                                                   {"lobbies", "lobbied"},
                                                   {"maintains", "maintained"},
                                                   {"offers", "offered"},
                                                   {"opposes", "opposed"},
                                                   {"plans", "planned"},
                                                   {"pledges", "pledged"},
                                                   {"praises", "praised"},
                                                   {"prefers", "preferred"},
                                                   {"presses", "pressed"},
                                                   {"promises", "promised"},
                                                   {"proposes", "proposed"},
                                                   {"protests", "protested"},
                                                   {"pursues", "pursued"},
                                                   {"pushes", "pushed"},
                                                   {"questions", "questioned"},
                                                   {"recognise", "recognised"},
                                                   {"recognises", "recognised"},
                                                   {"recommends", "recommended"},
                                                   {"refuses", "refused"},
                                                   {"regrets", "regretted"},
                                                   {"rejects", "rejected"},
                                                   {"resists", "resisted"},
                                                   {"rules", "ruled"},
                                                   {"seeks", "sought"},
                                                   {"stalls", "stalled"},
                                                   {"stresses", "stressed"},
                                                   {"support", "supported"},
                                                   {"supports", "supported"},
                                                   {"threatens", "threatened"},
                                                   {"urges", "urged"},
                                                   {"vetoes", "vetoed"},
                                                   {"vows", "vowed"},
                                                   {"want", "wanted"},
                                                   {"wants", "wanted"},
                                                   {"warns", "warned"},
                                                   {"welcomes", "welcomed"}};

/// The verb in a stance's name: "calls" of "calls for", "support" of "does not support"; empty for what is no verb.
std::string verb_of(const std::string& stance) {
  const std::string does_not = "does not ";
  const bool denied = stance.starts_with(does_not);
  const std::string rest = denied ? stance.substr(does_not.size()) : stance;
  const std::string verb = rest.substr(0, rest.find(' '));
  return denied || verb.ends_with("s") ? verb : "";
}

}  // namespace

TEST_CASE("the past of every stance of the lexicon is right", "[summary]") {
  const auto lexicon = StanceLexicon::load(DRAGOMAN_SOURCE_DIR "/lexicon/positions");
  REQUIRE(lexicon);
  std::set<std::string> stances = {"calls", "plans", "pledges", "refuses", "opposes", "defends"};
  for (const auto* words : {&lexicon->verbs, &lexicon->nouns, &lexicon->adjectives}) {
    for (const auto& [word, meanings] : *words) {
      for (const Stance& meaning : meanings) stances.insert({meaning.name, meaning.negated});
    }
  }
  for (const auto& [word, stance] : lexicon->duties) stances.insert(stance);
  CHECK(stances.size() > 90);
  for (const std::string& stance : stances) {
    const std::string verb = verb_of(stance);
    if (verb.empty()) continue;
    INFO(stance);
    const auto past = kPasts.find(verb);
    if (past == kPasts.end()) {
      FAIL_CHECK("write down its past in this test");
      continue;
    }
    const std::string rest = stance.substr(stance.find(verb) + verb.size());
    CHECK(stance_in_words(stance, {.tense = StanceTense::perfect}) ==
          (stance.starts_with("does not ") ? "has not " : "has ") + past->second + rest);
  }
}
