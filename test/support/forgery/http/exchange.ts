import { NationalServer } from '../../outside/nationalServer';
import type { OutsideAnswer, OutsideRequest } from '../../outside/outsideServer';

const [known, unknown] = ['0', '1001'];

/** A national exchange that knows some codes and refuses every other one. */
export class Exchange extends NationalServer {
  private readonly holders = new Map<string, string>();

  /** @param idNumber of a resident */
  knows(content: string, idNumber: string): void {
    this.holders.set(content, idNumber);
  }

  protected override answer(request: OutsideRequest): OutsideAnswer {
    this.now = Date.now();
    const { content } = JSON.parse(request.body) as { content?: string };
    const certNo = this.holders.get(content ?? '');
    this.code = certNo ? known : unknown;
    this.data = certNo
      ? {
          certType: '10',
          certNo,
          name: '示例',
          status: '00',
          region: '420000',
          statusTime: this.now - 60_000,
        }
      : null;
    this.requests.length = 0;

    return super.answer(request);
  }
}

/** What a province needs to take part. */
export function settingsOf({ appId, secret }: Exchange, url: string): Record<string, string> {
  return {
    ANXING_NATIONAL_APP_ID: appId,
    ANXING_NATIONAL_SECRET: secret,
    ANXING_NATIONAL_URL: `${url}/exchange`,
  };
}
