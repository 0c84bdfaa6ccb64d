// What the TV of a screen says of itself.
import { useQuery } from '@tanstack/react-query'
import { FormattedMessage, FormattedNumber, FormattedTime } from 'react-intl'
import type { FloorFile } from '../../../../shared/wire/floor.ts'
import type { ScreenStatus } from '../../../../shared/wire/screens.ts'
import { updatesQuery } from '../../api/updates.ts'
import { healthOf } from './device-words.ts'

interface HealthGridProps {
  readonly status: ScreenStatus | undefined
  readonly screen: FloorFile['screens'][number]
}

export function HealthGrid({ status, screen }: HealthGridProps) {
  const health = healthOf(status)
  const program = useQuery(updatesQuery).data?.screens.find((each) => each.screen === screen.id)
  if (!health)
    return (
      <p className="soft small">
        {status?.lastSeen ? (
          <FormattedMessage
            id="console.health.last"
            defaultMessage="Last seen at {time}. It goes on by itself when it is back."
            values={{
              time: (
                <FormattedTime
                  value={status.lastSeen}
                  month="short"
                  day="numeric"
                  hour="numeric"
                  minute="numeric"
                />
              ),
            }}
          />
        ) : (
          <FormattedMessage
            id="console.health.never"
            defaultMessage="No TV has shown this screen yet. Pair one, and say that it stands in for it."
          />
        )}
      </p>
    )
  return (
    <dl className="facts figures">
      <div>
        <dt>
          <FormattedMessage id="console.health.frames" defaultMessage="Frame rate" />
        </dt>
        <dd>
          {health.framesPerSecond === undefined ? (
            <FormattedMessage id="console.health.unknown" defaultMessage="not known" />
          ) : (
            <FormattedMessage
              id="console.health.frames.value"
              defaultMessage="{frames} fps, lowest {slowest}"
              values={{
                frames: <FormattedNumber value={health.framesPerSecond} maximumFractionDigits={0} />,
                slowest: (
                  <FormattedNumber
                    value={health.slowestSecond ?? health.framesPerSecond}
                    maximumFractionDigits={0}
                  />
                ),
              }}
            />
          )}
        </dd>
      </div>
      <div>
        <dt>
          <FormattedMessage id="console.health.memory" defaultMessage="Memory" />
        </dt>
        <dd>
          {health.memoryMb === undefined ? (
            <FormattedMessage id="console.health.unknown" defaultMessage="not known" />
          ) : (
            <FormattedNumber value={health.memoryMb} style="unit" unit="megabyte" maximumFractionDigits={0} />
          )}
        </dd>
      </div>
      <div>
        <dt>
          <FormattedMessage id="console.health.size" defaultMessage="Size and safe area" />
        </dt>
        <dd>
          {health.width} × {health.height}, <FormattedNumber value={screen.safeArea} style="percent" />
        </dd>
      </div>
      <div>
        <dt>
          <FormattedMessage id="console.health.version" defaultMessage="Version" />
        </dt>
        <dd>{health.shell === 'kiosk' && program ? program.version : health.build}</dd>
      </div>
      <div>
        <dt>
          <FormattedMessage id="console.health.tvs" defaultMessage="TVs showing it" />
        </dt>
        <dd>
          <FormattedNumber value={status?.tvs.length ?? 0} />
        </dd>
      </div>
      <div>
        <dt>
          <FormattedMessage id="console.health.skipped" defaultMessage="Boards passed over" />
        </dt>
        <dd>
          <FormattedNumber value={health.skipped} />
        </dd>
      </div>
      {health.wrongPins && (
        <div>
          <dt>
            <FormattedMessage id="console.health.wrong-pins" defaultMessage="Wrong service PINs, last day" />
          </dt>
          <dd>
            <FormattedMessage
              id="console.health.wrong-pins.value"
              defaultMessage="{count}, last at {time}"
              values={{
                count: <FormattedNumber value={health.wrongPins.count} />,
                time: <FormattedTime value={health.wrongPins.lastAt} hour="numeric" minute="numeric" />,
              }}
            />
          </dd>
        </div>
      )}
      {health.shell === 'kiosk' && (
        <div>
          <dt>
            <FormattedMessage id="console.health.mended" defaultMessage="Mended by itself, last day" />
          </dt>
          <dd>
            <Mended recoveries={health.recoveries} />
          </dd>
        </div>
      )}
    </dl>
  )
}

type Health = NonNullable<ReturnType<typeof healthOf>>

const Mended = ({ recoveries }: Pick<Health, 'recoveries'>) =>
  recoveries === undefined ? (
    <FormattedMessage id="console.health.mended.nothing" defaultMessage="nothing" />
  ) : (
    <FormattedMessage
      id="console.health.mended.value"
      defaultMessage="{count, plural, one {once} other {# times}}, last at {time}: {last, select, rotation {the rotation stood still} graphics {the graphics} network {the network} other {the page}}"
      values={{
        count: recoveries.count,
        last: recoveries.last,
        time: <FormattedTime value={recoveries.lastAt} hour="numeric" minute="numeric" />,
      }}
    />
  )
