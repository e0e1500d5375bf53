import { Modal } from 'antd';
import { useEffect } from 'react';
import { useBlocker } from 'react-router';

import { isSaved } from '../lib/saved';
import { signInPath } from '../lib/returnTo';

/** Asks before what was typed is lost, whether by a link, the browser's arrows or closing the tab. */
export function UnsavedGuard({ isDirty }: { isDirty: boolean }) {
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      isDirty &&
      currentLocation.pathname !== nextLocation.pathname &&
      !isSaved(nextLocation.state) &&
      !nextLocation.pathname.endsWith(signInPath),
  );

  useEffect(() => {
    if (!isDirty) {
      return undefined;
    }
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);

    return () => window.removeEventListener('beforeunload', ask);
  }, [isDirty]);

  return (
    <Modal
      title="放弃未保存的修改？"
      open={blocker.state === 'blocked'}
      okText="放弃修改"
      okButtonProps={{ danger: true }}
      cancelText="继续编辑"
      onOk={() => blocker.proceed?.()}
      onCancel={() => blocker.reset?.()}
    >
      您填写的内容尚未保存，离开后将丢失。
    </Modal>
  );
}
