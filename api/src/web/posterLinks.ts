import { posterTokenLength } from '../codes/posterToken';
import type { Http } from './http';

const link = new RegExp(`^/p/([\\w-]{${posterTokenLength}})$`);

/**
 * A poster opened by a plain camera: the H5 place page. WeChat and Alipay open their mini-programs on this very
 * link by their own rules and never get here.
 */
export async function openPosterLinks(http: Http, next: () => Promise<unknown>): Promise<void> {
  if (!http.path.startsWith('/p/')) {
    await next();

    return;
  }
  http.state.pattern = '/p/{token}';
  const token = link.exec(http.path)?.[1] ?? 'invalid';
  http.set('Cache-Control', 'no-store');
  http.redirect(`/m/#/pages/place/index?poster=${token}`);
}
