import {
  DataTypes,
  type CreationOptional,
  type InferAttributes,
  type InferCreationAttributes,
  type Sequelize,
} from 'sequelize';

import type { BatchFault, BatchOrigin, BatchState, DeliveryMode } from '@anxing/contract/feeds';

import { AuditedModel } from './auditedModel';

/**
 * One delivery of a feed, empty ones included: a green code needs to know that nothing was reported. What it brought
 * and closed counts from `inForceAt` on, all at once.
 */
export class FeedBatch extends AuditedModel<InferAttributes<FeedBatch>, InferCreationAttributes<FeedBatch>> {
  declare id: string;

  /** Stands for the batch in its rows; later batches have higher ones. */
  declare number: number;

  declare source: string;

  /** Whose numbering it follows. */
  declare channel: string;

  /** The deliverer's name of it. */
  declare name: string;

  /** The name, unless the batch was refused: then another one may have it. */
  declare takenAs: string | null;

  /** SHA-256 of the content, base64url. */
  declare digest: string | null;

  declare sequence: number | null;

  declare mode: DeliveryMode;

  declare origin: BatchOrigin;

  declare state: BatchState;

  declare rowCount: CreationOptional<number>;

  declare added: CreationOptional<number>;

  declare withdrawn: CreationOptional<number>;

  declare unchanged: CreationOptional<number>;

  declare ignored: CreationOptional<number>;

  declare wrong: CreationOptional<number>;

  declare closed: CreationOptional<number>;

  declare closedNothing: CreationOptional<boolean>;

  declare changedPeople: number | null;

  /** ms: of when its data is. */
  declare asOf: number;

  declare receivedAt: number;

  declare inForceAt: number | null;

  declare submittedBy: string;

  declare unitId: string | null;

  declare staffId: string | null;

  declare fault: BatchFault | null;

  declare changeId: string | null;

  /** Which process is at it, and until when unless it says more. */
  declare holder: string | null;

  declare leaseUntil: number | null;

  static define(sequelize: Sequelize): void {
    const count = () => ({ type: DataTypes.INTEGER, allowNull: false, defaultValue: 0 });
    const word = (size: number) => ({ type: DataTypes.STRING(size), allowNull: false });
    this.init(
      {
        id: { type: DataTypes.CHAR(36), primaryKey: true },
        number: { type: DataTypes.BIGINT, allowNull: false },
        source: word(20),
        channel: word(40),
        name: word(64),
        takenAs: DataTypes.STRING(64),
        digest: DataTypes.STRING(64),
        sequence: DataTypes.INTEGER,
        mode: word(12),
        origin: word(10),
        state: word(12),
        rowCount: count(),
        added: count(),
        withdrawn: count(),
        unchanged: count(),
        ignored: count(),
        wrong: count(),
        closed: count(),
        closedNothing: { type: DataTypes.BOOLEAN, allowNull: false, defaultValue: false },
        changedPeople: DataTypes.INTEGER,
        asOf: { type: DataTypes.BIGINT, allowNull: false },
        receivedAt: { type: DataTypes.BIGINT, allowNull: false },
        inForceAt: DataTypes.BIGINT,
        submittedBy: word(60),
        unitId: DataTypes.CHAR(36),
        staffId: DataTypes.CHAR(36),
        fault: DataTypes.STRING(20),
        changeId: DataTypes.CHAR(36),
        holder: DataTypes.CHAR(36),
        leaseUntil: DataTypes.BIGINT,
      },
      { sequelize, tableName: 'feed_batches' },
    );
  }
}
