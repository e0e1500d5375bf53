import { DataTypes, type InferAttributes, type InferCreationAttributes, type Sequelize } from 'sequelize';

import { AuditedModel } from './auditedModel';

/** What somebody agreed to, in which version, when. */
export class Consent extends AuditedModel<InferAttributes<Consent>, InferCreationAttributes<Consent>> {
  declare id: string;

  declare accountId: string;

  declare kind: string;

  declare version: string;

  declare at: number;

  static define(sequelize: Sequelize): void {
    this.init(
      {
        id: { type: DataTypes.CHAR(36), primaryKey: true },
        accountId: { type: DataTypes.CHAR(36), allowNull: false },
        kind: { type: DataTypes.STRING(20), allowNull: false },
        version: { type: DataTypes.STRING(20), allowNull: false },
        at: { type: DataTypes.BIGINT, allowNull: false },
      },
      { sequelize, tableName: 'consents' },
    );
  }
}
