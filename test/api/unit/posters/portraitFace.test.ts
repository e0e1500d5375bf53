import type { PosterContent } from '../../../../api/src/posters/content';
import { portraitFace } from '../../../../api/src/posters/portraitFace';
import { textsOf } from './ink';
import { posterContent, theme } from './samples';

const face = (changes: Partial<PosterContent>) => textsOf(portraitFace(posterContent(changes), theme));

test('neither the longest name nor the longest address is cut', () => {
  const marks = face({ name: '城'.repeat(60), address: '路'.repeat(120) });
  const text = (character: string) => marks.filter((mark) => mark.text.includes(character));

  expect(
    text('城')
      .map((mark) => mark.text.length)
      .reduce((a, b) => a + b),
  ).toBe(60);
  expect(
    text('路')
      .map((mark) => mark.text.length)
      .reduce((a, b) => a + b),
  ).toBe(120);
  expect(text('城')[0]?.size).toBeGreaterThan(6);
  expect(text('路')[0]?.size).toBeGreaterThan(3.5);
  expect(marks.some((mark) => mark.text.includes('…'))).toBe(false);
});

test('the name is the largest text, and an ordinary one is readable from two metres', () => {
  const name = face({ name: '三坊茶舍' }).find((mark) => mark.text === '三坊茶舍');
  const sizes = face({ name: '三坊茶舍' }).map((mark) => mark.size);

  expect(name?.size).toBe(Math.max(...sizes));
  expect(face({}).find((mark) => mark.text.includes('江滨店'))?.size).toBeGreaterThan(12);
});

test('the QR code is large', () => {
  const qr = portraitFace(posterContent(), theme).find((mark) => mark.kind === 'qr');

  expect(qr?.side).toBeGreaterThanOrEqual(120);
});

test('serial, date, layout and labels are printed; the date only when there is one', () => {
  const words = (changes: Partial<PosterContent>) =>
    face(changes)
      .map((mark) => mark.text)
      .join('|');

  expect(words({})).toContain('启用 2026-11-21 · 序号 3 · 版式 P2');
  expect(words({ validFrom: undefined })).toContain('|序号 3 · 版式 P2');
  expect(words({ labels: { shortCode: 'Code' } })).toContain('Code|7KQ-2MD-X4H');
});

test('the lines of all steps share one size', () => {
  const steps = [
    { title: '微信扫码', lines: ['一', '打开微信，点右上角的加号，选择扫一扫，对准二维码'] },
    { title: '支付宝扫码', lines: ['二'] },
  ];
  const sizes = face({ steps })
    .filter((mark) => ['一', '二'].includes(mark.text))
    .map((mark) => mark.size);

  expect(new Set(sizes).size).toBe(1);
});
