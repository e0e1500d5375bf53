import { DataTypes, type InferAttributes, type InferCreationAttributes, type Sequelize } from 'sequelize';

import { AuditedModel } from './auditedModel';

/** A change of colour by hand. Its state is the one of its change. Explanation and number of evidence are sealed. */
export class Override extends AuditedModel<InferAttributes<Override>, InferCreationAttributes<Override>> {
  declare id: string;

  declare changeId: string;

  /** The appeal that it upholds. */
  declare appealId: string | null;

  /** Kinds of the source 'override', joined by commas. */
  declare kinds: string;

  /** One of the closed list of `config/overrides.json`. */
  declare reason: string;

  declare explanation: string;

  declare evidenceNumber: string | null;

  /** How many it is about. */
  declare people: number;

  declare days: number;

  /** ms when it ends; null before it is approved. */
  declare until: number | null;

  declare createdAt: number;

  static define(sequelize: Sequelize): void {
    this.init(
      {
        id: { type: DataTypes.CHAR(36), primaryKey: true },
        changeId: { type: DataTypes.CHAR(36), allowNull: false },
        appealId: DataTypes.CHAR(36),
        kinds: { type: DataTypes.STRING(900), allowNull: false },
        reason: { type: DataTypes.STRING(30), allowNull: false },
        explanation: { type: DataTypes.TEXT('medium'), allowNull: false },
        evidenceNumber: DataTypes.STRING(700),
        people: { type: DataTypes.INTEGER, allowNull: false },
        days: { type: DataTypes.INTEGER, allowNull: false },
        until: DataTypes.BIGINT,
        createdAt: { type: DataTypes.BIGINT, allowNull: false },
      },
      { sequelize, tableName: 'overrides' },
    );
  }
}
