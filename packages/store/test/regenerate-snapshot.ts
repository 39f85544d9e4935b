// node packages/store/test/regenerate-snapshot.ts
// Writes schema.snapshot.txt from the migrations; its diff belongs to the change that made it.
import { writeFileSync } from 'node:fs'
import { migrate, openDatabase } from '../src/index.ts'
import { describeSchema } from '../src/schema-snapshot.ts'

const database = await openDatabase({ kind: 'memory' })
await migrate(database)
writeFileSync(new URL('../schema.snapshot.txt', import.meta.url), await describeSchema(database))
await database.close()
