#include "language/labels.h"

#include <array>

namespace dragoman {

namespace {

template <class Enum, std::size_t N>
Enum find(const std::array<std::string_view, N>& labels, std::string_view label, Enum otherwise) {
  for (std::size_t i = 0; i < N; ++i) {
    if (!labels[i].empty() && labels[i] == label) return static_cast<Enum>(i);
  }
  return otherwise;
}

// Each list follows its enum's order.
constexpr std::array<std::string_view, 20> kPos = {"",      "ADJ",   "ADP",   "ADV", "AUX",  "CCONJ", "CONJ",
                                                   "DET",   "INTJ",  "NOUN",  "NUM", "PART", "PRON",  "PROPN",
                                                   "PUNCT", "SCONJ", "SPACE", "SYM", "VERB", "X"};
constexpr std::array<std::string_view, 51> kTag = {
    "",    "CC",  "CD",   "DT",  "EX",  "FW",  "HYPH", "IN",   "JJ",    "JJR",   "JJS", "LS",  "MD",
    "NN",  "NNP", "NNPS", "NNS", "PDT", "POS", "PRP",  "PRP$", "RB",    "RBR",   "RBS", "RP",  "SYM",
    "TO",  "UH",  "VB",   "VBD", "VBG", "VBN", "VBP",  "VBZ",  "WDT",   "WP",    "WP$", "WRB", "ADD",
    "AFX", "NFP", "XX",   "_SP", ",",   ".",   ":",    "$",    "-LRB-", "-RRB-", "``",  "''"};
constexpr std::array<std::string_view, 46> kRelation = {
    "",      "ROOT",      "acl",    "acomp",    "advcl",     "advmod",   "agent", "amod",  "appos",     "attr",
    "aux",   "auxpass",   "case",   "cc",       "ccomp",     "compound", "conj",  "csubj", "csubjpass", "dative",
    "dep",   "det",       "dobj",   "expl",     "intj",      "mark",     "meta",  "neg",   "nmod",      "npadvmod",
    "nsubj", "nsubjpass", "nummod", "oprd",     "parataxis", "pcomp",    "pobj",  "poss",  "preconj",   "predet",
    "prep",  "prt",       "punct",  "quantmod", "relcl",     "xcomp"};
constexpr std::array<std::string_view, 19> kNameType = {
    "",     "CARDINAL", "DATE", "EVENT",   "FAC",    "GPE",     "LANGUAGE", "LAW",  "LOC",        "MONEY",
    "NORP", "ORDINAL",  "ORG",  "PERCENT", "PERSON", "PRODUCT", "QUANTITY", "TIME", "WORK_OF_ART"};

}  // namespace

Tag tag_from(std::string_view label) {
  return find(kTag, label, Tag::other);
}
Relation relation_from(std::string_view label) {
  return find(kRelation, label, Relation::other);
}
NameType name_type_from(std::string_view label) {
  return label.empty() ? NameType::none : find(kNameType, label, NameType::other);
}
Pos pos_from(std::string_view label) {
  return find(kPos, label, Pos::none);
}
std::string_view to_string(Pos pos) {
  return kPos[static_cast<std::size_t>(pos)];
}

}  // namespace dragoman
