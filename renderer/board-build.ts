// How everything that draws boards is built.
import type { BuildEnvironmentOptions } from 'vite'

/** TVs of 2024 run this Chrome. The style sheet of an older TV is made from that of these: `old-browsers`. */
const usual = 'chrome108'

export const boardBuild = {
  target: usual,
  cssTarget: usual,
  // The content security policy knows only 'self': nothing inline, no data: addresses.
  assetsInlineLimit: 0,
  modulePreload: false,
  cssCodeSplit: false,
  // One file of all boards, from the machine's own network: Vite's advice on cutting it up is not for whoever starts a wall.
  chunkSizeWarningLimit: 1_500,
} satisfies BuildEnvironmentOptions
