"""Lists of stories and what concerns many of them: board, calendar, order of the front page, figures."""
