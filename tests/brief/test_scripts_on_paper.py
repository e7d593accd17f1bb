"""A brief in seven scripts gives every text back, on pages with embedded fonts."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from pathlib import Path

import pytest

from helpers import engines
from helpers.cases import pdf_fonts, pdf_text, squeezed
from rondo.brief.write import BriefOptions, brief_pdf
from rondo.text.qt_engine import QtTextEngine
from rondo.text.shaped import Style
from rondofile.enums import (
    Architecture,
    CardKind,
    Experience,
    Identity,
    LaneRole,
    MarkKind,
    PainCause,
    Phase,
    PlacementState,
    StepKind,
)
from rondofile.project import Project
from rondofile.records import (
    Condition,
    Decision,
    Info,
    Journey,
    Lane,
    Link,
    Mark,
    Placement,
    Record,
    Segment,
    Step,
)

TEXTS = {
    "telugu": ("కుటుంబ ప్రయాణం", "స్ట్రాటజీ నిపుణులు వేచి ఉంటారు", "ప్రధాన ద్వారం వద్ద గుర్తింపు", "చాలా ఎంపికలు ఉన్నాయి"),
    "devanagari": ("ग्राहक यात्रा", "स्त्रियों की कक्षा में प्रतीक्षा", "मुख्य द्वार पर पहचान", "बहुत सारे विकल्प हैं"),
    "arabic": ("رحلة العميل", "ينتظر الضيوف عند الباب", "استقبال الفندق الكبير", "خيارات كثيرة جدا"),
    "hebrew": ("מסע הלקוח", "האורחים מחכים בתור", "קבלה במלון הגדול", "יותר מדי אפשרויות"),
    "thai": ("การเดินทางของลูกค้า", "แขกรอที่ประตูใหญ่", "ตรวจสอบที่โรงแรม", "มีตัวเลือกมากเกินไป"),
    "dutch": (
        "Eén bezoek, twee wensen",
        "Wachten op e\u0301e\u0301n tafel",
        "Inchecken bij de balie",
        "Te véél om te kiezen",
    ),
    "chinese": ("客户旅程", "客人在门口等候", "酒店前台登记", "选择太多难以比较"),
}
RIGHT_TO_LEFT = {"arabic", "hebrew"}


def journey_in(script: str) -> list[Record]:
    """Three steps at three desks, a break and a pain at the last."""
    name, wait, desk, pain = TEXTS[script]
    of = {"journey": "j"}
    last = {"feeling": -2, "identity": Identity.LOST}
    return [
        Journey(id="j", name=name, segment="g"),
        Lane(id="c", name=name, role=LaneRole.CUSTOMER, **of),
        Lane(id="d", position=1, name=desk, role=LaneRole.FIRM, **of),
        Lane(id="e", position=2, name=wait, role=LaneRole.FIRM, **of),
        Step(id="s1", title=pain, phase=Phase.REQUEST, kind=StepKind.SEARCH, lane="c", **of),
        Step(id="s2", position=1, title=desk, phase=Phase.RESPOND, lane="d", **of),
        Step(id="s3", position=2, title=wait, phase=Phase.RESPOND, lane="e", **of, **last),
        Mark(id="m", step="s3", kind=MarkKind.PAIN, text=pain, weight=3, cause=PainCause.CHOICE),
        Link(id="l1", source="s1", target="s2", **of),
        Link(id="l2", source="s2", target="s3", **of),
    ]


def project_in(script: str) -> Project:
    """A journey, an offer, a condition and a decision, all in one script."""
    name, wait, desk, pain = TEXTS[script]
    offer = Placement(
        id="o",
        offer=wait,
        card_kind=CardKind.SEGMENT,
        card_ref="g",
        experience=Experience.CURATED_OFFERING,
        architecture=Architecture.CONNECTED_PRODUCER,
        state=PlacementState.TARGET,
        reason_experience=pain,
        reason_architecture=desk,
        source=wait,
    )
    about = [Info(id="p", title=name, organisation=desk), Segment(id="g", name=name)]
    asked = [
        Condition(id="k", text=desk, owner=name),
        Decision(id="q", text=wait, recommended=desk, alternative=pain),
    ]
    return Project.of([*about, *journey_in(script), offer, *asked])


def letters(text: str) -> Counter[str]:
    """The letters of a text, however readers order what runs from right to left."""
    return Counter(c for c in unicodedata.normalize("NFKC", text) if unicodedata.category(c)[0] in "LM")


def written(tmp_path: Path, script: str, engine: QtTextEngine, preset: str = "working-paper") -> Path:
    path = tmp_path / f"{script}.pdf"
    path.write_bytes(brief_pdf(project_in(script), engine, BriefOptions(preset)))
    return path


@pytest.mark.parametrize("preset", ["board", "working-paper"])
@pytest.mark.parametrize("script", TEXTS)
def test_brief_when_its_texts_are_in_a_script_then_every_text_comes_back(tmp_path, script, preset):
    found = pdf_text(written(tmp_path, script, engines.system_engine(), preset))
    whole = squeezed(unicodedata.normalize("NFC", found))
    for text in TEXTS[script]:
        if script in RIGHT_TO_LEFT:
            for word in text.split():
                assert word in found or word[::-1] in found or letters(word) <= letters(found), word
        else:
            assert squeezed(unicodedata.normalize("NFC", text)) in whole, text


@pytest.mark.parametrize("script", TEXTS)
def test_brief_when_its_texts_are_in_a_script_then_its_fonts_are_embedded_with_unicode(tmp_path, script):
    fonts = pdf_fonts(written(tmp_path, script, engines.system_engine()))
    assert fonts and all((f["emb"], f["sub"], f["uni"]) == ("yes", "yes", "yes") for f in fonts), fonts


def test_brief_when_no_font_has_a_script_then_the_text_is_still_there_and_the_script_is_named(tmp_path):
    engine = engines.engine()
    found = squeezed(pdf_text(written(tmp_path, "chinese", engine)))
    for text in TEXTS["chinese"]:
        assert text in found
    assert engine.shape(TEXTS["chinese"][0], Style(9)).missing == frozenset({"Han"})


def test_right_to_left_text_when_extracted_as_it_stands_on_the_page_then_words_are_whole(tmp_path):
    path = written(tmp_path, "hebrew", engines.system_engine())
    words = set(re.findall(r"[\u0590-\u05ff]+", pdf_text(path)))
    wanted = {word for text in TEXTS["hebrew"] for word in re.findall(r"[\u0590-\u05ff]+", text)}
    assert len(wanted) >= 8
    assert all(word in words or word[::-1] in words for word in wanted), wanted - words
