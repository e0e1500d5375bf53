import { DataTypes, type InferAttributes, type InferCreationAttributes, type Sequelize } from 'sequelize';

import { AuditedModel } from './auditedModel';

/** Of cards that were made with a phone, not at a counter. */
export const homeMade = { unitId: null };

/** A printed code of somebody without a phone. It says who he is to staff on duty, and opens nothing. */
export class PaperCard extends AuditedModel<InferAttributes<PaperCard>, InferCreationAttributes<PaperCard>> {
  declare id: string;

  declare personId: string;

  /** 8 random bytes in hex: what stands in the code. */
  declare reference: string;

  /** Who printed it at a counter; null for the person himself, or a relative. */
  declare unitId: string | null;

  declare staffId: string | null;

  declare issuedAt: number;

  declare revokedAt: number | null;

  static define(sequelize: Sequelize): void {
    this.init(
      {
        id: { type: DataTypes.CHAR(36), primaryKey: true },
        personId: { type: DataTypes.CHAR(36), allowNull: false },
        reference: { type: DataTypes.STRING(16), allowNull: false },
        unitId: DataTypes.CHAR(36),
        staffId: DataTypes.CHAR(36),
        issuedAt: { type: DataTypes.BIGINT, allowNull: false },
        revokedAt: DataTypes.BIGINT,
      },
      { sequelize, tableName: 'paper_cards' },
    );
  }
}
