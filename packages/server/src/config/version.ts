import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Version of Trackmark itself; all packages share it. */
export const TRACKMARK_VERSION: string = (
  JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8')) as {
    version: string
  }
).version

/** The Dataverse version that organizations report; it decides the defaults of settings. */
export const ORGANIZATION_VERSION = '9.2.24091.190'

export const ORGANIZATION_NAME = 'trackmark'
