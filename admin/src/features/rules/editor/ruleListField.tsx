import { PlusOutlined } from '@ant-design/icons';
import type { RuleOptions } from '@anxing/contract/ruleVersions';
import { Button, Form } from 'antd';

import { useConfirm } from '../../../lib/useConfirm';
import { RulePanel } from './rulePanel';
import { newRule, type RuleValues } from './ruleValues';

interface Props {
  options: RuleOptions;
  /** Ids of the rules that the draft is made from. */
  known: ReadonlySet<string>;
  /** Places of the rules that are open. */
  open: ReadonlySet<number>;
  onOpen: (open: ReadonlySet<number>) => void;
  onTouched: () => void;
}

function swapped(open: ReadonlySet<number>, from: number, to: number): Set<number> {
  const others = [...open].filter((place) => place !== from && place !== to);

  return new Set([...others, ...(open.has(from) ? [to] : []), ...(open.has(to) ? [from] : [])]);
}

function without(open: ReadonlySet<number>, gone: number): Set<number> {
  const left = [...open].filter((place) => place !== gone);

  return new Set(left.map((place) => (place > gone ? place - 1 : place)));
}

function toggled(open: ReadonlySet<number>, place: number): Set<number> {
  return open.has(place) ? new Set([...open].filter((one) => one !== place)) : new Set([...open, place]);
}

/** The rules of a draft: add, take away, put in another order. */
export function RuleListField({ options, known, open, onOpen, onTouched }: Props) {
  const form = Form.useFormInstance();
  const confirm = useConfirm();
  const ruleAt = (place: number) => form.getFieldValue(['rules', place]) as RuleValues | undefined;

  return (
    <Form.List name="rules">
      {(fields, { add, remove, move }, { errors }) => {
        const drop = (place: number) =>
          confirm({
            title: `删除规则“${ruleAt(place)?.reason || '新规则'}”？`,
            content: '只从草稿中删除；生效中的版本在审批之前不受影响。也可以停用而不删除。',
            okText: '删除',
            isDanger: true,
            act: async () => {
              onOpen(without(open, place));
              remove(place);
              onTouched();
            },
            done: '已从草稿中删除',
          });

        return (
          <>
            {fields.map(({ key, name }) => (
              <RulePanel
                key={key}
                name={name}
                isLast={name === fields.length - 1}
                isOpen={open.has(name)}
                isKnown={known.has(ruleAt(name)?.id ?? '')}
                options={options}
                onToggle={() => onOpen(toggled(open, name))}
                onMove={(to) => {
                  move(name, to);
                  onOpen(swapped(open, name, to));
                  onTouched();
                }}
                onRemove={() => drop(name)}
              />
            ))}
            <Form.ErrorList errors={errors} />
            <Button
              block
              type="dashed"
              icon={<PlusOutlined aria-hidden />}
              onClick={() => {
                add(newRule(options.colours.at(-1)?.name));
                onOpen(new Set([...open, fields.length]));
                onTouched();
              }}
            >
              添加规则
            </Button>
          </>
        );
      }}
    </Form.List>
  );
}
