import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** What Prometheus may scrape; labels are patterns and statuses, never ids. */
export class Metrics {
  readonly registry = new Registry();

  readonly passages = new Counter({
    name: 'anxing_passages_total',
    help: 'Passages written, by kind and decision',
    labelNames: ['kind', 'decision'],
    registers: [this.registry],
  });

  readonly shed = new Counter({
    name: 'anxing_shed_total',
    help: 'Requests refused because there was too much to do, by priority',
    labelNames: ['priority'],
    registers: [this.registry],
  });

  private readonly feedAge = new Gauge({
    name: 'anxing_feed_age_seconds',
    help: 'Seconds since a feed last delivered; -1 when it never did',
    labelNames: ['source'],
    aggregator: 'max',
    registers: [this.registry],
    collect: () => this.setFeedAges(),
  });

  private feedAges = async (): Promise<ReadonlyMap<string, number>> => new Map();

  private readonly requests = new Histogram({
    name: 'anxing_http_request_seconds',
    help: 'Time to answer, by method, route and status',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
    registers: [this.registry],
  });

  private source = (): Promise<string> => this.registry.metrics();

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }

  /** 1 while something is so, asked at each reading; of several processes it is so when it is for all. */
  watch(name: string, help: string, isSo: () => boolean): void {
    const gauge: Gauge = new Gauge({
      name,
      help,
      aggregator: 'min',
      registers: [this.registry],
      collect: () => gauge.set(Number(isSo())),
    });
  }

  /** As Prometheus reads it. */
  read(): Promise<string> {
    return this.source();
  }

  /** Where the ages of the feeds, by source, come from; asked whenever the numbers are read. */
  followFeeds(ages: () => Promise<ReadonlyMap<string, number>>): void {
    this.feedAges = ages;
  }

  /** Where several processes are one to the outside: where the numbers of all of them come from. */
  readFrom(source: () => Promise<string>): void {
    this.source = source;
  }

  observe(method: string, route: string, status: number, seconds: number): void {
    this.requests.observe({ method, route, status }, seconds);
  }

  /** While the database is away nobody knows them, and the other numbers are told. */
  private async setFeedAges(): Promise<void> {
    this.feedAge.reset();
    const ages = await this.feedAges().catch(() => new Map<string, number>());
    ages.forEach((seconds, source) => this.feedAge.set({ source }, seconds));
  }
}
