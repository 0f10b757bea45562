// Looks again each second until every step is done; the page tells the same without this.
const progress = document.querySelector('[data-progress]');

const look = async () => {
  const response = await fetch(location.href);
  if (!response.ok) {
    return;
  }
  const now = new DOMParser().parseFromString(await response.text(), 'text/html').querySelector('[data-progress]');
  progress.replaceChildren(...now.childNodes);
  if (now.dataset.progress === 'open') {
    setTimeout(look, 1000);
  }
};

if (progress.dataset.progress === 'open') {
  setTimeout(look, 500);
}
