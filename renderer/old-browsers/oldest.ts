// The oldest browser in which the wall was seen to work: the Chromium of many televisions of 2022. Measured by
// `npm run prove -- --only old-browsers`; docs/screens.md has the figures.

export const oldestChromium = 88
