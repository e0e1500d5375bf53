import { posterSizeNames, posterSizes, type PosterSize } from '@anxing/contract/posters';
import { Radio } from 'antd';

const hints: Record<PosterSize, string> = {
  a3: '大厅、广场',
  a4: '门口，最常用',
  a5: '柜台、车厢',
  card: 'A4 纸对折，立于桌面',
};

interface Props {
  label: string;
  value: PosterSize;
  onChange: (size: PosterSize) => void;
}

/** The paper that posters are printed on. */
export function PosterSizeChoice({ label, value, onChange }: Props) {
  return (
    <div className="posterSize">
      <Radio.Group
        aria-label={label}
        optionType="button"
        value={value}
        options={posterSizes.map((size) => ({ value: size, label: posterSizeNames[size] }))}
        onChange={({ target }) => onChange(target.value as PosterSize)}
      />
      <span className="soft">{hints[value]}</span>
    </div>
  );
}
