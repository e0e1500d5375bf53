import type { LoadName } from './requests';

interface Common {
  port: number;
  connections: number;
  rampMs: number;
  measureMs: number;
  /** Processes whose CPU time and memory are noted, by name. */
  watched: Record<string, number[]>;
}

/** One kind of request on connections that send as soon as they are answered. */
export interface ClosedOrder extends Common {
  kind: 'closed';
  load: LoadName;
}

/** A mix that arrives at a steady rate; Infinity is as fast as the connections go. */
export interface OpenOrder extends Common {
  kind: 'open';
  mix: { load: LoadName; share: number }[];
  rate: number;
  patienceMs: number;
}

/** One request of each kind after the other, until all of them are well for a while. */
export interface ProbeOrder {
  kind: 'probe';
  port: number;
  loads: LoadName[];
  /** ms within which a good answer has to come. */
  wellMs: number;
  limitMs: number;
}

export type Order = ClosedOrder | OpenOrder | ProbeOrder;
