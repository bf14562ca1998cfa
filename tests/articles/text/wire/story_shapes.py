"""Invented stories whose parts stand in unusual places or carry labels, agencies' marks and pages' furniture."""

SHAPES = {
    "several labels in one text": (
        """---
title: Ferry sails
weight: 3
---
**BYLINE:** MAREK ONDAL and Ina Brandt
DATELINE: Norrvik, 5 February 2026
CAPTION: The old pier. (Photo by Tora Vik)
AUTHOR: the desk of the coast
**BODY:** The ferry is to sail in spring, the two towns of the coast agreed on *Monday*, twelve years after it was sold.

CROSSHEAD: What it costs

A crossing costs what it did.
""",
        {
            "headline": "Ferry sails",
            "bylines": ("Marek Ondal", "Ina Brandt", "the desk of the coast"),
            "place": "Norrvik",
            "date_words": "5 February 2026",
            "caption": "The old pier.",
            "credit": "Photo by Tora Vik",
            "instructions": ("weight: 3",),
            "kinds": "p h2 p",
        },
    ),
    "a place set as a dateline": (
        """HEADLINE: Ferry sails
DATELINE: NORRVIK, Feb. 5 (NPA)
BYLINE: Marek Ondal, marek@coast.example

The ferry is to sail in spring, the two towns of the coast agreed on Monday, twelve years after it was sold.
""",
        {"place": "Norrvik", "agency": "NPA", "date_words": "Feb. 5", "bylines": ("Marek Ondal",)},
    ),
    "a mail whose subject is the headline": (
        """From: Marek Ondal
Subject: Ferry line to reopen in spring

The ferry is to sail in spring, the two towns of the coast agreed on Monday, twelve years after it was sold to a yard.

The line will carry two thousand people a day, and the crossing takes forty minutes in fair weather, officials said.
""",
        {"headline": "Ferry line to reopen in spring", "kinds": "p p"},
    ),
    "a name and its agency at the end": (
        """Ferry sails again

NORRVIK (NPA) The ferry sails in spring, the two towns of the coast agreed on Monday, twelve years after it was sold.

The line will carry two thousand people a day. (NPA)

Marek ONDAL/TT
""",
        {"place": "Norrvik", "agency": "NPA", "bylines": ("Marek Ondal",), "kinds": "p p"},
    ),
    "an agency alone at the end": (
        """Ferry sails again

(ANSA) - NORRVIK, 20 MAG - The ferry sails in spring, the towns of the coast agreed on Monday, after twelve years.

The line will carry two thousand people a day.

ANSA
""",
        {"place": "Norrvik", "agency": "ANSA", "date_words": "20 MAG", "kinds": "p p"},
    ),
    "a role and a house under bylines": (
        """Ferry sails again

By Marek Ondal
Norrvik Press

The ferry sails in spring, the towns of the coast agreed on Monday, after twelve years, and everybody was glad of it.
""",
        {"bylines": ("Marek Ondal",), "furniture": ("Norrvik Press",), "kinds": "p"},
    ),
    "a reporter's role under the name": (
        """Ferry sails again

Two towns look across the water again.

Marek Ondal
Coast reporter

The ferry sails in spring, the towns of the coast agreed on Monday, after twelve years, and everybody was glad of it.
""",
        {"bylines": ("Marek Ondal",), "furniture": ("Coast reporter",), "kinds": "p"},
    ),
    "a Chinese agency": (
        """两镇渡轮恢复通航

新华社诺维克5月20日电（记者王明）两镇周一同意恢复渡轮通航，距上一班渡轮停航已有十二年。
""",
        {"headline": "两镇渡轮恢复通航", "place": "诺维克", "agency": "新华社", "date_words": "5月20日", "kinds": "p"},
    ),
    "a Ukrainian dateline without a dash": (
        """Пором знову ходить

НОРВІК. 20 травня. УКРІНФОРМ. Пором знову ходить навесні, домовилися у понеділок два міста узбережжя після років.
""",
        {"place": "Норвік", "agency": "УКРІНФОРМ", "date_words": "20 травня", "kinds": "p"},
    ),
    "capitals in brackets are no dateline": (
        """Ferry sails again

NATO (the alliance) The ferry sails in spring, the towns of the coast agreed on Monday, after twelve years of talks.
""",
        {"place": "", "kinds": "p"},
    ),
    "a page with its furniture": (
        """Skip to content
Account page
Home > News > Coast
Ferry Line Between Two Towns to Reopen
Share this article
Your coast pass
Print

The ferry sails in spring, the towns of the coast agreed on Monday, after twelve years, and everybody was glad of it.

Get our newsletter every morning
Print
All about the boats
Share

• One boat

A crossing takes forty minutes in fair weather.

Related stories
Sheep stops express
• Two boats
""",
        {"headline": "Ferry Line Between Two Towns to Reopen", "topic": "", "kinds": "p li p"},
    ),
    "a page without text": (
        "Skip to content\nShare\nPrint\nFerry Line to Reopen",
        {"headline": "Ferry Line to Reopen"},
    ),
    "a page that ends with its text": (
        """Skip to content
Share
Print

Ferry Line to Reopen

The ferry sails in spring, the towns of the coast agreed on Monday, after twelve years, and everybody was glad of it.
""",
        {"headline": "Ferry Line to Reopen", "kinds": "p"},
    ),
    "headings underlined": (
        """Ferry Line to Reopen
====================

The ferry sails in spring, the towns of the coast agreed on Monday, after twelve years, and everybody was glad of it.

Who pays
--------

The towns do, officials said on Monday, and so do those who cross.

A line
---
""",
        {"headline": "Ferry Line to Reopen", "kinds": "p h2 p p"},
    ),
    "an agency alone at the end of a long story": (
        "Ferry sails again\n\nNORRVIK (TT) The ferry sails.\n\n"
        + "It sails in spring, the towns said.\n\n" * 14
        + "TT",
        {"agency": "TT", "instructions": ("TT",)},
    ),
    "front matter without a story": ("---\ntitle: Ferry sails\n---\n", {"headline": "Ferry sails", "kinds": ""}),
    "a picture without words": (
        "# Ferry sails\n\n![](pier.jpg)\n\nThe ferry sails in spring, the towns said.\n",
        {"headline": "Ferry sails", "furniture": ("![](pier.jpg)",), "kinds": "p"},
    ),
    "a label without a value": (
        "HEADLINE: Ferry sails\nBYLINE: Marek Ondal\n\nThe ferry sails in spring, the towns said.\n\nTAGS:",
        {"headline": "Ferry sails", "topics": (), "kinds": "p"},
    ),
    "a file photo and its credit": (
        "FILE PHOTO: The old pier in June.\n\n© Tora Vik\n\nFerry sails again\n\nThe ferry sails, the towns said.\n",
        {"headline": "Ferry sails again", "caption": "FILE PHOTO: The old pier in June.", "credit": "© Tora Vik"},
    ),
}
