// Small comforts on top of pages that work without them.

const words = document.querySelector('meta[name="kit-words"]')?.dataset ?? {};
const say = (text, ...values) => values.reduce((so, value, at) => so.replace(`{${at}}`, value), text ?? '');

/* htmx: every request carries the token that forms carry as a field. */
document.addEventListener('htmx:configRequest', (event) => {
  const token = document.querySelector('meta[name="_csrf"]')?.content;
  const header = document.querySelector('meta[name="_csrf_header"]')?.content;
  if (token && header) event.detail.headers[header] = token;
});

/* A form is sent once, however often the button is pressed. */
document.addEventListener('submit', (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.dataset.again !== undefined) return;
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  if (form.method === 'get') return;
  form.dataset.sent = 'yes';
  // after this turn, so that the pressed button's own name and value still travel
  setTimeout(() => form.querySelectorAll('button:not([type=button])').forEach((button) => (button.disabled = true)));
});
addEventListener('pageshow', (event) => {
  if (!event.persisted) return;
  document.querySelectorAll('form[data-sent]').forEach((form) => {
    delete form.dataset.sent;
    form.querySelectorAll('button').forEach((button) => (button.disabled = false));
  });
});

/* <button data-confirm="question">: asks in a dialog. Without script the button simply acts,
   so what cannot be undone uses the fragment kit/forms :: confirm instead. */
document.addEventListener('click', (event) => {
  const button = event.target.closest?.('button[data-confirm]');
  if (!button || button.dataset.confirmed || typeof HTMLDialogElement === 'undefined') return;
  event.preventDefault();
  const dialog = document.createElement('dialog');
  const text = document.createElement('p');
  text.id = 'kit-question';
  text.textContent = button.dataset.confirm;
  dialog.setAttribute('aria-labelledby', text.id);
  const actions = document.createElement('div');
  actions.className = 'actions';
  const yes = choice(button.classList.contains('danger') ? 'btn danger' : 'btn pri', button.dataset.confirmLabel ?? words.confirm);
  const no = choice('btn', words.cancel);
  actions.append(yes, no);
  dialog.append(text, actions);
  document.body.append(dialog);
  no.addEventListener('click', () => dialog.close());
  yes.addEventListener('click', () => {
    dialog.close();
    button.dataset.confirmed = 'yes';
    button.click();
    delete button.dataset.confirmed;
  });
  dialog.addEventListener('close', () => {
    dialog.remove();
    button.focus();
  });
  dialog.showModal();
  no.focus();
});

function choice(classes, label) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = classes;
  button.textContent = label;
  return button;
}

/* textarea[data-limit]: how many characters are left. */
function count(area) {
  const limit = Number(area.dataset.limit);
  if (!limit) return;
  const note = document.createElement('p');
  note.className = 'count';
  note.id = `${area.id}-count`;
  area.after(note);
  area.setAttribute('aria-describedby', `${area.getAttribute('aria-describedby') ?? ''} ${note.id}`.trim());
  const show = () => {
    const left = limit - area.value.replace(/\r?\n/g, '\r\n').length;
    note.textContent = left < 0 ? say(words.over, -left) : say(words.left, left);
    note.classList.toggle('over', left < 0);
  };
  area.addEventListener('input', show);
  show();
}

/* input[type=file]: says at once what the server would refuse. */
function checkFiles(input) {
  const limit = Number(input.dataset.maxBytes);
  const kinds = (input.accept || '').split(',').map((kind) => kind.trim().toLowerCase()).filter(Boolean);
  const fits = (file) => !kinds.length || kinds.some((kind) => kind.startsWith('.')
    ? file.name.toLowerCase().endsWith(kind)
    : kind.endsWith('/*') ? file.type.startsWith(kind.slice(0, -1)) : file.type === kind);
  input.addEventListener('change', () => {
    const problems = [...input.files].flatMap((file) => [
      ...(limit && file.size > limit ? [say(words.tooBig, file.name, Math.floor(limit / 1048576))] : []),
      ...(fits(file) ? [] : [say(words.wrongType, file.name)]),
    ]);
    const together = Number(words.maxBytes);
    if (together && [...input.files].reduce((sum, file) => sum + file.size, 0) > together) {
      problems.push(say(words.tooMuch, Math.floor(together / 1048576)));
    }
    let note = document.getElementById(`${input.id}-check`);
    if (!note) {
      note = document.createElement('p');
      note.id = `${input.id}-check`;
      note.className = 'err';
      note.setAttribute('role', 'alert');
      input.before(note);
    }
    note.textContent = problems.join(' ');
    if (problems.length) {
      input.value = '';
      input.setAttribute('aria-invalid', 'true');
    } else {
      input.removeAttribute('aria-invalid');
    }
  });
}

/* <output data-adds="debit">: what the fields with data-amount="debit" of the same form add up to. */
function addUp(form) {
  const cents = (text) => Math.round(Number(text.normalize('NFKC').replace(/[\s,\u00a5\u5143]/g, '')) * 100) || 0;
  form.querySelectorAll('output[data-adds]').forEach((output) => {
    const sum = [...form.querySelectorAll(`input[data-amount="${output.dataset.adds}"]`)].reduce((so, field) => so + cents(field.value), 0);
    output.value = (sum / 100).toLocaleString('en', { minimumFractionDigits: 2 });
  });
}
document.addEventListener('input', (event) => {
  if (event.target.dataset?.amount) addUp(event.target.form);
});

function enliven(root) {
  root.querySelectorAll('textarea[data-limit]').forEach(count);
  root.querySelectorAll('input[type=file]').forEach(checkFiles);
}
enliven(document);
document.addEventListener('htmx:load', (event) => {
  if (event.detail.elt !== document.body) enliven(event.detail.elt);
});

/* Errors: in the order of the fields, with their labels; the title says so and the summary takes the focus. */
const errors = document.querySelector('[data-errors]');
if (errors) {
  const field = (item) => document.getElementById(item.querySelector('a')?.hash.slice(1) ?? '');
  [...errors.querySelectorAll('li')]
    .filter(field)
    .sort((a, b) => (field(a).compareDocumentPosition(field(b)) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1))
    .forEach((item) => {
      const label = field(item).closest('fieldset')?.querySelector('legend') ?? field(item).labels?.[0];
      if (label) item.querySelector('a').prepend(`${label.textContent.trim()}：`);
      item.parentElement.append(item);
    });
  document.title = say(words.errorTitle, document.title);
  errors.focus();
}

/* Menus close like menus: by a click beside them, by Escape, and when another one opens. */
for (const menu of document.querySelectorAll('details[data-menu]')) {
  document.addEventListener('click', (event) => {
    if (!menu.contains(event.target)) menu.open = false;
  });
  menu.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    menu.open = false;
    menu.querySelector('summary').focus();
  });
}

/* On a phone the main menu waits behind a button. */
document.querySelector('.nav-toggle')?.addEventListener('click', (event) => {
  const open = document.getElementById('navigation').classList.toggle('open');
  event.currentTarget.setAttribute('aria-expanded', String(open));
});

/* The way back from an error page is the browser's own, which keeps what was typed. */
document.querySelector('a[data-back]')?.addEventListener('click', (event) => {
  if (history.length < 2 || !document.referrer.startsWith(location.origin)) return;
  event.preventDefault();
  history.back();
});

/* Paper shows what is folded on the screen. */
addEventListener('beforeprint', () =>
  document.querySelectorAll('main details:not(.confirm):not([open])').forEach((folded) => {
    folded.open = true;
    addEventListener('afterprint', () => (folded.open = false), { once: true });
  }),
);
