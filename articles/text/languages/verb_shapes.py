"""Verbs that no table knows, told by their ending and their place: between speech and whoever speaks."""

import re

# How a verb of the third person begins a clause beside speech: what helps it, then the verb.
_SHAPES = {
    "uk": r"[^\W\d_]{2,}(?:[вр]|ла|ли|(?:в|ла|ли)ся|лась|є|ють|[аеиуюя]ть(?:ся)?)",
    "pl": r"(?:się )?[^\W\d_]{2,}(?:ł|ła|li|ły|a|e|i|y|ą)(?: się)?",
    "es": r"(?:(?:se|le|les|lo|la|nos|me|ha|han) )*[^\W\d_]{2,}(?:ó|[ae]n?|aron|ieron|ado|ido|ían?|aban?)",
    "fr": r"(?:(?:se|lui|leur|me|nous|y|en|a|ont|avait|est) |[smtl][’'](?:est |était )?)*"
    r"[^\W\d_]{2,}(?:e|ent|ait|aient|[itudaéèt]|ées?)",
    "sv": r"(?:har |hade )?[^\W\d_]{2,}(?:[rs]|de|te|at|it)|röt|skrek|log|svor|grät|bad",
    "de": r"(?:hat |hatte )?[^\W\d_A-ZÄÖÜ][^\W\d_]{2,}",
    "tr": r"diye (?:[^\W\d_]+ ){0,2}?[^\W\d_]+(?:[dt][ıiuü]|[ıiuü]yor)(?:lar|ler)?",
}
_PAST = {
    "pl": re.compile(r"(?:się )?[^\W\d_]{2,}(?:ł|ła|li|ły)(?![^\W_])"),
}
# They stand where a verb may, and end as it may, or make what follows a part of what is said.
_NO_VERB = re.compile(
    r"(?:але|або|адже|бо|чи|що|щоб|як|який|яка|яке|які|коли|де|для|від|над|перед|без|через|мов|наче|ще|хоча|лише|"
    r"тільки|"
    r"та|ані|не|нехай|наші?|твої?|мо[яї]|твоя|наша|ваша|мати|дочка|"
    r"ale|albo|bo|bez|dla|jak|jaki|jaka|która|które|którzy|któr[yą]|nie|nad|pod|przed|przez|że|żeby|czy|tylko|także|"
    r"nawet|moja|moje|nasza|nasze|twoja|jego|jej|nasi|po|we|ze|to|tak|razem|albo|gdzie|chyba|zresztą|także|też|"
    r"de|la|el|los|las|le|les|que|como|entre|sobre|donde|para|pero|ante|desde|hasta|contra|nuestr[ao]|aunque|mientras|"
    r"cuando|porque|incluso|ni|una|esa|esta|este|ese|toda|siempre|"
    r"comme|contre|entre|notre|votre|même|une|mais|avec|est|ou|et|si|dont|quand|tant|surtout|c’est|c'est|dit|elle|"
    r"cette|cet|tout|toute|pendant|avant|devant|peut|sauf|hors|vers|je|mademoiselle|chère|"
    r"efter|under|över|eller|inte|både|utan|mot|för|när|där|här|var|vår|er|är|om|åt|men|samt|såsom|alltså|som|men|"
    r"vid|nästa|kära|bästa|hos|"
    r"aber|auch|denn|dass|daß|das|dem|den|der|des|die|durch|eine?|einer|gegen|für|mein|meine|mit|nach|nicht|noch|nur|"
    r"oder|ohne|sondern|seit|trotz|über|und|unser|unsere|unter|von|vor|was|weil|wenn|wer|wie|zum|zur|als|bei|ist|sind|"
    r"war|liebe|lieber|doch|sagen|jedenfalls|obwohl|während|wo|wobei|welche|welcher|welches)(?![^\W_])",
    re.IGNORECASE,
)
_GOVERNS = r"(?:que|qu|att|at|som|że|iż|що|щоб|який|яка|która|który|nie|не|inte|aldrig|pas|jamais|no|nunca|dass|nicht)"
_NAMED = re.compile(
    rf"(?:\s+(?!{_GOVERNS}\b)[^\W\d_]+){{0,4}}?\s+(?:(?=(?-i:[A-ZÀ-ÖØ-ÞĀ-ŽŚŻŹŁА-ЯІЇЄҐ])[^\W\d_])|"
    r"(?:він|вона|él|ella|han|hon|on|ona|er|sie|o)(?=[\s.,–—-]|$))",
)
# „Die Brücke hält“, ist Nora Kiel überzeugt.
_IS_SURE = re.compile(
    r"(?:ist|war|zeigt|zeigte|gibt|gab|sind|waren) (?:sich )?(?=[^,.:;]{2,60} (?:überzeugt|sicher|zuversichtlich|zu)\b)"
)
_INVERTED = re.compile(r"(?:[^\W\d_]+[’' ]){0,3}[^\W\d_]+-(?:t-)?(?:ils?|elles?)\b(?: [^\W\d_]+(?:é|i|u|it|is))?")


def unknown_verb(clause: str, language: str, *, is_announced: bool = True, is_sure: bool = False) -> int:
    """Where the verb ends that a clause beside speech begins with, by its shape; 0 where it has none.

    Behind it comes somebody's name or a pronoun, unless the place makes it sure that somebody speaks. Without a sign
    before the dash, as in Polish, only the past tense is believed.
    """
    if language == "fr" and (inverted := _INVERTED.match(clause)):
        return inverted.end()
    if language == "de" and (state := _IS_SURE.match(clause)):
        return state.end()
    shape = _COMPILED.get(language)
    verb = shape.match(clause) if shape and clause[:1].islower() and not _NO_VERB.match(clause) else None
    if verb is None or (not is_announced and not _is_past(clause, language)):
        return 0
    return verb.end() if is_sure or _NAMED.match(clause, verb.end()) else 0


def _is_past(clause: str, language: str) -> bool:
    past = _PAST.get(language)
    return past is None or past.match(clause) is not None


_COMPILED = {language: re.compile(rf"(?:{shape})(?![^\W_])") for language, shape in _SHAPES.items()}
