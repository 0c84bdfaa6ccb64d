// Fonts come in two formats, of which browsers load the first that they know: the second, for browsers of before 2016,
// is left out of what is built.
import type { Plugin } from 'vite'

export const onlyWoff2 = (): Plugin => ({
  name: 'floorboard-only-woff2',
  enforce: 'pre',
  transform: {
    filter: { id: /@fontsource.*\.css$/ },
    handler: (code) => code.replaceAll(/,\s*url\([^)]*\.woff\) format\('woff'\)/g, ''),
  },
})
