import { identityDirectoryWrite } from '../identity-authentication/write';

/** Of an address only its value counts here. */
export const write = identityDirectoryWrite({
	sourcePath: '$.emails[*].value',
	targetPath: '$.emails[?(@.value)]',
	preserveArrayWithSingleElement: true,
});
