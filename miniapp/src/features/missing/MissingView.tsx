import { Notice } from '../../components/Notice';
import { Press } from '../../components/Press';
import { startAt } from '../../lib/navigation';
import { texts as shared } from '../../lib/texts';
import { texts } from './texts';

/** Says that there is no such page, and leads home. */
export function MissingView() {
  return (
    <Notice title={texts.title}>
      <Press className="go-home" onPress={() => void startAt('code')}>
        {shared.backHome}
      </Press>
    </Notice>
  );
}
