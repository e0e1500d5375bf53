import { toCss } from './pack/styles';
import { axmlToWxml, eventNamesIn, sjsToWxs, toGlassEasel } from './pack/templates';
import { toCssUnits } from './pack/units';

const noImports = (name: string): string => {
  throw new Error(`${name} was read`);
};

describe('style sheets', () => {
  test('rpx, vh and safe areas become lengths of the phone', () => {
    expect(toCssUnits('a{width:100rpx;height:50vh;margin:-1.5rpx}')).toBe(
      'a{width:calc(100 * 100vw / 750);height:calc(50 * var(--window-height) / 100);margin:calc(-1.5 * 100vw / 750)}',
    );
    expect(toCssUnits('padding-bottom:env(safe-area-inset-bottom, 0px)')).toBe(
      'padding-bottom:var(--safe-bottom)',
    );
  });

  test('selectors name the elements of the browser, classes stay', () => {
    const css =
      'page{a:b}view .view,.x>text:first-child,button::after{c:d}@media (width>1px){scroll-view{e:f}}';
    expect(toCss('x', css, noImports)).toBe(
      'wx-page{a:b}wx-view .view,.x>wx-text:first-child,wx-button::after{c:d}@media (width>1px){wx-scroll-view{e:f}}',
    );
  });

  test('imports are put in place, from where they are named', () => {
    const sheets: Record<string, string> = { common: '.c{}', 'a/b/near': '@import "../../common.wxss";.n{}' };
    expect(toCss('a/b/page', '@import "./near.wxss";.p{}', (name) => sheets[name] ?? noImports(name))).toBe(
      '.c{}.n{}.p{}',
    );
  });

  test('a missing import is an error', () => {
    expect(() => toCss('x', '@import "./y.wxss";', noImports)).toThrow('y was read');
  });
});

describe('templates', () => {
  test('bindings get their colon, and ids are told twice', () => {
    expect(toGlassEasel('<view bindtap="eh" catchtouchmove="eh" id="{{i.uid}}" />')).toBe(
      '<view bind:tap="eh" catch:touchmove="eh" id="{{i.uid}}" mp-id="{{i.uid}}" />',
    );
  });

  test("Alipay's words become WeChat's", () => {
    expect(axmlToWxml('<view a:for="{{x}}" a:key="k" onLongTap="eh" catchTouchMove="eh" once="1"/>')).toBe(
      '<view wx:for="{{x}}" wx:key="k" bind:longtap="eh" catch:touchmove="eh" once="1"/>',
    );
    expect(axmlToWxml('<import-sjs name="xs" from="./utils.sjs" /><import src="../base.axml"/>')).toBe(
      '<wxs module="xs" src="./utils.wxs" /><import src="../base.wxml"/>',
    );
    expect(sjsToWxs('export default { a: 1 }')).toBe('module.exports = { a: 1 }');
  });

  test("Alipay's spelling of events is kept", () => {
    expect(eventNamesIn('<view onLongTap="eh" catchTouchMove="eh" onTap="eh"/>')).toEqual({
      longtap: 'longTap',
      touchmove: 'touchMove',
      tap: 'tap',
    });
  });
});
