import { currentHash, isStale, remember } from './buildRecord.mjs';
import { Fault } from './fault.mjs';
import { describeSizes, packageSizes, sizeFaults } from './packageSizes.mjs';
import { programs } from './programs.mjs';
import { inRoot } from './root.mjs';

/** Sizes of a built program as a text; throws when a platform would not accept it. */
function checkedSizes(name) {
  const { limits, output } = programs[name];
  const sizes = packageSizes(inRoot(output));
  const faults = limits ? sizeFaults(sizes, limits) : [];
  if (faults.length > 0) {
    throw new Fault(
      `超出平台大小限制 / ${name} is larger than the platform accepts: ${faults.join('; ')}`,
      '请把页面移入分包或减小依赖。\nMove pages into a subpackage or drop a dependency.',
    );
  }

  return describeSizes(sizes, limits);
}

/** Builds one program and says how large it became. */
async function build(name) {
  const hash = currentHash(name);
  remember(name, undefined);
  await programs[name].build();
  remember(name, hash);

  return { note: checkedSizes(name) };
}

/** Builds a program when it is stale, as a step; what is fresh is only measured. Returns its sizes as a text. */
export async function ensureBuilt(name, progress, isForced = false) {
  if (!isForced && !isStale(name)) {
    return checkedSizes(name);
  }
  const { note } = await progress.step(`构建 / Build ${programs[name].title}`, () => build(name));

  return note;
}
