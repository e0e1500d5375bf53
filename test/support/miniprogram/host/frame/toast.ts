import { make } from './dom';

const box = make('bench-toast');
let timer = 0;

/** One text over the page: a toast goes by itself, a loading notice stays until it is hidden. */
export function showToast(text: string, duration?: number): void {
  window.clearTimeout(timer);
  box.textContent = text;
  document.body.append(box);
  if (duration !== undefined) {
    timer = window.setTimeout(hideToast, duration);
  }
}

export function hideToast(): void {
  window.clearTimeout(timer);
  box.remove();
}
