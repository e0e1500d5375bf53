import { Canvas } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useEffect } from 'react';

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

/** Looks for the canvas, and ms between them: some phones lay it out long after the component is there. */
const patience = 50;
const pause = 60;

/** A QR code on white with its quiet zone, as wide as its surroundings. */
export function QrCode({ id, text, label }: Props) {
  useEffect(() => {
    let isCurrent = true;
    const tryPaint = async (triesLeft: number) => {
      if (!isCurrent || triesLeft === 0 || (await paint(id, text))) {
        return;
      }
      setTimeout(() => void tryPaint(triesLeft - 1), pause);
    };
    Taro.nextTick(() => void tryPaint(patience));

    return () => {
      isCurrent = false;
    };
  }, [id, text]);

  return <Canvas type="2d" id={id} canvasId={id} className="qr-code" {...aria({ role: 'img', label })} />;
}
