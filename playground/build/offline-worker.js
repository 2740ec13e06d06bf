// Filled in when the page is built: what belongs to it, and a mark of all of it together.
const version = '%VERSION%'
const files = %FILES%
// The rich editor weighs ten times the rest, and a phone never shows it: kept once it was fetched.
const editor = %EDITOR%

const built = `bylaw-${version}`
// Samples that were opened: kept from version to version, and replaced whenever they can be fetched.
const visited = 'bylaw-visited'

// A build that is there already goes on serving the pages that are open: this one waits until a page asks for it.
self.addEventListener('install', (event) => event.waitUntil(keepBuild()))

async function keepBuild() {
  const cache = await caches.open(built)
  await cache.addAll(files.map((file) => new Request(file, { cache: 'reload' })))
  // Where another build took the place of this one just now, its page would name files that are not here.
  const page = await (await cache.match('./')).text()
  const named = page.match(/assets\/[\w.-]+/g) ?? []
  if (!named.every((name) => files.includes(`./${name}`))) {
    await caches.delete(built)
    throw new Error('another build is being put here')
  }
  const before = await (await caches.open(visited)).keys()
  await Promise.all(before.map((request) => fetchVisited(request).catch(() => undefined)))
}

async function fetchVisited(request) {
  const response = await fetch(request.url, { cache: 'no-cache' })
  if (response.ok) await (await caches.open(visited)).put(request, response)
}

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => {
        const others = names.filter((name) => name.startsWith('bylaw-') && name !== built && name !== visited)
        // The one before it stays: a second page that is still open fetches its views from there.
        return Promise.all(others.slice(0, -1).map((name) => caches.delete(name)))
      })
      .then(() => self.clients.claim()),
  )
})

self.addEventListener('message', (event) => {
  const { data, ports } = event
  if (data === 'editor') event.waitUntil(caches.open(built).then((cache) => cache.addAll(editor)))
  if (data === 'take over') self.skipWaiting()
  // Whether a page is of this build: its first script bears the mark of all that it leads to.
  if (data.script !== undefined)
    ports[0].postMessage(files.some((file) => new URL(file, self.location.href).href === data.script))
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
  else event.respondWith(kept(request))
})

/** From this build, else from one that a page still stands on or that waits: what has one name is the same in all. */
async function kept(request) {
  const own = await (await caches.open(built)).match(request)
  return own ?? (await caches.match(request)) ?? fetch(request)
}

// The page itself is asked for first: after an upgrade it names other files, and the old ones may be gone.
async function newest(request, cacheName, key) {
  const cache = await caches.open(cacheName)
  try {
    const response = await fetch(request, { cache: 'no-cache' })
    if (response.ok && cacheName === visited) await cache.put(key, response.clone())
    return response
  } catch (error) {
    const found = (await cache.match(key)) ?? (await caches.match(key))
    if (found) return found
    throw error
  }
}
