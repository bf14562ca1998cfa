"""A passkey in software (W3C WebAuthn, ES256, no attestation), which can also lie about what a browser would refuse."""

import json
import secrets
from hashlib import sha256

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from fido2.cose import ES256
from fido2.utils import websafe_encode
from fido2.webauthn import (
    Aaguid,
    AttestationObject,
    AttestedCredentialData,
    AuthenticatorData,
    CollectedClientData,
)

FLAG = AuthenticatorData.FLAG
SITE, ORIGIN = "localhost", "http://localhost"


class SoftPasskey:
    """A key of a user handle at one site."""

    def __init__(self):
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.id, self.handle = secrets.token_bytes(16), ""

    def made(self, asked, *, flags=FLAG.UP | FLAG.UV, origin=ORIGIN, site=SITE, kind="webauthn.create"):
        """The browser's answer to what the site asks when a passkey is added."""
        self.handle = asked["user"]["id"]
        public = ES256.from_cryptography_key(self.key.public_key())
        credential = AttestedCredentialData.create(Aaguid.NONE, self.id, public)
        data = AuthenticatorData.create(sha256(site.encode()).digest(), flags | FLAG.AT, 0, credential)
        return self._answer(
            clientDataJSON=CollectedClientData.create(kind, asked["challenge"], origin).b64,
            attestationObject=websafe_encode(AttestationObject.create("none", data, {})),
        )

    def opens(self, asked, *, flags=FLAG.UP | FLAG.UV, origin=ORIGIN, site=SITE, handle=None, key=None):
        """The browser's answer to what the site asks when somebody signs in."""
        client = CollectedClientData.create("webauthn.get", asked["challenge"], origin)
        data = AuthenticatorData.create(sha256(site.encode()).digest(), flags, 0)
        signature = (key or self.key).sign(bytes(data) + client.hash, ec.ECDSA(hashes.SHA256()))
        return self._answer(
            clientDataJSON=client.b64,
            authenticatorData=websafe_encode(bytes(data)),
            signature=websafe_encode(signature),
            userHandle=self.handle if handle is None else handle,
        )

    def _answer(self, **response):
        identity = websafe_encode(self.id)
        answer = {"id": identity, "rawId": identity, "type": "public-key", "response": response}
        return json.dumps(answer | {"clientExtensionResults": {}})
