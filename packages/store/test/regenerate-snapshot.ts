// node packages/store/test/regenerate-snapshot.ts
// Writes schema.snapshot.txt from the migrations, and adds new migrations to sql/hashes.txt; the
// difference belongs to the change that made it. Migrations that are listed are left as listed: they
// may have been applied, so that editing one is a mistake. Before it has landed, delete its line.
import { readFileSync, writeFileSync } from 'node:fs'
import { migrate, openDatabase } from '../src/index.ts'
import { migrations } from '../src/upkeep/migrate.ts'
import { describeSchema } from '../src/upkeep/schema-snapshot.ts'

const database = await openDatabase({ kind: 'memory' })
await migrate(database)
writeFileSync(new URL('../schema.snapshot.txt', import.meta.url), await describeSchema(database))
await database.close()

const list = new URL('../sql/hashes.txt', import.meta.url)
const frozen = readFileSync(list, 'utf8')
const added = migrations().filter(({ name }) => !frozen.includes(`  ${name}\n`))
writeFileSync(list, frozen + added.map(({ name, hash }) => `${hash}  ${name}\n`).join(''))
