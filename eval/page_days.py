#!/usr/bin/env python3
"""Whether pages get the day that their own metadata says they were published on: page_days.py DRAGOMAN [--misses]

Read are the pages of the article extraction benchmark (../shared/data/articles). A page has a day where a meta or time element, or a
JSON-LD or microdata property, says when it was published; when it was modified counts for nothing. The day is right when it is one of
those that the page says, in the time zone that it says them in or in UTC, or, where the page's own link names a day within one of these, that
of the link: many newspapers give UTC alone in metadata, so that what they print in the evening has tomorrow's day there. Python's
standard library alone reads the metadata here.
"""
import argparse
import datetime
import gzip
import html.parser
import json
import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGES = ROOT.parent / "shared/data/articles/html"
NAMES = {"article:published_time", "og:article:published_time", "datepublished", "date_published", "pubdate", "publishdate", "publish-date",
         "publish_date", "publication_date", "dc.date.issued", "dcterms.created", "dcterms.issued", "dc.date", "sailthru.date",
         "parsely-pub-date", "cxenseparse:recs:publishtime", "og:pubdate", "published"}
JSON_LD = re.compile(r'"datePublished"\s*:\s*"([^"]+)"')
TIME = re.compile(r"^(\d{4})-?(\d\d)-?(\d\d)(?:[T ](\d\d):?(\d\d)(?::?\d\d)?(?:\.\d+)?\s*(Z|[+-]\d\d:?\d\d)?)?")


class Metadata(html.parser.HTMLParser):
    """Collects what a page's elements and scripts say of its publication."""

    def __init__(self):
        super().__init__()
        self.said, self.in_json, self.link = [], False, ""

    def handle_starttag(self, tag, attributes):
        a = {name: value or "" for name, value in attributes}
        self.in_json = tag == "script" and "ld+json" in a.get("type", "")
        named = {a.get(name, "").lower() for name in ("property", "name", "itemprop")}
        if tag == "link" and a.get("rel", "").lower() == "canonical":
            self.link = a.get("href", "")
        if named & NAMES or (tag == "time" and "pubdate" in a):
            self.said.append(a.get("content") or a.get("datetime") or "")

    def handle_data(self, data):
        if self.in_json:
            self.said += JSON_LD.findall(data)


def days(said):
    """The days that a time as written may mean: where it was written, and in UTC. None for what is no time since 1990."""
    found = TIME.match(said.strip())
    if not found or not 1990 <= int(found[1]) <= 2100:
        return set()
    year, month, day, hour, minute, zone = found.groups()
    try:
        local = datetime.datetime(int(year), int(month), int(day), int(hour or 0), int(minute or 0))
    except ValueError:
        return set()
    shift = datetime.timedelta()
    if zone and zone != "Z":
        digits = zone[1:].replace(":", "")
        shift = datetime.timedelta(hours=int(digits[:2]), minutes=int(digits[2:])) * (-1 if zone[0] == "+" else 1)
    return {local.date().isoformat(), (local + shift).date().isoformat()}


def day_of(link, wanted):
    """The day that a link names (…/2019/11/19/…), where it is one of `wanted` or the day before or after one."""
    found = re.search(r"/(\d{4})[/-](\d\d?)[/-](\d\d?)(?:/|$)", link)
    try:
        named = datetime.date(*map(int, found.groups())) if found else None
    except ValueError:
        named = None
    near = named and any(abs((named - datetime.date.fromisoformat(day)).days) <= 1 for day in wanted)
    return {named.isoformat()} if near else set()


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program")
    parser.add_argument("--misses", action="store_true", help="print the pages with another day, or none")
    options = parser.parse_args()
    if not PAGES.is_dir():
        raise SystemExit(f"page_days: {PAGES} is missing: the benchmark's pages are not part of the project")
    listed = subprocess.run([options.program, "articles", "--format", "jsonl", str(PAGES)], capture_output=True, text=True, check=False)
    got = {}
    for line in listed.stdout.splitlines():
        document = json.loads(line)
        name = next(part for part in Path(document["uri"]).parts if part.endswith(".html.gz"))
        got[name] = (document.get("published") or "")[:10]
    right = dated = 0
    for page in sorted(PAGES.glob("*.html.gz")):
        metadata = Metadata()
        metadata.feed(gzip.open(page, "rt", errors="replace").read())
        wanted = set().union(*(days(said) for said in metadata.said)) if metadata.said else set()
        if not wanted:
            continue
        dated += 1
        wanted |= day_of(metadata.link, wanted)
        fits = got.get(page.name, "") in wanted
        right += fits
        if options.misses and not fits:
            print(page.name, "has", got.get(page.name) or "no day", "where its metadata says", ", ".join(sorted(wanted)))
    print(f"{right} of {dated} pages whose metadata say when they were published have that day ({right / dated:.3f})")


if __name__ == "__main__":
    main()
