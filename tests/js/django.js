// Django's functions for translated words, as its script gives them to a page, without a translation.
globalThis.gettext = (words) => words
globalThis.ngettext = (one, many, number) => (number === 1 ? one : many)
globalThis.interpolate = (words, places) => words.replace(/%\((\w+)\)s/g, (_, name) => places[name])
