"""Who said it in Japanese and Chinese, which write words unspaced and have names and titles in one."""

import re

from articles.text.quotes.naming.chinese import attributed_in_chinese, chinese_name, chinese_subject_of
from articles.text.quotes.naming.japanese import attributed_in_japanese, japanese_name
from articles.text.quotes.source import Source

UNSPACED = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")
BESIDE = 40  # characters on either side of the words in which the script shows
_TOPIC = re.compile(r"\W*([^。、「」はが]{2,30})[はが]")
_KANA = re.compile(r"[\u3040-\u309f]|[\u30a1-\u30fa]")


def attributed_unspaced(before: str, after: str) -> Source | None:
    """Who is named around words in Japanese or Chinese: 市长说：“…”, 市長は「…」と述べた; None where nobody speaks."""
    if not UNSPACED.search(before[-BESIDE:] + after[:BESIDE]):
        return None
    if _KANA.search(before + after):
        return attributed_in_japanese(before, after)
    return attributed_in_chinese(before, after)


def unspaced_name(attribution: str) -> str:
    """The name of the one person that a Chinese or Japanese attribution names: 市长林静秋, 港長の田村竜二氏."""
    return japanese_name(attribution) or ("" if _KANA.search(attribution) else chinese_name(attribution))


def is_japanese(text: str) -> bool:
    """Whether a text has kana, so that its names are Japanese ones."""
    return bool(_KANA.search(text))


def unspaced_subject_of(sentence: str) -> str:
    """The words for the person about whom a sentence is, for the pronoun that follows."""
    if _KANA.search(sentence):
        topic = _TOPIC.match(sentence)
        return topic.group(1) if topic and japanese_name(topic.group(1)) else ""
    return chinese_subject_of(sentence)
