import { OpenAPIRegistry, OpenApiGeneratorV31 } from '@asteasolutions/zod-to-openapi';
import { z } from 'zod';

import { errorTexts } from '@anxing/contract/errors';

import type { Route } from './route';
import { apiPrefix } from './mountRoutes';

const errorBody = z.object({
  error: z.object({
    code: z.enum(Object.keys(errorTexts) as [string, ...string[]]),
    message: z.string(),
    messageEn: z.string(),
    fields: z.array(z.object({ path: z.string(), message: z.string(), messageEn: z.string() })).optional(),
    requestId: z.string(),
    serverTime: z.number().optional(),
  }),
});

function fileContent(types: readonly string[]) {
  return Object.fromEntries(
    types.map((type) => [type, { schema: { type: 'string', format: 'binary' } as const }]),
  );
}

function securityOf({ access }: Route): Record<string, string[]>[] {
  if (access.isSigned) {
    return [{ deviceSignature: [] }];
  }

  return access.isOpen ? [] : [{ bearer: [] }];
}

function registerRoute(registry: OpenAPIRegistry, route: Route): void {
  const { method, path, summary, access, params, query, body, upload, answer } = route;
  const { status = answer ? 200 : 204 } = route;
  registry.registerPath({
    method,
    path: apiPrefix + path,
    summary,
    description: `Access: ${access.name}. Personal data: ${route.personalData}.`,
    tags: [path.split('/')[1] ?? ''],
    security: securityOf(route),
    request: {
      ...(params ? { params: params as z.ZodObject } : {}),
      ...(query ? { query: query as z.ZodObject } : {}),
      ...(body ? { body: { content: { 'application/json': { schema: body } } } } : {}),
      ...(upload ? { body: { content: fileContent(upload.types) } } : {}),
    },
    responses: {
      [status]: answer
        ? { description: 'Done', content: { 'application/json': { schema: answer } } }
        : { description: 'Done' },
      default: { description: 'Refused', content: { 'application/json': { schema: errorBody } } },
    },
  });
}

/** The OpenAPI document, made from the very schemas that check the requests. */
export function describeApi(routes: readonly Route[], title: string): object {
  const registry = new OpenAPIRegistry();
  registry.registerComponent('securitySchemes', 'bearer', { type: 'http', scheme: 'bearer' });
  registry.registerComponent('securitySchemes', 'deviceSignature', {
    type: 'apiKey',
    in: 'header',
    name: 'Anxing-Signature',
    description:
      'Ed25519; with Anxing-Key, Anxing-Time, Anxing-Nonce and Content-Digest: see docs/devices.md',
  });
  for (const route of routes) {
    registerRoute(registry, route);
  }

  return new OpenApiGeneratorV31(registry.definitions).generateDocument({
    openapi: '3.1.0',
    info: { title, version: '1' },
    servers: [{ url: '/' }],
  });
}
