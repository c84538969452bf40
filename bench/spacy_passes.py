"""spaCy's side of the benchmark: spacy_passes.py MODEL DOCS.jsonl

Each line of standard input starts one pass over all documents, answered by a line of JSON with the seconds that it took.
Model and documents are loaded before the first pass.
"""
import json
import sys
import time

import spacy

nlp = spacy.load(sys.argv[1])
texts = [json.loads(line)["text"] for line in open(sys.argv[2], encoding="utf-8")]
print(json.dumps({"spacy": spacy.__version__, "model": f"{nlp.meta['lang']}_{nlp.meta['name']} {nlp.meta['version']}"}), flush=True)
for line in sys.stdin:
    begin = time.perf_counter()
    tokens = sum(len(doc) for doc in nlp.pipe(texts))
    print(json.dumps({"seconds": time.perf_counter() - begin, "tokens": tokens}), flush=True)
