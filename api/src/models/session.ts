import { DataTypes, type InferAttributes, type InferCreationAttributes, type Sequelize } from 'sequelize';

import { AuditedModel } from './auditedModel';

/** A signed-in client: one family of refresh tokens, of which `counter` is the one in force. */
export class Session extends AuditedModel<InferAttributes<Session>, InferCreationAttributes<Session>> {
  declare id: string;

  declare accountId: string | null;

  declare staffId: string | null;

  declare client: string;

  declare counter: number;

  declare rotatedAt: number;

  declare expiresAt: number;

  declare revokedAt: number | null;

  /** When its staff member proved by an SMS code, in this very session, that it is he. */
  declare provenAt: number | null;

  declare createdAt: number;

  static define(sequelize: Sequelize): void {
    this.init(
      {
        id: { type: DataTypes.CHAR(36), primaryKey: true },
        accountId: DataTypes.CHAR(36),
        staffId: DataTypes.CHAR(36),
        client: { type: DataTypes.STRING(10), allowNull: false },
        counter: { type: DataTypes.INTEGER, allowNull: false },
        rotatedAt: { type: DataTypes.BIGINT, allowNull: false },
        expiresAt: { type: DataTypes.BIGINT, allowNull: false },
        revokedAt: DataTypes.BIGINT,
        provenAt: DataTypes.BIGINT,
        createdAt: { type: DataTypes.BIGINT, allowNull: false },
      },
      { sequelize, tableName: 'sessions' },
    );
  }
}
