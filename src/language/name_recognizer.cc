#include "language/name_recognizer.h"

#include "model/model.h"

#include <algorithm>

namespace dragoman {

namespace {

constexpr std::size_t kNameSlots = 3;
constexpr std::size_t kSlotsOfAllNames = 1;  // the others are filled inside names only

}  // namespace

Result<NameRecognizer> NameRecognizer::load(const Model& model) {
  auto weights = TransitionWeights::load(model, "ner", kNameSlots, kSlotsOfAllNames);
  if (!weights) return weights.error();
  const auto names = model.strings("ner/moves");
  if (!names) return names.error();
  if (names->size() != weights->moves()) {
    return Error{ErrorKind::setup, "",
                 "the model names " + std::to_string(names->size()) + " recogniser moves but scores " +
                     std::to_string(weights->moves())};
  }
  NameRecognizer recognizer;
  recognizer.weights_ = std::move(*weights);
  auto& labels = recognizer.labels_;
  for (const std::string_view name : *names) {
    Move move;
    switch (name.empty() ? ' ' : name.front()) {
      case 'B':
        move.action = Action::begin;
        break;
      case 'I':
        move.action = Action::in;
        break;
      case 'L':
        move.action = Action::last;
        break;
      case 'U':
        move.action = Action::unit;
        break;
      case 'O':
        move.action = Action::out;
        break;
      default:
        return Error{ErrorKind::setup, "", "the model has an unknown recogniser move \"" + std::string(name) + "\""};
    }
    const std::string_view label = name.size() > 2 ? name.substr(2) : "";
    const auto it = std::find_if(labels.begin(), labels.end(), [&](const Label& l) { return l.name == label; });
    move.label = static_cast<std::uint16_t>(it - labels.begin());
    if (it == labels.end()) {
      labels.push_back({std::string(label), name_type_from(label)});
      recognizer.in_of_.push_back(kNoMove);
      recognizer.last_of_.push_back(kNoMove);
    }
    const auto at = static_cast<std::uint32_t>(recognizer.moves_.size());
    if (move.action == Action::in) recognizer.in_of_[move.label] = at;
    if (move.action == Action::last) recognizer.last_of_[move.label] = at;
    recognizer.moves_.push_back(move);
  }
  return recognizer;
}

void NameRecognizer::run(const float* hidden, Parse& parse, Workspace& workspace) const {
  workspace.scorer.begin(weights_, hidden, parse.size());
  parse.names.clear();
  std::uint16_t open_label = 0;
  TokenIndex open = kNoToken;  // first token of the name that is being read
  std::uint32_t sentence = 0;
  for (TokenIndex t = 0; t < parse.size(); ++t) {
    while (t >= parse.sentences[sentence].end) ++sentence;
    const bool last_token = t + 1 == parse.size();
    const bool sentence_goes_on = t + 1 < parse.sentences[sentence].end;
    std::array<int, TransitionWeights::kMaxSlots> context{static_cast<int>(t), -1, -1};
    if (open != kNoToken) {
      context[1] = static_cast<int>(open);
      context[2] = static_cast<int>(t) - 1;
    }
    const float* scores = workspace.scorer.score(context);
    std::uint32_t best = kNoMove;
    const auto consider = [&](std::uint32_t move) {
      if (move != kNoMove && (best == kNoMove || scores[move] > scores[best])) best = move;
    };
    if (open != kNoToken) {
      if (!last_token && sentence_goes_on) consider(in_of_[open_label]);
      consider(last_of_[open_label]);
    } else {
      const bool space = parse.tokens[t].is_space;
      for (std::uint32_t i = 0; i < moves_.size(); ++i) {
        const Move& move = moves_[i];
        if (move.action == Action::out) {
          consider(i);
        } else if (!space && !labels_[move.label].name.empty()) {
          if (move.action == Action::unit || (move.action == Action::begin && sentence_goes_on)) consider(i);
        }
      }
    }
    if (best == kNoMove) break;
    const Move move = moves_[best];
    if (move.action == Action::begin) {
      open = t;
      open_label = move.label;
    } else if (move.action == Action::last || move.action == Action::unit) {
      const Label& label = labels_[move.label];
      parse.names.push_back({{move.action == Action::unit ? t : open, t + 1}, label.type, label.name});
      open = kNoToken;
    }
  }
  for (const NameSpan& name : parse.names) {
    for (TokenIndex t = name.span.begin; t < name.span.end; ++t) parse.tokens[t].name = name.type;
    parse.tokens[name.span.begin].name_begin = true;
  }
}

}  // namespace dragoman
