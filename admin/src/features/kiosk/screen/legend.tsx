import { Key } from './key';

interface Props {
  isPerson: boolean;
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

/** What the keys do now. */
export function Legend({ isPerson, isMuted }: Props) {
  const keys = [...(isPerson ? forPerson : []), ...always, ['F4', isMuted ? '打开声音' : '静音'] as const];

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
