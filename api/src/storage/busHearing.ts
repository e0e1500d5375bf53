/** How long nothing may be heard of somebody, ms. A change is in force everywhere within two seconds. */
const deafAfterMs = 1_500;

interface Peer {
  /** Some moment before it was last heard, on our own clock. */
  heardAt: number;
  /** How much of its news has come. */
  told: number;
}

/**
 * Whether all news of a moment ago has come. News and heartbeats of everybody come through one pipe, in the order in
 * which they went in: when our own heartbeat comes back, everything that went in before it has come too. All times are
 * of our own steady clock: that of a heartbeat is when it was sent, so that one which waited while we were paused is old.
 */
export class BusHearing {
  private ownAt = -Infinity;

  /** Since when the pipe is whole. */
  private wholeAt = Infinity;

  /** Whether it is known who lives, since the pipe is whole. */
  private hasMet = false;

  private freshUntil = -Infinity;

  private readonly peers = new Map<string, Peer>();

  /** Said goodbye, and may still have a lease. */
  private readonly gone = new Set<string>();

  isFresh(now: number): boolean {
    return now <= this.freshUntil;
  }

  /** Who was not heard of for too long. */
  silent(now: number): string[] {
    return [...this.peers].flatMap(([name, { heardAt }]) => (now > heardAt + deafAfterMs ? [name] : []));
  }

  /** The pipe is broken: what went in meanwhile is lost. */
  deafen(): void {
    this.ownAt = -Infinity;
    this.wholeAt = Infinity;
    this.hasMet = false;
    this.measure();
  }

  hearOwn(sentAt: number): void {
    this.ownAt = Math.max(this.ownAt, sentAt);
    this.wholeAt = Math.min(this.wholeAt, sentAt);
    this.measure();
  }

  /**
   * Somebody is heard of. @param told how much news it has told up to here
   * @returns whether all news before this has come
   */
  hear(name: string, told: number): boolean {
    const known = this.peers.get(name)?.told ?? 0;
    this.peers.set(name, { heardAt: this.ownAt, told: Math.max(known, told) });
    this.measure();

    return told <= known;
  }

  /** News of somebody, the so-and-so-manieth. @returns whether it is new, came before, or others before it did not come */
  hearNews(name: string, nth: number): 'next' | 'repeated' | 'missed' {
    const known = this.peers.get(name)?.told ?? 0;
    this.hear(name, nth);
    if (nth <= known) {
      return 'repeated';
    }

    return nth === known + 1 ? 'next' : 'missed';
  }

  /** Somebody has told all it had to tell. @returns whether all of it has come */
  leave(name: string, told: number): boolean {
    const isComplete = this.hear(name, told);
    this.peers.delete(name);
    this.gone.add(name);
    this.measure();

    return isComplete;
  }

  /**
   * Who lives, as the leases tell. Who has copies must be heard from now on: at the first meeting before anything is
   * relied on, later soon, since it began only now. Who is neither heard nor has a lease is waited for no longer.
   * @param askedAt when the leases were read
   * @returns whether nobody was given up whose last news may not have come
   */
  expect(living: readonly { owner: string; mustBeHeard: boolean }[], askedAt: number): boolean {
    const owners = new Set(living.map(({ owner }) => owner));
    const lost = [...this.peers].filter(([name, { heardAt }]) => !owners.has(name) && heardAt < askedAt);
    lost.forEach(([name]) => this.peers.delete(name));
    [...this.gone].filter((name) => !owners.has(name)).forEach((name) => this.gone.delete(name));
    for (const { owner, mustBeHeard } of living) {
      if (mustBeHeard && !this.peers.has(owner) && !this.gone.has(owner)) {
        this.peers.set(owner, { heardAt: this.hasMet ? askedAt : -Infinity, told: 0 });
      }
    }
    this.hasMet ||= askedAt > this.wholeAt;
    this.measure();

    return lost.length === 0;
  }

  private measure(): void {
    let oldest = this.hasMet ? this.ownAt : -Infinity;
    for (const { heardAt } of this.peers.values()) {
      oldest = Math.min(oldest, heardAt);
    }
    this.freshUntil = oldest + deafAfterMs;
  }
}
