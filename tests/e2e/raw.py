"""The raw texts that the browser tests take in: as people paste them, all made up."""

# ruff: noqa: E501, RUF001  # a paragraph is one line, quotation marks are curly

HEADLINE = "Flood wall to cost twice as much, council hears"

PASTED = f"""Share this

Local

{HEADLINE}

By Nora Vance

Published

on

{HEADLINE}

The flood wall will cost 48 million, twice the first estimate, Treasurer Ida Moll told the council on Tuesday.

“We were given bad numbers,” she said. Two people who worked on the first estimate said that the harbor soil was never tested.

The water authority said in a written statement that the tests were “complete and correct.” A spokesman for the authority declined to name the laboratory.

Residents of the lower town fear another flood like that of 2019. The wall was first proposed in 1987.

Moll’s office expects the work to begin in May.

Continue Reading
"""

# Emoji beyond the basic plane, a joined emoji, a combining mark, a no-break space,
# right-to-left words and Windows line ends.
AWKWARD = (
    "The storm 🌪️ reached the cafe\u0301 at noon, Mayor Osei said.\r\n"
    "\r\n"
    "“We lost\u00a0twelve roofs 🏚,” a neighbor 👩🏽\u200d🚒 told the radio.\r\n"
    "\r\n"
    "A sign read הדרך סגורה in red letters, two drivers said.\r\n"
    "\r\n"
    "قال المسؤول إن الطريق مغلق منذ الصباح.\r\n"
)
