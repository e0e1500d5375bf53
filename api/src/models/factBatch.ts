import { DataTypes, type InferAttributes, type InferCreationAttributes, type Sequelize } from 'sequelize';

import { AuditedModel } from './auditedModel';

/** One delivery of a feed, empty ones included: a green code needs to know that nothing was reported. */
export class FactBatch extends AuditedModel<InferAttributes<FactBatch>, InferCreationAttributes<FactBatch>> {
  declare id: string;

  declare source: string;

  declare mode: string;

  declare rowCount: number;

  declare submittedBy: string;

  declare deliveredAt: number;

  static define(sequelize: Sequelize): void {
    this.init(
      {
        id: { type: DataTypes.CHAR(36), primaryKey: true },
        source: { type: DataTypes.STRING(20), allowNull: false },
        mode: { type: DataTypes.STRING(12), allowNull: false },
        rowCount: { type: DataTypes.INTEGER, allowNull: false },
        submittedBy: { type: DataTypes.STRING(60), allowNull: false },
        deliveredAt: { type: DataTypes.BIGINT, allowNull: false },
      },
      { sequelize, tableName: 'fact_batches' },
    );
  }
}
