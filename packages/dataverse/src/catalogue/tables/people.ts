import {
  auditColumns,
  bool,
  guid,
  lookup,
  memo,
  ownerColumns,
  picklist,
  primaryId,
  stateColumns,
  text,
} from '../columns.ts'
import type { Column, Table } from '../types.ts'

const RO = { readOnly: true }
const off = { default: false }

export const systemuser: Table = {
  logicalName: 'systemuser',
  entitySetName: 'systemusers',
  typeCode: 8,
  primaryId: 'systemuserid',
  primaryName: 'fullname',
  isActivity: false,
  source: 'table',
  columns: [
    primaryId('systemuserid'),
    text('fullname', 200),
    text('firstname', 256),
    text('lastname', 256),
    text('domainname', 1024),
    text('internalemailaddress', 100),
    text('personalemailaddress', 100),
    text('mobilealertemail', 100),
    bool('isdisabled', off),
    bool('islicensed', { readOnly: true, default: true }),
    picklist('accessmode', 'systemuser_accessmode', { default: 0 }),
    lookup('defaultmailbox', ['mailbox'], RO),
    lookup('queueid', ['queue']),
    lookup('businessunitid', ['businessunit'], RO),
    picklist('incomingemaildeliverymethod', 'systemuser_incomingemaildeliverymethod', {
      default: 2,
    }),
    picklist('outgoingemaildeliverymethod', 'systemuser_outgoingemaildeliverymethod', {
      default: 2,
    }),
    picklist('emailrouteraccessapproval', 'systemuser_emailrouteraccessapproval', { default: 0 }),
    bool('isemailaddressapprovedbyo365admin', { readOnly: true, default: false }),
    guid('azureactivedirectoryobjectid', RO),
    ...auditColumns,
  ],
}

const emailAddresses: readonly Column[] = [
  text('emailaddress1', 100),
  text('emailaddress2', 100),
  text('emailaddress3', 100),
  bool('donotemail', off),
]

export const contact: Table = {
  logicalName: 'contact',
  entitySetName: 'contacts',
  typeCode: 2,
  primaryId: 'contactid',
  primaryName: 'fullname',
  isActivity: false,
  source: 'table',
  columns: [
    primaryId('contactid'),
    text('fullname', 160, RO),
    text('firstname', 50),
    text('lastname', 50),
    text('jobtitle', 100),
    text('telephone1', 50),
    text('mobilephone', 50),
    memo('description'),
    lookup('parentcustomerid', ['account', 'contact']),
    ...emailAddresses,
    ...stateColumns('contact', { state: 0, status: 1 }),
    ...ownerColumns,
    ...auditColumns,
  ],
}

export const account: Table = {
  logicalName: 'account',
  entitySetName: 'accounts',
  typeCode: 1,
  primaryId: 'accountid',
  primaryName: 'name',
  isActivity: false,
  source: 'table',
  columns: [
    primaryId('accountid'),
    text('name', 160),
    text('accountnumber', 20),
    text('telephone1', 50),
    text('websiteurl', 200),
    memo('description'),
    lookup('primarycontactid', ['contact']),
    ...emailAddresses,
    ...stateColumns('account', { state: 0, status: 1 }),
    ...ownerColumns,
    ...auditColumns,
  ],
}

export const lead: Table = {
  logicalName: 'lead',
  entitySetName: 'leads',
  typeCode: 4,
  primaryId: 'leadid',
  primaryName: 'fullname',
  isActivity: false,
  source: 'table',
  columns: [
    primaryId('leadid'),
    text('fullname', 160, RO),
    text('firstname', 50),
    text('lastname', 50),
    text('companyname', 100),
    text('jobtitle', 100),
    text('subject', 300),
    text('telephone1', 50),
    memo('description'),
    ...emailAddresses,
    ...stateColumns('lead', { state: 0, status: 1 }),
    ...ownerColumns,
    ...auditColumns,
  ],
}

export const queue: Table = {
  logicalName: 'queue',
  entitySetName: 'queues',
  typeCode: 2020,
  primaryId: 'queueid',
  primaryName: 'name',
  isActivity: false,
  source: 'table',
  columns: [
    primaryId('queueid'),
    text('name', 200),
    text('emailaddress', 100),
    memo('description'),
    picklist('incomingemailfilteringmethod', 'queue_incomingemailfilteringmethod', { default: 0 }),
    picklist('incomingemaildeliverymethod', 'queue_incomingemaildeliverymethod', { default: 2 }),
    picklist('outgoingemaildeliverymethod', 'queue_outgoingemaildeliverymethod', { default: 2 }),
    lookup('defaultmailbox', ['mailbox'], RO),
    picklist('queueviewtype', 'queue_queueviewtype', { default: 0 }),
    picklist('emailrouteraccessapproval', 'queue_emailrouteraccessapproval', { default: 0 }),
    ...stateColumns('queue', { state: 0, status: 1 }),
    ...ownerColumns,
    ...auditColumns,
  ],
}
