import { topPage } from '../app/navigation';

const statusBarHeight = 44;
export const titleBarHeight = 44;
const safeBottom = 34;
const capsule = { width: 87, height: 32, right: 7 };

/** Sizes in CSS pixels, of a phone with a notch. */
export function sizes() {
  const screenWidth = window.innerWidth;
  const screenHeight = window.innerHeight;
  const windowHeight = topPage().view.window.clientHeight;
  const bottom = screenHeight - safeBottom;

  return {
    pixelRatio: window.devicePixelRatio,
    screenWidth,
    screenHeight,
    windowWidth: screenWidth,
    windowHeight,
    statusBarHeight,
    safeArea: {
      left: 0,
      right: screenWidth,
      top: statusBarHeight,
      bottom,
      width: screenWidth,
      height: bottom - statusBarHeight,
    },
  };
}

/** The capsule with the menu, at the right of the title. */
export function capsuleRect() {
  const right = window.innerWidth - capsule.right;
  const top = statusBarHeight + (titleBarHeight - capsule.height) / 2;

  return {
    width: capsule.width,
    height: capsule.height,
    left: right - capsule.width,
    right,
    top,
    bottom: top + capsule.height,
  };
}
