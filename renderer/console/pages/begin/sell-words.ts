// Who sells, and to whom, in words.
import type { PlaybookRole, Segment } from '../../../../shared/playbook/shape.ts'
import { useSay } from '../../words/words.tsx'
import { useWeekdayWords } from '../use-weekday-words.ts'

interface Words {
  readonly name: string
  readonly note: string
}

export const useSellWords = () => {
  const say = useSay()
  const weekday = useWeekdayWords()
  const role: Readonly<Record<PlaybookRole, Words>> = {
    ae: {
      name: say({ id: 'console.begin.ae', defaultMessage: 'Account executives' }),
      note: say({
        id: 'console.begin.ae.note',
        defaultMessage: 'who win deals: bookings, pipeline, meetings held',
      }),
    },
    sdr: {
      name: say({ id: 'console.begin.sdr', defaultMessage: 'Sales development' }),
      note: say({
        id: 'console.begin.sdr.note',
        defaultMessage: 'who open them: calls, conversations, meetings booked, opportunities',
      }),
    },
  }
  const segment: Readonly<Record<Segment, Words>> = {
    smb: {
      name: say({ id: 'console.begin.smb', defaultMessage: 'Small businesses (SMB)' }),
      note: say({ id: 'console.begin.smb.note', defaultMessage: 'many deals, won within weeks' }),
    },
    'mid-market': {
      name: say({ id: 'console.begin.mid-market', defaultMessage: 'Mid-market' }),
      note: say({
        id: 'console.begin.mid-market.note',
        defaultMessage: 'fewer and larger, within a quarter',
      }),
    },
    enterprise: {
      name: say({ id: 'console.begin.enterprise', defaultMessage: 'Enterprise' }),
      note: say({ id: 'console.begin.enterprise.note', defaultMessage: 'few and large, over quarters' }),
    },
  }
  return {
    roles: say({ id: 'console.begin.who', defaultMessage: 'Who sells?' }),
    segments: say({ id: 'console.begin.whom', defaultMessage: 'To whom?' }),
    role,
    segment,
    weekdays: { monday: weekday('monday'), sunday: weekday('sunday'), saturday: weekday('saturday') },
  }
}
