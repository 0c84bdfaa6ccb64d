// Command-line switches of Chromium, which no Electron fuse disables, and with which somebody who can change a wall's
// start script could watch it, control it, or send it to another feed.
export const refusedSwitches = [
  'allow-running-insecure-content',
  'disable-site-isolation-trials',
  'disable-web-security',
  'gpu-launcher',
  'host-resolver-rules',
  'host-rules',
  'ignore-certificate-errors',
  'ignore-certificate-errors-spki-list',
  'inspect',
  'inspect-brk',
  'js-flags',
  'load-extension',
  'log-net-log',
  'no-sandbox',
  'proxy-pac-url',
  'proxy-server',
  'remote-allow-origins',
  'remote-debugging-address',
  'remote-debugging-pipe',
  'remote-debugging-port',
  'renderer-cmd-prefix',
  'ssl-key-log-file',
  'unsafely-treat-insecure-origin-as-secure',
  'utility-cmd-prefix',
] as const

export const findRefusedSwitch = (hasSwitch: (name: string) => boolean): string | null =>
  refusedSwitches.find(hasSwitch) ?? null
