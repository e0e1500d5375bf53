import {
  DataTypes,
  type CreationOptional,
  type InferAttributes,
  type InferCreationAttributes,
  type Sequelize,
} from 'sequelize';

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

  /** At most so many people would lose the clear colour, as the second person is told; null when none could. */
  declare turned: CreationOptional<number | null>;

  declare createdAt: number;

  static define(sequelize: Sequelize): void {
    this.init(
      {
        id: { type: DataTypes.CHAR(36), primaryKey: true },
        settings: { type: DataTypes.TEXT('medium'), allowNull: false },
        comment: { type: DataTypes.STRING(200), allowNull: false },
        turned: { type: DataTypes.INTEGER, allowNull: true },
        createdAt: { type: DataTypes.BIGINT, allowNull: false },
      },
      { sequelize, tableName: 'region_proposals' },
    );
  }
}
