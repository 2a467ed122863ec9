"""French."""

from __future__ import annotations

from pmtui.reading.languages import Language, parts_of_year

_UNIT = r"(?:s|sec(?:ondes?)?|min(?:utes?)?|h|heures?|jours?|semaines?|mois|ans?|années?)\b"
_PARTS_OF_YEAR = {"Q": r"trimestre(?: de l\'année)?", "H": r"(?:semestre|moitié)(?: de l\'année)?"}
_ORDINALS = (
    r"premi(?:er|ère)|1 ?(?:er|ère|re)",
    r"deuxième|seconde?|2 ?n?de?|2 ?(?:e|ème)",
    r"troisième|3 ?(?:e|ème)",
    r"quatrième|dernier|4 ?(?:e|ème)",
)

LANGUAGE = Language(
    name="French",
    months="janvier janv|février fevrier févr fevr fév|mars|avril avr|mai|juin|juillet juil|août aout|septembre sept|"
    "octobre|novembre|décembre decembre déc",
    days="lundi lun|mardi|mercredi mer|jeudi jeu|vendredi ven|samedi sam|dimanche dim",
    words={
        "at": "à, aux",
        "on": "le",
        "in": "en, dans, courant",
        "the": "la, les, l', un, une, du, des, au",
        "of": "de, d'",
        "was": "est, était, fut, il était, il est, c'était, a été",
        "exactly": "exactement, précisément, pile",
        "start of": "début, tout début, au début de",
        "mid": "mi, mi -",
        "end of": "fin, à la fin de",
        "o'clock": "heures, heure",
        "about": "vers, vers les, environ, aux environs de, autour de, approximativement, à peu près, aux "
        "alentours de, à environ, vers environ",
        "before": "avant, avant le",
        "by": "d'ici à, d'ici au, d'ici le, au plus tard à, au plus tard le, au plus tard, d'ici",
        "shortly before": "peu avant, juste avant, peu avant le",
        "until": "jusqu'à, jusqu'au, jusqu'en",
        "after": "après, après le",
        "since": "depuis, depuis le, à partir de, à partir du, à compter de, à compter du, dès, dès le, au plus "
        "tôt à, au plus tôt le, au plus tôt, pas avant, depuis au moins, au moins depuis, depuis la, "
        "depuis les, depuis l', à partir de la, dès la",
        "shortly after": "peu après, juste après, peu après le",
        "between": "entre, entre le",
        "and": "et, et le",
        "or after": "ou plus tard, ou après",
        "or before": "ou plus tôt, ou avant",
        "yesterday": "hier",
        "day before yesterday": "avant - hier",
        "today": "aujourd'hui",
        "tomorrow": "demain",
        "in the morning": "du matin, le matin",
        "morning": "matin, matinée",
        "in the afternoon": "de l'après - midi, l'après - midi",
        "afternoon": "après - midi",
        "in the evening": "du soir, le soir",
        "evening": "soir, soirée",
        "noon": "midi",
        "Europe/Paris": "heure de paris, heure française",
        "minutes": "minutes, minute",
        "seconds": "secondes, seconde",
        "days": "jours, jour",
        "weeks": "semaines",
        "week": "semaine",
        "half an hour": "une demi - heure",
        "an hour": "une heure",
        "a minute": "une minute",
        "two": "deux", "three": "trois", "four": "quatre", "five": "cinq", "six": "six", "seven": "sept",
        "eight": "huit", "nine": "neuf", "ten": "dix", "eleven": "onze", "twelve": "douze",
        "unknown": "inconnu, inconnue, je ne sais pas",
        "x": "mon, on, or, son, sat, par",
        "at least until": "au moins jusqu'à, au moins jusqu'au, au moins jusqu'en, jusqu'au moins",
        "?": "au moins, au plus, même, le soir même, le matin même, ce soir, ce soir - là, cet après - midi, cette "
        "après - midi, ce matin, ce matin - là, même soir, soir même, matin même, jour même, ce même jour, ce "
        "jour même, aube, l'aube, crépuscule, décennie, années, minuit, nuit, cette nuit, la nuit, après - "
        "demain, lendemain, le lendemain, surlendemain, veille, la veille, avant - veille, plus tard, plus "
        "tôt, auparavant, ensuite, suivant, suivante, précédent, précédente, dernier, dernière, prochain, "
        "prochaine, passé, passée, même jour, le même jour, ce jour, ce jour - là, week - end, quotidien, "
        "chaque, tous les, demie, quart, moins le quart, printemps, automne, hiver, trimestre, semestre, "
        "noël, pâques, nouvel an, exercice, mar",
    },
    signs=(
        (r"temps universel(?: coordonné)?", "UTC"),
        (r"du (?=\d{1,2}(?: ?er)? [^,;]*\bau \d)", "from "),
        (r"au (?=\d{1,2}(?: ?er)? [^\W\d])", "to "),
        *parts_of_year(_PARTS_OF_YEAR, _ORDINALS),
        (r"t([1-4]) (?=\d{4})", r"Q\1 "),
        (r"s([12]) (?=\d{4})", r"H\1 "),
        (r"(?:l'|en |à l'|d')?été (?=(?:de )?\d{4})", "?"),
        (r"(?:la |de la )?semaine (\d{1,2}) (?:de |d')?(?:l'année )?(?=\d{4})", r"W\1 "),
        (r"à (?=(?:janv|f[eé]vr|mars|avril|mai|juin|juil|ao[uû]t|sept|octo|nov|d[eé]c))", "to "),
        (rf"il y a (?:environ )?(?:\d+|\w+) {_UNIT}", "?"),
        (rf"(?:pendant|durant|dans|en|depuis) (?:environ )?(?:\d+|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix)"
         rf" ?{_UNIT}", "?"),
        (r"(?:pendant|durant|durée)\b(?: \w+)?", "?"),
        (rf"(?:\d+|\w+) {_UNIT} (?:après|avant)(?= (?:à|vers)\b|$|[,.;])", "?"),
        (r"(?:\d{1,2}|\w+) ?(?:h|heures?) (?:moins|et (?:demie?|quart))(?: \w+)?", "?"),
        (r"(?:midi|minuit) (?:et|moins)(?: \w+)?", "?"),
        (r"(?:jour|j) ?[+-]? ?\d+", "?"),
        (r"(?:premier|1 ?er) (?=(?:janv|f[eé]vr|mars|avril|mai|juin|juil|ao[uû]t|sept|octo|nov|d[eé]c))", "1 "),
        (r"(?:de|entre) (\d{4}) (?:à|et) (?=\d{4}\b)", r"from \1 to "),
        (r"(\d+) ?h ?(\d\d) (?=après|avant|apres)", r"\1 h \2 min "),
        (r"(?:de|depuis) (\d{1,2}) ?[h:] ?(\d\d) (?:à|jusqu'à) (?=\d)", r"from \1:\2 to "),
        (r"(?:de|depuis) (\d{1,2}) ?h(?:eures?)? (?:à|jusqu'à) (?=\d)", r"from \1 to "),
        (r"(?:du|de) (\d{1,2})(?: ?er)? au (?=\d)", r"from \1 to "),
        (r"(\d{1,2}) ?(?:h|heures?) ?(\d\d)(?: ?min(?:utes)?)?\b", r"\1:\2"),
        (r"(\d{1,2}) ?h\b(?! (?:after|before))", r"\1 o'clock"),
        (r"heures (?=avant|après)", "hours "),
        (r"1 ?er\b", "1"),
        (r"(?:du|de) (?=\d{1,2} )", "on "),
        (r"(?<=\d\d )de (?=\d)", ""),
        (r"(?:de |l')?année (?=\d{4})", "in "),
        (r"heure locale|heures locales", ""),
        (r"heure de l'(?!après)\w+|heure d'(?:été|hiver)", "?"),
        (r"environ(?= *(?:$|[,.;)]))", "or so"),
        (r"heure (?:de |du |d'|des )(?!paris|l'|matin|soir)\w+", "?"),
        (r"(\d{1,2}) heures et (\d{1,2}) minutes?", r"\1:\2"),
        (r"(\d{1,2} )mar\b", r"\1March"),
    ),
)  # fmt: skip
