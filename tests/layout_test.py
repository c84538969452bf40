#!/usr/bin/env python3
"""Sentences of texts with headings, lists, captions, times of day and blank lines, and words with signs for the eye.

usage: layout_test.py DRAGOMAN SOURCE         skipped (77) without a model to read with
"""
import json
import subprocess
import sys
import unittest

DRAGOMAN, SOURCE = sys.argv[1:3]

# A bar stands where a sentence begins that is not the first.
TEXTS = [
    # headings
    "Envoy in Nairobi\n\n|Kenya expelled Ghana's ambassador on Monday.",
    "Ghana's answer\n\n|Ghana recalled its envoy on Tuesday. |It halted aid to Kenya.\n\n|What next\n\n|Nobody knows.",
    "Row over fish: the background\n\n|Fishermen have waited for two years.\n\n|The talks had gone well.",
    "WHAT THE TWO SIDES WANT\n\n|Peru wants the border to be open.",
    "Who is Grace Wanjiru?\n\n|Wanjiru is the foreign minister of Kenya.",
    "1. Background\n\n|Norway and Malta met in Oslo.\n\n|2. Results\n\n|They signed nothing.",
    "Peru accuses Chile\n|Peru accused Chile on Tuesday of spying on its navy, and called its\nambassador home for talks that may last for several weeks.",
    "Talks in Lima end\nwithout a result\n\n|The ministers left Lima on Friday.",
    "The row grows\n\n|Kenya said it would close its border. |Ghana said it would not.\n\n|Reactions\n\n|Italy backed Ghana.\n\n|Spain condemned Kenya.",
    "Border reopens after two years\n\n|By Ann Lee\n\n|Trucks crossed the border on Monday.",
    # lists
    "The ministers agreed:\n\n|- to meet in May\n|- to open the border\n|- to exchange prisoners",
    "They agreed on three points:\n|• Kenya will open its port\n|• Ghana will pay for the road\n|• Malta will send observers",
    "The communique says:\n|1. Norway halts its aid.\n|2. Malta frees the crew.\n|3. Both meet again in June.",
    "The communique says:\n|1) Norway halts its aid\n|2) Malta frees the crew",
    "In brief\n\n|* Spain condemned Kenya\n|* Italy backed Ghana\n|* Malta signed a treaty with Spain",
    "Those who came:\n\n|Anne Leclair, foreign minister of Canada\n\n|Joseph Mwangi, foreign minister of Kenya",
    "Peru asked for\n\n|– a new survey of the border\n|– an end of the patrols\n\n|Chile refused.",
    "Timeline\n\n|May 3: Peru closes the border\n\n|May 9: Chile closes its port\n\n|May 12: talks begin in Lima",
    "The court ruled on three questions.\n|- It rejected the claim of Malta.\n|- It upheld that of Spain.\n|The judges sit again in autumn.",
    "The plan has two parts:\n\n|1. Kenya will rebuild the road from the port to the\n   border with Uganda.\n|2. Uganda will pay half of the cost.",
    # captions and table cells
    "Foreign Minister Grace Wanjiru in Nairobi\n\n|Kenya and Ghana signed an agreement on Sunday.",
    "Kenya and Ghana signed an agreement on Sunday.\n\n|A fishing boat in the port of Tema\n\n|The agreement ends two years of talks.",
    "Photo: the ministers in Lima\n\n|Peru thanked Chile for its help.",
    "Country\n\n|Ambassador\n\n|Kenya\n\n|Grace Wanjiru\n\n|Ghana\n\n|Kofi Boateng",
    "The ministers shake hands before the talks\n\n|The talks ended at noon. |Nobody spoke to reporters.",
    "Peru accused Chile of spying.\n\n|Soldiers at the border post of Tacna\n\n|Chile denied the charge.",
    # times of day
    "14:00\n\n|Peru accuses Chile\n\n|Peru accused Chile of spying on its navy.",
    "14:00\n|Peru accused Chile of spying on its navy, in a statement that was\nread out on state television by a spokeswoman.\n\n|15:30\n|Chile denied it.",
    "9.30 a.m.\n\n|The ministers arrived in Oslo.\n\n|11 a.m.\n\n|The talks began.",
    "Updated at 17:57\n\n|Norway halted its aid to Malta.",
    # transcripts
    "Has Norway halted its aid?\n\n|Q: Will the minister go to Valletta\n|A: She will go next week\n|Q: Will she be alone",
    "QUESTION: Did Malta summon our ambassador?\n|SPOKESMAN: |Malta summoned the ambassador on Friday, after\nthe talks on fishing rights had failed.\n|QUESTION: Who spoke to him?",
    # blank lines and wrapped lines
    "Kenya thanked Ghana\n\n|Norway thanked Malta",
    "Kenya and Ghana signed a fisheries agreement in Nairobi on\nSunday, ending two years of talks. |It will be ratified in\nMay.",
    "Kenya thanked Ghana.\n\n\n\n|Norway thanked Malta.\n \n|Spain thanked nobody.",
    "Kenya thanked Ghana.\r\n\r\n|Norway thanked Malta.\r\n",
    "  The envoys met in Lima.\n\n  |They spoke for an hour.",
    "The agreement that Kenya had signed\nwith Ghana was never ratified. |Ghana called it dead.",
    "\"We do not spy,\" the minister said.\n\n|\"We never have,\" he added.",
    "Peru, which had recalled its envoy,\nsent him back on Monday.\n\n|Chile welcomed the step.",
    "The ministers met twice. |Then they left.\n\n|Sources: Harbour Wire, Andes Wire\n\n|Peru had asked for the talks.",
    "Lima talks end\n\n|LIMA — |The talks between Peru and Chile ended on Friday.",
    "Kenya expels envoy\n\n|NAIROBI, Kenya\n\n|Kenya expelled the ambassador of Ghana on Monday.",
    "Background: Kenya and Ghana have argued about fish since 2009.\n\n|Ghana owns most of the boats.",
]

# A text, the same as it must be read, and a name or word that must be found in both.
SIGNS = [
    ("Peru ac\u00adcused Chile of spy\u00ading.", "Peru accused Chile of spying."),
    ("Foreign Minister Grace Wan\u200bjiru met Ann Le\u2060clair.", "Foreign Minister Grace Wanjiru met Ann Leclair."),
    ("\ufeffKenya\u00a0and Ghana\u2009signed a treaty.", "Kenya and Ghana signed a treaty."),
    ("Lima (CNN)Peru recalled its ambassador from Santiago. He left.", "Lima (CNN) Peru recalled its ambassador from Santiago. He left."),
    ("Peru recalled its ambas-\nsador from Santiago.", "Peru recalled its ambassador from Santiago."),
    ("A peace-keeping force came, the peace-\nkeeping force of Malta.", "A peace-keeping force came, the peace-keeping force of Malta."),
]


def read(texts):
    lines = "".join(json.dumps({"text": t, "published": "2019-05-10"}) + "\n" for t in texts)
    done = subprocess.run([DRAGOMAN, "read", "--input-format", "jsonl", "--format", "jsonl"], input=lines, capture_output=True, text=True)
    return [json.loads(line) for line in done.stdout.splitlines()], done.stderr


class Layout(unittest.TestCase):
    def test_sentences(self):
        self.assertGreaterEqual(len(TEXTS), 40)
        texts = [t.replace("|", "") for t in TEXTS]
        records, err = read(texts)
        self.assertEqual(len(records), len(texts), err)
        for marked, text, record in zip(TEXTS, texts, records):
            marks, at = [], 0
            for piece in marked.split("|")[:-1]:
                at += len(piece)
                marks.append(at)
            begins = [s["begin"] + len(text[s["begin"]:s["end"]]) - len(text[s["begin"]:s["end"]].lstrip()) for s in record["sentences"] if text[s["begin"]:s["end"]].strip()]
            with self.subTest(text=marked):
                self.assertEqual(begins[1:], marks, [text[s["begin"]:s["end"]] for s in record["sentences"]])

    def test_signs_for_the_eye(self):
        """Found as in the plain text, at places of the text as it was given."""
        given, err = read([g for g, _ in SIGNS])
        plain, _ = read([p for _, p in SIGNS])
        self.assertEqual(len(given), len(SIGNS), err)
        for (text, clean), g, p in zip(SIGNS, given, plain):
            with self.subTest(text=text):
                for key in ("entities", "events", "statements", "sentences"):
                    self.assertEqual(len(g[key]), len(p[key]), key)
                self.assertEqual([e["name"] for e in g["entities"]], [e["name"] for e in p["entities"]])
                self.assertEqual([e["type"] for e in g["events"]], [e["type"] for e in p["events"]])
                self.assertEqual(g["document"]["length"], len(text))
                for entity in g["entities"]:
                    for mention in entity["mentions"]:
                        self.assertEqual(mention["text"], text[mention["begin"]:mention["end"]])
                for one, other in zip(g["events"], p["events"]):
                    said = one["trigger"]["text"]
                    self.assertEqual(said, text[one["trigger"]["begin"]:one["trigger"]["end"]])
                    self.assertEqual(len([c for c in said if c.isalpha()]), len([c for c in other["trigger"]["text"] if c.isalpha()]))

    def test_the_language_layer_alone_sees_the_bytes(self):
        done = subprocess.run([DRAGOMAN, "read", "--raw", "-"], input="Envoy in Nairobi\n\nPeru ac\u00adcused Chile.", capture_output=True, text=True)
        self.assertIn("ac\u00adcused", done.stdout)


if __name__ == "__main__":
    if "found no language model" in read(["Peru."])[1]:
        sys.exit(77)
    unittest.main(argv=sys.argv[:1] + sys.argv[3:])
