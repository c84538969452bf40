// The network parts of an import: thinc's serialized layers to named tensors. All throw what the importer catches.
#pragma once

#include "model/model_writer.h"

#include <string>

namespace dragoman {

/// The embedding and encoder below a Tok2Vec, as PREFIX/embed/N/E, PREFIX/mix/W …
void add_token_vectors(const std::string& model, const std::string& prefix, ModelWriter& writer);

/// "tagger/W", "tagger/b" and the list "labels/tagger".
void add_tagger(const std::string& model, const std::string& config, ModelWriter& writer);

/// PREFIX/reduce, PREFIX/lower, PREFIX/upper and the list PREFIX/moves ("L-nsubj") in the order of the scores.
void add_transitions(const std::string& model, const std::string& moves, const std::string& prefix,
                     ModelWriter& writer);

}  // namespace dragoman
