/** Each rule that decides about an item, as one sentence for people. docs/spec has them in full. */
const SENTENCES: Readonly<Record<string, string>> = {
  TR1: 'The category was on the item, so an activity was created or joined.',
  TR2: 'The item carries the category and is tracked; changes of an appointment or task are carried over.',
  TR3: 'The item is tracked, but the category was not on it yet, so it was put on.',
  TR4: 'The category was taken off the item, so tracking ends. The activity stays.',
  TR5: 'The item is no longer in any folder of the mailbox.',
  TR6: 'Other categories of the item were kept as they are.',
  TR7: 'The same item in another mailbox or folder belongs to the same activity.',
  TR8: 'Drafts are tracked once they are sent; Junk Email and Deleted Items start no tracking.',
  TR9: 'Mail folders, the main calendar and task lists count; flagged mail in the task list does not.',
  TR10: 'A series is tracked as a whole, its occurrences follow it, and meeting requests are not tracked.',
  TR11: 'Contacts are not tracked by category.',
  TR12: 'Many items lost the category at once, so a person was asked first.',
  TR13: 'Synchronizing the item failed. It was set aside and tried again, until it worked or was given up.',
  TR14: 'The last decisions about each item are kept.',
  TR15: 'The activity was deleted in the CRM. Take the category off and put it on again to track the item anew.',
  TR16: 'A person asked for another try.',
  TR17: 'Only appointments within the organization’s time window are read.',
  TR18: 'Emails of one message id are copies of one another only where their subjects, texts and attachments agree.',
  TR19: 'Events of one meeting share an appointment only where they are copies of it.',
  TR20: 'The item could not be read. It was set aside, and is tried again until it can be.',
  TR21: 'The item moved and has another key in its mailbox since; its activity stayed.',
  AC1: 'Meetings of other organizers are tracked only where TrackAppointmentsFromNonOrganizer is on.',
  AC2: 'The organizer’s own copy of the meeting is tracked too, and leads.',
}

/** @param rule its number, such as `TR4` @returns null if it decides nothing about items */
export const ruleSentence = (rule: string): string | null => SENTENCES[rule] ?? null

/** Like {@link ruleSentence}, but returns a sentence for every rule. */
export const explainRule = (rule: string): string =>
  ruleSentence(rule) ?? `Decided by rule ${rule}.`
