// The page of the phone. Without script it is a plain form; with script, what a person writes is first kept on the device and
// then sent, now or whenever there is a network.

import * as form from './form.js';
import * as list from './list.js';
import * as outbox from './outbox.js';
import * as rescue from './rescue.js';
import { SignedOut } from './server.js';
import * as vault from './vault.js';
import { ask, note, say } from './words.js';

const paths = document.querySelector('meta[name="phone-paths"]').dataset;
const element = (id) => document.getElementById(id);
const PAUSES = [5, 15, 60, 300];
const MOST_SKEW = 300;
const SHORTEST_PASSPHRASE = 8;

let pauses = 0;
let timer;
let who = null;

/* ---- views ---- */

function route() {
  const wanted = location.hash.slice(1);
  const view = ['report', 'mine'].includes(wanted) ? wanted : 'home';
  document.querySelectorAll('main > section').forEach((section) => section.classList.toggle('on', section.id === view));
  scrollTo(0, 0);
}

/** Who is signed in; without a network, who was last. */
const login = async () => who?.login ?? (await vault.setting('form'))?.login;

async function refresh() {
  const own = await login();
  await list.show(own, then);
  const unsent = (await outbox.unsent()).filter((record) => record.login === own);
  const line = element('waiting');
  line.textContent = unsent.length ? say('kept', unsent.length) : line.dataset.hint;
  line.classList.toggle('count', unsent.length > 0);
}

function network() {
  element('net').textContent = navigator.onLine ? say('online') : say('offline');
  element('net').classList.toggle('off', !navigator.onLine);
}

/* ---- sending ---- */

/** One tab at a time, and again after a while as long as something waits. */
async function send() {
  clearTimeout(timer);
  const run = () => sendNow().catch((failed) => console.warn('phone', failed));
  if (navigator.locks) await navigator.locks.request('qiangcun-phone-send', { ifAvailable: true }, (lock) => (lock ? run() : null));
  else await run();
  await refresh();
  const left = (await outbox.unsent()).some((record) => ['WAITING', 'PHOTOS'].includes(record.state));
  if (!left) pauses = 0;
  else timer = setTimeout(send, PAUSES[Math.min(pauses++, PAUSES.length - 1)] * 1000);
}

async function sendNow() {
  try {
    who = await outbox.send(refresh);
    form.offer(who);
    pauses = 0;
    note('sign-in', '');
    note('first', '');
    note('clock', Math.abs(who.skew) > MOST_SKEW ? say('clock', Math.round(Math.abs(who.skew) / 60)) : '', 'warn');
    const others = (await outbox.unsent()).filter((record) => record.login !== who.login);
    note('another', others.length ? say('another', others.length) : '', 'warn');
  } catch (failed) {
    if (!(failed instanceof SignedOut)) return;
    const line = note('sign-in', say('signIn'), 'warn');
    const link = document.createElement('a');
    link.href = paths.signIn;
    link.textContent = ` ${say('again')}`;
    line.append(link);
  }
}

async function keep(state) {
  const own = await login();
  if (!own) {
    note('first', say('first'), 'bad');
    return;
  }
  try {
    if (!(await form.keep(own, state))) return;
  } catch (failed) {
    // the form still holds it
    note('room', say('noRoom'), 'bad');
    return;
  }
  note('room', '');
  location.hash = 'mine';
  await refresh();
  navigator.storage?.persist?.();
  pauses = 0;
  if (state === 'WAITING') await send();
}

const then = {
  send,
  changed: refresh,
  address: (id) => `${paths.event}/${id}`,
  async edit(record) {
    await form.edit(record);
    location.hash = 'report';
  },
};

/* ---- rescue ---- */

function passphrase() {
  const typed = element('passphrase').value;
  if (typed.length >= SHORTEST_PASSPHRASE) return typed;
  note('rescue', say('passphraseShort', SHORTEST_PASSPHRASE), 'bad');
  return null;
}

async function exportAll() {
  const words = passphrase();
  if (!words) return;
  const own = await login();
  const records = (await vault.records()).filter((record) => record.login === own && record.state !== 'SENT');
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await rescue.pack(records, words));
  link.download = `${new Date().toISOString().slice(0, 10)}.qiangcun`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  note('rescue', say('exported', records.length), 'ok');
}

async function importAll(event) {
  const [file] = event.target.files;
  const words = file && passphrase();
  event.target.value = '';
  const own = await login();
  if (!words || !own) return;
  try {
    note('rescue', say('imported', await rescue.unpack(file, words, own)), 'ok');
    await send();
  } catch (failed) {
    note('rescue', failed instanceof rescue.WrongPassphrase ? say('wrongPassphrase') : say('damaged'), 'bad');
  }
}

/* ---- leaving ---- */

/** What is unsent is not lost without a warning; then nothing is left behind. */
async function leave(event) {
  event.preventDefault();
  const own = await login();
  const records = await vault.records();
  const kept = records.filter((record) => record.login === own && record.state !== 'SENT');
  if (kept.length && !(await ask(say('signOut', kept.length)))) return;
  if (records.every((record) => record.login === own)) await vault.wipe();
  else for (const record of records.filter((one) => one.login === own)) await vault.remove(record.id);
  event.target.submit();
}

/* ---- beginning ---- */

async function begin() {
  document.documentElement.classList.add('js');
  element('waiting').dataset.hint = element('waiting').textContent;
  route();
  network();
  const known = await vault.setting('form');
  if (known) form.offer(known);
  else if (paths.shell === 'true') note('first', say('first'), 'bad');
  if (document.querySelector('#errors p')) location.hash = 'report';

  addEventListener('hashchange', route);
  addEventListener('online', () => {
    network();
    pauses = 0;
    send();
  });
  addEventListener('offline', network);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') send();
  });
  element('report-form').addEventListener('submit', (event) => {
    event.preventDefault();
    keep('WAITING');
  });
  element('draft').addEventListener('click', () => keep('DRAFT'));
  element('send-now').addEventListener('click', send);
  element('export').addEventListener('click', exportAll);
  element('import').addEventListener('change', importAll);
  element('sign-out')?.addEventListener('submit', leave);
  await send();
}

async function serve() {
  if (!('serviceWorker' in navigator) || paths.offline !== 'true') return;
  await navigator.serviceWorker.register(paths.worker, { scope: paths.scope, updateViaCache: 'none' });
}

if (vault.isPossible()) {
  begin();
  serve().catch((failed) => console.warn('phone', failed));
}
