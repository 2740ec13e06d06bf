// Filled in when the page is built: what belongs to it, and a mark of all of it together.
const version = '%VERSION%'
const files = %FILES%
// The rich editor weighs ten times the rest, and a phone never shows it: kept once it was fetched.
const editor = %EDITOR%

const built = `bylaw-${version}`
// Samples that were opened: kept from version to version, and replaced whenever they can be fetched.
const visited = 'bylaw-visited'

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(built)
      .then((cache) => cache.addAll(files.map((file) => new Request(file, { cache: 'reload' }))))
      .then(() => self.skipWaiting()),
  )
})

self.addEventListener('activate', (event) => {
  const isOld = (name) => name.startsWith('bylaw-') && name !== built && name !== visited
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter(isOld).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  )
})

self.addEventListener('message', (event) => {
  if (event.data === 'editor') event.waitUntil(caches.open(built).then((cache) => cache.addAll(editor)))
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== self.location.origin) return
  const path = url.pathname.slice(new URL('./', self.location.href).pathname.length)
  // A policy's folder is as it is on the disk now, or not there.
  if (/^(?:folder\.json$|history\.json$|folder\/|data\/|history\/)/.test(path)) return
  if (path === '' || path === 'index.html') event.respondWith(newest(request, built, './'))
  else if (path.startsWith('samples/')) event.respondWith(newest(request, visited, request))
  else event.respondWith(caches.match(request).then((found) => found ?? fetch(request)))
})

// The page itself is asked for first: after an upgrade it names other files, and the old ones may be gone.
async function newest(request, cacheName, key) {
  const cache = await caches.open(cacheName)
  try {
    const response = await fetch(request)
    if (response.ok && cacheName === visited) await cache.put(key, response.clone())
    return response
  } catch (error) {
    const found = (await cache.match(key)) ?? (await caches.match(key))
    if (found) return found
    throw error
  }
}
