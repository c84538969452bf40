#!/usr/bin/env python3
"""Files as the services and programs themselves write them, in the ways in which they differ from the plain layouts of inputs_test.py.

usage: real_inputs_test.py PROGRAM SOURCE_DIR
"""
import json, sys, unittest

import inputs_test
from inputs_test import MAIL, ONE, REPLY, TWO, page, pdf, wrapped, xlsx


def table(separator, *rows):
    return "".join(separator.join(f'"{cell}"' for cell in row) + "\n" for row in rows)


class RealInputsTest(unittest.TestCase):
    setUp, file, articles, given, same = (getattr(inputs_test.InputsTest, name) for name in ("setUp", "file", "articles", "given", "same"))

    FIRST = {"title": "Kenya and Ghana sign pact", "published": "2010-01-11", "agency": "The Evening Courier", "text": ONE + "\n\n" + REPLY}
    SECOND = {"title": "Peru accuses Chile of spying", "published": "2010-02-03", "agency": "Harbour Times", "text": TWO}

    # ---- exports

    def test_old_lexisnexis(self):
        """Rights above the paper, HEADLINE and BODY, paragraphs that begin with blanks and are parted by nothing else."""
        body = "\n".join("   " + wrapped(text) for text in (ONE, REPLY))
        story = lambda n, paper, day, title, text: "\n\n".join([f"{n} of 2 DOCUMENTS".center(80), f"Copyright 2010 {paper} Company".center(80) + "\n" + paper.center(80), day.center(80), "SECTION: Section A;  Page 4",
                                                             "LENGTH: 55 words", "HEADLINE: " + title, "BYLINE:  By ANN LEE,  Special to the Courier", "DATELINE: NAIROBI, Jan. 10", "BODY:\n" + text,
                                                             "GRAPHIC: Photo: A ship.", "LANGUAGE: ENGLISH", "LOAD-DATE: February 4, 2010"]) + "\n\n"
        text = story(1, "The Evening Courier", "January 11, 2010, Monday, Late Edition - Final", "Kenya and Ghana sign pact", body) + story(2, "Harbour Times", "February 3, 2010, Wednesday, BC cycle", "Peru accuses Chile of spying", "   " + wrapped(TWO))
        self.same(self.given("old.txt", text), self.FIRST, self.SECOND)
        self.same(self.given("old.TXT", text.replace("\n", "\r\n")), self.FIRST, self.SECOND)

    @staticmethod
    def factiva(title, by, day, paper, rights, body, publisher, number):
        head = [title] + ([by] if by else []) + ["1,055 words", day, "02:05", paper, "EVC", "6", "English", rights]
        return "\n".join(head) + "\n\n" + "\n\n".join(body + ([publisher] if publisher else [])) + f"\n\nDocument EVC0000020100111e61b000{number}x\n\n"

    def test_factiva_with_publisher(self):
        """Long rights, a byline without "By", the publisher below the text."""
        text = (self.factiva("Kenya and Ghana sign pact", "Ann Lee", "11 January 2010", "The Evening Courier", "Copyright The Evening Courier, 2010 All reproduction and presentation rights reserved for it.", [ONE, REPLY], "Courier Group Newspapers Limited", 1) +
                self.factiva("Peru accuses Chile of spying", "", "3 February 2010", "Harbour Times", "(c) 2010 Harbour Times.  All rights reserved.", [TWO], "Harbour & Company, Inc.", 2))
        self.same(self.given("plain.txt", text), {**self.FIRST, "byline": "Ann Lee"}, {**self.SECOND, "byline": None})

    def test_factiva_fields_in_columns(self):
        """Tags of three letters leave one blank before the field."""
        text = "".join(f"{tag:4}{value}\n\n" for tag, value in [("HD", "Peru accuses Chile of spying"), ("PD", "3 February 2010"), ("SN", "Harbour Times"), ("LP", TWO), ("ART", "Photo: a ship"), ("PUB", "Harbour"), ("AN", "Document HBT0000020100203e6230001y")])
        self.same(self.given("columns.txt", text), self.SECOND)

    def test_ebsco_tail(self):
        text = ("Record: 1\n\nTitle:\tPeru accuses Chile of spying\n\nSource:\tHarbour Times. 2/3/2010, p3\n\nAccession Number:\t12345678\n\nDatabase:\tNewspaper Source\n\nFull Text:\n" + TWO +
                "\n\n~~~~~~~~\nBy Jo Bland\n\nCopyright of Harbour Times is the property of Harbour Ltd and its content may not be copied.\n\n")
        self.same(self.given("a.txt", text, "--date-order", "mdy"), self.SECOND)

    def test_factiva_with_margin(self):
        """A page that was turned into text: all lines are set in."""
        fields = [("HD", "Peru accuses Chile of spying"), ("WC", "9 words"), ("PD", "3 February 2010"), ("SN", "Harbour Times"), ("LA", "English"), ("LP", wrapped(TWO)), ("AN", "Document HBT0000020100203e6230001y")]
        text = "\n".join("   " + f"{tag:6}" + value.replace("\n", "\n" + " " * 9) for tag, value in fields) + "\n"
        self.same(self.given("a.txt", text), self.SECOND)
        self.same(self.given("b.txt", text.replace("\n", "\r\n").encode("utf-16")), self.SECOND)
        self.same(self.given("c.txt", text + "\n" + text.replace("20100203", "20100204").replace("3 February", "4 February")), self.SECOND, {**self.SECOND, "published": "2010-02-04"})

    def test_proquest_with_headings(self):
        """Headings and not labels above the parts, paper and day below the title."""
        head = "Peru accuses Chile of spying\nBland, Jo. Harbour Times; London (UK) [London (UK)]. 03 Feb 2010: 14.\n\nProQuest document link\n\n"
        details = "DETAILS\n\nSubject: Navies; International relations\n\nTitle: Peru accuses Chile of spying\n\nAuthor: Bland, Jo\n\nPublication title: Harbour Times; London (UK)\n\nPublication date: Feb 3, 2010\n\nSection: News\n\nSource type: Newspaper\n\nDatabase: ProQuest One\n\n"
        expected = {**self.SECOND, "byline": "Bland, Jo"}
        whole = head + "ABSTRACT\n\nPeru accused Chile.\n\nFULL TEXT\n\n" + wrapped(TWO) + "\n\n" + details
        self.same(self.given("a.txt", whole), expected)
        self.same(self.given("b.txt", head + "FULL TEXT\n\n" + wrapped(TWO) + "\n\n"), {"title": "Peru accuses Chile of spying", "published": "2010-02-03", "text": TWO})
        rule = "_" * 60 + "\n\n"
        self.same(self.given("c.txt", (rule + "Document 1 of 2\n\n" + whole + rule + "Document 2 of 2\n\n" + whole.replace("Feb 3", "Feb 4") + rule + "Contact us at: http://www.example.org\n").replace("\n", "\r\n")), expected, {**expected, "published": "2010-02-04"})
        self.assertEqual(self.given("d.txt", head + "Full text: None available.\n\nPublication date: Feb 3, 2010\n"), [])
        self.assertIn("the text is empty", self.err)

    def test_gale(self):
        tail = 'Source Citation (MLA 9th Edition)\nBland, Jo. "Peru accuses Chile." Harbour Times [London, England], 3 Feb. 2010, p. 14.\n\nGale Document Number: GALE|A123456789\n\n'
        labelled = "Title: Peru accuses Chile of spying\nAuthor(s): Jo Bland\nSource: Harbour Times (London, England). (Feb. 3, 2010): News: p14.\nDocument Type: Article\nCopyright: COPYRIGHT 2010 Harbour Ltd.\nFull Text: \n" + TWO + "\n\n" + tail
        bare = "Peru accuses Chile of spying\nAuthor: Jo Bland\nDate: Feb. 3, 2010\nFrom: Harbour Times(London, England)\nPublisher: Harbour Ltd.\nDocument Type: Article\nLength: 48 words\n\n" + wrapped(TWO) + "\n\nCopyright: COPYRIGHT 2010 Harbour Ltd.\n" + tail
        expected = {**self.SECOND, "byline": "Jo Bland"}
        self.same(self.given("a.txt", labelled), expected)
        self.same(self.given("b.txt", bare), expected)
        self.same(self.given("c.txt", (labelled + bare.replace("Feb. 3", "Feb. 4")).replace("\n", "\r\n")), expected, {**expected, "published": "2010-02-04"})

    def test_newsbank(self):
        modern = "Peru accuses Chile of spying\n\nHarbour Times (London, England) - February 3, 2010\n\nAuthor/Byline: Jo Bland\n\nEdition: First\n\nSection: News\n\nReadability: >12 grade level (Lexile: 1320)\n\n" + TWO + "\n\nRecord: 0FADD2A1B2C3D4E5\n\nCopyright: Copyright 2010, Harbour Times, All Rights Reserved.\n\n"
        old = "Paper: Harbour Times (London, England)\nTitle: Peru accuses Chile of spying\nDate: February 3, 2010\nSection: News\nPage: 14\n\n" + wrapped(TWO) + "\n\nAuthor: Jo Bland\nSection: News\nPage: 14\nCopyright, 2010, Harbour Times\n\n"
        expected = {**self.SECOND, "agency": "Harbour Times (London, England)", "byline": "Jo Bland"}
        self.same(self.given("a.txt", modern), expected)
        self.same(self.given("b.txt", old), expected)
        self.same(self.given("c.txt", modern.replace("Author/Byline: Jo Bland\n\n", "") + modern.replace("February 3", "February 4")), {**expected, "byline": None}, {**expected, "published": "2010-02-04"})

    def test_bbc_monitoring_by_others(self):
        """The series and the day as lines of the head; remarks of editors in brackets."""
        head = "BBC Monitoring Americas - Political\nSupplied by BBC Worldwide Monitoring\n\nFebruary 3, 2010, Wednesday\n\nPeru accuses Chile of spying\n\nSOURCE: Harbour Times, Lima, in English 0630 gmt 3 Feb 10\n\nLENGTH: 120 words\n\nText of report in English by Harbour Times\n\n"
        self.same(self.given("a.txt", head + TWO + "\n\n[Passage omitted: background]\n\n" + ONE + "\n"), {**self.SECOND, "text": TWO + "\n\n" + ONE})
        other = "Peru accuses Chile of spying\n\nBBC Monitoring Americas - Political, 3 February 2010\n\nText of report by Peruvian newspaper Harbour Times on 3 February\n\n[Report by Jo Bland: \"Spies at Sea\"]\n\n" + TWO + "\n\nSource: Harbour Times, Lima, in English 3 Feb 10\n\nBBC Mon LA1 LatPol 030210 jb\n"
        self.same(self.given("b.txt", other), {**self.SECOND, "byline": "Jo Bland"})
        self.same(self.given("c.txt", other.replace("\n", "\r\n")), {**self.SECOND, "byline": "Jo Bland"})

    # ---- tables and JSON

    def test_names_of_columns(self):
        row = ["7", "3 February 2010", "Harbour Times", "Peru accuses Chile of spying", "Jo Bland", TWO]
        expected = {**self.SECOND, "byline": "Jo Bland"}
        for names in (["ID", "Publication Date", "Media Title", "Article Title", "Author(s)", "Full Text"], ["doc_id", "Date of publication", "Newspaper name", "Headline", "By", "Article body"],
                      ["nr", "date_published", "news_source", "article_headline", "writer", "article_text"], ["no", "created_at", "publisher.name", "header", "author.name", "body.text"],
                      ["nr", "Datum", "Quelle", "Titel", "Autor", "Text"], ["nr", "Fecha", "Medio/Fuente", "Título", "Autor", "Texto"]):
            with self.subTest(names=names):
                named = {key: value for key, value in expected.items() if key != "agency" or names[1] != "Fecha"}
                self.same(self.given("a.csv", table(";", names, row)), named)

    def test_header_below_other_rows(self):
        rows = [["Export of the archive"], [], ["Date", "Newspaper", "Headline", "Author", "Full text"], [40212, "Harbour Times", "Peru accuses Chile of spying", "", TWO]]
        self.same(self.given("a.xlsx", xlsx(rows)), self.SECOND)
        self.same(self.given("a.csv", "Export of the archive\n\n" + table(",", *rows[2:3], ["2010-02-03", "Harbour Times", "Peru accuses Chile of spying", "", TWO])), self.SECOND)

    def test_json_of_archives(self):
        whole = {"title": "Peru accuses Chile of spying", "date": "2010-02-03", "source": "Harbour Times"}
        inner = {"response": {"results": [{"id": "a", "webTitle": "Peru accuses Chile of spying", "webPublicationDate": "2010-02-03T10:05:00Z", "fields": {"bodyText": TWO, "publication": "Harbour Times"}}]}}
        for record in ({**whole, "cleaned_text": TWO}, {**whole, "desc": TWO}, {"hits": {"hits": [{"_id": "1", "_source": {**whole, "text": TWO}}]}}, inner):
            with self.subTest(record=record):
                self.same(self.given("a.json", json.dumps(record)), self.SECOND)
        address = {**whole, "text": TWO, "source": "https://harbour.example/peru", "source-hostname": "Harbour Times"}
        self.same(self.given("b.json", json.dumps(address)), self.SECOND)
        del address["source-hostname"]
        self.same(self.given("c.json", json.dumps(address)), {"agency": None, "link": "https://harbour.example/peru"})

    def test_json_by_columns(self):
        columns = {"title": {str(i): f"Number {i}" for i in range(12)}, "date": {str(i): "2010-02-03" for i in range(12)}, "text": {str(i): TWO for i in range(12)}}
        self.same(self.given("a.json", json.dumps(columns)), *({"title": f"Number {i}", "published": "2010-02-03", "text": TWO} for i in range(12)))

    def test_json_of_programs(self):
        whole = {"title": "Peru accuses Chile of spying", "date": "2010-02-03", "source": "Harbour Times"}
        please = {"authors": ["Jo Bland"], "date_download": "2019-03-12 10:00:00", "date_modify": "2010-02-05 10:00:00", "date_publish": "2010-02-03 06:30:00", "description": "Short.", "maintext": TWO, "source_domain": "harbour.example", "text": None, "title": "Peru accuses Chile of spying", "url": "https://harbour.example/1"}
        self.same(self.given("a.jsonl", json.dumps(please) + "\n"), {"title": "Peru accuses Chile of spying", "published": "2010-02-03", "agency": "harbour.example", "byline": "Jo Bland", "link": "https://harbour.example/1", "text": TWO})
        self.same(self.given("b.jsonl", json.dumps({"title": "Peru", "authors": ["Jo Bland", "Ann Lee"], "publish_date": "2010-02-03T00:00:00", "text": TWO, "top_image": "x"}) + "\n"), {"published": "2010-02-03", "byline": "Jo Bland, Ann Lee", "text": TWO})
        press = {"id": 7, "date": "2010-02-03T06:30:00", "author": 5, "title": {"rendered": "Peru accuses Chile of spying"}, "content": {"rendered": f"<p>{ONE}</p>\n<p>{TWO}</p>"}}
        self.same(self.given("c.json", json.dumps([press])), {"title": "Peru accuses Chile of spying", "published": "2010-02-03", "byline": None, "text": ONE + "\n\n" + TWO})
        archive = {"response": {"docs": [{"headline": {"main": "Peru accuses Chile of spying"}, "pub_date": "2010-02-03T06:30:00+0000", "byline": {"original": "By Jo Bland"}, "source": "Harbour Times", "lead_paragraph": TWO}]}}
        self.same(self.given("d.json", json.dumps(archive)), {**self.SECOND, "byline": "Jo Bland"})

    # ---- collections of researchers

    def test_collections(self):
        reuters = f'<?xml version="1.0" encoding="iso-8859-1" ?>\n<newsitem itemid="2286" date="2010-02-03" xml:lang="en"><title>PERU: Peru accuses Chile.</title><headline>Peru accuses Chile of spying</headline><byline>Jo Bland</byline><dateline>LIMA 2010-02-03</dateline><text><p>{TWO}</p><p>{ONE}</p></text><copyright>(c) Harbour 2010</copyright></newsitem>'
        self.same(self.given("a.xml", reuters), {"title": "Peru accuses Chile of spying", "published": "2010-02-03", "byline": "Jo Bland", "text": TWO + "\n\n" + ONE})
        wire = lambda day, text: f'<DOC id="HBW_ENG_{day}.0001" type="story" >\n<HEADLINE>\nPeru accuses Chile of spying\n</HEADLINE>\n<DATELINE>\nLIMA, Feb 3\n</DATELINE>\n<TEXT>\n<P>\n{wrapped(text)}\n</P>\n</TEXT>\n</DOC>\n'
        self.same(self.given("a.sgm", wire("20100203", TWO) + wire("20100204", ONE)), {"title": "Peru accuses Chile of spying", "published": "2010-02-03", "text": TWO}, {"published": "2010-02-04", "text": ONE})
        plain = f"<DOC>\n<DOCNO> HB100203-0001 </DOCNO>\n<HEAD>Peru accuses Chile of spying</HEAD>\n<BYLINE>By JO BLAND</BYLINE>\n<DATE>02/13/10</DATE>\n<TEXT>\n   {wrapped(TWO)}\n   {wrapped(ONE)}\n</TEXT>\n</DOC>\n"
        self.same(self.given("a.txt", plain), {"title": "Peru accuses Chile of spying", "published": "2010-02-13", "byline": "JO BLAND", "text": TWO + "\n\n" + ONE})

    # ---- documents

    def test_word_with_changes_and_boxes(self):
        run = lambda text: f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'
        box = f"<w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent><w:p>{run('A box beside the text')}</w:p></w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent><w:p>{run('A box beside the text')}</w:p></w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
        body = f"<w:p>{run('Peru accused ')}<w:del><w:r><w:delText>Bolivia</w:delText></w:r></w:del><w:ins>{run('Chile')}</w:ins>{run(' on Tuesday')}<w:r><w:footnoteReference w:id='2'/></w:r>{run('.')}<w:moveFrom>{run('It was moved.')}</w:moveFrom></w:p><w:p>{box}{run('Chile denied it.')}</w:p>"
        document = f'<w:document xmlns:w="w" xmlns:mc="mc"><w:body>{body}</w:body></w:document>'
        notes = f'<w:footnotes xmlns:w="w"><w:footnote>{"<w:p>" + run("A note at the foot.") + "</w:p>"}</w:footnote></w:footnotes>'
        self.same(self.given("a.docx", inputs_test.zipped([("[Content_Types].xml", "<Types/>"), ("_rels/.rels", "<R/>"), ("word/document.xml", document), ("word/footnotes.xml", notes)])), {"text": "Peru accused Chile on Tuesday.\n\nChile denied it.\n\nA box beside the text"})

    def test_word_with_boxes_in_other_ways(self):
        """Boxes of old Word without a newer form beside them, with several paragraphs, before the text, in a table, grouped; and those of ODT."""
        p = lambda text, inner="": f'<w:p>{inner}<w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'
        content = lambda *texts: "<w:txbxContent>" + "".join(map(p, texts)) + "</w:txbxContent>"
        old = lambda *texts: f"<w:r><w:pict><v:shape><v:textbox>{content(*texts)}</v:textbox></v:shape></w:pict></w:r>"
        new = lambda inner: f"<w:r><mc:AlternateContent><mc:Choice><w:drawing>{inner}</w:drawing></mc:Choice><mc:Fallback><w:pict>{inner}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
        word = lambda body: inputs_test.zipped([("[Content_Types].xml", "<Types/>"), ("_rels/.rels", "<R/>"), ("word/document.xml", f'<w:document xmlns:w="w" xmlns:mc="mc" xmlns:v="v"><w:body>{body}</w:body></w:document>')])
        boxes = ("The row grows.", "A box of two paragraphs.")
        expected = {"text": "\n\n".join((TWO, ONE) + boxes)}
        in_table = lambda text, box: f"<w:tbl><w:tr><w:tc>{p(text, box)}</w:tc></w:tr></w:tbl>"
        bodies = {"old": p(TWO, old(*boxes)) + p(ONE), "first": f"<w:p>{new(content(*boxes))}</w:p>" + p(TWO) + p(ONE), "table": p(TWO) + in_table(ONE, new(content(*boxes))),
                  "grouped": p(TWO, new(f"<wpg:wgp xmlns:wpg='g'>{content(boxes[0])}{content(boxes[1])}</wpg:wgp>")) + p(ONE),
                  "within": f"<w:p><w:r><w:t>{TWO[:20]}</w:t></w:r>{old(*boxes)}<w:r><w:t>{TWO[20:]}</w:t></w:r></w:p>" + p(ONE)}
        for name, body in bodies.items():
            with self.subTest(name=name):
                self.same(self.given(name + ".docx", word(body)), expected)
        frame = "<draw:frame xmlns:draw='d'><draw:text-box>" + "".join(f"<text:p>{text}</text:p>" for text in boxes) + "</draw:text-box></draw:frame>"
        self.same(self.given("a.odt", inputs_test.odt([TWO[:20] + frame + TWO[20:], ONE])), expected)

    def test_pdf_in_other_columns(self):
        """Three columns below a headline over all; columns above and below a line across them; a second page that goes on where the first one's last column ends."""
        third = "The two had agreed on quotas in 2006, and hailed it as a model for all of the region."
        columns = lambda texts, width, lefts, top, size=10: [(left, top - 14 * i, size, line) for left, text in zip(lefts, texts) for i, line in enumerate(wrapped(text, width).split("\n"))]
        # Broken over three columns in the middle of sentences.
        lines = wrapped(" ".join((TWO, REPLY, third, ONE)), 30).split("\n")
        each = -(-len(lines) // 3)
        three = [(60, 760, 20, "Peru accuses Chile of spying")] + [(60 + 180 * (n // each), 700 - 14 * (n % each), 10, line) for n, line in enumerate(lines)]
        self.assertEqual(self.given("three.pdf", pdf([three]))[0]["text"], "Peru accuses Chile of spying\n\n" + " ".join((TWO, REPLY, third, ONE)))
        across = columns((TWO + " " + third, REPLY + " " + TWO), 44, (60, 320), 740) + [(60, 620, 16, "Kenya and Ghana sign a pact on fish after long talks")] + columns((ONE + " " + third, third + " " + ONE), 44, (60, 320), 580)
        found = self.given("across.pdf", pdf([across]))[0]["text"]
        self.assertEqual(found.replace("\n\n", " "), " ".join((TWO, third, REPLY, TWO, "Kenya and Ghana sign a pact on fish after long talks", ONE, third, third, ONE)))
        self.assertIn("\n\nKenya and Ghana sign a pact on fish after long talks\n\n", found)
        halves = wrapped(" ".join((TWO, REPLY, third, ONE)), 44).split("\n")
        quarter = -(-len(halves) // 4)
        head = lambda number: [(60, 780, 9, "Harbour Times, March 2019"), (300, 20, 9, str(number))]
        pages = [head(page + 1) + [(60 + 260 * column, 700 - 14 * i, 10, line) for column in (0, 1) for i, line in enumerate(halves[quarter * (2 * page + column):quarter * (2 * page + column + 1)])] for page in (0, 1)]
        self.assertEqual(self.given("pages.pdf", pdf(pages))[0]["text"], " ".join((TWO, REPLY, third, ONE)))

    def test_pdf_in_columns(self):
        left, right = wrapped(TWO + " " + REPLY, 44).split("\n"), wrapped("The two had agreed on quotas in 2006, and hailed it as a model for all. " + ONE, 44).split("\n")
        lines = [(60, 760, 20, "Peru accuses Chile of spying")] + [(60, 690 - 14 * i - 9 * (i > 2), 10, t) for i, t in enumerate(left)] + [(320, 690 - 14 * i, 10, t) for i, t in enumerate(right)]
        found = self.given("a.pdf", pdf([lines]))[0]["text"]
        self.assertLess(found.index("recalled its"), found.index("We do not spy"))
        self.assertLess(found.index("Luis Arrieta said"), found.index("The two had agreed"))
        self.assertTrue(found.endswith("two years of talks."), found)

    def test_markdown_with_notes(self):
        head = "---\ntitle: Peru accuses Chile\nauthor:\n  - Jo Bland\n  - Ann Lee\n---\n\n"
        self.same(self.given("a.md", head + TWO.replace(" on Tuesday", " on Tuesday[^1]") + "\n\n[^1]: The third row in a year.\n"), {"byline": "Jo Bland, Ann Lee", "text": TWO})

    # ---- charsets

    def test_windows_1252(self):
        accents = TWO + " “No,” José Ibáñez said."
        self.same(self.given("a.txt", "Peru accuses Chile of spying\n3 February 2010\n\n".encode() + accents.encode("cp1252")), {"published": "2010-02-03", "title": "Peru accuses Chile of spying"})
        self.assertIn("is read as Windows-1252", self.err)
        self.assertIn("“No,” José Ibáñez said.", self.articles(self.root / "a.txt")[0]["text"])
        rows = table(";", ["Datum", "Titel", "Text"], ["3.2.2010", "Perú", accents], ["13.2.2010", "Perú", accents])
        self.same(self.given("a.csv", rows.encode("cp1252")), {"published": "2010-02-03", "title": "Perú", "text": accents}, {"published": "2010-02-13", "text": accents})
        self.assertEqual(self.err.count("Windows-1252"), 1)
        self.same(self.given("last.txt", TWO.encode() + " In Per\u00fa".encode("cp1252")), {"text": TWO + " In Perú"})
        self.assertEqual(self.given("b.txt", TWO.encode() + b"\x81\xff"), [])
        self.assertEqual(self.given("c.txt", ("Перу обвинило Чили. " * 9).encode("cp1251")), [])
        self.assertIn("is not UTF-8", self.err)

    # ---- mail and feeds

    def test_forwarded_mail(self):
        plain = "Content-Type: text/plain; charset=utf-8\n\n"
        wrap = "From: Harbour Wire <desk@example.org>\n{}\nSubject: Peru accuses Chile of spying\nTo: <list@example.org>\n\n" + TWO
        expected = {"title": "Peru accuses Chile of spying", "published": "2010-02-03", "text": TWO}
        fwd = MAIL.replace("Subject: ", "Subject: Fwd: ") + plain
        self.same(self.given("a.eml", fwd + "See below.\n\n---------- Forwarded message ---------\n" + wrap.format("Date: Wed, Feb 3, 2010 at 10:05 AM")), expected)
        self.same(self.given("b.eml", fwd + "Begin forwarded message:\n\n" + "\n".join("> " + line for line in wrap.format("Date: 3 February 2010 10:05:00 GMT").split("\n"))), expected)
        self.same(self.given("c.eml", fwd + "FYI\n\n-----Original Message-----\nFrom: Jo Bland\nSent: Thursday, February 4, 2010 9:00 AM\nTo: Ann Lee\nSubject: FW: Peru accuses Chile\n\nHere.\n\n________________________________\n" + wrap.format("Sent: Wednesday, February 3, 2010 10:05 AM")), expected)
        answer = MAIL.replace("Subject: ", "Subject: Re: ") + plain + ONE + "\n\n-----Original Message-----\n" + wrap.format("Sent: Wednesday, February 3, 2010 10:05 AM")
        self.same(self.given("d.eml", answer), {"title": "Peru accuses Chile", "published": "2019-03-12", "text": ONE})

    def test_mail_in_other_languages(self):
        plain = "Content-Type: text/plain; charset=utf-8\n\n"
        expected = {"title": "Peru accuses Chile of spying", "published": "2010-02-03", "text": TWO}
        for prefix, header in (("WG:", "Von: Ann Lee\nGesendet: Mittwoch, 3. Februar 2010 10:05\nAn: Jo Bland\nBetreff: Peru accuses Chile of spying"), ("TR:", "De : Ann Lee\nEnvoyé : mercredi 3 février 2010 10:05\nÀ : Jo Bland\nObjet : Peru accuses Chile of spying"),
                               ("RV:", "De: Ann Lee\nEnviado el: miércoles, 3 de febrero de 2010 10:05\nPara: Jo Bland\nAsunto: Peru accuses Chile of spying"), ("ENC:", "De: Ann Lee\nEnviada em: quarta-feira, 3 de fevereiro de 2010 10:05\nPara: Jo Bland\nAssunto: Peru accuses Chile of spying"),
                               ("Fwd:", "*From:* Ann Lee\n*Date:* Wed, Feb 3, 2010 at 10:05 AM\n*To:* Jo Bland\n*Subject:* Peru accuses Chile of spying")):
            with self.subTest(prefix=prefix):
                self.same(self.given("a.eml", MAIL.replace("Subject: ", f"Subject: {prefix} ") + plain + "See below.\n\n" + header + "\n\n" + TWO), expected)
        for above in ("On Tue, Mar 12, 2019 at 10:05 AM Ann Lee <lee@example.org> wrote:", "On Tuesday, 12 March 2019 at 10:05:33 CET, Ann Lee\n<lee@example.org> wrote:", "Am Di., 12. März 2019 um 10:05 Uhr schrieb Ann Lee:", "Le mar. 12 mars 2019 à 10:05, Ann Lee a écrit :"):
            with self.subTest(above=above):
                self.same(self.given("b.eml", MAIL.replace("Subject: ", "Subject: Re: ") + plain + TWO + "\n\n" + above + "\n\n> " + ONE + "\n"), {"title": "Peru accuses Chile", "text": TWO})

    def test_wrapped_mail(self):
        plain = "Content-Type: text/plain; charset=utf-8{}\n\n"
        dateline = "LIMA, Feb. 3 (Harbour Wire) - "
        self.same(self.given("a.eml", MAIL + plain.format("") + dateline + wrapped(TWO, 66) + "\n\n" + wrapped(ONE, 66) + "\n\nIn brief:\n* Envoy is recalled\n* Chile answers\n"), {"text": dateline + TWO + "\n\n" + ONE + "\n\nIn brief:\n* Envoy is recalled\n* Chile answers"})
        self.same(self.given("b.eml", (MAIL + plain.format("") + "Peru accuses Chile of spying on its navy in the harbour of Callao\nBy Ann Lee\n\n" + wrapped(TWO, 70)).replace("\n", "\r\n")), {"text": "Peru accuses Chile of spying on its navy in the harbour of Callao\nBy Ann Lee\n\n" + TWO})
        flowed = "\n".join(line + " " for line in wrapped(TWO, 40).split("\n"))
        self.same(self.given("c.eml", MAIL + plain.format("; format=flowed") + flowed + "\n\n" + ONE), {"text": TWO + "\n\n" + ONE})
        self.same(self.given("d.eml", MAIL + "Content-Type: text/html; charset=utf-8\n\n<div>" + wrapped(TWO, 64).replace("\n", "<br>") + "</div><p>Ann<br>Lima</p>"), {"text": TWO + "\n\nAnn\nLima"})
        outlook = f"<p>See below.</p><p><b>From:</b> Ann Lee<br><b>Sent:</b> Wednesday, February 3, 2010 6:30 AM<br><b>To:</b> Jo Bland<br><b>Subject:</b> Peru accuses Chile of spying<br><b>Importance:</b> High</p><p>{TWO}</p>"
        self.same(self.given("e.eml", MAIL.replace("Subject: ", "Subject: FW: ") + "Content-Type: text/html; charset=utf-8\n\n" + outlook), {"title": "Peru accuses Chile of spying", "published": "2010-02-03", "text": TWO})

    def test_lines_of_services(self):
        letter = ('<div style="display: none">First line for lists of mails.</div><p><a href="x">View this email in your browser</a></p><h1>Peru accuses Chile</h1><p>' + TWO +
                  '</p><p>You are receiving this email because you signed up at our website.</p><p><a href="x">Unsubscribe from this list</a></p>')
        self.same(self.given("a.eml", MAIL + "Content-Type: text/html; charset=utf-8\n\n" + letter), {"text": "Peru accuses Chile\n\n" + TWO})
        alert = "=== News - 1 new result for [Peru] ===\n\n" + wrapped(TWO) + "\n<https://www.example.com/url?q=1>\n\n- - - - - - - - - -\nUnsubscribe from this alert:\n<https://www.example.com/remove>\n"
        self.same(self.given("b.eml", MAIL + "\n" + alert), {"text": TWO})

    def test_feeds_of_weblogs(self):
        encoded = f"<figure><img src='a.jpg'/><figcaption>A ship.</figcaption></figure><p>{TWO}</p><p>The post <a href='x'>Peru</a> appeared first on <a href='y'>Harbour Times</a>.</p>"
        feed = f'<rss xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Harbour Times</title><item><title>Peru</title><pubDate>Wed, 03 Feb 2010 10:05:00 GMT</pubDate><description>Short.</description><content:encoded><![CDATA[{encoded}]]></content:encoded></item></channel></rss>'
        self.same(self.given("a.rss", feed), {"title": "Peru", "published": "2010-02-03", "text": TWO})
        atom = f'<feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour Times</title><entry><title>Peru</title><published>2010-02-03T10:05:00Z</published><author><name>Ann Lee</name></author><summary>Short.</summary><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{ONE}</p><p>{TWO}</p></div></content></entry></feed>'
        self.same(self.given("b.xml", atom), {"title": "Peru", "byline": "Ann Lee", "published": "2010-02-03", "text": ONE + "\n\n" + TWO})

    # ---- texts

    def test_heads_of_texts(self):
        """What stands above a story that somebody has copied into a file, and what a wire says to editors."""
        title, expected = "Peru accuses Chile of spying", {"title": "Peru accuses Chile of spying", "published": "2010-02-03"}
        for head, more in ((f"{title}\nAnn Lee | Harbour Times | 3 February 2010", {}), (f"{title}\nBy Ann Lee • 3 February 2010", {"byline": "Ann Lee"}), (f"{title}\n\nBy Ann Lee, 3 February 2010", {"byline": "Ann Lee"}),
                           (f"Harbour Times\n3 February 2010\n\n{title}\n\nAnn Lee", {"agency": "Harbour Times"}), (f"3 February 2010\n\n{title}", {}), (f"{title}\nAnn Lee\n3 February 2010", {"byline": "Ann Lee"}),
                           (f"BC-Peru-Chile Row, 2nd Ld-Writethru,173\nEds: UPDATES with reply.\n{title}\nBy ANN LEE\nHarbour Press\n3 February 2010", {"byline": "ANN LEE"}),
                           (f"{title}\n\n* Ambassador is recalled\n* Santiago denies it\n\n(Adds reply, background)\n\nBy Ann Lee\n3 February 2010", {"byline": "Ann Lee"}),
                           (f"{title}\n\n3 February 2010\n\nThe Harbour Star (Nairobi)\n\nBy Ann Lee", {"agency": "The Harbour Star (Nairobi)", "byline": "Ann Lee"}), (f"{title}\n\nMinistry of Foreign Affairs\n3 February 2010", {"agency": "Ministry of Foreign Affairs", "byline": None}),
                           (f"Harbour Times\nMercredi 3 février 2010\n\n{title}", {"agency": "Harbour Times"}), (f"{title}\nATTENTION - ADDS reply ///\n3 February 2010", {})):
            with self.subTest(head=head):
                self.same(self.given("a.txt", head + "\n\n" + TWO), {**expected, **more})
        for head in ("LIMA, Feb 3 (Harbour Wire) -", "They met. Nothing came of it.", "3 February"):
            self.same(self.given("b.txt", head + "\n\n" + TWO), {"title": None, "published": None})

    def test_pdf_with_headline_of_two_lines(self):
        lines = [(60, 760, 22, "Peru accuses Chile"), (60, 736, 22, "of spying"), (60, 705, 11, "By Ann Lee, 3 February 2010")]
        lines += [(60, 670 - 14 * i, 11, line) for i, line in enumerate(wrapped(TWO + " " + ONE, 70).split("\n"))]
        self.same(self.given("a.pdf", pdf([lines])), {"title": "Peru accuses Chile of spying", "byline": "Ann Lee", "published": "2010-02-03"})

    # ---- pages

    def test_saved_pages(self):
        comments = '<section id="comments"><div class="comment"><p>This government has never cared for the navy at all and never will.</p><p>Posted by seaman on 5 February 2010</p></div></section>'
        body = f"<article><h1>Peru accuses Chile</h1><p>{TWO}</p><p>{ONE}</p></article>" + comments
        self.same(self.given("a.html", page(body)), {"published": None, "text": TWO + "\n\n" + ONE})
        noted = "<!-- saved from url=(0040)https://harbour.example/2010/02/03/peru.html -->\n" + page(body)
        self.same(self.given("b.html", noted), {"published": "2010-02-03", "link": "https://harbour.example/2010/02/03/peru.html"})
        saved = "From: <Saved by Blink>\nSnapshot-Content-Location: https://harbour.example/peru\nSubject: Peru\nDate: Tue, 12 Mar 2019 10:05:00 -0000\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=zz\n\n--zz\nContent-Type: text/html\n\n" + page(body) + "\n--zz--\n"
        self.same(self.given("c.mht", saved), {"published": None, "text": TWO + "\n\n" + ONE})

    def test_writers_of_pages(self):
        body = f"<article><p>{TWO}</p><p>{ONE}</p></article>"
        data = {"@type": "NewsArticle", "author": [{"@type": "Person", "name": "Ann Lee"}, {"@type": "Person", "name": "Jo Bland"}]}
        self.same(self.given("a.html", page(body, f'<script type="application/ld+json">{json.dumps(data)}</script>')), {"byline": "Ann Lee, Jo Bland"})
        self.same(self.given("b.html", page(body, '<meta name="author" content="By Ann Lee">')), {"byline": "Ann Lee"})
        self.same(self.given("c.html", page(body, '<meta property="article:author" content="https://example.org/lee">')), {"byline": None})

    def test_factiva_as_page(self):
        story = lambda title, by, day, paper, texts, n: (f'<div class="article enArticle"><div id="hd"><span class="enHeadline">{title}</span></div>' + "".join(f"<div>{part}</div>" for part in [by, "55 words", day, paper, "EVC", "English", f"(c) 2010 {paper}"] if part) +
                                                         "".join(f"<p>{text}</p>" for text in texts) + f"<p>Document EVC0000020100111e61b000{n}x</p></div>")
        text = page("<div>" + story("Kenya and Ghana sign pact", "By Ann Lee", "11 January 2010", "The Evening Courier", [ONE, REPLY], 1) + story("Peru accuses Chile of spying", "", "3 February 2010", "Harbour Times", [TWO], 2) + "</div>")
        self.same(self.given("a.html", text), {**self.FIRST, "byline": "Ann Lee"}, self.SECOND)

    def test_labelled_day_alone(self):
        self.same(self.given("a.txt", "Published: February 3, 2010 5:31 pm\nUpdated: February 4, 2010\n\n" + TWO), {"published": "2010-02-03", "text": TWO})
        speech = "Reporter: When do they meet?\n\nReporter: Nobody knows.\n\n" + TWO
        self.same(self.given("b.txt", speech), {"text": speech})


if __name__ == "__main__":
    inputs_test.PROGRAM, inputs_test.SOURCE = sys.argv[1:3]
    unittest.main(argv=sys.argv[:1] + sys.argv[3:])
