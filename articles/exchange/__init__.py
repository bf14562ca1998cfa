"""EXCHANGE: other systems' files read as stories; pure functions from bytes to one neutral value, `Incoming`."""
