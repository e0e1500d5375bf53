import type { DeliveryMode } from '@anxing/contract/feeds';
import { Alert } from 'antd';

const second = '上传后不会马上生效：须由平台上另一位有“审批”权限的工作人员批准。';

/** What a file does to what is on record, before anybody chooses one: a few rows of a full list would end all others. */
export function DeliveryNotice({ delivery }: { delivery: DeliveryMode }) {
  return (
    <>
      {delivery === 'full' && (
        <Alert
          className="formFault"
          type="warning"
          showIcon
          title="全量报送：文件会替换在案的全部名单"
          description="文件中没有的人员或小区，其在案记录在批准后不再有效。只补报几条时，请把它们加进完整的名单，再上传整份名单。"
        />
      )}
      <Alert
        className="formFault"
        type="info"
        showIcon
        title={delivery === 'full' ? second : `增量报送：文件中的行会加入在案记录，不影响其他记录。${second}`}
      />
    </>
  );
}
