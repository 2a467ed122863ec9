"""Polish.  "wpół do trzeciej" is half an hour before three."""

from __future__ import annotations

from pmtui.reading.languages import Language

LANGUAGE = Language(
    name="Polish",
    months="stycznia styczeń styczniu|lutego luty lutym|marca marzec marcu|kwietnia kwiecień kwietniu|maja maj maju|"
    "czerwca czerwiec czerwcu|lipca lipiec lipcu|sierpnia sierpień sierpniu|września wrzesień wrześniu|"
    "października październik październiku|listopada listopad listopadzie|grudnia grudzień grudniu",
    days="poniedziałek|wtorek|środa środę|czwartek|piątek|sobota sobotę|niedziela niedzielę",
    words={
        "at": "o, o godz, o godz., o godzinie, godz, godz., godzina",
        "on": "w, we, dnia, w dniu",
        "start of": "początek, na początku",
        "end of": "koniec, pod koniec",
        "about": "około, ok., ok, koło, mniej więcej, około godz., około godziny",
        "before": "przed",
        "by": "nie później niż, najpóźniej o",
        "after": "po, po godz.",
        "since": "od, od godz., nie wcześniej niż, najwcześniej o",
        "between": "między, pomiędzy",
        "and": "a, i",
        "until": "do, do godz., do godziny",
        "from": "od",
        "yesterday": "wczoraj",
        "day before yesterday": "przedwczoraj",
        "today": "dziś, dzisiaj",
        "tomorrow": "jutro",
        "in the morning": "rano",
        "in the afternoon": "po południu",
        "in the evening": "wieczorem",
        "minutes": "minut, minuty, minutę",
        "hours": "godzin, godziny, godzinę",
        "unknown": "nieznany, nieznana, nie wiadomo, nie wiem",
        "x": "to, on, by, for",
        "?": "północ, o północy, południe, w południe, w nocy, noc, nocy, następnego, następnego dnia, poprzedniego, "
        "poprzedniego dnia, nazajutrz, tego samego dnia, tego dnia, później, wcześniej, potem, temu, zeszły, zeszłego, "
        "ubiegły, ubiegłego, przyszły, wpół do, kwadrans, pojutrze, codziennie, każdego",
    },
    signs=(
        (r".{1,25} temu", "?"),
        (r"(?:po|od|za|przez|przed) (?:\d+|dwóch|dwu|trzech|czterech|pięciu|jednej|jednym|godzinie) "
         r"?(?:sek\w*|min\w*|godz\w+|dni\w*|dniach|tygodni\w*)\b", "?"),
        (r"wpół do \w+", "?"),
        (r"za \w+ \w+", "?"),
        (r"(?<=\d )r\.|(?<=\d )roku\b", ""),
        (r"(?:(?<=godz\. )|(?<=godz )|(?<=\bo )|(?<=godzinie ))(\d{1,2})\.(\d\d)(?![.\d])", r"\1:\2"),
    ),
    thorough=False,
)  # fmt: skip
