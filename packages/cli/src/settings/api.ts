import { z } from 'zod'
import type { Client } from '../client.ts'
import { EXIT, Failure } from '../failure.ts'
import { type Connection, clientOf } from '../program.ts'

export const settingValue = z.union([z.string(), z.number(), z.boolean()]).nullable()

export const setting = z.looseObject({
  name: z.string(),
  type: z.string(),
  /** Type and range as text for people. */
  mustBe: z.string(),
  value: settingValue,
  default: settingValue,
  from: z.enum(['default', 'set']),
  available: z.boolean(),
  effect: z.enum(['acts', 'kept']),
  description: z.string().nullable(),
})
export type Setting = z.infer<typeof setting>

const outcome = z.looseObject({
  applied: z.boolean(),
  changes: z.array(
    z.looseObject({
      name: z.string(),
      before: settingValue,
      after: settingValue,
      default: settingValue,
    }),
  ),
})
export type Outcome = z.infer<typeof outcome>
export type Change = Outcome['changes'][number]
export type Values = Readonly<Record<string, string | number | boolean>>

export interface SettingOptions extends Connection {
  readonly org?: string
}

const path = (base: string, dryRun: boolean | undefined): string =>
  dryRun ? `${base}?dryRun=true` : base

export const allSettings = async (client: Client): Promise<Setting[]> =>
  (await client.call('GET', '/settings', z.object({ settings: z.array(setting) }))).settings

export const oneSetting = (client: Client, name: string): Promise<Setting> =>
  client.call('GET', `/settings/${encodeURIComponent(name)}`, setting)

/** Changes the named settings and keeps the others. */
export const mergeSettings = (client: Client, values: Values, dryRun?: boolean): Promise<Outcome> =>
  client.call('PATCH', path('/settings', dryRun), outcome, values)

/** Removes the settings that are not named. */
export const replaceSettings = (
  client: Client,
  values: Values,
  dryRun?: boolean,
): Promise<Outcome> => client.call('PUT', path('/settings', dryRun), outcome, values)

export const removeSetting = (client: Client, name: string, dryRun?: boolean): Promise<Outcome> =>
  client.call('DELETE', path(`/settings/${encodeURIComponent(name)}`, dryRun), outcome)

const organizations = z.object({
  organizations: z.array(z.looseObject({ uniqueName: z.string() })),
})

/** @throws Failure if the server has no organization with the given name */
export async function openSettings(options: SettingOptions): Promise<Client> {
  const client = clientOf(options)
  const wanted = (options.org ?? process.env.TRACKMARK_ORG)?.toLowerCase()
  if (wanted === undefined) return client
  const listed = await client.call('GET', '/organizations', organizations)
  const names = listed.organizations.map((one) => one.uniqueName.toLowerCase())
  if (!names.includes(wanted)) {
    throw new Failure(
      EXIT.refused,
      `There is no organization ${wanted} at ${client.url}; there is ${names.join(', ')}.`,
    )
  }
  return clientOf({ ...options, environment: wanted })
}
