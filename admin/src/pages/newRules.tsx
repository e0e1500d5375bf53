import { App } from 'antd';
import { useNavigate, useSearchParams } from 'react-router';

import { ErrorState } from '../components/errorState';
import { Loading } from '../components/loading';
import { PageTop } from '../components/pageTop';
import { useCreateDraft } from '../features/rules/api/changeRules';
import { useRuleOptions, useRuleVersion } from '../features/rules/api/rules';
import { DraftForm } from '../features/rules/editor/draftForm';
import { saved } from '../lib/saved';

export function Component() {
  const [search] = useSearchParams();
  const from = Number(search.get('from') ?? 0);
  const base = useRuleVersion(from);
  const options = useRuleOptions();
  const create = useCreateDraft();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const error = base.error ?? options.error;
  const back = '/rules';

  function goOn(version: number): void {
    void message.success('草稿已保存，请试算后提交审批');
    void navigate(`/rules/${version}?tab=diff`, { state: saved });
  }

  return (
    <>
      <PageTop title={`新建草稿（基于第 ${from} 版）`} back={{ to: back, label: '判定规则' }} />
      {error && <ErrorState error={error} onRetry={() => void navigate(0)} />}
      {!error && !(base.data && options.data) && <Loading />}
      {base.data && options.data && (
        <DraftForm
          rules={base.data.rules}
          comment=""
          options={options.data}
          submit={(input) => create.mutateAsync({ ...input, basedOn: from })}
          onSaved={goOn}
          onCancel={() => void navigate(back)}
        />
      )}
    </>
  );
}
