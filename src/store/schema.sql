-- The store (docs/store.md). Offsets are code points into documents.text, as SQLite's substr() counts them:
-- substr(text, begin + 1, end - begin). `number` is an item's number in its record, counted from 1.

-- The last columns of documents and of the lists of facts stand where ALTER TABLE puts them in stores of earlier
-- versions. Indexes over `document >> 12` or `actor >> 14` are cut into blocks by age (src/store/age_blocks.h).
CREATE TABLE documents (
  id INTEGER PRIMARY KEY,
  uri TEXT NOT NULL UNIQUE,
  sha TEXT NOT NULL,               -- "sha256:…" of the text
  title TEXT, agency TEXT, language TEXT, link TEXT,
  published TEXT,                  -- YYYY-MM-DD where it is known to the day
  basis TEXT NOT NULL,             -- given, metadata, dateline, inferred, unknown
  earliest TEXT, latest TEXT,      -- bounds of published
  copy_of INTEGER REFERENCES documents(id),  -- the report of which it is a near copy; a copy has no facts of its own
  generator TEXT NOT NULL,         -- what read it: version, model, lexicon
  given_agency TEXT, given_published TEXT,  -- what was said of the document when it was added, for reading it again
  digest INTEGER,                  -- of all that is stored of the document (src/store/digest.h); without it: not whole
  text TEXT NOT NULL               -- last, so that the other columns are read without it
, byline TEXT) STRICT;
CREATE INDEX documents_copy_of ON documents(copy_of) WHERE copy_of IS NOT NULL;
CREATE INDEX documents_agency ON documents(agency) WHERE agency IS NOT NULL;
-- The newest first, with what documents are chosen by.
CREATE INDEX documents_published ON documents(published DESC, agency, copy_of, uri, title);

-- How many documents have each value of what `dragoman stats` shows, in which no text need be read; triggers keep it.
-- what: month, basis, agency, language, generator, characters (the length of the text).
CREATE TABLE document_counts (
  what TEXT NOT NULL, value TEXT NOT NULL, documents INTEGER NOT NULL, PRIMARY KEY (what, value)
) STRICT, WITHOUT ROWID;
CREATE VIEW document_values AS
  SELECT id AS document, 'month' AS what, substr(published, 1, 7) AS value FROM documents
  UNION ALL SELECT id, 'basis', basis FROM documents
  UNION ALL SELECT id, 'agency', agency FROM documents
  UNION ALL SELECT id, 'language', language FROM documents
  UNION ALL SELECT id, 'generator', generator FROM documents
  UNION ALL SELECT id, 'characters', CAST(length(text) AS TEXT) FROM documents;
CREATE TRIGGER documents_counted AFTER INSERT ON documents BEGIN
  INSERT INTO document_counts(what, value, documents) SELECT what, value, 1 FROM document_values
    WHERE document = new.id AND value IS NOT NULL ON CONFLICT DO UPDATE SET documents = documents + 1;
END;
CREATE TRIGGER documents_taken_off BEFORE DELETE ON documents BEGIN
  UPDATE document_counts SET documents = documents - 1
    WHERE (what, value) IN (SELECT what, value FROM document_values WHERE document = old.id);
  DELETE FROM document_counts
    WHERE documents = 0 AND (what, value) IN (SELECT what, value FROM document_values WHERE document = old.id);
END;
CREATE TRIGGER documents_before BEFORE UPDATE OF published, basis, agency, language, generator, text ON documents BEGIN
  UPDATE document_counts SET documents = documents - 1
    WHERE (what, value) IN (SELECT what, value FROM document_values WHERE document = old.id);
  DELETE FROM document_counts
    WHERE documents = 0 AND (what, value) IN (SELECT what, value FROM document_values WHERE document = old.id);
END;
CREATE TRIGGER documents_after AFTER UPDATE OF published, basis, agency, language, generator, text ON documents BEGIN
  INSERT INTO document_counts(what, value, documents) SELECT what, value, 1 FROM document_values
    WHERE document = new.id AND value IS NOT NULL ON CONFLICT DO UPDATE SET documents = documents + 1;
END;

CREATE VIRTUAL TABLE documents_text USING fts5(title, text, content='documents', content_rowid='id', tokenize="unicode61 remove_diacritics 2");
CREATE TRIGGER documents_insert AFTER INSERT ON documents BEGIN
  INSERT INTO documents_text(rowid, title, text) VALUES (new.id, new.title, new.text);
END;
CREATE TRIGGER documents_delete AFTER DELETE ON documents BEGIN
  INSERT INTO documents_text(documents_text, rowid, title, text) VALUES ('delete', old.id, old.title, old.text);
END;
CREATE TRIGGER documents_update AFTER UPDATE OF title, text ON documents BEGIN
  INSERT INTO documents_text(documents_text, rowid, title, text) VALUES ('delete', old.id, old.title, old.text);
  INSERT INTO documents_text(rowid, title, text) VALUES (new.id, new.title, new.text);
END;

-- The whole record of a document that is no near copy: the JSON of schema/record-1.json, made small with the help of the
-- text (src/store/packed.h). The tables below are made from it.
CREATE TABLE records (document INTEGER PRIMARY KEY REFERENCES documents(id), json BLOB NOT NULL) STRICT;

-- For finding near copies: 64 minima of two bytes each, and keys of runs of four of them (src/store/sketches.h). The
-- keys are kept in sorted runs, cut into chunks (src/store/key_runs.h): the upper bits of band_keys.id are the run's.
CREATE TABLE sketches (document INTEGER PRIMARY KEY REFERENCES documents(id), sketch BLOB NOT NULL) STRICT;
CREATE TABLE band_runs (
  id INTEGER PRIMARY KEY, list INTEGER NOT NULL, block INTEGER NOT NULL, bits INTEGER NOT NULL, entries INTEGER NOT NULL
) STRICT;
CREATE TABLE band_keys (id INTEGER PRIMARY KEY, entries BLOB NOT NULL) STRICT;

-- One row for a person, country, body … across all documents.
CREATE TABLE actors (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,        -- what makes two entities one
  name TEXT NOT NULL, type TEXT NOT NULL, country TEXT,
  digest INTEGER,                  -- of the row and its names
  family TEXT,                     -- what spellings of a surname or of a body's name share; NULL for countries and who has no name
  given TEXT,                      -- what forms of a first name share; NULL for a surname alone and for bodies
  one INTEGER,                     -- the actor that stands for all that are one with it; NULL: no other
  joined TEXT                      -- why it is one with that: src/store/actor_links.h
) STRICT;
CREATE INDEX actors_family ON actors(family, given) WHERE family IS NOT NULL;
CREATE INDEX actors_one ON actors(one) WHERE one IS NOT NULL;
-- What users said of whom is one (src/store/rulings.h): the keys of two, the lower first.
CREATE TABLE rulings (a TEXT NOT NULL, b TEXT NOT NULL, same INTEGER NOT NULL, PRIMARY KEY (a, b)) STRICT, WITHOUT ROWID;
-- What all documents together say of people and bodies with a name: "entities", "country PER", "office foreign minister".
CREATE TABLE actor_traits (
  actor INTEGER NOT NULL, trait TEXT NOT NULL, times INTEGER NOT NULL, PRIMARY KEY (actor, trait)
) STRICT, WITHOUT ROWID;
-- Names as people type them: without case, accents and marks; a person's surname too.
CREATE TABLE actor_names (name TEXT NOT NULL, actor INTEGER NOT NULL REFERENCES actors(id), PRIMARY KEY (actor, name)) STRICT, WITHOUT ROWID;
CREATE INDEX actor_names_name ON actor_names(actor >> 14, name);

-- What one document says, as its record has it.
CREATE TABLE entities (
  id INTEGER PRIMARY KEY, document INTEGER NOT NULL REFERENCES documents(id), number INTEGER NOT NULL,
  actor INTEGER NOT NULL REFERENCES actors(id),
  name TEXT NOT NULL, type TEXT NOT NULL, country TEXT, anonymous INTEGER NOT NULL, code TEXT,
  mentions BLOB NOT NULL           -- spans and kinds (src/store/spans.h)
) STRICT;
CREATE INDEX entities_document ON entities(document);
CREATE INDEX entities_actor ON entities(actor, document);

CREATE TABLE roles (
  entity INTEGER NOT NULL REFERENCES entities(id), actor INTEGER NOT NULL REFERENCES actors(id),
  title TEXT NOT NULL,
  status TEXT,                     -- current, former, acting, elect, designate, outgoing, honorary, late; NULL: read before it was kept
  of_entity INTEGER REFERENCES entities(id), country TEXT, sector TEXT,
  begin INTEGER NOT NULL, end INTEGER NOT NULL
) STRICT;
CREATE INDEX roles_entity ON roles(entity);
CREATE INDEX roles_actor ON roles(actor);
CREATE INDEX roles_title ON roles(title, country);

-- The traits follow from entities and roles.
CREATE TRIGGER entities_insert AFTER INSERT ON entities WHEN new.anonymous = 0 AND new.type <> 'country' BEGIN
  INSERT INTO actor_traits(actor, trait, times) VALUES (new.actor, 'entities', 1) ON CONFLICT DO UPDATE SET times = times + 1;
  INSERT INTO actor_traits(actor, trait, times) SELECT new.actor, 'country ' || new.country, 1 WHERE new.country IS NOT NULL
    ON CONFLICT DO UPDATE SET times = times + 1;
END;
CREATE TRIGGER entities_delete AFTER DELETE ON entities WHEN old.anonymous = 0 AND old.type <> 'country' BEGIN
  UPDATE actor_traits SET times = times - 1 WHERE actor = old.actor AND trait IN ('entities', 'country ' || old.country);
  DELETE FROM actor_traits WHERE actor = old.actor AND trait IN ('entities', 'country ' || old.country) AND times = 0;
END;
CREATE TRIGGER roles_insert AFTER INSERT ON roles BEGIN
  INSERT INTO actor_traits(actor, trait, times) VALUES (new.actor, 'office ' || new.title, 1) ON CONFLICT DO UPDATE SET times = times + 1;
END;
CREATE TRIGGER roles_delete AFTER DELETE ON roles BEGIN
  UPDATE actor_traits SET times = times - 1 WHERE actor = old.actor AND trait = 'office ' || old.title;
  DELETE FROM actor_traits WHERE actor = old.actor AND trait = 'office ' || old.title AND times = 0;
END;

CREATE TABLE places (
  id INTEGER PRIMARY KEY, document INTEGER NOT NULL REFERENCES documents(id), number INTEGER NOT NULL,
  name TEXT NOT NULL, folded TEXT NOT NULL, country TEXT, lat REAL, lon REAL, geonames_id INTEGER
) STRICT;
CREATE INDEX places_document ON places(document);
CREATE INDEX places_folded ON places(folded);
CREATE INDEX places_country ON places(country) WHERE country IS NOT NULL;

CREATE TABLE times (
  id INTEGER PRIMARY KEY, document INTEGER NOT NULL REFERENCES documents(id), number INTEGER NOT NULL,
  begin INTEGER NOT NULL, end INTEGER NOT NULL, type TEXT NOT NULL, value TEXT NOT NULL, mod TEXT
) STRICT;
CREATE INDEX times_document ON times(document);

CREATE TABLE boilerplate (
  id INTEGER PRIMARY KEY, document INTEGER NOT NULL REFERENCES documents(id), number INTEGER NOT NULL,
  begin INTEGER NOT NULL, end INTEGER NOT NULL, why TEXT NOT NULL
) STRICT;
CREATE INDEX boilerplate_document ON boilerplate(document);

CREATE TABLE issues (
  id INTEGER PRIMARY KEY, document INTEGER NOT NULL REFERENCES documents(id), number INTEGER NOT NULL,
  label TEXT NOT NULL,             -- as it is written in the text
  of_label INTEGER NOT NULL,       -- the row of issue_labels
  parent TEXT
) STRICT;
CREATE INDEX issues_document ON issues(document);
CREATE INDEX issues_of_label ON issues(document >> 12, of_label);
CREATE INDEX issues_parent ON issues(parent) WHERE parent IS NOT NULL;
-- Each label once, folded, with the number of documents that have it, which the writer counts; issues_text finds labels
-- by their words.
CREATE TABLE issue_labels (id INTEGER PRIMARY KEY, folded TEXT NOT NULL UNIQUE, documents INTEGER NOT NULL) STRICT;
CREATE INDEX issue_labels_documents ON issue_labels(documents);
CREATE VIRTUAL TABLE issues_text USING fts5(folded, content='issue_labels', content_rowid='id');
CREATE TRIGGER issues_delete AFTER DELETE ON issues BEGIN
  UPDATE issue_labels SET documents = documents - 1 WHERE id = old.of_label;
  DELETE FROM issue_labels WHERE id = old.of_label AND documents = 0;
END;
CREATE TRIGGER issue_labels_insert AFTER INSERT ON issue_labels BEGIN
  INSERT INTO issues_text(rowid, folded) VALUES (new.id, new.folded);
END;
CREATE TRIGGER issue_labels_delete AFTER DELETE ON issue_labels BEGIN
  INSERT INTO issues_text(issues_text, rowid, folded) VALUES ('delete', old.id, old.folded);
END;

-- `date` is the TIMEX3 value; first_day and last_day bound it (the day of publication stands in for no date, basis
-- "published"); `happening` is equal for tellings of one event (src/store/happenings.h); `confidence` is the chance, 0
-- to 1, that the core is right, NULL where the record is not kept.
CREATE TABLE events (
  id INTEGER PRIMARY KEY, document INTEGER NOT NULL REFERENCES documents(id), number INTEGER NOT NULL,
  type TEXT NOT NULL, mode TEXT, contexts TEXT, cameo TEXT, quad INTEGER NOT NULL, goldstein REAL NOT NULL, score REAL NOT NULL,
  issue INTEGER REFERENCES issues(id), theme TEXT, date TEXT, date_basis TEXT, first_day TEXT, last_day TEXT,
  place INTEGER REFERENCES places(id), status TEXT NOT NULL, lemma TEXT NOT NULL,
  begin INTEGER NOT NULL, end INTEGER NOT NULL, happening INTEGER NOT NULL,
  also TEXT,                       -- JSON: [[begin, end], …] where the document tells it again
  dictionary TEXT                  -- the entry of a user's dictionary that coded it
, confidence REAL) STRICT;
CREATE INDEX events_document ON events(document);
CREATE INDEX events_happening ON events(happening, document);
CREATE INDEX events_day ON events(first_day, type);
CREATE INDEX events_type ON events(type, first_day);
CREATE INDEX events_mode ON events(mode, first_day) WHERE mode IS NOT NULL;
CREATE INDEX events_status ON events(status, first_day);
CREATE INDEX events_issue ON events(issue) WHERE issue IS NOT NULL;
CREATE INDEX events_confidence ON events(confidence);  -- few values: what is added belongs at the end of each
CREATE INDEX events_intensity ON events(abs(score));
CREATE INDEX events_place ON events(place) WHERE place IS NOT NULL;

CREATE TABLE meetings (
  id INTEGER PRIMARY KEY, document INTEGER NOT NULL REFERENCES documents(id), number INTEGER NOT NULL,
  date TEXT, date_basis TEXT, first_day TEXT, last_day TEXT, place INTEGER REFERENCES places(id),
  status TEXT NOT NULL, level TEXT, ordinal TEXT, begin INTEGER NOT NULL, end INTEGER NOT NULL, happening INTEGER NOT NULL
, confidence REAL) STRICT;
CREATE INDEX meetings_document ON meetings(document);
CREATE INDEX meetings_happening ON meetings(happening, document);
CREATE INDEX meetings_day ON meetings(first_day);
CREATE INDEX meetings_place ON meetings(place) WHERE place IS NOT NULL;

CREATE TABLE statements (
  id INTEGER PRIMARY KEY, document INTEGER NOT NULL REFERENCES documents(id), number INTEGER NOT NULL,
  kind TEXT NOT NULL, act TEXT,
  status TEXT,                     -- happened, planned, conditional, denied; NULL: read before it was kept, see `recode`
  speaker_begin INTEGER, speaker_end INTEGER, cue TEXT, venue TEXT, date TEXT, date_basis TEXT, first_day TEXT, last_day TEXT,
  place INTEGER REFERENCES places(id), content BLOB NOT NULL,  -- the spans of the words (src/store/spans.h)
  begin INTEGER NOT NULL, end INTEGER NOT NULL
, confidence REAL, happening INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE INDEX statements_document ON statements(document);
CREATE INDEX statements_day ON statements(first_day);
CREATE INDEX statements_confidence ON statements(confidence);
CREATE INDEX statements_status ON statements(status) WHERE status <> 'happened';
CREATE INDEX statements_place ON statements(place) WHERE place IS NOT NULL;
CREATE TABLE statement_issues (
  statement INTEGER NOT NULL REFERENCES statements(id), issue INTEGER NOT NULL REFERENCES issues(id), PRIMARY KEY (statement, issue)
) STRICT, WITHOUT ROWID;
CREATE INDEX statement_issues_issue ON statement_issues(issue);

CREATE TABLE positions (
  id INTEGER PRIMARY KEY, document INTEGER NOT NULL REFERENCES documents(id), number INTEGER NOT NULL,
  issue INTEGER REFERENCES issues(id), stance TEXT NOT NULL, statement INTEGER REFERENCES statements(id),
  first_day TEXT, last_day TEXT, begin INTEGER NOT NULL, end INTEGER NOT NULL
, confidence REAL, tense TEXT, condition TEXT, date TEXT, date_basis TEXT) STRICT;
CREATE INDEX positions_document ON positions(document);
CREATE INDEX positions_day ON positions(first_day);
CREATE INDEX positions_confidence ON positions(confidence);
CREATE INDEX positions_issue ON positions(issue);

CREATE TABLE agenda (
  id INTEGER PRIMARY KEY, document INTEGER NOT NULL REFERENCES documents(id), number INTEGER NOT NULL,
  what TEXT NOT NULL, date TEXT, date_basis TEXT, first_day TEXT, last_day TEXT, place INTEGER REFERENCES places(id),
  begin INTEGER NOT NULL, end INTEGER NOT NULL, happening INTEGER NOT NULL
, confidence REAL) STRICT;
CREATE INDEX agenda_document ON agenda(document);
CREATE INDEX agenda_day ON agenda(first_day);
CREATE INDEX agenda_happening ON agenda(happening, document);
CREATE INDEX agenda_place ON agenda(place) WHERE place IS NOT NULL;

-- Who has which part in a fact. list: events, meetings, statements, positions, agenda; role: actor, recipient, source
-- (events), participant (meetings, agenda), speaker, addressee, chain (statements), actor, by, source, chain (positions). `country` is
-- the entity's.
CREATE TABLE parts (
  list TEXT NOT NULL, fact INTEGER NOT NULL, role TEXT NOT NULL, number INTEGER NOT NULL,  -- in the order of the text
  entity INTEGER NOT NULL REFERENCES entities(id), actor INTEGER NOT NULL REFERENCES actors(id), country TEXT,
  PRIMARY KEY (list, fact, role, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX parts_actor ON parts(actor, list, role, fact);
CREATE INDEX parts_country ON parts(country, list, role, fact) WHERE country IS NOT NULL;

-- What of each event, meeting and statement says whether another report tells of the same (src/store/happenings.h);
-- `own` is the happening that it would be alone, `one` the one that it is of. A row that is equal to another of its
-- document from the start names that one as `first`, and has no clues.
CREATE TABLE tellings (
  list TEXT NOT NULL, fact INTEGER NOT NULL, document INTEGER NOT NULL REFERENCES documents(id), own INTEGER NOT NULL,
  first INTEGER, one INTEGER NOT NULL, clues BLOB NOT NULL, PRIMARY KEY (list, fact)
) STRICT, WITHOUT ROWID;
CREATE INDEX tellings_first ON tellings(list, first) WHERE first IS NOT NULL;
CREATE INDEX tellings_one ON tellings(list, one) WHERE one <> own AND first IS NULL;
-- For finding them: hashes of type and one of the rarest words, by list and part of 128 days
-- (src/store/telling_index.h), kept in runs as those of near copies are.
CREATE TABLE telling_runs (
  id INTEGER PRIMARY KEY, list INTEGER NOT NULL, block INTEGER NOT NULL, bits INTEGER NOT NULL, entries INTEGER NOT NULL
) STRICT;
CREATE INDEX telling_runs_block ON telling_runs(list, block);
CREATE TABLE telling_keys (id INTEGER PRIMARY KEY, entries BLOB NOT NULL) STRICT;

-- How many events, meetings … have a value, each once however many reports tell it (src/store/sums.h).
CREATE TABLE sums (
  kind INTEGER NOT NULL,           -- of which list, and by what
  value ANY NOT NULL, facts INTEGER NOT NULL, PRIMARY KEY (kind, value)
) STRICT, WITHOUT ROWID;
CREATE INDEX sums_most ON sums(kind, facts) WHERE facts > 20;

-- What facts are counted by, packed (src/store/countable.h): of each list (0 events, 1 meetings, 2 statements, 3
-- positions, 4 agenda) and document that has such.
CREATE TABLE countable (
  list INTEGER NOT NULL, document INTEGER NOT NULL REFERENCES documents(id), facts BLOB NOT NULL, PRIMARY KEY (list, document)
) STRICT, WITHOUT ROWID;
-- The happenings that several facts of a list tell (src/store/shared_happenings.h): by how many reports, and the numbers
-- of the facts.
CREATE TABLE shared_happenings (
  list TEXT NOT NULL, happening INTEGER NOT NULL, reports INTEGER NOT NULL, facts BLOB NOT NULL, PRIMARY KEY (list, happening)
) STRICT, WITHOUT ROWID;
CREATE INDEX shared_happenings_reports ON shared_happenings(list, reports);

-- What `add` met and did not store. why: foreign (in a language that is not read), no_report (a file of another kind),
-- unreadable.
CREATE TABLE set_aside (
  uri TEXT PRIMARY KEY, why TEXT NOT NULL, message TEXT NOT NULL,
  digest INTEGER                   -- of the row
) STRICT;
