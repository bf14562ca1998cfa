"""What random walks through the verbs share: they leave nothing in the database, and the clock only moves by hand."""

import time_machine
from django.db import transaction
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import RuleBasedStateMachine, run_state_machine_as_test

from tests.builders import system


class Walk(RuleBasedStateMachine):
    """Knows the hour, `now`, and who acts, `by`; a walk begins by calling `enter`."""

    def enter(self, start):
        """Begin a transaction that is rolled back in the end, and let the clock stand at `start`."""
        self.transaction = transaction.atomic()
        self.transaction.__enter__()
        self.clock = time_machine.travel(start, tick=False)
        self.traveller, self.now, self.by = self.clock.start(), start, system()

    def teardown(self):
        if hasattr(self, "transaction"):
            self.clock.stop()
            transaction.set_rollback(True)
            self.transaction.__exit__(None, None, None)


def walk(machine, times, *, steps=25):
    """Walk so many times, at most so many steps each."""
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=times,
            stateful_step_count=steps,
            deadline=None,
            suppress_health_check=list(HealthCheck),
            phases=[Phase.explicit, Phase.reuse, Phase.generate],  # shrinking through a database takes minutes
        ),
    )
