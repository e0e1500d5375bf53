import {
  DataTypes,
  type CreationOptional,
  type InferAttributes,
  type InferCreationAttributes,
  type Sequelize,
} from 'sequelize';

import { AuditedModel } from './auditedModel';

/** 'approved' covers what is to come, in force and past: which one it is, the clock tells. */
export type StoredRuleState = 'draft' | 'waiting' | 'approved' | 'rejected' | 'discarded' | 'outdated';

/** A version of the risk rules. What was once approved never changes. */
export class RuleVersion extends AuditedModel<
  InferAttributes<RuleVersion>,
  InferCreationAttributes<RuleVersion>
> {
  declare id: string;

  declare version: number;

  declare state: StoredRuleState;

  declare comment: string;

  declare basedOn: number | null;

  /** The list of rules as JSON. */
  declare rules: string;

  /** Staff ids; null for what came with the configuration. */
  declare createdBy: string | null;

  declare createdAt: number;

  declare approvedBy: string | null;

  declare approvedAt: number | null;

  /** ms: from when it is in force, until another one is. */
  declare takesForceAt: number | null;

  declare changeId: string | null;

  /** ms: since then a run judges everybody by it; null before. */
  declare begunAt: CreationOptional<number | null>;

  /** ms: since then everybody has been judged by it; null while that is under way. */
  declare judgedAt: CreationOptional<number | null>;

  static define(sequelize: Sequelize): void {
    this.init(
      {
        id: { type: DataTypes.CHAR(36), primaryKey: true },
        version: { type: DataTypes.INTEGER, allowNull: false },
        state: { type: DataTypes.STRING(10), allowNull: false },
        comment: { type: DataTypes.STRING(200), allowNull: false },
        basedOn: DataTypes.INTEGER,
        rules: { type: DataTypes.TEXT('medium'), allowNull: false },
        createdBy: DataTypes.CHAR(36),
        createdAt: { type: DataTypes.BIGINT, allowNull: false },
        approvedBy: DataTypes.CHAR(36),
        approvedAt: DataTypes.BIGINT,
        takesForceAt: DataTypes.BIGINT,
        changeId: DataTypes.CHAR(36),
        begunAt: DataTypes.BIGINT,
        judgedAt: DataTypes.BIGINT,
      },
      { sequelize, tableName: 'rule_versions' },
    );
  }
}
