import { DataTypes, type InferAttributes, type InferCreationAttributes, type Sequelize } from 'sequelize';

import type { JobState } from '@anxing/contract/jobs';
import type { Abilities } from '@anxing/contract/units';

import { AuditedModel } from './auditedModel';

/** Work in the background for a staff member. The input is sealed; whoever runs it holds it by a lease. */
export class LongJob extends AuditedModel<InferAttributes<LongJob>, InferCreationAttributes<LongJob>> {
  declare id: string;

  declare kind: string;

  declare title: string;

  /** What it takes to start it, and to fetch what it made. */
  declare ability: keyof Abilities;

  declare unitId: string;

  declare staffId: string;

  declare state: JobState;

  declare done: number;

  declare total: number | null;

  declare input: string;

  /** Name below the folder of result files. */
  declare file: string | null;

  /** What the file is called where it is downloaded. */
  declare fileName: string | null;

  declare mediaType: string | null;

  declare fileBytes: number | null;

  declare error: string | null;

  declare attempts: number;

  declare holder: string | null;

  declare leaseUntil: number | null;

  declare createdAt: number;

  declare finishedAt: number | null;

  declare expiresAt: number;

  static define(sequelize: Sequelize): void {
    this.init(
      {
        id: { type: DataTypes.CHAR(36), primaryKey: true },
        kind: { type: DataTypes.STRING(40), allowNull: false },
        title: { type: DataTypes.STRING(120), allowNull: false },
        ability: { type: DataTypes.STRING(30), allowNull: false },
        unitId: { type: DataTypes.CHAR(36), allowNull: false },
        staffId: { type: DataTypes.CHAR(36), allowNull: false },
        state: { type: DataTypes.STRING(10), allowNull: false },
        done: { type: DataTypes.INTEGER, allowNull: false },
        total: DataTypes.INTEGER,
        input: { type: DataTypes.TEXT('medium'), allowNull: false },
        file: DataTypes.STRING(80),
        fileName: DataTypes.STRING(160),
        mediaType: DataTypes.STRING(100),
        fileBytes: DataTypes.BIGINT,
        error: DataTypes.STRING(40),
        attempts: { type: DataTypes.INTEGER, allowNull: false },
        holder: DataTypes.CHAR(36),
        leaseUntil: DataTypes.BIGINT,
        createdAt: { type: DataTypes.BIGINT, allowNull: false },
        finishedAt: DataTypes.BIGINT,
        expiresAt: { type: DataTypes.BIGINT, allowNull: false },
      },
      { sequelize, tableName: 'jobs' },
    );
  }
}
