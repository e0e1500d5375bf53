import { DataTypes, type InferAttributes, type InferCreationAttributes, type Sequelize } from 'sequelize';

import { AuditedModel } from './auditedModel';

/** A message in the inbox of a person or a staff member. */
export class Message extends AuditedModel<InferAttributes<Message>, InferCreationAttributes<Message>> {
  declare id: string;

  declare personId: string | null;

  declare staffId: string | null;

  declare kind: string;

  declare title: string;

  declare body: string;

  declare at: number;

  declare readAt: number | null;

  static define(sequelize: Sequelize): void {
    this.init(
      {
        id: { type: DataTypes.CHAR(36), primaryKey: true },
        personId: DataTypes.CHAR(36),
        staffId: DataTypes.CHAR(36),
        kind: { type: DataTypes.STRING(30), allowNull: false },
        title: { type: DataTypes.STRING(60), allowNull: false },
        body: { type: DataTypes.STRING(400), allowNull: false },
        at: { type: DataTypes.BIGINT, allowNull: false },
        readAt: DataTypes.BIGINT,
      },
      { sequelize, tableName: 'messages' },
    );
  }
}
