"""Names with their clues and what people annotated them as, for fit_clues.py; and the weights in lexicon/who/clues.txt."""
import re
from dataclasses import dataclass

READINGS = ("person", "body", "place", "thing")
READING_OF = {"person": "person", "organisation": "body", "location": "place"}
FOLDS = 5


@dataclass(frozen=True)
class Name:
    """A name that dragoman judged, and the reading that it should have got."""

    article: int  # the number of its article
    clues: dict  # clue to how much of it there is
    by_rule: bool  # the words alone decide, the weights are not asked
    verdict: str  # with the weights as they are: a reading, or "nothing"
    reading: str  # by the annotation; "thing" where it is no person's, body's or place's name
    annotated: bool  # some annotated name has this very span


def overlap(a, b):
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def reading_of(span, spans, others):
    """(reading, whether a name of this very span is annotated).

    `spans` maps annotated spans to readings, `others` are those of names of anything else. A name that shares a part with annotated
    ones is read as the one that it shares most with, one that shares none as a thing.
    """
    if span in spans or span in others:
        return spans.get(span, "thing"), True
    touched = [(overlap(span, s), reading) for s, reading in [*spans.items(), *((s, "thing") for s in others)] if overlap(span, s)]
    return max(touched, key=lambda t: t[0], default=(0, "thing"))[1], False


def join(articles, judged, trim):
    """The names of `judged` (lines of dragoman_clues) with their readings.

    `articles` are (uri, text, annotated spans by class, spans of other classes); `trim` takes articles and a final 's from a span.
    """
    by_uri = {}
    for line in judged:
        by_uri.setdefault(line["uri"], []).append(line)
    for n, (uri, text, gold, other) in enumerate(articles):
        spans = {trim(text, *s): READING_OF[kind] for kind, of_kind in gold.items() for s in of_kind}
        others = {trim(text, *s) for s in other}
        for line in by_uri.get(uri, []):
            reading, annotated = reading_of(trim(text, line["begin"], line["end"]), spans, others)
            yield Name(n, line["clues"], line["by_rule"], line["verdict"], reading, annotated)


def fold(name):
    """All names of an article are in one fold, so that no weight is tested on an article that it was fitted to."""
    return name.article % FOLDS


def read_clues(text):
    """The clues of clues.txt in its order."""
    return re.findall(r"^clue: (.+)$", text, re.M)


def write_clues(text, weights):
    """clues.txt with other numbers: `weights` maps a clue to numbers in the order of READINGS. All else stays as it was."""
    out, clue = [], None
    for line in text.splitlines():
        key, _, value = line.partition(": ")
        if key == "clue":
            clue = value
        elif key in READINGS:
            line = f"{key}: {weights[clue][READINGS.index(key)] + 0.0:.2f}".replace(" -0.00", " 0.00")
        out.append(line)
    return "\n".join(out) + "\n"
