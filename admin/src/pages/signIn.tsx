import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useNavigate, useSearchParams } from 'react-router';

import { BarePage } from '../components/barePage';
import { SignInForm } from '../features/session/signInForm';
import { useConfig } from '../lib/config';
import { forgetSession } from '../lib/queryClient';
import { returnOf } from '../lib/returnTo';

export function Component() {
  const { mode } = useConfig();
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const client = useQueryClient();

  // Only now: as long as the page before is on the screen, it needs what it shows.
  useEffect(() => forgetSession(client), [client]);

  return (
    <BarePage title="登录">
      <SignInForm onSignedIn={() => void navigate(returnOf(search), { replace: true })} />
      {mode === 'demo' && (
        <p className="bareNote">
          演示账号和密码见<a href="/">首页</a>。
        </p>
      )}
      <p className="bareNote">忘记密码？请联系本单位管理员重置。</p>
    </BarePage>
  );
}
