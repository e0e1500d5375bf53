import { config } from 'zod';

// The content security policy has no eval; without this zod would try, and browsers report the attempt.
// Schemas ask when they are made, so vite.config.ts keeps this file in one chunk with zod itself.
config({ jitless: true });
