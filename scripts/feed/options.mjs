import { Fault } from '../lib/fault.mjs';
import { readTime } from './beijingTime.mjs';
import { exits } from './exits.mjs';
import { originOf } from './originOf.mjs';
import { usage } from './usage.mjs';

function wrong(message) {
  return new Fault(message, `${usage.split('\n')[0]}\nnpm run feed -- --help`, exits.usage);
}

/** A text of a form. @param {string} example shown when it has another one */
const form = (pattern, example) => (text, name) => {
  if (!pattern.test(text)) {
    throw wrong(`${name} 格式不对 / has another form: ${example}`);
  }

  return text;
};

function wholeNumber(text, name) {
  const number = Number(text);
  if (!/^\d+$/.test(text) || number < 1 || number > 2_000_000_000) {
    throw wrong(`${name} 需要正整数 / needs a whole number above 0: ${text}`);
  }

  return number;
}

function rowCount(text, name) {
  if (!/^\d{1,7}$/.test(text)) {
    throw wrong(`${name} 需要整数 / needs a whole number: ${text}`);
  }

  return Number(text);
}

function time(text, name) {
  const at = readTime(text);
  if (at === undefined) {
    throw wrong(`${name} 不是时间 / is no time: 2026-11-21T08:00`);
  }

  return at;
}

function origin(text, name) {
  const found = originOf(text);
  if (!found) {
    throw wrong(
      `${name} 须为 https 地址，本机除外，且不带路径 / needs an https address without a path; http for this machine only`,
    );
  }

  return found;
}

const any = (text) => text;

/** What each option is called inside, and how its text is read. */
const readers = {
  '--out': ['out', any],
  '--key': ['keyFile', any],
  '--url': ['origin', origin],
  '--source': ['source', form(/^[a-z][a-zA-Z]{1,39}$/, 'fever')],
  '--key-id': ['keyId', form(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, '0190a1b2-…')],
  '--batch': ['batch', form(/^[\w.:-]{1,64}$/, '2026-11-21')],
  '--sequence': ['sequence', wholeNumber],
  '--as-of': ['asOf', time],
  '--rows': ['rows', rowCount],
  '--charset': ['charset', form(/^(utf-8|gb18030)$/, 'utf-8, gb18030')],
};

const needed = {
  keygen: ['--out'],
  show: ['--key'],
  send: ['--url', '--source', '--key-id', '--key', '--batch', '--sequence'],
};
const optional = { keygen: [], show: [], send: ['--as-of', '--rows', '--charset', '--dry'] };

function actionOf(name) {
  if (!Object.hasOwn(needed, name ?? '')) {
    throw wrong(`请写明 / Say which: ${Object.keys(needed).join(', ')}`);
  }

  return name;
}

function valueOf(name, text) {
  if (text === undefined || text.startsWith('--')) {
    throw wrong(`${name} 缺少内容 / needs a value`);
  }
  const [key, read] = readers[name];

  return { [key]: read(text, name) };
}

function readOne(options, arg, action, next) {
  if (arg === '--dry' && action === 'send') {
    return { ...options, isDry: true };
  }
  if ([...needed[action], ...optional[action]].includes(arg)) {
    return { ...options, ...valueOf(arg, next()) };
  }
  if (arg.startsWith('-') || action !== 'send' || options.file) {
    throw wrong(`不认识的参数 / Unknown argument: ${arg}`);
  }

  return { ...options, file: arg };
}

function checkComplete(action, options) {
  const missing = needed[action].filter((name) => options[readers[name][0]] === undefined);
  if (action === 'send' && !options.file) {
    missing.push('<file>');
  }
  if (missing.length > 0) {
    throw wrong(`缺少 / Missing: ${missing.join(', ')}`);
  }
}

/**
 * What the command line asks for.
 * @param {string[]} args
 * @returns {{ action: 'keygen' | 'show' | 'send', options: object }}
 * @throws Fault with the exit code for wrong usage
 */
export function readOptions([first, ...rest]) {
  const action = actionOf(first);
  let options = {};
  while (rest.length > 0) {
    options = readOne(options, rest.shift(), action, () => rest.shift());
  }
  checkComplete(action, options);

  return { action, options };
}
