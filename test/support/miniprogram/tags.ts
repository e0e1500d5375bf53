/** Built-in components that only show their children. */
export const plainTags = [
  'view',
  'text',
  'cover-view',
  'page-container',
  'root-portal',
  'share-element',
  'match-media',
];

/** Built-in components that do something; each has its class in host/elements. */
export const livelyTags = [
  'button',
  'canvas',
  'checkbox',
  'checkbox-group',
  'cover-image',
  'form',
  'icon',
  'image',
  'input',
  'label',
  'navigator',
  'picker',
  'progress',
  'radio',
  'radio-group',
  'rich-text',
  'scroll-view',
  'slider',
  'swiper',
  'swiper-item',
  'switch',
  'textarea',
  'web-view',
];

/** Known to the platforms, not to the bench: a page that uses one is reported as an error. */
export const missingTags = [
  'audio',
  'camera',
  'contact-button',
  'editor',
  'lifestyle',
  'live-player',
  'live-pusher',
  'lottie',
  'map',
  'movable-area',
  'movable-view',
  'official-account',
  'open-data',
  'page-meta',
  'picker-view',
  'picker-view-column',
  'video',
];

export const builtInTags = [...plainTags, ...livelyTags, ...missingTags];
