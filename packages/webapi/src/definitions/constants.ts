import { schemaName, type Table } from '@trackmark/dataverse'
import { ALWAYS_THERE, label, managed, metadataId } from './definition.ts'

/**
 * Equal for all tables: they can't be customized, and most of what Dataverse's definitions speak of (forms, queues,
 * mobile and offline use, mail merge) doesn't exist here.
 */
export const ENTITY_ALIKE = {
  ...ALWAYS_THERE,
  AutoCreateAccessTeams: false,
  AutoRouteToOwnerQueue: false,
  CanBeInCustomEntityAssociation: managed(false, 'canbeincustomentityassociation'),
  CanBeInManyToMany: managed(false, 'canbeinmanytomany'),
  CanBePrimaryEntityInRelationship: managed(false, 'canbeprimaryentityinrelationship'),
  CanBeRelatedEntityInRelationship: managed(false, 'canberelatedentityinrelationship'),
  CanChangeHierarchicalRelationship: managed(false, 'canchangehierarchicalrelationship'),
  CanChangeTrackingBeEnabled: managed(false, 'canchangetrackingbeenabled'),
  CanCreateAttributes: managed(false, 'cancreateattributes'),
  CanCreateCharts: managed(false, 'cancreatecharts'),
  CanCreateForms: managed(false, 'cancreateforms'),
  CanCreateViews: managed(false, 'cancreateviews'),
  CanEnableSyncToExternalSearchIndex: managed(false, 'canenablesynctoexternalsearchindex'),
  CanModifyAdditionalSettings: managed(false, 'canmodifyadditionalsettings'),
  CanTriggerWorkflow: false,
  DaysSinceRecordLastModified: 0,
  EnforceStateTransitions: false,
  EntityHelpUrlEnabled: false,
  HasFeedback: false,
  HasNotes: false,
  IsAIRUpdated: false,
  IsArchivalEnabled: false,
  IsAuditEnabled: managed(false, 'canmodifyauditsettings'),
  IsAvailableOffline: false,
  IsBPFEntity: false,
  IsBusinessProcessEnabled: false,
  IsConnectionsEnabled: managed(false, 'canmodifyconnectionsettings'),
  IsCustomEntity: false,
  IsCustomizable: managed(false, 'iscustomizable'),
  IsDocumentManagementEnabled: false,
  IsDocumentRecommendationsEnabled: false,
  IsDuplicateDetectionEnabled: managed(false, 'canmodifyduplicatedetectionsettings'),
  IsEnabledForCharts: false,
  IsEnabledForExternalChannels: false,
  IsEnabledForTrace: false,
  IsImportable: false,
  IsInteractionCentricEnabled: false,
  IsIntersect: false,
  IsKnowledgeManagementEnabled: false,
  IsMSTeamsIntegrationEnabled: false,
  IsMailMergeEnabled: managed(false, 'canmodifymailmergesettings'),
  IsManaged: true,
  IsMappable: managed(false, 'ismappable'),
  IsOfflineInMobileClient: managed(false, 'canmodifymobileclientoffline'),
  IsOneNoteIntegrationEnabled: false,
  IsOptimisticConcurrencyEnabled: true,
  IsPrivate: false,
  IsQuickCreateEnabled: false,
  IsReadOnlyInMobileClient: managed(false, 'canmodifymobileclientreadonly'),
  IsReadingPaneEnabled: false,
  IsRenameable: managed(false, 'isrenameable'),
  IsRetentionEnabled: false,
  IsRetrieveAuditEnabled: false,
  IsRetrieveMultipleAuditEnabled: false,
  IsSLAEnabled: false,
  IsSolutionAware: false,
  IsValidForAdvancedFind: true,
  IsValidForQueue: managed(false, 'canmodifyqueuesettings'),
  IsVisibleInMobile: managed(false, 'canmodifymobilevisibility'),
  IsVisibleInMobileClient: managed(false, 'canmodifymobileclientvisibility'),
  MobileOfflineFilters: '',
  /** Object type code of systemuser, the type of a definition's owner. */
  OwnerIdType: 8,
  SyncToExternalSearchIndex: false,
  UsesBusinessDataLabelTable: false,
}

export const NO_CASCADE = {
  Assign: 'NoCascade',
  Delete: 'RemoveLink',
  Archive: 'RemoveLink',
  Merge: 'NoCascade',
  Reparent: 'NoCascade',
  Share: 'NoCascade',
  Unshare: 'NoCascade',
  RollupView: 'NoCascade',
}

/** Equal for all relationships. */
export const BASE_ALIKE = {
  IntroducedVersion: ALWAYS_THERE.IntroducedVersion,
  IsCustomRelationship: false,
  IsCustomizable: managed(false, 'iscustomizable'),
  IsManaged: true,
  IsValidForAdvancedFind: true,
  SecurityTypes: 'Append',
}

/** Equal for all one-to-many relationships. */
export const RELATIONSHIP_ALIKE = {
  ...BASE_ALIKE,
  AssociatedMenuConfiguration: {
    Behavior: 'UseCollectionName',
    Group: 'Details',
    Label: label(null),
    Order: 10_000,
    IsCustomizable: false,
    AvailableOffline: true,
    Icon: null,
    MenuId: null,
    QueryApi: null,
    ViewId: '00000000-0000-0000-0000-000000000000',
  },
  IsHierarchical: false,
  IsRelationshipAttributeDenormalized: false,
  RelationshipBehavior: 1,
}

const PRIVILEGES = ['Create', 'Read', 'Write', 'Delete', 'Append', 'AppendTo'] as const
const OWNED_PRIVILEGES = [...PRIVILEGES, 'Assign', 'Share'] as const

/** Privileges by Dataverse's names; all activities share theirs. Roles decide who holds them. */
export function privilegesOf(table: Table, isOwned: boolean): readonly Record<string, unknown>[] {
  const subject = table.isActivity ? 'Activity' : schemaName(table.logicalName)
  return (isOwned ? OWNED_PRIVILEGES : PRIVILEGES).map((type) => ({
    CanBeBasic: isOwned,
    CanBeDeep: isOwned,
    CanBeGlobal: true,
    CanBeLocal: isOwned,
    CanBeEntityReference: false,
    CanBeParentEntityReference: false,
    Name: `prv${type}${subject}`,
    PrivilegeId: metadataId('privilege', `prv${type}${subject}`),
    PrivilegeType: type,
  }))
}
