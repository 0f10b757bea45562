// A table of signs as a picture: drawn onto a canvas from what the table itself shows, colours and all, so that it says nothing that the table does not. A browser limits how large a canvas may be.
const largest = 16000;
const head = 150;
const letters = '600 12px system-ui, sans-serif';

export function takePicture(table, name) {
  const [, skills, ...rows] = table.rows;
  const body = getComputedStyle(document.body);
  const surface = getComputedStyle(table).backgroundColor;
  const measure = document.createElement('canvas').getContext('2d');
  measure.font = letters;
  const side = Math.ceil(Math.max(...rows.map(row => measure.measureText(word(row.cells[0])).width), 60)) + 16;
  const wide = Math.ceil(Math.max(22, ...[...(rows[0]?.cells ?? [])].slice(1).map(cell => measure.measureText(sign(cell)).width + 8)));
  const tall = 22;
  const width = side + wide * (skills.cells.length - 1) + 8;
  const height = head + tall * rows.length + 8;
  const scale = Math.min(2, largest / width, largest / height);

  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [Math.floor(width * scale), Math.floor(height * scale)];
  const draw = canvas.getContext('2d');
  draw.scale(scale, scale);
  draw.fillStyle = surface;
  draw.fillRect(0, 0, width, height);
  draw.font = letters;
  draw.textBaseline = 'middle';

  [...skills.cells].slice(1).forEach((cell, column) => {
    draw.save();
    draw.translate(side + wide * column + wide / 2, head - 6);
    draw.rotate(-Math.PI / 2);
    draw.fillStyle = body.color;
    draw.fillText(word(cell), 0, 0, head - 12);
    draw.restore();
  });
  rows.forEach((row, at) => {
    const top = head + tall * at;
    draw.fillStyle = body.color;
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

  canvas.toBlob(picture => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(picture);
    link.download = name;
    link.click();
    URL.revokeObjectURL(link.href);
  });
}

/** What stands in a head, without what is there for screen readers. */
const word = cell => (cell.querySelector('a') ?? cell).textContent.trim();

const sign = cell => (cell.querySelector('span') ?? cell).textContent.trim();
