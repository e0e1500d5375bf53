import {
  DataTypes,
  type CreationOptional,
  type InferAttributes,
  type InferCreationAttributes,
  type Sequelize,
} from 'sequelize';

import { AuditedModel } from './auditedModel';

/** No rules have this version: whoever has it was not judged, or what was judged holds no more. */
export const notJudged = 0;

/** The stored reasons of somebody who has none. */
export const noReasons = '[]';

/** Somebody with a verified identity, with the code and its present colour. */
export class Person extends AuditedModel<InferAttributes<Person>, InferCreationAttributes<Person>> {
  declare id: string;

  declare identityIndex: string;

  declare idType: string;

  declare name: string;

  declare idNumber: string;

  declare phone: string | null;

  declare level: number;

  declare colour: string;

  declare reasons: string;

  declare ruleVersion: number;

  declare colourUntil: number | null;

  /** ms; null while the first colour lasts. */
  declare colourSince: CreationOptional<number | null>;

  declare codeReference: string | null;

  declare number: string | null;

  declare numberDay: string | null;

  declare claimedAt: number | null;

  declare claimDivision: string | null;

  declare createdAt: number;

  static define(sequelize: Sequelize): void {
    this.init(
      {
        id: { type: DataTypes.CHAR(36), primaryKey: true },
        identityIndex: { type: DataTypes.STRING(60), allowNull: false },
        idType: { type: DataTypes.STRING(20), allowNull: false },
        name: { type: DataTypes.STRING(700), allowNull: false },
        idNumber: { type: DataTypes.STRING(700), allowNull: false },
        phone: DataTypes.STRING(700),
        level: { type: DataTypes.INTEGER, allowNull: false },
        colour: { type: DataTypes.STRING(20), allowNull: false },
        reasons: { type: DataTypes.TEXT, allowNull: false },
        ruleVersion: { type: DataTypes.INTEGER, allowNull: false },
        colourUntil: DataTypes.BIGINT,
        colourSince: DataTypes.BIGINT,
        codeReference: DataTypes.STRING(16),
        number: DataTypes.STRING(12),
        numberDay: DataTypes.STRING(10),
        claimedAt: DataTypes.BIGINT,
        claimDivision: DataTypes.STRING(12),
        createdAt: { type: DataTypes.BIGINT, allowNull: false },
      },
      { sequelize, tableName: 'persons' },
    );
  }
}
