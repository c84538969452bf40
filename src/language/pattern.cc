#include "language/pattern.h"

#define PCRE2_CODE_UNIT_WIDTH 8  // NOLINT: the library's own switch
#include <pcre2.h>

namespace dragoman {

namespace {

// \uXXXX and \UXXXXXXXX become \x{...}; all else that the tokenizers use reads the same in both.
std::string to_pcre(std::string_view python) {
  std::string out;
  for (std::size_t i = 0; i < python.size(); ++i) {
    if (python.substr(i).starts_with("(?u)")) {
      i += 3;
      continue;
    }
    const std::size_t digits = python[i] != '\\' || i + 1 == python.size() ? 0
                               : python[i + 1] == 'u'                      ? 4
                               : python[i + 1] == 'U'                      ? 8
                                                                           : 0;
    if (digits != 0) {
      out += "\\x{" + std::string(python.substr(i + 2, digits)) + "}";
      i += 1 + digits;
    } else if (python[i] == '\\' && i + 1 < python.size()) {
      out += python.substr(i++, 2);
    } else {
      out += python[i];
    }
  }
  return out;
}

}  // namespace

struct Pattern::Code {
  pcre2_code* code = nullptr;
  ~Code() { pcre2_code_free(code); }
};

struct Pattern::Workspace::Impl {
  pcre2_match_data* data = pcre2_match_data_create(1, nullptr);
  pcre2_match_context* context = pcre2_match_context_create(nullptr);
  pcre2_jit_stack* stack = pcre2_jit_stack_create(kStackStart, kStackMax, nullptr);

  Impl() {
    constexpr std::uint32_t kMatchLimit = 200'000;
    pcre2_set_match_limit(context, kMatchLimit);
    pcre2_jit_stack_assign(context, nullptr, stack);
  }
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;
  ~Impl() {
    pcre2_jit_stack_free(stack);
    pcre2_match_context_free(context);
    pcre2_match_data_free(data);
  }
  static constexpr std::size_t kStackStart = std::size_t{32} << 10U;
  static constexpr std::size_t kStackMax = std::size_t{1} << 20U;
};

Pattern::Workspace::Workspace() : impl_(std::make_unique<Impl>()) {}
Pattern::Workspace::~Workspace() = default;
Pattern::Workspace::Workspace(Workspace&&) noexcept = default;
Pattern::Workspace& Pattern::Workspace::operator=(Workspace&&) noexcept = default;

Pattern::Pattern() = default;
Pattern::~Pattern() = default;
Pattern::Pattern(Pattern&&) noexcept = default;
Pattern& Pattern::operator=(Pattern&&) noexcept = default;

Result<Pattern> Pattern::compile(std::string_view python_expression) {
  Pattern pattern;
  if (python_expression.empty()) return pattern;
  const std::string expression = to_pcre(python_expression);
  int error = 0;
  PCRE2_SIZE offset = 0;
  pattern.code_ = std::make_unique<Code>();
  pattern.code_->code = pcre2_compile(reinterpret_cast<PCRE2_SPTR>(expression.data()), expression.size(),
                                      PCRE2_UTF | PCRE2_UCP, &error, &offset, nullptr);
  if (pattern.code_->code == nullptr) {
    constexpr std::size_t kMessage = 256, kShown = 30;
    unsigned char message[kMessage];
    pcre2_get_error_message(error, message, sizeof message);
    return Error{ErrorKind::setup, "",
                 "a tokenizer rule of the model cannot be read near \"" + expression.substr(offset, kShown) +
                     "\": " + reinterpret_cast<const char*>(message)};
  }
  pcre2_jit_compile(pattern.code_->code, PCRE2_JIT_COMPLETE);  // where there is no JIT, the interpreter runs it
  return pattern;
}

std::optional<Pattern::Found> Pattern::run(std::string_view text, std::size_t start, unsigned options,
                                           Workspace& workspace) const {
  if (!code_) return std::nullopt;
  auto& w = *workspace.impl_;
  const int found = pcre2_match(code_->code, reinterpret_cast<PCRE2_SPTR>(text.data()), text.size(), start,
                                options | PCRE2_NO_UTF_CHECK, w.data, w.context);
  if (found < 0) return std::nullopt;
  const PCRE2_SIZE* at = pcre2_get_ovector_pointer(w.data);
  return Found{at[0], at[1]};
}

std::optional<Pattern::Found> Pattern::search(std::string_view text, std::size_t start, Workspace& workspace) const {
  return run(text, start, 0, workspace);
}

std::optional<Pattern::Found> Pattern::match(std::string_view text, Workspace& workspace) const {
  return run(text, 0, PCRE2_ANCHORED, workspace);
}

}  // namespace dragoman
