// What the device keeps. Everything a person wrote is sealed with a key that no script can read out; only what is needed
// to find a record (its id, whose it is, how far it is, when it was written) stands beside it.

const NAME = 'qiangcun-phone';
const STORES = ['keys', 'records', 'photos', 'settings'];

let opening;

export const isPossible = () => Boolean(window.isSecureContext && window.crypto?.subtle && window.indexedDB);

export function uuid() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

const answer = (request) => new Promise((yes, no) => {
  request.onsuccess = () => yes(request.result);
  request.onerror = () => no(request.error);
});

function database() {
  opening = opening ?? new Promise((yes, no) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => {
      const made = request.result;
      made.createObjectStore('keys');
      made.createObjectStore('settings');
      made.createObjectStore('records', { keyPath: 'id' });
      made.createObjectStore('photos', { keyPath: 'id' }).createIndex('record', 'record');
    };
    request.onsuccess = () => yes(request.result);
    request.onerror = () => no(request.error);
  });
  return opening;
}

/** All of it or nothing: resolves when it is safe on the disk. */
async function change(stores, work) {
  const base = await database();
  return new Promise((yes, no) => {
    const transaction = base.transaction(stores, 'readwrite');
    transaction.oncomplete = () => yes();
    transaction.onerror = () => no(transaction.error);
    transaction.onabort = () => no(transaction.error);
    work(transaction);
  });
}

async function read(store, work) {
  return answer(work((await database()).transaction(store).objectStore(store)));
}

async function key() {
  const known = await read('keys', (keys) => keys.get('aes'));
  if (known) return known;
  const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  // two tabs may be first at the same moment; the one that is stored counts
  await change(['keys'], (transaction) => {
    transaction.objectStore('keys').add(made, 'aes').onerror = (event) => {
      event.preventDefault();
      event.stopPropagation();
    };
  });
  return read('keys', (keys) => keys.get('aes'));
}

const text = new TextEncoder();

async function seal(id, bytes) {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  return { iv, sealed: await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: text.encode(id) }, await key(), bytes) };
}

async function unseal(id, { iv, sealed }) {
  return crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData: text.encode(id) }, await key(), sealed);
}

const sealText = (id, value) => seal(id, text.encode(JSON.stringify(value)));
const unsealText = async (id, row) => JSON.parse(new TextDecoder().decode(await unseal(id, row)));

/** What is looked at without opening it lies beside what is sealed. */
async function row({ id, login, state, writtenAt, ...rest }) {
  return { id, login, state, writtenAt, changedAt: rest.changedAt, ...(await sealText(id, rest)) };
}

/** A record with its new photos ({id, blob}), in one piece. */
export async function save(record, photos = []) {
  const kept = await row(record);
  const sealed = [];
  for (const photo of photos) {
    sealed.push({ id: photo.id, record: record.id, ...(await seal(photo.id, await photo.blob.arrayBuffer())) });
  }
  await change(['records', 'photos'], (transaction) => {
    transaction.objectStore('records').put(kept);
    sealed.forEach((photo) => transaction.objectStore('photos').put(photo));
  });
}

/**
 * A record as it follows from one that was read, unless somebody has written it anew since then.
 *
 * @returns whether it was saved
 */
export async function saveAfter(before, record) {
  const next = await row(record);
  let saved = false;
  await change(['records'], (transaction) => {
    const store = transaction.objectStore('records');
    store.get(next.id).onsuccess = ({ target }) => {
      const now = target.result;
      if (!now || (now.changedAt ?? before.changedAt) !== before.changedAt) return;
      store.put(next);
      saved = true;
    };
  });
  return saved;
}

async function opened({ iv, sealed, ...row }) {
  return { ...row, ...(await unsealText(row.id, { iv, sealed })) };
}

export async function records() {
  const rows = await read('records', (records) => records.getAll());
  const all = await Promise.all(rows.map(opened));
  return all.sort((one, other) => one.writtenAt.localeCompare(other.writtenAt));
}

export async function record(id) {
  const row = await read('records', (records) => records.get(id));
  return row && opened(row);
}

export async function photo(id) {
  const row = await read('photos', (photos) => photos.get(id));
  return row && new Blob([await unseal(id, row)], { type: 'image/jpeg' });
}

export const dropPhoto = (id) => change(['photos'], (transaction) => transaction.objectStore('photos').delete(id));

export async function remove(id) {
  const photos = await read('photos', (all) => all.index('record').getAllKeys(id));
  await change(['records', 'photos'], (transaction) => {
    transaction.objectStore('records').delete(id);
    photos.forEach((one) => transaction.objectStore('photos').delete(one));
  });
}

export async function setting(name) {
  const row = await read('settings', (settings) => settings.get(name));
  return row && unsealText(name, row);
}

export async function set(name, value) {
  const row = await sealText(name, value);
  await change(['settings'], (transaction) => transaction.objectStore('settings').put(row, name));
}

/** Which device this is: a number that says nothing about it. */
export async function device() {
  const known = await setting('device');
  if (known) return known;
  await set('device', uuid());
  return setting('device');
}

/** Forgets everything, the key first of all. */
export const wipe = () => change(STORES, (transaction) => STORES.forEach((store) => transaction.objectStore(store).clear()));
