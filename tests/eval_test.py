#!/usr/bin/env python3
"""The arithmetic of eval/: what the table of figures marks and keeps, what scorers' output means, how readers' agreement is counted.

usage: eval_test.py SOURCE          needs neither a program nor the scorers
"""
import contextlib
import io
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

SOURCE = Path(sys.argv.pop(1)).resolve()
sys.dont_write_bytecode = True
sys.path.insert(0, str(SOURCE / "eval"))
import agreement  # noqa: E402
import leaders  # noqa: E402
import links  # noqa: E402
import names  # noqa: E402
import pronouns  # noqa: E402
import references  # noqa: E402
import scorers  # noqa: E402
import table  # noqa: E402
from table import Figure  # noqa: E402

try:
    import numpy
except ImportError:
    numpy = None


def marks(last, now, ran):
    return {row.name: row.mark for row in table.compare(last, now, ran)}


class Marks(unittest.TestCase):
    def test_a_fall_by_more_than_two_thousandths_is_marked(self):
        for now, mark in ((0.705, ""), (0.704, ""), (0.7039, "fell"), (0.5, "fell"), (0.9, "")):
            self.assertEqual(marks({"t/f": 0.706}, {"t/f": Figure(now)}, ["t"]), {"t/f": mark}, now)

    def test_where_less_is_better_a_rise_is_marked(self):
        for now, mark in ((0.102, ""), (0.103, "rose"), (0.0, "")):
            self.assertEqual(marks({"t/f": 0.1}, {"t/f": Figure(now, better="less")}, ["t"]), {"t/f": mark}, now)
        self.assertEqual(marks({"t/n": 0}, {"t/n": Figure(1, better="less", tolerance=0)}, ["t"]), {"t/n": "rose"})

    def test_what_is_only_told_is_never_marked(self):
        for now in (1, 9000):
            self.assertEqual(marks({"t/n": 400}, {"t/n": Figure(now, better="neither")}, ["t"]), {"t/n": ""})

    def test_a_figure_has_its_own_tolerance(self):
        self.assertEqual(marks({"t/f": 0.72}, {"t/f": Figure(0.701, tolerance=0.02)}, ["t"]), {"t/f": ""})
        self.assertEqual(marks({"t/f": 0.72}, {"t/f": Figure(0.699, tolerance=0.02)}, ["t"]), {"t/f": "fell"})

    def test_missing_figures(self):
        last, now = {"t/old": 0.5, "u/other": 0.5}, {"t/young": Figure(0.4)}
        rows = table.compare(last, now, ["t"])
        self.assertEqual([(r.name, r.last, r.now, r.difference, r.mark, r.worse) for r in rows],
                         [("t/young", None, 0.4, None, "new", False), ("t/old", 0.5, None, None, "gone", True)])

    def test_the_difference_is_that_of_now_and_then(self):
        row, = table.compare({"t/f": 0.5}, {"t/f": Figure(0.75, of=8)}, ["t"])
        self.assertEqual((row.difference, row.of, row.worse), (0.25, 8, False))

    def test_the_table_shows_what_fell(self):
        out = io.StringIO()
        with contextlib.redirect_stdout(out):
            table.print_table(table.compare({"t/a": 0.5, "t/b": 0.5, "t/n": 3, "t/old": 0.25},
                                            {"t/a": Figure(0.4, of=10), "t/b": Figure(0.5001), "t/n": Figure(5, better="neither")}, ["t"]))
        lines = [line.split() for line in out.getvalue().splitlines()]
        self.assertEqual(lines, [["t", "of", "last", "now", "change"], ["a", "10", "0.500", "0.400", "-0.100", "<<", "fell"],
                                 ["b", "0.500", "0.500", "0"], ["n", "3", "5", "+2"], ["old", "0.250", "–", "–", "<<", "gone"]])


class Recording(unittest.TestCase):
    def test_only_the_figures_of_scorers_that_ran_change(self):
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "figures.json"
            self.assertEqual(table.read_recorded(file), {})
            table.record(file, {"t/a": Figure(0.123456, of=7), "t/b": Figure(0.5), "u/n": Figure(12)}, ["t", "u"])
            self.assertEqual(table.read_recorded(file), {"t/a": 0.1235, "t/b": 0.5, "u/n": 12})
            table.record(file, {"t/a": Figure(0.2)}, ["t"])
            self.assertEqual(table.read_recorded(file), {"t/a": 0.2, "u/n": 12})
            self.assertEqual(len(file.read_text().splitlines()), 2 + 2)

    def test_the_recorded_figures_are_those_of_scorers_that_there_are(self):
        recorded = table.read_recorded(SOURCE / "eval/figures.json")
        self.assertEqual({table.scorer_of(name) for name in recorded} - set(scorers.SCORERS), set())


class Output(unittest.TestCase):
    def test_f1_is_taken_from_the_counts(self):
        rows = scorers.counted("person, full    P 0.500  R 0.250  F1 0.333   (5 of 10 given, 20 wanted)\nall F1 0.3\n")
        self.assertEqual(rows, {"person, full": Figure(10 / 30, 20)})

    def test_last_line(self):
        self.assertEqual(scorers.last_line("a\ncoded once 0.25, macro F1 0.5\n"), {"coded once": 0.25, "macro F1": 0.5})

    def test_shares(self):
        self.assertEqual(scorers.shares("events 6/7, extra.events 1/8"), {"events": (6, 7), "extra.events": (1, 8)})

    def test_precision_of_judged_items(self):
        given = scorers.precision({"events": {"R": 6, "P": 1, "W": 3, "unjudged": 2}, "agenda": {"unjudged": 4}})
        self.assertEqual({k: (f.value, f.of) for k, f in given.items()}, {
            "judged/all right": (0.7, 10), "judged/all strict": (0.6, 10), "judged/all unjudged": (6, None),
            "judged/events right": (0.7, 10), "judged/events strict": (0.6, 10), "judged/events unjudged": (2, None),
            "judged/agenda unjudged": (4, None)})

    def test_a_command_that_fails_says_so(self):
        with self.assertRaisesRegex(scorers.ScorerFailed, "exit code 3: no luck"):
            scorers.run(sys.executable, "-c", "import sys; print('no luck', file=sys.stderr); sys.exit(3)")

    def test_without_scorers_nothing_is_scored(self):
        done = subprocess.run([sys.executable, SOURCE / "eval/score.py", "--shared", "/nowhere"], capture_output=True, text=True)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("Nothing was scored", done.stdout)

    def test_an_unknown_scorer_is_refused(self):
        done = subprocess.run([sys.executable, SOURCE / "eval/score.py", "taste"], capture_output=True, text=True)
        self.assertEqual(done.returncode, 2)
        self.assertIn("'taste', expected one of acceptance", done.stderr)


class Agreement(unittest.TestCase):
    def pairs(self, first, second):
        return list(zip(first, second, strict=True))

    def test_kappa_of_known_tables(self):
        grants = [("y", "y")] * 20 + [("y", "n")] * 5 + [("n", "y")] * 10 + [("n", "n")] * 15
        self.assertAlmostEqual(agreement.raw_agreement(grants), 0.7)
        self.assertAlmostEqual(agreement.kappa(grants), 0.4)
        self.assertEqual(agreement.kappa(self.pairs("RW", "RW")), 1)
        self.assertEqual(agreement.kappa(self.pairs("RW", "WR")), -1)

    def test_alpha_of_known_tables(self):
        self.assertAlmostEqual(agreement.alpha(self.pairs("0100000010", "1110010000")), 0.095, 3)
        self.assertAlmostEqual(agreement.alpha(self.pairs("aabbdcccedda", "babbbccceddd")), 0.692, 3)

    def test_one_verdict_alone_leaves_nothing_to_agree_on(self):
        self.assertEqual(agreement.figures(self.pairs("RRR", "RRR")), (1, None, None))

    def test_right_holds_the_partly_right(self):
        self.assertEqual(agreement.right_or_wrong(self.pairs("RPW", "PWW")), [("right", "right"), ("right", "W"), ("W", "W")])

    def folder(self, base, name, stories):
        for story, lines in stories.items():
            path = Path(base) / name / story / "verdicts.tsv"
            path.parent.mkdir(parents=True)
            path.write_text("".join("\t".join(cells) + "\n" for cells in lines), encoding="utf-8")
        return str(Path(base) / name)

    def test_only_what_both_judged_counts(self):
        with tempfile.TemporaryDirectory() as base:
            a = self.folder(base, "a", {"one": [("# by A",), ("events:s1:x", "R", ""), ("events:s2:x", "W", "type")],
                                        "two": [("events:s1:x", "W", "actor"), ("persons:s1:y", "P", "office")]})
            b = self.folder(base, "b", {"one": [("events:s1:x", "R", ""), ("events:s2:x", "P", "date")],
                                        "two": [("persons:s1:y", "P", "office"), ("agenda:s9:z", "R", "")]})
            first, second = agreement.read_verdicts(a), agreement.read_verdicts(b)
            self.assertEqual(agreement.by_list(first, second), {
                "events": [("R", "R"), ("W", "P")], "persons": [("P", "P")], "all": [("R", "R"), ("W", "P"), ("P", "P")]})
            done = subprocess.run([sys.executable, SOURCE / "eval/agreement.py", a, b], capture_output=True, text=True)
            self.assertEqual(done.returncode, 0, done.stderr)
            self.assertIn("judged by A alone 1, by B alone 1", done.stdout)

    def test_what_is_no_verdict_is_named_with_its_line(self):
        with tempfile.TemporaryDirectory() as base:
            a = self.folder(base, "a", {"one": [("events:s1:x", "R", ""), ("events:s2:x", "yes")]})
            done = subprocess.run([sys.executable, SOURCE / "eval/agreement.py", a, a], capture_output=True, text=True)
            self.assertEqual(done.returncode, 1)
            self.assertIn("one/verdicts.tsv:2: found", done.stderr)


class Leaders(unittest.TestCase):
    def test_terms_end_with_the_next_one_where_no_end_is_given(self):
        text = "office: president | head\ncountry: PER\nholder: 1999-05 Ana Paz | A Paz\nholder: 2004..2007-03-02 Eva Lund\nholder: 2008 Jon Dahl\n"
        self.assertEqual([(o, c, n, b.isoformat(), e.isoformat()) for o, c, n, b, e in leaders.terms(text)],
                         [("president", "PER", "Ana Paz", "1999-05-28", "2004-01-01"), ("president", "PER", "Eva Lund", "2004-12-28", "2007-03-02")])

    def test_a_hundred_leaders_of_as_many_countries(self):
        cases = list(leaders.cases(SOURCE / "lexicon" / "who"))
        self.assertEqual((len(cases), len({country for _, _, _, country, _ in cases})), (100, 100))
        for sentence, _, surname, _, _ in cases:
            self.assertIn(surname, sentence)

    def test_an_office_of_somebody_else_is_wrong(self):
        def person(text, country, office):
            return {"country": country, "roles": [{"title": office, "country": country}], "mentions": [{"kind": "name", "text": text}]}

        for entities, verdict in (([person("Paz", "PER", "president")], (True, False)), ([person("Paz", "CHL", "president")], (False, True)),
                                  ([person("Paz", "PER", "mayor")], (False, False)), ([person("Lund", "PER", "president")], (False, True)), ([], (False, False))):
            self.assertEqual(leaders.verdict({"entities": entities}, "Paz", "PER", "president"), verdict)


class Pronouns(unittest.TestCase):
    @staticmethod
    def entity(name, *mentions):
        return {"name": name, "mentions": [{"begin": begin, "kind": kind, "text": text} for begin, kind, text in mentions]}

    def test_what_a_cell_wants(self):
        self.assertEqual(pronouns.wanted("-"), [])
        self.assertEqual(pronouns.wanted("Ana Paz|the envoy"), [[{"ana paz", "envoy"}]])
        self.assertEqual(pronouns.wanted("Paz + Lund|envoys"), [[{"paz"}, {"lund"}], [{"envoys"}]])

    def test_links_by_class(self):
        paz = self.entity("Ana Paz", (0, "name", "Ana Paz"), (20, "pronoun", "she"), (60, "pronoun", "it"))
        lund = self.entity("Eva Lund", (30, "name", "Lund"), (40, "pronoun", "they"))
        paz["mentions"].append({"begin": 40, "kind": "pronoun", "text": "they"})
        links = [(20, "she", pronouns.wanted("Paz")), (40, "they", pronouns.wanted("Paz + Lund")), (50, "her", pronouns.wanted("Lund")),
                 (60, "it", pronouns.wanted("-"))]
        counts = pronouns.count(pronouns.score({"entities": [paz, lund]}, links))
        self.assertEqual(counts, {"he/she": [1, 1, 2], "they": [1, 1, 1], "it": [0, 1, 0]})

    def test_one_of_two_who_are_wanted_is_not_enough(self):
        paz = self.entity("Ana Paz", (0, "name", "Ana Paz"))
        self.assertFalse(pronouns.is_right([paz], pronouns.wanted("Paz + Lund")))
        self.assertFalse(pronouns.is_right([paz, paz], pronouns.wanted("Paz")))

    def test_a_line_that_is_no_link_is_named(self):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "a.tsv"
            path.write_text("12\tshe\tAna Paz\n14\tyou\t-\n", encoding="utf-8")
            with self.assertRaisesRegex(pronouns.BadLink, "a.tsv:2: found"):
                pronouns.read_links(path)

    def test_all_that_is_annotated_can_be_read(self):
        for folder, least in (("pronouns", 400), ("pronouns/unseen", 1300)):
            links = [link for path in (SOURCE / "eval" / folder).glob("*.tsv") for link in pronouns.read_links(path)]
            self.assertGreaterEqual(len(links), least)


@unittest.skipUnless(numpy, "numpy is not installed (eval/requirements.txt)")
class Antecedents(unittest.TestCase):
    @staticmethod
    def case(wanted):
        import fit_antecedents

        candidates = [{"entities": [["Ana Paz", "the envoy"]], "clues": {"here": 1}}, {"entities": [["Eva Lund"]], "clues": {"governs": 1}},
                      {"noun": "crews", "clues": {"unlisted": 1}}, {"noun": "", "clues": {"nobody": 1}}]
        return fit_antecedents.Case("a", "judged", "person", pronouns.wanted(wanted), candidates)

    def test_what_is_to_be_found(self):
        self.assertEqual(self.case("Lund").wanted, [False, True, False, False])
        self.assertEqual(self.case("Norvik crews").wanted, [False, False, True, False])
        self.assertEqual(self.case("Jon Bo").wanted, [False, False, True, True])
        self.assertEqual(self.case("-").wanted, [False, False, True, True])

    def test_fitted_weights_prefer_what_is_annotated(self):
        import fit_antecedents

        cases = [self.case(wanted) for wanted in ["Lund"] * 30 + ["Paz"] * 10 + ["-"] * 4]
        clues = fit_antecedents.clues_of(cases)
        weights = fit_antecedents.fit(cases, clues)
        self.assertGreater(weights[clues.index("governs")], weights[clues.index("here")])
        self.assertGreater(weights[clues.index("here")], weights[clues.index("nobody")])
        chance, right, nameless = fit_antecedents.chosen(cases[0], clues, weights)
        self.assertTrue(right)
        self.assertFalse(nameless)
        self.assertGreater(chance, .5)


@unittest.skipUnless(numpy, "numpy is not installed (eval/requirements.txt)")
class Descriptions(unittest.TestCase):
    @staticmethod
    def case(names):
        import fit_descriptions

        candidates = [{"entities": [["Ana Paz", "the envoy"]], "clues": {"here": 1}}, {"entities": [["envoy"]], "clues": {"without name": 1}},
                      {"noun": "", "clues": {"nobody": 1}}]
        return fit_descriptions.Case("a", "person", names, candidates)

    def test_what_is_to_be_found(self):
        self.assertEqual(self.case([{"paz"}]).wanted, [True, False, False])
        self.assertEqual(self.case([{"envoy ana paz"}]).wanted, [True, False, False])
        self.assertEqual(self.case([{"eva lund"}]).wanted, [False, True, True])
        self.assertEqual(self.case([]).wanted, [False, True, True])

    def test_the_phrases_can_be_read(self):
        phrases = [p for path in (SOURCE / "eval/references/fitted").glob("*.tsv") for p in references.read_references(path)]
        self.assertGreaterEqual(len(phrases), 2500)


@unittest.skipUnless(numpy, "numpy is not installed (eval/requirements.txt)")
class Homes(unittest.TestCase):
    @staticmethod
    def case(*countries):
        import fit_homes

        candidates = [{"country": "PER", "clues": {"share": .8}}, {"country": "CHL", "clues": {"share": .2}}, {"country": "", "clues": {"nobody": 1}}]
        return fit_homes.Case("a", "body", list(countries), candidates)

    def test_what_is_to_be_found(self):
        self.assertEqual(self.case("PER").wanted, [True, False, False])
        self.assertEqual(self.case("CHL", "-").wanted, [False, True, True])
        self.assertEqual(self.case("NOR").wanted, [False, False, True])
        self.assertTrue(self.case("NOR").expects)
        self.assertFalse(self.case("CHL", "-").expects)

    def test_the_annotation_can_be_read(self):
        import fit_homes

        homes = [h for path in (SOURCE / "eval/homes").glob("*.tsv") for h in fit_homes.read_homes(path)]
        self.assertGreaterEqual(len(homes), 9000)


@unittest.skipUnless(numpy, "numpy is not installed (eval/requirements.txt)")
class Coreference(unittest.TestCase):
    @staticmethod
    def case(number):
        import fit_coreference

        candidates = [{"begin": 4, "clues": {"acronym": 1}}, {"begin": 9, "clues": {"far": 1}}, {"begin": 20, "clues": {}}, {"clues": {"nobody": 1}}]
        return fit_coreference.Case("a", number, {4: 1, 9: 2}, candidates)

    def test_what_is_to_be_found(self):
        self.assertEqual(len(self.case(1).candidates), 3)  # nobody knows who begins at 20
        self.assertEqual(self.case(1).wanted, [True, False, False])
        self.assertEqual(self.case(3).wanted, [False, False, True])

    def test_the_annotation_can_be_read(self):
        import fit_coreference

        bodies = [b for path in (SOURCE / "eval/coreference").glob("*.tsv") for b in fit_coreference.read_coreference(path)]
        self.assertGreaterEqual(len(bodies), 5000)

    def test_a_line_that_is_none_is_named(self):
        import fit_coreference

        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "a.tsv"
            path.write_text("4\tthe council\t1\n9\tthe board\t2\tmixd\n", encoding="utf-8")
            with self.assertRaisesRegex(fit_coreference.BadCoreference, "a.tsv:2: found"):
                list(fit_coreference.read_coreference(path))


class Links(unittest.TestCase):
    def test_precision_and_recall_of_pairs(self):
        a, b, c = ("x", 1, 2), ("y", 1, 2), ("z", 1, 2)
        groups = {a: {1}, b: {1}, c: set()}
        pairs = [("same", "", a, b), ("apart", "", b, a), ("same", "", a, c)]
        counts, wrong = links.score(pairs, groups.get)
        self.assertEqual(counts, {"right": 1, "wrong": 1, "same": 2, "unread": 1})
        self.assertEqual(wrong, pairs[1:])
        self.assertEqual(links.shares(counts), (0.5, 0.5))

    def test_a_line_that_is_no_pair_is_named(self):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "a.tsv"
            path.write_text("same\tx\t1\t2\ty\t3\t4\nsame\tx\t1\t2\ty\t3\n", encoding="utf-8")
            with self.assertRaisesRegex(links.BadPair, "a.tsv:2: found"):
                links.read_pairs(path, ())

    def test_all_pairs_can_be_read(self):
        events = links.read_pairs(SOURCE / "eval" / "links" / "events.tsv", ())
        names = links.read_pairs(SOURCE / "eval" / "links" / "names.tsv", ("person", "body"))
        for pairs, least in ((events, 310), (names, 130)):
            self.assertGreaterEqual(len(pairs), least)
            self.assertEqual({p[0] for p in pairs}, {"same", "apart"})
            self.assertTrue(all(a[0] != b[0] and a[1] < a[2] and b[1] < b[2] for _, _, a, b in pairs))


class Clues(unittest.TestCase):
    TEXT = """# Of names.
# fitted: yes

clue: always
person: -0.32
body: 0.10
place: 0
thing: 0.67
example: The crew thanked Osterholm.

clue: title before
person: 2.03
body: -0.59
place: -1.21
thing: 0.17
example: Governor Quell opened the bridge.
"""

    def test_only_the_numbers_of_the_weights_are_written(self):
        self.assertEqual(names.read_clues(self.TEXT), ["always", "title before"])
        written = names.write_clues(self.TEXT, {"title before": [1.005, -2, 0.126, -0.001], "always": [0, 1, 2, 3]})
        self.assertEqual(written, self.TEXT.replace("-0.32", "0.00").replace("0.10", "1.00").replace("place: 0\n", "place: 2.00\n")
                         .replace("0.67", "3.00").replace("2.03", "1.00").replace("-0.59", "-2.00").replace("-1.21", "0.13").replace("0.17", "0.00"))
        file = (SOURCE / "lexicon/who/clues.txt").read_text(encoding="utf-8")
        as_it_was = {clue: [0.5] * 4 for clue in names.read_clues(file)}
        self.assertEqual(len(names.write_clues(file, as_it_was).splitlines()), len(file.splitlines()))

    def test_readings_by_the_annotated_spans(self):
        spans, others = {(0, 10): "person", (20, 30): "place"}, {(30, 40)}
        for span, reading in (((0, 10), ("person", True)), ((30, 40), ("thing", True)), ((4, 10), ("person", False)),
                              ((22, 33), ("place", False)), ((28, 40), ("thing", False)), ((50, 60), ("thing", False))):
            self.assertEqual(names.reading_of(span, spans, others), reading, span)

    def test_names_are_joined_with_their_articles(self):
        articles = [("a", "Ana Paz of Norvik slept.", {"person": [(0, 7)], "organisation": [(11, 17)], "location": []}, [])] * 2
        line = {"uri": "a", "begin": 11, "end": 17, "clues": {"always": 1}, "by_rule": False, "verdict": "place"}
        given = list(names.join([articles[0], ("b", "Norvik", {}, [])], [line, {**line, "uri": "b", "begin": 0, "end": 6}], lambda text, b, e: (b, e)))
        self.assertEqual(given, [names.Name(0, {"always": 1}, False, "place", "body", True), names.Name(1, {"always": 1}, False, "place", "thing", False)])
        self.assertEqual([names.fold(names.Name(n, {}, False, "place", "body", True)) for n in (0, 4, 5)], [0, 4, 0])

    @unittest.skipUnless(numpy, "numpy is not installed (eval/requirements.txt)")
    def test_fitted_weights_are_where_the_loss_is_least(self):
        import fit_clues

        random = numpy.random.default_rng(7)
        x = numpy.hstack([numpy.ones((400, 1)), random.integers(0, 2, (400, 3))])
        y = numpy.where(x[:, 1] == 1, 0, numpy.where(x[:, 2] == 1, 1, 2))
        importance = numpy.where(x[:, 3] == 1, 0.5, 1.0)
        weights = fit_clues.fit(x, y, importance, ridge=1.0, classes=3)
        self.assertTrue((numpy.argmax(x @ weights, axis=1) == y).all())
        target = numpy.eye(3)[y]
        gradient = x.T @ (importance[:, None] * (fit_clues.probabilities(x, weights) - target)) + weights
        self.assertLess(abs(gradient).max(), 0.05)
        dear = fit_clues.fit(x, y, importance, ridge=100.0, classes=3)
        self.assertLess(abs(dear).max(), abs(weights).max())


if __name__ == "__main__":
    unittest.main()
