import { DataTypes, type InferAttributes, type InferCreationAttributes, type Sequelize } from 'sequelize';

import { AuditedModel } from './auditedModel';

/** A code sent to a phone; only its keyed hash is kept. */
export class SmsCode extends AuditedModel<InferAttributes<SmsCode>, InferCreationAttributes<SmsCode>> {
  declare id: string;

  declare phoneIndex: string;

  declare codeHash: string;

  declare attempts: number;

  declare usedAt: number | null;

  declare expiresAt: number;

  declare createdAt: number;

  static define(sequelize: Sequelize): void {
    this.init(
      {
        id: { type: DataTypes.CHAR(36), primaryKey: true },
        phoneIndex: { type: DataTypes.STRING(60), allowNull: false },
        codeHash: { type: DataTypes.STRING(60), allowNull: false },
        attempts: { type: DataTypes.INTEGER, allowNull: false },
        usedAt: DataTypes.BIGINT,
        expiresAt: { type: DataTypes.BIGINT, allowNull: false },
        createdAt: { type: DataTypes.BIGINT, allowNull: false },
      },
      { sequelize, tableName: 'sms_codes' },
    );
  }
}
