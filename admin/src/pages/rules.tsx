import { PlusOutlined } from '@ant-design/icons';

import { LinkButton } from '../components/linkButton';
import { PageTop } from '../components/pageTop';
import { useRulesInForce } from '../features/rules/api/rules';
import { VersionList, versionListShape } from '../features/rules/versionList';
import { useListState } from '../lib/list/useListState';
import { useAbilities } from '../lib/ownUnit';

function NewDraftButton() {
  const { data } = useRulesInForce();

  return data ? (
    <LinkButton type="primary" icon={<PlusOutlined aria-hidden />} to={`/rules/new?from=${data.version}`}>
      新建草稿
    </LinkButton>
  ) : null;
}

export function Component() {
  const list = useListState(versionListShape);
  const { manageRules } = useAbilities();

  return (
    <>
      <PageTop title="判定规则">{manageRules && <NewDraftButton />}</PageTop>
      <p className="soft pageLead">
        规则决定哪些记录使健康码变色、持续多久、如何解除。修改先存为草稿，对全部人员试算，经另一人审批后才生效；各版本都保留。
      </p>
      <VersionList list={list} />
    </>
  );
}
