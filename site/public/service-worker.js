// Keeps one page for the time without a network. Everything else always comes fresh.
const SHELF = 'offline-3'
const CAPTURE = '/mentoring/outreach/new'
// What that page is made of: styles, scripts, and the logo of the community.
const PARTS = /\/(?:_astro|media\/logos)\/[\w./-]+/g

self.addEventListener('install', (event) => {
  event.waitUntil(keepOfflinePage().then(() => self.skipWaiting()))
})

self.addEventListener('activate', (event) => {
  event.waitUntil(self.clients.claim())
})

self.addEventListener('fetch', (event) => {
  const { pathname, origin } = new URL(event.request.url)
  if (
    event.request.mode === 'navigate' &&
    event.request.method === 'GET' &&
    origin === self.location.origin &&
    pathname === CAPTURE
  )
    event.respondWith(openCapture(event.request))
  else if (event.request.mode === 'navigate')
    event.respondWith(fetch(event.request).catch(() => caches.match('/offline')))
  else if (new URL(event.request.url).pathname.search(PARTS) === 0)
    event.respondWith(
      fetch(event.request).catch(() => caches.match(event.request).then((kept) => kept ?? Response.error())),
    )
})

self.addEventListener('push', (event) => {
  event.waitUntil(show(event.data?.json() ?? {}))
})

// A press on a notice goes where it leads: in a window that is open already, or in a new one.
self.addEventListener('notificationclick', (event) => {
  event.notification.close()
  event.waitUntil(open(new URL(event.notification.data?.url ?? '/inbox', self.location.origin)))
})

// The browser renewed its subscription by itself: the house has to learn the new one.
self.addEventListener('pushsubscriptionchange', (event) => {
  event.waitUntil(subscribeAgain(event.oldSubscription))
})

async function show({ title = 'Something happened', body = '', url = '/inbox', tag, unread }) {
  if (unread > 0) await self.navigator.setAppBadge?.(unread).catch(() => {})
  await self.registration.showNotification(title, {
    body,
    tag,
    data: { url },
    icon: '/icon-192.png',
    badge: '/icon-192.png',
  })
}

async function open(url) {
  const ours = url.origin === self.location.origin ? url : new URL('/inbox', self.location.origin)
  const [window] = await self.clients.matchAll({ type: 'window', includeUncontrolled: true })
  if (!window) return self.clients.openWindow(ours)
  await window.focus()
  return window.navigate(ours).catch(() => self.clients.openWindow(ours))
}

async function subscribeAgain(old) {
  if (!old) return
  const { endpoint, keys } = (await self.registration.pushManager.subscribe(old.options)).toJSON()
  const body = JSON.stringify({ endpoint, publicKey: keys.p256dh, secret: keys.auth })
  await fetch('/api/push-subscriptions', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body })
}

// Where somebody notes whom they met opens without a network too, as it was when it was last opened with one.
async function openCapture(request) {
  const page = await fetch(request).catch(() => undefined)
  const shelf = await caches.open(SHELF)
  if (!page) return (await shelf.match(CAPTURE)) ?? caches.match('/offline')
  if (page.ok && !page.redirected) await keepCapture(shelf, page.clone()).catch(() => {})
  return page
}

async function keepCapture(shelf, page) {
  const words = await page.clone().text()
  await shelf.put(CAPTURE, page)
  await shelf.addAll([...new Set(words.match(PARTS))])
}

async function keepOfflinePage() {
  const shelf = await caches.open(SHELF)
  const page = await fetch('/offline')
  const words = await page.clone().text()
  await shelf.put('/offline', page)
  await shelf.addAll([...new Set(words.match(PARTS))])
}
