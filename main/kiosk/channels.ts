// The names of the IPC channels. In a file of their own, so that the preload script does not bundle the schemas.
export const channels = {
  feedUrl: 'feed-url',
  foundFeeds: 'found-feeds',
  chooseFeed: 'choose-feed',
  isAsked: 'is-asked',
  newFloor: 'new-floor',
  saveLastGood: 'save-last-good',
  loadLastGood: 'load-last-good',
  keepToken: 'keep-token',
  takePicture: 'take-picture',
  refusedCertificate: 'refused-certificate',
  feedTrouble: 'feed-trouble',
  recoveries: 'recoveries',
  betweenScenes: 'between-scenes',
  keepServicePin: 'keep-service-pin',
  wrongPins: 'wrong-pins',
  service: 'service',
  /** From the kiosk to the page. */
  serviceState: 'service-state',
  heartbeat: 'heartbeat',
} as const
