import type { Sequelize } from 'sequelize';

import { Account } from './account';
import { Consent } from './consent';
import { Duty } from './duty';
import { Fact } from './fact';
import { FactBatch } from './factBatch';
import { FlowNotice } from './flowNotice';
import { FlowWarning } from './flowWarning';
import { Grant } from './grant';
import { LongJob } from './longJob';
import { Message } from './message';
import { Person } from './person';
import { Point } from './point';
import { Poster } from './poster';
import { PosterPrint } from './posterPrint';
import { Session } from './session';
import { SmsCode } from './smsCode';
import { Staff } from './staff';
import { Unit } from './unit';

const models = [
  Account,
  Consent,
  Duty,
  Fact,
  FactBatch,
  FlowNotice,
  FlowWarning,
  Grant,
  LongJob,
  Message,
  Person,
  Point,
  Poster,
  PosterPrint,
  Session,
  SmsCode,
  Staff,
  Unit,
];

/** Binds the models to a database; once per process. */
export function defineModels(sequelize: Sequelize): void {
  for (const model of models) {
    model.define(sequelize);
  }
}
