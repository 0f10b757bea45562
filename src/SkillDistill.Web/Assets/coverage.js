// Coverage works without any of this; with it, arrow keys go through the heatmap as through a spreadsheet, and the heatmap can be taken along as a picture.
import { takePicture } from './parts/picture.js';

const table = document.querySelector('[data-grid]');
if (table) {
  // https://www.w3.org/WAI/ARIA/apg/patterns/grid/: one stop for the tab key, arrows within.
  const lines = [...table.rows].slice(1).map(row => row.cells);
  const within = cell => cell.querySelector('a') ?? cell;
  let here = lines[1]?.[1] ?? lines[0][0];

  table.setAttribute('role', 'grid');
  table.closest('.heatmap').removeAttribute('tabindex');
  for (const link of table.querySelectorAll('a')) {
    link.tabIndex = -1;
  }
  within(here).tabIndex = 0;
  for (const help of document.querySelectorAll('[data-grid-help]')) {
    help.hidden = false;
  }

  const stand = cell => {
    within(here).tabIndex = -1;
    here = cell;
    within(here).tabIndex = 0;
  };
  const go = (row, column) => {
    const line = lines[Math.max(0, Math.min(lines.length - 1, row))];
    stand(line[Math.max(0, Math.min(line.length - 1, column))]);
    within(here).focus();
  };
  const page = 10;
  const moves = {
    ArrowUp: (row, column) => go(row - 1, column),
    ArrowDown: (row, column) => go(row + 1, column),
    ArrowLeft: (row, column) => go(row, column - 1),
    ArrowRight: (row, column) => go(row, column + 1),
    PageUp: (row, column) => go(row - page, column),
    PageDown: (row, column) => go(row + page, column),
    Home: (row, column, all) => go(all ? 0 : row, 0),
    End: (row, column, all) => go(all ? lines.length - 1 : row, Infinity),
  };
  table.addEventListener('keydown', event => {
    const cell = event.target.closest('td, th');
    const move = moves[event.key];
    if (cell && move && !event.altKey && !event.metaKey) {
      event.preventDefault();
      move(cell.parentElement.rowIndex - 1, cell.cellIndex, event.ctrlKey);
    }
  });
  table.addEventListener('click', event => {
    const cell = event.target.closest('td, th');
    if (cell && cell.parentElement.rowIndex > 0) {
      stand(cell);
      within(cell).focus({ preventScroll: true });
    }
  });

  for (const button of document.querySelectorAll('[data-picture]')) {
    button.hidden = false;
    button.addEventListener('click', () => takePicture(table, button.dataset.title, button.dataset.picture));
  }
}
