// Bringing something in, and going through what came of it. Everything works without this; it only says what is going on and ticks faster.
for (const form of document.querySelectorAll('[data-busy-form]')) {
  const button = form.querySelector('[data-busy]');
  const words = button.querySelector('span');
  const usual = words.textContent;
  const tooLarge = form.querySelector('[data-too-large]');
  form.addEventListener('submit', event => {
    const files = [...form.querySelectorAll('input[type=file]')].flatMap(input => [...input.files]);
    tooLarge.hidden = files.reduce((sum, file) => sum + file.size, 0) <= Number(form.dataset.sizeLimit);
    if (!tooLarge.hidden) {
      event.preventDefault();
      return;
    }
    button.disabled = true;
    button.setAttribute('aria-busy', 'true');
    words.textContent = button.dataset.busy;
  });
  // Coming back by the browser's own button finds the form as it was left.
  addEventListener('pageshow', () => {
    button.disabled = false;
    button.removeAttribute('aria-busy');
    words.textContent = usual;
  });
}

for (const all of document.querySelectorAll('[data-tick-all]')) {
  const boxes = () => [...all.form.querySelectorAll('input[type=checkbox][data-tick]')];
  all.closest('label').hidden = boxes().length === 0;
  all.addEventListener('change', () => boxes().forEach(box => { box.checked = all.checked; }));
  all.form.addEventListener('change', event => {
    if (event.target !== all) {
      all.checked = boxes().every(box => box.checked);
    }
  });
}
