/** What one poster says. Every text is data; characters are those of `unprintable` or they appear as empty boxes. */
export interface PosterContent {
  /** What to do, for example 进门请扫码. */
  title: string;
  subtitle: string;
  /** The place, 1–60 characters. */
  name: string;
  /** 0–160 characters: an address, of a vehicle with its line and plate before it. */
  address: string;
  /** Inside the QR code; ASCII. */
  link: string;
  /** Already grouped, as people shall type it. */
  shortCode: string;
  /** Brand and hotline, one line. */
  footer: string;
  /** At most three, side by side. */
  steps: PosterStep[];
  /** A date as it shall be read. */
  validFrom?: string;
  /** Which poster of the point. */
  serial: number;
  labels?: Partial<PosterLabels>;
}

export interface PosterStep {
  title: string;
  /** At most three, one line each. */
  lines: string[];
}

/** The small words that explain a value. */
export interface PosterLabels {
  shortCode: string;
  serial: string;
  validFrom: string;
  layout: string;
  /** Beside the line where a card is folded. */
  fold: string;
}

export const posterLabels: PosterLabels = {
  shortCode: '场所编号',
  serial: '序号',
  validFrom: '启用',
  layout: '版式',
  fold: '沿虚线向后对折，立于桌面',
};

/** CSS colours. The QR code is always black on white. */
export interface PosterTheme {
  /** Large areas and accents; dark enough for `onBrand` upon it. */
  brand: string;
  onBrand: string;
  ink: string;
  /** Secondary text on white and on `tint`. */
  soft: string;
  /** Light areas. */
  tint: string;
  /** Hairlines. */
  line: string;
}

/** What is drawn of a text: one line, one space between words, nothing invisible and nothing that XML forbids. */
export function printable(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\ufffe\uffff]/gu, '')
    .trim();
}
