// The words of the page come with the page, from the message bundle.

const words = document.querySelector('meta[name="phone-words"]').dataset;

export const say = (name, ...values) => values.reduce((text, value, at) => text.replace(`{${at}}`, value), words[name] ?? '');

/** An element with a class, a text and children. */
export function make(tag, className = '', ...content) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...content.filter((one) => one !== null && one !== undefined && one !== ''));
  return element;
}

export function button(label, act, className = '') {
  const made = make('button', className, label);
  made.type = 'button';
  made.addEventListener('click', act);
  return made;
}

const two = (number) => String(number).padStart(2, '0');

export function when(moment) {
  const at = new Date(moment);
  return `${two(at.getMonth() + 1)}-${two(at.getDate())} ${two(at.getHours())}:${two(at.getMinutes())}`;
}

const dialog = document.getElementById('ask');

/** Asks before something that cannot be undone. */
export function ask(question) {
  if (!dialog.showModal) return Promise.resolve(window.confirm(question));
  document.getElementById('ask-text').textContent = question;
  dialog.returnValue = '';
  dialog.showModal();
  return new Promise((done) => dialog.addEventListener('close', () => done(dialog.returnValue === 'yes'), { once: true }));
}
dialog.querySelectorAll('button').forEach((choice) => choice.addEventListener('click', () => dialog.close(choice.value)));

const notes = document.getElementById('notes');

/** One line at the top of the page, which stays until the next one of its kind. */
export function note(kind, text, tone = '') {
  notes.querySelector(`[data-kind="${kind}"]`)?.remove();
  if (!text) return null;
  const line = make('p', `note ${tone}`, text);
  line.dataset.kind = kind;
  notes.append(line);
  return line;
}
