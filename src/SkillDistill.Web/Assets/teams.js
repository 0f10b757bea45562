// The team tree works without any of this, through each team's own page; with it a team is dragged to its place, or moved from a list of places by the keyboard.
// Both end in the same question and the same form.

const dialog = document.getElementById('move-team');
const places = dialog.querySelector('select');
const all = document.getElementById('Form_ParentId');
const top = document.querySelector('[data-top]');
const nameOf = team => team.querySelector('[data-name]').textContent;

function ask(team, parent) {
  dialog.querySelector('[data-what]').textContent = nameOf(team);
  dialog.querySelector('[name=team]').value = team.dataset.team;
  dialog.querySelector('[name=seen]').value = team.dataset.seen;
  places.replaceChildren(...[...all.options].map(option => option.cloneNode(true)));
  const below = new Set([team, ...team.querySelectorAll('[data-team]')].map(one => one.dataset.team));
  for (const option of places.options) {
    option.disabled = below.has(option.value);
  }
  places.value = parent;
  dialog.showModal();
  places.focus();
}

document.addEventListener('click', event => {
  const move = event.target.closest('[data-move]');
  if (move) {
    event.preventDefault();
    const team = move.closest('[data-team]');
    ask(team, team.dataset.parent);
  }
  if (event.target.closest('[data-cancel]')) {
    dialog.close();
  }
});

// Dragging by pointer events and not by the browser's drag and drop, which touch screens do not have everywhere.
const edge = 70;
const unfoldsAfter = 600;
let drag = null;

document.addEventListener('pointerdown', event => {
  const grip = event.target.closest('[data-grip]');
  if (!grip || event.button !== 0 || drag) {
    return;
  }
  event.preventDefault();
  const team = grip.closest('[data-team]');
  const flag = document.createElement('div');
  flag.className = 'drag-flag';
  flag.textContent = nameOf(team);
  document.body.append(flag);
  grip.setPointerCapture(event.pointerId);
  team.classList.add('is-dragged');
  top.hidden = false;
  drag = { team, flag, x: event.clientX, y: event.clientY, over: null, since: 0, timer: setInterval(tick, 30) };
  aim(event);
});

document.addEventListener('pointermove', event => drag && aim(event));

document.addEventListener('pointerup', () => {
  if (drag) {
    const { team, over } = drag;
    end();
    if (over) {
      ask(team, over.dataset.team ?? '');
    }
  }
});

document.addEventListener('pointercancel', () => drag && end());
document.addEventListener('keydown', event => event.key === 'Escape' && drag && end());

function aim({ clientX, clientY }) {
  Object.assign(drag, { x: clientX, y: clientY });
  drag.flag.style.transform = `translate(${clientX + 12}px, ${clientY + 12}px)`;
  const hit = document.elementFromPoint(clientX, clientY)?.closest('[data-team], [data-top]');
  const stays = !hit || drag.team.contains(hit) || (hit.dataset.team ?? '') === drag.team.dataset.parent;
  const over = stays ? null : hit;
  if (over !== drag.over) {
    drag.over?.classList.remove('is-target');
    over?.classList.add('is-target');
    Object.assign(drag, { over, since: performance.now() });
  }
}

// Near the edge of the window the page moves along; a folded branch opens for who waits over it.
function tick() {
  const by = drag.y < edge ? -14 : drag.y > innerHeight - edge ? 14 : 0;
  if (by) {
    scrollBy(0, by);
    aim({ clientX: drag.x, clientY: drag.y });
  }
  if (drag.over && performance.now() - drag.since > unfoldsAfter) {
    drag.over.querySelector(':scope > details')?.setAttribute('open', '');
  }
}

function end() {
  clearInterval(drag.timer);
  drag.flag.remove();
  drag.over?.classList.remove('is-target');
  drag.team.classList.remove('is-dragged');
  top.hidden = true;
  drag = null;
}
