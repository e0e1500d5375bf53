import { FormControl } from './form';
import { MiniElement } from './miniElement';

/** A box, a dot or a switch that is on or off. A tap changes it at once; the template may set it at any time. */
abstract class Check extends FormControl {
  protected isChecked = false;

  constructor() {
    super();
    this.addEventListener('click', () => this.press());
  }

  override liveProperties(): Record<string, unknown> {
    return { checked: this.isChecked, value: this.text('value') };
  }

  formValue(): unknown {
    return this.isChecked;
  }

  setChecked(isChecked: boolean): void {
    this.isChecked = isChecked;
    this.toggleAttribute('data-checked', isChecked);
    this.ariaChecked = String(isChecked);
  }

  press(): void {
    if (!this.flag('disabled')) {
      this.toggle();
    }
  }

  protected abstract toggle(): void;

  protected override changed(name: string): void {
    if (name === 'checked') {
      this.setChecked(this.flag('checked'));
    }
  }
}

export class Switch extends Check {
  constructor() {
    super();
    this.attachInternals().role = 'switch';
  }

  protected toggle(): void {
    this.setChecked(!this.isChecked);
    this.emit('change', { value: this.isChecked });
  }
}

/** The values of the checked members of a group. */
abstract class Group extends FormControl {
  protected abstract readonly memberTag: string;

  members(): Check[] {
    const members: unknown[] = [...this.querySelectorAll(this.memberTag)];

    return members.filter((member) => member instanceof Check);
  }

  abstract override formValue(): string | string[] | undefined;

  tellChange(): void {
    this.emit('change', { value: this.formValue() });
  }

  protected values(): string[] {
    return this.members()
      .filter((member) => member.liveProperties().checked)
      .map((member) => member.text('value'));
  }
}

export class CheckboxGroup extends Group {
  protected readonly memberTag = 'wx-checkbox';

  formValue(): string[] {
    return this.values();
  }
}

export class RadioGroup extends Group {
  protected readonly memberTag = 'wx-radio';

  formValue(): string | undefined {
    return this.values()[0];
  }
}

export class Checkbox extends Check {
  constructor() {
    super();
    this.attachInternals().role = 'checkbox';
    this.inside('<span class="mark"></span><slot></slot>');
  }

  protected toggle(): void {
    this.setChecked(!this.isChecked);
    this.emit('change', { value: this.isChecked });
    const group = this.closest('wx-checkbox-group');
    if (group instanceof CheckboxGroup) {
      group.tellChange();
    }
  }
}

export class Radio extends Check {
  constructor() {
    super();
    this.attachInternals().role = 'radio';
    this.inside('<span class="mark"></span><slot></slot>');
  }

  protected toggle(): void {
    if (this.isChecked) {
      return;
    }
    const group = this.closest('wx-radio-group');
    if (group instanceof RadioGroup) {
      group.members().forEach((member) => member.setChecked(false));
    }
    this.setChecked(true);
    if (group instanceof RadioGroup) {
      group.tellChange();
    }
  }
}

/** A tap on a label is a tap on its control: the one it names, or the first inside. */
export class Label extends MiniElement {
  constructor() {
    super();
    this.addEventListener('click', (event) => this.pass(event));
  }

  private pass(event: Event): void {
    const controls = 'wx-checkbox, wx-radio, wx-switch, wx-button, wx-input, wx-textarea';
    const name = this.text('for');
    const page = this.closest('.bench-page');
    const control = name ? page?.querySelector(`[id="${CSS.escape(name)}"]`) : this.querySelector(controls);
    const isOnControl = event.target instanceof Element && event.target.closest(controls) !== null;
    if (!isOnControl && control instanceof Check) {
      control.press();
    } else if (!isOnControl && control instanceof HTMLElement) {
      control.focus();
    }
  }
}
