#!/usr/bin/env python3
"""Makes a large store of a real one: every document many times under new names, days and words.

usage: multiply_store.py DRAGOMAN STORE LARGE DOCUMENTS

Countries stay who they are; of every four copies one keeps the other actors too, three get actors of their own. Days
move on by three for each copy. Some words of the text are changed, so that no copy is a near copy of another. Only
documents and records are written here, these by zlib alone; `dragoman recode --tables` makes all the rest of the records.
"""
import hashlib
import json
import re
import shutil
import sqlite3
import subprocess
import sys
import zlib
from concurrent.futures import ProcessPoolExecutor
from datetime import date, timedelta
from itertools import islice

DAY = re.compile(r"^\d{4}-\d\d-\d\d$")
WORD = re.compile(r"[a-z]{4,}")


def moved(day, k):
    if not day or not DAY.match(day):
        return day
    return (date.fromisoformat(day) + timedelta(days=3 * k)).isoformat()


def other_name(name, kind, k):
    """Another body by the number; another person by letters behind the surname, so that no two copies have a surname in common."""
    if kind != "person":
        return f"{name} {k}"
    letters = "bdfgklmnprstvz"
    return name + letters[k // len(letters) % len(letters)] + letters[k % len(letters)]


def other_text(text, k):
    """The text with a letter changed in every third of its longer words; offsets stay."""
    count = -1

    def change(match):
        nonlocal count
        count += 1
        word = match.group()
        if (count + k) % 3:
            return word
        return word[:-1] + chr(ord("a") + (ord(word[-1]) - ord("a") + k * 7 + count * (1 + 2 * (k // 78))) % 26)

    return WORD.sub(change, text)


def change(value, text, k, key=""):
    """The record with the new words, days and names."""
    if isinstance(value, list):
        return [change(v, text, k) for v in value]
    if isinstance(value, dict):
        new = {name: change(v, text, k, name) for name, v in value.items()}
        if "begin" in new and "text" in new:
            new["text"] = text[new["begin"]:new["end"]]
        return new
    return moved(value, k) if key in ("value", "earliest", "latest") and isinstance(value, str) else value


def copy_of(job):
    number, k, (uri, title, agency, language, link, published, basis, earliest, latest, generator, given_agency, given_published, text), kept = job
    text = other_text(text, k)
    sha = "sha256:" + hashlib.sha256(text.encode()).hexdigest()
    uri, agency = f"{uri} {k}", agency or f"Agency {k % 40}"
    record = change(json.loads(kept), text, k)
    record["document"].update(id=sha, uri=uri, agency=agency)
    if k % 4:
        for entity in record["entities"]:
            if entity["type"] != "country":
                entity["name"] = other_name(entity["name"], entity["type"], k)
    packed = zlib.compress(json.dumps(record, ensure_ascii=False, separators=(",", ":")).encode(), 4)
    return ((number, uri, sha, title, agency, language, link, moved(published, k), basis, moved(earliest, k), moved(latest, k), generator,
             given_agency, moved(given_published, k), text), (number, packed))


def main():
    program, source, target, documents = sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4])
    shutil.copyfile(source, target)
    db = sqlite3.connect(target, isolation_level=None)
    db.execute("PRAGMA synchronous = OFF")
    rows = db.execute("SELECT uri, title, agency, language, link, published, basis, earliest, latest, generator, given_agency, given_published, text "
                      "FROM documents WHERE copy_of IS NULL ORDER BY id").fetchall()
    records = subprocess.run([program, "export", "--records", "--store", source], check=True, capture_output=True, text=True, encoding="utf-8").stdout
    kept = {json.loads(line)["document"]["uri"]: line for line in records.split("\n") if line}
    count, last = db.execute("SELECT count(*), max(id) FROM documents").fetchone()
    jobs = ((last + 1 + n, n // len(rows) + 1, rows[n % len(rows)], kept[rows[n % len(rows)][0]]) for n in range(documents - count))
    with ProcessPoolExecutor(2) as workers:
        while batch := list(islice(jobs, 2000)):
            made = list(workers.map(copy_of, batch, chunksize=50))
            db.execute("BEGIN")
            db.executemany("INSERT INTO documents(id, uri, sha, title, agency, language, link, published, basis, earliest, latest, generator, "
                           "given_agency, given_published, text) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", [m[0] for m in made])
            db.executemany("INSERT INTO records VALUES (?, ?)", [m[1] for m in made])
            db.execute("COMMIT")
    db.close()
    subprocess.run([program, "recode", "--tables", "--store", target], check=True)


if __name__ == "__main__":
    main()
