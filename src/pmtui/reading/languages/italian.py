"""Italian.  "mar" is Tuesday or March; "prima" is before or the first one."""

from __future__ import annotations

from pmtui.reading.languages import Language, parts_of_year

_UNIT = r"(?:s|sec(?:ondi|ondo)?|min(?:uti|uto)?|h|or[ae]|giorn[io]|settiman[ae]|mes[ei]|ann[io])\b"
_COUNT = r"(?:\d+|un[ao']?|due|tre|quattro|cinque|sei|sette|otto|nove|dieci|undici|dodici|mezz|alcun[ei]|qualche)"
_MONTHS = (
    "gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno",
    "luglio", "agosto", "settembre", "ottobre", "novembre", "dicembre",
)  # fmt: skip
_MONTH = rf"(?:{'|'.join(_MONTHS)})\b"
_FROM_MONTH = "|".join(f"(?<=da {month} )" for month in _MONTHS)
_PARTS_OF_YEAR = {"Q": r"trimestre", "H": r"(?:semestre|metà)"}
_ORDINALS = (r"prim[oa]|1[°ºo]", r"second[oa]|2[°ºo]", r"terzo|3[°ºo]", r"quarto|ultimo|4[°ºo]")

LANGUAGE = Language(
    name="Italian",
    months="gennaio gen|febbraio febbr|marzo|aprile|maggio mag|giugno giu|luglio lug|agosto|settembre|ottobre ott|"
    "novembre|dicembre dic",
    days="lunedì lunedi lun|martedì martedi|mercoledì mercoledi mer|giovedì giovedi gio|venerdì venerdi ven|"
    "sabato sab|domenica dom",
    words={
        "at": "alle, alle ore, ore, all', alla",
        "on": "il, il giorno, l', lo",
        "in": "nel corso di, nel corso del, durante il, durante, in, nel, nell', ad",
        "the": "la, le, i, gli, un, una, uno, dell', della, dei",
        "of": "di, del",
        "was": "è, era, erano, erano le, sono le, fu",
        "exactly": "esattamente, in punto, precisamente",
        "start of": "inizio, all'inizio di, inizi, agli inizi di",
        "mid": "metà, a metà",
        "end of": "la fine di, la fine del, la fine dell', fine del, fine, a fine, alla fine di",
        "about": "circa, verso, verso le, intorno alle, attorno alle, circa alle, all'incirca alle, circa le, "
        "approssimativamente, alle circa, verso le ore",
        "before": "prima delle, prima del, prima di, prima delle ore",
        "by": "non oltre il, al più tardi il, al più tardi, entro, entro la, entro le, entro il, non oltre le, al "
        "più tardi alle",
        "shortly before": "poco prima delle, poco prima del, subito prima delle",
        "until": "fino alle, fino al, fino a, fino alle ore",
        "after": "passate le, oltre le, dopo le, dopo il, dopo la, dopo",
        "since": "non prima di, dalle, dalle ore, dal, da, a partire dalle, a partire dal, non prima delle, non prima "
        "del, almeno dal, almeno da, dal almeno, sin dal, fin dal, a partire da",
        "shortly after": "poco dopo le, poco dopo il, subito dopo le",
        "between": "tra le, fra le, tra, fra, tra il, fra il",
        "and": "e, e le, e il, ed",
        "or after": "o dopo, o più tardi",
        "or before": "o prima",
        "yesterday": "ieri",
        "day before yesterday": "l'altro ieri, altro ieri, avantieri, ieri l'altro",
        "today": "oggi",
        "tomorrow": "domani",
        "in the morning": "di mattina, del mattino, della mattina, al mattino, la mattina",
        "morning": "mattina, mattino",
        "in the afternoon": "del pomeriggio, di pomeriggio, nel pomeriggio",
        "afternoon": "pomeriggio",
        "in the evening": "di sera, della sera, la sera",
        "evening": "sera",
        "noon": "mezzogiorno",
        "Europe/Rome": "ora di roma, ora italiana",
        "minutes": "minuti, minuto",
        "seconds": "secondi, secondo",
        "days": "giorni, giorno",
        "weeks": "settimane",
        "week": "settimana",
        "half an hour": "mezz'ora",
        "an hour": "un'ora",
        "a minute": "un minuto",
        "two": "due", "three": "tre", "four": "quattro", "five": "cinque", "six": "sei", "seven": "sette",
        "eight": "otto", "nine": "nove", "ten": "dieci", "eleven": "undici", "twelve": "dodici",
        "unknown": "sconosciuto, sconosciuta, non si sa, ignoto, non so",
        "x": "mi, con, per, sat",
        "at least until": "almeno fino al, almeno fino a, almeno fino alle",
        "?": "almeno, al massimo, quella, quel, quello, stessa, stesso, stasera, stamattina, alba, decennio, anni, "
        "mezzanotte, notte, di notte, della notte, stanotte, dopodomani, giorno dopo, il giorno dopo, giorno "
        "seguente, il giorno seguente, giorno successivo, il giorno successivo, giorno prima, il giorno "
        "prima, giorno precedente, l'indomani, indomani, la vigilia, vigilia, seguente, successivo, "
        "successiva, precedente, scorso, scorsa, prossimo, prossima, stesso giorno, lo stesso giorno, quel "
        "giorno, più tardi, prima, poi, fa, e mezza, e mezzo, e un quarto, quarto, fine settimana, ogni, "
        "estate, inverno, primavera, autunno, trimestre, semestre, natale, pasqua, capodanno, ferragosto, mar",
    },
    signs=(
        (rf"(?:{_FROM_MONTH})a (?={_MONTH})", "to "),
        (rf"da (?={_MONTH})", "from "),
        (r"al (?=\d{1,2} [^\W\d])", "to "),
        *parts_of_year(_PARTS_OF_YEAR, _ORDINALS),
        (rf"{_COUNT}'? ?{_UNIT} (?:fa|dopo|prima|più tardi)(?! (?:del|di|la|il|l')\b)", "?"),
        (rf"(?:per|durante|tra|fra|dopo|in) (?:circa )?{_COUNT} {_UNIT}", "?"),
        (r"(?:alle |le )?(?:\d{1,2}|\w+) e (?:mezz[ao]|un quarto|tre quarti)", "?"),
        (r"(?:alle |le )?\w+ meno (?:un quarto|\w+)", "?"),
        (r"giorno ?\d+", "?"),
        (r"(?:(?<=lle )|(?<=ore )|(?<= le ))(\d{1,2})[.,](\d\d)(?![.\d])", r"\1:\2"),
        (r"h ?(\d{1,2})[:.](\d\d)", r"\1:\2"),
        (r"(\d{1,2}) ?h ?(\d\d)\b", r"\1:\2"),
        (r"(\d{1,2}) ?h\b(?! (?:after|before))", r"\1 o'clock"),
        (r"ore (?=(?:prima|dopo))", "hours "),
        (r"1[o°º]", "1"),
        (r"primo (?=(?:genn|febb|marz|apri|magg|giug|lugl|agos|sett|otto|nove|dice))", "1 "),
        (r"circa(?= *(?:$|[,.;)]))", "or so"),
        (r"(?:dal|tra il|fra il) (\d{4}) (?:al|e il) (?=\d{4}\b)", r"from \1 to "),
        (r"(?:dal|dall') ?(\d{1,2}) (?:al|all'|fino al) ?(?=\d)", r"from \1 to "),
        (r"dalle(?: ore)? (\d{1,2})[:.](\d\d) (?:alle(?: ore)?|fino alle) (?=\d)", r"from \1:\2 to "),
        (r"dalle(?: ore)? (\d{1,2}) (?:alle(?: ore)?|fino alle) (?=\d)", r"from \1 to "),
        (r"(?:del|dell') ?(?=\d{1,2}\b)", "on "),
        (r"del (?=\d{4})", ""),
        (r"a (?=(?:genn|febb|marz|apri|magg|giug|lugl|agos|sett|otto|nove|dice))", "in "),
        (r"ora locale", ""),
        (r"ora (?:di |del |della )(?!roma)\w+", "?"),
        (r"(\d{1,2} )mar\b", r"\1March"),
    ),
)  # fmt: skip
