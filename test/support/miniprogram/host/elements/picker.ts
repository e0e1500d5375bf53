import { isAlipay } from '../setup';
import { openSheet, type Column } from '../frame/sheet';
import { report } from '../errors';
import { FormControl } from './form';

interface Mode {
  columns(): Column[];
  /** What the event says about the chosen entries. */
  detail(chosen: string[]): Record<string, unknown>;
}

/** A region to choose in tests; a phone has them all. */
const regions = [
  { names: ['北京市', '北京市', '东城区'], code: ['110000', '110100', '110101'] },
  { names: ['福建省', '福州市', '鼓楼区'], code: ['350000', '350100', '350102'] },
];

export class Picker extends FormControl {
  constructor() {
    super();
    this.addEventListener('click', () => this.press());
  }

  override liveProperties(): Record<string, unknown> {
    return { value: this.attribute('value') };
  }

  formValue(): unknown {
    return this.attribute('value');
  }

  private press(): void {
    const mode = this.mode();
    if (this.flag('disabled') || !mode) {
      return;
    }
    openSheet(this.text('header-text'), mode.columns(), {
      confirm: (chosen) => this.emit('change', mode.detail(chosen)),
      cancel: () => this.emit('cancel'),
    });
  }

  private mode(): Mode | undefined {
    const name = this.text('mode') || 'selector';
    // https://opendocs.alipay.com/mini/component/picker knows no other.
    if (isAlipay && name !== 'selector') {
      report(
        new Error(`Alipay's <picker> has no mode '${name}': use my.datePicker or my.multiLevelSelect there`),
      );

      return undefined;
    }
    const modes: Record<string, () => Mode> = {
      selector: () => this.selector(),
      multiSelector: () => this.multiSelector(),
      date: () => this.calendar('date'),
      time: () => this.calendar('time'),
      region: () => this.region(),
    };

    return modes[name]?.();
  }

  private namesOf(range: unknown): string[] {
    const key = this.text('range-key');
    const entries = Array.isArray(range) ? (range as unknown[]) : [];

    return entries.map((entry) => String(key ? (entry as Record<string, unknown>)[key] : entry));
  }

  /** WeChat tells the index as text, Alipay as a number. */
  private selector(): Mode {
    const entries = this.namesOf(this.attribute('range'));

    return {
      columns: () => [{ entries, chosen: this.number('value', 0) }],
      detail: ([index = '0']) => ({ value: isAlipay ? Number(index) : index }),
    };
  }

  private multiSelector(): Mode {
    const range = (this.attribute('range') ?? []) as unknown[];
    const value = (this.attribute('value') ?? []) as number[];

    return {
      columns: () => range.map((column, at) => ({ entries: this.namesOf(column), chosen: value[at] ?? 0 })),
      detail: (chosen) => ({ value: chosen.map(Number) }),
    };
  }

  private calendar(input: 'date' | 'time'): Mode {
    const bounds = { min: this.text('start'), max: this.text('end') };
    const type = input === 'date' && this.text('fields') === 'month' ? 'month' : input;

    return {
      columns: () => [{ input: type, value: this.text('value'), ...bounds }],
      detail: ([value = '']) => ({ value }),
    };
  }

  private region(): Mode {
    return {
      columns: () => [{ entries: regions.map(({ names }) => names.join(' ')), chosen: 0 }],
      detail: ([index = '0']) => {
        const region = regions[Number(index)];

        return { value: region?.names, code: region?.code, postcode: '' };
      },
    };
  }
}
