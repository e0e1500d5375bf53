import {
  DataTypes,
  type CreationOptional,
  type InferAttributes,
  type InferCreationAttributes,
  type Sequelize,
} from 'sequelize';

import { AuditedModel } from './auditedModel';

export type FeedKeyState = 'waiting' | 'active' | 'awaited' | 'revoked' | 'rejected';

/** The public half of the key with which a source signs what it delivers. */
export class FeedKey extends AuditedModel<InferAttributes<FeedKey>, InferCreationAttributes<FeedKey>> {
  declare id: string;

  declare source: string;

  declare channel: string;

  declare owner: string;

  /** Ed25519, 32 bytes in base64url. */
  declare publicKey: string;

  declare state: FeedKeyState;

  declare createdAt: number;

  /** ms when a second person approved it; null for one that never counted, or came with the data. */
  declare activeFrom: CreationOptional<number | null>;

  /** ms when it was revoked; null for one that never counted, or still does. */
  declare activeUntil: CreationOptional<number | null>;

  declare lastUsedAt: number | null;

  declare changeId: string | null;

  static define(sequelize: Sequelize): void {
    this.init(
      {
        id: { type: DataTypes.CHAR(36), primaryKey: true },
        source: { type: DataTypes.STRING(20), allowNull: false },
        channel: { type: DataTypes.STRING(40), allowNull: false },
        owner: { type: DataTypes.STRING(60), allowNull: false },
        publicKey: { type: DataTypes.STRING(43), allowNull: false },
        state: { type: DataTypes.STRING(10), allowNull: false },
        createdAt: { type: DataTypes.BIGINT, allowNull: false },
        activeFrom: DataTypes.BIGINT,
        activeUntil: DataTypes.BIGINT,
        lastUsedAt: DataTypes.BIGINT,
        changeId: DataTypes.CHAR(36),
      },
      { sequelize, tableName: 'feed_keys' },
    );
  }
}
