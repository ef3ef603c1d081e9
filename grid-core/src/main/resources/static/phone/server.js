// Talks to the server and tells apart: no network, signed out, refused, received.

const paths = document.querySelector('meta[name="phone-paths"]').dataset;
const PATIENCE = 30_000;
const PATIENCE_FOR_PHOTOS = 180_000;

export class Unreachable extends Error {}
export class SignedOut extends Error {}

async function ask(path, options = {}, patience = PATIENCE) {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), patience);
  try {
    const answer = await fetch(path, { credentials: 'same-origin', redirect: 'manual', cache: 'no-store', signal: stop.signal, ...options });
    // whoever is not signed in is sent to the sign-in page
    if (answer.type === 'opaqueredirect' || answer.status === 401) throw new SignedOut();
    if (answer.status === 429 || answer.status >= 500) throw new Unreachable();
    const isJson = (answer.headers.get('Content-Type') ?? '').includes('json');
    // a hotel's or a mast's own page is not our server
    if (answer.status === 200 && !isJson) throw new Unreachable();
    return { status: answer.status, ok: answer.ok, date: answer.headers.get('Date'), body: isJson ? await answer.json() : null };
  } catch (failed) {
    if (failed instanceof SignedOut) throw failed;
    throw new Unreachable();
  } finally {
    clearTimeout(timer);
  }
}

const headers = (form) => (form.token ? { [form.tokenHeader]: form.token } : {});
const sent = (form, json) => ({ method: 'POST', headers: { ...headers(form), 'Content-Type': 'application/json' }, body: JSON.stringify(json) });
const reason = (answer) => (answer.body?.problems ?? []).map((problem) => problem.message).join(' ');

/** Who is signed in, the kinds, the places, the token; and how far this clock is from the server's, in seconds. */
export async function form() {
  const answer = await ask(`${paths.api}/form`);
  if (!answer.ok) throw new Unreachable();
  const skew = answer.date ? Math.round((Date.now() - Date.parse(answer.date)) / 1000) : 0;
  return { ...answer.body, skew };
}

export async function report(form, record) {
  const answer = await ask(paths.api, sent(form, { ...record.report, id: record.id, device: true, writtenAt: record.writtenAt }));
  if (answer.ok) return { receipt: answer.body.receipt, at: answer.body.reportedAt, known: answer.status === 200 };
  return { refused: reason(answer) };
}

/** What the server has under the same id. */
export async function theirs(id) {
  const answer = await ask(`${paths.api}/${id}`);
  return answer.ok ? answer.body : null;
}

export async function photo(form, record, photo, blob) {
  const body = new FormData();
  body.append('file', blob, photo.name.replace(/\.[^.]*$/, '') + '.jpg');
  const answer = await ask(`${paths.api}/${record.id}/photos/${photo.id}`, { method: 'POST', headers: headers(form), body }, PATIENCE_FOR_PHOTOS);
  return answer.ok ? {} : { refused: reason(answer) };
}

export async function waiting(form, device, count, oldestSeconds) {
  await ask(paths.waiting, sent(form, { device, waiting: count, oldestSeconds }));
}
