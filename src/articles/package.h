// The parts of a document that is a zip file: DOCX, ODT, XLSX.
#pragma once

#include "dragoman/result.h"

#include <map>
#include <string>

namespace dragoman {

/// The XML parts by name: "word/document.xml". Errors (kind input): no zip, damaged, or more than a document ever
/// holds.
Result<std::map<std::string, std::string>> xml_parts(const std::string& bytes, const std::string& where);

}  // namespace dragoman
