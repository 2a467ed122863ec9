"""Swedish.  "halv tre" is half an hour before three."""

from __future__ import annotations

from pmtui.reading.languages import RANGE_WITH_DOTS, Language

LANGUAGE = Language(
    name="Swedish",
    months="januari|februari|mars|april|maj|juni|juli|augusti|september|oktober okt|november|december",
    days="måndag måndagen|tisdag tisdagen|onsdag onsdagen|torsdag torsdagen|fredag fredagen|lördag lördagen|"
    "söndag söndagen",
    words={
        "at": "kl, kl., klockan, vid, vid klockan",
        "on": "på",
        "in": "i",
        "the": "den, det, en, ett",
        "was": "var, är",
        "start of": "början av, i början av",
        "end of": "slutet av, i slutet av",
        "about": "omkring, omkring kl, omkring klockan, cirka, ungefär, runt, vid ungefär",
        "before": "före, innan",
        "by": "senast, senast kl",
        "shortly before": "strax före",
        "after": "efter",
        "since": "från och med, sedan, sen, tidigast",
        "shortly after": "strax efter",
        "between": "mellan",
        "and": "och",
        "from": "från",
        "until": "till, tills, fram till",
        "yesterday": "igår, i går",
        "day before yesterday": "i förrgår, förrgår",
        "today": "idag, i dag",
        "tomorrow": "imorgon, i morgon",
        "in the morning": "på morgonen, på förmiddagen",
        "in the afternoon": "på eftermiddagen",
        "in the evening": "på kvällen",
        "minutes": "minuter, minut",
        "hours": "timmar, timme",
        "unknown": "okänt, vet inte",
        "x": "man, by, for",
        "?": "midnatt, natt, natten, i natt, inatt, i morse, i kväll, ikväll, i eftermiddags, dagen efter, "
        "dagen därpå, "
        "dagen innan, dagen före, nästa dag, nästa, förra, samma dag, samma, senare, tidigare, därefter, kvart, "
        "i övermorgon, varje, dagligen, i måndags, i tisdags, i onsdags, i torsdags, i fredags, i lördags, i söndags",
    },
    signs=(
        RANGE_WITH_DOTS,
        (r"för .{1,25} sedan", "?"),
        (r"(?:efter|om|i|på) (?:\d+|en|två|tre|fyra|fem|sex|sju|åtta|nio|tio) "
         r"(?:sekunder?|minut(?:er)?|timm(?:e|ar)|dag(?:ar)?|veck(?:a|or))\b", "?"),
        (r"(?:fem |tio )?(?:i |över )?halv \w+", "?"),
        (r"\w+ (?:i|över) (?:ett|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv)\b", "?"),
        (r"(?:vecka|v\.|dag) ?\d+", "?"),
        (r"(?:(?<=kl )|(?<=kl\. )|(?<=kl\.)|(?<=klockan ))(\d{1,2})\.(\d\d)(?![.\d])", r"\1:\2"),
    ),
    thorough=False,
)  # fmt: skip
