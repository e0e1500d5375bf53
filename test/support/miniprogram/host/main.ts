import { api } from './api/platform';
import { enter } from './app/entrance';
import { watchGestures } from './app/gestures';
import { provideGlobals } from './app/modules';
import { getCurrentPages, switchTab, topPage } from './app/navigation';
import { App, callApp, Component, define, defineComponents, getApp, Page } from './app/registration';
import { fillSpace } from './app/space';
import { defineElements } from './elements/define';
import { onReport, report, watchErrors } from './errors';
import { addCommonStyles } from './frame/styles';
import { buildTabBar } from './frame/tabBar';
import { launchOptions } from './phone/launch';
import { tell } from './phone/listeners';
import { fillStorage } from './phone/storage';
import { remote } from './remote';
import { isAlipay, tabItems } from './setup';

function pressTab(path: string, index: number): void {
  const { pagePath, text, name } = tabItems[index] ?? { pagePath: path };
  switchTab(`/${path}`);
  topPage().call('onTabItemTap', { index, pagePath, text: text ?? name });
}

function prepare(): void {
  watchErrors();
  onReport((message) => {
    callApp('onError', message);
    tell('Error', message);
  });
  defineElements();
  watchGestures();
  addCommonStyles();
  buildTabBar(pressTab);
  fillStorage();
  fillSpace();
}

function start(): void {
  const platform = isAlipay ? { my: api, wx: undefined } : { wx: api, my: undefined };
  provideGlobals({ ...platform, App, Page, Component, getApp, getCurrentPages });
  define('app');
  defineComponents();
  const entrance = launchOptions();
  callApp('onLaunch', entrance);
  callApp('onShow', entrance);
  tell('AppShow', entrance);
  enter(entrance);
}

window.phone = remote;
prepare();
try {
  start();
} catch (cause) {
  report(cause);
}
window.isPhoneReady = true;
