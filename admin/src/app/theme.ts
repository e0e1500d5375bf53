import type { ThemeConfig } from 'antd';

/** Colours with a contrast of at least 4.5 : 1 wherever antd writes with them. */
const readable = {
  colorSuccess: '#237804',
  colorWarning: '#ad4e00',
  colorError: '#cf1322',
  colorSuccessBg: '#f6ffed',
  colorWarningBg: '#fff7e6',
  colorErrorBg: '#fff1f0',
  colorSuccessBorder: '#b7eb8f',
  colorWarningBorder: '#ffd591',
  colorErrorBorder: '#ffa39e',
  colorTextPlaceholder: '#6b7280',
  colorTextDescription: '#5b6470',
  colorTextTertiary: '#5b6470',
  colorTextDisabled: '#6b7280',
};

/** antd lightens what the mouse is over, and white on it can hardly be read any more. @param colour `#rrggbb` */
function darker(colour: string): string {
  const parts = (colour.slice(1).match(/../g) ?? []).map((part) => Math.round(parseInt(part, 16) * 0.82));

  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

/** @param isStill nothing moves, and nothing waits for the end of a motion */
export function themeOf(primary: string, isStill = false): ThemeConfig {
  return {
    token: {
      ...readable,
      colorPrimary: primary,
      colorPrimaryHover: darker(primary),
      colorLinkHover: darker(primary),
      colorErrorHover: darker(readable.colorError),
      colorLink: primary,
      colorInfo: primary,
      motion: !isStill,
      borderRadius: 8,
      fontSize: 15,
      fontSizeSM: 13,
      controlHeight: 36,
      // A button that works turns a wheel; faded, its words could hardly be read.
      opacityLoading: 1,
      fontFamily:
        "-apple-system, BlinkMacSystemFont, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', sans-serif",
    },
    components: {
      Table: {
        headerBg: '#f5f7fa',
        cellPaddingBlock: 12,
        rowSelectedBg: '#eef5ff',
        rowSelectedHoverBg: '#e2eeff',
      },
      Form: { itemMarginBottom: 20 },
    },
  };
}
