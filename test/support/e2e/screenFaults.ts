import type { Page } from 'playwright-core';

/** Names that people here write in Latin letters. */
const latinWords = [
  'API',
  'PDF',
  'PNG',
  'SVG',
  'QR',
  'WGS',
  'URL',
  'JavaScript',
  'Excel',
  'CSV',
  'JPG',
  'KB',
  'MB',
  'NDJSON',
  'UTF',
  // Ends of file names.
  'csv',
  'pdf',
  'xlsx',
];

/** Runs inside the page: words in Latin letters in what is seen, read out or shown as a hint. */
function findLatinWords(allowed: readonly string[]): string[] {
  const texts: string[] = [];
  // Codes, links and what a screen quotes on purpose; antd names the pictures in its own controls in English.
  const quoted = 'code, .linkText, [lang="en"], script, style, noscript, .anticon';
  const elements = [...document.body.querySelectorAll('*')].filter(
    (element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest(quoted),
  );
  for (const element of elements) {
    for (const node of element.childNodes) {
      texts.push(node.nodeType === Node.TEXT_NODE ? (node.textContent ?? '') : '');
    }
    const isRead = !element.closest('[aria-hidden="true"]');
    for (const name of isRead ? ['aria-label', 'title', 'alt', 'placeholder'] : []) {
      texts.push(element.getAttribute(name) ?? '');
    }
  }
  const words = texts
    .map((text) => text.replace(/https?:\/\/\S+|(GET|POST) \/\S+/g, ''))
    .flatMap((text) => text.match(/[A-Za-z0-9]{2,}/g) ?? []);

  // With a digit in it, it is a code or a number.
  return [...new Set(words)].filter((word) => !/\d/.test(word) && !allowed.includes(word));
}

/** Runs inside the page: what sticks out to the right, or does not fit into its own box. */
function findOverflow(): string[] {
  const root = document.documentElement;
  const faults = root.scrollWidth > window.innerWidth + 1 ? [`the page is ${root.scrollWidth} px wide`] : [];
  const describe = (element: Element) =>
    `<${element.localName} class="${element.getAttribute('class') ?? ''}"> ${(element.textContent ?? '').slice(0, 40)}`;
  const isScrolled = (element: Element) => {
    for (let above = element.parentElement; above; above = above.parentElement) {
      if (/auto|scroll|hidden/.test(getComputedStyle(above).overflowX) && above !== document.body) {
        return true;
      }
    }

    return false;
  };
  for (const element of document.body.querySelectorAll('*')) {
    const { right, width, height } = element.getBoundingClientRect();
    const isSeen = width > 1 && height > 1 && element.checkVisibility({ visibilityProperty: true });
    if (isSeen && right > window.innerWidth + 1 && !isScrolled(element)) {
      faults.push(`sticks out by ${Math.round(right - window.innerWidth)} px: ${describe(element)}`);
    }
  }

  return faults;
}

/** What is wrong with the page as it stands, apart from what axe finds; a line each. */
export async function screenFaults(page: Page): Promise<string[]> {
  const words = await page.evaluate(findLatinWords, latinWords);

  return [...(await page.evaluate(findOverflow)), ...words.map((word) => `not Chinese: ${word}`)];
}
