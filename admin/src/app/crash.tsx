import { Button } from 'antd';

import { Notice } from '../components/notice';

/** Instead of a page that failed; a reload also brings the files of a newer release. */
export function Crash() {
  const reload = (
    <Button type="primary" onClick={() => window.location.reload()}>
      重新载入
    </Button>
  );

  return (
    <Notice heading="h1" title="页面出现问题" actions={reload}>
      请重新载入页面；如果仍然出现，请联系技术支持。
    </Notice>
  );
}
