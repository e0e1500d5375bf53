import { CloseCircleFilled } from '@ant-design/icons';

/** `allowClear` of a select; antd would name its button in English. */
export const clearable = { label: '清除', clearIcon: <CloseCircleFilled aria-hidden /> };
