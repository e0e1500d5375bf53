import { PlusOutlined } from '@ant-design/icons';

import { LinkButton } from '../components/linkButton';
import { PageTop } from '../components/pageTop';
import { overrideFilterShape } from '../features/overrides/overrideFilterShape';
import { OverrideList } from '../features/overrides/overrideList';
import { useListState } from '../lib/list/useListState';
import { useAbilities } from '../lib/ownUnit';

export function Component() {
  const list = useListState(overrideFilterShape);
  const { proposeOverrides } = useAbilities();

  return (
    <>
      <PageTop title="人工变更">
        {proposeOverrides && (
          <LinkButton type="primary" icon={<PlusOutlined aria-hidden />} to="/overrides/new">
            提出变更
          </LinkButton>
        )}
      </PageTop>
      <p className="soft pageLead">
        凭证明为个别人员变更健康码颜色：一人提出，平台上另一人审批后才生效，到期自动恢复，本人可以看到。
      </p>
      <OverrideList list={list} />
    </>
  );
}
