/* Words kept in this browser, in IndexedDB: a copy for each open sheet. The browser has written a copy to the disk
   when its promise is kept (durability "strict"), so a killed browser, or machine, finds it again. */

import { element } from "../page.js"

const STORE = "sheets"
let opened

function database() {
  opened ||= new Promise((resolve, reject) => {
    const request = indexedDB.open("newsroom", 1)
    request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: "sheet" })
    request.onsuccess = () => {
      request.result.onclose = () => {
        opened = undefined
      }
      resolve(request.result)
    }
    request.onerror = () => {
      opened = undefined
      reject(request.error)
    }
  })
  return opened
}

async function run(mode, act) {
  const transaction = (await database()).transaction(STORE, mode, { durability: "strict" })
  const request = act(transaction.objectStore(STORE))
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve(request.result)
    transaction.onabort = transaction.onerror = () => reject(transaction.error || request.error)
  })
}

/* All copies, the oldest first. */
export const localCopies = async () => (await run("readonly", (store) => store.getAll())).sort((a, b) => a.at - b.at)
export const removeLocalCopy = (sheet) => run("readwrite", (store) => store.delete(sheet))

/* A function that writes copies: one write at a time, and of those that wait only the newest, so that no queue stands
   between the last key and the disk. `told(error or null)` is called after each write. */
export function writer(told) {
  let waiting = null
  let busy = null
  const work = async () => {
    while (waiting) {
      const copy = waiting
      waiting = null
      await run("readwrite", (store) => store.put(copy)).then(() => told(null), told)
    }
    busy = null
  }
  return (copy) => {
    waiting = copy
    busy ||= work()
    return busy
  }
}

/* Holds the sheet as this page's own for as long as it is open; false if another page holds it. Browsers have locks on
   safe origins only; elsewhere each page believes to be alone. */
export function lockSheet(sheet) {
  if (!navigator.locks) return Promise.resolve(true)
  return new Promise((resolve) => {
    navigator.locks.request(`newsroom-sheet-${sheet}`, { ifAvailable: true }, (lock) => {
      resolve(Boolean(lock))
      return lock && new Promise(() => {})
    })
  })
}

/* A new token for a sheet (a UUID; also where `crypto.randomUUID` is missing, which is on unsafe origins). */
export function token() {
  const address = URL.createObjectURL(new Blob())
  URL.revokeObjectURL(address)
  return address.slice(-36)
}

/* A moment as a clock's time. */
export const clock = (at) => at.toLocaleTimeString([], { hour: "2-digit", minute: "2-digit", hourCycle: "h23" })

/* Links to the stories whose words lie in these copies, below the address of all stories. */
export const linksTo = (copies, stories) =>
  copies.map(({ article, fields, at }) => {
    const href = article === null ? `${stories}add/` : `${stories}${article}/change/`
    return element("a", { href }, `${fields.headline || gettext("an untitled story")} (${clock(new Date(at))})`)
  })
