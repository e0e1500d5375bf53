import { useTitle } from '../lib/useTitle';
import { Notice } from './notice';

export function Forbidden() {
  useTitle('没有权限');

  return (
    <Notice heading="h1" title="没有权限">
      您的账号不能打开这个页面。如需开通，请联系单位负责人。
    </Notice>
  );
}
