/** As many as the platform takes at once. */
const atOnce = 50;

/** Passages that were decided here: on the disk before the gate opens, until the platform has answered for each. */
export class Queue {
  #items;

  /** @param {import('./state.mjs').State} state */
  constructor(state) {
    this.state = state;
    this.#items = state.queue;
  }

  get length() {
    return this.#items.length;
  }

  /** All that wait, oldest first. */
  get items() {
    return this.#items;
  }

  add(item) {
    this.#keep([...this.#items, item]);
  }

  /** The oldest ones, in their order. */
  first() {
    return this.#items.slice(0, atOnce);
  }

  drop(ids) {
    const done = new Set(ids);
    this.#keep(this.#items.filter(({ id }) => !done.has(id)));
  }

  #keep(items) {
    this.state.write('queue', items);
    this.#items = items;
  }
}
