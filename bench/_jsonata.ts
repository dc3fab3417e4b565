import { CORE, ENTERPRISE, SAP, SFSF } from './_documents';

/** The same two steps as a practised author writes them; absent members are left out by JSONata itself. */
export const readExpression = `(
	$account := personKeyNav.userAccountNav;
	{
		"active": $account.accountStatus = "ACTIVE",
		"userName": $account.username,
		"userType": "employee",
		"name": { "givenName": firstName, "middleName": mi ? mi, "familyName": lastName },
		"emails": [{ "value": email }],
		"schemas": ["${CORE}", "${SFSF}", "${ENTERPRISE}"],
		"${SFSF}": { "personGUID": personKeyNav.perPersonUuid, "userSysID": userId },
		"${ENTERPRISE}": { "employeeNumber": personKeyNav.personIdExternal }
	}
)`;

export const writeExpression = `$count(emails) > 0 and $exists(name.familyName) ? (
	$sap := $lookup($, "${SAP}");
	$enterprise := $lookup($, "${ENTERPRISE}");
	{
		"schemas": ["${CORE}", "${ENTERPRISE}", "${SAP}"],
		"userName": userName,
		"emails": [emails.{ "value": value, "display": display, "primary": primary }],
		"name": {
			"givenName": name.givenName, "middleName": name.middleName,
			"familyName": name.familyName, "honorificPrefix": name.honorificPrefix
		},
		"addresses": [addresses.$merge([{ "type": "work" }, $])],
		"phoneNumbers": phoneNumbers,
		"displayName": displayName,
		"userType": userType ? userType : "employee",
		"locale": locale,
		"timezone": timezone,
		"active": $exists(active) ? active : true,
		"${SAP}": {
			"emails": [emails.$merge([{ "verified": true }, $sift($, function($v, $k) { $k != "type" })])],
			"validFrom": $sap.validFrom, "validTo": $sap.validTo,
			"sendMail": false, "mailVerified": true, "passwordDetails": { "status": "disabled" }
		},
		"${ENTERPRISE}": {
			"employeeNumber": $enterprise.employeeNumber, "costCenter": $enterprise.costCenter,
			"organization": $enterprise.organization, "division": $enterprise.division,
			"department": $enterprise.department
		}
	}
) : null`;
