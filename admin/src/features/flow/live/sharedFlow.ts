import type { Flow } from '@anxing/contract/flow';

import { FlowStream } from './flowStream';
import { afterEvent, nothingYet, type LiveEvent, type LiveState } from './liveState';

const name = 'anxing-flow';

/** What tabs tell each other: an event of the stream, or the wish to hear everything. */
type Word = { event: LiveEvent } | { wish: 'everything' };

/**
 * The flow of all tabs of a browser: one of them follows the stream and tells the others, and when it is closed another
 * one takes over. A browser that cannot do this has a stream for each tab.
 */
export class SharedFlow {
  private state: LiveState = nothingYet;

  private stream: FlowStream | undefined;

  private channel: BroadcastChannel | undefined;

  private readonly leaving = new AbortController();

  constructor(
    private readonly fetchFlow: () => Promise<Flow>,
    private readonly onState: (state: LiveState) => void,
  ) {}

  start(): void {
    if (!('locks' in navigator) || typeof BroadcastChannel === 'undefined') {
      this.lead();

      return;
    }
    this.channel = new BroadcastChannel(name);
    this.channel.onmessage = ({ data }: MessageEvent<Word>) => this.hear(data);
    this.say({ wish: 'everything' });
    const untilLeft = () =>
      new Promise<void>((left) => {
        this.leaving.signal.addEventListener('abort', () => left());
        this.lead();
      });
    navigator.locks.request(name, { signal: this.leaving.signal }, untilLeft).catch(() => undefined);
  }

  stop(): void {
    this.leaving.abort();
    this.stream?.stop();
    this.channel?.close();
    this.channel = undefined;
  }

  private lead(): void {
    this.stream = new FlowStream({
      fetchFlow: this.fetchFlow,
      tell: (event) => {
        this.take(event);
        this.say({ event });
      },
    });
    this.stream.start();
  }

  private say(word: Word): void {
    this.channel?.postMessage(word);
  }

  private hear(word: Word): void {
    if ('event' in word) {
      this.take(word.event);
    } else if (this.stream && this.state.items) {
      const { items, warnings, changedAt, connection } = this.state;
      const flow: Flow = { items: [...items.values()], warnings: [...warnings], at: changedAt ?? 0 };
      this.say({ event: { type: 'snapshot', flow } });
      this.say({ event: { type: 'connection', connection } });
    }
  }

  private take(event: LiveEvent): void {
    // A change of something that is not known yet: everything will come.
    if (event.type === 'change' && !this.state.items) {
      return;
    }
    this.state = afterEvent(this.state, event);
    this.onState(this.state);
  }
}
