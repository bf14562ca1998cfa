"""What typography knows by name: units, months, titles and words that lead to a page number."""

import re


def _any_of(words: str) -> str:
    """A pattern for any of the words, the longest first."""
    return "|".join(map(re.escape, sorted(words.split(), key=len, reverse=True)))


# A number is not parted from what it counts: 5 km, 20 °C. Words such as million are no units: they may begin a line.
UNITS = _any_of(
    "% ‰ °C °F ° nm mm cm m km mi ft yd in² m² km² m³ ha g kg t mg lb lbs oz ml l hl km/h mph kn Hz kHz MHz GHz V kV W "
    "kW MW GW TW Wh kWh MWh GWh TWh J kJ kcal kB MB GB TB PB € $ £ kr zł Kč Ft "
    "км м кг г т см мм га грн руб. кВт МВт"
)

# The month after a day, as it is written there.
MONTHS = {
    language: _any_of(words)
    for language, words in {
        "en": "January February March April May June July August September October November December Jan Feb Mar Apr "
        "Jun Jul Aug Sep Sept Oct Nov Dec",
        "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        "de": "Januar Jänner Februar März April Mai Juni Juli August September Oktober November Dezember",
        "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
        "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
        "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
        "nl": "januari februari maart april mei juni juli augustus september oktober november december",
        "sv": "januari februari mars april maj juni juli augusti september oktober november december",
        "pl": "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
        "uk": "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
        "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
        "ar": "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
        "he": "בינואר בפברואר במרץ באפריל במאי ביוני ביולי באוגוסט בספטמבר באוקטובר בנובמבר בדצמבר",
    }.items()
}

# A title is not parted from the name. The first may be written without their full stop, as the British do.
TITLES = _any_of("Mr Mrs Ms Mx Dr Prof St Mme Mlle")
MORE_TITLES = {
    language: _any_of(words)
    for language, words in {
        "fr": "M. MM. Me",
        "es": "Sr. Sra. Srta. Dra. D. Dña.",
        "pt": "Sr. Sra. Dra.",
        "it": "Sig. Sig.ra Dott. On.",
        "nl": "Dhr. Mw.",
    }.items()
}

# A number follows these: p. 5, No. 3, § 12.
COUNTERS = _any_of("p. pp. No. Nos. Nr. Art. Vol. S. § §§ №")
# A range of numbers follows these, so that a hyphen there is none.
LEADING_TO_RANGES = _any_of("p. pp. page pages pg. S. Seiten Seite chapters lines verses ages aged Nos. стор. с. § §§")
