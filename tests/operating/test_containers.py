"""Containerfile, compose file and unit files of the docs, step by step, without an engine."""

import json
import os
import re
import shlex
import shutil
import subprocess

import pytest
import yaml

from tests.articles.management.test_serve import answers, free_port, until
from tests.conventions.source import ROOT, project_files
from tests.operating.documented import LEFT_OUT, Machine, copy_of_project

pytestmark = pytest.mark.once
DEPLOY = ROOT / "docs" / "deploy"
NEEDS_AN_ENGINE = re.compile(r"apt-get|rm -rf /var|useradd|install -d|-m pip install")


def steps():
    """(instruction, rest) of each step of the Containerfile."""
    lines = [line for line in (DEPLOY / "Containerfile").read_text().splitlines() if line and line[0] != "#"]
    return [tuple(line.split(" ", 1)) for line in lines]


def composed():
    """The compose file."""
    return yaml.safe_load((DEPLOY / "compose.yaml").read_text())


@pytest.mark.trial
def test_steps_of_the_containerfile_make_a_program_that_serves(tmp_path):
    app, data, port = tmp_path / "app", tmp_path / "data", free_port()
    environ = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    for name, rest in steps():
        rest = rest.replace("/srv/newsroom/data", str(data)).replace("/tmp/newsroom-build", f"{tmp_path}/build")
        if name == "COPY":
            assert rest == ". ."
            copy_of_project(app)
        elif name == "ENV":
            environ |= dict([rest.split("=", 1)])
        elif name == "RUN":
            tried = " && ".join(each for each in rest.split(" && ") if not NEEDS_AN_ENGINE.search(each)) or "true"
            (tmp_path / "build").mkdir(exist_ok=True)
            subprocess.run(["sh", "-ec", tried], cwd=app if app.exists() else "/", env=environ, check=True)
        elif name == "CMD":
            serve = json.loads(rest.replace("8000", str(port)).replace("0.0.0.0", "127.0.0.1"))
    assert not (tmp_path / "build").exists(), "a key in the image would be everybody's"
    subprocess.run(composed()["services"]["migrate"]["command"], cwd=app, env=environ, check=True, capture_output=True)
    process = subprocess.Popen(serve, cwd=app, env=environ, stdout=subprocess.DEVNULL)
    try:
        until(lambda: answers(f"http://127.0.0.1:{port}/readyz"), seconds=120)
        [_, *check] = composed()["services"]["one"]["healthcheck"]["test"]
        check = [word.replace("8000", str(port)) for word in check]
        subprocess.run(check, cwd=app, env=environ, check=True)
    finally:
        process.terminate()
        assert process.wait(timeout=30) == 0, "stops when the engine tells it to"
    assert (data / "newsroom.sqlite3").exists()


def test_image_holds_nothing_that_a_checkout_has_besides():
    left_out = set((DEPLOY / "Containerfile.dockerignore").read_text().split())
    assert LEFT_OUT - {"__pycache__"} <= left_out and "**/__pycache__" in left_out
    assert not [file.path for file in project_files() if file.path.split("/")[0] in left_out]


def test_compose_file_fits_the_files_beside_it():
    services, network = composed()["services"], composed()["networks"]
    nginx, told = (DEPLOY / "nginx-for-several.conf").read_text(), (DEPLOY / "newsroom-several.env").read_text()
    for name in ("one", "two"):
        address = services[name]["networks"]["news"]["ipv4_address"]
        assert f"server {address}:8000 " in nginx
        assert services[name]["command"] == json.loads(dict(steps())["CMD"])
    assert f"TRUSTED_PROXIES={services['front']['networks']['news']['ipv4_address']}\n" in told
    database = services["database"]["networks"]["news"]["ipv4_address"]
    facts = services["database"]["environment"]
    assert f"postgres://{facts['POSTGRES_USER']}:{facts['POSTGRES_PASSWORD']}@{database}:5432/" in told
    assert f"redis://{database}:6379/" in told and services["redis"]["network_mode"] == "service:database"
    assert network["news"]["ipam"]["config"] == [{"subnet": "10.0.0.0/24"}]
    for service in services.values():
        for volume in service.get("volumes", ()):
            name = volume.split(":")[0].removeprefix("./")
            assert name in composed()["volumes"] or (DEPLOY / name).exists() or name.startswith("ssl/")


def test_unit_files_name_what_there_is(tmp_path):
    units = [path for path in DEPLOY.iterdir() if path.suffix in (".service", ".timer")]
    assert len(units) == 3
    for path in units:
        for line in re.findall(r"^ExecStart=(.*)$", path.read_text(), re.M):
            program, manage, command, *_ = shlex.split(line)
            assert (program, manage) == ("/srv/newsroom/app/.venv/bin/python", "manage.py")
            assert f"| `{command}" in (ROOT / "docs/contract.md").read_text()
    if shutil.which("systemd-analyze"):  # it reads more than we do
        Machine(tmp_path, ROOT, 8000)
        here = [tmp_path / "deploy" / path.name for path in units]
        said = subprocess.run(["systemd-analyze", "verify", *here], capture_output=True, text=True, check=False)
        assert not [line for line in said.stderr.splitlines() if "newsroom" in line], said.stderr
