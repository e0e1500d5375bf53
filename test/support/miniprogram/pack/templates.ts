/**
 * WXML and AXML as glass-easel reads it. Three traps:
 * it knows only `bind:tap`, not `bindtap`; it keeps an element's id to itself, so the id is given once more as `mp-id`;
 * and it would take Alipay's `onTap` for a plain attribute.
 */
export function toGlassEasel(wxml: string): string {
  return wxml
    .replace(/\s(bind|catch|capture-bind|capture-catch|mut-bind)([a-z]\w*)=/g, ' $1:$2=')
    .replace(/\sid="([^"]*)"/g, ' id="$1" mp-id="$1"');
}

const sjsImport = /<import-sjs\s+name="(\w+)"\s+from="([^"]+)\.sjs"\s*(?:\/>|><\/import-sjs>)/g;

/** Alipay's template language in WeChat's words. */
export function axmlToWxml(axml: string): string {
  return axml
    .replace(/\ba:(for-item|for-index|for|if|elif|else|key)\b/g, 'wx:$1')
    .replace(sjsImport, '<wxs module="$1" src="$2.wxs" />')
    .replace(/\scatch([A-Z]\w*)=/g, (_, event: string) => ` catch:${event.toLowerCase()}=`)
    .replace(/\son([A-Z]\w*)=/g, (_, event: string) => ` bind:${event.toLowerCase()}=`)
    .replace(/\.axml"/g, '.wxml"');
}

/** How Alipay spells its events: `onLongTap` in a template means an event of type `longTap`. */
export function eventNamesIn(axml: string): Record<string, string> {
  const names: Record<string, string> = {};
  for (const [, event = ''] of axml.matchAll(/\s(?:on|catch)([A-Z]\w*)=/g)) {
    names[event.toLowerCase()] = event.charAt(0).toLowerCase() + event.slice(1);
  }

  return names;
}

/** Alipay's script language in WeChat's words. */
export function sjsToWxs(sjs: string): string {
  return sjs.replace(/export default/, 'module.exports =');
}
