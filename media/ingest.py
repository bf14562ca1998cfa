"""The only way into the photo library, and the only code that writes photos: take in, change, replace, remove.

Whoever changes what readers see, or will see at a moment that is set, needs the right to: `refused_to` is asked who
has it (see `media/signals.py`).
"""

import dataclasses
import datetime
import hashlib
from pathlib import PurePath

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError
from django.utils import timezone
from django.utils.translation import gettext as _

from media import credentials, metadata, pixels, renditions
from media.duplicates import fingerprint_of
from media.metadata import Trust
from media.models import CONFIRMABLE, FORMER_ARE_KEPT, FormerOriginal, Photo, SourceType, private_name
from media.refusals import InUse, NotYours, RefusedPicture
from media.signals import photo_changed, photo_handled, photo_removed, photo_saved, refused_to, uses_of

_WORDS = (
    "caption", "alt", "description", "credit", "creator", "copyright", "source", "usage_terms", "web_statement",
    "licensor", "licensor_url", "place", "people",
)  # fmt: skip
CHANGEABLE = frozenset([*_WORDS, "decorative", "source_type", "licence_ends_at", "focus_x", "focus_y"])
FILE = "original"  # the field that `replace` and `put_back` change
LONGEST_FILE_NAME = 255
A_DAY = datetime.timedelta(days=1)


def find(data):
    """The photo made from exactly these bytes, or None."""
    return Photo.objects.filter(content_hash=hashlib.sha256(data).hexdigest()).first()


def ingest(data, *, by, caption="", credit="", alt="", decorative=False, file_name=""):
    """Take the picture in `data` (bytes) into the library and return its Photo.

    Words given win over those inside the file; without a credit line the creator is the credit. The same bytes again
    return the photo there is, with its empty fields filled, but for those that `by` may not change. `by` is a user or
    None. Raises RefusedPicture with a
    sentence for people, and ValidationError for words that don't fit; then neither a row nor a file stays behind.
    Call it outside a transaction that may be rolled back: files don't roll back.
    """
    given = {"caption": caption, "credit": credit, "alt": alt}
    given = {name: metadata.tidy(name, words) for name, words in given.items()}
    existing = find(data)
    if existing:
        return _fill_gaps(existing, by, given, decorative)
    decoded = pixels.decode(data)
    photo = _described(data, decoded, by, given, decorative)
    photo.file_name = metadata.one_line(PurePath(file_name).name)[:LONGEST_FILE_NAME]
    return _store(photo, data, decoded.extension) or _fill_gaps(find(data), by, given, decorative)


def ingest_upload(file, *, by):
    """Take an uploaded file into the library and return its Photo. Raises RefusedPicture for any fault."""
    pixels.refuse_above_limit(file.size)
    try:
        return ingest(file.read(), by=by, file_name=file.name or "")
    except ValidationError as error:  # words inside the file that the library can't hold
        raise RefusedPicture(" ".join(error.messages)) from error


def ingest_uploads(files, *, by):
    """Take uploaded files into the library, in their order: (the Photos, [(name, why not)] of the files refused)."""
    photos, refused = [], []
    for file in files:
        try:
            photos.append(ingest_upload(file, by=by))
        except RefusedPicture as refusal:
            refused.append((file.name, str(refusal)))
    return photos, refused


def update(photo, by, **fields):
    """Change words, rights or focus of `photo`, and return it fresh from the database. Words given so are confirmed.

    Raises NotYours where readers see it and `by` doesn't decide that, ValidationError when a value doesn't fit and
    TypeError for a field that can't be changed. Renditions made from the former state are thrown away: their addresses
    lead to the present ones.
    """
    unknown = set(fields) - CHANGEABLE
    if unknown:
        raise TypeError(f"These fields of a photo can't be changed: {', '.join(sorted(unknown))}")
    with transaction.atomic():
        current = Photo.objects.select_for_update().get(pk=photo.pk)
        former = renditions.version(current)
        fields = {name: metadata.tidy(name, value) if name in _WORDS else value for name, value in fields.items()}
        changed = {name for name, value in fields.items() if value != getattr(current, name)}
        _require_allowed(current, by, changed)
        for name, value in fields.items():
            if name in changed:
                current.origins.pop(name, None)  # what somebody writes comes from no block of the file
            current.unconfirmed.pop(name, None)
            setattr(current, name, value)
        _save(current, by, former)
        if changed:
            _tell(current.pk, "change photo", by, ", ".join(sorted(changed)))
    return current


def confirm(photos, by):
    """Say of each of several Photos that the words which its file brought are right; return how many had such words."""
    count = 0
    with transaction.atomic():
        for photo in Photo.objects.select_for_update().filter(pk__in=[photo.pk for photo in photos]).order_by("pk"):
            if photo.unconfirmed:
                photo.unconfirmed, count = {}, count + 1
                _save(photo, by, renditions.version(photo))
    return count


def replace(photo, data, *, by):
    """Put the picture in `data` (bytes) in the place of `photo`'s file, and return the photo fresh from the database.

    Every story keeps its place and shows the new file at once; words, rights and focus stay, empty ones are filled
    from the new file. The former file is kept for FORMER_ARE_KEPT. Raises NotYours, and RefusedPicture, also for a
    file that the library holds already; then all is as before.
    """
    _require_allowed(photo, by, {FILE})
    _refuse_known(photo, data)
    decoded = pixels.decode(data)
    facts = _facts(data, decoded)
    storage = Photo.original.field.storage
    name = storage.save(private_name(None, f"original{decoded.extension}"), ContentFile(data))
    try:
        with transaction.atomic():
            current = Photo.objects.select_for_update().get(pk=photo.pk)
            _put_in_place(current, name, data, decoded, facts, by)
            _tell(current.pk, "replace photo", by)
    except BaseException:  # whatever stops us, the new file must not stay
        storage.delete(name)
        raise
    return current


def put_back(former, *, by):
    """Put a FormerOriginal back in its photo's place, and return the photo fresh from the database.

    The file that is there now is kept in its turn; words that it brought, and nobody has changed since, go with it.
    Raises NotYours, and RefusedPicture where the former file is not kept any more, or has become another photo's.
    """
    _require_allowed(former.photo, by, {FILE})
    try:
        with Photo.original.field.storage.open(former.original.name) as file:
            data = file.read()
    except FileNotFoundError as error:
        raise RefusedPicture(_("This file is not kept any more.")) from error
    _refuse_known(former.photo, data)
    decoded = pixels.decode(data)
    facts = _facts(data, decoded)
    with transaction.atomic():
        current = Photo.objects.select_for_update().get(pk=former.photo_id)
        if not FormerOriginal.objects.filter(pk=former.pk).delete()[0]:
            raise RefusedPicture(_("This file is not kept any more."))
        for name in former.filled:
            if current.origins.pop(name, None):
                current.unconfirmed.pop(name, None)
                setattr(current, name, "")
        _put_in_place(current, former.original.name, data, decoded, facts, by)
        _tell(current.pk, "put back photo", by)
    return current


def forget_former(now):
    """Delete each FormerOriginal that has been kept for FORMER_ARE_KEPT at `now`, with its file; return how many."""
    with transaction.atomic():
        old = FormerOriginal.objects.select_for_update().filter(replaced_at__lte=now - FORMER_ARE_KEPT)
        names = {row.pk: row.original.name for row in old}
        FormerOriginal.objects.filter(pk__in=names).delete()
        transaction.on_commit(lambda: _delete_files(names.values()))
    return len(names)


def _put_in_place(current, name, data, decoded, facts, by):
    """Make the stored file of that name a locked photo's own, and keep the one it had."""
    version, now = renditions.version(current), timezone.now()
    former = FormerOriginal(photo=current, width=current.width, height=current.height, replaced_at=now, replaced_by=by)
    former.original.name, current.original.name = current.original.name, name
    _set_pixels(current, data, decoded)
    former.filled = sorted(_set_facts(current, *facts))
    _save(current, by, version)
    former.save()


def _refuse_known(photo, data):
    """Raise RefusedPicture when the library holds these bytes already, as this photo's file or another's."""
    existing = find(data)
    if existing:
        raise RefusedPicture(
            "This is the very file that is there already."
            if existing.pk == photo.pk
            else f"This file is in the library already, as “{existing}” (photo {existing.pk}). Use that one."
        )


def _require_allowed(photo, by, fields):
    """Raise NotYours where `by` may not change one of these fields of the photo."""
    refused = refused_to(by, [photo.pk]).get(photo.pk) if fields else None
    if refused and refused.fields & fields:
        raise NotYours(refused.sentence)


def _delete_files(names):
    """Delete stored originals by name."""
    for name in names:
        Photo.original.field.storage.delete(name)


def _tell(photo_id, verb, by, note=""):
    """Say what somebody has done, for the newsroom's log."""
    if by is not None:
        photo_handled.send(sender=None, photo_id=photo_id, verb=verb, by=by, note=note)


def _save(current, by, former):
    """Check and save a locked photo; after the commit throw away what was made from its `former` version, and tell."""
    current.changed_at, current.changed_by = timezone.now(), by
    current.full_clean()
    current.save()
    photo_saved.send(sender=None, photo=current)
    if renditions.version(current) != former:
        transaction.on_commit(lambda: renditions.forget(current.pk))
    transaction.on_commit(lambda: photo_changed.send(sender=None, photo_id=current.pk))


def sweep():
    """Delete each original older than A_DAY that no row refers to; return how many. Younger ones may be on their way.

    Only a process killed between writing a file and writing its row leaves one: anything else is undone on the spot.
    """
    storage = Photo.original.field.storage
    try:
        names = {f"originals/{name}" for name in storage.listdir("originals")[1]}
    except FileNotFoundError:
        return 0
    old = {name for name in names if storage.get_modified_time(name) < timezone.now() - A_DAY}
    orphans = old - {
        name for model in (Photo, FormerOriginal) for name in model.objects.values_list("original", flat=True)
    }
    for name in orphans:
        storage.delete(name)
    return len(orphans)


def why_not_deletable(photo):
    """The sentence that says why `photo` can't be removed, or ""; to `photo.seen_by` where that is told."""
    uses = uses_of([photo.pk], getattr(photo, "seen_by", None))[photo.pk]
    if not uses:
        return ""
    others = f", and {len(uses) - 1} more" if len(uses) > 1 else ""
    return (
        f"“{photo}” can’t be deleted: it is in “{uses[0].title}” ({uses[0].state}){others}. "
        "Take it out there first, or replace its file."
    )


def _set_pixels(photo, data, decoded):
    """Set what the photo knows of its pixels."""
    photo.content_hash = hashlib.sha256(data).hexdigest()
    photo.width, photo.height = decoded.width, decoded.height
    photo.tone, photo.look = pixels.tone(decoded.image), fingerprint_of(decoded.image)


def _facts(data, decoded):
    """What a file says about itself: (its words, its Content Credentials). The sealed wins."""
    found, verdict = metadata.read(pixels.open_within_limits(data)), credentials.read(data, decoded.extension)
    if verdict.source_type in SourceType.values:
        origins = found.origins | {"source_type": "Content Credentials"}
        found = dataclasses.replace(found, source_type=verdict.source_type, origins=origins)
    return found, verdict


def _set_facts(photo, found, verdict):
    """Set what a file tells that nobody writes, and each word that is still missing; say in `origins` whence.

    Returns the names of the words that it has set.
    """
    photo.had_location, photo.taken_at = found.had_location, found.taken_at
    photo.credentials, photo.credentials_signer, photo.credentials_tool = verdict[:3]
    gaps = {name for name in _WORDS if not getattr(photo, name) and getattr(found, name)}
    if photo.decorative:
        gaps.discard("alt")  # alt text inside the file gives way to what was said on purpose
    for name in gaps:
        setattr(photo, name, getattr(found, name))
    trust = {name: found.trust.get(name, Trust.SAID) for name in gaps & {*CONFIRMABLE, "creator"}}
    if not photo.source_type and found.source_type in SourceType.values:
        photo.source_type = found.source_type
        gaps.add("source_type")
    is_credit_from_creator = not photo.credit and bool(photo.creator)
    if is_credit_from_creator:
        photo.credit = photo.creator
        trust |= {"credit": trust["creator"]} if "creator" in trust else {}
        photo.origins = photo.origins | {"credit": "creator"}
    photo.origins = photo.origins | {name: found.origins[name] for name in gaps}
    photo.unconfirmed = photo.unconfirmed | {name: trust[name] for name in CONFIRMABLE if name in trust}
    photo.origins.pop("taken_at", None)
    if found.taken_at:
        photo.origins["taken_at"] = found.origins["taken_at"]
    return gaps | {"credit"} if is_credit_from_creator else gaps


def remove(photo, *, by=None):
    """Delete `photo` with its originals and its renditions. Raises InUse while anything shows it or refers to it."""
    names, number = [photo.original.name], photo.pk
    photo.seen_by = by
    refusal = why_not_deletable(photo)
    if refusal:
        raise InUse(refusal)
    with transaction.atomic():
        names += photo.former_originals.values_list("original", flat=True)
        try:
            photo.delete()
        except ProtectedError as error:
            raise InUse(f"“{photo}” can’t be deleted: something still refers to it.") from error
        photo_removed.send(sender=None, photo_id=number)
        _tell(number, "delete photo", by)
        transaction.on_commit(lambda: _delete_files(names))
        transaction.on_commit(lambda: renditions.forget(number))


def _described(data, decoded, by, given, decorative):
    """The unsaved Photo of a decoded file, with the words given or found."""
    photo = Photo(decorative=decorative, uploaded_by=by, changed_by=by, **given)
    _set_pixels(photo, data, decoded)
    _set_facts(photo, *_facts(data, decoded))
    return photo


def _store(photo, data, extension):
    """Save the file, then the row; return the photo, or None when the same bytes came in at the same moment."""
    photo.full_clean(exclude=["original"], validate_unique=False)
    photo.original.save(f"original{extension}", ContentFile(data), save=False)
    try:
        with transaction.atomic():
            photo.save(force_insert=True)
            photo_saved.send(sender=None, photo=photo)
    except BaseException as error:  # whatever stops us, the file must not stay
        photo.original.storage.delete(photo.original.name)
        if isinstance(error, IntegrityError) and find(data):
            return None
        raise
    return photo


def _fill_gaps(photo, by, given, decorative):
    """`photo` with what was given where it had nothing; what somebody has written stays."""
    gaps = {name: value for name, value in given.items() if value and not getattr(photo, name)}
    if photo.decorative:
        gaps.pop("alt", None)
    if decorative and not photo.has_alt:
        gaps["decorative"] = True
    refused = refused_to(by, [photo.pk]).get(photo.pk) if gaps else None
    gaps = {name: value for name, value in gaps.items() if not refused or name not in refused.fields}
    return update(photo, by, **gaps) if gaps else photo
