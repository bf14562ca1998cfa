"""What members of staff are told: written down by the verb that did it, delivered afterwards."""
