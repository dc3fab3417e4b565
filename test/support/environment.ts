/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- set-up of jest; not shipped */
// n8n-core writes a config file into the home folder on its first execution unless told where to.
import { mkdirSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';

const { username } = userInfo();
const worker = process.env['JEST_WORKER_ID'] ?? '1';
// One for each worker of jest, used again by the next run: a new one for each suite would stay behind.
const folder = join(tmpdir(), `n8n-realtime-provisioning-test-${username}-${worker}`);
mkdirSync(folder, { recursive: true });
process.env['N8N_USER_FOLDER'] ??= folder;
process.env['N8N_ENCRYPTION_KEY'] ??= 'test-encryption-key';
process.env['N8N_LOG_LEVEL'] ??= 'silent';
