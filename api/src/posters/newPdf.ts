import PDFDocument from 'pdfkit';

import { fontFiles } from './fonts';
import { millimetresPerInch } from './pageSizes';

export const pointsPerMillimetre = 72 / millimetresPerInch;

/** An empty document with the two fonts; only the glyphs that are used are embedded. */
export function newPdf(): PDFKit.PDFDocument {
  const document = new PDFDocument({ autoFirstPage: false, lang: 'zh-CN', displayTitle: true });
  document.registerFont('regular', fontFiles.regular);
  document.registerFont('bold', fontFiles.bold);

  return document;
}
