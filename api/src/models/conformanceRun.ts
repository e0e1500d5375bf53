import { DataTypes, type InferAttributes, type InferCreationAttributes, type Sequelize } from 'sequelize';

import { AuditedModel } from './auditedModel';

export type ConformanceState = 'running' | 'passed' | 'failed';

/** One try of a model's software to show that it verifies and signs as it should. */
export class ConformanceRun extends AuditedModel<
  InferAttributes<ConformanceRun>,
  InferCreationAttributes<ConformanceRun>
> {
  declare id: string;

  declare unitId: string;

  declare modelId: string;

  /** 32 bytes in hex, from which its throw-away keys and tasks grow: always the same ones. */
  declare seed: string;

  /** Ed25519, 32 bytes in base64url; null until a device has put its own there. */
  declare publicKey: string | null;

  declare state: ConformanceState;

  declare tasks: number;

  declare rightCount: number | null;

  /** JSON of the tasks that were answered wrongly. */
  declare report: string | null;

  declare startedAt: number;

  declare expiresAt: number;

  declare endedAt: number | null;

  static define(sequelize: Sequelize): void {
    this.init(
      {
        id: { type: DataTypes.CHAR(36), primaryKey: true },
        unitId: { type: DataTypes.CHAR(36), allowNull: false },
        modelId: { type: DataTypes.CHAR(36), allowNull: false },
        seed: { type: DataTypes.STRING(64), allowNull: false },
        publicKey: DataTypes.STRING(43),
        state: { type: DataTypes.STRING(10), allowNull: false },
        tasks: { type: DataTypes.INTEGER, allowNull: false },
        rightCount: DataTypes.INTEGER,
        report: DataTypes.TEXT,
        startedAt: { type: DataTypes.BIGINT, allowNull: false },
        expiresAt: { type: DataTypes.BIGINT, allowNull: false },
        endedAt: DataTypes.BIGINT,
      },
      { sequelize, tableName: 'conformance_runs' },
    );
  }
}
