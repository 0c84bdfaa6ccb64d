// How a program proves that it is the one, in the words of whoever sets it up.
import type { InboundProof } from '../../../../shared/wire/inbound.ts'
import { useSay } from '../../words/words.tsx'

export const proofKinds = ['address', 'standard-webhooks', 'hmac', 'basic', 'header'] as const

export const useProofWords = () => {
  const say = useSay()
  return (kind: InboundProof['kind']): { readonly name: string; readonly note: string } =>
    ({
      address: {
        name: say({ id: 'console.inbound.proof.address', defaultMessage: 'A secret address' }),
        note: say({
          id: 'console.inbound.proof.address.note',
          defaultMessage:
            'Works with everything: Zapier, Make, a script. Whoever knows the address may send.',
        }),
      },
      'standard-webhooks': {
        name: say({ id: 'console.inbound.proof.standard', defaultMessage: 'Standard Webhooks' }),
        note: say({
          id: 'console.inbound.proof.standard.note',
          defaultMessage: 'A secret that begins with whsec_.',
        }),
      },
      hmac: {
        name: say({ id: 'console.inbound.proof.hmac', defaultMessage: 'A signature in a header' }),
        note: say({
          id: 'console.inbound.proof.hmac.note',
          defaultMessage: 'As GitHub, Slack, Zoom and Close sign.',
        }),
      },
      basic: {
        name: say({ id: 'console.inbound.proof.basic', defaultMessage: 'A name and a password' }),
        note: say({
          id: 'console.inbound.proof.basic.note',
          defaultMessage: 'HTTP basic, as Pipedrive has it.',
        }),
      },
      header: {
        name: say({ id: 'console.inbound.proof.header', defaultMessage: 'The secret in a header' }),
        note: say({ id: 'console.inbound.proof.header.note', defaultMessage: 'As RingCentral has it.' }),
      },
    })[kind]
}
