import { DataTypes, type InferAttributes, type InferCreationAttributes, type Sequelize } from 'sequelize';

import { AuditedModel } from './auditedModel';

/** A poster taken for printing. */
export class PosterPrint extends AuditedModel<
  InferAttributes<PosterPrint>,
  InferCreationAttributes<PosterPrint>
> {
  declare id: string;

  declare posterId: string;

  declare staffId: string;

  declare size: string;

  declare format: string;

  declare at: number;

  static define(sequelize: Sequelize): void {
    this.init(
      {
        id: { type: DataTypes.CHAR(36), primaryKey: true },
        posterId: { type: DataTypes.CHAR(36), allowNull: false },
        staffId: { type: DataTypes.CHAR(36), allowNull: false },
        size: { type: DataTypes.STRING(10), allowNull: false },
        format: { type: DataTypes.STRING(5), allowNull: false },
        at: { type: DataTypes.BIGINT, allowNull: false },
      },
      { sequelize, tableName: 'poster_prints' },
    );
  }
}
