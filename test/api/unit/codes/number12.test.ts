import { checkDigit, groupNumber, isNumber12, normaliseNumber } from '@anxing/contract/number12';

import { newNumber } from '../../../../api/src/codes/number12';

const samples = Array.from({ length: 200 }, () => newNumber());
const digits = [...'0123456789'];

const replaced = (text: string, place: number, digit: string) =>
  text.slice(0, place) + digit + text.slice(place + 1);

test("Damm's own example: 572 has the check digit 4", () => {
  expect(checkDigit('572')).toBe(4);
  expect(checkDigit('5724')).toBe(0);
});

test('a new number has twelve digits and the right check digit', () => {
  for (const number of samples) {
    expect(number).toMatch(/^\d{12}$/);
    expect(isNumber12(number)).toBe(true);
  }
});

test('numbers hardly ever repeat, and start with every digit', () => {
  const numbers = Array.from({ length: 5_000 }, () => newNumber());

  expect(new Set(numbers).size).toBe(5_000);
  expect(new Set(numbers.map((number) => number.charAt(0))).size).toBe(10);
});

test('every single wrong digit is noticed', () => {
  for (const number of samples) {
    for (let place = 0; place < 12; place++) {
      for (const digit of digits.filter((other) => other !== number[place])) {
        expect(isNumber12(replaced(number, place, digit))).toBe(false);
      }
    }
  }
});

test('every swap of two neighbours is noticed, for all pairs at every place', () => {
  const tail = '5724010293';
  for (let place = 0; place < 10; place++) {
    for (const [a, b] of digits.flatMap((x) => digits.map((y) => [x, y] as const))) {
      const eleven = tail.slice(0, place) + a + b + tail.slice(place + 1, 10);
      const number = `${eleven}${checkDigit(eleven)}`;
      const swapped = number.slice(0, place) + b + a + number.slice(place + 2);

      expect(isNumber12(number)).toBe(true);
      expect(isNumber12(swapped)).toBe(a === b);
    }
  }
});

test('the check digit swapped with its neighbour is noticed', () => {
  for (const number of samples.filter((sample) => sample[10] !== sample[11])) {
    expect(isNumber12(number.slice(0, 10) + number.charAt(11) + number.charAt(10))).toBe(false);
  }
});

test.each(['', '12345678901', '1234567890123', '12345678901a', '１２３４５６７８９０１２', ' 00000000000'])(
  '%p is no number',
  (text) => {
    expect(isNumber12(text)).toBe(false);
  },
);

test('is shown 4-4-4, and read back from that', () => {
  const number = `12345678901${checkDigit('12345678901')}`;

  expect(groupNumber(number)).toBe(`1234 5678 901${checkDigit('12345678901')}`);
  for (const sample of samples) {
    expect(normaliseNumber(groupNumber(sample))).toBe(sample);
    expect(normaliseNumber(sample.replace(/(....)/g, '-$1 '))).toBe(sample);
  }
  expect(normaliseNumber('1234 5678')).toBeUndefined();
});
