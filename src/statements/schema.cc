#include "statements/schema.h"

#include "lexicon/codebooks.h"

namespace dragoman {

namespace {

constexpr std::string_view kActs =
    "accuse | acknowledge | advise | affirm | agree | announce | apologise | argue | ask | believe | blame | claim | "
    "complain | criticise | declare | demand | deny | describe | discuss | doubt | emphasise | expect | explain | "
    "express | fear | guess | hope | judge | offer | oppose | order | persuade | praise | predict | promise | propose "
    "| "
    "refuse | reject | reply | report | request | reveal | state | suggest | support | thank | threaten | want | warn";

constexpr KeySchema kCueKeys[] = {
    {.key = "cue", .says = "a verb or an adjective, by lemma"},
    {.key = "also", .says = "other spellings and false lemmas of it", .list = true},
    {.key = "kind", .says = "how it attributes", .one_of = "speech | stance | thought", .needed = true},
    {.key = "takes",
     .says = "what can be the content",
     .one_of = "clause | finite-clause | quotation | infinitive | gerund | object | finite-object | predicate | "
               "object-infinitive | "
               "hearer | passive",
     .list = true},
    {.key = "with", .says = "prepositions before the content", .one_of = kPrepositions, .list = true},
    {.key = "act", .says = "the illocution", .one_of = kActs, .needed = true},
    {.key = "predicate-act", .says = "another one for what it calls its object", .one_of = kActs},
    {.key = "made-by", .says = "an adjective that attributes only as what these verbs make of it", .list = true},
    {.key = "by",
     .says = "people alone: treaties and plans do not speak with it; or documents and bodies alone: what a person or a "
             "crowd finds is a deed",
     .one_of = "people | documents"},
    {.key = "of", .says = "it is nothing of actors", .one_of = "things"},
    {.key = "blow", .says = "it may be a blow, of which nobody speaks", .one_of = "yes"},
    {.key = "withholds", .says = "it may be a deed, of which nobody speaks", .one_of = "yes"},
    {.key = "deed-of", .says = "objects of which it is a deed, and nothing that was said; $ is any sum", .list = true},
    {.key = "goes-on", .says = "it is of whoever spoke before", .one_of = "yes"},
};
constexpr EntrySchema kCues[] = {{.begins = "cue", .keys = kCueKeys, .any_needed = "takes | with", .unique = true}};

constexpr KeySchema kAlso{.key = "also", .says = "others like it", .list = true};
constexpr KeySchema kNoun[] = {
    {.key = "noun", .says = "a noun that attributes"},
    kAlso,
    {.key = "act", .says = "the illocution", .one_of = kActs, .needed = true},
    {.key = "with", .says = "prepositions before the content", .one_of = kPrepositions, .list = true},
};
constexpr EntrySchema kNouns[] = {{.begins = "noun", .keys = kNoun, .unique = true}};

constexpr KeySchema kPhrase[] = {{.key = "phrase", .says = "a phrase behind which the source stands"}, kAlso};
constexpr KeySchema kAdverb[] = {{.key = "adverb", .says = "an adverb that attributes and names nobody"}, kAlso};
constexpr KeySchema kOccasion[] = {{.key = "occasion", .says = "a noun that names where something was said"}, kAlso};
constexpr KeySchema kMedium[] = {{.key = "medium", .says = "the same, without an article"}, kAlso};
constexpr KeySchema kPerspective[] = {{.key = "perspective", .says = "a noun with an owner, as in \"in the view of\""},
                                      kAlso};
constexpr KeySchema kProvision[] = {{.key = "provision", .says = "a text that provides and does not speak"}, kAlso};
constexpr KeySchema kSetting[] = {
    {.key = "setting", .says = "a preposition that brings at a head of a sentence what is the reporter's"}, kAlso};
constexpr KeySchema kPaper[] = {{.key = "paper", .says = "any document that was named before"}, kAlso};
constexpr KeySchema kRelease[] = {{.key = "release", .says = "what its publisher does with a document"}, kAlso};
constexpr KeySchema kApart[] = {{.key = "apart", .says = "a preposition that sets an occasion apart from what is said"},
                                kAlso};
constexpr KeySchema kAbstention[] = {{.key = "abstention", .says = "a verb that leaves unsaid what stands below it"},
                                     kAlso};
constexpr KeySchema kDeed[] = {{.key = "deed", .says = "an act whose infinitive of purpose is no statement"}, kAlso};
constexpr KeySchema kUndertaking[] = {{.key = "undertaking", .says = "a verb that is as often of whom is spoken of"},
                                      kAlso};
constexpr KeySchema kWithheld[] = {{.key = "withheld", .says = "what is denied by a deed and not with words"}, kAlso};
constexpr KeySchema kAnswerer[] = {{.key = "answerer", .says = "what heads the lines of whoever is interviewed"},
                                   kAlso};
constexpr KeySchema kAsker[] = {{.key = "asker", .says = "what heads the lines of whoever asks in an interview"},
                                kAlso};
constexpr KeySchema kCover[] = {{.key = "cover", .says = "what a source asks for itself"}, kAlso};
constexpr KeySchema kTarget[] = {{.key = "target", .says = "what is attacked by force and not with words"}, kAlso};
constexpr KeySchema kAnswer[] = {{.key = "answer", .says = "an act whose object is what another has said"}, kAlso};
constexpr KeySchema kConcealment[] = {{.key = "concealment", .says = "what a source declines to be"}, kAlso};
constexpr KeySchema kBench[] = {{.key = "bench", .says = "who rejects by a ruling or a vote"}, kAlso};
constexpr KeySchema kPart[] = {{.key = "part", .says = "how many of those who speak"}, kAlso};
constexpr KeySchema kReceipt[] = {{.key = "receipt", .says = "what is done with a document of others"}, kAlso};
constexpr KeySchema kDrawing[] = {{.key = "drawing", .says = "a verb whose object others have said"}, kAlso};
constexpr KeySchema kSurvey[] = {{.key = "survey", .says = "a document on whoever stands behind \"of\""}, kAlso};
constexpr KeySchema kVoice[] = {{.key = "voice", .says = "a noun that speaks for those whose it is"}, kAlso};
constexpr KeySchema kGloss[] = {{.key = "gloss", .says = "a verb whose participle adds the reporter's view"}, kAlso};
constexpr KeySchema kSummary[] = {
    {.key = "summary", .says = "a noun with which the reporter takes up what was said: a claim that Peru denies"},
    kAlso};
constexpr KeySchema kRetelling[] = {{.key = "retelling", .says = "a verb for words said before"}, kAlso};
constexpr KeySchema kWording[] = {
    {.key = "wording", .says = "a noun for words said before that does not tell them: repeated a familiar line"},
    kAlso};
constexpr KeySchema kWish[] = {{.key = "wish", .says = "a verb below which an infinitive was not said"}, kAlso};
constexpr KeySchema kMessage[] = {{.key = "message", .says = "a noun for words that somebody speaks or writes"}, kAlso};
constexpr KeySchema kTelling[] = {{.key = "telling", .says = "an act whose bare object tells nothing"}, kAlso};
constexpr KeySchema kTopic[] = {
    {.key = "topic", .says = "a verb whose infinitive or participle only names what is spoken of"}, kAlso};
constexpr KeySchema kFrame[] = {
    {.key = "frame", .says = "a noun for when, where, how or why: a clause on it leaves nothing out"}, kAlso};
constexpr KeySchema kObjectless[] = {
    {.key = "objectless", .says = "a verb that mostly has no object: a clause with it leaves nothing out"}, kAlso};
constexpr KeySchema kTie[] = {{.key = "tie", .says = "a noun with somebody behind \"to\" who is no hearer"}, kAlso};
constexpr KeySchema kInward[] = {
    {.key = "inward", .says = "an act of the mind, of which a report knows by what is said"}, kAlso};
constexpr KeySchema kChance[] = {{.key = "chance", .says = "a modal below which a statement is conditional"}, kAlso};
constexpr KeySchema kVouching[] = {
    {.key = "vouching", .says = "a modal with which anybody says what is vouched: police can confirm that"}, kAlso};
constexpr KeySchema kVouched[] = {{.key = "vouched", .says = "a verb that is done by saying that one can do it"},
                                  kAlso};
constexpr KeySchema kAvowing[] = {
    {.key = "avowing", .says = "a modal with which \"I\" and \"we\" say what is avowed: I must admit that"}, kAlso};
constexpr KeySchema kAvowed[] = {
    {.key = "avowed", .says = "a verb that \"I\" and \"we\" do by saying that they can or must"}, kAlso};
constexpr KeySchema kVerdict[] = {{.key = "verdict", .says = "an act whose object is what it judges"}, kAlso};
constexpr EntrySchema kPhrases[] = {
    {.begins = "phrase", .keys = kPhrase, .unique = true},
    {.begins = "adverb", .keys = kAdverb, .unique = true},
    {.begins = "occasion", .keys = kOccasion, .unique = true},
    {.begins = "medium", .keys = kMedium, .unique = true},
    {.begins = "perspective", .keys = kPerspective, .unique = true},
    {.begins = "provision", .keys = kProvision, .unique = true},
    {.begins = "setting", .keys = kSetting, .unique = true},
    {.begins = "release", .keys = kRelease, .unique = true},
    {.begins = "paper", .keys = kPaper, .unique = true},
    {.begins = "apart", .keys = kApart, .unique = true},
    {.begins = "abstention", .keys = kAbstention, .unique = true},
    {.begins = "undertaking", .keys = kUndertaking, .unique = true},
    {.begins = "withheld", .keys = kWithheld, .unique = true},
    {.begins = "answerer", .keys = kAnswerer, .unique = true},
    {.begins = "asker", .keys = kAsker, .unique = true},
    {.begins = "cover", .keys = kCover, .unique = true},
    {.begins = "target", .keys = kTarget, .unique = true},
    {.begins = "answer", .keys = kAnswer, .unique = true},
    {.begins = "concealment", .keys = kConcealment, .unique = true},
    {.begins = "voice", .keys = kVoice, .unique = true},
    {.begins = "bench", .keys = kBench, .unique = true},
    {.begins = "part", .keys = kPart, .unique = true},
    {.begins = "receipt", .keys = kReceipt, .unique = true},
    {.begins = "drawing", .keys = kDrawing, .unique = true},
    {.begins = "survey", .keys = kSurvey, .unique = true},
    {.begins = "deed", .keys = kDeed, .unique = true},
    {.begins = "gloss", .keys = kGloss, .unique = true},
    {.begins = "summary", .keys = kSummary, .unique = true},
    {.begins = "retelling", .keys = kRetelling, .unique = true},
    {.begins = "wording", .keys = kWording, .unique = true},
    {.begins = "wish", .keys = kWish, .unique = true},
    {.begins = "message", .keys = kMessage, .unique = true},
    {.begins = "telling", .keys = kTelling, .unique = true},
    {.begins = "verdict", .keys = kVerdict, .unique = true},
    {.begins = "topic", .keys = kTopic, .unique = true},
    {.begins = "frame", .keys = kFrame, .unique = true},
    {.begins = "objectless", .keys = kObjectless, .unique = true},
    {.begins = "tie", .keys = kTie, .unique = true},
    {.begins = "inward", .keys = kInward, .unique = true},
    {.begins = "chance", .keys = kChance, .unique = true},
    {.begins = "vouching", .keys = kVouching, .unique = true},
    {.begins = "vouched", .keys = kVouched, .unique = true},
    {.begins = "avowing", .keys = kAvowing, .unique = true},
    {.begins = "avowed", .keys = kAvowed, .unique = true},
};

constexpr FileSchema kFiles[] = {
    {.names = "speech.txt | stance.txt | thought.txt",
     .says = "Verbs and adjectives that report what someone said, how someone judges, what someone thinks.",
     .entries = kCues},
    {.names = "nouns.txt", .says = "Nouns that attribute.", .entries = kNouns},
    {.names = "phrases.txt", .says = "Set phrases that attribute, and words around statements.", .entries = kPhrases},
};

}  // namespace

const RoomSchema kStatementsSchema{"statements", kFiles};

}  // namespace dragoman
