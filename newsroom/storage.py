"""Static files under hashed names, so that browsers may keep them for ever."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class HashedStaticFiles(CompressedManifestStaticFilesStorage):
    """Whitenoise's storage, with the imports between JavaScript modules rewritten to hashed names too."""

    support_js_module_import_aggregation = True
