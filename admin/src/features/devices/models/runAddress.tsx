import type { ConformanceRun } from '@anxing/contract/devices';

import { CopyButton } from '../../../components/copyButton';
import { Instant } from '../../../components/instant';

/** Where the software of a model finds its tasks. */
export function RunAddress({ run }: { run: ConformanceRun }) {
  return (
    <dl className="cardLines">
      <div>
        <dt>测试地址</dt>
        <dd className="wrapText">
          <code>{run.address}</code> <CopyButton text={run.address} label="复制地址" />
        </dd>
      </div>
      <div>
        <dt>有效期至</dt>
        <dd>
          <Instant at={run.expiresAt} />
        </dd>
      </div>
      <div>
        <dt>设备</dt>
        <dd>{run.hasKey ? '已连上，正在测试' : '等待设备连接'}</dd>
      </div>
    </dl>
  );
}
