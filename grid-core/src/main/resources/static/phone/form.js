// The form: filled in by a person, kept as a record before anything is sent.

import { smaller } from './photos.js';
import { button, make, say } from './words.js';
import * as vault from './vault.js';

const MOST_PHOTOS = 20;
const form = document.getElementById('report-form');
const errors = document.getElementById('errors');
const thumbs = document.getElementById('thumbs');
const located = document.getElementById('located');
const field = (name) => form.elements.namedItem(name);

let editing = null;
let point = null;
let photos = [];

/** From what the device keeps, where the page came without a network. */
export function offer({ kinds, places }) {
  const box = document.getElementById('kinds');
  if (!box.children.length) {
    box.append(...kinds.filter((kind) => kind.code.length === 2).map((kind) => {
      const radio = make('input');
      Object.assign(radio, { type: 'radio', name: 'kind', value: kind.code });
      return make('label', '', radio, make('span', '', kind.name));
    }));
  }
  const select = field('place');
  if (select.options.length < 2) {
    select.append(...places.map((place) => new Option(place.name, place.code)));
  }
  if (!select.value && places.length) select.value = ownPlace(places);
}

/** Grids and villages report at home; above them the place has to be chosen. */
const ownPlace = (places) => (places[0].code.length >= 12 ? places[0].code : '');

export const kindName = (code) => form.querySelector(`input[name=kind][value="${CSS.escape(code)}"] + span`)?.textContent ?? code;

export function clear() {
  const place = field('place').value;
  form.reset();
  field('place').value = place;
  editing = null;
  point = null;
  photos = [];
  located.textContent = '';
  errors.textContent = '';
  draw();
}

export async function edit(record) {
  clear();
  editing = record;
  const { report } = record;
  form.querySelectorAll('input[name=kind]').forEach((radio) => (radio.checked = radio.value === report.kind));
  ['content', 'place', 'spot', 'result'].forEach((name) => (field(name).value = report[name] ?? ''));
  field('urgent').checked = Boolean(report.urgent);
  point = report.longitude ? { longitude: report.longitude, latitude: report.latitude } : null;
  located.textContent = point ? say('placed', '') : '';
  photos = await Promise.all(record.photos.map(async (photo) => ({ ...photo, blob: await vault.photo(photo.id) })));
  draw();
}

/** @returns the record, or null if something is missing, which is then said */
export async function keep(login, state) {
  const report = {
    kind: form.querySelector('input[name=kind]:checked')?.value ?? '',
    content: field('content').value.trim(),
    place: field('place').value,
    spot: field('spot').value.trim(),
    result: field('result').value.trim(),
    urgent: field('urgent').checked,
    ...point,
  };
  const missing = state === 'DRAFT' ? [] : [
    ...(report.kind ? [] : [say('chooseKind')]),
    ...(report.content ? [] : [say('write')]),
    ...(report.place ? [] : [say('choosePlace')]),
  ];
  errors.replaceChildren(...missing.map((text) => make('p', '', text)));
  if (missing.length) {
    errors.scrollIntoView();
    return null;
  }
  const now = new Date().toISOString();
  const record = {
    receipt: '', problem: '', writtenAt: now, ...editing,
    id: editing?.id ?? vault.uuid(), login, state, report, changedAt: now,
    photos: photos.map(({ id, name, sent }) => ({ id, name, sent: Boolean(sent) })),
  };
  const here = await vault.record(record.id);
  // received while it was being edited: what is here now is sent, and compared with what they have
  if (here?.receipt) Object.assign(record, { receipt: here.receipt });
  await vault.save(record, photos.filter((photo) => photo.isNew));
  clear();
  return record;
}

function draw() {
  thumbs.replaceChildren(...photos.map((photo) => {
    const item = make('li');
    if (photo.blob) {
      const image = make('img');
      image.alt = photo.name;
      image.src = URL.createObjectURL(photo.blob);
      image.onload = () => URL.revokeObjectURL(image.src);
      item.append(image);
    }
    if (!photo.sent) {
      item.append(button(say('delete'), () => {
        photos = photos.filter((one) => one !== photo);
        draw();
      }));
    }
    return item;
  }));
}

field('files').addEventListener('change', async (event) => {
  const chosen = [...event.target.files];
  const wrong = [];
  for (const file of chosen) {
    if (photos.length >= MOST_PHOTOS) {
      wrong.push(say('tooManyPhotos', MOST_PHOTOS));
      break;
    }
    const blob = await smaller(file);
    if (blob) photos.push({ id: vault.uuid(), name: file.name, blob, isNew: true });
    else wrong.push(say('notPhoto', file.name));
  }
  // they are with us now; the field itself would send them as they are
  event.target.value = '';
  errors.replaceChildren(...wrong.map((text) => make('p', '', text)));
  draw();
});

document.getElementById('locate').addEventListener('click', () => {
  if (!navigator.geolocation) {
    located.textContent = say('noPlace');
    return;
  }
  located.textContent = say('locating');
  navigator.geolocation.getCurrentPosition(
    ({ coords }) => {
      point = { longitude: Number(coords.longitude.toFixed(6)), latitude: Number(coords.latitude.toFixed(6)) };
      located.textContent = say('placed', Math.round(coords.accuracy));
    },
    () => {
      point = null;
      located.textContent = say('noPlace');
    },
    { enableHighAccuracy: true, timeout: 20_000, maximumAge: 60_000 },
  );
});
