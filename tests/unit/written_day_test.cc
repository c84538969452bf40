#include "text/written_day.h"

#include "text/dates.h"

#include <catch2/catch.hpp>

using namespace dragoman;

namespace {

struct Form {
  const char* text;
  const char* day;  // empty: none; "?": two readings
};

/// What is written, and the day that it is.
constexpr Form kForms[] = {
    // year first
    {"2019-03-12", "2019-03-12"},
    {"2019-3-5", "2019-03-05"},
    {"2019/03/12", "2019-03-12"},
    {"2019.03.12", "2019-03-12"},
    {"2019_03_12", "2019-03-12"},
    {"20190312", "2019-03-12"},
    {"201903121504", "2019-03-12"},
    {"20190312150405", "2019-03-12"},
    {"20190312T150405Z", "2019-03-12"},
    {"2019-03-12T23:30:00-05:00", "2019-03-12"},
    {"2019-03-12T23:30:00.000Z", "2019-03-12"},
    {"2019-03-12 10:00:00", "2019-03-12"},
    {"2019 March 12", "2019-03-12"},
    {"2019-Mar-12", "2019-03-12"},
    // day first
    {"12 March 2019", "2019-03-12"},
    {"12 march 2019", "2019-03-12"},
    {"12 MARCH 2019", "2019-03-12"},
    {"12 Mar 2019", "2019-03-12"},
    {"12 Mar. 2019", "2019-03-12"},
    {"12 March, 2019", "2019-03-12"},
    {"12th March 2019", "2019-03-12"},
    {"1st March 2019", "2019-03-01"},
    {"2nd March 2019", "2019-03-02"},
    {"3rd of March, 2019", "2019-03-03"},
    {"12th of March 2019", "2019-03-12"},
    {"12-Mar-2019", "2019-03-12"},
    {"12-mar-19", "2019-03-12"},
    {"19-Nov-11", "2011-11-19"},
    {"19 Nov 11", "2011-11-19"},
    {"12/Mar/2019", "2019-03-12"},
    {"12.Mar.2019", "2019-03-12"},
    {"11Jan2010", "2010-01-11"},
    {"11 Jan 2010: A.6.", "2010-01-11"},
    {"Tuesday 12 March 2019", "2019-03-12"},
    {"Tuesday, 12 March 2019", "2019-03-12"},
    {"Tue, 12 Mar 2019 15:04:05 +0000", "2019-03-12"},
    {"Tue, 12 Mar 2019 15:04:05 GMT", "2019-03-12"},
    {"Tue 12 Mar 2019 15.04 GMT", "2019-03-12"},
    {"12 March 2019 at 10:30", "2019-03-12"},
    {"10:30 12 March 2019", "2019-03-12"},
    {"8 September 2011", "2011-09-08"},
    {"8 Sept 2011", "2011-09-08"},
    {"29 February 2016", "2016-02-29"},
    {"12 March '19", "2019-03-12"},
    {"4 July 76", "1976-07-04"},
    // month first
    {"March 12, 2019", "2019-03-12"},
    {"March 12 2019", "2019-03-12"},
    {"Mar 12, 2019", "2019-03-12"},
    {"Mar. 12, 2019", "2019-03-12"},
    {"March 12th, 2019", "2019-03-12"},
    {"Mar 12th 2019", "2019-03-12"},
    {"Dec 17, 2016", "2016-12-17"},
    {"Sept. 8, 2011", "2011-09-08"},
    {"Jan. 5, 19", "2019-01-05"},
    {"January 11, 2010 Monday", "2010-01-11"},
    {"January 11, 2010, Monday", "2010-01-11"},
    {"Monday, January 11, 2010", "2010-01-11"},
    {"Monday January 11 2010", "2010-01-11"},
    {"February 3, 2010 Wednesday 10:30 AM GMT", "2010-02-03"},
    {"March 9, 2010 Tuesday, Final Edition", "2010-03-09"},
    {"Wed May 14 10:22:33 UTC 2014", "2014-05-14"},
    {"Wed May 14 2014", "2014-05-14"},
    {"01:38:07 PM IST Nov 20, 2019", "2019-11-20"},
    {"10:30 a.m. March 12, 2019", "2019-03-12"},
    {"March 12, 2019 10:30 p.m. EST", "2019-03-12"},
    {"May 1, 2019", "2019-05-01"},
    // in other languages
    {"12 mars 2019", "2019-03-12"},
    {"mardi 12 mars 2019", "2019-03-12"},
    {"le 1er mars 2019", "2019-03-01"},
    {"Publié le 12 février 2019 à 17h57", "2019-02-12"},
    {"12 AOÛT 2019", "2019-08-12"},
    {"DÉCEMBRE 12, 2019", "2019-12-12"},
    {"12 juil. 2019", "2019-07-12"},
    {"12 de marzo de 2019", "2019-03-12"},
    {"martes, 12 de marzo de 2019", "2019-03-12"},
    {"12 ene 2019", "2019-01-12"},
    {"1º de março de 2019", "2019-03-01"},
    {"terça-feira, 12 de março de 2019", "2019-03-12"},
    {"12/set/2019", "2019-09-12"},
    {"12. März 2019", "2019-03-12"},
    {"Dienstag, 12. März 2019, 17:57 Uhr", "2019-03-12"},
    {"12. Okt. 2019", "2019-10-12"},
    {"12.Dez.2019", "2019-12-12"},
    {"12 ago 19", ""},  // two words of English beside numbers
    {"3 out of 20 in 2019", ""},
    {"6 set 10", ""},
    // weeks of ISO 8601
    {"2019-W11-2", "2019-03-12"},
    {"2019W112", "2019-03-12"},
    {"2020-W53-7", "2021-01-03"},
    {"2019-W11", ""},
    {"2019-W54-1", ""},
    // numbers that can only be read one way
    {"21/02/2015", "2015-02-21"},
    {"21-02-2015", "2015-02-21"},
    {"21.02.2015", "2015-02-21"},
    {"21/2/15", "2015-02-21"},
    {"21/02/98", "1998-02-21"},
    {"25.12.2010", "2010-12-25"},
    {"25.12.10", "2010-12-25"},
    {"3/13/2019", "2019-03-13"},
    {"03-13-2019", "2019-03-13"},
    {"03/13/19", "2019-03-13"},
    {"04/04/2019", "2019-04-04"},
    {"13/13/2019", ""},
    // numbers with dots are written day first
    {"12.03.2019", "2019-03-12"},
    {"12.3.19", "2019-03-12"},
    {"1.2.2019", "2019-02-01"},
    // the weekday tells, or the form
    {"Tuesday 05/03/2019", "2019-03-05"},
    {"Fri 05/03/2019", "2019-05-03"},
    {"Tue, 03/12/2019 - 17:57", "2019-03-12"},
    {"Mon, 12/02/2019 - 08:00", "2019-12-02"},
    // two readings
    {"12/03/2019", "?"},
    {"03/12/2019", "?"},
    {"3/4/19", "?"},
    {"12-03-2019", "?"},
    {"03/12/2019 10:00", "?"},
    {"Monday 03/12/2018", "?"},
    {"Published 03/12/2019", "?"},
    // within other words
    {"Published 12 March 2019", "2019-03-12"},
    {"Published on March 12, 2019 at 5:30pm", "2019-03-12"},
    {"Posted: 2019-03-12", "2019-03-12"},
    {"Submitted by admin on Tue, 03/12/2019 - 17:57", "2019-03-12"},
    {"By Ann Lee, 12 March 2019", "2019-03-12"},
    {"LOAD-DATE: January 11, 2010", "2010-01-11"},
    {"London (UK)]11 Jan 2010: A.6.", "2010-01-11"},
    {"Harbour Times. 2/23/2010, p3", "2010-02-23"},
    {"[London (UK)]. 03 Feb 2010: 14.", "2010-02-03"},
    {"Copyright 2010, 12 March 2019", "2019-03-12"},
    // names of files
    {"2015-02-21-lima.txt", "2015-02-21"},
    {"20150221_lima.txt", "2015-02-21"},
    {"lima 21.02.2015.docx", "2015-02-21"},
    {"lima-21-02-2015.pdf", "2015-02-21"},
    {"lima_2015_02_21.html", "2015-02-21"},
    {"21feb2015.rtf", "2015-02-21"},
    {"report-12-Mar-2019.eml", "2019-03-12"},
    {"2019/11/18/envoys", "2019-11-18"},
    // seconds since 1970
    {"1552406645", "2019-03-12"},
    {"1552406645123", "2019-03-12"},
    // none
    {"", ""},
    {"soon", ""},
    {"March 2019", ""},
    {"2019", ""},
    {"12 March", ""},
    {"31/02/2019", ""},
    {"30 February 2019", ""},
    {"2019-13-45", ""},
    {"29 February 2015", ""},
    {"17:57", ""},
    {"tel. 030 123 456", ""},
    {"Resolution 2334", ""},
    {"two of three 1/2 cups", ""},
    {"12 March 3019", ""},
};

}  // namespace

TEST_CASE("days are read as people write them", "[days]") {
  for (const Form& form : kForms) {
    INFO(form.text);
    const WrittenDay found = written_day(form.text);
    CHECK((found.ambiguous ? "?" : found.day) == form.day);
    CHECK(day_in(form.text) == found.day);
  }
  CHECK(std::size(kForms) >= 120);
}

TEST_CASE("the time of day beside a day is read", "[days]") {
  const std::pair<const char*, const char*> forms[] = {
      {"2019-03-12T15:04:05Z", "15:04"},
      {"2019-03-12T15:04:05.250+02:00", "15:04"},
      {"2019-03-12T23:30:00-05:00", "23:30"},
      {"2019-03-12 15:04", "15:04"},
      {"20190312T150405Z", "15:04"},
      {"201903121504", "15:04"},
      {"20190312150405", "15:04"},
      {"1552406645", "16:04"},
      {"1552406645000", "16:04"},
      {"Tue, 12 Mar 2019 15:04:05 +0000", "15:04"},
      {"Tue Mar 12 15:04:05 2019", "15:04"},
      {"Tue, 03/12/2019 - 17:57", "17:57"},
      {"12 March 2019 at 10:30", "10:30"},
      {"12 March 2019, Tuesday 3:05 PM GMT", "15:05"},
      {"March 12, 2019 12:10 a.m. EST", "00:10"},
      {"March 12, 2019 12:10 p.m.", "12:10"},
      {"12. März 2019 um 17:57 Uhr", "17:57"},
      {"12 mars 2019 à 17h57", "17:57"},
      {"10:30 12 March 2019", "10:30"},
      {"01:38:07 PM IST Nov 20, 2019", "13:38"},
      // none, or none of that day
      {"2019-03-12", ""},
      {"2019-03-12T00:00:00Z", ""},
      {"2019-03-12T25:00", ""},
      {"2019-03-12T10:75", ""},
      {"1552348800", ""},
      {"Published 12 March 2019, updated 14:30", ""},
      {"Updated 14:30, published 12 March 2019", ""},
      {"Tue Mar 12 2019 +02:00", ""},
      {"14:30", ""},
  };
  for (const auto& [text, time] : forms) {
    INFO(text);
    const WrittenDay found = written_day(text);
    CHECK(found.time == time);
    CHECK(moment_in(text) == (found.time.empty() ? found.day : found.day + "T" + found.time));
  }
  CHECK(time_in("14:30:15Z") == "14:30");
  CHECK(time_in("2:30 pm") == "14:30");
  CHECK(time_in("noon, or 14:30").empty());
}

TEST_CASE("a moment is parted into its day and its time", "[days]") {
  const auto parts = [](const char* published) {
    const Moment moment = moment_of(published);
    return moment.day + "|" + moment.time;
  };
  CHECK(parts("2016-05-04") == "2016-05-04|");
  CHECK(parts("2016-05-04T14:30") == "2016-05-04|14:30");
  CHECK(parts("2016-05-04 14:30:15+02:00") == "2016-05-04|14:30");
  CHECK(parts("2016-05-04T") == "2016-05-04|");
  CHECK(parts("2016-05-04T00:00:00") == "2016-05-04|");
  CHECK(parts("2016-05") == "2016-05|");
  CHECK(parts("") == "|");
}

TEST_CASE("an order settles which number is the day", "[days]") {
  CHECK(written_day("12/03/2019", DateOrder::day_first).day == "2019-03-12");
  CHECK(written_day("12/03/2019", DateOrder::month_first).day == "2019-12-03");
  CHECK(written_day("19/03/12", DateOrder::year_first).day == "2019-03-12");
  CHECK(written_day("21/02/2015", DateOrder::month_first).day == "2015-02-21");
  CHECK(written_day("21/02/2015").shows == DateOrder::day_first);
  CHECK(written_day("3/13/2019").shows == DateOrder::month_first);
  CHECK(written_day("12/03/2019").shows == DateOrder::unknown);
}

TEST_CASE("a day that stands alone is told from one in a sentence", "[days]") {
  for (const char* text : {"12 March 2019", "Tuesday, March 12, 2019 10:30 AM GMT", "Published on 12 March 2019",
                           "2019-03-12T10:00:00Z"}) {
    INFO(text);
    CHECK(written_day(text).alone);
  }
  for (const char* text : {"The envoys met on 12 March 2019.", "LIMA, March 12, 2019 (Harbour Wire)"}) {
    INFO(text);
    CHECK_FALSE(written_day(text).alone);
  }
}
