import { DataTypes, type InferAttributes, type InferCreationAttributes, type Sequelize } from 'sequelize';

import { AuditedModel } from './auditedModel';

/** A service point of a unit: a place, one of its floors or gates, or a vehicle. */
export class Point extends AuditedModel<InferAttributes<Point>, InferCreationAttributes<Point>> {
  declare id: string;

  declare unitId: string;

  declare parentId: string | null;

  /** The topmost point above this one; itself when it stands alone. People inside are people of the root. */
  declare rootId: string;

  declare reference: string;

  declare name: string;

  declare address: string;

  declare kind: string;

  declare category: string;

  declare division: string;

  declare capacity: number | null;

  declare warningLine: number | null;

  declare latitude: number | null;

  declare longitude: number | null;

  /** Number or name of a vehicle's line. */
  declare line: string | null;

  declare plate: string | null;

  declare active: boolean;

  declare createdAt: number;

  static define(sequelize: Sequelize): void {
    this.init(
      {
        id: { type: DataTypes.CHAR(36), primaryKey: true },
        unitId: { type: DataTypes.CHAR(36), allowNull: false },
        parentId: DataTypes.CHAR(36),
        rootId: { type: DataTypes.CHAR(36), allowNull: false },
        reference: { type: DataTypes.STRING(16), allowNull: false },
        name: { type: DataTypes.STRING(60), allowNull: false },
        address: { type: DataTypes.STRING(120), allowNull: false },
        kind: { type: DataTypes.STRING(12), allowNull: false },
        category: { type: DataTypes.STRING(40), allowNull: false },
        division: { type: DataTypes.STRING(12), allowNull: false },
        capacity: DataTypes.INTEGER,
        warningLine: DataTypes.INTEGER,
        latitude: DataTypes.DOUBLE,
        longitude: DataTypes.DOUBLE,
        line: DataTypes.STRING(20),
        plate: DataTypes.STRING(12),
        active: { type: DataTypes.BOOLEAN, allowNull: false },
        createdAt: { type: DataTypes.BIGINT, allowNull: false },
      },
      { sequelize, tableName: 'points' },
    );
  }
}
