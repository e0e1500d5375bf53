import {
  type CreationOptional,
  DataTypes,
  type InferAttributes,
  type InferCreationAttributes,
  type Sequelize,
} from 'sequelize';

import { AuditedModel } from './auditedModel';

/** A way to sign in as a resident: a phone, a WeChat or an Alipay user. What is pending is an identity checked up to L3. */
export class Account extends AuditedModel<InferAttributes<Account>, InferCreationAttributes<Account>> {
  declare id: string;

  declare kind: string;

  declare subjectIndex: string;

  declare phone: string | null;

  declare phoneIndex: string | null;

  declare personId: string | null;

  declare pendingIdType: string | null;

  declare pendingName: string | null;

  declare pendingNumber: string | null;

  declare pendingLevel: number;

  /** The number was silent for long: the person it had opens only after a new proof of identity. */
  declare proofAgain: CreationOptional<boolean>;

  declare faceTicket: string | null;

  declare lastSeenAt: number;

  declare createdAt: number;

  static define(sequelize: Sequelize): void {
    this.init(
      {
        id: { type: DataTypes.CHAR(36), primaryKey: true },
        kind: { type: DataTypes.STRING(10), allowNull: false },
        subjectIndex: { type: DataTypes.STRING(60), allowNull: false },
        phone: DataTypes.STRING(700),
        phoneIndex: DataTypes.STRING(60),
        personId: DataTypes.CHAR(36),
        pendingIdType: DataTypes.STRING(20),
        pendingName: DataTypes.STRING(700),
        pendingNumber: DataTypes.STRING(700),
        pendingLevel: { type: DataTypes.INTEGER, allowNull: false },
        proofAgain: { type: DataTypes.BOOLEAN, allowNull: false, defaultValue: false },
        faceTicket: DataTypes.STRING(200),
        lastSeenAt: { type: DataTypes.BIGINT, allowNull: false },
        createdAt: { type: DataTypes.BIGINT, allowNull: false },
      },
      { sequelize, tableName: 'accounts' },
    );
  }
}
