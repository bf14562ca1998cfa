"""An identity provider that speaks OpenID Connect's code flow with PKCE, on this machine, for one person at a time."""

import json
import threading
import time
from base64 import urlsafe_b64encode
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlencode, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa

CLIENT, SECRET = "newsroom", "between-us"


class IdentityProvider(ThreadingHTTPServer):
    """Says of everybody who comes that they are `person`, a dict of claims."""

    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Answers)
        self.address = f"http://127.0.0.1:{self.server_port}"
        self.person, self.asked, self.key = {}, {}, rsa.generate_private_key(public_exponent=65537, key_size=2048)
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def id_token(self, nonce):
        now = int(time.time())
        claims = {"iss": self.address, "aud": CLIENT, "iat": now, "exp": now + 60, "nonce": nonce} | self.person
        return jwt.encode(claims, self.key, algorithm="RS256", headers={"kid": "1"})

    def keys(self):
        public = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(self.key.public_key()))
        return {"keys": [public | {"kid": "1", "use": "sig", "alg": "RS256"}]}


class Answers(BaseHTTPRequestHandler):
    """The five addresses of a provider."""

    server: IdentityProvider

    def do_GET(self):
        """Configuration, keys, who is there, and the way back with a code."""
        at, asked = urlsplit(self.path), {name: one for name, [one] in parse_qs(urlsplit(self.path).query).items()}
        own = self.server.address
        if at.path == "/.well-known/openid-configuration":
            ends = {"authorization_endpoint": "authorize", "token_endpoint": "token", "userinfo_endpoint": "me"}
            self.say({"issuer": own, "jwks_uri": f"{own}/keys"} | {name: f"{own}/{end}" for name, end in ends.items()})
        elif at.path == "/keys":
            self.say(self.server.keys())
        elif at.path == "/me":
            self.say(self.server.person)
        elif at.path == "/authorize":
            code = f"code-{len(self.server.asked)}"
            self.server.asked[code] = asked
            self.send_response(302)
            self.send_header(
                "Location", f"{asked['redirect_uri']}?{urlencode({'code': code, 'state': asked['state']})}"
            )
            self.end_headers()
        else:
            self.send_error(404)

    def do_POST(self):
        """A token for a code, once, for who knows the client's secret and began the flow."""
        form = self.rfile.read(int(self.headers["Content-Length"])).decode()
        sent = {name: one for name, [one] in parse_qs(form).items()}
        asked = self.server.asked.pop(sent.get("code"), None)
        proof = urlsafe_b64encode(sha256(sent.get("code_verifier", "").encode()).digest()).decode().rstrip("=")
        is_right = asked and asked["code_challenge"] == proof and sent.get("client_secret") == SECRET
        if not is_right:
            self.say({"error": "invalid_grant"}, status=400)
            return
        token = self.server.id_token(asked.get("nonce"))
        self.say({"access_token": "for-me", "token_type": "Bearer", "expires_in": 60, "id_token": token})

    def say(self, what, status=200):
        """Answer with JSON."""
        body = json.dumps(what).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args):
        """Nothing."""
