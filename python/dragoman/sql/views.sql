-- Questions to what dragoman.write_parquet has written, in DuckDB 1.3 or later. First the folder, then this file:
--
--   SET VARIABLE corpus = 'corpus';
--   .read views.sql                                             in Python: connection.execute(dragoman.views())
--   FROM timeline WHERE takes_part(participants, 'JPN') ORDER BY first_day;
--   FROM events_between('JPN', 'RUS') WHERE first_day >= '2016-01-01';
--
-- A row is what one report tells. What several tell is merged by a store, or by dragoman.spark.merge, and by nothing else.

-- The tables, with the month of publication: 2016-05, or unknown.
CREATE OR REPLACE VIEW documents  AS FROM read_parquet(getvariable('corpus') || '/documents/*/*.parquet',  hive_partitioning = true, hive_types_autocast = false);
CREATE OR REPLACE VIEW entities   AS FROM read_parquet(getvariable('corpus') || '/entities/*/*.parquet',   hive_partitioning = true, hive_types_autocast = false);
CREATE OR REPLACE VIEW mentions   AS FROM read_parquet(getvariable('corpus') || '/mentions/*/*.parquet',   hive_partitioning = true, hive_types_autocast = false);
CREATE OR REPLACE VIEW places     AS FROM read_parquet(getvariable('corpus') || '/places/*/*.parquet',     hive_partitioning = true, hive_types_autocast = false);
CREATE OR REPLACE VIEW events     AS FROM read_parquet(getvariable('corpus') || '/events/*/*.parquet',     hive_partitioning = true, hive_types_autocast = false);
CREATE OR REPLACE VIEW statements AS FROM read_parquet(getvariable('corpus') || '/statements/*/*.parquet', hive_partitioning = true, hive_types_autocast = false);
CREATE OR REPLACE VIEW meetings   AS FROM read_parquet(getvariable('corpus') || '/meetings/*/*.parquet',   hive_partitioning = true, hive_types_autocast = false);
CREATE OR REPLACE VIEW positions  AS FROM read_parquet(getvariable('corpus') || '/positions/*/*.parquet',  hive_partitioning = true, hive_types_autocast = false);
CREATE OR REPLACE VIEW agenda     AS FROM read_parquet(getvariable('corpus') || '/agenda/*/*.parquet',     hive_partitioning = true, hive_types_autocast = false);

-- True where somebody of a list of actors has the name, in any case, or is of the country, an ISO 3166-1 code of three letters.
CREATE OR REPLACE MACRO takes_part(actors, who) AS
  len(list_filter(actors, lambda a: lower(a.name) = lower(who) OR a.country = who)) > 0;

-- What happened and what is to come: `list` is events, meetings or agenda, `participants` are actors and recipients.
CREATE OR REPLACE VIEW timeline AS
  SELECT 'events' AS list, document, uri, published, id, first_day, last_day, CAST(type AS VARCHAR) AS type, CAST(status AS VARCHAR) AS status,
         issue AS what, list_concat(actors, recipients) AS participants, place.name AS place, evidence.text AS evidence, confidence
  FROM events
  UNION ALL
  SELECT 'meetings', document, uri, published, id, first_day, last_day, level, CAST(status AS VARCHAR), ordinal, participants, place.name, evidence.text, confidence
  FROM meetings
  UNION ALL
  SELECT 'agenda', document, uri, published, id, first_day, last_day, NULL, NULL, what, participants, place.name, evidence.text, confidence
  FROM agenda;

-- Events in which both take part: one does it to the other, or both do it together to nobody else.
CREATE OR REPLACE MACRO events_between(one, other) AS TABLE
  FROM events
  WHERE takes_part(actors, one) AND takes_part(recipients, other) OR takes_part(actors, other) AND takes_part(recipients, one)
     OR takes_part(actors, one) AND takes_part(actors, other) AND len(recipients) = 0;

-- Who did what to whom, a row for each actor and recipient of an event; of an event without recipients, one with nobody.
CREATE OR REPLACE VIEW doings AS
  SELECT e.document, e.uri, e.id, e.type, e.status, e.first_day, e.last_day, e.confidence, a.actor.name AS actor, a.actor.country AS actor_country,
         r.recipient.name AS recipient, r.recipient.country AS recipient_country
  FROM events e, unnest(e.actors) AS a(actor) LEFT JOIN unnest(e.recipients) AS r(recipient) ON true;

-- How often one country did what to another in a month: events that have happened or go on, and the reports that tell them.
CREATE OR REPLACE VIEW dyads AS
  SELECT strftime(first_day, '%Y-%m') AS month, actor_country, recipient_country, type, count(DISTINCT (document, id)) AS events, count(DISTINCT document) AS reports
  FROM doings
  WHERE status IN ('happened', 'ongoing') AND actor_country <> recipient_country AND strftime(first_day, '%Y-%m') = strftime(last_day, '%Y-%m')
  GROUP BY ALL;

-- Who said what, a row a speaker.
CREATE OR REPLACE VIEW sayings AS
  SELECT s.document, s.uri, s.published, s.id, s.kind, s.act, s.status, p.speaker.name AS speaker, p.speaker.country AS country, p.speaker.role AS office,
         list_transform(s.content, lambda c: c.text) AS content, s.issues, s.evidence.text AS evidence, s.confidence
  FROM statements s, unnest(s.speakers) AS p(speaker);

-- The offices that somebody is told to hold, the days of the reports that tell so, and their number.
CREATE OR REPLACE VIEW offices AS
  SELECT e.name, r.office.title AS title, r.office.status AS status, r.office.country AS country, min(e.published) AS first_told, max(e.published) AS last_told,
         count(DISTINCT e.document) AS reports
  FROM entities e, unnest(e.roles) AS r(office)
  WHERE e.type = 'person' AND NOT e.anonymous
  GROUP BY ALL;
