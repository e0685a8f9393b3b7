"""Ratings in from CSV: what is read, and what is refused on which line."""

from io import BytesIO

import pytest

from annotator.formats.ratings_csv import NONE, UnreadableRatings, read_ratings

HEADER = "item,annotator,label\n"


def read(text: str | bytes, **options):
    raw = text if isinstance(text, bytes) else text.encode()
    return read_ratings(BytesIO(raw), **options)


class TestReading:
    def test_gives_places_in_the_order_of_the_file(self):
        read_in = read(HEADER + "x,Ben,named\nx,Ana,unclear\ny,Ana,named\n")

        assert read_in.items.tolist() == [0, 0, 1]
        assert read_in.annotators.tolist() == [0, 1, 1]
        assert read_in.labels.tolist() == [0, 1, 0]
        assert read_in.annotator_names == ("Ben", "Ana")
        assert read_in.label_names == ("named", "unclear")
        assert read_in.articles is read_in.gold is None

    @pytest.mark.parametrize("delimiter", [",", ";", "\t"])
    @pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
    def test_takes_what_spreadsheets_write(self, delimiter, end):
        rows = [
            ["\ufeff Item ", "LABEL", "Annotator"],
            ["x", '"a, b; c"', "Ana"],
            [],
            ["y", "a", "Ana"],
        ]

        read_in = read(end.join(delimiter.join(row) for row in rows))

        assert read_in.label_names == ("a, b; c", "a")
        assert read_in.annotator_names == ("Ana",)

    def test_passes_over_other_columns(self):
        read_in = read("note,item,annotator,when,label\n?,x,Ana,today,named\n")

        assert read_in.label_names == ("named",)

    def test_keeps_texts_to_the_letter(self):
        read_in = read(HEADER + "x,Ana,1\nx,Ben,1.0\nx,Cem, 1\n")

        assert read_in.label_names == ("1", "1.0", " 1")

    def test_leaves_out_and_counts_rows_without_a_label(self):
        read_in = read(HEADER + "x,Ana,\ny,Ana,named\nx,Ben, \nx,Ana,named\n,,\n")

        assert read_in.unlabeled == 3
        assert read_in.items.tolist() == [0, 1]

    def test_takes_a_header_alone(self):
        read_in = read(HEADER)

        assert len(read_in.items) == len(read_in.label_names) == 0


class TestArticles:
    def test_are_part_of_the_name_of_an_item(self):
        read_in = read(
            "article,item,annotator,label\n"
            "A,1,Ana,named\nB,1,Ana,named\nA,1,Ben,named\nA,2,Ana,named\n"
        )

        assert read_in.items.tolist() == [0, 1, 0, 2]
        assert read_in.articles.tolist() == [0, 1, 0]

    def test_are_not_known_where_the_column_is_empty(self):
        read_in = read("item,annotator,label,article\n1,Ana,named,\n1,Ben,named, \n")

        assert read_in.articles is None
        assert read_in.items.tolist() == [0, 0]

    def test_are_given_for_all_rows_or_none(self):
        with pytest.raises(UnreadableRatings, match="Line 3 has no article"):
            read("item,annotator,label,article\n1,Ana,named,A\n1,Ben,named,\n")


class TestGold:
    def test_is_a_place_among_the_labels(self):
        read_in = read(
            "item,annotator,label,gold\n"
            "x,Ana,a,b\ny,Ana,b,\nz,Ana,a,c\nx,Ben,a,b\ny,Ben,b,b\nw,Ana,a,\n"
        )

        # Nobody gave c, so it is behind all labels.
        assert read_in.gold.tolist() == [1, 1, 2, NONE]

    def test_is_one_label_for_an_item(self):
        with pytest.raises(UnreadableRatings, match=r"Line 3 .* item 'x' is 'b'.*'a'"):
            read("item,annotator,label,gold\nx,Ana,a,a\nx,Ben,a,b\n")

    def test_is_not_known_where_the_column_is_empty(self):
        assert read("item,annotator,label,gold\nx,Ana,a,\n").gold is None


class TestRefusals:
    @pytest.mark.parametrize(
        ("text", "reason"),
        [
            ("", "lacks item, annotator, label; found: nothing"),
            ("item;who;label\n", "lacks annotator; found: item, who, label"),
            ("item,annotator,label,Label\n", "names label twice"),
            (HEADER + "x,Ana,named\nx,Ben\n", "Line 3 has 2 cells, the first line"),
            (HEADER + "x,Ana,Biased, unfair\n", "Line 2 has 4 cells.* in quotes"),
            (HEADER + "\nx, ,named\n", "Line 3 has a label, but no annotator"),
            (HEADER + ",Ana,named\n", "Line 2 has a label, but no item"),
            (HEADER + 'x,Ana,"named\n', "Line 2 cannot be read as CSV"),
            (HEADER + 'x,Ana,"a"b\n', "Line 2 cannot be read as CSV"),
            (HEADER + f"x,Ana,{'a' * 200_000}\n", "Line 2 cannot be read as CSV"),
        ],
    )
    def test_say_what_is_wrong_and_where(self, text, reason):
        with pytest.raises(UnreadableRatings, match=reason):
            read(text)

    def test_count_lines_and_not_rows(self):
        with pytest.raises(UnreadableRatings, match="Line 5 has 1 cells"):
            read(HEADER + 'x,Ana,"two\nlines"\n\nwrong\n')

    def test_name_both_lines_of_a_rating_that_is_there_twice(self):
        rows = "x,Ana,a\ny,Ana,a\nz,Ben,a\nz,Ben,b\nx,Ben,a\nx,Ana,a\n"

        with pytest.raises(
            UnreadableRatings, match=r"Line 5 rates item 'z' by 'Ben' again.* line 4\."
        ):
            read(HEADER + rows)

    def test_name_a_label_that_is_not_declared(self):
        with pytest.raises(UnreadableRatings, match="Line 3 has the label 'c'"):
            read(HEADER + "x,Ana,a\nx,Ben,c\n", declared=["a", "b"])

    @pytest.mark.parametrize(
        ("raw", "reason"),
        [
            ((HEADER + "x,Zoë,a\n").encode("latin-1"), "byte 0xEB near its beginning"),
            ((HEADER + "x,Ana,a\n").encode("utf-16"), "byte 0xFF near its beginning"),
            (
                (HEADER + "x,Ana,\n" * 5000 + "x,Zoë,a\n").encode("latin-1"),
                r"byte 0xEB after line \d{4}\. Save it as UTF-8",
            ),
        ],
    )
    def test_name_the_byte_that_is_not_utf8(self, raw, reason):
        with pytest.raises(UnreadableRatings, match=reason):
            read(raw)

    def test_leave_the_file_open(self):
        file = BytesIO(b"nothing\n")

        with pytest.raises(UnreadableRatings):
            read_ratings(file)

        assert not file.closed
