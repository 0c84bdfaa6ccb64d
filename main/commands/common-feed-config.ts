// What every feed is given that a command starts, whether it has one floor or is one of several nodes.
import packageJson from '../../package.json' with { type: 'json' }
import { systemClock } from '../feed/clock.ts'
import { createFeedLogger } from '../feed/feed-logger.ts'
import { readFileThreadCode } from '../file-thread-code.ts'
import type { FloorFeedConfig } from '../nodes/floor-feed.ts'
import { findRendererDir } from '../renderer-dir.ts'
import { findSheetFontsDir } from '../sheet-fonts-dir.ts'
import { readMailSettings, readOidcSettings } from './identity-settings.ts'
import { readSourceApis } from './source-apis.ts'

/** Throws `BadSetUp` for variables that cannot be used. */
export const commonFeedConfig = ({
  allowLocalWebhooks,
}: Pick<FloorFeedConfig, 'allowLocalWebhooks'>): FloorFeedConfig => ({
  oidc: readOidcSettings(process.env),
  mail: readMailSettings(process.env),
  allowLocalWebhooks,
  slackApi: process.env['FLOORBOARD_SLACK_API'] || undefined,
  hubspotApi: process.env['FLOORBOARD_HUBSPOT_API'] || undefined,
  sourceApis: readSourceApis(process.env),
  clock: systemClock,
  logger: createFeedLogger(process.env['FLOORBOARD_LOG']),
  rendererDir: findRendererDir(),
  sheetFontsDir: findSheetFontsDir(),
  fileThreadCode: readFileThreadCode(),
  version: packageJson.version,
})
