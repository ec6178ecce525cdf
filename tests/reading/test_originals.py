import io
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.errors import InputError
from sayso.reading import Meta, find_originals, read_report


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("a.txt", "sub/b.md", "sub/deep/c.HTML", ".hidden.txt", "meta.json", "gold.json", "d.dat"):
        path = tmp_path / "reports" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"The text of {name}.")
    return tmp_path / "reports"


def files(*paths: Path | str) -> list[str]:
    return [original.file for original in find_originals([str(path) for path in paths])]


def test_a_folder_is_searched_to_the_bottom_for_text_files_only(folder: Path) -> None:
    assert files(folder) == ["a.txt", "sub/b.md", "sub/deep/c.HTML"]


def test_a_file_goes_by_its_base_name_and_metadata_is_passed_over(folder: Path) -> None:
    assert files(folder / "sub/b.md", folder / "meta.json") == ["b.md"]


def test_a_glob_is_expanded_even_if_the_shell_did_not(folder: Path) -> None:
    assert files(f"{folder}/**/*.md", f"{folder}/a*") == ["a.txt", "b.md"]


def test_a_path_given_twice_counts_once(folder: Path) -> None:
    assert files(folder, folder, folder / "a.txt", folder / "sub" / ".." / "a.txt") == [
        "a.txt",
        "sub/b.md",
        "sub/deep/c.HTML",
    ]


def test_two_files_of_one_name_keep_the_folders_that_tell_them_apart(tmp_path: Path) -> None:
    for name in ("x/1/r.txt", "y/1/r.txt", "z.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name)
    assert files(tmp_path / "x/1", tmp_path / "y/1/r.txt", tmp_path / "z.txt") == [
        "x/1/r.txt",
        "y/1/r.txt",
        "z.txt",
    ]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=20)
@given(order=st.permutations(["a.txt", "sub", "sub/b.md", "sub/deep/*"]))
def test_the_order_of_arguments_is_no_matter(folder: Path, order: list[str]) -> None:
    paths = [f"{folder}/{name}" for name in order]
    assert find_originals(paths) == find_originals(sorted(paths))


def test_an_earlier_dossier_is_no_report(folder: Path) -> None:
    before = files(folder)
    for name in ("dossier.html", "dossier.json", "dossier.md", "claims.csv"):
        (folder / name).write_text("text\nx\n")
    assert files(folder) == before


def test_a_folder_without_reports_says_what_to_put_there(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"no report in the folder .*\.html"):
        find_originals([str(tmp_path)])


@pytest.mark.parametrize("path", ["nowhere.txt", "nowhere/*.txt"])
def test_a_path_that_does_not_exist_is_an_error(tmp_path: Path, path: str) -> None:
    with pytest.raises(InputError, match="nowhere"):
        find_originals([str(tmp_path / path)])


def test_a_huge_file_is_listed_and_not_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    (original,) = find_originals([str(path)])
    assert original.raw == b""
    assert "huge.txt is too large (50.0 MB" in (original.error or "")


def test_a_pipe_is_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (original,) = find_originals([str(tmp_path)])
    assert "not a regular file" in (original.error or "")


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        (b"\xd0\xcf\x11\xe0 and so on", "an old Office document"),
        (b"\x89PNG\r\n\x1a\n", "a PNG image"),
        (b"some\x00thing", "binary data"),
    ],
)
def test_binary_is_told_by_its_kind(tmp_path: Path, raw: bytes, kind: str) -> None:
    (tmp_path / "r.txt").write_bytes(raw)
    (original,) = find_originals([str(tmp_path / "r.txt")])
    assert f"looks like {kind}" in read_report(original).problems[0]


def test_json_lines_give_reports_and_a_bad_line_is_named() -> None:
    lines = b'{"text": "One.", "file": "one.txt", "outlet": "The Lantern", "date": "2031-11-07"}\n'
    lines += b'\nnonsense\n{"a": 1}\n'
    first, bad, empty = find_originals(["-"], stdin=io.BytesIO(lines))
    assert (first.file, first.raw) == ("one.txt", b"One.")
    assert first.meta is not None
    assert first.meta.outlet == "The Lantern"
    assert "line 3 of standard input" in (bad.error or "")
    assert "line 4 of standard input has no text" in (empty.error or "")


def test_the_keys_of_json_lines_can_be_mapped() -> None:
    line = b'{"story": "One.", "paper": "The Lantern"}\n'
    columns = {"text": "story", "outlet": "paper"}
    (one,) = find_originals(["-"], stdin=io.BytesIO(line), columns=columns)
    assert (one.raw, one.meta) == (b"One.", Meta(outlet="The Lantern"))


def test_the_order_of_json_lines_is_no_matter() -> None:
    lines = [
        '{"text": "One."}',
        '{"text": "Two."}',
        '{"text": "Two.", "file": "t"}',
        '{"text": "3", "file": "t"}',
    ]
    one = find_originals(["-"], stdin=io.StringIO("\n".join(lines)))
    assert one == find_originals(["-"], stdin=io.StringIO("\n".join(reversed(lines))))
    assert len({original.file for original in one}) == 4


def test_metadata_goes_by_the_full_name_first_and_then_by_the_base_name(folder: Path) -> None:
    meta = {"sub/b.md": Meta(outlet="Full"), "b.md": Meta(outlet="Base"), "c.HTML": Meta(outlet="Deep")}
    found = {original.file: original.meta for original in find_originals([str(folder)], meta=meta)}
    assert found == {"a.txt": None, "sub/b.md": Meta(outlet="Full"), "sub/deep/c.HTML": Meta(outlet="Deep")}
