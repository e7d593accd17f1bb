"""The words that a field may hold: spelled the same in code, database and JSON.

Order matters: it is the order on screen and paper. Experiences are never a ladder; their order is only
how early they enter the journey (domain C33, C35).
"""

from enum import StrEnum


class PlayerKind(StrEnum):
    """What an organisation is to us."""

    OWN = "own"
    RIVAL = "rival"
    START_UP = "start-up"
    OTHER_INDUSTRY = "other-industry"
    PARTNER = "partner"
    CROWD = "crowd"
    COMMUNITY = "community"


class Experience(StrEnum):
    """The four connected customer experiences: the rows of the matrix (domain 2.12)."""

    RESPOND_TO_DESIRE = "respond-to-desire"
    CURATED_OFFERING = "curated-offering"
    COACH_BEHAVIOR = "coach-behavior"
    AUTOMATIC_EXECUTION = "automatic-execution"


class Architecture(StrEnum):
    """The five connection architectures: the columns of the matrix (domain 2.17, 4)."""

    CONNECTED_PRODUCER = "connected-producer"
    CONNECTED_RETAILER = "connected-retailer"
    CONNECTED_MARKET_MAKER = "connected-market-maker"
    CROWD_ORCHESTRATOR = "crowd-orchestrator"
    PEER_TO_PEER_NETWORK = "peer-to-peer-network"


class Phase(StrEnum):
    """The four Rs (domain C08, C19). A step in repeat is our own learning work."""

    RECOGNIZE = "recognize"
    REQUEST = "request"
    RESPOND = "respond"
    REPEAT = "repeat"


class StepKind(StrEnum):
    """The eight kinds of step (domain 2.5)."""

    NEED = "need"
    AWARENESS = "awareness"
    SEARCH = "search"
    DECIDE = "decide"
    ORDER = "order"
    RECEIVE = "receive"
    EXPERIENCE = "experience"
    AFTER_SALE = "after-sale"


class JourneyState(StrEnum):
    AS_IS = "as-is"
    TO_BE = "to-be"


class LaneRole(StrEnum):
    """Whose desk a lane is."""

    CUSTOMER = "customer"
    FIRM = "firm"
    PARTNER = "partner"
    INDIVIDUAL = "individual"
    MEMBER = "member"
    SYSTEM = "system"


class Actor(StrEnum):
    """Who does the work of a step, apart from the lane it happens in."""

    CUSTOMER = "customer"
    FIRM = "firm"
    BOTH = "both"
    PARTNER = "partner"
    INDIVIDUAL = "individual"
    MEMBER = "member"
    NOBODY = "nobody"


class AwareFirst(StrEnum):
    """Who notices the need first (domain C09)."""

    CUSTOMER = "customer"
    FIRM = "firm"
    BOTH = "both"
    NOBODY = "nobody"


class Trigger(StrEnum):
    """What starts a contact (domain 2.14)."""

    CUSTOMER = "customer"
    FIRM = "firm"
    SENSOR = "sensor"
    CALENDAR = "calendar"
    PARTNER = "partner"
    OTHER_CUSTOMER = "other-customer"


class Identity(StrEnum):
    """Whether we know, on entering a step, that it is the same person (domain 2.15). None: not known."""

    CARRIED = "carried"
    LOST = "lost"
    ANONYMOUS = "anonymous"


class Evidence(StrEnum):
    """How we know a fact; strongest first."""

    SEEN = "seen"
    SAID = "said"
    ASSUMED = "assumed"


class InformationHow(StrEnum):
    """How a piece of information reaches a step (domain C17)."""

    TOLD = "told"
    INFERRED = "inferred"
    SENSED = "sensed"


class InformationUse(StrEnum):
    GATHERS = "gathers"
    USES = "uses"


class About(StrEnum):
    """What information or learning is about."""

    PERSON = "person"
    PEOPLE = "people"
    THING = "thing"


class MarkKind(StrEnum):
    PAIN = "pain"
    DELIGHT = "delight"
    DRIVER = "driver"


class PainCause(StrEnum):
    """Why it hurts; each cause points to a row, to a column or to no cell at all (practice 1.5)."""

    NOTICED_LATE = "noticed-late"
    CHOICE = "choice"
    EFFORT = "effort"
    CHORE = "chore"
    NOT_FREE = "not-free"
    NOT_OFFERED = "not-offered"
    PEER_KNOWS = "peer-knows"
    GO_BETWEEN = "go-between"
    UNEVEN = "uneven"
    ORGANISATION = "organisation"


class LinkKind(StrEnum):
    """Coming back (returns) is not knowing more (learns)."""

    NEXT = "next"
    RETURNS = "returns"
    LEARNS = "learns"
    INFORMATION = "information"
    MONEY = "money"
    GOODS = "goods"


class PlacementState(StrEnum):
    """Today, we will, we could."""

    NOW = "now"
    TARGET = "target"
    IDEA = "idea"


class CardKind(StrEnum):
    """What an offer is for."""

    SEGMENT = "segment"
    SITUATION = "situation"
    STRETCH = "stretch"
    ACTIVITY = "activity"


class RoleKind(StrEnum):
    """What part somebody plays when customers are served: user, chooser and payer need not be one."""

    USER = "user"
    CHOOSER = "chooser"
    PAYER = "payer"
    CONSENT_GIVER = "consent-giver"


class PermissionState(StrEnum):
    """How far the permission to use a piece of information has come."""

    PLANNED = "planned"
    ASKED = "asked"
    GIVEN = "given"
    REFUSED = "refused"


class PermissionBasis(StrEnum):
    """What allows us to use it: not always consent."""

    CONSENT = "consent"
    CONTRACT = "contract"
    DUTY_OF_CARE = "duty-of-care"


class Knows(StrEnum):
    """Knowing the need is not knowing the options; both are answered so."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"
