import type { Mark, QrMark, RectMark, StrokeMark, TextMark } from './drawing';
import { qrSymbol, quietZone } from './qrSymbol';
import { startOf } from './textWidth';

/** Draws one mark onto the current page, whose unit is the millimetre by now. Fonts go by the name of their weight. */
export function drawMark(document: PDFKit.PDFDocument, mark: Mark): void {
  switch (mark.kind) {
    case 'rect':
      drawRect(document, mark);
      break;
    case 'circle':
      document.circle(mark.x, mark.y, mark.radius).fill(mark.fill);
      break;
    case 'stroke':
      drawStroke(document, mark);
      break;
    case 'text':
      drawText(document, mark);
      break;
    case 'qr':
      drawQr(document, mark);
      break;
  }
}

function drawRect(document: PDFKit.PDFDocument, { x, y, width, height, ...look }: RectMark): void {
  const outline = look.radius
    ? document.roundedRect(x, y, width, height, look.radius)
    : document.rect(x, y, width, height);
  if (look.stroke && look.strokeWidth) {
    outline.lineWidth(look.strokeWidth).fillAndStroke(look.fill, look.stroke);
  } else {
    outline.fill(look.fill);
  }
}

function drawStroke(document: PDFKit.PDFDocument, { path, stroke, strokeWidth, dash }: StrokeMark): void {
  document.save().path(path).lineWidth(strokeWidth);
  if (dash === undefined) {
    document.lineCap('round').lineJoin('round');
  } else {
    document.dash(dash, { space: dash });
  }
  document.stroke(stroke).restore();
}

function drawText(document: PDFKit.PDFDocument, mark: TextMark): void {
  document.font(mark.weight).fontSize(mark.size).fillColor(mark.fill).text(mark.text, startOf(mark), mark.y, {
    lineBreak: false,
    baseline: 'alphabetic',
    characterSpacing: mark.tracking,
  });
}

function drawQr(document: PDFKit.PDFDocument, { x, y, side, text }: QrMark): void {
  const symbol = qrSymbol(text);
  const module = side / (symbol.size + 2 * quietZone);
  document.save().translate(x, y).scale(module).translate(quietZone, quietZone);
  symbol.runs.forEach((run) => document.rect(run.x, run.y, run.length, 1));
  document.fill('#000000').restore();
}
