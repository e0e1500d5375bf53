import { CurrentWindowBackendContext } from 'glass-easel';

/** Elements that want long presses: the tap that ends such a press is part of it. */
export const heldElements = new WeakSet<object>();

/**
 * The screen that glass-easel draws on. Its own one forwards every raw browser event that a template listens to; on a
 * phone only gestures travel that way (see gestures.ts), and components say everything else themselves.
 */
export class PhoneScreen extends CurrentWindowBackendContext {
  override onEvent(): void {
    // Gestures are sent to the elements directly.
  }

  override setListenerStats(
    ...[element, type]: Parameters<CurrentWindowBackendContext['setListenerStats']>
  ): void {
    if (type === 'longpress' || type === 'longtap') {
      heldElements.add(element);
    }
  }
}
