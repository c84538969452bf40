#!/usr/bin/env python3
"""Runs the program as a user does: exit codes, messages, order and bytes of the output.

usage: program_test.py DRAGOMAN SOURCE         without a model to read with, the usage alone is tested
"""
import io
import csv
import json
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
import unittest
from datetime import datetime
from pathlib import Path

DRAGOMAN = Path(sys.argv.pop(1)).resolve()
SOURCE = Path(sys.argv.pop(1)).resolve()
TEXTS = [
    """NAIROBI, May 10, 2019 (Lake News) — Canada and Kenya agreed on Friday to open talks on fisheries, the foreign ministers of
both countries said. "We have waited long enough," Foreign Minister Anne Leclair told reporters in Nairobi.\n
Her counterpart, Joseph Mwangi, urged Uganda to join the talks next month.\n""",
    """Peru recalled its ambassador to Chile on Monday and accused its neighbour of sending patrol boats across the border.
A Chilean official who asked not to be named denied the accusation.\n\nPresident Luisa Rojas will meet the Chilean leader in Lima on June 3.\n""",
    """The United Nations said two convoys with food reached the besieged town on Saturday – the first aid since March – after
both sides agreed to a ceasefire, according to the envoy’s office.\n""",
]
NO_MODEL = "found no language model"


def run(*args, stdin=b"", env=None, through=()):
    done = subprocess.run([*through, DRAGOMAN, *map(str, args)], input=stdin, capture_output=True, env={**os.environ, **(env or {})}, timeout=300)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


class Program(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)

    def file(self, name, content):
        path = Path(self.folder.name) / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def sample(self):
        return self.file("sample.txt", TEXTS[0])

    def expect(self, code, message, *args, **more):
        status, out, err = run(*args, **more)
        self.assertEqual(status, code, err)
        self.assertIn(message, err)
        return out


class Usage(Program):
    def test_help_lists_every_command_and_flag(self):
        status, out, _ = run("--help")
        self.assertEqual(status, 0)
        for command in ("read", "model", "lexicon", "schema"):
            self.assertIn(command, out)
        status, out, _ = run("read", "--help")
        self.assertEqual(status, 0)
        for flag in ("--format", "--input-format", "--published", "--output", "--raw", "--jobs", "--model", "--lexicon", "--verbs"):
            self.assertIn(flag, out)
            self.assertIn(flag.replace("-", "\\-"), run("manual")[1])
            for shell in ("bash", "zsh"):
                self.assertIn(flag, run("completion", shell)[1])
            self.assertIn("-l " + flag[2:], run("completion", "fish")[1])

    def test_libraries_of_few_inputs_are_no_part_of_the_start(self):
        linked = subprocess.run(["ldd", DRAGOMAN], capture_output=True, text=True, check=True).stdout
        self.assertIn("libsqlite3", linked)
        for library in ("libpoppler", "libgmime", "libarchive", "libzip", "libmicrohttpd", "libhwy"):
            self.assertNotIn(library, linked)

    def test_bash_takes_the_completion(self):
        script = run("completion", "bash")[1] + '\nCOMP_WORDS=(dragoman read --for); COMP_CWORD=2; _dragoman; echo "${COMPREPLY[*]}"'
        done = subprocess.run(["bash", "-c", script], capture_output=True, text=True)
        self.assertEqual((done.returncode, done.stdout.strip()), (0, "--format"), done.stderr)

    def test_the_page_on_the_lexicon_has_its_schema(self):
        status, out, _ = run("lexicon", "schema")
        page = (SOURCE / "lexicon/README.md").read_text()
        self.assertEqual(status, 0)
        self.assertEqual(page[page.index("Every entry may have:"):], out, "run scripts/lexicon_tables.sh")

    def test_wrong_usage_is_explained(self):
        self.expect(2, "--help", "reed")
        self.expect(2, "--frmat", "read", "--frmat", "json")
        self.expect(2, "expected one of", "read", "--format", "xml", "x.txt")
        self.expect(2, "expected a day such as 2016-12-03", "read", "--published", "3.12.2016", "x.txt")
        self.expect(2, "expected a day such as 2016-12-03", "read", "--published", "2016-02-30", "x.txt")
        self.expect(2, "expected a number of threads", "read", "--jobs", "-1", "x.txt")
        self.expect(2, "only --format conllu", "read", "--raw", "--format", "json", "x.txt")

    def test_missing_set_up_is_explained(self):
        self.expect(2, "lexicon", "read", "--lexicon", self.folder.name + "/none", "x.txt")
        self.expect(2, "none.dragoman", "read", "--model", self.folder.name + "/none.dragoman", "x.txt")
        foreign = self.file("foreign.dragoman", "not a model at all")
        self.expect(2, "foreign.dragoman", "read", "--model", foreign, "x.txt")

    def test_the_schema_is_json(self):
        status, out, _ = run("schema")
        self.assertEqual(status, 0)
        self.assertEqual(json.loads(out), json.loads((SOURCE / "schema/record-1.json").read_text()))


class Endless:
    """A file of the same letter over and over."""
    def read(self, size):
        return b"x" * size


class Reading(Program):
    def test_bad_documents_are_reported_and_the_others_go_on(self):
        good = self.file("good.txt", "The ministers met on Friday.")
        for name, content, message in (
            ("latin.txt", b"caf\x81", "latin.txt: is not UTF-8: line 1, byte 3"),
            ("empty.txt", b"", "empty.txt: is empty"),
            ("blank.txt", b" \n", "blank.txt: holds nothing but white space"),
            ("binary.txt", b"\x7fELF\0", "binary.txt: is a binary file, which is not read"),
            ("lines.jsonl", b"nonsense\n", "lines.jsonl:1: found \"nonsense\", expected a JSON object"),
            ("long.jsonl", b'{"text":"' + b"x" * (100 << 20) + b'"}\n', "long.jsonl:1: is longer than 16 MB"),
        ):
            with self.subTest(name):
                out = self.expect(1, message, "read", self.file(name, content), good)
                self.assertEqual([json.loads(line)["document"]["uri"] for line in out.splitlines()], [str(good)])
        self.expect(1, "missing.txt: cannot be read", "read", self.folder.name + "/missing.txt", good)

    def test_a_day_that_cannot_be_read_is_left_out_and_said(self):
        for day, message in (("soon", "its day is \"soon\", which is none that is known"), ("12/03/2019", "say with --date-order dmy or mdy")):
            path = self.file("date.jsonl", json.dumps({"text": "The ministers met.", "published": day}))
            self.assertIsNone(json.loads(self.expect(0, message, "read", path))["document"]["published"]["value"])
        out = json.loads(run("read", "--date-order", "dmy", path)[1])
        self.assertEqual(out["document"]["published"]["value"], "2019-03-12")

    def test_a_folder_that_may_not_be_read_is_reported(self):
        # Root may read any folder, unless the right to is given up.
        through = ("setpriv", "--bounding-set=-all", "--inh-caps=-all") if os.geteuid() == 0 else ()
        if through and (not shutil.which("setpriv") or subprocess.run([*through, "true"], capture_output=True).returncode != 0):
            self.skipTest("root may read every folder here")
        shut = Path(self.folder.name) / "shut"
        shut.mkdir(mode=0)
        self.addCleanup(shut.chmod, 0o700)
        out = self.expect(1, "shut: cannot be read", "read", shut, self.sample(), through=through)
        self.assertEqual(len(out.splitlines()), 1)

    def test_a_folder_without_texts_is_reported(self):
        empty = Path(self.folder.name) / "empty"
        empty.mkdir()
        self.expect(1, "holds no files", "read", empty)

    def test_other_languages_are_set_aside(self):
        french = "Les ministres des affaires étrangères se sont réunis vendredi à Nairobi pour parler de la pêche."
        out = self.expect(0, "fr.txt: is in FRENCH and set aside", "read", self.file("fr.txt", french), self.sample())
        self.assertEqual(len(out.splitlines()), 1)

    def test_a_footer_in_another_language_sets_no_story_aside(self):
        story = ("The fisheries minister of Ghana arrived in Nairobi on Monday for talks on a pact. Officials of both countries said that "
                 "they would sign it before the end of the week.")
        footer = "\n\nTous droits de reproduction réservés. Abonnez-vous à notre lettre d'information pour recevoir nos articles.\n"
        out = self.expect(0, "", "read", "--format", "jsonl", self.file("footer.txt", story + footer))
        self.assertEqual(json.loads(out)["document"]["language"], "en")
        self.expect(0, "is in FRENCH and set aside", "read", self.file("long.txt", story + footer * 4), self.sample())

    def test_times_of_day_are_kept(self):
        lines = [{"text": TEXTS[0], "published": "2016-05-04T14:30:10Z"}, {"text": TEXTS[1], "published": "2016-05-04"}]
        path = self.file("times.jsonl", "".join(json.dumps(line) + "\n" for line in lines))
        published = lambda out: [(p["value"], p["time"]) for p in (json.loads(line)["document"]["published"] for line in out.splitlines())]
        expected = [("2016-05-04", "14:30"), ("2016-05-04", None)]
        self.assertEqual(published(run("read", "--format", "jsonl", path)[1]), expected)
        articles = run("articles", "--format", "jsonl", path)[1]
        self.assertEqual(published(run("read", "--input-format", "jsonl", "--format", "jsonl", stdin=articles.encode())[1]), expected)
        self.assertIn("4 May 2016 14:30 (metadata)", run("read", "--format", "summary", path)[1])

    def test_pages_and_archives_are_read(self):
        page = "<html><body><nav><a href='/'>Home</a></nav><article><p>" + TEXTS[1].replace("\n\n", "</p><p>") + "</p></article></body></html>"
        archive = io.BytesIO()
        with tarfile.open(fileobj=archive, mode="w:gz") as tar:
            member = tarfile.TarInfo("in/page.html")
            member.size = len(page.encode())
            tar.addfile(member, io.BytesIO(page.encode()))
        path = self.file("pages.tar.gz", archive.getvalue())
        status, out, err = run("articles", "--format", "jsonl", path)
        self.assertEqual((status, json.loads(out)["uri"]), (0, str(path) + "/in/page.html"), err)
        self.assertNotIn("Home", out)
        again = run("read", "--input-format", "jsonl", "--format", "jsonl", stdin=out.encode())[1]
        self.assertEqual(json.loads(again)["document"]["id"], json.loads(run("read", "--format", "jsonl", path)[1])["document"]["id"])
        self.expect(2, "expected FIELD=NAME", "articles", "--column", "text", path)

    def test_what_unpacks_to_more_than_any_archive_is_refused(self):
        archive = io.BytesIO()
        with tarfile.open(fileobj=archive, mode="w:gz", compresslevel=1) as tar:
            for name, size in (("a.txt", 300 << 20), ("b.bin", 300 << 20)):
                member = tarfile.TarInfo(name)
                member.size = size
                tar.addfile(member, Endless())
        self.expect(1, "is longer than 16 MB", "articles", self.file("bomb.tar.gz", archive.getvalue()))
        self.expect(1, "unpacks to more than 200 times its size", "articles", self.file("bomb.tar.gz", archive.getvalue()))

    def test_a_report_for_which_memory_is_short_is_set_aside_and_the_others_go_on(self):
        little = ("prlimit", "--as=400000000")
        if run("--version", through=little)[0] != 0:
            self.skipTest("a program under a sanitizer does not start with so little")
        long = self.file("long.txt", TEXTS[0] * (4_000_000 // len(TEXTS[0])))
        for jobs in "1", "2":
            out = self.expect(1, "long.txt: takes more memory", "read", "--jobs", jobs, long, self.sample(), long, self.sample(), through=little)
            self.assertEqual([json.loads(line)["document"]["uri"] for line in out.splitlines()], [str(self.sample())] * 2)

    def test_standard_input_is_read(self):
        status, out, err = run("read", "--published", "2016-12-03", stdin=b"The ministers met on Friday.")
        self.assertEqual(status, 0, err)
        document = json.loads(out)["document"]
        self.assertEqual((document["uri"], document["published"]["value"]), ("-", "2016-12-03"))

    def test_any_number_of_threads_gives_the_same_bytes(self):
        rows = [json.dumps({"uri": f"{i}-{n}", "text": text}) for i in range(9) for n, text in enumerate(TEXTS)]
        rows.insert(4, "nonsense")
        path = self.file("in.jsonl", "\n".join(rows))
        for format in ("jsonl", "json", "summary", "conllu", "plover", "cameo", "polecat", "icews", "ics"):
            outputs = {run("read", "--format", format, "--jobs", jobs, path)[:2] for jobs in (1, 2, 4, 4)}
            self.assertEqual(len(outputs), 1, format)
            self.assertEqual(outputs.pop()[0], 1)

    def test_spans_quote_the_text(self):
        path = self.file("in.txt", "“É difícil”, said Ana Müller in São Paulo – on Friday.\n\nShe left.")
        record = json.loads(run("read", "--format", "json", path)[1])
        text, seen = path.read_text(), []

        def walk(x):
            if isinstance(x, dict):
                if {"begin", "end", "text"} <= x.keys():
                    self.assertEqual(text[x["begin"] : x["end"]], x["text"])
                    seen.append(x)
                x = list(x.values())
            if isinstance(x, list):
                for y in x:
                    walk(y)

        walk(record)
        self.assertEqual(text[record["sentences"][-1]["begin"] : record["sentences"][-1]["end"]], "She left.")

    def calendar(self, out):
        """The components of an iCalendar file, checked against the rules of RFC 5545: [(name, [(property, parameters, value)])]."""
        self.assertTrue(out.endswith("\r\n"))
        lines = out[:-2].split("\r\n")
        for line in lines:
            self.assertNotRegex(line, r"[\x00-\x08\x0a-\x1f\x7f]")
            self.assertLessEqual(len(line.encode()), 75)
        unfolded = out[:-2].replace("\r\n ", "").split("\r\n")
        open_, components = [], []
        for line in unfolded:
            head, value = line.split(":", 1)
            name, *parameters = head.split(";")
            self.assertRegex(name, r"^[A-Z-]+$")
            if name == "BEGIN":
                open_.append(value)
                components.append((value, []))
            elif name == "END":
                self.assertEqual(open_.pop(), value)
            else:
                components[-1][1].append((name, parameters, value))
        self.assertEqual((open_, components[0][0]), ([], "VCALENDAR"))
        whole = {name: value for name, _, value in components[0][1]}
        self.assertEqual(whole["VERSION"], "2.0")
        self.assertTrue(whole["PRODID"])
        uids = set()
        for kind, properties in components[1:]:
            self.assertIn(kind, ("VEVENT", "VTODO"))
            names = [name for name, _, _ in properties]
            self.assertEqual(len(names), len(set(names)), "a property stands twice")
            values = {name: value for name, _, value in properties}
            self.assertRegex(values["DTSTAMP"], r"^\d{8}T\d{6}Z$")
            self.assertNotIn(values["UID"], uids)
            uids.add(values["UID"])
            for name, parameters, value in properties:
                if name in ("DTSTART", "DTEND", "DUE"):
                    self.assertEqual(parameters, ["VALUE=DATE"])
                    datetime.strptime(value, "%Y%m%d")
                if name in ("SUMMARY", "LOCATION", "DESCRIPTION"):
                    self.assertNotRegex(value, r"(?<!\\)(\\\\)*[,;]")
            if kind == "VEVENT":
                self.assertLess(values["DTSTART"], values["DTEND"])
            elif "DUE" in values:
                self.assertLess(values["DTSTART"], values["DUE"])
        return components[1:]

    def test_the_agenda_is_a_calendar(self):
        path = self.file("in.txt", "President Luisa Rojas will meet the Chilean leader, José Álvarez, in São Paulo on Dec. 30 and 31. "
                         "Kenya; Peru, and Chile will sign the treaty on the protection of the long-neglected fisheries of the northern lakes and rivers on June 3. "
                         "Peru will hold elections next year.")
        items = self.calendar(run("read", "--format", "ics", "--published", "2019-05-14", path)[1])
        whole = [{name: value for name, _, value in properties} for _, properties in items]
        meeting = next(v for v in whole if "Rojas" in v["SUMMARY"])
        self.assertEqual((meeting["DTSTART"], meeting["DTEND"], meeting["DTSTAMP"]), ("20191230", "20200101", "20190514T000000Z"))
        self.assertIn("on Dec. 30 and 31", meeting["DESCRIPTION"])
        elections = next((kind, v) for (kind, _), v in zip(items, whole) if "election" in v["SUMMARY"])
        self.assertEqual((elections[0], elections[1]["DTSTART"], elections[1]["DUE"]), ("VTODO", "20200101", "20210101"))

    def test_an_unknown_year_is_no_date_in_the_calendar(self):
        path = self.file("in.txt", "President Luisa Rojas will meet President José Álvarez on June 3.")
        (kind, properties), = self.calendar(run("read", "--format", "ics", path)[1])
        self.assertEqual(kind, "VTODO")
        names = {name for name, _, _ in properties}
        self.assertFalse(names & {"DTSTART", "DTEND", "DUE"})
        self.assertIn("XXXX-06-03", dict((n, v) for n, _, v in properties)["DESCRIPTION"])

    def test_events_are_tables(self):
        path = self.file("in.jsonl", json.dumps({"uri": "a\tb\nc", "published": "2019-05-14", "text":
                         "Canada and\nKenya held talks in Ottawa on Friday. Peru will send aid to Chile. The U.N. condemned Peru."}))
        record = json.loads(run("read", path)[1])
        names = {e["id"]: e["name"] for e in record["entities"]}
        for format in ("plover", "cameo"):
            head, *rows = [line.split("\t") for line in run("read", "--format", format, path)[1].split("\n")[:-1]]
            self.assertEqual(head[-2:], ["document", "evidence"])
            self.assertEqual(len(head), len(set(head)))
            for row in rows:
                self.assertEqual(len(row), len(head))
            rows = [dict(zip(head, row)) for row in rows]
            self.assertEqual({row["document"] for row in rows}, {"a b c"})
            numbers = {int(row["event"].rpartition("-v")[2]) for row in rows}
            self.assertEqual(numbers, set(range(1, len(record["events"]) + 1)))
            who, whom = ("actor", "recipient") if format == "plover" else ("source_name", "target_name")
            for v in record["events"]:
                if v["actors"] and v["recipients"]:
                    pairs = {(names[a], names[b]) for a in v["actors"] for b in v["recipients"]}
                    found = {(row[who], row[whom]) for row in rows if row["event"].endswith("-" + v["id"])}
                    self.assertEqual(found, pairs)
                if v["status"] == "planned" and v["type"] == "AID":
                    row = next(row for row in rows if row["event"].endswith("-" + v["id"]))
                    self.assertEqual((row["cameo" if format == "plover" else "code"], row["quad"]), ("033", "1"))
            talks = {(row[who], row[whom]) for row in rows if "Ottawa" in row["evidence"] or "talks" in row["evidence"]}
            self.assertLessEqual({("Canada", "Kenya"), ("Kenya", "Canada")}, talks)

    def test_nobody_reads_what_goes_wrong(self):
        ends = os.pipe()
        os.close(ends[0])
        with os.fdopen(ends[1], "wb") as closed:
            done = subprocess.run([DRAGOMAN, "read", Path(self.folder.name) / "missing.txt"], stdout=subprocess.DEVNULL, stderr=closed, check=False)
        self.assertEqual(done.returncode, run("read", Path(self.folder.name) / "missing.txt")[0])

    def test_events_in_the_layouts_of_others(self):
        text = self.file("layouts.txt", "Canada and Kenya held talks in Ottawa on Friday. Peru asked Chile to send troops. Peru denied that it had arrested a Chilean envoy.")
        for layout, columns in (("polecat", (1, 2, 7, 15)), ("icews", (1, 6, 2, 8))):  # day, code, who, whom: what programs for graphs load
            out = self.expect(0, "left out; --all-statuses keeps them", "read", "--format", layout, "--published", "2019-05-14", text)
            rows = list(csv.reader(out.splitlines(), delimiter="\t"))
            found = {tuple(row[column] for column in columns) for row in rows[1:]}
            code = "CONSULT" if layout == "polecat" else "046"
            self.assertLessEqual({("2019-05-10", code, "Canada", "Kenya"), ("2019-05-10", code, "Kenya", "Canada")}, found)
            every = run("read", "--format", layout, "--all-statuses", "--published", "2019-05-14", text)[1].splitlines()
            self.assertGreater(len(every), len(rows))
        self.expect(2, "--all-statuses is about", "read", "--all-statuses", text)

    def test_own_actors_and_agents_give_the_codes(self):
        text = self.file("own.txt", "Ana Paz met Kenyan farmers. Anita Paz thanked Blue Heron.")
        actors = self.file("own.actors", "ANA_PAZ_ [CHLELI]\n+ANITA_PAZ_\n\t[CHLGOV 100311-140311]\nBLUE_HERON_ [NGOXYZ]\n")
        agents = self.file("own.agents", "FARMER [~XYZ]\n")
        for day, code in (("2012-05-01", "CHLGOV"), ("2019-05-01", "CHLELI")):
            out = self.expect(0, "", "read", "--format", "json", "--published", day, "--actors", actors, "--agents", agents, text)
            codes = {e["name"]: e["code"] for e in json.loads(out)["entities"]}
            self.assertEqual(codes, {"Ana Paz": code, "Kenyan farmers": "KENXYZ", "Blue Heron": "NGOXYZ", "Kenya": "KEN"})
        broken = self.file("broken.actors", "ANA_PAZ_ [CHLELI\n")
        self.expect(2, "broken.actors:1: found \"[\" without", "read", "--actors", broken, text)

    def test_a_users_verbs_code_beside_our_own(self):
        verbs = self.file("my.verbs.txt", "&PLANT\n+TREE\n+FRUIT_TREE\n\n--- GRAFT [070] ---\nGRAFT\n+HAND_OVER [0841]\n"
                          "- * &PLANT (FOR +) [071]\n- * {OLD PLUM} [---]\n- $ * &NONE [060]\n"
                          "--- FENCE [062:062] ---\nFENCE {FENCED FENCES}\n~ a (a b GRAFT) FENCE = a b 070\n")
        text = self.file("in.txt", "Canada grafted fruit trees for Kenya. Canada grafted peaches with Peru. Kenya has grafted an old plum. "
                         "Kenya will fence with Peru. Two trees were grafted by Kenya for Peru. Peru did not hand over the seeds to Kenya.")
        status, out, err = run("read", "--verbs", verbs, text)
        self.assertEqual(status, 0, err)
        self.assertIn("my.verbs.txt:10: found &NONE, which no line before it defines", err)
        self.assertIn("my.verbs.txt:13: 1 verb transformations (~) are left out", err)
        record = json.loads(out)
        names = {e["id"]: e["name"] for e in record["entities"]}
        found = [(v["dictionary"], v["cameo"], v["type"], v["status"], [names[e] for e in v["actors"]], [names[e] for e in v["recipients"]])
                 for v in record["events"] if v["dictionary"]]
        self.assertEqual(found, [
            ("my.verbs.txt:8", "071", "AID", "happened", ["Canada"], ["Kenya"]),
            ("my.verbs.txt:6", "070", "AID", "happened", ["Canada"], ["Peru"]),
            ("my.verbs.txt:12", "062", "COOPERATE", "planned", ["Kenya", "Peru"], []),
            ("my.verbs.txt:8", "071", "AID", "happened", ["Kenya"], ["Peru"]),
            ("my.verbs.txt:7", "0841", "RETREAT", "denied", ["Peru"], ["Kenya"])])
        plain = json.loads(run("read", text)[1])
        self.assertNotEqual(plain["generator"]["lexicon"], record["generator"]["lexicon"])
        self.assertEqual([v["dictionary"] for v in plain["events"]], [None] * len(plain["events"]))
        self.expect(2, "bad.txt:1: found \"FENCE\" before any block", "read", "--verbs", self.file("bad.txt", "FENCE\n"), text)
        self.expect(2, "none.txt: cannot be read", "read", "--verbs", self.folder.name + "/none.txt", text)
        self.expect(2, "--raw codes no events", "read", "--raw", "--verbs", verbs, text)

    def test_a_closed_pipe_ends_quietly(self):
        path = self.file("in.jsonl", "\n".join(json.dumps({"text": text}) for _ in range(100) for text in TEXTS))
        reading = subprocess.Popen([DRAGOMAN, "read", path], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        reading.stdout.readline()
        reading.stdout.close()
        err = reading.stderr.read()
        reading.stderr.close()
        self.assertEqual((reading.wait(timeout=60), err), (0, b""))

    def test_output_goes_to_a_file_or_says_why_not(self):
        target = Path(self.folder.name) / "out.jsonl"
        sample = self.sample()
        self.assertEqual(run("read", "--output", target, sample)[:2], (0, ""))
        self.assertEqual(json.loads(target.read_text())["document"]["uri"], str(sample))
        self.expect(2, "cannot be written: No such file", "read", "--output", self.folder.name + "/no/out", self.sample())
        if Path("/dev/full").exists():
            self.expect(2, "cannot be written: No space left", "read", "--output", "/dev/full", self.sample())

    def test_raw_is_the_language_layer(self):
        out = run("read", "--raw", self.sample())[1]
        rows = [line.split("\t") for line in out.splitlines() if line and line[0] != "#"]
        self.assertTrue(all(len(row) == 10 for row in rows))
        self.assertFalse(any("Entity=" in row[9] for row in rows))
        text = TEXTS[0]
        for row in rows:
            begin, end = map(int, dict(f.split("=", 1) for f in row[9].split("|"))["TokenRange"].split(":"))
            self.assertEqual(text[begin:end], row[1])

    def test_a_summary_cannot_steer_the_terminal(self):
        path = self.file("in.txt", "The \x1b]0;title\x07 minister \x1b[2J said \u202eno\u202c on Friday.")
        out = run("read", "--format", "summary", path)[1]
        self.assertNotIn("\x1b", out)
        self.assertNotIn("\u202e", out)


class Lexicon(Program):
    def with_entry(self, stanza):
        """The project's lexicon with one more title in it."""
        folder = Path(self.folder.name) / "lexicon"
        shutil.copytree(SOURCE / "lexicon", folder)
        titles = folder / "who/titles.txt"
        lines = titles.read_text().rstrip("\n").count("\n") + 3
        titles.write_text(titles.read_text().rstrip("\n") + "\n\n" + stanza + "\n")
        return folder, lines

    def test_the_projects_own_has_no_fault(self):
        status, out, err = run("lexicon", "check", SOURCE / "lexicon")
        self.assertEqual((status, err), (0, ""), out)
        self.assertRegex(out, r"who/titles.txt +title +\d+ entries")
        self.assertTrue(out.endswith(" 0 faults\n"), out)

    def test_a_broken_file_is_named_with_its_line(self):
        folder, line = self.with_entry("title grand vizier")
        found = f'titles.txt:{line}: found "title grand vizier", expected "field: value"'
        self.expect(2, found, "lexicon", "check", folder)
        self.expect(2, found, "read", "--lexicon", folder, self.sample())

    def test_a_key_or_a_value_that_is_none_is_refused_with_the_right_one(self):
        mistakes = (
            ("who/name_parts.txt", "kind: body", "kind: bodyy", 'is "body" meant?'),
            ("who/titles.txt", "sector: LEG", "sektor: LEG", 'is "sector:" meant?'),
            ("events/assault.txt", "voice: passive", "voice: pasive", 'is "passive" meant?'),
            ("events/agree.txt", "absorbs: yes", "absorbs: ja", "expected yes or no"),
        )
        folder = Path(self.folder.name) / "lexicon"
        shutil.copytree(SOURCE / "lexicon", folder)
        found = []
        for name, right, wrong, meant in mistakes:
            lines = (folder / name).read_text().split("\n")
            line = lines.index(right)
            lines[line] = wrong
            (folder / name).write_text("\n".join(lines))
            found.append((f'{name}:{line + 1}: found "{wrong.split(": ")[0]}:', meant))
        status, out, err = run("lexicon", "check", folder)
        self.assertEqual((status, out, len(err.splitlines())), (2, "", len(mistakes)), err)
        for where, meant in found:
            self.assertTrue(any(where in line and meant in line for line in err.splitlines()), err)
        status, _, err = run("read", "--lexicon", folder, self.sample())
        self.assertEqual((status, len(err.splitlines())), (2, 1), err)
        self.assertIn("titles.txt", err)

    def test_gaps_lists_verbs_that_no_entry_decides(self):
        path = self.file("in.txt", "Kenya besprinkled the lawn. Uganda besprinkled the hedge. Kenya attacked Uganda.")
        for jobs in ("1", "3"):
            status, out, err = run("lexicon", "gaps", "--jobs", jobs, path)
            self.assertEqual((status, err), (0, ""))
            self.assertEqual(out, "1 of 3 clauses with somebody who can act as agent are decided (0.333)\n"
                                  "0 of 0 clauses with one as patient alone are decided (0.000)\n"
                                  "\n    2  besprinkle\n       Kenya besprinkled the lawn\n       Uganda besprinkled the hedge\n")
        self.assertNotIn("besprinkle", self.expect(0, "", "lexicon", "gaps", "--least", "3", path))
        self.expect(2, "--least is 0, expected a number of clauses, 1 or more", "lexicon", "gaps", "--least", "0", path)
        self.expect(1, "none.txt", "lexicon", "gaps", path, self.folder.name + "/none.txt")
        with_entry = Path(self.folder.name) / "lexicon"
        shutil.copytree(SOURCE / "lexicon", with_entry)
        with open(with_entry / "events/none.txt", "a") as file:
            file.write("\nverb: besprinkle\nexample: Chad besprinkled the lawn.\nexpect: no-event: type=AID\n")
        self.assertIn("3 of 3 clauses", run("lexicon", "gaps", "--lexicon", with_entry, path)[1])

    def test_an_entry_needs_an_example(self):
        folder, line = self.with_entry("title: grand vizier\nsector: GOV")
        status, out, _ = run("lexicon", "check", folder)
        self.assertEqual(status, 1)
        self.assertIn(f'titles.txt:{line}: title "grand vizier" has no example', out)

    def test_an_example_must_yield_what_it_says(self):
        stanza = "title: grand vizier\nsector: GOV\nexample: Grand Vizier Ana Lopez of Peru spoke.\nexpect: entity: office="
        for office, status, faults in (('"grand vizier"', 0, " 0 faults"), ('"grand duke"', 1, " 1 faults")):
            with self.subTest(office):
                folder, line = self.with_entry(stanza + office)
                code, out, _ = run("lexicon", "check", folder)
                self.assertEqual((code, faults in out), (status, True), out)
                self.assertEqual(f"titles.txt:{line + 3}: entity: office=" in out, status == 1)
                shutil.rmtree(folder)


if __name__ == "__main__":
    if NO_MODEL in run("read", stdin=TEXTS[0].encode())[2]:
        print("no model: only the usage is tested")
        unittest.main(defaultTest="Usage")
    unittest.main()
