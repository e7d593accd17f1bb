"""Fields: a question with the place for its answer, the same in every room of the window."""

from rondo.ui.fields.chips import Chip, ListField
from rondo.ui.fields.choice import ChoiceField, Option
from rondo.ui.fields.date import DateField
from rondo.ui.fields.evidence import EvidenceField
from rondo.ui.fields.field import VARIOUS, Field
from rondo.ui.fields.number import DurationField, NumberField
from rondo.ui.fields.score import ScoreField
from rondo.ui.fields.text import LineField, TextField
from rondo.ui.fields.tick import TickField

__all__ = [
    "VARIOUS",
    "Chip",
    "ChoiceField",
    "DateField",
    "DurationField",
    "EvidenceField",
    "Field",
    "LineField",
    "ListField",
    "NumberField",
    "Option",
    "ScoreField",
    "TextField",
    "TickField",
]
