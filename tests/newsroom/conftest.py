"""Other processes of the newsroom, stopped when the test is over."""

import pytest
from django.utils import timezone

from tests.newsroom.workers import Worker


@pytest.fixture
def start(transactional_db):
    """Starts a process of the newsroom whose clock stands where the test's does."""
    started = []

    def begin():
        started.append(Worker(clock=timezone.now))
        return started[-1]

    yield begin
    for worker in started:
        worker.end()
