declare module 'weapp-qrcode' {
  interface RecordingContext {
    setFillStyle(colour: string): void;
    fillRect(): void;
    draw(): void;
  }

  interface Options {
    text: string;
    width: number;
    height: number;
    /** 1 = L, 0 = M, 3 = Q, 2 = H */
    correctLevel: 0 | 1 | 2 | 3;
    foreground: string;
    ctx: RecordingContext;
  }

  export default function drawQrcode(options: Options): void;
}
