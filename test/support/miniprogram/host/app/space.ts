import { MiniProgramEnv } from 'glass-easel-miniprogram-adapter';

import { builtInTags } from '../../tags';
import { app } from '../setup';
import { PhoneScreen } from './backend';

const env = new MiniProgramEnv();

export const space = env.createCodeSpace('', true);
export const screen = env.associateBackend(new PhoneScreen());

type Template = Parameters<typeof space.addCompiledTemplate>[1];
type StaticConfig = Parameters<typeof space.addComponentStaticConfig>[1];

function addTemplates(): void {
  const groupList = new Function(`return ${app.templateCode}`)() as Record<string, unknown>;
  for (const name of app.templates) {
    space.addCompiledTemplate(name, { groupList, content: groupList[name] } as Template);
  }
}

/** Components are named from the root of the package, whatever way a page names them. */
function absolute(name: string, components: Record<string, string>): Record<string, string> {
  const entries = Object.entries(components).map(([tag, target]) => [
    tag,
    new URL(target, `http://package/${name}`).pathname,
  ]);

  return Object.fromEntries(entries) as Record<string, string>;
}

function addConfigs(): void {
  for (const [name, json] of Object.entries(app.json)) {
    if (app.scripts[name] !== undefined && name !== 'app') {
      const config = { ...json, usingComponents: absolute(name, json.usingComponents ?? {}) };
      space.addComponentStaticConfig(name, config as StaticConfig);
    }
  }
}

/** Tells glass-easel what the package holds. */
export function fillSpace(): void {
  for (const tag of builtInTags) {
    space.getComponentSpace().setGlobalUsingComponent(tag, `wx-${tag}`);
  }
  addTemplates();
  addConfigs();
}
