import { app } from '../setup';

const added = new Set<string>();

function add(css: string): void {
  const sheet = document.createElement('style');
  sheet.textContent = css;
  document.head.append(sheet);
}

/** The sheets of the app and of its components count everywhere. */
export function addCommonStyles(): void {
  const components = Object.keys(app.json).filter((name) => app.json[name]?.component);
  for (const name of ['app', ...components]) {
    add(app.styles[name] ?? '');
  }
}

/** A page's sheet counts on that page only. */
export function addPageStyles(path: string): void {
  const css = app.styles[path];
  if (css && !added.has(path)) {
    added.add(path);
    add(`@scope ([data-page="${path}"]) {\n${css}\n}`);
  }
}
