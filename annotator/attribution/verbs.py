"""The verbs with which newsrooms say that somebody said something."""

from dataclasses import dataclass
from typing import Literal

from annotator.attribution.spans import listed_words

Form = Literal["base", "third", "past", "participle", "gerund"]
Strength = Literal["saying", "judging", "thinking"]

# What is said may be anything, and the speaker may follow the verb.
_SAYING = (
    "read fume grumble laugh enthuse rage moan groan gush storm thunder recount sob"
    " hiss roar put acknowledge add admit advise allege announce answer argue ask"
    " assert boast caution chant claim comment complain concede conclude confide"
    " confirm contend continue counter cry declare deny disclose echo elaborate"
    " emphasize emphasise exclaim explain gripe guess insist joke lament maintain"
    " muse note observe opine posit predict proclaim promise pronounce quip reason"
    " recall reiterate relate remark remember remind repeat reply report respond"
    " retort reveal say scream shout sigh speculate state stress suggest surmise"
    " tell testify text tweet urge volunteer vow warn whisper wonder write yell"
    " pledge theorize theorise summarize snap rant tout assure indicate inform"
    " allow inquire mention post recite"
)
# What follows is what is judged, asked for or told of.
_JUDGING = (
    "accuse project decline refuse address advocate applaud assail attack back"
    " blame blast call castigate challenge champion characterize charge chide cite"
    " compare condemn credit criticize criticise debunk decry defend demand"
    " denounce deride describe detail discuss dismiss dispute dub endorse estimate"
    " express fault forecast hail highlight imply invoke label liken mock object"
    " oppose outline plead point portray praise propose protest push question quote"
    " rail rebuke recommend refer reference refute reject request ridicule rip rule"
    " scoff scold signal slam specify support swear tease thank threaten touch"
    " trumpet tout underscore welcome seek offer urge agree disagree apologize"
    " explain find show brand laud bemoan"
)
_THINKING = (
    "anticipate assume believe consider deem doubt expect fear feel figure hope"
    " imagine intend know learn mean plan prefer realize recognize regard suspect"
    " think understand want worry wish see regret"
)
_IRREGULAR = {
    "say": ("says", "said", "said", "saying"),
    "tell": ("tells", "told", "told", "telling"),
    "write": ("writes", "wrote", "written", "writing"),
    "swear": ("swears", "swore", "sworn", "swearing"),
    "think": ("thinks", "thought", "thought", "thinking"),
    "know": ("knows", "knew", "known", "knowing"),
    "feel": ("feels", "felt", "felt", "feeling"),
    "see": ("sees", "saw", "seen", "seeing"),
    "mean": ("means", "meant", "meant", "meaning"),
    "understand": ("understands", "understood", "understood", "understanding"),
    "find": ("finds", "found", "found", "finding"),
    "show": ("shows", "showed", "shown", "showing"),
    "put": ("puts", "put", "put", "putting"),
    "read": ("reads", "read", "read", "reading"),
    "seek": ("seeks", "sought", "sought", "seeking"),
    "forecast": ("forecasts", "forecast", "forecast", "forecasting"),
}
_DOUBLED = listed_words("sob admit refer rip dub quip snap plan regret chat slam")
_VOWELS = frozenset("aeiou")
# Read as nouns unless something tells otherwise.
NOUN_FORMS = listed_words(
    "advocate advocates answer answers attack attacks back backs blame call calls"
    " challenge challenges champion charge charges claim claims comment comments"
    " complain demand demands detail details echo echoes estimate estimates fault"
    " fear fears figure figures forecast forecasts hope hopes joke jokes label mean"
    " means mention mentions need note notes object objects outline plan plans plea"
    " point points post posts praise promise promises protest protests question"
    " questions quote quotes report reports request requests respond rule rules"
    " show shows signal signals state states stress support supports suspect"
    " suspects tease text texts thought thoughts touch tweet tweets urge urges vow"
    " vows want welcome wish wishes wonder worry pledge pledges reference"
    " references reason reasons second project projects saw sees offer offers"
    " address addresses brand brands counter counters cry cries credit credits say"
    " volunteer volunteers backing"
)

# Said of much else: these need what was said to follow, or to stand before.
NOISY = listed_words(
    "add continue state rule remark post note reason point comment claim report"
    " show allow volunteer find back touch echo relate maintain repeat mean figure"
    " see learn plan project sound respond offer seek push address charge challenge"
    " text snap answer decline refuse put"
)


@dataclass(frozen=True, slots=True)
class Verb:
    base: str
    form: Form
    strength: Strength


def _forms(base: str) -> tuple[str, str, str, str]:
    if base in _IRREGULAR:
        return _IRREGULAR[base]
    if base.endswith("y") and base[-2] not in _VOWELS:
        return f"{base[:-1]}ies", f"{base[:-1]}ied", f"{base[:-1]}ied", f"{base}ing"
    third = (
        f"{base}es" if base.endswith(("s", "sh", "ch", "x", "z", "o")) else f"{base}s"
    )
    stem = base + base[-1] if base in _DOUBLED else base
    if base.endswith("e"):
        ing = f"{base}ing" if base.endswith("ee") else f"{base[:-1]}ing"
        return third, f"{base}d", f"{base}d", ing
    return third, f"{stem}ed", f"{stem}ed", f"{stem}ing"


def _lexicon() -> dict[str, Verb]:
    found: dict[str, Verb] = {}
    groups: tuple[tuple[Strength, str], ...] = (
        ("saying", _SAYING),
        ("judging", _JUDGING),
        ("thinking", _THINKING),
    )
    for strength, listed in groups:
        for base in listed.split():
            third, past, participle, gerund = _forms(base)
            found.setdefault(gerund, Verb(base, "gerund", strength))
            found.setdefault(base, Verb(base, "base", strength))
            found.setdefault(third, Verb(base, "third", strength))
            found.setdefault(past, Verb(base, "past", strength))
            found.setdefault(participle, Verb(base, "participle", strength))
    return found


VERBS = _lexicon()
"""Every form of every verb that credits, by the form."""
