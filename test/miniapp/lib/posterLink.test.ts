import fc from 'fast-check';

import { readPoster } from '../../../miniapp/src/lib/posterLink';

const origins = ['https://code.example', 'http://127.0.0.1:8080'];
const token = fc
  .array(fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'), {
    minLength: 31,
    maxLength: 31,
  })
  .map((characters) => characters.join(''));

describe('reading a scanned text', () => {
  test('a link of ours and the token alone give the same token', () => {
    fc.assert(
      fc.property(token, fc.constantFrom(...origins), (text, origin) => {
        expect(readPoster(`${origin}/p/${text}`, origins)).toEqual({ token: text });
        expect(readPoster(` ${text}\n`, origins)).toEqual({ token: text });
      }),
    );
  });

  test('a host that is not ours is foreign, however it is dressed up', () => {
    fc.assert(
      fc.property(token, fc.domain(), (text, host) => {
        fc.pre(host !== 'code.example');
        for (const link of [
          `https://${host}/p/${text}`,
          `https://code.example.${host}/p/${text}`,
          `https://code.example@${host}/p/${text}`,
          `https://${host}\\@code.example/p/${text}`,
          `https://${host}#https://code.example/p/${text}`,
        ]) {
          expect(readPoster(link, origins)).toEqual({ refusal: 'foreign' });
        }
      }),
    );
  });

  test('another path of our host is no poster', () => {
    const tail = 'A'.repeat(31);
    for (const path of [
      `/q/${tail}`,
      `/p/${tail}/more`,
      `/p/${tail}?a=1`,
      '/p/',
      '/p/short',
      `/p/${tail}A`,
      '',
    ]) {
      expect(readPoster(`https://code.example${path}`, origins)).toEqual({ refusal: 'notPoster' });
    }
  });

  test('scheme and case of the host do not matter, other ports do', () => {
    const tail = 'A'.repeat(31);
    expect(readPoster(`HTTPS://CODE.example/p/${tail}`, origins)).toEqual({ token: tail });
    expect(readPoster(`https://code.example:444/p/${tail}`, origins)).toEqual({ refusal: 'foreign' });
  });

  test('a demonstration calls the same machine by different names', () => {
    const tail = 'A'.repeat(31);
    expect(readPoster(`http://localhost:8080/p/${tail}`, origins)).toEqual({ token: tail });
  });

  test('what else people scan is named', () => {
    expect(readPoster('wxp://f2f0abc', origins)).toEqual({ refusal: 'payment' });
    expect(readPoster('https://qr.alipay.com/fkx123', origins)).toEqual({ refusal: 'payment' });
    expect(readPoster('134567890123456789', origins)).toEqual({ refusal: 'payment' });
    expect(readPoster('AX1:abc', origins)).toEqual({ refusal: 'personalCode' });
    expect(readPoster('javascript:alert(1)', origins)).toEqual({ refusal: 'notPoster' });
  });

  test('any text at all is answered, and only 31 characters of the alphabet are a token', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (text) => {
        const reading = readPoster(text, origins);
        if ('token' in reading) {
          expect(reading.token).toMatch(/^[\w-]{31}$/);
        }
      }),
    );
  });
});
