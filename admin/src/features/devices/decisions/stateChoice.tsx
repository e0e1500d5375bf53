import { modelStateNames, modelStates, type ModelState } from '@anxing/contract/devices';
import { Segmented } from 'antd';

interface Props {
  value: ModelState | undefined;
  onChange: (state: ModelState | undefined) => void;
}

const all = 'all';
const options = [
  { value: all, label: '全部' },
  ...modelStates.map((value) => ({ value, label: modelStateNames[value] })),
];

/** Which models are shown. */
export function StateChoice({ value, onChange }: Props) {
  return (
    <Segmented<string>
      aria-label="状态"
      options={options}
      value={value ?? all}
      onChange={(state) => onChange(modelStates.find((one) => one === state))}
    />
  );
}
