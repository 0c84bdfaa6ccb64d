// Apart from the schemas, which the preload script has no use for.
export const channels = {
  feedUrl: 'feed-url',
  saveLastGood: 'save-last-good',
  loadLastGood: 'load-last-good',
  heartbeat: 'heartbeat',
} as const
