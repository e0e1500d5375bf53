import { DataTypes, type InferAttributes, type InferCreationAttributes, type Sequelize } from 'sequelize';

import { AuditedModel } from './auditedModel';

/** A level of a division for some days. Never overwritten: what is replaced is closed, and what remains of it written anew. */
export class RegionPeriod extends AuditedModel<
  InferAttributes<RegionPeriod>,
  InferCreationAttributes<RegionPeriod>
> {
  declare id: string;

  declare division: string;

  declare level: string;

  declare policy: string | null;

  declare fromDay: string;

  declare untilDay: string | null;

  declare recordedFrom: number;

  declare recordedUntil: number | null;

  declare changeId: string | null;

  static define(sequelize: Sequelize): void {
    this.init(
      {
        id: { type: DataTypes.CHAR(36), primaryKey: true },
        division: { type: DataTypes.STRING(6), allowNull: false },
        level: { type: DataTypes.STRING(20), allowNull: false },
        policy: DataTypes.STRING(300),
        fromDay: { type: DataTypes.STRING(10), allowNull: false },
        untilDay: DataTypes.STRING(10),
        recordedFrom: { type: DataTypes.BIGINT, allowNull: false },
        recordedUntil: DataTypes.BIGINT,
        changeId: DataTypes.CHAR(36),
      },
      { sequelize, tableName: 'region_levels' },
    );
  }
}
