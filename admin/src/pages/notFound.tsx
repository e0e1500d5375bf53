import { Link } from 'react-router';

import { Notice } from '../components/notice';
import { useTitle } from '../lib/useTitle';

export function Component() {
  useTitle('页面不存在');

  return (
    <Notice heading="h1" title="页面不存在" actions={<Link to="/">返回概览</Link>}>
      链接可能已失效，请检查网址是否正确。
    </Notice>
  );
}
