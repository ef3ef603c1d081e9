// Answers for the page of the phone when there is no network, and for no other page: its shell, which is about nobody, and
// the files it is made of. VERSION, PAGE, SHELL and FILES stand above, written by the server.

const CACHE = `qiangcun-phone-${VERSION}`;
const PATIENCE = 4000;

self.addEventListener('install', (event) => event.waitUntil(fill().then(() => self.skipWaiting())));
self.addEventListener('activate', (event) => event.waitUntil(tidy().then(() => self.clients.claim())));
self.addEventListener('fetch', (event) => {
  const { method, mode, url } = event.request;
  const { origin, pathname } = new URL(url);
  if (method !== 'GET' || origin !== self.location.origin) return;
  if (mode === 'navigate' && pathname === PAGE) event.respondWith(page(event.request));
  else if (FILES.includes(pathname)) event.respondWith(file(event.request, pathname));
});

async function fill() {
  const cache = await caches.open(CACHE);
  // who is not signed in gets no shell, and the worker is installed another time
  const shell = await fetch(SHELL, { credentials: 'same-origin', redirect: 'error', cache: 'no-store' });
  if (!shell.ok) throw new Error(`No shell: ${shell.status}`);
  await Promise.all([cache.put(SHELL, shell), cache.addAll(FILES)]);
}

async function tidy() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith('qiangcun-phone-') && name !== CACHE).map((name) => caches.delete(name)));
}

/** The network first, for a while; then what is kept. What the network says is never kept. */
async function page(request) {
  const network = fetch(request);
  const late = new Promise((done) => setTimeout(done, PATIENCE));
  try {
    const answer = await Promise.race([network, late]);
    if (answer && answer.status < 500) return answer;
  } catch (noNetwork) {
    // what is kept, then
  }
  return (await (await caches.open(CACHE)).match(SHELL)) ?? network;
}

async function file(request, pathname) {
  return (await (await caches.open(CACHE)).match(pathname)) ?? fetch(request);
}
