const heardKey = 'anxing-flow-heard';
/** Of those that stand no longer: another tab may be behind. */
const goneKept = 200;

/** Three tones, one above the other: frequency in Hz and when each begins, in seconds. */
const tones = [
  [660, 0],
  [880, 0.25],
  [1100, 0.5],
] as const;
const toneSeconds = 0.22;

function heardBefore(): string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(heardKey) ?? '[]');

    return Array.isArray(stored) ? stored.map(String) : [];
  } catch {
    return [];
  }
}

/** What stands is kept however much it is: whatever fell out would sound again. */
function keepHeard(before: readonly string[], standing: readonly string[]): void {
  const still = new Set(standing);
  const gone = before.filter((id) => !still.has(id)).slice(-goneKept);
  localStorage.setItem(heardKey, JSON.stringify([...gone, ...standing]));
}

/** Lets one tab after the other decide; without locks the tabs of an old browser may sound together. */
async function inTurn(work: () => void): Promise<void> {
  if ('locks' in navigator) {
    await navigator.locks.request('anxing-flow-alarm', async () => work());
  } else {
    work();
  }
}

/** The alarm of the board. A browser lets it sound only after somebody has touched the page. */
export class Alarm {
  private context: AudioContext | undefined;

  get isReady(): boolean {
    return this.context?.state === 'running';
  }

  /** To be called while somebody clicks or types. @returns whether it can sound now */
  async arm(): Promise<boolean> {
    if ('AudioContext' in window) {
      this.context ??= new AudioContext();
      await this.context.resume();
    }

    return this.isReady;
  }

  /**
   * Sounds once for warnings that this browser has not sounded for, in whichever tab. What comes while it is muted
   * does not sound later either.
   */
  async soundFor(warningIds: readonly string[], isMuted: boolean): Promise<void> {
    await inTurn(() => {
      const heard = heardBefore();
      const known = new Set(heard);
      const fresh = warningIds.filter((id) => !known.has(id));
      if (fresh.length === 0 || !(isMuted || this.isReady)) {
        return;
      }
      keepHeard(heard, warningIds);
      if (!isMuted) {
        this.sound();
      }
    });
  }

  close(): void {
    void this.context?.close();
    this.context = undefined;
  }

  private sound(): void {
    const { context } = this;
    for (const [frequency, after] of context ? tones : []) {
      const begin = (context?.currentTime ?? 0) + after;
      const tone = context?.createOscillator();
      const volume = context?.createGain();
      if (context && tone && volume) {
        tone.frequency.value = frequency;
        volume.gain.setValueAtTime(0.4, begin);
        volume.gain.exponentialRampToValueAtTime(0.001, begin + toneSeconds);
        tone.connect(volume).connect(context.destination);
        tone.start(begin);
        tone.stop(begin + toneSeconds);
      }
    }
  }
}
