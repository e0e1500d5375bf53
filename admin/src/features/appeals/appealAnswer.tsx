import { isAppealOver, type OperatorAppeal } from '@anxing/contract/appeals';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';

import { useAbilities } from '../../lib/ownUnit';
import { AskDialog, DismissDialog } from './answerDialog';
import { UpholdDrawer } from './upholdDrawer';

type Way = 'ask' | 'dismiss' | 'uphold';

function Buttons({ onChoose }: { onChoose: (way: Way) => void }) {
  return (
    <div className="verdictButtons">
      <Button type="primary" onClick={() => onChoose('uphold')}>
        申诉成立
      </Button>
      <Button onClick={() => onChoose('ask')}>要求补充材料</Button>
      <Button danger onClick={() => onChoose('dismiss')}>
        申诉不成立
      </Button>
    </div>
  );
}

function whyNot({ state }: OperatorAppeal, isAnswerer: boolean): string {
  if (state === 'inApproval') {
    return '已认为申诉成立，等待另一位工作人员复核。';
  }

  return isAnswerer
    ? '这件申诉涉及您本人，须由另一位工作人员处理。'
    : '申诉由具有“规则管理”权限的工作人员处理。';
}

/** What can be said to an appeal, or why nothing can. */
export function AppealAnswer({ appeal }: { appeal: OperatorAppeal }) {
  const { answerAppeals } = useAbilities();
  const [way, setWay] = useState<Way>();
  const close = () => setWay(undefined);
  if (isAppealOver(appeal.state)) {
    return null;
  }

  return (
    <section className="panel" aria-labelledby="appeal-answer">
      <h2 id="appeal-answer">处理</h2>
      {appeal.mayAnswer ? <Buttons onChoose={setWay} /> : <p>{whyNot(appeal, answerAppeals)}</p>}
      {appeal.changeId && (
        <p className="changeSubject">
          <Link to={`/changes/${appeal.changeId}`}>查看审批</Link>
        </p>
      )}
      {way === 'ask' && <AskDialog id={appeal.id} onClose={close} />}
      {way === 'dismiss' && <DismissDialog id={appeal.id} onClose={close} />}
      {way === 'uphold' && <UpholdDrawer appeal={appeal} onClose={close} />}
    </section>
  );
}
