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

  readonly feedAge = new Gauge({
    name: 'anxing_feed_age_seconds',
    help: 'Seconds since a feed last delivered; -1 when it never did',
    labelNames: ['source'],
    registers: [this.registry],
  });

  private readonly requests = new Histogram({
    name: 'anxing_http_request_seconds',
    help: 'Time to answer, by method, route and status',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
    registers: [this.registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }

  observe(method: string, route: string, status: number, seconds: number): void {
    this.requests.observe({ method, route, status }, seconds);
  }
}
