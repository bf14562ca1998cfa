/* Saves every word: each change goes to this browser's own store, and two seconds after the last key to the server's
   working copy. Brings other people's words in. What an earlier page left is recovered by recovery.js. */

import { csrfToken, request } from "../api.js"
import { backoff, isOwn, LONGEST, PAUSE, resolve, same, verdict } from "../decisions.js"
import { show } from "../findings.js"
import { announce, onTouched, read, said, storyForm, write } from "../page.js"
import { clock, localCopies, lockSheet, token, writer } from "./local-copies.js"
import { recoverAll } from "./recovery.js"
import { SaveState } from "./save-state.js"

const [BEAT, A_MOMENT, MOST_TRIES] = [4000, 50, 100]
// Characters that a request may have which outlives its page; browsers allow 64 kB.
const MOST_ALIVE = 20_000

/* Starts to save what is written on this page. */
export function startAutosave() {
  const script = document.getElementById("autosave")
  running = script && new Autosave(JSON.parse(script.textContent))
  running?.begin()
}
let running = null

/* Resolves to the number of the story once the server has all that stands on the page; to null where it can't have it. */
export const settled = async () => (running ? running.settle() : null)

class Autosave {
  constructor(data) {
    const { fields, writer: person, article, last, stored, stored_version: storedVersion } = data
    Object.assign(this, { data, person, article, last, names: fields, sheet: token(), failures: 0 })
    this.version = storedVersion ?? data.version
    this.atFirst = this.now = read(fields)
    this.base = stored ?? this.now
    this.isStale = this.version !== data.version
    this.shown = new SaveState()
    this.storeLocally = writer((error) => this.noteRoom(error))
  }

  get state() {
    return this.shown.state
  }

  showState(state, details) {
    this.shown.show(state, details)
  }

  /* Notes whether this browser has room for the words; when it has none, the server has to be quick. */
  noteRoom(error) {
    if (this.shown.noteRoom(!error)) this.pushIn(0)
  }

  async begin() {
    storyForm().elements.sheet.value = this.sheet
    lockSheet(this.sheet)
    onTouched(() => this.touched())
    storyForm().addEventListener("submit", (event) => this.submitted(event))
    this.shown.onChoice(() => this.pull().then((done) => done && this.push()))
    addEventListener("online", () => this.push())
    document.addEventListener("sheet:outdated", () => this.stand())
    document.addEventListener("sheet:save", () => this.saveNow())
    addEventListener("focus", () => csrfToken() && ["offline", "signed-out"].includes(this.state) && this.push())
    addEventListener("pagehide", () => this.leave())
    addEventListener("pageshow", (event) => {
      this.isLeaving = event.persisted ? false : this.isLeaving
    })
    const found = await localCopies().catch((error) => this.noteRoom(error) || [])
    await recoverAll(
      this,
      found.filter((copy) => copy.writer === this.person),
    )
    if (this.isStale) await this.pull()
    this.touched()
    this.push()
    this.beat()
    setInterval(() => this.beat(), BEAT)
  }

  // What is typed

  localCopy(more = {}) {
    const { sheet, person, article, version, base, now } = this
    return {
      sheet,
      writer: person,
      article,
      version,
      base,
      fields: now,
      at: Date.now(),
      dirty: !same(now, base),
      ...more,
    }
  }

  touched() {
    const now = read(this.names)
    if (same(now, this.now) && (this.state || same(now, this.base))) return
    this.now = now
    this.touchedAt = Date.now()
    this.storeLocally(this.localCopy())
    if (same(now, this.base)) return
    if (!["conflict", "signed-out", "offline", "saving"].includes(this.state)) this.showState("saving")
    this.changedAt ||= Date.now()
    this.pushIn(Math.min(PAUSE, Math.max(0, this.changedAt + LONGEST - Date.now())))
  }

  async settle() {
    this.touched()
    for (let tries = 0; tries < MOST_TRIES && (this.busy || !same(this.now, this.base)); tries += 1) {
      if (this.busy) await new Promise((done) => setTimeout(done, A_MOMENT))
      else await this.push()
    }
    return same(this.now, this.base) ? this.article : null
  }

  pushIn(milliseconds) {
    clearTimeout(this.timer)
    this.timer = setTimeout(
      () => this.push(),
      this.failures ? Math.max(milliseconds, backoff(this.failures)) : milliseconds,
    )
  }

  // To the server

  /* Saves at once, as a state that the history keeps: what the Save verb does, without leaving the page. */
  async saveNow() {
    this.touched()
    if (this.article === null && same(this.now, this.base)) return announce(gettext("There is nothing to save yet."))
    this.isToBeKept = true
    await (this.state === "conflict" ? this.pull() : this.push())
  }

  async push() {
    clearTimeout(this.timer)
    if (this.busy || this.isPutOff || this.isLeaving || (same(this.now, this.base) && !this.isToBeKept)) return
    this.busy = true
    const [sent, keep] = [this.now, Boolean(this.isToBeKept)]
    this.changedAt = 0
    // The browser never knows less than the server of this sheet, so what it has can always be put over it.
    await Promise.race([this.storeLocally(this.localCopy()), new Promise((done) => setTimeout(done, PAUSE))])
    const answer = await this.ask("autosave", { version: this.version, fields: sent, keep })
    this.busy = false
    const state = verdict(answer.status)
    if (state === "saved") {
      if (keep) this.isToBeKept = false
      this.arrived(sent, answer)
      if (keep && !answer.why) announce(gettext("Saved, also in the history."))
    } else if (state === "conflict") await this.pull()
    else if (state === "refused")
      this.showState("offline", { why: said(gettext("Not saved: %(why)s"), { why: answer.sentence }) })
    else {
      this.failures += 1
      this.showState(state, { why: answer.sentence })
      this.pushIn(0)
    }
  }

  arrived(sent, { article, version, refused, why, change, fragments }) {
    show(fragments)
    if (this.article === null) history.replaceState(history.state, "", change)
    this.article = article
    this.since(version, { ...sent, ...Object.fromEntries(refused.map((name) => [name, this.base[name]])) })
    if (why) this.showState("offline", { why: said(gettext("Saved all but this: %(why)s"), { why }) })
    else this.settled()
    document.dispatchEvent(new Event("sheet:saved"))
  }

  /* The page knows the story at `version`, which says `base`. */
  since(version, base) {
    this.failures = 0
    this.version = storyForm().elements.version.value = version
    this.base = base
    this.storeLocally(this.localCopy())
  }

  settled() {
    if (same(this.now, this.base) && !this.isToBeKept) return this.showState("saved", { at: clock(new Date()) })
    this.showState("saving")
    this.pushIn(PAUSE)
  }

  ask(what, asked, more = { signal: AbortSignal.timeout(30_000) }) {
    const address = this.article === null ? this.data.begin : `${this.data.stories}${this.article}/${what}/`
    return request(address, { sheet: this.sheet, writer: this.person, clock: this.data.clock, ...asked }, more)
  }

  // Other people's words

  /* Brings words and what is on the server together, and both onto the page: those of this page, or of a copy that an
     earlier one left. Returns whether that came to an end. */
  async pull(copy = null) {
    if (this.busy) return false
    this.busy = true
    this.isPutOff = false
    try {
      for (;;) {
        const before = read(this.names)
        if (copy && !this.isStale && !same(before, this.base)) return false // first what is on the page
        const asked = copy || { base: this.isStale ? null : this.base, fields: before }
        const reconciled = await this.ask("reconcile", { base: asked.base, mine: asked.fields })
        if (reconciled.status !== 200) {
          this.failures += 1
          this.showState(reconciled.status === 401 ? "signed-out" : "offline", { why: reconciled.sentence })
          this.pushIn(0)
          return false
        }
        if (!same(before, read(this.names))) continue // typed on meanwhile
        const fields = await this.chosen(reconciled)
        if (fields) this.takeIn(fields, reconciled)
        return Boolean(fields)
      }
    } finally {
      this.busy = false
    }
  }

  async chosen(reconciled) {
    if (!reconciled.view) return resolve(reconciled, [])
    this.showState("conflict", { why: said(gettext("%(by)s changed the same words."), reconciled) })
    const { choose } = await import("./edit-conflict.js")
    const isTyping = Date.now() - this.touchedAt < PAUSE - 500 // whose next keys a dialog would swallow
    const chosen = isTyping ? null : await choose(reconciled.view)
    this.isPutOff = !chosen // it can be made whenever the writer likes
    this.shown.offerChoice(this.isPutOff)
    return chosen && resolve(reconciled, chosen)
  }

  takeIn(fields, reconciled) {
    this.isStale = false
    const isNew = !same(reconciled.theirs, this.base)
    write(fields, reconciled.names)
    show(reconciled.fragments)
    this.now = read(this.names)
    this.since(reconciled.version, reconciled.theirs)
    document.dispatchEvent(new Event("story:changed"))
    if (isNew)
      document.querySelector("[data-kept]").textContent = said(
        gettext("What %(by)s wrote meanwhile is on this page now."),
        reconciled,
      )
    this.settled()
  }

  async beat() {
    if (this.article === null || this.isLeaving) return
    const { status, version, last, others, decided } = await this.ask("here", {})
    if (status !== 200) return
    if (this.decided && decided !== this.decided) this.stand()
    this.decided = decided
    document.querySelector("[data-presence]").textContent = others
    if (["offline", "signed-out"].includes(this.state) && this.failures) this.push()
    const isNews = version > this.version && !isOwn(last, this.sheet, this.version)
    if (isNews && same(this.now, this.base)) await this.pull() // else the next push meets it, after a pause
  }

  /* Asks how the story stands: something besides the words of this page has changed. */
  async stand() {
    if (this.article === null) return
    const { status, fragments } = await this.ask("standing", {})
    if (status !== 200) return
    show(fragments)
    document.dispatchEvent(new Event("story:changed"))
  }

  // Leaving

  submitted(event) {
    this.now = read(this.names)
    if (!same(this.now, this.base) && (this.state === "conflict" || this.failures)) {
      event.preventDefault() // the server can't take it now, and an error page instead of the story helps nobody
      this.shown.insist()
      return
    }
    this.isLeaving = true
    clearTimeout(this.timer)
    this.storeLocally(this.localCopy({ submitted: true }))
  }

  leave() {
    const last = { version: this.version, fields: this.now }
    const isSmall = JSON.stringify(last).length < MOST_ALIVE
    if (!this.isLeaving && !this.isPutOff && isSmall && !same(this.now, this.base))
      this.ask("autosave", last, { keepalive: true })
    if (this.article !== null) this.ask("left", {}, { keepalive: true })
  }
}
