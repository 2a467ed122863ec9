"""Spanish.  "mar" is Tuesday, March or the sea; "mañana" is tomorrow or the morning."""

from __future__ import annotations

from pmtui.reading.languages import Language, parts_of_year

_UNIT = r"(?:s|seg(?:undos?)?|min(?:utos?)?|h|horas?|d[ií]as?|semanas?|mes(?:es)?|años?)\b"
_COUNT = r"(?:\d+|una?|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|media|unas?|unos|varias?|varios)"
_PARTS_OF_YEAR = {"Q": r"trimestre", "H": r"(?:semestre|mitad)"}
_ORDINALS = (
    r"primer[oa]?|1\.?[oaº°ª]?[er]{0,2}",
    r"segund[oa]|2\.?[oaº°ª]?",
    r"tercer[oa]?|3\.?[oaº°ª]?",
    r"cuarto|último|4\.?[oaº°ª]?",
)

LANGUAGE = Language(
    name="Spanish",
    months="enero ene|febrero|marzo|abril abr|mayo|junio|julio|agosto ago|septiembre setiembre|octubre|noviembre|"
    "diciembre dic",
    days="lunes lun|martes|miércoles miercoles mié|jueves jue|viernes vie|sábado sabado sáb|domingo dom",
    words={
        "at": "a las, a la, a eso de las",
        "on": "el, el día, el dia",
        "in": "en",
        "the": "la, los, las, lo, un, una",
        "of": "de la, de los",
        "was": "es, era, fue, son las, eran las, estaba",
        "exactly": "exactamente, en punto, justo",
        "start of": "principios, a principios de, comienzos, a comienzos de, inicios, a inicios de",
        "mid": "mediados, a mediados de",
        "end of": "finales, a finales de, fines, a fines de",
        "o'clock": "horas, hrs",
        "about": "sobre, sobre las, hacia, hacia las, alrededor de, alrededor de las, aproximadamente, aprox, "
        "cerca de, cerca de las, aproximadamente a las, a eso de, unos",
        "before": "antes de, antes del, antes de las, antes de la",
        "by": "no después de, no después del, no después de las, no más tarde de, no más tarde del, a más tardar "
        "el, a más tardar en, a más tardar, a más tardar a las, como muy tarde a las",
        "shortly before": "poco antes de las, justo antes de las, poco antes del, poco antes de la, poco antes de",
        "after": "pasadas las, pasada la, después de, después del, después de las, despues de, despues de las, tras, "
        "tras las, tras el, luego de las, luego de",
        "since": "no antes de, no antes del, como mínimo desde, desde, desde las, desde el, a partir de, a partir de "
        "las, a partir del, no antes de las, desde al menos, al menos desde, desde por lo menos, por lo menos "
        "desde, desde la",
        "shortly after": "poco después de las, justo después de las, poco después del, poco después de la, "
        "poco después de",
        "between": "entre, entre las, entre el",
        "and": "y, y las, e, y el",
        "until": "hasta, hasta las, hasta el, hasta la",
        "or after": "o después, o más tarde",
        "or before": "o antes",
        "yesterday": "ayer",
        "day before yesterday": "anteayer, antes de ayer, antier",
        "today": "hoy",
        "tomorrow": "mañana",
        "in the morning": "de la mañana, por la mañana, en la mañana",
        "in the afternoon": "de la tarde, por la tarde, en la tarde",
        "Europe/Madrid": "hora peninsular, hora de madrid",
        "minutes": "minutos, minuto",
        "seconds": "segundos, segundo",
        "days": "días, dias, día",
        "weeks": "semanas",
        "week": "semana",
        "half an hour": "media hora",
        "an hour": "una hora",
        "a minute": "un minuto",
        "two": "dos", "three": "tres", "four": "cuatro", "five": "cinco", "six": "seis", "seven": "siete",
        "eight": "ocho", "nine": "nueve", "ten": "diez", "eleven": "once", "twelve": "doce",
        "unknown": "desconocido, desconocida, no se sabe, no sé",
        "x": "me, no, son, sin, con, sol",
        "at least until": "al menos hasta, por lo menos hasta, como mínimo hasta, al menos hasta el, "
        "por lo menos hasta el",
        "?": "al menos, por lo menos, como mínimo, a lo sumo, ese, esa, esta tarde, esta noche, esta mañana, "
        "aquel, aquella, mismo, misma, posterior, otro día, al otro día, mediodía, mediodia, al mediodía, del "
        "mediodía, amanecer, alba, década, décadas, años, medianoche, madrugada, de la madrugada, de la "
        "noche, por la noche, noche, anoche, anteanoche, pasado mañana, siguiente, día siguiente, al día "
        "siguiente, al dia siguiente, día anterior, el día anterior, la víspera, víspera, anterior, pasado, "
        "pasada, próximo, próxima, mismo día, el mismo día, ese día, aquel día, después, despues, más tarde, "
        "luego, antes, previo, y media, y cuarto, menos cuarto, cuarto, fin de semana, cada, todos los, "
        "diario, diariamente, verano, invierno, primavera, otoño, trimestre, semestre, nochebuena, navidad, "
        "nochevieja, año nuevo, pascua, mar, ejercicio, ya",
    },
    signs=(
        (r"al (?=\d{1,2} de [a-z])", "to "),
        *parts_of_year(_PARTS_OF_YEAR, _ORDINALS),
        (r"([1-4])t (?=(?:de )?\d{4})", r"Q\1 "),
        (r"a (?=(?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)\b)",
         "to "),
        (r"(\d{1,2})\.(\d\d)(?= ?(?:h )?(?:y|a|a las|y las|hasta las|-) ?\d{1,2}[.:]\d\d ?(?:h|hs|hrs|horas)\b)",
         r"\1:\2"),
        (r"a (?=\d{1,2} de [a-z])", "to "),
        (rf"hace (?:unos |unas |aproximadamente )?{_COUNT} {_UNIT}", "?"),
        (rf"{_COUNT} {_UNIT} (?:después|despues|antes|más tarde|atrás)(?! del?\b)", "?"),
        (rf"(?:durante|dentro de|por|en|tras|después de) (?:unos |unas )?{_COUNT} {_UNIT}", "?"),
        (r"a las? \w+ (?:y|menos) (?:media|cuarto|cinco|diez|veinte|veinticinco)", "?"),
        (r"(?:día|dia) ?\d+ (?!de\b)", "?"),
        (r"(\d{1,2})[.:](\d\d) ?(?:h|hs|hrs|horas)\b\.?", r"\1:\2"),
        (r"(\d{1,2}) ?h ?(\d\d)\b", r"\1:\2"),
        (r"(\d{1,2}) ?(?:h|hs)\b(?! (?:after|before))\.?", r"\1 o'clock"),
        (r"horas (?=(?:antes|después|despues) del?\b)", "hours "),
        (r"([ap])\. ?m\. (?:del|de) ", r"\1m on "),
        (r"([ap])\. m\.", r"\1m"),
        (r"primero de (?=[a-z])", "1 "),
        (r"(?:de|desde|entre) (\d{4}) (?:a|hasta|y) (?=\d{4}\b)", r"from \1 to "),
        (r"(\d+) ?h ?(\d\d) (?=antes|después|despues)", r"\1 h \2 min "),
        (r"(?:del|de|desde el) (\d{1,2}) (?:al|a|hasta el) (?=\d)", r"from \1 to "),
        (r"(?:de|desde)(?: las)? (\d{1,2})[:.h](\d\d)(?: ?h)? (?:a|a las|hasta|hasta las) (?=\d)", r"from \1:\2 to "),
        (r"(?:de|desde) las (\d{1,2}) (?:a|a las|hasta|hasta las) (?=\d)", r"from \1 to "),
        (r"del? (?=(?:año )?\d{4})", ""),
        (r"año (?=\d{4})", ""),
        (r"del (?=\d)", "on "),
        (r"de (?=mar(?:zo)?\b|may|abril|agos|juni|juli)", ""),
        (r"de (?=(?:ene|feb|mar|abr|may|jun|jul|ago|sep|oct|nov|dic))", ""),
        (r"1[oº°]", "1"),
        (r"(?:por la mañana|en la mañana) del", "on the morning of"),
        (r"(?<=ayer )(?:por|en) la mañana", "morning"),
        (r"(?<=ayer )(?:por|en) la tarde", "afternoon"),
        (r"hora local", ""),
        (r"hora (?:de |del )(?!madrid)\w+|hora (?!local|peninsular|y\b|después|antes)\w+", "?"),
        (r"(\d{1,2} )(?:de )?mar\b", r"\1March"),
    ),
)  # fmt: skip
