// What the server hands to the site, and what it gets back.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace dragoman::web {

struct Request {
  std::string method;        // GET, HEAD, POST …
  std::string target;        // "/events?type=AGREE", as it came
  std::string host, origin;  // of the headers; empty where there are none
  std::string content_type;  // of a form that is posted
  std::string body;
};

struct Response {
  int status = 200;
  std::string type = "text/html; charset=utf-8";
  std::string body;
  std::vector<std::pair<std::string, std::string>> headers = {};  // beyond those that every answer has
};

}  // namespace dragoman::web
