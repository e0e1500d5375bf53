/** Lays a picture over the whole page until it is tapped, closed by its button or by Escape. */
export function openViewer(url: string, texts: { name: string; close: string }): void {
  const viewer = document.createElement('dialog');
  viewer.className = 'picture-viewer';
  viewer.setAttribute('aria-label', texts.name);
  const picture = document.createElement('img');
  picture.className = 'picture-viewer__picture';
  picture.src = url;
  picture.alt = texts.name;
  const close = document.createElement('button');
  close.type = 'button';
  close.className = 'picture-viewer__close';
  close.textContent = texts.close;
  viewer.append(picture, close);
  viewer.addEventListener('click', () => viewer.close());
  viewer.addEventListener('close', () => viewer.remove());
  document.body.append(viewer);
  viewer.showModal();
}
