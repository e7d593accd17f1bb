"""Pictures that come into a project: the picture is kept and nothing else, what harms is refused unread."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, PngImagePlugin

from rondofile.document import Document
from rondofile.errors import PictureError
from rondofile.kinds import EditKind
from rondofile.nouns import assets
from rondofile.pictures import MOST_BYTES, picture_of
from rondofile.records import Asset

SECRET = b"51.5007 N, A. Photographer"


def png(width: int = 40, height: int = 30, **more: object) -> bytes:
    """A PNG whose texts and camera notes tell more than the picture."""
    told = PngImagePlugin.PngInfo()
    told.add_text("Author", SECRET.decode(), zip=bool(more.pop("zip", False)))
    picture = Image.linear_gradient("L").resize((width, height)).convert("RGBA")
    return _saved(picture, "PNG", pnginfo=told, exif=_exif(), dpi=(300, 300), **more)


def jpeg(turn: int = 6, **more: object) -> bytes:
    """A JPEG as a camera writes it, lying on its side."""
    picture = Image.linear_gradient("L").resize((64, 48)).convert("RGB")
    return _saved(picture, "JPEG", exif=_exif(turn), comment=SECRET, **more)


def _exif(turn: int = 1) -> bytes:
    notes = Image.Exif()
    notes[0x0112], notes[0x013B] = turn, SECRET.decode()
    return notes.tobytes()


def _saved(picture: Image.Image, kind: str, **more: object) -> bytes:
    out = BytesIO()
    picture.save(out, kind, **more)
    return out.getvalue()


def chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def bomb(width: int, height: int) -> bytes:
    """A few bytes that say to be an enormous picture."""
    head = struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize(
    "data",
    [
        png(),
        png(zip=True),
        jpeg(),
        jpeg(progressive=True),
        jpeg(quality=20),
        jpeg(icc_profile=b"profile" * 40),
    ],
    ids=["png", "png with packed text", "jpeg", "progressive jpeg", "coarse jpeg", "jpeg with a profile"],
)
def test_a_picture_then_looks_the_same_and_tells_nothing_else(data: bytes) -> None:
    picture = picture_of(data)
    before, after = Image.open(BytesIO(data)), Image.open(BytesIO(picture.content))
    assert before.tobytes() == after.tobytes()
    assert after.size == (picture.width, picture.height)
    assert SECRET not in picture.content and not after.info.get("Author")
    assert before.getexif().get(0x0112, 1) == after.getexif().get(0x0112, 1)
    assert 0x013B in before.getexif() and 0x013B not in after.getexif()
    assert before.info.get("icc_profile") == after.info.get("icc_profile")
    assert picture_of(picture.content) == picture


def test_what_follows_a_picture_then_is_left_behind() -> None:
    for data in (png(), jpeg()):
        assert picture_of(data + b"PK\x03\x04 a parcel") == picture_of(data)


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (bomb(30_000, 30_000), "large"),
        (bomb(0, 5), "damaged"),
        (bomb(2**31, 1), "damaged"),
        (png()[:-30], "damaged"),
        (jpeg()[:-2], "damaged"),
        (jpeg()[:200], "damaged"),
        (png()[:60] + b"x" + png()[61:], "damaged"),
        (b"GIF89a" + b"\0" * 100, "kind"),
        (b"<svg xmlns='x'><image href='secret.png'/></svg>", "kind"),
        (b"<?xml version='1.0'?><!DOCTYPE svg [<!ENTITY a 'b'>]><svg/>", "kind"),
        (b"RIFF\0\0\0\0WEBP", "kind"),
        (b"%PDF-1.7", "kind"),
        (b"", "kind"),
        (png() + b"\0" * MOST_BYTES, "large"),
    ],
)
def test_what_is_no_picture_to_keep_then_is_refused_by_its_head(data: bytes, problem: str) -> None:
    with pytest.raises(PictureError) as caught:
        picture_of(data)
    assert caught.value.facts["problem"] == f"picture.{problem}"


@given(st.data())
def test_any_damage_then_is_a_picture_or_refused(data: st.DataObject) -> None:
    whole = bytearray(data.draw(st.sampled_from((png(), jpeg(), jpeg(progressive=True)))))
    for _ in range(data.draw(st.integers(1, 8))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, len(whole)))
    try:
        picture = picture_of(bytes(whole[:cut]))
    except PictureError:
        return
    assert picture.width * picture.height > 0 and len(picture.content) <= len(whole) + 40


@pytest.mark.parametrize(
    "name", ["../../x", "C:\\x", "CON", "a\0b", "x.png:stream", "//host/share", "e\u0301", ""]
)
def test_a_name_that_leads_elsewhere_then_is_only_a_text(tmp_path: Path, name: str) -> None:
    with Document.create(tmp_path / "plan.rondo", root=tmp_path / "home") as document:
        with document.edit(EditKind.IMPORT) as edit:
            first = assets.add(edit, name, png())
            assert assets.add(edit, "again", png()) == first
        (asset,) = document.project.all(Asset)
        assert asset.media_type == "image/png" and "\0" not in asset.name
        document.publish()
    assert {path.name for path in tmp_path.iterdir()} == {"home", "plan.rondo"}
    assert len(Document.read(tmp_path / "plan.rondo").all(Asset)) == 1
