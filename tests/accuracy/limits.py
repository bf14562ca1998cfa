"""How well the readers of words must do: the figures that CI holds them to."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Limit:
    """Of a kind in a corpus, in all languages together: precision or recall at least, or faults at most.

    `goal` is what is wanted, `held` what must hold today: it only ever moves towards the goal.
    """

    corpus: str
    kind: str
    measure: str
    goal: float
    held: float

    def measured(self, score):
        """What the Score of this kind has reached."""
        return {"precision": score.precision, "recall": score.recall, "faults": len(score.faults)}[self.measure]

    def is_met(self, score, figure):
        """Whether the Score is as good as `figure`, the goal or what is held."""
        measured = self.measured(score)
        return measured <= figure if self.measure == "faults" else measured >= figure


LIMITS = (
    Limit("quotes", "quotes found", "precision", goal=0.98, held=0.98),
    Limit("quotes", "quotes found", "recall", goal=0.95, held=0.95),
    Limit("quotes", "speakers", "precision", goal=0.985, held=0.985),
    Limit("quotes", "speakers", "recall", goal=0.85, held=0.85),
    Limit("quotes", "denied words credited", "faults", goal=0, held=0),
    Limit("wires", "fields", "precision", goal=0.93, held=0.93),
    Limit("wires", "fields", "recall", goal=0.93, held=0.93),
    Limit("wires", "paragraphs", "precision", goal=0.93, held=0.93),
    Limit("wires", "paragraphs", "recall", goal=0.93, held=0.93),
    Limit("wires", "instructions public", "faults", goal=0, held=1),
    Limit("wires", "several stories", "recall", goal=1.0, held=1.0),
    Limit("pastes", "words lost", "faults", goal=0, held=0),
    Limit("pastes", "words leaked", "faults", goal=0, held=0),
    Limit("pastes", "structure", "precision", goal=0.95, held=0.95),
    Limit("pastes", "structure", "recall", goal=0.95, held=0.95),
    Limit("pastes", "left out", "precision", goal=0.95, held=0.95),
    Limit("pastes", "left out", "recall", goal=0.95, held=0.95),
    Limit("photos", "captions", "precision", goal=0.95, held=0.95),
    Limit("photos", "captions", "recall", goal=0.95, held=0.95),
    Limit("photos", "credits", "precision", goal=0.95, held=0.95),
    Limit("photos", "credits", "recall", goal=0.95, held=0.95),
    Limit("photos", "gibberish shown", "faults", goal=0, held=0),
)
