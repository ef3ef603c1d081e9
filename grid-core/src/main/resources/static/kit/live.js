// A page that others change while somebody looks at it: the server says "look again", htmx asks for what is new.
// Without script, or without the stream, the page shows it when it is loaded again.

const live = document.querySelector('[data-live]');
if (live && 'EventSource' in window) {
  const news = new EventSource(live.dataset.live);
  news.addEventListener('news', () => live.dispatchEvent(new CustomEvent('news')));
  addEventListener('pagehide', () => news.close());
}
