// Gathers what a whole test run said of each test that the control register names, for the auditor's pages.
//   node scripts/control-results.mjs REGISTER FOLDER_OF_TRX_FILES OUT
// A test that ran several times (cases, both stores) passed only if every run of it did. Where nothing ran, nothing is written.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const [register, folder, out] = process.argv.slice(2);
const named = JSON.parse(readFileSync(register, 'utf8')).controls.flatMap(control => control.tests);

const entities = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
const plain = text => text.replace(/&(\w+);/g, (whole, name) => entities[name] ?? whole);
const attributes = tag => Object.fromEntries([...tag.matchAll(/([\w:]+)="([^"]*)"/g)].map(([, name, value]) => [name, plain(value)]));
const tags = (text, name) => [...text.matchAll(new RegExp(`<${name}\\b(?:[^">]|"[^"]*")*>`, 'g'))].map(([tag]) => tag);

function outcomeOf(outcomes) {
  if (outcomes.some(outcome => !['Passed', 'NotExecuted'].includes(outcome))) return 'Failed';
  return outcomes.includes('NotExecuted') ? 'Skipped' : 'Passed';
}

const runs = new Map();
for (const file of readdirSync(folder).filter(name => name.endsWith('.trx'))) {
  const text = readFileSync(join(folder, file), 'utf8');
  const methods = new Map();
  for (const [unit] of text.matchAll(/<UnitTest\b[\s\S]*?<\/UnitTest>/g)) {
    const { className, name } = attributes(tags(unit, 'TestMethod')[0]);
    methods.set(attributes(tags(unit, 'UnitTest')[0]).id, `${className}.${name.split('(')[0]}`);
  }
  for (const run of tags(text, 'UnitTestResult').map(attributes)) {
    const method = methods.get(run.testId);
    runs.set(method, [...(runs.get(method) ?? []), run]);
  }
}

const latest = some => some.map(run => new Date(run.endTime).toISOString()).sort().at(-1);

function git(...args) {
  try {
    return execFileSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return null;
  }
}

if (runs.size > 0) {
  const commit = git('rev-parse', 'HEAD');
  const tests = Object.fromEntries(named.filter(name => runs.has(name)).map(name => {
    const own = runs.get(name);
    return [name, { outcome: outcomeOf(own.map(run => run.outcome)), cases: own.length, finished: latest(own) }];
  }));
  const results = { finished: latest([...runs.values()].flat()), commit, changed: commit !== null && git('status', '--porcelain') !== '', tests };
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(out, `${JSON.stringify(results, null, 2)}\n`);
}
