"""Invented stories in plain text, in the shapes in which stories come: what tests of importing read."""

CREDIT = "Photo by Master Mate Ilo Varn, Harbour Guard"
CAPTION = "Commodore Tamsin O. Vell hands over the lamp at Corvane harbour, June 3, 2021"
TOPIC = "Corvane Strait Dispute"
HEADLINE = "Ardrenne and Corvane Agree to Reopen Harbour-To-Harbour Line"
DEK = "Talks in Quillon revive a silent channel as patrols and ferries go on side by side."
BYLINE = "Merrow"
SAID = "Keeping harbours in touch is how small mistakes stay small, and it lets both sides see what the other means,"
LEAD = [
    "Ardrenne and Corvane have agreed to reopen a telephone line between their harbour masters after talks in Quillon, "
    "a first step since the strait was closed.",
    "The decision comes as ferries sail again beside patrol boats, and officials call it a way to keep mistakes small.",
]
FIRST = "Renewed Harbour Contacts"
FIRST_SECTION = [
    "The Harbour Guard said the agreement followed meetings between Cmdr. Tamsin Vell, the keeper of the strait, and "
    "officers from Corvane.",
    "Quillon cut the line just before the strait was closed in 2019, though a lamp signal remained in use at night.",
    "In a statement, the Harbour Guard said the line was meant to keep each side from guessing.",
    f"“{SAID}” the statement said.",
    "President Orla Finch of Ardrenne and Corvane's President Basil Thorne have spoken twice this spring.",
    "The meetings also included pilots and followed earlier talks held by the ferry towns.",
]
SECOND = "Ferries and Patrols Meet"
SECOND_SECTION = [
    "The line opens while patrols go on along the whole of the strait and ferries wait for hours.",
    "Corvane’s President Basil Thorne said 55 ferries were turned back since the spring, more than he had said before.",
    "Harbour officials reported two collisions at night, while the patrols said they saw none.",
    "Talks go on as well, with special envoy Hesper Quill and Prime Minister Donal Marsh arriving on Thursday.",
    "Officials have given no details, while Thorne repeated that any pact needs the ferry towns.",
]


def story(**changes):
    """The plain text of a story with every part a page has; a part changed to "" is left out."""
    parts = {"caption": f"{CAPTION} [{CREDIT}]", "topic": TOPIC, "headline": HEADLINE, "dek": DEK, "byline": BYLINE}
    parts |= {"lead": "\n\n".join(LEAD), "first": FIRST, "first_section": "\n\n".join(FIRST_SECTION)}
    parts |= {"second": SECOND, "second_section": "\n\n".join(SECOND_SECTION), "end": "SCROLL FOR NEXT"}
    return "\n\n".join(text for text in (parts | changes).values() if text) + "\n"
