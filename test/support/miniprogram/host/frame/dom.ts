/** An element with a class, and text when it is only that. */
export function make(className: string, text = ''): HTMLElement {
  const element = document.createElement('div');
  element.className = className;
  element.textContent = text;

  return element;
}

/** A button of the phone itself, not of the app. */
export function makeButton(className: string, text: string, press: () => void): HTMLElement {
  const button = make(className, text);
  button.setAttribute('role', 'button');
  button.addEventListener('click', press);

  return button;
}
