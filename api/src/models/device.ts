import { DataTypes, type InferAttributes, type InferCreationAttributes, type Sequelize } from 'sequelize';

import { AuditedModel } from './auditedModel';

/** A turnstile or terminal at a point of a unit. */
export class Device extends AuditedModel<InferAttributes<Device>, InferCreationAttributes<Device>> {
  declare id: string;

  declare unitId: string;

  declare modelId: string;

  declare pointId: string;

  /** Since when it stands there; null: always. Before that, its `DeviceMove`s tell. */
  declare movedAt: number | null;

  declare name: string;

  declare serial: string;

  declare active: boolean;

  /** Ed25519, 32 bytes in base64url; null until it enrolled. */
  declare publicKey: string | null;

  /** SHA-256 of the enrolment code; it stays with the key, so that a lost answer can be asked for again. */
  declare codeHash: string | null;

  declare codeExpiresAt: number | null;

  declare enrolledAt: number | null;

  declare createdAt: number;

  static define(sequelize: Sequelize): void {
    this.init(
      {
        id: { type: DataTypes.CHAR(36), primaryKey: true },
        unitId: { type: DataTypes.CHAR(36), allowNull: false },
        modelId: { type: DataTypes.CHAR(36), allowNull: false },
        pointId: { type: DataTypes.CHAR(36), allowNull: false },
        movedAt: DataTypes.BIGINT,
        name: { type: DataTypes.STRING(60), allowNull: false },
        serial: { type: DataTypes.STRING(40), allowNull: false },
        active: { type: DataTypes.BOOLEAN, allowNull: false },
        publicKey: DataTypes.STRING(43),
        codeHash: DataTypes.STRING(64),
        codeExpiresAt: DataTypes.BIGINT,
        enrolledAt: DataTypes.BIGINT,
        createdAt: { type: DataTypes.BIGINT, allowNull: false },
      },
      { sequelize, tableName: 'devices' },
    );
  }
}
