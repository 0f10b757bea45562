// Live answers: the form goes on at once, the turn subscribes to its stream, and when it ends the kept turn takes its place.
for (const form of document.querySelectorAll('form[data-ask]')) {
  form.elements.Live.value = 'true';
  form.addEventListener('submit', () => {
    form.querySelector('button').disabled = true;
  });
  form.elements.Question.addEventListener('keydown', event => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      form.requestSubmit();
    }
  });
}

for (const form of document.querySelectorAll('form[data-ask-too]')) {
  form.elements.Live.value = 'true';
  form.addEventListener('submit', () => {
    form.querySelector('button').disabled = true;
  });
}

for (const turn of document.querySelectorAll('[data-stream]')) {
  if (turn.dataset.stream) {
    follow(turn);
  }
}

function follow(turn) {
  const text = turn.querySelector('[data-answer]');
  const source = new EventSource(turn.dataset.stream);
  let arrived = '';
  const show = words => {
    arrived = words;
    text.classList.add('keep-lines');
    text.textContent = arrived.replace(/ ?\[(\d{1,2}|\?)\]/g, '');
  };
  // A stream that was cut, or an answer that another node takes over, begins again from its first word.
  source.addEventListener('anew', event => show(event.data));
  source.addEventListener('text', event => show(arrived + event.data));
  source.addEventListener('withdrawn', event => {
    source.close();
    end(turn, event.data);
  });
  // A stream that is refused, and not merely cut, is one whose agent is not there any more.
  source.addEventListener('error', () => {
    if (source.readyState === EventSource.CLOSED) {
      end(turn, turn.dataset.ended);
    }
  });
  source.addEventListener('end', () => {
    source.close();
    replace(turn);
  });
}

// Nothing of the answer stays on the page.
function end(turn, words) {
  const text = turn.querySelector('[data-answer]');
  text.setAttribute('role', 'status');
  text.textContent = words;
  turn.querySelector('[data-waiting]')?.remove();
  turn.removeAttribute('data-stream');
  compare();
}

async function replace(turn) {
  const response = await fetch(`${location.pathname}?handler=Turn&turn=${turn.dataset.turn}`);
  if (response.status === 404) {
    end(turn, turn.dataset.ended);
    return;
  }
  if (!response.ok) {
    location.reload();
    return;
  }
  const fresh = new DOMParser().parseFromString(await response.text(), 'text/html').querySelector('article');
  turn.replaceWith(fresh);
  if (fresh.dataset.stream) {
    follow(fresh);
  } else {
    await compare();
  }
}

// Two answers beside each other are compared once neither is on its way any more.
async function compare() {
  const compared = document.querySelector('[data-compared]');
  if (compared && !document.querySelector('[data-stream]:not([data-stream=""])')) {
    const response = await fetch(`${location.pathname}?handler=Compared`);
    if (response.ok) {
      compared.replaceWith(new DOMParser().parseFromString(await response.text(), 'text/html').querySelector('section'));
    }
  }
}

// A citation opens in place.
document.addEventListener('click', event => {
  const link = event.target.closest('a.cite');
  if (link) {
    const citation = document.querySelector(link.getAttribute('href'))?.closest('details');
    if (citation) {
      event.preventDefault();
      citation.open = true;
      citation.scrollIntoView({ block: 'nearest' });
      citation.querySelector('summary').focus({ preventScroll: true });
    }
  }
});
