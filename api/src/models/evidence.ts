import { DataTypes, type InferAttributes, type InferCreationAttributes, type Sequelize } from 'sequelize';

import type { EvidenceType } from '@anxing/contract/evidence';

import { AuditedModel } from './auditedModel';

/** A picture or document that somebody sent as proof. What is in it is sealed. */
export class Evidence extends AuditedModel<InferAttributes<Evidence>, InferCreationAttributes<Evidence>> {
  declare id: string;

  /** Who sent it: a resident, or a staff member. */
  declare personId: string | null;

  declare staffId: string | null;

  declare mediaType: EvidenceType;

  declare bytes: number;

  /** The appeal or override that it belongs to; null while it is not used. */
  declare attachedTo: string | null;

  declare createdAt: number;

  /** Base64, sealed. Lists leave it out: see `withoutData`. */
  declare data: string;

  static define(sequelize: Sequelize): void {
    this.init(
      {
        id: { type: DataTypes.CHAR(36), primaryKey: true },
        personId: DataTypes.CHAR(36),
        staffId: DataTypes.CHAR(36),
        mediaType: { type: DataTypes.STRING(40), allowNull: false },
        bytes: { type: DataTypes.INTEGER, allowNull: false },
        attachedTo: DataTypes.CHAR(36),
        createdAt: { type: DataTypes.BIGINT, allowNull: false },
        data: { type: DataTypes.TEXT('medium'), allowNull: false },
      },
      { sequelize, tableName: 'evidence' },
    );
  }
}

/** Everything but the file itself, which is up to 3 MB. */
export const withoutData = { exclude: ['data'] };
