import { DataTypes, type InferAttributes, type InferCreationAttributes, type Sequelize } from 'sequelize';

import { AuditedModel } from './auditedModel';

/** A sub-account of a unit. Name and phone are sealed; roles are joined by commas. */
export class Staff extends AuditedModel<InferAttributes<Staff>, InferCreationAttributes<Staff>> {
  declare id: string;

  declare unitId: string;

  declare name: string;

  declare phone: string;

  declare phoneIndex: string;

  declare passwordHash: string;

  declare mustChangePassword: boolean;

  declare roles: string;

  declare active: boolean;

  declare failedAttempts: number;

  declare lockedUntil: number | null;

  declare lastSignInAt: number | null;

  declare createdAt: number;

  static define(sequelize: Sequelize): void {
    this.init(
      {
        id: { type: DataTypes.CHAR(36), primaryKey: true },
        unitId: { type: DataTypes.CHAR(36), allowNull: false },
        name: { type: DataTypes.STRING(700), allowNull: false },
        phone: { type: DataTypes.STRING(700), allowNull: false },
        phoneIndex: { type: DataTypes.STRING(60), allowNull: false },
        passwordHash: { type: DataTypes.STRING(200), allowNull: false },
        mustChangePassword: { type: DataTypes.BOOLEAN, allowNull: false },
        roles: { type: DataTypes.STRING(120), allowNull: false },
        active: { type: DataTypes.BOOLEAN, allowNull: false },
        failedAttempts: { type: DataTypes.INTEGER, allowNull: false },
        lockedUntil: DataTypes.BIGINT,
        lastSignInAt: DataTypes.BIGINT,
        createdAt: { type: DataTypes.BIGINT, allowNull: false },
      },
      { sequelize, tableName: 'staff' },
    );
  }
}
