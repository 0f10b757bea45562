// Words that could not be saved yet, in this browser alone: by person, step and window, and gone as soon as they are saved. By window, since two may hold
// different words for one step, and what one of them saves must not take away what the other could not.
const prefix = 'skilldistill.unsaved.';
const thisWindow = windowName();

const stepOf = form => `${prefix}${form.dataset.owner}.${form.dataset.step}`;
const nameOf = form => `${stepOf(form)}|${thisWindow}`;
const stepIn = name => name.split('|')[0];

export function keep(form) {
  const rows = [...form.querySelectorAll('.answer')].map(row => ({
    slot: row.dataset.slot,
    seen: row.querySelector('[data-seen]').value,
    parts: Object.fromEntries([...row.querySelectorAll('textarea, input:not([type=hidden]), select')].map(field => [partOf(field), field.type === 'checkbox' ? field.checked : field.value])),
  }));
  try {
    localStorage.setItem(nameOf(form), JSON.stringify({ title: form.querySelector('.question').textContent, address: form.getAttribute('action'), rows }));
  } catch {
    // A full or forbidden store: the words still stand in the field.
  }
}

export function forget(form) {
  localStorage.removeItem(nameOf(form));
}

// Puts back what was not saved, in this window or in one that is closed by now. Returns whether there was anything that the server does not have.
export function keptHere(form) {
  for (const name of namesOf(step => step === stepOf(form)).sort((one, other) => (other === nameOf(form)) - (one === nameOf(form)))) {
    const kept = read(name);
    localStorage.removeItem(name);
    if (kept && putBack(form, kept)) {
      localStorage.setItem(nameOf(form), JSON.stringify(kept));
      return true;
    }
  }
  return false;
}

function putBack(form, kept) {
  let differs = false;
  for (const row of kept.rows) {
    const here = form.querySelector(`.answer[data-slot="${CSS.escape(row.slot)}"]`) ?? blankRow(form);
    if (!here) {
      continue;
    }
    take(here, row.slot);
    for (const field of here.querySelectorAll('textarea, input:not([type=hidden]), select')) {
      const value = row.parts[partOf(field)];
      if (value === undefined || value === (field.type === 'checkbox' ? field.checked : field.value)) {
        continue;
      }
      differs = true;
      if (field.type === 'checkbox') {
        field.checked = value;
      } else {
        field.value = value;
      }
    }
    // What was typed on top of older words is shown as a conflict, not put over the newer ones.
    if (differs) {
      here.querySelector('[data-seen]').value = row.seen;
    }
  }
  return differs;
}

// Says where words wait that belong to a step which is not on this page, unless the server has them by now.
export async function unsavedElsewhere(forms) {
  const list = document.querySelector('[data-unsaved]');
  if (!list) {
    return;
  }
  const here = new Set([...forms].map(stepOf));
  for (const name of namesOf(step => step.startsWith(`${prefix}${list.dataset.owner}.`) && !here.has(step))) {
    const kept = read(name);
    if (kept && await isMissing(name, kept)) {
      const item = document.createElement('li');
      item.append(Object.assign(document.createElement('a'), { href: kept.address, textContent: kept.title }));
      list.querySelector('ul').append(item);
      list.hidden = false;
    }
  }
}

async function isMissing(name, kept) {
  try {
    const page = new DOMParser().parseFromString(await (await fetch(kept.address)).text(), 'text/html');
    const form = [...page.querySelectorAll('form[data-step]')].find(form => stepOf(form) === stepIn(name));
    if (!form || putBack(form, kept)) {
      return true;
    }
    localStorage.removeItem(name);
    return false;
  } catch {
    return true;
  }
}

function namesOf(wanted) {
  try {
    return Object.keys(localStorage).filter(name => wanted(stepIn(name)));
  } catch {
    return [];
  }
}

function read(name) {
  try {
    return JSON.parse(localStorage.getItem(name));
  } catch {
    return null;
  }
}

const partOf = field => field.name.slice(field.name.indexOf('.Parts['));

function blankRow(form) {
  return [...form.querySelectorAll('.answer')].find(row => row.querySelector('[data-seen]').value === '0'
    && [...row.querySelectorAll('textarea, input:not([type=hidden]), select')].every(field => field.type === 'checkbox' ? !field.checked : field.value === ''));
}

// A row that was never saved gets a new name with each page; it keeps the one that its words were typed under, so that they cannot become two answers.
function take(row, slot) {
  if (row.dataset.slot !== slot) {
    row.dataset.slot = slot;
    row.querySelector('input[name$=".Slot"]').value = slot;
  }
}

// The same through reloads, and another in another window.
function windowName() {
  try {
    const name = sessionStorage.getItem(prefix) ?? `${Date.now().toString(36)}${Math.random().toString(36).slice(2)}`;
    sessionStorage.setItem(prefix, name);
    return name;
  } catch {
    return 'only';
  }
}
