"""What the publisher says of itself and what it lets machines do: one answer, in every form that machines read."""
