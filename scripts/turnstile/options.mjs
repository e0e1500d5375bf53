import { exits } from '../feed/exits.mjs';
import { originOf } from '../feed/originOf.mjs';
import { Fault } from '../lib/fault.mjs';

function wrong(message) {
  return new Fault(message, 'npm run turnstile -- --help', exits.usage);
}

/** A text of a form. @param {string} example shown when it has another one */
const form = (pattern, example) => (text, name) => {
  if (!pattern.test(text)) {
    throw wrong(`${name} 格式不对 / has another form: ${example}`);
  }

  return text;
};

function origin(text, name) {
  const found = originOf(text);
  if (!found) {
    throw wrong(
      `${name} 须为 https 地址，本机除外，且不带路径 / needs an https address without a path; http for this machine only`,
    );
  }

  return found;
}

/** The address of a conformance run, as the unit's site shows it. */
function address(text, name) {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const found = url && originOf(url.origin);
  if (!found || !/^\/api\/v1\/device\/conformance\/[0-9a-f-]{36}$/.test(url.pathname) || url.search) {
    throw wrong(`${name} 不是联调测试的地址 / is no address of a conformance run: ${text}`);
  }

  return { origin: found, path: url.pathname };
}

function number(from, to) {
  return (text, name) => {
    const value = Number(text);
    if (text === '' || !(value >= from && value <= to)) {
      throw wrong(`${name} 须在 ${from}–${to} 之间 / lies between ${from} and ${to}: ${text}`);
    }

    return value;
  };
}

const any = (text) => text;

/** What each option is called inside, and how its text is read. */
const readers = {
  '--state': ['folder', any],
  '--url': ['origin', origin],
  '--code': ['code', any],
  '--serial': ['serial', form(/^[\w.:/-]{1,40}$/, 'SN-0001')],
  '--address': ['address', address],
  '--text': ['text', any],
  '--picture': ['picture', any],
  '--direction': ['direction', form(/^(in|out)$/, 'in, out')],
  '--temperature': ['temperature', number(34, 43)],
  '--mask': ['mask', (text, name) => form(/^(yes|no)$/, 'yes, no')(text, name) === 'yes'],
  '--skew': ['skewSeconds', number(-86_400, 86_400)],
};

const needed = { try: ['--address'], enrol: ['--url', '--code', '--serial'], scan: [], status: [] };
const optional = {
  try: [],
  enrol: ['--state', '--skew'],
  scan: ['--state', '--text', '--picture', '--direction', '--temperature', '--mask', '--skew', '--once'],
  status: ['--state'],
};

function readOne(options, arg, action, next) {
  if (![...needed[action], ...optional[action]].includes(arg)) {
    throw wrong(`不认识的参数 / Unknown argument: ${arg}`);
  }
  if (arg === '--once') {
    return { ...options, isOnce: true };
  }
  const text = next();
  if (text === undefined) {
    throw wrong(`${arg} 缺少内容 / needs a value`);
  }
  const [key, read] = readers[arg];

  return { ...options, [key]: read(text, arg) };
}

/**
 * What the command line asks for.
 * @param {string[]} args
 * @returns {{ action: 'try' | 'enrol' | 'scan' | 'status', options: object }}
 * @throws Fault with the exit code for wrong usage
 */
export function readOptions([action, ...rest]) {
  if (!Object.hasOwn(needed, action ?? '')) {
    throw wrong(`请写明 / Say which: ${Object.keys(needed).join(', ')}`);
  }
  let options = { folder: 'var/turnstile', skewSeconds: 0 };
  while (rest.length > 0) {
    options = readOne(options, rest.shift(), action, () => rest.shift());
  }
  const missing = needed[action].filter((name) => options[readers[name][0]] === undefined);
  if (missing.length > 0) {
    throw wrong(`缺少 / Missing: ${missing.join(', ')}`);
  }

  return { action, options };
}
