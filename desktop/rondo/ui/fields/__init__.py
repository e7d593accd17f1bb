"""Fields: a question with the place for its answer, the same in every room of the window."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rondo.ui.fields.chips import Chip, ListField
    from rondo.ui.fields.choice import ChoiceField, Option
    from rondo.ui.fields.date import DateField
    from rondo.ui.fields.evidence import EvidenceField
    from rondo.ui.fields.field import VARIOUS, Field
    from rondo.ui.fields.number import DurationField, NumberField
    from rondo.ui.fields.score import ScoreField
    from rondo.ui.fields.text import LineField, TextField
    from rondo.ui.fields.tick import TickField
else:

    def __getattr__(name: str) -> object:
        """A field is imported when its name is first asked for: a start asks for few of them."""
        if name not in _PLACES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(import_module(f"{__name__}.{_PLACES[name]}"), name)


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

_PLACES = {
    "VARIOUS": "field",
    "Chip": "chips",
    "ChoiceField": "choice",
    "DateField": "date",
    "DurationField": "number",
    "EvidenceField": "evidence",
    "Field": "field",
    "LineField": "text",
    "ListField": "chips",
    "NumberField": "number",
    "Option": "choice",
    "ScoreField": "score",
    "TextField": "text",
    "TickField": "tick",
}
