#!/usr/bin/env python3
"""Records what spaCy itself says of the texts in this folder: record.py MODEL

MODEL is the folder of the en_core_web_md 3.8 pipeline. Needs spaCy 3.8 in the Python that runs it (`make bench` makes such
an environment in the cache). Writes X.conllu beside each X.txt, in the form of `dragoman read --raw`.
"""
import sys
from pathlib import Path

import spacy


def head_of(token):
    """The token that it hangs on, white space stepped over; the token itself at the root."""
    head = token.head
    while head.is_space:
        if head.head == head:
            return token
        head = head.head
    return head


def conllu(doc):
    lines = []
    for number, sentence in enumerate(doc.sents, 1):
        words = [t for t in sentence if not t.is_space]
        if not words:
            continue
        numbers = {t.i: i for i, t in enumerate(words, 1)}
        text = doc.text[words[0].idx : words[-1].idx + len(words[-1])]
        lines += [f"# sent_id = s{number}", "# text = " + "".join(" " if c < " " else c for c in text)]
        for t in words:
            head = head_of(t)
            misc = [f"TokenRange={t.idx}:{t.idx + len(t)}"]
            # White space behind a token may be a token of its own.
            if not t.whitespace_:
                misc.append("SpaceAfter=No")
            if t.ent_type_:
                misc.append(f"NER={t.ent_iob_}-{t.ent_type_}")
            columns = [numbers[t.i], t.text, t.lemma_, t.pos_, t.tag_, str(t.morph), 0 if head == t else numbers[head.i], t.dep_, "_", "|".join(misc)]
            lines.append("\t".join(str(c) or "_" for c in columns))
        lines.append("")
    return "\n".join(lines) + "\n"


def main():
    nlp = spacy.load(sys.argv[1])
    for path in sorted(Path(__file__).parent.glob("*.txt")):
        doc = nlp(path.read_bytes().decode())
        path.with_suffix(".conllu").write_text(f"# newdoc id = {path.name}\n" + conllu(doc), encoding="utf-8")
        print(f"{path.name}: {len(doc)} tokens, as {nlp.meta['name']} {nlp.meta['version']} with spaCy {spacy.__version__} has them")


main()
