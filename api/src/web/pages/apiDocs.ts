import type { Route } from '../route';
import { apiPrefix } from '../mountRoutes';
import { demoBanner, escapeHtml, page } from './html';

function row(route: Route): string {
  const { method, path, summary, access, personalData } = route;

  return `<tr>
    <td><code>${method.toUpperCase()}</code></td>
    <td><code>${escapeHtml(apiPrefix + path)}</code><br>${escapeHtml(summary)}</td>
    <td>${escapeHtml(access.name)}</td>
    <td>${personalData}</td>
  </tr>`;
}

/** `/api/docs`: every route at a glance; the schemas are in the OpenAPI document. */
export function apiDocsPage(title: string, routes: readonly Route[], isDemo: boolean): string {
  const rows = [...routes].sort((one, other) => (one.path < other.path ? -1 : 1)).map(row);

  return page(
    `${title} API`,
    `${demoBanner(isDemo)}<main><h1>${escapeHtml(title)} API</h1>
    <p>Schemas: <a href="${apiPrefix}/openapi.json">OpenAPI 3.1</a>. Errors have one shape:
    <code>{ error: { code, message, messageEn, fields?, requestId } }</code>.</p>
    <div class="scroll"><table><thead><tr><th>Method</th><th>Path</th><th>Access</th><th>Personal data</th></tr></thead>
    <tbody>${rows.join('')}</tbody></table></div></main>`,
    'en',
  );
}
