"""A story's timeline as somebody would keep it on paper: what the verbs are compared with."""

from datetime import timedelta

from articles.models.correction import REMOVED

TICK = timedelta(microseconds=1)


class Naive:
    """A story as a list of (start, kind, words), kept by rules simple enough to be believed by reading them.

    Words that were removed by law are "". `notes` holds what readers are told with the entry that begins at a start.
    """

    def __init__(self, words, caption):
        self.entries, self.notes = [], {}
        self.working, self.kept, self.stage = words, {words}, "draft"
        self.caption, self.captions = caption, {}

    def in_force(self, at, entries=None):
        begun = [entry for entry in (self.entries if entries is None else entries) if entry[0] <= at]
        return max(begun, default=None)

    def pending(self, now):
        return [entry for entry in self.entries if entry[0] > now]

    def seen(self, at):
        entry = self.in_force(at)
        return entry[2] if entry and entry[1] == "published" else None

    def instant(self, now):
        entry = self.in_force(now)
        return max(now, entry[0] + TICK) if entry else now

    def keep(self, entries):
        """These entries are the story now; notes go with those that are not among them. Returns the notes that went."""
        starts = {entry[0] for entry in entries}
        gone = [note for start in sorted(self.notes) if start not in starts for note in self.notes[start]]
        self.entries = sorted(entries)
        self.notes = {start: notes for start, notes in self.notes.items() if start in starts}
        return gone

    def replaced(self, now, start):
        return [e for e in self.pending(now) if not (e[1] == "expired" and e[0] > start)]

    def put_out(self, now, start, words, notes=()):
        replaced = self.replaced(now, start)
        carried = self.keep([entry for entry in self.entries if entry not in replaced])
        self.keep([*self.entries, (start, "published", words)])
        self.notes[start] = [*carried, *notes]
        self.captions[start] = self.caption

    def is_touched(self, now):
        """The words are numbered, so others tell another number."""
        return self.seen(now) not in (None, self.working)

    def publish(self, now, at, is_answered):
        start = at or self.instant(now)
        is_due = at and (at, "published", self.working) in self.pending(now)
        is_out = self.seen(now) == self.working and not self.replaced(now, at or now)
        if not self.working or is_due or is_out or (self.is_touched(now) and not is_answered):
            return False
        self.put_out(now, start, self.working)
        self.stage = "draft"
        return True

    def correct(self, now, at, note):
        if self.seen(now) is None or not self.working:
            return False
        self.put_out(now, at or self.instant(now), self.working, [note])
        self.stage = "draft"
        return True

    def cancel(self, now):
        waiting = self.pending(now)
        self.keep([entry for entry in self.entries if entry[0] <= now])
        return bool(waiting)

    def withdraw(self, now):
        if self.seen(now) is None:
            return False
        start = self.instant(now)
        self.keep([e for e in self.entries if e[0] <= now])
        self.keep([*self.entries, (start, "withdrawn", None)])
        return True

    def expire(self, now, at):
        rest = [e for e in self.entries if e[0] <= now or e[1] != "expired"]
        before = self.in_force(at - TICK, rest)
        if before is None or before[1] != "published":
            return False
        self.keep([e for e in rest if e[0] <= now or e[0] < at])
        self.keep([*self.entries, (at, "expired", None)])
        return True

    def restore(self, now):
        entry = self.in_force(now)
        if entry is None or entry[1] == "published":
            return False
        words = max(e for e in self.entries if e[0] <= now and e[1] == "published")[2]
        if words:
            self.put_out(now, self.instant(now), words)
        return bool(words)

    def republish(self, now):
        start, ahead = self.instant(now), self.pending(now)
        if self.in_force(now) and not any(e[0] == start for e in ahead):  # else it ends with this very instant
            ahead = [self.in_force(now), *ahead]
        outdated = [e for e in ahead if e[1] == "published" and self.captions[e[0]] != self.caption]
        for at, _, words in outdated:
            if at > now:
                self.captions[at] = self.caption
            else:
                self.entries = sorted([*self.entries, (start, "published", words)])
                self.captions[start] = self.caption
        return bool(outdated)

    def edit(self, words):
        if words != self.working and self.stage == "approved":  # in review it stays: who edits here may approve
            self.stage = "draft"
        self.working = words
        self.kept.add(words)

    def submit(self):
        is_new = self.stage != "submitted"
        self.stage = "submitted"
        self.kept.add(self.working)
        return is_new

    def decide(self, stage):
        was_submitted = self.stage == "submitted"
        self.stage = stage if was_submitted else self.stage
        return was_submitted

    def redact(self, now, words):
        """Without `words`, all that was ever said goes, from the working copy too."""
        going = {words} if words else {words for _, _, words in self.entries if words} | self.kept
        ahead = [self.in_force(now), *self.pending(now)]
        is_seen = any(entry[2] in going for entry in ahead if entry and entry[2])
        is_there = self.kept & going or any(entry[2] in going for entry in self.entries if entry[2])
        if is_seen or (words and self.working == words) or not is_there:
            return False
        self.entries = [(start, kind, "" if said in going else said) for start, kind, said in self.entries]
        self.kept -= going
        removed = {start: [removed_from(note, words) for note in notes] for start, notes in self.notes.items()}
        self.notes = removed
        if not words:
            self.working, self.stage = "", "draft"
        return True


def removed_from(note, words):
    """A public note after `words` went; after everything did, where there are none."""
    return note if words and words not in note else str(REMOVED)
