import { setImmediate } from 'node:timers/promises';

import type { PosterContent, PosterTheme } from './content';
import { newPdf, pointsPerMillimetre } from './newPdf';
import type { PageSize } from './pageSizes';
import { drawMark } from './pdfMarks';
import { posterPage } from './posterPage';

/**
 * Posters as one PDF, a page each, streamed while it is drawn; the two fonts are embedded once, only the glyphs used.
 * Other work gets its turn between pages. An error of `contents` destroys the stream with it.
 */
export function posterPdf(
  contents: Iterable<PosterContent> | AsyncIterable<PosterContent>,
  theme: PosterTheme,
  size: PageSize,
): PDFKit.PDFDocument {
  const document = newPdf();
  drawAll(document, contents, theme, size).catch((error: unknown) => document.destroy(asError(error)));

  return document;
}

async function drawAll(
  document: PDFKit.PDFDocument,
  contents: Iterable<PosterContent> | AsyncIterable<PosterContent>,
  theme: PosterTheme,
  size: PageSize,
): Promise<void> {
  for await (const content of contents) {
    await setImmediate();
    if (document.destroyed) {
      return;
    }
    drawPage(document, content, theme, size);
  }
  document.end();
}

function drawPage(
  document: PDFKit.PDFDocument,
  content: PosterContent,
  theme: PosterTheme,
  size: PageSize,
): void {
  const paper: [number, number] = [size.width * pointsPerMillimetre, size.height * pointsPerMillimetre];
  document.info.Title ??= content.title;
  document.addPage({ size: paper, margin: 0 });
  document.save().scale(pointsPerMillimetre);
  for (const { matrix, marks } of posterPage(content, theme, size)) {
    document.save().transform(...matrix);
    marks.forEach((mark) => drawMark(document, mark));
    document.restore();
  }
  document.restore();
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
