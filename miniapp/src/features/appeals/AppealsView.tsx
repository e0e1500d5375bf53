import { View } from '@tarojs/components';

import type { AppealSummary } from '@anxing/contract/appeals';

import { PagedList } from '../../components/PagedList';
import { Press } from '../../components/Press';
import { fullTimeText } from '../../lib/format';
import { openPage } from '../../lib/navigation';
import { usePages } from '../../lib/usePages';
import { useReturn } from '../../lib/useReturn';
import { AppealState } from './AppealState';
import { dueText } from './dueText';
import { texts } from './texts';
import './appeals.scss';

function AppealLine({ appeal }: { appeal: AppealSummary }) {
  const due = dueText(appeal);

  return (
    <Press
      className="card appeal-line"
      kind="plain"
      onPress={() => void openPage('appeal', { id: appeal.id })}
    >
      <AppealState state={appeal.state} />
      <View className="appeal-line__reasons">
        {appeal.reasons.map(({ rule, text }) => (
          <View key={rule}>{text}</View>
        ))}
      </View>
      <View className="appeal-line__fact">{texts.submittedAt(fullTimeText(appeal.submittedAt))}</View>
      {due && (
        <View className={`appeal-line__fact ${appeal.isOverdue ? 'appeal-line__fact--late' : ''}`}>
          {due}
        </View>
      )}
    </Press>
  );
}

/** The own appeals, each with how far it is, and the way to a new one. */
export function AppealsView() {
  const { items, next, error, reload, loadMore } = usePages<AppealSummary>('me/appeals');
  useReturn(() => void reload());

  return (
    <>
      <View className="footnote">{texts.listIntro}</View>
      <Press className="start-appeal" kind="secondary" onPress={() => void openPage('appealForm')}>
        {texts.start}
      </Press>
      <PagedList
        items={items}
        next={next}
        error={error}
        empty={texts.empty}
        onReload={() => void reload()}
        onMore={() => void loadMore()}
        renderItem={(appeal) => <AppealLine appeal={appeal} />}
      />
    </>
  );
}
