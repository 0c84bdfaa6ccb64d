// The floor of somebody who begins with nothing but a TV: the playbook's boards, for this machine's place.
import { playbookFloorText } from '../../shared/playbook/floor-text.ts'
import { playbookRoles, segments } from '../../shared/playbook/shape.ts'
import { FloorSettings } from '../../shared/wire/floor.ts'
import { TimeZone } from '../../shared/wire/text.ts'

export const firstFloorText = (): string => {
  const { locale, timeZone } = new Intl.DateTimeFormat().resolvedOptions()
  return playbookFloorText({
    name: 'Our sales floor',
    roles: [...playbookRoles],
    segments: [...segments],
    locale: FloorSettings.shape.locale.safeParse(locale).success ? locale : 'en-US',
    timeZone: TimeZone.safeParse(timeZone).data ?? 'UTC',
    currency: 'USD',
  })
}
