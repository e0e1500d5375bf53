import { DataTypes, type InferAttributes, type InferCreationAttributes, type Sequelize } from 'sequelize';

import { AuditedModel } from './auditedModel';

/** Where a device stood until it was moved. */
export class DeviceMove extends AuditedModel<
  InferAttributes<DeviceMove>,
  InferCreationAttributes<DeviceMove>
> {
  declare id: string;

  declare deviceId: string;

  declare pointId: string;

  /** ms: from then on it stood elsewhere. */
  declare until: number;

  static define(sequelize: Sequelize): void {
    this.init(
      {
        id: { type: DataTypes.CHAR(36), primaryKey: true },
        deviceId: { type: DataTypes.CHAR(36), allowNull: false },
        pointId: { type: DataTypes.CHAR(36), allowNull: false },
        until: { type: DataTypes.BIGINT, allowNull: false },
      },
      { sequelize, tableName: 'device_moves' },
    );
  }
}
