import type { DemoFile } from '../../base/demoFile';
import { escapeHtml, page } from './html';

interface Landing {
  name: string;
  operator: string;
  hotline: string;
  /** Accounts and poster of the demo; undefined in production. */
  demo: DemoFile | undefined;
}

function accountRow({ title, phone, password, smsCode, where, hint }: DemoFile['accounts'][number]): string {
  const proof = password
    ? `密码 <code>${escapeHtml(password)}</code>`
    : `验证码 <code>${escapeHtml(smsCode ?? '')}</code>`;

  return `<tr><td>${escapeHtml(title)}${hint ? `<br><span class="soft">${escapeHtml(hint)}</span>` : ''}</td><td><code>${escapeHtml(phone)}</code></td><td>${proof}</td>
    <td><a href="${where}">${where}</a></td></tr>`;
}

function demoPart({ accounts, poster }: DemoFile): string {
  return `<h2>演示账号</h2>
    <p class="soft">数据均为虚构。居民登录时点“获取验证码”后，输入下表的验证码即可。</p>
    <div class="scroll"><table><thead><tr><th>身份</th><th>手机号</th><th>登录凭证</th><th>入口</th></tr></thead>
    <tbody>${accounts.map(accountRow).join('')}</tbody></table></div>
    <h2>演示张贴码</h2>
    <p>${escapeHtml(poster.point)}：<a href="${escapeHtml(poster.link)}">${escapeHtml(poster.link)}</a></p>`;
}

/** `/`: who are you? */
export function landingPage({ name, operator, hotline, demo }: Landing): string {
  const banner = demo ? '<div class="banner" role="note">演示环境，数据均为虚构</div>' : '';

  return page(
    name,
    `${banner}<main><h1>${escapeHtml(name)}</h1>
    <p class="soft">${escapeHtml(operator)} · 服务热线 ${escapeHtml(hotline)}</p>
    <div class="cards">
      <a class="card" href="/m/"><b>我是居民</b>申领和出示健康码，扫场所码登记</a>
      <a class="card" href="/admin/"><b>我是单位工作人员</b>服务点、张贴码、出入记录</a>
      <a class="card" href="/api/docs"><b>我要对接系统</b>接口说明 API</a>
    </div>${demo ? demoPart(demo) : ''}</main>`,
  );
}
