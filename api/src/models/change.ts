import { DataTypes, type InferAttributes, type InferCreationAttributes, type Sequelize } from 'sequelize';

import type { ChangeKind, ChangeState } from '@anxing/contract/changes';

import { AuditedModel } from './auditedModel';

/** What one verified person proposes and another one puts in force. Facts and remark are sealed. */
export class Change extends AuditedModel<InferAttributes<Change>, InferCreationAttributes<Change>> {
  declare id: string;

  declare kind: ChangeKind;

  declare state: ChangeState;

  declare title: string;

  /** JSON of labels and values, as the second person reads them; null when their time is over. */
  declare facts: string | null;

  declare warning: string | null;

  /** The record that it is about. */
  declare subject: string;

  declare scope: string;

  /** Who proposed it: the staff member, of this unit then, and the person behind both. */
  declare unitId: string;

  declare staffId: string;

  declare personId: string;

  /** JSON of the blind indexes of those whom it concerns: none of them takes part. */
  declare about: string;

  /** JSON of ids. */
  declare evidence: string;

  declare proposedAt: number;

  declare expiresAt: number;

  /** Who decided, or took it back; null when nobody did. */
  declare deciderUnitId: string | null;

  declare deciderStaffId: string | null;

  declare deciderPersonId: string | null;

  /** When it ended, however it did. */
  declare decidedAt: number | null;

  /** What the second person said. */
  declare remark: string | null;

  static define(sequelize: Sequelize): void {
    // Made anew for each: Sequelize writes the column's name into them.
    const id = () => ({ type: DataTypes.CHAR(36), allowNull: false });
    const text = (size: number) => ({ type: DataTypes.STRING(size), allowNull: false });
    const long = DataTypes.TEXT('medium');
    const instant = () => ({ type: DataTypes.BIGINT, allowNull: false });
    this.init(
      {
        id: { ...id(), primaryKey: true },
        kind: text(20),
        state: text(12),
        title: text(120),
        facts: long,
        warning: DataTypes.STRING(200),
        subject: text(60),
        scope: text(60),
        unitId: id(),
        staffId: id(),
        personId: id(),
        about: { type: long, allowNull: false },
        evidence: { type: long, allowNull: false },
        proposedAt: instant(),
        expiresAt: instant(),
        deciderUnitId: DataTypes.CHAR(36),
        deciderStaffId: DataTypes.CHAR(36),
        deciderPersonId: DataTypes.CHAR(36),
        decidedAt: DataTypes.BIGINT,
        remark: long,
      },
      { sequelize, tableName: 'changes' },
    );
  }
}
