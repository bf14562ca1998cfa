"""Files of sound and film: what they are, what goes, and what is refused."""

import io
import struct
import tracemalloc

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from media.recordings import facts
from media.recordings.reading import read
from media.recordings.strip import stripped
from media.refusals import RefusedRecording
from tests.media.recordings import makers
from tests.media.recordings.makers import OPEN, PLACE, SECRET, box, element, full, mp3, mp3_frame, mp4, webm

FILES = {
    "film": mp4(),
    "sound alone": mp4(film=False),
    "WebM": webm(),
    "WebM as a browser records it": webm(live=True),
    "WebM with Vorbis": webm(sound=b"A_VORBIS", film=False),
    "MP3": mp3(),
}


def facts_of(data):
    return read(io.BytesIO(data), len(data))


def copy_of(data):
    return b"".join(stripped(io.BytesIO(data), len(data), facts_of(data).patches))


def refusal_of(data):
    with pytest.raises(RefusedRecording) as refusal:
        facts_of(data)
    return str(refusal.value)


@pytest.mark.parametrize(
    ("data", "content_type", "ending", "seconds", "size", "codecs"),
    [
        (mp4(), "video/mp4", ".mp4", 2, (320, 240), ("H.264", "AAC")),
        (mp4(matrix=(0, 1)), "video/mp4", ".mp4", 2, (240, 320), ("H.264", "AAC")),
        (mp4(sound=False, position=False), "video/mp4", ".mp4", 2, (320, 240), ("H.264",)),
        (mp4(film=False), "audio/mp4", ".m4a", 2, (None, None), ("AAC",)),
        (webm(), "video/webm", ".webm", 2, (320, 240), ("VP9", "Opus")),
        (webm(live=True), "video/webm", ".webm", 1.9, (320, 240), ("VP9", "Opus")),
        (webm(film=False, sound=b"A_VORBIS"), "audio/webm", ".webm", 2, (None, None), ("Vorbis",)),
        (mp3(), "audio/mpeg", ".mp3", 100 * 1152 / 44100, (None, None), ("MP3",)),
        (mp3(tag=False, index=False), "audio/mpeg", ".mp3", 100 * 1152 / 44100, (None, None), ("MP3",)),
    ],
)
def test_file_is_what_is_in_it(data, content_type, ending, seconds, size, codecs):
    found = facts_of(data)
    assert (found.content_type, found.ending, found.codecs) == (content_type, ending, codecs)
    assert (found.width, found.height, found.is_film) == (*size, size[0] is not None)
    assert found.seconds == pytest.approx(seconds)


@pytest.mark.parametrize("data", FILES.values(), ids=FILES)
def test_copy_says_nothing_of_where_and_by_whom(data):
    copy, found = copy_of(data), facts_of(data)
    assert SECRET in data and found.had_location
    for words in (SECRET, PLACE, b"xyz", b"LOC", b"Xiph", b"xmpmeta"):
        assert words not in copy
    assert data.count(b"PICTURE!") == copy.count(b"PICTURE!") and data.count(b"SOUND!!!") == copy.count(b"SOUND!!!")


@pytest.mark.parametrize("data", FILES.values(), ids=FILES)
def test_copy_is_the_same_recording_and_its_copy_the_same_again(data):
    copy, found = copy_of(data), facts_of(data)
    again = facts_of(copy)
    assert again._replace(patches=(), had_location=False) == found._replace(patches=(), had_location=False)
    assert not again.had_location
    assert copy_of(copy) == copy
    assert found.content_type == "audio/mpeg" or len(copy) == len(data), "all offsets hold"


def test_track_of_positions_goes_with_its_data_and_the_others_stay_where_they_were():
    data = mp4()
    copy = copy_of(data)
    assert copy.index(b"PICTURE!") == data.index(b"PICTURE!") and copy.index(b"SOUND!!!") == data.index(b"SOUND!!!")
    assert copy.count(b"trak") == 2 and b"gpmd" not in copy
    assert not facts_of(mp4(position=False).replace(b"\xa9xyz", b"abcd")).had_location


def test_days_of_making_go():
    assert struct.pack(">II", 7, 7) in mp4() and struct.pack(">II", 7, 7) not in copy_of(mp4())


def test_box_with_a_long_size_and_the_last_without_one_are_read():
    data = mp4(more_top=struct.pack(">I4sQ", 1, b"uuid", 28) + SECRET + struct.pack(">I4s", 0, b"skip") + SECRET)
    assert SECRET not in copy_of(data) and len(copy_of(data)) == len(data)


def test_webm_forgets_small_elements_long_ones_and_what_follows_its_end():
    data = webm(more=b"\xbf\x84abcd" + element(0x1043A770, SECRET * 20), ends=SECRET)
    assert SECRET not in copy_of(data) and b"abcd" not in copy_of(data)
    assert copy_of(data).startswith(data[:20]) and len(copy_of(data)) == len(data) - len(SECRET)


def test_vorbis_says_nothing_and_still_has_its_three_parts():
    copy = copy_of(FILES["WebM with Vorbis"])
    start = copy.index(b"\x03vorbis")
    [vendor] = struct.unpack_from("<I", copy, start + 7)
    assert copy[start + 11 : start + 11 + vendor] == bytes(vendor)
    assert copy[start + 11 + vendor :][:5] == b"\0\0\0\0\1" and copy[start + 16 + vendor :].startswith(b"\x05vorbis")


def test_mp3_loses_what_lies_between_its_frames():
    data = mp3(between=SECRET * 50, after=b"APETAGEX" + SECRET)
    assert copy_of(data) == mp3(tag=False)
    assert facts_of(data).seconds == pytest.approx(100 * 1152 / 44100)


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"", "whatever its name says"),
        (b"PK\x03\x04" + bytes(99), "whatever its name says"),
        (b"<!doctype html><script>alert(1)</script>", "whatever its name says"),
        (b"ID3\x03\0\0\0\0\0\5words<html>", "no MP3"),
        (b"\xff\xd8\xff\xe0 a JPEG", "no MP3"),
        (b"RIFF\0\0\0\0WAVEfmt ", "WAVE"),
        (b"OggS" + bytes(40), "Ogg"),
        (bytes(4) + b"moov" + bytes(40), "QuickTime"),
        (mp4(brand=b"qt  "), "QuickTime"),
        (mp4(codec=b"apcn"), "“apcn”"),
        (mp4(codec=b"\0\1\2\xff"), "“???ÿ”"),
        (mp4(more_top=box(b"moof", b"")), "fragments"),
        (mp4(film=False, sound=False), "neither sound nor film"),
        (mp4(own=0), "points to others"),
        (mp4(seconds=0), "damaged"),
        (mp4(size=(0, 0)), "damaged"),
        (mp4(more_top=box(b"moov", b"")), "damaged"),
        (mp4()[:-3], "damaged"),
        (mp4() + b"\0\0", "damaged"),
        (mp4().replace(b"stco", b"abcd"), "damaged"),
        (mp4().replace(b"stsz", b"abcd"), "damaged"),
        (mp4().replace(b"stsc", b"abcd"), "damaged"),
        (mp4().replace(b"mdhd", b"abcd"), "damaged"),
        (mp4(more_moov=full(b"mvhd", bytes(96))), "damaged"),
        (webm(doc=b"matroska"), "Matroska"),
        (webm(sound=b"A_AAC"), "A_AAC"),
        (webm(more_entry=element(0x6D80, b"")), "A_OPUS"),
        (webm()[:-4], "damaged"),
        (webm(more=element(0x1254C367, SECRET, size=OPEN)), "damaged"),
        (webm(more=b"\0\0\0\0"), "damaged"),
        (webm().replace(element(0xB0, 320), element(0xB0, 0)), "damaged"),
        (webm().replace(b"A_OPUS", b"A_VORBIS"[:6]), "A_VORB"),
    ],
)
def test_what_is_refused_says_why(data, word):
    assert word in refusal_of(data)


def nested(kind, deep):
    data = b""
    for _ in range(deep):
        data = box(kind, data)
    return data


@pytest.mark.parametrize(
    "data",
    [
        box(b"ftyp", b"isom", bytes(4)) + nested(b"moov", 5000),
        box(b"ftyp", b"isom", bytes(4)) + nested(b"trak", 5000),
        box(b"ftyp", b"isom", bytes(4)) + struct.pack(">I4sQ", 1, b"moov", 2**64 - 1) + bytes(64),
        box(b"ftyp", b"isom", bytes(4)) + struct.pack(">I4s", 2**32 - 1, b"moov") + bytes(64),
        box(b"ftyp", b"isom", bytes(4)) + struct.pack(">I4s", 7, b"moov") + bytes(64),
        mp4().replace(struct.pack(">III", 0, 1, 32), struct.pack(">III", 0, 2**32 - 1, 32)),
        mp4().replace(struct.pack(">III", 0, 1, 32), struct.pack(">III", 2**31, 2**32 - 1, 32)),
        mp4().replace(struct.pack(">IIII", 1, 1, 1, 1), struct.pack(">IIII", 2**32 - 1, 1, 1, 1)),
        mp4().replace(struct.pack(">IIII", 1, 1, 1, 1), struct.pack(">IIII", 1, 1, 2**32 - 1, 1)),
        mp4().replace(struct.pack(">IIII", 1, 1, 1, 1), struct.pack(">IIII", 1, 2, 1, 1)),
        element(0x1A45DFA3, element(0x4282, b"webm")) + element(0x18538067, b"", size=b"\x01" + b"\xfe" * 7),
        element(0x1A45DFA3, element(0x4282, b"webm")) + element(0x18538067, b"\x1f\x43\xb6\x75" + OPEN) * 2,
    ],
)
def test_hostile_lengths_and_nesting_are_refused_at_once(data):
    tracemalloc.start()
    refusal_of(data)
    assert tracemalloc.get_traced_memory()[1] < 3_000_000
    tracemalloc.stop()


@pytest.mark.parametrize(
    "data",
    [
        box(b"ftyp", b"isom", bytes(4)) + box(b"free") * 5000,
        webm(more=b"\xec\x80" * 5000),
        mp3_frame() * 3 + (b"\xff" * 500 + mp3_frame() * 4) * 10,
    ],
)
def test_endless_parts_are_refused(data, monkeypatch):
    monkeypatch.setattr(facts, "MOST_PARTS", 2000)
    assert "so many parts" in refusal_of(data)


def test_table_larger_than_any_recording_needs_is_refused_before_it_is_read(monkeypatch):
    monkeypatch.setattr(facts, "LONGEST_TABLE", 15)
    assert "so many parts" in refusal_of(mp4())


BROKEN = settings(max_examples=400, deadline=None)


@BROKEN
@given(st.sampled_from([*FILES.values()]), st.data())
def test_damaged_file_is_read_or_refused_and_what_is_read_can_be_copied(data, draw):
    """Whatever is cut off, changed or put in: nothing but a sentence, and the copy's patches lie in order and apart."""
    data = bytearray(data)
    for _ in range(draw.draw(st.integers(1, 4))):
        at = draw.draw(st.integers(0, len(data)))
        match draw.draw(st.sampled_from(["cut", "byte", "number", "put", "take"])):
            case "cut":
                del data[at:]
            case "byte":
                data[at : at + 1] = draw.draw(st.binary(min_size=1, max_size=1))
            case "number":
                data[at : at + 4] = struct.pack(">I", draw.draw(st.sampled_from([0, 1, 7, 8, 2**31, 2**32 - 1])))
            case "put":
                data[at:at] = draw.draw(st.binary(max_size=20))
            case "take":
                del data[at : at + draw.draw(st.integers(1, 40))]
    try:
        found = facts_of(bytes(data))
    except RefusedRecording as refusal:
        assert str(refusal).endswith(".")
        return
    reached = 0
    for patch in found.patches:
        assert reached <= patch.start <= patch.stop <= len(data) and len(patch.head) <= patch.stop - patch.start
        reached = patch.stop
    copy = copy_of(bytes(data))
    cut = sum(patch.stop - patch.start for patch in found.patches if patch.is_cut)
    assert len(copy) == len(data) - cut


def test_makers_hold_the_words_that_are_to_go():
    assert all(SECRET in data for data in (mp4(), webm(), mp3())) and makers.PLACE in mp4()
