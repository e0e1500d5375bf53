import { Canvas } from '@tarojs/components';
import Taro, { useReady } from '@tarojs/taro';
import { useEffect, useState } from 'react';

import { drawQr } from '../lib/drawQr';
import { qrModules } from '../lib/qrModules';
import { aria } from '../platform/aria';
import { findCanvas, pixelRatio } from '../platform/canvas';
import './qrCode.scss';

interface Props {
  id: string;
  text: string;
  label: string;
}

async function paint(id: string, text: string): Promise<boolean> {
  const placed = await findCanvas(id);
  if (!placed || placed.shownWidth === 0) {
    return false;
  }
  const dots = Math.round(placed.shownWidth * pixelRatio());
  drawQr({ canvas: placed.canvas, modules: qrModules(text), dots });

  return true;
}

/** ms between looks for the canvas: some phones lay it out only after the page says that it is ready. */
const patience = 60;

/** A QR code on white with its quiet zone, as wide as its surroundings. */
export function QrCode({ id, text, label }: Props) {
  const [isReady, setReady] = useState(process.env.TARO_ENV === 'h5');
  useReady(() => setReady(true));

  useEffect(() => {
    let isCurrent = isReady;
    const tryPaint = async (triesLeft: number) => {
      if (!isCurrent || triesLeft === 0 || (await paint(id, text))) {
        return;
      }
      setTimeout(() => void tryPaint(triesLeft - 1), patience);
    };
    Taro.nextTick(() => void tryPaint(20));

    return () => {
      isCurrent = false;
    };
  }, [isReady, id, text]);

  return <Canvas type="2d" id={id} canvasId={id} className="qr-code" {...aria({ role: 'img', label })} />;
}
