import { randomUUID } from 'node:crypto';
import { EventEmitter } from 'node:events';

import type { BusMessages } from '../../../api/src/storage/bus';
import type { LeaseMode } from '../../../api/src/storage/leases';
import { RedisBus } from '../../../api/src/storage/redisBus';
import type { SlotLease } from '../../../api/src/storage/slotLease';

/** One process on the bus, as far as the bus can tell: what its lease says, the test says. */
export class BusMember {
  readonly owner = randomUUID();

  isHeld = true;

  /** What happened in this process, in its order. */
  readonly heard: (BusMessages['changes'] | BusMessages['flow'] | 'gap')[] = [];

  readonly warn = jest.fn();

  readonly bus: RedisBus;

  private readonly events: SlotLease['events'] = new EventEmitter();

  constructor(url: string, channel = 'test') {
    const lease = { owner: this.owner, isHeld: () => this.isHeld, events: this.events };
    this.bus = new RedisBus({ url, channel, lease, logger: { warn: this.warn } });
    this.bus.subscribe('changes', (changes) => this.heard.push(changes));
    this.bus.subscribe('flow', (flow) => this.heard.push(flow));
    this.bus.onGap(() => this.heard.push('gap'));
  }

  /** Its lease was renewed, and it read who else has one. */
  meet(others: readonly BusMember[], mode: LeaseMode = 'shared'): void {
    const leases = others.map(({ owner }, slot) => ({
      slot,
      owner,
      host: 'x',
      pid: slot,
      mode,
      isOver: false,
    }));
    this.events.emit('renewed', leases, performance.now());
  }

  /** Its lease was in doubt, and is held again. */
  regain(): void {
    this.events.emit('regained');
    this.isHeld = true;
  }

  tell(id: string): void {
    this.bus.publish('changes', [{ table: 'staff', id }]);
  }

  /** Ids of the changes it heard of. */
  get ids(): string[] {
    return this.heard.flatMap((one) => (Array.isArray(one) ? one.map(({ id }) => id) : []));
  }

  get gaps(): number {
    return this.heard.filter((one) => one === 'gap').length;
  }
}
