import type { AppealEvent } from '@anxing/contract/appeals';

import { EvidenceList } from '../../components/evidenceList';
import { Instant } from '../../components/instant';

const names: Record<AppealEvent['kind'], string> = {
  submitted: '提交申诉',
  moreAsked: '要求补充材料',
  added: '补充材料',
  proposed: '认为申诉成立，交复核',
  sentBack: '复核未通过，退回处理',
  upheld: '申诉成立',
  dismissed: '申诉不成立',
  withdrawn: '撤回申诉',
};

/** Of these the person is the author. */
const ofPerson: readonly AppealEvent['kind'][] = ['submitted', 'added', 'withdrawn'];

function Event({ event: { at, kind, text, pictures } }: { event: AppealEvent }) {
  return (
    <li className={ofPerson.includes(kind) ? 'timelineItem isPerson' : 'timelineItem'}>
      <p className="timelineHead">
        <strong>{names[kind]}</strong>
        <span className="soft">{ofPerson.includes(kind) ? '申诉人' : '工作人员'}</span>
        <span className="soft">
          <Instant at={at} />
        </span>
      </p>
      {text && <p className="manyLines">{text}</p>}
      {pictures.length > 0 && <EvidenceList path="operator/evidence" files={pictures} />}
    </li>
  );
}

/** What was said and shown, oldest first. */
export function AppealTimeline({ events }: { events: readonly AppealEvent[] }) {
  return (
    <ol className="timeline" aria-label="申诉经过">
      {events.map((event) => (
        <Event key={`${event.at}-${event.kind}`} event={event} />
      ))}
    </ol>
  );
}
