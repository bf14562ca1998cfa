"""Settings for every installation, read from the environment; safe for one machine when nothing is set.

`docs/contract.md` lists the variables. Everything the running newsroom writes lies in one folder, NEWSROOM_DATA.
"""

import contextlib
import os
import secrets
from pathlib import Path
from urllib.parse import urlsplit

from django.conf.locale import LANG_INFO

from newsroom.environment import (
    certificates,
    database,
    env,
    folder,
    interface_languages,
    networks,
    setting,
    site_url,
    storage,
    switch,
    time_zone,
    web_address,
)

BASE_DIR = Path(__file__).resolve().parent.parent

NEWSROOM_DATA = setting("NEWSROOM_DATA", str(BASE_DIR / "var"), folder, "/srv/newsroom, a folder we may write to")


def _stored_secret(path):
    """The key stored in `path`, made on first use and readable by its owner only."""
    if not path.exists():
        mine = path.with_name(f"{path.name}.{os.getpid()}")
        with os.fdopen(os.open(mine, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(50))
        # A link appears whole or not at all: of several first starts at once, one sets the key and all read it.
        with contextlib.suppress(FileExistsError):
            os.link(mine, path)
        mine.unlink()
    return path.read_text()


DEBUG = setting("DEBUG", "off", switch, "on or off")
SECRET_KEY = env.str("SECRET_KEY", default="") or _stored_secret(NEWSROOM_DATA / "secret_key")
SITE_URL = setting("SITE_URL", "http://127.0.0.1:8000", site_url, "https://news.example.org, without a path")
TRUSTED_PROXIES = setting("TRUSTED_PROXIES", "", networks, "10.0.0.0/8, 192.0.2.7")
SITE_NAME = env.str("SITE_NAME", default="Newsroom")
WEBSUB_HUB = setting("WEBSUB_HUB", "", web_address, "https://hub.example.org/")
ALLOWED_HOSTS = [
    host.strip()
    for host in env.list("ALLOWED_HOSTS", default=[urlsplit(SITE_URL).hostname, "localhost", "127.0.0.1", "[::1]"])
]

INSTALLED_APPS = [
    "articles.apps.ArticlesConfig",
    "media.apps.MediaConfig",
    "newsroom.apps.ScreensConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django_prose_editor",
    "taggit",
]

MIDDLEWARE = [
    "newsroom.csp.ContentSecurityPolicyMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "newsroom.compression.PublicCompressionMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "articles.admin.shared.user_time_zone.UserTimeZoneMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
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
                "rows": "articles.reader.parts.row_html",
                "waiting": "articles.admin.directory.waiting_people",
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
    DATABASES["default"].setdefault("OPTIONS", {})["pool"] = {"min_size": 1, "max_size": 8}
    # The pool tries a connection before it lends it, so that a restarted database costs readers no error page.
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

CACHES = {"default": setting("CACHE_URL", "locmemcache://newsroom", env.cache_url_config, "redis://host:6379/0")}

AUTH_USER_MODEL = "articles.User"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
LOGIN_URL, LOGIN_REDIRECT_URL = "admin:login", "admin:index"

# Nobody approves, or publishes without another's approval, a story that they began.
FOUR_EYES = setting("FOUR_EYES", "off", switch, "on or off")

# Readers may see what changed between a story's public editions, at its address + history/.
PUBLIC_HISTORY = setting("PUBLIC_HISTORY", "on", switch, "on or off")

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

STATIC_URL = "/static/"
STATIC_ROOT = BASE_DIR / "staticfiles"
STATICFILES_DIRS = [BASE_DIR / "newsroom" / "static"]
# Photo originals are private: this storage has no URL. Renditions are served by `media.views` at signed addresses.
MEDIA_ROOT = NEWSROOM_DATA / "uploads"
MEDIA_URL = ""
ELSEWHERE = setting("STORAGE_URL", "", storage, "s3://bucket/folder?region=eu-north-1, without keys in it")
LOCAL_STORAGE = "django.core.files.storage.FileSystemStorage"
STORAGES = {
    "default": ELSEWHERE("uploads")
    if ELSEWHERE
    else {
        "BACKEND": LOCAL_STORAGE,
        "OPTIONS": {
            "location": MEDIA_ROOT,
            "file_permissions_mode": 0o600,
            "directory_permissions_mode": 0o700,
        },
    },
    "renditions": ELSEWHERE("renditions")
    if ELSEWHERE
    else {"BACKEND": LOCAL_STORAGE, "OPTIONS": {"location": NEWSROOM_DATA / "renditions"}},
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
}
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
if SITE_URL.startswith("https://"):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_SSL_REDIRECT = True
    SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
    SECURE_HSTS_SECONDS = 31_536_000
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    SECURE_HSTS_PRELOAD = True
    SESSION_COOKIE_SECURE = True
    CSRF_COOKIE_SECURE = True
    CSRF_TRUSTED_ORIGINS = [SITE_URL]

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}

TAGGIT_CASE_INSENSITIVE = True
