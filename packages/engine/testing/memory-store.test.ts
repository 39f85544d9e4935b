import { storeContract } from '../contracts/store.contract.ts'
import { NOW, newId, type StoreWorld } from '../contracts/store-world.ts'
import { memoryStore } from './memory-store.ts'

storeContract(async (mailboxes = 1): Promise<StoreWorld> => {
  const organizationId = newId()
  const profileId = newId()
  const store = memoryStore(organizationId)
  const users = Array.from({ length: mailboxes }, (_, n) => ({
    userId: newId(),
    mailboxId: newId(),
    name: `User ${n}`,
    emailAddress: `User${n}@contoso.example`,
  }))
  for (const { userId, mailboxId, name, emailAddress } of users) {
    store.addMailbox(
      mailboxId,
      {
        mailbox: {
          name,
          emailAddress,
          ownerId: userId,
          regardingId: userId,
          regardingType: 'systemuser',
          isApproved: true,
          mail: true,
          appointmentsAndTasks: true,
        },
        profile: {
          id: profileId,
          name: 'Exchange Online',
          kind: 'exchangeonline',
          minPollingMinutes: 0,
        },
      },
      NOW,
    )
    addPerson('systemuser', userId, emailAddress)
  }
  function addPerson(type: 'systemuser' | 'contact', id: string, address: string): void {
    store.addresses.push({
      address: address.toLowerCase(),
      type,
      id,
      ownerId: null,
      createdOn: NOW,
      isActive: true,
    })
  }
  const all = () => [...store.mailboxes.values()]
  return {
    store,
    organizationId,
    profileId,
    mailboxIds: users.map(({ mailboxId }) => mailboxId),
    userIds: users.map(({ userId }) => userId),
    activities: async () =>
      [...store.activities.values()]
        .toSorted((a, b) => (a.activityId < b.activityId ? -1 : 1))
        .map(({ activityId, type, columns, seriesId, modifiedOn, parties, attachments }) => ({
          activityId,
          type,
          subject: columns.subject,
          location: columns.location,
          seriesId,
          modifiedOn,
          people: parties.length,
          attachments: attachments.length,
        })),
    alerts: async () =>
      all()
        .flatMap(({ alerts }) => alerts)
        .toSorted((a, b) => (a.text < b.text ? -1 : 1))
        .map(({ text, isOpen, modifiedOn }) => ({ text, isOpen, modifiedOn })),
    contents: async () =>
      structuredClone({
        activities: store.activities,
        mailboxes: all().map(({ links, cursors, categories, writes, alerts }) => ({
          links,
          cursors,
          categories,
          writes,
          alerts,
        })),
      }),
    addContact: async (address) => {
      const id = newId()
      addPerson('contact', id, address)
      return id
    },
    edit: async (activityId, columns, also) => store.edit(activityId, columns, also),
    changeSettings: async () => store.changeSettings({ syncPrivateFlag: true }, NOW),
  }
})
