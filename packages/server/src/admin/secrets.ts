import { requireInstallation } from '@trackmark/http'
import { Hono } from 'hono'
import { audited } from './shared/audited.ts'
import type { AdminDeps } from './shared/deps.ts'

/** Routes of the keys that encrypt secrets; they need the installation's token. */
export function secretRoutes(deps: AdminDeps): Hono {
  return new Hono().post('/rotate', async (c) => {
    requireInstallation(deps.caller)
    const { resealed, unreadable } = await deps.rotateSecrets()
    await audited(deps, deps.database, {
      table: 'installation',
      objectId: null,
      objectName: 'secret key',
      operation: 'update',
      changes: [{ name: 'secrets', before: null, after: String(resealed) }],
    })
    return c.json({ resealed, unreadable })
  })
}
