#!/usr/bin/env node
// Checks a consent receipt, a ledger export or a statement of credit of SkillDistill without SkillDistill: needs Node.js 20 or newer, the file, and the published keys.
// Nothing is installed and nothing is sent anywhere. Written from docs/consent.md, apart from the application, and held to the same answers by its tests.
//   node verify-consent.mjs --keys keys.json FILE...      several files of one person are also held against each other
//   node verify-consent.mjs --keys keys.json --ndjson < files.ndjson     one file a line in, one verdict a line out
// Exit code: 0 all valid, 1 something is wrong, 2 it could not be started like this.
import { createHash, createPublicKey, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';

const FORMAT = 'skilldistill-consent-ledger-1';
const CREDIT_FORMAT = 'skilldistill-credit-1';
const ORIGIN = '0'.repeat(64);
const DEEPEST = 32;

const FAULTS = {
  SequenceBroken: 'An entry is missing here, twice there, or out of its order.',
  LinkBroken: 'The entry is not chained to the one before it.',
  EntryAltered: "The entry's fields are not those it was written with.",
  PayloadAltered: 'What was decided is not what was written.',
  PayloadMissing: 'What was decided is gone, and no later erasure by its subject says why.',
  TransitionNotAllowed: 'A decision that cannot follow from the ones before it.',
  HeadDiffers: 'The head does not name the last entry: something was cut off or put on.',
  HeadNotSigned: 'The head carries no valid signature of a known key.',
  Unreadable: 'What is kept cannot be read as an entry at all.',
  RewrittenSinceCheckpoint: 'Another file given here, as validly signed, has another entry in this place: the past was rewritten between the two.',
  ReceiptAltered: 'The receipt is not, as a whole, what was signed: something outside its ledger was changed.',
  StatementAltered: 'The statement of credit is not what was signed.',
};

const PURPOSES = ['HoldProfile', 'DistilAgent', 'AnswerColleagues', 'ShowNamedCoverage', 'CountInCoverage', 'ReplayDecisions',
  'ServeOverApi', 'ExportSkill', 'UseExternalModel', 'ImitateVoice', 'CreditByName', 'ContinueAfterLeaving'];
const SCOPES = ['Private', 'People', 'Team', 'Organisation'];
const METHODS = ['Page', 'Demo', 'Automatic'];
const ACTORS = ['Subject', 'Clock', 'Organisation'];
const STATES = ['Requested', 'Given', 'Refused', 'Deferred', 'Expired', 'Withdrawn', 'Invalidated', 'Terminated', 'Renewed'];
const IN_FORCE = ['Given', 'Renewed'];

/** Which state may follow which. */
function mayBecome(from, to) {
  if (from === 'Requested') return ['Given', 'Refused', 'Deferred', 'Expired'].includes(to);
  if (IN_FORCE.includes(from)) return ['Withdrawn', 'Expired', 'Invalidated', 'Terminated', 'Renewed'].includes(to);
  return to === 'Requested';
}

// Reading

class Unreadable extends Error {}
const refuse = (why) => { throw new Unreadable(why); };

/** JSON, strictly: no member twice, no more than 32 levels. Numbers that are not exact whole ones become NaN, which nothing here accepts. */
function parse(text) {
  let at = 0;
  const take = (pattern) => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found) at = pattern.lastIndex;
    return found?.[0];
  };
  const blanks = () => take(/[ \t\n\r]*/y);
  const expect = (mark) => { blanks(); if (text[at] !== mark) refuse(`expected ${mark}`); at++; };
  const ahead = (mark) => { blanks(); return text[at] === mark; };
  const string = () => {
    blanks();
    return JSON.parse(take(/"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y) ?? refuse('expected a string'));
  };
  const list = (open, close, item) => {
    expect(open);
    if (ahead(close)) { at++; return; }
    do item(); while (ahead(',') && ++at);
    expect(close);
  };
  const value = (depth) => {
    if (depth > DEEPEST) refuse('too deep');
    if (ahead('{')) {
      const members = Object.create(null);
      list('{', '}', () => {
        const name = string();
        if (name in members) refuse(`${name} twice`);
        expect(':');
        members[name] = value(depth + 1);
      });
      return members;
    }
    if (text[at] === '[') {
      const items = [];
      list('[', ']', () => items.push(value(depth + 1)));
      return items;
    }
    if (text[at] === '"') return string();
    const word = take(/true|false|null/y);
    if (word) return JSON.parse(word);
    const number = take(/-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y) ?? refuse('expected a value');
    return /^-?[0-9]+$/.test(number) && Number.isSafeInteger(Number(number)) ? Number(number) : NaN;
  };
  const root = value(0);
  blanks();
  return at === text.length ? root : refuse('more than one value');
}

const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const text = (value) => (typeof value === 'string' && value.isWellFormed() ? value : refuse('not a text'));
const number = (value) => (Number.isInteger(value) && Math.abs(value) <= 2147483647 ? value : refuse('not a number'));
const exactly = (value, ...members) =>
  (isObject(value) && Object.keys(value).length === members.length && members.every((member) => member in value) ? value : refuse('not the members'));

/** RFC 8785, for the kinds of values that the ledger holds. */
function canonical(value) {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return JSON.stringify(text(value));
  if (typeof value === 'number') return Number.isSafeInteger(value) ? String(value) : refuse('not a whole number');
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  return `{${Object.keys(value).sort().map((name) => `${canonical(name)}:${canonical(value[name])}`).join(',')}}`;
}

function readExport(root) {
  const found = { stream: null, entry: 0 };
  try {
    exactly(root, 'format', 'stream', 'entries', 'partial', 'head');
    found.stream = text(root.stream);
    const head = exactly(root.head, 'sequence', 'hash', 'at', 'keyId', 'signature');
    number(head.sequence);
    ['hash', 'at', 'keyId', 'signature'].forEach((member) => text(head[member]));
    if (!Array.isArray(root.entries) || typeof root.partial !== 'boolean' || text(root.format) !== FORMAT || root.entries.length === 0) refuse('not a ledger');
    const entries = root.entries.map((line) => {
      found.entry++;
      exactly(line, 'sequence', 'type', 'at', 'actor', 'payload', 'salt', 'payloadDigest', 'previousHash', 'hash');
      number(line.sequence);
      ['type', 'at', 'actor', 'payloadDigest', 'previousHash', 'hash'].forEach((member) => text(line[member]));
      if (line.salt !== null) text(line.salt);
      if (line.payload !== null && !isObject(line.payload)) refuse('not a payload');
      return { ...line, words: line.payload === null ? null : canonical(line.payload) };
    });
    return { ledger: { stream: found.stream, entries, partial: root.partial, head } };
  } catch (broken) {
    if (broken instanceof Unreadable) return { finding: finding(found.stream, found.entry, 'Unreadable') };
    throw broken;
  }
}

// Checking

const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest('hex');
const finding = (stream, entry, fault) => ({ stream, entry, fault });

const payloadDigest = (salt, words) => sha256(/^(?:[0-9a-f]{2})*$/.test(salt) ? Buffer.from(salt, 'hex') : Buffer.from(salt), words);
const entryHash = (stream, line) => sha256(['sd1', stream, line.sequence, line.type, line.at, line.actor, line.payloadDigest, line.previousHash].join('\n'));
const headText = (stream, head) => ['sd1-head', stream, head.sequence, head.hash, head.at].join('\n');

/** ECDSA on P-256 over SHA-256, r and s in 64 bytes, base64url without padding. */
function isSigned(words, keyId, signature, keys) {
  const bytes = Buffer.from(signature, 'base64url');
  return keys.has(keyId) && bytes.length === 64 && bytes.toString('base64url') === signature
    && verify('sha256', Buffer.from(words), { key: keys.get(keyId), dsaEncoding: 'ieee-p1363' }, bytes);
}

function checkLedger({ stream, entries, partial, head }, keys) {
  const erasedUpTo = entries.findLast((line) => line.type === 'Erased')?.sequence ?? 0;
  const states = new Map();
  let previous = ORIGIN;
  for (const [index, line] of entries.entries()) {
    const fault = entryFault(line, index + 1, stream, previous, partial || line.sequence < erasedUpTo)
      ?? (line.words !== null && line.type !== 'Erased' && !follows(line, states, partial || erasedUpTo > 0) ? 'TransitionNotAllowed' : null);
    if (fault) return finding(stream, index + 1, fault);
    previous = line.hash;
  }
  if (head.sequence !== entries.length || head.hash !== previous || head.at !== entries.at(-1).at) {
    return finding(stream, Math.min(head.sequence, entries.length) + 1, 'HeadDiffers');
  }
  return isSigned(headText(stream, head), head.keyId, head.signature, keys) ? null : finding(stream, entries.length, 'HeadNotSigned');
}

function entryFault(line, expected, stream, previous, mayLackPayload) {
  if (line.sequence !== expected) return 'SequenceBroken';
  if (line.previousHash !== previous) return 'LinkBroken';
  if (entryHash(stream, line) !== line.hash) return 'EntryAltered';
  if (line.words === null && line.salt === null) return mayLackPayload ? null : 'PayloadMissing';
  return line.words !== null && line.salt !== null && payloadDigest(line.salt, line.words) === line.payloadDigest ? null : 'PayloadAltered';
}

/** Whether the decision follows from those before. Where some are left out, only what is known can be held against it. */
function follows(line, states, gaps) {
  if (!isDecision(line)) return false;
  const from = states.get(line.payload.purpose);
  states.set(line.payload.purpose, line.type);
  return ((gaps && from === undefined) || mayBecome(from, line.type)) && (!IN_FORCE.includes(line.type) || line.actor === 'Subject');
}

function isDecision({ type, actor, payload: { purpose, endsAt, audience, notice, method, recipient } }) {
  const isText = (value) => typeof value === 'string';
  const isKey = (value) => isText(value) && /^[0-9a-f]{32}$/.test(value);
  const orNothing = (value, holds) => value === null || value === undefined || holds(value);
  return STATES.includes(type) && ACTORS.includes(actor) && PURPOSES.includes(purpose) && METHODS.includes(method)
    && orNothing(endsAt, isMoment) && orNothing(recipient, isText)
    && isObject(audience) && SCOPES.includes(audience.scope) && orNothing(audience.team, isKey) && Array.isArray(audience.people) && audience.people.every(isKey)
    && isObject(notice) && [notice.version, notice.digest, notice.language].every(isText);
}

function isMoment(value) {
  const written = typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value) && !value.startsWith('0000');
  const moment = written ? new Date(value) : new Date(NaN);
  return !Number.isNaN(moment.getTime()) && moment.toISOString() === value;
}

/** A receipt is signed as a whole too, as is a statement of credit: over its kind and itself without the seal. */
function isSealed(document, kind, keys) {
  const { 'sd:seal': seal, ...signed } = document;
  try {
    exactly(seal, 'keyId', 'signature');
    return isSigned(`${kind}\n${sha256(canonical(signed))}`, text(seal.keyId), text(seal.signature), keys);
  } catch (broken) {
    if (broken instanceof Unreadable) return false;
    throw broken;
  }
}

function check(words, keys) {
  let root;
  try {
    root = parse(words);
  } catch (broken) {
    if (broken instanceof Unreadable) return { finding: finding(null, 0, 'Unreadable') };
    throw broken;
  }
  if (isObject(root) && root.format === CREDIT_FORMAT && !('sd:ledger' in root)) {
    return { statement: root, finding: isSealed(root, 'sd1-credit', keys) ? null : finding(null, 0, 'StatementAltered') };
  }
  const receipt = isObject(root) && 'sd:ledger' in root ? root : null;
  const { ledger, finding: unreadable } = readExport(receipt ? receipt['sd:ledger'] : root);
  if (unreadable) return { finding: unreadable };
  const wrong = checkLedger(ledger, keys) ?? (receipt && !isSealed(receipt, 'sd1-receipt', keys) ? finding(ledger.stream, 0, 'ReceiptAltered') : null);
  return { ledger, finding: wrong };
}

/** Every signed head is a checkpoint: what two files say of the same entry must be the same, however long each is. */
function contradiction({ stream, entries }, kept) {
  for (const { sequence, hash } of entries) {
    const place = `${stream}#${sequence}`;
    if (kept.has(place) && kept.get(place) !== hash) return finding(stream, sequence, 'RewrittenSinceCheckpoint');
    kept.set(place, hash);
  }
  return null;
}

/** The keys of a JSON Web Key set (RFC 7517). One that is not what its id says (RFC 7638) is passed over. */
function readKeys(file) {
  const keys = JSON.parse(decode(readFileSync(file))).keys;
  const ours = keys.filter(({ kty, crv, x, y, kid }) =>
    kty === 'EC' && crv === 'P-256' && kid === createHash('sha256').update(JSON.stringify({ crv, kty, x, y })).digest('base64url'));
  return new Map(ours.map(({ kty, crv, x, y, kid }) => [kid, createPublicKey({ key: { kty, crv, x, y }, format: 'jwk' })]));
}

// Telling

const decode = (bytes) => new TextDecoder('utf-8', { fatal: true }).decode(bytes);

/** What a stranger's file says must not steer the terminal. */
const harmless = (words) => words.slice(0, 40).replace(/[^\x20-\x7e]/g, '?');

function tell(name, { ledger, statement, finding: wrong }) {
  for (const [index, line] of ledger?.entries.entries() ?? []) {
    const standing = wrong && index + 1 >= Math.max(wrong.entry, 1) && wrong.fault !== 'ReceiptAltered' ? (index + 1 === wrong.entry ? wrong.fault : 'not checked')
      : line.words !== null ? 'ok' : index + 1 < (ledger.entries.findLastIndex((later) => later.type === 'Erased') + 1) ? 'redacted (erased)' : 'withheld';
    const [at, type, actor, purpose] = [line.at, line.type, line.actor, String(line.payload?.purpose ?? '')].map(harmless);
    console.log(`${String(index + 1).padStart(5)}  ${at.padEnd(24)}  ${type.padEnd(12)} ${actor.padEnd(12)} ${purpose.padEnd(22)} ${standing}`);
  }
  console.log(wrong
    ? `${name}: NOT VALID, ${wrong.entry === 0 ? 'the file' : `entry ${wrong.entry}`}: ${wrong.fault}. ${FAULTS[wrong.fault]}`
    : statement ? `${name}: valid, a statement of credit, signed by key ${statement['sd:seal'].keyId}`
    : `${name}: valid, ${ledger.entries.length} entries of stream ${ledger.stream}, head signed by key ${ledger.head.keyId}`);
}

function main(args) {
  const keysAt = args.indexOf('--keys');
  const files = args.filter((arg, index) => !arg.startsWith('--') && index !== keysAt + 1);
  const batch = args.includes('--ndjson');
  if (keysAt < 0 || (!batch && files.length === 0)) {
    console.error('usage: node verify-consent.mjs --keys keys.json FILE...');
    return 2;
  }
  const keys = readKeys(args[keysAt + 1]);
  let allValid = true;
  if (batch) {
    for (const line of decode(readFileSync(0)).split('\n').filter((one) => one.trim() !== '')) {
      const verdict = check(line, keys).finding;
      console.log(JSON.stringify({ valid: verdict === null, ...verdict }));
      allValid &&= verdict === null;
    }
  }
  const kept = new Map();
  for (const file of files) {
    let verdict;
    try {
      verdict = check(decode(readFileSync(file)), keys);
    } catch (broken) {
      if (!(broken instanceof TypeError)) throw broken;
      verdict = { finding: finding(null, 0, 'Unreadable') };
    }
    verdict.finding ??= verdict.statement ? null : contradiction(verdict.ledger, kept);
    tell(file, verdict);
    allValid &&= verdict.finding === null;
  }
  return allValid ? 0 : 1;
}

try {
  process.exitCode = main(process.argv.slice(2));
} catch (broken) {
  console.error(`${broken.message}`);
  process.exitCode = 2;
}
