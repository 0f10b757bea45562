// The card pages work without any of this; with it, searching answers while one types and a selection takes fewer presses.
import './parts/pickers.js';

// The kind decides which fields stand open; choosing one shows them at once, with everything typed.
const kindButton = document.querySelector('[data-kind-button]');
if (kindButton) {
  kindButton.hidden = true;
  document.addEventListener('change', event => {
    if (event.target.matches('[data-kind]')) {
      event.target.form.requestSubmit(kindButton);
    }
  });
}

for (const form of document.querySelectorAll('[data-selection]')) {
  const boxes = [...form.querySelectorAll('.rows input[type=checkbox]')];
  if (boxes.length === 0) {
    continue;
  }
  const all = form.querySelector('[data-all] input');
  const count = form.querySelector('[data-count]');
  const tell = () => {
    const ticked = boxes.filter(box => box.checked).length;
    count.textContent = count.dataset.text.replace('{0}', ticked);
    all.checked = ticked === boxes.length;
    all.indeterminate = ticked > 0 && ticked < boxes.length;
    form.querySelector('.bulkbar').hidden = ticked === 0;
  };
  form.querySelector('[data-all]').hidden = false;
  all.addEventListener('change', () => { boxes.forEach(box => { box.checked = all.checked; }); tell(); });
  form.addEventListener('change', tell);
  tell();
}

const keys = document.querySelector('[data-keys]');
if (keys) {
  keys.querySelector('[data-keys-help]').hidden = false;
  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.target.closest('input, textarea, select, details')) {
      return;
    }
    keys.querySelector(`[data-key="${CSS.escape(event.key.toLowerCase())}"]`)?.click();
  });
}
