import { flow, flowChange, flowEnd, type Flow } from '@anxing/contract/flow';
import type { z } from 'zod';

import { urlOf } from '../../../lib/api/urlOf';
import type { LiveEvent } from './liveState';

/** Nothing for so long, not even a beat, means that the line is dead without saying so. */
const silenceMs = 40_000;

/** ms before another try; after the last of them one goes on with it, and asks for the numbers meanwhile. */
const pauses = [1_000, 3_000, 20_000];

/** Seconds between two questions while there is no stream. */
export const pollSeconds = 20;

export interface StreamSource {
  /** Everything as it is now; also renews the session, or leads to the sign-in page. */
  fetchFlow: () => Promise<Flow>;
  tell: (event: LiveEvent) => void;
}

/** Follows the stream of the flow, over breaks, for as long as it is not stopped. */
export class FlowStream {
  private source: EventSource | undefined;

  private timer: ReturnType<typeof setTimeout> | undefined;

  private failures = 0;

  private isStopped = false;

  constructor(private readonly options: StreamSource) {}

  start(): void {
    const source = new EventSource(urlOf('unit/flow/stream'));
    this.source = source;
    this.listen('snapshot', flow, (data) => {
      this.failures = 0;
      this.options.tell({ type: 'snapshot', flow: data });
      this.options.tell({ type: 'connection', connection: 'live' });
    });
    this.listen('change', flowChange, (change) => this.options.tell({ type: 'change', change }));
    this.listen('end', flowEnd, () => this.breakOff());
    source.addEventListener('beat', () => this.awaitSound());
    source.onerror = () => this.breakOff();
    this.awaitSound();
  }

  stop(): void {
    this.isStopped = true;
    this.close();
  }

  private listen<S extends z.ZodType>(event: string, schema: S, act: (data: z.output<S>) => void): void {
    this.source?.addEventListener(event, (message: MessageEvent<string>) => {
      this.awaitSound();
      act(schema.parse(JSON.parse(message.data)));
    });
  }

  private close(): void {
    clearTimeout(this.timer);
    this.source?.close();
    this.source = undefined;
  }

  private awaitSound(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.breakOff(), silenceMs);
  }

  private breakOff(): void {
    this.close();
    if (this.isStopped) {
      return;
    }
    const pause = pauses[Math.min(this.failures, pauses.length - 1)] ?? 0;
    this.failures += 1;
    const connection = this.failures < pauses.length ? 'retrying' : 'polling';
    this.options.tell({ type: 'connection', connection });
    // Spread a little: after a restart of the server everybody would come at the same moment.
    this.timer = setTimeout(() => void this.tryAgain(), pause * (1 + Math.random() / 4));
  }

  private async tryAgain(): Promise<void> {
    try {
      const latest = await this.options.fetchFlow();
      if (!this.isStopped) {
        this.options.tell({ type: 'snapshot', flow: latest });
        this.start();
      }
    } catch {
      this.breakOff();
    }
  }
}
