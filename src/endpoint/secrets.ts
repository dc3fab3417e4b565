/** What a source application has to present. An empty text means that it is not set. */
export interface EndpointSecrets {
	/** Ways that are allowed (`basic`, `oAuth2`, `certificate`); none of them = nobody comes in. */
	readonly authentication: readonly string[];

	readonly user: string;
	readonly password: string;
	/** Valid beside the first while the source application is being switched over; may be empty. */
	readonly secondPassword: string;

	/** Of a client of our own token endpoint. */
	readonly clientId: string;
	readonly clientSecret: string;
	/** Valid beside the first, as are the tokens that were given for it. */
	readonly secondClientSecret: string;

	/** Of the tokens of a tenant: claim `iss`. */
	readonly issuer: string;
	/** One or more values of the claim `aud`, with commas between them. */
	readonly audience: string;
	/** Where the tenant publishes its keys. */
	readonly jwksUrl: string;

	/** One or more in PEM, valid beside each other. */
	readonly certificates: string;
	/** Name of the header in which a proxy hands on the certificate. */
	readonly certificateHeader: string;
	/** Name of the header in which the proxy says that the certificate was verified. */
	readonly verifyHeader: string;
	/** Addresses and networks, with commas between them, that may set these headers. */
	readonly trustedProxies: string;
}
