import { View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { useEffect, useRef, useState } from 'react';

import type { FaceTicket } from '@anxing/contract/me';

import { Press } from '../../components/Press';
import { openPage } from '../../lib/navigation';
import { readStored, removeStored, writeStored } from '../../lib/storage';
import { useStep } from '../../lib/useStep';
import { aria } from '../../platform/aria';
import { checkFace } from '../../platform/face';
import { newFaceTicket, putFace } from './api';
import { DemoFace } from './DemoFace';
import { texts } from './texts';

interface Props {
  /** Masked. */
  name: string;
  onDone: () => Promise<void>;
}

/** Level 4. Where the provider has a page of its own, the ticket waits on the phone until the person comes back. */
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
  const resume = () => {
    const waiting = readStored<string>('faceTicket');
    if (waiting) {
      finish(waiting);
    }
  };
  const look = async (ticket: FaceTicket) => {
    const outcome = await checkFace(ticket);
    setCancelled(outcome === 'cancelled');
    if (outcome === 'done') {
      await putFace(ticket.ticket);

      return true;
    }
    if (outcome !== 'cancelled') {
      writeStored('faceTicket', ticket.ticket);
    }
    if (outcome === 'inside') {
      await openPage('web', { url: ticket.url ?? '' });
    }

    return false;
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

  // The browser came back from the provider's page to a page that opens anew, the app to one that was only hidden.
  useDidShow(resume);
  useEffect(() => {
    if (!hasLooked.current) {
      hasLooked.current = true;
      resume();
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
