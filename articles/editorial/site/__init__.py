"""What editors set for the whole site: publisher, order of the front page; and the throttle of logins."""
