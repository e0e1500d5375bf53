import { setTimeout as sleep } from 'node:timers/promises';

import { Fault } from '../../../scripts/lib/fault.mjs';

const everyMs = 200;
/** As the admin site asks: more often would be too many requests for one person. */
const triedEveryMs = 1_000;

/** How people are judged anew, seen from the database, and how the operator has it done. */
export class Runs {
  /** @param {(sql: string) => Promise<object[]>} rows */
  constructor(rows) {
    this.rows = rows;
  }

  /** Waits until nobody is left to be judged. @param patienceMs @throws Fault when it takes longer */
  async settle(patienceMs = 3_600_000) {
    const until = Date.now() + patienceMs;
    while ((await this.#open()) > 0) {
      if (Date.now() > until) {
        throw new Fault('people are still being judged anew');
      }
      await sleep(everyMs);
    }
  }

  /** Whether the newest run of a cause is still under way, and how far. */
  async newest(cause) {
    const [row] = await this.rows(
      `SELECT state, done, changed, started_at, finished_at FROM recomputes WHERE cause = '${cause}' ORDER BY id DESC LIMIT 1`,
    );

    return row
      ? {
          isDone: row.state === 'done',
          done: Number(row.done),
          changed: Number(row.changed),
          seconds: (Number(row.finished_at ?? Date.now()) - Number(row.started_at)) / 1000,
        }
      : undefined;
  }

  async count(sql) {
    const [row] = await this.rows(sql);

    return Number(Object.values(row ?? {})[0] ?? 0);
  }

  #open() {
    const open = "SELECT COUNT(*) AS count FROM recomputes WHERE state <> 'done'";

    return this.count(`${open} AND due_at <= ${Date.now()}`);
  }
}

async function call(server, token, method, path, body) {
  const answer = await fetch(`http://127.0.0.1:${server.port}/api/v1/operator${path}`, {
    method,
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    body: body && JSON.stringify(body),
  });
  if (!answer.ok) {
    throw new Fault(`${path}: ${answer.status} ${await answer.text()}`);
  }

  return answer.json();
}

/** Tries a version on everyone, as the house asks of whoever proposes it. @returns how many it would turn */
async function tryOnEveryone(server, token, version) {
  const since = (await call(server, token(), 'POST', `/rules/${version}/dry-runs`, { scope: 'everyone' })).id;
  for (;;) {
    await sleep(triedEveryMs);
    const { dryRun } = await call(server, token(), 'GET', `/rules/${version}`);
    if (dryRun?.id === since && dryRun.state !== 'running') {
      return dryRun.turned;
    }
  }
}

/** Puts the rules of an earlier version in force again, as two people do it: from then on everybody is judged anew. */
export async function changeRules({ real, secretsFile, cast }, server, version) {
  const { author, approver } = cast.operators;
  const token = () => real.staffToken(secretsFile, author);
  const confirmTurned = await tryOnEveryone(server, token, version);
  const { changeId } = await call(server, token(), 'POST', `/rules/${version}/rollback`, {
    comment: '测速',
    confirmTurned,
  });
  await call(server, real.staffToken(secretsFile, approver), 'POST', `/changes/${changeId}/approve`, {});
}
