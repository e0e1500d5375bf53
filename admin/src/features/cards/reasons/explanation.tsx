import type { OwnReason, OwnReasons } from '@anxing/contract/reasons';
import type { ReactNode } from 'react';

import { ColourTag } from '../../../components/colourTag';
import { Instant } from '../../../components/instant';
import { useConfig } from '../../../lib/config';

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="ruleFact">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function ColourLine({ own }: { own: OwnReasons }) {
  const { colours } = useConfig();
  const word = colours.find(({ name }) => name === own.colour)?.word;

  return (
    <>
      <p className="toldColour">
        <ColourTag colour={own.colour} />
        {word && <span>{word}</span>}
      </p>
      <p className="soft">
        数据截至 <Instant at={own.asOf} instead="暂无" />
        ，按判定规则第 {own.ruleVersion} 版
      </p>
    </>
  );
}

function ToldReason({ reason }: { reason: OwnReason }) {
  return (
    <li className="toldReason">
      <h3>{reason.text}</h3>
      <dl className="ruleFacts">
        <Fact name="记录内容">{reason.kindName}</Fact>
        <Fact name="发生日期">{reason.date}</Fact>
        <Fact name="数据来源">{reason.sourceName}</Fact>
        <Fact name="负责单位">{reason.owner}</Fact>
        <Fact name="由谁提供">{reason.deliveredBy}</Fact>
        {reason.recordedAt !== null && (
          <Fact name="收录时间">
            <Instant at={reason.recordedAt} />
          </Fact>
        )}
        <Fact name="持续到">
          <Instant at={reason.until} instead="情况消除前一直有效，消除后自动恢复" />
        </Fact>
        <Fact name="需要做什么">{reason.advice}</Fact>
        <Fact name="不认可时">
          {reason.appeal}
          {reason.appealId && <span className="underName">已有一项申诉正在处理</span>}
        </Fact>
      </dl>
    </li>
  );
}

function LateSources({ late }: Pick<OwnReasons, 'late'>) {
  return (
    <ul className="toldLate">
      {late.map(({ sourceName, owner, lastDeliveredAt }) => (
        <li key={sourceName}>
          {sourceName}（{owner}），最近送达 <Instant at={lastDeliveredAt} instead="从未" />
        </li>
      ))}
    </ul>
  );
}

function Checking({ late }: Pick<OwnReasons, 'late'>) {
  return (
    <>
      <h3>为什么正在核验</h3>
      <p>
        {late.length > 0
          ? '判定绿码需要的以下数据没有按时送达，暂时不能确认为绿码。这不代表本人有问题。'
          : '系统正在核对本人的数据，通常很快完成。这不代表本人有问题。'}
      </p>
      <LateSources late={late} />
      <p>本人什么都不用做：数据送达后颜色自动更新。“核验中”不等于不能通行，由场所工作人员按规定处理。</p>
    </>
  );
}

function AllClear({ checked }: Pick<OwnReasons, 'checked'>) {
  return (
    <>
      <h3>各项核对均已通过</h3>
      <p>按判定规则核对了以下数据，没有影响本人颜色的记录：{checked.join('、')}。</p>
    </>
  );
}

function Reasons({ reasons, late }: OwnReasons) {
  return (
    <>
      <ul className="toldReasons" aria-label="原因">
        {reasons.map((reason, at) => (
          <ToldReason key={`${reason.rule} ${reason.date} ${at}`} reason={reason} />
        ))}
      </ul>
      <p className="soft">全部原因解除后，颜色自动恢复，无需重新申领或换卡。</p>
      {late.length > 0 && (
        <>
          <h3>还有数据没有按时送达</h3>
          <LateSources late={late} />
        </>
      )}
    </>
  );
}

function Why({ own }: { own: OwnReasons }) {
  if (own.reasons.length > 0) {
    return <Reasons {...own} />;
  }

  return own.colour === 'unknown' ? <Checking late={own.late} /> : <AllClear checked={own.checked} />;
}

/** What somebody would read in the mini-program, on the clerk's screen and on paper. */
export function Explanation({ own }: { own: OwnReasons }) {
  return (
    <div className="told">
      <ColourLine own={own} />
      <Why own={own} />
    </div>
  );
}
