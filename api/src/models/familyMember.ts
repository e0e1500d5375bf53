import { DataTypes, type InferAttributes, type InferCreationAttributes, type Sequelize } from 'sequelize';

import type { Relation } from '@anxing/contract/familyRelations';

import { AuditedModel } from './auditedModel';

/** Somebody without a phone, and the relative who makes paper cards for him. */
export class FamilyMember extends AuditedModel<
  InferAttributes<FamilyMember>,
  InferCreationAttributes<FamilyMember>
> {
  declare id: string;

  declare applicantId: string;

  declare memberId: string;

  declare relation: Relation;

  /** The member while it lasts, then null: nobody is the member of two. */
  declare activeMember: string | null;

  declare createdAt: number;

  declare endedAt: number | null;

  /** `applicant` who removed him, or `self`: by a proof of his own identity. */
  declare endedBy: string | null;

  static define(sequelize: Sequelize): void {
    this.init(
      {
        id: { type: DataTypes.CHAR(36), primaryKey: true },
        applicantId: { type: DataTypes.CHAR(36), allowNull: false },
        memberId: { type: DataTypes.CHAR(36), allowNull: false },
        relation: { type: DataTypes.STRING(10), allowNull: false },
        activeMember: DataTypes.CHAR(36),
        createdAt: { type: DataTypes.BIGINT, allowNull: false },
        endedAt: DataTypes.BIGINT,
        endedBy: DataTypes.STRING(10),
      },
      { sequelize, tableName: 'family_members' },
    );
  }
}
