import type { Flow, FlowChange, FlowEnd } from '@anxing/contract/flow';

import type { Services } from '../context';
import type { LiveNews, LiveUnit } from '../flow/liveUnit';
import type { OpenStream } from '../flow/openStreams';
import { isInSight, type PointSight } from '../policies/pointSight';
import { presentFlow, presentOpenWarning } from '../presenters/flow';
import type { StaffCaller } from './caller';
import { EventStream } from './eventStream';
import { staffOfSession } from './identifyCaller';
import { sightOf } from './pointSight';

function isSameSight(one: PointSight, other: PointSight): boolean {
  return one === 'all' || other === 'all'
    ? one === other
    : one.size === other.size && [...one].every((id) => other.has(id));
}

/** The live flow of a unit, as far as one staff member sees it, for as long as he may. */
export class FlowStream implements OpenStream {
  readonly sessionId: string;

  readonly staffId: string;

  readonly unitId: string;

  readonly events = new EventStream();

  private unit: LiveUnit | undefined;

  private sight: PointSight = new Set();

  private pending = { changed: new Set<string>(), gone: new Set<string>(), hasOtherWarnings: false };

  constructor(
    private readonly services: Services,
    caller: StaffCaller,
  ) {
    this.sessionId = caller.session.id;
    this.staffId = caller.staff.id;
    this.unitId = caller.unit.id;
  }

  /** Takes a place and begins with everything. @throws unavailable, too_many_requests */
  async open(caller: StaffCaller): Promise<void> {
    const { flow } = this.services;
    const leave = flow.streams.add(this);
    this.events.onClose(leave);
    try {
      this.sight = await sightOf(this.services, caller);
      const watch = await flow.live.watch(this.unitId, (news) => this.hear(news));
      this.unit = watch.unit;
      this.events.onClose(watch.stop);
      this.events.onDrain(() => this.sendPending());
      this.sendAll();
    } catch (error) {
      leave();
      throw error;
    }
  }

  async recheck(): Promise<void> {
    const caller = await staffOfSession(this.services, this.sessionId);
    if (!caller?.abilities.readFlow || caller.staff.mustChangePassword) {
      this.end('signedOut');

      return;
    }
    const sight = await sightOf(this.services, caller);
    if (!isSameSight(sight, this.sight)) {
      this.sight = sight;
      this.sendAll();
    }
  }

  /** While nobody can be asked, nothing is told either: the browser will notice the silence. */
  async beat(): Promise<void> {
    await this.recheck();
    this.events.send('beat', { at: this.services.clock.now() });
  }

  end(reason: FlowEnd['reason']): void {
    this.events.send('end', { reason });
    this.events.end();
  }

  private hear({ changed, gone, hasOtherWarnings }: LiveNews): void {
    changed.forEach((id) => this.pending.changed.add(id));
    gone.forEach((id) => this.pending.gone.add(id));
    this.pending.hasOtherWarnings ||= hasOtherWarnings;
    if (this.unit && this.events.isDrained) {
      this.sendPending();
    }
  }

  private forget(): void {
    this.pending = { changed: new Set(), gone: new Set(), hasOtherWarnings: false };
  }

  private rowsOf(ids: Iterable<string>): Flow['items'] {
    return [...ids].flatMap((id) => {
      const row = isInSight(this.sight, id) ? this.unit?.rows.get(id) : undefined;

      return row ? [presentFlow(row)] : [];
    });
  }

  private warnings(): Flow['warnings'] {
    const seen = this.unit?.warnings.filter(({ pointId }) => isInSight(this.sight, pointId)) ?? [];

    return seen.map(presentOpenWarning);
  }

  private sendAll(): void {
    this.forget();
    const all: Flow = {
      items: this.rowsOf(this.unit?.rows.keys() ?? []),
      warnings: this.warnings(),
      at: this.services.clock.now(),
    };
    this.events.send('snapshot', all);
  }

  private sendPending(): void {
    const { changed, gone, hasOtherWarnings } = this.pending;
    this.forget();
    const change: FlowChange = {
      items: this.rowsOf(changed),
      gone: [...gone].filter((id) => isInSight(this.sight, id)),
      ...(hasOtherWarnings ? { warnings: this.warnings() } : {}),
      at: this.services.clock.now(),
    };
    if (change.items.length > 0 || change.gone.length > 0 || hasOtherWarnings) {
      this.events.send('change', change);
    }
  }
}
