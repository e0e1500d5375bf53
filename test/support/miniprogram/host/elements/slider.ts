import { FormControl } from './form';
import { part } from './miniElement';

export class Slider extends FormControl {
  private readonly field: HTMLInputElement;

  constructor() {
    super();
    this.field = part<HTMLInputElement>(this.inside('<input class="field" type="range">'), 'input');
    this.field.addEventListener('input', () => this.emit('changing', { value: Number(this.field.value) }));
    this.field.addEventListener('change', () => this.emit('change', { value: Number(this.field.value) }));
  }

  override liveProperties(): Record<string, unknown> {
    return { value: Number(this.field.value) };
  }

  formValue(): number {
    return Number(this.field.value);
  }

  slideTo(value: number): void {
    this.field.value = String(value);
    this.emit('change', { value: Number(this.field.value) });
  }

  protected override changed(name: string): void {
    if (['min', 'max', 'step', 'value'].includes(name) && this.text(name) !== '') {
      this.field[name as 'min' | 'max' | 'step' | 'value'] = this.text(name);
    }
  }
}
