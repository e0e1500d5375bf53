import { decisionNames } from '@anxing/contract/passages';
import { memo } from 'react';

import { ColourTag } from '../../../components/colourTag';
import type { OvertakenLine } from '../run/state';
import { Key } from './key';

function Line({ verdict }: Pick<OvertakenLine, 'verdict'>) {
  if ('refusal' in verdict) {
    const { headline, sentence } = verdict.refusal;

    return (
      <li>
        <strong>前面一位：{headline}</strong> <span>{sentence}</span>
      </li>
    );
  }
  const { decision, colour, name, why } = verdict.person;

  return (
    <li>
      <strong>
        前面一位：{decisionNames[decision]} {name}
      </strong>{' '}
      <ColourTag colour={colour} /> <span>{why}</span>
    </li>
  );
}

/** Who is not to pass, though the next one was scanned before that was known. */
export const OvertakenStrip = memo(function OvertakenStrip({ lines }: { lines: readonly OvertakenLine[] }) {
  return (
    <div className="kioskOvertaken" role="alert">
      <ul>
        {lines.map(({ scan, verdict }) => (
          <Line key={scan} verdict={verdict} />
        ))}
      </ul>
      <span>
        <Key name="回车" /> 知道了
      </span>
    </div>
  );
});
