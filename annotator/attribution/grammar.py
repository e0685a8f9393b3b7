"""Small words: what joins, points and helps; where a phrase begins or ends."""

from annotator.attribution.spans import listed_words

DETERMINERS = listed_words(
    "a an the this that these those his her its their our my your some any several"
    " many most both each every another other one two three four five six seven"
    " eight nine ten dozens hundreds thousands few no such all various multiple"
    " certain numerous more"
)
AUXILIARIES = listed_words(
    "am are be been being could did do does had has have having is may might must"
    " shall should was were will would 'd 'll 've can cannot ca wo he's she's it's"
    " they're we're i've they've we've i'd he'd she'd they'd he'll she'll they'll"
    " didn't doesn't don't hasn't haven't hadn't isn't wasn't aren't weren't won't"
    " wouldn't couldn't can't shouldn't got"
)
NEGATIONS = listed_words(
    "not never n't didn't doesn't don't hasn't haven't hadn't isn't wasn't aren't"
    " weren't won't wouldn't couldn't can't neither nor"
)
ADVERBS = listed_words(
    "again ago all already also always apparently back both even ever far first"
    " frequently further generally here instead just last later long merely more"
    " much never next not now often once only openly previously publicly quickly"
    " recently repeatedly simply since sometimes soon still then there though thus"
    " today together tonight too twice usually very well yesterday yet famously"
    " reportedly allegedly earlier initially clearly subsequently so"
)
DAYS = listed_words(
    "monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri"
    " sat sun today yesterday tonight tomorrow january february march april may"
    " june july august september october november december jan feb mar apr jun jul"
    " aug sep sept oct nov dec morning afternoon evening night week month year"
    " weekend"
)
CONJUNCTIONS = listed_words(
    "after although and as because before but even even-though if like once or"
    " rather since so than that then though till unless until what when whenever"
    " where whereas wherever whether which while who whom whose why how nor yet"
    " despite without amid during"
)
PREPOSITIONS = listed_words(
    "about above according across against along among around at behind below beside"
    " besides between beyond by concerning down except for from in including inside"
    " into near of off on onto out outside over past per through throughout to"
    " toward towards under up upon via with within"
)
FINITE = listed_words(
    "is was are were has had have does did do can could may might must shall should"
    " will would am became began broke brought came drew fell gave gets goes got"
    " grew held keeps kept knew leads left led lost made makes met needs paid put"
    " ran rose sat saw sees seems sent sets spent stood takes took tries turned"
    " wants went won works comes remains appeared appears gone ca wo hit won't"
    " can't don't didn't isn't wasn't aren't weren't wouldn't couldn't shouldn't"
    " hasn't haven't hadn't doesn't let lets"
)
PARTICIPLE_FOLLOWERS = listed_words(
    "in by with from on at for to of as about against under during over into"
)

SUBJECT_PRONOUNS = listed_words("he she they it i we you who")
OBJECT_PRONOUNS = listed_words("him her them me us")
RELATIVE = listed_words("who which that")
JOINS = listed_words("and or &")
NO_NOUN = (
    CONJUNCTIONS
    | PREPOSITIONS
    | AUXILIARIES
    | NEGATIONS
    | listed_words("a an the to or")
)
"""Words that end no noun phrase."""
