#!/usr/bin/env python3
"""How fast the dossier answers on a store, how it bears many readers and slow clients, and whether its memory stays flat.

usage: dossier.py DRAGOMAN STORE [pages] [readers] [slow] [--soak MINUTES] [--samples N] [--seed N]

pages    each kind of page at N addresses drawn from the store, every one asked for once on a server that is newly started: milliseconds
         to the first byte at the median, the 95th percentile and the most, and the same of the processor's time, which others on the machine
         do not lengthen
readers  50 readers at once for half a minute, over the same addresses: answers a second, errors, milliseconds
slow     rounds with 200 slow clients and without them in turn: half send a byte of their request a second, half read a byte of the answer a
         second; milliseconds of one who reads meanwhile, whose addresses are new in every round
--soak   wrk, with one thread and four connections, for so many minutes; the server's memory each minute

Half of the addresses are drawn by how often the store has what they show, half evenly. All is on this machine's loopback.
"""
import argparse
import asyncio
import http.client
import random
import re
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from urllib.parse import quote

HAPPENINGS = [("events", "event", "event"), ("meetings", "meeting", "meeting"), ("agenda", "agenda", "plan")]  # table, path, kind of page
WORDS = ["sanctions", "nuclear deal", "minister", "president", "border", "islands", "trade talks", "ceasefire", "election", "treaty"]


def happening(number):
    return f"{number & 0xFFFFFFFFFFFFFFFF:016x}"


class Addresses:
    """Addresses of each kind of page, as a store has them."""

    def __init__(self, store, count, seed):
        self.db = sqlite3.connect(f"file:{store}?mode=ro", uri=True)
        self.chance, self.count = random.Random(seed), count

    def rows(self, table, columns, where="true"):
        """Rows of a table at ids of chance."""
        last = self.db.execute(f"SELECT max(rowid) FROM {table}").fetchone()[0] or 0
        out = []
        while last and len(out) < self.count:
            row = self.db.execute(f"SELECT {columns} FROM {table} WHERE rowid >= ? AND {where} LIMIT 1",
                                  (self.chance.randint(1, last),)).fetchone()
            out.append(row or self.db.execute(f"SELECT {columns} FROM {table} WHERE {where} LIMIT 1").fetchone())
            if out[-1] is None:
                return []
        return out

    def mixed(self, often, evenly):
        half = self.count // 2
        return often[:half] + evenly[:self.count - half]

    def actors(self):
        often = self.rows("entities", "(SELECT key FROM actors a WHERE a.id = coalesce((SELECT one FROM actors WHERE id = actor), actor))",
                          "anonymous = 0")
        return [key.replace(" ", "_") for (key,) in self.mixed(often, self.rows("actors", "key", "key NOT LIKE 'document %'"))]

    def countries(self):
        codes = [c for (c,) in self.db.execute("SELECT country FROM actors WHERE type = 'country' AND country IS NOT NULL ORDER BY country")]
        often = [c for (c,) in self.rows("entities", "country", "country IS NOT NULL")]
        return codes, often

    def issues(self):
        return [label for (label,) in self.mixed(self.rows("issues", "label"), self.rows("issue_labels", "folded"))]

    def all(self):
        who, issues = self.actors(), self.issues()
        codes, often = self.countries()
        pick = self.chance.choice
        pairs = []
        while len(pairs) < self.count:
            a, b = (pick(often), pick(often)) if len(pairs) % 2 else (pick(codes), pick(codes))
            if a != b:
                pairs.append(f"/between/{a}/{b}")
        types = [t for (t,) in self.db.execute("SELECT DISTINCT type FROM events")]
        months = [m for (m,) in self.db.execute("SELECT DISTINCT substr(first_day, 1, 7) FROM (SELECT first_day FROM events LIMIT 50000) "
                                                "WHERE first_day IS NOT NULL")]
        places = [p for (p,) in self.rows("places", "name")]
        filters = [lambda: "", lambda: f"actor={quote(pick(who), safe='')}", lambda: f"country={pick(often)}", lambda: f"since={pick(months)}",
                   lambda: "confidence=0.7", lambda: "actor={}&with={}".format(*pick(pairs).split("/")[2:])]
        more = {"events": [lambda: f"type={pick(types)}", lambda: f"issue={quote(pick(issues), safe='')}", lambda: f"place={quote(pick(places), safe='')}",
                           lambda: "sort=intensity", lambda: "reports=2"],
                "statements": [lambda: f"issue={quote(pick(issues), safe='')}", lambda: "sort=confidence"],
                "positions": [lambda: f"issue={quote(pick(issues), safe='')}"]}
        out = {"front": ["/", "/index.json"]}
        for name in ("timeline", "events", "meetings", "statements", "positions", "agenda"):
            choices = filters + more.get(name, [])
            out[name] = [f"/{name}?{choices[i % len(choices)]()}&limit={50 + i // len(choices)}" for i in range(self.count)]
        for table, path, kind in HAPPENINGS:
            out[kind] = [f"/{path}/{happening(h)}" for (h,) in self.rows(table, "happening")]
        out["who"] = [f"/who/{quote(key, safe='')}" for key in who] + [f"/who/country_{code}" for code in codes[:self.count // 4]]
        out["between"] = pairs
        out["issue"] = [f"/issue/{quote(label, safe='')}" for label in issues]
        out["document"] = [f"/document/{sha[7:23]}" for (sha,) in self.rows("documents", "sha", "copy_of IS NULL")]
        out["search"] = [f"/search?q={quote(pick(WORDS if i % 2 else places))}&limit={10 + i}" for i in range(self.count)]
        out["overviews"] = ["/who", "/between", "/issues", "/map", "/documents", "/about", "/judge", "/judge/results"]
        return {name: [a for a in dict.fromkeys(addresses) if len(a) < 4000] for name, addresses in out.items()}


class Server:
    def __init__(self, program, store):
        self.process = subprocess.Popen([program, "serve", "--store", store, "--port", "0"], stdout=subprocess.PIPE,
                                        stderr=subprocess.DEVNULL, text=True)
        began = time.time()
        line = self.process.stdout.readline()
        found = re.search(r"http://127\.0\.0\.1:(\d+)", line)
        if not found:
            sys.exit(f"the server said {line!r}, expected its address")
        self.port, self.start = int(found[1]), time.time() - began

    def memory(self):
        """Megabytes that are its own, and all that it has mapped and touched."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return tuple(int(re.search(rf"{name}:\s+(\d+)", status)[1]) / 1024 for name in ("RssAnon", "VmRSS"))

    def processor(self):
        """Seconds of the processor's time that it has taken."""
        return sum(int((task / "schedstat").read_text().split()[0]) for task in Path(f"/proc/{self.process.pid}/task").iterdir()) / 1e9

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()


class Reader:
    """Asks one address after the other on one connection."""

    def __init__(self, port):
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        self.errors = 0

    def ask(self, address):
        """Seconds to the first byte."""
        began = time.perf_counter()
        self.connection.request("GET", address)
        answer = self.connection.getresponse()
        seconds = time.perf_counter() - began
        answer.read()
        self.errors += answer.status not in (200, 303)
        return seconds


def shown(times):
    times = sorted(1000 * t for t in times)
    return f"{times[len(times) // 2]:7.1f} {times[min(len(times) - 1, len(times) * 95 // 100)]:7.1f} {times[-1]:7.1f}"


def pages(server, addresses):
    print(f"{'page':10} {'asked':>5} {'median':>7} {'95 %':>7} {'most':>7} {'| of the processor':>23}  errors")
    for name, some in addresses.items():
        reader = Reader(server.port)
        slowest, processor = [], []
        for address in some:
            before = server.processor()
            slowest.append((reader.ask(address), address))
            processor.append(server.processor() - before)
        print(f"{name:10} {len(some):5} {shown([t for t, _ in slowest])} {shown(processor)}  {reader.errors:6}   slowest: "
              f"{max(zip(processor, some))[1][:90]}", flush=True)


async def reading(port, addresses, until, chance, times, errors):
    reader, writer = await asyncio.open_connection("127.0.0.1", port, limit=1 << 24)
    while time.perf_counter() < until:
        began = time.perf_counter()
        writer.write(f"GET {chance.choice(addresses)} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
        head = await reader.readuntil(b"\r\n\r\n")
        times.append(time.perf_counter() - began)
        if not head.startswith((b"HTTP/1.1 200", b"HTTP/1.1 303")):
            errors.append(head.split(b"\r\n")[0])
        await reader.readexactly(int(re.search(rb"(?i)content-length: (\d+)", head)[1]))
    writer.close()


async def readers(server, addresses, seconds=30, many=50):
    times, errors = [], []
    until = time.perf_counter() + seconds
    done = await asyncio.gather(*(reading(server.port, addresses, until, random.Random(i), times, errors) for i in range(many)), return_exceptions=True)
    errors += [d for d in done if d is not None]
    print(f"{many} readers: {len(times) / seconds:.0f} answers a second, {len(errors)} errors; median, 95 %, most {shown(times)} ms {errors[:3]}", flush=True)


async def slow_client(port, sends, address, ended):
    """Sends a byte of its request a second, or reads one of the answer; begins again when it is cut off."""
    request = f"GET {address} HTTP/1.1\r\nHost: localhost\r\nX-Slow: {'y' * 60}\r\n\r\n".encode()
    while not ended.is_set():
        try:
            reader, writer = await asyncio.open_connection("127.0.0.1", port, limit=1)
            if sends:
                for at in range(len(request)):
                    writer.write(request[at:at + 1])
                    await writer.drain()
                    await asyncio.sleep(1)
                    if ended.is_set():
                        break
            else:
                writer.write(request)
                while not ended.is_set() and await reader.read(1):
                    await asyncio.sleep(1)
            writer.close()
        except OSError:
            await asyncio.sleep(1)


async def slow(server, addresses, rounds=6, many=200):
    """One who reads, in turns alone and beside the slow ones."""
    chance = random.Random(3)
    rest = list(addresses)
    chance.shuffle(rest)
    each = min(80, len(rest) // rounds)
    times, errors = {False: [], True: []}, 0
    for round_ in range(rounds):
        beside = round_ % 2 == 1
        ended = asyncio.Event()
        clients = [asyncio.create_task(slow_client(server.port, i % 2 == 0, addresses[i % len(addresses)], ended)) for i in range(many if beside else 0)]
        if beside:
            await asyncio.sleep(5)
        reader = Reader(server.port)

        def ask(some=rest[round_ * each:(round_ + 1) * each], reader=reader):
            return [reader.ask(address) for address in some]

        times[beside] += await asyncio.to_thread(ask)
        errors += reader.errors
        ended.set()
        for client in clients:
            client.cancel()
        await asyncio.gather(*clients, return_exceptions=True)
    for beside in (False, True):
        print(f"one reader {f'beside {many} slow clients' if beside else 'alone':26} median, 95 %, most {shown(times[beside])} ms", flush=True)
    print(f"errors: {errors}", flush=True)


def soak(server, addresses, minutes):
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder) / "addresses.lua"
        script.write_text("local all = {\n" + "".join(f'  "{a}",\n' for a in addresses) + "}\nmath.randomseed(7)\n"
                          "request = function() return wrk.format('GET', all[math.random(#all)]) end\n")
        wrk = subprocess.Popen(["nice", "-n", "15", "wrk", "-t1", "-c4", f"-d{minutes}m", "--timeout", "60s", "--latency", "-s", script,
                                f"http://127.0.0.1:{server.port}"], stdout=subprocess.PIPE, text=True)
        print("minute: megabytes of its own, all", flush=True)
        for minute in range(minutes + 1):
            print(f"{minute:6}: {server.memory()[0]:7.1f} {server.memory()[1]:7.1f}", flush=True)
            try:
                wrk.wait(60)
                break
            except subprocess.TimeoutExpired:
                pass
        print(wrk.communicate()[0], flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program", type=Path)
    parser.add_argument("store", type=Path)
    parser.add_argument("what", nargs="*", metavar="pages|readers|slow", default=[])
    parser.add_argument("--soak", type=int, default=0, metavar="MINUTES")
    parser.add_argument("--samples", type=int, default=60)
    parser.add_argument("--seed", type=int, default=7)
    args = parser.parse_args()
    what = args.what or ([] if args.soak else ["pages", "readers", "slow"])
    addresses = Addresses(args.store, args.samples, args.seed).all()
    every = [a for some in addresses.values() for a in some]
    with Server(args.program, args.store) as server:
        print(f"started in {server.start:.1f} s; {server.memory()[1]:.0f} MB", flush=True)
        if "pages" in what:
            pages(server, addresses)
        if "readers" in what:
            asyncio.run(readers(server, every))
        if "slow" in what:
            others = Addresses(args.store, args.samples, args.seed + 1).all()  # no kept pages
            asyncio.run(slow(server, [a for some in others.values() for a in some]))
        if args.soak:
            soak(server, every, args.soak)


if __name__ == "__main__":
    main()
