// The PIN of the service menus, and the keys that open one on a TV.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { FormattedMessage } from 'react-intl'
import { ServicePinAnswer } from '../../../../shared/wire/service.ts'
import { request } from '../../api/request.ts'
import { Button } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { useAct } from '../../shell/use-act.ts'
import { useSay } from '../../words/words.tsx'
import './service-pin-dialog.css'

const pinKey = ['service-pin'] as const
/** As the kiosk takes them. */
const keys = ['↑', '↑', '↓', '↓', '←', '→', '←', '→', 'OK'] as const

export function ServicePinDialog({ onClose }: { readonly onClose: () => void }) {
  const say = useSay()
  const act = useAct()
  const client = useQueryClient()
  const { data } = useQuery({
    queryKey: pinKey,
    queryFn: ({ signal }) => request(ServicePinAnswer, '/service-pin', { signal }),
    // Somebody else may have made a new one.
    staleTime: 0,
  })
  const renew = () =>
    void act(async () => {
      client.setQueryData(pinKey, await request(ServicePinAnswer, '/service-pin', { method: 'POST' }))
      return say({
        id: 'console.service-pin.renewed',
        defaultMessage: 'A new service PIN. TVs that are away learn it when they are back.',
      })
    })
  return (
    <Dialog
      isOpen
      onClose={onClose}
      width="narrow"
      title={<FormattedMessage id="console.service-pin" defaultMessage="Service PIN" />}
      actions={
        <>
          <Button onPress={renew}>
            <FormattedMessage id="console.service-pin.renew" defaultMessage="Make a new one" />
          </Button>
          <Button look="primary" onPress={onClose}>
            <FormattedMessage id="console.service-pin.done" defaultMessage="Done" />
          </Button>
        </>
      }
    >
      <p className="service-pin-digits">{data?.pin ?? '······'}</p>
      <p>
        <FormattedMessage
          id="console.service-pin.note"
          defaultMessage="It opens the service menu of every TV of this floor that runs the Floorboard program: what the TV is, its network addresses, its sound, pairing it anew, another floor, and a restart. Press these keys of its remote control, or of a keyboard, one after another:"
        />
      </p>
      <p className="service-pin-keys" dir="ltr">
        {keys.map((key, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same key comes twice, and the order never changes
          <kbd key={index}>{key}</kbd>
        ))}
      </p>
    </Dialog>
  )
}
