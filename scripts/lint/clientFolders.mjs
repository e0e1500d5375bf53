/** What the folders of admin/src and miniapp/src must not import, besides other features. */
const forbidden = {
  features: ['pages', 'packages'],
  components: ['pages', 'packages', 'features'],
  lib: ['pages', 'packages', 'features', 'components'],
  platform: ['pages', 'packages', 'features', 'components', 'lib'],
  styles: ['pages', 'packages', 'features', 'components', 'lib', 'platform'],
};

/** ['features', 'points'] of admin/src/features/points/list.tsx; single files of src have no folder. */
function placeOf(file) {
  const [, , folder, name, ...deeper] = file.split('/');

  return name === undefined ? [] : [folder, deeper.length > 0 ? name : name.replace(/\.\w+$/, '')];
}

/** Why one file of a client must not import another; undefined when it may. Paths from the checkout's root. */
export function clientFault(fromFile, toFile) {
  const [fromFolder, fromName] = placeOf(fromFile);
  const [toFolder, toName] = placeOf(toFile);
  if (fromFolder === 'features' && toFolder === 'features' && fromName !== toName) {
    return `features never import each other (${fromName} → ${toName}): share through components or lib`;
  }
  if (forbidden[fromFolder]?.includes(toFolder)) {
    return `${fromFolder} must not import ${toFolder}`;
  }

  return undefined;
}
