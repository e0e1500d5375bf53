import { Screen } from '../../components/Screen';
import { MissingView } from '../../features/missing/MissingView';

/** Shown in the place of an address that leads nowhere. */
export default function MissingPage() {
  return (
    <Screen className="missing-page">
      <MissingView />
    </Screen>
  );
}
