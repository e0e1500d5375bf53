import { DataTypes, type InferAttributes, type InferCreationAttributes, type Sequelize } from 'sequelize';

import { AuditedModel } from './auditedModel';

/** Who is told of a point's warnings, where somebody chose; without a row it is the unit's managers. */
export class FlowNotice extends AuditedModel<
  InferAttributes<FlowNotice>,
  InferCreationAttributes<FlowNotice>
> {
  declare id: string;

  declare pointId: string;

  /** Joined by commas; may be empty. */
  declare staffIds: string;

  static define(sequelize: Sequelize): void {
    this.init(
      {
        id: { type: DataTypes.CHAR(36), primaryKey: true },
        pointId: { type: DataTypes.CHAR(36), allowNull: false },
        staffIds: { type: DataTypes.TEXT('medium'), allowNull: false },
      },
      { sequelize, tableName: 'flow_notices' },
    );
  }
}
