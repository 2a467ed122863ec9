"""German.  "am" is a preposition, "halb drei" is half an hour before three, "morgen" is tomorrow or the morning."""

from __future__ import annotations

from pmtui.reading.languages import Language, parts_of_year

_UNIT = r"(?:sek(?:unden?|\.)?|min(?:uten?|\.)?|std\.?|stunden?|tage?n?|wochen?|monate?n?|jahre?n?)\b"
_DAYS = (("montag", "Monday"), ("dienstag", "Tuesday"), ("mittwoch", "Wednesday"), ("donnerstag", "Thursday"),
         ("freitag", "Friday"), ("samstag", "Saturday"), ("sonntag", "Sunday"))  # fmt: skip
_PARTS = (("morgen", "morning"), ("vormittag", "morning"), ("nachmittag", "afternoon"), ("abend", "evening"))
_PARTS_OF_YEAR = {"Q": r"quartals?(?: des jahres)?", "H": r"(?:halbjahr|jahreshälfte|hälfte)s?(?: des jahres)?"}
_ORDINALS = (r"erste[nrs]?|1\.", r"zweite[nrs]?|2\.", r"dritte[nrs]?|3\.", r"(?:vierte|letzte)[nrs]?|4\.")

LANGUAGE = Language(
    name="German",
    months="januar jänner jän|februar feber|märz maerz mrz|april|mai|juni|juli|august|september|oktober okt|november|"
    "dezember dez",
    days="montag montags|dienstag dienstags|mittwoch mittwochs|donnerstag donnerstags|freitag freitags|"
    "samstag sonnabend samstags|sonntag sonntags",
    words={
        "at": "um, punkt um",
        "on": "am, an",
        "in": "im, in",
        "the": "der, die, das, den, dem, des, ein, eine, einer, einem, einen, zum, zur, beim",
        "of": "von, vom, von der, von dem",
        "was": "war, ist, wurde, es war, es ist",
        "exactly": "genau, exakt, pünktlich",
        "start of": "anfang, früh im",
        "mid": "mitte",
        "end of": "ende, spät im",
        "o'clock": "uhr",
        "about": "gegen, etwa, etwa um, ungefähr, ungefähr um, circa um, ca. um, zirka, rund, so gegen, etwa "
        "gegen, schätzungsweise",
        "before": "vor, vor dem",
        "by": "spätestens, spätestens um, spätestens am, nicht später als",
        "shortly before": "kurz vor, unmittelbar vor, knapp vor",
        "after": "nach, nach dem, später als",
        "since": "ab, ab dem, seit, seit dem, frühestens, frühestens um, frühestens am, nicht vor, seit "
        "mindestens, ab mindestens, mindestens seit, von mindestens, beginnend im, beginnend am, "
        "beginnend mit",
        "shortly after": "kurz nach, unmittelbar nach, knapp nach",
        "between": "zwischen",
        "and": "und",
        "until": "bis einschließlich, bis, bis zum, bis um, bis zu, bis spätestens",
        "or after": "oder später, oder danach",
        "or before": "oder früher, oder davor",
        "yesterday": "gestern",
        "day before yesterday": "vorgestern",
        "today": "heute",
        "tomorrow": "morgen",
        "in the morning": "morgens, vormittags, früh, frühmorgens, in der früh, am morgen, am vormittag",
        "morning": "vormittag",
        "in the afternoon": "nachmittags, am nachmittag",
        "afternoon": "nachmittag",
        "in the evening": "abends, am abend",
        "evening": "abend",
        "CET": "mez",
        "CEST": "mesz",
        "minutes": "minuten, minute",
        "seconds": "sekunden, sekunde",
        "hours": "stunden, stunde, std",
        "days": "tage, tagen",
        "weeks": "wochen",
        "week": "woche",
        "half an hour": "eine halbe stunde, einer halben stunde",
        "an hour": "eine stunde, einer stunde",
        "a minute": "eine minute, einer minute",
        "two": "zwei", "three": "drei", "four": "vier", "five": "fünf", "six": "sechs", "seven": "sieben",
        "eight": "acht", "nine": "neun", "ten": "zehn", "eleven": "elf", "twelve": "zwölf",
        "unknown": "unbekannt, weiß nicht, nicht bekannt",
        "at least until": "mindestens bis, wenigstens bis, mindestens bis zum",
        "?": "mindestens, wenigstens, höchstens, jenem, jener, jenes, jene, jenen, tag, tags, mittag, mittags, am "
        "mittag, morgengrauen, jahrzehnt, dekade, mitternacht, nacht, nachts, heute nacht, morgen früh, "
        "viertel vor, viertel nach, dreiviertel, später, danach, darauf, darauffolgend, davor, zuvor, vorher, "
        "nachher, früher, folgetag, vortag, übermorgen, gestern nacht, wochenende, täglich, stündlich, "
        "stunden lang, lang, jeden, vorabend, sommer, winter, frühling, frühjahr, herbst, quartal, halbjahr, "
        "silvester, neujahr, ostern, heiligabend, ostermontag, ostersonntag, karfreitag, pfingstmontag, "
        "pfingsten, weihnachten",
    },
    signs=(
        *parts_of_year(_PARTS_OF_YEAR, _ORDINALS),
        (r"(\d{1,2})\.(\d\d)(?= ?(?:uhr )?(?:bis|und|-) ?\d{1,2}[.:]\d\d ?(?:uhr|h)\b)", r"\1:\2"),
        (r"(\d{1,2})\.(?= ?[-/] ?\d{1,2}\. ?[^\W\d])", r"\1"),
        (r"jahres (?=\d{4})", ""),
        (r"nach angaben|vor (?:ort|gericht)", ""),
        (rf"(?:vor|nach|seit|in) (?:etwa |ca\. |rund |ungefähr )?(?:\d+|\w+) {_UNIT}", "?"),
        (rf"(?:für|während) (?:etwa |ca\. )?(?:\d+|\w+) {_UNIT}", "?"),
        (r"(?:fünf |zehn )?(?:vor |nach )?halb \w+", "?"),
        (r"viertel \w+", "?"),
        (r"\w+ (?:vor|nach) (?:eins|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf)\b", "?"),
        (r"(?:am |an |in der |den |der |die )?(?:n(?:ä|ae|a)chst|letzt|vorig|vergangen|kommend|"
         r"(?:darauf|nach)?folgend|selb|gleich|ander|zweit|"
         r"dritt)(?:e|en|er|es|em)(?: \w+)?", "?"),
        (r"(?:derselbe|dasselbe|demselben|dieselbe|denselben)(?: \w+)?", "?"),
        (r"(?:diese|diesen|dieser|diesem)(?: \w+)?", "?"),
        (r"(?:kw|kalenderwoche) ?(\d{1,2})(?=(?: |, |/| des jahres )(?:19|20)\d\d)", r"KW\1"),
        (r"(?:kw|kalenderwoche|tag) ?\d+", "?"),
        (r"q[1-4](?! \d{4})", "?"),
        (r"(?<=gestern )morgen|(?<=heute )morgen|(?<=tag )morgen|(?<=woch )morgen", "morning"),
        (r"am morgen des|am frühen morgen des", "on the morning of"),
        *((rf"{day}{part}s?\b", f"{day_there} {part_there}")
          for day, day_there in _DAYS for part, part_there in _PARTS),
        (r"(?:von|vom) (?:dem )?(?=[^,;]*\bbis\b)", "from "),
        (r"(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag)(?:mittag|nacht)s?\b", "?"),
        (r"(?:1|ein|einen|einem) tag (?=vor|nach)", "1 day "),
        (r"(\d{1,2}) uhr und (\d{1,2}) minuten?", r"\1:\2"),
        (r"(?:deutscher|berliner|mitteleuropäischer) (?:sommer)?zeit\b", "Europe/Berlin"),
        (r"\w+er (?:orts)?zeit\b(?<!lokaler zeit)", "?"),
        (r"ersten (?=(?:jan|jän|feb|mär|apr|mai|jun|jul|aug|sep|okt|nov|dez))", "1 "),
        (r"(\d{1,2})(?:ten|ter|te)\b", r"\1"),
        (r"(\d{1,2}) ?uhr ?(\d\d)\b", r"\1:\2"),
        (r"(\d{1,2})\.(\d\d) ?(?:uhr|h)\b", r"\1:\2"),
        (r"(\d{1,2}):(\d\d) ?h\b", r"\1:\2"),
        (r"(\d{1,2}) ?h\b(?! (?:after|before))", r"\1 o'clock"),
        (r"(?:(?<=um )|(?<=gegen )|(?<=ab )|(?<=bis )|(?<=nach ))(\d{1,2})\.(\d\d)(?![.\d])(?=$|[,;])", r"\1:\2"),
        (r"(\d{1,2})\.(\d{1,2})\.(?! ?\d{2})", r"\1 {\2}"),
        (r"(?<!\.)(\d{1,2})\.(?= ?(?!uhr)[^\W\d])", r"\1"),
        (r"(\d{1,2})\.(?= (?:bis|und|-) \d)", r"\1"),
        (r"im jahre?\b", "in"),
        (r"ortszeit|lokaler zeit|lokalzeit", ""),
        (r"(?:mo|di|mi|do|fr|sa|so)\.?,? (?=\d)", "?"),
    ),
)  # fmt: skip
