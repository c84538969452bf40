// The closed sets of labels that the rules speak of. A model's own label strings are mapped to these when it is opened;
// a label not listed here becomes `other` (the string itself is kept for CoNLL-U).
#pragma once

#include <cstdint>
#include <string_view>

namespace dragoman {

/// Universal part of speech, in spaCy's order.
enum class Pos : std::uint8_t {
  none,
  adj,
  adp,
  adv,
  aux,
  cconj,
  conj,
  det,
  intj,
  noun,
  num,
  part,
  pron,
  propn,
  punct,
  sconj,
  space,
  sym,
  verb,
  x
};

/// Penn Treebank tag.
enum class Tag : std::uint8_t {
  other,
  cc,
  cd,
  dt,
  ex,
  fw,
  hyph,
  in,
  jj,
  jjr,
  jjs,
  ls,
  md,
  nn,
  nnp,
  nnps,
  nns,
  pdt,
  pos,
  prp,
  prp_poss,
  rb,
  rbr,
  rbs,
  rp,
  sym,
  to,
  uh,
  vb,
  vbd,
  vbg,
  vbn,
  vbp,
  vbz,
  wdt,
  wp,
  wp_poss,
  wrb,
  add,
  afx,
  nfp,
  xx,
  sp,
  comma,
  period,
  colon,
  dollar,
  lrb,
  rrb,
  open_quote,
  close_quote
};

/// Dependency relation (ClearNLP scheme, as spaCy's English pipelines give it).
enum class Relation : std::uint8_t {
  other,
  root,
  acl,
  acomp,
  advcl,
  advmod,
  agent,
  amod,
  appos,
  attr,
  aux,
  auxpass,
  case_,
  cc,
  ccomp,
  compound,
  conj,
  csubj,
  csubjpass,
  dative,
  dep,
  det,
  dobj,
  expl,
  intj,
  mark,
  meta,
  neg,
  nmod,
  npadvmod,
  nsubj,
  nsubjpass,
  nummod,
  oprd,
  parataxis,
  pcomp,
  pobj,
  poss,
  preconj,
  predet,
  prep,
  prt,
  punct,
  quantmod,
  relcl,
  xcomp
};

/// Entity type of the recogniser (OntoNotes).
enum class NameType : std::uint8_t {
  none,
  cardinal,
  date,
  event,
  fac,
  gpe,
  language,
  law,
  loc,
  money,
  norp,
  ordinal,
  org,
  percent,
  person,
  product,
  quantity,
  time,
  work_of_art,
  other
};

Tag tag_from(std::string_view label);
Relation relation_from(std::string_view label);
NameType name_type_from(std::string_view label);
Pos pos_from(std::string_view label);
std::string_view to_string(Pos pos);  // "NOUN"; empty for none

}  // namespace dragoman
