import { stableId } from '@trackmark/http'
import { addRows, type Database, NON_INTERACTIVE } from '@trackmark/store'

/** Id of the user that the installation's administrator acts as in an organization. */
export const administratorId = (organizationId: string): string =>
  stableId(organizationId, 'systemuser', 'administrator')

/**
 * Ensures that the organization has the user to whom writes by the installation's token are attributed. Idempotent.
 */
export async function ensureAdministrator(
  database: Database,
  organizationId: string,
  now: number,
): Promise<void> {
  const systemuserid = administratorId(organizationId)
  await addApplicationUser(
    database,
    organizationId,
    { systemuserid, name: 'Trackmark administrator' },
    now,
  )
}

/** Adds a user for a program. */
export async function addApplicationUser(
  database: Database,
  organizationId: string,
  user: { readonly systemuserid: string; readonly name: string },
  now: number,
): Promise<void> {
  const row = {
    systemuserid: user.systemuserid,
    fullname: user.name,
    accessmode: NON_INTERACTIVE,
    islicensed: false,
    incomingemaildeliverymethod: 0,
    outgoingemaildeliverymethod: 0,
  }
  await addRows(database, organizationId, 'systemuser', [row], now)
}
