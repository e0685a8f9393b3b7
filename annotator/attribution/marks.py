"""The marks that open, close and end sentences in the scripts of the world."""

# ruff: noqa: RUF001  (the look-alikes of other scripts are what is meant)

FULL_STOPS = "。｡۔।॥።"
EXCLAMATION_MARKS = "！‼"
QUESTION_MARKS = "？؟⁇⁈⁉"
# These end a sentence though no space follows.
WIDE_ENDS = "。！？｡"

TERMINALS = frozenset(f".!?…:;．{FULL_STOPS}{EXCLAMATION_MARKS}{QUESTION_MARKS}")
CLOSERS = frozenset("\"'’”»)]}*_」』）】》")
CLOSING_QUOTES = frozenset("\"'’”»“‘›」』")
CLOSING_MARKS = "\"'’”»›」』"
DECORATION = " .,:;!?…-–—|·•*_[](){}<>»›«‹→▶▼#"
ITEM_BULLETS = "-*•‣◦▪–—"
APOSTROPHE = "’"
