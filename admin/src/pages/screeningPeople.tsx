import { Alert } from 'antd';

import { PageTop } from '../components/pageTop';
import { PeopleList } from '../features/screening/peopleList';
import { screeningShape } from '../features/screening/screeningShape';
import { useListState } from '../lib/list/useListState';

export function Component() {
  const list = useListState(screeningShape);

  return (
    <>
      <PageTop title="名单人员" back={{ to: '/screening', label: '检测名单' }} />
      <Alert
        className="pageAlert"
        type="info"
        showIcon
        title="每次查看都会留下记录：谁、何时、看了哪类人群。本人可以看到。名单不影响健康码颜色。"
      />
      <PeopleList list={list} />
    </>
  );
}
