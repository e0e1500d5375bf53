import path from 'node:path';

import { builtInTags } from '../tags';
import { toCssUnits } from './units';

const tagNames = [...builtInTags, 'page'].sort((one, other) => other.length - one.length);
const tagInSelector = new RegExp(`(^|[\\s>+~,(])(${tagNames.join('|')})(?=$|[\\s>+~,.:#\\[){])`, 'g');

/** Built-in components are elements named `wx-…` in the browser. */
function renameTags(css: string): string {
  return css.replace(/([^{}]*)\{/g, (rule, selector: string) =>
    selector.trim().startsWith('@') ? rule : `${selector.replace(tagInSelector, '$1wx-$2')}{`,
  );
}

/**
 * A style sheet with its imports in place, as a browser reads it.
 * @param read gives the text of another sheet by its path without extension; throws when there is none
 */
export function toCss(name: string, text: string, read: (name: string) => string): string {
  const withoutComments = text.replace(/\/\*[\s\S]*?\*\//g, '');
  const whole = withoutComments.replace(
    /@import\s+(?:url\()?["']([^"']+)["']\)?\s*;/g,
    (_, target: string) => {
      const imported = path.posix.join(path.posix.dirname(name), target).replace(/\.(wxss|acss)$/, '');

      return toCss(imported, read(imported), read);
    },
  );

  return toCssUnits(renameTags(whole));
}
