import type { DemoFile } from '../../base/demoFile';
import { demoBanner, escapeHtml, page } from './html';

interface Landing {
  name: string;
  operator: string;
  hotline: string;
  /** Accounts and poster of the demo; undefined in production. */
  demo: DemoFile | undefined;
}

function accountCard({ title, phone, password, smsCode, where, hint }: DemoFile['accounts'][number]): string {
  const proofs: [string, string | undefined][] = [
    ['密码', password],
    ['短信验证码', smsCode],
  ];
  const lines = proofs.map(([label, proof]) =>
    proof ? `<p>${label} <code>${escapeHtml(proof)}</code></p>` : '',
  );

  return `<li class="card">
    <h3>${escapeHtml(title)}</h3>
    <p>手机号 <code>${escapeHtml(phone)}</code></p>
    ${lines.join('')}
    ${hint ? `<p class="soft">${escapeHtml(hint)}</p>` : ''}
    <p><a href="${where}">去登录</a></p>
  </li>`;
}

function demoPart({ accounts, poster }: DemoFile): string {
  return `<h2>演示账号</h2>
    <p class="soft">居民登录时输入手机号，再输入对应的验证码（也可先点“获取验证码”）。工作人员用密码登录，提出或审批变更时需要短信验证码。</p>
    <ul class="cards">${accounts.map(accountCard).join('')}</ul>
    <h2>演示张贴码</h2>
    <p>${escapeHtml(poster.point)}<br><a class="long" href="${escapeHtml(poster.link)}">${escapeHtml(poster.link)}</a></p>
    <p class="soft">打印张贴码：以“商场管理员”登录管理后台，进入“服务点”。</p>`;
}

/** `/`: who are you? */
export function landingPage({ name, operator, hotline, demo }: Landing): string {
  return page(
    name,
    `${demoBanner(demo !== undefined)}<main><h1>${escapeHtml(name)}</h1>
    <p class="soft">${escapeHtml(operator)} · 服务热线 ${escapeHtml(hotline)}</p>
    <div class="cards">
      <a class="card" href="/m/"><b>我是居民</b>申领和出示健康码，扫场所码登记</a>
      <a class="card" href="/admin/"><b>我是单位工作人员</b>服务点、张贴码、出入记录</a>
      <a class="card" href="/api/docs"><b>我要对接系统</b>接口说明 API</a>
    </div>${demo ? demoPart(demo) : ''}</main>`,
  );
}
