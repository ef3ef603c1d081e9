// Carries what waits to the server, one after the other. Whatever happens on the way, the record stays here until the server
// has acknowledged it; sent twice it is taken in once, because its id is its own.

import * as server from './server.js';
import * as vault from './vault.js';

const KEPT_DAYS = 7;
export const UNSENT = ['WAITING', 'PHOTOS', 'REFUSED', 'CONFLICT'];

const isNewer = (one, other) => one.changedAt !== other.changedAt;
const differs = (theirs, report) => ['kind', 'place', 'content', 'spot'].some((field) => (theirs[field] ?? '') !== (report[field] ?? ''));

/** What of a form a device keeps: everything but the token. */
const kept = ({ login, post, person, kinds, places }) => ({ login, post, person, kinds, places });

export async function unsent() {
  return (await vault.records()).filter((record) => UNSENT.includes(record.state));
}

/** Tells the supervisor how many wait and for how long, and nothing else. */
async function tell(form) {
  const mine = (await unsent()).filter((record) => record.login === form.login);
  const oldest = Math.min(...mine.map((record) => Date.parse(record.writtenAt)));
  const seconds = mine.length ? Math.max(0, Math.round((Date.now() - oldest) / 1000)) : 0;
  const said = await vault.setting('told');
  if (!mine.length && said === 0) return;
  await server.waiting(form, await vault.device(), mine.length, seconds);
  await vault.set('told', mine.length);
}

/** @param changed called whenever a record has moved on */
export async function send(changed) {
  const form = await server.form();
  await vault.set('form', kept(form));
  const due = (await vault.records()).filter((record) => record.login === form.login && ['WAITING', 'PHOTOS'].includes(record.state));
  if (due.length) await tell(form);
  for (const record of due) {
    await carry(form, record);
    await changed();
  }
  await tell(form);
  await forgetOld();
  return form;
}

async function carry(form, record) {
  let now = record;
  if (now.state === 'WAITING') {
    const answer = await server.report(form, now);
    let here;
    do {
      here = await vault.record(record.id);
      if (!here) return;
      now = await acknowledged(answer, record, here);
    } while (!(await vault.saveAfter(here, now)));
  }
  if (now.state === 'PHOTOS') await carryPhotos(form, now);
}

async function acknowledged(answer, sent, here) {
  if (answer.refused !== undefined) {
    return isNewer(here, sent) ? here : { ...here, state: 'REFUSED', problem: answer.refused };
  }
  const received = { ...here, receipt: answer.receipt, receivedAt: answer.at, problem: '' };
  // known before, or written anew while it was on its way: perhaps they have another version
  if (answer.known || isNewer(here, sent)) {
    const theirs = await server.theirs(here.id);
    if (theirs && differs(theirs, here.report)) return { ...received, state: 'CONFLICT', theirs };
  }
  return { ...received, state: stateOf(received) };
}

/** How far a record is that the server has received. */
export function stateOf(record) {
  if (record.photos.some((photo) => photo.problem)) return 'REFUSED';
  return record.photos.some((photo) => !photo.sent) ? 'PHOTOS' : 'SENT';
}

/** Each photo for itself: what is there stays there, and the next goes on. */
async function carryPhotos(form, record) {
  for (const photo of record.photos.filter((one) => !one.sent && !one.problem)) {
    const blob = await vault.photo(photo.id);
    const answer = blob ? await server.photo(form, record, photo, blob) : {};
    if (answer.refused === undefined) photo.sent = true;
    else photo.problem = answer.refused;
    await vault.save({ ...record, state: stateOf(record) });
    if (photo.sent) await vault.dropPhoto(photo.id);
  }
}

async function forgetOld() {
  const before = new Date(Date.now() - KEPT_DAYS * 86_400_000).toISOString();
  for (const record of await vault.records()) {
    if (record.state === 'SENT' && record.writtenAt < before) await vault.remove(record.id);
  }
}
