import { badRequest, SandboxError } from '../errors.ts'
import { importFile, type Refusal } from '../import/index.ts'
import { takeItem } from '../intake.ts'
import type { Mailbox, User } from '../model/types.ts'
import { folderOf, type World } from '../model/world.ts'

/** More than the largest message; an mbox beyond it is sent in parts. */
const BYTES_MAX = 512 * 1024 * 1024

export interface ImportReport {
  readonly imported: { message: number; event: number; task: number }
  readonly refused: readonly Refusal[]
}

/**
 * Files sent as multipart form data, or one as the body with its name in `?name=`. Mail goes to
 * the folder in `?folder=`, the inbox unless named.
 */
export async function importInto(
  world: World,
  owner: { readonly user: User; readonly mailbox: Mailbox },
  request: Request,
): Promise<ImportReport> {
  const { searchParams } = new URL(request.url)
  const folder = folderOf(owner.mailbox, searchParams.get('folder') ?? 'inbox').id
  const imported = { message: 0, event: 0, task: 0 }
  const refused: Refusal[] = []
  for (const { name, bytes } of await filesOf(request, searchParams.get('name'))) {
    const result = await importFile(name, bytes)
    refused.push(...result.refused)
    for (const item of result.items) {
      try {
        takeItem(world, owner, folder, item)
        imported[item.kind] += 1
      } catch (error) {
        refused.push({ name, reason: reasonOf(error) })
      }
    }
  }
  return { imported, refused }
}

function reasonOf(error: unknown): string {
  if (error instanceof SandboxError || error instanceof RangeError) return error.message
  throw error
}

async function filesOf(
  request: Request,
  name: string | null,
): Promise<readonly { name: string; bytes: Uint8Array }[]> {
  if (Number(request.headers.get('content-length') ?? 0) > BYTES_MAX) {
    throw new SandboxError(413, 'RequestEntityTooLarge', 'More than 512 MB at once.')
  }
  if (request.headers.get('content-type')?.startsWith('multipart/form-data')) {
    const form = await request.formData().catch(() => {
      throw badRequest('The multipart body cannot be read.')
    })
    const files = [...form.values()].filter((value) => typeof value !== 'string')
    if (files.length === 0) throw badRequest('The form holds no file.')
    return await Promise.all(
      files.map(async (file) => ({
        name: file.name,
        bytes: new Uint8Array(await file.arrayBuffer()),
      })),
    )
  }
  if (name === null) throw badRequest("The file's name is wanted in ?name=, as in ?name=a.eml.")
  return [{ name, bytes: new Uint8Array(await request.arrayBuffer()) }]
}
