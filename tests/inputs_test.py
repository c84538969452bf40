#!/usr/bin/env python3
"""Files as people have them: what `dragoman articles` makes of exports, documents, mail and pages.

usage: inputs_test.py PROGRAM SOURCE_DIR
"""
import base64, hashlib, io, json, resource, subprocess, sys, tarfile, tempfile, unittest, zipfile
from pathlib import Path

PROGRAM, SOURCE = "", ""

ONE = "Kenya and Ghana signed a fisheries agreement in Nairobi on Sunday, ending two years of talks."
TWO = "Peru accused Chile on Tuesday of spying on its navy and recalled its ambassador from Santiago."
REPLY = '"We do not spy on our neighbours," Chilean Defence Minister Luis Arrieta said.'


def wrapped(text, width=60):
    lines, line = [], ""
    for word in text.split():
        if line and len(line) + 1 + len(word) > width:
            lines.append(line)
            line = word
        else:
            line = (line + " " + word).strip()
    return "\n".join(lines + [line])


# ---- exports, one story at a time


def lexisnexis(number, of, paper, day, title, body, fields=("BYLINE: Ann Lee", "LENGTH: 55 words"), tail=("LOAD-DATE: {day}", "LANGUAGE: ENGLISH")):
    day_line = day.rjust(40)
    head = "\n\n".join([f"{number} of {of} DOCUMENTS".rjust(45), paper.rjust(50), day_line, title] + list(fields))
    return "\n\n" + head + "\n\n" + body + "\n\n" + "\n\n".join(t.format(day=day) for t in tail) + "\n\n\n" + f"Copyright 2010 {paper}".rjust(60) + "\n" + "All Rights Reserved".rjust(55) + "\n"


def nexis_uni(title, paper, day, body, fields=("Section: NEWS; Pg. 3", "Length: 48 words", "Byline: Ann Lee")):
    return [title, paper, day, "", f"Copyright 2010 {paper} All Rights Reserved", ""] + list(fields) + ["Body", ""] + body + [
        "", "Classification", "", "Language: ENGLISH", "Subject: EMBASSIES (78%)", "Load-Date: February 3, 2010", "", "End of Document", ""]


def factiva_tagged(fields, between="\n"):
    return "".join(f"{tag}{between}{value}\n\n" for tag, value in fields)


def proquest(number, of, title, fields):
    return "_" * 60 + f"\n\nDocument {number} of {of}\n\n{title}\n\n" + "\n\n".join(fields) + "\n\n"


# ---- documents


def zipped(parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as z:
        for name, text in parts:
            z.writestr(name, text, zipfile.ZIP_STORED if name == "mimetype" else None)
    return out.getvalue()


def docx(paragraphs, extra=""):
    body = "".join(f'<w:p><w:r><w:t xml:space="preserve">{p.replace("&", "&amp;")}</w:t></w:r></w:p>' for p in paragraphs)
    return zipped([("[Content_Types].xml", "<Types/>"), ("_rels/.rels", "<Relationships/>"), ("word/document.xml",
        f'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{body}{extra}</w:body></w:document>')])


def odt(paragraphs):
    body = "".join(f"<text:p>{p}</text:p>" for p in paragraphs)
    return zipped([("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml",
        '<office:document-content xmlns:office="o" xmlns:text="t"><office:body><office:text>' + body + "</office:text></office:body></office:document-content>")])


def xlsx(rows):
    def cell(value):
        if isinstance(value, int):
            return f'<c s="1"><v>{value}</v></c>'
        return f'<c t="inlineStr"><is><t>{value}</t></is></c>'
    data = "".join("<row>" + "".join(cell(v) for v in row) + "</row>" for row in rows)
    return zipped([("[Content_Types].xml", "<Types/>"), ("xl/workbook.xml", "<workbook/>"),
                   ("xl/styles.xml", '<styleSheet><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>'),
                   ("xl/worksheets/sheet1.xml", f"<worksheet><sheetData>{data}</sheetData></worksheet>")])


def rtf(paragraphs):
    text = "".join("\\pard " + "".join(c if ord(c) < 128 else f"\\u{ord(c)}?" for c in p).replace("\n", " ") + "\\par\n" for p in paragraphs)
    return ("{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Times;}}{\\info{\\title No title}}{\\header Page head\\par}\n" + text + "}").encode()


def pdf(pages):
    """Pages of lines (x, y, size, text) as a PDF with a text layer."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", None, "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    kids = []
    for lines in pages:
        stream = "".join(f"BT /F1 {size} Tf {x} {y} Td ({t.replace('(', chr(92) + '(').replace(')', chr(92) + ')')}) Tj ET\n" for x, y, size, t in lines)
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}endstream")
        objects.append(f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents {len(objects)} 0 R /Resources << /Font << /F1 3 0 R >> >> >>")
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    out, places = b"%PDF-1.4\n", []
    for i, o in enumerate(objects):
        places.append(len(out))
        out += f"{i + 1} 0 obj\n{o}\nendobj\n".encode("latin-1")
    table = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode() + b"".join(f"{p:010d} 00000 n \n".encode() for p in places)
    return out + f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n".encode()


def page(body, head=""):
    return f"<!DOCTYPE html><html lang='en'><head><title>Row over fish</title>{head}</head><body>{body}</body></html>"


MAIL = f"From: Desk <desk@example.org>\nTo: a@example.net\nSubject: Peru accuses Chile\nDate: Tue, 12 Mar 2019 15:04:05 +0000\nMIME-Version: 1.0\n"


class InputsTest(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.root = Path(self.folder.name)
        self.addCleanup(self.folder.cleanup)

    def file(self, name, content):
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def packed(self, folder, ending):
        """A zip and a tar, "tar" or "tgz", beside the folder, of the files in it."""
        paths = folder.with_suffix(".zip"), folder.with_suffix("." + ending)
        with zipfile.ZipFile(paths[0], "w") as z, tarfile.open(paths[1], "w:gz" if ending == "tgz" else "w") as t:
            for path in sorted(folder.iterdir()):
                z.write(path, path.name)
                t.add(path, path.name)
        return paths

    def articles(self, path, *flags):
        done = subprocess.run([PROGRAM, "articles", "--format", "jsonl", *flags, str(path)], capture_output=True, text=True)
        self.err, self.status = done.stderr, done.returncode
        return [json.loads(line) for line in done.stdout.splitlines()]

    def given(self, name, content, *flags):
        return self.articles(self.file(name, content), *flags)

    def same(self, documents, *expected):
        """Each of the expected names the fields to look at."""
        self.assertEqual(len(documents), len(expected), self.err + str([d["uri"] for d in documents]))
        for document, fields in zip(documents, expected):
            for key, value in fields.items():
                self.assertEqual(document.get(key), value, f"{key} of {document['uri']}\n{self.err}")

    # ---- LexisNexis

    def test_lexisnexis(self):
        text = ("\n\nDownload Request: Selected Items: 1-2\nSend To:\nTHE LIBRARY\n\nTerms: (peace talks)\n\n" +
                lexisnexis(1, 2, "The Evening Courier (London)", "January 11, 2010 Monday\n" + "Final Edition".rjust(40), "Kenya and Ghana sign pact", wrapped(ONE) + "\n\n" + wrapped(REPLY)) +
                lexisnexis(2, 2, "Harbour Times", "February 3, 2010, Wednesday 10:30 AM GMT", "Peru accuses Chile\nof spying", wrapped(TWO),
                           ("BYLINE: By Jo Bland", "SECTION: NEWS; Pg. 3", "LENGTH: 48 words", "HIGHLIGHT: The row grows."), ("GRAPHIC: Photo, a ship", "LOAD-DATE: February 4, 2010", "PUBLICATION-TYPE: Newspaper")))
        expected = ({"title": "Kenya and Ghana sign pact", "published": "2010-01-11", "agency": "The Evening Courier (London)", "byline": "Ann Lee", "text": ONE + "\n\n" + REPLY},
                    {"title": "Peru accuses Chile of spying", "published": "2010-02-03", "agency": "Harbour Times", "byline": "Jo Bland", "text": TWO})
        self.same(self.given("export.txt", text), *expected)
        self.assertTrue(self.articles(self.root / "export.txt")[1]["uri"].endswith("export.txt#2"))
        self.same(self.given("windows.TXT", text.replace("\n", "\r\n")), *expected)
        self.same(self.given("wide.txt", text.encode("utf-16")), *expected)

    def test_lexisnexis_with_less_and_other_fields(self):
        one = lexisnexis(1, 1, "Harbour Times", "March 9, 2010 Tuesday", "Peru accuses Chile", wrapped(TWO), ("LENGTH: 9 words",), ("LOAD-DATE: March 9, 2010",))
        self.same(self.given("one.txt", one), {"title": "Peru accuses Chile", "published": "2010-03-09", "byline": None, "text": TWO})
        bare = lexisnexis(1, 1, "Harbour Times", "March 9, 2010 Tuesday", "Peru accuses Chile", wrapped(TWO), (), ())
        self.same(self.given("bare.txt", bare), {"title": "Peru accuses Chile", "published": "2010-03-09", "agency": "Harbour Times", "text": TWO})
        order = lexisnexis(1, 1, "Harbour Times", "March 9, 2010", "Peru accuses Chile", wrapped(TWO), ("LENGTH: 9 words", "SECTION: World", "BYLINE: Jo Bland", "DATELINE: LIMA"))
        self.same(self.given("order.txt", order), {"title": "Peru accuses Chile", "byline": "Jo Bland", "text": TWO})
        unknown = lexisnexis(1, 1, "Harbour Times", "March 9, 2010", "Peru accuses Chile", wrapped(TWO), ("LENGTH: 9 words", "MOOD: gloomy"), ("TEMPERATURE-CODE: 7", "LOAD-DATE: March 9, 2010", "WIND: north"))
        self.same(self.given("unknown.txt", unknown), {"text": TWO})
        self.assertIn('not known and are left out of the text: "MOOD", "TEMPERATURE-CODE", "WIND"', self.err.replace("“", '"'))
        labels = lexisnexis(1, 1, "Harbour Times", "March 9, 2010", "", wrapped(TWO), ("SECTION: World", "LENGTH: 9 words", "HEADLINE: Peru accuses Chile", "BYLINE: Jo Bland", "BODY:"))
        self.same(self.given("labels.txt", labels), {"title": "Peru accuses Chile", "byline": "Jo Bland", "text": TWO})
        dateline = lexisnexis(1, 1, "Harbour Times", "March 9, 2010", "Peru accuses Chile", "LIMA: " + wrapped(TWO))
        self.same(self.given("dateline.txt", dateline), {"text": "LIMA: " + TWO})

    def test_nexis_uni(self):
        one = nexis_uni("Peru accuses Chile of spying", "Harbour Times", "February 3, 2010 Wednesday", [TWO, "", REPLY])
        two = nexis_uni("Kenya and Ghana sign pact", "The Evening Courier", "January 11, 2010 Monday", [ONE], ("Length: 12 words",))
        front = ["User Name: A", "Date and Time: Friday, March 20, 2018", "Job Number: 123", "Documents (2)", "1. Peru accuses Chile of spying", "2. Kenya and Ghana sign pact", ""]
        first = {"title": "Peru accuses Chile of spying", "published": "2010-02-03", "agency": "Harbour Times", "byline": "Ann Lee", "text": TWO + "\n\n" + REPLY}
        second = {"title": "Kenya and Ghana sign pact", "published": "2010-01-11", "agency": "The Evening Courier", "text": ONE}
        self.same(self.given("a.DOCX", docx(one)), first)
        self.same(self.given("b.docx", docx(front + one + two)), first, second)
        self.same(self.given("c.rtf", rtf(one + two)), first, second)
        self.same(self.given("d.txt", "\n".join(front + one + two)), first, second)
        self.same(self.given("e.odt", odt(one)), first)

    # ---- Factiva

    def test_factiva(self):
        fields = [("SE", "News"), ("HD", "Kenya and Ghana sign pact"), ("BY", "By Ann Lee"), ("WC", "55 words"), ("PD", "11 January 2010"), ("ET", "10:30"), ("SN", "The Evening Courier"), ("SC", "EVC"),
                  ("LA", "English"), ("CY", "(c) 2010 Courier Group"), ("LP", "NAIROBI, Jan 11 (Courier) - " + ONE), ("TD", REPLY), ("RE", "kenya : Kenya"), ("AN", "Document EVC0000020100111e61b0001x")]
        more = [("HD", "Peru accuses Chile"), ("WC", "9 words"), ("PD", "3 February 2010"), ("SN", "Harbour Times"), ("LA", "English"), ("LP", TWO), ("AN", "Document HBT0000020100203e6230001y")]
        first = {"title": "Kenya and Ghana sign pact", "published": "2010-01-11", "agency": "The Evening Courier", "byline": "Ann Lee", "language": "en", "text": "NAIROBI, Jan 11 (Courier) - " + ONE + "\n\n" + REPLY}
        second = {"title": "Peru accuses Chile", "published": "2010-02-03", "agency": "Harbour Times", "text": TWO}
        end = "Search Summary\nText\tpeace talks\nDate\tAll Dates\n"
        for name, between in (("lines.txt", "\n"), ("tabs.txt", "\t"), ("blanks.txt", "   ")):
            self.same(self.given(name, factiva_tagged(fields, between) + factiva_tagged(more, between) + end), first, second)
        self.same(self.given("one.txt", factiva_tagged(more).replace("\n", "\r\n")), second)
        self.same(self.given("wide.txt", factiva_tagged(more).encode("utf-16")), second)
        self.same(self.given("order.txt", factiva_tagged([more[-1]] + more[:-1] + [("AN", "Document EVC0000020100111e61b0001x")] + fields[1:-1])), second, first)
        self.same(self.given("unknown.txt", factiva_tagged(more[:3] + [("QX", "odd")] + more[3:])), second)
        self.assertIn('"QX"', self.err)

    def test_factiva_without_tags(self):
        story = lambda title, by, day, paper, body, number: f"{title}\n{by}{len(body.split())} words\n{day}\n10:30\n{paper}\nEVC\n6\nEnglish\n(c) 2010 Courier Group\n\n{body}\n\nDocument EVC0000020100111e61b000{number}x\n\n"
        text = story("Kenya and Ghana sign pact", "By Ann Lee\n", "11 January 2010", "The Evening Courier", ONE + "\n\n" + REPLY, 1) + story("Peru accuses Chile of spying", "", "3 February 2010", "Harbour Times", TWO, 2)
        self.same(self.given("plain.txt", text), {"title": "Kenya and Ghana sign pact", "published": "2010-01-11", "agency": "The Evening Courier", "byline": "Ann Lee", "text": ONE + "\n\n" + REPLY},
                  {"title": "Peru accuses Chile of spying", "published": "2010-02-03", "agency": "Harbour Times", "text": TWO})

    # ---- ProQuest, EBSCO

    def test_proquest(self):
        one = ["Author: Lee, Ann", "Publication info: The Evening Courier ; London (UK) [London (UK)]11 Jan 2010: A.6.", "ProQuest document link", "Abstract: Kenya and Ghana signed.",
               "Full text: " + ONE + "\n\n" + REPLY, "Subject: Fisheries", "Location: Kenya Ghana", "Publication date: Jan 11, 2010", "ISSN: 12345678"]
        two = ["Full text: " + wrapped(TWO), "Mood: gloomy", "Publication title: Harbour Times", "Publication date: Feb 3, 2010", "Database: News"]
        front = "Report Information from ProQuest\nMarch 20 2018 16:51\n" + "_" * 60 + "\nTable of contents\n\n1. Kenya and Ghana sign pact\n2. Peru accuses Chile\n"
        first = {"title": "Kenya and Ghana sign pact", "published": "2010-01-11", "agency": "The Evening Courier", "byline": "Lee, Ann", "text": ONE + "\n\n" + REPLY}
        second = {"title": "Peru accuses Chile", "published": "2010-02-03", "agency": "Harbour Times", "text": TWO}
        text = front + proquest(1, 2, "Kenya and Ghana sign pact", one) + proquest(2, 2, "Peru accuses Chile", two)
        self.same(self.given("export.txt", text), first, second)
        self.assertIn('"Mood"', self.err)
        self.same(self.given("windows.txt", text.replace("\n", "\r\n").encode("utf-16")), first, second)
        self.same(self.given("order.txt", proquest(1, 1, "Kenya and Ghana sign pact", one[5:] + one[:5])), first)

    def test_ebsco(self):
        text = ("Record: 1\n\nTitle:\n\tPeru accuses Chile\n\nAuthors:\n\tBland, Jo\n\nSource:\n\tHarbour Times. 2/23/2010, p3\n\nDocument Type:\n\tArticle\n\nFull Text:\n\t" + TWO +
                "\n\nAccession Number:\n\t12345678\n\nDatabase:\n\tNewspaper Source\n\n")
        self.same(self.given("ebsco.txt", text), {"title": "Peru accuses Chile", "published": "2010-02-23", "agency": "Harbour Times", "byline": "Bland, Jo", "text": TWO})

    def test_variants_of_layouts(self):
        """Each layout again: Windows line ends, UTF-16, fields missing or in another order, wrapped lines."""
        def all_ways(name, text, *expected):
            for way, content in (("plain", text), ("windows", text.replace("\n", "\r\n")), ("wide", text.encode("utf-16")), ("wide-windows", text.replace("\n", "\r\n").encode("utf-16")), ("marked", text.encode("utf-8-sig"))):
                with self.subTest(layout=name, way=way):
                    self.same(self.given(f"{name}-{way}.txt", content), *expected)

        first = {"title": "Kenya and Ghana sign pact", "published": "2010-01-11", "agency": "The Evening Courier", "text": ONE + "\n\n" + REPLY}
        second = {"title": "Peru accuses Chile", "published": "2010-02-03", "agency": "Harbour Times", "text": TWO}
        paper, times = "The Evening Courier", "Harbour Times"
        # LexisNexis
        all_ways("nexis", lexisnexis(1, 2, paper, "January 11, 2010 Monday", "Kenya and Ghana sign pact", wrapped(ONE) + "\n\n" + wrapped(REPLY)) + lexisnexis(2, 2, times, "February 3, 2010", "Peru accuses Chile", wrapped(TWO), ("LENGTH: 9 words",)), first, second)
        all_ways("nexis-order", lexisnexis(1, 1, times, "February 3, 2010", "Peru accuses Chile", wrapped(TWO), ("SECTION: World", "LENGTH: 9 words", "BYLINE: Jo Bland", "DATELINE: LIMA"), ("LANGUAGE: ENGLISH", "PUBLICATION-TYPE: Newspaper", "LOAD-DATE: February 3, 2010")), {**second, "byline": "Jo Bland"})
        # Nexis Uni
        all_ways("uni", "\n".join(nexis_uni("Kenya and Ghana sign pact", paper, "January 11, 2010 Monday", [ONE, "", REPLY]) + nexis_uni("Peru accuses Chile", times, "February 3, 2010 Wednesday", [TWO], ())), first, second)
        all_ways("uni-order", "\n".join(nexis_uni("Peru accuses Chile", times, "February 3, 2010", [TWO], ("Byline: Jo Bland", "Length: 9 words", "Dateline: LIMA", "Section: WORLD"))), {**second, "byline": "Jo Bland"})
        all_ways("uni-wrapped", "\n".join(nexis_uni("Peru accuses Chile", times, "February 3, 2010", wrapped(TWO).split("\n"))), second)
        # Factiva
        fields = [("SE", "World"), ("HD", "Peru accuses Chile"), ("WC", "9 words"), ("PD", "3 February 2010"), ("SN", times), ("LA", "English"), ("LP", wrapped(TWO)), ("AN", "Document HBT0000020100203e6230001y")]
        more = [("HD", "Kenya and Ghana sign pact"), ("PD", "11 January 2010"), ("SN", paper), ("LP", ONE), ("TD", REPLY), ("AN", "Document EVC0000020100111e61b0001x")]
        all_ways("factiva", factiva_tagged(more) + factiva_tagged(fields), first, second)
        all_ways("factiva-tabs", factiva_tagged(fields, "\t"), second)
        all_ways("factiva-few", factiva_tagged([("HD", "Peru accuses Chile"), ("SN", times), ("TD", TWO)]), {**second, "published": None})
        plain = lambda title, by, day, name, body: f"{title}\n{by}9 words\n{day}\n{name}\nXYZ\nEnglish\n(c) 2010 {name}\n\n{body}\n\nDocument XYZ0000020100203e6230001y\n\n"
        all_ways("factiva-plain", plain("Kenya and Ghana sign pact", "By Ann Lee\n", "11 January 2010", paper, wrapped(ONE) + "\n\n" + wrapped(REPLY)) + plain("Peru accuses Chile", "", "3 February 2010", times, TWO), {**first, "byline": "Ann Lee"}, second)
        # ProQuest
        all_ways("proquest", proquest(1, 2, "Kenya and Ghana sign pact", ["Full text: " + wrapped(ONE) + "\n\n" + wrapped(REPLY), "Publication title: " + paper, "Publication date: Jan 11, 2010"]) + proquest(2, 2, "Peru accuses Chile", ["Publication info: Harbour Times ; Lima [Lima]03 Feb 2010: A.6.", "Full text: " + TWO]), first, second)
        all_ways("proquest-few", proquest(1, 1, "Peru accuses Chile", ["Full text: " + TWO, "Publication title: " + times]), {**second, "published": None})
        # EBSCO
        ebsco = lambda number, *parts: f"Record: {number}\n\n" + "".join(f"{label}:\n\t{value}\n\n" for label, value in parts)
        tail = (("Accession Number", "12345678"), ("Database", "Newspaper Source"))
        all_ways("ebsco", ebsco(1, ("Title", "Kenya and Ghana sign pact"), ("Source", "The Evening Courier. 1/11/2010, p3"), ("Full Text", ONE + "\n\n\t" + REPLY), *tail) + ebsco(2, ("Title", "Peru accuses Chile"), ("Authors", "Bland, Jo"), ("Source", "Harbour Times. 2/23/2010, p3"), ("Full Text", wrapped(TWO)), *tail),
                 first, {**second, "published": "2010-02-23", "byline": "Bland, Jo"})
        all_ways("ebsco-order", ebsco(1, tail[0], ("Source", "Harbour Times. 2/23/2010, p3"), ("Title", "Peru accuses Chile"), ("Full Text", wrapped(TWO)), tail[1]), {**second, "published": "2010-02-23"})
        all_ways("ebsco-few", ebsco(1, ("Title", "Peru accuses Chile"), ("Full Text", TWO), *tail), {"title": "Peru accuses Chile", "published": None, "text": TWO})

    # ---- BBC Monitoring

    def test_bbc_monitoring(self):
        def story(title, what, body, source, tail="BBC Mon LA1 LatPol jb/ka\n\n(c) Copyright British Broadcasting Corporation 2010"):
            return "\n\n".join(part for part in (title, what, body, source, tail) if part) + "\n\n"

        one = story("Kenya and Ghana sign pact", "Text of report by The Evening Courier on 11 January", wrapped(ONE) + "\n\n" + wrapped(REPLY), "Source: The Evening Courier, Nairobi, in English 1904 gmt 11 Jan 10")
        two = story("Peru accuses Chile of spying - agency", "Excerpt from report by privately-owned Peruvian news agency Harbour Wire, which its owners\nhave had for ten years", wrapped(TWO),
                    "Source: Harbour Wire news agency, Lima, in Spanish 0330\ngmt 3 Feb 10")
        first = {"title": "Kenya and Ghana sign pact", "published": "2010-01-11", "agency": "The Evening Courier", "text": ONE + "\n\n" + REPLY}
        second = {"title": "Peru accuses Chile of spying - agency", "published": "2010-02-03", "agency": "Harbour Wire news agency", "text": TWO}
        self.same(self.given("one.txt", one), first)
        self.same(self.given("both", one + two), first, second)
        self.assertTrue(self.articles(self.root / "both")[1]["uri"].endswith("both#2"))
        self.same(self.given("windows.TXT", (two + one).replace("\n", "\r\n")), second, first)
        self.same(self.given("wide.txt", (one + two).encode("utf-16")), first, second)
        self.same(self.given("a.docx", docx([line for line in one.split("\n") if line])), {"title": "Kenya and Ghana sign pact", "agency": "The Evening Courier", "published": "2010-01-11"})
        # The source before the text, and less of everything.
        order = "Peru accuses Chile\n\nSource: Harbour Wire, Lima, in English 0330 gmt 3 Feb 10\n\nText of report by Harbour Wire\n" + wrapped(TWO + " " + REPLY) + "\n\nBBC Mon LA1 LatPol jb/ka\n"
        self.same(self.given("order.txt", order), {"title": "Peru accuses Chile", "published": "2010-02-03", "agency": "Harbour Wire", "text": TWO + " " + REPLY})
        self.same(self.given("less.txt", story("", "Text of report by Harbour Wire", wrapped(TWO), "", "BBC Monitoring")), {"title": None, "published": None, "text": TWO})
        unknown = story("Peru accuses Chile", "Mood: gloomy\n\nText of report by Harbour Wire", wrapped(TWO), "Source: Harbour Wire, Lima, in English 0330 gmt 3 Feb 10\nWind: north")
        self.same(self.given("unknown.txt", unknown), {"title": "Peru accuses Chile", "published": "2010-02-03", "text": TWO})
        self.assertIn('"Mood", "Wind"', self.err)
        # What another service hands on.
        handed = lexisnexis(1, 1, "BBC Monitoring Latin America", "February 3, 2010", "Peru accuses Chile", "Text of report by Harbour Wire\n\n" + wrapped(TWO) + "\n\nSource: Harbour Wire, Lima, in English 0330 gmt 3 Feb 10")
        self.same(self.given("nexis.txt", handed), {"agency": "BBC Monitoring Latin America", "text": TWO})

    # ---- documents

    def test_office(self):
        headed = ["Peru accuses Chile", "12 March 2019", TWO, REPLY]
        fields = {"title": "Peru accuses Chile", "published": "2019-03-12"}
        self.same(self.given("a.docx", docx(headed)), {**fields, "text": "\n\n".join(headed)})
        self.same(self.given("no-ending", odt(headed)), {**fields, "text": "\n\n".join(headed)})
        self.same(self.given("b.rtf", rtf(headed)), {**fields, "text": "\n\n".join(headed)})
        deleted = '<w:p><w:del><w:r><w:delText>Nothing.</w:delText></w:r></w:del></w:p>'
        self.same(self.given("c.docx", docx([TWO], deleted)), {"text": TWO})
        self.same(self.given("d.rtf", rtf(["Côte d’Ivoire thanked Peru."]).replace(b"Peru", b"P\\'e9ru")), {"text": "Côte d’Ivoire thanked Péru."})
        table = xlsx([["Date", "Headline", "Body"], [43536, "Peru accuses Chile", TWO], ["3/13/2019", "Kenya", ONE]])
        self.same(self.given("e.xlsx", table), {"published": "2019-03-12", "title": "Peru accuses Chile", "text": TWO}, {"published": "2019-03-13", "text": ONE})
        self.given("f.docx", docx([TWO])[:200])
        self.assertEqual(self.status, 1)

    def test_pdf(self):
        heads = lambda n: [(60, 770, 9, "Harbour Times, March 2019"), (300, 30, 9, str(n))]
        left = [(60, 700 - 14 * i, 11, t) for i, t in enumerate(["Peru accused Chile on Tuesday of spying", "on its navy and recalled its ambas-", "sador from Santiago. The min-", "isters of both met in Lima to speak of"])]
        right = [(330, 700 - 14 * i, 11, t) for i, t in enumerate(["the peace-keeping force on their long", "border, where a peace-", "keeping force stands."])]
        second = [(60, 700, 11, "Kenya thanked Ghana.")]
        text = self.given("a.pdf", pdf([heads(1) + [(60, 740, 20, "Peru accuses Chile")] + left + right, heads(2) + second]))
        self.same(text, {"title": "Peru accuses Chile", "text": "Peru accuses Chile\n\nPeru accused Chile on Tuesday of spying on its navy and recalled its ambassador from Santiago. The ministers of "
                  "both met in Lima to speak of the peace-keeping force on their long border, where a peace-keeping force stands.\n\nKenya thanked Ghana."})
        self.assertEqual(self.given("scan.pdf", pdf([[], []])), [])
        self.assertIn("is a scanned PDF", self.err)
        self.given("broken.pdf", b"%PDF-1.4\nnonsense")
        self.assertIn("damaged PDF", self.err)

    def test_mail(self):
        quoted = MAIL + "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\nPeru accused Chile of spying on its na=\nvy. =E2=80=9CNo,=E2=80=9D it said.\n\n-- \nThe desk\n"
        fields = {"title": "Peru accuses Chile", "published": "2019-03-12"}
        self.same(self.given("a.eml", quoted), {**fields, "text": "Peru accused Chile of spying on its navy. “No,” it said."})
        html = MAIL + "Content-Type: text/html; charset=iso-8859-1\nContent-Transfer-Encoding: base64\n\n" + base64.b64encode("<p>Perú accused Chile.</p><p>Kenya thanked Ghana.</p>".encode("latin-1")).decode() + "\n"
        self.same(self.given("b", html), {**fields, "text": "Perú accused Chile.\n\nKenya thanked Ghana."})
        many = (MAIL + 'Content-Type: multipart/mixed; boundary="x"\n\n--x\nContent-Type: multipart/alternative; boundary="y"\n\n--y\nContent-Type: text/plain\n\n' + TWO + "\n--y\nContent-Type: text/html\n\n<p>no</p>\n--y--\n"
                "--x\nContent-Type: text/plain; name=more.txt\nContent-Disposition: attachment; filename=more.txt\n\n" + ONE + "\n--x\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n"
                "Content-Disposition: attachment; filename=x.png\n\n" + base64.b64encode(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR").decode() + "\n--x--\n")
        found = self.given("c.eml", many)
        self.same(found, {**fields, "text": TWO}, {"published": "2019-03-12"})
        self.assertTrue(found[1]["uri"].endswith("c.eml/more.txt"))
        self.assertEqual(found[1]["text"].strip(), ONE)
        self.assertIn("x.png", self.err)
        box = "".join(f"From desk@example.org Tue Mar 12 15:04:05 2019\n{MAIL}\n{t}\n\n" for t in (ONE, TWO))
        found = self.given("box", box)
        self.same(found, {**fields, "text": ONE}, {**fields, "text": TWO})
        self.assertTrue(found[1]["uri"].endswith("box#2"))

    def test_markdown(self):
        text = ('---\ntitle: "Peru accuses Chile"\ndate: 2019-03-12\nauthor: Ann Lee\n---\n\n# Peru accuses Chile\n\n**LIMA** — [Peru](https://example.org "Peru") accused *Chile* of spying.\n\n'
                "> It denied the charge.\n\n- Kenya thanked Ghana.\n- Norway halted aid to Malta.\n\n```\ncode\n```\n\n![photo](a.jpg)\n")
        self.same(self.given("a.md", text), {"title": "Peru accuses Chile", "published": "2019-03-12", "byline": "Ann Lee",
                  "text": "LIMA — Peru accused Chile of spying.\n\nIt denied the charge.\n\nKenya thanked Ghana.\n\nNorway halted aid to Malta."})
        # Of a table the cells that hold sentences count; the others are figures and names.
        table = "| Ministry | Seats | Note |\n|---|---|---|\n| Fisheries | 12 | Kenya thanked Ghana for its help. |\n| Trade | 8 | none |\n"
        self.same(self.given("table.md", f"# Peru\n\n{TWO}\n\n{table}\n{ONE}\n"), {"title": "Peru", "text": f"{TWO}\n\nKenya thanked Ghana for its help.\n\n{ONE}"})
        self.same(self.given("b.txt", "# Peru accuses Chile\n\n" + TWO + "\n\nSee [more](https://example.org) of **this** row.\n"), {"title": "Peru accuses Chile", "text": TWO + "\n\nSee more of this row."})

    def test_news_in_xml(self):
        nitf = (f'<nitf><head><docdata><date.issue norm="20190312T150405Z"/><doc.copyright holder="Harbour Wire"/></docdata></head><body><body.head><hedline><hl1>Peru accuses\n Chile</hl1></hedline>'
                f"<byline>By Ann Lee</byline></body.head><body.content><media><media-caption>A ship.</media-caption></media><p>{TWO}</p><hl2>Reply</hl2><p>{REPLY}</p></body.content></body></nitf>")
        self.same(self.given("a.xml", nitf), {"title": "Peru accuses Chile", "published": "2019-03-12", "agency": "Harbour Wire", "byline": "Ann Lee", "text": f"{TWO}\n\nReply\n\n{REPLY}"})
        item = lambda title, text: (f'<newsItem xml:lang="en-GB"><itemMeta><provider><name>Harbour Wire</name></provider><versionCreated>2019-03-13T01:00:00Z</versionCreated></itemMeta><contentMeta><contentCreated>2019-03-12T15:04:05Z'
            f'</contentCreated><headline>{title}</headline></contentMeta><contentSet><inlineXML contenttype="application/xhtml+xml"><x:html xmlns:x="http://www.w3.org/1999/xhtml"><x:head><x:title>no</x:title></x:head><x:body><x:p>{text}</x:p></x:body></x:html></inlineXML></contentSet></newsItem>')
        self.same(self.given("b", item("Peru accuses Chile", TWO)), {"title": "Peru accuses Chile", "published": "2019-03-12", "agency": "Harbour Wire", "language": "en", "text": TWO})
        both = self.given("c.xml", "<newsMessage><itemSet>" + item("One", ONE) + item("Two", TWO) + "</itemSet></newsMessage>")
        self.same(both, {"title": "One", "text": ONE}, {"title": "Two", "text": TWO})
        feed = f'<rss xmlns:c="http://purl.org/rss/1.0/modules/content/"><channel><title>Harbour Times</title><item><title>Peru</title><pubDate>Tue, 12 Mar 2019 15:04:05 GMT</pubDate><description>Short.</description><c:encoded>&lt;p&gt;{TWO}&lt;/p&gt;</c:encoded></item></channel></rss>'
        self.same(self.given("feed.txt", feed), {"title": "Peru", "published": "2019-03-12", "agency": "Harbour Times", "text": TWO})

    def test_json_of_others(self):
        record = {"title": "Peru", "date_publish": "2019-03-12 10:00:00", "maintext": TWO, "authors": ["Ann Lee", "Jo Bland"], "source_domain": "harbour.example", "url": "https://harbour.example/peru"}
        fields = {"title": "Peru", "published": "2019-03-12", "byline": "Ann Lee, Jo Bland", "agency": "harbour.example", "text": TWO}
        self.same(self.given("a.json", json.dumps(record, indent=2)), fields)
        self.same(self.given("b.json", json.dumps({"status": "ok", "articles": [record, {"body": ONE, "date": "12/03/2019"}, {"content": REPLY, "date": "21/02/2019"}]})), fields,
                  {"published": "2019-03-12", "text": ONE}, {"published": "2019-02-21", "text": REPLY})
        self.same(self.given("c.txt", json.dumps(record) + "\n" + json.dumps({"content": ONE, "publishedAt": "2019-03-12T10:00:00Z", "source": {"name": "Harbour Times"}}) + "\n"), fields, {"published": "2019-03-12", "agency": "Harbour Times", "text": ONE})
        self.assertEqual(self.given("d.json", '{"a": 1}'), [])
        self.assertIn("without a field for the text", self.err)

    # ---- what a file is

    def test_mixed_files_are_read_or_named(self):
        files = {
            "EXPORT.TXT": lexisnexis(1, 1, "Harbour Times", "March 9, 2010 Tuesday", "Peru accuses Chile", wrapped(TWO)), "uni.DOCX": docx(nexis_uni("Peru accuses", "Harbour Times", "February 3, 2010", [TWO])),
            "tagged.txt": factiva_tagged([("HD", "Peru"), ("PD", "3 February 2010"), ("SN", "Harbour Times"), ("LP", TWO)]), "proquest": proquest(1, 1, "Peru", ["Full text: " + TWO, "Publication date: Feb 3, 2010", "Publication info: Harbour Times ; x"]),
            "a.docx": docx([TWO]), "b.odt": odt([TWO]), "c.RTF": rtf([TWO]), "d.pdf": pdf([[(60, 700, 11, TWO[:60])]]), "e.xlsx": xlsx([["text", "title"], [TWO, "Peru"]]), "f.eml": MAIL + "\n" + TWO, "g.mbox": "From a@b Tue Mar 12 15:04:05 2019\n" + MAIL + "\n" + TWO,
            "h.md": "# Peru\n\n" + TWO + " [x](http://x)", "i.xml": f"<nitf><body><body.content><p>{TWO}</p></body.content></body></nitf>", "j.XML": f"<rss><channel><item><description>{TWO}</description></item></channel></rss>",
            "k.json": json.dumps({"text": TWO}), "l.jsonl": json.dumps({"text": TWO}) + "\n", "DATA.CSV": f'date,headline,body\n2019-03-12,Peru,"{TWO}"\n', "m.tsv": f"date\tbody\n2019-03-12\t{TWO}\n".encode("utf-16"), "n.dat": f'date;body\n2019-03-12;"{TWO}"\n',
            "PAGE.HTM": page(f"<article><p>{TWO}</p><p>{ONE}</p></article>"), "o": TWO, "p.txt": TWO.encode("utf-16"),
        }
        none = {"q.jpg": b"\xff\xd8\xff\xe0\0\x10JFIF\0\x01", "r.png": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01", "s.doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "t.epub": zipped([("mimetype", "application/epub+zip")]),
                "u.py": "import os\nfor x in range(3):\n    print(x[1], {x: 2})\n", ".hidden": "x", "v.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>", "w.xml": "<config><a/></config>", "x.zip": zipped([("a.txt", TWO)])}
        for name, content in {**files, **none}.items():
            self.file("mixed/" + name, content)
        inner = self.root / "mixed"
        for path in (inner, *self.packed(inner, "tgz")):
            found = self.articles(path)
            self.assertEqual(self.status, 0, self.err)
            aside = len(none) - (path == inner)  # a zip in a folder is opened, in an archive it is not
            self.assertEqual(len(found), len(files) + (path == inner), self.err)
            self.assertRegex(self.err, rf"{len({d['text'] for d in found})} reports|reports, .* 0 that cannot be read, {aside} set aside")
            for name in none:
                self.assertEqual(name in self.err, name != "x.zip" or path != inner, name + self.err)
            for kind in ("1 JPEG image", "1 PNG image", "1 old Word file", "1 EPUB book", "1 hidden file", "1 SVG image"):
                self.assertIn(kind, self.err)
        # What the user names is an error of its own.
        self.articles(inner / "q.jpg")
        self.assertEqual(self.status, 1)
        self.assertIn("is a JPEG image, which is not read", self.err)

    def test_sixty_files_of_many_kinds(self):
        """A folder, a zip and a tar: each file is read or named with its reason, and the counts add up."""
        number = [0]

        def fresh(text=TWO):  # no two reports are near copies
            number[0] += 1
            names = ["Peru", "Kenya", "Norway", "Malta", "Ghana", "Spain", "Italy", "Chile", "Uganda", "Canada", "Tunisia", "Oman"]
            one, two, three = (names[(number[0] * k + k) % len(names)] for k in (1, 5, 7))
            return f"{one} accused {two} of breaking treaty number {number[0]} on {text.split()[-1][:-1]} {number[0] * 37}, and {three} called for {number[0] * 11} observers at border post {number[0] * 53}."

        def table(separator):
            return f"date{separator}headline{separator}body\n2019-03-12{separator}Peru{separator}\"{fresh()}\"\n"

        uni = lambda: nexis_uni("Peru accuses", "Harbour Times", "February 3, 2010", [fresh()])
        monitored = lambda: "Peru accuses Chile\n\nText of report by Harbour Wire\n\n" + fresh() + "\n\nSource: Harbour Wire, Lima, in English 0330 gmt 3 Feb 10\n\nBBC Mon LA1 jb\n"
        nitf = lambda: f"<nitf><body><body.content><p>{fresh()}</p></body.content></body></nitf>"
        newsml = lambda: f"<newsItem><contentSet><inlineXML><html><body><p>{fresh()}</p></body></html></inlineXML></contentSet></newsItem>"
        ods = lambda: zipped([("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", '<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet><table:table>'
            f'<table:table-row><table:table-cell><text:p>body</text:p></table:table-cell></table:table-row><table:table-row><table:table-cell><text:p>{fresh()}</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>')])
        crawl = lambda: (lambda http: f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.org/{number[0]}\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n{http}\r\n\r\n")(
            "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page(f"<article><p>{fresh()}</p><p>{fresh()}</p></article>"))
        live = lambda: page("<main>" + "".join(f'<div class="live-blog-post"><time datetime="2019-03-1{i}T14:00:00Z">14:00</time><h2>Entry</h2><p>{fresh()}</p></div>' for i in (2, 3)) + "</main>")
        kinds = {  # kind: (ending, content, documents)
            "lexisnexis": (".TXT", lambda: lexisnexis(1, 1, "Harbour Times", "March 9, 2010 Tuesday", "Peru accuses Chile", wrapped(fresh())), 1), "nexis uni docx": (".DOCX", lambda: docx(uni()), 1), "nexis uni rtf": (".rtf", lambda: rtf(uni()), 1),
            "factiva tagged": (".txt", lambda: factiva_tagged([("HD", "Peru"), ("PD", "3 February 2010"), ("SN", "Harbour Times"), ("LP", fresh())]), 1),
            "factiva": (".txt", lambda: f"Peru accuses Chile\n9 words\n3 February 2010\nHarbour Times\nHBT\nEnglish\n(c) 2010 Harbour\n\n{fresh()}\n\nDocument HBT0000020100203e6230001y\n", 1),
            "proquest": ("", lambda: proquest(1, 1, "Peru", ["Full text: " + fresh(), "Publication date: Feb 3, 2010", "Publication info: Harbour Times ; x"]), 1),
            "ebsco": (".txt", lambda: f"Record: 1\n\nTitle:\n\tPeru\n\nSource:\n\tHarbour Times. 2/23/2010, p3\n\nFull Text:\n\t{fresh()}\n\nAccession Number:\n\t12345678\n\nDatabase:\n\tNews\n", 1),
            "bbc": (".txt", monitored, 1), "docx": (".docx", lambda: docx([fresh()]), 1), "odt": (".odt", lambda: odt([fresh()]), 1), "rtf": (".RTF", lambda: rtf([fresh()]), 1),
            "pdf": (".pdf", lambda: (lambda words: pdf([[(40, 700 - 14 * i, 11, " ".join(words[i:i + 8])) for i in range(0, len(words), 8)]]))(fresh().split()), 1),
            "xlsx": (".xlsx", lambda: xlsx([["text", "title"], [fresh(), "Peru"], [fresh(), "Kenya"]]), 2), "ods": (".ods", ods, 1), "mail": (".eml", lambda: MAIL + "\n" + fresh(), 1),
            "mailbox": (".mbox", lambda: "".join(f"From a@b Tue Mar 12 15:04:05 2019\n{MAIL}\n{fresh()}\n\n" for _ in (1, 2)), 2), "markdown": (".md", lambda: "# Peru\n\n" + fresh() + " [x](http://x)", 1), "nitf": (".xml", nitf, 1), "newsml": (".xml", newsml, 1),
            "rss": (".XML", lambda: f"<rss><channel><item><description>{fresh()}</description></item></channel></rss>", 1), "atom": (".atom", lambda: f"<feed><entry><title>Peru</title><content>{fresh()}</content></entry></feed>", 1),
            "json": (".json", lambda: json.dumps({"maintext": fresh()}), 1), "json lines": (".jsonl", lambda: "".join(json.dumps({"text": fresh()}) + "\n" for _ in (1, 2, 3)), 3),
            "csv": (".CSV", lambda: table(","), 1), "semicolons": (".dat", lambda: table(";"), 1), "tabs": (".tsv", lambda: table("\t").encode("utf-16"), 1), "page": (".HTM", lambda: page(f"<article><p>{fresh()}</p><p>{fresh()}</p></article>"), 1),
            "live blog": (".html", live, 2), "crawl": (".warc", crawl, 1), "text": ("", fresh, 1), "wide text": (".txt", lambda: fresh().encode("utf-16"), 1),
        }
        unread = {  # kind as it is counted: ending and content
            "JPEG image": (".jpg", b"\xff\xd8\xff\xe0\0\x10JFIF\0\x01"), "PNG image": (".png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01"), "GIF image": (".gif", b"GIF89a\x01\0\x01\0\x80\0\0"), "SVG image": (".svg", "<svg xmlns='http://www.w3.org/2000/svg'/>"),
            "old Word file": (".doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600), "EPUB book": (".epub", zipped([("mimetype", "application/epub+zip")])), "text that is no prose": (".py", "import os\nfor x in range(3):\n    print(x[1], {x: 2})\n"),
            "XML with the root <config>": (".xml", "<config><a/></config>"), "program": ("", b"\x7fELF\x02\x01\x01\0" + b"\0" * 8 + b"\x02\0\x3e\0" + b"\0" * 100), "sound": (".wav", b"RIFF\x24\0\0\0WAVEfmt \x10\0\0\0\x01\0\x01\0\x40\x1f\0\0\x80\x3e\0\0\x02\0\x10\0data" + b"\0" * 40),
            "SQLite database": (".db", b"SQLite format 3\0\x10\0\x01\x01\0\x40\x20\x20" + b"\0" * 100), "Office document locked with a password": (".docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600),
        }
        broken = {"scan.pdf": pdf([[], []]), "cut.docx": docx([fresh()])[:200], "empty.txt": "", "blank.txt": "\n \n", "heads.csv": "date,body\n", "bare.json": '{"a": 1}'}
        documents, members = 0, {}
        for turn in (1, 2):
            for i, (kind, (ending, make, count)) in enumerate(kinds.items()):
                if turn == 2 and i % 2:
                    continue  # every other kind once
                members[f"{turn}{i:02}-{kind.replace(' ', '-')}{ending}"] = make()
                documents += count
        for i, (ending, content) in enumerate(unread.values()):
            members[f"un{i:02}{ending}"] = content
        members.update(broken)
        self.assertGreaterEqual(len(members), 60)
        self.assertGreaterEqual(len(kinds), 25)
        for name, content in members.items():
            self.file("many/" + name, content)
        inner = self.root / "many"
        for path in (inner, *self.packed(inner, "tar")):
            found = self.articles(path)
            self.assertEqual(len(found), documents, self.err)
            read = {name for name in members if any(f"/{name}" in d["uri"] or f"example.org" in d["uri"] and "crawl" in name for d in found)}
            named = {name for name in members if f"/{name}" in self.err}
            self.assertEqual(read | named, set(members), self.err)
            self.assertEqual(read & named, set(), self.err)
            self.assertEqual(len(named), len(unread) + len(broken), self.err)
            self.assertIn(f"{documents} reports, 0 near copies, 0 not in English, {len(broken)} that cannot be read, {len(unread)} set aside", self.err)
            for kind in unread:
                self.assertIn(f"1 {kind}", self.err)

    def test_lists_and_captions_are_named(self):
        for name, content, kind in (("a.ris", f"TY  - NEWS\nT1  - Peru accuses Chile\nN2  - {TWO}\nER  - \n", "list of references (RIS)"), ("a.bib", "@article{lee2019,\n  title = {Peru accuses Chile},\n}\n", "list of references (BibTeX)"),
                                    ("a.srt", "1\n00:00:01,000 --> 00:00:04,000\nPeru accused Chile\n", "caption file"), ("a.vtt", "WEBVTT\n\n00:01.000 --> 00:04.000\nPeru accused Chile\n", "caption file")):
            self.assertEqual(self.given(name, content), [], name)
            self.assertIn(kind, self.err)

    def test_what_a_stranger_may_try(self):
        locked = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500 + "EncryptedPackage".encode("utf-16-le") + b"\0" * 600
        odf = zipped([("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", "\x17\x99"), ("META-INF/manifest.xml", '<manifest:manifest><manifest:encryption-data/></manifest:manifest>')])
        for name, content, message in (
                ("empty.txt", "", "is empty; expected the text of a report"), ("blank.docx", "  \n", "holds nothing but white space"), ("empty.docx", b"", "is empty"), ("noise.txt", b"".join(hashlib.sha256(bytes([i])).digest() for i in range(200)) + b"\0", "is a binary file, which is not read"),
                ("locked.docx", locked, "locked with a password, which is not read; save it without one first"), ("locked.odt", odf, "is locked with a password; save it without one first"), ("old.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "save it as .xlsx or .csv first"),
                ("heads.csv", "date,headline,body\n", "holds a header alone"), ("prices.csv", "date,price\n2019-03-12,4\n", "has no column for the text; name one with --column text=NAME"),
                ("huge.txt", (TWO + "\n\n") * 180000, "is longer than 16 MB; split it into one document a report"), ("cyrillic.txt", "Перу обвинило Чили".encode("cp1251"), "convert it first"),
                ("cut.docx", docx([TWO])[:300], "is damaged"), ("broken.pdf", b"%PDF-1.4\nnonsense", "damaged PDF"), ("little.html", "<html><body><p>Hi</p></body></html>", "holds no running text")):
            self.assertEqual(self.given(name, content), [], name)
            self.assertIn(message, self.err, name)
            self.assertEqual(self.status, 1, name)
        self.assertEqual(self.articles(self.root / "missing.txt"), [])
        self.assertIn("missing.txt", self.err)
        # A wrong ending is no hindrance.
        for name, content in (("a.txt", docx([TWO])), ("b.docx", pdf([[(60, 700, 11, TWO[:60])]])), ("c.pdf", TWO), ("d.docx", rtf([TWO])), ("e.json", TWO), ("f.txt", page(f"<article><p>{TWO}</p><p>{ONE}</p></article>")), ("g.html", MAIL + "\n" + TWO)):
            found = self.given(name, content)
            self.assertEqual(len(found), 1, name + self.err)
            self.assertTrue(found[0]["text"].startswith("Peru accused Chile"), name)

    def test_bombs_and_nesting_are_bounded(self):
        deep = 100000
        word = lambda inside: zipped([("[Content_Types].xml", "<Types/>"), ("_rels/.rels", "<R/>"), ("word/document.xml", f'<w:document xmlns:w="x"><w:body>{inside}</w:body></w:document>')])
        sheet = '<o:d xmlns:o="o" xmlns:t="t" xmlns:x="x"><o:body><o:spreadsheet><t:table><t:table-row><t:table-cell t:number-columns-repeated="2000000000"><x:p>body</x:p></t:table-cell></t:table-row><t:table-row t:number-rows-repeated="2000000000"><t:table-cell><x:p>Hi.</x:p></t:table-cell></t:table-row></t:table></o:spreadsheet></o:body></o:d>'
        forwarded = MAIL + "\nHi there.\n"
        for _ in range(300):
            forwarded = MAIL + "Content-Type: message/rfc822\n\n" + forwarded
        files = {
            "nest.docx": word("<w:tbl><w:tr><w:tc>" * deep + "<w:p><w:r><w:t>Hi there.</w:t></w:r></w:p>" + "</w:tc></w:tr></w:tbl>" * deep), "long.docx": word("<w:p><w:r><w:t>" + "a " * 150_000_000 + "</w:t></w:r></w:p>"),
            "rows.ods": zipped([("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", sheet)]), "nest.rtf": "{\\rtf1 " + "{" * deep + "x" + "}" * deep + "}", "nest.json": "[" * deep + "]" * deep, "nest.html": "<html><body>" + "<div>" * deep + "<p>Hi.</p>",
            "nest.xml": "<nitf><body><body.content>" + "<block>" * deep + "<p>Hi.</p>" + "</block>" * deep + "</body.content></body></nitf>", "nest.md": ">" * deep + " hi\n\n" + "- " * deep + "x\n" + "[" * deep + "\n", "forwarded.eml": forwarded,
            "parts.eml": MAIL + "".join(f'Content-Type: multipart/mixed; boundary="b{i}"\n\n--b{i}\n' for i in range(3000)) + "\nHi.\n",
            "laughs.xml": "<!DOCTYPE a [<!ENTITY a 'ha'>" + "".join(f"<!ENTITY {chr(98 + i)} '{('&' + chr(97 + i) + ';') * 10}'>" for i in range(12)) + "]><nitf><body><body.content><p>&m;</p></body.content></body></nitf>",
            "stories.txt": "BBC Mon x\n" * 100000 + "Text of report by x\n" * 100000,
        }
        for name, content in files.items():
            path = self.file("bombs/" + name, content)
            done = subprocess.run([PROGRAM, "articles", "--format", "jsonl", str(path)], capture_output=True, timeout=120, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (2 << 30, 2 << 30)))
            self.assertIn(done.returncode, (0, 1), name + done.stderr.decode()[:500])
            self.assertTrue(done.stdout or done.stderr, name)

    # ---- days

    def test_days(self):
        table = lambda *days: "date,body\n" + "".join(f'"{d}","{ONE}"\n' for d in days)
        days = lambda documents: [d.get("published") for d in documents]
        self.assertEqual(days(self.given("a.csv", table("12/03/2019", "3/13/2019"))), ["2019-12-03", "2019-03-13"])
        self.assertEqual(days(self.given("b.csv", table("12/03/2019", "21/02/2019"))), ["2019-03-12", "2019-02-21"])
        self.assertEqual(days(self.given("c.csv", table("12/03/2019"))), [None])
        self.assertIn("--date-order dmy or mdy", self.err)
        self.assertEqual(self.status, 0)
        self.assertEqual(days(self.given("c.csv", table("12/03/2019"), "--date-order", "dmy")), ["2019-03-12"])
        self.assertEqual(days(self.given("c.csv", table("12/03/2019"), "--date-order", "mdy")), ["2019-12-03"])
        self.assertEqual(days(self.given("d.csv", table("soon"))), [None])
        self.assertIn("none that is known", self.err)
        self.assertEqual(days(self.given("e.csv", table("soon"), "--published", "2019-01-01")), ["2019-01-01"])
        self.assertEqual(days(self.given("2015-02-21-lima.txt", ONE)), [None])
        self.assertEqual(days(self.articles(self.root / "2015-02-21-lima.txt", "--date-from", "filename")), ["2015-02-21"])
        self.assertEqual(days(self.given("f.txt", "Kenya and Ghana sign pact\n\nBy Ann Lee\nTuesday, 12 March 2019\n\n" + ONE)), ["2019-03-12"])
        self.same(self.given("g.txt", "Title: Kenya and Ghana\nDate: 12.3.2019\nSource: Harbour Times\n\n" + ONE), {"title": "Kenya and Ghana", "published": "2019-03-12", "agency": "Harbour Times", "text": ONE})

    def test_places_of_days(self):
        """Where a day may stand in a file, and what it gives."""
        row = lambda name, value="2019-03-12": f"{name},body\n\"{value}\",\"{ONE}\"\n"
        record = lambda **fields: json.dumps({"text": ONE, **fields})
        head = lambda *lines: "\n".join(lines) + "\n\n" + ONE
        web = lambda inside, body="": page(body + f"<article><p>{TWO}</p><p>{ONE}</p></article>", inside)
        meta = lambda name, value="2019-03-12T10:00:00Z", kind="name": web(f'<meta {kind}="{name}" content="{value}">')
        linked = lambda data: web(f'<script type="application/ld+json">{json.dumps(data)}</script>')
        mail = lambda date: MAIL.replace("Tue, 12 Mar 2019 15:04:05 +0000", date) + "\n" + ONE
        rss = lambda tag, value: f'<rss xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><item><title>Kenya</title><{tag}>{value}</{tag}><description>{ONE}</description></item></channel></rss>'
        atom = lambda tag: f"<feed><entry><title>Kenya</title><{tag}>2019-03-12T10:00:00Z</{tag}><content>{ONE}</content></entry></feed>"
        table = [
            # columns
            ("a.csv", row("date")), ("a.csv", row("published")), ("a.csv", row("Publication Date", "12 March 2019")), ("a.csv", row("pub_date", "12-Mar-19")), ("a.csv", row("published_at", "2019-03-12 10:00:00")), ("a.csv", row("day", "12.03.2019")),
            ("a.csv", row("timestamp", "1552406645")), ("a.csv", row("datetime", "Tue, 03/12/2019 - 17:57")), ("a.tsv", f"date\tbody\n12.3.2019\t{ONE}\n"), ("a.dat", f'date;body\n12 March 2019;"{ONE}"\n'),
            ("a.xlsx", xlsx([["Date", "Body"], [43536, ONE]])), ("a.xlsx", xlsx([["Date", "Body"], ["12 March 2019", ONE]])),
            # fields of JSON
            ("a.jsonl", record(published="2019-03-12")), ("a.jsonl", record(published="2019-03-12T23:30:00-05:00")), ("a.json", record(date="12 March 2019")), ("a.json", record(date_publish="2019-03-12 10:00:00")), ("a.json", record(datePublished="20190312T100000Z")),
            ("a.json", record(publishedAt="2019-03-12T10:00:00Z")), ("a.json", record(pub_date="12-Mar-2019")), ("a.json", record(timestamp=1552406645)),
            # first lines
            ("a.txt", head("Kenya and Ghana sign pact", "12 March 2019")), ("a.txt", head("Kenya and Ghana sign pact", "By Ann Lee", "March 12, 2019")), ("a.txt", head("12 March 2019")), ("a.txt", head("Kenya and Ghana sign pact", "", "Published on 12 March 2019")),
            ("a.txt", head("Title: Kenya and Ghana", "Date: 12.3.2019")), ("a.txt", head("Kenya and Ghana sign pact", "Tuesday 12 Mar 2019")), ("a.docx", docx(["Kenya and Ghana sign pact", "12 March 2019", ONE])), ("a.odt", odt(["Kenya and Ghana sign pact", "March 12, 2019", ONE])),
            ("a.rtf", rtf(["Kenya and Ghana sign pact", "12.03.2019", ONE])), ("a.md", "---\ntitle: Kenya\ndate: 12 March 2019\n---\n\n" + ONE + "\n"), ("a.md", "---\ntitle: Kenya\ndate: 2019-03-12T10:00:00Z\n---\n\n" + ONE + "\n"),
            # exports
            ("a.txt", lexisnexis(1, 1, "Harbour Times", "March 12, 2019 Tuesday", "Kenya and Ghana", ONE)), ("a.txt", lexisnexis(1, 1, "Harbour Times", "March 12, 2019, Tuesday 10:30 AM GMT", "Kenya and Ghana", ONE)), ("a.txt", lexisnexis(1, 1, "Harbour Times", "Tuesday, March 12, 2019\n" + "First Edition".rjust(40), "Kenya", ONE)),
            ("a.docx", docx(nexis_uni("Kenya and Ghana", "Harbour Times", "March 12, 2019 Tuesday", [ONE]))), ("a.txt", factiva_tagged([("HD", "Kenya"), ("PD", "12 March 2019"), ("SN", "Harbour"), ("LP", ONE)])),
            ("a.txt", proquest(1, 1, "Kenya", ["Publication info: Harbour Times ; London [London]12 Mar 2019: A.6.", "Full text: " + ONE])), ("a.txt", proquest(1, 1, "Kenya", ["Publication title: Harbour", "Full text: " + ONE, "Publication date: Mar 12, 2019"])),
            ("a.txt", "Kenya\n\nText of report by Harbour Wire\n\n" + ONE + "\n\nSource: Harbour Wire, Lima, in English 0330 gmt 12 Mar 19\n\nBBC Mon AF1 ab\n"),
            # mail and feeds
            ("a.eml", mail("Tue, 12 Mar 2019 15:04:05 +0000")), ("a.eml", mail("12 Mar 2019 23:30:00 -0500")), ("a.xml", rss("pubDate", "Tue, 12 Mar 2019 15:04:05 GMT")), ("a.xml", rss("dc:date", "2019-03-12T10:00:00Z")), ("a.xml", atom("published")), ("a.xml", atom("updated")),
            ("a.xml", f'<nitf><head><docdata><date.issue norm="20190312T150405Z"/></docdata></head><body><body.content><p>{ONE}</p></body.content></body></nitf>'),
            # pages
            ("a.html", meta("article:published_time", kind="property")), ("a.html", meta("DC.date.issued", "2019-03-12")), ("a.html", meta("pubdate", "20190312")), ("a.html", meta("parsely-pub-date")), ("a.html", meta("datePublished", kind="itemprop")), ("a.html", meta("date", "12 March 2019")),
            ("a.html", linked({"@type": "NewsArticle", "datePublished": "2019-03-12T10:00:00Z"})), ("a.html", linked({"@graph": [{"@type": "Person"}, {"@type": "NewsArticle", "datePublished": "2019-03-12"}]})), ("a.html", web("", '<time datetime="2019-03-12T10:00">Tuesday</time>')),
            ("a.html", web("", "<p>Published 12 March 2019</p>")), ("a.html", web("", "<p>Posted on March 12, 2019 by admin</p>")), ("a.html", web('<link rel="canonical" href="https://example.org/2019/03/12/kenya">')),
        ]
        for name, content in table:
            found = self.given(name, content)
            with self.subTest(name=name, content=content[:300]):
                self.assertEqual([d.get("published") for d in found], ["2019-03-12"], self.err)
        for name in ("2019-03-12-nairobi.txt", "20190312.txt", "nairobi 12.03.2019.txt", "nairobi_12-Mar-2019.md", "12 March 2019 nairobi.html", "2019_03_12.docx"):
            content = web("") if name.endswith("html") else docx([ONE]) if name.endswith("docx") else ONE
            self.file(name, content)
            self.assertEqual([d.get("published") for d in self.articles(self.root / name, "--date-from", "filename")], ["2019-03-12"], name)
        # What the file itself says stands before its name, and both before the flag.
        self.file("2019-05-01.txt", head("Kenya and Ghana sign pact", "12 March 2019"))
        self.assertEqual(self.articles(self.root / "2019-05-01.txt", "--date-from", "filename", "--published", "2019-06-01")[0]["published"], "2019-03-12")
        self.file("2019-05-02.txt", ONE)
        self.assertEqual(self.articles(self.root / "2019-05-02.txt", "--date-from", "filename", "--published", "2019-06-01")[0]["published"], "2019-05-02")

    def test_pages(self):
        text = f"<article><p>{TWO}</p><p>{ONE}</p></article>"
        day = lambda head, body="": self.given("a.html", page(body + text, head))[0].get("published")
        self.assertEqual(day('<meta name="DC.Date" content="2019-03-12">'), "2019-03-12")
        self.assertEqual(day('<meta name="citation_online_date" content="2018/12/16">'), "2018-12-16")
        self.assertEqual(day("", "<div>Published 12 March 2019</div>"), "2019-03-12")
        self.assertEqual(day("", "<div>Last updated 13 March 2019</div><span class=date>12 March 2019</span>"), "2019-03-12")
        self.assertEqual(day("", '<div class="submitted">Submitted by admin on Tue, 03/12/2019 - 17:57</div>'), "2019-03-12")
        data = {"@type": "NewsArticle", "headline": "Peru", "datePublished": "2019-03-12T15:04:05Z", "articleBody": TWO + "\n" + ONE}
        self.same(self.given("b.html", page('<div id="root"></div>', f'<script type="application/ld+json">{json.dumps(data)}</script>')), {"title": "Peru", "published": "2019-03-12", "text": TWO + "\n\n" + ONE})
        entry = lambda when, title, t: f'<div class="live-blog-post"><time datetime="{when}T14:00:00Z">14:00</time><h2>{title}</h2><p>{t}</p></div>'
        live = self.given("live.html", page("<main>" + entry("2019-03-12", "Peru accuses", TWO) + entry("2019-03-11", "Welcome", ONE) + "</main>"))
        self.same(live, {"published": "2019-03-12", "time": "14:00", "title": "Peru accuses", "text": TWO}, {"published": "2019-03-11", "time": "14:00", "text": ONE})
        # An entry that tells its time alone is of the page's day, and none has the page's own time.
        head = '<meta property="article:published_time" content="2019-03-12T18:45:00Z">'
        entry = lambda when, t: f'<div class="live-blog-post"><time datetime="{when}">now</time><h2>Talks</h2><p>{t}</p></div>'
        live = self.given("hours.html", page("<main>" + entry("14:30", TWO) + entry("later", ONE) + "</main>", head))
        self.same(live, {"published": "2019-03-12", "time": "14:30", "text": TWO}, {"published": "2019-03-12", "time": None, "text": ONE})
        data = {"@type": "LiveBlogPosting", "liveBlogUpdate": [{"@type": "BlogPosting", "datePublished": when, "articleBody": t} for when, t in (("2019-03-12T16:20:00+01:00", TWO), ("2019-03-12T09:05:00+01:00", ONE))]}
        live = self.given("data.html", page("", f'<script type="application/ld+json">{json.dumps(data)}</script>'))
        self.same(live, {"published": "2019-03-12", "time": "16:20", "text": TWO}, {"published": "2019-03-12", "time": "09:05", "text": ONE})

    def test_times_of_day(self):
        lines = [{"text": ONE, "published": "2016-05-04T14:30:10Z"}, {"text": TWO, "published": "04/05/2016", "time": "9:15 pm"}, {"text": REPLY, "published": "2016-05-04", "time": 12},
                 {"text": ONE + " " + TWO, "published": "25/05/2016", "time": "soon"}, {"text": TWO + " " + ONE, "time": "14:30"}]
        found = self.given("times.jsonl", "".join(json.dumps(line) + "\n" for line in lines))
        self.same(found, {"published": "2016-05-04", "time": "14:30"}, {"published": "2016-05-04", "time": "21:15"}, {"published": "2016-05-04", "time": None},
                  {"published": "2016-05-25", "time": None}, {"published": None, "time": None})
        self.same(self.given("a.html", page(f"<article><p>{TWO}</p><p>{ONE}</p></article>", '<meta property="article:published_time" content="2019-03-12T15:04:05Z">')), {"published": "2019-03-12", "time": "15:04"})
        # The address tells the paper's day where the time is of another zone, and then of no use.
        self.same(self.given("b.html", page(f"<article><p>{TWO}</p><p>{ONE}</p></article>", '<meta property="article:published_time" content="2019-03-12T23:04:05Z"><link rel="canonical" href="https://example.org/2019/03/13/talks">')),
                  {"published": "2019-03-13", "time": None})
        self.same(self.given("a.csv", f'text,published\n"{ONE}",2016-05-04 06:45\n"{TWO}",2016-05-05 00:00\n'), {"published": "2016-05-04", "time": "06:45"}, {"published": "2016-05-05", "time": None})
        mail = lambda date: self.given("a.eml", MAIL.replace("Tue, 12 Mar 2019 15:04:05 +0000", date) + "\n" + ONE)
        # The sender's own clock; what a message of another day hands on has its own.
        self.same(mail("Tue, 12 Mar 2019 23:30:00 -0500"), {"published": "2019-03-12", "time": "23:30"})
        self.same(mail("12 Mar 19 08:05 GMT"), {"published": "2019-03-12", "time": "08:05"})
        self.same(mail("Tue, 12 Mar 2019"), {"published": "2019-03-12", "time": None})
        handed_on = "\n---------- Forwarded message ---------\nFrom: Harbour Wire <desk@example.org>\nDate: {}\nSubject: Peru accuses Chile\nTo: <list@example.org>\n\n" + TWO
        for written, time in (("Wed, Feb 3, 2010 at 10:05 PM", "22:05"), ("3 February 2010", None)):
            self.same(self.given("b.eml", MAIL.replace("Subject: ", "Subject: Fwd: ") + handed_on.format(written)), {"published": "2010-02-03", "time": time})
        attached = MAIL + 'Content-Type: multipart/mixed; boundary="x"\n\n--x\nContent-Type: text/plain\n\n' + TWO + "\n--x\nContent-Disposition: attachment; filename=more.txt\n\n12 March 2018\n\n" + ONE + "\n--x--\n"
        self.same(self.given("c.eml", attached), {"published": "2019-03-12", "time": "15:04"}, {"published": "2018-03-12", "time": None})
        soft = page(f"<article><p>Peru ac&shy;cused Chi&#8203;le on&nbsp;Tuesday of spying on its navy and recalled its envoy from Santiago.</p><p>{ONE}</p></article>")
        self.assertTrue(self.given("soft.html", soft)[0]["text"].startswith("Peru accused Chile on Tuesday"))


if __name__ == "__main__":
    PROGRAM, SOURCE = sys.argv[1:3]
    unittest.main(argv=sys.argv[:1] + sys.argv[3:])
