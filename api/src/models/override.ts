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

  /** From the approval; 0: it ends with the records that it lifts. See `daysOf`. */
  declare days: number;

  /** ms since when it is in force; null before it is approved. */
  declare inForceAt: number | null;

  /** ms when it ends; null before it is approved, and of one without an end of its own. */
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
        inForceAt: DataTypes.BIGINT,
        until: DataTypes.BIGINT,
        createdAt: { type: DataTypes.BIGINT, allowNull: false },
      },
      { sequelize, tableName: 'overrides' },
    );
  }
}

/** How it is stored that a change ends with the records that it lifts. */
const withRecords = 0;

export function storedDays(days: number | null): number {
  return days ?? withRecords;
}

/** For how many days it is in force; null: as long as the records that it lifts. */
export function daysOf({ days }: Pick<Override, 'days'>): number | null {
  return days === withRecords ? null : days;
}

/** ms; null for what has no end of its own, and for what waits. */
export function untilOf({ until }: Pick<Override, 'until'>): number | null {
  return until === null ? null : Number(until);
}
