import type { RuleOptions } from '@anxing/contract/ruleVersions';
import { Form, Select } from 'antd';

import { editorRules } from './editorRules';

interface Props {
  /** Place in the innermost list. */
  name: number;
  /** From the top of the form. */
  path: (string | number)[];
  options: RuleOptions;
}

/** A source and some of its kinds; another source has other kinds. */
export function SourceFields({ name, path, options }: Props) {
  const form = Form.useFormInstance();
  const chosen: unknown = Form.useWatch([...path, 'source'], form);
  const kinds = options.sources.find(({ source }) => source === chosen)?.kinds ?? [];

  return (
    <div className="fieldRow">
      <Form.Item name={[name, 'source']} label="数据源" rules={editorRules.source}>
        <Select
          placeholder="请选择"
          showSearch={{ optionFilterProp: 'label' }}
          options={options.sources.map(({ source, name: label }) => ({ value: source, label }))}
          onChange={() => form.setFieldValue([...path, 'kinds'], undefined)}
        />
      </Form.Item>
      <Form.Item name={[name, 'kinds']} label="类型（任一）" rules={editorRules.kinds}>
        <Select
          mode="multiple"
          placeholder={chosen ? '请选择' : '先选择数据源'}
          showSearch={{ optionFilterProp: 'label' }}
          options={kinds.map(({ id, name: label }) => ({ value: id, label }))}
          notFoundContent="没有可选的类型"
        />
      </Form.Item>
    </div>
  );
}
