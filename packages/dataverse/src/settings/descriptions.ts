/** What the settings that bear on server-side synchronization do, in our own words. */
export const DESCRIPTIONS: Readonly<Record<string, string>> = {
  AllowSaveAsDraftAppointment:
    'Lets an appointment be saved as a draft, which is not synchronized until it is sent.',
  AlwaysCheckTraceLogDeletePrivilege:
    'Lets everybody with the privilege to delete trace logs delete an alert, and not only the owner of its mailbox.',
  AutoCreateContactOnPromote:
    'Allows a contact or lead to be created for a sender nobody knows yet.',
  AutoTrackSentFolderItems: 'Tracks mail found in Sent Items by the filtering method.',
  BackgroundSendBatchSize: 'How many emails the old Outlook client sends in one go.',
  ClientDisableTrackingForReplyForwardEmails:
    'Keeps the old Outlook client from tracking replies and forwards of tracked mail.',
  CreateQueueItemForSynchronizingMailbox:
    'Creates a queue item when the mailbox that brought the email is the one of a queue.',
  CreateQueueItemsForAcceptingQueueRecipients:
    'Creates queue items in the queues among the recipients that accept the email.',
  DaysBeforeEmailDescriptionIsMigrated:
    'Age in days at which the body of an email moves to file storage.',
  DelegateAccessEnabled: 'Lets a delegate work in the mail app on behalf of the mailbox owner.',
  DisableImplicitSharingOfCommunicationActivities:
    'Stops activities from being shared with their participants by themselves.',
  DisableSmartMatching: 'Correlates by tracking token only, never by likeness.',
  DisableSmartMatchingEmailHashCreation: 'Stores no hashes of emails for matching by likeness.',
  DistinctPhysicalAndLogicalDeletesForExchangeSync:
    'An item that only fell out of the filter is unlinked and not deleted on the other side.',
  DoNotAutoTrackEmail: 'Turns automatic tracking of incoming email off.',
  DoNotCorrelateForwardedEmailsAsReplies: 'A forwarded email does not count as an answer.',
  DoNotIgnoreInternalEmailToQueues:
    'Email between colleagues is tracked when a queue is among the recipients.',
  EmailTemplateRetrieveFallbackContact:
    'Fills a template from a contact when the recipient itself has none.',
  EnableMailboxDelegationForOutgoingEmail:
    'Sends through the mailbox of the person who submitted the email.',
  EnableSssItemLevelMonitoring: 'Records items that could not be synchronized, with the reason.',
  ExchangeSyncIdMappingPersistenceTimeInDays:
    'Days for which a row about an item that could not be synchronized is kept.',
  ForceOrganizerSyncForAttendeeTrackedAppointment:
    "Synchronizes a meeting tracked by an attendee through the organizer's mailbox.",
  HideEmailAutoTrackOptions: 'Leaves only the method that tracks answers to choose from.',
  HideTrackAllOption: 'Takes "All email messages" off the list of filtering methods.',
  IgnoreConversationIndexAndInReplyToForCorrelation:
    'Does not correlate by the reply headers of a message.',
  IgnoreCopiedItemsInSSSForMailbox: 'Ignores copies of an item that is linked already.',
  IgnoreInternalEmailDetectionEnhancement:
    'Uses the older way of telling that an email stays between colleagues.',
  IgnoreInternalEmailFromQueues: 'Does not track email a queue sends to colleagues.',
  MailAppMSAL: 'Signs the mail app in with the newer Microsoft library.',
  MailAppWindowsIntegratedAuthEnabled: 'Lets the mail app sign in with the Windows session.',
  MailboxStatisticsPersistenceTimeInDays:
    'Days for which the figures of each cycle are kept; 0 keeps none.',
  MaximumSubjectLengthOnMailServer: 'Characters to which a subject with its token is shortened.',
  OverrideTrackInCrmBehaviour: 'Keeps the track button of the old Outlook client in sight.',
  OverrideV5SenderConflictResolution:
    'Settles a sender that matches several records in the older way.',
  RequirePrivilegeToSelfApproveEmailAddress:
    'Asks for the approval privilege even for an address of your own.',
  ResolveForInactiveEntities: 'Resolves addresses to inactive records as well.',
  RestrictIRMEmailItems: 'Skips email under rights management.',
  SecuritySettingForEmail: 'How strictly email content is checked before it is shown (1 to 3).',
  SendEmailSynchronously: 'Makes the old Outlook client wait until an email is sent.',
  SSSCreateAdditionalQueueItemsForAlreadyTrackedEmail:
    'Creates queue items also for an email that another mailbox has tracked before.',
  SSSForceFilteringMethodForUserMailboxes:
    'One filtering method (0 to 4) for all users; -1 leaves the choice to each.',
  SSSPropagateAppointmentCancellationsToExchange:
    'Cancelling an appointment in the CRM cancels the meeting in the mailbox.',
  SSSSaveOutgoingEmailToExchangeSentFolder: 'Leaves a copy of sent email in Sent Items.',
  SSSSyncAppointmentIsPrivateFromExchange:
    'Takes the private flag of an appointment over from the mailbox.',
  SSSTaskDeletionSyncBehaviorFromExchange:
    'What becomes of a task whose item was deleted in the mailbox (0 to 2).',
  SSSUpdatePastMeetingsInNonDraftMode:
    'Carries changes of past meetings over; participants may be sent an update.',
  TraceExchangeSyncData: 'Traces the data exchanged with the mail server.',
  TraceLogPersistenceTimeInDays: 'Days for which alerts are kept.',
  TrackAppointmentsFromNonOrganizer: 'Lets a participant track a meeting somebody else organizes.',
  TrackCategorizedItems:
    'Creates the category "Tracked to Dynamics 365" in every synchronized mailbox and tracks what carries it; off takes it away again.',
  UnresolveSenderInCaseOfMultipleMatch:
    'Leaves a sender unresolved that matches more than one record.',
  UseCrmOrganizerForEmptyExchangeOrganizer:
    'Keeps the organizer known to the CRM when the mailbox names none.',
  UseFilteringMethodOfSyncingMailboxOnlyForCorrelation:
    'Judges an email by the method of the mailbox that brings it, not by those of the recipients.',
  UsePlainTextForEmailTemplateBody: 'Inserts email templates as plain text.',
  UseXAnchorMailboxInExchangeRequestHeader:
    'Names the mailbox in the anchor header of requests to the mail server.',
  ValidateContactBeforeTracking: 'The mail app checks the fields of a contact before tracking.',
  VerboseErrorsOnPromoteToCRM: 'The old Outlook client shows technical errors when it tracks.',
}
