// The outbox as the person sees it: what waits, what arrived under which code, and what somebody has to decide.

import { kindName } from './form.js';
import { stateOf } from './outbox.js';
import { ask, button, make, say, when } from './words.js';
import * as vault from './vault.js';

const list = document.getElementById('records');
const LOOKS = { DRAFT: 'draft', WAITING: 'waiting', PHOTOS: 'waiting', SENT: 'sent', REFUSED: 'refused', CONFLICT: 'conflict' };

function stateText(record) {
  const photos = record.photos.filter((photo) => !photo.sent).length;
  switch (record.state) {
    case 'DRAFT': return say('draft');
    case 'WAITING': return say('waiting');
    case 'PHOTOS': return say('photosLeft', photos);
    case 'SENT': return say('sent');
    case 'CONFLICT': return say('conflict');
    default: return say('refused');
  }
}

/**
 * What somebody else wrote on this phone is not shown.
 * @param then what the page does next: {edit(record), send(), changed(), address(id)}
 */
export async function show(login, then) {
  const records = (await vault.records()).filter((record) => record.login === login).reverse();
  list.replaceChildren(...(records.length ? records.map((record) => item(record, then)) : [make('li', '', say('none'))]));
}

function item(record, then) {
  const { report } = record;
  const line = make('li', LOOKS[record.state],
    make('p', 'state', stateText(record)),
    make('p', '', `${kindName(report.kind)} · ${when(record.writtenAt)}`),
    make('p', '', report.content.slice(0, 80)),
    record.receipt ? make('p', 'receipt tnum', `${say('receipt')} ${record.receipt}`) : null,
    record.photos.length ? make('p', 'small', say('photos', record.photos.length)) : null,
    ...[record.problem, ...record.photos.map((photo) => photo.problem)].filter(Boolean).map((text) => make('p', 'problem', text)));
  line.dataset.state = record.state;
  if (record.state === 'CONFLICT') line.append(versions(record));
  line.append(make('div', 'tools', ...tools(record, then)));
  return line;
}

function versions({ report, theirs }) {
  const one = (title, version) => make('div', '', `${title}\n${kindName(version.kind)}\n${version.content}\n${version.spot ?? ''}`.trim());
  return make('div', 'versions', one(say('mine'), report), one(say('theirs'), theirs));
}

function tools(record, then) {
  const again = async (changed) => {
    await vault.save({ ...record, ...changed });
    await then.send();
  };
  const gone = button(say('delete'), async () => {
    if (record.state !== 'SENT' && !(await ask(say('deleteSure')))) return;
    await vault.remove(record.id);
    await then.changed();
  }, 'bad');
  const open = make('a', '', say('look'));
  open.href = then.address(record.id);
  switch (record.state) {
    case 'DRAFT':
    case 'WAITING':
      return [button(say('edit'), () => then.edit(record)), gone];
    case 'REFUSED':
      return record.receipt
        ? [button(say('withoutPhoto'), () => withoutPhotos(record, then)), open]
        : [button(say('edit'), () => then.edit(record)), button(say('resend'), () => again({ state: 'WAITING', problem: '' })), gone];
    case 'CONFLICT':
      return [button(say('keepTheirs'), () => again({ state: stateOf(record), theirs: undefined, report: { ...record.report, ...pick(record.theirs) } })),
        button(say('sendMine'), () => sendMine(record, then))];
    case 'SENT':
      return [open, gone];
    default:
      return [];
  }
}

const pick = ({ kind, place, content, spot }) => ({ kind, place, content, spot });

/** What the server will not have is given up; the report itself has long arrived. */
async function withoutPhotos(record, then) {
  for (const photo of record.photos.filter((one) => one.problem)) await vault.dropPhoto(photo.id);
  const left = { ...record, problem: '', photos: record.photos.filter((photo) => !photo.problem) };
  await vault.save({ ...left, state: stateOf(left) });
  await then.send();
}

/** Theirs stays as it is, mine goes as a report of its own. */
async function sendMine(record, then) {
  const unsent = record.photos.filter((photo) => !photo.sent);
  const moved = await Promise.all(unsent.map(async (photo) => ({ ...photo, id: vault.uuid(), blob: await vault.photo(photo.id) })));
  const mine = { ...record, id: vault.uuid(), state: 'WAITING', receipt: '', theirs: undefined, changedAt: new Date().toISOString(),
    photos: moved.map(({ blob, ...photo }) => photo) };
  await vault.save(mine, moved.filter((photo) => photo.blob));
  for (const photo of unsent) await vault.dropPhoto(photo.id);
  await vault.save({ ...record, state: 'SENT', theirs: undefined, report: { ...record.report, ...pick(record.theirs) },
    photos: record.photos.filter((photo) => photo.sent) });
  await then.send();
}
