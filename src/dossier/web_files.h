// The stylesheet and the scripts of the pages, compiled in from src/dossier/web.
#pragma once

#include <string_view>

namespace dragoman::web {

std::string_view web_style_css();
std::string_view web_page_js();    // keys, marks, judging
std::string_view web_charts_js();  // timeline, network, map

}  // namespace dragoman::web
