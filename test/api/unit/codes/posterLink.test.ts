import { randomBytes } from 'node:crypto';

import fc from 'fast-check';

import { newPosterKeyMaterial, posterKeyFromMaterial } from '../../../../api/src/codes/keys';
import { posterLink, posterTokenFromText } from '../../../../api/src/codes/posterLink';
import { issuePosterToken } from '../../../../api/src/codes/posterToken';

const key = posterKeyFromMaterial(newPosterKeyMaterial(1));
const token = issuePosterToken(key, { pointReference: randomBytes(8), serial: 1 });
const origins = ['https://code.example.gov.cn', 'http://127.0.0.1:8080'];
const link = posterLink('https://code.example.gov.cn', token);

test('the link is origin, /p/ and token', () => {
  expect(link).toBe(`https://code.example.gov.cn/p/${token}`);
});

test.each([
  ['the token itself', token],
  ['the link', link],
  ['the link with white space around it', ` ${link}\n`],
  ['the link of a demo', posterLink('http://127.0.0.1:8080', token)],
  ["WeChat's q, percent-encoded", encodeURIComponent(link)],
  ['percent-encoded in small letters', encodeURIComponent(link).replace(/%../g, (hex) => hex.toLowerCase())],
])('%s gives the token', (_, text) => {
  expect(posterTokenFromText(text, origins)).toBe(token);
});

test.each([
  ['empty', ''],
  ['another host', link.replace('example', 'examp1e')],
  ['our host as a user name', link.replace('https://', 'https://code.example.gov.cn@evil.example/')],
  ['our host as a prefix', link.replace('gov.cn', 'gov.cn.evil.example')],
  ['http instead of https', link.replace('https', 'http')],
  ['another port', link.replace('gov.cn', 'gov.cn:444')],
  ['another path', link.replace('/p/', '/q/')],
  ['a deeper path', link.replace('/p/', '/x/p/')],
  ['a climbing path', link.replace('/p/', '/p/../p/')],
  ['a query behind it', `${link}?x=1`],
  ['a fragment behind it', `${link}#x`],
  ['a slash behind it', `${link}/`],
  ['a word before it', `go ${link}`],
  ['encoded twice', encodeURIComponent(encodeURIComponent(link))],
  ['broken encoding', `${encodeURIComponent(link)}%`],
  ['an encoded foreign link', encodeURIComponent(`https://evil.example/p/${token}`)],
  ['a token cut short', link.slice(0, -1)],
  ['a token with an altered spare bit', link.slice(0, -1) + spareBitOf(link.slice(-1))],
  ['a script', `javascript:location='${link}'`],
  ['a very long text', link.padStart(1_000_000, ' ')],
])('%s gives nothing', (_, text) => {
  expect(posterTokenFromText(text, origins)).toBeUndefined();
});

test('no origin allowed, no link taken', () => {
  expect(posterTokenFromText(link, [])).toBeUndefined();
});

test('never throws and never finds a token in other texts', () => {
  const texts = fc.oneof(
    fc.webUrl(),
    fc.string({ unit: 'binary' }),
    fc.constantFrom('%', '%E0%A4', 'https%3A%2F%2F%'),
  );

  fc.assert(
    fc.property(texts, (text) => {
      expect(posterTokenFromText(text, origins)).toBeUndefined();
    }),
  );
});

function spareBitOf(character: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

  return alphabet.charAt(alphabet.indexOf(character) + 1);
}
