import { Tag } from 'antd';

interface Props {
  /** Given by the form: codes. */
  value?: string[];
  onChange?: (divisions: string[]) => void;
  names: ReadonlyMap<string, string>;
}

/** The regions that are to get a level; each can be taken out again. */
export function ChosenRegions({ value = [], onChange, names }: Props) {
  return (
    <ul className="chosenRegions" aria-label="选中的区域">
      {value.map((division) => (
        <li key={division}>
          <Tag
            closable={{ 'aria-label': `移除 ${names.get(division) ?? division}` }}
            onClose={(event) => {
              event.preventDefault();
              onChange?.(value.filter((one) => one !== division));
            }}
          >
            {names.get(division) ?? division}
          </Tag>
        </li>
      ))}
    </ul>
  );
}
