#include "language/dependency_parser.h"

#include "model/model.h"

#include <algorithm>

namespace dragoman {

namespace {

constexpr std::size_t kParserSlots = 8;
constexpr std::size_t kSlotsOfAll = 3;      // each token is the first and second of the buffer and the top of the stack
constexpr std::string_view kLifted = "||";  // "relation||relation of the true head"

// Left and right edges of all subtrees, as far as passes over the arcs find them; false when some head lies outside its
// sentence, so that another pass may find more.
bool widen_edges(const std::vector<Token>& tokens, std::vector<std::uint32_t>& left, std::vector<std::uint32_t>& right,
                 std::vector<std::uint8_t>& starts) {
  const std::size_t n = tokens.size();
  const auto widen = [&](std::size_t child) {
    const TokenIndex head = tokens[child].head;
    left[head] = std::min(left[head], left[child]);
    right[head] = std::max(right[head], right[child]);
  };
  for (std::size_t i = 0; i < n; ++i) widen(i);
  for (std::size_t i = n; i-- > 0;) widen(i);
  starts.assign(n, 0);
  for (std::size_t i = 0; i < n; ++i) {
    if (tokens[i].head == i) starts[left[i]] = 1;
  }
  std::size_t begin = 0;
  for (std::size_t i = 0; i < n; ++i) {
    if (!((i > 0 && starts[i] != 0) || i + 1 == n)) continue;
    for (std::size_t j = begin; j < i; ++j) {
      if (tokens[j].head < begin || tokens[j].head > i) return false;
    }
    begin = i;
  }
  return true;
}

// Edges and sentence starts from the heads. A few passes do for arcs that cross; the bound keeps malformed input
// finite.
void find_edges(const std::vector<Token>& tokens, std::vector<std::uint32_t>& left, std::vector<std::uint32_t>& right,
                std::vector<std::uint8_t>& starts) {
  constexpr int kMaxPasses = 12;
  left.resize(tokens.size());
  right.resize(tokens.size());
  for (std::uint32_t i = 0; i < tokens.size(); ++i) left[i] = right[i] = i;
  for (int pass = 0; pass < kMaxPasses && !widen_edges(tokens, left, right, starts); ++pass) {
  }
}

}  // namespace

// The configuration of the arc-eager system. Indices are ints, -1 for none, as the context slots want them.
class DependencyParser::State {
 public:
  State(Workspace& workspace, int length) : w_(workspace), length_(length) {
    const auto n = static_cast<std::size_t>(length);
    w_.stack.clear();
    w_.rebuffer.clear();
    w_.arcs.clear();
    w_.heads.assign(n, -1);
    w_.last_left.assign(n, -1);
    w_.last_right.assign(n, -1);
    w_.unshiftable.assign(n, 0);
    w_.sentence_start.assign(n, 0);
  }

  bool is_final() const { return w_.stack.empty() && buffer_length() == 0; }

  std::array<int, TransitionWeights::kMaxSlots> context() const {
    const int b0 = buffer(0);
    const int s0 = stack(0);
    return {b0,
            buffer(1),
            s0,
            stack(1),
            stack(2),
            last_child(w_.last_left, b0),
            last_child(w_.last_left, s0),
            last_child(w_.last_right, s0)};
  }

  bool allows(Action action) const {
    const bool has_stack = !w_.stack.empty();
    switch (action) {
      case Action::shift:
        return !has_stack ||
               (buffer_length() >= 2 && !starts_sentence(buffer(0)) && w_.unshiftable[index(buffer(0))] == 0);
      case Action::reduce:
        return has_stack;
      case Action::left:
      case Action::right:
        return has_stack && buffer_length() > 0 && !starts_sentence(buffer(0));
      case Action::start_sentence:
        return buffer_length() >= 2 && buffer(1) == buffer(0) + 1 && !starts_sentence(buffer(1));
    }
    return false;
  }

  void apply(Move move) {
    switch (move.action) {
      case Action::shift:
        push();
        break;
      case Action::reduce:
        if (w_.heads[index(stack(0))] >= 0 || w_.stack.size() == 1) {
          w_.stack.pop_back();
        } else {
          unshift();
        }
        break;
      case Action::left:
        add_arc(buffer(0), stack(0), move.label);
        // The stack changes, so the word may be shifted again without looping forever.
        w_.unshiftable[index(buffer(0))] = 0;
        w_.stack.pop_back();
        break;
      case Action::right:
        add_arc(stack(0), buffer(0), move.label);
        push();
        break;
      case Action::start_sentence:
        w_.sentence_start[index(buffer(1))] = 1;
        break;
    }
  }

  // The tokens that are parsed next, as if there were no others.
  void open_part(int begin, int end) {
    w_.stack.clear();
    w_.rebuffer.clear();
    next_ = begin;
    length_ = end;
  }

  void start_sentence(int token) { w_.sentence_start[index(token)] = 1; }

  // Ends a configuration in which nothing is allowed.
  void give_up() {
    w_.stack.clear();
    next_ = length_;
  }

  // All arcs, those to the left first; an arc to the right overrides one to the left, as a later one an earlier.
  template <class F>
  void for_each_arc(const F& f) const {
    for (const bool left : {true, false}) {
      for (const auto& arc : w_.arcs) {
        if (arc.label != kDropped && (arc.head > arc.child) == left) f(arc);
      }
    }
  }

 private:
  static constexpr std::uint16_t kDropped = 0xFFFF;

  static std::size_t index(int token) { return static_cast<std::size_t>(token); }
  int buffer_length() const { return length_ - next_ + static_cast<int>(w_.rebuffer.size()); }
  bool starts_sentence(int token) const { return token >= 0 && w_.sentence_start[index(token)] != 0; }

  int stack(std::size_t i) const { return i < w_.stack.size() ? w_.stack[w_.stack.size() - 1 - i] : -1; }
  int buffer(std::size_t i) const {
    const std::size_t again = w_.rebuffer.size();
    if (i < again) return w_.rebuffer[again - 1 - i];
    const int token = next_ + static_cast<int>(i - again);
    return token < length_ ? token : -1;
  }
  int last_child(const std::vector<int>& last, int head) const {
    const int arc = head < 0 ? -1 : last[index(head)];
    return arc < 0 ? -1 : w_.arcs[index(arc)].child;
  }

  void push() {
    if (w_.rebuffer.empty()) {
      w_.stack.push_back(next_++);
    } else {
      w_.stack.push_back(w_.rebuffer.back());
      w_.rebuffer.pop_back();
    }
  }
  void unshift() {
    w_.unshiftable[index(w_.stack.back())] = 1;
    w_.rebuffer.push_back(w_.stack.back());
    w_.stack.pop_back();
  }
  void add_arc(int head, int child, std::uint16_t label) {
    // A word that gets another head loses the arc from the old one if that was its last.
    if (const int old = w_.heads[index(child)]; old >= 0) {
      int& last = (old > child ? w_.last_left : w_.last_right)[index(old)];
      if (last >= 0 && w_.arcs[index(last)].child == child) {
        w_.arcs[index(last)].label = kDropped;
        last = w_.arcs[index(last)].before;
      }
    }
    int& last = (head > child ? w_.last_left : w_.last_right)[index(head)];
    w_.arcs.push_back({head, child, label, last});
    last = static_cast<int>(w_.arcs.size()) - 1;
    w_.heads[index(child)] = head;
  }

  Workspace& w_;
  int length_ = 0;
  int next_ = 0;  // first word of the buffer that was never shifted
};

Result<DependencyParser> DependencyParser::load(const Model& model) {
  auto weights = TransitionWeights::load(model, "parser", kParserSlots, kSlotsOfAll);
  if (!weights) return weights.error();
  const auto names = model.strings("parser/moves");
  if (!names) return names.error();
  if (names->size() != weights->moves()) {
    return Error{ErrorKind::setup, "",
                 "the model names " + std::to_string(names->size()) + " parser moves but scores " +
                     std::to_string(weights->moves())};
  }
  DependencyParser parser;
  parser.weights_ = std::move(*weights);
  const auto label_index = [&parser](std::string_view name) {
    const std::size_t cut = name.find(kLifted);
    const std::string_view own = name.substr(0, cut);
    const std::string_view of_head = cut == std::string_view::npos ? "" : name.substr(cut + kLifted.size());
    auto& labels = parser.labels_;
    const auto it = std::find_if(labels.begin(), labels.end(),
                                 [&](const Label& l) { return l.name == own && l.head_name == of_head; });
    if (it == labels.end()) {
      labels.push_back({std::string(own), std::string(of_head), relation_from(own)});
      return static_cast<std::uint16_t>(labels.size() - 1);
    }
    return static_cast<std::uint16_t>(it - labels.begin());
  };
  parser.root_label_ = label_index("ROOT");
  for (const std::string_view name : *names) {
    Move move;
    switch (name.empty() ? ' ' : name.front()) {
      case 'S':
        move.action = Action::shift;
        break;
      case 'D':
        move.action = Action::reduce;
        break;
      case 'L':
        move.action = Action::left;
        break;
      case 'R':
        move.action = Action::right;
        break;
      case 'B':
        move.action = Action::start_sentence;
        break;
      default:
        return Error{ErrorKind::setup, "", "the model has an unknown parser move \"" + std::string(name) + "\""};
    }
    if (name.size() > 2 && move.action != Action::start_sentence) {
      label_index(name.substr(2, name.find(kLifted) - 2));  // what a restored arc gets
      move.label = label_index(name.substr(2));
    }
    const auto at = static_cast<std::uint32_t>(parser.moves_.size());
    if (parser.groups_.empty() || parser.groups_.back().action != move.action) {
      parser.groups_.push_back({move.action, at, at});
    }
    ++parser.groups_.back().end;
    parser.moves_.push_back(move);
  }
  return parser;
}

void DependencyParser::run(const float* hidden, Parse& parse, Workspace& workspace, std::span<const TokenIndex> starts,
                           std::span<const TokenIndex> parts) const {
  workspace.scorer.begin(weights_, hidden, parse.size());
  State state(workspace, static_cast<int>(parse.size()));
  for (const TokenIndex start : starts) {
    if (!std::binary_search(parts.begin(), parts.end(), start)) state.start_sentence(static_cast<int>(start));
  }
  for (std::size_t part = 0; part <= parts.size(); ++part) {
    const TokenIndex begin = part == 0 ? 0 : parts[part - 1];
    state.open_part(static_cast<int>(begin), static_cast<int>(part < parts.size() ? parts[part] : parse.size()));
    while (!state.is_final()) {
      const float* scores = workspace.scorer.score(state.context());
      const float* best = nullptr;
      for (const Group& group : groups_) {
        if (!state.allows(group.action)) continue;
        const float* here = std::max_element(scores + group.begin, scores + group.end);
        if (best == nullptr || *here > *best) best = here;
      }
      if (best == nullptr) {
        state.give_up();
      } else {
        state.apply(moves_[static_cast<std::size_t>(best - scores)]);
      }
    }
    if (begin > 0) state.start_sentence(static_cast<int>(begin));
  }
  annotate(state, workspace, parse);
}

void DependencyParser::annotate(const State& state, Workspace& workspace, Parse& parse) const {
  auto& labels = workspace.labels;
  labels.assign(parse.size(), root_label_);
  for (TokenIndex t = 0; t < parse.size(); ++t) parse.tokens[t].head = t;
  state.for_each_arc([&](const Workspace::Arc& arc) {
    parse.tokens[static_cast<std::size_t>(arc.child)].head = static_cast<TokenIndex>(arc.head);
    labels[static_cast<std::size_t>(arc.child)] = arc.label;
  });
  auto& starts = workspace.sentence_start;
  find_edges(parse.tokens, workspace.left_edges, workspace.right_edges, starts);
  restore_lifted_arcs(workspace, parse);
  for (TokenIndex t = 0; t < parse.size(); ++t) {
    const Label& label = labels_[labels[t]];
    parse.tokens[t].relation = label.relation;
    parse.tokens[t].relation_label = label.name;
  }
  parse.sentences.clear();
  for (TokenIndex t = 0; t < parse.size(); ++t) {
    if (t == 0 || starts[t] != 0) parse.sentences.push_back({t, t});
    parse.sentences.back().end = t + 1;
  }
  link(parse);
}

// An arc labelled X||Y was attached too high in training: its true head is the first Y below, breadth first.
void DependencyParser::restore_lifted_arcs(Workspace& workspace, Parse& parse) const {
  auto& labels = workspace.labels;
  const auto is_lifted = [&](TokenIndex t) { return !labels_[labels[t]].head_name.empty(); };
  TokenIndex first = 0;
  while (first < parse.size() && !is_lifted(first)) ++first;
  if (first == parse.size()) return;

  link(parse);
  std::vector<TokenIndex> moved;
  std::vector<TokenIndex> children, queue;
  // Children by the heads of now, but found within the edges of before.
  const auto list_children = [&](TokenIndex head) {
    children.clear();
    for (const TokenIndex child : parse.children(head)) {
      if (parse.tokens[child].head == head) children.push_back(child);
    }
    const std::size_t own = children.size();
    for (const TokenIndex child : moved) {
      const bool within = workspace.left_edges[head] <= child && child <= workspace.right_edges[head];
      if (parse.tokens[child].head == head && within) children.push_back(child);
    }
    if (children.size() > own) std::sort(children.begin(), children.end());
  };
  const auto label_name = [&](TokenIndex t) {
    const Label& label = labels_[labels[t]];
    return label.head_name.empty() ? label.name : label.name + std::string(kLifted) + label.head_name;
  };
  for (TokenIndex t = first; t < parse.size(); ++t) {
    if (!is_lifted(t)) continue;
    const Label& label = labels_[labels[t]];
    TokenIndex found = kNoToken;
    queue.assign(1, parse.tokens[t].head);
    for (std::size_t i = 0; i < queue.size() && found == kNoToken; ++i) {
      list_children(queue[i]);
      for (const TokenIndex child : children) {
        if (parse.tokens[child].is_space || child == t) continue;
        if (label_name(child) == label.head_name) {
          found = child;
          break;
        }
        queue.push_back(child);
      }
    }
    const auto plain = std::find_if(labels_.begin(), labels_.end(),
                                    [&](const Label& l) { return l.name == label.name && l.head_name.empty(); });
    if (found != kNoToken) {
      parse.tokens[t].head = found;
      moved.push_back(t);
    }
    labels[t] = static_cast<std::uint16_t>(plain - labels_.begin());
  }
  find_edges(parse.tokens, workspace.left_edges, workspace.right_edges, workspace.sentence_start);
}

}  // namespace dragoman
