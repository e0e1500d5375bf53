function isReady(step, steps, results, running) {
  const known = (id) => steps.some((other) => other.id === id);
  const isFree = (step.needs ?? []).every((id) => !known(id) || results.has(id));
  if (!step.alone) {
    return isFree;
  }
  const earlier = steps.slice(0, steps.indexOf(step));

  return isFree && running.size === 0 && earlier.every(({ id }) => results.has(id));
}

function brokenNeeds(step, results) {
  return (step.needs ?? []).filter((id) => results.get(id)?.failed > 0);
}

async function perform(step) {
  const since = Date.now();
  try {
    return { ...(await step.work()), ms: Date.now() - since };
  } catch (error) {
    const text = [error.name === 'Fault' ? error.message : error.stack, error.advice]
      .filter(Boolean)
      .join('\n');

    return { passed: 0, failed: 1, notes: [text], ms: Date.now() - since };
  }
}

/**
 * Runs steps in their order, up to `slots` side by side. A step starts when what it `needs` is done; one that is
 * `alone` waits for everything before it and shares the machine with nobody. When something a step needs has
 * failed, the step counts as failed too: nothing is left out silently.
 * @param {{ id: string, needs?: string[], alone?: boolean, work: () => Promise<object> }[]} steps
 * @returns {Promise<Map<string, { passed: number, failed: number, notes: string[], ms: number }>>} in the steps' order
 */
export async function runSteps(steps, { slots, onStart = () => {}, onEnd = () => {} }) {
  const results = new Map();
  const running = new Map();
  const waiting = [...steps];
  const finish = (step, result) => {
    running.delete(step.id);
    results.set(step.id, result);
    onEnd(step, result);
  };
  const begin = (step) => {
    const broken = brokenNeeds(step, results);
    if (broken.length > 0) {
      finish(step, { passed: 0, failed: 1, notes: [`not run: it needs ${broken.join(', ')}`], ms: 0 });
      return;
    }
    onStart(step);
    running.set(
      step.id,
      perform(step).then((result) => finish(step, result)),
    );
  };
  const next = () => {
    const isBlocked = [...running.keys()].some((id) => steps.find((step) => step.id === id).alone);
    return isBlocked || running.size >= slots
      ? -1
      : waiting.findIndex((step) => isReady(step, steps, results, running));
  };

  while (waiting.length > 0 || running.size > 0) {
    const index = next();
    if (index >= 0) {
      begin(...waiting.splice(index, 1));
    } else if (running.size > 0) {
      await Promise.race(running.values());
    } else {
      throw new Error(`steps wait for each other: ${waiting.map(({ id }) => id).join(', ')}`);
    }
  }

  return new Map(steps.map(({ id }) => [id, results.get(id)]));
}
