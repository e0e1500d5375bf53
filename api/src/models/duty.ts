import type { DutyEnd } from '@anxing/contract/duties';
import {
  DataTypes,
  type CreationOptional,
  type InferAttributes,
  type InferCreationAttributes,
  type Sequelize,
} from 'sequelize';

import { AuditedModel } from './auditedModel';

/** A staff member on duty at a point, from sign-on to sign-off. */
export class Duty extends AuditedModel<InferAttributes<Duty>, InferCreationAttributes<Duty>> {
  declare id: string;

  declare staffId: string;

  declare pointId: string;

  /** Who stands there: the duty ends with the clear colour. Null where none is asked for. */
  declare personId: CreationOptional<string | null>;

  /** Where exactly at the point, as the staff member wrote it. */
  declare place: string | null;

  declare since: number;

  declare until: number | null;

  /** Null while it goes on, and when the staff member or whoever manages the unit ended it. */
  declare endedBy: CreationOptional<DutyEnd | null>;

  static define(sequelize: Sequelize): void {
    this.init(
      {
        id: { type: DataTypes.CHAR(36), primaryKey: true },
        staffId: { type: DataTypes.CHAR(36), allowNull: false },
        pointId: { type: DataTypes.CHAR(36), allowNull: false },
        personId: DataTypes.CHAR(36),
        place: DataTypes.STRING(120),
        since: { type: DataTypes.BIGINT, allowNull: false },
        until: DataTypes.BIGINT,
        endedBy: DataTypes.STRING(20),
      },
      { sequelize, tableName: 'duties' },
    );
  }
}
