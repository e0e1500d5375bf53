import { Alert } from 'antd';

import { PageTop } from '../components/pageTop';
import { RulePeopleList } from '../features/rules/people/rulePeopleList';
import { rulePeopleShape } from '../features/rules/people/rulePeopleShape';
import { useListState } from '../lib/list/useListState';

export function Component() {
  const list = useListState(rulePeopleShape);

  return (
    <>
      <PageTop title="规则下的人员" />
      <Alert
        className="pageAlert"
        type="info"
        showIcon
        title="每次查看都会留下记录：谁、何时、看了哪条规则下的哪些人。本人可以看到。"
      />
      <RulePeopleList list={list} />
    </>
  );
}
