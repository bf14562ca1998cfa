// What readers set themselves, put on the page at once. A plain script, since a module would come after the first paint.
try {
  const { size = "", light = "" } = JSON.parse(localStorage.getItem("reader")) ?? {}
  Object.assign(document.documentElement.dataset, { size, light })
} catch {
  // the store is shut: pages are as the site has them
}
