import type { FakeApi } from './fake/fakeApi';
import type { FakeAnswer } from './fake/fakeAnswer';

/** As much of an XMLHttpRequest as sends a file: half of it, all of it, then the answer of the fake API. */
export function fakeUploads(api: FakeApi) {
  return class {
    readonly upload: { onprogress?: (event: { loaded: number; total: number }) => void } = {};
    onload: (() => void) | undefined;
    private call = { method: '', url: '' };
    private readonly sent: Record<string, string> = {};
    private answer: FakeAnswer = { status: 0, headers: {}, body: '' };

    open(method: string, url: string): void {
      this.call = { method, url };
    }

    setRequestHeader(name: string, value: string): void {
      this.sent[name] = value;
    }

    getResponseHeader(name: string): string | null {
      return this.answer.headers[name] ?? null;
    }

    get status(): number {
      return this.answer.status;
    }

    get responseText(): string {
      return this.answer.body.toString();
    }

    send(): void {
      this.upload.onprogress?.({ loaded: 1, total: 2 });
      setTimeout(() => this.finish(), 5);
    }

    /** Never the other way round, however late a timer is. */
    private finish(): void {
      this.upload.onprogress?.({ loaded: 2, total: 2 });
      setTimeout(() => {
        this.answer = api.handle({ ...this.call, headers: this.sent });
        this.onload?.();
      }, 5);
    }
  };
}
