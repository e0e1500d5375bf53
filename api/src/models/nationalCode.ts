import { DataTypes, type InferAttributes, type InferCreationAttributes, type Sequelize } from 'sequelize';

import type { NationalCode as NationalCodeAnswer, OwnNationalCode } from '@anxing/contract/nationalCode';

import { AuditedModel } from './auditedModel';

/** What other provinces said last of a person, and how asking by itself ended. One row for each person. */
export class NationalCode extends AuditedModel<
  InferAttributes<NationalCode>,
  InferCreationAttributes<NationalCode>
> {
  declare id: string;

  declare personId: string;

  declare state: OwnNationalCode['state'];

  /** Null before anything was said, like all that belongs to it. */
  declare colour: NationalCodeAnswer['colour'] | null;

  /** Six digits. */
  declare province: string | null;

  declare statedAt: number | null;

  /** ms: how long it counts. */
  declare untilAt: number | null;

  /** JSON: what each province said last, see `commands/national/toldBefore`. */
  declare told: string | null;

  declare fetchedAt: number | null;

  /** ms: when the platform was last asked by itself. */
  declare askedAt: number | null;

  declare changedAt: number;

  static define(sequelize: Sequelize): void {
    this.init(
      {
        id: { type: DataTypes.CHAR(36), primaryKey: true },
        personId: { type: DataTypes.CHAR(36), allowNull: false },
        state: { type: DataTypes.STRING(12), allowNull: false },
        colour: DataTypes.STRING(10),
        province: DataTypes.STRING(6),
        statedAt: DataTypes.BIGINT,
        untilAt: DataTypes.BIGINT,
        told: DataTypes.TEXT,
        fetchedAt: DataTypes.BIGINT,
        askedAt: DataTypes.BIGINT,
        changedAt: { type: DataTypes.BIGINT, allowNull: false },
      },
      { sequelize, tableName: 'national_codes' },
    );
  }
}
