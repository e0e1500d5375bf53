import type { CounterReasons } from '@anxing/contract/reasons';
import { createPortal } from 'react-dom';

import { Instant } from '../../../components/instant';
import { useConfig } from '../../../lib/config';
import { useOwnUnit } from '../../../lib/ownUnit';
import { Explanation } from './explanation';

/** What the person takes home: on paper only, and alone on it. It stands beside the page, which is not printed. */
export function PrintSheet({ told: { name, own } }: { told: CounterReasons }) {
  const { unit } = useOwnUnit();
  const { brand } = useConfig();

  return createPortal(
    <article className="printSheet" aria-hidden>
      <h1>健康码颜色说明</h1>
      <dl className="ruleFacts">
        <div className="ruleFact">
          <dt>姓名</dt>
          <dd>{name}</dd>
        </div>
        <div className="ruleFact">
          <dt>说明时间</dt>
          <dd>
            <Instant at={own.serverTime} />
          </dd>
        </div>
        <div className="ruleFact">
          <dt>说明单位</dt>
          <dd>{unit.name}</dd>
        </div>
      </dl>
      <Explanation own={own} />
      {own.reasons.length > 0 && (
        <p>
          没有手机的，如不认可，请本人带证件和证明材料到服务网点，由工作人员提出人工变更，另一名工作人员复核。
        </p>
      )}
      <p className="soft">
        本单为打印时的情况，以最新颜色为准；内容涉及个人健康信息，请妥善保管。服务热线 {brand.hotline}（
        {brand.hotlineHours}）
      </p>
    </article>,
    document.body,
  );
}
