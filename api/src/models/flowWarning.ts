import type { WarningLevel } from '@anxing/contract/crowd';
import { DataTypes, type InferAttributes, type InferCreationAttributes, type Sequelize } from 'sequelize';

import { AuditedModel } from './auditedModel';

/** A point was too full: from the crossing of a threshold until enough people have left. */
export class FlowWarning extends AuditedModel<
  InferAttributes<FlowWarning>,
  InferCreationAttributes<FlowWarning>
> {
  declare id: string;

  declare unitId: string;

  declare pointId: string;

  declare level: WarningLevel;

  /** Counts up per point and level: there is one warning for each. */
  declare crossing: number;

  /** People that raised it. */
  declare threshold: number;

  declare capacity: number | null;

  declare raisedAt: number;

  declare peak: number;

  declare peakAt: number;

  declare clearedAt: number | null;

  declare acknowledgedAt: number | null;

  /** A staff member. */
  declare acknowledgedBy: string | null;

  declare remark: string | null;

  static define(sequelize: Sequelize): void {
    this.init(
      {
        id: { type: DataTypes.CHAR(36), primaryKey: true },
        unitId: { type: DataTypes.CHAR(36), allowNull: false },
        pointId: { type: DataTypes.CHAR(36), allowNull: false },
        level: { type: DataTypes.STRING(8), allowNull: false },
        crossing: { type: DataTypes.INTEGER, allowNull: false },
        threshold: { type: DataTypes.INTEGER, allowNull: false },
        capacity: DataTypes.INTEGER,
        raisedAt: { type: DataTypes.BIGINT, allowNull: false },
        peak: { type: DataTypes.INTEGER, allowNull: false },
        peakAt: { type: DataTypes.BIGINT, allowNull: false },
        clearedAt: DataTypes.BIGINT,
        acknowledgedAt: DataTypes.BIGINT,
        acknowledgedBy: DataTypes.CHAR(36),
        remark: DataTypes.STRING(200),
      },
      { sequelize, tableName: 'flow_warnings' },
    );
  }
}
