// Larger letters, more contrast and reading aloud on pages that anybody opens. Kept by the browser, before anything is drawn.

(() => {
  const SIZES = [18, 22, 26, 30];
  const root = document.documentElement;
  const read = () => {
    try {
      return Number(localStorage.getItem('elder')) || 0;
    } catch {
      return 0;
    }
  };
  const keep = (size) => {
    try {
      if (size) localStorage.setItem('elder', size);
      else localStorage.removeItem('elder');
    } catch {
      // the browser keeps nothing; the page at hand is larger all the same
    }
  };
  let size = read();
  const apply = () => {
    if (SIZES.includes(size)) root.dataset.elder = size;
    else delete root.dataset.elder;
  };
  apply();

  document.addEventListener('DOMContentLoaded', () => {
    const tools = document.querySelector('[data-elder-tools]');
    if (!tools) return;
    tools.hidden = false;
    const elder = tools.querySelector('button[data-elder]');
    const larger = tools.querySelector('button[data-larger]');
    const elderOn = elder.textContent;
    const show = () => {
      const on = SIZES.includes(size);
      elder.textContent = on ? elder.dataset.elderOff : elderOn;
      elder.setAttribute('aria-pressed', String(on));
      larger.hidden = !on || size === SIZES[SIZES.length - 1];
    };
    const set = (next) => {
      size = next;
      keep(size);
      apply();
      show();
    };
    elder.addEventListener('click', () => set(SIZES.includes(size) ? 0 : SIZES[0]));
    larger.addEventListener('click', () => {
      set(SIZES[Math.min(SIZES.indexOf(size) + 1, SIZES.length - 1)]);
      if (larger.hidden) elder.focus();
    });
    show();

    const aloud = tools.querySelector('button[data-aloud]');
    if (!('speechSynthesis' in window)) return;
    aloud.hidden = false;
    const begin = aloud.textContent;
    const quiet = () => {
      aloud.textContent = begin;
      aloud.setAttribute('aria-pressed', 'false');
    };
    aloud.addEventListener('click', () => {
      if (aloud.getAttribute('aria-pressed') === 'true') {
        speechSynthesis.cancel();
        quiet();
        return;
      }
      const parts = document.querySelector('main').innerText.split(/\n+/).filter((part) => part.trim());
      speechSynthesis.cancel();
      parts.forEach((part, at) => {
        const words = new SpeechSynthesisUtterance(part);
        words.lang = 'zh-CN';
        words.rate = 0.9;
        if (at === parts.length - 1) words.onend = quiet;
        speechSynthesis.speak(words);
      });
      aloud.textContent = aloud.dataset.stop;
      aloud.setAttribute('aria-pressed', 'true');
    });
    addEventListener('pagehide', () => speechSynthesis.cancel());
  });
})();
