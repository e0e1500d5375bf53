import { DataTypes, type InferAttributes, type InferCreationAttributes, type Sequelize } from 'sequelize';

import type { appealEventKinds } from '@anxing/contract/appeals';

import { AuditedModel } from './auditedModel';

export type AppealEventKind = (typeof appealEventKinds)[number];

/** A step of an appeal. The text is sealed. */
export class AppealEvent extends AuditedModel<
  InferAttributes<AppealEvent>,
  InferCreationAttributes<AppealEvent>
> {
  declare id: string;

  declare appealId: string;

  declare at: number;

  declare kind: AppealEventKind;

  declare text: string | null;

  /** JSON of ids of evidence. */
  declare pictures: string;

  /** Who of the operator did it. */
  declare staffId: string | null;

  static define(sequelize: Sequelize): void {
    this.init(
      {
        id: { type: DataTypes.CHAR(36), primaryKey: true },
        appealId: { type: DataTypes.CHAR(36), allowNull: false },
        at: { type: DataTypes.BIGINT, allowNull: false },
        kind: { type: DataTypes.STRING(12), allowNull: false },
        text: DataTypes.TEXT('medium'),
        pictures: { type: DataTypes.TEXT('medium'), allowNull: false },
        staffId: DataTypes.CHAR(36),
      },
      { sequelize, tableName: 'appeal_events' },
    );
  }
}
