"""Whole stories, invented, in the shapes that pages and wires have, with what is to be read from them."""

import textwrap

LEAD = (
    "The harbour towns of Norrvik and Estermouth agreed on Monday to reopen the ferry line between them, twelve years"
    " after the last boat was sold, officials said."
)
SECOND = "The line is to carry two thousand people a day, with a crossing of forty minutes in fair weather."
THIRD = "Work on the two piers begins in spring, and the first boat has been ordered from a yard in Ulmen."
BODY = f"{LEAD}\n\n{SECOND}\n\nWhat the Towns Agreed\n\n{SECOND}\n\n{THIRD}\n\nNext Year\n\n{THIRD}\n"
KINDS = "p p h2 p p h2 p"
PARTS = {
    "headline": "Ferry Line Between Norrvik and Estermouth to Reopen",
    "dek": "Two towns look across the water again.",
    "topic": "Coastal Travel",
    "bylines": ("Marek Ondal",),
}
PAGE = f"{PARTS['topic']}\n\n{PARTS['headline']}\n\n{PARTS['dek']}\n\nBy Marek Ondal\n\n{BODY}"


def wrapped(text, width=72):
    return "\n\n".join(textwrap.fill(part, width) for part in text.split("\n\n"))


HEADLINE = PARTS["headline"]
TOP = f"{HEADLINE}\n\n"
NO_PHOTO = {"caption": "", "credit": ""}
CAPTION = "Passengers wait at the old pier in Norrvik, June 3, 2021"
STORIES = {
    "the seed's shape": (
        f"{CAPTION}\u00a0 [Photo by Ensign Tora Vik, Coast Service]\nCoastal Travel\n\n{HEADLINE}\n\n{PARTS['dek']}\n\n"
        f"Ondal\n\n{BODY}\nSCROLL FOR NEXT",
        {
            **PARTS,
            "bylines": ("Ondal",),
            "caption": CAPTION,
            "credit": "Photo by Ensign Tora Vik, Coast Service",
            "furniture": ("SCROLL FOR NEXT",),
            "kinds": KINDS,
            "notes": (),
        },
    ),
    "a page": (PAGE, {**PARTS, **NO_PHOTO, "kinds": KINDS, "furniture": (), "notes": ()}),
    "Windows line ends and a byte-order mark": (
        "\ufeff" + PAGE.replace("\n", "\r\n"),
        {**PARTS, "kinds": KINDS, "notes": ()},
    ),
    "old Mac line ends": (PAGE.replace("\n", "\r"), {**PARTS, "kinds": KINDS}),
    "blank lines with spaces": (PAGE.replace("\n\n", "\n \u00a0\t\n"), {**PARTS, "kinds": KINDS}),
    "hard-wrapped lines": (wrapped(PAGE), {**PARTS, "kinds": KINDS, "first": LEAD}),
    "hard-wrapped narrow lines, headline too": (wrapped(PAGE, 46), {**PARTS, "kinds": KINDS, "first": LEAD}),
    "hard-wrapped lines with indents and no blank lines": (
        f"{HEADLINE}\nBy Marek Ondal\n"
        "   The harbour towns of Norrvik and Estermouth agreed on Monday to\n"
        "reopen the ferry line between them, twelve years after the last\n"
        "boat was sold.\n"
        "   The line is to carry two thousand people a day, with a crossing\n"
        "of forty minutes in fair weather, and no cars.\n",
        {"headline": HEADLINE, "bylines": ("Marek Ondal",), "kinds": "p p", "dek": ""},
    ),
    "no blank lines at all": (PAGE.replace("\n\n", "\n"), {**PARTS, "kinds": KINDS}),
    "no topic": (PAGE.partition("\n\n")[2], {**PARTS, "topic": "", "kinds": KINDS}),
    "no dek": (f"{TOP}By Marek Ondal\n\n{BODY}", {**PARTS, "topic": "", "dek": "", "kinds": KINDS}),
    "no dek, no byline": (
        TOP + BODY,
        {"headline": HEADLINE, "topic": "", "dek": "", "bylines": (), "kinds": KINDS},
    ),
    "no byline": (
        f"Coastal Travel\n\n{TOP}{PARTS['dek']}\n\n{BODY}",
        {**PARTS, "bylines": (), "kinds": KINDS, "noted": "read as the dek"},
    ),
    "a dek without a full stop and no byline": (
        f"{TOP}Two towns that lost their boats look across the water again\n\n{BODY}",
        {"dek": "Two towns that lost their boats look across the water again", "kinds": KINDS, "bylines": ()},
    ),
    "a first paragraph that may be a dek": (
        f"{TOP}The ferry is back, the towns said on Monday.\n\n{LEAD}\n\n{SECOND}\n",
        {"dek": "", "kinds": "p p p", "noted": "may be a dek"},
    ),
    "only a headline": ("Ferry Line to Reopen", {"headline": "Ferry Line to Reopen", "kinds": "", "notes": ()}),
    "only a paragraph": (LEAD, {"headline": "", "kinds": "p", "noted": "No headline"}),
    "nothing": (" \n\u200b\n", {"headline": "", "kinds": "", "notes": (), "people": ()}),
    "a headline with a full stop": (
        f"The ferry line is to reopen.\n\n{LEAD}\n\n{SECOND}\n",
        {"headline": "The ferry line is to reopen.", "kinds": "p p", "noted": "full stop"},
    ),
    "a headline that is a question": (
        f"Will the Ferry Come Back?\n\nBy Marek Ondal\n\n{BODY}",
        {"headline": "Will the Ferry Come Back?", "bylines": ("Marek Ondal",), "kinds": KINDS},
    ),
    "a headline that ends with an abbreviation": (
        f"Ferry Line to Be Built With Money From the U.S.\n\nBy Marek Ondal\n\n{BODY}",
        {"headline": "Ferry Line to Be Built With Money From the U.S.", "kinds": KINDS},
    ),
    "a headline in quotation marks": (
        f"“No Boat, No Town”\n\nBy Marek Ondal\n\n{BODY}",
        {"headline": "“No Boat, No Town”", "kinds": KINDS},
    ),
    "capitals": (
        f"FERRY LINE TO REOPEN\n\nBY MAREK ONDAL\n\n{LEAD}\n\n{SECOND}\n\nWHAT THE TOWNS AGREED\n\n{THIRD}\n",
        {"headline": "FERRY LINE TO REOPEN", "bylines": ("Marek Ondal",), "kinds": "p p h2 p"},
    ),
    "a quoted first paragraph": (
        f"{TOP}“We have waited twelve years for this boat,” said Ina Brandt, a baker.\n\n{LEAD}\n\n{SECOND}\n",
        {"headline": HEADLINE, "dek": "", "kinds": "p p p"},
    ),
    "paragraphs that are only quotes": (
        f"{TOP}By Marek Ondal\n\n{LEAD}\n\n“No boat, no town”\n\n{SECOND}\n\n„Kein Boot, keine Stadt“\n\n{THIRD}\n\n"
        f"« Pas de bateau »\n\n{THIRD}\n",
        {"kinds": "p p p p p p p"},
    ),
    "subheads in any case": (
        f"{TOP}By Marek Ondal\n\n{LEAD}\n\nWhat the towns agreed\n\n{SECOND}\n\nWHO PAYS\n\n{SECOND}"
        f"\n\nWho pays for it?"
        f"\n\n{THIRD}\n\nThe mayor said so\n\n{THIRD}\n\nA last word\n",
        {"kinds": "p h2 p h2 p h2 p p p p", "noted": "A last word"},
    ),
    "short lines in a row": (
        f"{TOP}By Marek Ondal\n\n{LEAD}\n\nNorrvik 7:30\n\nEstermouth 8:10\n\n{SECOND}\n",
        {"kinds": "p p p p", "noted": "Norrvik 7:30"},
    ),
    "marks of headings": (
        f"# {HEADLINE}\n\nBy Marek Ondal\n\n{LEAD}\n\n## The mayor said so\n\n{SECOND}\n",
        {"headline": HEADLINE, "kinds": "p h2 p"},
    ),
    "bullets": (
        f"{TOP}By Marek Ondal\n\n{LEAD}\n\nWhat to Know\n\n• Two piers.\n• One boat\n\n{SECOND}\n",
        {"kinds": "p h2 li li p"},
    ),
    "dashes as bullets": (
        f"{TOP}By Marek Ondal\n\n{LEAD}\n\n- Two piers\n- One boat\n\n{SECOND}\n",
        {"kinds": "p li li p"},
    ),
    "a lone dash is no bullet": (f"{TOP}By Marek Ondal\n\n{LEAD}\n\n- Two piers\n\n{SECOND}\n", {"kinds": "p p p"}),
    "a wire's dateline": (
        f"{TOP}NORRVIK, Feb. 5 (Reuters) - {LEAD}\n\n{SECOND}\n",
        {"place": "Norrvik", "agency": "Reuters", "date_words": "Feb. 5", "first": LEAD, "noted": "NORRVIK, Feb. 5"},
    ),
    "a dateline shows the dek": (
        f"{TOP}{SECOND}\n\nNEW ESTERMOUTH, Ulmen (AFP) — {LEAD}\n\n{SECOND}\n",
        {"place": "New Estermouth, Ulmen", "agency": "AFP", "dek": SECOND, "kinds": "p p"},
    ),
    "a dateline of capitals alone": (f"{TOP}NORRVIK — {LEAD}\n\n{SECOND}\n", {"place": "Norrvik", "agency": ""}),
    "two places": (f"{TOP}NORRVIK/ULMEN, Feb 5 (Reuters) – {LEAD}\n", {"place": "Norrvik/Ulmen"}),
    "capitals that are no dateline": (
        f"{TOP}FERRY — the council of ferries — met on Monday, officials said, and agreed on it.\n\n{SECOND}",
        {"place": "", "kinds": "p p"},
    ),
    "what may be a dateline": (
        f"{TOP}Norrvik — {LEAD}\n\n{SECOND}\n",
        {"place": "", "first": f"Norrvik — {LEAD}", "noted": "may begin with a dateline"},
    ),
    "a slug of an agency is no place": (f"{TOP}EXCLUSIVE — {LEAD}\n\n{SECOND}\n", {"place": ""}),
    "an agency alone": (f"{TOP}(Reuters) - {LEAD}\n\n{SECOND}\n", {"place": "", "agency": "Reuters", "first": LEAD}),
    "lines that hold a date": (
        f"{TOP}By Marek Ondal\n\nNorrvik, 5 February 2026\n\nPublished 12:05 GMT\n"
        f"Updated Feb. 6, 2026, 3:10 p.m.\n\n{BODY}",
        {"place": "Norrvik", "date_words": "5 February 2026; Published 12:05 GMT; Updated Feb. 6, 2026, 3:10 p.m."},
    ),
    "an agency on a line": (f"{TOP}By Marek Ondal\n\nAssociated Press\n\n{BODY}", {"agency": "Associated Press"}),
    "a credit after a caption's full stop": (
        f"The old pier in Norrvik. Photo: Tora Vik / Reuters\n\n{TOP}By Marek Ondal\n\n{BODY}",
        {"caption": "The old pier in Norrvik.", "credit": "Photo: Tora Vik / Reuters", "kinds": KINDS},
    ),
    "an agency's credit in brackets under the headline": (
        f"{TOP}By Marek Ondal\n\nThe old pier in Norrvik. (AP Photo/Tora Vik)\n\n{BODY}",
        {"headline": HEADLINE, "caption": "The old pier in Norrvik.", "credit": "AP Photo/Tora Vik", "kinds": KINDS},
    ),
    "a credit on its own line": (
        f"The old pier in Norrvik\nCredit: Tora Vik\n\n{TOP}By Marek Ondal\n\n{BODY}",
        {"headline": HEADLINE, "caption": "The old pier in Norrvik", "credit": "Credit: Tora Vik", "kinds": KINDS},
    ),
    "a credit on its own line after a blank one": (
        f"The old pier in Norrvik.\n\n© Tora Vik\n\n{TOP}By Marek Ondal\n\n{BODY}",
        {"headline": HEADLINE, "caption": "The old pier in Norrvik.", "credit": "© Tora Vik", "kinds": KINDS},
    ),
    "a credit under the byline": (
        f"{TOP}By Marek Ondal\n\nThe old pier in Norrvik.\n\n(Photo by Tora Vik)\n\n{BODY}",
        {"headline": HEADLINE, "caption": "The old pier in Norrvik.", "credit": "Photo by Tora Vik", "kinds": KINDS},
    ),
    "a credit alone under the headline": (
        f"{TOP}Photo: Tora Vik\n\nBy Marek Ondal\n\n{BODY}",
        {"headline": HEADLINE, "caption": "", "credit": "Photo: Tora Vik", "kinds": KINDS},
    ),
    "a file photo": (
        f"FILE PHOTO: The old pier, June 3, 2021. REUTERS/Tora Vik\n\n{TOP}By Marek Ondal\n\n{BODY}",
        {"caption": "FILE PHOTO: The old pier, June 3, 2021.", "credit": "REUTERS/Tora Vik"},
    ),
    "a second caption": (
        f"The pier. (Photo by Tora Vik)\n\n{TOP}By Marek Ondal\n\n{LEAD}\n\n"
        f"The boat. (Photo by Tora Vik)\n\n{SECOND}\n",
        {"caption": "The pier.", "kinds": "p p p", "noted": "second caption"},
    ),
    "a caption without a credit": (
        f"{CAPTION}.\n\nCoastal Travel\n\n{HEADLINE}\n\n{PARTS['dek']}\n\nBy Marek Ondal\n\n{BODY}",
        {**PARTS, "caption": f"{CAPTION}.", "credit": "", "noted": "caption"},
    ),
    "several bylines": (f"{TOP}By Marek Ondal and Ina Brandt\n\n{BODY}", {"bylines": ("Marek Ondal", "Ina Brandt")}),
    "bylines with a place": (
        f"{TOP}By Marek Ondal, Ina Brandt and Tora van der Vik in Norrvik\n\n{BODY}",
        {"bylines": ("Marek Ondal", "Ina Brandt", "Tora van der Vik"), "place": "Norrvik"},
    ),
    "a byline with an agency": (
        f"{TOP}By MAREK ONDAL, Associated Press\n\n{BODY}",
        {"bylines": ("Marek Ondal",), "agency": "Associated Press"},
    ),
    "a byline with a role": (
        f"{TOP}By Marek Ondal, Ferry Correspondent\n\n{BODY}",
        {
            "bylines": ("Marek Ondal",),
            "furniture": ("By Marek Ondal, Ferry Correspondent",),
            "noted": "more than names",
        },
    ),
    "a byline with a date": (
        f"{TOP}By Marek Ondal | Feb. 5, 2026\n\n{BODY}",
        {"bylines": ("Marek Ondal",), "date_words": "Feb. 5, 2026"},
    ),
    "a first paragraph beginning with By": (
        f"{TOP}By Friday, both towns had signed, and by Saturday the boat was ordered.\n\n{SECOND}\n",
        {"headline": HEADLINE, "bylines": ()},
    ),
    "two full names without By": (
        f"{TOP}{PARTS['dek']}\n\nMarek Ondal and Ina Brandt\n\n{BODY}",
        {"dek": PARTS["dek"], "bylines": ("Marek Ondal", "Ina Brandt"), "kinds": KINDS},
    ),
    "a subhead is no byline": (
        f"{TOP}{PARTS['dek']}\n\nNew Piers\n\n{LEAD}\n\nNew piers are being built in both towns.\n",
        {"bylines": (), "dek": ""},
    ),
    "furniture": (
        f"Skip to content\n{PAGE}Share this article\n\nRead more: The Last Boat\n\n"
        "Follow us on Telegram\n\nADVERTISEMENT\n\n***\n",
        {
            **PARTS,
            "kinds": KINDS,
            "furniture": (
                "Skip to content",
                "Share this article",
                "Read more: The Last Boat",
                "Follow us on Telegram",
                "ADVERTISEMENT",
                "***",
            ),
        },
    ),
}
