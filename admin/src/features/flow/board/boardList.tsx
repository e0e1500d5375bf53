import { Button } from 'antd';
import { useState } from 'react';

import { RecordList } from '../../../components/recordList';
import { useAbilities } from '../../../lib/ownUnit';
import { useEmptying } from '../useEmptying';
import { WarningSettings } from '../warnings/warningSettings';
import { boardColumns } from './boardColumns';
import type { BoardRow } from './boardRows';

/** So many rows are drawn anew twice a second without anybody noticing. */
const shownAtFirst = 50;

interface Props {
  rows: readonly BoardRow[];
  isTree: boolean;
}

/** Every point in sight, as a table or as cards. */
export function BoardList({ rows, isTree }: Props) {
  const { managePoints, manageFlow } = useAbilities();
  const [shown, setShown] = useState(shownAtFirst);
  const [setting, setSetting] = useState<BoardRow>();
  const empty = useEmptying();
  const columns = boardColumns({
    isTree,
    onSettings: managePoints ? setSetting : undefined,
    onEmpty: manageFlow ? empty : undefined,
  });

  return (
    <>
      <RecordList
        label="各服务点人流"
        columns={columns}
        records={rows.slice(0, shown)}
        keyOf={({ pointId }) => pointId}
        isLoading={false}
        emptyText="没有符合条件的服务点"
      />
      {rows.length > shown && (
        <p className="moreRows">
          <Button onClick={() => setShown(shown + shownAtFirst)}>
            显示更多（已显示 {shown} / {rows.length}）
          </Button>
        </p>
      )}
      {setting && <WarningSettings point={setting} onClose={() => setSetting(undefined)} />}
    </>
  );
}
