// Keeps one page for the time without a network. Everything else always comes fresh.
const SHELF = 'offline-1'

self.addEventListener('install', (event) => {
  event.waitUntil(keepOfflinePage().then(() => self.skipWaiting()))
})

self.addEventListener('activate', (event) => {
  event.waitUntil(self.clients.claim())
})

self.addEventListener('fetch', (event) => {
  if (event.request.mode === 'navigate') event.respondWith(fetch(event.request).catch(() => caches.match('/offline')))
  else if (new URL(event.request.url).pathname.startsWith('/_astro/'))
    event.respondWith(
      fetch(event.request).catch(() => caches.match(event.request).then((kept) => kept ?? Response.error())),
    )
})

async function keepOfflinePage() {
  const shelf = await caches.open(SHELF)
  const page = await fetch('/offline')
  const words = await page.clone().text()
  await shelf.put('/offline', page)
  await shelf.addAll([...new Set(words.match(/\/_astro\/[\w.-]+/g))])
}
