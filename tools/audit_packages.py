"""Asks whether any locked package has a known hole, by pip-audit; says “not run: …” where its service cannot be asked.

Exit code 1 where a hole is known. The tool has an environment of its own: it is no part of what it audits.
"""

import json
import subprocess
import sys
import venv
from pathlib import Path

HOME, TOOL = Path(".venv/audit"), "pip-audit==2.10.1"
LOCKS = ("requirements.lock", "requirements-dev.lock")


def verdict(output):
    """(sentences, exit code) on what pip-audit wrote as JSON; "" where it could not ask."""
    try:
        packages = json.loads(output)["dependencies"]
    except (ValueError, KeyError):
        return ["not run: pip-audit, its service cannot be reached"], 0
    asked = [each for each in packages if "vulns" in each]
    if not asked:
        return ["not run: pip-audit, its service knows none of the packages here"], 0
    holes = [f"{each['name']} {each['version']}: {hole['id']}" for each in asked for hole in each["vulns"]]
    missed = len(packages) - len(asked)
    unknown = f"not run: pip-audit for {missed} of {len(packages)} packages, which its service does not know"
    return [
        *holes,
        *([unknown] if missed else []),
        f"pip-audit: {len(asked)} packages, {len(holes)} known holes",
    ], 1 if holes else 0


def install():
    """Make the tool's environment where it is missing; whether it is there."""
    tool = HOME / "bin" / "pip-audit"
    if not tool.exists():
        venv.create(HOME, with_pip=True)
        done = subprocess.run([HOME / "bin" / "pip", "install", "--quiet", TOOL], capture_output=True, check=False)
        return done.returncode == 0
    return True


def main():
    """Audit each lock; the exit code is the worst."""
    if not install():
        print("not run: pip-audit, it cannot be installed")
        return 0
    worst = 0
    for lock in LOCKS:
        asked = [
            str(HOME / "bin" / "pip-audit"),
            "--no-deps",
            "--disable-pip",
            "-r",
            lock,
            "-f",
            "json",
            "--timeout",
            "10",
        ]
        done = subprocess.run([*asked, "--progress-spinner", "off"], capture_output=True, text=True, check=False)
        said, code = verdict(done.stdout)
        print("\n".join(said))
        worst = max(worst, code)
    return worst


if __name__ == "__main__":
    sys.exit(main())
