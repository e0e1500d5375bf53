import type { ErrorCode } from '@anxing/contract/errors';
import { tellScanned, type ScannedKind } from '@anxing/contract/scanned';

import { AppError } from '../base/errors';
import { byCard } from './recognise/byCard';
import { byCode } from './recognise/byCode';
import { byIdCard } from './recognise/byIdCard';
import { byNationalCode } from './recognise/byNationalCode';
import { byNumber } from './recognise/byNumber';
import { byPass } from './recognise/byPass';
import type { Recognised, Recogniser } from './recognise/recognised';

type Way = (recogniser: Recogniser, text: string) => Promise<Recognised>;

function refuse(code: ErrorCode): Way {
  return () => Promise.reject(new AppError(code));
}

/** What is done with each kind of object; what leads to nobody has its own sentence. */
const ways: Record<ScannedKind, Way> = {
  code: byCode,
  pass: byPass,
  card: byCard,
  number: byNumber,
  idCard: byIdCard,
  numberMistyped: refuse('number_mistyped'),
  // Nobody learns a colour by typing an ID number.
  idNumber: refuse('object_id_number'),
  poster: refuse('object_poster'),
  payment: refuse('object_payment'),
  link: refuse('object_link'),
  other: byNationalCode,
};

/** Tells what was scanned or typed, and whose it is. @throws the error of each kind that leads to nobody */
export function recognise(recogniser: Recogniser, scanned: string): Promise<Recognised> {
  const { kind, text } = tellScanned(scanned);

  return ways[kind](recogniser, text);
}
