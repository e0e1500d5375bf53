/** The roots of all query keys: a change names the roots that it makes stale. */
export const queryKeys = {
  config: ['config'],
  ownUnit: ['ownUnit'],
  points: ['points'],
  posters: ['posters'],
  flow: ['flow'],
  inbox: ['inbox'],
  staff: ['staff'],
  passages: ['passages'],
  jobs: ['jobs'],
  units: ['units'],
} as const;
