import { PARTY } from '@trackmark/core'
import type { Table } from '@trackmark/dataverse'
import { iso, rowsJson } from '../database/values.ts'
import { PARTY_NAME, PARTY_ROWS } from '../statements/party-rows.ts'
import type { RowReference, Writer } from './write.ts'

export interface PartyInput {
  /** `participationtypemask`. */
  readonly mask: number
  /** Null = unresolved: only the address is known. */
  readonly party: RowReference | null
  readonly address: string | null
}

interface PartiesOf {
  readonly table: Table
  readonly id: string
  readonly ownerId: string | null
}

/** Replaces the parties of an activity, except its owner, which follows `ownerid`. */
export async function replaceParties(
  writer: Writer,
  activity: PartiesOf,
  parties: readonly PartyInput[],
): Promise<void> {
  await writer.tx.query(
    `delete from crm.activityparty
     where organizationid = $1 and activityid = $2 and participationtypemask <> $3`,
    [writer.organizationId, activity.id, PARTY.owner],
  )
  await addParties(writer, activity, parties)
  if (activity.table.logicalName === 'email') await deriveAddresses(writer, activity.id)
}

/** Makes the owner of an activity a party of it, as in Dataverse. */
export async function setOwnerParty(writer: Writer, activity: PartiesOf): Promise<void> {
  await writer.tx.query(
    `delete from crm.activityparty
     where organizationid = $1 and activityid = $2 and participationtypemask = $3`,
    [writer.organizationId, activity.id, PARTY.owner],
  )
  if (activity.ownerId === null) return
  const party = { table: 'systemuser', id: activity.ownerId }
  await addParties(writer, activity, [{ mask: PARTY.owner, party, address: null }])
}

/** Adds parties. A known party without an address gets the address of its row. */
async function addParties(
  writer: Writer,
  activity: PartiesOf,
  parties: readonly PartyInput[],
): Promise<void> {
  if (parties.length === 0) return
  const rows = parties.map(({ mask, party, address }, index) => ({
    activitypartyid: writer.newId(),
    place: index,
    partyid: party?.id ?? null,
    partyidtype: party?.table ?? null,
    addressused: address,
    mask,
  }))
  await writer.tx.query(
    `insert into crm.activityparty (organizationid, activitypartyid, activityid, partyid,
       partyidtype, partyidname, addressused, participationtypemask, ownerid, owneridtype,
       owninguser, createdon, modifiedon, createdby, modifiedby)
     select $1, r.activitypartyid, $2, r.partyid, r.partyidtype,
       ${PARTY_NAME},
       case when r.mask = $6 then null else coalesce(r.addressused, u.internalemailaddress,
         c.emailaddress1, a.emailaddress1, l.emailaddress1, q.emailaddress) end,
       r.mask, $3, case when $3::uuid is not null then 'systemuser' end, $3, $4, $4, $5, $5
     from json_to_recordset($7::json) as r(activitypartyid uuid, place integer, partyid uuid,
       partyidtype text, addressused text, mask integer)
     ${PARTY_ROWS}
     order by r.place`,
    [
      writer.organizationId,
      activity.id,
      activity.ownerId,
      iso(writer.now),
      writer.userId,
      PARTY.owner,
      rowsJson(rows),
    ],
  )
}

/** Sets the columns of an email that repeat what its parties say. */
async function deriveAddresses(writer: Writer, emailId: string): Promise<void> {
  await writer.tx.query(
    `update crm.email e
     set sender = left(s.addressused, 250), emailsender = s.partyid, emailsendertype = s.partyidtype,
       torecipients = (
         select string_agg(p.addressused, ';' order by p.activitypartyid)
         from crm.activityparty p
         where p.organizationid = $1 and p.activityid = $2 and p.participationtypemask = $3
       )
     from (select 1 as one) o
     left join lateral (
       select p.addressused, p.partyid, p.partyidtype from crm.activityparty p
       where p.organizationid = $1 and p.activityid = $2 and p.participationtypemask = $4
       order by p.activitypartyid limit 1
     ) s on true
     where e.organizationid = $1 and e.activityid = $2`,
    [writer.organizationId, emailId, PARTY.to, PARTY.sender],
  )
}
