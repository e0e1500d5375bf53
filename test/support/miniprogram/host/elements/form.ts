import { MiniElement } from './miniElement';

/** A component with a value and a name in a form. */
export abstract class FormControl extends MiniElement {
  abstract formValue(): unknown;
}

export class Form extends MiniElement {
  submit(): void {
    const controls = [...this.querySelectorAll('*')].filter((element) => element instanceof FormControl);
    const named = controls.filter((control) => control.text('name') !== '');
    const value = Object.fromEntries(named.map((control) => [control.text('name'), control.formValue()]));
    this.emit('submit', { value });
  }

  reset(): void {
    this.emit('reset');
  }
}
