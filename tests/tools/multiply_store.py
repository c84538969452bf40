#!/usr/bin/env python3
"""Makes a large store of a real one: every document many times under new ids, dates and names.

usage: multiply_store.py STORE LARGE DOCUMENTS

Countries stay who they are; of every four copies one keeps the other actors too, three get actors of their own. Days
move on by three for each copy.
"""
import shutil
import sqlite3
import sys

FACTS = {"events": ("date",), "meetings": ("date",), "statements": ("date",), "positions": (), "agenda": ("date",)}


def columns(db, table):
    return [row[1] for row in db.execute(f"PRAGMA table_info({table})")]


def main():
    source, target, documents = sys.argv[1], sys.argv[2], int(sys.argv[3])
    shutil.copyfile(source, target)
    db = sqlite3.connect(target, isolation_level=None)
    db.execute("PRAGMA journal_mode = WAL")
    db.execute("PRAGMA synchronous = OFF")
    db.execute("PRAGMA cache_size = -500000")
    tables = ["documents", "actors", "entities", "places", "issues", *FACTS]
    step = {t: db.execute(f"SELECT coalesce(max(id), 0) FROM {t}").fetchone()[0] for t in tables}
    count = db.execute("SELECT count(*) FROM documents").fetchone()[0]
    db.execute("CREATE TEMP TABLE own AS SELECT id FROM actors WHERE type <> 'country'")
    db.execute("CREATE UNIQUE INDEX temp.own_id ON own(id)")
    for k in range(1, -(-documents // count)):
        new_names = k % 4 != 0
        day = lambda c: f"date({c}, '+{3 * k} days')"
        actor = (f"CASE WHEN EXISTS (SELECT 1 FROM own WHERE own.id = x.actor) THEN x.actor + {k * step['actors']} ELSE x.actor END"
                 if new_names else "x.actor")

        def copy(table, where, **change):
            names = columns(db, table)
            values = [change.get(n, f"x.{n}") for n in names]
            db.execute(f"INSERT INTO {table}({', '.join(names)}) SELECT {', '.join(values)} FROM {table} x WHERE {where}")

        moved = lambda column, table: f"x.{column} + {k * step[table]}"
        first = lambda table: f"x.id <= {step[table]}"
        db.execute("BEGIN")
        copy("documents", first("documents"), id=moved("id", "documents"), uri=f"x.uri || ' {k}'", published=day("x.published"),
             agency=f"coalesce(x.agency, 'Agency {k % 40}')", copy_of=moved("copy_of", "documents"))
        if new_names:
            copy("actors", f"{first('actors')} AND x.type <> 'country'", id=moved("id", "actors"), key=f"x.key || ' #{k}'",
                 name=f"x.name || ' {k}'")
            db.execute(f"INSERT OR IGNORE INTO actor_names SELECT name || ' {k}', actor + {k * step['actors']} FROM actor_names WHERE actor <= "
                       f"{step['actors']} AND actor IN (SELECT id FROM own)")
        copy("entities", first("entities"), id=moved("id", "entities"), document=moved("document", "documents"), actor=actor)
        copy("roles", f"x.entity <= {step['entities']}", entity=moved("entity", "entities"), actor=actor)
        for table in ("places", "issues"):
            copy(table, first(table), id=moved("id", table), document=moved("document", "documents"))
        for table, dates in FACTS.items():
            change = {"id": moved("id", table), "document": moved("document", "documents"), "first_day": day("x.first_day"),
                      "last_day": day("x.last_day")}
            names = columns(db, table)
            if "place" in names:
                change["place"] = moved("place", "places")
            if "issue" in names:
                change["issue"] = moved("issue", "issues")
            if "statement" in names:
                change["statement"] = moved("statement", "statements")
            if "happening" in names:
                change["happening"] = f"(x.happening / 2) + {k * 7919}"
            for date in dates:
                change[date] = f"coalesce({day('x.' + date)}, x.{date})"
            copy(table, first(table), **change)
        copy("statement_issues", f"x.statement <= {step['statements']}", statement=moved("statement", "statements"),
             issue=moved("issue", "issues"))
        lists = "CASE x.list " + " ".join(f"WHEN '{t}' THEN {k * step[t]}" for t in FACTS) + " END"
        copy("parts", f"x.document <= {step['documents']}", fact=f"x.fact + {lists}", entity=moved("entity", "entities"), actor=actor,
             document=moved("document", "documents"))
        db.execute("COMMIT")
    print(db.execute("SELECT count(*) FROM documents").fetchone()[0], "documents")
    db.close()


if __name__ == "__main__":
    main()
