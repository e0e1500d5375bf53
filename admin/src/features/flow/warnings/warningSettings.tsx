import type { FlowItem } from '@anxing/contract/flow';
import { App, Drawer } from 'antd';

import { CrowdFields } from '../../../components/crowdFields';
import { ErrorState } from '../../../components/errorState';
import { FormDrawer } from '../../../components/formDrawer';
import { Loading } from '../../../components/loading';
import { useNotices, useSaveWarningSettings } from '../api/warningSettings';
import { NoticeFields, noticeValues, staffIdsOf, type NoticeValues } from './noticeFields';

type Values = Pick<FlowItem, 'capacity' | 'warningLine'> & NoticeValues;

interface Props {
  point: Pick<FlowItem, 'pointId' | 'name' | 'capacity' | 'warningLine'>;
  onClose: () => void;
}

/** What a point holds, from when on it warns, and who is told. */
export function WarningSettings({ point, onClose }: Props) {
  const { pointId, name, capacity, warningLine } = point;
  const { message } = App.useApp();
  const notices = useNotices(pointId);
  const save = useSaveWarningSettings(pointId);
  const title = `配置预警：${name}`;
  if (!notices.data) {
    return (
      <Drawer open title={title} size={480} onClose={onClose}>
        {notices.error ? (
          <ErrorState error={notices.error} onRetry={() => void notices.refetch()} />
        ) : (
          <Loading />
        )}
      </Drawer>
    );
  }

  async function submit(values: Values): Promise<void> {
    const crowd = { capacity: values.capacity ?? null, warningLine: values.warningLine ?? null };
    await save.mutateAsync({ crowd, staffIds: staffIdsOf(values) });
    void message.success('预警配置已保存');
  }

  return (
    <FormDrawer<Values>
      title={title}
      initial={{ capacity, warningLine, ...noticeValues(notices.data) }}
      submitLabel="保存"
      isSaving={save.isPending}
      submit={submit}
      onClose={onClose}
    >
      <p className="soft drawerLead">
        在场人数达到预警线或上限时各提醒一次；降到九成以下后再次达到，会重新提醒。
      </p>
      <CrowdFields />
      <NoticeFields choices={notices.data.choices} />
    </FormDrawer>
  );
}
