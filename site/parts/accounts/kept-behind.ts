// Notes that were kept stay for the same member; all else this browser knows of them goes, as it does at every signing out.
const isKept = (key: string) => /^draft:[^:]+:captures$/.test(key)

try {
  for (const key of Object.keys(localStorage)) if (!isKept(key)) localStorage.removeItem(key)
  sessionStorage.clear()
} catch {
  // a browser that keeps nothing has nothing to forget
}

if ('caches' in window) for (const name of await caches.keys()) await caches.delete(name)
if ('indexedDB' in window && 'databases' in indexedDB)
  for (const { name } of await indexedDB.databases()) if (name) indexedDB.deleteDatabase(name)
for (const worker of (await navigator.serviceWorker?.getRegistrations()) ?? []) await worker.unregister()

export {}
