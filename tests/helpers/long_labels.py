"""Two hundred long labels in eight scripts, always the same, and a journey full of them."""

from __future__ import annotations

from random import Random

from helpers.drawing import Drawing
from rondofile.enums import Evidence
from rondofile.project import Project

SCRIPTS = {
    "latin": "Vorauszahlungsbestätigung über Donaudampfschifffahrtsgesellschaftsangelegenheiten naïve façade "
    "Größenänderung Straßenbahnhaltestelle œuvre Übernachtungsmöglichkeit prüfen und wählen mit Kindern",
    "greek": "σύγκριση ημερομηνιών ξενοδοχείων και διαδρομών επιβεβαίωση προπληρωμής οικογενειακών διακοπών "
    "ηλεκτροεγκεφαλογραφήματος στον πάγκο υποδοχής",
    "cyrillic": "сравнение гостиниц и аттракционов подтверждение предварительной оплаты "
    "достопримечательности высокопревосходительство семейного отпуска у стойки",
    "arabic": "مقارنة التواريخ والفنادق تسجيل الوصول عند المكتب والانتظار الطويل للعائلة قبل الدخول "
    "فسيكفيكهم استقبالاتهم الحجز والدفع",
    "hebrew": "השוואת תאריכים ומלונות רישום הגעה בדלפק והמתנה ארוכה של המשפחה לפני הכניסה "
    "וכשבהשתעשעויותיהם הזמנה ותשלום",
    "devanagari": "तारीखों और होटलों की तुलना पंजीकरण डेस्क पर लंबी प्रतीक्षा परिवार के साथ छुट्टी "
    "किंकर्तव्यविमूढ़ अग्रिम भुगतान की पुष्टि",
    "telugu": "తేదీలు హోటళ్లు పోల్చడం డెస్క్ వద్ద నమోదు కుటుంబంతో సెలవు కోరిక బుకింగ్ చేసి చెల్లించడం ముందస్తు చెల్లింపు నిర్ధారణ",
    "chinese": "比较日期酒店和游乐项目 在前台办理入住手续并长时间等待 全家度假的愿望 预付款确认 账单回家",
}
EACH = 25


def labels() -> list[tuple[str, str]]:
    """Script and label, 200 of them: three to fourteen words."""
    chance = Random(8)
    found = []
    for script, text in SCRIPTS.items():
        words = text.split()
        for number in range(EACH):
            some = [chance.choice(words) for _ in range(chance.randint(3, 14))]
            found.append((script, f"{' '.join(some)} {number + 1}"))
    return found


def labelled(every: int = 1) -> Project:
    """One journey `labels`: every label a title, a pain, a delight, a channel, a lane or a link somewhere;
    or one label of `every` so many."""
    found = labels()
    lanes = [label for _, label in found[::EACH]]
    found = found[::every]
    d = Drawing(
        "labels", found[0][1], [(name, "customer" if i == 0 else "firm") for i, name in enumerate(lanes)]
    )
    for number, (_, label) in enumerate(found):
        other = found[(number * 7) % len(found)][1]
        d.step(
            str(number),
            label,
            ("rec", "req", "res")[number % 3],
            lanes[number % len(lanes)],
            pains=[(other, 1 + number % 3)] if number % 2 else [],
            delights=[other] if number % 3 == 0 else [],
            channel=label if number % 4 == 0 else "",
            wait_minutes=35.0 if number % 5 == 0 else None,
            feeling=number % 5 - 2,
            evidence=Evidence.SAID,
        )
    for number in range(len(found) - 1):
        d.link(str(number), str(number + 1), label=found[number][1] if number % 4 == 0 else "")
    return Project.of(d.records)
