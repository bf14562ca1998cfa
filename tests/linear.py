"""Whether something takes time in proportion to what it is given, on a machine of any speed and however busy."""

import time

TIMES = 8  # as much is given the second time
SLACK, SECONDS = 4, 0.5  # what a busy machine may add; what grows with the square takes TIMES times as long again


def assert_linear(work, most):
    """Fail when `work(size)` takes far more than its share longer for `most` than for an eighth of it."""
    part, whole = _cost(work, most // TIMES), _cost(work, most)
    assert whole <= part * TIMES * SLACK + SECONDS, f"{part:.2f} s of processor time for a part, {whole:.2f} s for all"


def _cost(work, size):
    began = time.process_time()
    work(size)
    return time.process_time() - began
