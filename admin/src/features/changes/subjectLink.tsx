import type { Change } from '@anxing/contract/changes';
import { Link } from 'react-router';

interface Place {
  to: string;
  label: string;
}

function placeOf({ kind, subject, scope, appealId }: Change): Place | undefined {
  const source = encodeURIComponent(scope);
  switch (kind) {
    case 'batch':
      return { to: `/feeds/${source}/batches/${encodeURIComponent(subject)}`, label: '查看该批数据' };
    case 'feedKey':
    case 'feedKeyEnd':
      return { to: `/feeds/${source}?tab=keys`, label: '查看该数据源的密钥' };
    case 'rules':
      return { to: `/rules/${encodeURIComponent(subject)}?tab=diff`, label: '查看与生效版本的差异' };
    case 'regionLevels':
      return { to: '/regions', label: '查看目前的区域等级' };
    case 'override':
      return appealId === null
        ? undefined
        : { to: `/appeals/${encodeURIComponent(appealId)}`, label: '查看所答复的申诉' };
    default:
      return undefined;
  }
}

/** Leads to what the change is about, for looking closer before deciding. */
export function SubjectLink({ change }: { change: Change }) {
  const place = placeOf(change);

  return place ? <Link to={place.to}>{place.label}</Link> : null;
}
