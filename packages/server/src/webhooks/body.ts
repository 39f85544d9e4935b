import { type Column, type Table, tableByLogicalName } from '@trackmark/dataverse'
import type { Delivery } from '@trackmark/store'

/** The sender that the body of a webhook names. */
export interface Sender {
  readonly organizationId: string
  readonly organizationName: string
}

const CONTRACTS = 'http://schemas.microsoft.com/xrm/2011/Contracts'
const NOBODY = '00000000-0000-0000-0000-000000000000'

/** Dataverse's limit; larger bodies are sent without their large parts. */
const BODY_BYTES_MAX = 256 * 1024

interface WebhookBody {
  readonly text: string
  /** Sent as the header `x-ms-dynamics-msg-size-exceeded`. */
  readonly sizeExceeded: boolean
}

/**
 * Makes the execution context of an asynchronous post-operation step, as far as there is one here (Microsoft, "Use
 * webhooks to create external handlers for server events"). It contains no secrets, and no columns that Dataverse
 * doesn't have.
 */
export function webhookBody(delivery: Delivery, sender: Sender): WebhookBody {
  const context = contextOf(delivery, sender)
  if (delivery.attributes !== null) {
    const text = JSON.stringify(context)
    if (Buffer.byteLength(text) <= BODY_BYTES_MAX) return { text, sizeExceeded: false }
  }
  const { InputParameters, PreEntityImages, PostEntityImages, ParentContext, ...rest } = context
  return { text: JSON.stringify(rest), sizeExceeded: true }
}

function contextOf(delivery: Delivery, sender: Sender) {
  const table = tableByLogicalName(delivery.table)
  const user = userOf(delivery)
  return {
    BusinessUnitId: NOBODY,
    CorrelationId: delivery.deliveryId,
    Depth: 1,
    InitiatingUserId: user,
    InputParameters:
      table === undefined ? [] : [{ key: 'Target', value: targetOf(table, delivery) }],
    IsExecutingOffline: false,
    IsInTransaction: false,
    IsOfflinePlayback: false,
    IsolationMode: 1,
    MessageName: delivery.message,
    Mode: 1,
    OperationCreatedOn: dateText(delivery.seenAt),
    OperationId: delivery.deliveryId,
    OrganizationId: sender.organizationId,
    OrganizationName: sender.organizationName,
    OutputParameters: [],
    OwningExtension: reference('sdkmessageprocessingstep', delivery.stepId ?? NOBODY),
    ParentContext: null,
    PostEntityImages: [],
    PreEntityImages: [],
    PrimaryEntityId: delivery.rowId,
    PrimaryEntityName: delivery.table,
    RequestId: delivery.deliveryId,
    SecondaryEntityName: 'none',
    SharedVariables: [],
    Stage: 40,
    UserId: user,
  }
}

function userOf({ attributes }: Delivery): string {
  const user = attributes?.modifiedby ?? attributes?.createdby
  return typeof user === 'string' ? user : NOBODY
}

function targetOf(table: Table, delivery: Delivery) {
  if (delivery.message === 'Delete') {
    return {
      __type: `EntityReference:${CONTRACTS}`,
      ...reference(table.logicalName, delivery.rowId),
    }
  }
  const attributes = { [table.primaryId]: delivery.rowId, ...delivery.attributes }
  return {
    __type: `Entity:${CONTRACTS}`,
    Attributes: table.columns
      .filter(
        ({ physical, secret }) =>
          physical !== null && !secret && Object.hasOwn(attributes, physical),
      )
      .map((column) => ({ key: column.logicalName, value: attributeValue(column, attributes) })),
    EntityState: null,
    FormattedValues: [],
    Id: delivery.rowId,
    KeyAttributes: [],
    LogicalName: table.logicalName,
    RelatedEntities: [],
    RowVersion: delivery.rowVersion === null ? null : String(delivery.rowVersion),
  }
}

function attributeValue(column: Column, attributes: Readonly<Record<string, unknown>>): unknown {
  const value = attributes[column.physical ?? ''] ?? null
  if (value === null) return null
  switch (column.type) {
    case 'lookup':
    case 'owner': {
      const named = column.physicalType === null ? null : attributes[column.physicalType]
      const target = typeof named === 'string' ? named : (column.targets[0] ?? null)
      return { __type: `EntityReference:${CONTRACTS}`, ...reference(target, String(value)) }
    }
    case 'picklist':
    case 'state':
    case 'status':
      return { __type: `OptionSetValue:${CONTRACTS}`, Value: value }
    case 'datetime':
      return dateText(Date.parse(String(value)))
    default:
      return value
  }
}

const reference = (logicalName: string | null, id: string) => ({
  Id: id,
  KeyAttributes: [],
  LogicalName: logicalName,
  Name: null,
  RowVersion: null,
})

/** An instant in the format of .NET's JSON serializer for data contracts. */
const dateText = (instant: number): string => `/Date(${instant})/`
