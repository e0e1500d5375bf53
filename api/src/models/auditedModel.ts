import {
  Model,
  type Attributes,
  type CreationAttributes,
  type FindOptions,
  type ModelStatic,
} from 'sequelize';

import type { AuditEvent, Scene } from '../storage/scene';

/** A record whose every change leaves an audit event: there is no way to write one without a scene. */
export abstract class AuditedModel<A extends object, C extends object> extends Model<A, C> {
  abstract readonly id: string;

  /** Inserts or updates, and notes which fields changed. */
  async saveBy(scene: Scene): Promise<this> {
    const fields = this.changed() || [];
    const action = this.isNewRecord ? 'create' : 'update';
    if (!this.isNewRecord && fields.length === 0) {
      return this;
    }
    await this.save({ transaction: scene.tx });
    this.note(scene, action, action === 'create' ? [] : fields.map(String));

    return this;
  }

  /** Deletes the row. */
  async destroyBy(scene: Scene): Promise<void> {
    await this.destroy({ transaction: scene.tx });
    this.note(scene, 'delete', []);
  }

  private note(scene: Scene, verb: string, fields: string[]): void {
    scene.events.push(eventOf(this, verb, fields));
  }
}

/** Rows in one statement. */
const manyAtOnce = 250;

function eventOf(record: AuditedModel<object, object>, verb: string, fields: string[]): AuditEvent {
  const table = (record.constructor as typeof Model).tableName;

  return { action: `${table}.${verb}`, target: record.id, details: { fields } };
}

/** Makes a record and saves it with its audit event. */
export function createBy<M extends AuditedModel<object, object>>(
  model: ModelStatic<M>,
  scene: Scene,
  values: CreationAttributes<M>,
): Promise<M> {
  return model.build(values).saveBy(scene);
}

/** Inserts many records in few statements, each with its audit event. */
export async function createManyBy<M extends AuditedModel<object, object>>(
  model: ModelStatic<M>,
  scene: Scene,
  values: readonly CreationAttributes<M>[],
): Promise<M[]> {
  const made: M[] = [];
  for (let start = 0; start < values.length; start += manyAtOnce) {
    const part = values.slice(start, start + manyAtOnce);
    made.push(...(await model.bulkCreate(part, { transaction: scene.tx })));
  }
  scene.events.push(...made.map((record) => eventOf(record, 'create', [])));

  return made;
}

/** Finds one record and locks it until the transaction ends. */
export function lockOne<M extends Model>(
  model: ModelStatic<M>,
  scene: Scene,
  where: FindOptions<Attributes<M>>['where'],
): Promise<M | null> {
  return model.findOne({ where, transaction: scene.tx, lock: scene.tx.LOCK.UPDATE });
}
