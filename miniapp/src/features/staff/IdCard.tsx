import { View } from '@tarojs/components';
import { useState, type ReactNode } from 'react';

import type { IdCardRead } from '@anxing/contract/idCards';

import { FactLine } from '../../components/FactLine';
import { Loading } from '../../components/Notice';
import { Press } from '../../components/Press';
import { asApiError, sentenceOf } from '../../lib/apiError';
import { useConfig } from '../../lib/config';
import { startAt } from '../../lib/navigation';
import { dutyOverOf, leaveDesk } from '../../lib/staff/desk';
import { choosePictures } from '../../platform/phonePictures';
import { PictureError } from '../../platform/picture';
import { aria } from '../../platform/aria';
import { readIdCard } from './api';
import { checkPerson } from './check';
import { Chips } from './Chips';
import { showResult } from './nextPerson';
import { texts } from './texts';

function messageOf(cause: unknown): string {
  return cause instanceof PictureError ? texts.idCard.faults[cause.fault] : sentenceOf(asApiError(cause));
}

/** Who is not on duty any more signs on first. */
async function leaveIfOver(cause: unknown): Promise<void> {
  const over = dutyOverOf(asApiError(cause));
  if (over) {
    leaveDesk(over);
    await startAt('staffPost');
  }
}

/** @returns undefined when the guard came back without a picture @throws ApiError, PictureError */
async function photograph(): Promise<IdCardRead | undefined> {
  const [picture] = await choosePictures(1, ['camera']);
  if (!picture) {
    return undefined;
  }
  const { mediaType, data } = await picture.read();
  if (mediaType !== 'image/jpeg' && mediaType !== 'image/png') {
    throw new PictureError('unreadable');
  }

  return readIdCard({ mediaType, data });
}

/** Over the page, whose own end lies under the thumb. */
function Sheet({ label, children }: { label: string; children: ReactNode }) {
  return (
    <View className="sheet">
      <View className="sheet__panel card-sheet" {...aria({ role: 'dialog', label })}>
        {children}
      </View>
    </View>
  );
}

interface EndProps {
  onAgain: () => void;
  onClose: () => void;
}

function End({ onAgain, onClose }: EndProps) {
  return (
    <>
      <Press className="card-again" kind="secondary" onPress={onAgain}>
        {texts.idCard.again}
      </Press>
      <Press className="card-cancel" kind="quiet" onPress={onClose}>
        {texts.idCard.cancel}
      </Press>
    </>
  );
}

/** What was read has to be confirmed: a machine misreads a digit, a guard with the card in hand does not. */
function Confirmation({ read, onAgain, onClose }: EndProps & { read: IdCardRead }) {
  const reasons = useConfig()?.idCardReasons ?? [];
  const [reason, setReason] = useState<string>();
  const [isMissing, setMissing] = useState(false);

  const confirm = () => {
    if (read.needsReason && !reason) {
      setMissing(true);

      return;
    }
    void checkPerson(read.object, read.needsReason ? { idCardReason: reason } : {});
    onClose();
    void showResult();
  };

  return (
    <Sheet label={texts.idCard.title}>
      <View className="card__title">{texts.idCard.title}</View>
      <FactLine name={texts.idCard.number} value={read.number} />
      <FactLine name={texts.idCard.birthYear} value={texts.idCard.year(read.birthYear)} />
      {read.needsReason && (
        <Chips
          name="card-reason"
          label={texts.idCard.reason}
          chips={reasons.map(({ id, name }) => ({ value: id, name }))}
          chosen={reason}
          error={isMissing && !reason ? texts.idCard.reasonMissing : undefined}
          onChoose={setReason}
        />
      )}
      <Press className="confirm-card" onPress={confirm}>
        {texts.idCard.confirm}
      </Press>
      <End onAgain={onAgain} onClose={onClose} />
    </Sheet>
  );
}

/** 身份证识别: for old people without a phone. */
export function IdCard() {
  const [read, setRead] = useState<IdCardRead>();
  const [problem, setProblem] = useState<string>();
  const [isBusy, setBusy] = useState(false);

  const start = async () => {
    setBusy(true);
    setRead(undefined);
    setProblem(undefined);
    try {
      setRead(await photograph());
    } catch (cause) {
      setProblem(messageOf(cause));
      await leaveIfOver(cause);
    } finally {
      setBusy(false);
    }
  };

  const again = () => void start();

  return (
    <View className="id-card">
      <Press className="start-id-card" kind="secondary" isDisabled={isBusy} onPress={again}>
        {texts.idCard.start}
      </Press>
      {isBusy && !problem && (
        <Sheet label={texts.idCard.busy}>
          <Loading />
          <View className="checking__text">{texts.idCard.busy}</View>
        </Sheet>
      )}
      {problem && (
        <Sheet label={texts.idCard.start}>
          <View className="problem" {...aria({ role: 'alert' })}>
            {problem}
          </View>
          <End onAgain={again} onClose={() => setProblem(undefined)} />
        </Sheet>
      )}
      {read && <Confirmation read={read} onAgain={again} onClose={() => setRead(undefined)} />}
    </View>
  );
}
