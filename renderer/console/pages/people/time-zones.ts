/** The zones of the world by their cities; `chosen` too, where the browser does not list it. */
export const timeZones = (chosen: string): readonly string[] => {
  const known = Intl.supportedValuesOf('timeZone').filter(
    (zone) => zone.includes('/') && !zone.startsWith('Etc/'),
  )
  return chosen === '' || known.includes(chosen) ? known : [chosen, ...known]
}
