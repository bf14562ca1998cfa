"""WHO IS WHO: signing in, second factors and sessions, on django-allauth, with screens of ours. Knows no story."""
