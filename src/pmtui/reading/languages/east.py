"""Chinese, Japanese and Korean, whose dates name their parts; words that are not here are asked about.

A number in braces becomes the name of its month.
"""

from __future__ import annotations

from pmtui.reading.languages import Language

_CLOCK = r" ?(\d{1,2}) ?[時时点點시:] ?(\d{1,2})(?: ?[分분])?"
_HOUR = r" ?(\d{1,2}) ?[時时点點시](?! ?[\d半一二三四五六七八九十間间])"

LANGUAGE = Language(
    name="Chinese, Japanese or Korean",
    months="|" * 11,
    days="|" * 6,
    words={},
    signs=(
        (
            r"\d+ ?(?:年|日|週|周|天|時間|小时|小時|分鐘|分钟|分|秒|시간|일|분)[間间]?"
            r"(?:後|后|前|以上|以内|以內|전|후)",
            "?",
        ),
        (r"\d{1,2} ?[時时点點시] ?半", "?"),
        (r"(?:昭和|平成|令和|民國|民国) ?\d+", "?"),
        (r"(\d{4}) ?[年년] ?(\d{1,2}) ?[月월] ?(\d{1,2}) ?[日号號일]", r" \3 {\2} \1 "),
        (r"(\d{4}) ?[年년] ?(\d{1,2}) ?[月월](?:份)?", r" {\2} \1 "),
        (r"(\d{4}) ?[年년](?! ?\d)", r" \1 "),
        (r"(\d{1,2}) ?[月월] ?(\d{1,2}) ?[日号號일]", r" \2 {\1} "),
        (rf"(?:午前|上午|오전){_CLOCK}", r" \1:\2 am "),
        (rf"(?:午後|下午|오후){_CLOCK}", r" \1:\2 pm "),
        (rf"(?:午前|上午|오전){_HOUR}", r" \1 am "),
        (rf"(?:午後|下午|오후){_HOUR}", r" \1 pm "),
        (r"(\d{1,2}) ?[時时点點시] ?(\d{1,2}) ?[分분] ?(\d{1,2}) ?[秒초]", r" \1:\2:\3 "),
        (r"(\d{1,2}) ?[時时点點시] ?(\d{1,2}) ?[分분]?", r" \1:\2 "),
        (rf"{_HOUR}", r" \1 o'clock "),
        (r"一昨日|前天|그저께", " day before yesterday "),
        (r"昨日|昨天|어제", " yesterday "),
        (r"今日|今天|오늘", " today "),
        (r"明日|明天|내일", " tomorrow "),
        (r"頃|ごろ|左右|前後|前后|경|쯤", " or so "),
        (r"大約|大约|约|約", " about "),
        (r"以降|以後|以后|之後|之后|이후", " or after "),
        (r"以前|之前|이전", " or before "),
        (r"まで|为止|為止|까지", " up to there "),
        (r"[月火水木金土日](?:曜日|曜)", "?"),
        (r"日本時間", " Asia/Tokyo "),
        (r"北京时间|北京時間", " Asia/Shanghai "),
        (r"に|の|は|で|於|于|在|에|[(][月火水木金土日一二三四五六][)]", " "),
        (r"(?:から|부터|以来|이래|起)(?=\s*(?:$|[、,。.]))", " or after"),
        (r"から|〜|到|至|부터", " to "),
    ),
    thorough=False,
    spaced=False,
)
