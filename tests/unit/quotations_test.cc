// Quotations over several paragraphs, and paragraphs that hold nothing else: whose words they are.
#include "reader/core.h"
#include "support/model.h"

#include <string>
#include <vector>

#include <catch2/catch.hpp>

using namespace dragoman;

namespace {

struct Told {
  std::string text, speaker, content;  // content: words that a statement of the speaker holds; empty: there is none
};

// "Clara Moss: words" for each statement.
std::vector<std::string> statements(const ReaderCore& reader, const std::string& text) {
  const Record record = read_record(reader, text);
  std::vector<std::string> out;
  for (const Statement& s : record.statements) {
    std::string line = s.speakers.empty() ? "-" : record.entities[s.speakers.front()].name;
    for (const Span c : s.content)
      line += ": " + text.substr(c.begin, c.end - c.begin);  // ASCII: code points are bytes
    out.push_back(std::move(line));
  }
  return out;
}

}  // namespace

TEST_CASE("a quotation in a paragraph of its own has a speaker", "[statements]") {
  const ReaderCore* reader = test_reader();
  if (reader == nullptr) return;
  const std::vector<Told> cases = {
      {"\"The mission is without precedent,\"\n\nstated Clara Moss, a former judge.\n", "Clara Moss",
       "The mission is without precedent"},
      {"Ivo Brandt said the offer was not what they had asked for.\n\n\"But it is what we have,\"\nhe said.\n",
       "Ivo Brandt", "But it is what we have"},
      {"If the vote fails, the charter will stay as it is, Professor Clara Moss says.\n\n\"The chamber could still "
       "pass "
       "a law, but it would carry less weight.\"\n",
       "Clara Moss", "The chamber could still pass a law"},
      {"Dean Clara Moss commented on the prize.\n\n\"He showed what a small island can do.\"\n", "Clara Moss",
       "He showed what a small island can do"},
      {"\"The fish have gone,\" said Ivo Brandt.\n\n\"Nobody warned us.\"\n", "Ivo Brandt", "Nobody warned us"},
      {"\"The fish have gone,\" said Ivo Brandt. Mayor Clara Moss said the nets were too fine.\n\n\"We measured "
       "them.\"\n",
       "Clara Moss", "We measured them"},
      {"Mayor Clara Moss told the council that the ferry would stop.\n\n\"It costs too much.\n\n\"Nobody rides "
       "it.\"\n",
       "Clara Moss", "Nobody rides it"},
      {"Mayor Clara Moss proposed that the ferry be sold.\n\n\"It costs us too much.\"\n", "Clara Moss",
       "It costs us too much"},
      // The sentence above tells of nobody's words, or of what was not said; a heading in marks is no quotation.
      {"Ivo Brandt told the council that the ferry would stop. It ran for sixty years.\n\n\"Nobody will miss it.\"\n",
       "", "Nobody will miss it"},
      {"Mayor Clara Moss did not say when the bridge would open.\n\n\"It rained all of Monday.\"\n", "",
       "It rained all of Monday"},
      {"Ivo Brandt announced a new harbour fund.\n\n\"A HARBOUR IS FOR ALL\"\n\nThe fund holds a million.\n", "",
       "HARBOUR IS FOR ALL"},
  };
  for (const Told& t : cases) {
    INFO(t.text);
    bool found = false;
    for (const std::string& line : statements(*reader, t.text)) {
      const bool holds = line.find(t.content) != std::string::npos;
      found |= holds;
      if (holds) CHECK(line.substr(0, t.speaker.size() + 1) == t.speaker + ":");
    }
    CHECK(found == !t.speaker.empty());
  }
}
