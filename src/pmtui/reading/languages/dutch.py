"""Dutch.  "half drie" is half an hour before three; "voor" is before or for, "morgen" tomorrow or the morning."""

from __future__ import annotations

from pmtui.reading.languages import Language, parts_of_year

_UNIT = r"(?:sec(?:onden?|\.)?|min(?:uten|uut|\.)?|u|uur|uren|dag(?:en)?|we(?:ek|ken)|maand(?:en)?|jaar|jaren)\b"
_COUNT = r"(?:\d+|een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|enkele|paar)"
_PARTS_OF_YEAR = {"Q": r"kwartaal", "H": r"(?:helft|halfjaar)"}
_ORDINALS = (r"eerste|1e", r"tweede|2e", r"derde|3e", r"vierde|laatste|4e")

LANGUAGE = Language(
    name="Dutch",
    months="januari|februari|maart mrt|april|mei|juni|juli|augustus|september|oktober okt|november|december",
    days="maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag",
    words={
        "at": "om, te",
        "on": "op",
        "in": "in",
        "the": "de, het, een, den",
        "of": "van, van de, van het",
        "was": "was, is, werd, het was, het is",
        "exactly": "precies, exact",
        "start of": "begin, begin van",
        "mid": "half, midden",
        "end of": "eind, einde",
        "o'clock": "uur, u",
        "about": "rond, omstreeks, ongeveer, ongeveer om, circa, circa om, rond de klok van, tegen, zo rond",
        "before": "voor, vóór",
        "by": "uiterlijk, uiterlijk om, uiterlijk op, niet later dan",
        "shortly before": "even voor, kort voor, vlak voor, kort voor de, net voor",
        "after": "na, later dan",
        "since": "vanaf, sinds, op zijn vroegst om, niet voor, sinds ten minste, sinds minstens, minstens sinds, "
        "al sinds",
        "shortly after": "even na, kort na, vlak na, net na",
        "between": "tussen, tussen de",
        "and": "en",
        "until": "tot, tot aan",
        "to and including": "t/m, tot en met",
        "or after": "of later",
        "or before": "of eerder",
        "yesterday": "gisteren",
        "day before yesterday": "eergisteren",
        "today": "vandaag",
        "tomorrow": "morgen",
        "yesterday evening": "gisteravond, gisterenavond",
        "yesterday afternoon": "gistermiddag, gisterenmiddag",
        "yesterday morning": "gisterochtend, gisterenochtend, gistermorgen",
        "this morning": "vanochtend, vanmorgen",
        "this afternoon": "vanmiddag",
        "this evening": "vanavond",
        "in the morning": "'s ochtends, 's morgens, in de ochtend, in de morgen",
        "morning": "ochtend",
        "in the afternoon": "'s middags, in de middag",
        "afternoon": "namiddag",
        "in the evening": "'s avonds, in de avond",
        "evening": "avond",
        "minutes": "minuten, minuut",
        "seconds": "seconden, seconde",
        "hours": "uren",
        "days": "dagen, dag",
        "weeks": "weken",
        "week": "week",
        "half an hour": "een half uur",
        "an hour": "een uur",
        "a minute": "een minuut",
        "two": "twee", "three": "drie", "four": "vier", "five": "vijf", "six": "zes", "seven": "zeven",
        "eight": "acht", "nine": "negen", "ten": "tien", "eleven": "elf", "twelve": "twaalf",
        "unknown": "onbekend, weet ik niet, niet bekend",
        "x": "er, me",
        "at least until": "minstens tot, ten minste tot, tenminste tot",
        "?": "minstens, ten minste, hoogstens, die avond, die middag, die ochtend, die dag, die nacht, diezelfde, "
        "diens, middag, tussen de middag, dageraad, decennium, jaren, middernacht, nacht, 's nachts, "
        "vannacht, overmorgen, kwart voor, kwart over, kwart, later, daarna, nadien, daarvoor, ervoor, erna, "
        "eerder, voordien, volgende, volgende dag, de volgende dag, vorige, afgelopen, komende, dezelfde, "
        "dezelfde dag, dag ervoor, dag erna, dag daarvoor, dag daarna, weekend, elke, iedere, dagelijks, "
        "zomer, winter, lente, voorjaar, najaar, herfst, vooravond, kwartaal, kerstmis, kerst, pasen, "
        "oudjaar, nieuwjaar, paasmaandag, weekeinde, geleden",
    },
    signs=(
        *parts_of_year(_PARTS_OF_YEAR, _ORDINALS),
        (r"(\d{1,2})\.(\d\d)(?= ?(?:uur )?(?:tot|en|-) ?\d{1,2}[.:]\d\d ?(?:uur|u)\b)", r"\1:\2"),
        (r"week (\d{1,2}) (?:van )?(?=\d{4})", r"W\1 "),
        (rf"(?:zo'n |ongeveer )?{_COUNT} {_UNIT} (?:geleden|later|eerder|daarna|daarvoor)(?! dan\b)", "?"),
        (rf"(?:na|over|sinds|gedurende|binnen|voor) {_COUNT} {_UNIT}(?! (?:'s|op)\b)(?<!uur)(?<!u)", "?"),
        (r"(?:vijf |tien )?(?:voor |over )?half "
         r"(?:een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|\d+)\b", "?"),
        (r"\w+ (?:voor|over) (?:een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf)\b", "?"),
        (r"(?:dag|week) ?\d+", "?"),
        (r"(\d{1,2})[.:](\d\d) ?(?:uur|u|h)\b", r"\1:\2"),
        (r"(\d{1,2}) ?[uh] ?(\d\d)\b", r"\1:\2"),
        (r"(?:(?<=om )|(?<=rond )|(?<=streeks )|(?<=tot )|(?<=vanaf ))(\d{1,2})\.(\d\d)(?![.\d])", r"\1:\2"),
        (r"uur (?=(?:voor|na) (?:de|het)\b)", "hours "),
        (r"van (?=[^,;]*\b(?:tot|t/m)\b)", "from "),
        (r"(?<=\d )tot (?:en met )?(?=\d)", "to "),
        (r"(?:maan|dins|woens|donder|vrij|zater|zon)dag(?:ochtend|morgen|middag|avond|nacht)", "?"),
        (r"(?:lokale|plaatselijke) tijd", ""),
        (r"nederlandse tijd", "Europe/Amsterdam"),
        (r"\w+se tijd", "?"),
        (r"1e\b|1ste\b", "1"),
        (r"(?<=gisteren )morgen", "morning"),
    ),
)  # fmt: skip
