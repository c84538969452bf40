#include "lexicon/codebooks.h"

#include "lexicon/nearest.h"
#include "text/ascii.h"
#include "text/dates.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace dragoman {

namespace {

/// ISO 3166-1 alpha-3, Kosovo (XKX), and states that are no more; in order, a blank behind each but the last.
constexpr std::string_view kCountries =
    "ABW AFG AGO AIA ALA ALB AND ARE ARG ARM ASM ATA ATF ATG AUS AUT AZE BDI BEL BEN BES BFA BGD BGR BHR "
    "BHS BIH BLM BLR BLZ BMU BOL BRA BRB BRN BTN BVT BWA CAF CAN CCK CHE CHL CHN CIV CMR COD COG COK COL "
    "COM CPV CRI CSK CUB CUW CXR CYM CYP CZE DDR DEU DJI DMA DNK DOM DZA ECU EGY ERI ESH ESP EST ETH FIN "
    "FJI FLK FRA FRO FSM GAB GBR GEO GGY GHA GIB GIN GLP GMB GNB GNQ GRC GRD GRL GTM GUF GUM GUY HKG HMD "
    "HND HRV HTI HUN IDN IMN IND IOT IRL IRN IRQ ISL ISR ITA JAM JEY JOR JPN KAZ KEN KGZ KHM KIR KNA KOR "
    "KWT LAO LBN LBR LBY LCA LIE LKA LSO LTU LUX LVA MAC MAF MAR MCO MDA MDG MDV MEX MHL MKD MLI MLT MMR "
    "MNE MNG MNP MOZ MRT MSR MTQ MUS MWI MYS MYT NAM NCL NER NFK NGA NIC NIU NLD NOR NPL NRU NZL OMN PAK "
    "PAN PCN PER PHL PLW PNG POL PRI PRK PRT PRY PSE PYF QAT REU ROU RUS RWA SAU SCG SDN SEN SGP SGS SHN "
    "SJM SLB SLE SLV SMR SOM SPM SRB SSD STP SUN SUR SVK SVN SWE SWZ SXM SYC SYR TCA TCD TGO THA TJK TKL "
    "TKM TLS TON TTO TUN TUR TUV TWN TZA UGA UKR UMI URY USA UZB VAT VCT VEN VGB VIR VNM VUT WLF WSM XKX "
    "YEM YMD YUG ZAF ZMB ZWE";

/// Bodies that have office holders of their own.
constexpr std::string_view kBodies =
    "AFU | ARL | ASN | CEF | CIS | COE | COP | CWN | EAC | ECD | EUR | FAO | GCC | HCH | IAD | IAE | ICC"
    " | ICR | ILO | IMF | NAT | OAS | OIC | OPC | OPW | REF | SAD | SCE | SCO | UNESCO | UNO | WAS | WBK"
    " | WFP | WHO | WTO";

bool is_country(std::string_view value) {
  constexpr std::size_t kWidth = 4, kCode = 3;
  if (value.size() != kCode) return false;
  std::size_t low = 0, high = (kCountries.size() + 1) / kWidth;
  while (low < high) {
    const std::size_t middle = (low + high) / 2;
    const int order = kCountries.substr(middle * kWidth, kCode).compare(value);
    if (order == 0) return true;
    (order < 0 ? low : high) = order < 0 ? middle + 1 : middle;
  }
  return false;
}

std::string countries() {
  std::string list;
  for (const std::string_view code : split_at_blanks(kCountries)) list.append(list.empty() ? "" : " | ").append(code);
  return list;
}

template <class Number>
bool is_number(std::string_view value, Number& to) {
  const auto [end, code] = std::from_chars(value.data(), value.data() + value.size(), to);
  return code == std::errc() && end == value.data() + value.size();
}

bool is_decimal(std::string_view value) {
  double number = 0;
  return is_number(value, number) && std::isfinite(number);
}

bool is_count(std::string_view value) {
  std::uint32_t number = 0;
  return is_number(value, number);
}

bool is_actor_code(std::string_view value) {
  constexpr std::size_t kPart = 3;
  const auto is_code = [](char c) { return is_ascii_upper(c) || is_ascii_digit(c); };
  return !value.empty() && value.size() % kPart == 0 && std::all_of(value.begin(), value.end(), is_code);
}

bool is_cameo(std::string_view value) {
  constexpr std::size_t kShortest = 2, kLongest = 4;
  const bool digits = std::all_of(value.begin(), value.end(), is_ascii_digit);
  return digits && value.size() >= kShortest && value.size() <= kLongest && value.substr(0, kShortest) >= "01" &&
         value.substr(0, kShortest) <= "20";
}

}  // namespace

bool read_point(std::string_view text, double& lat, double& lon) {
  constexpr double kPole = 90, kDateLine = 180;
  const std::size_t blank = text.find(' ');
  return blank != std::string_view::npos && is_number(text.substr(0, blank), lat) &&
         is_number(text.substr(blank + 1), lon) && std::abs(lat) <= kPole && std::abs(lon) <= kDateLine;
}

const ValueForm kNumberForm{"a number", "-0.4", is_decimal};
const ValueForm kCountForm{"a whole number", "320", is_count};
const ValueForm kDayForm{"a day", "2016-12-03", is_calendar_day};
const ValueForm kPointForm{"a latitude and a longitude", "31.42 34.36", [](std::string_view value) {
                             double lat = 0, lon = 0;
                             return read_point(value, lat, lon);
                           }};
const ValueForm kCountryForm{"a country's code of ISO 3166-1", "SWE", is_country, countries};
const ValueForm kHolderForm{"a country's code of ISO 3166-1, or a body's (EUR, IMF, NAT, UNO and others)", "SWE",
                            [](std::string_view value) { return is_country(value) || list_has(kBodies, value); },
                            [] { return countries() + " | " + std::string(kBodies); }};
const ValueForm kActorCodeForm{"a CAMEO code of an actor, in parts of three capitals", "SWEGOV", is_actor_code};
const ValueForm kCameoForm{"a CAMEO code of two to four digits", "0841", is_cameo};

}  // namespace dragoman
