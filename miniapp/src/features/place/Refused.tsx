import { Notice } from '../../components/Notice';
import { Press } from '../../components/Press';
import { startAt } from '../../lib/navigation';
import type { PosterRefusal } from '../../lib/posterLink';
import { texts as shared } from '../../lib/texts';
import { texts } from './texts';
import './place.scss';

/** What was scanned is no poster of ours: says so, and offers to scan again. */
export function Refused({ refusal }: { refusal: PosterRefusal }) {
  return (
    <Notice className="refused" title={shared.refusals[refusal]}>
      <Press className="scan-again" onPress={() => void startAt('scan')}>
        {texts.scanAgain}
      </Press>
    </Notice>
  );
}
