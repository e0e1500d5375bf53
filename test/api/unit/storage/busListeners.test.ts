import { BusListeners } from '../../../../api/src/storage/busListeners';

const fault = new Error('a mistake in a listener');

const warn = jest.spyOn(process, 'emitWarning').mockImplementation(() => undefined);

beforeEach(() => warn.mockClear());

afterAll(() => warn.mockRestore());

test('a listener that fails fails neither the others nor whoever tells; it is warned of', () => {
  const listeners = new BusListeners();
  const heard: string[] = [];
  listeners.subscribe('flow', ({ unitId }) => heard.push(`before ${unitId}`));
  listeners.subscribe('flow', () => {
    throw fault;
  });
  listeners.subscribe('flow', ({ unitId }) => heard.push(`after ${unitId}`));
  listeners.tell('flow', { unitId: 'u', pointIds: [] });

  expect(heard).toEqual(['before u', 'after u']);
  expect(warn.mock.calls).toEqual([[fault.stack]]);
});

test('after a gap everybody forgets, whoever fails at it', () => {
  const listeners = new BusListeners();
  let forgot = 0;
  listeners.onGap(() => {
    throw fault;
  });
  listeners.onGap(() => {
    forgot += 1;
  });
  listeners.tellGap();

  expect(forgot).toBe(1);
  expect(warn.mock.calls).toEqual([[fault.stack]]);
});

test('who has unsubscribed hears nothing more', () => {
  const listeners = new BusListeners();
  const heard: string[] = [];
  const stop = listeners.subscribe('flow', ({ unitId }) => heard.push(unitId));
  listeners.tell('flow', { unitId: 'one', pointIds: [] });
  stop();
  listeners.tell('flow', { unitId: 'two', pointIds: [] });
  expect(heard).toEqual(['one']);
});
