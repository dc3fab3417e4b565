// jest loads every package anew for each suite. n8n's engine has 2,000 modules and keeps nothing from one
// suite to the next that matters here, so each worker loads it once, outside jest's contexts.
const { AsyncLocalStorage } = require('node:async_hooks');
const { mkdirSync } = require('node:fs');
const { tmpdir, userInfo } = require('node:os');
const { join } = require('node:path');
const { isNativeError } = require('node:util').types;
const { TestEnvironment } = require('jest-environment-node');

// n8n-core writes a config file into the home folder on its first execution unless told where to.
const { username } = userInfo();
const worker = process.env.JEST_WORKER_ID ?? '1';
// One for each worker of jest, used again by the next run: a new one for each suite would stay behind.
const folder = join(tmpdir(), `n8n-realtime-provisioning-test-${username}-${worker}`);
mkdirSync(folder, { recursive: true });
process.env.N8N_USER_FOLDER ??= folder;
process.env.N8N_ENCRYPTION_KEY ??= 'test-encryption-key';
process.env.N8N_LOG_LEVEL ??= 'silent';

/** Here as in n8n, where there is one context: whatever threw an error, it is an `Error`. */
function acceptErrorsOfAllContexts(ErrorOfContext) {
	Object.defineProperty(ErrorOfContext, Symbol.hasInstance, {
		configurable: true,
		value(candidate) {
			const isOfContext = Function.prototype[Symbol.hasInstance].call(this, candidate);
			return isOfContext || (this === ErrorOfContext && isNativeError(candidate));
		},
	});
}
acceptErrorsOfAllContexts(Error);

// jest opens a storage for each suite and leaves it open; each one slows down every promise of all later suites.
const opened = new Set();
const { run } = AsyncLocalStorage.prototype;
AsyncLocalStorage.prototype.run = function (...values) {
	opened.add(this);
	return run.apply(this, values);
};

module.exports = class extends TestEnvironment {
	constructor(config, context) {
		super(config, context);
		acceptErrorsOfAllContexts(this.global.Error);
		this.global.requireOnce = require;
	}

	async teardown() {
		for (const storage of opened) storage.disable();
		opened.clear();
		await super.teardown();
	}
};
