// When something holds, as it is typed: days of the week, some dates or the holidays, and hours. Rules of a schedule and the
// times at which a screen sleeps say it alike.
import { z } from 'zod'
import { type FloorFile, type SleepTime, Weekday } from '../../../../shared/wire/floor.ts'

export const WhenFields = z.object({
  /** `always`: what no rule says. */
  kind: z.enum(['days', 'dates', 'holidays', 'always']),
  days: z.array(Weekday),
  allDay: z.boolean(),
  from: z.string(),
  to: z.string(),
  /** First and last day on which it holds; empty: no bound. */
  since: z.string(),
  until: z.string(),
  /** As typed, one a line. */
  dates: z.string(),
})
export type WhenFields = z.infer<typeof WhenFields>

/** What a form begins with that changes nothing yet. */
export const workingHours = ({ floor }: Pick<FloorFile, 'floor'>): WhenFields => ({
  kind: 'days',
  days: [...floor.workingDays],
  allDay: false,
  from: floor.businessHours.from,
  to: floor.businessHours.to,
  since: '',
  until: '',
  dates: '',
})

/** `plain`: the hours of a form for something that holds all day. */
export const whenFieldsOf = (when: SleepTime, plain: WhenFields): WhenFields => ({
  kind: when.holidays ? 'holidays' : when.dates ? 'dates' : 'days',
  days: [...(when.days ?? Weekday.options)],
  allDay: when.hours === undefined,
  from: when.hours?.from ?? plain.from,
  to: when.hours?.to ?? plain.to,
  since: when.from ?? '',
  until: when.until ?? '',
  dates: (when.dates ?? []).join('\n'),
})

/** As the floor file writes it; it may not hold together. */
export const whenOf = (fields: WhenFields) => ({
  ...(fields.kind === 'days' && fields.days.length < 7 && { days: fields.days }),
  ...(!fields.allDay && { hours: { from: fields.from, to: fields.to } }),
  ...(fields.kind === 'days' && fields.since !== '' && { from: fields.since }),
  ...(fields.kind === 'days' && fields.until !== '' && { until: fields.until }),
  ...(fields.kind === 'dates' && { dates: fields.dates.split(/[\s,;]+/).filter((date) => date !== '') }),
  ...(fields.kind === 'holidays' && { holidays: true as const }),
})

export const hasNoDays = ({ kind, days }: WhenFields): boolean => kind === 'days' && days.length === 0
