// How targets stood month by month, as columns drawn from the table beside them. Without this the table is what is there; with it the table folds up, and printing unfolds it.
import { BarController, BarElement, CategoryScale, Chart, LinearScale, Tooltip } from 'chart.js';
import { takeChart } from './parts/picture.js';

const canvas = document.querySelector('[data-months]');
if (canvas) {
  Chart.register(BarController, BarElement, CategoryScale, LinearScale, Tooltip);

  const numbers = canvas.closest('section').querySelector('details');
  const heads = [...numbers.querySelectorAll('thead th[data-sign]')];
  const rows = [...numbers.querySelectorAll('tbody tr')];
  const count = (row, state) => row.cells.length > heads.length ? Number(row.cells[state + 1].textContent) : null;
  // The year stands under the first month and under each January.
  const label = (row, at) => row.dataset.year && (at === 0 || rows[at - 1].dataset.year !== row.dataset.year) ? [row.dataset.short, row.dataset.year] : row.dataset.short;

  // Colours are those of the legend, so that light, dark and their changes are the style's alone.
  const colours = () => heads.map(head => {
    const style = getComputedStyle(head.querySelector('span'));
    return { fill: style.backgroundColor, line: style.color };
  });
  const text = () => getComputedStyle(canvas.parentElement);

  // A sign in every piece, since colour is never alone; where there is room the number too.
  const signs = {
    id: 'signs',
    afterDatasetsDraw(chart) {
      const { ctx } = chart;
      ctx.save();
      ctx.textAlign = 'center';
      ctx.textBaseline = 'middle';
      ctx.font = `600 11px ${Chart.defaults.font.family}`;
      chart.data.datasets.forEach((set, state) => {
        ctx.fillStyle = set.borderColor;
        chart.getDatasetMeta(state).data.forEach((bar, at) => {
          const { x, y, base, width } = bar.getProps(['x', 'y', 'base', 'width'], true);
          if (set.data[at] && Math.abs(base - y) >= 12) {
            ctx.fillText(width >= 28 ? `${set.sign} ${set.data[at]}` : set.sign, x, (y + base) / 2);
          }
        });
      });
      ctx.restore();
    },
  };

  canvas.parentElement.hidden = false;
  numbers.open = false;
  Chart.defaults.font.family = text().fontFamily;
  // Covered below, a gap on top: what is wrong rises into sight.
  const order = [...heads.keys()].reverse();
  const chart = new Chart(canvas, {
    type: 'bar',
    data: {
      labels: rows.map(label),
      datasets: order.map(state => ({ label: heads[state].textContent.replace(heads[state].dataset.sign, '').trim(), sign: heads[state].dataset.sign, data: rows.map(row => count(row, state)), borderWidth: 1, borderSkipped: false, maxBarThickness: 64, categoryPercentage: .9, barPercentage: .95 })),
    },
    options: {
      animation: false,
      maintainAspectRatio: false,
      interaction: { mode: 'index', intersect: false },
      plugins: { tooltip: { callbacks: { title: items => rows[items[0].dataIndex].cells[0].textContent, label: item => `${item.dataset.sign} ${item.dataset.label}: ${item.raw ?? ''}` } } },
      scales: { x: { stacked: true, grid: { display: false }, ticks: { autoSkip: false, maxRotation: 60 } }, y: { stacked: true, beginAtZero: true, ticks: { precision: 0, maxTicksLimit: 5 } } },
    },
    plugins: [signs],
  });

  const paint = () => {
    const [all, { color }] = [colours(), text()];
    chart.data.datasets.forEach((set, at) => {
      set.backgroundColor = all[order[at]].fill;
      set.borderColor = all[order[at]].line;
    });
    for (const axis of Object.values(chart.options.scales)) {
      axis.ticks.color = color;
    }
    chart.options.scales.y.grid = { color: getComputedStyle(numbers.querySelector('td')).borderBottomColor };
    chart.update();
  };
  paint();
  new MutationObserver(paint).observe(document.documentElement, { attributeFilter: ['data-bs-theme'] });

  for (const button of canvas.closest('section').querySelectorAll('[data-picture-months]')) {
    button.hidden = false;
    button.addEventListener('click', () => takeChart(canvas, button.dataset.title, button.dataset.pictureMonths));
  }

  let wasOpen = false;
  addEventListener('beforeprint', () => {
    wasOpen = numbers.open;
    numbers.open = true;
  });
  addEventListener('afterprint', () => {
    numbers.open = wasOpen;
  });
}
