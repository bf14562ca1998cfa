"""Audits the demo newsroom, loaded once: the HTML of all pages, then with Lighthouse those that readers see most."""

import sys

from tools import audit_lighthouse, audit_pages

RUNS = 5


def main():
    """Audit; exit 1 when a page falls short."""
    with audit_pages.demo() as (site, data):
        errors = audit_pages.audit(site, data)
        wrong = audit_lighthouse.audit(site, RUNS)
    sys.exit(wrong or errors > 0)


if __name__ == "__main__":
    main()
