"""The finders: every branch, every tie-breaker, a message for every reason."""

import pytest

from rondo.strategy.framework.finders import find_column, find_row
from rondo.strategy.framework.whole import load
from rondo.words import Words
from rondofile.enums import Actor, Architecture, Experience

ROWS = [
    ("acted", Experience.AUTOMATIC_EXECUTION),
    ("spoke", Experience.COACH_BEHAVIOR),
    ("narrowed", Experience.CURATED_OFFERING),
    ("carried_out", Experience.RESPOND_TO_DESIRE),
]
COLUMNS = [
    ("same_people", Architecture.PEER_TO_PEER_NETWORK),
    ("individuals", Architecture.CROWD_ORCHESTRATOR),
    ("businesses", Architecture.CONNECTED_MARKET_MAKER),
    ("others_goods", Architecture.CONNECTED_RETAILER),
]


@pytest.mark.parametrize(("key", "row"), ROWS)
def test_find_row_when_only_one_yes_then_its_row(key: str, row: Experience) -> None:
    found = find_row({other: other == key for other, _ in ROWS})
    assert (found.experience, found.question) == (row, key)


def test_find_row_when_several_yes_then_the_earlier_question_decides() -> None:
    for place, (_, row) in enumerate(ROWS):
        assert find_row({key: True for key, _ in ROWS[place:]}).experience is row


def test_find_row_when_all_no_then_not_connected_yet() -> None:
    found = find_row({})
    assert (found.experience, found.question) == (None, None)
    assert find_row(dict.fromkeys((key for key, _ in ROWS), False)) == found


@pytest.mark.parametrize(("key", "column"), COLUMNS)
def test_find_column_when_only_one_yes_then_its_column(key: str, column: Architecture) -> None:
    found = find_column({key: True})
    assert (found.architecture, found.question, found.also) == (column, key, None)


def test_find_column_when_several_yes_then_the_earlier_question_decides() -> None:
    for place, (_, column) in enumerate(COLUMNS):
        assert find_column({key: True for key, _ in COLUMNS[place:]}).architecture is column


def test_find_column_when_all_no_then_the_producer() -> None:
    assert find_column({}).architecture is Architecture.CONNECTED_PRODUCER


def test_find_column_when_we_set_price_and_pick_then_also_read_as_our_own_making() -> None:
    control = {"price": Actor.FIRM, "picks": Actor.FIRM, "complaint": Actor.INDIVIDUAL}
    found = find_column({"individuals": True}, control)
    assert found.architecture is Architecture.CROWD_ORCHESTRATOR
    assert found.also is Architecture.CONNECTED_PRODUCER
    assert find_column({"individuals": True}, {"price": Actor.FIRM, "picks": None}).also is None


def test_find_column_when_suppliers_control_what_we_sell_then_also_read_as_a_market() -> None:
    control = {"price": Actor.PARTNER, "complaint": Actor.PARTNER}
    assert find_column({"others_goods": True}, control).also is Architecture.CONNECTED_MARKET_MAKER
    assert find_column({"same_people": True}, control).also is None


def test_finders_when_a_key_is_unknown_then_refused() -> None:
    for call in (lambda: find_row({"x": True}), lambda: find_column({"x": True})):
        with pytest.raises(KeyError):
            call()
    with pytest.raises(KeyError):
        find_column({}, {"x": Actor.FIRM})


@pytest.mark.parametrize("language", ["en", "nl", "te"])
def test_every_reason_has_a_message(language: str) -> None:
    words = Words(language)
    found_rows = [find_row({}), *(find_row({key: True}) for key, _ in ROWS)]
    found_columns = [find_column({}), *(find_column({key: True}) for key, _ in COLUMNS)]
    ours = find_column({"businesses": True}, {"price": Actor.FIRM, "picks": Actor.FIRM})
    theirs = find_column({}, {"price": Actor.PARTNER, "picks": Actor.PARTNER})
    keys = [found.reason_key for found in (*found_rows, *found_columns)]
    keys += [ours.also_reason_key, theirs.also_reason_key]
    assert len({words(key) for key in keys}) == 12


def test_finder_questions_have_the_keys_in_order() -> None:
    framework = load()
    assert [(q.key, q.answer) for q in framework.row_finder] == ROWS
    assert [(q.key, q.answer) for q in framework.column_finder] == COLUMNS
    assert [t.key for t in framework.tie_breakers] == ["price", "picks", "complaint"]
