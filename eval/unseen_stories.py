#!/usr/bin/env python3
"""Lays out stories of ../shared/data and of eval/written/ as judge.py takes them, for verdicts on stories that no rule was made beside.

usage: unseen_stories.py OUT [--data FOLDER] [--verdicts FOLDER]

Every folder of eval/unseen/, or that of --verdicts, is named like a text of world/text or timeml/*/ in FOLDER (../shared/data), with `pn_` before it
like one of polnear/*/text/ and with `lgl_` before it like an article's docid in places/lgl.xml, or like a story of eval/written/, and holds readers' verdicts on what
a record says of it. OUT/NAME gets the text as article.txt and its day, where its markup tells it, in story.yaml.
Exits 1 with a message where a text is not there.
"""
import argparse, functools, html, re, sys
from pathlib import Path

HERE = Path(__file__).resolve().parent


def plain_name(name):
    """The name of a folder for a text's name."""
    return re.sub(r"[^A-Za-z0-9_-]", "_", name)[:60]


@functools.cache
def attributed(data):
    return {plain_name(text.name): text for text in sorted((data / "polnear").glob("*/text/**/*")) if text.is_file()}


@functools.cache
def local(data):
    whole = (data / "places" / "lgl.xml").read_text(encoding="utf-8")
    return {number: text.replace("<![CDATA[", "").replace("]]>", "")
            for number, text in re.findall(r'<article docid="(\d+)">.*?<text>(.*?)</text>', whole, re.S)}


def text_of(data, name):
    """(the story's text, its day or None); None where the data have no such text."""
    written = HERE / "written" / name
    if written.is_dir():
        day = re.search(r"^published: (\d{4}-\d\d-\d\d)", (written / "story.yaml").read_text(encoding="utf-8"), re.M)
        return (written / "article.txt").read_text(encoding="utf-8"), day[1] if day else None
    if name.startswith("pn_"):
        file = attributed(data).get(name[3:])
        return (file.read_text(encoding="utf-8", errors="replace"), None) if file else None
    if name.startswith("lgl_"):
        text = local(data).get(name[4:])
        return (html.unescape(text), None) if text else None
    plain = data / "world" / "text" / f"{name}.txt"
    if plain.exists():
        return plain.read_text(encoding="utf-8", errors="replace"), None
    for marked in sorted((data / "timeml").glob("*/*.tml")):
        if marked.stem.replace(".", "_") != name:
            continue
        whole = marked.read_text(encoding="utf-8", errors="replace")
        body = re.search(r"<TEXT>(.*?)</TEXT>", whole, re.S)
        day = re.search(r'<DCT>.*?value="(\d{4}-\d\d-\d\d)', whole, re.S)
        return html.unescape(re.sub(r"<[^>]+>", "", body[1])).strip(), day[1] if day else None
    return None


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("out", type=Path)
    ap.add_argument("--data", type=Path, default=HERE.parent.parent / "shared" / "data")
    ap.add_argument("--verdicts", type=Path, default=HERE / "unseen")
    a = ap.parse_args()
    for verdicts in sorted(a.verdicts.glob("*/verdicts.tsv")):
        name = verdicts.parent.name
        found = text_of(a.data, name)
        if not found:
            sys.exit(f"{name}: no text of that name under {a.data}/world/text or {a.data}/timeml")
        story = a.out / name
        story.mkdir(parents=True, exist_ok=True)
        (story / "article.txt").write_text(found[0], encoding="utf-8")
        (story / "story.yaml").write_text(f"published: {found[1] or 'null'}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
