import { Input } from 'antd';
import { useState } from 'react';

import { FilterField } from './filterField';

interface Props {
  id: string;
  label: string;
  value: string | undefined;
  placeholder?: string;
  hint?: string;
  maxLength: number;
  onSearch: (value: string) => void;
}

/** A text to look for; Enter or the button starts the search, emptying it ends it. */
export function FilterText({ id, label, value = '', placeholder, hint, maxLength, onSearch }: Props) {
  const [draft, setDraft] = useState({ of: value, text: value });
  const text = draft.of === value ? draft.text : value;

  return (
    <FilterField id={id} label={label} hint={hint}>
      <Input.Search
        id={id}
        allowClear
        value={text}
        maxLength={maxLength}
        placeholder={placeholder}
        enterButton="搜索"
        onChange={(event) => setDraft({ of: value, text: event.target.value })}
        onSearch={(found) => onSearch(found.trim())}
      />
    </FilterField>
  );
}
