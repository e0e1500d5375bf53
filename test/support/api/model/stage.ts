import { idFromBytes, idToBytes } from '../../../../api/src/base/ids';
import { issuePersonalCode } from '../../../../api/src/codes/personalCode';
import { checkPerson } from '../../../../api/src/commands/checkPerson';
import { registerVisit } from '../../../../api/src/commands/registerVisit';
import type { Person } from '../../../../api/src/models/person';
import type { Point } from '../../../../api/src/models/point';
import type { Passage } from '../../../../api/src/passages/passage';
import { countsOf } from '../counts';
import { buildFact } from '../factories/buildFact';
import { buildPerson, type BuiltPerson } from '../factories/buildPerson';
import { buildPoint, buildPoster } from '../factories/buildPoint';
import type { BuiltStaff } from '../factories/buildStaff';
import { guardOnDuty } from '../factories/guardOnDuty';
import type { TestApi } from '../testApi';
import { peopleCount } from './steps';

type Direction = 'in' | 'out';

/** A visit or a check that may be sent again as it was. */
export type Sent = () => Promise<Passage>;

/** Real people at real points of one unit; the last person has a fact that turns a code orange. */
export class Stage {
  private constructor(
    private readonly api: TestApi,
    readonly points: readonly Point[],
    private readonly posters: readonly string[],
    private readonly people: readonly BuiltPerson[],
    /** One at each point. */
    private readonly guards: readonly BuiltStaff[],
  ) {}

  static async build(api: TestApi): Promise<Stage> {
    const { services } = api;
    const building = await buildPoint(services);
    const unit = { id: building.unitId } as never;
    const points = [
      await buildPoint(services, { unit, parent: building }),
      await buildPoint(services, { unit, parent: building }),
      await buildPoint(services, { unit }),
      await buildPoint(services, { unit }),
    ];
    const posters = await Promise.all(points.map((point) => buildPoster(services, point)));
    const people = await Promise.all(Array.from({ length: peopleCount }, () => buildPerson(services)));
    await buildFact(services, people.at(-1)?.idNumber ?? '');
    const doors = await Promise.all(points.map((point) => guardOnDuty(services, point)));

    return new Stage(
      api,
      points,
      posters.map(({ token }) => token),
      people,
      doors.map(({ guard }) => guard),
    );
  }

  visit(who: number, id: string, parts: { point?: number; passage?: string; direction: Direction }): Sent {
    const { point, passage, direction } = parts;
    const poster = point === undefined ? undefined : this.posters[point];

    return async () => {
      const person = await this.person(who);
      const { services, clock } = this.api;
      const actor = { kind: 'account', id: this.people[who]?.account.id ?? '', unitId: null } as const;
      const visitor = { services, origin: { actor, ip: null }, person, now: clock.now() };

      return (await registerVisit(visitor, { id, poster, passage, direction, members: [] })).passage;
    };
  }

  scan(who: number, id: string, parts: { point: number; direction: Direction; temperature: number }): Sent {
    const object = this.codeOf(who);
    const { direction, temperature } = parts;
    const { services, clock } = this.api;
    const guard = this.guards[parts.point];

    return async () => {
      const point = await services.caches.points.get(this.points[parts.point]?.id ?? '');
      if (!point || !guard) {
        throw new Error('no such point');
      }
      const { staff, unit } = guard;
      const actor = { kind: 'staff', id: staff.id, unitId: unit.id } as const;
      const input = { id, object, pointId: point.id, direction, temperature, mask: true };
      const origin = { actor, ip: null };
      const { passage } = await checkPerson(
        { services, origin, by: { kind: 'staff', id: staff.id }, unit, point, now: clock.now() },
        input,
      );

      return passage;
    };
  }

  /** What the database says: ids of passages, counts by point, and who is inside. */
  async stored() {
    const { database } = this.api.services;
    const unitId = idToBytes(this.points[0]?.unitId ?? '');
    const rows = await database.select('SELECT id FROM passages WHERE unit_id = ?', [unitId]);
    const open = await database.select(
      'SELECT person_id, point_id FROM presences WHERE unit_id = ? AND inside = 1',
      [unitId],
    );
    const counts = await Promise.all(this.points.map(({ id }) => countsOf(this.api.services, id)));
    const person = (id: unknown) => this.people.findIndex((one) => one.person.id === idOf(id));
    const point = (id: unknown) => this.points.findIndex((one) => one.id === idOf(id));

    return {
      ids: rows.map((row) => idOf(row.id)).sort(),
      tallies: counts.map(({ came, went, expired }) => ({ came, went, expired })),
      inside: open.map((row) => `${person(row.person_id)} at ${point(row.point_id)}`).sort(),
    };
  }

  private codeOf(who: number): string {
    const { services, clock } = this.api;
    const reference = Buffer.from(this.people[who]?.person.codeReference ?? '', 'hex');

    return issuePersonalCode(services.codeKeys.current, { reference, colour: 1, now: clock.now() });
  }

  private async person(who: number): Promise<Person> {
    const person = await this.api.services.caches.persons.get(this.people[who]?.person.id ?? '');
    if (!person) {
      throw new Error('no such person');
    }

    return person;
  }
}

function idOf(bytes: unknown): string {
  return idFromBytes(bytes as Uint8Array);
}
