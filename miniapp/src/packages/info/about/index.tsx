import { useEffect } from 'react';

import { Screen } from '../../../components/Screen';
import { AboutView } from '../../../features/about/AboutView';
import { loadConfig } from '../../../lib/config';

export default function AboutPage() {
  useEffect(() => {
    loadConfig().catch(() => undefined);
  }, []);

  return (
    <Screen className="about-page">
      <AboutView />
    </Screen>
  );
}
