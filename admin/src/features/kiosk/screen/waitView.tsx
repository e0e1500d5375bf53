import { directionNames } from '@anxing/contract/passages';
import type { Direction } from '@anxing/contract/visits';

import { Key } from './key';

const numberLength = 12;

/** 4-4-4, as far as it was typed. */
export function groupTyped(typed: string): string {
  return typed.replace(/(\d{4})(?=\d)/g, '$1 ');
}

/** The digits that somebody types, large, with how many are missing. */
export function TypedNumber({ typed }: { typed: string }) {
  const missing = numberLength - typed.length;

  return (
    <div className="kioskTyped" role="status" aria-label="已输入的数字">
      <span className="kioskDigits">{groupTyped(typed)}</span>
      <span>
        {missing > 0 && `还差 ${missing} 位`}
        {missing === 0 && '按回车查验'}
        {missing < 0 && `多了 ${-missing} 位`}
      </span>
      <span className="kioskTypedClear">
        <Key name="Esc" /> 清除
      </span>
    </div>
  );
}

/** Nobody is checked at the moment. */
export function WaitView({ direction }: { direction: Direction }) {
  return (
    <div className="kioskWait">
      <span className={`kioskWaitDirection ${direction}`}>{directionNames[direction]}</span>
      <p className="kioskWaitTitle">请扫健康码</p>
      <p>扫码枪对准手机上的健康码、离线通行码或纸质卡</p>
      <p>
        也可输入 12 位数字，按 <Key name="回车" /> 查验
      </p>
    </div>
  );
}
