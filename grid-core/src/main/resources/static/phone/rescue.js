// A file with everything that waits, locked with a passphrase: for the day on which a phone is to be changed or repaired.

import * as vault from './vault.js';

const FORMAT = 'qiangcun-rescue-1';
const ROUNDS = 310_000;

export class WrongPassphrase extends Error {}
export class Damaged extends Error {}

const encode = (bytes) => {
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
};
const decode = (text) => Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));

async function keyOf(passphrase, salt) {
  const words = await crypto.subtle.importKey('raw', new TextEncoder().encode(passphrase.normalize('NFKC')), 'PBKDF2', false, ['deriveKey']);
  return crypto.subtle.deriveKey({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations: ROUNDS }, words, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}

export async function pack(records, passphrase) {
  const photos = [];
  for (const { id } of records.flatMap((record) => record.photos).filter((photo) => !photo.sent)) {
    const blob = await vault.photo(id);
    if (blob) photos.push({ id, bytes: encode(new Uint8Array(await blob.arrayBuffer())) });
  }
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const plain = new TextEncoder().encode(JSON.stringify({ records, photos }));
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, await keyOf(passphrase, salt), plain);
  const file = { format: FORMAT, salt: encode(salt), iv: encode(iv), sealed: encode(new Uint8Array(sealed)) };
  return new Blob([JSON.stringify(file)], { type: 'application/json' });
}

/** Puts back what is not here yet; what is here already is left as it is. */
export async function unpack(file, passphrase, login) {
  let locked;
  try {
    locked = JSON.parse(await file.text());
  } catch (noJson) {
    throw new Damaged();
  }
  if (locked.format !== FORMAT) throw new Damaged();
  let plain;
  try {
    plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: decode(locked.iv) }, await keyOf(passphrase, decode(locked.salt)), decode(locked.sealed));
  } catch (wrong) {
    throw new WrongPassphrase();
  }
  const { records, photos } = JSON.parse(new TextDecoder().decode(plain));
  const blobs = new Map(photos.map((photo) => [photo.id, new Blob([decode(photo.bytes)], { type: 'image/jpeg' })]));
  let taken = 0;
  for (const record of records) {
    if (await vault.record(record.id)) continue;
    const own = record.photos.filter((photo) => blobs.has(photo.id)).map((photo) => ({ id: photo.id, blob: blobs.get(photo.id) }));
    await vault.save({ ...record, login }, own);
    taken += 1;
  }
  return taken;
}
