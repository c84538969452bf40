// What verdicts say, in a table and in a paragraph for a paper.
#pragma once

#include "judging/verdicts.h"

#include <functional>
#include <map>
#include <string>
#include <vector>

namespace dragoman {

/// One judge's figures.
struct JudgeResult {
  std::string judge;
  std::map<std::string, Precision> lists;  // by name
  Precision all;
};

struct JudgedResult {
  std::vector<JudgeResult> judges;
  Agreement agreement;
  std::int64_t open = 0;     // items that nobody has judged
  std::int64_t changed = 0;  // verdicts on items that the store no longer states so; they do not count
};

/// `stated` says whether the store still states an item; where it is empty all count.
JudgedResult result_of(const Verdicts& verdicts, const std::function<bool(const ItemId&)>& stated);

/// For the validation section of a paper: how many items, how many right, how sure that is, how far judges agree.
std::string result_paragraph(const JudgedResult& result);

}  // namespace dragoman
