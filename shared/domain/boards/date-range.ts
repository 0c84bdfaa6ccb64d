import type { Numbers } from '../standing/numbers.ts'

/** "Nov 2 – 30", in the floor's language and on its clock; both epoch ms, `until` not included. */
export const datesOf = (
  numbers: Numbers,
  { from, until }: { readonly from: number; readonly until: number },
): string => {
  const { locale } = numbers.model.file.floor
  return new Intl.DateTimeFormat(locale, {
    month: 'short',
    day: 'numeric',
    timeZone: numbers.model.roster.floorZone.id,
  })
    .formatRange(from, Math.max(from, until - 1))
    .replaceAll('\u2009', '\u00a0')
}
