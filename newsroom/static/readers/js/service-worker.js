// Stands between pages and the network: answers only where the network does not, with what the reader has on the device.

const isOurs = ({ pathname }) => !/^\/(admin|preview|read|csp-reports|healthz|readyz)\b/.test(pathname)

self.addEventListener("install", () => self.skipWaiting())
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()))
self.addEventListener("fetch", (event) => {
  const { request } = event
  const address = new URL(request.url)
  if (request.method !== "GET" || address.origin !== self.location.origin || !isOurs(address)) return
  if (request.mode === "navigate" || /^\/(static|photos)\//.test(address.pathname)) event.respondWith(answer(request))
})

async function answer(request) {
  try {
    return await fetch(request)
  } catch (error) {
    const found = await caches.match(request, { ignoreSearch: true, ignoreVary: true })
    const instead = request.mode === "navigate" ? await caches.match("/kept/", { ignoreVary: true }) : undefined
    if (found ?? instead) return found ?? instead
    throw error
  }
}
