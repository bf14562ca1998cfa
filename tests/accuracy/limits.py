"""How well the readers of words must do: the figures that CI holds them to."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Limit:
    """Of a kind in a corpus, in all languages together: precision or recall at least, or faults at most."""

    corpus: str
    kind: str
    measure: str
    figure: float

    def measured(self, score):
        """What the Score of this kind has reached."""
        return {"precision": score.precision, "recall": score.recall, "faults": len(score.faults)}[self.measure]

    def is_met(self, score):
        """Whether the Score is as good as that."""
        measured = self.measured(score)
        return measured <= self.figure if self.measure == "faults" else measured >= self.figure


LIMITS = (
    Limit("quotes", "quotes found", "precision", 0.98),
    Limit("quotes", "quotes found", "recall", 0.95),
    Limit("quotes", "speakers", "precision", 0.985),
    Limit("quotes", "speakers", "recall", 0.85),
    Limit("quotes", "denied words credited", "faults", 0),
    Limit("wires", "fields", "precision", 0.93),
    Limit("wires", "fields", "recall", 0.93),
    Limit("wires", "paragraphs", "precision", 0.93),
    Limit("wires", "paragraphs", "recall", 0.93),
    Limit("wires", "instructions public", "faults", 0),
    Limit("wires", "several stories", "recall", 1.0),
    Limit("pastes", "words lost", "faults", 0),
    Limit("pastes", "words leaked", "faults", 0),
    Limit("pastes", "structure", "precision", 0.95),
    Limit("pastes", "structure", "recall", 0.95),
    Limit("pastes", "left out", "precision", 0.95),
    Limit("pastes", "left out", "recall", 0.95),
    Limit("photos", "captions", "precision", 0.95),
    Limit("photos", "captions", "recall", 0.95),
    Limit("photos", "credits", "precision", 0.95),
    Limit("photos", "credits", "recall", 0.95),
    Limit("photos", "gibberish shown", "faults", 0),
)
