import { DataTypes, type InferAttributes, type InferCreationAttributes, type Sequelize } from 'sequelize';

import { AuditedModel } from './auditedModel';

/** A government body, enterprise, community, school or hospital; one of kind operator runs the platform. */
export class Unit extends AuditedModel<InferAttributes<Unit>, InferCreationAttributes<Unit>> {
  declare id: string;

  declare name: string;

  declare kind: string;

  declare creditCode: string;

  declare division: string;

  declare category: string;

  declare active: boolean;

  declare createdAt: number;

  static define(sequelize: Sequelize): void {
    this.init(
      {
        id: { type: DataTypes.CHAR(36), primaryKey: true },
        name: { type: DataTypes.STRING(60), allowNull: false },
        kind: { type: DataTypes.STRING(20), allowNull: false },
        creditCode: { type: DataTypes.STRING(18), allowNull: false },
        division: { type: DataTypes.STRING(12), allowNull: false },
        category: { type: DataTypes.STRING(40), allowNull: false },
        active: { type: DataTypes.BOOLEAN, allowNull: false },
        createdAt: { type: DataTypes.BIGINT, allowNull: false },
      },
      { sequelize, tableName: 'units' },
    );
  }
}
