import { UploadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useRef, useState, type DragEvent } from 'react';

interface Props {
  /** Ends of the names of files, joined by commas. */
  accept: string;
  testId: string;
  isBusy: boolean;
  label?: string;
  onFile: (file: File) => void;
}

/** A file from the disk, chosen or dropped. */
export function FilePlace({ accept, testId, isBusy, label = '选择文件', onFile }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);

  function drop(event: DragEvent): void {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file && !isBusy) {
      onFile(file);
    }
  }

  return (
    <div
      className={isOver ? 'dropPlace isOver' : 'dropPlace'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Button
        type="primary"
        icon={<UploadOutlined aria-hidden />}
        loading={isBusy}
        onClick={() => input.current?.click()}
      >
        {label}
      </Button>
      <p className="soft">或把文件拖到这里</p>
      <input
        ref={input}
        // antd's forms show inputs of files that are merely hidden.
        style={{ display: 'none' }}
        type="file"
        aria-label={label}
        data-testid={testId}
        accept={accept}
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file) {
            onFile(file);
          }
          // The same file, mended, shall be taken again.
          target.value = '';
        }}
      />
    </div>
  );
}
