import { FormControl } from './form';
import { part } from './miniElement';

const defaultMaxLength = 140;

type Field = HTMLInputElement | HTMLTextAreaElement;

/** What `<input>` and `<textarea>` share. Their browser events stay inside; the template hears the platform's. */
abstract class TextControl extends FormControl {
  protected readonly field: Field;

  constructor(html: string) {
    super();
    const root = this.inside(html);
    this.field = part<Field>(root, 'input, textarea');
    this.field.addEventListener('input', () => this.tellInput());
    this.field.addEventListener('focus', () => this.emit('focus', { value: this.field.value, height: 0 }));
    this.field.addEventListener('blur', () => this.emit('blur', { value: this.field.value }));
  }

  override liveProperties(): Record<string, unknown> {
    return { value: this.field.value };
  }

  formValue(): string {
    return this.field.value;
  }

  /** Writes as a person would: no more than fits. */
  type(text: string): void {
    const limit = this.maxLength();
    this.field.value = limit < 0 ? text : text.slice(0, limit);
    this.tellInput();
  }

  override focus(): void {
    this.field.focus();
  }

  protected maxLength(): number {
    return this.number('maxlength', defaultMaxLength);
  }

  protected tellInput(): void {
    this.emit('input', {
      value: this.field.value,
      cursor: this.field.selectionEnd ?? this.field.value.length,
    });
  }

  protected override changed(name: string): void {
    if (name === 'value' && this.field.value !== this.text('value')) {
      this.field.value = this.text('value');
    }
    if (name === 'placeholder' || name === 'aria-label') {
      this.field.setAttribute(name, this.text(name));
    }
    if (name === 'disabled') {
      this.field.disabled = this.flag('disabled');
    }
    if (name === 'maxlength' && this.maxLength() >= 0) {
      this.field.maxLength = this.maxLength();
    }
    if ((name === 'focus' || name === 'auto-focus') && this.flag(name)) {
      requestAnimationFrame(() => this.field.focus());
    }
  }
}

const keyboards: Record<string, string> = { number: 'numeric', digit: 'decimal', idcard: 'text', tel: 'tel' };

export class Input extends TextControl {
  constructor() {
    super('<input class="field">');
    this.field.addEventListener('keydown', (event) => {
      if ((event as KeyboardEvent).key === 'Enter') {
        this.emit('confirm', { value: this.field.value });
      }
    });
  }

  protected override changed(name: string): void {
    super.changed(name);
    if (name === 'password' || name === 'type') {
      const isSecret = this.flag('password') || this.text('type') === 'safe-password';
      this.field.setAttribute('type', isSecret ? 'password' : 'text');
      this.field.inputMode = keyboards[this.text('type')] ?? 'text';
    }
  }
}

export class Textarea extends TextControl {
  constructor() {
    super('<textarea class="field"></textarea>');
  }

  protected override changed(name: string): void {
    super.changed(name);
    if (name === 'auto-height') {
      this.field.style.setProperty('field-sizing', this.flag('auto-height') ? 'content' : 'fixed');
    }
  }
}
