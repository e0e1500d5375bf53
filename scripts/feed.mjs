import { launch } from './lib/launch.mjs';

launch(() => import('./commands/feed.mjs'));
