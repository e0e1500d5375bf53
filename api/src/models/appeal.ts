import { DataTypes, type InferAttributes, type InferCreationAttributes, type Sequelize } from 'sequelize';

import type { AppealState } from '@anxing/contract/appeals';

import { AuditedModel } from './auditedModel';

/** A person contests reasons of the own colour. What was said is in the events, sealed. */
export class Appeal extends AuditedModel<InferAttributes<Appeal>, InferCreationAttributes<Appeal>> {
  declare id: string;

  declare personId: string;

  declare state: AppealState;

  /** JSON of what is contested, as it stood then: see `readContested`. */
  declare reasons: string;

  /** JSON of blind indexes: the person, and whoever decided what is contested. None of them answers. */
  declare about: string;

  declare submittedAt: number;

  /** When the next answer is due; null when it is over. */
  declare dueAt: number | null;

  declare closedAt: number | null;

  /** The latest change that would uphold it. */
  declare changeId: string | null;

  static define(sequelize: Sequelize): void {
    this.init(
      {
        id: { type: DataTypes.CHAR(36), primaryKey: true },
        personId: { type: DataTypes.CHAR(36), allowNull: false },
        state: { type: DataTypes.STRING(12), allowNull: false },
        reasons: { type: DataTypes.TEXT('medium'), allowNull: false },
        about: { type: DataTypes.TEXT('medium'), allowNull: false },
        submittedAt: { type: DataTypes.BIGINT, allowNull: false },
        dueAt: DataTypes.BIGINT,
        closedAt: DataTypes.BIGINT,
        changeId: DataTypes.CHAR(36),
      },
      { sequelize, tableName: 'appeals' },
    );
  }
}

/** A contested reason, as it stood when the appeal was made. */
export interface ContestedReason {
  rule: string;
  text: string;
  sourceName: string;
  /** YYYY-MM-DD */
  date: string;
}

export function readContested({ reasons }: Appeal): ContestedReason[] {
  return JSON.parse(reasons) as ContestedReason[];
}

/** The rules that are contested, each once. */
export function contestedRules(appeal: Appeal): string[] {
  return [...new Set(readContested(appeal).map(({ rule }) => rule))];
}
