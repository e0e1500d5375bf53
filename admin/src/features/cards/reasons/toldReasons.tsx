import { PrinterOutlined } from '@ant-design/icons';
import type { CounterReasons } from '@anxing/contract/reasons';
import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { Link } from 'react-router';

import { useAbilities } from '../../../lib/ownUnit';
import { Explanation } from './explanation';
import { PrintSheet } from './printSheet';

interface Props {
  told: CounterReasons;
  onNext: () => void;
}

/** How somebody objects who has no phone for it. */
function Objection() {
  const { proposeOverrides } = useAbilities();

  return (
    <p>
      本人没有手机、不认可某条记录的，可在柜台出示证明材料，由工作人员提出人工变更，经另一名工作人员复核。
      {proposeOverrides && <Link to="/overrides/new">提出人工变更</Link>}
    </p>
  );
}

/** Told to who stands at the counter; gone with the next person. */
export function ToldReasons({ told, onNext }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);

  return (
    <>
      <div className="panelTop">
        <h2 ref={heading} tabIndex={-1}>
          {told.name} 的健康码
        </h2>
        <div className="panelButtons">
          <Button icon={<PrinterOutlined aria-hidden />} onClick={() => window.print()}>
            打印说明
          </Button>
          <Button type="primary" onClick={onNext}>
            下一位
          </Button>
        </div>
      </div>
      <Explanation own={told.own} />
      {told.own.reasons.length > 0 && <Objection />}
      <p className="soft">
        本次查看已记录，本人可在“谁看过我”和消息中看到。请只向本人说明，离开前点“下一位”。
      </p>
      <PrintSheet told={told} />
    </>
  );
}
