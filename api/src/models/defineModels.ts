import type { Sequelize } from 'sequelize';

import { Account } from './account';
import { Appeal } from './appeal';
import { AppealEvent } from './appealEvent';
import { Change } from './change';
import { ConformanceRun } from './conformanceRun';
import { Consent } from './consent';
import { Device } from './device';
import { DeviceModel } from './deviceModel';
import { DeviceKey } from './deviceKey';
import { DeviceMove } from './deviceMove';
import { Duty } from './duty';
import { Evidence } from './evidence';
import { FamilyMember } from './familyMember';
import { FeedBatch } from './feedBatch';
import { FeedKey } from './feedKey';
import { FlowNotice } from './flowNotice';
import { FlowWarning } from './flowWarning';
import { Grant } from './grant';
import { LongJob } from './longJob';
import { Message } from './message';
import { Override } from './override';
import { OverridePerson } from './overridePerson';
import { NationalCode } from './nationalCode';
import { PaperCard } from './paperCard';
import { Person } from './person';
import { Point } from './point';
import { Poster } from './poster';
import { PosterPrint } from './posterPrint';
import { RegionPeriod } from './regionPeriod';
import { RegionProposal } from './regionProposal';
import { RuleVersion } from './ruleVersion';
import { Session } from './session';
import { SettingsVersion } from './settingsVersion';
import { SmsCode } from './smsCode';
import { Staff } from './staff';
import { Unit } from './unit';

const models = [
  Account,
  Appeal,
  AppealEvent,
  Change,
  ConformanceRun,
  Consent,
  Device,
  DeviceModel,
  DeviceKey,
  DeviceMove,
  Duty,
  Evidence,
  FamilyMember,
  FeedBatch,
  FeedKey,
  RuleVersion,
  SettingsVersion,
  NationalCode,
  RegionPeriod,
  RegionProposal,
  FlowNotice,
  FlowWarning,
  Grant,
  LongJob,
  Message,
  Override,
  OverridePerson,
  PaperCard,
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
