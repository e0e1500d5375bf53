import { DataTypes, type InferAttributes, type InferCreationAttributes, type Sequelize } from 'sequelize';

import { AuditedModel } from './auditedModel';

export type DeviceModelState = 'open' | 'waiting' | 'approved' | 'refused';

/** A model of turnstile or terminal that a unit wants to use. */
export class DeviceModel extends AuditedModel<
  InferAttributes<DeviceModel>,
  InferCreationAttributes<DeviceModel>
> {
  declare id: string;

  declare unitId: string;

  declare maker: string;

  declare model: string;

  declare kind: string;

  /** Sealed. */
  declare contactName: string;

  /** Sealed. */
  declare contactPhone: string;

  declare state: DeviceModelState;

  declare conformedAt: number | null;

  declare agreementVersion: string | null;

  /** Staff who accepted for the unit. */
  declare agreedBy: string | null;

  declare agreedAt: number | null;

  /** Staff of the operator. */
  declare decidedBy: string | null;

  declare decidedAt: number | null;

  declare reason: string | null;

  declare createdAt: number;

  static define(sequelize: Sequelize): void {
    this.init(
      {
        id: { type: DataTypes.CHAR(36), primaryKey: true },
        unitId: { type: DataTypes.CHAR(36), allowNull: false },
        maker: { type: DataTypes.STRING(60), allowNull: false },
        model: { type: DataTypes.STRING(60), allowNull: false },
        kind: { type: DataTypes.STRING(10), allowNull: false },
        contactName: { type: DataTypes.STRING(700), allowNull: false },
        contactPhone: { type: DataTypes.STRING(700), allowNull: false },
        state: { type: DataTypes.STRING(10), allowNull: false },
        conformedAt: DataTypes.BIGINT,
        agreementVersion: DataTypes.STRING(20),
        agreedBy: DataTypes.CHAR(36),
        agreedAt: DataTypes.BIGINT,
        decidedBy: DataTypes.CHAR(36),
        decidedAt: DataTypes.BIGINT,
        reason: DataTypes.STRING(200),
        createdAt: { type: DataTypes.BIGINT, allowNull: false },
      },
      { sequelize, tableName: 'device_models' },
    );
  }
}
