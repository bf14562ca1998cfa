"""Invented stories whose heads are hard to read: bylines, credits and deks in unusual places."""

from .stories import BODY, HEADLINE, KINDS, LEAD, PARTS, SECOND, THIRD, TOP

BARE = {"bylines": ("Marek Ondal",), "agency": "Reuters", "dek": PARTS["dek"], "kinds": KINDS}
HEADS = {
    "a name and an agency without By": (f"{TOP}{PARTS['dek']}\n\nMarek Ondal, Reuters\n\n{BODY}", BARE),
    "a name and a place without By, right under the headline": (
        f"{TOP}Marek Ondal in Ulmen\n\n{BODY}",
        {"bylines": ("Marek Ondal",), "place": "Ulmen", "kinds": KINDS, "noted": "read as the byline"},
    ),
    "names without By over a dateline": (
        f"{TOP}{PARTS['dek']}\n\nMarek Ondal and Ina Brandt\nReuters\n\nNORRVIK, February 5 -- {LEAD}\n\n{SECOND}\n",
        {"bylines": ("Marek Ondal", "Ina Brandt"), "place": "Norrvik", "dek": PARTS["dek"], "first": LEAD},
    ),
    "a dated sentence is no dek over a bare name": (
        f"{TOP}The ferry is back, the towns said on Monday.\n\nUlrich\n\n{LEAD}\n\n{SECOND}\n",
        {"bylines": (), "dek": "", "kinds": "p h2 p p"},
    ),
    "a first name and a full name are no bylines": (
        f"{TOP}{PARTS['dek']}\n\nMarek and Ina Brandt\n\n{BODY}",
        {"bylines": ()},
    ),
    "a comma before the last and": (
        f"{TOP}By Marek Ondal, Ina Brandt, and Tora Vik\n\n{BODY}",
        {"bylines": ("Marek Ondal", "Ina Brandt", "Tora Vik"), "furniture": ()},
    ),
    "every reporter with a place": (
        f"{TOP}By Marek Ondal in Norrvik and Ina Brandt in Ulmen\n\n{BODY}",
        {"bylines": ("Marek Ondal", "Ina Brandt"), "place": "Norrvik, Ulmen"},
    ),
    "a reporter for an agency, and a town": (
        f"{TOP}By Marek Ondal for Reuters, Ulmen\n\n{BODY}",
        {"bylines": ("Marek Ondal",), "agency": "Reuters", "place": "Ulmen"},
    ),
    "a credit above everything": (
        f"(Photo by Tora Vik)\n\n{TOP}By Marek Ondal\n\n{BODY}",
        {"headline": HEADLINE, "caption": "", "credit": "Photo by Tora Vik", "kinds": KINDS},
    ),
    "a subhead right under the headline": (
        f"{TOP}What the Two Towns Now Want Most\n\n{BODY}",
        {"headline": HEADLINE, "dek": "", "kinds": f"h2 {KINDS}"},
    ),
    "an agency as the byline": (f"{TOP}By Associated Press\n\n{BODY}", {"bylines": (), "agency": "Associated Press"}),
    "a byline above the headline": (
        f"By Marek Ondal\n{HEADLINE}\n\n{BODY}",
        {"headline": HEADLINE, "bylines": ("Marek Ondal",), "kinds": KINDS},
    ),
    "a byline at the end": (
        f"{TOP}{LEAD}\n" + f"\n{SECOND}\n" * 12 + "\nBy Marek Ondal",
        {"bylines": ("Marek Ondal",)},
    ),
    "a headline that begins with By": (
        f"By Sea Alone\n\n{LEAD}\n\n{SECOND}\n",
        {"headline": "By Sea Alone", "bylines": ()},
    ),
    "an agency in brackets without a dash": (f"{TOP}(CNN) {LEAD}\n\n{SECOND}\n", {"agency": "CNN", "first": LEAD}),
    "a name and an agency in brackets": (
        f"The pier in June [Tora Vik/Reuters]\n\n{TOP}By Marek Ondal\n\n{BODY}",
        {"headline": HEADLINE, "caption": "The pier in June", "credit": "Tora Vik/Reuters"},
    ),
    "an agency in brackets": (
        f"The pier in June [AFP]\n\n{TOP}By Marek Ondal\n\n{BODY}",
        {"caption": "The pier in June", "credit": "AFP"},
    ),
    "a caption and a credit with their labels": (
        f"Caption: The pier in June.\nCredit: Tora Vik\n\n{TOP}By Marek Ondal\n\n{BODY}",
        {"headline": HEADLINE, "caption": "The pier in June.", "credit": "Tora Vik"},
    ),
    "a marked headline over a credit": (
        f"# {HEADLINE}\nPhoto: Tora Vik\n\nBy Marek Ondal\n\n{BODY}",
        {"headline": HEADLINE, "caption": "", "credit": "Photo: Tora Vik"},
    ),
    "a sentence that begins like a credit": (
        f"{TOP}By Marek Ondal\n\nCourtesy of the mayor of Norrvik, the boat was free for all on one day.\n\n{SECOND}\n",
        {"credit": "", "kinds": "p p"},
    ),
    "a credit without a caption far down": (
        f"{TOP}By Marek Ondal\n\n{LEAD}\n" + f"\n{SECOND}\n" * 12 + "\n(Photo by Tora Vik)\n\nPhoto: Tora Vik\n",
        {"credit": "", "caption": ""},
    ),
    "a short headline and a dek without a full stop": (
        f"Ferry Line Opens in Spring\n\nTwo towns that lost their boats look up again\n\nBy Marek Ondal\n\n{BODY}",
        {"headline": "Ferry Line Opens in Spring", "dek": "Two towns that lost their boats look up again", "topic": ""},
    ),
    "a headline of five words over a dek without a full stop": (
        f"Ferry back in the spring\n\nTwo towns that lost their boats look up again\n\nBy Marek Ondal\n\n{BODY}",
        {"headline": "Ferry back in the spring", "dek": "Two towns that lost their boats look up again", "topic": ""},
    ),
    "a headline in capitals over a dek without a full stop": (
        f"FERRY BACK IN THE SPRING\nTwo towns that lost their boats look up again\nBy Marek Ondal\n\n{BODY}",
        {
            "headline": "FERRY BACK IN THE SPRING",
            "dek": "Two towns that lost their boats look up again",
            "topic": "",
            "noted": "all in capitals",
        },
    ),
    "a topic of five words over a headline in small letters with a dek": (
        "The boats of the north\n\nFerry between the two towns to reopen\n\n"
        f"{PARTS['dek']}\n\nBy Marek Ondal\n\n{BODY}",
        {"topic": "The boats of the north", "headline": "Ferry between the two towns to reopen", "dek": PARTS["dek"]},
    ),
    "a topic of four words over a headline with capitals": (
        f"Travel Along the Coast\n\n{TOP}By Marek Ondal\n\n{BODY}",
        {"topic": "Travel Along the Coast", "headline": HEADLINE, "dek": ""},
    ),
    "a byline that names nobody": (
        f"{TOP}By Staff Writer\n\n{BODY}",
        {"headline": HEADLINE, "bylines": (), "kinds": KINDS, "noted": "more than names"},
    ),
    "too much above the byline": (
        f"{TOP}{PARTS['dek']}\n\n{SECOND}\n\nBy Marek Ondal\n\n{BODY}",
        {"dek": PARTS["dek"], "noted": "not clear", "kinds": "p " + KINDS},
    ),
    "a byline far below": (
        f"{TOP}{LEAD}\n\n{SECOND}\n\n{THIRD}\n\nBy Marek Ondal\n\n{SECOND}\n",
        {"dek": "", "bylines": ("Marek Ondal",), "kinds": "p p p p"},
    ),
    "a caption without a credit, a headline and a byline": (
        f"The old pier in Norrvik, seen from the sea.\n\n{TOP}By Marek Ondal\n\n{BODY}",
        {"headline": HEADLINE, "caption": "The old pier in Norrvik, seen from the sea.", "kinds": KINDS},
    ),
    "a paragraph, a subhead, and no headline": (
        f"{LEAD}\n\nWhat Now\n\n{SECOND}\n",
        {"headline": "", "kinds": "p h2 p"},
    ),
    "a paragraph above the headline of a story with its caption": (
        f"{SECOND}\n\n{TOP}By Marek Ondal\n\nThe pier. (Photo by Tora Vik)\n\n{BODY}",
        {"headline": "", "caption": "The pier."},
    ),
    "only titles": ("Norrvik\n\nEstermouth\n", {"headline": "Norrvik", "kinds": "p"}),
}
