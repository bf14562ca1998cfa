"""Settings for every installation, read from the environment; safe for one machine when nothing is set.

`docs/contract.md` lists the variables. Everything the running newsroom writes lies in one folder, NEWSROOM_DATA.
"""

from pathlib import Path
from urllib.parse import urlsplit

from django.conf.locale import LANG_INFO

from newsroom.environment import (
    certificates,
    database,
    env,
    folder,
    identity_provider,
    interface_languages,
    kept_key,
    names,
    networks,
    only_ours,
    purge_address,
    setting,
    signing_key,
    site_url,
    storage,
    stored_secret,
    switch,
    time_zone,
    token,
    web_address,
    whole_number,
)

BASE_DIR = Path(__file__).resolve().parent.parent

NEWSROOM_DATA = setting("NEWSROOM_DATA", str(BASE_DIR / "var"), folder, "/srv/newsroom, a folder we may write to")
only_ours(*(NEWSROOM_DATA / name for name in ("uploads", "renditions", "scratch")))

DEBUG = setting("DEBUG", "off", switch, "on or off")
SECRET_KEY = env.str("SECRET_KEY", default="") or setting(
    "NEWSROOM_DATA", "", lambda _: stored_secret(NEWSROOM_DATA / "secret_key"), "/srv/newsroom, a folder of ours"
)
# By which addresses of photos are signed, where a newsroom moved in from elsewhere; "" for a key made of SECRET_KEY.
PHOTOS_KEY = setting("PHOTOS_KEY", kept_key(NEWSROOM_DATA / "photos_key"), signing_key, "64 hexadecimal digits")
SITE_URL = setting("SITE_URL", "http://127.0.0.1:8000", site_url, "https://news.example.org, without a path")
TRUSTED_PROXIES = setting("TRUSTED_PROXIES", "", networks, "10.0.0.0/8, 192.0.2.7")
SITE_NAME = env.str("SITE_NAME", default="Newsroom")
WEBSUB_HUB = setting("WEBSUB_HUB", "", web_address, "https://hub.example.org/")
PURGE_URL = setting("PURGE_URL", "", purge_address, "https://cdn.example.org/purge, with https outside of the house")
PURGE_TOKEN = env.str("PURGE_TOKEN", default="")
ALLOWED_HOSTS = [
    host.strip()
    for host in env.list("ALLOWED_HOSTS", default=[urlsplit(SITE_URL).hostname, "localhost", "127.0.0.1", "[::1]"])
]

INSTALLED_APPS = [
    "articles.apps.ArticlesConfig",
    "media.apps.MediaConfig",
    "newsroom.apps.ScreensConfig",
    "newsroom.page_store.apps.PageStoreConfig",
    "newsroom.seeing.apps.SeeingConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django_prose_editor",
    "taggit",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "accounts.apps.AccountsConfig",
    "moving.apps.MovingConfig",
]

MIDDLEWARE = [
    "newsroom.seeing.requests.SeeingMiddleware",
    "newsroom.second_try.SecondTryMiddleware",
    "newsroom.csp.ContentSecurityPolicyMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "newsroom.private_pages.PrivatePagesMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "newsroom.compression.PublicCompressionMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "articles.admin.shared.user_time_zone.UserTimeZoneMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "accounts.middleware.AccountsMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

ROOT_URLCONF = "newsroom.urls"

WSGI_APPLICATION = "newsroom.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "libraries": {
                "phrasing": "articles.page.phrasing",
                "one_look": "articles.admin.today.one_look",
                "waiting": "articles.admin.directory.waiting_people",
                "sheet": "articles.admin.story.toolbar",
                "clocks": "articles.admin.shared.user_time_zone",
            },
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

# SQLite in production shape: readers never wait for a writer (WAL), and a writer takes its lock at once instead of
# failing half-way (IMMEDIATE). Therefore never ATOMIC_REQUESTS: it would make each reader a writer.
SQLITE_OPTIONS = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": (
        "PRAGMA journal_mode=WAL;PRAGMA synchronous=NORMAL;PRAGMA temp_store=MEMORY;"
        "PRAGMA mmap_size=134217728;PRAGMA journal_size_limit=67108864;PRAGMA cache_size=-20000;"
    ),
}
SQLITE_URL = f"sqlite:///{NEWSROOM_DATA / 'newsroom.sqlite3'}"
DATABASES = {"default": setting("DATABASE_URL", SQLITE_URL, database, "postgres://user:password@host:5432/newsroom")}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["OPTIONS"] = SQLITE_OPTIONS
elif DATABASES["default"]["ENGINE"] == "django.db.backends.postgresql":
    DATABASES["default"].setdefault("OPTIONS", {})["pool"] = {"min_size": 1, "max_size": 8, "timeout": 10}
    # The pool tries a connection before it lends it, so that a restarted database costs readers no error page; what
    # loses its connection on the way is asked again by newsroom.second_try. While there is none, requests wait so long.
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
# Readers' pages are kept until what they were made of changes (docs/decisions/0024-pages-are-stored-exactly.md).
# Every process that writes to the database has to know of this folder: all that open the file that lies in it do. Of
# another database somebody has to say it.
LIES_HERE = DATABASES["default"]["NAME"] == str(NEWSROOM_DATA / "newsroom.sqlite3")
PAGE_STORE = setting("PAGE_STORE", "on" if LIES_HERE else "off", switch, "on or off")
TELLING = {f"django.db.backends.{kind}": f"newsroom.page_store.databases.{kind}" for kind in ("sqlite3", "postgresql")}
if PAGE_STORE:
    DATABASES["default"]["ENGINE"] = TELLING.get(DATABASES["default"]["ENGINE"], DATABASES["default"]["ENGINE"])
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

CACHES = {"default": setting("CACHE_URL", "locmemcache://newsroom", env.cache_url_config, "redis://host:6379/0")}

AUTH_USER_MODEL = "articles.User"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
    {"NAME": "accounts.passwords.BreachedPasswordValidator"},
    {"NAME": "accounts.passwords.SiteNameValidator"},
    {"NAME": "accounts.passwords.TellOwner"},
]
LOGIN_URL, LOGIN_REDIRECT_URL = "admin:login", "admin:index"
AUTHENTICATION_BACKENDS = ["accounts.backends.NameOrMailBackend"]

# Whether staff need a second factor, from a week after they first hear of it; and which roles of them, all if none.
STAFF_MFA = setting("STAFF_MFA", "off", ("off", "required").index, "required or off") == 1
STAFF_MFA_ROLES = setting("STAFF_MFA_ROLES", "", names, "chief, editor")

# django-allauth, of which `accounts` takes the parts: no signing up, no screens, mails or limits of its own.
ACCOUNT_ADAPTER, MFA_ADAPTER = "accounts.adapter.AccountAdapter", "accounts.adapter.MFAAdapter"
ACCOUNT_SIGNUP_ENABLED = False
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGIN_TIMEOUT = 600  # seconds from the password to the second step
ACCOUNT_RATE_LIMITS = MFA_RATE_LIMITS = False  # counted by login_throttle, in the database, for all workers
MFA_SUPPORTED_TYPES = ["webauthn", "totp", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_USER_VERIFICATION = "required"
MFA_ALLOW_UNVERIFIED_EMAIL = True  # chiefs write down mail addresses; nobody brings one along
MFA_REAUTHENTICATION_REQUIRED = False  # accounts/again.py asks, before the library is called

# Signing in through the publisher's own identity provider; SSO_ONLY shuts every other way but `sign_in_link`.
OIDC_URL = setting("OIDC_URL", "", identity_provider, "https://login.example.org/realm, with https")
SSO_ONLY = bool(OIDC_URL) and setting("SSO_ONLY", "off", switch, "on or off")
if OIDC_URL:
    INSTALLED_APPS += ["allauth.socialaccount", "allauth.socialaccount.providers.openid_connect"]
    SOCIALACCOUNT_ADAPTER = "accounts.single_sign_on.SingleSignOnAdapter"
    SOCIALACCOUNT_LOGIN_ON_GET = True  # a link, so that the policy for forms can stay ours alone; the state guards it
    SOCIALACCOUNT_EMAIL_VERIFICATION = "none"
    SOCIALACCOUNT_STORE_TOKENS = False
    SOCIALACCOUNT_PROVIDERS = {
        "openid_connect": {
            "OAUTH_PKCE_ENABLED": True,
            "APPS": [
                {
                    "provider_id": "house",
                    "name": "Single sign-on",
                    "client_id": env.str("OIDC_CLIENT", default=""),
                    "secret": env.str("OIDC_SECRET", default=""),
                    "settings": {"server_url": OIDC_URL},
                }
            ],
        }
    }

# Nobody approves, or publishes without another's approval, a story that they began.
FOUR_EYES = setting("FOUR_EYES", "off", switch, "on or off")

# Whether a story goes out while colleagues still discuss it, with a warning, or not at all.
COMMENTS_BLOCK = setting("COMMENTS_BLOCK", "off", switch, "on or off")

# Providers of embeds (YouTube, Bluesky …) are asked for title, author and picture when an editor pastes an address.
ASK_EMBEDS = setting("ASK_EMBEDS", "on", switch, "on or off")

# Readers may see what changed between a story's public editions, at its address + history/.
PUBLIC_HISTORY = setting("PUBLIC_HISTORY", "on", switch, "on or off")

# For how many days each log is kept (`manage.py tidy_logs`); 0 is for ever. docs/security.md says what is in them.
KEEP_LOG_DAYS = setting("KEEP_LOG_DAYS", "1825", whole_number, "365, days")
KEEP_OPENINGS_DAYS = setting("KEEP_OPENINGS_DAYS", "365", whole_number, "365, days")
KEEP_SIGN_INS_DAYS = setting("KEEP_SIGN_INS_DAYS", "90", whole_number, "90, days")
KEEP_PREVIEW_LINKS_DAYS = setting("KEEP_PREVIEW_LINKS_DAYS", "180", whole_number, "180, days")
KEEP_OPEN_SHEETS_DAYS = setting("KEEP_OPEN_SHEETS_DAYS", "30", whole_number, "30, days")
KEEP_REPORTS_DAYS = setting("KEEP_REPORTS_DAYS", "30", whole_number, "30, days")

LOCALE_PATHS = [BASE_DIR / "locale"]
SPOKEN = interface_languages(LOCALE_PATHS[0])
LANGUAGES = [(code, LANG_INFO[code]["name"]) for code in SPOKEN]
LANGUAGE_CODE = setting("LANGUAGE_CODE", "en", lambda text: SPOKEN[SPOKEN.index(text.lower())], " or ".join(SPOKEN))
# Roots whose seals on pictures the newsroom trusts (media/credentials.py), as PEM; none by default.
CREDENTIALS_ANCHORS = setting(
    "CREDENTIALS_ANCHORS", "", certificates, "/etc/newsroom/anchors.pem, a file of PEM certificates"
)

TIME_ZONE = setting("TIME_ZONE", "UTC", time_zone, "Europe/Kyiv")
USE_TZ = True
USE_I18N = True
FORMAT_MODULE_PATH = [
    "newsroom.formats"
]  # how editors' screens write dates; readers' pages have articles/page/dates.py

STATIC_URL = "/static/"
STATIC_ROOT = BASE_DIR / "staticfiles"
STATICFILES_DIRS = [BASE_DIR / "newsroom" / "static"]
# Photo originals are private: this storage has no URL. Renditions are served by `media.views` at signed addresses.
MEDIA_ROOT = NEWSROOM_DATA / "uploads"
MEDIA_URL = ""
ELSEWHERE = setting("STORAGE_URL", "", storage, "s3://bucket/folder?region=eu-north-1, without keys in it")
LOCAL_STORAGE = "django.core.files.storage.FileSystemStorage"
OURS_ALONE = {"file_permissions_mode": 0o600, "directory_permissions_mode": 0o700}


def _store(name):
    """The settings of what keeps photos under a name: elsewhere, or in a folder of NEWSROOM_DATA."""
    options = {"location": NEWSROOM_DATA / name, **OURS_ALONE}
    return ELSEWHERE(name) if ELSEWHERE else {"BACKEND": LOCAL_STORAGE, "OPTIONS": options}


STORAGES = {
    "default": _store("uploads"),
    "renditions": _store("renditions"),
    "staticfiles": {"BACKEND": "newsroom.storage.HashedStaticFiles"},
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.TemporaryFileUploadHandler"]

vars().update(setting("EMAIL_URL", "consolemail://", env.email_url_config, "smtp+tls://user:password@host:587"))

# The admin needs one nonce for the import map of its editor; readers' pages load external files only.
SECURE_CSP = {
    "default-src": ["'self'"],
    "script-src": ["'self'"],
    "style-src": ["'self'"],
    "img-src": ["'self'", "data:", "blob:"],
    "font-src": ["'self'"],
    "connect-src": ["'self'"],
    "object-src": ["'none'"],
    "base-uri": ["'none'"],
    "form-action": ["'self'"],
    "frame-ancestors": ["'none'"],
    "report-uri": ["/csp-reports"],  # for browsers that do not know the other
    "report-to": ["csp"],
}
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
HSTS_SUBDOMAINS = setting("HSTS_SUBDOMAINS", "off", switch, "on or off")
if SITE_URL.startswith("https://"):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_SSL_REDIRECT = True
    SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$", r"^metrics$"]
    SECURE_HSTS_SECONDS = 31_536_000
    # Other names below this one may have no certificate, and what browsers are promised holds for a year.
    SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HSTS_SUBDOMAINS
    if not SECURE_HSTS_INCLUDE_SUBDOMAINS:
        SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]  # which ask for that promise
    SESSION_COOKIE_SECURE = True
    CSRF_COOKIE_SECURE = True
    CSRF_TRUSTED_ORIGINS = [SITE_URL]

# What the log says, and in which form; docs/operate.md has the fields. Without a token nobody is told the numbers.
LOG_FORMAT = ("plain", "json")[setting("LOG_FORMAT", "plain", ("plain", "json").index, "json or plain")]
LOG_REQUESTS = setting("LOG_REQUESTS", "off", switch, "on or off")
SLOW_QUERY_MS = setting("SLOW_QUERY_MS", "200", whole_number, "200, milliseconds")
METRICS_TOKEN = setting("METRICS_TOKEN", "", token, "at least sixteen letters and digits that nobody guesses")
NOTED = {"level": "INFO" if LOG_REQUESTS else "WARNING"}
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "plain": {"()": "newsroom.seeing.lines.Plain"},
        "json": {"()": "newsroom.seeing.lines.Json"},
    },
    "filters": {"request": {"()": "newsroom.seeing.lines.WithRequest"}},
    "handlers": {
        "console": {"class": "logging.StreamHandler", "formatter": LOG_FORMAT, "filters": ["request"]},
        "counted": {"class": "newsroom.seeing.lines.CountedErrors", "level": "ERROR"},
    },
    "root": {"handlers": ["console", "counted"], "level": "WARNING"},
    # Each of its tries to reach a database that is down; who waits for one says it when they give up.
    "loggers": {"psycopg.pool": {"level": "ERROR"}, "newsroom.requests": NOTED, "newsroom.verbs": NOTED},
}

TAGGIT_CASE_INSENSITIVE = True
