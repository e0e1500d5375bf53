import type { Services } from '../../../api/src/context';

/** Keeps every batch of check-ins waiting until what is answered is called. */
export async function holdWriting({ database, lease }: Services): Promise<() => Promise<void>> {
  let letGo = () => {};
  let isHeld = () => {};
  const holding = new Promise<void>((done) => {
    isHeld = done;
  });
  const ended = database.write(async (tx) => {
    const head = `SELECT slot FROM audit_heads WHERE slot = ?${database.forUpdate}`;
    await database.select(head, [lease.slot], tx);
    isHeld();
    await new Promise<void>((done) => {
      letGo = done;
    });
  });
  await holding;

  return () => {
    letGo();

    return ended;
  };
}
