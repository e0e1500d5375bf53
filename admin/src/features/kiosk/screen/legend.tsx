import { hasMorePast } from '../run/pastDesk';
import type { View } from '../run/state';
import { Key } from './key';

interface Props {
  view: View;
  isMuted: boolean;
}

const always = [
  ['←', '进入'],
  ['→', '离开'],
  ['Esc', '清除'],
  ['F2', '更换点位'],
] as const;

const forPerson = [
  ['T', '体温'],
  ['M', '口罩'],
  ['R', '原因'],
  ['O', '改判'],
  ['回车', '提交'],
] as const;

const forPast = ['F8', '更多'] as const;

function keysFor(view: View) {
  // A list of earlier checks shows its own keys.
  if (view.kind !== 'person' || view.past) {
    return [];
  }

  return hasMorePast(view.person) ? [...forPerson, forPast] : forPerson;
}

/** What the keys do now. */
export function Legend({ view, isMuted }: Props) {
  const keys = [...keysFor(view), ...always, ['F4', isMuted ? '打开声音' : '静音'] as const];

  return (
    <footer className="kioskLegend">
      <ul aria-label="按键说明">
        {keys.map(([name, label]) => (
          <li key={name}>
            <Key name={name} /> {label}
          </li>
        ))}
      </ul>
    </footer>
  );
}
