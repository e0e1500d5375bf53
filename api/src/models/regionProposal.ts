import { DataTypes, type InferAttributes, type InferCreationAttributes, type Sequelize } from 'sequelize';

import { AuditedModel } from './auditedModel';

/** Levels that wait for a second person, or were decided by one. */
export class RegionProposal extends AuditedModel<
  InferAttributes<RegionProposal>,
  InferCreationAttributes<RegionProposal>
> {
  declare id: string;

  /** The settings as JSON. */
  declare settings: string;

  declare comment: string;

  declare createdAt: number;

  static define(sequelize: Sequelize): void {
    this.init(
      {
        id: { type: DataTypes.CHAR(36), primaryKey: true },
        settings: { type: DataTypes.TEXT('medium'), allowNull: false },
        comment: { type: DataTypes.STRING(200), allowNull: false },
        createdAt: { type: DataTypes.BIGINT, allowNull: false },
      },
      { sequelize, tableName: 'region_proposals' },
    );
  }
}
