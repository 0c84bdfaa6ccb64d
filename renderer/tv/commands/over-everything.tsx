// What an order from afar, or the time of the day, puts over the wall: its name, less light, or nothing but black.
import type { StageMessage } from '../../../shared/wire/socket.ts'
import type { Orders } from './orders.ts'
import './over-everything.css'

interface OverEverythingProps {
  readonly orders: Orders
  readonly screen: StageMessage['screen'] | null
}

export const OverEverything = ({ orders, screen }: OverEverythingProps) => {
  if (orders.isIdentifying && screen !== null)
    return (
      <div className="identify" data-theme={screen.theme} role="status">
        <p className="identify-name" dir="auto">
          {screen.name}
        </p>
        <p className="identify-id">{screen.id}</p>
      </div>
    )
  if (orders.isAsleep) return <div className="asleep" />
  return orders.light < 1 ? <div className="dimmed" style={{ opacity: 1 - orders.light }} /> : null
}
