/**
 * The settings Trackmark acts on. All others are accepted, kept and answered, and change nothing:
 * move a name here in the same commit that makes it work.
 */
export const ACTED_ON: readonly string[] = [
  'AlwaysCheckTraceLogDeletePrivilege',
  'ExchangeSyncIdMappingPersistenceTimeInDays',
  'MailboxStatisticsPersistenceTimeInDays',
  'ResolveForInactiveEntities',
  'SSSSyncAppointmentIsPrivateFromExchange',
  'SSSTaskDeletionSyncBehaviorFromExchange',
  'TraceLogPersistenceTimeInDays',
  'TrackAppointmentsFromNonOrganizer',
  'TrackCategorizedItems',
  'UnresolveSenderInCaseOfMultipleMatch',
]
