import { Button } from 'antd';
import { useLocation, useNavigate } from 'react-router';

import { signInPath, withReturn } from '../../../lib/returnTo';
import { DecisionShape } from './decisionShape';

/** Nobody is signed in any more: it is not to be taken for a door that works. */
export function OverScreen({ why, waiting }: { why: string; waiting: number }) {
  const navigate = useNavigate();
  const { pathname } = useLocation();

  return (
    <main className="kioskOver">
      <DecisionShape mark="stop" />
      <h1>登录已失效，不能查验</h1>
      <p className="unseen" role="alert">
        登录已失效，不能查验
      </p>
      <p>{why}</p>
      {waiting > 0 && <p>还有 {waiting} 条离线记录保存在本机，重新登录后自动上传</p>}
      <Button autoFocus size="large" onClick={() => void navigate(withReturn(signInPath, pathname))}>
        重新登录
      </Button>
    </main>
  );
}
