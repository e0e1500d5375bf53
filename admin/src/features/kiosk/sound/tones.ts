/** What is told by ear. */
export type Tone = 'allow' | 'ask' | 'stop' | 'refused';

interface Note {
  /** Hz */
  pitch: number;
  /** Seconds after the beginning, and how long. */
  from: number;
  length: number;
}

/** Apart in pitch and in rhythm, so that a queue tells them without looking. */
const melodies: Record<Tone, { shape: OscillatorType; notes: readonly Note[] }> = {
  allow: {
    shape: 'sine',
    notes: [
      { pitch: 880, from: 0, length: 0.12 },
      { pitch: 1_320, from: 0.13, length: 0.2 },
    ],
  },
  ask: {
    shape: 'triangle',
    notes: [
      { pitch: 587, from: 0, length: 0.12 },
      { pitch: 587, from: 0.22, length: 0.12 },
      { pitch: 587, from: 0.44, length: 0.12 },
    ],
  },
  stop: {
    shape: 'square',
    notes: [
      { pitch: 220, from: 0, length: 0.35 },
      { pitch: 196, from: 0.42, length: 0.6 },
    ],
  },
  refused: {
    shape: 'square',
    notes: [
      { pitch: 330, from: 0, length: 0.1 },
      { pitch: 262, from: 0.12, length: 0.25 },
    ],
  },
};

const loudness = 0.35;

/** Plays through one context, that a browser lets sound only after somebody has pressed a key or clicked. */
export class Tones {
  private context: AudioContext | undefined;

  private playing: OscillatorNode[] = [];

  /** To be called while somebody types or clicks. */
  arm(): void {
    if (!('AudioContext' in window)) {
      return;
    }
    this.context ??= new AudioContext();
    if (this.context.state === 'suspended') {
      // A browser that does not allow it yet says so; the next key tries again.
      this.context.resume().catch(() => undefined);
    }
  }

  play(tone: Tone): void {
    const { context } = this;
    if (context?.state !== 'running') {
      return;
    }
    // The next person has begun.
    this.playing.forEach((source) => source.stop());
    this.playing = [];
    const { shape, notes } = melodies[tone];
    for (const { pitch, from, length } of notes) {
      const begin = context.currentTime + from;
      const source = context.createOscillator();
      const volume = context.createGain();
      source.type = shape;
      source.frequency.value = pitch;
      volume.gain.setValueAtTime(loudness, begin);
      volume.gain.exponentialRampToValueAtTime(0.001, begin + length);
      source.connect(volume).connect(context.destination);
      source.onended = () => volume.disconnect();
      source.start(begin);
      source.stop(begin + length);
      this.playing.push(source);
    }
  }

  close(): void {
    void this.context?.close();
    this.context = undefined;
  }
}
