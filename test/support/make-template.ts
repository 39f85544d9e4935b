import { templateArchive } from '../../packages/store/test/template.ts'

/** Before the tests start, which would all make the same one at once. */
export default async function setup(): Promise<void> {
  await templateArchive()
}
