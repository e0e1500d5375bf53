import { useEffect, useRef } from 'react';

import { characterOf } from './characterOf';

/** Keys that mean something at a door, beside characters. */
export const namedKeys = [
  'Enter',
  'Tab',
  'Escape',
  'Backspace',
  'ArrowLeft',
  'ArrowRight',
  'F2',
  'F4',
  'F8',
] as const;
export type NamedKey = (typeof namedKeys)[number];

export interface KeyListener {
  /** @param at ms on the page's clock */
  onCharacter(character: string, at: number): void;
  /** @returns whether it was used: then neither a button nor the browser gets it */
  onKey(key: NamedKey, at: number): boolean;
}

const controls = 'button, a, input, textarea, select, [role="button"]';

function isControl(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(controls) !== null;
}

function nameOf({ key, code }: KeyboardEvent): NamedKey | undefined {
  const name = code === 'NumpadEnter' ? 'Enter' : key;

  // An input method that takes Enter as well leaves its place only.
  return namedKeys.find((one) => one === name || (key === 'Process' && one === code));
}

/** Tells the listener what is typed, wherever the focus is. @returns what ends it */
function listen(told: () => KeyListener): () => void {
  /** How many characters came by key since the last text that an input method put together. */
  let keysHeard = 0;
  let isComposing = false;

  function swallow(event: Event): void {
    event.preventDefault();
    event.stopImmediatePropagation();
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.altKey || event.metaKey || event.repeat) {
      return;
    }
    const name = nameOf(event);
    if (name) {
      keysHeard = isComposing ? keysHeard : 0;
      const isForControl = isControl(event.target) && (name === 'Enter' || name === 'Tab');
      if (told().onKey(name, event.timeStamp) || !(isForControl || name === 'Tab')) {
        swallow(event);
      }

      return;
    }
    const character = characterOf(event);
    if (character) {
      keysHeard += 1;
      told().onCharacter(character, event.timeStamp);
      swallow(event);
    }
  }

  function onText(text: string, at: number): void {
    for (const character of text.normalize('NFKC')) {
      told().onCharacter(character, at);
    }
  }

  function onCompositionStart(): void {
    isComposing = true;
  }

  /** Keys that were heard one by one say better what was typed; a reader that writes into the page has none. */
  function onCompositionEnd(event: CompositionEvent): void {
    if (keysHeard === 0) {
      onText(event.data, event.timeStamp);
    }
    isComposing = false;
    keysHeard = 0;
  }

  function onBeforeInput(event: InputEvent): void {
    if (!event.isComposing && event.inputType === 'insertText') {
      onText(event.data ?? '', event.timeStamp);
      swallow(event);
    }
  }

  const options = { capture: true };
  window.addEventListener('keydown', onKeyDown, options);
  window.addEventListener('compositionstart', onCompositionStart, options);
  window.addEventListener('compositionend', onCompositionEnd, options);
  window.addEventListener('beforeinput', onBeforeInput, options);

  return () => {
    window.removeEventListener('keydown', onKeyDown, options);
    window.removeEventListener('compositionstart', onCompositionStart, options);
    window.removeEventListener('compositionend', onCompositionEnd, options);
    window.removeEventListener('beforeinput', onBeforeInput, options);
  };
}

/**
 * Hears every key before anybody else does. A scan gun is a keyboard: no field holds the focus, so that no input method
 * begins to compose, and a button that has it is not pressed by the gun's Enter.
 */
export function useKeys(listener: KeyListener): void {
  const latest = useRef(listener);
  latest.current = listener;

  useEffect(() => listen(() => latest.current), []);
}
