// What a page draws as a picture that says of itself what it is: its title above, the signs and what they mean below. All of it is what the page itself shows, colours and words, so that it says nothing else.
// A browser limits how large a canvas may be.
const largest = 16000;
const head = 150;
const letters = '600 12px system-ui, sans-serif';
const plain = '12px system-ui, sans-serif';
const margin = 12;
const line = 24;

/** A table of signs. */
export function takePicture(table, title, name) {
  const [, skills, ...rows] = table.rows;
  const { color } = getComputedStyle(document.body);
  const measure = document.createElement('canvas').getContext('2d');
  measure.font = letters;
  const side = Math.ceil(Math.max(...rows.map(row => measure.measureText(word(row.cells[0])).width), 60)) + 16;
  const wide = Math.ceil(Math.max(22, ...[...(rows[0]?.cells ?? [])].slice(1).map(cell => measure.measureText(sign(cell)).width + 8)));
  const tall = 22;
  const width = side + wide * (skills.cells.length - 1) + 8;
  const height = head + tall * rows.length + 8;

  save(table.closest('section'), title, name, width, height, draw => {
    draw.font = letters;
    draw.textBaseline = 'middle';
    [...skills.cells].slice(1).forEach((cell, column) => {
      draw.save();
      draw.translate(side + wide * column + wide / 2, head - 6);
      draw.rotate(-Math.PI / 2);
      draw.fillStyle = color;
      draw.fillText(word(cell), 0, 0, head - 12);
      draw.restore();
    });
    rows.forEach((row, at) => {
      const top = head + tall * at;
      draw.fillStyle = color;
      draw.textAlign = 'left';
      draw.fillText(word(row.cells[0]), 8, top + tall / 2);
      draw.textAlign = 'center';
      [...row.cells].slice(1).forEach((cell, column) => {
        const words = sign(cell);
        if (words) {
          const style = getComputedStyle(cell);
          draw.fillStyle = style.backgroundColor;
          draw.fillRect(side + wide * column + 1, top + 1, wide - 2, tall - 2);
          draw.fillStyle = style.color;
          draw.fillText(words, side + wide * column + wide / 2, top + tall / 2);
        }
      });
    });
  });
}

/** A chart that is drawn already. */
export function takeChart(canvas, title, name) {
  const { width, height } = canvas.getBoundingClientRect();
  save(canvas.closest('section'), title, name, width, height, draw => draw.drawImage(canvas, 0, 0, width, height));
}

/** Draws something between its title and the section's legend, and hands it over as a file. */
function save(section, title, name, width, height, fill) {
  const { color } = getComputedStyle(document.body);
  const measure = document.createElement('canvas').getContext('2d');
  measure.font = plain;
  const signs = [...section.querySelectorAll('.level-legend > li:not(.level-legend-note)')].map(item => {
    const box = item.firstElementChild;
    const label = item.textContent.replace(box.textContent, '').trim();
    return { box: getComputedStyle(box), letter: box.textContent.trim(), label, wide: 22 + 6 + measure.measureText(label).width + 16 };
  });
  measure.font = letters;
  const whole = Math.max(width, measure.measureText(title).width, ...signs.map(entry => entry.wide)) + 2 * margin;
  let [across, down] = [0, 0];
  for (const entry of signs) {
    if (across > 0 && across + entry.wide > whole - 2 * margin) {
      [across, down] = [0, down + 1];
    }
    [entry.x, entry.y] = [across, down];
    across += entry.wide;
  }
  const below = signs.length > 0 ? (down + 1) * line : 0;
  const tall = margin + line + height + below + margin;
  const scale = Math.min(2, largest / whole, largest / tall);

  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [Math.floor(whole * scale), Math.floor(tall * scale)];
  const draw = canvas.getContext('2d');
  draw.scale(scale, scale);
  draw.fillStyle = getComputedStyle(section).backgroundColor;
  draw.fillRect(0, 0, whole, tall);
  draw.fillStyle = color;
  draw.font = letters;
  draw.textBaseline = 'middle';
  draw.fillText(title, margin, margin + line / 2);

  draw.save();
  draw.translate(margin, margin + line);
  fill(draw);
  draw.restore();

  draw.font = plain;
  for (const entry of signs) {
    const [x, y] = [margin + entry.x, margin + line + height + entry.y * line];
    draw.fillStyle = entry.box.backgroundColor;
    draw.fillRect(x, y + 3, 22, line - 6);
    draw.fillStyle = entry.box.color;
    draw.textAlign = 'center';
    draw.fillText(entry.letter, x + 11, y + line / 2);
    draw.fillStyle = color;
    draw.textAlign = 'left';
    draw.fillText(entry.label, x + 28, y + line / 2);
  }

  canvas.toBlob(picture => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(picture);
    link.download = `${name}.png`;
    link.click();
    URL.revokeObjectURL(link.href);
  });
}

/** What stands in a head, without what is there for screen readers. */
const word = cell => (cell.querySelector('a') ?? cell).textContent.trim();

const sign = cell => (cell.querySelector('span') ?? cell).textContent.trim();
