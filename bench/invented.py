"""An invented archive: stories about places and people that do not exist, the same one for the same number."""

import io
import random
from dataclasses import dataclass, replace
from datetime import timedelta

from PIL import Image, ImageColor, ImageDraw

from articles.editorial.publishing.bulk_publish import NewQuote, NewStory
from articles.text.body.body import Body, BodySection
from articles.text.characters import escape_html, html_attribute
from articles.text.languages.slug import slugify_words

PEOPLE, TOPICS, PLACES, PARAGRAPHS = 240, 60, 1500, 1500
DESKS = ("World", "Politics", "Economy", "Science", "Culture", "Sport")
YEARS = 12
# One story of so many has a lead photo, one of PICTURES; was out in other words before; and is withdrawn. Two of
# CORRECTED tell of a correction.
PICTURED, THREAD, WITHDRAWN, CORRECTED = 3, 20, 1000, 100
PICTURES, SIZE = 24, (1200, 800)


def _words(listed):
    """The words of a list written as one string."""
    return tuple(listed.split())


BEGINNINGS = _words("Al Bar Cor Dun El Fen Gar Hol Is Kel Lor Mar Nor Os Pel Quin Ras Sel Tor Ul Ver Wen Yar Zel")
MIDDLES = _words("a e i o u an ar el en er il in ol on or un ver mer den lin")
ENDINGS = _words("bury dale dor fell ford gard ham holm mouth ness port stad stow ton vale wick")
FIRST_NAMES = _words("Ada Bo Cleo Dara Edda Finn Greta Hugo Ines Jonas Kaja Leo Mira Nils Olga Pia Rana Sven Tavi Una")
THINGS = _words(
    "bridge harbor tram library observatory reservoir orchard lighthouse ferry market school hospital tunnel "
    "railway archive theater bakery glacier forest budget census treaty election festival museum pension tax "
    "strike storm"
)
DEEDS = _words("reopens closes counts sells repairs forgets defends renames measures inherits rebuilds abandons")
SUBHEADS = ("What Happens Next", "The Cost", "How It Began", "A Question of Time", "Who Decides", "The Numbers")
SENTENCES = (
    "The council of {place} voted {many} to {few} on the {thing}, and the mayor of {other} objected.",
    "Officials said the {thing} would cost {many} million crowns before the end of {month}.",
    "In {place} the {thing} has stood empty since a {other} company left it to the rain.",
    "Nobody at the {thing} expected {many} visitors, least of all the keeper, who has {few} chairs.",
    "A report by the institute in {other} counts {many} reasons why the {thing} should stay.",
    "Farmers near {place} have asked for {few} more weeks, because the {thing} stands in their way.",
    "The ministry promised an answer by {month} and named no year.",
    "Engineers from {other} measured the {thing} twice and found it {few} centimeters too short.",
    "The government has not said who will pay, and the people of {place} have stopped asking.",
    "Prices in {place} rose by {few} percent, while those in {other} stood still.",
)
SPOKEN = (
    "We counted the {thing} twice and it is still there.",
    "There is no plan for {place}, and that is the plan.",
    "Ask me again in {month}, when the {thing} is dry.",
    "Nobody in {place} will vote for a {thing} without a roof.",
)
MONTHS = _words("January February March April May June July August September October November December")


@dataclass(frozen=True)
class Paragraph:
    """A block of HTML and what is in it: its text's length, words, quotes (as found), and a mention or None."""

    html: str
    length: int
    words: int
    quotes: tuple
    mention: tuple | None


def names(number):
    """So many different invented names of people."""
    found: dict[str, None] = {}
    rng = random.Random(7)
    while len(found) < number:
        found[f"{rng.choice(FIRST_NAMES)} {_place(rng)}"] = None
    return list(found)


def topic_names(number):
    """So many different names of topics."""
    found: dict[str, None] = {}
    rng = random.Random(11)
    while len(found) < number:
        found[f"{_place(rng)} {rng.choice(THINGS).title()}"] = None
    return list(found)


def bank(people):
    """The paragraphs that stories are put together from, read by the same functions as any other text."""
    rng = random.Random(13)
    places = [_place(rng) for _ in range(PLACES)]
    return [_paragraph(rng, places, people) for _ in range(PARAGRAPHS)]


def date_in(numbers, number, now):
    """The date of one of a range of numbers: one after the other over YEARS up to `now`, as an archive grows in life.

    So what was published together also lies together in the database, and is read together.
    """
    return now - timedelta(days=365 * YEARS) * ((numbers.stop - number) / len(numbers))


def story(number, *, dated_at, paragraphs, desks, topics, people, photos):
    """The invented NewStory of a number. `people` are those who sign; `photos` are by what `picture_of` says."""
    rng = random.Random(number)
    place, thing = _place(rng), rng.choice(THINGS)
    headline = f"{place} {rng.choice(DEEDS).title()} Its {thing.title()} for {rng.choice(MONTHS)}"
    parts = [rng.sample(paragraphs, rng.randint(2, 3)) for _ in range(2)]
    heading = rng.choice(SUBHEADS)
    newest = NewStory(
        headline=headline,
        dek=f"The {thing} in {place} is {rng.randint(20, 400)} years old, and {rng.choice(MONTHS)} is near.",
        slug=slugify_words(f"{headline} {number}"),
        dated_at=dated_at,
        desk=rng.choice(desks).pk,
        topics=rng.sample(topics, rng.randint(1, 2)),
        bylines=[rng.choice(people)],
        place=place,
        lead_photo=photos.get(picture_of(number)),
        **_body(heading, parts),
    )
    return newest if number % THREAD else _with_thread(newest, number, heading, parts, rng)


def picture_of(number):
    """Which of PICTURES leads the story of a number; None for most, which have none."""
    return None if number % PICTURED else number // PICTURED % PICTURES


def picture(number):
    """(the bytes of a JPEG, words of it) of one of PICTURES: hills under a sun."""
    rng = random.Random(number)
    ground, sky = (
        Image.new("RGB", SIZE, ImageColor.getrgb(f"hsl({rng.randrange(360)}, 45%, {light}%)")) for light in (35, 80)
    )
    image = Image.composite(ground, sky, Image.linear_gradient("L").resize(SIZE).point(lambda light: light // 2))
    draw = ImageDraw.Draw(image)
    draw.circle((rng.randrange(SIZE[0]), rng.randrange(80, 240)), 60, fill="white")
    for hill in range(3):
        height, left = SIZE[1] * (6 + hill) // 10, rng.randrange(SIZE[0])
        shade = ImageColor.getrgb(f"hsl({rng.randrange(60, 180)}, 30%, {40 - 12 * hill}%)")
        draw.ellipse((left - SIZE[0], height, left + SIZE[0], height + 2 * SIZE[1]), fill=shade)
    file = io.BytesIO()
    image.save(file, "JPEG", quality=80)
    place, maker = _place(rng), f"{rng.choice(FIRST_NAMES)} {_place(rng)}"
    caption = f"The hills of {place}, on the road to the {rng.choice(THINGS)}."
    return file.getvalue(), {"caption": caption, "alt": "Three hills under a pale sun.", "credit": f"Photo: {maker}"}


def _body(heading, parts):
    """What a NewStory says of its text: paragraphs in two parts, a subhead over the second."""
    headings = ["", heading][: len(parts)]
    mentions: dict = {}
    for each in (each for part in parts for each in part if each.mention):
        mentions.setdefault(*each.mention)
    return {
        "sections": [
            BodySection(heading, "".join(each.html for each in part))
            for heading, part in zip(headings, parts, strict=True)
        ],
        "words": sum(each.words for part in parts for each in part) + sum(len(each.split()) for each in headings),
        "quotes": [said for place, part in enumerate(parts) for said in _said(place, part)],
        "mentions": list(mentions.items()),
    }


def _with_thread(newest, number, heading, parts, rng):
    """A story that was out before in other words: one, two or three times. Some correct that, few are withdrawn."""
    drafts = (parts[:1], [parts[0], parts[1][:1]], parts)[: rng.randint(1, 3)]
    earlier = [
        replace(
            newest, dek=f"{rng.randint(20, 400)} people in {newest.place} have heard of it.", **_body(heading, told)
        )
        for told in drafts
    ]
    corrects = number % CORRECTED in (0, CORRECTED * 2 // 5)
    return replace(
        newest,
        earlier=earlier,
        correction="An earlier version of this story counted the people wrongly." if corrects else "",
        withdrawn="The story was about another place." if number % WITHDRAWN == WITHDRAWN - THREAD else None,
    )


def _said(section, part):
    """The quotes of a section's paragraphs, placed in its text."""
    offset = 0
    for each in part:
        for found in each.quotes:
            yield NewQuote(
                section=section,
                start=offset + found.start,
                end=offset + found.end,
                words=found.words,
                attribution=found.attribution,
                person=found.person,
                is_set_off=found.is_set_off,
            )
        offset += each.length + 1


def _paragraph(rng, places, people):
    """One paragraph: plain, naming somebody, quoting an office, or a quote set on its own."""
    kind, person = rng.random(), rng.choice(people)
    facts = {
        "place": rng.choice(places),
        "other": rng.choice(places),
        "thing": rng.choice(THINGS),
        "month": rng.choice(MONTHS),
        "many": rng.randint(20, 900),
        "few": rng.randint(2, 19),
    }
    words = " ".join(sentence.format(**facts) for sentence in rng.sample(SENTENCES, 3))
    spoken = rng.choice(SPOKEN).format(**facts)
    mention = None
    if kind < 0.15:
        marks = html_attribute("data-person", person.pk) + html_attribute("data-attribution", person.name)
        html = f"<blockquote{marks}><p>“{spoken}”</p></blockquote>"
    elif kind < 0.3:
        html = f"<p>{words} “{spoken[:-1]},” the ministry said in a statement.</p>"
    elif kind < 0.5:
        mark = html_attribute("data-person", person.pk)
        html = f"<p>{words} That was the view of <span{mark}>{escape_html(person.name)}</span>.</p>"
        mention = (person.pk, person.name)
    else:
        html = f"<p>{words}</p>"
    body = Body(html)
    return Paragraph(html, len(body.text), body.word_count, body.quotes, mention)


def _place(rng):
    return rng.choice(BEGINNINGS) + rng.choice(MIDDLES) + rng.choice(ENDINGS)
