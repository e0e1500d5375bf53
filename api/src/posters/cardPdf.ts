import type { PosterTheme } from './content';
import type { Box, Mark } from './drawing';
import { newPdf, pointsPerMillimetre } from './newPdf';
import { drawMark } from './pdfMarks';
import { textBlock, type TextStyle } from './textBlock';

/** What stands on a printed card. */
export interface CardContent {
  /** What the QR code holds. */
  text: string;
  /** 安行码 */
  brand: string;
  /** Masked: whoever finds the card does not learn whose it is. */
  name: string;
  /** YYYY-MM-DD */
  issuedOn: string;
  hotline: string;
}

const page = { width: 210, height: 297 };
/** Twice a bank card, so that the code can be read by a weak camera and the text by weak eyes. */
const card: Box = { x: 30, y: 30, width: 150, height: 95 };
const padding = 7;
const headHeight = 16;
const qrSide = 62;

const words = {
  title: '纸质健康码',
  purpose: '请值守人员扫描此码核验',
  note: '本卡只用于确认身份，不代表健康状况；颜色以扫描结果为准。',
  cut: '沿虚线剪下，随身携带',
};

function lostText({ hotline }: CardContent): string {
  return `遗失请在小程序或服务网点补办（旧卡即失效），或致电 ${hotline}。拾到者请交还服务网点。`;
}

function stacked(texts: readonly (TextStyle & { text: string; height: number })[], area: Box): Mark[] {
  const marks: Mark[] = [];
  let { y } = area;
  for (const { text, height, ...style } of texts) {
    marks.push(...textBlock(text, { ...area, y, height }, style).marks);
    y += height;
  }

  return marks;
}

function cutLine({ x, y, width, height }: Box, stroke: string): Mark {
  const [right, bottom] = [x + width, y + height];

  return {
    kind: 'stroke',
    path: `M${x} ${y}L${right} ${y}L${right} ${bottom}L${x} ${bottom}L${x} ${y}`,
    stroke,
    strokeWidth: 0.3,
    dash: 2,
  };
}

function cardMarks(content: CardContent, theme: PosterTheme): Mark[] {
  const head: Box = { ...card, height: headHeight };
  const body = card.y + headHeight + (card.height - headHeight - qrSide) / 2;
  const qr = { x: card.x + padding, y: body, side: qrSide };
  const beside: Box = {
    x: qr.x + qrSide + padding,
    y: body,
    width: card.width - qrSide - 3 * padding,
    height: qrSide,
  };
  const plain = { weight: 'regular', fill: theme.ink, minSize: 2.8 } as const;

  return [
    { kind: 'rect', ...head, fill: theme.brand },
    ...textBlock(
      `${content.brand} · ${words.title}`,
      { ...head, x: head.x + padding, y: head.y + 3.2, width: head.width - 2 * padding },
      { weight: 'bold', fill: theme.onBrand, size: 8, minSize: 5 },
    ).marks,
    { kind: 'qr', text: content.text, ...qr },
    ...stacked(
      [
        { ...plain, text: content.name, height: 15, weight: 'bold', size: 11 },
        { ...plain, text: words.purpose, height: 9, weight: 'bold', size: 5 },
        { ...plain, text: words.note, height: 15, size: 4, maxLines: 3 },
        { ...plain, text: lostText(content), height: 17, size: 3.4, fill: theme.soft, maxLines: 5 },
        { ...plain, text: `制卡 ${content.issuedOn}`, height: 6, size: 3.4, fill: theme.soft },
      ],
      beside,
    ),
    cutLine(card, theme.soft),
    ...textBlock(
      words.cut,
      { ...card, y: card.y + card.height + 3, height: 6 },
      { ...plain, size: 4, fill: theme.soft, align: 'middle' },
    ).marks,
  ];
}

/** A card on a sheet of A4, to be cut out. */
export function cardPdf(content: CardContent, theme: PosterTheme): PDFKit.PDFDocument {
  const document = newPdf();
  document.info.Title = words.title;
  document.addPage({
    size: [page.width * pointsPerMillimetre, page.height * pointsPerMillimetre],
    margin: 0,
  });
  document.save().scale(pointsPerMillimetre);
  cardMarks(content, theme).forEach((mark) => drawMark(document, mark));
  document.restore();
  document.end();

  return document;
}
