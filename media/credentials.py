"""Content Credentials inside picture files: who signed what about a picture, and whether it was changed since.

Source: C2PA Specification 2.x, read with c2pa-python where it is installed (the extra `credentials`). Validity (the
seal is unbroken) and trust (the newsroom knows who may make such seals) are two questions with two answers. Nothing is
fetched from anywhere: a file that names an address must not make this machine call it.
"""

import io
import logging
from typing import NamedTuple

from django.conf import settings

from media import metadata
from media.models import CredentialsState

try:
    import c2pa
except ImportError:  # an extra: it weighs 50 MB
    c2pa = None

log = logging.getLogger(__name__)

_STATES = {
    "Trusted": CredentialsState.TRUSTED,
    "Valid": CredentialsState.VALID,
    "Invalid": CredentialsState.INVALID,
}


class Verdict(NamedTuple):
    """What the credentials of a file say: a `CredentialsState` or "" for none, who signed, with which tool.

    `source_type` is the last part of the IPTC digital source type that the sealed history ends with, else "".
    """

    state: str = ""
    signer: str = ""
    tool: str = ""
    source_type: str = ""


def are_readable():
    """Whether the library that reads them is installed."""
    return c2pa is not None


def read(data, ending):
    """The `Verdict` on the picture in `data` (bytes); `ending` is that of its real format, such as ".jpg".

    Without the library, and for files without credentials, it is empty; for credentials that can't be read the state
    says so. Raises nothing: broken credentials are a finding about a picture, and no reason to refuse it.
    """
    if not are_readable():
        return Verdict()
    try:
        with _context() as context:
            reader = c2pa.Reader.try_create(ending.lstrip("."), io.BytesIO(data), context=context)
            if reader is None:
                return Verdict()
            with reader:
                return _verdict(reader.get_validation_state(), reader.get_active_manifest() or {})
    except c2pa.C2paError as error:
        log.warning("Content Credentials of an upload can't be read: %s", error)
        return Verdict(state=CredentialsState.UNREADABLE)


def _context():
    """The reader's settings: no network, and trust in the newsroom's own list of roots only."""
    trust = {"trust": {"user_anchors": settings.CREDENTIALS_ANCHORS}} if settings.CREDENTIALS_ANCHORS else {}
    verify = {"verify_trust": True, "remote_manifest_fetch": False, "ocsp_fetch": False}
    return c2pa.Context(settings=c2pa.Settings.from_dict({"version": 1, "verify": verify, **trust}))


def _verdict(state, manifest):
    state = _STATES.get(state, CredentialsState.UNREADABLE)
    signature = manifest.get("signature_info") or {}
    tools = manifest.get("claim_generator_info") or [{}]
    return Verdict(
        state=state,
        signer=_line(signature.get("issuer") or signature.get("common_name")),
        tool=_line(tools[0].get("name")),
        source_type="" if state in (CredentialsState.INVALID, CredentialsState.UNREADABLE) else _source_type(manifest),
    )


def _source_type(manifest):
    """How the sealed actions say that the picture came to be: the last word on it counts."""
    actions = [
        action
        for assertion in manifest.get("assertions") or []
        if str(assertion.get("label")).startswith("c2pa.actions")
        for action in (assertion.get("data") or {}).get("actions") or []
    ]
    said = [str(action["digitalSourceType"]) for action in actions if action.get("digitalSourceType")]
    return said[-1].rpartition("/")[2] if said else ""


def _line(words):
    """`words`, which a stranger wrote, as one line that fits."""
    return metadata.one_line(str(words or ""))[: metadata.LONGEST_LINE]
