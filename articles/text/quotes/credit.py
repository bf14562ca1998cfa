"""To whom a quotation is credited: the attribution's name, a pronoun's, or nobody where the words are made up."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from articles.text.quotes.attribution import attributed_before
from articles.text.quotes.bars import is_disowned, is_from_a_fake
from articles.text.quotes.embedded import is_noun_phrase
from articles.text.quotes.naming.japanese import japanese_last_name, japanese_name
from articles.text.quotes.naming.names import (
    UNCASED,
    bare_name,
    first_word,
    is_pronoun,
    key,
    name_runs,
    only_name,
    opens_with_a_body,
    opens_with_a_pronoun,
    opens_with_a_relation,
)
from articles.text.quotes.naming.uncased_names import is_alone, may_be_a_last_name, uncased_subject_of
from articles.text.quotes.naming.unspaced import UNSPACED, is_japanese, unspaced_subject_of
from articles.text.quotes.sentences import ENDS, QUOTE_EDGES, sentence_ends
from articles.text.quotes.source import NEAR, FoundQuote, Source, Story
from articles.text.quotes.subjects import TELLING
from articles.text.quotes.words.name_words import UNCASED_TITLES
from articles.text.quotes.words.speech_words import ADVERBIAL_OPENERS, CONJUNCTIONS, QUESTION_OPENERS
from articles.text.quotes.words.uncased_words import FIRST_NAMES

LONGEST_FIRST_NAMES = 60  # characters
SENTENCES_BACK = 3  # in which the person is looked for whom a pronoun stands for
NAMED_LATELY = 5  # quotations back to the one whose speaker a pronoun may stand for
_NOUNS_OPEN = ("sv", "pl", "uk", "tr")  # sentences open with nouns that have no article
_SURNAME = re.compile(r"(?:енко|чук|ський|ська|ович|ski|ska|cki|cka|wicz|czyk|sson|ström|berg|gren|[qk]vist|stedt)$")
_SWEDISH_NOUN = re.compile(r"(?:[eao]n|[ae]t|na|[aoe]r|are|ing|else|skap|ande|ende)$")
_DEFINITE_LAST = re.compile(r"ال\w{3,}(?=$|\s)")
_UNCASED_PRONOUNS = ("הוא", "היא", "هو", "هي")
_ASKED = re.compile(r"(?:尋ねた|尋ねると|聞いた|質問した|問うた)[。、]?[^。]*$")
_NO_FIRST_NAMES = TELLING | ADVERBIAL_OPENERS | CONJUNCTIONS


def credited(
    named: Source | None, story: Story, before: tuple[int, int], found: Sequence[FoundQuote]
) -> tuple[str, bool]:
    """The attribution of a quotation with this `before` it, a pronoun's name found, and whether there is a doubt."""
    behind, start = before
    if named is None:
        return "", False
    if not named.is_certain:
        return "", True
    if is_pronoun(named.words) or named.is_left_out:
        lately = next((quote for quote in reversed(found[-NAMED_LATELY:]) if quote.speaker or quote.doubt), None)
        if named.answers and _is_dialogue(found, story, start):
            return named.words, False
        since = max(lately.end, behind - NEAR, 0) if lately and not lately.doubt else behind
        name = _named_before(story, (since, start), lately)
        is_asker = bool(found) and found[-1].speaker == name and asks(found[-1], story.told[found[-1].end : start])
        return named.words if is_asker else name or named.words, False
    if named.is_guess and len(re.findall(rf"\b{re.escape(named.words)}\b", story.told)) < 2:
        return "", False  # a headline may have the last name first
    if named.words and not is_noun_phrase(named.words):
        return "", True
    return _as_written(named.words, story, behind), False


def _as_written(attribution: str, story: Story, behind: int) -> str:
    """An attribution as the story has it, brackets included."""
    place = -1 if attribution in story.text else story.told.find(attribution, behind)
    return attribution if place < 0 else story.text[place : place + len(attribution)]


def _is_dialogue(found: Sequence[FoundQuote], story: Story, start: int) -> bool:
    """Whether words answer those quoted right before them, with no sentence of the story's own between."""
    if not (found and found[-1].speaker):
        return False
    between = story.told[found[-1].end : start]
    return len(sentence_ends(between)) <= 1 and not QUESTION_OPENERS.search(between)


def asks(quote: FoundQuote, between: str) -> bool:
    """Whether the words that follow a quotation, these between them, answer it: nobody answers themselves."""
    is_question = quote.words.rstrip(QUOTE_EDGES).endswith(("?", "؟", "？")) or _ASKED.search(between)
    return bool(is_question) and len(sentence_ends(between)) <= 1


def _named_before(story: Story, piece: tuple[int, int], lately: FoundQuote | None) -> str:
    """Who a pronoun stands for: the person named last in the sentences before, else the last who was quoted.

    Sentences whose own subject is a pronoun are about the same person, so the one before them is asked.
    """
    before, language = story.told[slice(*piece)], story.language
    if UNCASED.search(before):  # no capitals tell a name there: it is whoever the sentence before is about
        known = _uncased_before(before)
        return known or (lately.speaker if lately and "\n" not in before else "")
    if UNSPACED.search(before):
        last = re.split(r"(?<=[。！？])", before.rstrip("\n").rpartition("\n")[2])
        told = [unspaced_subject_of(one) for one in last[-2:] if one.strip()]
        return next((name for name in reversed(told) if name), lately.speaker if lately and "\n" not in before else "")
    ends = [0, *sentence_ends(before)]
    if name := _subject_in_full(before[ends[-1] :]):  # her predecessor, Hugh Lascelles, caused uproar when he said
        return name
    for start, end in reversed(list(pairwise(ends))[-SENTENCES_BACK:]):
        sentence = before[start:end].strip()
        source = attributed_before(sentence, language)
        if name := bare_name(source.words if source else "") or only_name(sentence):
            return name
        if " " in (known := _in_full(first_word(sentence), story.text[: piece[0] + start])):
            return known
        if opens_with_a_body(sentence) or opens_with_a_relation(sentence):
            return ""
        if not opens_with_a_pronoun(sentence):
            break
    return lately.speaker if lately else ""


def _subject_in_full(clause: str) -> str:
    """The full name that is a piece between commas of a sentence up to its pronoun, or its subject."""
    for part in clause.split(",")[:-1]:
        if " " in (name := bare_name(part)) and name == part.strip():
            return name
    return ""


def _uncased_before(before: str) -> str:
    """Who the sentence is about in which a pronoun stands, or the one before where that names nobody."""
    line = before.rstrip("\n").rpartition("\n")[2].rstrip()
    ends = [0, *sentence_ends(f"{line} ")]
    sentences = [line[start:end].strip() for start, end in pairwise([*ends, len(line)]) if line[start:end].strip()]
    for sentence in reversed(sentences[-SENTENCES_BACK:]):
        if known := uncased_subject_of(sentence) or _last_name_in(sentence, before[: before.rindex(sentence)]):
            return known
        is_open = sentence[-1] not in ENDS or sentence.split()[0] in _UNCASED_PRONOUNS
        if not is_open:
            return ""
    return ""


def _last_name_in(sentence: str, before: str) -> str:
    """A last name that opens a sentence, or stands behind its verb, of somebody named before: وخرجت عطار."""
    words = [word.rstrip(".,،") for word in sentence.split()[:2]]
    return next((one for one in words if may_be_a_last_name(one) and re.search(rf"\s{re.escape(one)}\b", before)), "")


def person_of(attribution: str, story: Story, start: int) -> str:
    """The name of the one person that an attribution names; a last name in full, where the text before has it so."""
    before = story.text[:start]
    if UNSPACED.search(attribution) and is_japanese(story.text):
        return japanese_name(attribution) or japanese_last_name(attribution, before)
    name = bare_name(attribution)
    if (
        name
        and " " not in name
        and name == attribution
        and story.language in _NOUNS_OPEN
        and _only_opens(name, story.text, before, story.language)
    ):
        return ""
    if name or not UNCASED.search(attribution):
        return _in_full(name, before)
    if surname := _DEFINITE_LAST.match(attribution):  # قالت الشامي, where دينا الشامي was named
        known = re.search(rf"\bال\w+ (?!ال)\w+ {surname.group()}\b", before) or any(
            first in FIRST_NAMES for first in re.findall(rf"\b(\w+) {surname.group()}\b", before)
        )
        return surname.group() if known and not UNCASED_TITLES.match(surname.group()) else ""
    last, _, rest = attribution.partition(" ")  # a last name tells by having stood in the text: אמר אנסר והתיישב
    firsts = re.findall(rf"(\w+) {re.escape(last)}\b", before)
    if full := next((f"{first} {last}" for first in firsts if first in FIRST_NAMES and is_alone(rest)), ""):
        return full
    is_known = may_be_a_last_name(last) and f" {last}" in before
    return last if is_alone(rest) and is_known else ""


def _only_opens(name: str, text: str, before: str, language: str) -> bool:
    """Whether a single word opens its sentence and stands nowhere else, so that a capital makes no name of it."""
    lead = before[: max(before.rfind(name), 0)].rstrip()
    is_no_noun = language == "sv" and not _SWEDISH_NOUN.search(name)
    if is_no_noun or _SURNAME.search(name) or f"{name}, " in text:
        return False
    opens = name in before and (not lead or lead[-1] in ENDS or before[len(lead) : before.rfind(name)].count("\n") > 0)
    return opens and len(re.findall(rf"\b{re.escape(name)}\b", text)) < 2


def _in_full(name: str, before: str) -> str:
    """The full name of somebody who is called by the last one, where the text before names them so at first."""
    place = before.find(f" {name}") if name and " " not in name and not UNCASED.search(name) else -1
    if place < 0 or before[place + 1 + len(name) : place + 2 + len(name)].isalnum():
        return name
    run = name_runs(before[max(place - LONGEST_FIRST_NAMES, 0) : place + 1 + len(name)])[-1]
    if any(key(word.group()) in _NO_FIRST_NAMES or word.group().endswith(".") for word in run[:-1]):
        return name
    full = bare_name(" ".join(word.group() for word in run))
    return full if full.endswith(f" {name}") else name


def unless_disowned(text: str, quote: FoundQuote) -> FoundQuote:
    """A quotation, with nobody to it where the sentence before or after says that the words are made up."""
    if not quote.attribution:
        return quote
    behind = text[max(quote.start - 2 * NEAR, 0) : quote.start]
    sentences = [behind[start:end] for start, end in pairwise([0, *sentence_ends(behind), len(behind)])]
    after = text[quote.end : quote.end + 2 * NEAR]
    closes = quote.words[-1] in ENDS and not after.lstrip(QUOTE_EDGES)[:1].islower() and after[:1] not in tuple(",،")
    ends = ([0] if closes else []) + sentence_ends(after)[:2]
    following = after[ends[0] : ends[1] if len(ends) > 1 else len(after)] if ends else ""
    if is_disowned(following) or (len(sentences) > 1 and is_from_a_fake(sentences[-2], sentences[-1])):
        return replace(quote, attribution="", speaker="", doubt=True)
    return quote
