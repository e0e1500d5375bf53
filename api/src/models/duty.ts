import { DataTypes, type InferAttributes, type InferCreationAttributes, type Sequelize } from 'sequelize';

import { AuditedModel } from './auditedModel';

/** A staff member on duty at a point, from sign-on to sign-off. */
export class Duty extends AuditedModel<InferAttributes<Duty>, InferCreationAttributes<Duty>> {
  declare id: string;

  declare staffId: string;

  declare pointId: string;

  /** Where exactly at the point, as the staff member wrote it. */
  declare place: string | null;

  declare since: number;

  declare until: number | null;

  static define(sequelize: Sequelize): void {
    this.init(
      {
        id: { type: DataTypes.CHAR(36), primaryKey: true },
        staffId: { type: DataTypes.CHAR(36), allowNull: false },
        pointId: { type: DataTypes.CHAR(36), allowNull: false },
        place: DataTypes.STRING(120),
        since: { type: DataTypes.BIGINT, allowNull: false },
        until: DataTypes.BIGINT,
      },
      { sequelize, tableName: 'duties' },
    );
  }
}
