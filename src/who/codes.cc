// CAMEO actor codes, in the codebook's order: the country, then the role, then what the lexicon knows of the one.
#include "who/builder.h"

namespace dragoman {

void set_codes(EntityBuilder& b) {
  for (Index i = 0; i < b.story.record.entities.size(); ++i) {
    Entity& e = b.entity(i);
    const EntityBuilder::Note& note = b.notes[i];
    if (e.type == EntityType::country) {
      e.code = e.country;
    } else if (!note.known_code.empty()) {
      // A sector alone is that of the body's country, where it has one.
      e.code = note.known_code.size() == 3 && !note.known_code.starts_with("IGO") ? e.country + note.known_code
                                                                                  : note.known_code;
    } else {
      e.code = e.country + note.sector;
    }
  }
}

}  // namespace dragoman
