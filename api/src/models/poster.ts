import { DataTypes, type InferAttributes, type InferCreationAttributes, type Sequelize } from 'sequelize';

import { AuditedModel } from './auditedModel';

/** A printed code of a point. One at most is in force; reissuing revokes the one before. */
export class Poster extends AuditedModel<InferAttributes<Poster>, InferCreationAttributes<Poster>> {
  declare id: string;

  declare pointId: string;

  declare serial: number;

  declare keyId: number;

  declare shortCode: string;

  declare issuedAt: number;

  declare issuedBy: string;

  declare revokedAt: number | null;

  declare firstScannedAt: number | null;

  static define(sequelize: Sequelize): void {
    this.init(
      {
        id: { type: DataTypes.CHAR(36), primaryKey: true },
        pointId: { type: DataTypes.CHAR(36), allowNull: false },
        serial: { type: DataTypes.INTEGER, allowNull: false },
        keyId: { type: DataTypes.INTEGER, allowNull: false },
        shortCode: { type: DataTypes.STRING(12), allowNull: false },
        issuedAt: { type: DataTypes.BIGINT, allowNull: false },
        issuedBy: { type: DataTypes.CHAR(36), allowNull: false },
        revokedAt: DataTypes.BIGINT,
        firstScannedAt: DataTypes.BIGINT,
      },
      { sequelize, tableName: 'posters' },
    );
  }
}
