"""Word documents and PDFs: their paragraphs in order."""

import pytest
from docx import Document

from annotator.formats.articles import Unreadable, pdf, word
from tests.annotator.formats.article_files import (
    SENTENCES,
    lines_at,
    pdf_of,
    saved,
    word_of,
    word_with,
)

RUN = "<w:r><w:t xml:space='preserve'>{}</w:t></w:r>"


def outside(article):
    return [article.text[start:end] for start, end in article.outside]


class TestAWordDocument:
    def test_gives_its_paragraphs_as_they_are(self):
        text = ["A  head", "Cafe\u0301\tcafé 😀\nsecond line ", "مرحبا"]

        article = word.read(word_with(*text, title=" A  title "))

        assert article.text == "\n\n".join(text)
        assert article.title == "A title"

    def test_gives_the_cells_of_a_table_in_their_place(self):
        document = Document()
        document.add_paragraph("Before")
        table = document.add_table(2, 2)
        for place, cell in enumerate(table._cells):  # noqa: SLF001
            cell.text = f"Cell {place}"
        document.add_paragraph("After")

        text = word.read(saved(document)).text

        assert text.split("\n\n") == [
            *("Before", "Cell 0", "Cell 1", "Cell 2", "Cell 3", "After"),
        ]

    def test_gives_what_was_inserted_and_not_what_was_deleted_or_hidden(self):
        body = (
            f"<w:p>{RUN.format('It ')}<w:ins>{RUN.format('is ')}</w:ins>"
            "<w:del><w:r><w:delText>was </w:delText></w:r></w:del>"
            "<w:r><w:rPr><w:vanish/></w:rPr><w:t>never </w:t></w:r>"
            f"<w:sdt><w:sdtContent>{RUN.format('so.')}</w:sdtContent></w:sdt></w:p>"
        )

        assert word.read(word_of(body)).text == "It is so."

    def test_has_no_title_where_it_has_no_properties(self):
        assert word.read(word_of(f"<w:p>{RUN.format('So.')}</w:p>")).title == ""

    def test_without_text_is_refused(self):
        with pytest.raises(Unreadable) as refused:
            word.read(word_with())

        assert refused.value.code == "no_text"


class TestAPdf:
    def test_joins_lines_to_paragraphs(self):
        page = [
            (72, 740, 20, "Bridge to close"),
            *lines_at("The governor said on Monday that the", "bridge would close."),
            *lines_at("A second paragraph begins after a gap.", top=660),
        ]

        article = pdf.read(pdf_of(page, title="Bridge"))

        assert article.text.split("\n\n") == [
            "Bridge to close",
            "The governor said on Monday that the bridge would close.",
            "A second paragraph begins after a gap.",
        ]
        assert article.title == "Bridge"
        assert article.notes[0] == "Lines were joined to paragraphs."

    def test_begins_a_paragraph_after_a_short_line_or_with_an_indent(self):
        page = [
            *lines_at("The governor said on Monday that the bridge", "would close."),
            *lines_at("Nobody else in the capital has confirmed it so far.", top=672),
            *lines_at("An indent begins a paragraph.", top=658, left=84),
        ]

        assert len(pdf.read(pdf_of(page)).text.split("\n\n")) == 3

    def test_joins_divided_words_with_care(self):
        page = lines_at(
            "The well-known bridge is closed, and the well-",
            "known owner of it agreed with the govern-",
            "ment of the north.",
        )

        article = pdf.read(pdf_of(page))

        assert article.text == (
            "The well-known bridge is closed, and the well-known owner of it agreed "
            "with the government of the north."
        )
        assert article.notes[1].endswith("were joined: government.")

    def test_lists_what_repeats_on_the_pages_behind_the_paragraph_that_runs_on(self):
        pages = [
            [
                (72, 760, 9, "THE DAILY PAPER"),
                *lines_at(sentence, *SENTENCES, "and it goes on"),
                (72, 30, 9, f"Page {number}"),
            ]
            for number, sentence in enumerate(SENTENCES, start=1)
        ]

        article = pdf.read(pdf_of(*pages))

        furniture = ["THE DAILY PAPER"]
        for number in range(1, 4):
            furniture += [f"Page {number}", "THE DAILY PAPER"]
        assert outside(article) == [*furniture, "Page 4"]
        assert f"and it goes on {SENTENCES[1]}" in article.text

    def test_without_a_text_layer_is_refused(self):
        with pytest.raises(Unreadable, match="only pictures") as refused:
            pdf.read(pdf_of([]))

        assert refused.value.code == "no_text"

    @pytest.mark.parametrize("title", ["Microsoft Word - a.doc", "untitled", "a.pdf"])
    def test_has_no_title_that_a_program_made_up(self, title):
        article = pdf.read(pdf_of(lines_at(*SENTENCES), title=title))

        assert article.title == ""
