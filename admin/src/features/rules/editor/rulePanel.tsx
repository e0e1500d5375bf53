import {
  ArrowDownOutlined,
  ArrowUpOutlined,
  DeleteOutlined,
  DownOutlined,
  RightOutlined,
} from '@ant-design/icons';
import type { RuleOptions } from '@anxing/contract/ruleVersions';
import { Button, Form, Tag } from 'antd';
import { useRef } from 'react';

import { ColourTag } from '../../../components/colourTag';
import { NoLiftTag } from '../words/noLift';
import { RuleFieldset } from './ruleFieldset';
import { ruleOf, type RuleValues } from './ruleValues';

interface Props {
  /** Place in the list of rules. */
  name: number;
  isLast: boolean;
  isOpen: boolean;
  isKnown: boolean;
  options: RuleOptions;
  onToggle: () => void;
  onMove: (to: number) => void;
  onRemove: () => void;
}

/** How many fields of the rule are wrong, for whoever has it closed. */
function FaultTag({ name }: { name: number }) {
  return (
    <Form.Item noStyle shouldUpdate>
      {({ getFieldsError }) => {
        const wrong = getFieldsError().filter(
          ({ name: [list, place], errors }) => list === 'rules' && place === name && errors.length > 0,
        );

        return wrong.length > 0 && <Tag color="error">{`${wrong.length} 处有误`}</Tag>;
      }}
    </Form.Item>
  );
}

function PanelButtons({ name, isLast, title, onMove, onRemove }: Props & { title: string }) {
  return (
    <span className="rulePanelButtons">
      <Button
        type="text"
        icon={<ArrowUpOutlined aria-hidden />}
        aria-label={`上移 ${title}`}
        disabled={name === 0}
        onClick={() => onMove(name - 1)}
      />
      <Button
        type="text"
        icon={<ArrowDownOutlined aria-hidden />}
        aria-label={`下移 ${title}`}
        disabled={isLast}
        onClick={() => onMove(name + 1)}
      />
      <Button
        type="text"
        danger
        icon={<DeleteOutlined aria-hidden />}
        aria-label={`删除 ${title}`}
        onClick={onRemove}
      />
    </span>
  );
}

/** One rule of a draft: its name, and behind it its fields. */
export function RulePanel(props: Props) {
  const { name, isOpen, isKnown, options, onToggle } = props;
  const form = Form.useFormInstance();
  const rule: RuleValues | undefined = Form.useWatch(['rules', name], { form, preserve: true });
  const title = rule?.reason || `新规则 ${name + 1}`;
  const body = `rule-body-${name}`;
  // Made when it is wanted first, since a draft has hundreds of fields; then it stays, with what was typed.
  const isMade = useRef(false);
  isMade.current ||= isOpen;

  return (
    <section className="panel rulePanel" aria-label={title}>
      <div className="rulePanelHead">
        <h2>
          <button type="button" aria-expanded={isOpen} aria-controls={body} onClick={onToggle}>
            {isOpen ? <DownOutlined aria-hidden /> : <RightOutlined aria-hidden />}
            {rule?.colour && <ColourTag colour={rule.colour} />}
            <span>{title}</span>
          </button>
        </h2>
        {rule && !rule.enabled && <Tag>已停用</Tag>}
        {rule && <NoLiftTag rule={ruleOf(rule)} />}
        <FaultTag name={name} />
        <PanelButtons {...props} title={title} />
      </div>
      <div id={body} className="rulePanelBody" hidden={!isOpen}>
        {isMade.current && <RuleFieldset name={name} options={options} isKnown={isKnown} />}
      </div>
    </section>
  );
}
