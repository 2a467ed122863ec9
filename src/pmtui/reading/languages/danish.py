"""Danish and Norwegian.  "to" is two, "for" is ago, "halv tre" is half an hour before three."""

from __future__ import annotations

from pmtui.reading.languages import RANGE_WITH_DOTS, Language

LANGUAGE = Language(
    name="Danish or Norwegian",
    months="januar|februar|marts mars|april|maj mai|juni|juli|august|september|oktober okt|november|december desember",
    days="mandag mandagen|tirsdag|onsdag|torsdag|fredag|lørdag|søndag",
    words={
        "at": "kl, kl., klokken, klokka, ved",
        "on": "på",
        "in": "i",
        "the": "den, det, en, et",
        "was": "var, er",
        "start of": "begyndelsen af, starten av",
        "end of": "slutningen af, slutten av",
        "about": "omkring, cirka, ca., rundt, omtrent, ca. kl., omkring kl., rundt kl.",
        "before": "før, inden, før kl., inden kl.",
        "by": "innen, senest, senest kl.",
        "shortly before": "lige før, rett før",
        "after": "efter, etter, efter kl., etter kl.",
        "since": "fra og med, siden, tidligst",
        "shortly after": "lige efter, rett etter",
        "between": "mellem, mellom, mellem kl., mellom kl.",
        "and": "og",
        "from": "fra",
        "until": "til, indtil, frem til",
        "two": "to",
        "yesterday": "igår, i går, i gaar, igaar",
        "day before yesterday": "i forgårs, forgårs, i forgårs, i forgjårs",
        "today": "idag, i dag",
        "tomorrow": "i morgen, imorgen",
        "in the morning": "om morgenen, om formiddagen",
        "in the afternoon": "om eftermiddagen, om ettermiddagen",
        "in the evening": "om aftenen, om kvelden",
        "minutes": "minutter, minut, minutt",
        "hours": "timer, time",
        "unknown": "ukendt, ukjent, ved ikke, vet ikke",
        "x": "man, by, at, for, in",
        "?": "midnat, midnatt, nat, natt, natten, i nat, i natt, i morges, i aftes, i aften, i kveld, i eftermiddag, "
        "i ettermiddag, dagen efter, dagen etter, dagen før, næste dag, neste dag, næste, neste, forrige, sidste, "
        "siste, "
        "samme dag, samme, senere, tidligere, derefter, deretter, kvart, kvarter, hver, dagligt, daglig, overmorgen",
    },
    signs=(
        RANGE_WITH_DOTS,
        (r"for .{1,25} siden", "?"),
        (r"(?:efter|etter|om|i|på) (?:\d+|en|et|to|tre|fire|fem|seks|syv|sju|otte|åtte|ni|ti) "
         r"(?:sekunder?|minutt?(?:er)?|timer?|dage?r?|uger?|uker?)\b", "?"),
        (r"(?:fem |ti )?(?:i |over |på )?halv \w+", "?"),
        (r"\w+ (?:i|over|på) (?:et|ett|to|tre|fire|fem|seks|syv|sju|otte|åtte|ni|ti|elleve|tolv)\b", "?"),
        (r"(?:uge|uke|dag) ?\d+", "?"),
        (r"(?:(?<=kl )|(?<=kl\. )|(?<=kl\.)|(?<=klokken )|(?<=klokka ))(\d{1,2})\.(\d\d)(?![.\d])", r"\1:\2"),
        (r"(\d{1,2})\.(\d{1,2})\.(?! ?\d{2})", r"\1 {\2}"),
        (r"(?<!\.)(\d{1,2})\.(?= ?[^\W\d])", r"\1"),
    ),
    thorough=False,
)  # fmt: skip
