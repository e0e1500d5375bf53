import { decisionNames } from '@anxing/contract/passages';
import { memo, type ReactNode } from 'react';

import type { Past } from '../run/state';
import type { PersonVerdict } from '../types';
import { Key } from './key';
import { RecentLine } from './recentLine';

function Lines({ past }: { past: Past }): ReactNode {
  if (past.state === 'loading') {
    return <p role="status">正在读取…</p>;
  }
  if (past.state === 'failed') {
    return (
      <p role="alert">
        {past.why}。按 <Key name="F8" /> 重试
      </p>
    );
  }
  const { items } = past.page;

  return items.length === 0 ? (
    <p>14 天内没有其他扫码记录</p>
  ) : (
    <ol>
      {items.map((scan) => (
        <RecentLine key={`${scan.at}-${scan.place}`} scan={scan} isLong />
      ))}
    </ol>
  );
}

function Keys({ past }: { past: Past }) {
  const isLast = past.state === 'shown' && past.page.next === null;

  return (
    <p className="kioskPastKeys">
      {past.state === 'shown' && past.page.next !== null && (
        <span>
          <Key name="F8" /> 下一页
        </span>
      )}
      {isLast && <span>没有更多了</span>}
      <span>
        <Key name="Esc" /> 返回
      </span>
    </p>
  );
}

/** Somebody's earlier checks, under the verdict. */
export const PastView = memo(function PastView({ person, past }: { person: PersonVerdict; past: Past }) {
  const { decision, name, idNumber } = person;

  return (
    <section className="kioskPast" aria-label="最近扫码">
      <h2>
        {decisionNames[decision]}
        <span>
          {name} {idNumber}
        </span>
      </h2>
      <h3>最近扫码</h3>
      <Lines past={past} />
      <Keys past={past} />
    </section>
  );
});
