"""What the photo library refuses. The text of each is a sentence for the person who asked: `str(error)`. A leaf."""


class PhotoRefusal(Exception):
    """Nothing was done to the library."""


class RefusedPicture(PhotoRefusal):
    """A file is not taken in: it is no picture, or damaged, or too large."""


class NotYours(PhotoRefusal):
    """Readers see the photo where the person doesn't decide what they see."""


class InUse(PhotoRefusal):
    """A photo can't be removed: something shows it."""


class RefusedRecording(PhotoRefusal):
    """A file of sound or film is not taken in: it is none, or damaged, or too large, or no browser plays it."""
