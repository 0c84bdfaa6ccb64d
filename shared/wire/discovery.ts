// How feeds say on their network that they are there (DNS-SD over multicast DNS), and TVs find them.
import { z } from 'zod'

/** `_floorboard._tcp` */
export const serviceType = 'floorboard'

/** What is said beside name, address and port. */
export const ServiceText = z.object({
  tls: z.enum(['0', '1']),
  /** What the floor is called. */
  floor: z.string(),
})
export type ServiceText = z.infer<typeof ServiceText>
