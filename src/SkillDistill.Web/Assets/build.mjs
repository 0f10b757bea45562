// Bundles the style and each script that lies here (shared modules lie in parts/), and draws one icon sprite of the icons named in icons.txt, into wwwroot/assets.
import { build } from 'esbuild';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';

const out = new URL('../wwwroot/assets/', import.meta.url).pathname;
await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });

await build({
  entryPoints: ['site.css', ...(await readdir('.')).filter(name => name.endsWith('.js'))],
  outdir: out,
  bundle: true,
  minify: true,
  target: ['es2022', 'chrome110', 'firefox115', 'safari16'],
  loader: { '.woff2': 'file', '.woff': 'empty' },
  assetNames: '[name]',
  logLevel: 'warning',
});

const names = (await readFile('icons.txt', 'utf8')).split('\n').map(line => line.trim()).filter(Boolean);
const symbols = await Promise.all(names.map(async name => {
  const svg = await readFile(`node_modules/@tabler/icons/icons/outline/${name}.svg`, 'utf8');
  const inner = svg.slice(svg.indexOf('>', svg.indexOf('<svg')) + 1, svg.lastIndexOf('</svg>')).replace(/\s+/g, ' ').trim();
  return `<symbol id="${name}" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round">${inner}</symbol>`;
}));
await writeFile(`${out}icons.svg`, `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join('')}</svg>`);
