import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { type Run, recorder, type Service } from './calls.ts'
import { factsOf } from './package-facts.ts'

const VERSION = '0.7.8'
const ID = '5a4d0000-7a11-4000-8000-000000000000'

/** Tools of the server, with what they are given; `$name` stands for an id that came before. */
const TOOLS: readonly (readonly [tool: string, given: object, keeps?: string])[] = [
  ['dataverse_whoami', {}, 'user'],
  ['dataverse_list_tables', {}],
  ['dataverse_get_table_metadata', { logicalName: 'email', includeAttributes: true }],
  ['dataverse_get_relationships', { logicalName: 'email', relationshipType: 'All' }],
  ['dataverse_list_global_option_sets', {}],
  ['dataverse_get_entity_key', { tableName: 'contact' }],
  [
    'dataverse_get_attribute_option_set',
    { entityLogicalName: 'email', attributeLogicalName: 'statuscode' },
  ],
  ['dataverse_query', { entitySetName: 'emails', select: ['subject'], top: 3, count: true }],
  [
    'dataverse_execute_fetchxml',
    {
      fetchXml: "<fetch top='5'><entity name='email'><attribute name='subject'/></entity></fetch>",
    },
  ],
  ['dataverse_retrieve_multiple_with_paging', { entitySetName: 'emails', select: ['subject'] }],
  ['dataverse_create', { entitySetName: 'accounts', data: { name: 'One' } }, 'account'],
  ['dataverse_get', { entitySetName: 'accounts', id: '$account', select: ['name'] }],
  ['dataverse_update', { entitySetName: 'accounts', id: '$account', data: { name: 'Two' } }],
  ['dataverse_create', { entitySetName: 'contacts', data: { lastname: 'Mell' } }, 'contact'],
  [
    'dataverse_upsert',
    {
      entitySetName: 'contacts',
      alternateKey: 'emailaddress1',
      alternateKeyValue: 'cora@client.example',
      data: { lastname: 'Mell' },
    },
  ],
  [
    'dataverse_associate',
    {
      entitySetName: 'accounts',
      id: '$account',
      relationshipName: 'contact_customer_accounts',
      relatedEntitySetName: 'contacts',
      relatedId: '$contact',
    },
  ],
  [
    'dataverse_query_associations',
    {
      entitySetName: 'accounts',
      id: '$account',
      navigationProperty: 'contact_customer_accounts',
      select: 'fullname',
    },
  ],
  [
    'dataverse_assign',
    { entitySetName: 'accounts', id: '$account', ownerType: 'systemuser', ownerId: '$user' },
  ],
  ['dataverse_execute_function', { functionName: 'RetrieveVersion' }],
  [
    'dataverse_batch_execute',
    {
      requests: [
        { method: 'POST', url: 'accounts', body: { name: 'Batch' } },
        { method: 'POST', url: 'contacts', body: { lastname: 'Batch' } },
      ],
      useChangeset: true,
    },
  ],
  ['dataverse_list_users', { top: 5 }],
  ['dataverse_get_user_roles', { userId: '$user' }],
  ['dataverse_list_roles', {}],
  ['dataverse_list_business_units', {}],
  ['dataverse_list_teams', {}],
  ['dataverse_list_views', { entityLogicalName: 'email' }],
  ['dataverse_get_audit_log', { entityLogicalName: 'organization', top: 5 }],
  ['dataverse_list_workflows', { top: 5 }],
  ['dataverse_delete', { entitySetName: 'accounts', id: '$account', confirm: true }],
]

interface Answer {
  readonly result?: {
    readonly isError?: boolean
    readonly content?: readonly { readonly text?: string }[]
  }
  readonly error?: { readonly message: string }
}

/** `mcp-dataverse`, a Model Context Protocol server, installed for this run only. */
export async function runMcpDataverse({ url, token }: Service): Promise<Run> {
  const folder = mkdtempSync(join(tmpdir(), 'trackmark-mcp-'))
  try {
    writeFileSync(join(folder, 'package.json'), '{"private":true}')
    // The package imports a second one that it doesn't name among its dependencies.
    const packages = [`mcp-dataverse@${VERSION}`, '@modelcontextprotocol/ext-apps@2']
    const install = ['install', ...packages, '--no-audit', '--no-fund', '--silent']
    execFileSync('npm', install, { cwd: folder, stdio: 'inherit' })
    writeFileSync(
      join(folder, 'config.json'),
      JSON.stringify({
        environmentUrl: 'https://contoso.crm.dynamics.com',
        authMethod: 'client-credentials',
        tenantId: ID,
        clientId: ID,
        clientSecret: 'none',
        maxRetries: 0,
      }),
    )
    const main = join(folder, 'node_modules/mcp-dataverse/dist/server.js')
    const preload = resolve(import.meta.dirname, 'mcp-preload.mjs')
    const server = spawn(process.execPath, ['--import', preload, main], {
      cwd: folder,
      stdio: ['pipe', 'pipe', 'ignore'],
      env: {
        ...process.env,
        MCP_CONFIG_PATH: join(folder, 'config.json'),
        TRACKMARK_CLIENT_URL: url,
        TRACKMARK_CLIENT_TOKEN: token,
        AZURE_CLIENT_SECRET: 'none',
        AZURE_CLIENT_ID: ID,
        AZURE_TENANT_ID: ID,
      },
    })
    const ended = new Promise((done) => server.once('exit', done))
    const waiting = new Map<number, (answer: Answer) => void>()
    createInterface({ input: server.stdout }).on('line', (line) => {
      const answer = JSON.parse(line) as Answer & { id?: number }
      if (answer.id !== undefined) waiting.get(answer.id)?.(answer)
    })
    let last = 0
    const send = (message: object) =>
      server.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`)
    const ask = (method: string, params: object) =>
      new Promise<Answer>((done, fail) => {
        last += 1
        waiting.set(last, done)
        send({ id: last, method, params })
        setTimeout(() => fail(new Error('It never answered.')), 60_000).unref()
        void ended.then(() => fail(new Error('The server ended.')))
      })
    const clientInfo = { name: 'trackmark', version: '1' }
    await ask('initialize', { protocolVersion: '2025-03-26', capabilities: {}, clientInfo })
    send({ method: 'notifications/initialized' })
    const { calls, attempt } = recorder()
    const kept = new Map<string, string>()
    for (const [tool, given, keeps] of TOOLS) {
      const text = JSON.stringify(given).replace(/\$(\w+)/g, (_, name) => kept.get(name) ?? ID)
      const about = 'entitySetName' in given ? ` (${given.entitySetName})` : ''
      await attempt(`${tool.replace('dataverse_', '')}${about}`, async () => {
        const { result, error } = await ask('tools/call', {
          name: tool,
          arguments: JSON.parse(text),
        })
        const said = result?.content?.map((one) => one.text ?? '').join(' ') ?? error?.message ?? ''
        if (error !== undefined || result?.isError === true) throw new Error(said)
        const id = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/.exec(said)?.[0]
        if (keeps !== undefined && id !== undefined) kept.set(keeps, id)
      })
    }
    server.kill()
    await ended
    return { ...factsOf('mcp-dataverse', join(folder, 'node_modules')), calls }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
