import { DataTypes, type InferAttributes, type InferCreationAttributes, type Sequelize } from 'sequelize';

import { AuditedModel } from './auditedModel';

/** One row about a person from a feed, keyed by the blind index of the document, so that it may come before the person does. Never overwritten: valid and recorded time. */
export class Fact extends AuditedModel<InferAttributes<Fact>, InferCreationAttributes<Fact>> {
  declare id: string;

  declare subjectIndex: string;

  declare source: string;

  declare kind: string;

  declare date: string;

  declare validFrom: number;

  declare validUntil: number | null;

  declare recordedFrom: number;

  declare recordedUntil: number | null;

  declare batchId: string;

  static define(sequelize: Sequelize): void {
    this.init(
      {
        id: { type: DataTypes.CHAR(36), primaryKey: true },
        subjectIndex: { type: DataTypes.STRING(60), allowNull: false },
        source: { type: DataTypes.STRING(20), allowNull: false },
        kind: { type: DataTypes.STRING(40), allowNull: false },
        date: { type: DataTypes.STRING(10), allowNull: false },
        validFrom: { type: DataTypes.BIGINT, allowNull: false },
        validUntil: DataTypes.BIGINT,
        recordedFrom: { type: DataTypes.BIGINT, allowNull: false },
        recordedUntil: DataTypes.BIGINT,
        batchId: { type: DataTypes.CHAR(36), allowNull: false },
      },
      { sequelize, tableName: 'facts' },
    );
  }
}
