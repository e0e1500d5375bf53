const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? '');
}

const style = `
  :root { color-scheme: light; }
  body { margin: 0; font: 16px/1.6 system-ui, "Noto Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif; color: #12263f; background: #f3f6fb; }
  main { max-width: 960px; margin: 0 auto; padding: 32px 20px 64px; }
  h1 { font-size: 32px; margin: 0 0 8px; } h2 { font-size: 20px; margin: 32px 0 12px; }
  .banner { background: #ad4e00; color: #fff; text-align: center; padding: 6px 12px; font-size: 14px; }
  .cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(220px, 1fr)); gap: 16px; margin-top: 24px; }
  .card { background: #fff; border-radius: 12px; padding: 20px; text-decoration: none; color: inherit; border: 1px solid #d5e0ee; display: block; }
  a { color: #0958d9; }
  a.card:hover, a.card:focus-visible { border-color: #0958d9; outline: 2px solid #0958d9; }
  ul.cards { list-style: none; padding: 0; }
  .card h3 { margin: 0 0 8px; font-size: 17px; } .card p { margin: 4px 0; }
  .card b { display: block; font-size: 18px; color: #0958d9; }
  table { border-collapse: collapse; width: 100%; background: #fff; border-radius: 12px; overflow: hidden; }
  th, td { text-align: left; padding: 10px 14px; border-bottom: 1px solid #e5ecf5; vertical-align: top; }
  th { background: #eef5ff; font-weight: 600; }
  code { font: 14px/1.5 ui-monospace, monospace; background: #eef2f7; padding: 2px 6px; border-radius: 4px; white-space: nowrap; }
  .soft { color: #4a5a70; }
  .long { word-break: break-all; }
  .scroll { overflow-x: auto; }
`;

/** Says on every page of a demo that it is one. */
export function demoBanner(isDemo: boolean): string {
  return isDemo ? '<aside class="banner" aria-label="运行模式">演示环境，数据均为虚构</aside>' : '';
}

/** A page of our own without any script. `body` is HTML; whatever comes from data is escaped before. */
export function page(title: string, body: string, lang = 'zh-CN'): string {
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>${body}</body>
</html>`;
}
