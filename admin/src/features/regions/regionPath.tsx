import { Breadcrumb } from 'antd';

import { useDivisionsWithin } from '../../lib/api/divisionsWithin';
import { useConfig } from '../../lib/config';

interface Props {
  within: string | undefined;
  onGo: (within: string | undefined) => void;
}

interface Step {
  division: string | undefined;
  name: string;
}

function useSteps(within: string | undefined): Step[] {
  const { divisions } = useConfig();
  const province = within && `${within.slice(0, 2)}0000`;
  const isCity = within !== undefined && within !== province;
  const { data: cities = [] } = useDivisionsWithin(isCity ? province : undefined);
  const nameOf = (code: string) => [...divisions, ...cities].find((one) => one.code === code)?.name ?? code;

  return [
    { division: undefined, name: '全部有等级的地区' },
    ...(province ? [{ division: province, name: nameOf(province) }] : []),
    ...(isCity ? [{ division: within, name: nameOf(within) }] : []),
  ];
}

/** Where in the country the table is, and the way back. */
export function RegionPath({ within, onGo }: Props) {
  const steps = useSteps(within);
  if (steps.length === 1) {
    return null;
  }

  return (
    <Breadcrumb
      className="regionPath"
      aria-label="所在区划"
      items={steps.map(({ division, name }, index) =>
        index === steps.length - 1
          ? { title: <span aria-current="page">{name}</span> }
          : {
              title: (
                <button type="button" className="pathStep" onClick={() => onGo(division)}>
                  {name}
                </button>
              ),
            },
      )}
    />
  );
}
