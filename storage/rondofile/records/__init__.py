"""The nouns of a project as frozen records: one dataclass, one table, one JSON object.

These records are the truth: the database schema, the JSON schema and the framework files are tested
against them. Ids are 1-64 letters of A-Z a-z 0-9 _ -; a reference holds the id of another record.
Scores run from -2 to +2, shares are percent, durations are minutes. None means "not known"; an empty
text means "nothing said". `position` orders the records of one noun under the same parent, from 0.
"""

from rondofile.records.base import Record
from rondofile.records.journey import (
    Journey,
    Lane,
    Link,
    Mark,
    Note,
    Step,
    StepFeeling,
    StepInformation,
    StepOrigin,
    Stretch,
    StretchStep,
)
from rondofile.records.people import Fit, Info, Item, Player, Segment, Situation
from rondofile.records.strategy import (
    Action,
    Asset,
    BriefSection,
    Condition,
    Criterion,
    Decision,
    Placement,
    Reading,
    Response,
    RoleChoice,
    Score,
)

NOUNS: dict[str, type[Record]] = {
    "project": Info,
    "player": Player,
    "segment": Segment,
    "situation": Situation,
    "fit": Fit,
    "item": Item,
    "journey": Journey,
    "lane": Lane,
    "step": Step,
    "step_feeling": StepFeeling,
    "step_origin": StepOrigin,
    "step_information": StepInformation,
    "mark": Mark,
    "link": Link,
    "stretch": Stretch,
    "stretch_step": StretchStep,
    "note": Note,
    "placement": Placement,
    "reading": Reading,
    "response": Response,
    "criterion": Criterion,
    "score": Score,
    "role_choice": RoleChoice,
    "condition": Condition,
    "decision": Decision,
    "action": Action,
    "brief_section": BriefSection,
    "asset": Asset,
}
"""Every noun with its record, parents before children: the order in which rows can be written."""

NOUN_OF: dict[type[Record], str] = {record: noun for noun, record in NOUNS.items()}

__all__ = [
    "NOUNS",
    "NOUN_OF",
    "Action",
    "Asset",
    "BriefSection",
    "Condition",
    "Criterion",
    "Decision",
    "Fit",
    "Info",
    "Item",
    "Journey",
    "Lane",
    "Link",
    "Mark",
    "Note",
    "Placement",
    "Player",
    "Reading",
    "Record",
    "Response",
    "RoleChoice",
    "Score",
    "Segment",
    "Situation",
    "Step",
    "StepFeeling",
    "StepInformation",
    "StepOrigin",
    "Stretch",
    "StretchStep",
]
