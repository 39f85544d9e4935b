/**
 * Codes of the Dataverse error envelope that this product answers (Microsoft, "Web service error
 * codes"; `resourceNotFound` and `badQuery` as the Web API gives them).
 */
export const ERROR_CODES = {
  /** InvalidArgument: a value in the body of a write that its column can't take. */
  invalidArgument: '0x80040203',
  /** ObjectDoesNotExist: a well-formed id no row has. HTTP 404. */
  notFound: '0x80040217',
  /** PrivilegeDenied: the caller lacks a privilege. HTTP 403. */
  privilegeDenied: '0x80040220',
  /** DuplicateRecord: a primary key that is taken. HTTP 412. */
  duplicateRecord: '0x80040237',
  /** ConcurrencyVersionMismatch: `If-Match` names an older version. HTTP 412. */
  concurrencyVersionMismatch: '0x80060882',
  /** A query or body that can't be read or names what doesn't exist. HTTP 400. */
  badQuery: '0x80060888',
  /** No table, function or action by the name in the path. HTTP 404. */
  resourceNotFound: '0x8006088a',
  /** A body that can't be read, or a property of it that its table doesn't have. HTTP 400. */
  invalidPayload: '0x80048d19',
  /** A setting of `orgdborgsettings` that doesn't exist or can't have that value. HTTP 400. */
  invalidOrganizationSetting: '0x80048514',
  /** QueryBuilderNoEntity: FetchXML names a table that doesn't exist. HTTP 400. */
  unknownEntity: '0x80041102',
  /** QueryBuilderNoAttribute: FetchXML names a column its table doesn't have. HTTP 400. */
  unknownAttribute: '0x80041103',
  /** TooManyConditionsInQuery. HTTP 400. */
  tooManyConditions: '0x8004430c',
  /** TooManyLinkEntitiesInQuery. HTTP 400. */
  tooManyLinks: '0x8004430d',
  /** AggregateQueryRecordLimitExceeded: more rows than the query's `aggregatelimit`. HTTP 400. */
  aggregateLimit: '0x8004e023',
  /** ExpiredVersionStamp: a delta link older than what is kept of changes. HTTP 400. */
  expiredVersionStamp: '0x80044352',
  /** StringLengthTooLong: a text longer than its column. HTTP 400. */
  stringLengthTooLong: '0x80044331',
  /** PicklistValueOutOfRange: a number that is no option of the column. HTTP 400. */
  picklistValueOutOfRange: '0x8004431a',
  /** InvalidStateCodeStatusCode: a status reason of another state. HTTP 400. */
  invalidStateCodeStatusCode: '0x80048408',
  /** RecordNotFoundByEntityKey: no row has the values of the alternate key. HTTP 404. */
  notFoundByKey: '0x80060891',
  /** CannotDeleteDueToAssociation: another row can't be without this one. HTTP 405. */
  cannotDelete: '0x80040227',
  /** SqlTimeout: a statement that took longer than it may. HTTP 503. */
  sqlTimeout: '0x80044151',
  /** ThrottlingConcurrencyLimitExceededError: too many requests under way. HTTP 429 or 503. */
  throttled: '0x80072326',
  /** DataEngineQueryThrottling: a query that isn't run, since it would cost too much. HTTP 400. */
  queryTooCostly: '0x80048544',
  /** UnExpected: a fault of ours. HTTP 500. */
  unexpected: '0x80040216',
} as const

export type ErrorCode = (typeof ERROR_CODES)[keyof typeof ERROR_CODES]

export interface ErrorEnvelope {
  readonly error: { readonly code: ErrorCode; readonly message: string }
}

/** The body of every answer that isn't a success. */
export const dataverseError = (code: ErrorCode, message: string): ErrorEnvelope => ({
  error: { code, message },
})
