import { PlusOutlined } from '@ant-design/icons';
import type { FeedKey } from '@anxing/contract/feeds';
import { Button } from 'antd';
import { useState } from 'react';

import { RecordList } from '../../../components/recordList';
import { useAbilities } from '../../../lib/ownUnit';
import { useConfirm } from '../../../lib/useConfirm';
import { useEndKey, useRevokeKey } from '../api/feedKeys';
import { AddKeyDrawer } from './addKeyDrawer';
import { keyColumns } from './keyColumns';

interface Props {
  source: string;
  keys: readonly FeedKey[];
}

const idOf = ({ id }: FeedKey) => id;

function RevokeButton({ source, of }: { source: string; of: FeedKey }) {
  const confirm = useConfirm();
  const revoke = useRevokeKey(source);

  function ask(): void {
    confirm({
      title: `撤销“${of.owner}”的密钥？`,
      content:
        '撤销立即生效且不能恢复：用它签名的报送会被拒绝，已生效的数据不受影响。该报送方的数据仍会被等待，直到登记新密钥或经两人确认不再等待。',
      okText: '撤销密钥',
      isDanger: true,
      act: () => revoke.mutateAsync(of.id),
      done: '密钥已撤销',
    });
  }

  return (
    <Button type="link" size="small" danger aria-label={`撤销 ${of.owner}`} onClick={ask}>
      撤销
    </Button>
  );
}

function EndButton({ source, of }: { source: string; of: FeedKey }) {
  const confirm = useConfirm();
  const end = useEndKey(source);

  function ask(): void {
    confirm({
      title: `不再等待“${of.owner}”的数据？`,
      content: '须经另一人审批。批准后该报送方不再计入数据是否送达，因缺其数据而“核验中”的人员可能变为绿码。',
      okText: '提交审批',
      act: () => end.mutateAsync(of.id),
      done: '已提交，等待另一人审批',
    });
  }

  return (
    <Button type="link" size="small" aria-label={`不再等待 ${of.owner}`} onClick={ask}>
      不再等待
    </Button>
  );
}

function KeyActions({ source, of }: { source: string; of: FeedKey }) {
  switch (of.state) {
    case 'active':
      return <RevokeButton source={source} of={of} />;
    case 'awaited':
      return <EndButton source={source} of={of} />;
    default:
      return '—';
  }
}

/** Who may deliver for a source. */
export function KeyList({ source, keys }: Props) {
  const { manageFeeds } = useAbilities();
  const [isAdding, setAdding] = useState(false);
  const columns = keyColumns((key) => (manageFeeds ? <KeyActions source={source} of={key} /> : '—'));

  return (
    <>
      <div className="panelTop">
        <p>数据源用自己的私钥为每批数据签名，平台用这里登记的公钥核对。</p>
        {manageFeeds && (
          <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setAdding(true)}>
            登记密钥
          </Button>
        )}
      </div>
      <RecordList
        label="密钥"
        columns={columns}
        records={keys}
        keyOf={idOf}
        isLoading={false}
        emptyText="还没有密钥"
      />
      {isAdding && <AddKeyDrawer source={source} onClose={() => setAdding(false)} />}
    </>
  );
}
