// Search fields that show what fits while one types. What is chosen is a ticked box in the form, as it is without script.
function later(action) {
  let timer;
  return () => { clearTimeout(timer); timer = setTimeout(action, 200); };
}

async function search(address, words) {
  const response = await fetch(`${address}?q=${encodeURIComponent(words)}`, { headers: { Accept: 'application/json' } });
  return response.ok ? response.json() : [];
}

function line(pick) {
  const text = document.createElement('span');
  text.textContent = pick.label;
  if (pick.note) {
    const note = document.createElement('span');
    note.className = 'quiet';
    note.textContent = ` ${pick.note}`;
    text.append(note);
  }
  return text;
}

function choose(picker, pick) {
  const id = pick.id.replaceAll('-', '');
  const known = picker.querySelector(`input[type=checkbox][value="${id}"]`);
  if (known) {
    known.checked = true;
    return;
  }
  const label = document.createElement('label');
  label.className = 'form-check';
  const box = Object.assign(document.createElement('input'), { type: 'checkbox', className: 'form-check-input', name: picker.dataset.name, value: id, checked: true });
  const text = line(pick);
  text.className = 'form-check-label';
  label.append(box, text);
  picker.querySelector('[data-chosen]').append(label);
}

for (const picker of document.querySelectorAll('[data-picker]')) {
  const field = picker.querySelector('input[type=search]');
  const results = picker.querySelector('[data-results]');
  const show = later(async () => {
    const words = field.value.trim();
    const picks = words ? await search(picker.dataset.picker, words) : [];
    if (field.value.trim() !== words) {
      return;
    }
    results.replaceChildren(...picks.map(pick => {
      const item = document.createElement('li');
      const button = Object.assign(document.createElement('button'), { type: 'button', className: 'menu-item' });
      button.append(line(pick));
      button.addEventListener('click', () => { choose(picker, pick); field.value = ''; results.hidden = true; field.focus(); });
      item.append(button);
      return item;
    }));
    results.hidden = picks.length === 0;
  });
  field.addEventListener('input', show);
  field.addEventListener('keydown', event => {
    if (event.key === 'Enter' && !results.hidden) {
      event.preventDefault();
      results.querySelector('button').click();
    } else if (event.key === 'Escape') {
      results.hidden = true;
    } else if (event.key === 'ArrowDown' && !results.hidden) {
      event.preventDefault();
      results.querySelector('button').focus();
    }
  });
}

// A plain text field whose list of proposals follows what is typed.
for (const field of document.querySelectorAll('[data-suggest]')) {
  field.addEventListener('input', later(async () => {
    const picks = field.value.trim() ? await search(field.dataset.suggest, field.value.trim()) : [];
    if (picks.length > 0) {
      field.list.replaceChildren(...picks.map(pick => Object.assign(document.createElement('option'), { value: pick.label })));
    }
  }));
}
