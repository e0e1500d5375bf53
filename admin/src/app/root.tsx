import type { CSSProperties } from 'react';
import { Outlet, ScrollRestoration } from 'react-router';

import { useConfig } from '../lib/config';
import { ProofGate } from './proofGate';

/** Around every page: in the demo it says so on each of them. */
export function Root() {
  const { mode, brand } = useConfig();

  // The style sheets take the operator's colour from here.
  const colours = { '--brand': brand.primary } as CSSProperties;

  return (
    <div className="root" style={colours}>
      {mode === 'demo' && (
        <aside className="demoBanner" aria-label="运行模式">
          演示环境，数据均为虚构
        </aside>
      )}
      <Outlet />
      <ProofGate />
      <ScrollRestoration />
    </div>
  );
}
