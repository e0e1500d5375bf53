import type { RuleOptions, RuleVersion } from '@anxing/contract/ruleVersions';
import { Tabs, type TabsProps } from 'antd';
import { useMemo } from 'react';
import { useParams, useSearchParams } from 'react-router';

import { ErrorState } from '../components/errorState';
import { Loading } from '../components/loading';
import { PageTop } from '../components/pageTop';
import { useRuleOptions, useRuleVersion } from '../features/rules/api/rules';
import { RuleCards } from '../features/rules/cards/ruleCards';
import { VersionActions } from '../features/rules/decide/versionActions';
import { DiffList } from '../features/rules/diff/diffList';
import { DryRunPanel } from '../features/rules/dryRun/dryRunPanel';
import { RuleStateTag } from '../features/rules/ruleStateTag';
import { VersionFacts } from '../features/rules/versionFacts';
import { ruleNames } from '../features/rules/words/ruleNames';
import { useAbilities } from '../lib/ownUnit';

interface Props {
  version: RuleVersion;
  options: RuleOptions;
}

function useTabs({ version, options }: Props): NonNullable<TabsProps['items']> {
  const { manageRules } = useAbilities();
  const names = useMemo(() => ruleNames(options), [options]);
  const nameOf = (wanted: string) => version.rules.find(({ id }) => id === wanted)?.reason ?? wanted;
  const isTried = version.dryRun !== null || version.state === 'draft' || version.state === 'past';
  const dryRun = (
    <DryRunPanel
      version={version}
      mayStart={manageRules && (version.state === 'draft' || version.state === 'past')}
      nameOf={nameOf}
    />
  );

  return [
    { key: 'rules', label: '规则', children: <RuleCards rules={version.rules} names={names} /> },
    ...(version.state === 'inForce'
      ? []
      : [
          {
            key: 'diff',
            label: '与生效版本的差异',
            children: <DiffList version={version} names={names} />,
          },
        ]),
    ...(isTried ? [{ key: 'dryRun', label: '试算', children: dryRun }] : []),
  ];
}

function VersionPage(props: Props) {
  const { version } = props;
  const [search, setSearch] = useSearchParams();
  const items = useTabs(props);
  const active = items.find(({ key }) => key === search.get('tab')) ?? items[0];

  return (
    <>
      <PageTop
        title={`判定规则第 ${version.version} 版`}
        back={{ to: '/rules', label: '判定规则' }}
        tags={<RuleStateTag state={version.state} />}
      >
        <VersionActions version={version} />
      </PageTop>
      <section className="panel" aria-label="基本信息">
        <VersionFacts version={version} />
      </section>
      <Tabs
        className="pageTabs"
        items={items}
        activeKey={active?.key ?? ''}
        destroyOnHidden
        onChange={(tab) => setSearch({ tab }, { replace: true })}
      />
    </>
  );
}

export function Component() {
  const { version = '' } = useParams();
  const read = useRuleVersion(Number(version));
  const options = useRuleOptions();
  if (read.data && options.data) {
    return <VersionPage version={read.data} options={options.data} />;
  }
  const error = read.error ?? options.error;
  const retry = () => Promise.all([read.refetch(), options.refetch()]);

  return error ? <ErrorState error={error} onRetry={() => void retry()} /> : <Loading />;
}
