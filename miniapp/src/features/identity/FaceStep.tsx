import { View } from '@tarojs/components';
import { useEffect, useRef, useState } from 'react';

import type { FaceTicket } from '@anxing/contract/me';

import { Press } from '../../components/Press';
import { readStored, removeStored, writeStored } from '../../lib/storage';
import { texts as shared } from '../../lib/texts';
import { aria } from '../../platform/aria';
import { checkFace } from '../../platform/face';
import { newFaceTicket, putFace } from './api';
import { texts } from './texts';
import { useStep } from './useStep';

interface DemoFaceProps {
  onPass: () => void;
  onCancel: () => void;
}

/** Stands in for the camera of the provider, and says so. */
function DemoFace({ onPass, onCancel }: DemoFaceProps) {
  return (
    <View className="sheet face-demo" {...aria({ role: 'dialog', label: texts.demoTitle })}>
      <View className="sheet__panel">
        <View className="face-demo__circle" />
        <View className="card__title">{texts.demoTitle}</View>
        <View className="card__text">{texts.demoHint}</View>
        <Press className="face-confirm" onPress={onPass}>
          {texts.demoPass}
        </Press>
        <Press className="face-cancel" kind="quiet" onPress={onCancel}>
          {shared.cancel}
        </Press>
      </View>
    </View>
  );
}

interface Props {
  /** Masked. */
  name: string;
  onDone: () => Promise<void>;
}

/** Level 4. On H5 the provider has its own page: the ticket waits on the phone until the browser comes back. */
export function FaceStep({ name, onDone }: Props) {
  const { error, isBusy, run } = useStep(onDone);
  const [demoTicket, setDemoTicket] = useState<string>();
  const [isCancelled, setCancelled] = useState(false);
  const hasLooked = useRef(false);

  const finish = (ticket: string) => {
    removeStored('faceTicket');
    setDemoTicket(undefined);
    void run(() => putFace(ticket));
  };
  const look = async (ticket: FaceTicket) => {
    const outcome = await checkFace(ticket);
    if (outcome === 'done') {
      await putFace(ticket.ticket);
    }
    if (outcome === 'away') {
      writeStored('faceTicket', ticket.ticket);
    }
    setCancelled(outcome === 'cancelled');

    return outcome === 'done';
  };
  const start = async () => {
    setCancelled(false);
    const ticket = await newFaceTicket();
    if (ticket.demo) {
      setDemoTicket(ticket.ticket);

      return false;
    }

    return look(ticket);
  };

  // Once, when the page opens: the browser may have come back from the provider.
  useEffect(() => {
    if (!hasLooked.current) {
      hasLooked.current = true;
      const waiting = readStored<string>('faceTicket');
      if (waiting) {
        finish(waiting);
      }
    }
  });
  const problem = error?.message ?? (isCancelled ? texts.faceCancelled : undefined);

  return (
    <View className="card">
      <View className="card__title">{texts.faceTitle}</View>
      <View className="face-picture" />
      <View className="card__text">{texts.faceHint(name)}</View>
      {problem && (
        <View className="problem" {...aria({ role: 'alert' })}>
          {problem}
        </View>
      )}
      <Press className="start-face" isDisabled={isBusy} onPress={() => void run(start)}>
        {isBusy ? texts.facing : texts.startFace}
      </Press>
      {demoTicket && <DemoFace onPass={() => finish(demoTicket)} onCancel={() => setDemoTicket(undefined)} />}
    </View>
  );
}
