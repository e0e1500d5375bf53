import type { FlowItem } from '@anxing/contract/flow';
import { App } from 'antd';

import { asApiError } from '../../lib/api/apiError';
import { useEveryoneOut } from './api/everyoneOut';

type Place = Pick<FlowItem, 'pointId' | 'name' | 'kind' | 'inside'>;

/** What emptying a place is called: a vehicle's trip ends, a place is cleared. */
export function emptyingLabel({ kind }: Pick<Place, 'kind'>): string {
  return kind === 'vehicle' ? '结束班次' : '清场';
}

/** Asks, with the number of people, before everybody in a place is taken to have left. */
export function useEmptying(): (place: Place) => void {
  const { modal, message } = App.useApp();
  const everyoneOut = useEveryoneOut();

  return (place) => {
    const label = emptyingLabel(place);
    void modal.confirm({
      title: `${label}：“${place.name}”当前在场 ${place.inside} 人`,
      content: `${label}后，这里和下级服务点的在场人员全部记为已离开，不能撤销。出入记录保留。`,
      okText: `${label}（${place.inside} 人）`,
      okButtonProps: { danger: true },
      async onOk() {
        try {
          const { left } = await everyoneOut.mutateAsync(place.pointId);
          void message.success(`${label}完成，${left} 人记为已离开`);
        } catch (error) {
          void message.error(asApiError(error).message);
          throw error;
        }
      },
    });
  };
}
