"""How names in a range are compared with ours: small letters, three languages, what people say as well."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from enum import StrEnum
from functools import cache
from typing import TypeVar

from rondo.strategy.framework.whole import load
from rondo.words import LANGUAGES, Words

E = TypeVar("E", bound=StrEnum)


def plain(text: str) -> str:
    """The text as it is compared: small, without accents of width, signs at its ends and double blanks."""
    text = unicodedata.normalize("NFKC", text).casefold().replace("_", " ").replace("-", " ")
    bare = " ".join(text.split())
    return bare.strip(" :.?*#") or bare


@cache
def said(key: str) -> frozenset[str]:
    """What people of the three languages write for a key: its message is a list with bars between."""
    found = (one for language in LANGUAGES for one in Words(language)(key).split("|"))
    return frozenset(map(plain, found))


def member_of(kind: type[E], wanted: str, more: Callable[[E], str] = lambda _: "") -> E | None:
    """The member with that name, compared plainly; `more`: the key of what people say for it as well."""
    return next((member for member in kind if wanted in names_of(member, more(member))), None)


@cache
def names_of(member: StrEnum, key: str = "") -> frozenset[str]:
    """What a member is called: its name and short test in three languages, and its own word."""
    framework = [load(language) for language in LANGUAGES]
    names = {plain(one.name(member)) for one in framework} | {plain(one.short(member)) for one in framework}
    names.add(plain(member.value))
    return frozenset(names | said(key) if key in Words() else names)
