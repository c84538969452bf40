// Where a story speaks of which country: what the countries of those whose country no words tell are weighed by.
#pragma once

#include "who/builder.h"
#include "who/context.h"

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace dragoman {

class HomeEvidence {
 public:
  /// A word for a country: its name, its people's, a place of it or somebody of it.
  struct Word {
    TokenSpan span;
    std::uint32_t country = 0;  // index into `countries`
    bool place = false;
    bool side = false;  // of "the Kenyan side", "the Kenyan delegation"
  };
  struct Country {
    std::string code;  // ISO 3166-1 alpha-3
    double weight = 0, places = 0;
    TokenIndex begin = kNoToken;  // of the first word for it
    bool named = false;           // by its name, its people's or a place
    bool in_lead = false;
    bool beyond_towns = false;  // by more than towns that are called like some of it
  };

  /// Somebody or a body of a state where he is spoken of by a name.
  struct Actor {
    TokenIndex begin = 0;
    Index entity = 0;
  };

  /// `open` says of each entity whether its country is to be weighed; the others speak for their countries.
  HomeEvidence(const EntityBuilder& b, const std::vector<bool>& open);

  /// Calls f(word) for the words for countries in a sentence, in text order, no more than can be near.
  template <class F>
  void in_sentence(std::uint32_t sentence, const F& f) const {
    constexpr int kMost = 60;
    const TokenSpan all = b.parse.sentences[sentence];
    auto at = first_behind(all.begin);
    for (int n = 0; at != words.end() && at->span.begin < all.end && n < kMost; ++at, ++n) f(*at);
  }

  /// The first word for a country that begins at the token or behind it.
  std::vector<Word>::const_iterator first_behind(TokenIndex t) const;

  const EntityBuilder& b;
  const Context context;
  const std::string home;  // that the story is at home in; empty where none stands out
  std::vector<Country> countries;
  std::map<std::string, std::uint32_t> numbers;           // by code: index into `countries`
  std::vector<Word> words;                                // in text order
  std::vector<Actor> actors;                              // in text order
  double all = 0, most = 0, places = 0;                   // weight of all and of the weightiest; number of places
  TokenIndex begin = kNoToken;                            // of the first word for any country
  std::vector<std::vector<std::size_t>> mentions;         // by entity, in the order of story.mentions
  std::map<std::string, std::set<std::string>> surnames;  // of people whose country is known: by surname, whose
  std::map<std::string, std::set<std::string>> offices;   // by title, likewise
  std::map<std::string, std::set<std::string>> of_noun;   // by a common noun: the countries of those known by it
  std::multimap<Index, Index> officials;                  // by body: who has an office in it
  std::map<std::string, int> people;                      // by country: how many people by name are of it

 private:
  std::uint32_t number_of(const std::string& code);
  void add_word(TokenSpan span, const std::string& code, double weight, bool named, bool place = false,
                bool town = false);
  bool is_in_persons_name(TokenIndex t) const;
  bool is_of_side(TokenSpan word) const;
  bool is_in_another_state(const PhraseTable::Match& seat) const;
  void find_words();
  void find_actors(const std::vector<bool>& open);
  void find_people(const std::vector<bool>& open);
  void find_places_in_names(const std::vector<bool>& open);
  void list_actors();
};

}  // namespace dragoman
