import { createRequire } from 'node:module';

import { Resvg } from '@resvg/resvg-js';

const find = createRequire(import.meta.url).resolve;
const fontFiles = [find('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf')];

/** A card is 85.6 × 54 mm (ISO/IEC 7810 ID-1), here with ten units per millimetre; the table shows around it. */
const card = { width: 856, height: 540 };
const margin = 90;
const page = { width: card.width + 2 * margin, height: card.height + 2 * margin };

/**
 * What happens to a picture at a door: degrees, standard deviation of the blur in units, light from 0 to 1, degrees of
 * slant, and pixels per unit.
 */
export const asTaken = { rotate: 0, blur: 0, light: 1, skew: 0, scale: 1.6 };

function lines(idNumber) {
  const birth = [idNumber.slice(6, 10), Number(idNumber.slice(10, 12)), Number(idNumber.slice(12, 14))];

  return `
    <text x="60" y="100" font-size="38">姓名 示例</text>
    <text x="60" y="170" font-size="38">性别 女 民族 汉</text>
    <text x="60" y="240" font-size="38">出生 ${birth[0]} 年 ${birth[1]} 月 ${birth[2]} 日</text>
    <text x="60" y="310" font-size="38">住址 示例省示例市示例路 8 号</text>
    <text x="60" y="470" font-size="38">公民身份号码</text>
    <text x="310" y="470" font-size="42" letter-spacing="5">${idNumber}</text>
    <rect x="600" y="70" width="200" height="250" fill="#c9d3dd"/>`;
}

/** A card of somebody who does not exist, as a camera sees it: PNG. */
export function drawCard(idNumber, given = {}) {
  const { rotate, blur, light, skew, scale } = { ...asTaken, ...given };
  const middle = `${page.width / 2} ${page.height / 2}`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${page.width} ${page.height}">
    <defs><filter id="b"><feGaussianBlur stdDeviation="${blur}"/></filter></defs>
    <rect width="100%" height="100%" fill="#8a7f72"/>
    <g filter="${blur > 0 ? 'url(#b)' : 'none'}">
      <g transform="rotate(${rotate} ${middle}) skewX(${skew}) translate(${margin} ${margin})">
        <rect width="${card.width}" height="${card.height}" rx="30" fill="#f4f6f8"/>
        <g fill="#1c2733" font-family="Noto Sans SC">${lines(idNumber)}</g>
      </g>
    </g>
    <rect width="100%" height="100%" fill="#000" opacity="${1 - light}"/>
  </svg>`;
  const image = new Resvg(svg, {
    fitTo: { mode: 'width', value: Math.round(page.width * scale) },
    font: { loadSystemFonts: false, fontFiles, defaultFontFamily: 'Noto Sans SC' },
  });

  return image.render().asPng();
}
