/// <reference types="@tarojs/taro" />

declare module '*.png';
declare module '*.scss';

declare namespace NodeJS {
  interface ProcessEnv {
    TARO_ENV?: 'weapp' | 'alipay' | 'h5';
    TARO_APP_API?: string;
    TARO_APP_ORIGIN?: string;
    TARO_APP_MODE?: 'demo' | 'production';
  }
}
