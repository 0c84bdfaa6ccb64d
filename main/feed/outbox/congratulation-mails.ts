// What a leader wrote reaches those whom it is about by mail, where an address of theirs is known.
import type { WordFromTheTop } from '../../../shared/wire/celebrations/view.ts'
import type { FloorFile } from '../../../shared/wire/floor.ts'
import type { DecidedCelebration } from '../celebrations/decided-celebration.ts'
import type { RecordWrite } from '../store/log.ts'
import { emailOf } from './congratulations.ts'
import type { DeliveryRecords } from './delivery-records.ts'

/** They hear of it also after a weekend. */
const hours = 72

/** `leader`: tells the words of one from those of another. */
export const congratulationMails = (
  celebration: DecidedCelebration,
  { text, from, title }: WordFromTheTop,
  leader: string,
  file: FloorFile,
  records: Pick<DeliveryRecords, 'toSend'>,
): readonly RecordWrite[] =>
  celebration.people.flatMap((person) => {
    const email = emailOf(file, person)
    if (email === null) return []
    const name = file.people.find(({ id }) => id === person)?.name ?? ''
    return [
      records.toSend({
        celebration,
        what: 'congratulation',
        target: { kind: 'person', email, name },
        hours,
        word: { text, name: from.name, title },
        recipient: `${leader}:${email.toLowerCase()}`,
      }),
    ]
  })
