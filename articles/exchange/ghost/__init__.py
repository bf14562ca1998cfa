"""Ghost: its export (versions 2 to 6) with bodies as HTML, Lexical or Mobiledoc, and what its cards say."""
