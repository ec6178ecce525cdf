from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import InputError
from sayso.model.values import (
    Answer,
    Claimed,
    Condition,
    Count,
    Days,
    Measure,
    Responsibility,
    Text,
    TimeOfDay,
    Value,
)
from sayso.render import dossier_schema, read_dossier, render_json
from tests.render.factory import R1, make_dossier, make_report

if TYPE_CHECKING:
    from collections.abc import Callable

    from sayso.model.dossier import Dossier

VALUES = (
    Count(lo=2, hi=None),
    Measure(lo=0.5, hi=2.5, unit="kg"),
    Days(start="2031-03-03", end="2031-03-05"),
    TimeOfDay(text="at noon", zone="UTC"),
    Text(text="ferry"),
    Condition(person="Ilva Tarrin", state="minor"),
    Responsibility(party="The Reed Front", status="denied"),
    Claimed(answer="no", party=None),
    Answer(answer="yes"),
)


def _with_value(value: Value) -> Dossier:
    dossier = make_dossier()
    return replace(dossier, claims=(replace(dossier.claims[0], value=value), *dossier.claims[1:]))


def test_a_dossier_reads_back_as_it_was_written() -> None:
    assert read_dossier(render_json(make_dossier())) == make_dossier()


def test_a_dossier_keeps_its_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(dossier_schema())
    jsonschema.validate(json.loads(render_json(make_dossier())), dossier_schema())


@pytest.mark.parametrize("value", VALUES, ids=lambda value: type(value).__name__)
def test_every_kind_of_value_is_told_by_its_fields(value: Value) -> None:
    text = render_json(_with_value(value))
    assert read_dossier(text).claims[0].value == value
    jsonschema.validate(json.loads(text), dossier_schema())


def test_an_unknown_key_breaks_the_schema() -> None:
    tree = json.loads(render_json(make_dossier())) | {"opinion": "none"}
    with pytest.raises(jsonschema.ValidationError, match="opinion"):
        jsonschema.validate(tree, dossier_schema())


def test_keys_stand_in_the_order_of_the_contract_and_the_text_ends_in_a_newline() -> None:
    text = render_json(make_dossier())
    assert list(json.loads(text))[:3] == ["schema_version", "sayso_version", "generated_from"]
    assert text.endswith("}\n")
    assert text == render_json(make_dossier())


@pytest.mark.parametrize(
    ("change", "where"),
    [
        (lambda tree: tree.pop("claims"), "claims"),
        (lambda tree: tree["claims"][1].update(value={"low": 1}), r"low.*\$\.claims\[1\]\.value"),
        (lambda tree: tree["claims"][1].update(value=7), r"object.*\$\.claims\[1\]\.value"),
        (lambda tree: tree["claims"][0]["spans"][0].update(start=-1), r"span.*\$\.claims\[0\]\.spans\[0\]"),
        (lambda tree: tree["findings"][0].update(verdict="true"), r"\$\.findings\[0\]\.verdict"),
    ],
)
def test_a_malformed_dossier_is_refused_with_the_place(change: Callable[[Any], None], where: str) -> None:
    tree = json.loads(render_json(make_dossier()))
    change(tree)
    with pytest.raises(InputError, match=where):
        read_dossier(json.dumps(tree))


@pytest.mark.parametrize("text", ["", "{", b"\xff\xfe", "[]"])
def test_what_is_not_json_is_refused(text: str | bytes) -> None:
    with pytest.raises(InputError, match="not a dossier"):
        read_dossier(text)


def test_half_a_surrogate_pair_is_replaced_and_moves_no_offset() -> None:
    odd = replace(make_report("odd.txt", "a\ud800b\x00c"), outlet="\udcff")
    dossier = replace(make_dossier(), reports=(odd, *make_dossier().reports))
    back = read_dossier(render_json(dossier))
    assert back.reports[0].text == "a\ufffdb\x00c"
    assert back.reports[1] == R1


@given(st.text())
def test_any_text_survives_the_round_trip(text: str) -> None:
    report = replace(R1, text=text, furniture=())
    dossier = replace(make_dossier(), reports=(report,), claims=())
    assert read_dossier(render_json(dossier)).reports[0].text == text
