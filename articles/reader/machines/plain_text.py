"""Answers of one or more lines of plain text."""

from django.http import HttpResponse


def plain_text(lines: str, status: int = 200) -> HttpResponse:
    """The response; a line end is added."""
    return HttpResponse(f"{lines}\n", content_type="text/plain; charset=utf-8", status=status)
