"""A caption and a credit belong to the lead photo that they were written for: with another one they stay behind."""

from collections.abc import Mapping
from typing import Any

from articles.models.article import Article

NO_PHOTO = ""  # under which words are kept that were written before there was a photo
MOST_KEPT = 50


def with_own_words(article: Article, fields: Mapping[str, Any]) -> dict[str, Any]:
    """The working fields with the words of the lead photo that they choose; those of the former one are kept for it.

    Words that come with the choice win. A page that has changed them over by itself says so: it hands on the former
    photo's words among `kept_lead_words`.
    """
    if "lead_photo" not in fields:
        return dict(fields)
    chosen = fields["lead_photo"]
    former, now = _key(article.lead_photo_id), _key(chosen.pk if chosen else None)
    if former == now or former in fields.get("kept_lead_words", ()):
        return dict(fields)
    kept = {**article.kept_lead_words, **fields.get("kept_lead_words", {})}
    kept[former] = [article.lead_caption, article.lead_credit]
    caption, credit = kept.pop(now, ("", ""))
    return {"lead_caption": caption, "lead_credit": credit, **fields, "kept_lead_words": sound(kept)}


def sound(kept: Any) -> dict[str, list[str]]:
    """What is kept, as {number of the photo, or NO_PHOTO: [caption, credit]}, without what says nothing or is none."""
    pairs = kept.items() if isinstance(kept, dict) else ()
    good = {
        key: [each.replace("\0", "") for each in words]
        for key, words in pairs
        if (key == NO_PHOTO or key.isdecimal()) and _are_words(words) and any(map(str.strip, words))
    }
    return dict(list(good.items())[-MOST_KEPT:])


def _are_words(words: Any) -> bool:
    """Whether it is a caption and a credit."""
    return isinstance(words, list | tuple) and len(words) == 2 and all(isinstance(each, str) for each in words)


def _key(photo_id: int | None) -> str:
    """Under what the words of a photo are kept."""
    return NO_PHOTO if photo_id is None else str(photo_id)
