/** URNs of the schemas that the default transformations use. */

export const CORE_USER = 'urn:ietf:params:scim:schemas:core:2.0:User';
export const CORE_GROUP = 'urn:ietf:params:scim:schemas:core:2.0:Group';
export const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
export const SAP = 'urn:ietf:params:scim:schemas:extension:sap:2.0:User';
export const SAP_ODM = 'urn:ietf:params:scim:schemas:extension:sap.odm:2.0:User';
export const SAP_GROUP = 'urn:ietf:params:scim:schemas:extension:sap:2.0:Group';
export const CUSTOM = 'urn:sap:cloud:scim:schemas:extension:custom:2.0:User';
export const CUSTOM_GROUP = 'urn:sap:cloud:scim:schemas:extension:custom:2.0:Group';
export const SUCCESSFACTORS = 'urn:ietf:params:scim:schemas:extension:successfactors:2.0:User';
/** SCIM 1.1 knows only this one. */
export const CORE_1 = 'urn:scim:schemas:core:1.0';

/** What most applications know of the enterprise extension, next to the manager. */
export const ORGANIZATIONAL = [
	'employeeNumber',
	'costCenter',
	'organization',
	'division',
	'department',
] as const;
