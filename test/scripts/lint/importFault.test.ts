import { importFault, scriptImportFault } from '../../../scripts/lint/importFault.mjs';

describe('importFault', () => {
  it.each([
    ['api/src/main.ts', './app'],
    ['api/src/main.ts', '../db/migrations'],
    ['api/src/app.ts', './routes/visits'],
    ['api/src/cli/serve.ts', '../buildServices'],
    ['api/src/routes/visits.ts', '../commands/registerVisit'],
    ['api/src/routes/visits.ts', './units'],
    ['api/src/commands/registerVisit.ts', '../context'],
    ['api/src/context.ts', './base/settings'],
    ['api/src/passages/store/write.ts', '../../storage/database'],
    ['api/src/models/person.ts', '@anxing/contract/idNumber'],
    ['api/src/web/server.ts', 'koa'],
    ['api/db/migrations/0001-units.ts', '../../src/storage/tables'],
    ['api/db/migrations.ts', './migrations/0001-units'],
    ['api/db/demo/people.ts', '../../src/commands/createUnit'],
    ['contract/src/points.ts', './limits'],
    ['contract/src/points.ts', 'zod'],
    ['admin/src/pages/points.tsx', '../features/points/list'],
    ['admin/src/features/points/list.tsx', './row'],
    ['admin/src/features/points/list.tsx', '../../components/table'],
    ['admin/src/app.tsx', './features/points/list'],
    ['miniapp/src/lib/request.ts', '../platform/request'],
    ['miniapp/src/packages/door/scan.tsx', '../../features/door/scanner'],
    ['test/api/http/visits.test.ts', '../../../api/src/app'],
    ['test/e2e/story.test.ts', '@anxing/admin/anything'],
  ])('lets %s import %s', (file, specifier) => {
    expect(importFault(file, specifier)).toBeUndefined();
  });

  it.each([
    ['api/src/base/clock.ts', '../storage/database', 'storage is above base'],
    ['api/src/models/person.ts', '../commands/verify', 'commands is above models'],
    ['api/src/presenters/person.ts', '../policies/person', 'policies is above presenters'],
    ['api/src/codes/number12.ts', '../context', 'context is above codes'],
    ['api/src/routes/visits.ts', '../app', 'app is above routes'],
    ['api/src/helpers/x.ts', '../base/clock', 'not a layer'],
    ['api/src/routes/visits.ts', '../../db/migrations', 'only main, cli and app'],
    ['api/db/migrations/0001-units.ts', '../../src/models/unit', 'storage and base only'],
    ['api/db/demo/people.ts', '../../src/app', 'below routes'],
    ['api/src/routes/visits.ts', '../../../contract/src/visits', '@anxing/contract/<file>'],
    ['api/src/routes/visits.ts', '@anxing/admin/x', 'api must not import admin'],
    ['api/src/routes/visits.ts', '../../../admin/src/x', 'api must not import admin'],
    ['api/src/routes/visits.ts', '../../node_modules/koa', 'node_modules'],
    ['contract/src/points.ts', 'dayjs', 'zod only'],
    ['contract/src/points.ts', 'node:crypto', 'zod only'],
    ['contract/src/points.ts', '../../api/src/base/ids', 'contract must not import api'],
    ['admin/src/features/points/list.tsx', '../passages/list', 'features never import each other'],
    ['admin/src/features/points/list.tsx', '../passages', 'features never import each other'],
    ['admin/src/components/table.tsx', '../features/points/row', 'components must not import features'],
    ['admin/src/lib/request.ts', '../pages/home', 'lib must not import pages'],
    ['miniapp/src/features/code/qr.tsx', '../visit/result', 'features never import each other'],
    ['miniapp/src/features/code/qr.tsx', '../../packages/door/scan', 'features must not import packages'],
    ['miniapp/src/platform/scan.ts', '../lib/session', 'platform must not import lib'],
    ['miniapp/src/lib/request.ts', '@anxing/api/x', 'miniapp must not import api'],
    ['test/e2e/story.test.ts', '../../node_modules/koa/index', 'node_modules'],
  ])('refuses in %s the import of %s', (file, specifier, why) => {
    expect(importFault(file, specifier)).toContain(why);
  });
});

describe('scriptImportFault', () => {
  it('lets scripts import only what needs no installation', () => {
    expect(scriptImportFault('node:fs')).toBeUndefined();
    expect(scriptImportFault('./lib/run.mjs')).toBeUndefined();
    expect(scriptImportFault('esbuild')).toContain('before anything is installed');
  });
});
