#include "events/schema.h"

#include "lexicon/codebooks.h"

namespace dragoman {

namespace {

constexpr KeySchema predicates(std::string_view key) {
  return {.key = key, .says = "predicates by lemma, with their particle or first noun", .list = true};
}

/// What fills a slot: words, @classes and kinds of actors.
constexpr KeySchema condition(std::string_view key, std::string_view says, std::string_view keys_of = {}) {
  return {.key = key,
          .says = says,
          .one_of = "#actor | #person | #people | #politician | #armed | #body | #state | #media | #place",
          .set = kClassSet,
          .signs = true,
          .list = true,
          .keys_of = keys_of};
}

/// The slots whose actors are the event's actors or recipients.
constexpr KeySchema side(std::string_view key, std::string_view says) {
  return {.key = key,
          .says = says,
          .one_of =
              "subject | object | dative | attribute | answer | clause | proviso | complement | purpose | within | "
              "heeder | none",
          .set = kPrepositionSet,
          .list = true};
}

constexpr KeySchema kVerb = predicates("verb"), kNoun = predicates("noun"), kAdjective = predicates("adjective");
constexpr KeySchema kVoice{.key = "voice", .says = "condition: the verb's voice", .one_of = "active | passive"};
constexpr KeySchema kNeeds{.key = "needs",
                           .says = "condition: what must be there",
                           .one_of = "infinitive | future | recipient | several",
                           .repeats = true};
constexpr KeySchema kAbsorbs{
    .key = "absorbs", .says = "what is promised, refused or asked for is no event beside it", .one_of = "yes | no"};
constexpr KeySchema kActor = side("actor", "slots of the actors; the subject where none is given"),
                    kRecipient = side("recipient", "slots of the recipients"),
                    kPartner = side("partner", "slots of those who do it together with the actor");
constexpr KeySchema kSubject = condition("subject", "condition: the doer"),
                    kObject = condition("object", "condition: what it is done to"),
                    kDative = condition("dative", "condition: to whom, without a preposition"),
                    kAttribute = condition("attribute", "condition: what it is said to be"),
                    kAnswer = condition("answer", "condition: whose act is answered"),
                    kClause = condition("clause", "condition: who acts in the clause below"),
                    kComplement = condition("complement", "condition: whom what is promised or refused would touch"),
                    kPurpose = condition("purpose", "condition: whom a \"to\" clause beside it serves"),
                    kWithin = condition("within", "condition: whom its objects and phrases name further down"),
                    kHeeder = condition("heeder", "condition: who does what is asked for"),
                    kLinked = condition("a preposition", "condition: what it links", kPrepositionSet);

constexpr KeySchema kFrame[] = {
    kVerb,
    kNoun,
    kAdjective,
    {.key = "cameo", .says = "the CAMEO code", .form = &kCameoForm, .needed = true},
    {.key = "type", .says = "PLOVER's type, where it is not that of the file", .one_of = kEventTypes},
    {.key = "mode", .says = "PLOVER's mode", .one_of = kEventModes},
    {.key = "context", .says = "PLOVER's contexts", .one_of = kContexts, .list = true},
    kActor,
    kRecipient,
    kPartner,
    kAbsorbs,
    kVoice,
    kNeeds,
    kSubject,
    kObject,
    kDative,
    kAttribute,
    kAnswer,
    kClause,
    kComplement,
    kPurpose,
    kWithin,
    kHeeder,
    kLinked,
};
constexpr EntrySchema kFrames[] = {{.begins = "verb | noun | adjective", .keys = kFrame}};

constexpr KeySchema kNoFrame[] = {
    kVerb,      kNoun,   kAdjective, kAbsorbs,    kVoice,   kNeeds,  kSubject, kObject, kDative,
    kAttribute, kAnswer, kClause,    kComplement, kPurpose, kWithin, kHeeder,  kLinked,
};
constexpr EntrySchema kNoFrames[] = {{.begins = "verb | noun | adjective", .keys = kNoFrame}};

constexpr KeySchema kClass[] = {
    {.key = "class", .says = "its name: conditions name it with @ before it"},
    {.key = "words", .says = "lemmas", .list = true, .needed = true},
};
constexpr EntrySchema kClasses[] = {{.begins = "class", .keys = kClass, .unique = true}};

constexpr KeySchema kContext[] = {
    {.key = "context", .says = "PLOVER's name", .one_of = kContexts},
    {.key = "words", .says = "lemmas that speak of it", .list = true, .needed = true},
};
constexpr EntrySchema kContextWords[] = {{.begins = "context", .keys = kContext, .unique = true}};

constexpr KeySchema kLight[] = {{.key = "verb", .says = "verbs, with their particle or preposition", .list = true}};
constexpr EntrySchema kLightVerbs[] = {{.begins = "verb", .keys = kLight, .unique = true}};

constexpr KeySchema kScore{.key = "score", .says = "PLOVER's score", .form = &kNumberForm, .needed = true};
constexpr KeySchema kType[] = {
    {.key = "type", .says = "PLOVER's type", .one_of = kEventTypes},
    {.key = "quad",
     .says = "1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict",
     .one_of = "1 | 2 | 3 | 4",
     .needed = true},
    kScore,
    {.key = "refusal", .says = "the CAMEO code of refusing it", .form = &kCameoForm},
    {.key = "threat", .says = "the CAMEO code of threatening it", .form = &kCameoForm},
    {.key = "places", .says = "a place alone may be its recipient", .one_of = "yes"},
};
constexpr KeySchema kMode[] = {
    {.key = "mode", .says = "PLOVER's mode", .one_of = kEventModes},
    {.key = "of", .says = "the type", .one_of = kEventTypes, .needed = true},
    kScore,
};
constexpr KeySchema kCode[] = {
    {.key = "cameo", .says = "a CAMEO code; the longest that begins the event's counts", .form = &kCameoForm},
    {.key = "goldstein", .says = "its value on the Goldstein scale", .form = &kNumberForm, .needed = true},
};
constexpr EntrySchema kScales[] = {
    {.begins = "type", .keys = kType, .unique = true},
    {.begins = "mode", .keys = kMode, .unique = true, .unique_with = "of"},
    {.begins = "cameo", .keys = kCode, .unique = true},
};

constexpr FileSchema kFiles[] = {
    {.names =
         "accuse.txt | agree.txt | aid.txt | assault.txt | coerce.txt | concede.txt | consult.txt | cooperate.txt | "
         "mobilize.txt | protest.txt | reject.txt | request.txt | retreat.txt | sanction.txt | support.txt | "
         "threaten.txt",
     .says = "Frames of events.",
     .entries = kFrames},
    {.names = "none.txt", .says = "Frames of what is no event.", .entries = kNoFrames},
    {.names = "classes.txt", .says = "Classes of words that conditions name.", .entries = kClasses},
    {.names = "contexts.txt", .says = "Words of PLOVER's contexts.", .entries = kContextWords},
    {.names = "light_verbs.txt", .says = "Verbs that lend their subject to a noun.", .entries = kLightVerbs},
    {.names = "scales.txt", .says = "Types, modes and codes with their scores.", .entries = kScales},
};

std::vector<NamedWords> frame_words(const std::filesystem::path& folder) {
  NamedWords classes{kClassSet, {}}, prepositions{kPrepositionSet, {}};
  if (const auto file = read_stanzas(folder / "classes.txt")) {
    for (const Stanza& stanza : (*file)->stanzas) {
      if (stanza["class"] == "preposition") prepositions.words = stanza["words"];
      classes.words.append(classes.words.empty() ? "@" : " | @").append(stanza["class"]);
    }
  }
  return {std::move(classes), std::move(prepositions)};
}

}  // namespace

const RoomSchema kEventsSchema{"events", kFiles, frame_words};

}  // namespace dragoman
