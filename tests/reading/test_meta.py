from datetime import date
from pathlib import Path

import pytest

from sayso.errors import ConfigError
from sayso.reading import Meta, read_meta

DAY = date(2031, 11, 7)


def test_csv_columns_come_in_any_order_and_others_are_ignored(tmp_path: Path) -> None:
    path = tmp_path / "m.csv"
    path.write_text(
        '\ufeffdate;colour;file;Outlet\n7 November 2031;red;a.txt;"The; Lantern"\n', encoding="utf-8"
    )
    assert read_meta(path) == {"a.txt": Meta(outlet="The; Lantern", published_start=DAY, published_end=DAY)}


@pytest.mark.parametrize("wrap", ["%s", '{"documents": %s}'])
def test_json_is_a_list_or_an_object_with_documents(tmp_path: Path, wrap: str) -> None:
    path = tmp_path / "m.json"
    row = (
        '[{"file": "a.txt", "outlet": null, "date": null, "published_between": ["2031-11-07", "2031-11-09"]}]'
    )
    path.write_text(wrap % row)
    assert read_meta(path) == {"a.txt": Meta(published_start=DAY, published_end=date(2031, 11, 9))}


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("name,date\na,b\n", "no column 'file' in .*line 1; start with a header"),
        (
            "file,date\na.txt,2031-11-07\nb.txt,soon\n",
            "'soon' is not one date in .*line 3; write it as YYYY-MM-DD",
        ),
        ("file,date\na.txt,11/10/31\n", "not one date"),
        ("file,outlet\na.txt,A\na.txt,B\n", "a second time"),
        ('[{"outlet": "A"}]', "no file name in .*record 1"),
        ("[1]", "no JSON object in .*record 1"),
        ('{"a": ', "no valid JSON in .*line 1"),
        ('[{"file": "a", "published_between": ["2031-11-09", "2031-11-07"]}]', "runs backwards"),
    ],
)
def test_a_bad_metadata_file_says_where_and_what_to_do(tmp_path: Path, text: str, complaint: str) -> None:
    path = tmp_path / "m"
    path.write_text(text)
    with pytest.raises(ConfigError, match=complaint):
        read_meta(path)


def test_a_missing_metadata_file_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="cannot be opened"):
        read_meta(tmp_path / "none.csv")
