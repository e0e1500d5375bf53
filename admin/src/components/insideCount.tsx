import { Tag } from 'antd';

interface Props {
  inside: number;
  capacity: number | null;
  warningLine: number | null;
}

/** People inside now against what the place holds, with a word when it becomes too many. */
export function InsideCount({ inside, capacity, warningLine }: Props) {
  const isFull = capacity !== null && inside >= capacity;
  const isWarning = warningLine !== null && inside >= warningLine;

  return (
    <span className="insideCount">
      {inside}
      {capacity !== null && <span className="soft"> / {capacity}</span>}
      {isFull && <Tag color="error">已达上限</Tag>}
      {!isFull && isWarning && <Tag color="warning">达到预警线</Tag>}
    </span>
  );
}
