import type { ReactNode } from 'react';

import { useConfig } from '../lib/config';
import { useTitle } from '../lib/useTitle';
import { Logo } from './logo';

/** One calm card in the middle: for those who are not inside yet. */
export function BarePage({ title, children }: { title: string; children: ReactNode }) {
  const { brand } = useConfig();
  useTitle(title);

  return (
    <div className="barePage">
      <main className="bareCard">
        <p className="bareBrand">
          <Logo />
          {brand.name} · 管理后台
        </p>
        <h1>{title}</h1>
        {children}
      </main>
      <footer className="bareFoot">
        {brand.operator} · 服务热线 {brand.hotline}（{brand.hotlineHours}）
      </footer>
    </div>
  );
}
