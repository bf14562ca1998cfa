"""The tables that readers' pages are made of, each with the beginning of the tag that tells of a change in it.

A page that read another table is not stored: nobody would tell of its changes.
"""

import re

REQUIRED: dict[str, str | tuple[str, ...]] = {
    **dict.fromkeys(
        (
            "articles_edition",
            "articles_section",
            "articles_quote",
            "articles_mention",
            "articles_byline",
            "articles_editiontopic",
            "articles_photoplacement",
            "articles_correction",
            "articles_address",
            "articles_pin",
            "articles_languageversion",
            "articles_privatehistory",
        ),
        "story:",
    ),
    "articles_archivecount": "list:",
    "articles_pageorder": "list:",
    "articles_topstory": ("list:", "story:"),
    "articles_person": "person:",
    "articles_personalias": "person:",
    "articles_topic": "topic:",
    "articles_topic_related": "topic:",
    "articles_desk": "site",
    "articles_staticpage": "site",
    "articles_publisher": "site",
    "articles_siteicon": "site",
    "articles_directorychange": "directory",
    "media_photo": "photo:",
}
# Written without a verb, and read by pages that say themselves how long they are good.
COUNTED = frozenset({"articles_viewcount"})

# What is called is no table: json_each(…), unnest(…).
_READ = re.compile(r'\b(?:FROM|JOIN)\s+"?([a-z_0-9]+)\b"?(?!\s*\()', re.IGNORECASE)
WRITES = re.compile(
    r'^\s*(?:INSERT\s+(?:OR\s+\w+\s+)?INTO|UPDATE|DELETE\s+FROM|REPLACE\s+INTO)\s+"?([a-z_0-9]+)"?', re.I
)
_ONLY_READ = re.compile(
    r"^[\s(]*(?:SELECT|VALUES|SAVEPOINT|RELEASE|ROLLBACK|BEGIN|PRAGMA|EXPLAIN|SET|SHOW|DECLARE|FETCH|CLOSE)\b",
    re.IGNORECASE,
)


def tables_read(sql: str) -> set[str]:
    """The tables that a SELECT names."""
    return set(_READ.findall(sql))


def tables_written(sql: str) -> set[str]:
    """The tables of REQUIRED that a statement writes to; one that can't be told may write to any that it names."""
    if match := WRITES.match(sql):
        return {match[1].lower()} & REQUIRED.keys()
    return set() if _ONLY_READ.match(sql) else {table for table in REQUIRED if table in sql}
