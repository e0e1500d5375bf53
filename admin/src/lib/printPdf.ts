const frameClass = 'printFrame';

/** The print dialog reads the frame as long as it is open, so the frame stays until the next print. */
function newFrame(): HTMLIFrameElement {
  document.querySelectorAll(`.${frameClass}`).forEach((old) => old.remove());
  const frame = document.createElement('iframe');
  frame.className = frameClass;
  frame.title = '打印';
  frame.tabIndex = -1;
  frame.setAttribute('aria-hidden', 'true');

  return frame;
}

/**
 * Opens the browser's print dialog for a PDF.
 * @returns false when this browser shows no PDFs by itself, as on most phones
 */
export function printPdf(pdf: Blob): boolean {
  if (!navigator.pdfViewerEnabled) {
    return false;
  }
  const frame = newFrame();
  const url = URL.createObjectURL(pdf);
  frame.addEventListener('load', () => {
    frame.contentWindow?.focus();
    frame.contentWindow?.print();
  });
  frame.src = url;
  document.body.append(frame);

  return true;
}
