import { z } from 'zod';

const listState = z.object({
  /** Cursors of the pages before this one; '' stands for the first. */
  trail: z.array(z.string()).catch([]),
  /** Filters that stay out of the address, such as a person's name. */
  discreet: z.record(z.string(), z.string()).catch({}),
});
export type ListState = z.infer<typeof listState>;

/** What a list keeps in the browser's history beside the address. */
export function readListState(state: unknown): ListState {
  const read = listState.safeParse(state ?? {});

  return read.success ? read.data : { trail: [], discreet: {} };
}
