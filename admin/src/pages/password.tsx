import { App } from 'antd';
import { useNavigate } from 'react-router';

import { PageTop } from '../components/pageTop';
import { PasswordForm } from '../features/session/passwordForm';

export function Component() {
  const navigate = useNavigate();
  const { message } = App.useApp();

  function goOn(): void {
    void message.success('密码已修改，其他设备上的登录已退出');
    void navigate('/');
  }

  return (
    <>
      <PageTop title="修改密码" />
      <section className="panel narrowPanel">
        <PasswordForm currentLabel="原密码" onChanged={goOn} />
      </section>
    </>
  );
}
