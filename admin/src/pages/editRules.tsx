import { App } from 'antd';
import { useNavigate, useParams } from 'react-router';

import { ErrorState } from '../components/errorState';
import { Loading } from '../components/loading';
import { PageTop } from '../components/pageTop';
import { useSaveDraft } from '../features/rules/api/changeRules';
import { useRuleOptions, useRuleVersion } from '../features/rules/api/rules';
import { DraftForm } from '../features/rules/editor/draftForm';
import { saved } from '../lib/saved';

export function Component() {
  const version = Number(useParams().version);
  const draft = useRuleVersion(version);
  const options = useRuleOptions();
  const save = useSaveDraft(version);
  const navigate = useNavigate();
  const { message } = App.useApp();
  const error = draft.error ?? options.error;
  const back = `/rules/${version}`;

  function goOn(): void {
    void message.success('草稿已保存，请重新试算');
    void navigate(`${back}?tab=diff`, { state: saved });
  }

  return (
    <>
      <PageTop title={`编辑第 ${version} 版`} back={{ to: back, label: `第 ${version} 版` }} />
      {error && <ErrorState error={error} onRetry={() => void navigate(0)} />}
      {!error && !(draft.data && options.data) && <Loading />}
      {draft.data && options.data && (
        <DraftForm
          rules={draft.data.rules}
          comment={draft.data.comment}
          options={options.data}
          submit={async (input) => {
            await save.mutateAsync(input);

            return version;
          }}
          onSaved={goOn}
          onCancel={() => void navigate(back)}
        />
      )}
    </>
  );
}
