"""Static files that templates name exist: under hashed names a missing one fails the whole page."""

import re

from django.contrib.staticfiles import finders

from tests.conventions.source import template_files


def test_static_files_named_in_templates_exist():
    named = {
        (file.path, name)
        for file in template_files()
        for name in re.findall(r"{%\s*static\s+[\"']([^\"']+)[\"']", file.text)
    }
    assert not sorted(f"{path} names {name}" for path, name in named if finders.find(name) is None)
