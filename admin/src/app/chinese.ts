import type { ConfigProviderProps } from 'antd';
import zhCN from 'antd/locale/zh_CN';

type Locale = NonNullable<ConfigProviderProps['locale']>;

/** antd's locale files are CommonJS: bundlers hand them over inside `default`, Node does not. */
const given: Locale & { default?: Locale } = zhCN;
const { DatePicker, ...rest } = given.default ?? given;

/** antd in Chinese. The year and month of a calendar name themselves; antd's label would hide them from speech. */
export const chinese: Locale = {
  ...rest,
  ...(DatePicker
    ? { DatePicker: { ...DatePicker, lang: { ...DatePicker.lang, yearSelect: '', monthSelect: '' } } }
    : {}),
};
