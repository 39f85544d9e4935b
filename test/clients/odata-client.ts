import { OData } from '@odata/client'
import { expectThat, type Run, recorder, type Service } from './calls.ts'
import { factsOf } from './package-facts.ts'

interface Account {
  readonly accountid: string
  readonly name: string
}

/** `@odata/client`, made for any service that speaks OData. */
export async function runOdataClient({ url, token }: Service): Promise<Run> {
  const client = OData.New4({
    serviceEndpoint: `${url}/api/data/v9.2/`,
    variant: 'default',
    commonHeaders: { Authorization: `Bearer ${token}` },
  } as never)
  const accounts = client.getEntitySet<Account>('accounts')
  const { calls, attempt } = recorder()

  await attempt('query with $top and $select', async () => {
    const rows = await accounts.query(
      client
        .newOptions()
        .top(2)
        .select(['name'] as never),
    )
    expectThat(Array.isArray(rows) && rows.length > 0, 'rows')
  })
  await attempt('query with a filter and an order', async () => {
    const filter = client
      .newFilter()
      .property('subject' as never)
      .eq('Mail 11' as never)
    const rows = await client.getEntitySet('emails').query(
      client
        .newOptions()
        .filter(filter as never)
        .orderby('subject' as never),
    )
    expectThat(rows.length === 1, `one email, not ${rows.length}`)
  })
  await attempt('find', async () => {
    const rows = await accounts.find({ name: 'Litware' } as never)
    expectThat(rows.length === 1, `one account, not ${rows.length}`)
  })
  await attempt('count', async () => {
    const number = await accounts.count()
    expectThat(number >= 1, 'a number')
  })
  const made = await attempt('create', () => accounts.create({ name: 'One' } as never))
  await attempt('create answers the new row', () => {
    expectThat(made?.accountid !== undefined, 'the library sends no Prefer: return=representation')
  })
  // Since the library didn't learn it, it is told.
  const found = await fetch(`${url}/api/data/v9.2/accounts?$select=name&$filter=name eq 'One'`, {
    headers: { authorization: `Bearer ${token}` },
  })
  const { value } = (await found.json()) as { value: readonly Account[] }
  const key = value[0]?.accountid ?? ''
  await attempt('retrieve', () => accounts.retrieve(key))
  await attempt('update', () => accounts.update(key, { name: 'Two' } as never))
  await attempt('batch of a read and a write', async () => {
    const requests = [
      client.newBatchRequest({
        collection: 'accounts',
        method: 'GET',
        params: client.newOptions().top(1),
      } as never),
      client.newBatchRequest({
        collection: 'accounts',
        method: 'POST',
        entity: { name: 'Batch' },
      } as never),
    ]
    const answers = await client.execBatchRequests(requests)
    const statuses = await Promise.all(answers.map(async (one) => one.status))
    expectThat(statuses.join() === '200,204' || statuses.join() === '200,201', statuses.join())
  })
  await attempt('delete', () => accounts.delete(key))
  return { ...factsOf('@odata/client'), calls }
}
