import { DataTypes, type InferAttributes, type InferCreationAttributes, type Sequelize } from 'sequelize';

import { AuditedModel } from './auditedModel';

/** A point that a guard may stand at. */
export class Grant extends AuditedModel<InferAttributes<Grant>, InferCreationAttributes<Grant>> {
  declare id: string;

  declare staffId: string;

  declare pointId: string;

  declare createdAt: number;

  static define(sequelize: Sequelize): void {
    this.init(
      {
        id: { type: DataTypes.CHAR(36), primaryKey: true },
        staffId: { type: DataTypes.CHAR(36), allowNull: false },
        pointId: { type: DataTypes.CHAR(36), allowNull: false },
        createdAt: { type: DataTypes.BIGINT, allowNull: false },
      },
      { sequelize, tableName: 'grants' },
    );
  }
}
