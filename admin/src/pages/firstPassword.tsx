import { Navigate, useNavigate, useSearchParams } from 'react-router';

import { BarePage } from '../components/barePage';
import { PasswordForm } from '../features/session/passwordForm';
import { useOwnUnit } from '../lib/ownUnit';
import { returnOf } from '../lib/returnTo';

/** Nobody works with a password that somebody else has seen. */
export function Component() {
  const { staff } = useOwnUnit();
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const back = returnOf(search);
  if (!staff.mustChangePassword) {
    return <Navigate to={back} replace />;
  }

  return (
    <BarePage title="请先修改初始密码">
      <p className="bareLead">{staff.name}，您好。为了账号安全，首次登录须设置只有您本人知道的密码。</p>
      <PasswordForm currentLabel="初始密码" onChanged={() => void navigate(back, { replace: true })} />
    </BarePage>
  );
}
