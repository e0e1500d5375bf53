import { Descriptions, Drawer } from 'antd';

import { ErrorState } from '../../components/errorState';
import { Loading } from '../../components/loading';
import { usePassage } from './api/getPassage';
import { passageFacts } from './passageFacts';

interface Props {
  id: string | undefined;
  onClose: () => void;
}

/** One passage in full, as far as the unit may see it. */
export function PassageDrawer({ id, onClose }: Props) {
  const { data, error, refetch } = usePassage(id);

  return (
    <Drawer title="出入记录详情" open={id !== undefined} onClose={onClose} size={480}>
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data && (
        <>
          <Descriptions column={1} bordered size="small" items={passageFacts(data)} />
          <p className="soft">个人信息已隐去部分内容。查看详情会留下记录，本人可以看到。</p>
        </>
      )}
    </Drawer>
  );
}
