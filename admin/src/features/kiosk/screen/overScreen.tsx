import { Button } from 'antd';
import { useLocation, useNavigate } from 'react-router';

import { signInPath, withReturn } from '../../../lib/returnTo';
import type { WaitingCounts } from '../offline/lateQueue';
import { DecisionShape } from './decisionShape';

/** Nobody is signed in any more: it is not to be taken for a door that works. */
export function OverScreen({ why, waiting }: { why: string; waiting: WaitingCounts }) {
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const { count, others } = waiting;

  return (
    <main className="kioskOver">
      <DecisionShape mark="stop" />
      <h1>登录已失效，不能查验</h1>
      <p className="unseen" role="alert">
        登录已失效，不能查验
      </p>
      <p>{why}</p>
      {count > 0 && <p>还有 {count} 条离线记录保存在本机，本人重新登录后自动上传</p>}
      {others > 0 && <p>另有 {others} 条待原值守人员登录后补传</p>}
      <Button autoFocus size="large" onClick={() => void navigate(withReturn(signInPath, pathname))}>
        重新登录
      </Button>
    </main>
  );
}
