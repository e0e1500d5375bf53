import { DataTypes, type InferAttributes, type InferCreationAttributes, type Sequelize } from 'sequelize';

import { AuditedModel } from './auditedModel';

/** A public key that a device has or had: no other device takes it, nor the same one again once it is void. */
export class DeviceKey extends AuditedModel<InferAttributes<DeviceKey>, InferCreationAttributes<DeviceKey>> {
  declare id: string;

  /** Ed25519, 32 bytes in base64url. */
  declare publicKey: string;

  declare deviceId: string;

  declare takenAt: number;

  static define(sequelize: Sequelize): void {
    this.init(
      {
        id: { type: DataTypes.CHAR(36), primaryKey: true },
        publicKey: { type: DataTypes.STRING(43), allowNull: false },
        deviceId: { type: DataTypes.CHAR(36), allowNull: false },
        takenAt: { type: DataTypes.BIGINT, allowNull: false },
      },
      { sequelize, tableName: 'device_keys' },
    );
  }
}
