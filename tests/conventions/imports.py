"""Who may import whom, and who may write what: the layers of docs/architecture.md as rules over syntax trees.

A rule takes a File and yields a sentence for each breach: where it is and why it matters.
"""

import ast

OURS = ("accounts", "articles", "media", "moving", "newsroom", "bench", "tools")

# A layer is a package (or module) and what else of ours it may import. Its own modules it always may.
LEAVES = (
    "articles.text",
    "articles.signals",
    "articles.embargo",
    "articles.site_time_zone",
    "articles.client_address",
    "articles.database",
    "articles.freshness",
)
BELOW_EDITORIAL = ("articles.search", "articles.story_tags", "articles.site_identity", "articles.models", *LEAVES)
LAYERS = {
    "articles.text": (),
    "articles.exchange": ("articles.text",),
    "articles.signals": (),
    "articles.embargo": (),
    "articles.site_time_zone": (),
    "articles.client_address": (),
    "articles.database": (),
    "articles.freshness": (),
    "articles.story_tags": ("articles.models", "articles.freshness"),
    "articles.models": (*LEAVES, "media.models"),
    "articles.checks": ("articles.models",),
    "articles.site_identity": ("articles.models", "articles.freshness"),
    "articles.search": ("articles.models", *LEAVES, "media.models", "media.signals", "media.scratch"),
    "articles.editorial": ("articles.exchange", *BELOW_EDITORIAL, "media"),
    "articles.page": (*BELOW_EDITORIAL, "media"),
    "accounts": ("articles.editorial", *BELOW_EDITORIAL),
    "articles.admin": ("accounts", "articles.editorial", "articles.page", *BELOW_EDITORIAL, "media"),
    "articles.reader": ("articles.page", *BELOW_EDITORIAL, "media"),
    # Of bench only the invented stories: `populate` fills an archive with the very stories that are measured.
    # Of the server only its limits, which `serve` hands to it; and it lets pages that were stored count no more.
    "articles.management": (
        "articles.editorial",
        "articles.exchange",
        "articles.page",
        *BELOW_EDITORIAL,
        "media",
        "bench.invented",
        "newsroom.page_store.here",
        "newsroom.server.limits",
    ),
    "articles.apps": ("articles", "media"),
    "articles": (),
    "media": (),
    # What carries a newsroom out of the house reads all of it, and nothing of the product knows it.
    "moving": ("accounts", "articles", "media"),
    "newsroom": ("accounts", "articles", "media"),
    "manage": ("articles.database",),
    # `bench.invented` stands below the commands, so it must not import them; what measures stands above everything.
    "bench.invented": ("articles.editorial", *BELOW_EDITORIAL),
    "bench": ("articles", "media", "newsroom.page_store", "tools.audit_pages"),
    "tools": ("accounts", "articles", "media", "moving", "newsroom", "bench.invented"),
}
# Inside the photo library: who stands above whom.
NEVER_IN_MEDIA = {
    "media.pixels": ("media.models", "media.ingest", "media.admin", "media.views", "media.apps"),
    "media.metadata": ("media.models", "media.ingest", "media.admin", "media.views", "media.apps"),
    "media.exif_xmp_writer": ("media.models", "media.ingest", "media.admin", "media.views", "media.apps"),
    "media.models": ("media.ingest", "media.admin", "media.views"),
    "media.ingest": ("media.admin", "media.views"),
}
# The rooms of a layer, lowest first: a module imports from its own room and from those before it.
ROOMS = {
    "articles.text": (
        "characters",
        "languages",
        "quotes",
        "body",
        "typography",
        "people",
        "moments",
        "instructions",
        "wire",
        "compare",
        "checks",
        "paste",
    ),
    "articles.editorial": (
        "refusals",
        "log",
        "permissions",
        "mail",
        "notifications",
        "notes",
        "current_ids",
        "changed_pages",
        "writing",
        "shelves",
        "directory",
        "readiness",
        "publishing",
        "importing",
        "site",
    ),
    "articles.reader": ("parts", "pages", "machines", "policies", "feeds", "urls"),
    "articles.admin": (
        "shared",
        "notes",
        "preview",
        "publishing",
        "beginning",
        "board",
        "directory",
        "photos",
        "site",
        "story",
        "today",
    ),
}
WORKING_COPY = (
    "articles.models.comment",
    "articles.models.staff_message",
    "articles.models.article",
    "articles.models.revision",
    "articles.search.working_copies",
    "articles.search.photo_index",
)
WEB = ("django.http", "django.shortcuts", "django.views", "django.forms", "django.contrib.admin", "django.urls")


def within(module, package):
    """Whether the dotted name is the package or inside it."""
    return module == package or module.startswith(package + ".")


def imported(file):
    """(node, dotted name) of each import, with relative ones resolved and `from a import b` read as a.b."""
    for node in file.nodes(ast.Import):
        for alias in node.names:
            yield node, alias.name
    package = file.module if file.path.endswith("__init__.py") else file.module.rpartition(".")[0]
    for node in file.nodes(ast.ImportFrom):
        base = node.module or ""
        if node.level:
            above = package.split(".")[: len(package.split(".")) - node.level + 1]
            base = ".".join([*above, base] if base else above)
        for alias in node.names:
            yield node, f"{base}.{alias.name}"


def layer_of(module):
    """The name of the narrowest layer that holds the module, or None."""
    holding = [layer for layer in LAYERS if within(module, layer)]
    return max(holding, key=len, default=None)


def has_a_layer(file):
    """A package of articles that the table does not know could import anything."""
    if file.is_product and (layer_of(file.module) is None or layer_of(file.module) == "articles" != file.module):
        yield f"{file.path}: stands in no layer; give it one in tests/conventions/imports.py and docs/architecture.md"


def imports_go_down(file):
    """A lower layer that knows a higher one can no longer be changed, tested or reused without it."""
    layer = layer_of(file.module)
    if layer is None:
        return
    allowed = (layer, *LAYERS[layer])
    for node, name in imported(file):
        if name.split(".")[0] in OURS and not any(within(name, package) for package in allowed):
            yield (
                f"{file.path}:{node.lineno}: {layer} imports {name}; imports go down only, and {layer} may import "
                f"{', '.join(LAYERS[layer]) or 'nothing of ours'}"
            )


def room_of(module):
    """(layer, room) of a module inside a layer that has rooms, or None. The layer's own `__init__` has no room."""
    for layer in ROOMS:
        if module.startswith(layer + "."):
            return layer, module.removeprefix(layer + ".").split(".")[0]
    return None


def has_a_room(file):
    """A file that lies beside the rooms is found by nobody who does not know it already."""
    place = room_of(file.module) if file.is_product else None
    if place and place[1] not in ROOMS[place[0]]:
        yield f"{file.path}: has no room in {place[0]}; give it one in tests/conventions/imports.py"


def rooms_import_down(file):
    """Rooms that import each other are one room; a lower one must work, and be read, without those above."""
    place = room_of(file.module) if file.is_product else None
    if not place or place[1] not in ROOMS[place[0]]:
        return
    layer, room = place
    order = ROOMS[layer]
    for node, name in imported(file):
        other = room_of(name)
        if other and other[0] == layer and other[1] in order and order.index(other[1]) > order.index(room):
            yield f"{file.path}:{node.lineno}: {layer}.{room} imports {name}; in this layer the order is {order}"


def photo_library_imports_go_down(file):
    """Admin stands on ingest, ingest on models, pixels and metadata."""
    for layer, never in NEVER_IN_MEDIA.items():
        if within(file.module, layer):
            for node, name in imported(file):
                if any(within(name, package) for package in never):
                    yield f"{file.path}:{node.lineno}: {layer} imports {name}, which stands above it"


def readers_never_see_working_copies(file):
    """What readers see are live editions; a page that reads drafts leaks an embargo."""
    if within(file.module, "articles.reader"):
        for node, name in imported(file):
            if any(within(name, module) for module in WORKING_COPY):
                yield f"{file.path}:{node.lineno}: imports {name}; readers see editions and nothing else"


def verbs_know_no_web(file):
    """The same verb serves screens, importers and commands, so it takes people and values, not requests and forms."""
    layer = layer_of(file.module)
    if layer not in ("articles.editorial", "articles.search", "articles.text"):
        return
    for node, name in imported(file):
        if any(within(name, module) for module in WEB):
            yield f"{file.path}:{node.lineno}: {layer} imports {name}; requests, responses and forms stay in admin"
    for node in file.nodes(ast.arg):
        if node.arg == "request":
            yield f"{file.path}:{node.lineno}: takes a request; pass the person and the values instead"


def words_need_no_database(file):
    """Pure functions over text are tested by the thousand; a database would end that."""
    if within(file.module, "articles.text"):
        for node, name in imported(file):
            if within(name, "django") and not within(name, "django.utils"):
                yield f"{file.path}:{node.lineno}: text imports {name}; it may use django.utils only"


def models_register_only(file):
    """The package only makes Django see its modules; names have one home, the module that defines them."""
    if file.path == "articles/models/__init__.py":
        for node in file.tree.body:
            is_docstring = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
            if not is_docstring and not (isinstance(node, ast.ImportFrom) and node.module == "articles.models"):
                yield f"{file.path}:{node.lineno}: does more than `from articles.models import <module>`"


def models_come_from_their_module(file):
    """`from articles.models import Article` hides where Article lives and invites import cycles."""
    for node in file.nodes(ast.ImportFrom):
        if node.module == "articles.models" and any(alias.name[:1].isupper() for alias in node.names):
            yield f"{file.path}:{node.lineno}: imports a name from articles.models; import from the defining module"


WRITES = {"create", "bulk_create", "get_or_create", "update_or_create", "update", "bulk_update", "delete"}


def _names_in_chain(node):
    """`Edition.objects.filter(x).delete` → {Edition, objects, filter, delete}."""
    names = set()
    while isinstance(node, (ast.Attribute, ast.Call)):
        if isinstance(node, ast.Attribute):
            names.add(node.attr)
            node = node.value
        else:
            node = node.func
    if isinstance(node, ast.Name):
        names.add(node.id)
    return names


def _writes(file, model, related):
    """Calls that create, change or delete rows of the model through its manager or a related one."""
    for node in file.nodes(ast.Call):
        writes = isinstance(node.func, ast.Attribute) and node.func.attr in WRITES
        if writes and _names_in_chain(node.func) & {model, related}:
            yield node


def _instances(file, model):
    """Calls that make an instance of the model."""
    return [node for node in file.nodes(ast.Call) if isinstance(node.func, ast.Name) and node.func.id == model]


def only_the_timeline_writes_editions(file):
    """Editions never overlap and the past never changes because one file moves them, under a lock."""
    if file.is_product and file.path != "articles/editorial/publishing/timeline.py":
        for node in _writes(file, "Edition", "editions"):
            yield f"{file.path}:{node.lineno}: changes editions; only articles/editorial/publishing/timeline.py may"


def only_publishing_makes_editions(file):
    """Every edition comes from a verb that checked permission and readiness and logs who did it."""
    if not file.is_product or file.path.startswith("articles/editorial/publishing/"):
        return
    if file.path != "articles/editorial/publishing/edition_builder.py":
        for node in _instances(file, "Edition"):
            yield f"{file.path}:{node.lineno}: makes an edition; call a verb of articles/editorial/publishing"
    for node, name in imported(file):
        if within(name, "articles.editorial.publishing.timeline"):
            yield f"{file.path}:{node.lineno}: imports the timeline; call a verb of articles/editorial/publishing"


def only_ingest_writes_photos(file):
    """Every picture is decoded, checked and stripped on one way in; a second way would be the unsafe one."""
    if file.is_product and not file.path.startswith("media/ingest"):
        for node in [*_writes(file, "Photo", "photos"), *_instances(file, "Photo")]:
            yield f"{file.path}:{node.lineno}: makes or changes a Photo row; only media/ingest*.py may"


def readers_never_lock(file):
    """On SQLite each atomic block takes the one write lock, so a reader inside one waits behind every writer."""
    if within(file.module, "articles.reader"):
        nodes = [n for n in file.nodes(ast.Attribute) if n.attr == "atomic"]
        nodes += [n for n in file.nodes(ast.Name) if n.id == "atomic"]
        for node in nodes:
            yield f"{file.path}:{node.lineno}: a reader's view opens a transaction and would wait for writers"


def requests_are_not_atomic(file):
    """ATOMIC_REQUESTS would make each reader a writer on SQLite, and hold transactions open on PostgreSQL."""
    nodes = [n for n in file.nodes(ast.Name) if n.id == "ATOMIC_REQUESTS"]
    nodes += [n for n in file.nodes(ast.Constant) if n.value == "ATOMIC_REQUESTS"]
    if file.is_product:
        for node in nodes:
            yield f"{file.path}:{node.lineno}: sets ATOMIC_REQUESTS; verbs open their own transactions"


RULES = (
    has_a_layer,
    imports_go_down,
    has_a_room,
    rooms_import_down,
    photo_library_imports_go_down,
    readers_never_see_working_copies,
    verbs_know_no_web,
    words_need_no_database,
    models_register_only,
    models_come_from_their_module,
    only_the_timeline_writes_editions,
    only_publishing_makes_editions,
    only_ingest_writes_photos,
    readers_never_lock,
    requests_are_not_atomic,
)
