"""Thinning: what stays, whatever the clock says, and that nothing goes which should not."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from rondofile.kept import thinning
from rondofile.kept.thinning import HOUR, LAST, MOST_BYTES, ONLY_HERE, SPANS, TURNS, excess, thin
from rondofile.kept.versions import Version, Versions, Why
from rondofile.working.home import Home

DAY = 24 * HOUR
YEARS = 3_650 * DAY
START = 1_790_000_000.0
MOST = sum(count for _, count in SPANS) + 2 * LAST + 1


def version(rev: int, at: float, why: Why = Why.HOURLY, name: str = "", size: int = 1_000) -> Version:
    return Version(Path(f"{rev}-{at}-{why}.rondo"), at, rev, why, name, size)


def newest_first(*versions: Version) -> tuple[Version, ...]:
    return tuple(sorted(versions, key=lambda one: one.order, reverse=True))


def every_hour(count: int, start: float = START, first: int = 1) -> tuple[Version, ...]:
    return tuple(version(first + n, start + n * HOUR) for n in range(count))


def test_a_year_of_hours_then_leaves_hours_days_and_weeks() -> None:
    listed = newest_first(*every_hour(365 * 24))
    gone = set(excess(listed))
    stay = [one for one in listed if one not in gone]
    assert len(gone) > 8_000
    assert stay[:24] == list(listed[:24])
    newest = listed[0].at
    assert [one for one in stay if newest - one.at > 15 * DAY]
    assert max(newest - one.at for one in stay) > 6 * 7 * DAY
    days = {one.at // DAY for one in stay if newest - one.at < 13 * DAY}
    assert len(days) == 14
    assert len(stay) <= MOST


def test_thinning_as_it_goes_then_comes_to_the_same_as_thinning_at_the_end() -> None:
    everything = every_hour(24 * 80)
    at_once = newest_first(*everything)
    stay: tuple[Version, ...] = ()
    for one in everything:
        stay = newest_first(one, *stay)
        gone = set(excess(stay))
        stay = tuple(kept for kept in stay if kept not in gone)
    assert len(everything) == 1_920
    expected = set(at_once) - set(excess(at_once))
    assert {one.at // DAY for one in stay} == {one.at // DAY for one in expected}
    assert {one.at // (7 * DAY) for one in stay} == {one.at // (7 * DAY) for one in expected}


def test_a_clock_ten_years_wrong_in_between_then_lets_nothing_go_that_would_have_stayed() -> None:
    for jump in (YEARS, -YEARS, HOUR, -HOUR):
        hours = every_hour(8)
        wrong = tuple(version(9 + n, START + 8 * HOUR + n * HOUR + jump) for n in range(4))
        again = every_hour(8, START + 12 * HOUR, first=13)
        listed = newest_first(*hours, *wrong, *again)
        assert len(listed) == 20
        gone = excess(listed)
        if abs(jump) == YEARS:
            assert gone == ()
        else:
            assert len(gone) <= 2 and not {one for one in gone if one.rev > 15}
        assert listed[0].rev == 20


def test_an_hour_that_comes_twice_then_loses_neither() -> None:
    """The end of summer time moves nothing: moments are counted from 1970, not read from a clock face."""
    listed = newest_first(*every_hour(10))
    assert excess(listed) == ()


def test_what_was_kept_at_a_turning_point_then_stays_beside_the_hours() -> None:
    close = [version(n, START + n, Why.IMPORT) for n in range(1, 40)]
    foreign = [version(n, START + n, Why.RECEIVED) for n in range(40, 80)]
    listed = newest_first(*close, *foreign, version(99, START + 99))
    stay = set(listed) - set(excess(listed))
    assert len([one for one in stay if one.why in TURNS]) == LAST
    assert len([one for one in stay if one.why in ONLY_HERE]) == LAST
    assert listed[0] in stay


def test_two_hundred_megabytes_then_are_met_by_the_oldest_without_a_name() -> None:
    big = MOST_BYTES // 10
    named = [version(n, START + n * HOUR, Why.HOURLY, f"Named {n}", big) for n in range(1, 7)]
    free = [version(n, START + n * HOUR, size=big) for n in range(7, 17)]
    listed = newest_first(*named, *free)
    gone = excess(listed)
    assert [one.rev for one in gone] == [7, 8, 9, 10, 11, 12]
    more = newest_first(*(version(n, START, Why.NAMED, size=MOST_BYTES) for n in range(3)), *free)
    assert [one for one in more if one not in excess(more)] == [
        one for one in more if one.named or one.rev == 16
    ]


MOMENTS = st.one_of(
    st.floats(-YEARS, YEARS).map(lambda seconds: START + seconds),
    st.integers(0, 2_000).map(lambda hours: START + hours * HOUR),
    st.sampled_from([0.0, -1.0, START, START + YEARS, START - YEARS]),
)
VERSIONS = st.lists(
    st.tuples(
        st.integers(0, 400),
        MOMENTS,
        st.sampled_from(Why),
        st.sampled_from(["", "", "", "A name"]),
        st.sampled_from([1_000, 1_000, MOST_BYTES // 4]),
    ),
    max_size=300,
    unique_by=lambda parts: parts[:3],
)


@given(VERSIONS, st.integers(0, 10))
def test_any_times_and_jumps_then_leave_the_newest_the_named_and_no_more_than_a_few(
    parts: list[tuple[int, float, Why, str, int]], protected: int
) -> None:
    listed = newest_first(*(version(*one) for one in parts))
    kept = listed[protected : protected + 1]
    gone = set(excess(listed, kept))
    stay = [one for one in listed if one not in gone]
    assert set(listed[:1]) <= set(stay) and set(kept) <= set(stay)
    assert not any(one.named for one in gone)
    free = [one for one in stay if not one.named]
    assert len(free) <= MOST + len(kept)
    safe = {*listed[:1], *kept, *(one for one in listed if one.named)}
    assert sum(one.size for one in stay) <= MOST_BYTES or set(stay) == safe
    assert not set(excess(tuple(stay), kept)), "thinning twice lets nothing more go"


def test_files_of_thinned_versions_then_are_gone_with_their_notes(tmp_path: Path) -> None:
    moment = [START]
    versions = Versions(Home(tmp_path), "document", clock=lambda: moment[0])
    for n in range(60):
        moment[0] = START + n * 60
        versions.keep(b"%d" % n, n, Why.HOURLY)
    named = versions.keep(b"named", 7, Why.HOURLY, "Named")
    assert len(versions.all()) == 61
    assert thin(versions) == named.size
    left = versions.all()
    assert left[0].rev == 59 and named.path in {one.path for one in left}
    assert len(left) <= 3 + thinning.LAST
    assert len(list(versions.folder.iterdir())) == len(left) + 1
