"""Addresses and posts of the library's screens, for their tests."""

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

LIST = "admin:media_photo_changelist"


def address(name, *args):
    return reverse(f"admin:media_photo_{name}", args=args)


def upload(client, *pictures, **options):
    sent = [SimpleUploadedFile(f"{number}.jpg", data) for number, data in enumerate(pictures)]
    return client.post(address("upload"), {"files": sent}, **options)
