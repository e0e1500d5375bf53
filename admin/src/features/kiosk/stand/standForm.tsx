import { limits } from '@anxing/contract/limits';
import { Alert, Button, Form, Input, Select } from 'antd';
import { Link } from 'react-router';

import { ErrorState } from '../../../components/errorState';
import { FormFault } from '../../../components/formFault';
import { Loading } from '../../../components/loading';
import { asApiError } from '../../../lib/api/apiError';
import { useOwnUnit } from '../../../lib/ownUnit';
import { useOpenPoints, useStartDuty } from '../api/stands';
import type { Stand } from '../types';
import { keepStand, keptStand } from './keptStand';

interface Values {
  pointId?: string;
  place?: string;
}

interface Props {
  /** Why somebody who stood at a door is here again. */
  why: string | undefined;
  onStand: (stand: Stand) => void;
}

/**
 * Where one stands: the point, and where exactly. The last choice is offered again; but what a gun types next signs nobody
 * on who was sent back here.
 */
export function StandForm({ why, onStand }: Props) {
  const { staff } = useOwnUnit();
  const points = useOpenPoints();
  const start = useStartDuty();
  const kept = keptStand(staff.id);
  if (!points.data) {
    return points.error ? (
      <ErrorState error={points.error} onRetry={() => void points.refetch()} />
    ) : (
      <Loading label="正在读取服务点" />
    );
  }
  const open = points.data;
  const isStillOpen = open.some(({ id }) => id === kept?.id);
  const only = open.length === 1 ? open[0]?.id : undefined;
  const initial: Values = isStillOpen && kept ? { pointId: kept.id, place: kept.place } : {};
  if (initial.pointId === undefined && only !== undefined) {
    initial.pointId = only;
  }
  const isChosen = initial.pointId !== undefined;

  function submit({ pointId, place = '' }: Values): void {
    const chosen = open.find(({ id }) => id === pointId);
    if (!chosen) {
      return;
    }
    const { id, name, address, category } = chosen;
    const stand = { id, name, address, category, place: place.trim() };
    const input = { pointId: id, ...(stand.place ? { place: stand.place } : {}) };
    start.mutate(input, {
      onSuccess() {
        keepStand(staff.id, stand);
        onStand(stand);
      },
    });
  }

  return (
    <Form<Values> layout="vertical" requiredMark={false} initialValues={initial} onFinish={submit}>
      {why !== undefined && <Alert className="formFault" type="warning" showIcon title={why} />}
      <FormFault fault={start.error ? asApiError(start.error) : undefined} />
      {open.length === 0 && (
        <Alert type="warning" showIcon title="没有可值守的服务点，请联系单位管理员分配" />
      )}
      <Form.Item name="pointId" label="服务点" rules={[{ required: true, message: '请选择所在的服务点' }]}>
        <Select
          autoFocus={!isChosen}
          size="large"
          placeholder="请选择所在的服务点"
          showSearch={{ optionFilterProp: 'label' }}
          options={open.map(({ id, name, address }) => ({ value: id, label: `${name}（${address}）` }))}
        />
      </Form.Item>
      <Form.Item name="place" label="具体位置（选填）" extra="例如“东门左侧通道”">
        <Input size="large" maxLength={limits.addressLength} autoComplete="off" />
      </Form.Item>
      <Button
        type="primary"
        size="large"
        htmlType="submit"
        block
        autoFocus={isChosen && why === undefined}
        loading={start.isPending}
      >
        上岗并开始查验
      </Button>
      <p className="kioskBack">
        <Link to="/">返回管理后台</Link>
      </p>
    </Form>
  );
}
