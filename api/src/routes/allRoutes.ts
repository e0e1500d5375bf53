import type { Route } from '../web/route';
import { posterPlaceRoutes } from './posterPlaces';
import { scanRoutes } from './scans';
import { visitRoutes } from './visits';

/** Every route of the API. */
export const allRoutes: readonly Route[] = [...posterPlaceRoutes, ...visitRoutes, ...scanRoutes];
