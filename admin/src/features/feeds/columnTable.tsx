import { DownloadOutlined } from '@ant-design/icons';
import type { Feed } from '@anxing/contract/feeds';
import { Button } from 'antd';

import type { RecordColumn } from '../../components/recordColumn';
import { RecordList } from '../../components/recordList';
import { csvFile } from '../../lib/csv';
import { saveFile } from '../../lib/saveFile';
import { columnTypeTexts } from './columnWords';

type Column = Feed['columns'][number];
type Kind = Feed['kinds'][number];

const columns: RecordColumn<Column>[] = [
  { key: 'name', title: '列名', card: 'heading', render: ({ name }) => <code>{name}</code> },
  { key: 'title', title: '含义', render: ({ title }) => title },
  { key: 'required', title: '必填', render: ({ required }) => (required ? '必填' : '选填') },
  { key: 'type', title: '填写内容', render: ({ type }) => columnTypeTexts[type] },
];

const kindColumns: RecordColumn<Kind>[] = [
  { key: 'id', title: '类型代号', card: 'heading', render: ({ id }) => <code>{id}</code> },
  { key: 'name', title: '含义', render: ({ name }) => name },
];

function saveDescription(feed: Feed): void {
  const rows = feed.columns.map(({ name, title, required, type }) => [
    name,
    title,
    required ? '必填' : '选填',
    columnTypeTexts[type],
  ]);
  const kinds = feed.kinds.map(({ id, name }) => [id, name]);
  const head = ['列名', '含义', '必填', '填写内容'];
  saveFile(csvFile([head, ...rows, [], ['类型代号', '含义'], ...kinds]), `数据格式-${feed.name}.csv`);
}

function saveTemplate({ columns: wanted, name }: Feed): void {
  saveFile(csvFile([wanted.map((column) => column.name)]), `模板-${name}.csv`);
}

/** What a source has to deliver, to be handed to it. */
export function ColumnTable({ feed }: { feed: Feed }) {
  return (
    <>
      <div className="panelTop">
        <p>报送的文件须有以下列，次序不限；不要加其他的列。</p>
        <div className="panelButtons">
          <Button icon={<DownloadOutlined aria-hidden />} onClick={() => saveDescription(feed)}>
            下载说明
          </Button>
          <Button icon={<DownloadOutlined aria-hidden />} onClick={() => saveTemplate(feed)}>
            下载空模板
          </Button>
        </div>
      </div>
      <RecordList
        label="数据格式"
        columns={columns}
        records={feed.columns}
        keyOf={({ name }) => name}
        isLoading={false}
        emptyText="没有规定列"
      />
      <h2 className="sectionTitle">类型</h2>
      <RecordList
        label="类型代号"
        columns={kindColumns}
        records={feed.kinds}
        keyOf={({ id }) => id}
        isLoading={false}
        emptyText="没有类型"
      />
    </>
  );
}
