import { pressOpenType } from '../phone/openTypes';
import { Form } from './form';
import { MiniElement } from './miniElement';

export class Button extends MiniElement {
  constructor() {
    super();
    this.setRole();
    this.addEventListener('click', () => this.press());
  }

  get isDisabled(): boolean {
    return this.flag('disabled');
  }

  /** What the button does besides telling of the tap. */
  press(): void {
    if (this.isDisabled) {
      return;
    }
    pressOpenType(this, this.text('open-type'));
    const form = this.closest('wx-form');
    const type = this.text('form-type');
    if (form instanceof Form && (type === 'submit' || type === 'reset')) {
      form[type]();
    }
  }

  protected override changed(name: string): void {
    if (name === 'disabled') {
      this.toggleAttribute('data-disabled', this.isDisabled);
    }
  }

  private setRole(): void {
    this.attachInternals().role = 'button';
  }
}
