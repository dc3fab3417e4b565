/** What a call shows of its caller, before its body is read. */
export interface Caller {
	/** As Node gives them: name, value, name, value; none is merged or dropped. */
	readonly rawHeaders: readonly string[];
	/** Of the connection itself; a forwarding header never decides anything. */
	readonly remoteAddress: string;
	/** DER, where the TLS connection ends in this process and the caller has shown one. */
	readonly peerCertificate?: Uint8Array;
}

/** Every value of the header with exactly this name; only the case may differ. */
export function headerValues({ rawHeaders }: Caller, name: string): string[] {
	const wanted = name.toLowerCase();
	return rawHeaders.filter(
		(_value, at) => at % 2 === 1 && rawHeaders[at - 1]?.toLowerCase() === wanted,
	);
}
