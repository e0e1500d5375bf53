import { existsSync } from 'node:fs';
import path from 'node:path';

import { TmplGroup } from 'glass-easel-template-compiler';

import type { ConfigJson, PackedApp } from '../types';
import { readSources, type SourceFile } from './files';
import { toCss } from './styles';
import { axmlToWxml, eventNamesIn, sjsToWxs, toGlassEasel } from './templates';

function textsOf(files: SourceFile[], ...extensions: string[]): Record<string, string> {
  const chosen = files.filter((file) => extensions.includes(file.extension));

  return Object.fromEntries(chosen.map(({ name, text }) => [name, text]));
}

function packStyles(files: SourceFile[]): Record<string, string> {
  const sheets = textsOf(files, '.wxss', '.acss');
  const read = (name: string) => {
    const text = sheets[name];
    if (text === undefined) {
      throw new Error(`A style sheet imports ${name}, which is not there`);
    }

    return text;
  };

  return Object.fromEntries(Object.entries(sheets).map(([name, text]) => [name, toCss(name, text, read)]));
}

function packTemplates(files: SourceFile[]) {
  const group = new TmplGroup();
  const warnings: string[] = [];
  const wxml = { ...textsOf(files, '.wxml') };
  for (const [name, axml] of Object.entries(textsOf(files, '.axml'))) {
    wxml[name] = axmlToWxml(axml);
  }
  for (const [name, wxs] of Object.entries(textsOf(files, '.wxs'))) {
    group.addScript(name, wxs);
  }
  for (const [name, sjs] of Object.entries(textsOf(files, '.sjs'))) {
    group.addScript(name, sjsToWxs(sjs));
  }
  for (const [name, text] of Object.entries(wxml)) {
    const found = (group.addTmpl(name, toGlassEasel(text)) ?? []) as { message?: string }[];
    warnings.push(...found.map((warning) => `${name}: ${warning.message ?? String(warning)}`));
  }

  return { templates: Object.keys(wxml), templateCode: group.getTmplGenObjectGroups(), warnings };
}

/**
 * Makes a folder of compiled mini-program (the one with app.json) ready for the browser.
 * @throws when it is no such folder
 */
export function pack(folder: string): PackedApp {
  const files = existsSync(path.join(folder, 'app.json')) ? readSources(folder) : [];
  if (files.length === 0) {
    throw new Error(`${folder} holds no compiled mini-program: there is no app.json`);
  }
  const axml = textsOf(files, '.axml');
  const json = Object.entries(textsOf(files, '.json')).map(([name, text]) => [
    name,
    JSON.parse(text) as ConfigJson,
  ]);

  return {
    platform: Object.keys(axml).length > 0 ? 'alipay' : 'weapp',
    scripts: textsOf(files, '.js'),
    json: Object.fromEntries(json) as Record<string, ConfigJson>,
    styles: packStyles(files),
    eventNames: Object.assign({}, ...Object.values(axml).map(eventNamesIn)) as Record<string, string>,
    ...packTemplates(files),
  };
}
