#!/usr/bin/env python3
"""Asks the server of `dragoman serve` what browsers, programs and hostile clients would ask, over loopback.

usage: dossier_test.py DRAGOMAN SOURCE [REQUESTS]

With REQUESTS so many hostile requests are made and nothing else.
"""
import csv
import html
import io
import json
import random
import re
import shutil
import socket
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
import unittest
import urllib.error
import urllib.parse
import urllib.request
from html.parser import HTMLParser
from pathlib import Path

from hostile_requests import HostileRequests

DRAGOMAN = Path(sys.argv[1]).resolve()
SOURCE = Path(sys.argv[2]).resolve()
REQUESTS = int(sys.argv[3]) if len(sys.argv) > 3 else 600
VOID = {"meta", "link", "input", "br", "hr", "img"}


class Server:
    """A store that is served on a free port."""

    def __init__(self, store, *flags):
        self.process = subprocess.Popen([DRAGOMAN, "serve", "--store", store, "--port", "0", *flags], stdout=subprocess.PIPE,
                                        stderr=subprocess.PIPE, text=True)
        line = self.process.stdout.readline()
        found = re.search(r"http://127\.0\.0\.1:(\d+)(\S*)/", line)
        if not found:
            raise RuntimeError(line + self.process.stderr.read())
        self.port, self.base = int(found.group(1)), found.group(2)

    def get(self, path, headers=None, data=None, method=None):
        """Status, headers, body; a redirect is an answer like any other."""
        class Stay(urllib.request.HTTPRedirectHandler):
            def redirect_request(self, *_):
                return None
        request = urllib.request.Request(f"http://127.0.0.1:{self.port}{path}", data=data, headers=headers or {}, method=method)
        try:
            with urllib.request.build_opener(Stay).open(request, timeout=30) as answer:
                return answer.status, answer.headers, answer.read()
        except urllib.error.HTTPError as error:
            return error.code, error.headers, error.read()

    def page(self, path):
        status, _, body = self.get(path)
        assert status == 200, f"{path}: {status} {body[:200]}"
        return body.decode()

    def json(self, path):
        return json.loads(self.page(path))

    def raw(self, data, wait=5):
        """What comes back for bytes that no client would send."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=wait) as s:
            out = b""
            try:
                s.sendall(data)
                s.shutdown(socket.SHUT_WR)
            except OSError:  # it may hang up before all is sent
                pass
            try:
                while chunk := s.recv(65536):
                    out += chunk
            except TimeoutError:
                raise
            except OSError:
                pass
            return out

    def stop(self):
        self.process.terminate()
        self.process.wait(10)
        self.process.stdout.close()
        self.process.stderr.close()


class Tree(HTMLParser):
    """Holds a page to its form: what is opened is closed, no id twice, no script of its own; gathers links and text."""

    def __init__(self, page):
        super().__init__(convert_charrefs=True)
        self.open, self.ids, self.links, self.faults, self.words, self.marks = [], set(), [], [], [], []
        self.feed(page)
        if self.open:
            self.faults.append(f"not closed: {self.open}")

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if tag not in VOID:
            self.open.append((tag, attrs))
        if "id" in attrs:
            if attrs["id"] in self.ids:
                self.faults.append(f"id twice: {attrs['id']}")
            self.ids.add(attrs["id"])
        if "href" in attrs:
            self.links.append(attrs["href"])
        if tag == "script" and not (attrs.get("src") or "").split("?")[0].endswith(".js"):
            self.faults.append("a script in the page")
        for name in attrs:
            if name.startswith("on") or name == "style":
                self.faults.append(f"{name} in <{tag}>")
        if tag == "a" and any(t == "a" for t, _ in self.open[:-1]):
            self.faults.append("a link in a link")

    def handle_endtag(self, tag):
        if not self.open or self.open[-1][0] != tag:
            self.faults.append(f"</{tag}> closes {self.open[-1:]}")
        else:
            self.open.pop()

    def handle_data(self, data):
        self.words.append(data)
        for tag, attrs in self.open:
            if tag == "a" and "data-m" in attrs:
                self.marks.append((attrs["data-m"].split(","), data))
                if "<" in data:
                    pass


def links_inside(server, tree):
    return [h for h in tree.links if h.startswith("/") and not h.startswith("//")]


class Pages(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = Path(tempfile.mkdtemp())
        store = cls.folder / "samples.db"
        subprocess.run([DRAGOMAN, "add", SOURCE / "samples", "--store", store], check=True, capture_output=True)
        cls.store = store
        cls.server = Server(store)

    @classmethod
    def tearDownClass(cls):
        cls.server.stop()
        shutil.rmtree(cls.folder)

    def test_every_link_leads_somewhere(self):
        todo, seen, kinds = ["/"], set(), set()
        while todo and len(seen) < 700:
            path = todo.pop(0)
            if path in seen:
                continue
            seen.add(path)
            status, headers, body = self.server.get(path)
            self.assertIn(status, (200, 303), path)
            kind = re.sub(r"/(who|document|event|meeting|agenda|issue|between)/.*", r"/\1/…", path.split("?")[0])
            kinds.add(kind)
            if not headers["Content-Type"].startswith("text/html"):
                continue
            tree = Tree(body.decode())
            self.assertEqual(tree.faults, [], path)
            self.assertLess(len(body), 200_000, path)
            for link in links_inside(self.server, tree):
                link, _, place = html.unescape(link).partition("#")
                if place and link.split("?")[0] == path.split("?")[0] and link == path:
                    self.assertIn(place, tree.ids, f"{path}#{place}")
                # One of each kind of condition is enough.
                if "show=" in link and sum("show=" in s for s in seen) > 40:
                    continue
                todo.append(link)
        for kind in ("/", "/timeline", "/events", "/meetings", "/statements", "/positions", "/agenda", "/who", "/who/…", "/between",
                     "/between/…", "/issues", "/issue/…", "/event/…", "/map", "/documents", "/document/…", "/about", "/openapi.json"):
            self.assertIn(kind, kinds)

    def test_the_front_page_counts_and_orders(self):
        front = self.server.json("/index.json")
        days = [report["published"] for report in front["reports"]]
        self.assertEqual(days, sorted(days, reverse=True))
        page = self.server.page("/")
        for many, one in (("meetings", "meeting"), ("plans", "plan")):
            segment = "agenda" if one == "plan" else many
            all_of_them = len(self.server.json(f"/{segment}.json?limit=1000")[segment])
            self.assertRegex(page, rf'href="/{segment}">{one if all_of_them == 1 else many}</a></dt><dd>{all_of_them}<')
        for kind in ("person", "country"):
            one = next(w for w in self.server.json("/who.json")["who"] if w["type"] == kind)
            n = one["documents"]
            self.assertIn(f"spoken of in {n} report{'' if n == 1 else 's'}", self.server.page(one["page"]))

    def test_nothing_is_said_twice(self):
        plan = self.server.page("/agenda")
        self.assertNotRegex(plan, r'class="kind"[^>]*>Planned</a> *:')
        statement = next(s for s in self.server.json("/statements.json")["statements"] if s["content"])
        sheet = html.unescape(self.server.page(statement["words"]))
        self.assertIn("<p class=\"said\">“" + " ".join(statement["content"].split())[:40], sheet)

    def test_twins_say_what_the_page_says(self):
        for path, table in (("/events", "events"), ("/timeline", "timeline"), ("/statements", "statements"), ("/positions", "positions"),
                            ("/agenda", "agenda"), ("/meetings", "meetings"), ("/documents", "documents"), ("/map", "places"),
                            ("/between", "pairs"), ("/issues", "issues")):
            with self.subTest(path):
                data = self.server.json(path + ".json")
                rows = list(csv.DictReader(io.StringIO(self.server.page(path + ".csv"))))
                self.assertEqual(len(rows), len(data[table]))
                self.assertGreater(len(rows), 0)
                page = self.server.page(path)
                words = " ".join("".join(Tree(page).words).split())
                for row, values in zip(rows, data[table]):
                    self.assertEqual(list(row), list(values))
                    link = values.get("page")
                    if link:
                        self.assertIn(f'href="{html.escape(link)}', page)
                    quoted = values.get("content") if path == "/statements" else values.get("evidence")
                    if quoted and len(quoted) < 500:
                        self.assertIn(" ".join(quoted.split()), words)
        self.assertIn("BEGIN:VCALENDAR", self.server.page("/agenda.ics"))

    def test_the_command_line_says_the_same(self):
        run = subprocess.run([DRAGOMAN, "events", "--store", self.store, "--type", "AGREE", "--format", "json"], check=True, capture_output=True)
        told = [(r["date"], r["actors"], r["evidence"]) for r in json.loads(run.stdout)]
        page = [(r["date"], r["actors"], r["evidence"]) for r in self.server.json("/events.json?type=AGREE")["events"]]
        self.assertEqual(told, page)
        pair = self.server.json("/between.json")["pairs"][0]
        for command in ("events", "meetings", "statements", "agenda", "positions"):
            for flags, parameters in ((["--actor", pair["a"]], f"actor={pair['a']}"),
                                      (["--between", f"{pair['a']}/{pair['b']}"], f"actor={pair['a']}&with={pair['b']}")):
                if command == "positions" and "--between" in flags:
                    continue
                run = subprocess.run([DRAGOMAN, command, "--store", self.store, *flags, "--limit", "1000", "--format", "json"], check=True, capture_output=True)
                page = self.server.json(f"/{command}.json?{parameters}&limit=1000")[command]
                self.assertEqual([r["evidence"] for r in json.loads(run.stdout)], [r["evidence"] for r in page], (command, parameters))

    def test_conditions(self):
        everything = self.server.json("/events.json?limit=1000")["events"]
        for parameter, field, value in (("type", "type", "REQUEST"), ("status", "status", "planned"), ("quad", "quad", "3")):
            some = self.server.json(f"/events.json?{parameter}={value}&limit=1000")["events"]
            expected = [r["id"] for r in everything if str(r[field]) == value]
            self.assertEqual(sorted(r["id"] for r in some), sorted(expected), parameter)
        sure = self.server.json("/events.json?confidence=0.7&limit=1000")["events"]
        every = self.server.json("/events.json?limit=1000")["events"]
        self.assertEqual([r["id"] for r in sure], [r["id"] for r in every if r["confidence"] >= .7])
        self.assertTrue(0 < len(sure) < len(every))
        days = self.server.json("/events.json?since=2019-02&until=2019-02")["events"]
        self.assertTrue(days and all(r["first_day"].startswith("2019-02") for r in days))
        pair = self.server.json("/events.json?actor=Ethiopia&with=Sudan")["events"]
        self.assertGreater(len(pair), 0)
        self.assertEqual(self.server.get("/events?actor=Nobody+Atall")[0], 404)
        likely = self.server.json("/events.json?sort=confidence&limit=1000")["events"]
        self.assertEqual([r["confidence"] for r in likely], sorted((r["confidence"] for r in every), reverse=True))
        intense = self.server.json("/events.json?sort=intensity&limit=5")["events"]
        self.assertEqual([abs(r["intensity"]) for r in intense], sorted((abs(r["intensity"]) for r in every), reverse=True)[:5])
        told = self.server.json("/events.json?reports=2&limit=1000")["events"]
        self.assertEqual(sorted(r["id"] for r in told), sorted(r["id"] for r in every if r["reports"] >= 2))
        pages = [self.server.json(f"/events.json?sort=reports&limit=7&offset={n}")["events"] for n in range(0, len(every), 7)]
        self.assertEqual(sorted(r["id"] for page in pages for r in page), sorted(r["id"] for r in every))
        self.assertIn(b"most likely first", self.server.get("/events?sort=confidence")[2])
        for bad in ("sort=size", "reports=0", "offset=-1", "since=soon", "limit=0", "limit=x", "quad=5", "confidence=2", "confidence=nan", "issue=--"):
            self.assertEqual(self.server.get("/events?" + bad)[0], 400, bad)

    def test_marks_quote_the_text(self):
        for row in self.server.json("/documents.json")["documents"]:
            page = self.server.json(row["page"] + ".json")
            text = page["text"]
            tree = Tree(self.server.page(row["page"]))
            for table in ("events", "meetings", "positions", "agenda"):
                for fact in page[table]:
                    self.assertEqual(text[fact["begin"]:fact["end"]], fact["evidence"])
                    marked = "".join(words for ids, words in tree.marks if fact["mark"] in ids)
                    self.assertIn("".join(fact["evidence"].split()), "".join(marked.split()), f"{row['page']} {fact['mark']}")
            shown = "".join(Tree(re.search(r'<div class="text".*?</div>', self.server.page(row["page"]), re.S).group()).words)
            self.assertEqual("".join(shown.split()), "".join(text.split()))

    def test_choosing_goes_both_ways_without_scripts(self):
        document = self.server.json("/documents.json")["documents"][0]["page"]
        page = self.server.page(document)
        words = re.search(r'<a class="words" href="([^"#]*)#(s\d+)"', page)
        chosen = self.server.page(html.unescape(words.group(1)))
        self.assertRegex(chosen, f'<a class="w [^"]* on" id="{words.group(2)}"')
        mark = re.search(r'data-m="(v\d+[^"]*)" href="([^"#]*)#chosen"', page)
        chosen = self.server.page(html.unescape(mark.group(2)))
        box = re.search(r'id="chosen".*?</div>', chosen, re.S).group()
        self.assertEqual(sorted(re.findall(r'data-id="(\w+)"', box)), sorted(set(mark.group(1).split(","))))

    def test_addresses_stay_when_reports_are_added(self):
        store = self.folder / "grown.db"
        samples = sorted((SOURCE / "samples").iterdir())
        subprocess.run([DRAGOMAN, "add", *samples[-2:], "--store", store], check=True, capture_output=True)
        server = Server(store)
        before = {r["page"]: r["evidence"] for r in server.json("/events.json?limit=1000")["events"]}
        documents = {r["page"] for r in server.json("/documents.json")["documents"]}
        countries = [w["name"] for w in self.server.json("/who.json")["who"] if w["type"] == "country"]
        asked = [f"/events.json?actor={urllib.parse.quote(name)}&limit=1000" for name in countries]
        few = sum(len(server.json(path).get("events", [])) for path in asked if server.get(path)[0] == 200)
        subprocess.run([DRAGOMAN, "add", *samples[:-2], "--store", store], check=True, capture_output=True)
        for page, evidence in before.items():
            self.assertIn(evidence, [t["evidence"] for t in server.json(page + ".json")["tellings"]])
        for _ in range(100):  # it counts anew by itself
            grown = {r["page"] for r in server.json("/documents.json")["documents"]}
            if all(server.get(page)[0] == 200 for page in grown):
                break
            time.sleep(.1)
        self.assertEqual(len(grown), len(samples))
        many = [len(server.json(path)["events"]) for path in asked]
        self.assertGreater(sum(many), few)
        self.assertEqual(many, [len(self.server.json(path)["events"]) for path in asked])
        self.assertLess(documents, grown)
        for page in grown:
            self.assertEqual(server.get(page)[0], 200)
        server.stop()

    def test_headers(self):
        for path in ("/", "/events.json", "/nothing", "/assets/style.css"):
            _, headers, _ = self.server.get(path)
            policy = headers["Content-Security-Policy"]
            self.assertIn("default-src 'none'", policy)
            self.assertIn("script-src 'self';", policy)
            self.assertNotIn("unsafe", policy)
            self.assertEqual(headers["X-Content-Type-Options"], "nosniff")
        self.assertEqual(self.server.get("/events", method="HEAD")[2], b"")

    def test_host_and_method(self):
        for host in ("example.org", "127.0.0.1.example.org", "localhost.example.org:80", "[::2]", ""):
            self.assertEqual(self.server.get("/", {"Host": host})[0], 421, host)
        for host in ("localhost", "localhost:1", "127.0.0.1", "[::1]:80"):
            self.assertEqual(self.server.get("/", {"Host": host})[0], 200, host)
        for origin in ("http://example.org", "null", "", "http://localhost:1", "http://127.0.0.1.example.org"):
            headers = {"Origin": origin} if origin else {}
            self.assertEqual(self.server.get("/judge", headers, data=b"judge=x&at=1&verdict=R&key=x")[0], 403, origin)
        for method in ("PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"):
            self.assertEqual(self.server.get("/", method=method)[0], 405, method)
        self.assertEqual(self.server.get("/events", data=b"a=1")[0], 405)

    def test_base_path_and_names(self):
        server = Server(self.store, "--base-path", "/desk/dossier/", "--name", "desk.example")
        self.assertEqual(server.base, "/desk/dossier")
        page = server.page("/desk/dossier/")
        for link in links_inside(server, Tree(page)):
            self.assertTrue(link.startswith("/desk/dossier/"), link)
        self.assertEqual(server.get("/desk/dossier")[0], 308)
        self.assertEqual(server.get("/events")[0], 404)
        self.assertEqual(server.get("/desk/dossier/events", {"Host": "desk.example"})[0], 200)
        server.stop()

    def memory(self):
        """What the server has in memory, in kB."""
        return int(re.search(r"VmRSS:\s+(\d+)", Path(f"/proc/{self.server.process.pid}/status").read_text()).group(1))

    def check_answer(self, status, answer, about):
        """Nothing of the machine, the store or the request itself shows in an answer, and a page is one."""
        headers, _, body = answer.partition(b"\r\n\r\n")
        for secret in (b"root:x:", b"CREATE TABLE", b"syntax error", b"fts5", b"the store cannot be used"):
            self.assertFalse(secret in body, about)
        self.assertNotRegex(headers, rb"(?i)\nset-cookie", about)
        if status >= 400:
            self.assertTrue(body.strip(), about)
        if b"text/html" in headers:
            tree = Tree(body.decode())  # UTF-8 throughout
            self.assertEqual([f for f in tree.faults if not f.startswith("id twice")], [], about)
            self.assertNotIn("javascript:", "".join(f"{link}\n" for link in tree.links), about)
            self.assertIn(b"Content-Security-Policy", headers, about)

    def test_hostile_requests(self):
        self.assertGreaterEqual(REQUESTS, 200, "so few requests say nothing")
        before, files = self.store.read_bytes(), sorted(self.folder.iterdir())
        api = self.server.json("/openapi.json")
        names = {p["name"] for item in api["paths"].values() for p in item["get"].get("parameters", [])} | {"show", "part", "judge", "seed", "table", "no"}
        requests = HostileRequests(random.Random(19), [name.encode() for name in sorted(names)])
        seen, at_first = {}, 0
        for i in range(REQUESTS):
            kind, line, expected = requests.next()
            answer = self.server.raw(line, wait=60)  # where nothing came until then it hangs
            found = re.match(rb"HTTP/1\.[01] (\d{3}) ", answer)
            status = int(found.group(1)) if found else 0
            seen[kind, status] = seen.get((kind, status), 0) + 1
            about = f"{kind}: {line[:3000]!r}\n{answer[:500]!r}"
            self.assertIn(status, expected, about)
            self.check_answer(status, answer, about)
            if i == REQUESTS // 3:
                at_first = self.memory()
        self.assertEqual(sum(seen.values()), REQUESTS)
        self.assertEqual({kind for kind, _ in seen}, {kind.__name__ for kind in requests.kinds})
        self.assertGreater(seen.get(("ordinary", 400), 0), REQUESTS // 20)
        self.assertGreater(seen.get(("ordinary", 200), 0), REQUESTS // 20)
        self.assertEqual((self.store.read_bytes(), sorted(self.folder.iterdir())), (before, files))
        self.assertEqual(self.server.get("/")[0], 200)
        self.assertLess(self.memory() - at_first, 30_000, "kB grown")
        if len(sys.argv) > 3:
            print(*(f"{kind} {status}: {count}" for (kind, status), count in sorted(seen.items())), f"{at_first} kB, then {self.memory()} kB", sep="\n")

    def test_slow_clients_hold_up_nobody(self):
        slow = [socket.create_connection(("127.0.0.1", self.server.port)) for _ in range(200)]
        for s in slow:
            s.sendall(b"GET /eve")
        begin = time.monotonic()
        for _ in range(20):
            self.server.page("/about")
        self.assertLess(time.monotonic() - begin, 10)
        faults = []

        def read():
            for _ in range(5):
                if self.server.get("/events?limit=20")[0] != 200:
                    faults.append(1)
        readers = [threading.Thread(target=read) for _ in range(50)]
        for t in readers:
            t.start()
        for t in readers:
            t.join()
        self.assertEqual(faults, [])
        for s in slow:
            s.close()

    def test_openapi(self):
        api = self.server.json("/openapi.json")
        self.assertEqual(api["openapi"], "3.1.0")
        examples = {"/event/{id}": self.server.json("/events.json")["events"][0]["page"],
                    "/document/{id}": self.server.json("/documents.json")["documents"][0]["page"], "/who/{id}": "/who/country_PER",
                    "/between/{a}/{b}": "/between/PER/BOL", "/agenda/{id}": self.server.json("/agenda.json")["agenda"][0]["page"],
                    "/meeting/{id}": self.server.json("/meetings.json")["meetings"][0]["page"],
                    "/issue/{id}": self.server.json("/issues.json")["issues"][0]["page"]}
        for path, item in api["paths"].items():
            plain = path.removesuffix(".json")
            data = self.server.json(examples[plain] + ".json" if "{" in plain else path)
            schema = item["get"]["responses"]["200"]["content"]["application/json"]["schema"]
            for name in schema["required"]:
                self.assertIn(name, data, path)
            for name, kind in schema["properties"].items():
                if name in data:
                    self.assertIsInstance(data[name], {"array": list, "string": str}[kind["type"]], path)


class Judging(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = Path(tempfile.mkdtemp())
        cls.store = cls.folder / "samples.db"
        subprocess.run([DRAGOMAN, "add", SOURCE / "samples", "--store", cls.store], check=True, capture_output=True)

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.folder)

    def run_program(self, *arguments):
        return subprocess.run([DRAGOMAN, *arguments], check=True, capture_output=True, text=True).stdout

    def filled(self, name, choose):
        """A table of all items, filled in."""
        lines = self.run_program("sample", "--store", self.store, "--size", "100000").splitlines()
        out = [lines[0]]
        for number, line in enumerate(lines[1:]):
            cells = line.split("\t")
            cells[2] = choose(number)
            out.append("\t".join(cells))
        path = self.folder / f"{name}.tsv"
        path.write_text("\n".join(out) + "\n", encoding="utf-8")
        return path

    def test_sample(self):
        one = self.run_program("sample", "--store", self.store, "--size", "30", "--seed", "4")
        self.assertEqual(one, self.run_program("sample", "--store", self.store, "--size", "30", "--seed", "4"))
        self.assertNotEqual(one, self.run_program("sample", "--store", self.store, "--size", "30", "--seed", "5"))
        rows = list(csv.DictReader(io.StringIO(one), delimiter="\t", quoting=csv.QUOTE_NONE))
        self.assertEqual(len(rows), 30)
        self.assertEqual(len({(r["document"], r["key"]) for r in rows}), 30)
        self.assertEqual({r["list"] for r in rows}, {"events", "statements", "positions", "meetings", "agenda", "persons"})
        some = self.run_program("sample", "--store", self.store, "--size", "12", "--list", "events")
        self.assertTrue(all("\tevents:" in line for line in some.splitlines()[1:]))

    def test_figures(self):
        rng = random.Random(3)
        given = {}

        def choose(number):
            given[number] = rng.choice(["R", "R", "R", "P", "W", ""])
            return given[number]
        table = self.filled("anna", choose)
        out = self.run_program("judged", table, "--store", self.store)
        n, r, p = (sum(v in s for v in given.values() if v) for s in ("RPW", "R", "P"))
        self.assertIn(f"right {r + p}/{n} = {(r + p) / n:.3f}, strict {r}/{n} = {r / n:.3f}", out)
        self.assertIn(f"unjudged {sum(not v for v in given.values())}", out)
        judge = SOURCE.parent / "shared/eval/judge.py"
        if not judge.exists() or subprocess.run([sys.executable, "-c", "import yaml"], capture_output=True).returncode:
            return
        # The scorer of the judged stories says the same of the same verdicts.
        stories, work, verdicts = self.folder / "stories", self.folder / "work", self.folder / "verdicts"
        work.mkdir()
        for line in self.run_program("export", "--records", "--store", self.store).splitlines():
            record = json.loads(line)
            name = record["document"]["id"].split(":")[1][:16]
            (stories / name).mkdir(parents=True)
            (stories / name / "article.txt").write_text("x")
            (work / f"{name}.json").write_text(json.dumps(record))
        subprocess.run([sys.executable, judge, "add", stories, "--verdicts", verdicts], input=table.read_bytes(), check=True, capture_output=True)
        theirs = subprocess.run([sys.executable, judge, "score", stories, "--work", work, "--verdicts", verdicts], check=True, capture_output=True,
                                text=True).stdout
        self.assertIn(theirs.splitlines()[-1].split(", unjudged")[0], out)
        self.assertEqual(re.search(r"unjudged (\d+)$", theirs.strip()).group(1), re.search(r"^unjudged (\d+)", out, re.M).group(1))
        for kind, right, strict, of in re.findall(r"^(\w+) +right ([.\d]+) strict ([.\d]+) of (\d+)", theirs, re.M):
            self.assertRegex(out, rf"(?m)^{kind} +right {right} \(.*\) strict {strict} of {of}$")

    def test_agreement(self):
        a = self.filled("a", lambda n: "RRRRW"[n % 5])
        b = self.filled("b", lambda n: "RRRPW"[n % 5])
        out = self.run_program("judged", a, b)
        n = len(a.read_text().splitlines()) - 1
        values = [("RRRRW"[i % 5], "RRRPW"[i % 5]) for i in range(n)]
        total = {v: sum(pair.count(v) for pair in values) for v in "RPW"}
        observed = sum(2 for x, y in values if x != y)
        expected = sum(c * (2 * n - c) for c in total.values())
        self.assertIn(f"alpha {1 - (2 * n - 1) * observed / expected:.3f}", out)
        self.assertIn(f"alike {sum(x == y for x, y in values)}", out)
        self.assertIn("Krippendorff's alpha, nominal", self.run_program("judged", a, b, "--paragraph"))
        bad = self.folder / "bad.tsv"
        bad.write_text("0123456789abcdef\tevents:s1:x\tX\t\n")
        run = subprocess.run([DRAGOMAN, "judged", bad], capture_output=True, text=True)
        self.assertEqual(run.returncode, 2)
        self.assertIn("bad.tsv:1", run.stderr)

    def test_in_the_browser(self):
        server = Server(self.store)
        origin = {"Origin": f"http://127.0.0.1:{server.port}", "Content-Type": "application/x-www-form-urlencoded"}

        def judge(name, values):
            for number, value in enumerate(values, 1):
                page = server.page(f"/judge?judge={name}&size=6&seed=2")
                self.assertNotIn("aria-pressed", page, "nothing of another judge")
                form = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', page))
                form = {k: html.unescape(v) for k, v in form.items()} | {"verdict": value, "class": "a\tb", "comment": "\u202ec"}
                self.assertEqual(form["at"], str(number))
                status, headers, _ = server.get("/judge", origin, urllib.parse.urlencode(form).encode())
                self.assertEqual(status, 303)
                self.assertIn(f"judge={name}", headers["Location"])
        judge("anna", "RRPWRR")
        judge("boris", "RRPWRW")
        self.assertIn("6 of 6 done", server.page("/judge?judge=anna&size=6&seed=2"))
        rows = {(r["judge"], r["list"]): r for r in server.json("/judge/results.json")["precision"]}
        self.assertEqual([rows["anna", "all"][v] for v in "RPW"], [4, 1, 1])
        self.assertEqual([rows["boris", "all"][v] for v in "RPW"], [3, 1, 2])
        self.assertIn("Krippendorff", server.json("/judge/results.json")["paragraph"])
        mine = server.page("/judge/results.tsv?judge=boris")
        self.assertEqual(len(mine.splitlines()), 6)
        self.assertEqual({line.split("\t")[4] for line in mine.splitlines()}, {"boris"})
        kept = Path(str(self.store) + ".verdicts.tsv")
        out = self.run_program("judged", kept, "--store", self.store)
        self.assertIn("right 5/6 = 0.833, strict 4/6 = 0.667", out)
        self.assertIn("judged by several 6, of which alike 5", out)
        for form in ("", "judge=x", "judge=x&at=1&verdict=R&key=none", "judge=x&at=0&verdict=R", "judge=x&at=1&verdict=Q", "judge=" + "x" * 100):
            self.assertEqual(server.get("/judge", origin, form.encode())[0], 400, form)
        self.assertEqual(server.get("/judge", origin | {"Content-Type": "text/plain"}, b"judge=x")[0], 415)
        self.assertEqual(server.get("/judge", origin, b"a" * 70_000)[0], 413)
        server.stop()
        again = Server(self.store)  # they are there after a restart
        self.assertIn("6 of 6 done", again.page("/judge?judge=anna&size=6&seed=2"))
        again.stop()


class Sources(unittest.TestCase):
    """Who is shown to say that somebody else holds a position."""

    def test_those_who_say_so_together_are_told_together(self):
        with tempfile.TemporaryDirectory() as folder:
            report, store = Path(folder, "levy.txt"), Path(folder, "levy.db")
            report.write_text("Ana Paz and Luis Rojas said Kenya opposes the ivory levy.\n")
            subprocess.run([DRAGOMAN, "add", report, "--store", store], check=True, capture_output=True)
            server = Server(store)
            try:
                page = server.page("/positions")
                words = re.search(r'href="([^"]*/words/[^"#]*)', page) or re.search(r'href="([^"#]*)#k1"', page)
                for shown in (page, server.page(words.group(1))):
                    self.assertIn("according to Ana Paz and Luis Rojas", re.sub("<[^>]*>", "", shown))
            finally:
                server.stop()
            rows = subprocess.run([DRAGOMAN, "positions", "--store", store, "--format", "jsonl"], check=True, capture_output=True, text=True)
            row = json.loads(rows.stdout)
            self.assertEqual((row["by"], row["sources"], row["chain"]), (None, ["Ana Paz", "Luis Rojas"], []))


class HostileTexts(unittest.TestCase):
    """A store with what nobody should write."""

    @classmethod
    def setUpClass(cls):
        cls.folder = Path(tempfile.mkdtemp())
        long_word = "z" * 1_000_000
        many = " ".join(f"Minister Karel Novak{i} met Ana Silva{i}." for i in range(1500))
        documents = [
            {"uri": "<script>alert(1)</script>.txt", "title": "<img src=x onerror=alert(1)> \u202egnp.exe", "published": "2019-05-04",
             "agency": "\"><script>alert(2)</script>", "link": "javascript:alert(3)",
             "text": "Norway's Minister Anna <script>alert(4)</script> \u202eNovak\u202c met Karl Tamm of Estonia in Tallinn on Friday. "
                     "\"We want </a></div> the lake & 'peace',\" Tamm said. Estonia accused Latvia of \u2066piracy\u2069."},
            {"uri": "long.txt", "title": "T" * 100_000, "text": f"Peru and Chile agreed on Friday to talk. {long_word} Peru accused Chile of {long_word}."},
            {"uri": "many.txt", "text": many, "published": "2019-05-05"},
        ]
        source = cls.folder / "in.jsonl"
        source.write_text("".join(json.dumps(d) + "\n" for d in documents), encoding="utf-8")
        cls.store = cls.folder / "hostile.db"
        subprocess.run([DRAGOMAN, "add", "--input-format", "jsonl", source, "--store", cls.store], check=True, capture_output=True)
        cls.server = Server(cls.store)

    @classmethod
    def tearDownClass(cls):
        cls.server.stop()
        shutil.rmtree(cls.folder)

    def test_pages(self):
        paths = ["/", "/timeline", "/events", "/statements", "/positions", "/who", "/issues", "/map", "/documents", "/about", "/between",
                 "/search?q=" + urllib.parse.quote("<script>alert(9)</script>"), "/search?q=lake"]
        paths += [r["page"] for r in self.server.json("/documents.json")["documents"]]
        paths += [r["page"] for r in self.server.json("/events.json")["events"]][:20]
        paths += [r["page"] for r in self.server.json("/who.json")["who"]][:20]
        for path in paths:
            page = self.server.page(path)
            tree = Tree(page)
            self.assertEqual(tree.faults, [], path)
            self.assertNotIn("<script>alert", page, path)
            self.assertNotIn("javascript:", "".join(f"{link}\n" for link in tree.links), path)
            for turn in "\u202e\u202c\u2066\u2069":
                self.assertNotIn(turn, page, path)
            limit = 1_500_000 if path.startswith("/document/") else 200_000
            self.assertLess(len(page), limit, path)

    def test_a_text_beyond_one_page_has_parts(self):
        page = next(r["page"] for r in self.server.json("/documents.json")["documents"] if r["uri"] == "long.txt")
        self.assertIn("Part 1 of", self.server.page(page))
        data = self.server.json(page + ".json")
        accused = [f for f in data["events"] if f["type"] == "ACCUSE"]
        for fact in accused:
            self.assertIn(f'id="chosen"', self.server.page(f"{page}?show={fact['mark']}"))
        shown, part = "", 1
        while True:
            body = self.server.page(f"{page}?part={part}")
            shown += "".join(Tree(re.search(r'<div class="text".*?</div>', body, re.S).group()).words)
            if re.search(rf"Part {part} of {part} ", body) or part > 60:
                break
            part += 1
        self.assertEqual("".join(shown.split()), "".join(data["text"].split()))


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *(["Pages.test_hostile_requests"] if len(sys.argv) > 3 else [])])
