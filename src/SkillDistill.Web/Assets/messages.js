// A mailbox is sent part by part, so that it may be of any size, shows how far it is, and can be stopped and taken up again. Everything else goes as an ordinary form.
const form = document.querySelector('form[data-messages]');
if (form) {
  const file = form.querySelector('input[type=file]');
  const tooLarge = form.querySelector('[data-too-large]');
  const area = form.querySelector('[data-reading]');
  const bar = area.querySelector('progress');
  const line = area.querySelector('[data-line]');
  const busy = line.textContent;
  const buttons = form.querySelector('[data-buttons]');
  const authors = form.querySelector('[data-authors]');
  const isMailbox = chosen => /\.(mbox|mbx|mboxrd)$/i.test(chosen.name);
  let stop;

  form.addEventListener('submit', event => {
    const chosen = file.files[0];
    tooLarge.hidden = true;
    if (chosen && isMailbox(chosen)) {
      event.preventDefault();
      read(chosen);
    } else if (chosen && chosen.size > Number(form.dataset.sizeLimit)) {
      event.preventDefault();
      tooLarge.hidden = false;
    } else {
      const button = buttons.querySelector('[data-busy]');
      button.querySelector('span').textContent = button.dataset.busy;
      button.setAttribute('aria-busy', 'true');
    }
  });
  area.querySelector('[data-stop]').addEventListener('click', () => stop?.abort());

  async function read(chosen) {
    const others = new Map();
    stop = new AbortController();
    show(true);
    say('Me', '');
    say('Chosen', '');
    try {
      const begun = await post(form.dataset.begin, new URLSearchParams({ Me: form.elements.Me.value, file: chosen.name, size: chosen.size }));
      let { at } = begun;
      let length = begun.part;
      while (at < chosen.size) {
        progress(at / chosen.size);
        const bytes = chosen.slice(at, at + length);
        const part = await post(`${form.dataset.part}&${new URLSearchParams({ reading: begun.id, at })}`, bytes);
        for (const [author, count] of Object.entries(part.others)) {
          others.set(author, (others.get(author) ?? 0) + count);
        }
        // No message ends in the part: it takes a longer one.
        length = part.at === at ? Math.min(length * 2, begun.largest) : begun.part;
        at = part.at;
        line.textContent = part.line;
        if (part.done) {
          location.href = part.done;
          return;
        }
      }
      location.reload();
    } catch (failure) {
      show(false);
      if (failure.sentence) {
        say(failure.field, failure.sentence);
        list(failure.field === 'Me' ? others : new Map());
      } else if (failure.name !== 'AbortError') {
        say('Chosen', line.dataset.lost);
      } else {
        location.reload();
      }
    }
  }

  // A lost connection is waited out for a while: what was read stays read.
  async function post(address, body, tries = 5) {
    let answer;
    try {
      answer = await fetch(address, { method: 'POST', body, signal: stop.signal, headers: { RequestVerificationToken: form.elements.__RequestVerificationToken.value } });
    } catch (failure) {
      if (failure.name === 'AbortError' || tries === 0) {
        throw failure;
      }
      await new Promise(again => { setTimeout(again, 2000); });
      return post(address, body, tries - 1);
    }
    if (answer.ok) {
      return answer.json();
    }
    throw answer.status === 422 ? await answer.json() : new Error(answer.statusText);
  }

  function show(reading) {
    area.hidden = !reading;
    buttons.hidden = reading;
    authors.hidden = true;
    if (reading) {
      line.textContent = busy;
      progress(0);
    }
  }

  function progress(part) {
    bar.value = part;
  }

  function say(field, sentence) {
    const place = form.querySelector(`[data-valmsg-for="${field}"]`);
    place.textContent = sentence;
    place.className = sentence ? 'field-validation-error' : 'field-validation-valid';
    if (sentence) {
      form.elements[field].focus();
    }
  }

  function list(others) {
    const most = [...others].sort((one, other) => other[1] - one[1]).slice(0, 8);
    authors.replaceChildren(...most.map(([author, count]) => Object.assign(document.createElement('li'), { textContent: `${author} (${count})` })));
    authors.hidden = most.length === 0;
  }
}
