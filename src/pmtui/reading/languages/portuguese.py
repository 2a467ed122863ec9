"""Portuguese.  "segunda" is Monday or the second one; "mar" is March or the sea."""

from __future__ import annotations

from pmtui.reading.languages import Language, parts_of_year

_UNIT = r"(?:s|seg(?:undos?)?|min(?:utos?)?|h|horas?|dias?|semanas?|m[eê]s|meses|anos?)\b"
_COUNT = r"(?:\d+|uma?|dois|duas|três|tres|quatro|cinco|seis|sete|oito|nove|dez|onze|doze|meia|algumas?|alguns)"
_PARTS_OF_YEAR = {"Q": r"trimestre", "H": r"(?:semestre|metade)"}
_ORDINALS = (r"primeir[oa]|1[°ºoª]", r"segund[oa]|2[°ºoª]", r"terceiro|3[°ºo]", r"quarto|último|4[°ºo]")

LANGUAGE = Language(
    name="Portuguese",
    months="janeiro|fevereiro fev|março|abril abr|maio|junho|julho|agosto ago|setembro set|outubro out|novembro|"
    "dezembro dez",
    days="segunda-feira|terça-feira terca-feira|quarta-feira|quinta-feira|sexta-feira|sábado sabado sáb|domingo dom",
    words={
        "at": "às, as, à",
        "on": "no dia, dia",
        "in": "em, no ano de",
        "the": "o, os, um, uma, da, do, das, dos",
        "was": "é, era, foi, eram, estava",
        "exactly": "exatamente, em ponto, precisamente",
        "start of": "início, no início de, começo, no começo de",
        "mid": "meados, em meados de, meados de",
        "end of": "fim, no fim de, final, no final de",
        "o'clock": "horas, hrs",
        "about": "por volta das, por volta de, por volta da, por volta do, perto do, perto da, cerca das, cerca de, "
        "aproximadamente, aproximadamente às, à volta das, perto das",
        "before": "antes das, antes de, antes do, antes da",
        "by": "não depois de, não depois do, não depois das, o mais tardar, o mais tardar em, o mais tardar até, "
        "até no máximo, no máximo até, o mais tardar às",
        "shortly before": "pouco antes das, pouco antes do, pouco antes de, logo antes das",
        "until": "até, até as, até às, até o, até a",
        "after": "passava das, passavam das, depois das, depois de, depois do, depois da, após, após as, após às, após "
        "o",
        "since": "não antes de, não antes do, desde, desde as, desde às, desde o, a partir das, a partir de, a partir "
        "do, não antes das, desde pelo menos, pelo menos desde, desde a",
        "shortly after": "pouco depois das, pouco depois do, pouco depois de, pouco após as, pouco após, logo após as, "
        "logo após, logo depois das",
        "between": "entre, entre as, entre o, entre os",
        "and": "e, e as, e às, e o",
        "or after": "ou depois, ou mais tarde",
        "or before": "ou antes",
        "yesterday": "ontem",
        "day before yesterday": "anteontem",
        "today": "hoje",
        "tomorrow": "amanhã",
        "in the morning": "da manhã, de manhã, pela manhã",
        "in the afternoon": "da tarde, à tarde, de tarde",
        "in the evening": "da noite, à noite",
        "noon": "meio - dia",
        "America/Sao_Paulo": "horário de brasília, hora de brasília",
        "Europe/Lisbon": "hora de lisboa",
        "minutes": "minutos, minuto",
        "seconds": "segundos, segundo",
        "days": "dias",
        "weeks": "semanas",
        "week": "semana",
        "half an hour": "meia hora",
        "an hour": "uma hora",
        "a minute": "um minuto",
        "two": "dois, duas", "three": "três", "four": "quatro", "five": "cinco", "six": "seis", "seven": "sete",
        "eight": "oito", "nine": "nove", "ten": "dez", "eleven": "onze", "twelve": "doze",
        "unknown": "desconhecido, desconhecida, não se sabe, não sei",
        "x": "me, com, por, sem, sat",
        "at least until": "pelo menos até, pelo menos até o",
        "?": "pelo menos, no mínimo, no máximo, naquela, naquele, nessa, nesse, mesma, mesmo, outro dia, no outro "
        "dia, esta noite, esta tarde, esta manhã, amanhecer, década, décadas, anos, meia - noite, noite, "
        "madrugada, da madrugada, de madrugada, depois de amanhã, dia seguinte, no dia seguinte, seguinte, "
        "dia anterior, no dia anterior, véspera, na véspera, anterior, passado, passada, próximo, próxima, "
        "mesmo dia, no mesmo dia, nesse dia, naquele dia, depois, mais tarde, antes, atrás, e meia, e quinze, "
        "e um quarto, fim de semana, cada, todos os dias, diariamente, verão, inverno, primavera, outono, "
        "trimestre, semestre, natal, páscoa, ano novo, réveillon, segunda, terça, quarta, quinta, sexta, mar, "
        "exercício, já",
    },
    signs=(
        *parts_of_year(_PARTS_OF_YEAR, _ORDINALS),
        (r"([1-4])t (?=(?:de )?\d{4})", r"Q\1 "),
        (r"a (?=(?:janeiro|fevereiro|março|marco|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro)\b)",
         "to "),
        (r"a (?=\d{1,2} de [a-z])", "to "),
        (rf"(?:há|faz|ha) (?:cerca de )?{_COUNT} {_UNIT}(?: atrás)?", "?"),
        (rf"{_COUNT} {_UNIT} (?:depois|antes|mais tarde|atrás)(?! d[aeo]s?\b)", "?"),
        (rf"(?:durante|por|dentro de|em|após|depois de) (?:cerca de )?{_COUNT} {_UNIT}", "?"),
        (r"(?:às |as )?(?:\d{1,2}|\w+)(?: ?h| horas)? e (?:meia|quinze|um quarto|\w+ e cinco)\b", "?"),
        (r"dia \d+(?! de\b)(?=\D|$)", "?"),
        (r"primeiro de (?=[a-z])", "1 "),
        (r"(?:de|entre) (\d{4}) (?:a|até|e) (?=\d{4}\b)", r"from \1 to "),
        (r"(?:de|do dia) (\d{1,2}) (?:a|até|ao|até o dia|ao dia) (?=\d)", r"from \1 to "),
        (r"(?:das|de|desde as) (\d{1,2})[:h](\d\d)(?: ?h)? (?:às|as|a|até|até as|até às) (?=\d)", r"from \1:\2 to "),
        (r"das (\d{1,2})(?: ?h)? (?:às|as|até|até as|até às) (?=\d)", r"from \1 to "),
        (r"(\d{1,2}) ?(?:h|hs|horas? e) ?(\d\d)(?: ?min(?:utos)?)?\b", r"\1:\2"),
        (r"(\d{1,2}):(\d\d) ?(?:h|hs|horas)\b", r"\1:\2"),
        (r"(\d{1,2}) ?(?:h|hs)\b(?! (?:after|before))", r"\1 o'clock"),
        (r"horas (?=(?:antes|depois|após))", "hours "),
        (r"1[oº°]", "1"),
        (r"de (?=\d{4})", ""),
        (r"de (?=(?:jan|fev|mar|abr|mai|jun|jul|ago|set|out|nov|dez))", ""),
        (r"(?:do dia|do) (?=\d)", "on "),
        (r"(?<=ontem )(?:de|pela) manhã", "morning"),
        (r"(?<=ontem )à tarde", "afternoon"),
        (r"(?<=ontem )à noite", "evening"),
        (r"horário local|hora local", ""),
        (r"(?:hora|horário) d[eoa] (?!bras|lisboa)\w+", "?"),
        (r"(\d{1,2}) horas e (\d{1,2}) minutos?", r"\1:\2"),
        (r"(\d{1,2} )(?:de )?mar\b", r"\1March"),
    ),
)  # fmt: skip
