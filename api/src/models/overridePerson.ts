import { DataTypes, type InferAttributes, type InferCreationAttributes, type Sequelize } from 'sequelize';

import { AuditedModel } from './auditedModel';

/** Somebody whom a change of colour by hand is about, registered or not. The number is sealed. */
export class OverridePerson extends AuditedModel<
  InferAttributes<OverridePerson>,
  InferCreationAttributes<OverridePerson>
> {
  declare id: string;

  declare overrideId: string;

  /** Counted from 0, as they were named. */
  declare position: number;

  declare idType: string;

  declare idNumber: string;

  declare identityIndex: string;

  static define(sequelize: Sequelize): void {
    this.init(
      {
        id: { type: DataTypes.CHAR(36), primaryKey: true },
        overrideId: { type: DataTypes.CHAR(36), allowNull: false },
        position: { type: DataTypes.INTEGER, allowNull: false },
        idType: { type: DataTypes.STRING(20), allowNull: false },
        idNumber: { type: DataTypes.STRING(700), allowNull: false },
        identityIndex: { type: DataTypes.STRING(60), allowNull: false },
      },
      { sequelize, tableName: 'override_people' },
    );
  }
}
