import { heldElements } from './backend';
import { nodeAbove, sendEvent } from './nodes';

/** ms */
const longPressTime = 300;
/** px */
const stillDistance = 10;

interface Press {
  x: number;
  y: number;
  timer: number;
  wasLong: boolean;
}

let press: Press | undefined;

/** Positions are told from the corner of the page's window, below the title bar. */
function positionOf(event: MouseEvent) {
  const target = event.target instanceof Element ? event.target.closest('.bench-window') : null;
  const corner = target?.getBoundingClientRect();

  return { x: event.clientX - (corner?.left ?? 0), y: event.clientY - (corner?.top ?? 0) };
}

function touchOf(event: MouseEvent) {
  const { x, y } = positionOf(event);

  return { identifier: 0, clientX: x, clientY: y, pageX: x, pageY: y };
}

function send(event: MouseEvent, type: string, detail: unknown, isTouching = false): void {
  const node = nodeAbove(event.target);
  if (node) {
    const touch = touchOf(event);
    const extraFields = { touches: isTouching ? [touch] : [], changedTouches: [touch] };
    sendEvent(node, type, detail, { bubbles: true, composed: true, capturePhase: true, extraFields });
  }
}

function wantsLongPress(start: EventTarget | null): boolean {
  for (let element = start as Element | null; element; element = element.parentElement) {
    if (heldElements.has(element)) {
      return true;
    }
  }

  return false;
}

function pressLong(event: PointerEvent): void {
  if (press && wantsLongPress(event.target)) {
    press.wasLong = true;
    send(event, 'longpress', positionOf(event), true);
    send(event, 'longtap', positionOf(event), true);
  }
}

function start(event: PointerEvent): void {
  const timer = window.setTimeout(() => pressLong(event), longPressTime);
  press = { x: event.clientX, y: event.clientY, timer, wasLong: false };
  send(event, 'touchstart', {}, true);
}

function move(event: PointerEvent): void {
  if (press) {
    if (Math.hypot(event.clientX - press.x, event.clientY - press.y) > stillDistance) {
      window.clearTimeout(press.timer);
    }
    send(event, 'touchmove', {}, true);
  }
}

function end(event: PointerEvent, type: 'touchend' | 'touchcancel'): void {
  if (press) {
    window.clearTimeout(press.timer);
    send(event, type, {});
  }
}

/** A click is a tap, whether it came from a finger, a mouse or a script. */
function tap(event: MouseEvent): void {
  const wasLong = press?.wasLong;
  press = undefined;
  const disabled = event.target instanceof Element ? event.target.closest('wx-button[data-disabled]') : null;
  if (wasLong || disabled) {
    event.stopPropagation();

    return;
  }
  send(event, 'tap', positionOf(event));
}

function forward(event: Event): void {
  const node = nodeAbove(event.target);
  if (node) {
    sendEvent(node, event.type, {}, { bubbles: true, composed: true });
  }
}

/** Turns what happens on the glass into the touch events of mini-programs. */
export function watchGestures(): void {
  const options = { capture: true };
  document.addEventListener('pointerdown', start, options);
  document.addEventListener('pointermove', move, options);
  document.addEventListener('pointerup', (event) => end(event, 'touchend'), options);
  document.addEventListener('pointercancel', (event) => end(event, 'touchcancel'), options);
  document.addEventListener('click', tap, options);
  for (const type of ['transitionend', 'animationstart', 'animationiteration', 'animationend']) {
    document.addEventListener(type, forward, options);
  }
}
