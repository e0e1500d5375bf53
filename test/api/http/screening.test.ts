import { Person } from '../../../api/src/models/person';
import { JobRunner } from '../../../api/src/jobs/jobRunner';
import { followScreening } from '../../../api/src/commands/screening/followScreening';
import { purgeFacts } from '../../../api/src/jobs/purgeFacts';
import { familyOf, inventMember, personOf } from '../../support/api/family';
import { signedInPerson } from '../../support/api/factories/signedInResident';
import { inventIdNumber } from '../../support/api/invented';
import {
  dayAgo,
  dayMs,
  deliverTest,
  duesOf,
  follow,
  ListDeliverer,
  remindersOf,
  withdrawTests,
} from '../../support/api/screening';
import { startApi, type TestApi } from '../../support/api/testApi';

let api: TestApi;
let lists = 0;

beforeAll(async () => {
  api = await startApi();
});

afterEach(() => api.clock.reset());

afterAll(() => api.close());

/** Lists of a department of its own: what others deliver ends none of them. */
function newList(): Promise<ListDeliverer> {
  lists += 1;

  return ListDeliverer.build(api, `list-${lists}`);
}

const titlesOf = async (personId: string) => (await remindersOf(personId)).map(({ title }) => title);

const audited = async () => {
  const rows = await api.services.database.select(
    "SELECT payload FROM audit_events WHERE action = 'screening_dues.settle'",
  );

  return rows.length;
};

describe('who is due', () => {
  it('was never tested: since the day on which the list begins', async () => {
    const { idNumber, person } = await signedInPerson(api.services);
    await (await newList()).deliver({ idNumber, from: 3 });
    await follow(api);

    expect(await duesOf(api, idNumber)).toEqual([
      { group: 'medicalStaff', listedOn: dayAgo(api, 3), isTested: false, dueOn: dayAgo(api, 3) },
    ]);
    expect(await titlesOf(person.id)).toEqual(['核酸检测已逾期']);
  });

  it('was tested in time: so many days after it, and nobody is told', async () => {
    const { idNumber, person } = await signedInPerson(api.services);
    await (await newList()).deliver({ idNumber, from: 30 });
    await deliverTest(api, idNumber, 4);
    await deliverTest(api, idNumber, 1);
    await follow(api);

    expect(await duesOf(api, idNumber)).toEqual([
      { group: 'medicalStaff', listedOn: dayAgo(api, 30), isTested: true, dueOn: dayAgo(api, -6) },
    ]);
    expect(await titlesOf(person.id)).toEqual([]);
  });

  it('in two groups by the interval of each; a test that was taken back does not count', async () => {
    const { idNumber } = await signedInPerson(api.services);
    const two = [
      { idNumber, from: 20 },
      { idNumber, kind: 'schoolStaff', from: 20 },
    ];
    await (await newList()).deliver(...two);
    await deliverTest(api, idNumber, 2);
    await follow(api);
    const dueOn = async () => (await duesOf(api, idNumber)).map((due) => [due.group, due.dueOn]);
    expect(await dueOn()).toEqual([
      ['medicalStaff', dayAgo(api, -5)],
      ['schoolStaff', dayAgo(api, -12)],
    ]);

    await withdrawTests(api, idNumber);
    await follow(api);
    expect(await dueOn()).toEqual([
      ['medicalStaff', dayAgo(api, 20)],
      ['schoolStaff', dayAgo(api, 20)],
    ]);
  });

  it('is not known any more once a full list lacks him, or the list has ended', async () => {
    const [stays, goes, ends] = [inventIdNumber(), inventIdNumber(), inventIdNumber()];
    const list = await newList();
    await list.deliver({ idNumber: stays }, { idNumber: goes }, { idNumber: ends, until: 1 });
    await follow(api);
    const known = async () =>
      Promise.all([stays, goes, ends].map(async (one) => (await duesOf(api, one)).length));
    expect(await known()).toEqual([1, 1, 1]);

    await list.deliver({ idNumber: stays }, { idNumber: ends, until: 1 });
    await follow(api);
    expect(await known()).toEqual([1, 0, 1]);

    api.clock.advance(2 * dayMs);
    await follow(api);
    expect(await known()).toEqual([1, 0, 0]);
  });

  it('is listed by two departments, and by one of them no more', async () => {
    const idNumber = inventIdNumber();
    const [one, other] = [await newList(), await newList()];
    await one.deliver({ idNumber, from: 9 });
    await other.deliver({ idNumber, from: 2 });
    await follow(api);
    expect(await duesOf(api, idNumber)).toMatchObject([{ listedOn: dayAgo(api, 9) }]);

    await one.deliver();
    await follow(api);
    expect(await duesOf(api, idNumber)).toMatchObject([{ listedOn: dayAgo(api, 2) }]);
  });

  it('stays so for as long as the list says it, also when that is longer than records are kept', async () => {
    const idNumber = inventIdNumber();
    await (await newList()).deliver({ idNumber });
    api.clock.advance((api.services.config.retention.factDays + 2) * dayMs);
    await purgeFacts(api.services);
    await follow(api);

    expect(await duesOf(api, idNumber)).toHaveLength(1);
  });
});

describe('reminders', () => {
  it('come once before the last day and once after it, and anew after the next test', async () => {
    const { idNumber, person } = await signedInPerson(api.services);
    await (await newList()).deliver({ idNumber, from: 30 });
    await deliverTest(api, idNumber, 0);
    const today = dayAgo(api, 0);
    const due = dayAgo(api, -7);
    for (const days of [4, 1, 0, 1, 1, 1, 3]) {
      api.clock.advance(days * dayMs);
      await follow(api);
      await follow(api);
    }
    const said = `您在“医疗机构工作人员”名单中（应检尽检，每 7 天一次），上次采样 ${today}。`;
    const rest = '名单由示例市卫健委报送，不影响健康码颜色。';
    expect(await remindersOf(person.id)).toEqual([
      {
        title: '核酸检测即将到期',
        body: `${said}请在 ${due}（含当天）前完成下一次核酸检测。${rest}`,
      },
      { title: '核酸检测已逾期', body: `${said}应在 ${due} 前完成的核酸检测已逾期，请尽快检测。${rest}` },
    ]);

    await deliverTest(api, idNumber, 0);
    await follow(api);
    api.clock.advance(6 * dayMs);
    await follow(api);
    expect(await titlesOf(person.id)).toHaveLength(3);
  });

  it('are not repeated for an earlier day when the test is taken back', async () => {
    const { idNumber, person } = await signedInPerson(api.services);
    await (await newList()).deliver({ idNumber });
    await follow(api);
    expect(await titlesOf(person.id)).toEqual(['核酸检测即将到期']);
    await deliverTest(api, idNumber, 6);
    await follow(api);
    await withdrawTests(api, idNumber);
    await follow(api);
    expect(await titlesOf(person.id)).toEqual(['核酸检测即将到期', '核酸检测即将到期']);
  });

  it('go to the relative who claimed the code, who reads whose test it is', async () => {
    const applicant = await signedInPerson(api.services);
    const member = inventMember();
    await familyOf(api, applicant.auth).add(member).expect(201);
    await (await newList()).deliver({ idNumber: member.idNumber, from: 1 });
    await follow(api);
    await follow(api);
    const { id } = await personOf(api, member);

    expect(await remindersOf(id)).toEqual([]);
    const [message, ...more] = await remindersOf(applicant.person.id);
    expect(more).toEqual([]);
    expect(message?.title).toBe('家人核酸检测已逾期');
    expect(message?.body).toMatch(/^您的家人“\*+.”在“医疗机构工作人员”名单中（.*），暂无检测记录。/);
    expect(message?.body).not.toContain(member.name);
  });

  it('wait for who registers later', async () => {
    const member = inventMember();
    await (await newList()).deliver({ idNumber: member.idNumber, from: 1 });
    await follow(api);
    const applicant = await signedInPerson(api.services);
    await familyOf(api, applicant.auth).add(member).expect(201);
    await follow(api);

    expect(await titlesOf(applicant.person.id)).toEqual(['家人核酸检测已逾期']);
  });
});

describe('following the lists', () => {
  it('writes nothing when nothing has changed, and is in the audit when something has', async () => {
    const { idNumber } = await signedInPerson(api.services);
    const list = await newList();
    await list.deliver({ idNumber, from: 1 });
    const before = await audited();
    await follow(api);
    expect(await audited()).toBeGreaterThan(before);

    const rows = () => api.services.database.select('SELECT * FROM screening_dues ORDER BY id');
    const [once, events] = [await rows(), await audited()];
    await follow(api);
    await list.deliver({ idNumber, from: 1 });
    await follow(api);
    expect([await rows(), await audited()]).toEqual([once, events]);
  });

  it('takes in more than one slice, and tells nobody twice when two do it at once', async () => {
    const people = [];
    for (let made = 0; made < 3; made += 1) {
      people.push(await signedInPerson(api.services));
    }
    const strangers = Array.from({ length: 120 }, () => inventIdNumber());
    const all = [...people.map(({ idNumber }) => idNumber), ...strangers];
    await (await newList()).deliver(...all.map((idNumber) => ({ idNumber, from: 2 })));
    const tries = await Promise.allSettled([follow(api), follow(api)]);
    expect(tries.some(({ status }) => status === 'fulfilled')).toBe(true);
    await follow(api);

    for (const { person } of people) {
      expect(await titlesOf(person.id)).toEqual(['核酸检测已逾期']);
    }
    for (const idNumber of strangers) {
      expect(await duesOf(api, idNumber)).toHaveLength(1);
    }
  });

  it('is done by one of all processes', async () => {
    const runner = new JobRunner(api.services, []);
    await runner.turn(followScreening);
    const rows = await api.services.database.select("SELECT name FROM turns WHERE name = 'follow screening'");

    expect(rows).toHaveLength(1);
    await runner.stop();
  });
});

test('a list turns nobody, judges nobody anew, and makes nothing late', async () => {
  const { idNumber, person, auth } = await signedInPerson(api.services);
  const code = async () =>
    (await api.request.get('/api/v1/me/code').set(auth).expect(200)).body as Record<string, unknown>;
  const before = await code();
  const stored = async () => (await Person.findByPk(person.id, { rejectOnEmpty: true })).get();
  const row = await stored();
  const recomputes = () => api.services.database.select('SELECT id FROM recomputes');
  const runs = (await recomputes()).length;
  await (
    await newList()
  ).deliver(...api.services.screening.groups.map(({ id: kind }) => ({ idNumber, kind, from: 30 })));
  await follow(api);
  const { colour, reasons, asOf } = before;

  expect(await code()).toMatchObject({ colour, reasons, asOf });
  expect(colour).toBe('green');
  expect(await stored()).toEqual(row);
  expect(await recomputes()).toHaveLength(runs);
});
