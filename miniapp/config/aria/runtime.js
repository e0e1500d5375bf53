import { mergeInternalComponents } from '@tarojs/shared';

import { ariaProps } from './props.cjs';

mergeInternalComponents(ariaProps);
