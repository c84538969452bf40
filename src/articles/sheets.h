// The tables of a workbook as CSV.
#pragma once

#include <map>
#include <string>
#include <vector>

#include <pugixml.hpp>

namespace dragoman {

/// One table a sheet that holds anything; days are written 2019-03-12.
std::vector<std::string> sheets_of_xlsx(const std::map<std::string, std::string>& parts);
std::vector<std::string> sheets_of_ods(const pugi::xml_document& content);

}  // namespace dragoman
