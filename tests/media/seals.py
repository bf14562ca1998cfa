"""Pictures sealed with Content Credentials, by a camera maker that exists in these tests only."""

import datetime
import io
import json
from functools import cache

import c2pa
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from tests.media import files

FROM, UNTIL = datetime.datetime(2020, 1, 1), datetime.datetime(2049, 1, 1)
VOCABULARY = "http://cv.iptc.org/newscodes/digitalsourcetype/"
MAKER, TOOL = "Lantern Cameras", "Lantern One"


def name_of(organisation):
    return x509.Name(
        [x509.NameAttribute(oid, organisation) for oid in (NameOID.COMMON_NAME, NameOID.ORGANIZATION_NAME)]
    )


def certificate(organisation, key, issuer, issuer_key, is_root):
    usage = x509.KeyUsage(not is_root, False, False, False, False, is_root, is_root, False, False)
    made = (
        x509.CertificateBuilder(name_of(issuer), name_of(organisation), key.public_key(), 7, FROM, UNTIL)
        .add_extension(x509.BasicConstraints(ca=is_root, path_length=None), critical=True)
        .add_extension(usage, critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer_key.public_key()), critical=False)
    )
    if not is_root:
        made = made.add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.EMAIL_PROTECTION]), critical=False)
    return made.sign(issuer_key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM)


@cache
def chain():
    """The root's certificate, the maker's, and the maker's private key, all as PEM."""
    root_key, key = ec.generate_private_key(ec.SECP256R1()), ec.generate_private_key(ec.SECP256R1())
    root = certificate("Lantern Root", root_key, "Lantern Root", root_key, True)
    own = certificate(MAKER, key, "Lantern Root", root_key, False)
    form = serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    return root, own, key.private_bytes(*form)


def sealed(format="JPEG", source_type="digitalCapture", data=None):
    """A picture with credentials: made with the maker's tool, as `source_type` says."""
    root, own, key = chain()
    signer = c2pa.Signer.from_info(c2pa.C2paSignerInfo(c2pa.C2paSigningAlg.ES256, own + root, key, None))
    made = {"action": "c2pa.created", "digitalSourceType": VOCABULARY + source_type}
    manifest = {
        "claim_generator_info": [{"name": TOOL, "version": "1"}],
        "assertions": [{"label": "c2pa.actions", "data": {"actions": [made]}}],
    }
    out = io.BytesIO()
    source = io.BytesIO(data or files.encoded(files.picture(320, 200), format))
    c2pa.Builder(json.dumps(manifest)).sign(signer, f"image/{format.lower()}", source, out)
    return out.getvalue()
