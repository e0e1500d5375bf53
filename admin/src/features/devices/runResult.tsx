import { runStateNames, type ConformanceRun } from '@anxing/contract/devices';
import { Alert } from 'antd';

const tones = { running: 'info', passed: 'success', failed: 'error', expired: 'warning' } as const;

const words: Record<string, string> = {
  open: '开闸',
  stay: '不开',
  genuine: '可信',
  refused: '不可信',
};

function wordOf(verdict: string | null): string {
  return verdict === null ? '没有回答' : (words[verdict] ?? verdict);
}

function titleOf({ state, right, tasks }: ConformanceRun): string {
  const count = right === null ? `${tasks} 题` : `${right} / ${tasks} 题正确`;

  return `联调测试${runStateNames[state]}：${count}`;
}

/** How a conformance run went, with each wrong answer. */
export function RunResult({ run }: { run: ConformanceRun }) {
  return (
    <Alert
      type={tones[run.state]}
      showIcon
      title={titleOf(run)}
      description={
        run.wrong.length > 0 && (
          <ul>
            {run.wrong.map(({ id, title, expected, answered }) => (
              <li key={id}>
                {title}：应为{wordOf(expected)}，设备判为{wordOf(answered)}
              </li>
            ))}
          </ul>
        )
      }
    />
  );
}
