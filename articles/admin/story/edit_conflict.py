"""Two people's states of a story's form brought together, field by field and the text block by block, for its page."""

import json
import re
from typing import Any

from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from articles.admin.story.form import ArticleForm
from articles.editorial.writing.lead_words import sound
from articles.editorial.writing.working_copy import TEXT_FIELDS, tidy_fields
from articles.text.body.body import Body
from articles.text.compare.diff import sides, sides_of_text
from articles.text.compare.reconcile import Choice, reconcile_bodies, reconcile_sets, reconcile_values

KEPT = "kept_lead_words"
Typed = dict[str, str | list[str]]  # values of the form's fields, as a browser has them


def reconcile(form: ArticleForm, *, base: Typed | None, mine: Typed) -> dict[str, Any]:
    """The merge of what was typed with the form of the article as it is stored, JSON-ready.

    `mine` is all typed values as they are now, `base` as they were when the page knew the story last; None if it has
    forgotten, which makes a choice of everything that is different.
    Returns `fields`: what is settled, by name; `body`: pieces in order, HTML or {base, mine, theirs}; `choices`: what
    both sides changed in other fields, with `label` and the values in words; `names`: of rows, by field and number;
    `theirs`: what is stored.
    """
    mine, theirs = _stored(mine), form.typed_values()
    former: dict[str, Any] = {name: [] if isinstance(value, list) else None for name, value in theirs.items()}
    if base:
        former = _stored(base)
    choices, fields = [], _lead(form, former, mine, theirs)
    names = {name: form.named(name, mine[name]) | form.named(name, theirs[name]) for name in theirs.keys() - {"body"}}
    for name in names.keys() - fields.keys():
        value = reconcile_values(former[name], mine[name], theirs[name])
        if value is None and isinstance(theirs[name], list):
            value = reconcile_sets(former[name], mine[name], theirs[name])
        if value is None:
            choices.append(_choice(form, name, mine[name], theirs[name]))
        else:
            fields[name] = value
    body = reconcile_bodies(former["body"] or "", str(mine["body"]), str(theirs["body"]))
    order = list(form.fields)
    return {
        "fields": fields,
        "choices": sorted(choices, key=lambda choice: order.index(choice["name"])),
        "body": [vars(piece) if isinstance(piece, Choice) else piece for piece in body],
        "names": names,
        "theirs": theirs,
    }


def _lead(form: ArticleForm, former: dict[str, Any], mine: Typed, theirs: Typed) -> dict[str, Any]:
    """The lead photo's fields where one side has chosen another: that side's, words and all; the other's are kept.

    What both sides keep for other photos is kept, whatever else happened.
    """
    read = form.fields[KEPT].to_python
    kept = {**sound(read(theirs[KEPT])), **sound(read(mine[KEPT]))}
    photos = [str(each["lead_photo"] or "") for each in (former, mine, theirs)]
    chosen = reconcile_values(*photos)
    lead = {}
    if chosen is not None and photos[1] != photos[2]:
        winner, loser = (mine, theirs) if chosen == photos[1] else (theirs, mine)
        lead = {name: winner[name] for name in ("lead_photo", "lead_caption", "lead_credit")}
        kept[str(loser["lead_photo"])] = [str(loser["lead_caption"]), str(loser["lead_credit"])]
        kept.pop(str(chosen), None)
    return {**lead, KEPT: json.dumps(sound(kept))}


def choices_in(reconciled: dict[str, Any]) -> list[dict[str, Any]]:
    """What is left for a person to choose: pieces of the text, then fields; each with both sides' words.

    The words in which the sides differ are marked.
    """
    pieces = [piece for piece in reconciled["body"] if isinstance(piece, dict)]
    text = [{"label": _("Text"), "may_have_both": True, **_pieces_beside(piece)} for piece in pieces]
    return text + [{"label": choice["label"], **_fields_beside(choice)} for choice in reconciled["choices"]]


def _pieces_beside(piece):
    """A piece of a body as both sides have it."""
    mine, theirs = Body(piece["mine"]), Body(piece["theirs"])
    if not (mine.plain_text.strip() and theirs.plain_text.strip()):
        return {"mine": _shown(mine, mine.html), "theirs": _shown(theirs, theirs.html)}
    marked = sides(mine, theirs)
    return {"mine": _shown(mine, marked[0]), "theirs": _shown(theirs, marked[1])}


def _fields_beside(choice):
    """A field as both sides have it, in words."""
    mine, theirs = sides_of_text(choice["mine_words"], choice["theirs_words"])
    return {"mine": mark_safe(mine), "theirs": mark_safe(theirs)}  # noqa: S308  escaped there


def _shown(body, html):
    """A piece of a body to be read beside another: links are words there."""
    if html and not body.plain_text.strip():
        return _("(a photo)")
    return mark_safe(re.sub(r"</?a\b[^>]*>", "", html))  # noqa: S308  cleaned when it was merged


def _stored(typed):
    """Typed values with their text as it would be stored, so that only what a person changed is different."""
    return typed | tidy_fields({name: typed[name] for name in TEXT_FIELDS})


def _choice(form, name, mine, theirs):
    """A field that both sides changed."""
    named = form.named(name, [mine, theirs])
    return {
        "name": name,
        "label": str(form[name].label),
        "mine": mine,
        "theirs": theirs,
        "mine_words": named.get(mine, mine),
        "theirs_words": named.get(theirs, theirs),
    }
