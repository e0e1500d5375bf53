import { isUnscanned, type PosterSize, type PosterState } from '@anxing/contract/posters';
import { Alert, Button, Descriptions, Space } from 'antd';
import { useState } from 'react';

import { CopyButton } from '../../components/copyButton';
import { Instant } from '../../components/instant';
import { useConfirm } from '../../lib/useConfirm';
import { useIssuePoster, useRevokePoster } from './api/changePosters';
import { PosterFileButtons } from './posterFileButtons';
import { PosterPreview } from './posterPreview';
import { PosterSizeChoice } from './posterSizeChoice';
import { printsText } from './printsText';

interface Props {
  pointId: string;
  pointName: string;
  poster: PosterState;
}

function useQuestions({ pointId, poster }: Props) {
  const confirm = useConfirm();
  const issue = useIssuePoster(pointId);
  const revoke = useRevokePoster(pointId);

  return {
    reissue: () =>
      confirm({
        title: '作废并重新生成张贴码？',
        content: '已经打印、张贴的张贴码会立即失效，访客再扫会提示无效。请在生成后重新打印并更换。',
        okText: '作废并重新生成',
        isDanger: true,
        act: () => issue.mutateAsync(),
        done: '已生成新的张贴码，请重新打印张贴',
      }),
    revoke: () =>
      confirm({
        title: '作废这张张贴码？',
        content: '已经打印、张贴的张贴码会立即失效，在重新生成之前访客无法扫码登记。',
        okText: '作废',
        isDanger: true,
        act: () => revoke.mutateAsync(poster.id),
        done: '张贴码已作废',
      }),
  };
}

/** The poster that works now, with what can be done to it. */
export function PosterInForce(props: Props) {
  const { pointId, pointName, poster } = props;
  const questions = useQuestions(props);
  const [size, setSize] = useState<PosterSize>('a4');

  return (
    <div className="posterInForce">
      <PosterPreview {...props} size={size} />
      <div className="posterFacts">
        {isUnscanned(poster, Date.now()) && (
          <Alert
            showIcon
            type="warning"
            title="打印已有数日，还没有人扫过这张码"
            description="请到现场看看是否已张贴、位置是否醒目、扫码是否正常。"
          />
        )}
        <PosterSizeChoice label="纸张" value={size} onChange={setSize} />
        <PosterFileButtons pointId={pointId} pointName={pointName} size={size} />
        <Descriptions
          column={1}
          size="small"
          items={[
            { key: 'code', label: '短码', children: <code>{poster.shortCode}</code> },
            { key: 'serial', label: '序号', children: `第 ${poster.serial} 张` },
            { key: 'issued', label: '生成时间', children: <Instant at={poster.issuedAt} /> },
            { key: 'printed', label: '打印或下载', children: printsText(poster) },
            {
              key: 'firstPrinted',
              label: '首次打印',
              children: <Instant at={poster.firstPrintedAt} instead="尚未打印" />,
            },
            {
              key: 'scanned',
              label: '首次扫码',
              children: <Instant at={poster.firstScannedAt} instead="尚未扫码" />,
            },
            {
              key: 'link',
              label: '二维码内容',
              children: (
                <span className="linkText">
                  {poster.link} <CopyButton text={poster.link} label="复制" />
                </span>
              ),
            },
          ]}
        />
        <Space wrap>
          <Button onClick={questions.reissue}>作废并重新生成</Button>
          <Button danger onClick={questions.revoke}>
            作废
          </Button>
        </Space>
      </div>
    </div>
  );
}
