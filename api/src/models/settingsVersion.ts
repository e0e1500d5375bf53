import { DataTypes, type InferAttributes, type InferCreationAttributes, type Sequelize } from 'sequelize';

import { AuditedModel } from './auditedModel';

/** What the configuration said of colours, feeds and region levels. A version never changes. */
export class SettingsVersion extends AuditedModel<
  InferAttributes<SettingsVersion>,
  InferCreationAttributes<SettingsVersion>
> {
  declare id: string;

  declare version: number;

  /** See `risk/riskSettings`. */
  declare content: string;

  /** ms: when the first process began with it. */
  declare takesForceAt: number;

  static define(sequelize: Sequelize): void {
    this.init(
      {
        id: { type: DataTypes.CHAR(36), primaryKey: true },
        version: { type: DataTypes.INTEGER, allowNull: false },
        content: { type: DataTypes.TEXT('medium'), allowNull: false },
        takesForceAt: { type: DataTypes.BIGINT, allowNull: false },
      },
      { sequelize, tableName: 'settings_versions' },
    );
  }
}
