"""Static files under hashed names, so that browsers may keep them for ever."""

from whitenoise.storage import CompressedManifestStaticFilesStorage

FILES, IMPORTS = CompressedManifestStaticFilesStorage._js_module_import_aggregation_patterns


class HashedStaticFiles(CompressedManifestStaticFilesStorage):
    """Whitenoise's storage, with the imports between JavaScript modules rewritten to hashed names too."""

    support_js_module_import_aggregation = True
    # Django 5.2's patterns want a semicolon at the end of an import, and our modules have none there. Those of newer
    # Django want none, and have a third part.
    _js_module_import_aggregation_patterns = (
        FILES,
        tuple((pattern.replace(r"\s*;)", r"[ \t]*;?)"), *others) for pattern, *others in IMPORTS),
    )
