"""Audits the demo newsroom, loaded once: all HTML, what reader modes make of stories, then Lighthouse."""

import sys

from tools import audit_lighthouse, audit_pages, audit_reader_view

RUNS = 5


def main():
    """Audit; exit 1 when a page falls short."""
    with audit_pages.demo() as (site, data):
        errors = audit_pages.audit(site, data)
        astray = audit_reader_view.audit(site)
        wrong = audit_lighthouse.audit(site, RUNS)
    sys.exit(wrong or errors > 0 or astray > 0)


if __name__ == "__main__":
    main()
