import { make } from './dom';

/** Shows something over the page, with the page dimmed and out of reach. */
export function openOverlay(content: HTMLElement): () => void {
  const overlay = make('bench-overlay');
  overlay.append(content);
  document.body.append(overlay);

  return () => overlay.remove();
}
