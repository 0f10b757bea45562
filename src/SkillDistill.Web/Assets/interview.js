// Saves what is typed as it is typed. What could not be saved is kept in this browser until it is: a lost connection, a crash of either side or a second window loses nothing.
import { keep, keptHere, forget, unsavedElsewhere } from './parts/unsaved.js';

const wait = 700;
const retry = 4000;
const left = 10000;

for (const form of document.querySelectorAll('form[data-step]')) {
  watch(form);
}
unsavedElsewhere(document.querySelectorAll('form[data-step]'));

function watch(form) {
  const state = form.querySelector('[data-state]');
  let timer, running, dirty = false, leaving = false;

  const say = what => {
    state.textContent = state.dataset[what] ?? '';
    state.dataset.now = what;
  };

  async function save(reaching = false) {
    clearTimeout(timer);
    if (running) {
      await running;
    }
    if (!dirty) {
      return true;
    }
    dirty = false;
    say('saving');
    running = send(form, reaching);
    const outcome = await running;
    running = undefined;
    if (outcome === 'saved') {
      if (dirty) {
        // Typed on meanwhile, and by now upon newer words than when it was kept.
        keep(form);
      } else {
        // While this page is left, the next one may have been written before these words were saved: it finds them here, and sees that the server has them.
        if (!leaving) {
          forget(form);
        }
        say('saved');
      }
      return true;
    }
    say(outcome === 'secret' ? 'refused' : outcome);
    if (outcome === 'unsaved') {
      dirty = true;
      timer = setTimeout(save, retry);
    } else if (outcome === 'secret') {
      // A password is kept nowhere, this browser included. Anything else that was refused waits here until it can be saved.
      forget(form);
    }
    return false;
  }

  form.addEventListener('input', () => {
    dirty = true;
    keep(form);
    clearTimeout(timer);
    timer = setTimeout(save, wait);
  });
  addEventListener('online', () => save());
  addEventListener('beforeunload', () => {
    leaving = true;
    // A download, or whoever stays after all.
    setTimeout(() => { leaving = false; }, left);
  });
  addEventListener('pagehide', () => { if (dirty) { save(true); } });

  // A button saves first. It goes on only when that worked, so that nobody ends on a page that cannot be reached.
  form.addEventListener('submit', async event => {
    const button = event.submitter;
    if (button?.hasAttribute('data-keep-mine')) {
      takeSeen(form);
      dirty = true;
    }
    if (!dirty && !running) {
      busy(event, button);
      return;
    }
    event.preventDefault();
    if (await save()) {
      // A form that is being submitted cannot be submitted: in a task of its own.
      setTimeout(() => form.requestSubmit(button));
    }
  });

  // What takes its time says so, and is done once. A button that is switched off would not say what it does, so it stays on.
  function busy(event, button) {
    if (form.hasAttribute('aria-busy')) {
      event.preventDefault();
    } else if (button?.dataset.busy) {
      form.setAttribute('aria-busy', 'true');
      button.querySelector('span').textContent = state.textContent = button.dataset.busy;
    }
  }
  addEventListener('pageshow', event => {
    if (event.persisted && form.hasAttribute('aria-busy')) {
      location.reload();
    }
  });

  if (keptHere(form)) {
    dirty = true;
    save();
  }
}

async function send(form, reaching) {
  let response;
  try {
    response = await fetch(form.dataset.save, { method: 'POST', body: new FormData(form), keepalive: reaching });
  } catch {
    return 'unsaved';
  }
  if (response.redirected || response.status === 401 || response.status === 400) {
    return 'signedOut';
  }
  if (response.status === 200 || response.status === 409 || response.status === 422) {
    const answer = new DOMParser().parseFromString(await response.text(), 'text/html');
    show(form, answer, response.status);
    return response.status === 200 ? 'saved' : answer.querySelector('[data-secret]') ? 'secret' : 'refused';
  }
  return response.status >= 500 ? 'unsaved' : 'signedOut';
}

// Takes over what the server says beside the fields, and never what stands in them.
function show(form, answer, status) {
  const closed = answer.querySelector('[data-closed]');
  if (closed) {
    form.querySelector('[data-state]').dataset.refused = closed.textContent;
  }
  for (const row of answer.querySelectorAll('[data-slot]')) {
    const here = form.querySelector(`.answer[data-slot="${row.dataset.slot}"]`);
    if (!here) {
      continue;
    }
    const overtaken = row.querySelector('[data-overtaken]');
    here.querySelector('[data-overtaken]').innerHTML = overtaken.innerHTML;
    here.dataset.newest = row.dataset.seen;
    if (overtaken.childElementCount === 0) {
      here.querySelector('[data-seen]').value = row.dataset.seen;
    }
    further(here, row);
    for (const error of row.querySelectorAll('[data-error-for]')) {
      const field = form.elements.namedItem(error.dataset.errorFor);
      const place = here.querySelector(`[data-error-for="${CSS.escape(error.dataset.errorFor)}"]`);
      if (place) {
        place.innerHTML = error.innerHTML;
        field?.classList?.toggle('input-validation-error', error.querySelector('.field-validation-error') !== null);
      }
    }
  }
  const beside = answer.querySelector('[data-beside]');
  const place = form.closest('.step').querySelector('[data-beside]');
  if (beside && status === 200 && !place.contains(document.activeElement)) {
    place.innerHTML = beside.innerHTML;
  }
}

// Follow-ups come when the writer pauses elsewhere, not under their hands: a question that is being answered stays, and new ones wait until the field is left.
function further(here, row) {
  const now = here.querySelector('[data-further]');
  const fresh = row.querySelector('[data-further]');
  const kinds = part => [...part.querySelectorAll('[data-follow-up], [data-exclusion], [data-ask-model], [data-apply]')].map(one => one.dataset.followUp ?? one.textContent).join();
  if (now.contains(document.activeElement) || kinds(now) === kinds(fresh)) {
    return;
  }
  const typed = new Map([...now.querySelectorAll('textarea')].map(area => [area.name, area.value]));
  now.innerHTML = fresh.innerHTML;
  for (const area of now.querySelectorAll('textarea')) {
    area.value = typed.get(area.name) ?? area.value;
  }
}

function takeSeen(form) {
  for (const row of form.querySelectorAll('.answer[data-newest]')) {
    row.querySelector('[data-seen]').value = row.dataset.newest;
    row.querySelector('[data-overtaken]').innerHTML = '';
  }
}

document.addEventListener('click', event => {
  const link = event.target.closest('[data-take-theirs]');
  if (link) {
    forget(link.closest('form'));
  }
});
